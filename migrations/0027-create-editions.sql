-- What the office writes and makes public: items, their editions, immutable revisions, and the links by
-- which somebody without an account looks at one or approves it.

CREATE TABLE item (
  commune_id uuid NOT NULL,
  id uuid NOT NULL,
  -- Made by the sender once per item: sending twice starts one.
  client_key uuid NOT NULL,
  kind text NOT NULL,
  -- Part of its address; given at the first publication and never changed, so that every address lives on.
  slug text,
  started_by uuid,
  started_at timestamptz NOT NULL,
  trashed_at timestamptz,
  trashed_by uuid,
  CONSTRAINT item_pk PRIMARY KEY (commune_id, id),
  CONSTRAINT item_client_key_unique UNIQUE (commune_id, client_key),
  CONSTRAINT item_slug_unique UNIQUE (commune_id, kind, slug),
  CONSTRAINT item_commune_fk FOREIGN KEY (commune_id) REFERENCES commune (id),
  CONSTRAINT item_kind_known CHECK (kind IN ('article')),
  CONSTRAINT item_published_is_never_trashed CHECK (trashed_at IS NULL OR slug IS NULL)
);
COMMENT ON TABLE item IS 'Something written to be made public, through all its editions';
ALTER TABLE item ENABLE ROW LEVEL SECURITY;
ALTER TABLE item FORCE ROW LEVEL SECURITY;
CREATE POLICY item_in_commune ON item
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE ON item TO loa_app;

CREATE TABLE edition (
  commune_id uuid NOT NULL,
  id uuid NOT NULL,
  item_id uuid NOT NULL,
  number integer NOT NULL,
  status text NOT NULL,
  -- The newest revision; its words are in edition_revision. Title, summary and section as lists show them.
  revision integer NOT NULL,
  title text NOT NULL,
  summary text NOT NULL,
  section text NOT NULL,
  -- Corrects a slip: the public date stays that of the edition before.
  minor boolean NOT NULL DEFAULT false,
  change_note text NOT NULL DEFAULT '',
  changed_at timestamptz NOT NULL,
  submitted_by uuid,
  submitted_at timestamptz,
  returned_reason text,
  approved_by uuid,
  -- Position, where it was approved without an account.
  approved_as text,
  approved_how text,
  approved_at timestamptz,
  forced_reason text,
  publish_at timestamptz,
  published_at timestamptz,
  -- The date the public reads.
  public_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_how text,
  withdrawn_reason text,
  -- Local address that takes its place.
  replaced_by text,
  CONSTRAINT edition_pk PRIMARY KEY (commune_id, id),
  CONSTRAINT edition_number_unique UNIQUE (commune_id, item_id, number),
  CONSTRAINT edition_item_fk FOREIGN KEY (commune_id, item_id) REFERENCES item (commune_id, id),
  CONSTRAINT edition_status_known CHECK (status IN ('draft', 'submitted', 'approved', 'scheduled', 'published', 'superseded', 'withdrawn')),
  CONSTRAINT edition_submitted_whole CHECK (status <> 'submitted' OR submitted_at IS NOT NULL),
  CONSTRAINT edition_approval_known CHECK (approved_how IN ('desk', 'link', 'forced')),
  CONSTRAINT edition_approved_whole CHECK ((approved_how IS NULL) = (approved_at IS NULL)),
  CONSTRAINT edition_approved_first CHECK (status IN ('draft', 'submitted') OR approved_at IS NOT NULL),
  CONSTRAINT edition_forced_with_reason CHECK ((approved_how IS NOT DISTINCT FROM 'forced') = (forced_reason IS NOT NULL)),
  CONSTRAINT edition_scheduled_has_time CHECK (status <> 'scheduled' OR publish_at IS NOT NULL),
  CONSTRAINT edition_published_whole CHECK ((status IN ('published', 'superseded', 'withdrawn')) = (published_at IS NOT NULL) AND (published_at IS NULL) = (public_at IS NULL)),
  CONSTRAINT edition_withdrawn_whole CHECK ((status = 'withdrawn') = (withdrawn_at IS NOT NULL) AND (withdrawn_at IS NULL) = (withdrawn_how IS NULL) AND (withdrawn_at IS NULL) = (withdrawn_reason IS NULL)),
  CONSTRAINT edition_withdrawal_known CHECK (withdrawn_how IN ('error', 'replaced', 'withdrawn')),
  CONSTRAINT edition_replacement_named CHECK ((withdrawn_how IS NOT DISTINCT FROM 'replaced') = (replaced_by IS NOT NULL))
);
COMMENT ON TABLE edition IS 'One edition of an item on its way from draft to public and out of it';
CREATE UNIQUE INDEX edition_live_once ON edition (commune_id, item_id) WHERE status = 'published';
CREATE UNIQUE INDEX edition_open_once ON edition (commune_id, item_id)
  WHERE status IN ('draft', 'submitted', 'approved', 'scheduled');
