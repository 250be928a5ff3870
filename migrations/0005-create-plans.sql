-- Official documents as read, and plans: topics, measures, assignments, duties, each with its sentence.

CREATE TABLE document (
  commune_id uuid NOT NULL,
  id uuid NOT NULL,
  source_sha256 text,
  source_name text NOT NULL,
  text_sha256 text NOT NULL,
  -- The whole text that was read (NFC); spans count UTF-16 units of it.
  text text NOT NULL,
  -- What reading returned, as JSON.
  reading text NOT NULL,
  type text,
  number text,
  symbol text,
  code text,
  agency text,
  place text,
  issued_on date,
  title text,
  received_at timestamptz NOT NULL,
  CONSTRAINT document_pk PRIMARY KEY (commune_id, id),
  CONSTRAINT document_text_unique UNIQUE (commune_id, text_sha256),
  CONSTRAINT document_source_fk FOREIGN KEY (commune_id, source_sha256) REFERENCES stored_file (commune_id, sha256),
  CONSTRAINT document_commune_fk FOREIGN KEY (commune_id) REFERENCES commune (id)
);
COMMENT ON TABLE document IS 'Official documents as they were read';
ALTER TABLE document ENABLE ROW LEVEL SECURITY;
ALTER TABLE document FORCE ROW LEVEL SECURITY;
CREATE POLICY document_in_commune ON document
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE ON document TO loa_app;

CREATE TABLE plan (
  commune_id uuid NOT NULL,
  id uuid NOT NULL,
  document_id uuid NOT NULL,
  slug text NOT NULL,
  title text NOT NULL,
  period_from date,
  period_to date,
  status text NOT NULL,
  -- The understood plan while a person corrects it, as JSON, with the number of the last save.
  draft text NOT NULL,
  draft_version integer NOT NULL DEFAULT 1,
  drafted_by uuid,
  confirmed_at timestamptz,
  published_at timestamptz,
  -- What reading returned, as the public may see it: personal numbers masked where the office chose.
  public_reading text,
  created_at timestamptz NOT NULL,
  CONSTRAINT plan_pk PRIMARY KEY (commune_id, id),
  CONSTRAINT plan_slug_unique UNIQUE (commune_id, slug),
  CONSTRAINT plan_document_unique UNIQUE (commune_id, document_id),
  CONSTRAINT plan_document_fk FOREIGN KEY (commune_id, document_id) REFERENCES document (commune_id, id),
  CONSTRAINT plan_status_known CHECK (status IN ('draft', 'confirmed', 'discarded')),
  CONSTRAINT plan_confirmed_complete CHECK (status <> 'confirmed' OR (confirmed_at IS NOT NULL AND period_from IS NOT NULL AND period_to IS NOT NULL)),
  CONSTRAINT plan_published_whole CHECK ((published_at IS NULL) = (public_reading IS NULL)),
  CONSTRAINT plan_period_ordered CHECK (period_to IS NULL OR period_from IS NULL OR period_to >= period_from)
);
COMMENT ON TABLE plan IS 'A plan under review (draft) or in force (confirmed)';
ALTER TABLE plan ENABLE ROW LEVEL SECURITY;
ALTER TABLE plan FORCE ROW LEVEL SECURITY;
CREATE POLICY plan_in_commune ON plan
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON plan TO loa_app;

CREATE TABLE plan_topic (
  commune_id uuid NOT NULL,
  id uuid NOT NULL,
  plan_id uuid NOT NULL,
  position integer NOT NULL,
  number text,
  -- Short name for matrix and lists, made from the text and editable.
  label text NOT NULL,
  text text NOT NULL,
  span_start integer,
  span_end integer,
  -- Overrides the commune's silence rule for this topic.
  silence_days integer,
  CONSTRAINT plan_topic_pk PRIMARY KEY (commune_id, id),
  CONSTRAINT plan_topic_position_unique UNIQUE (commune_id, plan_id, position),
  CONSTRAINT plan_topic_plan_fk FOREIGN KEY (commune_id, plan_id) REFERENCES plan (commune_id, id),
  CONSTRAINT plan_topic_silence_positive CHECK (silence_days IS NULL OR silence_days BETWEEN 1 AND 366)
);
COMMENT ON TABLE plan_topic IS 'What a plan sets out to tell people';
ALTER TABLE plan_topic ENABLE ROW LEVEL SECURITY;
ALTER TABLE plan_topic FORCE ROW LEVEL SECURITY;
CREATE POLICY plan_topic_in_commune ON plan_topic
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON plan_topic TO loa_app;

