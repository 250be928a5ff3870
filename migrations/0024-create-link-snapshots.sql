-- What a page said when a link to it was given as evidence: pages change, and the proof must stand.

CREATE TABLE link_snapshot (
  commune_id uuid NOT NULL,
  evidence_id uuid NOT NULL,
  tried_at timestamptz NOT NULL,
  -- Why no page came, by a code of ours; NULL where one did.
  trouble text,
  status integer,
  -- Where the page was at last, after redirects.
  url text,
  media_type text,
  size integer,
  -- Of the bytes as the server sent them.
  sha256 text,
  title text,
  -- What a person could read on it, shortened where it was very long.
  content text,
  CONSTRAINT link_snapshot_pk PRIMARY KEY (commune_id, evidence_id),
  CONSTRAINT link_snapshot_evidence_fk FOREIGN KEY (commune_id, evidence_id) REFERENCES evidence (commune_id, id),
  CONSTRAINT link_snapshot_trouble_known CHECK (
    trouble IN ('not-public', 'unreachable', 'too-large', 'too-slow', 'too-many-redirects', 'status')),
  CONSTRAINT link_snapshot_page_or_trouble CHECK (
    (trouble IS NULL) = (sha256 IS NOT NULL) AND (trouble IS NULL) = (url IS NOT NULL)
    AND (trouble IS NULL) = (content IS NOT NULL)),
  CONSTRAINT link_snapshot_sha256_form CHECK (sha256 ~ '^[0-9a-f]{64}$')
);
COMMENT ON TABLE link_snapshot IS 'The page behind a link given as evidence, as it was fetched once, or why it could not be';
ALTER TABLE link_snapshot ENABLE ROW LEVEL SECURITY;
ALTER TABLE link_snapshot FORCE ROW LEVEL SECURITY;
CREATE POLICY link_snapshot_in_commune ON link_snapshot
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE ON link_snapshot TO loa_app;
