-- Documents of the register that everybody may read: what they read is kept as it was made public, so that
-- a later correction at the desk changes nothing until somebody puts it out again.

ALTER TABLE register_entry
  -- Part of its address; given at the first publication and never changed.
  ADD COLUMN slug text,
  ADD COLUMN published_at timestamptz,
  ADD COLUMN public_paper text,
  -- Whether the file it came in is given out too.
  ADD COLUMN publishes_file boolean NOT NULL DEFAULT false,
  -- Why it was taken off; its page then says so.
  ADD COLUMN unpublished_reason text,
  ADD CONSTRAINT register_entry_slug_unique UNIQUE (commune_id, slug),
  ADD CONSTRAINT register_entry_published_whole CHECK (
    (published_at IS NULL) = (public_paper IS NULL)
    AND (published_at IS NULL OR (slug IS NOT NULL AND status = 'registered' AND unpublished_reason IS NULL))
    AND (NOT publishes_file OR source_sha256 IS NOT NULL));
CREATE INDEX register_entry_public ON register_entry (commune_id, issued_on DESC, id DESC)
  WHERE published_at IS NOT NULL;
