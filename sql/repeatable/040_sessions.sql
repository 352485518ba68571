-- Sessions. Every function is SECURITY DEFINER: the tables are closed to both roles, so each statement that touches them
-- is one of these. Pages (styrbord_app) find a session by entering it (styrbord.enter), touch and end it; what makes one
-- or gives it grants is for the sign-in and the refresher alone (styrbord_session).

-- Mirrors one person of the directory and returns its id. Writes only what differs, so that signing in does not fill
-- the history. Whoever signs in or is found in the directory is active.
CREATE OR REPLACE FUNCTION styrbord.mirror_person(directory_id text, account text, name text, mail text, title text) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
	known live.person;
	-- Whom the directory gives no name is shown by account.
	called CONSTANT text := coalesce(NULLIF(btrim(mirror_person.name), ''), mirror_person.account);
BEGIN
	SELECT * INTO known FROM live.person p WHERE p.directory_id = mirror_person.directory_id;
	IF NOT FOUND THEN
		INSERT INTO live.person (directory_id, account, name, mail, title)
		VALUES (mirror_person.directory_id, mirror_person.account, called, coalesce(mirror_person.mail, ''),
		        coalesce(mirror_person.title, ''))
		ON CONFLICT (directory_id) DO UPDATE SET active = true
		RETURNING * INTO known;
	ELSIF (known.account, known.name, known.mail, known.title, known.active) IS DISTINCT FROM
	      (mirror_person.account, called, coalesce(mirror_person.mail, ''), coalesce(mirror_person.title, ''), true) THEN
		UPDATE live.person p SET account = mirror_person.account, name = called, mail = coalesce(mirror_person.mail, ''),
			title = coalesce(mirror_person.title, ''), active = true
		WHERE p.id = known.id;
	END IF;
	RETURN known.id;
END
$$;

-- However long the caller says: a day idle, a week in all.
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
	DELETE FROM styrbord.session s WHERE s.person_id = person AND s.last_seen_at <= now() - make_interval(secs => s.idle_s);
	INSERT INTO styrbord.session (token_hash, person_id, grants, idle_s, absolute_ends)
	VALUES (session_start.token_hash, person, session_start.grants, least(session_start.idle_s, 86400),
	        now() + make_interval(secs => least(absolute_s, 604800)));
	RETURN person;
END
$$;

-- Only what lives is touched: an ended session does not come back to life.
CREATE OR REPLACE FUNCTION styrbord.session_touch(token_hash bytea) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
	UPDATE styrbord.session s SET last_seen_at = now()
	 WHERE s.token_hash = session_touch.token_hash AND s.absolute_ends > now() AND s.last_seen_at > now() - make_interval(secs => s.idle_s)
$$;

CREATE OR REPLACE FUNCTION styrbord.session_end(token_hash bytea) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
	DELETE FROM styrbord.session s WHERE s.token_hash = session_end.token_hash
$$;

-- ---- the directory is asked again ----------------------------------------------------------------------------------

-- Takes people whose grants are older than age_s, the longest unasked first, for one refresher to look up: nobody else gets them
-- for the next retry_s, and who could not be looked up waits as long, so that one person in trouble holds up nobody.
-- A moment to come counts as long ago: the clock went back. Sessions that have idled out are nobody's concern.
CREATE OR REPLACE FUNCTION styrbord.sessions_to_refresh(age_s int, retry_s int, most int) RETURNS TABLE (directory_id text, taken_at timestamptz)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
	-- Of two refreshers at once the second sees what the first has taken.
	SELECT FROM styrbord.queue WHERE name = 'refresh' FOR UPDATE;
	WITH due AS (
		SELECT s.person_id FROM styrbord.session s
		 WHERE (s.granted_at <= now() - make_interval(secs => age_s) OR s.granted_at > now())
		   AND (s.tried_at IS NULL OR s.tried_at <= now() - make_interval(secs => retry_s) OR s.tried_at > now())
		   AND s.absolute_ends > now() AND s.last_seen_at > now() - make_interval(secs => s.idle_s)
		 ORDER BY s.granted_at > now() DESC, greatest(s.granted_at, s.tried_at) LIMIT sessions_to_refresh.most
	), taken AS (
		UPDATE styrbord.session s SET tried_at = now() FROM (SELECT DISTINCT person_id FROM due) AS d
		 WHERE s.person_id = d.person_id RETURNING s.person_id)
	SELECT p.directory_id, now() FROM live.person p WHERE p.id IN (SELECT person_id FROM taken)
$$;

-- What the directory says now, for every session of that person that was granted before taken_at, when the look-up began to be:
-- of two refreshers, or of one and a sign-in, the slower does not put older rights over newer. Returns how many there are; nobody is
-- made, or made active again, for whom there is none.
CREATE OR REPLACE FUNCTION styrbord.session_regrant(directory_id text, account text, name text, mail text, title text, grants jsonb, taken_at timestamptz) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	person CONSTANT bigint := (SELECT p.id FROM live.person p WHERE p.directory_id = session_regrant.directory_id);
	renewed int;
