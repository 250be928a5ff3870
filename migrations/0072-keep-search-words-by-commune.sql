-- What search looks at is small and stands apart from what it shows: of an item that is looked at a row of some two
-- hundred bytes is read, and two thousand of them stay in memory. The index keeps each commune's words apart, so that a
-- word is read as often as this commune has it, however many others share the installation. What is found is counted
-- by kind, by topic and by year, each by itself: all three together are nearly as many groups as hits.

ALTER TABLE search_text DROP CONSTRAINT search_text_entry_fk;
ALTER TABLE search_text
  ADD COLUMN url text NOT NULL DEFAULT '',
  ADD COLUMN title text NOT NULL DEFAULT '',
  ADD COLUMN summary text NOT NULL DEFAULT '';
COMMENT ON TABLE search_text IS 'Public text as written: what is shown of an item that was found, and the passage that holds what was searched';
ALTER TABLE search_text NO FORCE ROW LEVEL SECURITY;
UPDATE search_text AS shown SET url = entry.url, title = entry.title, summary = entry.summary
FROM search_entry AS entry WHERE entry.commune_id = shown.commune_id AND entry.id = shown.id;
INSERT INTO search_text (commune_id, id, body, url, title, summary)
SELECT commune_id, id, '', url, title, summary FROM search_entry ON CONFLICT DO NOTHING;
DO $$
DECLARE
  lost record;
BEGIN
  SELECT e.commune_id, e.id INTO lost FROM search_entry e
  LEFT JOIN search_text t ON t.commune_id = e.commune_id AND t.id = e.id AND t.url = e.url WHERE t.id IS NULL LIMIT 1;
  IF FOUND THEN RAISE EXCEPTION 'public text % of commune % would lose its address', lost.id, lost.commune_id; END IF;
END
$$;
ALTER TABLE search_text
  ALTER COLUMN url DROP DEFAULT, ALTER COLUMN title DROP DEFAULT, ALTER COLUMN summary DROP DEFAULT;
CREATE INDEX search_text_url ON search_text (commune_id, url);

-- What tells a commune's words from another's in the index: the end of its number, which is drawn by lot. Where two
-- are alike the commune of each hit is looked at too.
CREATE FUNCTION search_sign(commune uuid) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog AS $$ SELECT right(commune::text, 6) || '/' $$;

-- Words as the index keeps them.
CREATE FUNCTION search_signed(commune uuid, words text[]) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, public AS $$
  SELECT array_to_tsvector(coalesce(array_agg(search_sign(commune) || word), '{}')) FROM unnest(words) AS word
$$;

-- A query of quoted words, asked of one commune's.
CREATE FUNCTION search_asked(commune uuid, query text) RETURNS tsquery
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, public AS $$
  SELECT regexp_replace(query, '''((?:[^''\\]|''''|\\.)*)''', '''' || search_sign(commune) || '\1''', 'g')::tsquery
$$;

-- One of 256 bits for each term: titles that hold most of a question are told by how many bits they share with it.
CREATE FUNCTION search_bits(terms text[]) RETURNS bit(256)
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog AS $$
DECLARE
  bits bit(256) := repeat('0', 256)::bit(256);
  term text;
BEGIN
  FOREACH term IN ARRAY terms LOOP
    bits := set_bit(bits, ('x' || left(md5(term), 2))::bit(8)::integer, 1);
  END LOOP;
  RETURN bits;
END
$$;

CREATE TEMPORARY TABLE search_before ON COMMIT DROP AS
SELECT commune_id, id, kind, topic, published_on, tsvector_to_array(title_words) AS title_terms,
  tsvector_to_array(words) AS terms FROM search_entry;
-- Marks of kind, topic and time stand among the terms, told by their hyphen; no word of a title has one.
TRUNCATE search_entry;
DROP INDEX search_entry_words, search_entry_title_words;
ALTER TABLE search_entry
  DROP COLUMN url, DROP COLUMN title, DROP COLUMN summary,
  ADD COLUMN title_bits bit(256) NOT NULL;
-- Words are only read when they are counted: they wait outside the row, all else stays in it.
ALTER TABLE search_entry SET (toast_tuple_target = 128);
ALTER TABLE search_entry
  ALTER COLUMN kind SET STORAGE MAIN, ALTER COLUMN topic SET STORAGE MAIN, ALTER COLUMN title_bits SET STORAGE PLAIN;
