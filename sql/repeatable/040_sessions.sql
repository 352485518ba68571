-- Sessions, and the brake on guessing passwords. Every function is SECURITY DEFINER: the tables are closed to the
-- application, so each statement that touches them is one of these.

-- Mirrors one person of the directory and returns its id. Writes only what differs, so that signing in does not fill
-- the history. Whoever signs in or is found in the directory is active.
CREATE OR REPLACE FUNCTION styrbord.mirror_person(directory_id text, account text, name text, mail text, title text) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
	known live.person;
BEGIN
	SELECT * INTO known FROM live.person p WHERE p.directory_id = mirror_person.directory_id;
	IF NOT FOUND THEN
		INSERT INTO live.person (directory_id, account, name, mail, title)
		VALUES (mirror_person.directory_id, mirror_person.account, mirror_person.name, coalesce(mirror_person.mail, ''),
		        coalesce(mirror_person.title, ''))
		ON CONFLICT (directory_id) DO UPDATE SET active = true
		RETURNING * INTO known;
	ELSIF (known.account, known.name, known.mail, known.title, known.active) IS DISTINCT FROM
	      (mirror_person.account, mirror_person.name, coalesce(mirror_person.mail, ''), coalesce(mirror_person.title, ''), true) THEN
		UPDATE live.person p SET account = mirror_person.account, name = mirror_person.name, mail = coalesce(mirror_person.mail, ''),
			title = coalesce(mirror_person.title, ''), active = true
		WHERE p.id = known.id;
	END IF;
	RETURN known.id;
END
$$;

CREATE OR REPLACE FUNCTION styrbord.session_start(directory_id text, account text, name text, mail text, title text, grants jsonb,
                                                  token_hash bytea, idle_s int, absolute_s int) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	person bigint := styrbord.mirror_person(directory_id, account, name, mail, title);
BEGIN
	-- A few at a time: no sign-in pays for a night's worth of them.
	DELETE FROM styrbord.session s WHERE s.token_hash IN (
		SELECT old.token_hash FROM styrbord.session old WHERE old.absolute_ends <= now()
		 ORDER BY old.absolute_ends LIMIT 100 FOR UPDATE SKIP LOCKED);
	-- Sessions of the same person that idled out go too: nobody else would look at them before their last hour.
	DELETE FROM styrbord.session s WHERE s.person_id = person AND s.last_seen_at <= now() - make_interval(secs => idle_s);
	INSERT INTO styrbord.session (token_hash, person_id, grants, absolute_ends)
	VALUES (session_start.token_hash, person, session_start.grants, now() + make_interval(secs => absolute_s));
	RETURN person;
END
$$;

-- No row: no such session, or it has ended, or the person has left. STABLE: pages are served in read-only transactions.
CREATE OR REPLACE FUNCTION styrbord.session_find(token_hash bytea, idle_s int)
RETURNS TABLE (person_id bigint, account text, name text, title text, grants jsonb, seen_s int, granted_s int)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, pg_temp AS $$
	SELECT p.id, p.account, p.name, p.title, s.grants, extract(epoch FROM now() - s.last_seen_at)::int,
	       extract(epoch FROM now() - s.granted_at)::int
	  FROM styrbord.session s JOIN live.person p ON p.id = s.person_id
	 WHERE s.token_hash = session_find.token_hash AND p.active AND s.absolute_ends > now()
	   AND s.last_seen_at > now() - make_interval(secs => session_find.idle_s)
$$;

CREATE OR REPLACE FUNCTION styrbord.session_touch(token_hash bytea) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
	UPDATE styrbord.session s SET last_seen_at = now() WHERE s.token_hash = session_touch.token_hash
$$;

CREATE OR REPLACE FUNCTION styrbord.session_end(token_hash bytea) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
	DELETE FROM styrbord.session s WHERE s.token_hash = session_end.token_hash
$$;

-- Somebody has left the directory or was disabled in it: every session of theirs ends. Returns how many.
CREATE OR REPLACE FUNCTION styrbord.session_end_person(directory_id text) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	ended int;
BEGIN
	DELETE FROM styrbord.session s USING live.person p
	 WHERE p.id = s.person_id AND p.directory_id = session_end_person.directory_id;
	GET DIAGNOSTICS ended = ROW_COUNT;
	UPDATE live.person p SET active = false WHERE p.directory_id = session_end_person.directory_id AND p.active;
	RETURN ended;
END
$$;

