-- What another site answered is kept as its number, and a way that failed as its name; words are made when
-- they are shown.

ALTER TABLE outside_link NO FORCE ROW LEVEL SECURITY;
ALTER TABLE outside_link
  DROP CONSTRAINT outside_link_failing,
  -- The number of the last answer; NULL where none came, or nothing is known yet.
  ADD COLUMN status smallint,
  -- Why the last try had no answer.
  ADD COLUMN trouble text;
UPDATE outside_link SET
  status = substring(fault FROM '\(mã (\d{3})\)$')::smallint,
  trouble = CASE fault
    WHEN 'không kết nối được' THEN 'unreachable'
    WHEN 'quá lâu không trả lời' THEN 'too-slow'
    WHEN 'bị chuyển vòng quanh' THEN 'too-many-redirects'
  END;
-- What was refused by this machine itself was no fault of the page: it is tried anew.
UPDATE outside_link SET failing_since = NULL, failures = 0 WHERE status IS NULL AND trouble IS NULL;
ALTER TABLE outside_link
  DROP COLUMN fault,
  ADD CONSTRAINT outside_link_status_form CHECK (status BETWEEN 0 AND 999),
  ADD CONSTRAINT outside_link_trouble_known CHECK (trouble IN ('unreachable', 'too-slow', 'too-many-redirects', 'not-public')),
  ADD CONSTRAINT outside_link_one_end CHECK (status IS NULL OR trouble IS NULL),
  ADD CONSTRAINT outside_link_failing CHECK ((failing_since IS NULL) = (failures = 0) AND (trouble IS NULL OR failing_since IS NOT NULL));
ALTER TABLE outside_link FORCE ROW LEVEL SECURITY;

-- A page at a port that isn't asked is told apart from one that is not on the public Internet.
ALTER TABLE link_snapshot
  DROP CONSTRAINT link_snapshot_trouble_known,
  ADD CONSTRAINT link_snapshot_trouble_known CHECK (
    trouble IN ('not-public', 'other-port', 'unreachable', 'too-large', 'too-slow', 'too-many-redirects', 'status'));
