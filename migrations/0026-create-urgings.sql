-- Urging and inspection: the coordinator reminds a unit of what it owes, or looks how it works, and keeps
-- what was found and answered.

CREATE TABLE urging (
  commune_id uuid NOT NULL,
  id uuid NOT NULL,
  client_key uuid NOT NULL,
  kind text NOT NULL,
  unit_id uuid NOT NULL,
  happened_on date NOT NULL,
  -- What was found; what is asked for.
  findings text NOT NULL,
  demand text NOT NULL,
  answer_by date NOT NULL,
  -- The overdue occurrences it names, as JSON: [{ duty, key }].
  occurrences text NOT NULL DEFAULT '[]',
  made_by uuid,
  made_at timestamptz NOT NULL,
  answer text,
  answered_on date,
  answered_by uuid,
  CONSTRAINT urging_pk PRIMARY KEY (commune_id, id),
  CONSTRAINT urging_client_key_unique UNIQUE (commune_id, client_key),
  CONSTRAINT urging_unit_fk FOREIGN KEY (commune_id, unit_id) REFERENCES unit (commune_id, id),
  CONSTRAINT urging_kind_known CHECK (kind IN ('urge', 'inspection')),
  CONSTRAINT urging_answered_whole CHECK ((answer IS NULL) = (answered_on IS NULL)),
  CONSTRAINT urging_answer_after CHECK (answer_by >= happened_on)
);
COMMENT ON TABLE urging IS 'A reminder to a unit or an inspection of its work, with what was found, asked for and answered';
ALTER TABLE urging ENABLE ROW LEVEL SECURITY;
ALTER TABLE urging FORCE ROW LEVEL SECURITY;
CREATE POLICY urging_in_commune ON urging
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE ON urging TO loa_app;
