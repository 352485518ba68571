-- The brake on guessing passwords, for the sign-in alone (styrbord_session). An attempt is counted before the directory is
-- asked, so that many at once count like many in turn, and uncounted when it succeeds or the directory is away.

-- Hashed: people type passwords into the wrong field. NULL for no account or no address, which is not counted.
CREATE OR REPLACE FUNCTION styrbord.attempt_key(kind text, value text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
	-- The directory compares accounts without case, blanks and marks: so does the key, or " anna" were another account than "anna".
	SELECT CASE WHEN value <> '' THEN encode(sha256(convert_to(kind || ' ' ||
		lower(regexp_replace(normalize(left(value, 300), NFKD) COLLATE "und-x-icu", '[^[:alnum:]@._:-]', '', 'g')), 'UTF8')), 'hex') END
$$;

-- Where an attempt comes from: of IPv6 the network (/64), since everybody there has as many addresses as they like.
CREATE OR REPLACE FUNCTION styrbord.attempt_place(address text) RETURNS text
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	RETURN CASE WHEN address LIKE '%:%' THEN network(set_masklen(address::inet, 64))::text ELSE address END;
EXCEPTION WHEN data_exception THEN
	RETURN left(address, 300);
END
$$;

-- What an attempt counts for: somebody (`kind` says whether an account as it was typed, or a person found in the
-- directory, however many names lead to them) from this address, somebody from anywhere, and, once an attempt, the address.
CREATE OR REPLACE FUNCTION styrbord.attempt_keys(kind text, who text, address text) RETURNS TABLE (scope text, key text)
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
	SELECT s, k FROM (VALUES ('both', styrbord.attempt_key(kind || ' both', nullif(who, '') || '@' || styrbord.attempt_place(address))),
	                         ('who', styrbord.attempt_key(kind, who)),
	                         ('address', CASE kind WHEN 'account' THEN styrbord.attempt_key('address', styrbord.attempt_place(address)) END)) AS v (s, k)
	 WHERE k IS NOT NULL
$$;

-- Seconds to wait before trying again; 0: go on, and the attempt is counted.
--   After `most` failures within window_s somebody waits at that address for the rest of the window, after ten times as
-- many everywhere: what reaches the directory stays below its own lock-out.
--   An address is never shut out, since a whole hospital may come from it. After twenty times as many failures there, each
-- attempt takes a turn, five a second as long as that is within 5 s; more than that share the last turn (nginx's limit of requests
-- bounds those). Who has signed in from there before takes none, and does not wait for the rest of a window that a neighbour's
-- mistakes began, but 5 s.
CREATE OR REPLACE FUNCTION styrbord.attempt_begin(kind text, who text, address text, most int, window_s int) RETURNS TABLE (wait_s int, slowed boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	turns CONSTANT interval := '200 milliseconds';
	longest CONSTANT interval := '5 seconds';
	both_key CONSTANT text := (SELECT k.key FROM styrbord.attempt_keys(kind, who, address) k WHERE k.scope = 'both');
	address_key CONSTANT text := (SELECT k.key FROM styrbord.attempt_keys(kind, who, address) k WHERE k.scope = 'address');
	turn timestamptz;
	hot boolean;
	known boolean;
BEGIN
	DELETE FROM styrbord.sign_in_attempt a WHERE a.key IN (
		SELECT old.key FROM styrbord.sign_in_attempt old WHERE old.window_started <= now() - make_interval(secs => window_s + 60)
		 ORDER BY old.window_started LIMIT 100 FOR UPDATE SKIP LOCKED);
	-- In one order, so that two attempts at once do not wait for each other. A window that is over, or that would begin in
	-- the future (the clock went back), begins anew.
	INSERT INTO styrbord.sign_in_attempt AS a (key, failures, window_started)
	SELECT k.key, 0, now() FROM styrbord.attempt_keys(kind, who, address) k ORDER BY k.key
	ON CONFLICT (key) DO UPDATE SET
		failures = CASE WHEN a.window_started <= now() - make_interval(secs => window_s) OR a.window_started > now() THEN 0 ELSE a.failures END,
		window_started = CASE WHEN a.window_started <= now() - make_interval(secs => window_s) OR a.window_started > now() THEN now() ELSE a.window_started END;
	slowed := false;
	known := EXISTS (SELECT FROM styrbord.sign_in_known n WHERE n.key = both_key);
	SELECT coalesce(max(ceil(extract(epoch FROM a.window_started + make_interval(secs => window_s) - now())))
	                FILTER (WHERE k.scope = 'who' AND a.failures >= 10 * most OR k.scope = 'both' AND a.failures >= most AND NOT known), 0)::int,
	       coalesce(bool_or(k.scope = 'address' AND a.failures >= 20 * most AND NOT known OR k.scope = 'both' AND a.failures >= most AND known), false)
	  INTO wait_s, hot
	  FROM styrbord.sign_in_attempt a JOIN styrbord.attempt_keys(kind, who, address) k ON k.key = a.key;
	IF wait_s > 0 THEN
		RETURN NEXT;
		RETURN;
	END IF;
	IF hot THEN
		SELECT a.turn_at INTO turn FROM styrbord.sign_in_attempt a WHERE a.key = both_key;
		IF turn IS NULL OR turn > now() + longest OR turn < now() - 2 * longest THEN
			turn := now() + longest;
			IF NOT known THEN
				UPDATE styrbord.sign_in_attempt a SET turn_at = least(greatest(a.turn_at, now() + interval '1 second') + turns, now() + longest)
				 WHERE a.key = address_key RETURNING a.turn_at INTO turn;
			END IF;
			UPDATE styrbord.sign_in_attempt a SET turn_at = turn WHERE a.key = both_key;
		END IF;
		IF turn > now() THEN
			wait_s := ceil(extract(epoch FROM turn - now()));
			slowed := true;
			RETURN NEXT;
			RETURN;
		END IF;
	END IF;
	UPDATE styrbord.sign_in_attempt a SET failures = a.failures + 1, turn_at = CASE k.scope WHEN 'both' THEN NULL ELSE a.turn_at END
	  FROM styrbord.attempt_keys(kind, who, address) k WHERE k.key = a.key;
	RETURN NEXT;
END
$$;

-- The attempt that was begun did not fail: it is no longer counted. After a right password (`succeeded`) somebody's
-- failures from here are forgotten, too; those from elsewhere stay, or one good password would free a guesser.
CREATE OR REPLACE FUNCTION styrbord.attempt_undone(kind text, who text, address text, succeeded boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	UPDATE styrbord.sign_in_attempt a SET failures = CASE WHEN succeeded AND k.scope = 'both' THEN 0 ELSE greatest(a.failures - 1, 0) END
	  FROM (SELECT * FROM styrbord.attempt_keys(kind, who, address) ORDER BY key) AS k WHERE k.key = a.key;
	IF succeeded THEN
		DELETE FROM styrbord.sign_in_known n WHERE n.key IN (
			SELECT old.key FROM styrbord.sign_in_known old WHERE old.last_at <= now() - interval '90 days' LIMIT 100 FOR UPDATE SKIP LOCKED);
		INSERT INTO styrbord.sign_in_known (key) SELECT k.key FROM styrbord.attempt_keys(kind, who, address) k WHERE k.scope = 'both'
		ON CONFLICT (key) DO UPDATE SET last_at = now();
	END IF;
END
$$;

REVOKE ALL ON FUNCTION styrbord.attempt_key(text, text), styrbord.attempt_place(text), styrbord.attempt_keys(text, text, text),
	styrbord.attempt_begin(text, text, text, int, int), styrbord.attempt_undone(text, text, text, boolean) FROM PUBLIC, styrbord_app;
GRANT EXECUTE ON FUNCTION styrbord.attempt_begin(text, text, text, int, int), styrbord.attempt_undone(text, text, text, boolean) TO styrbord_session;