-- People with a session whose grants are older than this, the oldest first: look them up in the directory again.
CREATE OR REPLACE FUNCTION styrbord.sessions_to_refresh(age_s int, max int) RETURNS TABLE (directory_id text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
	SELECT p.directory_id
	  FROM styrbord.session s JOIN live.person p ON p.id = s.person_id
	 WHERE s.granted_at <= now() - make_interval(secs => sessions_to_refresh.age_s) AND s.absolute_ends > now()
	 GROUP BY p.directory_id ORDER BY min(s.granted_at) LIMIT sessions_to_refresh.max
$$;

-- What the directory says now, for every session of that person. Returns how many there are.
CREATE OR REPLACE FUNCTION styrbord.session_regrant(directory_id text, account text, name text, mail text, title text, grants jsonb) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	person bigint := styrbord.mirror_person(directory_id, account, name, mail, title);
	renewed int;
BEGIN
	UPDATE styrbord.session s SET grants = session_regrant.grants, granted_at = now() WHERE s.person_id = person;
	GET DIAGNOSTICS renewed = ROW_COUNT;
	RETURN renewed;
END
$$;

-- Hashed, see 0003_sessions.sql. NULL for no account or no address, which is not counted.
CREATE OR REPLACE FUNCTION styrbord.attempt_key(kind text, value text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
	-- The directory compares accounts without case, blanks and marks: so does the key, or " anna" were another account than "anna".
	SELECT CASE WHEN value <> '' THEN encode(sha256(convert_to(kind || ' ' ||
		lower(regexp_replace(normalize(value, NFKD) COLLATE "und-x-icu", '[^[:alnum:]@._:-]', '', 'g')), 'UTF8')), 'hex') END
$$;

-- The three counters of an attempt: the account from this address, the account from anywhere, the address. The last two
-- stop at ten times as many failures: a whole hospital shares an address, and nobody should lock somebody else out from afar.
CREATE OR REPLACE FUNCTION styrbord.attempt_keys(account text, address text) RETURNS TABLE (key text, times int)
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
	SELECT k, t FROM (VALUES (styrbord.attempt_key('both', nullif(account, '') || '@' || address), 1),
	                         (styrbord.attempt_key('account', account), 10), (styrbord.attempt_key('address', address), 10)) AS v (k, t)
	 WHERE k IS NOT NULL
$$;
REVOKE ALL ON FUNCTION styrbord.attempt_keys(text, text) FROM PUBLIC;

-- Seconds until this account may be tried again from this address; 0: now.
CREATE OR REPLACE FUNCTION styrbord.attempt_wait(account text, address text, max_attempts int, window_s int) RETURNS int
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
	SELECT coalesce(max(greatest(0, ceil(extract(epoch FROM a.window_started + make_interval(secs => window_s) - now())))), 0)::int
	  FROM styrbord.sign_in_attempt a JOIN styrbord.attempt_keys(account, address) k ON k.key = a.key
	 WHERE a.failures >= k.times * max_attempts
$$;

CREATE OR REPLACE FUNCTION styrbord.attempt_failed(account text, address text, window_s int) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	DELETE FROM styrbord.sign_in_attempt a WHERE a.key IN (
		SELECT old.key FROM styrbord.sign_in_attempt old WHERE old.window_started <= now() - make_interval(secs => window_s)
		 ORDER BY old.window_started LIMIT 100 FOR UPDATE SKIP LOCKED);
	-- In one order, so that two failures at once do not wait for each other.
	INSERT INTO styrbord.sign_in_attempt AS a (key, failures, window_started)
	SELECT k.key, 1, now() FROM styrbord.attempt_keys(account, address) k ORDER BY k.key
	ON CONFLICT (key) DO UPDATE SET
		failures = CASE WHEN a.window_started <= now() - make_interval(secs => window_s) THEN 1 ELSE a.failures + 1 END,
		window_started = CASE WHEN a.window_started <= now() - make_interval(secs => window_s) THEN now() ELSE a.window_started END;
END
$$;

-- The account's failures from here are forgotten; the others' stay, or one good password would free a guesser.
CREATE OR REPLACE FUNCTION styrbord.attempt_succeeded(account text, address text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
	DELETE FROM styrbord.sign_in_attempt a WHERE a.key = styrbord.attempt_key('both', nullif(account, '') || '@' || address)
$$;

REVOKE ALL ON FUNCTION styrbord.mirror_person(text, text, text, text, text), styrbord.attempt_key(text, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION styrbord.session_start(text, text, text, text, text, jsonb, bytea, int, int), styrbord.session_find(bytea, int),
	styrbord.session_touch(bytea), styrbord.session_end(bytea), styrbord.session_end_person(text), styrbord.sessions_to_refresh(int, int),
	styrbord.session_regrant(text, text, text, text, text, jsonb), styrbord.attempt_wait(text, text, int, int),
	styrbord.attempt_failed(text, text, int), styrbord.attempt_succeeded(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION styrbord.session_start(text, text, text, text, text, jsonb, bytea, int, int), styrbord.session_find(bytea, int),
	styrbord.session_touch(bytea), styrbord.session_end(bytea), styrbord.session_end_person(text), styrbord.sessions_to_refresh(int, int),
	styrbord.session_regrant(text, text, text, text, text, jsonb), styrbord.attempt_wait(text, text, int, int),
	styrbord.attempt_failed(text, text, int), styrbord.attempt_succeeded(text, text) TO styrbord_app;
