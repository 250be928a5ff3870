-- Programs follow the calendar of publication by a secret address, as they do a unit's duties: one table for both.
ALTER TABLE duty_calendar RENAME TO followed_calendar;
ALTER TABLE followed_calendar RENAME CONSTRAINT duty_calendar_pk TO followed_calendar_pk;
ALTER TABLE followed_calendar RENAME CONSTRAINT duty_calendar_commune_fk TO followed_calendar_commune_fk;
ALTER TABLE followed_calendar RENAME CONSTRAINT duty_calendar_unit_fk TO followed_calendar_unit_fk;
ALTER TABLE followed_calendar
  RENAME CONSTRAINT duty_calendar_ended_by_someone TO followed_calendar_ended_by_someone;
ALTER POLICY duty_calendar_in_commune ON followed_calendar RENAME TO followed_calendar_in_commune;
ALTER TABLE followed_calendar ALTER COLUMN unit_id DROP NOT NULL;
COMMENT ON TABLE followed_calendar IS 'A secret address under which programs follow a calendar; its secret is made from its id by the installation''s key';
COMMENT ON COLUMN followed_calendar.unit_id IS 'Whose duties it shows; NULL for the calendar of publication';
DROP INDEX duty_calendar_one_in_use;
-- One address in use for each person and calendar.
CREATE UNIQUE INDEX followed_calendar_one_in_use ON followed_calendar (commune_id, unit_id, made_by)
  NULLS NOT DISTINCT WHERE ended_at IS NULL;
