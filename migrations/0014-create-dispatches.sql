-- What the office sends to units and village heads, and who confirmed having read which revision.

CREATE TABLE unit_head (
  commune_id uuid NOT NULL,
  id uuid NOT NULL,
  unit_id uuid,
  village_id uuid,
  -- Position, never a private name: "Trưởng thôn Nội".
  position text NOT NULL,
  -- Argon2id of the PIN; NULL until somebody issued one.
  pin_hash text,
  pin_by uuid,
  pin_at timestamptz,
  pin_until date,
  added_at timestamptz NOT NULL,
  ended_at timestamptz,
  CONSTRAINT unit_head_pk PRIMARY KEY (commune_id, id),
  CONSTRAINT unit_head_unit_fk FOREIGN KEY (commune_id, unit_id) REFERENCES unit (commune_id, id),
  CONSTRAINT unit_head_village_fk FOREIGN KEY (commune_id, village_id) REFERENCES village (commune_id, id),
  CONSTRAINT unit_head_of_one CHECK ((unit_id IS NULL) <> (village_id IS NULL)),
  CONSTRAINT unit_head_pin_whole CHECK (
    (pin_hash IS NULL) = (pin_at IS NULL) AND (pin_hash IS NULL) = (pin_until IS NULL))
);
COMMENT ON TABLE unit_head IS 'Who answers for a unit or a village without signing in: a position with a PIN';
ALTER TABLE unit_head ENABLE ROW LEVEL SECURITY;
ALTER TABLE unit_head FORCE ROW LEVEL SECURITY;
CREATE POLICY unit_head_in_commune ON unit_head
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE ON unit_head TO loa_app;

CREATE TABLE dispatch (
  commune_id uuid NOT NULL,
  id uuid NOT NULL,
  client_key uuid NOT NULL,
  year integer NOT NULL,
  number integer NOT NULL,
  kind text NOT NULL,
  plan_id uuid,
  topic_id uuid,
  -- The revision in force; its words are in dispatch_revision.
  revision integer NOT NULL DEFAULT 1,
  -- Working days within which recipients confirm.
  confirm_within integer NOT NULL,
  sent_by uuid,
  sent_at timestamptz NOT NULL,
  recalled_at timestamptz,
  recalled_reason text,
  CONSTRAINT dispatch_pk PRIMARY KEY (commune_id, id),
  CONSTRAINT dispatch_client_key_unique UNIQUE (commune_id, client_key),
  CONSTRAINT dispatch_number_unique UNIQUE (commune_id, year, number),
  CONSTRAINT dispatch_commune_fk FOREIGN KEY (commune_id) REFERENCES commune (id),
  CONSTRAINT dispatch_plan_fk FOREIGN KEY (commune_id, plan_id) REFERENCES plan (commune_id, id),
  CONSTRAINT dispatch_topic_fk FOREIGN KEY (commune_id, topic_id) REFERENCES plan_topic (commune_id, id),
  CONSTRAINT dispatch_kind_known CHECK (kind IN ('plan', 'guidance', 'change', 'relay')),
  CONSTRAINT dispatch_term_sane CHECK (confirm_within BETWEEN 1 AND 60),
  CONSTRAINT dispatch_recalled_with_reason CHECK ((recalled_at IS NULL) = (recalled_reason IS NULL))
);
COMMENT ON TABLE dispatch IS 'A numbered dispatch: a plan, guidance, a change or a text to relay, sent to units and villages';
ALTER TABLE dispatch ENABLE ROW LEVEL SECURITY;
ALTER TABLE dispatch FORCE ROW LEVEL SECURITY;
CREATE POLICY dispatch_in_commune ON dispatch
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE ON dispatch TO loa_app;

CREATE TABLE dispatch_revision (
  commune_id uuid NOT NULL,
  dispatch_id uuid NOT NULL,
  revision integer NOT NULL,
  title text NOT NULL,
  body text NOT NULL,
  reason text,
  made_by uuid,
  made_at timestamptz NOT NULL,
  CONSTRAINT dispatch_revision_pk PRIMARY KEY (commune_id, dispatch_id, revision),
  CONSTRAINT dispatch_revision_dispatch_fk FOREIGN KEY (commune_id, dispatch_id) REFERENCES dispatch (commune_id, id),
  CONSTRAINT dispatch_revision_has_reason CHECK (revision = 1 OR reason IS NOT NULL)
);
COMMENT ON TABLE dispatch_revision IS 'The words of a dispatch, immutable, each change with its reason';
ALTER TABLE dispatch_revision ENABLE ROW LEVEL SECURITY;
ALTER TABLE dispatch_revision FORCE ROW LEVEL SECURITY;
CREATE POLICY dispatch_revision_in_commune ON dispatch_revision
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT ON dispatch_revision TO loa_app;

