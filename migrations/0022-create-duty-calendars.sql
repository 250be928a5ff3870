-- Calendars of a unit's duties that other programs follow by a secret address.

CREATE TABLE duty_calendar (
  commune_id uuid NOT NULL,
  id uuid NOT NULL,
  unit_id uuid NOT NULL,
  made_by uuid NOT NULL,
  made_at timestamptz NOT NULL,
  ended_by uuid,
  ended_at timestamptz,
  CONSTRAINT duty_calendar_pk PRIMARY KEY (commune_id, id),
  CONSTRAINT duty_calendar_commune_fk FOREIGN KEY (commune_id) REFERENCES commune (id),
  CONSTRAINT duty_calendar_unit_fk FOREIGN KEY (commune_id, unit_id) REFERENCES unit (commune_id, id),
  CONSTRAINT duty_calendar_ended_by_someone CHECK ((ended_by IS NULL) = (ended_at IS NULL))
);
COMMENT ON TABLE duty_calendar IS 'An address under which programs follow the duties of a unit; its secret is made from its id by the installation''s key';
-- One address in use for each person and unit.
CREATE UNIQUE INDEX duty_calendar_one_in_use ON duty_calendar (commune_id, unit_id, made_by)
  WHERE ended_at IS NULL;
ALTER TABLE duty_calendar ENABLE ROW LEVEL SECURITY;
ALTER TABLE duty_calendar FORCE ROW LEVEL SECURITY;
CREATE POLICY duty_calendar_in_commune ON duty_calendar
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE ON duty_calendar TO loa_app;
