-- Articles that the machine couldn't read aloud, and the day before which it doesn't try again.

CREATE TABLE article_unread (
  commune_id uuid NOT NULL,
  edition_id uuid NOT NULL,
  failures integer NOT NULL,
  not_before date NOT NULL,
  CONSTRAINT article_unread_pk PRIMARY KEY (commune_id, edition_id),
  CONSTRAINT article_unread_edition_fk FOREIGN KEY (commune_id, edition_id) REFERENCES edition (commune_id, id),
  CONSTRAINT article_unread_failures CHECK (failures > 0)
);
COMMENT ON TABLE article_unread IS 'An edition that could not be read aloud; gone once it was, or is live no longer';
ALTER TABLE article_unread ENABLE ROW LEVEL SECURITY;
ALTER TABLE article_unread FORCE ROW LEVEL SECURITY;
CREATE POLICY article_unread_in_commune ON article_unread
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON article_unread TO loa_app;
