-- Search that puts slips of the key right and narrows by kind, year and topic. Titles get an index of their
-- own, with pairs of neighbouring syllables (a Vietnamese word is mostly two), so that common syllables find
-- the few titles that hold them side by side. Both indexes begin with the commune: a word of another
-- commune costs nothing here.
CREATE EXTENSION IF NOT EXISTS btree_gin SCHEMA public;
CREATE EXTENSION IF NOT EXISTS unaccent SCHEMA public;

-- Syllables of a folded text and their neighbouring pairs ("khai sinh"), each once.
CREATE FUNCTION search_terms(folded text) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog AS $$
  WITH word AS (
    SELECT found[1] AS word, at FROM regexp_matches(folded, '[a-z0-9]+', 'g') WITH ORDINALITY AS matches (found, at))
  SELECT coalesce(array_agg(DISTINCT term), '{}') FROM (
    SELECT left(word, 60) AS term FROM word
    UNION ALL
    SELECT left(word || ' ' || lead(word) OVER (ORDER BY at), 120) FROM word) AS terms
  WHERE term IS NOT NULL
$$;

-- What an item can be narrowed to, as words no text can hold: a kind, a topic, a year, a month.
CREATE FUNCTION search_marks(entry_kind text, entry_topic text, day date) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog AS $$
  SELECT array_remove(ARRAY['k-' || entry_kind, 't-' || left(entry_topic, 200),
    'y-' || extract(year FROM day)::text, 'm-' || extract(year FROM day)::text || '-' || extract(month FROM day)::text], NULL)
$$;

-- A syllable and what is left of it when one letter is missing: two that are one slip apart share one.
CREATE FUNCTION search_rests(word text) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog AS $$
  SELECT array_agg(DISTINCT rest) FROM (
    SELECT word AS rest
    UNION ALL
    SELECT left(word, at - 1) || substr(word, at + 1) FROM generate_series(1, length(word)) AS at) AS rests
$$;

CREATE TABLE search_word (
  commune_id uuid NOT NULL,
  -- A folded syllable, or two neighbours of a title or summary.
  word text NOT NULL,
  -- Items that hold it, as of the last count; 0 until it was counted.
  entries integer NOT NULL DEFAULT 0,
  CONSTRAINT search_word_pk PRIMARY KEY (commune_id, word),
  CONSTRAINT search_word_commune_fk FOREIGN KEY (commune_id) REFERENCES commune (id)
);
COMMENT ON TABLE search_word IS 'Words of public text, to tell slips of the key and rare words by';
ALTER TABLE search_word ENABLE ROW LEVEL SECURITY;
ALTER TABLE search_word FORCE ROW LEVEL SECURITY;
CREATE POLICY search_word_in_commune ON search_word
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT ON search_word TO loa_app;

CREATE TABLE search_slip (
  commune_id uuid NOT NULL,
  rest text NOT NULL,
  word text NOT NULL,
  CONSTRAINT search_slip_pk PRIMARY KEY (commune_id, rest, word),
  CONSTRAINT search_slip_word_fk FOREIGN KEY (commune_id, word) REFERENCES search_word (commune_id, word) ON DELETE CASCADE
);
COMMENT ON TABLE search_slip IS 'Syllables by what is left of them when a letter is missing';
CREATE INDEX search_slip_word ON search_slip (commune_id, word);
ALTER TABLE search_slip ENABLE ROW LEVEL SECURITY;
ALTER TABLE search_slip FORCE ROW LEVEL SECURITY;
CREATE POLICY search_slip_in_commune ON search_slip
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT ON search_slip TO loa_app;

-- Rows of their own, so that those that are matched stay narrow.
CREATE TABLE search_text (
  commune_id uuid NOT NULL,
  id uuid NOT NULL,
  body text NOT NULL,
  CONSTRAINT search_text_pk PRIMARY KEY (commune_id, id),
  CONSTRAINT search_text_entry_fk FOREIGN KEY (commune_id, id) REFERENCES search_entry (commune_id, id) ON DELETE CASCADE
);
COMMENT ON TABLE search_text IS 'Public text as written, to show the passage that holds what was searched';
ALTER TABLE search_text ENABLE ROW LEVEL SECURITY;
ALTER TABLE search_text FORCE ROW LEVEL SECURITY;
CREATE POLICY search_text_in_commune ON search_text
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT ON search_text TO loa_app;

