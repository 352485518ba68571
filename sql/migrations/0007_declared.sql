-- How a migration adds a record type: a table, and one call.
--
--   styrbord.is_subject('service', title => 'NEW.name', parent => …, owner => …)   texts, people and rights may hang on it
--   styrbord.belongs_to('risk', types => ARRAY['project'])                        it hangs on a subject, by subject_id
--   styrbord.stands_alone('role', may_write => 'role.edit')                       neither
--
-- Each gives the table its foreign keys, numbers, history, the log and its policies. A changed table calls it again.

-- Of two visibilities the one that fewer have; what is unknown does not count.
CREATE FUNCTION styrbord.stricter(a text, b text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
	SELECT CASE WHEN 'members' IN (a, b) THEN 'members' WHEN 'staff' IN (a, b) THEN 'staff' ELSE 'public' END
$$;

-- The trigger that keeps the registry: BEFORE, since the foreign key of the row's own id is checked at once; its name comes after
-- no_cycle, which may refuse, and before remember.
CREATE FUNCTION styrbord.make_register(t styrbord.record_table) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp SET client_min_messages = warning AS $make$
DECLARE
	visibility text := CASE WHEN t.within THEN format('styrbord.stricter(%s, (SELECT s.visibility FROM live.subject s WHERE s.id = %s))', t.visibility, t.parent) ELSE t.visibility END;
	now_values text := format('%s, NEW.language, %s, %s, %s', t.title, t.parent, t.owner, visibility);
BEGIN
	EXECUTE format($f$
CREATE OR REPLACE FUNCTION styrbord.%1$I() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
BEGIN
	IF TG_OP = 'INSERT' THEN
		INSERT INTO live.subject (id, type, code, title, language, parent_id, owner_id, visibility) VALUES (NEW.id, %2$L, NEW.code, %3$s)
		-- A code that is taken is for the table's own index to refuse, after the policy: who may not create learns nothing.
		ON CONFLICT (type, code) DO NOTHING;
	ELSIF TG_OP = 'DELETE' THEN
		DELETE FROM live.subject WHERE id = OLD.id;
		RETURN NULL;
	ELSE
		-- Apart: the code is a key, and who changes a key locks out whoever refers to the row.
		IF NEW.code <> OLD.code THEN
			UPDATE live.subject SET code = NEW.code WHERE id = NEW.id;
		END IF;
		IF (%3$s) IS DISTINCT FROM (%4$s) THEN
			UPDATE live.subject SET (title, language, parent_id, owner_id, visibility) = (SELECT %3$s) WHERE id = NEW.id;
		END IF;
	END IF;
	RETURN NEW;
END
$body$ $f$, 'register_' || t.name, t.name, now_values, replace(now_values, 'NEW.', 'OLD.'));
	EXECUTE format('CREATE OR REPLACE TRIGGER register BEFORE INSERT OR UPDATE ON live.%I FOR EACH ROW EXECUTE FUNCTION styrbord.%I()', t.name, 'register_' || t.name);
	EXECUTE format('CREATE OR REPLACE TRIGGER unregister AFTER DELETE ON live.%I FOR EACH ROW EXECUTE FUNCTION styrbord.%I()', t.name, 'register_' || t.name);
	-- Search entries follow (050_search.sql makes the function).
	EXECUTE format($f$
CREATE OR REPLACE FUNCTION styrbord.%1$I() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
BEGIN
	IF TG_OP = 'INSERT' OR (NEW.code, %2$s, %3$s, %4$s) IS DISTINCT FROM (OLD.code, %5$s, %6$s, %7$s) THEN
		PERFORM styrbord.enter_words(NEW.id, %2$s, %3$s, TG_OP = 'INSERT' OR %4$s IS DISTINCT FROM %7$s);
	END IF;
	RETURN NULL;
END
$body$ $f$, 'entered_' || t.name, t.title, t.words, t.owner, replace(t.title, 'NEW.', 'OLD.'), replace(t.words, 'NEW.', 'OLD.'), replace(t.owner, 'NEW.', 'OLD.'));
	EXECUTE format('CREATE OR REPLACE TRIGGER entered AFTER INSERT OR UPDATE ON live.%I FOR EACH ROW EXECUTE FUNCTION styrbord.%I()', t.name, 'entered_' || t.name);
	EXECUTE format('REVOKE ALL ON FUNCTION styrbord.%I(), styrbord.%I() FROM PUBLIC', 'register_' || t.name, 'entered_' || t.name);
END
$make$;

-- A foreign key to `target`, once.
CREATE FUNCTION styrbord.points_to(name name, column_name name, target name, on_delete text DEFAULT '') RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp SET client_min_messages = warning AS $$
BEGIN
	IF NOT EXISTS (SELECT FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
	                WHERE c.contype = 'f' AND c.conrelid = format('live.%I', name)::regclass AND a.attname = column_name) THEN
		EXECUTE format('ALTER TABLE live.%I ADD FOREIGN KEY (%I) REFERENCES live.%I %s', name, column_name, target, on_delete);
		PERFORM styrbord.note_references(name);
	END IF;
END
$$;

-- Policies are made when there is what they ask (020_policies.sql); a migration that comes later makes them here.
CREATE FUNCTION styrbord.declare_table(t styrbord.record_table) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp SET client_min_messages = warning AS $$
BEGIN
	DELETE FROM styrbord.record_table r WHERE r.name = t.name;
	INSERT INTO styrbord.record_table SELECT (t).*;
	IF t.is_subject THEN
		EXECUTE format('ALTER TABLE live.%I ALTER COLUMN id SET DEFAULT nextval(''live.subject_id'')', t.name);
		PERFORM styrbord.points_to(t.name, 'id', 'subject'), styrbord.make_register(t);
	ELSIF t.subject IS NOT NULL THEN
		PERFORM styrbord.points_to(t.name, t.subject::name, 'subject', 'ON DELETE CASCADE');
	END IF;
	PERFORM styrbord.keep_history(t.name);
	IF to_regprocedure('styrbord.guard(name)') IS NOT NULL THEN
		EXECUTE 'SELECT styrbord.guard($1), styrbord.make_versions()' USING t.name;
	END IF;
END
$$;

-- title, parent, owner, visibility, words: expressions over the row, NEW.…; words: what search finds besides its name.
CREATE FUNCTION styrbord.is_subject(name name, title text, parent text DEFAULT 'NULL::bigint', owner text DEFAULT 'NULL::bigint', visibility text DEFAULT '''public''::text',
                                    words text DEFAULT '''''::text', may_write text DEFAULT NULL, may_create text DEFAULT NULL, may_remove text DEFAULT NULL, within boolean DEFAULT false) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
	SELECT styrbord.declare_table(ROW(name, true, 'id', may_write, may_create, may_remove, parent, owner, visibility, title, words, NULL, within)::styrbord.record_table)
$$;

-- Counted within `numbered` (column and table; NULL: it has no number). special: 020_policies.sql says who writes it.
CREATE FUNCTION styrbord.belongs_to(name name, types text[] DEFAULT NULL, may_write text DEFAULT 'edit', numbered text DEFAULT 'subject_id', numbered_in name DEFAULT 'subject')
RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	PERFORM styrbord.declare_table(ROW(name, false, 'subject_id', may_write, NULL, NULL, NULL, NULL, NULL, NULL, NULL, types, false)::styrbord.record_table);
	IF numbered IS NOT NULL THEN
		EXECUTE format('CREATE OR REPLACE TRIGGER numbering BEFORE INSERT ON live.%I FOR EACH ROW EXECUTE FUNCTION styrbord.number_within(%L, %L)', name, numbered, numbered_in);
	END IF;
	IF types IS NOT NULL THEN
		EXECUTE format('CREATE OR REPLACE TRIGGER hangs_on BEFORE INSERT ON live.%I FOR EACH ROW EXECUTE FUNCTION styrbord.hangs_on(%s)', name,
		               (SELECT string_agg(quote_literal(x), ', ') FROM unnest(types) AS x));
	END IF;
END
$$;

CREATE FUNCTION styrbord.stands_alone(name name, may_write text DEFAULT NULL, numbered text DEFAULT NULL, numbered_in name DEFAULT NULL) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	PERFORM styrbord.declare_table(ROW(name, false, NULL, may_write, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false)::styrbord.record_table);
	IF numbered IS NOT NULL THEN
		EXECUTE format('CREATE OR REPLACE TRIGGER numbering BEFORE INSERT ON live.%I FOR EACH ROW EXECUTE FUNCTION styrbord.number_within(%L, %L)', name, numbered, numbered_in);
	END IF;
END
$$;

-- What a column may hold is a term of this list; one that is retired stays where it stands.
CREATE FUNCTION styrbord.speaks(name name, column_name name, list text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	EXECUTE format('CREATE OR REPLACE TRIGGER %I BEFORE INSERT OR UPDATE OF %I ON live.%I FOR EACH ROW EXECUTE FUNCTION styrbord.is_term(%L, %L)',
	               'a_term_' || column_name, column_name, name, column_name, list);
END
$$;

-- These two are made anew by 030_triggers.sql; they stand here since triggers want a function.
CREATE FUNCTION styrbord.hangs_on() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE FUNCTION styrbord.is_term() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
DO $$
BEGIN
	IF to_regprocedure('styrbord.number_within()') IS NULL THEN
		CREATE FUNCTION styrbord.number_within() RETURNS trigger LANGUAGE plpgsql AS $f$ BEGIN RETURN NEW; END $f$;
	END IF;
END
$$;
REVOKE ALL ON FUNCTION styrbord.make_register(styrbord.record_table), styrbord.points_to(name, name, name, text), styrbord.declare_table(styrbord.record_table),
	styrbord.is_subject(name, text, text, text, text, text, text, text, text, boolean), styrbord.stricter(text, text), styrbord.belongs_to(name, text[], text, text, name),
	styrbord.stands_alone(name, text, text, name), styrbord.speaks(name, name, text), styrbord.hangs_on(), styrbord.is_term(), styrbord.number_within() FROM PUBLIC;

-- The tree is watched in the registry, whatever the type (030_triggers.sql).
DROP TRIGGER IF EXISTS no_cycle ON live.project;
DROP FUNCTION IF EXISTS styrbord.project_no_cycle();
DROP TRIGGER IF EXISTS names_visible ON live.dependency;
DROP TRIGGER IF EXISTS names_visible ON live.project;
DROP TRIGGER IF EXISTS names_visible ON live.assignment;

-- ---- what there is already ---------------------------------------------------------------------------------------------------------

INSERT INTO live.subject
SELECT id, 'organisation', code, name, language, parent_id, NULL, 'public', 1, valid_from, changed_by FROM live.organisation
UNION ALL SELECT id, 'project', code, title, language, parent_id, owner_id, visibility, 1, valid_from, changed_by FROM live.project
UNION ALL SELECT b.id, 'body', b.code, b.name, b.language, b.project_id, b.organisation_id, coalesce(p.visibility, 'public'), 1, b.valid_from, b.changed_by
  FROM live.body b LEFT JOIN live.project p ON p.id = b.project_id
UNION ALL SELECT id, 'strategy', code, title, language, NULL, owner_id, visibility, 1, valid_from, changed_by FROM live.strategy;

SET CONSTRAINTS ALL IMMEDIATE;
SELECT styrbord.keep_history('subject');
REVOKE ALL ON live.subject FROM styrbord_app;
DO $$
DECLARE
	c name;
BEGIN
	FOR c IN SELECT attname FROM pg_attribute WHERE attrelid = 'live.subject'::regclass AND attnum > 0 AND NOT attisdropped LOOP
		EXECUTE format('REVOKE INSERT (%1$I), UPDATE (%1$I) ON live.subject FROM styrbord_app', c);
	END LOOP;
END
$$;
GRANT SELECT ON live.subject TO styrbord_app;
-- The registry's own past: who was called what, and lay below whom.
INSERT INTO past.subject (id, type, code, title, language, parent_id, owner_id, visibility, version, valid_from, changed_by, valid_to, ended_by)
SELECT id, 'organisation', code, name, language, parent_id, NULL, 'public', version, valid_from, changed_by, valid_to, ended_by FROM past.organisation
UNION ALL SELECT id, 'project', code, title, language, parent_id, owner_id, visibility, version, valid_from, changed_by, valid_to, ended_by FROM past.project
UNION ALL SELECT id, 'body', code, name, language, project_id, organisation_id, 'public', version, valid_from, changed_by, valid_to, ended_by FROM past.body;

SELECT styrbord.is_subject('organisation', 'NEW.name', parent => 'NEW.parent_id', may_write => 'organisation.edit', may_create => 'organisation.create');
SELECT styrbord.is_subject('project', 'NEW.title', parent => 'NEW.parent_id', owner => 'NEW.owner_id', visibility => 'NEW.visibility', words => 'NEW.purpose',
                           may_write => 'project.edit', may_create => 'project.create', may_remove => 'project.remove');
SELECT styrbord.is_subject('body', 'NEW.name', parent => 'coalesce(NEW.project_id, NEW.parent_id)', owner => 'NEW.organisation_id', visibility => 'NEW.visibility',
                           words => 'NEW.mandate', may_write => 'body.edit', within => true);
SELECT styrbord.is_subject('strategy', 'NEW.title', owner => 'NEW.owner_id', visibility => 'NEW.visibility', words => 'NEW.purpose', may_write => 'strategy.edit');
-- Again: only now is known which tables are registered.
SELECT styrbord.keep_history(t) FROM unnest(ARRAY['organisation', 'project', 'body', 'strategy']) AS t;

SELECT styrbord.points_to('project', 'parent_id', 'project'), styrbord.points_to('project', 'owner_id', 'organisation'), styrbord.points_to('organisation', 'parent_id', 'organisation'),
	styrbord.points_to('person', 'organisation_id', 'organisation'), styrbord.points_to('body', 'project_id', 'project', 'ON DELETE CASCADE'),
	styrbord.points_to('body', 'parent_id', 'body'), styrbord.points_to('body', 'organisation_id', 'organisation'), styrbord.points_to('strategy', 'owner_id', 'organisation'),
	styrbord.points_to('relation', 'other_id', 'subject'), styrbord.points_to('carries', 'goal_id', 'strategy_goal'), styrbord.points_to('role', 'organisation_id', 'organisation'),
	styrbord.points_to('duty', 'organisation_id', 'organisation'), styrbord.points_to('term_label', 'organisation_id', 'organisation'),
	styrbord.points_to('assignment', 'organisation_id', 'organisation'), styrbord.points_to('assignment', 'body_id', 'body', 'ON DELETE CASCADE'),
	styrbord.points_to('assignment', 'holder_body_id', 'body'), styrbord.points_to('assignment', 'holder_organisation_id', 'organisation'),
	styrbord.points_to('deliverable', 'partner_id', 'organisation'), styrbord.points_to('dependency', 'provider_project_id', 'project'),
	styrbord.points_to('dependency', 'provider_organisation_id', 'organisation');

SELECT styrbord.belongs_to(t) FROM unnest(ARRAY['alias', 'relation', 'section', 'link', 'translation', 'assignment']) AS t;
SELECT styrbord.belongs_to(t, types => ARRAY['project']) FROM unnest(ARRAY['deliverable', 'milestone', 'risk']) AS t;
SELECT styrbord.belongs_to('carries', types => ARRAY['project'], numbered => NULL);
SELECT styrbord.belongs_to('strategy_goal', types => ARRAY['strategy']);
SELECT styrbord.belongs_to('status_report', types => ARRAY['project'], may_write => NULL);
SELECT styrbord.belongs_to('dependency', types => ARRAY['project'], may_write => NULL);
SELECT styrbord.belongs_to('correction', may_write => 'report.publish', numbered => 'report_id', numbered_in => 'status_report');
SELECT styrbord.stands_alone('person'), styrbord.stands_alone('role', may_write => 'role.edit'), styrbord.stands_alone('term', may_write => 'term.edit'),
	styrbord.stands_alone('duty', may_write => 'role.edit', numbered => 'role_id', numbered_in => 'role'),
	styrbord.stands_alone('role_label', may_write => 'role.edit', numbered => 'role_id', numbered_in => 'role'),
	styrbord.stands_alone('term_label', numbered => 'term_id', numbered_in => 'term');
-- What follows from the reports is no change of anybody's: it has its past, and is not in the log.
SELECT styrbord.keep_history('standing');
SELECT styrbord.points_to('standing', 'subject_id', 'subject', 'ON DELETE CASCADE');

SELECT styrbord.speaks('organisation', 'kind', 'organisation_kind'), styrbord.speaks('project', 'kind', 'project_kind'), styrbord.speaks('project', 'phase', 'project_phase'),
	styrbord.speaks('project', 'segment', 'project_segment'), styrbord.speaks('status_report', 'status_label', 'status_label'), styrbord.speaks('milestone', 'kind', 'milestone_kind'),
	styrbord.speaks('body', 'kind', 'body_kind'), styrbord.speaks('relation', 'kind', 'relation_kind'), styrbord.speaks('section', 'kind', 'section_kind');

-- The log, from what is there.
CREATE FUNCTION styrbord.remake_change(name name) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	t styrbord.record_table;
	numbered text := CASE WHEN EXISTS (SELECT FROM pg_attribute WHERE attrelid = format('live.%I', name)::regclass AND attname = 'n') THEN 'v.n' ELSE 'NULL::int' END;
BEGIN
	SELECT * INTO t FROM styrbord.record_table r WHERE r.name = remake_change.name;
	DELETE FROM styrbord.change c WHERE c.type = remake_change.name;
	EXECUTE format($f$
		WITH v AS (SELECT v.id, %2$s AS n, %3$s AS subject_id, v.valid_from, v.changed_by, NULL::timestamptz AS valid_to, NULL::bigint AS ended_by FROM live.%1$I v
		           UNION ALL SELECT v.id, %2$s, %3$s, v.valid_from, v.changed_by, v.valid_to, v.ended_by FROM past.%1$I v)
		INSERT INTO styrbord.change (type, record_id, n, subject_id, what, at, by)
		SELECT %1$L, id, n, subject_id, what, at, by FROM (
			SELECT v.id, v.n, v.subject_id, CASE WHEN EXISTS (SELECT FROM past.%1$I o WHERE o.id = v.id AND o.valid_to = v.valid_from) THEN 'changed' ELSE 'created' END AS what,
			       v.valid_from AS at, v.changed_by AS by FROM v
			UNION ALL
			SELECT v.id, v.n, v.subject_id, 'removed', v.valid_to, v.ended_by FROM v
			 WHERE v.valid_to IS NOT NULL AND NOT EXISTS (SELECT FROM v w WHERE w.id = v.id AND w.valid_from >= v.valid_to)) AS x
		 WHERE at IS NOT NULL ORDER BY at, id ON CONFLICT DO NOTHING $f$,
		name, numbered, CASE WHEN t.subject IS NULL THEN 'NULL::bigint' ELSE 'v.' || quote_ident(t.subject) END);
END
$$;
REVOKE ALL ON FUNCTION styrbord.remake_change(name) FROM PUBLIC;
SELECT styrbord.remake_change(name) FROM styrbord.record_table ORDER BY name;

DO $$
DECLARE
	r record;
BEGIN
	FOR r IN SELECT tablename FROM pg_tables WHERE schemaname = 'live' LOOP
		EXECUTE format('ALTER TABLE live.%I ENABLE TRIGGER USER', r.tablename);
	END LOOP;
END
$$;
