-- Boards where procedures are posted, and the sheets that hang there: each knows the version it carries,
-- so that a scan or the desk can say whether it still holds.

CREATE TABLE board (
  commune_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  place text NOT NULL DEFAULT '',
  -- Fields whose procedures must hang here, as a JSON list; an empty list stands for all.
  fields text NOT NULL DEFAULT '[]',
  opened_at timestamptz NOT NULL,
  ended_at timestamptz,
  CONSTRAINT board_pk PRIMARY KEY (commune_id, id),
  CONSTRAINT board_commune_fk FOREIGN KEY (commune_id) REFERENCES commune (id),
  CONSTRAINT board_named CHECK (name <> '')
);
COMMENT ON TABLE board IS 'A place where procedures are posted for people to read';
ALTER TABLE board ENABLE ROW LEVEL SECURITY;
ALTER TABLE board FORCE ROW LEVEL SECURITY;
CREATE POLICY board_in_commune ON board
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE ON board TO loa_app;

CREATE TABLE board_sheet (
  commune_id uuid NOT NULL,
  id uuid NOT NULL,
  board_id uuid NOT NULL,
  -- Read over the telephone, scanned by a QR code.
  short_code text NOT NULL,
  code text NOT NULL,
  version integer NOT NULL,
  record_sha256 text NOT NULL,
  -- The telephone number that is printed on it.
  telephone text NOT NULL DEFAULT '',
  printed_at timestamptz NOT NULL,
  posted_at timestamptz,
  posted_by uuid,
  photo_sha256 text,
  removed_at timestamptz,
  removed_by uuid,
  CONSTRAINT board_sheet_pk PRIMARY KEY (commune_id, id),
  CONSTRAINT board_sheet_code_unique UNIQUE (commune_id, short_code),
  CONSTRAINT board_sheet_board_fk FOREIGN KEY (commune_id, board_id) REFERENCES board (commune_id, id),
  CONSTRAINT board_sheet_version_fk FOREIGN KEY (commune_id, code, version) REFERENCES procedure_version (commune_id, code, number),
  CONSTRAINT board_sheet_photo_fk FOREIGN KEY (commune_id, photo_sha256) REFERENCES stored_file (commune_id, sha256)
);
COMMENT ON TABLE board_sheet IS 'A printed sheet with the version of the procedure it carries: printed, posted, taken down';
CREATE INDEX board_sheet_by_board ON board_sheet (commune_id, board_id, code);
ALTER TABLE board_sheet ENABLE ROW LEVEL SECURITY;
ALTER TABLE board_sheet FORCE ROW LEVEL SECURITY;
CREATE POLICY board_sheet_in_commune ON board_sheet
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE ON board_sheet TO loa_app;
