-- The register of official documents: what came in, what the office issued, what is only known because
-- others cite it; and the links between them.

CREATE TABLE register_entry (
  commune_id uuid NOT NULL,
  id uuid NOT NULL,
  -- The text as it was read; null for what was entered by hand or waits for recognition.
  document_id uuid,
  source_sha256 text,
  source_name text,
  status text NOT NULL,
  -- What was understood, while a person corrects it and after, as JSON, with the number of the last save.
  draft text NOT NULL,
  draft_version integer NOT NULL DEFAULT 1,
  direction text NOT NULL,
  arrived_on date,
  -- Field of work as the office files it.
  field text NOT NULL DEFAULT '',
  type text,
  number text,
  symbol text,
  code text,
  -- The code without accents, blanks and leading noughts, by which citations find it.
  code_key text,
  agency text,
  signer text,
  title text NOT NULL DEFAULT '',
  issued_on date,
  in_force_on date,
  expires_on date,
  -- Code of what replaced it, where that is known by hand only.
  replaced_by text,
  -- Code, title, bodies and signer without accents.
  search_text text NOT NULL DEFAULT '',
  received_at timestamptz NOT NULL,
  registered_at timestamptz,
  CONSTRAINT register_entry_pk PRIMARY KEY (commune_id, id),
  CONSTRAINT register_entry_document_unique UNIQUE (commune_id, document_id),
  CONSTRAINT register_entry_document_fk FOREIGN KEY (commune_id, document_id) REFERENCES document (commune_id, id),
  CONSTRAINT register_entry_source_fk FOREIGN KEY (commune_id, source_sha256) REFERENCES stored_file (commune_id, sha256),
  CONSTRAINT register_entry_commune_fk FOREIGN KEY (commune_id) REFERENCES commune (id),
  CONSTRAINT register_entry_status_known CHECK (status IN ('draft', 'registered', 'discarded')),
  CONSTRAINT register_entry_direction_known CHECK (direction IN ('incoming', 'own', 'cited')),
  CONSTRAINT register_entry_registered_whole CHECK (status <> 'registered' OR (registered_at IS NOT NULL AND (title <> '' OR code IS NOT NULL))),
  CONSTRAINT register_entry_replaced_dated CHECK (replaced_by IS NULL OR expires_on IS NOT NULL),
  CONSTRAINT register_entry_force_ordered CHECK (expires_on IS NULL OR in_force_on IS NULL OR expires_on >= in_force_on)
);
COMMENT ON TABLE register_entry IS 'A document under review (draft) or in the register';
CREATE INDEX register_entry_by_code ON register_entry (commune_id, code_key);
CREATE INDEX register_entry_by_day ON register_entry (commune_id, status, issued_on);
ALTER TABLE register_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE register_entry FORCE ROW LEVEL SECURITY;
CREATE POLICY register_entry_in_commune ON register_entry
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE ON register_entry TO loa_app;

CREATE TABLE document_link (
  commune_id uuid NOT NULL,
  id uuid NOT NULL,
  entry_id uuid NOT NULL,
  position integer NOT NULL,
  relation text NOT NULL,
  type text,
  code text NOT NULL,
  code_key text NOT NULL,
  issued_on date,
  issuer text,
  span_start integer,
  span_end integer,
  -- The entry that is meant; null while it isn't in the register.
  target_id uuid,
  CONSTRAINT document_link_pk PRIMARY KEY (commune_id, id),
  CONSTRAINT document_link_position_unique UNIQUE (commune_id, entry_id, position),
  CONSTRAINT document_link_entry_fk FOREIGN KEY (commune_id, entry_id) REFERENCES register_entry (commune_id, id),
  CONSTRAINT document_link_target_fk FOREIGN KEY (commune_id, target_id) REFERENCES register_entry (commune_id, id),
  CONSTRAINT document_link_relation_known CHECK (relation IN ('cites', 'implements', 'replaces', 'amends', 'abolishes'))
);
COMMENT ON TABLE document_link IS 'What a registered document says of another: cites, implements, replaces, amends, abolishes';
CREATE INDEX document_link_by_target ON document_link (commune_id, target_id);
CREATE INDEX document_link_by_code ON document_link (commune_id, code_key);
ALTER TABLE document_link ENABLE ROW LEVEL SECURITY;
ALTER TABLE document_link FORCE ROW LEVEL SECURITY;
CREATE POLICY document_link_in_commune ON document_link
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON document_link TO loa_app;
