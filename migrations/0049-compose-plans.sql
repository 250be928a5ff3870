-- Plans written in Loa: begun from a plan in force, settled point by point, kept with every revision until
-- they are issued and go on as plans under review.

CREATE TABLE plan_composition (
  commune_id uuid NOT NULL,
  id uuid NOT NULL,
  client_key uuid NOT NULL,
  -- The plan it was begun from.
  source_plan_id uuid NOT NULL,
  year integer NOT NULL,
  title text NOT NULL,
  status text NOT NULL,
  -- The revision in force, also the guard against two people saving at once.
  revision integer NOT NULL,
  created_at timestamptz NOT NULL,
  approved_by uuid,
  approved_at timestamptz,
  -- Why it was last sent back; kept until it is approved again.
  returned_reason text,
  -- The paper as approved, as JSON; later with its number.
  paper text,
  outgoing_id uuid,
  -- The plan under review that it became.
  plan_id uuid,
  issued_at timestamptz,
  CONSTRAINT plan_composition_pk PRIMARY KEY (commune_id, id),
  CONSTRAINT plan_composition_client_key_unique UNIQUE (commune_id, client_key),
  CONSTRAINT plan_composition_source_fk FOREIGN KEY (commune_id, source_plan_id) REFERENCES plan (commune_id, id),
  CONSTRAINT plan_composition_plan_fk FOREIGN KEY (commune_id, plan_id) REFERENCES plan (commune_id, id),
  CONSTRAINT plan_composition_outgoing_fk FOREIGN KEY (commune_id, outgoing_id) REFERENCES outgoing_document (commune_id, id),
  CONSTRAINT plan_composition_status_known CHECK (status IN ('draft', 'approved', 'issued', 'discarded')),
  CONSTRAINT plan_composition_revision_positive CHECK (revision > 0),
  CONSTRAINT plan_composition_approved_has_paper CHECK (
    (status IN ('approved', 'issued')) = (approved_at IS NOT NULL AND paper IS NOT NULL)),
  CONSTRAINT plan_composition_issued_whole CHECK (
    (status = 'issued') = (issued_at IS NOT NULL AND outgoing_id IS NOT NULL AND plan_id IS NOT NULL))
);
COMMENT ON TABLE plan_composition IS 'A plan that is being written, from its first draft to its number';
-- One plan has one successor in the making a year.
CREATE UNIQUE INDEX plan_composition_one_a_year ON plan_composition (commune_id, source_plan_id, year)
  WHERE status <> 'discarded';
ALTER TABLE plan_composition ENABLE ROW LEVEL SECURITY;
ALTER TABLE plan_composition FORCE ROW LEVEL SECURITY;
CREATE POLICY plan_composition_in_commune ON plan_composition
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE ON plan_composition TO loa_app;

CREATE TABLE plan_composition_revision (
  commune_id uuid NOT NULL,
  composition_id uuid NOT NULL,
  revision integer NOT NULL,
  -- Words and points as canonical JSON; the event of the change carries its SHA-256.
  content text NOT NULL,
  made_by uuid,
  made_at timestamptz NOT NULL,
  CONSTRAINT plan_composition_revision_pk PRIMARY KEY (commune_id, composition_id, revision),
  CONSTRAINT plan_composition_revision_fk FOREIGN KEY (commune_id, composition_id) REFERENCES plan_composition (commune_id, id)
);
COMMENT ON TABLE plan_composition_revision IS 'What a plan that is being written said after one change; never altered';
ALTER TABLE plan_composition_revision ENABLE ROW LEVEL SECURITY;
ALTER TABLE plan_composition_revision FORCE ROW LEVEL SECURITY;
CREATE POLICY plan_composition_revision_in_commune ON plan_composition_revision
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT ON plan_composition_revision TO loa_app;
