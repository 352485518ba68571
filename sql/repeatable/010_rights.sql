-- What a role may do, and where. A grant is role @ scope: it gives the role's rights on what its scope covers.
--   portal            everything
--   project KEY       that project and all below it
--   organisation KEY  that organisation, those below it, and whatever one of them owns
--   region KEY        that organisation and those below it, with what hangs on them; not what they own
--   service KEY       that service and what is below it

DELETE FROM styrbord.role_right;
INSERT INTO styrbord.role_right (right_name, role)
SELECT right_name, unnest(roles) FROM (VALUES
	('project.read_restricted', ARRAY['member', 'leader', 'steering', 'coordinator', 'portfolio', 'auditor']),
	('project.create', ARRAY['leader', 'portfolio']),
	('project.edit', ARRAY['leader', 'portfolio']),
	('project.remove', ARRAY['portfolio']),
	('report.write', ARRAY['leader', 'portfolio']),
	('report.publish', ARRAY['leader', 'portfolio']),
	('dependency.agree', ARRAY['leader', 'portfolio']),
	('organisation.create', ARRAY['coordinator', 'portfolio']),
	('organisation.edit', ARRAY['coordinator', 'portfolio']),
	('body.edit', ARRAY['leader', 'coordinator', 'portfolio']),
	('strategy.edit', ARRAY['portfolio', 'editor']),
	('decision.edit', ARRAY['leader', 'steering', 'coordinator', 'portfolio']),
	('change.decide', ARRAY['steering', 'portfolio']),
	('news.edit', ARRAY['leader', 'coordinator', 'portfolio', 'editor']),
	('news.publish', ARRAY['portfolio', 'editor']),
	('service.create', ARRAY['coordinator', 'portfolio']),
	('service.edit', ARRAY['leader', 'coordinator', 'portfolio']),
	('rollout.edit', ARRAY['leader', 'coordinator', 'portfolio']),
	('adaptation.edit', ARRAY['leader', 'coordinator', 'portfolio']),
	('model.edit', ARRAY['leader', 'coordinator', 'portfolio']),
	('meeting.edit', ARRAY['leader', 'steering', 'coordinator', 'portfolio']),
	('survey.edit', ARRAY['leader', 'coordinator', 'portfolio']),
	('survey.answer', ARRAY['leader', 'coordinator', 'portfolio']),
	('funding.edit', ARRAY['coordinator', 'portfolio']),
	('person.edit', ARRAY['leader', 'coordinator', 'portfolio']),
	('role.edit', ARRAY['portfolio']),
	('term.edit', ARRAY['portfolio']),
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
CREATE OR REPLACE FUNCTION styrbord.grants_of(s styrbord.session) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	IF s.person_id IS NULL THEN
		RETURN '[]';
	END IF;
	IF styrbord.is_confirmed(s.granted_at) THEN
		RETURN s.grants;
	END IF;
	RETURN coalesce((SELECT jsonb_agg(g) FROM jsonb_array_elements(s.grants) AS g WHERE g ->> 'role' = 'staff'), '[]');
END
$$;
CREATE OR REPLACE FUNCTION styrbord.grants() RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	s styrbord.session;
BEGIN
	IF coalesce(current_setting('styrbord.token', true), '') = '' THEN
		RETURN '[]';
	END IF;
	s := styrbord.this_session();
	RETURN styrbord.grants_of(s);
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

-- ---- one tree ------------------------------------------------------------------------------------------------------------------------

-- Everything that a grant may name to reach this subject: 0 for the portal, itself, all above it, its owner and all above that one; and of
-- organisations above an organisation, minus their id, for grants on a region. SECURITY DEFINER: the way up leads through what the
-- requester may not see.
CREATE OR REPLACE FUNCTION styrbord.scope_of(subject bigint) RETURNS bigint[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
	WITH RECURSIVE up (id, parent_id, owner_id, region, depth) AS (
		SELECT s.id, s.parent_id, s.owner_id, s.type = 'organisation', 1 FROM live.subject s WHERE s.id = scope_of.subject
		UNION ALL
		-- Rights come with the subject's own owner and its parents' places, not with its parents' owners.
		SELECT s.id, s.parent_id, NULL::bigint, u.region AND s.type = 'organisation' AND s.id = u.parent_id, u.depth + 1
		  FROM up u JOIN live.subject s ON s.id IN (u.parent_id, u.owner_id) WHERE u.depth < 32)
	SELECT ARRAY[0::bigint] || coalesce(array_agg(DISTINCT id), '{}') || coalesce(array_agg(DISTINCT -id) FILTER (WHERE region), '{}') FROM up
$$;

-- The same of a row's values, for policies on a subject's own row: it may just be being written.
CREATE OR REPLACE FUNCTION styrbord.scope_here(id bigint, parent_id bigint, owner_id bigint) RETURNS bigint[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
	WITH RECURSIVE up (id, parent_id, region, depth) AS (
		SELECT s.id, s.parent_id, s.type = 'organisation' AND s.id = scope_here.parent_id, 1 FROM live.subject s WHERE s.id IN (scope_here.parent_id, scope_here.owner_id)
		UNION ALL SELECT s.id, s.parent_id, u.region, u.depth + 1 FROM up u JOIN live.subject s ON s.id = u.parent_id WHERE u.depth < 32)
	SELECT ARRAY[0::bigint] || coalesce(array_agg(DISTINCT x), '{}') FROM (
		SELECT up.id FROM up UNION ALL SELECT -up.id FROM up WHERE region UNION ALL SELECT scope_here.id WHERE scope_here.id IS NOT NULL
		UNION ALL SELECT -scope_here.id FROM live.subject s WHERE s.id = scope_here.id AND s.type = 'organisation') AS reached (x)
$$;

-- What the requester's grants that give this right stand on, in the words of scope_of(). Who may look into what is closed also has what
-- everybody who is signed in has: -1.
CREATE OR REPLACE FUNCTION styrbord.held(right_name text) RETURNS bigint[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	asker styrbord.session;
BEGIN
	IF coalesce(current_setting('styrbord.token', true), '') = '' THEN
		RETURN '{}';
	END IF;
	asker := styrbord.this_session();
	IF asker.person_id IS NULL THEN
		RETURN '{}';
	END IF;
	RETURN ARRAY(
		SELECT CASE g ->> 'scope' WHEN 'portal' THEN 0 WHEN 'region' THEN -s.id ELSE s.id END
		  FROM jsonb_array_elements(styrbord.grants_of(asker)) AS g
		  JOIN styrbord.role_right r ON r.role = g ->> 'role' AND r.right_name = held.right_name
		  LEFT JOIN live.subject s ON s.type = CASE g ->> 'scope' WHEN 'region' THEN 'organisation' ELSE g ->> 'scope' END AND s.code = upper(g ->> 'key')
		 WHERE g ->> 'scope' = 'portal' OR s.id IS NOT NULL)
		|| CASE WHEN held.right_name = 'project.read_restricted' THEN ARRAY[-1::bigint] ELSE '{}' END
		-- Drafts are seen by whoever publishes.
		|| CASE WHEN held.right_name = 'project.read_restricted' AND EXISTS (SELECT FROM jsonb_array_elements(styrbord.grants_of(asker)) AS g
			JOIN styrbord.role_right r ON r.role = g ->> 'role' AND r.right_name = 'news.publish' WHERE g ->> 'scope' = 'portal') THEN ARRAY[-2::bigint] ELSE '{}' END;
END
$$;

-- May the requester do this to this subject? Without one, or when it does not exist, only portal grants count.
CREATE OR REPLACE FUNCTION styrbord.may(right_name text, subject bigint DEFAULT NULL) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	held bigint[];
BEGIN
	IF right_name IS NULL OR coalesce(current_setting('styrbord.token', true), '') = '' THEN
		RETURN false;
	END IF;
	held := styrbord.held(right_name);
	RETURN 0 = ANY (held) OR held <> '{}' AND subject IS NOT NULL AND held && styrbord.scope_of(subject);
END
$$;

-- The same of a row that is just being written. `id` may be NULL.
CREATE OR REPLACE FUNCTION styrbord.may_here(right_name text, id bigint, parent_id bigint, owner_id bigint) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	held bigint[];
BEGIN
	IF coalesce(current_setting('styrbord.token', true), '') = '' THEN
		RETURN false;
	END IF;
	held := styrbord.held(right_name);
	RETURN 0 = ANY (held) OR held <> '{}' AND held && styrbord.scope_here(id, parent_id, owner_id);
END
$$;

-- The right that editing this subject asks for: texts, links and people hang on it with it.
CREATE OR REPLACE FUNCTION styrbord.may_edit(subject bigint) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	IF coalesce(current_setting('styrbord.token', true), '') = '' THEN
		RETURN false;
	END IF;
	RETURN coalesce((SELECT styrbord.may(t.may_write, s.id) FROM live.subject s JOIN styrbord.record_table t ON t.name = s.type WHERE s.id = may_edit.subject), false);
END
$$;

-- By type and code; NULL when there is none, or none that the requester sees (row-level security decides: this one is not
-- SECURITY DEFINER). `right_name` 'edit': that of editing it.
CREATE OR REPLACE FUNCTION styrbord.may_on(right_name text, type text, code text) RETURNS boolean
LANGUAGE sql STABLE AS $$
	SELECT CASE may_on.right_name WHEN 'edit' THEN styrbord.may_edit(s.id) ELSE styrbord.may(may_on.right_name, s.id) END
	  FROM live.subject s WHERE s.type = may_on.type AND s.code = may_on.code
$$;

-- How far a right reaches at most: 'all' (a portal grant), 'some', 'none'.
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

-- Every right held on a subject, for the buttons of its page. NULL: on the portal.
CREATE OR REPLACE FUNCTION styrbord.rights_on(subject bigint) RETURNS text[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	scope bigint[];
BEGIN
	IF coalesce(current_setting('styrbord.token', true), '') = '' THEN
		RETURN '{}';
	END IF;
	scope := styrbord.scope_of(subject);
	RETURN ARRAY(
		SELECT DISTINCT r.right_name
		  FROM jsonb_array_elements(styrbord.grants()) AS g
		  JOIN styrbord.role_right r ON r.role = g ->> 'role'
		  LEFT JOIN live.subject s ON s.type = CASE g ->> 'scope' WHEN 'region' THEN 'organisation' ELSE g ->> 'scope' END AND s.code = upper(g ->> 'key')
		 WHERE g ->> 'scope' = 'portal' OR CASE g ->> 'scope' WHEN 'region' THEN -s.id ELSE s.id END = ANY (scope)
		 ORDER BY r.right_name);
END
$$;

-- Does the requester see this record type, or this part of one? Where everybody reads, some of it is for staff (styrbord.visibility).
CREATE OR REPLACE FUNCTION styrbord.sees(part text) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	RETURN (SELECT v.visibility FROM styrbord.visibility v WHERE v.part = sees.part) IS DISTINCT FROM 'staff' OR styrbord.signed_in();
END
$$;

-- ---- what is closed ------------------------------------------------------------------------------------------------------------------

CREATE OR REPLACE FUNCTION styrbord.scope_while(subject bigint, visibility text) RETURNS bigint[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
	SELECT CASE visibility WHEN 'gone' THEN ARRAY[0::bigint] WHEN 'staff' THEN styrbord.scope_of(subject) || -1::bigint
		WHEN 'draft' THEN styrbord.scope_of(subject) || -2::bigint ELSE styrbord.scope_of(subject) END
$$;

-- Keeps styrbord.closed with the registry. VOLATILE by being a trigger: it sees the row that has just been written.
CREATE OR REPLACE FUNCTION styrbord.closed_follows() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	part record;
BEGIN
	IF TG_OP = 'DELETE' THEN
		DELETE FROM styrbord.closed c WHERE c.subject_id = OLD.id;
		INSERT INTO styrbord.closed (subject_id, visibility, scope, valid_from) VALUES (OLD.id, 'gone', '{0}', '-infinity');
		RETURN NULL;
	END IF;
	-- What was removed and comes back is gone no more, and has the periods that it had.
	IF TG_OP = 'INSERT' AND NEW.version > 1 THEN
		PERFORM styrbord.remake_closed();
		RETURN NULL;
	END IF;
	IF TG_OP = 'UPDATE' AND OLD.visibility <> NEW.visibility THEN
		-- A period without length was never there.
		DELETE FROM styrbord.closed c WHERE c.subject_id = NEW.id AND c.valid_from = NEW.valid_from;
		UPDATE styrbord.closed c SET valid_to = NEW.valid_from WHERE c.subject_id = NEW.id AND c.valid_to = 'infinity';
	END IF;
	IF NEW.visibility <> 'public' AND (TG_OP = 'INSERT' OR OLD.visibility <> NEW.visibility) THEN
		INSERT INTO styrbord.closed (subject_id, visibility, scope, valid_from)
		VALUES (NEW.id, NEW.visibility, styrbord.scope_while(NEW.id, NEW.visibility), NEW.valid_from);
	END IF;
	IF TG_OP = 'UPDATE' AND OLD.visibility <> NEW.visibility THEN
		FOR part IN SELECT s.id, s.type, replace(t.visibility, 'NEW.', 'x.') AS own FROM live.subject s JOIN styrbord.record_table t ON t.name = s.type AND t.within
		             WHERE s.parent_id = NEW.id LOOP
			EXECUTE format('UPDATE live.subject s SET visibility = styrbord.stricter(%1$s, $1) FROM live.%2$I x WHERE s.id = $2 AND x.id = s.id '
			               'AND s.visibility <> styrbord.stricter(%1$s, $1)', part.own, part.type) USING NEW.visibility, part.id;
		END LOOP;
	END IF;
	IF TG_OP = 'UPDATE' AND (NEW.parent_id, NEW.owner_id) IS DISTINCT FROM (OLD.parent_id, OLD.owner_id) THEN
		UPDATE styrbord.closed c SET scope = styrbord.scope_while(c.subject_id, c.visibility) WHERE c.scope @> ARRAY[NEW.id] AND c.visibility <> 'gone';
	END IF;
	RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER closed_follows AFTER INSERT OR UPDATE OR DELETE ON live.subject FOR EACH ROW EXECUTE FUNCTION styrbord.closed_follows();

-- All of it from the registry and its past: after a migration, or a load that went past the triggers.
CREATE OR REPLACE FUNCTION styrbord.remake_closed() RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	DELETE FROM styrbord.closed;
	INSERT INTO styrbord.closed (subject_id, visibility, scope, valid_from, valid_to)
	SELECT v.id, v.visibility, styrbord.scope_while(v.id, v.visibility), v.valid_from, v.valid_to
	  FROM (SELECT s.id, s.visibility, s.valid_from, 'infinity'::timestamptz AS valid_to FROM live.subject s
	        UNION ALL SELECT p.id, p.visibility, p.valid_from, p.valid_to FROM past.subject p WHERE EXISTS (SELECT FROM live.subject s WHERE s.id = p.id)) AS v
	 WHERE v.visibility <> 'public' AND v.valid_from < v.valid_to
	ON CONFLICT (subject_id, valid_from) DO UPDATE SET valid_to = greatest(closed.valid_to, excluded.valid_to);
	-- What is its parent's was closed while the parent was; twice, since such a thing may lie below another.
	FOR i IN 1..2 LOOP
		INSERT INTO styrbord.closed (subject_id, visibility, scope, valid_from, valid_to)
		SELECT s.id, c.visibility, styrbord.scope_while(s.id, c.visibility), c.valid_from, least(c.valid_to, own.begins)
		  FROM styrbord.closed c JOIN live.subject s ON s.parent_id = c.subject_id JOIN styrbord.record_table t ON t.name = s.type AND t.within
		  -- Its own period goes on from there: of those that last, a subject has one.
		  CROSS JOIN LATERAL (SELECT coalesce(min(o.valid_from), 'infinity') AS begins FROM styrbord.closed o WHERE o.subject_id = s.id AND o.valid_to = 'infinity') AS own
		 WHERE c.valid_from < own.begins
		ON CONFLICT (subject_id, valid_from) DO UPDATE SET valid_to = greatest(closed.valid_to, excluded.valid_to);
	END LOOP;
	INSERT INTO styrbord.closed (subject_id, visibility, scope, valid_from)
	SELECT DISTINCT p.id, 'gone', ARRAY[0::bigint], '-infinity'::timestamptz FROM past.subject p WHERE NOT EXISTS (SELECT FROM live.subject s WHERE s.id = p.id);
END
$$;
SELECT styrbord.remake_closed();

REVOKE ALL ON FUNCTION styrbord.this_session(), styrbord.person(), styrbord.signed_in(), styrbord.reads(), styrbord.is_confirmed(timestamptz), styrbord.grants_of(styrbord.session), styrbord.grants(),
	styrbord.enter(text), styrbord.grants_state(), styrbord.scope_of(bigint), styrbord.scope_here(bigint, bigint, bigint), styrbord.held(text), styrbord.may(text, bigint),
	styrbord.may_here(text, bigint, bigint, bigint), styrbord.may_edit(bigint), styrbord.may_on(text, text, text), styrbord.reach(text), styrbord.rights_on(bigint),
	styrbord.sees(text), styrbord.scope_while(bigint, text), styrbord.closed_follows(), styrbord.remake_closed() FROM PUBLIC;
-- What the application calls, or the policies, which run with its rights.
GRANT EXECUTE ON FUNCTION styrbord.person(), styrbord.signed_in(), styrbord.reads(), styrbord.grants(), styrbord.enter(text), styrbord.grants_state(),
	styrbord.held(text), styrbord.may(text, bigint), styrbord.may_here(text, bigint, bigint, bigint), styrbord.may_edit(bigint), styrbord.may_on(text, text, text),
	styrbord.reach(text), styrbord.rights_on(bigint), styrbord.sees(text) TO styrbord_app;
