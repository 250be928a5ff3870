-- The commune's own words of a procedure in editions: written by one, approved by another, each from a day
-- on, so that who handled it on any day can be told. Numbers are those of the hotlines, one truth per number.

-- What a number was until it changed or went.
CREATE TABLE hotline_past (
  commune_id uuid NOT NULL,
  id uuid NOT NULL,
  hotline_id uuid NOT NULL,
  name text NOT NULL,
  number text NOT NULL,
  owner text NOT NULL,
  hours text NOT NULL DEFAULT '',
  ended_at timestamptz NOT NULL,
  CONSTRAINT hotline_past_pk PRIMARY KEY (commune_id, id),
  CONSTRAINT hotline_past_commune_fk FOREIGN KEY (commune_id) REFERENCES commune (id)
);
COMMENT ON TABLE hotline_past IS 'What a public telephone number was until it was changed or removed';
CREATE INDEX hotline_past_by_end ON hotline_past (commune_id, hotline_id, ended_at);
ALTER TABLE hotline_past ENABLE ROW LEVEL SECURITY;
ALTER TABLE hotline_past FORCE ROW LEVEL SECURITY;
CREATE POLICY hotline_past_in_commune ON hotline_past
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT ON hotline_past TO loa_app;

CREATE TABLE procedure_guide_edition (
  commune_id uuid NOT NULL,
  code text NOT NULL,
  number integer NOT NULL,
  status text NOT NULL,
  -- Plain summary, who handles it here, questions and answers, as JSON.
  guide text NOT NULL,
  effective_from date NOT NULL,
  written_at timestamptz NOT NULL,
  written_by uuid,
  decided_at timestamptz,
  decided_by uuid,
  -- Why it went back, or why nobody else looked it over.
  reason text,
  forced boolean NOT NULL DEFAULT false,
  CONSTRAINT procedure_guide_edition_pk PRIMARY KEY (commune_id, code, number),
  CONSTRAINT procedure_guide_edition_commune_fk FOREIGN KEY (commune_id) REFERENCES commune (id),
  CONSTRAINT procedure_guide_edition_numbered CHECK (number >= 1),
  CONSTRAINT procedure_guide_edition_status_known CHECK (status IN ('submitted', 'approved', 'returned', 'rewritten')),
  CONSTRAINT procedure_guide_edition_decided CHECK ((status = 'submitted') = (decided_at IS NULL)),
  CONSTRAINT procedure_guide_edition_explained CHECK ((status = 'returned' OR forced) = (reason IS NOT NULL))
);
COMMENT ON TABLE procedure_guide_edition IS 'What a commune says of a procedure in its own words, edition by edition: submitted, approved, from which day';
CREATE INDEX procedure_guide_edition_by_status ON procedure_guide_edition (commune_id, status, code);

-- Under forced row security a migration would see no row, silently.
ALTER TABLE procedure_guide NO FORCE ROW LEVEL SECURITY;
ALTER TABLE hotline NO FORCE ROW LEVEL SECURITY;

-- A number that stood in a guide alone becomes a hotline nobody has verified yet.
INSERT INTO hotline (commune_id, id, name, number, owner, position)
SELECT DISTINCT ON (old.commune_id, digits) old.commune_id, gen_random_uuid(), 'Hỏi về thủ tục hành chính',
       telephone, coalesce(nullif(old.guide::json ->> 'handler', ''), 'Bộ phận Một cửa'), 1000
  FROM procedure_guide old,
       LATERAL (SELECT old.guide::json ->> 'telephone' AS telephone) said,
       LATERAL (SELECT regexp_replace(telephone, '\D', '', 'g') AS digits) number
 WHERE digits <> ''
   AND NOT EXISTS (SELECT FROM hotline
                    WHERE hotline.commune_id = old.commune_id
                      AND regexp_replace(hotline.number, '\D', '', 'g') = digits);

INSERT INTO procedure_guide_edition
       (commune_id, code, number, status, guide, effective_from, written_at, decided_at)
SELECT old.commune_id, old.code, old.version, 'approved',
       (old.guide::jsonb - 'telephone' || jsonb_build_object('hotline', coalesce((
         SELECT hotline.id::text FROM hotline
          WHERE hotline.commune_id = old.commune_id AND hotline.number <> ''
            AND regexp_replace(hotline.number, '\D', '', 'g')
              = regexp_replace(old.guide::json ->> 'telephone', '\D', '', 'g')
          ORDER BY hotline.position, hotline.id LIMIT 1), '')))::text,
       (old.changed_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, old.changed_at, old.changed_at
  FROM procedure_guide old;

DO $$
BEGIN
  IF (SELECT count(*) FROM procedure_guide) <> (SELECT count(*) FROM procedure_guide_edition) THEN
    RAISE EXCEPTION 'guides were lost on the way to their editions';
  END IF;
END $$;

DROP TABLE procedure_guide;
ALTER TABLE hotline FORCE ROW LEVEL SECURITY;

ALTER TABLE procedure_guide_edition ENABLE ROW LEVEL SECURITY;
ALTER TABLE procedure_guide_edition FORCE ROW LEVEL SECURITY;
CREATE POLICY procedure_guide_edition_in_commune ON procedure_guide_edition
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE ON procedure_guide_edition TO loa_app;
