-- The office's library of pictures, and the sizes a picture is shown in.

CREATE TABLE picture_size (
  commune_id uuid NOT NULL,
  -- The picture as it came; never given out, since it still tells where and with what it was taken.
  original_sha256 text NOT NULL,
  format text NOT NULL,
  width integer NOT NULL,
  height integer NOT NULL,
  sha256 text NOT NULL,
  CONSTRAINT picture_size_pk PRIMARY KEY (commune_id, original_sha256, format, width),
  CONSTRAINT picture_size_original_fk FOREIGN KEY (commune_id, original_sha256) REFERENCES stored_file (commune_id, sha256),
  CONSTRAINT picture_size_file_fk FOREIGN KEY (commune_id, sha256) REFERENCES stored_file (commune_id, sha256),
  CONSTRAINT picture_size_format_known CHECK (format IN ('avif', 'webp', 'jpeg')),
  CONSTRAINT picture_size_measures CHECK (width BETWEEN 1 AND 10000 AND height BETWEEN 1 AND 10000)
);
COMMENT ON TABLE picture_size IS 'A picture in one size and format, made once by a job, metadata removed';
CREATE INDEX picture_size_file ON picture_size (commune_id, sha256);
ALTER TABLE picture_size ENABLE ROW LEVEL SECURITY;
ALTER TABLE picture_size FORCE ROW LEVEL SECURITY;
CREATE POLICY picture_size_in_commune ON picture_size
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT ON picture_size TO loa_app;

CREATE TABLE media_picture (
  commune_id uuid NOT NULL,
  id uuid NOT NULL,
  -- The original by its content hash: the same picture twice is one.
  sha256 text NOT NULL,
  alt text NOT NULL,
  credit text NOT NULL,
  -- Both without accents, as searches compare.
  searched text NOT NULL,
  -- Who is to be seen: nobody, people at a public event, people who agreed.
  people text NOT NULL,
  -- What must stay in view where the picture is cut, in percent from left and from top.
  focus_x integer NOT NULL DEFAULT 50,
  focus_y integer NOT NULL DEFAULT 50,
  version integer NOT NULL DEFAULT 1,
  added_by uuid,
  added_at timestamptz NOT NULL,
  -- No longer offered; where it stands already it stays.
  retired_at timestamptz,
  CONSTRAINT media_picture_pk PRIMARY KEY (commune_id, id),
  CONSTRAINT media_picture_file_unique UNIQUE (commune_id, sha256),
  CONSTRAINT media_picture_file_fk FOREIGN KEY (commune_id, sha256) REFERENCES stored_file (commune_id, sha256),
  CONSTRAINT media_picture_alt_length CHECK (length(alt) BETWEEN 1 AND 500),
  CONSTRAINT media_picture_credit_length CHECK (length(credit) <= 200),
  CONSTRAINT media_picture_people_known CHECK (people IN ('nobody', 'public-event', 'agreed')),
  CONSTRAINT media_picture_focus_range CHECK (focus_x BETWEEN 0 AND 100 AND focus_y BETWEEN 0 AND 100)
);
COMMENT ON TABLE media_picture IS 'A picture of the library: what it shows, whose it is, where one should look';
CREATE INDEX media_picture_newest ON media_picture (commune_id, added_at DESC, id DESC);
ALTER TABLE media_picture ENABLE ROW LEVEL SECURITY;
ALTER TABLE media_picture FORCE ROW LEVEL SECURITY;
CREATE POLICY media_picture_in_commune ON media_picture
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE ON media_picture TO loa_app;

CREATE TABLE media_use (
  commune_id uuid NOT NULL,
  sha256 text NOT NULL,
  edition_id uuid NOT NULL,
  CONSTRAINT media_use_pk PRIMARY KEY (commune_id, sha256, edition_id),
  CONSTRAINT media_use_picture_fk FOREIGN KEY (commune_id, sha256) REFERENCES media_picture (commune_id, sha256),
  CONSTRAINT media_use_edition_fk FOREIGN KEY (commune_id, edition_id) REFERENCES edition (commune_id, id)
);
COMMENT ON TABLE media_use IS 'In which editions a picture stands, by their newest revision';
CREATE INDEX media_use_edition ON media_use (commune_id, edition_id);
ALTER TABLE media_use ENABLE ROW LEVEL SECURITY;
ALTER TABLE media_use FORCE ROW LEVEL SECURITY;
CREATE POLICY media_use_in_commune ON media_use
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, DELETE ON media_use TO loa_app;
