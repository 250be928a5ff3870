-- Commendations of exemplary collectives and individuals, and shortcomings raised in carrying out plans.

CREATE TABLE commendation (
  commune_id uuid NOT NULL,
  id uuid NOT NULL,
  -- Made by the sender once per entry: sending twice records once.
  client_key uuid NOT NULL,
  kind text NOT NULL,
  -- Whom it is about; a person is named by position.
  about text NOT NULL,
  who text NOT NULL,
  unit_id uuid,
  -- A person's name, sealed with the installation's key, and the day it is erased.
  person_name bytea,
  name_until date,
  title text NOT NULL,
  reason text NOT NULL,
  happened_on date NOT NULL,
  -- Id of data/commendation-forms.yaml; NULL for a shortcoming.
  form text,
  decided_by text,
  decision_code text NOT NULL DEFAULT '',
  decided_on date,
  -- The act in which it was handed over or made known, with its evidence.
  act_id uuid,
  evidence_url text NOT NULL DEFAULT '',
  -- What was done about a shortcoming, and when.
  remedy text NOT NULL DEFAULT '',
  remedied_on date,
  -- The words that went public, masked where the guard asked for it.
  public_title text,
  public_reason text,
  public_who text,
  published_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  recorded_by uuid,
  recorded_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT commendation_pk PRIMARY KEY (commune_id, id),
  CONSTRAINT commendation_client_key_unique UNIQUE (commune_id, client_key),
  CONSTRAINT commendation_commune_fk FOREIGN KEY (commune_id) REFERENCES commune (id),
  CONSTRAINT commendation_unit_fk FOREIGN KEY (commune_id, unit_id) REFERENCES unit (commune_id, id),
  CONSTRAINT commendation_act_fk FOREIGN KEY (commune_id, act_id) REFERENCES act (commune_id, id),
  CONSTRAINT commendation_kind_known CHECK (kind IN ('praise', 'shortcoming')),
  CONSTRAINT commendation_about_known CHECK (about IN ('collective', 'person')),
  CONSTRAINT commendation_decider_known CHECK (decided_by IN ('chairman', 'superior')),
  CONSTRAINT commendation_praise_has_form CHECK ((kind = 'praise') = (form IS NOT NULL)),
  CONSTRAINT commendation_name_has_end CHECK ((person_name IS NULL) = (name_until IS NULL)),
  CONSTRAINT commendation_name_is_persons CHECK (person_name IS NULL OR about = 'person'),
  CONSTRAINT commendation_public_whole CHECK (
    (published_at IS NULL) = (public_title IS NULL)
    AND (published_at IS NULL) = (public_reason IS NULL)
    AND (published_at IS NULL) = (public_who IS NULL)),
  CONSTRAINT commendation_withdrawn_with_reason CHECK ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL)),
  CONSTRAINT commendation_withdrawn_is_not_public CHECK (withdrawn_at IS NULL OR published_at IS NULL)
);
COMMENT ON TABLE commendation IS 'An exemplary collective or individual commended, or a shortcoming raised';
CREATE INDEX commendation_by_day ON commendation (commune_id, happened_on DESC, id DESC);
ALTER TABLE commendation ENABLE ROW LEVEL SECURITY;
ALTER TABLE commendation FORCE ROW LEVEL SECURITY;
CREATE POLICY commendation_in_commune ON commendation
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE ON commendation TO loa_app;
