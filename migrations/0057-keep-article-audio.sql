-- Articles read aloud: one sound for an edition, by the machine or by a person.

CREATE TABLE article_audio (
  commune_id uuid NOT NULL,
  edition_id uuid NOT NULL,
  sha256 text NOT NULL,
  voice text NOT NULL,
  -- Of the words that were read: the same words are read once.
  text_sha256 text NOT NULL,
  made_by uuid,
  made_at timestamptz NOT NULL,
  CONSTRAINT article_audio_pk PRIMARY KEY (commune_id, edition_id),
  CONSTRAINT article_audio_edition_fk FOREIGN KEY (commune_id, edition_id) REFERENCES edition (commune_id, id),
  CONSTRAINT article_audio_file_fk FOREIGN KEY (commune_id, sha256) REFERENCES stored_file (commune_id, sha256),
  CONSTRAINT article_audio_voice_known CHECK (voice IN ('machine', 'person'))
);
COMMENT ON TABLE article_audio IS 'An edition read aloud; the next edition has its own';
CREATE INDEX article_audio_file ON article_audio (commune_id, sha256);
CREATE INDEX article_audio_text ON article_audio (commune_id, text_sha256);
ALTER TABLE article_audio ENABLE ROW LEVEL SECURITY;
ALTER TABLE article_audio FORCE ROW LEVEL SECURITY;
CREATE POLICY article_audio_in_commune ON article_audio
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON article_audio TO loa_app;
