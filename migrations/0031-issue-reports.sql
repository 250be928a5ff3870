-- Issuing: the numbers an office gives to its outgoing documents, what its papers say by default, and a
-- report's way from approval to its number.

CREATE TABLE outgoing_document (
  commune_id uuid NOT NULL,
  id uuid NOT NULL,
  -- Numbers start anew on 1 January (Decree 30/2020/NĐ-CP), each type of document in its own series.
  year integer NOT NULL,
  type text NOT NULL,
  number integer NOT NULL,
  code text NOT NULL,
  issued_on date NOT NULL,
  title text NOT NULL,
  -- "TM. ỦY BAN NHÂN DÂN; CHỦ TỊCH": authority and title as on the paper.
  signer text NOT NULL,
  -- One a line.
  recipients text NOT NULL,
  copies integer,
  -- What was given the number; empty for a paper written outside Loa.
  subject_type text,
  subject_id uuid,
  register_entry_id uuid,
  search_text text NOT NULL,
  taken_at timestamptz NOT NULL,
  cancelled_at timestamptz,
  cancelled_reason text,
  CONSTRAINT outgoing_document_pk PRIMARY KEY (commune_id, id),
  CONSTRAINT outgoing_document_number_unique UNIQUE (commune_id, year, type, number),
  CONSTRAINT outgoing_document_commune_fk FOREIGN KEY (commune_id) REFERENCES commune (id),
  CONSTRAINT outgoing_document_entry_fk FOREIGN KEY (commune_id, register_entry_id) REFERENCES register_entry (commune_id, id),
  CONSTRAINT outgoing_document_number_positive CHECK (number > 0 AND copies > 0),
  CONSTRAINT outgoing_document_in_its_year CHECK (extract(year FROM issued_on) = year),
  CONSTRAINT outgoing_document_subject_whole CHECK ((subject_type IS NULL) = (subject_id IS NULL)),
  CONSTRAINT outgoing_document_cancelled_with_reason CHECK (
    (cancelled_at IS NULL) = (cancelled_reason IS NULL) AND cancelled_reason <> '')
);
COMMENT ON TABLE outgoing_document IS 'A number of the outgoing register and the document it was given to; a cancelled one stays';
CREATE INDEX outgoing_document_by_day ON outgoing_document (commune_id, year, issued_on, id);
ALTER TABLE outgoing_document ENABLE ROW LEVEL SECURITY;
ALTER TABLE outgoing_document FORCE ROW LEVEL SECURITY;
CREATE POLICY outgoing_document_in_commune ON outgoing_document
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE ON outgoing_document TO loa_app;

CREATE TABLE outgoing_start (
  commune_id uuid NOT NULL,
  year integer NOT NULL,
  type text NOT NULL,
  -- The last number given before the series was kept here, such as in a paper book.
  last_number integer NOT NULL,
  reason text NOT NULL,
  set_at timestamptz NOT NULL,
  CONSTRAINT outgoing_start_pk PRIMARY KEY (commune_id, year, type),
  CONSTRAINT outgoing_start_commune_fk FOREIGN KEY (commune_id) REFERENCES commune (id),
  CONSTRAINT outgoing_start_positive CHECK (last_number > 0),
  CONSTRAINT outgoing_start_reasoned CHECK (reason <> '')
);
COMMENT ON TABLE outgoing_start IS 'Where a series of outgoing numbers begins when earlier numbers stand elsewhere';
ALTER TABLE outgoing_start ENABLE ROW LEVEL SECURITY;
ALTER TABLE outgoing_start FORCE ROW LEVEL SECURITY;
CREATE POLICY outgoing_start_in_commune ON outgoing_start
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT ON outgoing_start TO loa_app;

