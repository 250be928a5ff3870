-- The office is told by mail that the last day of a consultation nears, once for each last day.
ALTER TABLE consultation ADD COLUMN closing_told date;
COMMENT ON COLUMN consultation.closing_told IS 'The last day that mail told of; NULL before any did';
