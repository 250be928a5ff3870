-- The append-only, hash-chained record of what happened. The app role can only add.

CREATE TABLE event (
  commune_id uuid NOT NULL,
  seq bigint NOT NULL,
  at timestamptz NOT NULL,
  occurred_on date NOT NULL,
  actor text NOT NULL,
  kind text NOT NULL,
  subject_type text NOT NULL,
  subject_id uuid NOT NULL,
  -- Canonical text (RFC 8785) that the hash is taken over; the other columns repeat it for searching.
  body text NOT NULL,
  previous_hash text NOT NULL,
  hash text NOT NULL,
  CONSTRAINT event_pk PRIMARY KEY (commune_id, seq),
  CONSTRAINT event_commune_fk FOREIGN KEY (commune_id) REFERENCES commune (id),
  CONSTRAINT event_seq_positive CHECK (seq > 0)
);
COMMENT ON TABLE event IS 'What happened: append-only, hash-chained per commune; ids and digests only, no personal data';
CREATE INDEX event_by_kind ON event (commune_id, kind, seq);
CREATE INDEX event_by_subject ON event (commune_id, subject_type, subject_id, seq);
ALTER TABLE event ENABLE ROW LEVEL SECURITY;
ALTER TABLE event FORCE ROW LEVEL SECURITY;
CREATE POLICY event_in_commune ON event
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT ON event TO loa_app;

CREATE TABLE event_head (
  commune_id uuid NOT NULL,
  seq bigint NOT NULL,
  at timestamptz,
  hash text NOT NULL,
  CONSTRAINT event_head_pk PRIMARY KEY (commune_id),
  CONSTRAINT event_head_commune_fk FOREIGN KEY (commune_id) REFERENCES commune (id)
);
COMMENT ON TABLE event_head IS 'The last link of a commune''s chain; writers take turns at it';
ALTER TABLE event_head ENABLE ROW LEVEL SECURITY;
ALTER TABLE event_head FORCE ROW LEVEL SECURITY;
CREATE POLICY event_head_in_commune ON event_head
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE ON event_head TO loa_app;
