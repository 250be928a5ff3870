-- Mail the office sends, and reminders of what falls due: each is recorded before it goes out, so that
-- nobody is reminded twice of the same thing.

-- Where reminders of a unit go; '' while it has no address.
ALTER TABLE unit ADD COLUMN email text NOT NULL DEFAULT '';

CREATE TABLE mail_server (
  commune_id uuid NOT NULL,
  host text NOT NULL,
  port integer NOT NULL,
  security text NOT NULL,
  username text NOT NULL DEFAULT '',
  -- Sealed with the installation's key; NULL where the server asks for none.
  password bytea,
  sender_address text NOT NULL,
  sender_name text NOT NULL,
  set_at timestamptz NOT NULL,
  CONSTRAINT mail_server_pk PRIMARY KEY (commune_id),
  CONSTRAINT mail_server_commune_fk FOREIGN KEY (commune_id) REFERENCES commune (id),
  CONSTRAINT mail_server_security_known CHECK (security IN ('tls', 'starttls', 'none')),
  CONSTRAINT mail_server_port_range CHECK (port BETWEEN 1 AND 65535),
  CONSTRAINT mail_server_no_secret_in_clear CHECK (security <> 'none' OR password IS NULL)
);
COMMENT ON TABLE mail_server IS 'The server through which the commune sends mail';
ALTER TABLE mail_server ENABLE ROW LEVEL SECURITY;
ALTER TABLE mail_server FORCE ROW LEVEL SECURITY;
CREATE POLICY mail_server_in_commune ON mail_server
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON mail_server TO loa_app;

CREATE TABLE mail_message (
  commune_id uuid NOT NULL,
  id uuid NOT NULL,
  -- Stays the same however often it is tried, so that a mailbox shows a repeat once.
  message_id text NOT NULL,
  recipient text NOT NULL,
  subject text NOT NULL,
  body text NOT NULL,
  -- Goes out only while the office is open.
  in_office_hours boolean NOT NULL,
  state text NOT NULL DEFAULT 'waiting',
  -- Times a server was asked, and of these how often nobody knows what became of it.
  tries integer NOT NULL DEFAULT 0,
  unsure integer NOT NULL DEFAULT 0,
  made_at timestamptz NOT NULL,
  -- By the machine's clock, also in a demonstration.
  tried_at timestamptz,
  settled_at timestamptz,
  -- Why the last try failed, by a code of ours.
  trouble text,
  CONSTRAINT mail_message_pk PRIMARY KEY (commune_id, id),
  CONSTRAINT mail_message_commune_fk FOREIGN KEY (commune_id) REFERENCES commune (id),
  CONSTRAINT mail_message_state_known CHECK (state IN ('waiting', 'going', 'sent', 'failed', 'unsure')),
  CONSTRAINT mail_message_settled CHECK ((settled_at IS NULL) = (state IN ('waiting', 'going')))
);
COMMENT ON TABLE mail_message IS 'Mail, written down before it is sent';
CREATE INDEX mail_message_open ON mail_message (commune_id, made_at) WHERE settled_at IS NULL;
ALTER TABLE mail_message ENABLE ROW LEVEL SECURITY;
ALTER TABLE mail_message FORCE ROW LEVEL SECURITY;
CREATE POLICY mail_message_in_commune ON mail_message
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE ON mail_message TO loa_app;

CREATE TABLE reminder_setting (
  commune_id uuid NOT NULL,
  -- Working days before and after the due day.
  days_before integer[] NOT NULL,
  days_after integer[] NOT NULL,
  set_at timestamptz NOT NULL,
  CONSTRAINT reminder_setting_pk PRIMARY KEY (commune_id),
  CONSTRAINT reminder_setting_commune_fk FOREIGN KEY (commune_id) REFERENCES commune (id)
);
COMMENT ON TABLE reminder_setting IS 'When units are reminded; without a row, as Loa ships it';
ALTER TABLE reminder_setting ENABLE ROW LEVEL SECURITY;
ALTER TABLE reminder_setting FORCE ROW LEVEL SECURITY;
CREATE POLICY reminder_setting_in_commune ON reminder_setting
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE ON reminder_setting TO loa_app;

CREATE TABLE reminder (
  commune_id uuid NOT NULL,
  id uuid NOT NULL,
  unit_id uuid NOT NULL,
  day date NOT NULL,
  made_at timestamptz NOT NULL,
  -- NULL where it shows in the desk alone: no server, or no address of the unit.
  mail_id uuid,
  CONSTRAINT reminder_pk PRIMARY KEY (commune_id, id),
  CONSTRAINT reminder_once_a_day UNIQUE (commune_id, unit_id, day),
  CONSTRAINT reminder_unit_fk FOREIGN KEY (commune_id, unit_id) REFERENCES unit (commune_id, id),
  CONSTRAINT reminder_mail_fk FOREIGN KEY (commune_id, mail_id) REFERENCES mail_message (commune_id, id)
);
COMMENT ON TABLE reminder IS 'What a unit was reminded of on a working day, in one message';
ALTER TABLE reminder ENABLE ROW LEVEL SECURITY;
ALTER TABLE reminder FORCE ROW LEVEL SECURITY;
CREATE POLICY reminder_in_commune ON reminder
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT ON reminder TO loa_app;

CREATE TABLE reminder_item (
  commune_id uuid NOT NULL,
  duty_id uuid NOT NULL,
  -- Key of the occurrence within its duty.
  occurrence text NOT NULL,
  -- The due day it was counted from: one that was moved is reminded of anew.
  due date NOT NULL,
  step text NOT NULL,
  reminder_id uuid NOT NULL,
  -- Never twice for the same occurrence and step.
  CONSTRAINT reminder_item_pk PRIMARY KEY (commune_id, duty_id, occurrence, due, step),
  CONSTRAINT reminder_item_reminder_fk FOREIGN KEY (commune_id, reminder_id) REFERENCES reminder (commune_id, id),
  CONSTRAINT reminder_item_duty_fk FOREIGN KEY (commune_id, duty_id) REFERENCES duty (commune_id, id)
);
COMMENT ON TABLE reminder_item IS 'An occurrence and the step of reminding it stands at';
CREATE INDEX reminder_item_by_reminder ON reminder_item (commune_id, reminder_id);
ALTER TABLE reminder_item ENABLE ROW LEVEL SECURITY;
ALTER TABLE reminder_item FORCE ROW LEVEL SECURITY;
CREATE POLICY reminder_item_in_commune ON reminder_item
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT ON reminder_item TO loa_app;
