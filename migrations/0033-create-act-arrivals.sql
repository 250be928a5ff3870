-- What was done elsewhere in Loa and counts as an act of publicity without being typed: where it came from,
-- the act it became, and whether a person has said which duty it serves.

CREATE TABLE act_arrival (
  commune_id uuid NOT NULL,
  id uuid NOT NULL,
  source text NOT NULL,
  -- Id of the thing in the room that made it: the item of an article.
  source_id uuid NOT NULL,
  happened_on date NOT NULL,
  -- NULL where the room named no unit.
  unit_id uuid,
  title text NOT NULL,
  summary text NOT NULL DEFAULT '',
  -- Topics of plans that were chosen where it was made.
  topics uuid[] NOT NULL,
  -- Its page on the portal, a local address.
  url text NOT NULL,
  -- Digest of what went public, as the chain knows it.
  words_sha256 text NOT NULL,
  -- NULL while something that figures need is missing, or it may have been written down by hand.
  act_id uuid,
  state text NOT NULL,
  arrived_at timestamptz NOT NULL,
  settled_by uuid,
  settled_at timestamptz,
  CONSTRAINT act_arrival_pk PRIMARY KEY (commune_id, id),
  CONSTRAINT act_arrival_unit_fk FOREIGN KEY (commune_id, unit_id) REFERENCES unit (commune_id, id),
  CONSTRAINT act_arrival_act_fk FOREIGN KEY (commune_id, act_id) REFERENCES act (commune_id, id),
  CONSTRAINT act_arrival_source_known CHECK (source IN ('article')),
  -- `ended`: taken off for an error where it was made; it may arrive anew.
  CONSTRAINT act_arrival_state_known CHECK (state IN ('waiting', 'settled', 'set-aside', 'ended')),
  CONSTRAINT act_arrival_settled CHECK ((state = 'waiting') = (settled_at IS NULL)),
  CONSTRAINT act_arrival_url_local CHECK (url LIKE '/%'),
  CONSTRAINT act_arrival_sha256_form CHECK (words_sha256 ~ '^[0-9a-f]{64}$')
);
COMMENT ON TABLE act_arrival IS 'Acts that came from other rooms by themselves, and what a person said of each';
-- One thing counts once, however often it is corrected.
CREATE UNIQUE INDEX act_arrival_once ON act_arrival (commune_id, source, source_id) WHERE state <> 'ended';
CREATE INDEX act_arrival_by_act ON act_arrival (commune_id, act_id);
CREATE INDEX act_arrival_waiting ON act_arrival (commune_id, happened_on DESC, id) WHERE state = 'waiting';
ALTER TABLE act_arrival ENABLE ROW LEVEL SECURITY;
ALTER TABLE act_arrival FORCE ROW LEVEL SECURITY;
CREATE POLICY act_arrival_in_commune ON act_arrival
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE ON act_arrival TO loa_app;
