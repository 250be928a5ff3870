-- Search over public text. The match operators aren't leakproof, so under forced row security they
-- could not use an index: the table is closed to the app role and reached through functions that take
-- the commune from the setting (ruling 1).

CREATE TABLE search_entry (
  commune_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  url text NOT NULL,
  title text NOT NULL,
  summary text NOT NULL,
  published_on date,
  -- Text folded by the app: no accents, đ as d, lower case.
  words tsvector NOT NULL,
  CONSTRAINT search_entry_pk PRIMARY KEY (commune_id, id),
  CONSTRAINT search_entry_commune_fk FOREIGN KEY (commune_id) REFERENCES commune (id)
);
COMMENT ON TABLE search_entry IS 'Public text for searching; reached only through its functions';
CREATE INDEX search_entry_words ON search_entry USING gin (words);
ALTER TABLE search_entry ENABLE ROW LEVEL SECURITY;

CREATE FUNCTION search_put(
  entry_id uuid, entry_kind text, entry_url text, entry_title text, entry_summary text,
  entry_published_on date, folded_title text, folded_summary text, folded_body text)
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  INSERT INTO public.search_entry (commune_id, id, kind, url, title, summary, published_on, words)
  VALUES (current_setting('loa.commune')::uuid, entry_id, entry_kind, entry_url, entry_title, entry_summary, entry_published_on,
    setweight(to_tsvector('simple', folded_title), 'A') || setweight(to_tsvector('simple', folded_summary), 'B')
      || setweight(to_tsvector('simple', folded_body), 'C'))
  ON CONFLICT (commune_id, id) DO UPDATE SET kind = excluded.kind, url = excluded.url, title = excluded.title,
    summary = excluded.summary, published_on = excluded.published_on, words = excluded.words
$$;

CREATE FUNCTION search_drop(entry_id uuid)
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  DELETE FROM public.search_entry WHERE commune_id = current_setting('loa.commune')::uuid AND id = entry_id
$$;

-- `query` is a tsquery text built by the app from folded words.
CREATE FUNCTION search_public(query text, page_size integer, page_start integer)
RETURNS TABLE (id uuid, kind text, url text, title text, summary text, published_on date, total bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT e.id, e.kind, e.url, e.title, e.summary, e.published_on, count(*) OVER ()
  FROM public.search_entry e
  WHERE e.commune_id = current_setting('loa.commune')::uuid AND e.words @@ to_tsquery('simple', query)
  ORDER BY ts_rank(e.words, to_tsquery('simple', query)) DESC, e.published_on DESC NULLS LAST, e.id
  LIMIT least(page_size, 100) OFFSET page_start
$$;

REVOKE ALL ON FUNCTION search_put, search_drop, search_public FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_put, search_drop, search_public TO loa_app;
