-- What a role may do, and where. A grant is role @ scope: it gives the role's rights on what its scope covers.
--   portal            everything
--   project KEY       that project and all below it
--   organisation KEY  projects whose owner is that organisation or one below it
-- Other scopes (service, region) cover no project.

DELETE FROM styrbord.role_right;
INSERT INTO styrbord.role_right (right_name, role)
SELECT right_name, unnest(roles) FROM (VALUES
	('project.read_restricted', ARRAY['member', 'leader', 'steering', 'coordinator', 'portfolio', 'auditor']),
	('project.create', ARRAY['portfolio']),
	('project.edit', ARRAY['leader', 'portfolio']),
	('report.write', ARRAY['leader', 'portfolio']),
	('report.publish', ARRAY['leader', 'portfolio']),
	('dependency.agree', ARRAY['leader', 'portfolio']),
	('audit.read', ARRAY['auditor', 'admin'])) AS given (right_name, roles);

-- The session whose token's hash this transaction was entered with; a row of NULLs when there is none, or it has ended. Every
-- question of who asks comes here: a setting that somebody makes up finds no session, and counts for nothing. Sessions of people who
-- have left the directory are gone already; `active` is asked all the same.
CREATE OR REPLACE FUNCTION styrbord.this_session() RETURNS styrbord.session
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	token CONSTANT text := current_setting('styrbord.token', true);
	s styrbord.session;
BEGIN
	IF token ~ '^[0-9a-f]{64}$' THEN
		SELECT * INTO s FROM styrbord.session k
		 WHERE k.token_hash = decode(token, 'hex') AND k.absolute_ends > now() AND k.last_seen_at > now() - make_interval(secs => k.idle_s)
		   AND EXISTS (SELECT FROM live.person p WHERE p.id = k.person_id AND p.active);
	END IF;
	RETURN s;
END
$$;

-- The signed-in person, NULL when nobody is. The owner's loader names one in styrbord.author, for history that it loads.
CREATE OR REPLACE FUNCTION styrbord.person() RETURNS bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	IF coalesce(current_setting('styrbord.token', true), '') <> '' THEN
		RETURN (styrbord.this_session()).person_id;
	END IF;
	IF coalesce(current_setting('styrbord.author', true), '') <> ''
	   AND session_user = (SELECT nspowner::regrole::text FROM pg_namespace WHERE nspname = 'live') THEN
		RETURN current_setting('styrbord.author')::bigint;
	END IF;
	RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION styrbord.signed_in() RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	RETURN coalesce(current_setting('styrbord.token', true), '') <> '' AND (styrbord.this_session()).person_id IS NOT NULL;
END
$$;

-- May this requester read at all? Everybody, or signed-in staff. Where everybody may, the planner knows it, and it costs nothing.
CREATE OR REPLACE FUNCTION styrbord.reads() RETURNS boolean
LANGUAGE sql STABLE RETURN styrbord.reading_everyone() OR styrbord.signed_in();

-- Has the directory said so lately? The configuration's grants_keep_s, 0: for ever. A moment to come (the clock went back) is as
-- far from now as one that has been.
CREATE OR REPLACE FUNCTION styrbord.is_confirmed(granted_at timestamptz) RETURNS boolean
LANGUAGE sql STABLE RETURN styrbord.grants_keep_s() = 0 OR abs(extract(epoch FROM now() - granted_at)) <= styrbord.grants_keep_s();

-- The requester's grants. An empty list when there is nobody: deny by default. What could not be confirmed for too long
-- leaves reading as staff, and nothing else.
CREATE OR REPLACE FUNCTION styrbord.grants() RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	s styrbord.session;
BEGIN
	IF coalesce(current_setting('styrbord.token', true), '') = '' THEN
		RETURN '[]';
	END IF;
	s := styrbord.this_session();
	IF s.person_id IS NULL THEN
		RETURN '[]';
	END IF;
	IF styrbord.is_confirmed(s.granted_at) THEN
		RETURN s.grants;
	END IF;
	RETURN coalesce((SELECT jsonb_agg(g) FROM jsonb_array_elements(s.grants) AS g WHERE g ->> 'role' = 'staff'), '[]');
END
$$;

