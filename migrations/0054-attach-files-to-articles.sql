-- Files that articles and pages of the office carry: what was sent in as one, and which editions carry it.

CREATE TABLE attachment (
  commune_id uuid NOT NULL,
  id uuid NOT NULL,
  sha256 text NOT NULL,
  -- Kinds of personal data that its words have; NULL where no machine could read them.
  personal_data text[],
  added_by uuid,
  added_at timestamptz NOT NULL,
  CONSTRAINT attachment_pk PRIMARY KEY (commune_id, id),
  CONSTRAINT attachment_file_unique UNIQUE (commune_id, sha256),
  CONSTRAINT attachment_file_fk FOREIGN KEY (commune_id, sha256) REFERENCES stored_file (commune_id, sha256)
);
COMMENT ON TABLE attachment IS 'A file that was sent in to stand under what is published; no other file of the store can';
ALTER TABLE attachment ENABLE ROW LEVEL SECURITY;
ALTER TABLE attachment FORCE ROW LEVEL SECURITY;
CREATE POLICY attachment_in_commune ON attachment
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT ON attachment TO loa_app;

CREATE TABLE attachment_use (
  commune_id uuid NOT NULL,
  edition_id uuid NOT NULL,
  position integer NOT NULL,
  sha256 text NOT NULL,
  title text NOT NULL,
  CONSTRAINT attachment_use_pk PRIMARY KEY (commune_id, edition_id, position),
  CONSTRAINT attachment_use_file_once UNIQUE (commune_id, edition_id, sha256),
  CONSTRAINT attachment_use_file_fk FOREIGN KEY (commune_id, sha256) REFERENCES attachment (commune_id, sha256),
  CONSTRAINT attachment_use_edition_fk FOREIGN KEY (commune_id, edition_id) REFERENCES edition (commune_id, id),
  CONSTRAINT attachment_use_title_length CHECK (length(title) BETWEEN 1 AND 200)
);
COMMENT ON TABLE attachment_use IS 'Which files an edition carries under which names, by its newest revision';
CREATE INDEX attachment_use_file ON attachment_use (commune_id, sha256);
ALTER TABLE attachment_use ENABLE ROW LEVEL SECURITY;
ALTER TABLE attachment_use FORCE ROW LEVEL SECURITY;
CREATE POLICY attachment_use_in_commune ON attachment_use
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, DELETE ON attachment_use TO loa_app;
