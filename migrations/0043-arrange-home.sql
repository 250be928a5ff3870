-- How the office arranged its home page, and the arrangement somebody is still trying out.

CREATE TABLE home_layout (
  commune_id uuid NOT NULL,
  -- JSON: [{id, shown, items}] in order.
  blocks text NOT NULL,
  arranged_by uuid,
  arranged_at timestamptz NOT NULL,
  CONSTRAINT home_layout_pk PRIMARY KEY (commune_id),
  CONSTRAINT home_layout_commune_fk FOREIGN KEY (commune_id) REFERENCES commune (id)
);
COMMENT ON TABLE home_layout IS 'The blocks of the home page in their order; none: as shipped';
ALTER TABLE home_layout ENABLE ROW LEVEL SECURITY;
ALTER TABLE home_layout FORCE ROW LEVEL SECURITY;
CREATE POLICY home_layout_in_commune ON home_layout
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE ON home_layout TO loa_app;

CREATE TABLE home_draft (
  commune_id uuid NOT NULL,
  blocks text NOT NULL,
  changed_by uuid,
  changed_at timestamptz NOT NULL,
  CONSTRAINT home_draft_pk PRIMARY KEY (commune_id),
  CONSTRAINT home_draft_commune_fk FOREIGN KEY (commune_id) REFERENCES commune (id)
);
COMMENT ON TABLE home_draft IS 'An arrangement of the home page that the public does not see yet';
ALTER TABLE home_draft ENABLE ROW LEVEL SECURITY;
ALTER TABLE home_draft FORCE ROW LEVEL SECURITY;
CREATE POLICY home_draft_in_commune ON home_draft
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON home_draft TO loa_app;
