-- Administrative procedures in public: what they say, which version holds when, the changes that brought
-- them, and what the commune adds in its own words.

-- The words of a procedure, once for the whole installation however many communes publish it (ruling 9).
-- A row is named by the digest of its text and never changes; which of them holds where and when is told
-- by procedure_version. No foreign key leads here, for keys begin with the commune.
CREATE TABLE procedure_record (
  sha256 text NOT NULL,
  record text NOT NULL,
  CONSTRAINT procedure_record_pk PRIMARY KEY (sha256),
  CONSTRAINT procedure_record_digest CHECK (sha256 ~ '^[0-9a-f]{64}$')
);
COMMENT ON TABLE procedure_record IS 'Public text of a procedure by its digest, shared by the communes of the installation';
GRANT SELECT, INSERT ON procedure_record TO loa_app;

CREATE TABLE procedure_change (
  commune_id uuid NOT NULL,
  id uuid NOT NULL,
  status text NOT NULL,
  kind text NOT NULL,
  source_name text NOT NULL,
  source_sha256 text NOT NULL,
  -- What was read, as JSON; kept so that a change can be looked at again.
  reading text NOT NULL,
  decision text NOT NULL DEFAULT '',
  decided_on date,
  effective_from date,
  received_at timestamptz NOT NULL,
  received_by uuid,
  applied_at timestamptz,
  applied_by uuid,
  undone_at timestamptz,
  undone_reason text,
  -- How many procedures it made new, changed, abolished, put into history, as JSON.
  outcome text,
  CONSTRAINT procedure_change_pk PRIMARY KEY (commune_id, id),
  CONSTRAINT procedure_change_commune_fk FOREIGN KEY (commune_id) REFERENCES commune (id),
  CONSTRAINT procedure_change_status_known CHECK (status IN ('draft', 'applied', 'undone', 'discarded')),
  CONSTRAINT procedure_change_kind_known CHECK (kind IN ('export', 'decision')),
  CONSTRAINT procedure_change_applied_whole CHECK (
    status NOT IN ('applied', 'undone') OR (applied_at IS NOT NULL AND effective_from IS NOT NULL AND outcome IS NOT NULL)),
  CONSTRAINT procedure_change_undone_whole CHECK ((status = 'undone') = (undone_at IS NOT NULL))
);
COMMENT ON TABLE procedure_change IS 'One import of procedures: read, looked over, applied as a whole, taken back as a whole';
CREATE INDEX procedure_change_by_day ON procedure_change (commune_id, status, received_at);
ALTER TABLE procedure_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE procedure_change FORCE ROW LEVEL SECURITY;
CREATE POLICY procedure_change_in_commune ON procedure_change
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE ON procedure_change TO loa_app;

CREATE TABLE procedure_version (
  commune_id uuid NOT NULL,
  -- Base code of the country, without the agency's part.
  code text NOT NULL,
  number integer NOT NULL,
  change_id uuid NOT NULL,
  status text NOT NULL,
  record_sha256 text NOT NULL,
  title text NOT NULL,
  field text NOT NULL DEFAULT '',
  levels text NOT NULL DEFAULT '',
  audience text NOT NULL DEFAULT '',
  decision text NOT NULL DEFAULT '',
  decided_on date,
  effective_from date NOT NULL,
  -- What the source's item said of itself, as JSON, so that an export is whole again.
  origin text NOT NULL DEFAULT '{}',
  recorded_at timestamptz NOT NULL,
  undone_at timestamptz,
  CONSTRAINT procedure_version_pk PRIMARY KEY (commune_id, code, number),
  CONSTRAINT procedure_version_change_unique UNIQUE (commune_id, change_id, code),
  CONSTRAINT procedure_version_change_fk FOREIGN KEY (commune_id, change_id) REFERENCES procedure_change (commune_id, id),
  CONSTRAINT procedure_version_status_known CHECK (status IN ('in-force', 'abolished')),
  CONSTRAINT procedure_version_code_form CHECK (code ~ '^[0-9]\.[0-9]{6}$'),
  CONSTRAINT procedure_version_numbered CHECK (number >= 1)
);
COMMENT ON TABLE procedure_version IS 'A procedure as it holds from a day on, until a later version does';
CREATE INDEX procedure_version_by_day ON procedure_version (commune_id, code, effective_from);
ALTER TABLE procedure_version ENABLE ROW LEVEL SECURITY;
ALTER TABLE procedure_version FORCE ROW LEVEL SECURITY;
CREATE POLICY procedure_version_in_commune ON procedure_version
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE ON procedure_version TO loa_app;

CREATE TABLE procedure_guide (
  commune_id uuid NOT NULL,
  code text NOT NULL,
  version integer NOT NULL,
  -- Plain summary, who handles it here, questions and answers, as JSON.
  guide text NOT NULL,
  changed_at timestamptz NOT NULL,
  CONSTRAINT procedure_guide_pk PRIMARY KEY (commune_id, code),
  CONSTRAINT procedure_guide_commune_fk FOREIGN KEY (commune_id) REFERENCES commune (id)
);
COMMENT ON TABLE procedure_guide IS 'What a commune says of a procedure in its own words: summary, who handles it here, questions people ask';
ALTER TABLE procedure_guide ENABLE ROW LEVEL SECURITY;
ALTER TABLE procedure_guide FORCE ROW LEVEL SECURITY;
CREATE POLICY procedure_guide_in_commune ON procedure_guide
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE ON procedure_guide TO loa_app;
