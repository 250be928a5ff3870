-- Monthly figures of case handling as declared, and visits counted in batches.

CREATE TABLE case_figure (
  commune_id uuid NOT NULL,
  -- First day of the month.
  month date NOT NULL,
  version integer NOT NULL,
  -- Early and on time may be known only together; then early is NULL and the sum stands in on_time.
  early integer,
  on_time integer NOT NULL,
  late integer NOT NULL,
  source text NOT NULL,
  reason text,
  declared_by uuid,
  declared_at timestamptz NOT NULL,
  CONSTRAINT case_figure_pk PRIMARY KEY (commune_id, month, version),
  CONSTRAINT case_figure_commune_fk FOREIGN KEY (commune_id) REFERENCES commune (id),
  CONSTRAINT case_figure_month_first CHECK (extract(day FROM month) = 1),
  CONSTRAINT case_figure_not_negative CHECK (coalesce(early, 0) >= 0 AND on_time >= 0 AND late >= 0),
  CONSTRAINT case_figure_source_given CHECK (source <> ''),
  CONSTRAINT case_figure_correction_has_reason CHECK (version = 1 OR reason IS NOT NULL)
);
COMMENT ON TABLE case_figure IS 'Case-handling figures per month as an officer declared or imported them; a correction is a new version with its reason';
ALTER TABLE case_figure ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_figure FORCE ROW LEVEL SECURITY;
CREATE POLICY case_figure_in_commune ON case_figure
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT ON case_figure TO loa_app;

CREATE TABLE visit_day (
  commune_id uuid NOT NULL,
  day date NOT NULL,
  -- Which process counted, so that several add up.
  counter text NOT NULL,
  views bigint NOT NULL,
  visits bigint NOT NULL,
  -- Visitors of this process in the five minutes before it last wrote.
  online integer NOT NULL,
  written_at timestamptz NOT NULL,
  CONSTRAINT visit_day_pk PRIMARY KEY (commune_id, day, counter),
  CONSTRAINT visit_day_commune_fk FOREIGN KEY (commune_id) REFERENCES commune (id)
);
COMMENT ON TABLE visit_day IS 'Visits per day and process, without addresses or cookies';
ALTER TABLE visit_day ENABLE ROW LEVEL SECURITY;
ALTER TABLE visit_day FORCE ROW LEVEL SECURITY;
CREATE POLICY visit_day_in_commune ON visit_day
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON visit_day TO loa_app;
