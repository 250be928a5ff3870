-- Lines across every public page for what can't wait for the editors: they end by themselves.

CREATE TABLE alert (
  commune_id uuid NOT NULL,
  id uuid NOT NULL,
  urgency text NOT NULL,
  words text NOT NULL,
  -- A page of this site that says more; empty where there is none.
  link text NOT NULL,
  raised_at timestamptz NOT NULL,
  until timestamptz NOT NULL,
  CONSTRAINT alert_pk PRIMARY KEY (commune_id, id),
  CONSTRAINT alert_commune_fk FOREIGN KEY (commune_id) REFERENCES commune (id),
  CONSTRAINT alert_urgency CHECK (urgency IN ('notice', 'warning', 'emergency')),
  CONSTRAINT alert_words CHECK (char_length(words) BETWEEN 1 AND 300),
  CONSTRAINT alert_link CHECK (link = '' OR link ~ '^/[^/]'),
  CONSTRAINT alert_until CHECK (until >= raised_at)
);
COMMENT ON TABLE alert IS 'Alerts on the public pages; one that is over stays as a record';
CREATE INDEX alert_until_key ON alert (commune_id, until);
ALTER TABLE alert ENABLE ROW LEVEL SECURITY;
ALTER TABLE alert FORCE ROW LEVEL SECURITY;
CREATE POLICY alert_in_commune ON alert
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE ON alert TO loa_app;
