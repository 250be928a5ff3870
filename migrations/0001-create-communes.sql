-- Communes, the host names that lead to them, their villages and units, all with validity in time.

CREATE TABLE commune (
  id uuid NOT NULL,
  slug text NOT NULL,
  -- As it is spoken of: "xã Tiền Tiến".
  name text NOT NULL,
  kind text NOT NULL,
  -- The bodies above it, nearest first, one per line.
  superiors text NOT NULL DEFAULT '',
  address text NOT NULL DEFAULT '',
  telephone text NOT NULL DEFAULT '',
  email text NOT NULL DEFAULT '',
  -- Position that answers for the site: "Phó Chủ tịch UBND xã".
  editor_in_chief text NOT NULL DEFAULT '',
  opening_hours text NOT NULL DEFAULT '',
  -- The office's fixed day when the commune is a demonstration; NULL for a real office.
  demo_day date,
  -- Days without an act after which a topic counts as silent.
  silence_days integer NOT NULL DEFAULT 60,
  valid_from date,
  valid_to date,
  successor text,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT commune_pk PRIMARY KEY (id),
  CONSTRAINT commune_kind_known CHECK (kind IN ('xa', 'phuong', 'dac-khu')),
  CONSTRAINT commune_slug_form CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  CONSTRAINT commune_silence_positive CHECK (silence_days BETWEEN 1 AND 366),
  CONSTRAINT commune_validity_ordered CHECK (valid_to IS NULL OR valid_from IS NULL OR valid_to >= valid_from)
);
COMMENT ON TABLE commune IS 'One office: a commune (xã, phường, đặc khu) and what its pages say of it';
ALTER TABLE commune ENABLE ROW LEVEL SECURITY;
ALTER TABLE commune FORCE ROW LEVEL SECURITY;
CREATE POLICY commune_in_commune ON commune
  USING (id = current_setting('loa.commune')::uuid)
  WITH CHECK (id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE ON commune TO loa_app;

CREATE TABLE commune_host (
  host text NOT NULL,
  commune_id uuid NOT NULL,
  is_primary boolean NOT NULL DEFAULT true,
  CONSTRAINT commune_host_pk PRIMARY KEY (host),
  CONSTRAINT commune_host_lower CHECK (host = lower(host))
);
COMMENT ON TABLE commune_host IS 'Which commune a host name leads to; read before the commune is known';
GRANT SELECT, INSERT, UPDATE, DELETE ON commune_host TO loa_app;

CREATE TABLE village (
  commune_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  slug text NOT NULL,
  valid_from date,
  valid_to date,
  successor_id uuid,
  CONSTRAINT village_pk PRIMARY KEY (commune_id, id),
  CONSTRAINT village_slug_unique UNIQUE (commune_id, slug),
  CONSTRAINT village_commune_fk FOREIGN KEY (commune_id) REFERENCES commune (id),
  CONSTRAINT village_successor_fk FOREIGN KEY (commune_id, successor_id) REFERENCES village (commune_id, id)
);
COMMENT ON TABLE village IS 'Villages (thôn) and residential groups of the commune';
ALTER TABLE village ENABLE ROW LEVEL SECURITY;
ALTER TABLE village FORCE ROW LEVEL SECURITY;
CREATE POLICY village_in_commune ON village
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON village TO loa_app;

CREATE TABLE unit (
  commune_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  slug text NOT NULL,
  position integer NOT NULL DEFAULT 0,
  valid_from date,
  valid_to date,
  successor_id uuid,
  CONSTRAINT unit_pk PRIMARY KEY (commune_id, id),
  CONSTRAINT unit_slug_unique UNIQUE (commune_id, slug),
  CONSTRAINT unit_commune_fk FOREIGN KEY (commune_id) REFERENCES commune (id),
  CONSTRAINT unit_successor_fk FOREIGN KEY (commune_id, successor_id) REFERENCES unit (commune_id, id)
);
COMMENT ON TABLE unit IS 'Units and bodies that plans give duties to';
ALTER TABLE unit ENABLE ROW LEVEL SECURITY;
ALTER TABLE unit FORCE ROW LEVEL SECURITY;
CREATE POLICY unit_in_commune ON unit
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON unit TO loa_app;

CREATE TABLE hotline (
  commune_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  number text NOT NULL,
  owner text NOT NULL,
  hours text NOT NULL DEFAULT '',
  verified_on date,
  position integer NOT NULL DEFAULT 0,
  CONSTRAINT hotline_pk PRIMARY KEY (commune_id, id),
  CONSTRAINT hotline_commune_fk FOREIGN KEY (commune_id) REFERENCES commune (id)
);
COMMENT ON TABLE hotline IS 'Public telephone numbers of the office, each with who answers and when it was last verified';
ALTER TABLE hotline ENABLE ROW LEVEL SECURITY;
ALTER TABLE hotline FORCE ROW LEVEL SECURITY;
CREATE POLICY hotline_in_commune ON hotline
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON hotline TO loa_app;