CREATE TABLE paper_setting (
  commune_id uuid NOT NULL,
  -- One a line, without dashes.
  recipients text NOT NULL,
  -- Who signs, as canonical JSON of the written signatory.
  signatory text NOT NULL,
  set_at timestamptz NOT NULL,
  CONSTRAINT paper_setting_pk PRIMARY KEY (commune_id),
  CONSTRAINT paper_setting_commune_fk FOREIGN KEY (commune_id) REFERENCES commune (id)
);
COMMENT ON TABLE paper_setting IS 'Recipients and signatory that a new document of the office starts with';
ALTER TABLE paper_setting ENABLE ROW LEVEL SECURITY;
ALTER TABLE paper_setting FORCE ROW LEVEL SECURITY;
CREATE POLICY paper_setting_in_commune ON paper_setting
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE ON paper_setting TO loa_app;

ALTER TABLE report
  -- The paper as it was approved, then with its number and day, as canonical JSON: nothing moves it.
  ADD COLUMN paper text,
  ADD COLUMN signed_on date,
  ADD COLUMN outgoing_id uuid,
  ADD COLUMN register_entry_id uuid,
  ADD COLUMN issued_at timestamptz,
  ADD COLUMN published_at timestamptz,
  -- The public paper after the privacy guard, as canonical JSON.
  ADD COLUMN public_paper text,
  DROP CONSTRAINT report_status_known,
  ADD CONSTRAINT report_status_known CHECK (
    status IN ('draft', 'checked', 'approved', 'signed', 'issued', 'discarded')),
  DROP CONSTRAINT report_status_has_hands,
  ADD CONSTRAINT report_status_has_hands CHECK (
    (status NOT IN ('checked', 'approved', 'signed', 'issued') OR checked_at IS NOT NULL)
    AND ((status IN ('approved', 'signed', 'issued')) = (approved_at IS NOT NULL))),
  ADD CONSTRAINT report_signed_has_day CHECK ((status IN ('signed', 'issued')) = (signed_on IS NOT NULL)),
  ADD CONSTRAINT report_issued_has_number CHECK (
    (status = 'issued') = (outgoing_id IS NOT NULL) AND (status = 'issued') = (issued_at IS NOT NULL)
    AND (status = 'issued') = (register_entry_id IS NOT NULL)),
  ADD CONSTRAINT report_published_was_issued CHECK (
    (published_at IS NULL OR issued_at IS NOT NULL) AND (published_at IS NULL) = (public_paper IS NULL)),
  -- No row has one yet, and under forced row security there is no way to look.
  ADD CONSTRAINT report_outgoing_fk FOREIGN KEY (commune_id, outgoing_id) REFERENCES outgoing_document (commune_id, id) NOT VALID,
  ADD CONSTRAINT report_entry_fk FOREIGN KEY (commune_id, register_entry_id) REFERENCES register_entry (commune_id, id) NOT VALID;

CREATE TABLE report_signed_copy (
  commune_id uuid NOT NULL,
  report_id uuid NOT NULL,
  id uuid NOT NULL,
  -- Pages of one copy share it; the latest copy stands.
  copy integer NOT NULL,
  page integer NOT NULL,
  revision integer NOT NULL,
  sha256 text NOT NULL,
  -- What the check of digital signatures found, as JSON; of a scan that there are none.
  signatures text NOT NULL,
  added_at timestamptz NOT NULL,
  CONSTRAINT report_signed_copy_pk PRIMARY KEY (commune_id, id),
  CONSTRAINT report_signed_copy_page_unique UNIQUE (commune_id, report_id, copy, page),
  CONSTRAINT report_signed_copy_report_fk FOREIGN KEY (commune_id, report_id, revision)
    REFERENCES report_revision (commune_id, report_id, revision),
  CONSTRAINT report_signed_copy_file_fk FOREIGN KEY (commune_id, sha256) REFERENCES stored_file (commune_id, sha256),
  CONSTRAINT report_signed_copy_positive CHECK (copy > 0 AND page > 0)
);
COMMENT ON TABLE report_signed_copy IS 'A page of a signed copy of a report, with what its signatures proved; never altered';
ALTER TABLE report_signed_copy ENABLE ROW LEVEL SECURITY;
ALTER TABLE report_signed_copy FORCE ROW LEVEL SECURITY;
CREATE POLICY report_signed_copy_in_commune ON report_signed_copy
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT ON report_signed_copy TO loa_app;
