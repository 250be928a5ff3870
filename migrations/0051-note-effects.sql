-- Signs that an act told people something: questions, calls, codes scanned, answers to a short quiz. Noted
-- when they are seen, often weeks after the act, so they stand beside it and never change what it says.

CREATE TABLE act_effect (
  commune_id uuid NOT NULL,
  id uuid NOT NULL,
  act_id uuid NOT NULL,
  kind text NOT NULL,
  -- How many, where somebody counted.
  amount integer,
  words text NOT NULL,
  noted_by uuid,
  noted_at timestamptz NOT NULL,
  CONSTRAINT act_effect_pk PRIMARY KEY (commune_id, id),
  CONSTRAINT act_effect_act_fk FOREIGN KEY (commune_id, act_id) REFERENCES act (commune_id, id),
  CONSTRAINT act_effect_kind_known CHECK (kind IN ('questions', 'calls', 'scans', 'quiz', 'requests', 'other')),
  CONSTRAINT act_effect_amount_sane CHECK (amount BETWEEN 0 AND 1000000),
  CONSTRAINT act_effect_says_something CHECK (amount IS NOT NULL OR words <> '')
);
COMMENT ON TABLE act_effect IS 'Signs that an act of publicity had an effect, as somebody saw them';
CREATE INDEX act_effect_by_act ON act_effect (commune_id, act_id, id);
ALTER TABLE act_effect ENABLE ROW LEVEL SECURITY;
ALTER TABLE act_effect FORCE ROW LEVEL SECURITY;
CREATE POLICY act_effect_in_commune ON act_effect
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT ON act_effect TO loa_app;
