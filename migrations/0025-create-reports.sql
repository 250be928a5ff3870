-- Periodic reports of the publicity work: who drafted, checked and approved them, and every revision.

CREATE TABLE report (
  commune_id uuid NOT NULL,
  id uuid NOT NULL,
  client_key uuid NOT NULL,
  period_kind text NOT NULL,
  first_day date NOT NULL,
  last_day date NOT NULL,
  -- Ids of the plans it covers, as JSON; an empty list covers every act of the period.
  plan_ids text NOT NULL,
  status text NOT NULL,
  -- The revision in force, also the guard against two people saving at once.
  revision integer NOT NULL,
  created_at timestamptz NOT NULL,
  checked_by uuid,
  checked_at timestamptz,
  approved_by uuid,
  approved_at timestamptz,
  -- Why it was last sent back; kept until it is checked again.
  returned_reason text,
  CONSTRAINT report_pk PRIMARY KEY (commune_id, id),
  CONSTRAINT report_client_key_unique UNIQUE (commune_id, client_key),
  CONSTRAINT report_commune_fk FOREIGN KEY (commune_id) REFERENCES commune (id),
  CONSTRAINT report_kind_known CHECK (period_kind IN ('month', 'quarter', 'half-year', 'year', 'span')),
  CONSTRAINT report_status_known CHECK (status IN ('draft', 'checked', 'approved', 'discarded')),
  CONSTRAINT report_days_in_order CHECK (first_day <= last_day),
  CONSTRAINT report_revision_positive CHECK (revision > 0),
  CONSTRAINT report_approved_was_checked CHECK (approved_at IS NULL OR checked_at IS NOT NULL),
  CONSTRAINT report_status_has_hands CHECK (
    (status NOT IN ('checked', 'approved') OR checked_at IS NOT NULL)
    AND ((status = 'approved') = (approved_at IS NOT NULL))
  )
);
COMMENT ON TABLE report IS 'A periodic report on its way from draft to approval';
CREATE INDEX report_by_day ON report (commune_id, last_day, id);
ALTER TABLE report ENABLE ROW LEVEL SECURITY;
ALTER TABLE report FORCE ROW LEVEL SECURITY;
CREATE POLICY report_in_commune ON report
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE ON report TO loa_app;

CREATE TABLE report_revision (
  commune_id uuid NOT NULL,
  report_id uuid NOT NULL,
  revision integer NOT NULL,
  -- Words and live references, as canonical JSON; the event of the change carries its SHA-256.
  content text NOT NULL,
  made_by uuid,
  made_at timestamptz NOT NULL,
  CONSTRAINT report_revision_pk PRIMARY KEY (commune_id, report_id, revision),
  CONSTRAINT report_revision_report_fk FOREIGN KEY (commune_id, report_id) REFERENCES report (commune_id, id)
);
COMMENT ON TABLE report_revision IS 'What a report said after one change; never altered';
ALTER TABLE report_revision ENABLE ROW LEVEL SECURITY;
ALTER TABLE report_revision FORCE ROW LEVEL SECURITY;
CREATE POLICY report_revision_in_commune ON report_revision
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT ON report_revision TO loa_app;