COMMENT ON COLUMN search_entry.title_bits IS 'search_bits of the terms of the title';
INSERT INTO search_entry (commune_id, id, kind, topic, published_on, title_words, words, title_bits)
SELECT commune_id, id, kind, topic, published_on, search_signed(commune_id, title_terms),
  search_signed(commune_id, terms),
  search_bits(ARRAY(SELECT term FROM unnest(title_terms) AS term WHERE term !~ '^[ktym]-')) FROM search_before;
CREATE INDEX search_entry_words ON search_entry USING gin (words) WITH (gin_pending_list_limit = 256);
CREATE INDEX search_entry_title_words ON search_entry USING gin (title_words) WITH (gin_pending_list_limit = 256);
ALTER TABLE search_text ADD CONSTRAINT search_text_entry_fk
  FOREIGN KEY (commune_id, id) REFERENCES search_entry (commune_id, id) ON DELETE CASCADE;
ALTER TABLE search_text FORCE ROW LEVEL SECURITY;

CREATE OR REPLACE FUNCTION search_put(
  entry_id uuid, entry_kind text, entry_url text, entry_title text, entry_summary text, entry_topic text,
  entry_published_on date, entry_body text, folded_title text, folded_summary text, folded_body text)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  commune uuid := current_setting('loa.commune')::uuid;
  title_terms text[] := search_terms(folded_title);
  body_words text[] := ARRAY(SELECT DISTINCT left(piece[1], 60) FROM regexp_matches(folded_body, '[a-z0-9]+', 'g') AS piece);
  marks text[] := search_marks(entry_kind, nullif(entry_topic, ''), entry_published_on);
  all_terms text[] := title_terms || search_terms(folded_summary) || body_words;
BEGIN
  PERFORM search_learn(all_terms);
  PERFORM search_learn_choices(marks);
  INSERT INTO public.search_entry AS entry (commune_id, id, kind, topic, published_on, title_words, words, title_bits)
  VALUES (commune, entry_id, entry_kind, nullif(entry_topic, ''), entry_published_on,
    search_signed(commune, title_terms || marks), search_signed(commune, all_terms || marks), search_bits(title_terms))
  ON CONFLICT (commune_id, id) DO UPDATE SET kind = excluded.kind, topic = excluded.topic,
    published_on = excluded.published_on, title_words = excluded.title_words, words = excluded.words,
    title_bits = excluded.title_bits;
  INSERT INTO public.search_text (commune_id, id, url, title, summary, body)
  VALUES (commune, entry_id, entry_url, entry_title, entry_summary, entry_body)
  ON CONFLICT (commune_id, id) DO UPDATE SET url = excluded.url, title = excluded.title, summary = excluded.summary,
    body = excluded.body;
END
$$;

