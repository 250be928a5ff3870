-- The public list of documents is searched by what the public reads, not by what the desk has corrected since or
-- what was covered before it went out.
ALTER TABLE register_entry
  -- Title, agencies and signer as they went out, without accents; null while it isn't public.
  ADD COLUMN public_words text;

ALTER TABLE register_entry NO FORCE ROW LEVEL SECURITY;
UPDATE register_entry SET public_words = lower(public.unaccent(concat_ws(' ',
  public_paper::jsonb #>> '{facts,title}', public_paper::jsonb #>> '{facts,agencyParent}',
  public_paper::jsonb #>> '{facts,agency}', public_paper::jsonb #>> '{facts,signerTitle}',
  public_paper::jsonb #>> '{facts,signerName}')))
WHERE published_at IS NOT NULL;
ALTER TABLE register_entry FORCE ROW LEVEL SECURITY;

ALTER TABLE register_entry ADD CONSTRAINT register_entry_public_words_whole
  CHECK ((published_at IS NULL) = (public_words IS NULL));
