-- Files by content hash; the bytes are under the data folder.

CREATE TABLE stored_file (
  commune_id uuid NOT NULL,
  sha256 text NOT NULL,
  size bigint NOT NULL,
  -- Sniffed from the bytes, never taken from the name or the sender.
  media_type text NOT NULL,
  name text NOT NULL,
  stored_at timestamptz NOT NULL,
  CONSTRAINT stored_file_pk PRIMARY KEY (commune_id, sha256),
  CONSTRAINT stored_file_size_positive CHECK (size > 0),
  CONSTRAINT stored_file_commune_fk FOREIGN KEY (commune_id) REFERENCES commune (id)
);
COMMENT ON TABLE stored_file IS 'Files by content hash; bytes lie under the data folder';
ALTER TABLE stored_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE stored_file FORCE ROW LEVEL SECURITY;
CREATE POLICY stored_file_in_commune ON stored_file
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON stored_file TO loa_app;

CREATE TABLE stored_picture (
  commune_id uuid NOT NULL,
  sha256 text NOT NULL,
  width integer NOT NULL,
  height integer NOT NULL,
  -- Hash of the size made for the web, without EXIF.
  web_sha256 text NOT NULL,
  CONSTRAINT stored_picture_pk PRIMARY KEY (commune_id, sha256),
  CONSTRAINT stored_picture_original_fk FOREIGN KEY (commune_id, sha256) REFERENCES stored_file (commune_id, sha256),
  CONSTRAINT stored_picture_web_fk FOREIGN KEY (commune_id, web_sha256) REFERENCES stored_file (commune_id, sha256)
);
COMMENT ON TABLE stored_picture IS 'The web size of a picture, made once by a job, metadata removed';
ALTER TABLE stored_picture ENABLE ROW LEVEL SECURITY;
ALTER TABLE stored_picture FORCE ROW LEVEL SECURITY;
CREATE POLICY stored_picture_in_commune ON stored_picture
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON stored_picture TO loa_app;
