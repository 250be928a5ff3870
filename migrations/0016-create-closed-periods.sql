-- Periods of the working year that were closed: their figures stand still (ruling 12).

CREATE TABLE closed_period (
  commune_id uuid NOT NULL,
  id uuid NOT NULL,
  -- '2023-05', '2023-q2', '2023-h1' or '2023'.
  key text NOT NULL,
  first_day date NOT NULL,
  last_day date NOT NULL,
  -- The last event the figures rest on; what was recorded later is an adjustment.
  last_seq bigint NOT NULL,
  rule_version integer NOT NULL,
  -- Canonical JSON; the event of the closing carries its SHA-256.
  figures text NOT NULL,
  closed_by uuid,
  closed_at timestamptz NOT NULL,
  reopened_by uuid,
  reopened_at timestamptz,
  reopened_reason text,
  CONSTRAINT closed_period_pk PRIMARY KEY (commune_id, id),
  CONSTRAINT closed_period_commune_fk FOREIGN KEY (commune_id) REFERENCES commune (id),
  CONSTRAINT closed_period_key_form CHECK (key ~ '^[0-9]{4}(-(0[1-9]|1[0-2]|q[1-4]|h[12]))?$'),
  CONSTRAINT closed_period_days_in_order CHECK (first_day <= last_day),
  CONSTRAINT closed_period_reopened_with_reason CHECK ((reopened_at IS NULL) = (reopened_reason IS NULL))
);
COMMENT ON TABLE closed_period IS 'A closing of a month, quarter, half or year with its figures; a reopened one stays as history';
CREATE UNIQUE INDEX closed_period_once ON closed_period (commune_id, key) WHERE reopened_at IS NULL;
CREATE INDEX closed_period_by_day ON closed_period (commune_id, first_day, last_day) WHERE reopened_at IS NULL;
ALTER TABLE closed_period ENABLE ROW LEVEL SECURITY;
ALTER TABLE closed_period FORCE ROW LEVEL SECURITY;
CREATE POLICY closed_period_in_commune ON closed_period
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE ON closed_period TO loa_app;
