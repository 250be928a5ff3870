-- Forms of a procedure as files people take away: empty ones, and samples filled in as a model.
CREATE TABLE procedure_form (
  commune_id uuid NOT NULL,
  id uuid NOT NULL,
  code text NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  -- How to fill it in, in the commune's own words.
  hint text NOT NULL DEFAULT '',
  file_sha256 text NOT NULL,
  file_name text NOT NULL,
  added_at timestamptz NOT NULL,
  added_by uuid,
  removed_at timestamptz,
  CONSTRAINT procedure_form_pk PRIMARY KEY (commune_id, id),
  CONSTRAINT procedure_form_file_fk FOREIGN KEY (commune_id, file_sha256) REFERENCES stored_file (commune_id, sha256),
  CONSTRAINT procedure_form_kind_known CHECK (kind IN ('blank', 'sample')),
  CONSTRAINT procedure_form_named CHECK (name <> '')
);
COMMENT ON TABLE procedure_form IS 'A form of a procedure to take away, or a sample filled in as a model';
CREATE INDEX procedure_form_by_code ON procedure_form (commune_id, code);
ALTER TABLE procedure_form ENABLE ROW LEVEL SECURITY;
ALTER TABLE procedure_form FORCE ROW LEVEL SECURITY;
CREATE POLICY procedure_form_in_commune ON procedure_form
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE ON procedure_form TO loa_app;
