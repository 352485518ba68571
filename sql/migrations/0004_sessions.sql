-- The database believes tokens, not workers: who asks is read from the session's row, by the hash of the cookie's token
-- (styrbord.enter, 010_rights.sql), and what writes sessions has a role of its own, styrbord_session, which sees no table.

DO $$
BEGIN
	IF to_regrole('styrbord_session') IS NULL THEN
		RAISE EXCEPTION 'The role styrbord_session does not exist.'
			USING HINT = 'As a superuser: CREATE ROLE styrbord_session LOGIN; then map the portal''s user to it in pg_ident.conf (README, "Installing").';
	END IF;
END
$$;
GRANT USAGE ON SCHEMA styrbord TO styrbord_session;

-- idle_s: the limit stands with the session, so that no caller stretches it. tried_at, trouble: when the directory was
-- last asked about this person in vain, and why.
ALTER TABLE styrbord.session
	ADD idle_s int NOT NULL DEFAULT 3600 CHECK (idle_s BETWEEN 1 AND 86400),
	ADD tried_at timestamptz,
	ADD trouble text;

-- People whose sessions ended because the directory no longer vouched for them: what the guard against signing out the
-- whole house counts (040_sessions.sql). Rows live for an hour.
CREATE TABLE styrbord.gone (
	directory_id text NOT NULL,
	gone_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ON styrbord.gone (gone_at);
ALTER TABLE styrbord.gone ENABLE ROW LEVEL SECURITY;

-- Whoever holds a row works alone: refreshers take people one after the other. Rows, not advisory locks, which any role takes.
CREATE TABLE styrbord.queue (name text PRIMARY KEY);
INSERT INTO styrbord.queue VALUES ('refresh'), ('gone');
ALTER TABLE styrbord.queue ENABLE ROW LEVEL SECURITY;

-- turn_at: where many sign-ins fail from one address, who comes from there waits for a turn of a few seconds.
ALTER TABLE styrbord.sign_in_attempt ADD turn_at timestamptz;

-- Who has signed in from an address before waits for no turn there. Hashed like attempts.
CREATE TABLE styrbord.sign_in_known (
	key text PRIMARY KEY,
	last_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ON styrbord.sign_in_known (last_at);
ALTER TABLE styrbord.sign_in_known ENABLE ROW LEVEL SECURITY;

-- What was answered to a form's `_once` or a program's Idempotency-Key, written in the transaction that it answers for
-- (045_once.sql). Rows live for a day. A backup leaves them out (README, "Backup and restore").
CREATE TABLE styrbord.once (
	key bytea PRIMARY KEY,
	content bytea NOT NULL,
	claimed_at timestamptz NOT NULL DEFAULT now(),
	status int,
	location text, etag text, content_type text, body text,
	place text  -- of the record that was saved, below the mount point
);
CREATE INDEX ON styrbord.once (claimed_at);
ALTER TABLE styrbord.once ENABLE ROW LEVEL SECURITY;

-- What of the configuration the database must know itself, since no worker is believed: does everybody read, and for how
-- long are grants believed that the directory has not confirmed (seconds; 0: for ever). Functions, not a table: the
-- planner puts their constants into its plans, and a plan made before they changed is made anew (STABLE, so that they are inlined,
-- which a plan remembers, and not evaluated, which it does not). `styrbord migrate` calls this.
CREATE FUNCTION styrbord.configure(reading_everyone boolean, grants_keep_s int) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	EXECUTE format('CREATE OR REPLACE FUNCTION styrbord.reading_everyone() RETURNS boolean LANGUAGE sql STABLE RETURN %L::boolean', reading_everyone);
	EXECUTE format('CREATE OR REPLACE FUNCTION styrbord.grants_keep_s() RETURNS int LANGUAGE sql STABLE RETURN %L::int', grants_keep_s);
	REVOKE ALL ON FUNCTION styrbord.reading_everyone(), styrbord.grants_keep_s() FROM PUBLIC;
	GRANT EXECUTE ON FUNCTION styrbord.reading_everyone(), styrbord.grants_keep_s() TO styrbord_app;
END
$$;
REVOKE ALL ON FUNCTION styrbord.configure(boolean, int) FROM PUBLIC;
SELECT styrbord.configure(false, 3600);

-- Replaced by enter() and by functions with other parameters.
DROP FUNCTION IF EXISTS styrbord.session_find(bytea, int), styrbord.sessions_to_refresh(int, int), styrbord.session_end_person(text),
	styrbord.attempt_wait(text, text, int, int), styrbord.attempt_failed(text, text, int), styrbord.attempt_succeeded(text, text),
	styrbord.attempt_keys(text, text);
-- No temporary tables for a borrowed role. The database's owner may say so; who else owns it says it in README's step 3.
DO $$
BEGIN
	EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
END
$$;