BEGIN
	UPDATE styrbord.session s SET grants = session_regrant.grants, granted_at = now(), tried_at = now(), trouble = NULL
	 WHERE s.person_id = person AND (s.granted_at <= session_regrant.taken_at OR s.granted_at > now());
	GET DIAGNOSTICS renewed = ROW_COUNT;
	IF renewed > 0 THEN
		PERFORM styrbord.mirror_person(directory_id, account, name, mail, title);
	END IF;
	RETURN renewed;
END
$$;

-- The directory could not be asked about this person: 'directory_away' or 'too_many_groups', for /access.
CREATE OR REPLACE FUNCTION styrbord.session_untold(directory_id text, trouble text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
	UPDATE styrbord.session s SET tried_at = now(), trouble = left(session_untold.trouble, 500)
	  FROM live.person p WHERE p.id = s.person_id AND p.directory_id = session_untold.directory_id
$$;

-- The directory no longer vouches for this person: every session of theirs ends, and the person is marked as gone; unless
-- it suddenly vouches for almost nobody. A wrong base or filter after a change must not sign out the whole house, and not
-- bit by bit either: those who left within the hour and those about whom the directory now says so are together at most
-- five, or a tenth of everybody signed in. Else nobody is marked, and all of them are asked about again. Returns how many
-- sessions ended (-1: held back), of how many people the directory says so, and how many are signed in.
CREATE OR REPLACE FUNCTION styrbord.session_gone(directory_id text) RETURNS TABLE (ended int, missing int, people int)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
	gone CONSTANT text := 'gone';
	person bigint := (SELECT p.id FROM live.person p WHERE p.directory_id = session_gone.directory_id);
	lately int;
BEGIN
	-- One refresher after the other: each must see what the others have counted.
	PERFORM FROM styrbord.queue q WHERE q.name = 'gone' FOR UPDATE;
	DELETE FROM styrbord.gone g WHERE g.gone_at <= now() - interval '1 hour' OR g.gone_at > now();
	UPDATE styrbord.session s SET tried_at = now(), trouble = gone WHERE s.person_id = person;
	SELECT count(*) INTO lately FROM styrbord.gone;
	SELECT lately + count(DISTINCT s.person_id) FILTER (WHERE s.trouble = gone), lately + count(DISTINCT s.person_id)
	  INTO missing, people FROM styrbord.session s
	 WHERE s.absolute_ends > now() AND s.last_seen_at > now() - make_interval(secs => s.idle_s);
	IF missing > greatest(5, people / 10) THEN
		ended := -1;
		RETURN NEXT;
		RETURN;
	END IF;
	DELETE FROM styrbord.session s WHERE s.person_id = person;
	GET DIAGNOSTICS ended = ROW_COUNT;
	IF ended > 0 THEN
		INSERT INTO styrbord.gone (directory_id) VALUES (session_gone.directory_id);
	END IF;
	UPDATE live.person p SET active = false WHERE p.id = person AND p.active;
	RETURN NEXT;
END
$$;

-- How far behind the refreshing is: the age of the oldest grants of a living session, seconds beyond age_s that it lags (0: none),
-- and how many people are due or in trouble.
CREATE OR REPLACE FUNCTION styrbord.refresh_lag(age_s int) RETURNS TABLE (oldest_s int, lag_s int, due int, troubled int)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, pg_temp AS $$
	SELECT coalesce(max(age), 0), greatest(0, coalesce(max(age), 0) - age_s), count(DISTINCT person_id) FILTER (WHERE age > age_s)::int,
	       count(DISTINCT person_id) FILTER (WHERE trouble IS NOT NULL)::int
	  FROM (SELECT s.person_id, s.trouble, abs(extract(epoch FROM now() - s.granted_at))::int AS age FROM styrbord.session s
	         WHERE s.absolute_ends > now() AND s.last_seen_at > now() - make_interval(secs => s.idle_s)) AS living
$$;

REVOKE ALL ON FUNCTION styrbord.mirror_person(text, text, text, text, text), styrbord.session_touch(bytea), styrbord.session_end(bytea),
	styrbord.session_start(text, text, text, text, text, jsonb, bytea, int, int), styrbord.sessions_to_refresh(int, int, int),
	styrbord.session_regrant(text, text, text, text, text, jsonb, timestamptz), styrbord.session_untold(text, text), styrbord.session_gone(text),
	styrbord.refresh_lag(int) FROM PUBLIC, styrbord_app;
GRANT EXECUTE ON FUNCTION styrbord.session_touch(bytea), styrbord.session_end(bytea) TO styrbord_app;
GRANT EXECUTE ON FUNCTION styrbord.session_start(text, text, text, text, text, jsonb, bytea, int, int), styrbord.sessions_to_refresh(int, int, int),
	styrbord.session_regrant(text, text, text, text, text, jsonb, timestamptz), styrbord.session_untold(text, text), styrbord.session_gone(text),
	styrbord.refresh_lag(int) TO styrbord_session;
