-- Drafts opened for comment: the words people are asked about as they went public, what they said, what
-- came of it. What people leave of themselves is sealed under a key of its own, destroyed in its time.

CREATE TABLE subject_key (
  commune_id uuid NOT NULL,
  -- Whose: who left something personal in one place.
  id uuid NOT NULL,
  -- Null once it was destroyed; what it sealed can't be read any more.
  sealed_key bytea,
  made_at timestamptz NOT NULL,
  destroyed_at timestamptz,
  CONSTRAINT subject_key_pk PRIMARY KEY (commune_id, id),
  CONSTRAINT subject_key_commune_fk FOREIGN KEY (commune_id) REFERENCES commune (id),
  CONSTRAINT subject_key_destroyed_whole CHECK ((sealed_key IS NULL) = (destroyed_at IS NOT NULL))
);
COMMENT ON TABLE subject_key IS 'Keys under which personal data of one subject is sealed, each destroyed with its erasure';
ALTER TABLE subject_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE subject_key FORCE ROW LEVEL SECURITY;
CREATE POLICY subject_key_in_commune ON subject_key
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE ON subject_key TO loa_app;

CREATE TABLE consultation (
  commune_id uuid NOT NULL,
  id uuid NOT NULL,
  -- The draft, an entry of the register under review.
  entry_id uuid NOT NULL,
  -- Part of its address; never changed.
  slug text NOT NULL,
  title text NOT NULL,
  -- What the office wants to hear about.
  lead text NOT NULL,
  -- The words people are asked about, as canonical JSON; never changed.
  paper text NOT NULL,
  publishes_file boolean NOT NULL,
  opens_on date NOT NULL,
  closes_on date NOT NULL,
  -- Why it is open for fewer days than the law asks for.
  short_reason text NOT NULL DEFAULT '',
  made_at timestamptz NOT NULL,
  made_by uuid,
  -- Null until the day it opens has come.
  began_at timestamptz,
  -- Null until its last day is over.
  closed_at timestamptz,
  -- What came of it, as rich text.
  answer text,
  answered_at timestamptz,
  -- The document issued after it, once there is one.
  issued_id uuid,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  CONSTRAINT consultation_pk PRIMARY KEY (commune_id, id),
  CONSTRAINT consultation_slug_unique UNIQUE (commune_id, slug),
  CONSTRAINT consultation_entry_fk FOREIGN KEY (commune_id, entry_id) REFERENCES register_entry (commune_id, id),
  CONSTRAINT consultation_issued_fk FOREIGN KEY (commune_id, issued_id) REFERENCES register_entry (commune_id, id),
  CONSTRAINT consultation_days_ordered CHECK (closes_on >= opens_on),
  CONSTRAINT consultation_answered_whole CHECK ((answer IS NULL) = (answered_at IS NULL)),
  CONSTRAINT consultation_answered_closed CHECK (answered_at IS NULL OR closed_at IS NOT NULL),
  CONSTRAINT consultation_withdrawn_whole CHECK ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL))
);
COMMENT ON TABLE consultation IS 'A draft document people may comment on between two days, and what came of it';
CREATE UNIQUE INDEX consultation_one_at_once ON consultation (commune_id, entry_id)
  WHERE answered_at IS NULL AND withdrawn_at IS NULL;
CREATE INDEX consultation_by_day ON consultation (commune_id, closes_on DESC, id DESC);
CREATE INDEX consultation_by_issued ON consultation (commune_id, issued_id);
ALTER TABLE consultation ENABLE ROW LEVEL SECURITY;
ALTER TABLE consultation FORCE ROW LEVEL SECURITY;
CREATE POLICY consultation_in_commune ON consultation
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE ON consultation TO loa_app;

CREATE TABLE consultation_comment (
  commune_id uuid NOT NULL,
  -- Also the subject whose key seals it, and what makes sending twice one comment.
  id uuid NOT NULL,
  consultation_id uuid NOT NULL,
  -- Its place among all of the consultation: what the sender is told.
  number integer NOT NULL,
  -- The section of the draft it is about; null for the whole.
  part integer,
  source text NOT NULL,
  sent_at timestamptz NOT NULL,
  -- As it was sent.
  sealed_text bytea NOT NULL,
  -- Name and way to answer, where somebody left them.
  sealed_sender bytea,
  state text NOT NULL DEFAULT 'waiting',
  -- As everybody reads it.
  public_text text,
  -- Why it isn't shown.
  aside text,
  reviewed_at timestamptz,
  reviewed_by uuid,
  verdict text,
  reply text NOT NULL DEFAULT '',
  CONSTRAINT consultation_comment_pk PRIMARY KEY (commune_id, id),
  CONSTRAINT consultation_comment_number_unique UNIQUE (commune_id, consultation_id, number),
  CONSTRAINT consultation_comment_of_fk FOREIGN KEY (commune_id, consultation_id) REFERENCES consultation (commune_id, id),
  CONSTRAINT consultation_comment_key_fk FOREIGN KEY (commune_id, id) REFERENCES subject_key (commune_id, id),
  CONSTRAINT consultation_comment_source_known CHECK (source IN ('portal', 'meeting', 'letter', 'telephone')),
  CONSTRAINT consultation_comment_state_known CHECK (state IN ('waiting', 'shown', 'aside')),
  CONSTRAINT consultation_comment_shown_whole CHECK ((state = 'shown') = (public_text IS NOT NULL)),
  CONSTRAINT consultation_comment_aside_whole CHECK ((state = 'aside') = (aside IS NOT NULL)),
  CONSTRAINT consultation_comment_reviewed CHECK ((state = 'waiting') = (reviewed_at IS NULL)),
  CONSTRAINT consultation_comment_aside_known CHECK (aside IN ('empty', 'other-matter', 'personal', 'insulting', 'repeated')),
  CONSTRAINT consultation_comment_verdict_known CHECK (verdict IN ('taken', 'partly', 'kept', 'noted')),
  CONSTRAINT consultation_comment_answered CHECK (verdict IS NULL OR state = 'shown')
);
COMMENT ON TABLE consultation_comment IS 'What somebody said of a draft: sealed as sent, shown after review, answered';
CREATE INDEX consultation_comment_by_state ON consultation_comment (commune_id, consultation_id, state, number);
ALTER TABLE consultation_comment ENABLE ROW LEVEL SECURITY;
ALTER TABLE consultation_comment FORCE ROW LEVEL SECURITY;
CREATE POLICY consultation_comment_in_commune ON consultation_comment
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE ON consultation_comment TO loa_app;