CREATE OR REPLACE FUNCTION search_titles(addresses text[])
RETURNS TABLE (url text, title text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT t.url, min(t.title) FROM public.search_text t
  WHERE t.commune_id = current_setting('loa.commune')::uuid AND t.url = ANY (addresses)
  GROUP BY t.url
$$;

CREATE OR REPLACE FUNCTION search_known(addresses text[])
RETURNS TABLE (url text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT t.url FROM public.search_text t
  WHERE t.commune_id = current_setting('loa.commune')::uuid AND t.url = ANY (addresses)
$$;

-- Looks at items that match `query`, a tsquery the app builds of quoted folded terms, in the titles alone or
-- anywhere: at most `most` and one, in any order. If these are all, gives up to 200 of those that are left by kind,
-- year and topic, the latest first or those whose titles hold most of `terms`. With `wide` everything that matches is looked at,
-- without it only what is left. Each row says how many were looked at and how many of them are left, the first one
-- also how many of each kind, topic and year the other two leave; it has no item where nothing is left.
-- Always by the index: what the planner knows of single words misleads it about several.
DROP FUNCTION search_look;
CREATE FUNCTION search_look(
  query text, in_titles boolean, only_kind text, only_year integer, only_topic text, wide boolean, terms text[],
  newest boolean, most integer)
RETURNS TABLE (looked integer, remaining integer, kinds json, topics json, years json,
  id uuid, kind text, url text, title text, summary text, topic text, published_on date)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public SET enable_seqscan = off AS $$
BEGIN
  RETURN QUERY EXECUTE format(
    'WITH placed AS MATERIALIZED (
       SELECT e.id, e.kind, left(e.topic, 200) AS topic, extract(year FROM e.published_on)::integer AS year, e.published_on,
         e.kind = $3 OR $3 IS NULL AS of_kind, extract(year FROM e.published_on)::integer = $4 OR $4 IS NULL AS of_year,
         left(e.topic, 200) = left($5, 200) OR $5 IS NULL AS of_topic, %s AS held
       FROM public.search_entry e WHERE (e.commune_id = $1) IS TRUE AND e.%I @@ %L::tsquery LIMIT %s),
     best AS MATERIALIZED (
       SELECT p.*, row_number() OVER (ORDER BY p.held DESC, p.published_on DESC NULLS LAST, p.id) AS nth
       FROM placed p WHERE p.of_kind AND p.of_year AND p.of_topic AND (SELECT count(*) FROM placed) <= $6
       ORDER BY nth LIMIT 200)
     SELECT c.looked, c.remaining, CASE WHEN coalesce(b.nth, 1) = 1 THEN c.kinds END, CASE WHEN coalesce(b.nth, 1) = 1 THEN c.topics END, CASE WHEN coalesce(b.nth, 1) = 1 THEN c.years END,
       b.id, b.kind, t.url, t.title, t.summary, b.topic, b.published_on
     FROM (SELECT
       (SELECT count(*)::integer FROM placed) AS looked,
       (SELECT count(*)::integer FROM placed p WHERE p.of_kind AND p.of_year AND p.of_topic) AS remaining,
       (SELECT json_object_agg(k.kind, k.count) FROM
         (SELECT p.kind, count(*) FROM placed p WHERE p.of_year AND p.of_topic GROUP BY 1) AS k) AS kinds,
       (SELECT json_object_agg(k.topic, k.count) FROM
         (SELECT p.topic, count(*) FROM placed p WHERE p.of_kind AND p.of_year AND p.topic <> '''' GROUP BY 1) AS k) AS topics,
       (SELECT json_object_agg(k.year, k.count) FROM
         (SELECT p.year, count(*) FROM placed p WHERE p.of_kind AND p.of_topic AND p.year IS NOT NULL GROUP BY 1) AS k) AS years
     ) AS c LEFT JOIN (best b JOIN public.search_text t ON t.commune_id = $1 AND t.id = b.id) ON true ORDER BY b.nth',
    -- How many of the terms a title holds.
    CASE WHEN newest THEN '0' ELSE 'bit_count(e.title_bits & $2)' END,
    CASE WHEN in_titles THEN 'title_words' ELSE 'words' END,
    search_asked(current_setting('loa.commune')::uuid,
      CASE WHEN wide THEN query ELSE search_within(query, only_kind, only_year, only_topic) END),
    most + 1)
  USING current_setting('loa.commune')::uuid, search_bits(terms), only_kind, only_year, only_topic, most;
END
$$;

-- The latest of what matches, each of them put in order: for a query that is left to a short time.
CREATE OR REPLACE FUNCTION search_newest(
  query text, in_titles boolean, only_kind text, only_year integer, only_topic text, most integer)
RETURNS TABLE (id uuid, kind text, url text, title text, summary text, topic text, published_on date)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public SET enable_seqscan = off AS $$
BEGIN
  RETURN QUERY EXECUTE format(
    'WITH latest AS MATERIALIZED (
       SELECT e.id, e.kind, e.topic, e.published_on FROM public.search_entry e
       WHERE (e.commune_id = $1) IS TRUE AND e.%I @@ %L::tsquery ORDER BY e.published_on DESC NULLS LAST, e.id LIMIT %s)
     SELECT l.id, l.kind, t.url, t.title, t.summary, l.topic, l.published_on
     FROM latest l JOIN public.search_text t ON t.commune_id = $1 AND t.id = l.id
     ORDER BY l.published_on DESC NULLS LAST, l.id',
    CASE WHEN in_titles THEN 'title_words' ELSE 'words' END,
    search_asked(current_setting('loa.commune')::uuid, search_within(query, only_kind, only_year, only_topic)), most)
  USING current_setting('loa.commune')::uuid;
END
$$;

-- Whether the latest items of a year hold anything that matches: what thousands match, a few of them tell
-- sooner than the index does.
CREATE OR REPLACE FUNCTION search_among_latest(query text, of_year integer)
RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, public SET enable_seqscan = off SET enable_indexscan = on AS $$
  SELECT EXISTS (SELECT FROM (
    SELECT e.words FROM public.search_entry e
    WHERE e.commune_id = current_setting('loa.commune')::uuid
      AND e.published_on BETWEEN make_date(of_year, 1, 1) AND make_date(of_year, 12, 31)
    ORDER BY e.published_on DESC NULLS LAST, e.id LIMIT 300) AS latest
  WHERE latest.words @@ search_asked(current_setting('loa.commune')::uuid, query))
$$;

-- Kinds, topics and years, as the index marks them, that leave anything of what matches beside the other two
-- chosen ones; `known` do so already and aren't asked for. Of topics only the sixty that most items have.
CREATE OR REPLACE FUNCTION search_left(query text, only_kind text, only_year integer, only_topic text, known text[])
RETURNS SETOF text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public SET enable_seqscan = off SET enable_indexscan = off AS $$
DECLARE
  choice text;
  is_left boolean;
  beside text;
BEGIN
  FOR choice IN
    SELECT c.mark FROM (
      SELECT mark, row_number() OVER (PARTITION BY left(mark, 1) ORDER BY entries DESC, mark) AS nth
      FROM public.search_choice WHERE commune_id = current_setting('loa.commune')::uuid) AS c
    WHERE c.mark <> ALL (known) AND (c.nth <= 60 OR c.mark !~ '^t-') ORDER BY c.mark
  LOOP
    beside := search_within(query,
      CASE WHEN choice ~ '^k-' THEN NULL ELSE only_kind END, CASE WHEN choice ~ '^y-' THEN NULL ELSE only_year END,
      CASE WHEN choice ~ '^t-' THEN NULL ELSE only_topic END);
    is_left := choice ~ '^y-' AND search_among_latest(beside, substr(choice, 3)::integer);
    IF NOT is_left THEN
      EXECUTE format('SELECT EXISTS (SELECT FROM public.search_entry e WHERE (e.commune_id = $1) IS TRUE AND e.words @@ %L::tsquery)',
        search_asked(current_setting('loa.commune')::uuid, beside || ' & ' || search_quoted(choice)))
      INTO is_left USING current_setting('loa.commune')::uuid;
    END IF;
    IF is_left THEN RETURN NEXT choice; END IF;
  END LOOP;
END
$$;

CREATE OR REPLACE FUNCTION search_count_words()
RETURNS integer LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH held AS MATERIALIZED (
    SELECT term, count(*)::integer AS entries
    FROM public.search_entry e, unnest(tsvector_to_array(e.words)) AS term
    WHERE e.commune_id = current_setting('loa.commune')::uuid GROUP BY term),
  counted AS MATERIALIZED (
    SELECT substr(term, 1 + length(search_sign(current_setting('loa.commune')::uuid))) AS word, entries FROM held),
  forgotten AS (
    DELETE FROM public.search_word w WHERE w.commune_id = current_setting('loa.commune')::uuid
      AND NOT EXISTS (SELECT FROM counted WHERE counted.word = w.word)),
  unchosen AS (
    DELETE FROM public.search_choice c WHERE c.commune_id = current_setting('loa.commune')::uuid
      AND NOT EXISTS (SELECT FROM counted WHERE counted.word = c.mark)),
  chosen AS (
    INSERT INTO public.search_choice AS c (commune_id, mark, entries)
    SELECT current_setting('loa.commune')::uuid, word, entries FROM counted WHERE word ~ '^[kty]-'
    ON CONFLICT (commune_id, mark) DO UPDATE SET entries = excluded.entries WHERE c.entries <> excluded.entries),
  changed AS (
    UPDATE public.search_word w SET entries = counted.entries FROM counted
    WHERE w.commune_id = current_setting('loa.commune')::uuid AND w.word = counted.word AND w.entries <> counted.entries)
  SELECT count(*)::integer FROM counted WHERE word !~ '-'
$$;

REVOKE ALL ON FUNCTION search_look FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_look TO loa_app;
