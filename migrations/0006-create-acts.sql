-- Acts of publicity with their topics, duties and evidence.

CREATE TABLE act (
  commune_id uuid NOT NULL,
  id uuid NOT NULL,
  -- Made by the sender once per act: sending twice records once (ruling 26).
  client_key uuid NOT NULL,
  slug text NOT NULL,
  kind text NOT NULL,
  channel text NOT NULL,
  happened_on date NOT NULL,
  unit_id uuid NOT NULL,
  title text NOT NULL,
  summary text NOT NULL DEFAULT '',
  -- Paragraphs of a published item, separated by blank lines.
  body text NOT NULL DEFAULT '',
  -- Ids of audiences from data/act-kinds.yaml, joined by commas.
  audience text NOT NULL DEFAULT '',
  place text NOT NULL DEFAULT '',
  village_id uuid,
  items integer,
  airings integer,
  minutes integer,
  people integer,
  copies integer,
  is_public boolean NOT NULL,
  recorded_by uuid,
  recorded_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  CONSTRAINT act_pk PRIMARY KEY (commune_id, id),
  CONSTRAINT act_client_key_unique UNIQUE (commune_id, client_key),
  CONSTRAINT act_slug_unique UNIQUE (commune_id, slug),
  CONSTRAINT act_unit_fk FOREIGN KEY (commune_id, unit_id) REFERENCES unit (commune_id, id),
  CONSTRAINT act_village_fk FOREIGN KEY (commune_id, village_id) REFERENCES village (commune_id, id),
  CONSTRAINT act_quantities_not_negative CHECK (
    coalesce(items, 0) >= 0 AND coalesce(airings, 0) >= 0 AND coalesce(minutes, 0) >= 0
    AND coalesce(people, 0) >= 0 AND coalesce(copies, 0) >= 0),
  CONSTRAINT act_withdrawn_with_reason CHECK ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL))
);
COMMENT ON TABLE act IS 'Something done to tell people: when, through which channel, by whom, how much';
CREATE INDEX act_by_day ON act (commune_id, happened_on DESC, id DESC);
CREATE INDEX act_by_unit ON act (commune_id, unit_id, happened_on DESC, id DESC);
-- What the portal lists; acts of the desk alone are passed over.
CREATE INDEX act_public_by_day ON act (commune_id, happened_on DESC, id DESC)
  WHERE is_public AND withdrawn_at IS NULL;
ALTER TABLE act ENABLE ROW LEVEL SECURITY;
ALTER TABLE act FORCE ROW LEVEL SECURITY;
CREATE POLICY act_in_commune ON act
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE ON act TO loa_app;

CREATE TABLE act_revision (
  commune_id uuid NOT NULL,
  act_id uuid NOT NULL,
  version integer NOT NULL,
  -- What the act said, as canonical JSON; the event of this version carries its SHA-256.
  content text NOT NULL,
  reason text,
  made_by uuid,
  made_at timestamptz NOT NULL,
  CONSTRAINT act_revision_pk PRIMARY KEY (commune_id, act_id, version),
  CONSTRAINT act_revision_act_fk FOREIGN KEY (commune_id, act_id) REFERENCES act (commune_id, id),
  CONSTRAINT act_revision_correction_has_reason CHECK (version = 1 OR reason IS NOT NULL)
);
COMMENT ON TABLE act_revision IS 'Every version of an act, immutable, each correction with its reason';
ALTER TABLE act_revision ENABLE ROW LEVEL SECURITY;
ALTER TABLE act_revision FORCE ROW LEVEL SECURITY;
CREATE POLICY act_revision_in_commune ON act_revision
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT ON act_revision TO loa_app;

CREATE TABLE act_topic (
  commune_id uuid NOT NULL,
  act_id uuid NOT NULL,
  topic_id uuid NOT NULL,
  CONSTRAINT act_topic_pk PRIMARY KEY (commune_id, act_id, topic_id),
  CONSTRAINT act_topic_act_fk FOREIGN KEY (commune_id, act_id) REFERENCES act (commune_id, id),
  CONSTRAINT act_topic_topic_fk FOREIGN KEY (commune_id, topic_id) REFERENCES plan_topic (commune_id, id)
);
COMMENT ON TABLE act_topic IS 'Topics of the plans that an act serves';
CREATE INDEX act_topic_by_topic ON act_topic (commune_id, topic_id);
ALTER TABLE act_topic ENABLE ROW LEVEL SECURITY;
ALTER TABLE act_topic FORCE ROW LEVEL SECURITY;
CREATE POLICY act_topic_in_commune ON act_topic
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON act_topic TO loa_app;

CREATE TABLE act_duty (
  commune_id uuid NOT NULL,
  act_id uuid NOT NULL,
  duty_id uuid NOT NULL,
  CONSTRAINT act_duty_pk PRIMARY KEY (commune_id, act_id, duty_id),
  CONSTRAINT act_duty_act_fk FOREIGN KEY (commune_id, act_id) REFERENCES act (commune_id, id),
  CONSTRAINT act_duty_duty_fk FOREIGN KEY (commune_id, duty_id) REFERENCES duty (commune_id, id)
);
COMMENT ON TABLE act_duty IS 'Duties that an act fulfils';
CREATE INDEX act_duty_by_duty ON act_duty (commune_id, duty_id);
ALTER TABLE act_duty ENABLE ROW LEVEL SECURITY;
ALTER TABLE act_duty FORCE ROW LEVEL SECURITY;
CREATE POLICY act_duty_in_commune ON act_duty
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON act_duty TO loa_app;

CREATE TABLE evidence (
  commune_id uuid NOT NULL,
  id uuid NOT NULL,
  act_id uuid NOT NULL,
  kind text NOT NULL,
  file_sha256 text,
  url text,
  caption text NOT NULL DEFAULT '',
  is_public boolean NOT NULL DEFAULT false,
  added_by uuid,
  added_at timestamptz NOT NULL,
  removed_at timestamptz,
  removed_reason text,
  CONSTRAINT evidence_pk PRIMARY KEY (commune_id, id),
  CONSTRAINT evidence_act_fk FOREIGN KEY (commune_id, act_id) REFERENCES act (commune_id, id),
  CONSTRAINT evidence_file_fk FOREIGN KEY (commune_id, file_sha256) REFERENCES stored_file (commune_id, sha256),
  CONSTRAINT evidence_kind_known CHECK (kind IN ('file', 'photo', 'link', 'attendance-list')),
  CONSTRAINT evidence_has_one_source CHECK ((file_sha256 IS NULL) <> (url IS NULL)),
  CONSTRAINT evidence_removed_with_reason CHECK ((removed_at IS NULL) = (removed_reason IS NULL))
);
COMMENT ON TABLE evidence IS 'What proves an act: file, photo, link or signed list';
CREATE INDEX evidence_by_act ON evidence (commune_id, act_id);
ALTER TABLE evidence ENABLE ROW LEVEL SECURITY;
ALTER TABLE evidence FORCE ROW LEVEL SECURITY;
CREATE POLICY evidence_in_commune ON evidence
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE ON evidence TO loa_app;
