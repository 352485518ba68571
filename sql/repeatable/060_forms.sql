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
	SELECT p.id INTO found FROM live.project p WHERE p.code = upper(project_named.code);
	IF found IS NULL THEN
		RAISE EXCEPTION 'There is no project %.', code USING ERRCODE = 'SB007', CONSTRAINT = field;
	END IF;
	RETURN found;
END
$$;

-- A person as forms and JSON name one: by account, or by number where there is none.
CREATE OR REPLACE FUNCTION styrbord.person_key(account text, id bigint) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$ SELECT coalesce(nullif(account, ''), '#' || id) $$;

-- A row as history shows it: what it refers to by name, without what only machines need. What a column refers to, its foreign key says. Runs as
-- the asker, so that row-level security decides what a reference may be resolved to.
CREATE OR REPLACE FUNCTION styrbord.shown_row(type text, r jsonb) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
DECLARE
	shown jsonb := r - '{id,subject_id,report_id,term_id,search,valid_from,valid_to,changed_by,ended_by,written_by,submitted_by,published_by,corrected_by,record_id}'::text[];
	k record;
	named text;
BEGIN
	IF r IS NULL THEN
		RETURN NULL;
	END IF;
	IF shown ?| '{mail,telephone}'::text[] AND NOT styrbord.sees('mail') THEN
		shown := shown - '{mail,telephone}'::text[];
	END IF;
	IF shown ? 'cost_frame' AND NOT styrbord.sees('money') THEN
		shown := shown - 'cost_frame'::text;
	END IF;
	FOR k IN
		SELECT a.attname AS col, x.relname AS target,
		       (SELECT l.attname FROM pg_catalog.pg_attribute l WHERE l.attrelid = x.oid AND l.attname IN ('name', 'title') AND NOT l.attisdropped ORDER BY l.attname LIMIT 1) AS called,
		       EXISTS (SELECT FROM pg_catalog.pg_attribute l WHERE l.attrelid = x.oid AND l.attname = 'code' AND NOT l.attisdropped) AND x.relname = 'project' AS coded
		  FROM pg_catalog.pg_constraint c
		  JOIN pg_catalog.pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
		  JOIN pg_catalog.pg_class x ON x.oid = c.confrelid
		 WHERE c.contype = 'f' AND c.conrelid = pg_catalog.to_regclass('live.' || pg_catalog.quote_ident(type)) AND shown ? a.attname::text
	LOOP
		named := NULL;
		IF k.called IS NOT NULL AND shown ->> k.col IS NOT NULL THEN
			EXECUTE pg_catalog.format('SELECT x.%I::text FROM live.%I x WHERE x.id = $1', CASE WHEN k.coded THEN 'code' ELSE k.called END, k.target)
				INTO named USING (shown ->> k.col)::bigint;
		END IF;
		shown := shown - k.col::text || pg_catalog.jsonb_build_object(pg_catalog.regexp_replace(k.col::text, '_id$', ''), named);
	END LOOP;
	-- Imprecise days are one text.
	FOR k IN SELECT key AS col FROM pg_catalog.jsonb_object_keys(shown) AS key WHERE shown ? (key || '_precision') LOOP
		shown := shown - (k.col || '_precision') || pg_catalog.jsonb_build_object(k.col,
			CASE WHEN shown ->> k.col IS NULL THEN NULL
			     ELSE styrbord.time_text((shown ->> k.col)::date, coalesce(shown ->> (k.col || '_precision'), 'day')) END);
	END LOOP;
	RETURN shown;
END
$$;

-- The version of a record that began at this moment, and the one that ended then; under the policies of its own table.
CREATE OR REPLACE FUNCTION styrbord.version_at(type text, record_id bigint, began timestamptz, ended timestamptz) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
DECLARE
	r jsonb;
