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

-- And who is named so; of several who have had the account, the one who has it. As the owner, since an index by lower() is of no use
-- under row-level security; the row itself is then read as the asker.
CREATE OR REPLACE FUNCTION styrbord.person_keyed(key text) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
	SELECT CASE WHEN key ~ '^#[0-9]{1,18}$' THEN substr(key, 2)::bigint
	            ELSE (SELECT p.id FROM live.person p WHERE p.account <> '' AND lower(p.account) = lower(key) ORDER BY p.active DESC, p.id DESC LIMIT 1) END
$$;

-- A subject as forms and JSON name one: "organisation/HSO"; or its code alone, where no other has it. As the owner, for the index; the row itself
-- is then read as the asker.
CREATE OR REPLACE FUNCTION styrbord.subject_keyed(key text) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
	SELECT CASE WHEN strpos(key, '/') > 0 THEN (SELECT s.id FROM live.subject s WHERE s.type = lower(split_part(key, '/', 1)) AND s.code = upper(split_part(key, '/', 2)))
	            ELSE (SELECT CASE WHEN count(*) = 1 THEN min(s.id) END FROM live.subject s WHERE s.code = upper(key)) END
$$;
REVOKE ALL ON FUNCTION styrbord.subject_keyed(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION styrbord.subject_keyed(text) TO styrbord_app;

-- A row as history shows it: what it refers to by name, without what only machines need. Runs as the asker, so that row-level security decides
-- what a reference may be resolved to.
CREATE OR REPLACE FUNCTION styrbord.named(target name, id bigint) RETURNS text
LANGUAGE plpgsql STABLE AS $$
BEGIN
	RETURN CASE target
		WHEN 'project' THEN (SELECT s.code FROM live.subject s WHERE s.id = named.id)
		WHEN 'person' THEN (SELECT p.name FROM live.person p WHERE p.id = named.id)
		WHEN 'role' THEN (SELECT r.name FROM live.role r WHERE r.id = named.id)
		WHEN 'strategy_goal' THEN (SELECT g.title FROM live.strategy_goal g WHERE g.id = named.id)
		WHEN 'adaptation' THEN (SELECT a.title FROM live.adaptation a WHERE a.id = named.id)
		WHEN 'deliverable' THEN (SELECT d.title FROM live.deliverable d WHERE d.id = named.id)
		WHEN 'indicator' THEN (SELECT i.title FROM live.indicator i WHERE i.id = named.id)
		WHEN 'meeting_series' THEN (SELECT m.title FROM live.meeting_series m WHERE m.id = named.id)
		WHEN 'meeting' THEN (SELECT m.title FROM live.meeting m WHERE m.id = named.id)
		WHEN 'benefit' THEN (SELECT b.title FROM live.benefit b WHERE b.id = named.id)
		WHEN 'decision' THEN (SELECT d.title FROM live.decision d WHERE d.id = named.id)
		WHEN 'change_request' THEN (SELECT q.title FROM live.change_request q WHERE q.id = named.id)
		WHEN 'status_report' THEN (SELECT s.n::text FROM live.status_report s WHERE s.id = named.id)
		WHEN 'strategy_item' THEN (SELECT i.title FROM live.strategy_item i WHERE i.id = named.id)
		WHEN 'content_area' THEN (SELECT c.title FROM live.content_area c WHERE c.id = named.id)
		WHEN 'interface' THEN (SELECT i.title FROM live.interface i WHERE i.id = named.id)
		WHEN 'question' THEN (SELECT q.title FROM live.question q WHERE q.id = named.id)
		WHEN 'file' THEN NULL
		WHEN 'model_item' THEN (SELECT i.title FROM live.model_item i WHERE i.id = named.id)
		ELSE (SELECT s.title FROM live.subject s WHERE s.id = named.id) END;
END
$$;
CREATE OR REPLACE FUNCTION styrbord.shown_row(type text, r jsonb) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
DECLARE
	shown jsonb := r - '{id,revised,partner_id,subject_id,file_id,report_id,term_id,valid_from,valid_to,changed_by,ended_by,written_by,submitted_by,published_by,corrected_by,record_id}'::text[];
	k record;
BEGIN
	IF r IS NULL THEN
		RETURN NULL;
	END IF;
	IF shown ? 'file_name' THEN
		shown := shown - '{file_name,file_kind,file_size,file_sha256}'::text[] || pg_catalog.jsonb_build_object('file', shown -> 'file_name');
	END IF;
	IF shown ?| '{mail,telephone}'::text[] AND NOT styrbord.sees('mail') THEN
		shown := shown - '{mail,telephone}'::text[];
	END IF;
	IF shown ?| '{cost_frame,released,money}'::text[] AND NOT styrbord.sees('money') THEN
		shown := shown - '{cost_frame,released,money}'::text[];
	END IF;
	FOR k IN SELECT c.column_name::text AS col, c.target FROM styrbord.reference_column c WHERE c.name = shown_row.type AND shown ? c.column_name::text LOOP
		shown := shown - k.col || pg_catalog.jsonb_build_object(pg_catalog.regexp_replace(k.col, '_id$', ''),
			CASE WHEN shown ->> k.col IS NOT NULL THEN styrbord.named(k.target, (shown ->> k.col)::bigint) END);
	END LOOP;
	-- Imprecise days are one text.
	FOR k IN SELECT pg_catalog.left(key, -10) AS col FROM pg_catalog.jsonb_object_keys(shown) AS key WHERE key LIKE '%\_precision' LOOP
		shown := shown - (k.col || '_precision') || pg_catalog.jsonb_build_object(k.col, styrbord.time_text((shown ->> k.col)::date, shown ->> (k.col || '_precision')));
	END LOOP;
	RETURN shown;
END
$$;

REVOKE ALL ON FUNCTION styrbord.project_named(text, text), styrbord.person_key(text, bigint), styrbord.person_keyed(text), styrbord.named(name, bigint), styrbord.shown_row(text, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION styrbord.project_named(text, text), styrbord.person_key(text, bigint), styrbord.person_keyed(text), styrbord.named(name, bigint), styrbord.shown_row(text, jsonb) TO styrbord_app;

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
	UPDATE live.subject s SET titles = styrbord.titles_of(s.id) WHERE s.titles IS DISTINCT FROM styrbord.titles_of(s.id);
	PERFORM styrbord.remake_closed(), styrbord.remake_entries(), styrbord.remake_passages();
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

-- What says in which language it is can be translated, a field that it has, into another.
CREATE OR REPLACE FUNCTION styrbord.translatable(wanted live.translation) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	own text;
BEGIN
	IF (SELECT count(*) FROM pg_attribute a WHERE a.attrelid = format('live.%I', wanted.type)::regclass AND a.attname IN (wanted.field, 'language')) < 2 THEN
		RAISE EXCEPTION 'A % has no % that is translated.', wanted.type, wanted.field USING ERRCODE = 'check_violation', CONSTRAINT = 'translation_field_check';
	END IF;
	EXECUTE format('SELECT x.language FROM live.%I x WHERE x.id = $1', wanted.type) INTO own USING wanted.record_id;
	IF own = wanted.language THEN
		RAISE EXCEPTION '% is in that language.', wanted.of USING ERRCODE = 'check_violation', CONSTRAINT = 'translation_into_another';
	END IF;
END
$$;

-- Which record a translation is of, as it is named: "project" is the subject itself, "section/3" the third text on it. What is no record of this
-- subject is the field's error. A translation that is written again is one of the record as it stands, and is published then.
CREATE OR REPLACE FUNCTION styrbord.translation_of() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	t styrbord.record_table;
BEGIN
	IF TG_OP = 'INSERT' AND NEW.of = '' THEN
		-- Who loads by number, with the day on which it was published: but nobody translates what belongs to another subject.
		SELECT * INTO t FROM styrbord.record_table r WHERE r.name = NEW.type;
		EXECUTE format('SELECT $1 || %2$s FROM live.%1$I x WHERE x.id = $2 AND x.%3$I = $3', t.name, CASE WHEN t.is_subject THEN quote_literal('') ELSE quote_literal('/') || ' || x.n' END,
		               CASE WHEN t.is_subject THEN 'id' ELSE t.subject END) INTO NEW.of USING NEW.type, NEW.record_id, NEW.subject_id;
		IF NEW.of IS NULL THEN
			RAISE EXCEPTION 'There is no % % here.', NEW.type, NEW.record_id USING ERRCODE = 'SB007', CONSTRAINT = 'of';
		END IF;
		PERFORM styrbord.translatable(NEW);
		RETURN NEW;
	END IF;
	SELECT * INTO t FROM styrbord.record_table r WHERE r.name = split_part(NEW.of, '/', 1);
	NEW.type := t.name;
	NEW.record_id := NULL;
	IF t.is_subject AND NEW.of = t.name THEN
		EXECUTE format('SELECT x.id, x.version FROM live.%I x WHERE x.id = $1', t.name) INTO NEW.record_id, NEW.of_version USING NEW.subject_id;
	ELSIF t.subject = 'subject_id' AND NEW.of ~ '^[a-z_]+/[1-9][0-9]{0,8}$'
	      AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = format('live.%I', t.name)::regclass AND a.attname = 'n') THEN
		EXECUTE format('SELECT x.id, x.version FROM live.%I x WHERE x.subject_id = $1 AND x.n = $2', t.name)
			INTO NEW.record_id, NEW.of_version USING NEW.subject_id, split_part(NEW.of, '/', 2)::int;
	END IF;
	IF NEW.record_id IS NULL THEN
		RAISE EXCEPTION 'There is no % here.', NEW.of USING ERRCODE = 'SB007', CONSTRAINT = 'of';
	END IF;
	PERFORM styrbord.translatable(NEW);
	IF TG_OP = 'INSERT' OR NEW.text <> OLD.text THEN
		NEW.published_at := styrbord.moment();
	END IF;
	RETURN NEW;
END
$$;
REVOKE ALL ON FUNCTION styrbord.translation_of(), styrbord.translatable(live.translation) FROM PUBLIC;
CREATE OR REPLACE TRIGGER a_translation_of BEFORE INSERT OR UPDATE ON live.translation FOR EACH ROW EXECUTE FUNCTION styrbord.translation_of();

-- What a subject is called in other languages stands in the registry as well: whoever names it reads nothing else.
CREATE OR REPLACE FUNCTION styrbord.titles_of(subject bigint) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
	SELECT jsonb_object_agg(t.language, jsonb_build_object('title', t.text, 'published_at', t.published_at))
	  FROM live.translation t WHERE t.subject_id = subject AND t.of = t.type AND t.field IN ('title', 'name')
$$;
-- The same for what has a name and no title.
CREATE OR REPLACE FUNCTION styrbord.as_names(titles jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
	SELECT jsonb_object_agg(t.key, jsonb_build_object('name', t.value->'title', 'published_at', t.value->'published_at')) FROM jsonb_each(titles) AS t
$$;
CREATE OR REPLACE FUNCTION styrbord.titles_follow() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	subject CONSTANT bigint := CASE WHEN TG_OP = 'DELETE' THEN OLD.subject_id ELSE NEW.subject_id END;
BEGIN
	-- One after the other: two at once would each miss what the other writes.
	PERFORM FROM live.subject s WHERE s.id = subject FOR NO KEY UPDATE;
	UPDATE live.subject s SET titles = t.titles FROM (SELECT styrbord.titles_of(subject) AS titles) AS t WHERE s.id = subject AND s.titles IS DISTINCT FROM t.titles;
	RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION styrbord.titles_of(bigint), styrbord.as_names(jsonb), styrbord.titles_follow() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION styrbord.as_names(jsonb) TO styrbord_app;
CREATE OR REPLACE TRIGGER titles_follow AFTER INSERT OR UPDATE OR DELETE ON live.translation FOR EACH ROW EXECUTE FUNCTION styrbord.titles_follow();

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
