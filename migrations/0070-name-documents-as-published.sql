-- Lists and links call a document what it went out as, without reading the whole of its public words for that.
ALTER TABLE register_entry
  -- As it went out; null while it isn't public.
  ADD COLUMN public_title text,
  -- The body above and the one that issued it, as it went out; null where neither is named.
  ADD COLUMN public_agency text;

ALTER TABLE register_entry NO FORCE ROW LEVEL SECURITY;
UPDATE register_entry SET
  public_title = coalesce(public_paper::jsonb #>> '{facts,title}', ''),
  public_agency = nullif(concat_ws(' – ',
    nullif(public_paper::jsonb #>> '{facts,agencyParent}', ''),
    nullif(public_paper::jsonb #>> '{facts,agency}', '')), '')
WHERE published_at IS NOT NULL;
ALTER TABLE register_entry FORCE ROW LEVEL SECURITY;

ALTER TABLE register_entry ADD CONSTRAINT register_entry_public_title_whole
  CHECK ((published_at IS NULL) = (public_title IS NULL)),
  ADD CONSTRAINT register_entry_public_agency_whole
  CHECK (published_at IS NOT NULL OR public_agency IS NULL);
