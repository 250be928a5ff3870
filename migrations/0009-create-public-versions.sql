-- What tells every process that public pages changed: a version per commune, raised in the transaction
-- of the change. A notice only wakes the others; this row is the truth (ruling 17).

CREATE TABLE public_version (
  commune_id uuid NOT NULL,
  version bigint NOT NULL,
  CONSTRAINT public_version_pk PRIMARY KEY (commune_id),
  CONSTRAINT public_version_positive CHECK (version > 0)
);
COMMENT ON TABLE public_version IS 'How often what pages are made of has changed, per commune; read for many communes at once';
GRANT SELECT, INSERT, UPDATE ON public_version TO loa_app;

CREATE TABLE page_process (
  name text NOT NULL,
  seen_at timestamptz NOT NULL,
  CONSTRAINT page_process_pk PRIMARY KEY (name)
);
COMMENT ON TABLE page_process IS 'Processes that keep pages, each with when it last looked here';
GRANT SELECT, INSERT, UPDATE, DELETE ON page_process TO loa_app;

CREATE TABLE page_deletion (
  id uuid NOT NULL,
  commune_id uuid NOT NULL,
  -- Pages read before this version are not kept again, whoever is still making one.
  version bigint NOT NULL,
  asked_at timestamptz NOT NULL,
  CONSTRAINT page_deletion_pk PRIMARY KEY (id)
);
COMMENT ON TABLE page_deletion IS 'Pages of a commune that must be gone everywhere before a withdrawal is acknowledged';
CREATE INDEX page_deletion_by_time ON page_deletion (asked_at);
GRANT SELECT, INSERT, DELETE ON page_deletion TO loa_app;

CREATE TABLE page_deletion_done (
  deletion_id uuid NOT NULL,
  process text NOT NULL,
  done_at timestamptz NOT NULL,
  CONSTRAINT page_deletion_done_pk PRIMARY KEY (deletion_id, process)
);
COMMENT ON TABLE page_deletion_done IS 'Which process has thrown its pages away for a deletion';
GRANT SELECT, INSERT, DELETE ON page_deletion_done TO loa_app;
