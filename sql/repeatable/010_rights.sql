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

-- May this requester read at all? Set by the application: everybody, or signed-in staff, by configuration.
CREATE OR REPLACE FUNCTION styrbord.reads() RETURNS boolean
LANGUAGE sql STABLE RETURN pg_catalog.current_setting('styrbord.reads', true) = 'yes';

-- The requester's grants; an empty list when there are none or they cannot be understood: deny by default.
CREATE OR REPLACE FUNCTION styrbord.grants() RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	given jsonb;
BEGIN
	IF coalesce(current_setting('styrbord.grants', true), '') = '' THEN
		RETURN '[]';
	END IF;
	BEGIN
		given := current_setting('styrbord.grants')::jsonb;
	EXCEPTION WHEN data_exception OR program_limit_exceeded THEN
		RETURN '[]';
	END;
	RETURN CASE jsonb_typeof(given) WHEN 'array' THEN given ELSE '[]' END;
END
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
	IF coalesce(current_setting('styrbord.grants', true), '') = '' THEN
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
	IF right_name IS NULL OR coalesce(current_setting('styrbord.grants', true), '') = '' THEN
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
	IF coalesce(current_setting('styrbord.grants', true), '') = '' THEN
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
	IF coalesce(current_setting('styrbord.grants', true), '') = '' THEN
		RETURN '{}';
	END IF;
	SELECT l.code, l.parent_id, l.owner_id INTO p FROM live.project l WHERE l.id = rights_on.project;
	RETURN ARRAY(SELECT DISTINCT r FROM unnest(styrbord.rights_here(NULL, p.code, p.parent_id, p.owner_id)) AS r ORDER BY r);
END
$$;

REVOKE ALL ON FUNCTION styrbord.reads(), styrbord.grants(), styrbord.rights_here(text, text, bigint, bigint),
	styrbord.may_here(text, text, bigint, bigint), styrbord.may(text, bigint), styrbord.may_on(text, text), styrbord.reach(text),
	styrbord.rights_on(bigint) FROM PUBLIC;
-- All but grants() are called by the application or by the policies, which run with its rights.
GRANT EXECUTE ON FUNCTION styrbord.reads(), styrbord.rights_here(text, text, bigint, bigint),
	styrbord.may_here(text, text, bigint, bigint), styrbord.may(text, bigint), styrbord.may_on(text, text), styrbord.reach(text),
	styrbord.rights_on(bigint) TO styrbord_app;
