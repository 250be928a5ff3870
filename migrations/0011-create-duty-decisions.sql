-- What the coordinator decides about duties in time: how often, how much, and what becomes of one dated
-- occurrence. Occurrences themselves are computed; only decisions are stored, each with its reason.

CREATE TABLE duty_decision (
  commune_id uuid NOT NULL,
  id uuid NOT NULL,
  duty_id uuid NOT NULL,
  kind text NOT NULL,
  -- Which occurrence; NULL where the decision is about the duty as a whole.
  occurrence text,
  -- What was decided, as canonical JSON; the event of the decision carries the same.
  content text NOT NULL,
  reason text NOT NULL DEFAULT '',
  decided_by uuid,
  decided_at timestamptz NOT NULL,
  CONSTRAINT duty_decision_pk PRIMARY KEY (commune_id, id),
  CONSTRAINT duty_decision_duty_fk FOREIGN KEY (commune_id, duty_id) REFERENCES duty (commune_id, id),
  CONSTRAINT duty_decision_kind_known CHECK (
    kind IN ('cadence', 'target', 'moved', 'excused', 'handed-over', 'reinstated', 'tied', 'untied')),
  CONSTRAINT duty_decision_names_occurrence CHECK (
    (occurrence IS NULL) = (kind IN ('cadence', 'target'))),
  CONSTRAINT duty_decision_has_reason CHECK (
    kind NOT IN ('moved', 'excused', 'handed-over', 'reinstated') OR reason <> '')
);
COMMENT ON TABLE duty_decision IS 'What was decided about a duty in time: cadence, targets, and single occurrences moved, excused or handed over';
CREATE INDEX duty_decision_by_duty ON duty_decision (commune_id, duty_id);
ALTER TABLE duty_decision ENABLE ROW LEVEL SECURITY;
ALTER TABLE duty_decision FORCE ROW LEVEL SECURITY;
CREATE POLICY duty_decision_in_commune ON duty_decision
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT ON duty_decision TO loa_app;
