-- What is read and what is searched for, counted by day and never by person.

CREATE TABLE page_views (
  commune_id uuid NOT NULL,
  day date NOT NULL,
  path text NOT NULL,
  views bigint NOT NULL,
  CONSTRAINT page_views_pk PRIMARY KEY (commune_id, day, path),
  CONSTRAINT page_views_commune_fk FOREIGN KEY (commune_id) REFERENCES commune (id),
  CONSTRAINT page_views_path CHECK (char_length(path) BETWEEN 1 AND 200)
);
COMMENT ON TABLE page_views IS 'Views of public pages by day';
ALTER TABLE page_views ENABLE ROW LEVEL SECURITY;
ALTER TABLE page_views FORCE ROW LEVEL SECURITY;
CREATE POLICY page_views_in_commune ON page_views
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON page_views TO loa_app;

CREATE TABLE searched_words (
  commune_id uuid NOT NULL,
  day date NOT NULL,
  -- Folded: no accents, lower case, one space.
  folded text NOT NULL,
  -- As somebody typed them that day.
  words text NOT NULL,
  times bigint NOT NULL,
  -- How many of these found nothing.
  in_vain bigint NOT NULL,
  CONSTRAINT searched_words_pk PRIMARY KEY (commune_id, day, folded),
  CONSTRAINT searched_words_commune_fk FOREIGN KEY (commune_id) REFERENCES commune (id),
  CONSTRAINT searched_words_length CHECK (char_length(words) <= 80),
  CONSTRAINT searched_words_counts CHECK (times >= 1 AND in_vain BETWEEN 0 AND times)
);
COMMENT ON TABLE searched_words IS 'Words people searched for, without personal data, kept for 90 days';
ALTER TABLE searched_words ENABLE ROW LEVEL SECURITY;
ALTER TABLE searched_words FORCE ROW LEVEL SECURITY;
CREATE POLICY searched_words_in_commune ON searched_words
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON searched_words TO loa_app;

-- Titles of public addresses, for lists of what is read.
CREATE FUNCTION search_titles(addresses text[])
RETURNS TABLE (url text, title text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT e.url, min(e.title) FROM public.search_entry e
  WHERE e.commune_id = current_setting('loa.commune')::uuid AND e.url = ANY (addresses)
  GROUP BY e.url
$$;
CREATE INDEX search_entry_url ON search_entry (commune_id, url);
REVOKE ALL ON FUNCTION search_titles FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_titles TO loa_app;
