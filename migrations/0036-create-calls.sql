-- Calls to the office's numbers: what was asked, about which procedure, who sees to it until when, what
-- was answered. Who called is nobody's business and has no column.
CREATE TABLE call_note (
  commune_id uuid NOT NULL,
  id uuid NOT NULL,
  called_at timestamptz NOT NULL,
  taken_by uuid,
  -- The number's name as it was then: numbers come and go.
  hotline text NOT NULL DEFAULT '',
  kind text NOT NULL,
  question text NOT NULL,
  -- Base code of the procedure that was asked about.
  code text,
  unit_id uuid,
  due_on date,
  answer text NOT NULL DEFAULT '',
  settled_at timestamptz,
  settled_by uuid,
  CONSTRAINT call_note_pk PRIMARY KEY (commune_id, id),
  CONSTRAINT call_note_commune_fk FOREIGN KEY (commune_id) REFERENCES commune (id),
  CONSTRAINT call_note_unit_fk FOREIGN KEY (commune_id, unit_id) REFERENCES unit (commune_id, id),
  CONSTRAINT call_note_kind_known CHECK (kind IN ('procedure', 'progress', 'suggestion', 'conduct', 'urgent', 'other')),
  CONSTRAINT call_note_asked CHECK (question <> ''),
  CONSTRAINT call_note_settled_or_assigned CHECK (
    (settled_at IS NOT NULL AND answer <> '') OR (settled_at IS NULL AND unit_id IS NOT NULL AND due_on IS NOT NULL))
);
COMMENT ON TABLE call_note IS 'A call to the office: question, procedure, who sees to it, answer; nothing of the caller';
CREATE INDEX call_note_by_day ON call_note (commune_id, called_at);
ALTER TABLE call_note ENABLE ROW LEVEL SECURITY;
ALTER TABLE call_note FORCE ROW LEVEL SECURITY;
CREATE POLICY call_note_in_commune ON call_note
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE ON call_note TO loa_app;
