-- What a commune knows better than the calendar that comes with Loa, and the hours its office is open.

CREATE TABLE calendar_day (
  commune_id uuid NOT NULL,
  date date NOT NULL,
  -- 'plain': the day is none of those listed for it elsewhere, but an ordinary one.
  kind text NOT NULL,
  name text NOT NULL,
  -- The other day of the pair: the holiday made up for, the day worked instead, the day off it gave.
  for_date date,
  source text NOT NULL,
  status text NOT NULL,
  CONSTRAINT calendar_day_pk PRIMARY KEY (commune_id, date),
  CONSTRAINT calendar_day_commune_fk FOREIGN KEY (commune_id) REFERENCES commune (id),
  CONSTRAINT calendar_day_kind_known CHECK (kind IN ('holiday', 'comp_day', 'swap_off', 'swap_work', 'plain')),
  CONSTRAINT calendar_day_status_known CHECK (status IN ('official', 'provisional')),
  CONSTRAINT calendar_day_named CHECK (name <> '' AND source <> ''),
  CONSTRAINT calendar_day_paired CHECK (kind IN ('holiday', 'plain') OR for_date IS NOT NULL)
);
COMMENT ON TABLE calendar_day IS 'Days a commune lays over the calendar of the installation, each with its source';
ALTER TABLE calendar_day ENABLE ROW LEVEL SECURITY;
ALTER TABLE calendar_day FORCE ROW LEVEL SECURITY;
CREATE POLICY calendar_day_in_commune ON calendar_day
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON calendar_day TO loa_app;

CREATE TABLE calendar_year (
  commune_id uuid NOT NULL,
  year integer NOT NULL,
  source text NOT NULL,
  CONSTRAINT calendar_year_pk PRIMARY KEY (commune_id, year),
  CONSTRAINT calendar_year_commune_fk FOREIGN KEY (commune_id) REFERENCES commune (id),
  CONSTRAINT calendar_year_sane CHECK (year BETWEEN 1976 AND 2200),
  CONSTRAINT calendar_year_sourced CHECK (source <> '')
);
COMMENT ON TABLE calendar_year IS 'Years whose days off a commune has settled: only its own rows hold for them';
ALTER TABLE calendar_year ENABLE ROW LEVEL SECURITY;
ALTER TABLE calendar_year FORCE ROW LEVEL SECURITY;
CREATE POLICY calendar_year_in_commune ON calendar_year
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON calendar_year TO loa_app;

CREATE TABLE office_hours (
  commune_id uuid NOT NULL,
  valid_from date NOT NULL,
  -- Seven lines, Monday to Sunday: '07:30–11:30, 13:30–17:00'; an empty line is a day off.
  week text NOT NULL,
  -- After it, what comes in counts as received on the next working day; NULL: no such hour.
  cut_off text,
  source text NOT NULL,
  CONSTRAINT office_hours_pk PRIMARY KEY (commune_id, valid_from),
  CONSTRAINT office_hours_commune_fk FOREIGN KEY (commune_id) REFERENCES commune (id),
  CONSTRAINT office_hours_cut_off_form CHECK (cut_off ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  CONSTRAINT office_hours_sourced CHECK (source <> '')
);
COMMENT ON TABLE office_hours IS 'Weekly hours of the office, each from a day on until the next row';
ALTER TABLE office_hours ENABLE ROW LEVEL SECURITY;
ALTER TABLE office_hours FORCE ROW LEVEL SECURITY;
CREATE POLICY office_hours_in_commune ON office_hours
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON office_hours TO loa_app;
