-- Search reads its index as seldom as it can: one reading finds, counts what can be chosen from and picks out
-- what titles speak of most. What a commune's items can be narrowed to is kept, so that only that is asked for.
CREATE TABLE search_choice (
  commune_id uuid NOT NULL,
  -- A kind, topic or year as the index marks items with it: k-act, t-Hộ tịch, y-2023.
  mark text NOT NULL,
  CONSTRAINT search_choice_pk PRIMARY KEY (commune_id, mark),
  CONSTRAINT search_choice_commune_fk FOREIGN KEY (commune_id) REFERENCES commune (id),
  CONSTRAINT search_choice_mark_known CHECK (mark ~ '^[kty]-')
);
COMMENT ON TABLE search_choice IS 'Kinds, topics and years that public items of the commune have, or had since the last count';
ALTER TABLE search_choice ENABLE ROW LEVEL SECURITY;
ALTER TABLE search_choice FORCE ROW LEVEL SECURITY;
CREATE POLICY search_choice_in_commune ON search_choice
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT ON search_choice TO loa_app;

ALTER TABLE search_choice NO FORCE ROW LEVEL SECURITY;
INSERT INTO search_choice (commune_id, mark)
SELECT DISTINCT commune_id, mark FROM search_entry, unnest(search_marks(kind, topic, published_on)) AS mark
WHERE mark ~ '^[kty]-';
ALTER TABLE search_choice FORCE ROW LEVEL SECURITY;

-- New choices of one item; known ones are left alone, so that writers don't wait for each other.
CREATE FUNCTION search_learn_choices(marks text[])
RETURNS void LANGUAGE sql SET search_path = pg_catalog, public AS $$
  INSERT INTO public.search_choice (commune_id, mark)
  SELECT current_setting('loa.commune')::uuid, mark FROM (
    SELECT unnest(marks) AS mark EXCEPT
    SELECT mark FROM public.search_choice WHERE commune_id = current_setting('loa.commune')::uuid AND mark = ANY (marks)
    ORDER BY 1) AS unknown
  WHERE mark ~ '^[kty]-'
  ON CONFLICT DO NOTHING
$$;

CREATE OR REPLACE FUNCTION search_put(
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
  PERFORM search_learn_choices(marks);
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

-- A query left to one kind, year and topic; where one is null, to all of them.
CREATE FUNCTION search_within(query text, only_kind text, only_year integer, only_topic text)
RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, public AS $$
  SELECT concat_ws(' & ', '(' || query || ')', search_quoted('k-' || only_kind), search_quoted('y-' || only_year::text),
    search_quoted('t-' || left(only_topic, 200)))
$$;

-- Looks at items that match `query`, a tsquery the app builds of quoted folded terms, in the titles alone or
-- anywhere: at most `most` and one, in any order. Gives up to 200 of those that are left by kind, year and topic,
-- the latest first or those whose titles hold most of `terms`. With `wide` everything that matches is looked at
-- and counted, without it only what is left. The first row says how many were looked at, and of which kinds,
-- topics and years they are; it has no item where nothing is left.
-- Always by the index: what the planner knows of single words misleads it about several.
CREATE FUNCTION search_look(
  query text, in_titles boolean, only_kind text, only_year integer, only_topic text, wide boolean, terms text[],
  newest boolean, most integer)
RETURNS TABLE (looked integer, counts json, id uuid, kind text, url text, title text, summary text, topic text, published_on date)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public SET enable_seqscan = off SET enable_indexscan = off AS $$
BEGIN
  RETURN QUERY EXECUTE format(
    'WITH found AS MATERIALIZED (
       SELECT e.ctid AS place, e.id, e.kind, left(e.topic, 200) AS topic, extract(year FROM e.published_on)::text AS year,
         e.published_on, %s AS lacking
       FROM public.search_entry e WHERE e.commune_id = %L AND e.%I @@ %L::tsquery LIMIT %s),
     counted AS (SELECT sum(each.count)::integer AS looked, json_agg(each) AS counts FROM (
       SELECT f.kind, f.topic, f.year, count(*)::integer AS count FROM found f GROUP BY 1, 2, 3) AS each),
     best AS (
       SELECT f.place, row_number() OVER (ORDER BY f.lacking, f.published_on DESC NULLS LAST, f.id) AS nth FROM found f
       WHERE (f.kind = $2 OR $2 IS NULL) AND (f.year = $3::text OR $3 IS NULL) AND (f.topic = left($4, 200) OR $4 IS NULL)
       ORDER BY nth LIMIT 200)
     SELECT coalesce(c.looked, 0), CASE WHEN b.nth > 1 THEN NULL ELSE c.counts END,
       e.id, e.kind, e.url, e.title, e.summary, e.topic, e.published_on
     FROM counted c LEFT JOIN (best b JOIN public.search_entry e ON e.ctid = b.place) ON true ORDER BY b.nth',
    -- How many of the terms a title lacks.
    CASE WHEN newest THEN '0' ELSE 'length(ts_delete(e.title_words, $1)) - length(e.title_words)' END,
    current_setting('loa.commune')::uuid,
    CASE WHEN in_titles THEN 'title_words' ELSE 'words' END,
    CASE WHEN wide THEN query ELSE search_within(query, only_kind, only_year, only_topic) END,
    most + 1)
  USING terms, only_kind, only_year, only_topic;
