-- New words of one item. Whether a word is known is asked of its key by the insertion itself: a query would be planned
-- by what is known of a commune's words, and that is little while a new commune takes in thousands of items; each of
-- them then read all words learnt before. Known words are left as they are, so that writers don't wait for each other.
CREATE OR REPLACE FUNCTION search_learn(words text[])
RETURNS void LANGUAGE sql SET search_path = pg_catalog, public AS $$
  WITH fresh AS (
    INSERT INTO public.search_word (commune_id, word)
    SELECT current_setting('loa.commune')::uuid, word FROM (SELECT DISTINCT unnest(words) AS word ORDER BY 1) AS each
    ON CONFLICT DO NOTHING RETURNING word)
  INSERT INTO public.search_slip (commune_id, rest, word)
  SELECT current_setting('loa.commune')::uuid, rest, word FROM fresh, unnest(search_rests(word)) AS rest
  WHERE word ~ '^[a-z]{3,12}$'
  ON CONFLICT DO NOTHING
$$;

-- New choices of one item, likewise.
CREATE OR REPLACE FUNCTION search_learn_choices(marks text[])
RETURNS void LANGUAGE sql SET search_path = pg_catalog, public AS $$
  INSERT INTO public.search_choice (commune_id, mark)
  SELECT current_setting('loa.commune')::uuid, mark FROM (SELECT DISTINCT unnest(marks) AS mark ORDER BY 1) AS each
  WHERE mark ~ '^[kty]-'
  ON CONFLICT DO NOTHING
$$;
