-- Sheets for the week, printed for those who never sign in, and what their heads confirmed by them.

CREATE TABLE week_sheet (
  commune_id uuid NOT NULL,
  id uuid NOT NULL,
  unit_id uuid,
  village_id uuid,
  -- The Monday of its week.
  week date NOT NULL,
  -- Who confirms by it; NULL where the place has nobody with a PIN, so that nothing can be confirmed.
  head_id uuid,
  -- What stands on it, as JSON: [{duty, key}] for a unit, [{recipient, revision}] for a village.
  lines text NOT NULL,
  made_by uuid,
  made_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  -- A sheet with other lines took its place: this one confirms nothing any more.
  replaced_at timestamptz,
  CONSTRAINT week_sheet_pk PRIMARY KEY (commune_id, id),
  CONSTRAINT week_sheet_unit_fk FOREIGN KEY (commune_id, unit_id) REFERENCES unit (commune_id, id),
  CONSTRAINT week_sheet_village_fk FOREIGN KEY (commune_id, village_id) REFERENCES village (commune_id, id),
  CONSTRAINT week_sheet_head_fk FOREIGN KEY (commune_id, head_id) REFERENCES unit_head (commune_id, id),
  CONSTRAINT week_sheet_of_one CHECK ((unit_id IS NULL) <> (village_id IS NULL))
);
COMMENT ON TABLE week_sheet IS 'A sheet printed for a unit or village and week; bound to its lines and to the head who confirms';
CREATE UNIQUE INDEX week_sheet_one_of_unit ON week_sheet (commune_id, unit_id, week) WHERE replaced_at IS NULL;
CREATE UNIQUE INDEX week_sheet_one_of_village ON week_sheet (commune_id, village_id, week) WHERE replaced_at IS NULL;
ALTER TABLE week_sheet ENABLE ROW LEVEL SECURITY;
ALTER TABLE week_sheet FORCE ROW LEVEL SECURITY;
CREATE POLICY week_sheet_in_commune ON week_sheet
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE ON week_sheet TO loa_app;

CREATE TABLE occurrence_report (
  commune_id uuid NOT NULL,
  duty_id uuid NOT NULL,
  occurrence text NOT NULL,
  sheet_id uuid NOT NULL,
  head_id uuid NOT NULL,
  reported_at timestamptz NOT NULL,
  CONSTRAINT occurrence_report_pk PRIMARY KEY (commune_id, duty_id, occurrence),
  CONSTRAINT occurrence_report_duty_fk FOREIGN KEY (commune_id, duty_id) REFERENCES duty (commune_id, id),
  CONSTRAINT occurrence_report_sheet_fk FOREIGN KEY (commune_id, sheet_id) REFERENCES week_sheet (commune_id, id),
  CONSTRAINT occurrence_report_head_fk FOREIGN KEY (commune_id, head_id) REFERENCES unit_head (commune_id, id)
);
COMMENT ON TABLE occurrence_report IS 'A head said by sheet and PIN that an occurrence was done; the act and its evidence are recorded apart';
ALTER TABLE occurrence_report ENABLE ROW LEVEL SECURITY;
ALTER TABLE occurrence_report FORCE ROW LEVEL SECURITY;
CREATE POLICY occurrence_report_in_commune ON occurrence_report
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT ON occurrence_report TO loa_app;
