-- Who is signed in, who tries to, and which role carries which right.
--
-- The application reaches sessions and attempts through functions only (040_sessions.sql): row-level security is on and
-- no policy lets it in. So that no statement, forged or mistaken, lists or alters other people's sessions.

-- Rows are written by 010_rights.sql. Readable, since /access shows people why they may do something.
CREATE TABLE styrbord.role_right (
	role text NOT NULL CHECK (role IN ('staff', 'member', 'leader', 'steering', 'coordinator', 'portfolio', 'admin', 'auditor')),
	right_name text NOT NULL,
	PRIMARY KEY (role, right_name)
);
ALTER TABLE styrbord.role_right ENABLE ROW LEVEL SECURITY;
CREATE POLICY readable ON styrbord.role_right FOR SELECT TO styrbord_app USING (true);
GRANT SELECT ON styrbord.role_right TO styrbord_app;

-- The token itself is known to the browser only; who reads this table (or a backup of it) cannot use what it finds.
-- No index on last_seen_at: it changes with nearly every request, and such an update stays cheap without one.
CREATE TABLE styrbord.session (
	token_hash bytea PRIMARY KEY,
	person_id bigint NOT NULL REFERENCES live.person ON DELETE CASCADE,
	grants jsonb NOT NULL CHECK (jsonb_typeof(grants) = 'array'),
	created_at timestamptz NOT NULL DEFAULT now(),
	last_seen_at timestamptz NOT NULL DEFAULT now(),
	granted_at timestamptz NOT NULL DEFAULT now(),
	absolute_ends timestamptz NOT NULL
) WITH (fillfactor = 70);
CREATE INDEX ON styrbord.session (person_id);
CREATE INDEX ON styrbord.session (granted_at);
CREATE INDEX ON styrbord.session (absolute_ends);
ALTER TABLE styrbord.session ENABLE ROW LEVEL SECURITY;

-- Failures by account and by address. The key is hashed: people type passwords into the wrong field.
CREATE TABLE styrbord.sign_in_attempt (
	key text PRIMARY KEY,
	failures int NOT NULL,
	window_started timestamptz NOT NULL
);
CREATE INDEX ON styrbord.sign_in_attempt (window_started);
ALTER TABLE styrbord.sign_in_attempt ENABLE ROW LEVEL SECURITY;
