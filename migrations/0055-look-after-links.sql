-- Links in what is published: where they stand, and what came of trying those that leave the site.

CREATE TABLE text_link (
  commune_id uuid NOT NULL,
  edition_id uuid NOT NULL,
  position integer NOT NULL,
  href text NOT NULL,
  words text NOT NULL,
  CONSTRAINT text_link_pk PRIMARY KEY (commune_id, edition_id, position),
  CONSTRAINT text_link_edition_fk FOREIGN KEY (commune_id, edition_id) REFERENCES edition (commune_id, id),
  CONSTRAINT text_link_lengths CHECK (length(href) BETWEEN 1 AND 2000)
);
COMMENT ON TABLE text_link IS 'A link in the newest words of an edition';
ALTER TABLE text_link ENABLE ROW LEVEL SECURITY;
ALTER TABLE text_link FORCE ROW LEVEL SECURITY;
CREATE POLICY text_link_in_commune ON text_link
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, DELETE ON text_link TO loa_app;

CREATE TABLE outside_link (
  commune_id uuid NOT NULL,
  -- Address by the hash of its letters: addresses are longer than a key may be.
  href_sha256 text NOT NULL,
  href text NOT NULL,
  tried_at timestamptz NOT NULL,
  -- What the last try found; NULL where it opened.
  fault text,
  -- The first of the tries that failed one after the other.
  failing_since timestamptz,
  failures integer NOT NULL DEFAULT 0,
  CONSTRAINT outside_link_pk PRIMARY KEY (commune_id, href_sha256),
  CONSTRAINT outside_link_fault_length CHECK (length(fault) BETWEEN 1 AND 200),
  CONSTRAINT outside_link_failing CHECK ((fault IS NULL) = (failing_since IS NULL) AND (fault IS NULL) = (failures = 0))
);
COMMENT ON TABLE outside_link IS 'What came of trying an address of another site; forgotten when nothing links there';
ALTER TABLE outside_link ENABLE ROW LEVEL SECURITY;
ALTER TABLE outside_link FORCE ROW LEVEL SECURITY;
CREATE POLICY outside_link_in_commune ON outside_link
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON outside_link TO loa_app;

-- Which of these addresses lead to something public; the table itself is closed to the app role.
CREATE FUNCTION search_known(addresses text[])
RETURNS TABLE (url text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT e.url FROM public.search_entry e
  WHERE e.commune_id = current_setting('loa.commune')::uuid AND e.url = ANY (addresses)
$$;
REVOKE ALL ON FUNCTION search_known FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_known TO loa_app;
