-- How many items have each kind, topic and year, so that of officers' many topics the commonest are offered; and
-- an index that finds the words a beginning may become.
ALTER TABLE search_choice ADD COLUMN entries integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN search_choice.entries IS 'Items that have it, as of the last count; 0 until it was counted';

ALTER TABLE search_choice NO FORCE ROW LEVEL SECURITY;
UPDATE search_choice AS choice SET entries = counted.entries
FROM (SELECT commune_id, mark, count(*)::integer AS entries
  FROM search_entry, unnest(search_marks(kind, topic, published_on)) AS mark GROUP BY 1, 2) AS counted
WHERE counted.commune_id = choice.commune_id AND counted.mark = choice.mark;
ALTER TABLE search_choice FORCE ROW LEVEL SECURITY;

CREATE INDEX search_word_begun ON search_word (commune_id, word COLLATE "C");

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
      EXECUTE format('SELECT EXISTS (SELECT FROM public.search_entry e WHERE e.commune_id = %L AND e.words @@ %L::tsquery)',
        current_setting('loa.commune')::uuid, beside || ' & ' || search_quoted(choice))
      INTO is_left;
    END IF;
    IF is_left THEN RETURN NEXT choice; END IF;
  END LOOP;
END
$$;

-- Also puts back choices that an item has and that were taken for forgotten while it was written.
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
  chosen AS (
    INSERT INTO public.search_choice AS c (commune_id, mark, entries)
    SELECT current_setting('loa.commune')::uuid, word, entries FROM counted WHERE word ~ '^[kty]-'
    ON CONFLICT (commune_id, mark) DO UPDATE SET entries = excluded.entries WHERE c.entries <> excluded.entries),
  changed AS (
    UPDATE public.search_word w SET entries = counted.entries FROM counted
    WHERE w.commune_id = current_setting('loa.commune')::uuid AND w.word = counted.word AND w.entries <> counted.entries)
  SELECT count(*)::integer FROM counted WHERE word !~ '-'
$$;