-- New words of one item; those known already are left alone, so that writers don't wait for each other.
CREATE FUNCTION search_learn(words text[])
RETURNS void LANGUAGE sql SET search_path = pg_catalog, public AS $$
  WITH unknown AS (
    SELECT unnest(words) AS word EXCEPT
    SELECT word FROM public.search_word WHERE commune_id = current_setting('loa.commune')::uuid AND word = ANY (words)
    ORDER BY 1),
  fresh AS (
    INSERT INTO public.search_word (commune_id, word)
    SELECT current_setting('loa.commune')::uuid, word FROM unknown
    ON CONFLICT DO NOTHING RETURNING word)
  INSERT INTO public.search_slip (commune_id, rest, word)
  SELECT current_setting('loa.commune')::uuid, rest, word FROM fresh, unnest(search_rests(word)) AS rest
  WHERE word ~ '^[a-z]{3,12}$'
  ON CONFLICT DO NOTHING
$$;
REVOKE ALL ON FUNCTION search_learn FROM PUBLIC;

ALTER TABLE search_entry
  ADD COLUMN topic text,
  ADD COLUMN title_words tsvector NOT NULL DEFAULT ''::tsvector;

ALTER TABLE search_entry ALTER COLUMN title_words DROP DEFAULT;

ALTER TABLE register_entry NO FORCE ROW LEVEL SECURITY;
UPDATE search_entry AS entry SET topic = nullif(register_entry.field, '')
FROM register_entry WHERE register_entry.commune_id = entry.commune_id AND register_entry.id = entry.id;
ALTER TABLE register_entry FORCE ROW LEVEL SECURITY;

UPDATE search_entry SET
  title_words = array_to_tsvector(search_terms(lower(public.unaccent(title))) || search_marks(kind, topic, published_on)),
  words = array_to_tsvector(tsvector_to_array(words) || search_terms(lower(public.unaccent(title)))
    || search_terms(lower(public.unaccent(summary))) || search_marks(kind, topic, published_on));

ALTER TABLE search_word NO FORCE ROW LEVEL SECURITY;
ALTER TABLE search_slip NO FORCE ROW LEVEL SECURITY;
INSERT INTO search_word (commune_id, word, entries)
SELECT commune_id, word, count(*) FROM search_entry, unnest(tsvector_to_array(words)) AS word
WHERE word !~ '-' GROUP BY 1, 2;
INSERT INTO search_slip (commune_id, rest, word)
SELECT commune_id, rest, word FROM search_word, unnest(search_rests(word)) AS rest WHERE word ~ '^[a-z]{3,12}$';
ALTER TABLE search_word FORCE ROW LEVEL SECURITY;
ALTER TABLE search_slip FORCE ROW LEVEL SECURITY;

DROP INDEX search_entry_words;
-- Every search reads what waits to be merged into the index: little of it may wait.
CREATE INDEX search_entry_words ON search_entry USING gin (commune_id, words) WITH (gin_pending_list_limit = 256);
CREATE INDEX search_entry_title_words ON search_entry USING gin (commune_id, title_words) WITH (gin_pending_list_limit = 256);
CREATE INDEX search_entry_newest ON search_entry (commune_id, published_on DESC NULLS LAST, id);

DROP FUNCTION search_public;
DROP FUNCTION search_put;
CREATE FUNCTION search_put(
  entry_id uuid, entry_kind text, entry_url text, entry_title text, entry_summary text, entry_topic text,
  entry_published_on date, entry_body text, folded_title text, folded_summary text, folded_body text)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  title_terms text[] := search_terms(folded_title);
  body_words text[] := ARRAY(SELECT DISTINCT left(piece[1], 60) FROM regexp_matches(folded_body, '[a-z0-9]+', 'g') AS piece);
  marks text[] := search_marks(entry_kind, nullif(entry_topic, ''), entry_published_on);
  all_terms text[] := title_terms || search_terms(folded_summary) || body_words;
