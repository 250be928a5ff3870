-- Plans change while they run: amended by a decision, closed or replaced by another, carried into the next
-- year. Nothing is rewritten: duties and topics get days, and what an amendment changed is kept whole.

CREATE TABLE plan_amendment (
  commune_id uuid NOT NULL,
  id uuid NOT NULL,
  plan_id uuid NOT NULL,
  -- First, second … amendment of this plan.
  number integer NOT NULL,
  -- The amending decision as it is cited: "45/QĐ-UBND".
  code text NOT NULL,
  issued_on date NOT NULL,
  valid_from date NOT NULL,
  reason text NOT NULL,
  -- What changed, before and after, as JSON.
  changes text NOT NULL,
  made_by uuid,
  made_at timestamptz NOT NULL,
  CONSTRAINT plan_amendment_pk PRIMARY KEY (commune_id, id),
  CONSTRAINT plan_amendment_number_unique UNIQUE (commune_id, plan_id, number),
  CONSTRAINT plan_amendment_plan_fk FOREIGN KEY (commune_id, plan_id) REFERENCES plan (commune_id, id),
  CONSTRAINT plan_amendment_number_positive CHECK (number > 0)
);
COMMENT ON TABLE plan_amendment IS 'A decision that amended a plan in force, with what it changed';
ALTER TABLE plan_amendment ENABLE ROW LEVEL SECURITY;
ALTER TABLE plan_amendment FORCE ROW LEVEL SECURITY;
CREATE POLICY plan_amendment_in_commune ON plan_amendment
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT ON plan_amendment TO loa_app;

-- Checking a foreign key reads the table, which forced row security would refuse outside a commune.
ALTER TABLE plan NO FORCE ROW LEVEL SECURITY;
ALTER TABLE duty NO FORCE ROW LEVEL SECURITY;

ALTER TABLE plan
  -- The last day it ran, where it was closed before its time; period_to then ends on that day as well.
  ADD COLUMN closed_on date,
  ADD COLUMN closed_reason text,
  -- The end its document set, kept when it was closed earlier.
  ADD COLUMN planned_to date,
  ADD COLUMN replaced_by uuid,
  ADD CONSTRAINT plan_replaced_by_fk FOREIGN KEY (commune_id, replaced_by) REFERENCES plan (commune_id, id),
  ADD CONSTRAINT plan_closed_with_reason CHECK (
    (closed_on IS NULL) = (closed_reason IS NULL) AND (closed_on IS NULL) = (planned_to IS NULL)),
  ADD CONSTRAINT plan_replaced_is_closed CHECK (replaced_by IS NULL OR closed_on IS NOT NULL);

ALTER TABLE plan_topic
  ADD COLUMN valid_from date,
  -- The last day it is to be spoken of.
  ADD COLUMN valid_to date;

ALTER TABLE duty
  ADD COLUMN valid_from date,
  -- The last day it holds.
  ADD COLUMN valid_to date,
  -- The duty whose place an amendment gave to this one.
  ADD COLUMN follows uuid,
  -- The unfinished duty of an earlier plan it was carried over from.
  ADD COLUMN carried_from uuid,
  ADD CONSTRAINT duty_follows_fk FOREIGN KEY (commune_id, follows) REFERENCES duty (commune_id, id),
  ADD CONSTRAINT duty_carried_from_fk FOREIGN KEY (commune_id, carried_from) REFERENCES duty (commune_id, id);

ALTER TABLE plan FORCE ROW LEVEL SECURITY;
ALTER TABLE duty FORCE ROW LEVEL SECURITY;