BEGIN
	IF began IS NOT NULL THEN
		EXECUTE pg_catalog.format('SELECT pg_catalog.to_jsonb(v) FROM live.%I v WHERE v.id = $1 AND v.valid_from = $2', type) INTO r USING record_id, began;
		IF r IS NULL THEN
			EXECUTE pg_catalog.format('SELECT pg_catalog.to_jsonb(v) FROM past.%I v WHERE v.id = $1 AND v.valid_from = $2', type) INTO r USING record_id, began;
		END IF;
	ELSE
		EXECUTE pg_catalog.format('SELECT pg_catalog.to_jsonb(v) FROM past.%I v WHERE v.id = $1 AND v.valid_to = $2', type) INTO r USING record_id, ended;
	END IF;
	RETURN r;
END
$$;
REVOKE ALL ON FUNCTION styrbord.project_named(text, text), styrbord.person_key(text, bigint), styrbord.shown_row(text, jsonb),
	styrbord.version_at(text, bigint, timestamptz, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION styrbord.project_named(text, text), styrbord.person_key(text, bigint), styrbord.shown_row(text, jsonb),
	styrbord.version_at(text, bigint, timestamptz, timestamptz) TO styrbord_app;

-- Everything that triggers keep, from the tables themselves: for a load that went past them.
CREATE OR REPLACE FUNCTION styrbord.rebuild() RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	t styrbord.record_table;
BEGIN
	FOR t IN SELECT * FROM styrbord.record_table r WHERE r.is_subject ORDER BY r.name = 'organisation' DESC LOOP
		EXECUTE format('INSERT INTO live.subject SELECT x.id, %1$L, x.code, %2$s, x.language, %3$s, %4$s, %5$s, 1, x.valid_from, x.changed_by FROM live.%1$I x '
		               'WHERE NOT EXISTS (SELECT FROM live.subject s WHERE s.id = x.id)', t.name, replace(t.title, 'NEW.', 'x.'), replace(t.parent, 'NEW.', 'x.'),
		               replace(t.owner, 'NEW.', 'x.'), replace(t.visibility, 'NEW.', 'x.'));
	END LOOP;
	PERFORM styrbord.remake_closed(), styrbord.remake_entries();
	FOR t IN SELECT * FROM styrbord.record_table r LOOP
		PERFORM styrbord.remake_change(t.name);
	END LOOP;
	INSERT INTO styrbord.touched (subject) VALUES (0) ON CONFLICT DO NOTHING;
END
$$;
REVOKE ALL ON FUNCTION styrbord.rebuild() FROM PUBLIC;

-- A record in other languages than its own, for its document: {"sv": {"title": "…", "published_at": "…"}}; NULL where nobody has
-- translated it. Without a fixed search path, so that a statement takes it into itself, and with ?at= the translations of that day.
SET LOCAL check_function_bodies = off;  -- its table is found when it is asked
CREATE OR REPLACE FUNCTION styrbord.translations_of(of_type text, of_id bigint) RETURNS json
LANGUAGE sql STABLE AS $$
	SELECT json_object_agg(x.language, x.fields::jsonb || jsonb_build_object('published_at', x.published_at)) FROM (
		SELECT t.language, json_object_agg(t.field, t.text) AS fields, max(t.published_at) AS published_at
		  FROM translation t WHERE t.type = of_type AND t.record_id = of_id GROUP BY t.language) AS x
$$;
SET LOCAL check_function_bodies = on;
REVOKE ALL ON FUNCTION styrbord.translations_of(text, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION styrbord.translations_of(text, bigint) TO styrbord_app;

-- What needs doing now and then, and by nobody in particular.
CREATE OR REPLACE FUNCTION styrbord.keep_house() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	PERFORM styrbord.renew_entries(200), styrbord.prune_touched();
END
$$;
REVOKE ALL ON FUNCTION styrbord.keep_house() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION styrbord.keep_house() TO styrbord_session;

-- What is written here decides what is seen: whoever keeps a document asks again.
INSERT INTO styrbord.touched (subject) VALUES (0) ON CONFLICT DO NOTHING;