BEGIN
  PERFORM search_learn(all_terms);
  INSERT INTO public.search_entry AS entry
    (commune_id, id, kind, url, title, summary, topic, published_on, title_words, words)
  VALUES (current_setting('loa.commune')::uuid, entry_id, entry_kind, entry_url, entry_title, entry_summary,
    nullif(entry_topic, ''), entry_published_on, array_to_tsvector(title_terms || marks), array_to_tsvector(all_terms || marks))
  ON CONFLICT (commune_id, id) DO UPDATE SET kind = excluded.kind, url = excluded.url, title = excluded.title,
    summary = excluded.summary, topic = excluded.topic, published_on = excluded.published_on,
    title_words = excluded.title_words, words = excluded.words;
  INSERT INTO public.search_text (commune_id, id, body) VALUES (current_setting('loa.commune')::uuid, entry_id, entry_body)
  ON CONFLICT (commune_id, id) DO UPDATE SET body = excluded.body;
END
$$;

-- A word of a tsquery, whatever it holds.
CREATE FUNCTION search_quoted(lexeme text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog AS $$
  SELECT '''' || replace(replace(lexeme, '\', '\\'), '''', '''''') || ''''
$$;

-- Items that match `query`, a tsquery the app builds of quoted folded terms, in the titles alone or anywhere.
-- Planned anew each time: what is best for a rare word is worst for a common one. `newest` puts the latest
-- first; without it they come in any order, up to `most`.
CREATE FUNCTION search_find(
  query text, in_titles boolean, only_kind text, only_year integer, only_topic text, newest boolean, most integer)
RETURNS TABLE (id uuid, kind text, url text, title text, summary text, topic text, published_on date)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  marks text[] := search_marks(only_kind, only_topic, NULL) || array_remove(ARRAY['y-' || only_year::text], NULL);
  whole text := query;
  mark text;
BEGIN
  FOREACH mark IN ARRAY marks LOOP
    whole := '(' || whole || ') & ' || search_quoted(mark);
  END LOOP;
  RETURN QUERY EXECUTE format(
    'SELECT e.id, e.kind, e.url, e.title, e.summary, e.topic, e.published_on FROM public.search_entry e
     WHERE e.commune_id = %L AND e.%I @@ %L::tsquery %s LIMIT %s',
    current_setting('loa.commune')::uuid,
    CASE WHEN in_titles THEN 'title_words' ELSE 'words' END,
    whole,
    CASE WHEN newest THEN 'ORDER BY e.published_on DESC NULLS LAST, e.id' ELSE '' END,
    least(most, 1000));
END
$$;

-- Counts the words of the commune anew and forgets those that nothing holds any more.
-- Returns how many there are.
CREATE FUNCTION search_count_words()
RETURNS integer LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH counted AS MATERIALIZED (
    SELECT term AS word, count(*)::integer AS entries
    FROM public.search_entry e, unnest(tsvector_to_array(e.words)) AS term
    WHERE e.commune_id = current_setting('loa.commune')::uuid AND term !~ '-' GROUP BY term),
  forgotten AS (
    DELETE FROM public.search_word w WHERE w.commune_id = current_setting('loa.commune')::uuid
      AND NOT EXISTS (SELECT FROM counted WHERE counted.word = w.word)),
  changed AS (
    UPDATE public.search_word w SET entries = counted.entries FROM counted
    WHERE w.commune_id = current_setting('loa.commune')::uuid AND w.word = counted.word AND w.entries <> counted.entries)
  SELECT count(*)::integer FROM counted
$$;

REVOKE ALL ON FUNCTION search_put, search_find, search_count_words FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_put, search_find, search_count_words TO loa_app;