CREATE INDEX edition_public ON edition (commune_id, public_at DESC, id DESC) WHERE status = 'published';
CREATE INDEX edition_public_of_section ON edition (commune_id, section, public_at DESC, id DESC) WHERE status = 'published';
CREATE INDEX edition_due ON edition (commune_id, publish_at) WHERE status = 'scheduled';
ALTER TABLE edition ENABLE ROW LEVEL SECURITY;
ALTER TABLE edition FORCE ROW LEVEL SECURITY;
CREATE POLICY edition_in_commune ON edition
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE ON edition TO loa_app;

CREATE TABLE edition_revision (
  commune_id uuid NOT NULL,
  edition_id uuid NOT NULL,
  revision integer NOT NULL,
  -- Canonical JSON of everything the room wrote; its SHA-256 stands in the event.
  content text NOT NULL,
  digest text NOT NULL,
  made_by uuid,
  made_at timestamptz NOT NULL,
  CONSTRAINT edition_revision_pk PRIMARY KEY (commune_id, edition_id, revision),
  CONSTRAINT edition_revision_edition_fk FOREIGN KEY (commune_id, edition_id) REFERENCES edition (commune_id, id)
);
COMMENT ON TABLE edition_revision IS 'The words of an edition at each saving, immutable';
ALTER TABLE edition_revision ENABLE ROW LEVEL SECURITY;
ALTER TABLE edition_revision FORCE ROW LEVEL SECURITY;
CREATE POLICY edition_revision_in_commune ON edition_revision
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT ON edition_revision TO loa_app;

CREATE TABLE edition_draft (
  commune_id uuid NOT NULL,
  edition_id uuid NOT NULL,
  account_id uuid NOT NULL,
  -- The revision it was written over.
  base integer NOT NULL,
  content text NOT NULL,
  saved_at timestamptz NOT NULL,
  CONSTRAINT edition_draft_pk PRIMARY KEY (commune_id, edition_id, account_id),
  CONSTRAINT edition_draft_edition_fk FOREIGN KEY (commune_id, edition_id) REFERENCES edition (commune_id, id)
);
COMMENT ON TABLE edition_draft IS 'What a person is writing and has not saved; gone once they save';
ALTER TABLE edition_draft ENABLE ROW LEVEL SECURITY;
ALTER TABLE edition_draft FORCE ROW LEVEL SECURITY;
CREATE POLICY edition_draft_in_commune ON edition_draft
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON edition_draft TO loa_app;

CREATE TABLE edition_presence (
  commune_id uuid NOT NULL,
  edition_id uuid NOT NULL,
  account_id uuid NOT NULL,
  seen_at timestamptz NOT NULL,
  CONSTRAINT edition_presence_pk PRIMARY KEY (commune_id, edition_id, account_id),
  CONSTRAINT edition_presence_edition_fk FOREIGN KEY (commune_id, edition_id) REFERENCES edition (commune_id, id)
);
COMMENT ON TABLE edition_presence IS 'Who has an edition open';
ALTER TABLE edition_presence ENABLE ROW LEVEL SECURITY;
ALTER TABLE edition_presence FORCE ROW LEVEL SECURITY;
CREATE POLICY edition_presence_in_commune ON edition_presence
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON edition_presence TO loa_app;

CREATE TABLE edition_link (
  commune_id uuid NOT NULL,
  id uuid NOT NULL,
  edition_id uuid NOT NULL,
  purpose text NOT NULL,
  -- An approval is bound to one revision and one named position; a preview follows the edition.
  revision integer NOT NULL,
  head_id uuid,
  made_by uuid,
  made_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  revoked_at timestamptz,
  CONSTRAINT edition_link_pk PRIMARY KEY (commune_id, id),
  CONSTRAINT edition_link_edition_fk FOREIGN KEY (commune_id, edition_id) REFERENCES edition (commune_id, id),
  CONSTRAINT edition_link_head_fk FOREIGN KEY (commune_id, head_id) REFERENCES unit_head (commune_id, id),
  CONSTRAINT edition_link_purpose_known CHECK (purpose IN ('preview', 'approval')),
  CONSTRAINT edition_link_approval_is_named CHECK ((purpose = 'approval') = (head_id IS NOT NULL))
);
COMMENT ON TABLE edition_link IS 'A link to look at an edition, or to approve one revision with a PIN; its secret is computed, never stored';
CREATE INDEX edition_link_by_edition ON edition_link (commune_id, edition_id);
ALTER TABLE edition_link ENABLE ROW LEVEL SECURITY;
ALTER TABLE edition_link FORCE ROW LEVEL SECURITY;
CREATE POLICY edition_link_in_commune ON edition_link
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE ON edition_link TO loa_app;
