-- What units hand to the editorial secretary to be made public: words, files, photographs, tied to a duty.
-- The queue, its questions and answers, and the article that came of it.

CREATE TABLE handover (
  commune_id uuid NOT NULL,
  id uuid NOT NULL,
  -- The form's own key, so that sending twice hands over once.
  client_key uuid NOT NULL,
  unit_id uuid NOT NULL,
  duty_id uuid,
  -- Topics of plans that it serves.
  topics uuid[] NOT NULL,
  title text NOT NULL,
  body text NOT NULL,
  -- Where the unit wishes it told, by the ids of channels.
  channels text[] NOT NULL,
  -- A document of the register that it is about.
  entry_id uuid,
  -- What its photographs show and who is seen in them; empty without any.
  photo_caption text NOT NULL,
  photo_people text NOT NULL,
  -- The last day it is of use.
  wanted_on date NOT NULL,
  state text NOT NULL,
  handed_by uuid,
  handed_at timestamptz NOT NULL,
  -- Since when it lies with the secretary: handed over, or the question was answered.
  since timestamptz NOT NULL,
  taken_by uuid,
  taken_at timestamptz,
  -- The article's item, once there is a draft.
  item_id uuid,
  CONSTRAINT handover_pk PRIMARY KEY (commune_id, id),
  CONSTRAINT handover_client_key_unique UNIQUE (commune_id, client_key),
  CONSTRAINT handover_unit_fk FOREIGN KEY (commune_id, unit_id) REFERENCES unit (commune_id, id),
  CONSTRAINT handover_duty_fk FOREIGN KEY (commune_id, duty_id) REFERENCES duty (commune_id, id),
  CONSTRAINT handover_entry_fk FOREIGN KEY (commune_id, entry_id) REFERENCES register_entry (commune_id, id),
  CONSTRAINT handover_item_fk FOREIGN KEY (commune_id, item_id) REFERENCES item (commune_id, id),
  CONSTRAINT handover_state_known CHECK (state IN ('waiting', 'taken', 'asked', 'drafted', 'declined')),
  CONSTRAINT handover_taken_whole CHECK (state <> 'taken' OR taken_at IS NOT NULL),
  CONSTRAINT handover_drafted_whole CHECK ((state = 'drafted') = (item_id IS NOT NULL))
);
COMMENT ON TABLE handover IS 'Material that a unit handed to the editorial secretary, and where it stands';
CREATE UNIQUE INDEX handover_once_an_item ON handover (commune_id, item_id) WHERE item_id IS NOT NULL;
CREATE INDEX handover_by_unit ON handover (commune_id, unit_id, handed_at);
CREATE INDEX handover_by_state ON handover (commune_id, state, since);
ALTER TABLE handover ENABLE ROW LEVEL SECURITY;
ALTER TABLE handover FORCE ROW LEVEL SECURITY;
CREATE POLICY handover_in_commune ON handover
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE ON handover TO loa_app;

CREATE TABLE handover_file (
  commune_id uuid NOT NULL,
  handover_id uuid NOT NULL,
  sha256 text NOT NULL,
  position integer NOT NULL,
  is_photo boolean NOT NULL,
  CONSTRAINT handover_file_pk PRIMARY KEY (commune_id, handover_id, sha256),
  CONSTRAINT handover_file_handover_fk FOREIGN KEY (commune_id, handover_id) REFERENCES handover (commune_id, id),
  CONSTRAINT handover_file_stored_fk FOREIGN KEY (commune_id, sha256) REFERENCES stored_file (commune_id, sha256)
);
COMMENT ON TABLE handover_file IS 'Files and photographs that came with a hand-over';
ALTER TABLE handover_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE handover_file FORCE ROW LEVEL SECURITY;
CREATE POLICY handover_file_in_commune ON handover_file
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT ON handover_file TO loa_app;

CREATE TABLE handover_note (
  commune_id uuid NOT NULL,
  id uuid NOT NULL,
  handover_id uuid NOT NULL,
  kind text NOT NULL,
  words text NOT NULL,
  said_by uuid,
  said_at timestamptz NOT NULL,
  CONSTRAINT handover_note_pk PRIMARY KEY (commune_id, id),
  CONSTRAINT handover_note_handover_fk FOREIGN KEY (commune_id, handover_id) REFERENCES handover (commune_id, id),
  CONSTRAINT handover_note_kind_known CHECK (kind IN ('question', 'answer', 'declined'))
);
COMMENT ON TABLE handover_note IS 'What the secretary asked back, what the unit answered, why something is not made public';
CREATE INDEX handover_note_by_handover ON handover_note (commune_id, handover_id, id);
ALTER TABLE handover_note ENABLE ROW LEVEL SECURITY;
ALTER TABLE handover_note FORCE ROW LEVEL SECURITY;
CREATE POLICY handover_note_in_commune ON handover_note
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT ON handover_note TO loa_app;
