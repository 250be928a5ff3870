-- A commune that was merged or renamed keeps its id, its addresses and everything it said (ruling 49):
-- after its last day it is an archive that only tells, and leads on to whoever took its place.

ALTER TABLE commune ADD COLUMN successor_url text;
ALTER TABLE commune ADD CONSTRAINT commune_successor_url_form
  CHECK (successor_url IS NULL OR successor_url ~ '^https?://[^[:space:]]+$');
COMMENT ON COLUMN commune.valid_to IS 'Its last day; from the day after it is an archive';
COMMENT ON COLUMN commune.successor IS 'What became of it, in a sentence for its pages';
COMMENT ON COLUMN commune.successor_url IS 'Where whoever took its place can be found';
