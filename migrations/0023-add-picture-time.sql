-- When a picture was taken, by the camera's own clock: kept from the EXIF that the web size loses.

ALTER TABLE stored_picture ADD COLUMN taken_at text;
ALTER TABLE stored_picture ADD CONSTRAINT stored_picture_taken_at_form
  CHECK (taken_at ~ '^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$');
COMMENT ON COLUMN stored_picture.taken_at IS 'YYYY-MM-DDTHH:MM:SS as the camera''s clock stood, in no zone; null where the picture does not say';
