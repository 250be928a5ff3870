-- Whether people found a procedure's page clear: counted by day, never who or from where.
CREATE TABLE procedure_answer (
  commune_id uuid NOT NULL,
  code text NOT NULL,
  -- The version that was read.
  version integer NOT NULL,
  day date NOT NULL,
  -- `clear`, `unclear`, or the part somebody named who found it unclear.
  answer text NOT NULL,
  times integer NOT NULL,
  CONSTRAINT procedure_answer_pk PRIMARY KEY (commune_id, code, version, day, answer),
  CONSTRAINT procedure_answer_version_fk FOREIGN KEY (commune_id, code, version) REFERENCES procedure_version (commune_id, code, number),
  CONSTRAINT procedure_answer_known CHECK (answer IN ('clear', 'unclear', 'papers', 'term', 'fee', 'place', 'words')),
  CONSTRAINT procedure_answer_counted CHECK (times >= 1)
);
COMMENT ON TABLE procedure_answer IS 'How often a procedure was found clear or unclear, by day and version';
ALTER TABLE procedure_answer ENABLE ROW LEVEL SECURITY;
ALTER TABLE procedure_answer FORCE ROW LEVEL SECURITY;
CREATE POLICY procedure_answer_in_commune ON procedure_answer
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE ON procedure_answer TO loa_app;
