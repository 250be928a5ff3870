-- Since when no other site answers this machine, so that the office is told that its links go unchecked.
CREATE TABLE link_silence (
  commune_id uuid NOT NULL,
  since timestamptz NOT NULL,
  CONSTRAINT link_silence_pk PRIMARY KEY (commune_id),
  CONSTRAINT link_silence_commune_fk FOREIGN KEY (commune_id) REFERENCES commune (id)
);
COMMENT ON TABLE link_silence IS 'Every other site that was tried has been silent since; no row while any answers';
ALTER TABLE link_silence ENABLE ROW LEVEL SECURITY;
ALTER TABLE link_silence FORCE ROW LEVEL SECURITY;
CREATE POLICY link_silence_in_commune ON link_silence
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, DELETE ON link_silence TO loa_app;
