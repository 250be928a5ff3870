-- People who sign in: accounts, roles, second factors, sessions, and the slowing of guesses.

CREATE TABLE account (
  commune_id uuid NOT NULL,
  id uuid NOT NULL,
  login text NOT NULL,
  -- Position shown beside what the person does: "Công chức Tư pháp".
  name text NOT NULL,
  password_hash text NOT NULL,
  -- Sealed with the installation's key; NULL until set up.
  totp_secret bytea,
  totp_confirmed boolean NOT NULL DEFAULT false,
  -- Last accepted time step: a code works once.
  totp_last_step bigint,
  is_demo boolean NOT NULL DEFAULT false,
  must_change_password boolean NOT NULL DEFAULT false,
  disabled_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT account_pk PRIMARY KEY (commune_id, id),
  CONSTRAINT account_login_unique UNIQUE (commune_id, login),
  CONSTRAINT account_login_form CHECK (login ~ '^[a-z0-9]+([.-][a-z0-9]+)*$'),
  CONSTRAINT account_commune_fk FOREIGN KEY (commune_id) REFERENCES commune (id)
);
COMMENT ON TABLE account IS 'A person of the office who signs in';
ALTER TABLE account ENABLE ROW LEVEL SECURITY;
ALTER TABLE account FORCE ROW LEVEL SECURITY;
CREATE POLICY account_in_commune ON account
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON account TO loa_app;

CREATE TABLE account_role (
  commune_id uuid NOT NULL,
  account_id uuid NOT NULL,
  role text NOT NULL,
  CONSTRAINT account_role_pk PRIMARY KEY (commune_id, account_id, role),
  CONSTRAINT account_role_known CHECK (role IN ('administrator', 'leader', 'coordinator', 'editor', 'member')),
  CONSTRAINT account_role_account_fk FOREIGN KEY (commune_id, account_id) REFERENCES account (commune_id, id) ON DELETE CASCADE
);
COMMENT ON TABLE account_role IS 'Roles of an account';
ALTER TABLE account_role ENABLE ROW LEVEL SECURITY;
ALTER TABLE account_role FORCE ROW LEVEL SECURITY;
CREATE POLICY account_role_in_commune ON account_role
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON account_role TO loa_app;

CREATE TABLE unit_member (
  commune_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  account_id uuid NOT NULL,
  CONSTRAINT unit_member_pk PRIMARY KEY (commune_id, unit_id, account_id),
  CONSTRAINT unit_member_unit_fk FOREIGN KEY (commune_id, unit_id) REFERENCES unit (commune_id, id),
  CONSTRAINT unit_member_account_fk FOREIGN KEY (commune_id, account_id) REFERENCES account (commune_id, id) ON DELETE CASCADE
);
COMMENT ON TABLE unit_member IS 'Which units an account works for';
ALTER TABLE unit_member ENABLE ROW LEVEL SECURITY;
ALTER TABLE unit_member FORCE ROW LEVEL SECURITY;
CREATE POLICY unit_member_in_commune ON unit_member
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON unit_member TO loa_app;

CREATE TABLE recovery_code (
  commune_id uuid NOT NULL,
  account_id uuid NOT NULL,
  code_hash text NOT NULL,
  used_at timestamptz,
  CONSTRAINT recovery_code_pk PRIMARY KEY (commune_id, account_id, code_hash),
  CONSTRAINT recovery_code_account_fk FOREIGN KEY (commune_id, account_id) REFERENCES account (commune_id, id) ON DELETE CASCADE
);
COMMENT ON TABLE recovery_code IS 'One-time codes that stand in for a lost second factor';
ALTER TABLE recovery_code ENABLE ROW LEVEL SECURITY;
ALTER TABLE recovery_code FORCE ROW LEVEL SECURITY;
CREATE POLICY recovery_code_in_commune ON recovery_code
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON recovery_code TO loa_app;

CREATE TABLE session (
  commune_id uuid NOT NULL,
  id uuid NOT NULL,
  -- SHA-256 of the opaque token; the token itself is only in the person's cookie.
  token_hash text NOT NULL,
  -- The token before the last change, good for a minute longer: requests under way still carry it.
  previous_hash text,
  token_changed_at timestamptz NOT NULL,
  -- Roles or units were changed: the next request gets a new token.
  change_due boolean NOT NULL DEFAULT false,
  account_id uuid NOT NULL,
  -- What its owner knows it by: "Chrome trên Android".
  device text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  idle_until timestamptz NOT NULL,
  absolute_until timestamptz NOT NULL,
  second_factor_done boolean NOT NULL,
  ended_at timestamptz,
  CONSTRAINT session_pk PRIMARY KEY (commune_id, id),
  CONSTRAINT session_token_unique UNIQUE (commune_id, token_hash),
  CONSTRAINT session_account_fk FOREIGN KEY (commune_id, account_id) REFERENCES account (commune_id, id) ON DELETE CASCADE
);
COMMENT ON TABLE session IS 'Signed-in sessions; tokens are stored hashed';
CREATE INDEX session_by_account ON session (commune_id, account_id);
CREATE INDEX session_by_previous ON session (commune_id, previous_hash);
ALTER TABLE session ENABLE ROW LEVEL SECURITY;
ALTER TABLE session FORCE ROW LEVEL SECURITY;
CREATE POLICY session_in_commune ON session
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON session TO loa_app;

CREATE TABLE sign_in_throttle (
  commune_id uuid NOT NULL,
  -- Keyed hash of account and origin, so that neither can be read back.
  key_hash text NOT NULL,
  failures integer NOT NULL,
  blocked_until timestamptz NOT NULL,
  CONSTRAINT sign_in_throttle_pk PRIMARY KEY (commune_id, key_hash),
  CONSTRAINT sign_in_throttle_commune_fk FOREIGN KEY (commune_id) REFERENCES commune (id)
);
COMMENT ON TABLE sign_in_throttle IS 'Growing delays after wrong passwords, per account and origin';
ALTER TABLE sign_in_throttle ENABLE ROW LEVEL SECURITY;
ALTER TABLE sign_in_throttle FORCE ROW LEVEL SECURITY;
CREATE POLICY sign_in_throttle_in_commune ON sign_in_throttle
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_throttle TO loa_app;

CREATE TABLE pending_submission (
  commune_id uuid NOT NULL,
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  path text NOT NULL,
  content_type text NOT NULL,
  -- Name of the sealed body under the data folder; kept until resumed or expired.
  body_name text NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT pending_submission_pk PRIMARY KEY (commune_id, id),
  CONSTRAINT pending_submission_account_fk FOREIGN KEY (commune_id, account_id) REFERENCES account (commune_id, id) ON DELETE CASCADE
);
COMMENT ON TABLE pending_submission IS 'Forms that arrived after their session had expired, kept for the same person to send on';
ALTER TABLE pending_submission ENABLE ROW LEVEL SECURITY;
ALTER TABLE pending_submission FORCE ROW LEVEL SECURITY;
CREATE POLICY pending_submission_in_commune ON pending_submission
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON pending_submission TO loa_app;
