-- Papers made from what is public: which edition's words they carry, and for which they were said to hold.

CREATE TABLE derived_print (
  commune_id uuid NOT NULL,
  item_id uuid NOT NULL,
  form text NOT NULL,
  -- Whose words stand on the paper.
  edition_id uuid NOT NULL,
  -- The newest edition that somebody made it from, or looked at and said that the paper still holds.
  holds_for uuid NOT NULL,
  made_by uuid,
  made_at timestamptz NOT NULL,
  CONSTRAINT derived_print_pk PRIMARY KEY (commune_id, item_id, form),
  CONSTRAINT derived_print_item_fk FOREIGN KEY (commune_id, item_id) REFERENCES item (commune_id, id),
  CONSTRAINT derived_print_edition_fk FOREIGN KEY (commune_id, edition_id) REFERENCES edition (commune_id, id),
  CONSTRAINT derived_print_holds_for_fk FOREIGN KEY (commune_id, holds_for) REFERENCES edition (commune_id, id),
  CONSTRAINT derived_print_form_known CHECK (form IN ('board-sheet', 'poster'))
);
COMMENT ON TABLE derived_print IS 'A sheet for the board or a poster made from an edition, and for which edition it holds';
ALTER TABLE derived_print ENABLE ROW LEVEL SECURITY;
ALTER TABLE derived_print FORCE ROW LEVEL SECURITY;
CREATE POLICY derived_print_in_commune ON derived_print
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE ON derived_print TO loa_app;
