-- What forms and the history page need of the database.

-- The id of the project that a form names by its code; NULL when it names none. A code that is no project's is the
-- field's error: the constraint's name in the message is the field.
CREATE OR REPLACE FUNCTION styrbord.project_named(code text, field text) RETURNS bigint
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	found bigint;
BEGIN
	IF code IS NULL THEN
		RETURN NULL;
	END IF;
	SELECT p.id INTO found FROM live.project p WHERE p.code = project_named.code;
	IF found IS NULL THEN
		RAISE EXCEPTION 'There is no project %.', code USING ERRCODE = 'SB007', CONSTRAINT = field;
	END IF;
	RETURN found;
END
$$;
REVOKE ALL ON FUNCTION styrbord.project_named(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION styrbord.project_named(text, text) TO styrbord_app;

-- A row as history shows it: references by name, without what only machines need. Runs as the asker, so that
-- row-level security decides what a reference may be resolved to.
CREATE OR REPLACE FUNCTION styrbord.shown_row(r jsonb) RETURNS jsonb
LANGUAGE sql STABLE AS $$
	SELECT CASE WHEN r IS NULL THEN NULL ELSE
		(r - '{id,project_id,search,valid_from,valid_to,changed_by,ended_by,parent_id,owner_id,contact_id,provider_project_id,provider_organisation_id,role_id,person_id,organisation_id,body_id,written_by,submitted_by,published_by,report_id,corrected_by}'::text[])
		|| CASE WHEN r ? 'parent_id' THEN jsonb_build_object('parent', (SELECT code FROM live.project WHERE id = (r->>'parent_id')::bigint)) ELSE '{}' END
		|| CASE WHEN r ? 'provider_project_id' THEN jsonb_build_object(
			'provider_project', (SELECT code FROM live.project WHERE id = (r->>'provider_project_id')::bigint),
			'provider_organisation', (SELECT name FROM live.organisation WHERE id = (r->>'provider_organisation_id')::bigint)) ELSE '{}' END
		|| CASE WHEN r ? 'contact_id' THEN jsonb_build_object(
			'owner', (SELECT name FROM live.organisation WHERE id = (r->>'owner_id')::bigint),
			'contact', (SELECT name FROM live.person WHERE id = (r->>'contact_id')::bigint))
		        WHEN r ? 'owner_id' THEN jsonb_build_object('owner', (SELECT name FROM live.person WHERE id = (r->>'owner_id')::bigint)) ELSE '{}' END
		|| CASE WHEN r ? 'role_id' THEN jsonb_build_object(
			'role', (SELECT name FROM live.role WHERE id = (r->>'role_id')::bigint),
			'person', (SELECT name FROM live.person WHERE id = (r->>'person_id')::bigint),
			'organisation', (SELECT name FROM live.organisation WHERE id = (r->>'organisation_id')::bigint),
			'body', (SELECT name FROM live.body WHERE id = (r->>'body_id')::bigint)) ELSE '{}' END
	END
$$;
REVOKE ALL ON FUNCTION styrbord.shown_row(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION styrbord.shown_row(jsonb) TO styrbord_app;

-- Every version, of today and of the past, of a project and of each of its numbered records; a table that a later migration
-- adds is in it by itself. Runs as the asker: row-level security decides which versions are seen.
CREATE OR REPLACE FUNCTION styrbord.versions_of(project bigint)
	RETURNS TABLE (type text, id bigint, n int, title text, valid_from timestamptz, changed_by bigint, valid_to timestamptz, ended_by bigint, document jsonb)
LANGUAGE plpgsql STABLE AS $$
DECLARE
	kept record;
BEGIN
	FOR kept IN
		SELECT c.relname AS name, CASE c.relname WHEN 'project' THEN 'id' ELSE 'project_id' END AS key
		  FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace s ON s.oid = c.relnamespace
		 WHERE s.nspname = 'live' AND c.relkind = 'r' AND (c.relname = 'project'
		       OR (SELECT count(*) FROM pg_catalog.pg_attribute a WHERE a.attrelid = c.oid AND a.attname IN ('project_id', 'n') AND NOT a.attisdropped) = 2)
	LOOP
		RETURN QUERY EXECUTE format(
			'SELECT %1$L::text, (v.row->>''id'')::bigint, (v.row->>''n'')::int, coalesce(v.row->>''title'', v.row->>''needed'', v.row->>''heading'', v.row->>''alias''), '
			'v.valid_from, v.changed_by, v.valid_to, v.ended_by, v.row FROM ('
			'SELECT to_jsonb(x) AS row, x.valid_from, x.changed_by, NULL::timestamptz AS valid_to, NULL::bigint AS ended_by FROM live.%1$I x WHERE x.%2$I = $1 '
			'UNION ALL SELECT to_jsonb(x), x.valid_from, x.changed_by, x.valid_to, x.ended_by FROM past.%1$I x WHERE x.%2$I = $1) v', kept.name, kept.key)
		USING project;
	END LOOP;
END
$$;
REVOKE ALL ON FUNCTION styrbord.versions_of(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION styrbord.versions_of(bigint) TO styrbord_app;