CREATE TABLE plan_measure (
  commune_id uuid NOT NULL,
  id uuid NOT NULL,
  plan_id uuid NOT NULL,
  position integer NOT NULL,
  number text,
  text text NOT NULL,
  span_start integer,
  span_end integer,
  channels text[] NOT NULL,
  CONSTRAINT plan_measure_pk PRIMARY KEY (commune_id, id),
  CONSTRAINT plan_measure_position_unique UNIQUE (commune_id, plan_id, position),
  CONSTRAINT plan_measure_plan_fk FOREIGN KEY (commune_id, plan_id) REFERENCES plan (commune_id, id)
);
COMMENT ON TABLE plan_measure IS 'Forms and measures of a plan, with the channels they use';
ALTER TABLE plan_measure ENABLE ROW LEVEL SECURITY;
ALTER TABLE plan_measure FORCE ROW LEVEL SECURITY;
CREATE POLICY plan_measure_in_commune ON plan_measure
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON plan_measure TO loa_app;

CREATE TABLE plan_assignment (
  commune_id uuid NOT NULL,
  id uuid NOT NULL,
  plan_id uuid NOT NULL,
  position integer NOT NULL,
  number text,
  unit_id uuid NOT NULL,
  -- The unit as the plan names it.
  named_as text NOT NULL,
  is_lead boolean NOT NULL,
  CONSTRAINT plan_assignment_pk PRIMARY KEY (commune_id, id),
  CONSTRAINT plan_assignment_position_unique UNIQUE (commune_id, plan_id, position),
  CONSTRAINT plan_assignment_plan_fk FOREIGN KEY (commune_id, plan_id) REFERENCES plan (commune_id, id),
  CONSTRAINT plan_assignment_unit_fk FOREIGN KEY (commune_id, unit_id) REFERENCES unit (commune_id, id)
);
COMMENT ON TABLE plan_assignment IS 'A unit named by a plan';
ALTER TABLE plan_assignment ENABLE ROW LEVEL SECURITY;
ALTER TABLE plan_assignment FORCE ROW LEVEL SECURITY;
CREATE POLICY plan_assignment_in_commune ON plan_assignment
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON plan_assignment TO loa_app;

CREATE TABLE duty (
  commune_id uuid NOT NULL,
  id uuid NOT NULL,
  plan_id uuid NOT NULL,
  assignment_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  position integer NOT NULL,
  text text NOT NULL,
  span_start integer,
  span_end integer,
  due_on date,
  due_text text,
  -- JSON: "often", or { count, unit }, or null (ruling 33).
  cadence text NOT NULL DEFAULT 'null',
  -- JSON list of partner units as named.
  cooperates text NOT NULL DEFAULT '[]',
  CONSTRAINT duty_pk PRIMARY KEY (commune_id, id),
  CONSTRAINT duty_position_unique UNIQUE (commune_id, assignment_id, position),
  CONSTRAINT duty_plan_fk FOREIGN KEY (commune_id, plan_id) REFERENCES plan (commune_id, id),
  CONSTRAINT duty_assignment_fk FOREIGN KEY (commune_id, assignment_id) REFERENCES plan_assignment (commune_id, id),
  CONSTRAINT duty_unit_fk FOREIGN KEY (commune_id, unit_id) REFERENCES unit (commune_id, id)
);
COMMENT ON TABLE duty IS 'A duty of a unit, citing its sentence in the plan';
CREATE INDEX duty_by_unit ON duty (commune_id, unit_id);
ALTER TABLE duty ENABLE ROW LEVEL SECURITY;
ALTER TABLE duty FORCE ROW LEVEL SECURITY;
CREATE POLICY duty_in_commune ON duty
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON duty TO loa_app;

CREATE TABLE coverage_schedule (
  commune_id uuid NOT NULL,
  plan_id uuid NOT NULL,
  topic_id uuid NOT NULL,
  channel text NOT NULL,
  -- First day of the month.
  month date NOT NULL,
  unit_id uuid NOT NULL,
  CONSTRAINT coverage_schedule_pk PRIMARY KEY (commune_id, topic_id, channel, month, unit_id),
  CONSTRAINT coverage_schedule_plan_fk FOREIGN KEY (commune_id, plan_id) REFERENCES plan (commune_id, id),
  CONSTRAINT coverage_schedule_topic_fk FOREIGN KEY (commune_id, topic_id) REFERENCES plan_topic (commune_id, id),
  CONSTRAINT coverage_schedule_unit_fk FOREIGN KEY (commune_id, unit_id) REFERENCES unit (commune_id, id),
  CONSTRAINT coverage_schedule_month_first CHECK (extract(day FROM month) = 1)
);
COMMENT ON TABLE coverage_schedule IS 'What the coordinator scheduled: topic by channel by month by unit (ruling 14)';
ALTER TABLE coverage_schedule ENABLE ROW LEVEL SECURITY;
ALTER TABLE coverage_schedule FORCE ROW LEVEL SECURITY;
CREATE POLICY coverage_schedule_in_commune ON coverage_schedule
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON coverage_schedule TO loa_app;