-- Every transaction of a page begins with it: `token` is the hash of the cookie's token as hexadecimal digits, '' for nobody. From
-- here on policies know who asks. The row, of which there is always one, says so to the worker. seen_s: seconds since the session was
-- last used.
CREATE OR REPLACE FUNCTION styrbord.enter(token text)
RETURNS TABLE (reads boolean, person_id bigint, account text, name text, title text, seen_s int)
LANGUAGE plpgsql SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	s styrbord.session;
BEGIN
	PERFORM set_config('styrbord.token', coalesce(token, ''), true);
	IF token <> '' THEN
		s := styrbord.this_session();
	END IF;
	IF s.person_id IS NULL THEN
		PERFORM set_config('styrbord.token', '', true);
		RETURN QUERY SELECT styrbord.reading_everyone(), NULL::bigint, NULL::text, NULL::text, NULL::text, NULL::int;
	ELSE
		RETURN QUERY SELECT true, p.id, p.account, p.name, p.title, extract(epoch FROM now() - s.last_seen_at)::int
		  FROM live.person p WHERE p.id = s.person_id;
	END IF;
END
$$;

-- Since when the requester's grants stand, whether they still count, and why the directory could not be asked since; for /access.
CREATE OR REPLACE FUNCTION styrbord.grants_state() RETURNS TABLE (granted_at timestamptz, confirmed boolean, trouble text)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, pg_temp AS $$
	SELECT s.granted_at, styrbord.is_confirmed(s.granted_at), s.trouble FROM styrbord.this_session() AS s WHERE s.person_id IS NOT NULL
$$;

