-- Pages of the office are items like articles, with the same editions; each is looked at again from time to
-- time, and somebody says that it still holds.

-- Checking a foreign key reads the table, which forced row security would refuse outside a commune.
ALTER TABLE item NO FORCE ROW LEVEL SECURITY;
ALTER TABLE edition NO FORCE ROW LEVEL SECURITY;

ALTER TABLE item
  DROP CONSTRAINT item_kind_known,
  ADD CONSTRAINT item_kind_known CHECK (kind IN ('article', 'page')),
  ADD CONSTRAINT item_kind_unique UNIQUE (commune_id, id, kind);

-- That of its item, so that a list of one kind is read from one index. What there is are articles.
ALTER TABLE edition
  ADD COLUMN kind text NOT NULL DEFAULT 'article',
  ADD CONSTRAINT edition_kind_fk FOREIGN KEY (commune_id, item_id, kind) REFERENCES item (commune_id, id, kind);
ALTER TABLE edition ALTER COLUMN kind DROP DEFAULT;
DROP INDEX edition_public;
DROP INDEX edition_public_of_section;
CREATE INDEX edition_public ON edition (commune_id, kind, public_at DESC, id DESC) WHERE status = 'published';
CREATE INDEX edition_public_of_section ON edition (commune_id, kind, section, public_at DESC, id DESC)
  WHERE status = 'published';

ALTER TABLE item FORCE ROW LEVEL SECURITY;
ALTER TABLE edition FORCE ROW LEVEL SECURITY;

CREATE TABLE page_review (
  commune_id uuid NOT NULL,
  item_id uuid NOT NULL,
  reviewed_on date NOT NULL,
  reviewed_by uuid,
  CONSTRAINT page_review_pk PRIMARY KEY (commune_id, item_id),
  CONSTRAINT page_review_item_fk FOREIGN KEY (commune_id, item_id) REFERENCES item (commune_id, id)
);
COMMENT ON TABLE page_review IS 'The last day somebody read a page of the office again and said that it still holds';
ALTER TABLE page_review ENABLE ROW LEVEL SECURITY;
ALTER TABLE page_review FORCE ROW LEVEL SECURITY;
CREATE POLICY page_review_in_commune ON page_review
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE ON page_review TO loa_app;