CREATE TABLE dispatch_recipient (
  commune_id uuid NOT NULL,
  id uuid NOT NULL,
  dispatch_id uuid NOT NULL,
  unit_id uuid,
  village_id uuid,
  CONSTRAINT dispatch_recipient_pk PRIMARY KEY (commune_id, id),
  CONSTRAINT dispatch_recipient_unit_unique UNIQUE (commune_id, dispatch_id, unit_id),
  CONSTRAINT dispatch_recipient_village_unique UNIQUE (commune_id, dispatch_id, village_id),
  CONSTRAINT dispatch_recipient_dispatch_fk FOREIGN KEY (commune_id, dispatch_id) REFERENCES dispatch (commune_id, id),
  CONSTRAINT dispatch_recipient_unit_fk FOREIGN KEY (commune_id, unit_id) REFERENCES unit (commune_id, id),
  CONSTRAINT dispatch_recipient_village_fk FOREIGN KEY (commune_id, village_id) REFERENCES village (commune_id, id),
  CONSTRAINT dispatch_recipient_is_one CHECK ((unit_id IS NULL) <> (village_id IS NULL))
);
COMMENT ON TABLE dispatch_recipient IS 'Whom a dispatch was sent to';
ALTER TABLE dispatch_recipient ENABLE ROW LEVEL SECURITY;
ALTER TABLE dispatch_recipient FORCE ROW LEVEL SECURITY;
CREATE POLICY dispatch_recipient_in_commune ON dispatch_recipient
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT ON dispatch_recipient TO loa_app;

CREATE TABLE reading_link (
  commune_id uuid NOT NULL,
  id uuid NOT NULL,
  recipient_id uuid NOT NULL,
  head_id uuid NOT NULL,
  -- The link is bound to this revision; a new one voids it.
  revision integer NOT NULL,
  made_by uuid,
  made_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  revoked_at timestamptz,
  CONSTRAINT reading_link_pk PRIMARY KEY (commune_id, id),
  CONSTRAINT reading_link_recipient_fk FOREIGN KEY (commune_id, recipient_id) REFERENCES dispatch_recipient (commune_id, id),
  CONSTRAINT reading_link_head_fk FOREIGN KEY (commune_id, head_id) REFERENCES unit_head (commune_id, id)
);
COMMENT ON TABLE reading_link IS 'A one-time link through which a named position confirms one revision; its secret is computed, never stored';
ALTER TABLE reading_link ENABLE ROW LEVEL SECURITY;
ALTER TABLE reading_link FORCE ROW LEVEL SECURITY;
CREATE POLICY reading_link_in_commune ON reading_link
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE ON reading_link TO loa_app;
CREATE INDEX reading_link_by_recipient ON reading_link (commune_id, recipient_id);

CREATE TABLE dispatch_reading (
  commune_id uuid NOT NULL,
  recipient_id uuid NOT NULL,
  revision integer NOT NULL,
  how text NOT NULL,
  account_id uuid,
  head_id uuid,
  read_at timestamptz NOT NULL,
  CONSTRAINT dispatch_reading_pk PRIMARY KEY (commune_id, recipient_id, revision),
  CONSTRAINT dispatch_reading_recipient_fk FOREIGN KEY (commune_id, recipient_id) REFERENCES dispatch_recipient (commune_id, id),
  CONSTRAINT dispatch_reading_head_fk FOREIGN KEY (commune_id, head_id) REFERENCES unit_head (commune_id, id),
  CONSTRAINT dispatch_reading_how_known CHECK (how IN ('desk', 'code')),
  CONSTRAINT dispatch_reading_by_one CHECK ((how = 'desk') = (account_id IS NOT NULL) AND (how = 'code') = (head_id IS NOT NULL))
);
COMMENT ON TABLE dispatch_reading IS 'A recipient confirmed having read a revision';
ALTER TABLE dispatch_reading ENABLE ROW LEVEL SECURITY;
ALTER TABLE dispatch_reading FORCE ROW LEVEL SECURITY;
CREATE POLICY dispatch_reading_in_commune ON dispatch_reading
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT ON dispatch_reading TO loa_app;
