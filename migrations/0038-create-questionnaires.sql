-- Forms of superior bodies: what is asked, dated, and what people wrote into the cells nobody counts.

CREATE TABLE questionnaire (
  commune_id uuid NOT NULL,
  id uuid NOT NULL,
  slug text NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT questionnaire_pk PRIMARY KEY (commune_id, id),
  CONSTRAINT questionnaire_slug_unique UNIQUE (commune_id, slug),
  CONSTRAINT questionnaire_commune_fk FOREIGN KEY (commune_id) REFERENCES commune (id)
);
COMMENT ON TABLE questionnaire IS 'A form that a superior body asks to have filled, through all its versions';
ALTER TABLE questionnaire ENABLE ROW LEVEL SECURITY;
ALTER TABLE questionnaire FORCE ROW LEVEL SECURITY;
CREATE POLICY questionnaire_in_commune ON questionnaire
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT ON questionnaire TO loa_app;

CREATE TABLE questionnaire_version (
  commune_id uuid NOT NULL,
  questionnaire_id uuid NOT NULL,
  version integer NOT NULL,
  valid_from date NOT NULL,
  -- Empty while nobody ended it; a later version also ends it.
  valid_to date,
  -- Title, source, rows, columns and parsed formulas, as JSON.
  form text NOT NULL,
  made_by uuid,
  made_at timestamptz NOT NULL,
  CONSTRAINT questionnaire_version_pk PRIMARY KEY (commune_id, questionnaire_id, version),
  CONSTRAINT questionnaire_version_of_fk FOREIGN KEY (commune_id, questionnaire_id) REFERENCES questionnaire (commune_id, id),
  CONSTRAINT questionnaire_version_positive CHECK (version > 0),
  CONSTRAINT questionnaire_version_forwards CHECK (valid_from <= valid_to)
);
COMMENT ON TABLE questionnaire_version IS 'What a form asks from one day on; a version never changes';
ALTER TABLE questionnaire_version ENABLE ROW LEVEL SECURITY;
ALTER TABLE questionnaire_version FORCE ROW LEVEL SECURITY;
CREATE POLICY questionnaire_version_in_commune ON questionnaire_version
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT ON questionnaire_version TO loa_app;

CREATE TABLE questionnaire_cell (
  commune_id uuid NOT NULL,
  questionnaire_id uuid NOT NULL,
  version integer NOT NULL,
  first_day date NOT NULL,
  last_day date NOT NULL,
  row_at integer NOT NULL,
  column_at integer NOT NULL,
  text text NOT NULL,
  written_by uuid,
  written_at timestamptz NOT NULL,
  CONSTRAINT questionnaire_cell_pk PRIMARY KEY (commune_id, questionnaire_id, version, first_day, last_day, row_at, column_at),
  CONSTRAINT questionnaire_cell_version_fk FOREIGN KEY (commune_id, questionnaire_id, version) REFERENCES questionnaire_version (commune_id, questionnaire_id, version),
  CONSTRAINT questionnaire_cell_placed CHECK (row_at >= 0 AND column_at >= 0 AND first_day <= last_day)
);
COMMENT ON TABLE questionnaire_cell IS 'What a person wrote into a cell of a form for a period';
ALTER TABLE questionnaire_cell ENABLE ROW LEVEL SECURITY;
ALTER TABLE questionnaire_cell FORCE ROW LEVEL SECURITY;
CREATE POLICY questionnaire_cell_in_commune ON questionnaire_cell
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE ON questionnaire_cell TO loa_app;
