-- Addresses of the site a commune had before, where each leads now, and which addresses people ask for in vain.

CREATE TABLE former_address (
  commune_id uuid NOT NULL,
  -- Path and query as they are compared: unescaped, in small letters, without host and anchor.
  address text NOT NULL,
  leads_to text NOT NULL DEFAULT '',
  reason text NOT NULL DEFAULT '',
  added_at timestamptz NOT NULL,
  CONSTRAINT former_address_pk PRIMARY KEY (commune_id, address),
  CONSTRAINT former_address_commune_fk FOREIGN KEY (commune_id) REFERENCES commune (id),
  CONSTRAINT former_address_form CHECK (address LIKE '/%' AND length(address) <= 400),
  -- Another address, or why there is none.
  CONSTRAINT former_address_one_end CHECK ((leads_to = '') <> (reason = ''))
);
COMMENT ON TABLE former_address IS 'Addresses of a former site that lead to pages of this one, or say why they are gone';
CREATE INDEX former_address_latest ON former_address (commune_id, added_at DESC, address);
ALTER TABLE former_address ENABLE ROW LEVEL SECURITY;
ALTER TABLE former_address FORCE ROW LEVEL SECURITY;
CREATE POLICY former_address_in_commune ON former_address
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON former_address TO loa_app;

CREATE TABLE missed_address (
  commune_id uuid NOT NULL,
  day date NOT NULL,
  address text NOT NULL,
  times integer NOT NULL,
  CONSTRAINT missed_address_pk PRIMARY KEY (commune_id, day, address),
  CONSTRAINT missed_address_commune_fk FOREIGN KEY (commune_id) REFERENCES commune (id),
  CONSTRAINT missed_address_times CHECK (times > 0)
);
COMMENT ON TABLE missed_address IS 'Addresses that were asked for and not found, in sums by day; nothing of who asked';
ALTER TABLE missed_address ENABLE ROW LEVEL SECURITY;
ALTER TABLE missed_address FORCE ROW LEVEL SECURITY;
CREATE POLICY missed_address_in_commune ON missed_address
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON missed_address TO loa_app;