END
$$;

-- The latest of what matches, each of them put in order: for a query that is left to a short time.
CREATE FUNCTION search_newest(
  query text, in_titles boolean, only_kind text, only_year integer, only_topic text, most integer)
RETURNS TABLE (id uuid, kind text, url text, title text, summary text, topic text, published_on date)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public SET enable_seqscan = off SET enable_indexscan = off AS $$
BEGIN
  RETURN QUERY EXECUTE format(
    'SELECT e.id, e.kind, e.url, e.title, e.summary, e.topic, e.published_on FROM public.search_entry e
     WHERE e.commune_id = %L AND e.%I @@ %L::tsquery ORDER BY e.published_on DESC NULLS LAST, e.id LIMIT %s',
    current_setting('loa.commune')::uuid,
    CASE WHEN in_titles THEN 'title_words' ELSE 'words' END,
    search_within(query, only_kind, only_year, only_topic), most);
END
$$;

-- Whether the latest items of a year hold anything that matches: what thousands match, a few of them tell
-- sooner than the index does.
CREATE FUNCTION search_among_latest(query text, of_year integer)
RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, public SET enable_seqscan = off SET enable_indexscan = on AS $$
  SELECT EXISTS (SELECT FROM (
    SELECT e.words FROM public.search_entry e
    WHERE e.commune_id = current_setting('loa.commune')::uuid
      AND e.published_on BETWEEN make_date(of_year, 1, 1) AND make_date(of_year, 12, 31)
    ORDER BY e.published_on DESC NULLS LAST, e.id LIMIT 300) AS latest
  WHERE latest.words @@ query::tsquery)
$$;

-- Kinds, topics and years, as the index marks them, that leave anything of what matches beside the other two
-- chosen ones; `known` do so already and aren't asked for.
CREATE FUNCTION search_left(query text, only_kind text, only_year integer, only_topic text, known text[])
RETURNS SETOF text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public SET enable_seqscan = off SET enable_indexscan = off AS $$
DECLARE
  choice text;
  is_left boolean;
  beside text;
BEGIN
  FOR choice IN
    SELECT c.mark FROM public.search_choice c
    WHERE c.commune_id = current_setting('loa.commune')::uuid AND c.mark <> ALL (known) ORDER BY c.mark
  LOOP
    beside := search_within(query,
      CASE WHEN choice ~ '^k-' THEN NULL ELSE only_kind END, CASE WHEN choice ~ '^y-' THEN NULL ELSE only_year END,
      CASE WHEN choice ~ '^t-' THEN NULL ELSE only_topic END);
    is_left := choice ~ '^y-' AND search_among_latest(beside, substr(choice, 3)::integer);
    IF NOT is_left THEN
      EXECUTE format('SELECT EXISTS (SELECT FROM public.search_entry e WHERE e.commune_id = %L AND e.words @@ %L::tsquery)',
        current_setting('loa.commune')::uuid, beside || ' & ' || search_quoted(choice))
      INTO is_left;
    END IF;
    IF is_left THEN RETURN NEXT choice; END IF;
  END LOOP;
END
$$;

-- Also forgets choices that nothing has any more.
CREATE OR REPLACE FUNCTION search_count_words()
RETURNS integer LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH counted AS MATERIALIZED (
    SELECT term AS word, count(*)::integer AS entries
    FROM public.search_entry e, unnest(tsvector_to_array(e.words)) AS term
    WHERE e.commune_id = current_setting('loa.commune')::uuid GROUP BY term),
  forgotten AS (
    DELETE FROM public.search_word w WHERE w.commune_id = current_setting('loa.commune')::uuid
      AND NOT EXISTS (SELECT FROM counted WHERE counted.word = w.word)),
  unchosen AS (
    DELETE FROM public.search_choice c WHERE c.commune_id = current_setting('loa.commune')::uuid
      AND NOT EXISTS (SELECT FROM counted WHERE counted.word = c.mark)),
  changed AS (
    UPDATE public.search_word w SET entries = counted.entries FROM counted
    WHERE w.commune_id = current_setting('loa.commune')::uuid AND w.word = counted.word AND w.entries <> counted.entries)
  SELECT count(*)::integer FROM counted WHERE word !~ '-'
$$;

DROP FUNCTION search_find;
REVOKE ALL ON FUNCTION search_learn_choices, search_look, search_among_latest, search_newest, search_left FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_look, search_newest, search_left TO loa_app;