-- The rights held on a project with this code, parent and owner; `wanted` asks for one right and stops at the first grant
-- that gives it. It takes the row's values, not its id, so that a policy can ask about a row that is just being written
-- and about one that is deleted. SECURITY DEFINER: the way up the tree leads through projects that the requester may
-- not see.
CREATE OR REPLACE FUNCTION styrbord.rights_here(wanted text, code text, parent_id bigint, owner_id bigint) RETURNS text[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	given record;
	projects text[];
	organisations text[];
	held text[] := '{}';
BEGIN
	IF coalesce(current_setting('styrbord.token', true), '') = '' THEN
		RETURN held;
	END IF;
	FOR given IN
		SELECT g ->> 'scope' AS scope, upper(g ->> 'key') AS key, array_agg(r.right_name) AS rights
		  FROM jsonb_array_elements(styrbord.grants()) AS g
		  JOIN styrbord.role_right r ON r.role = g ->> 'role' AND (wanted IS NULL OR r.right_name = wanted)
		 GROUP BY 1, 2 ORDER BY g ->> 'scope' = 'portal' DESC
	LOOP
		IF given.scope = 'project' AND projects IS NULL THEN
			WITH RECURSIVE above (id, code, depth) AS (
				SELECT rights_here.parent_id, rights_here.code, 1
				UNION ALL
				SELECT p.parent_id, p.code, a.depth + 1 FROM above a JOIN live.project p ON p.id = a.id WHERE a.depth < 32)
			SELECT coalesce(array_agg(a.code), '{}') INTO projects FROM above a;
		ELSIF given.scope = 'organisation' AND organisations IS NULL THEN
			WITH RECURSIVE above (id, code, depth) AS (
				SELECT o.parent_id, o.code, 1 FROM live.organisation o WHERE o.id = rights_here.owner_id
				UNION ALL
				SELECT o.parent_id, o.code, a.depth + 1 FROM above a JOIN live.organisation o ON o.id = a.id WHERE a.depth < 32)
			SELECT coalesce(array_agg(a.code), '{}') INTO organisations FROM above a;
		END IF;
		IF given.scope = 'portal' OR given.scope = 'project' AND given.key = ANY (projects)
		   OR given.scope = 'organisation' AND given.key = ANY (organisations) THEN
			held := held || given.rights;
			EXIT WHEN wanted IS NOT NULL;
		END IF;
	END LOOP;
	RETURN held;
END
$$;

CREATE OR REPLACE FUNCTION styrbord.may_here(right_name text, code text, parent_id bigint, owner_id bigint) RETURNS boolean
LANGUAGE sql STABLE RETURN styrbord.rights_here(right_name, code, parent_id, owner_id) OPERATOR(pg_catalog.<>) '{}'::text[];

-- May the requester do this to this project? Without a project, or when it does not exist, only portal grants count.
CREATE OR REPLACE FUNCTION styrbord.may(right_name text, project bigint DEFAULT NULL) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	p record;
BEGIN
	IF right_name IS NULL OR coalesce(current_setting('styrbord.token', true), '') = '' THEN
		RETURN false;
	END IF;
	SELECT l.code, l.parent_id, l.owner_id INTO p FROM live.project l WHERE l.id = may.project;
	RETURN styrbord.rights_here(right_name, p.code, p.parent_id, p.owner_id) <> '{}';
END
$$;

-- The same by code; NULL when there is no such project, or none that the requester sees (row-level security decides:
-- this one is not SECURITY DEFINER).
CREATE OR REPLACE FUNCTION styrbord.may_on(right_name text, code text) RETURNS boolean
LANGUAGE sql STABLE BEGIN ATOMIC
	SELECT styrbord.may(may_on.right_name, p.id) FROM live.project p WHERE p.code = may_on.code;
END;

-- How far a right reaches at most: 'all' (a portal grant), 'some', 'none'. Policies ask this once a statement, as an
-- uncorrelated (SELECT …), and only on 'some' look at each row.
CREATE OR REPLACE FUNCTION styrbord.reach(right_name text) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	IF coalesce(current_setting('styrbord.token', true), '') = '' THEN
		RETURN 'none';
	END IF;
	RETURN (SELECT CASE WHEN bool_or(g ->> 'scope' = 'portal') THEN 'all' WHEN count(*) > 0 THEN 'some' ELSE 'none' END
	          FROM jsonb_array_elements(styrbord.grants()) AS g
	          JOIN styrbord.role_right r ON r.role = g ->> 'role' AND r.right_name = reach.right_name);
END
$$;

-- Every right held on a project, for the buttons of its page.
CREATE OR REPLACE FUNCTION styrbord.rights_on(project bigint) RETURNS text[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	p record;
BEGIN
	IF coalesce(current_setting('styrbord.token', true), '') = '' THEN
		RETURN '{}';
	END IF;
	SELECT l.code, l.parent_id, l.owner_id INTO p FROM live.project l WHERE l.id = rights_on.project;
	RETURN ARRAY(SELECT DISTINCT r FROM unnest(styrbord.rights_here(NULL, p.code, p.parent_id, p.owner_id)) AS r ORDER BY r);
END
$$;

-- Was this project restricted at any time in this span? Then what was written about it belongs to those who could see it then.
CREATE OR REPLACE FUNCTION styrbord.was_restricted(project bigint, valid_from timestamptz, valid_to timestamptz) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	-- What is hidden is as what is not there: nobody learns which numbers are restricted projects'.
	IF NOT EXISTS (SELECT FROM live.project p WHERE p.id = project AND NOT p.restricted) THEN
		RETURN true;
	END IF;
	RETURN EXISTS (SELECT FROM past.project p WHERE p.id = project AND p.restricted
	                  AND p.valid_from < was_restricted.valid_to AND p.valid_to > was_restricted.valid_from);
END
$$;

REVOKE ALL ON FUNCTION styrbord.this_session(), styrbord.person(), styrbord.signed_in(), styrbord.reads(), styrbord.is_confirmed(timestamptz), styrbord.grants(),
	styrbord.enter(text), styrbord.grants_state(), styrbord.rights_here(text, text, bigint, bigint), styrbord.may_here(text, text, bigint, bigint),
	styrbord.may(text, bigint), styrbord.may_on(text, text), styrbord.reach(text), styrbord.rights_on(bigint),
	styrbord.was_restricted(bigint, timestamptz, timestamptz) FROM PUBLIC;
-- What the application calls, or the policies, which run with its rights.
GRANT EXECUTE ON FUNCTION styrbord.person(), styrbord.signed_in(), styrbord.reads(), styrbord.grants(), styrbord.enter(text), styrbord.grants_state(),
	styrbord.rights_here(text, text, bigint, bigint), styrbord.may_here(text, text, bigint, bigint), styrbord.may(text, bigint),
	styrbord.may_on(text, text), styrbord.reach(text), styrbord.rights_on(bigint),
	styrbord.was_restricted(bigint, timestamptz, timestamptz) TO styrbord_app;
