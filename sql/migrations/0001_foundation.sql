-- The ground that every table stands on: four schemas, the clock, history, and the two helpers that policies are written with.
--
--   live       the rows of today, which the application reads and writes
--   past       every earlier version of every row; only the history trigger writes here
--   at         a view of the same name for each table: the versions valid at styrbord.at (what `?at=` shows)
--   styrbord   functions, sessions, the table of rights
--
-- The role styrbord_app (the application) owns nothing and cannot bypass row-level security; it must exist
-- before the first migration (README, "Installing").

CREATE SCHEMA live;
CREATE SCHEMA past;
CREATE SCHEMA at;
CREATE SCHEMA styrbord;
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;

GRANT USAGE ON SCHEMA live, past, at, styrbord, public TO styrbord_app;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

-- The moment that a change happens. The owner alone may set styrbord.clock, to load history that happened before
-- the portal existed; the application cannot write into the past.
CREATE FUNCTION styrbord.moment() RETURNS timestamptz
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
	SELECT CASE WHEN nullif(current_setting('styrbord.clock', true), '') IS NOT NULL
	             AND session_user = (SELECT nspowner::regrole::text FROM pg_namespace WHERE nspname = 'live')
	            THEN current_setting('styrbord.clock')::timestamptz
	            ELSE now() END
$$;

-- The moment that `?at=` asks for.
CREATE FUNCTION styrbord.at() RETURNS timestamptz
LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('styrbord.at', true), '')::timestamptz $$;

-- The signed-in person, NULL when nobody is.
CREATE FUNCTION styrbord.person() RETURNS bigint
LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('styrbord.person', true), '')::bigint $$;

GRANT EXECUTE ON FUNCTION styrbord.at(), styrbord.person(), styrbord.moment() TO styrbord_app;

-- Before every write: the version counts up, the old row goes to `past`. SECURITY DEFINER, since the application
-- has no right to write there: nobody forges history. TG_ARGV[0] is the table's column list.
CREATE FUNCTION styrbord.remember() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	moment timestamptz := styrbord.moment();
BEGIN
	IF TG_OP = 'INSERT' THEN
		NEW.version := 1;
		NEW.valid_from := moment;
		NEW.changed_by := styrbord.person();
		RETURN NEW;
	END IF;
	-- Of two transactions that began in the other order than they wrote, the later writer still comes later.
	IF OLD.valid_from > moment THEN
		moment := OLD.valid_from + interval '1 microsecond';
	END IF;
	-- A row written twice in one transaction leaves one version, not an empty one between.
	IF OLD.valid_from < moment THEN
		EXECUTE format('INSERT INTO past.%I (%s, valid_to, ended_by) SELECT %s, $2, $3 FROM (SELECT ($1).*) AS o',
		               TG_TABLE_NAME, TG_ARGV[0], TG_ARGV[0])
		USING OLD, moment, styrbord.person();
	END IF;
	IF TG_OP = 'DELETE' THEN
		RETURN OLD;
	END IF;
	NEW.version := OLD.version + 1;
	NEW.valid_from := moment;
	NEW.changed_by := styrbord.person();
	RETURN NEW;
END
$$;

-- Gives live.TABLE its history: past.TABLE with the same indexes, the trigger, the view at.TABLE, row-level security
-- on both, the application's privileges. Called once where a table is made, and again after columns were added to it.
--
-- The application may write only the columns that a person fills in. Numbers, versions and generated columns come from
-- triggers; a record never changes the project (or report) that it belongs to, since rights hang on that.
CREATE FUNCTION styrbord.keep_history(name name) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp SET client_min_messages = warning AS $$
DECLARE
	live_table regclass := format('live.%I', name)::regclass;
	columns text;
	inserted text;
	updated text;
	missing record;
	indexed record;
BEGIN
	SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) INTO columns
	  FROM pg_attribute WHERE attrelid = live_table AND attnum > 0 AND NOT attisdropped;
	EXECUTE format('CREATE TABLE IF NOT EXISTS past.%I (LIKE live.%I, valid_to timestamptz NOT NULL, ended_by bigint)', name, name);
	FOR missing IN
		SELECT attname, format_type(atttypid, atttypmod) AS type FROM pg_attribute l
		 WHERE attrelid = live_table AND attnum > 0 AND NOT attisdropped
		   AND NOT EXISTS (SELECT FROM pg_attribute p WHERE p.attrelid = format('past.%I', name)::regclass AND p.attname = l.attname)
		 ORDER BY attnum
	LOOP
		EXECUTE format('ALTER TABLE past.%I ADD COLUMN %I %s', name, missing.attname, missing.type);
	END LOOP;
	-- Without the live table's indexes, `?at=` reads every old version there is (80 times slower in a trial).
	FOR indexed IN
		SELECT DISTINCT string_agg(quote_ident(a.attname), ', ' ORDER BY k.position) AS keys
		  FROM pg_index i
		  JOIN pg_class c ON c.oid = i.indexrelid
		  JOIN pg_am m ON m.oid = c.relam AND m.amname = 'btree'
		  CROSS JOIN LATERAL unnest(i.indkey::int[]) WITH ORDINALITY AS k (attnum, position)
		  JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
		 WHERE i.indrelid = live_table AND i.indexprs IS NULL
		 GROUP BY i.indexrelid
	LOOP
		EXECUTE format('CREATE INDEX IF NOT EXISTS %I ON past.%I (%s)',
		               left(name || '_' || translate(indexed.keys, ', "', '__'), 58) || '_past', name, indexed.keys);
	END LOOP;
	EXECUTE format('DROP TRIGGER IF EXISTS remember ON live.%I', name);
	EXECUTE format('CREATE TRIGGER remember BEFORE INSERT OR UPDATE OR DELETE ON live.%I '
	               'FOR EACH ROW EXECUTE FUNCTION styrbord.remember(%L)', name,
	               (SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
	                 WHERE attrelid = live_table AND attnum > 0 AND NOT attisdropped));
	EXECUTE format('DROP VIEW IF EXISTS at.%I', name);
	EXECUTE format('CREATE VIEW at.%1$I WITH (security_invoker = true) AS '
	               'SELECT %2$s FROM live.%1$I WHERE valid_from <= styrbord.at() '
	               'UNION ALL SELECT %2$s FROM past.%1$I WHERE valid_from <= styrbord.at() AND valid_to > styrbord.at()',
	               name, columns);
	EXECUTE format('ALTER TABLE live.%I ENABLE ROW LEVEL SECURITY', name);
	EXECUTE format('ALTER TABLE past.%I ENABLE ROW LEVEL SECURITY', name);
	SELECT string_agg(quote_ident(attname), ', '), string_agg(quote_ident(attname), ', ') FILTER (WHERE attname NOT IN ('project_id', 'report_id'))
	  INTO inserted, updated
	  FROM pg_attribute WHERE attrelid = live_table AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
	   AND attname NOT IN ('id', 'n', 'version', 'valid_from', 'changed_by');
	EXECUTE format('REVOKE ALL ON live.%I FROM styrbord_app', name);
	EXECUTE format('GRANT SELECT, DELETE, INSERT (%2$s) ON live.%1$I TO styrbord_app', name, inserted);
	IF updated IS NOT NULL THEN
		EXECUTE format('GRANT UPDATE (%2$s) ON live.%1$I TO styrbord_app', name, updated);
	END IF;
	EXECUTE format('GRANT SELECT ON past.%1$I, at.%1$I TO styrbord_app', name);
END
$$;

-- Who reads a table: one policy on its rows of today and one on its past, the same unless `past_condition` is given.
CREATE FUNCTION styrbord.readable(name name, condition text, past_condition text DEFAULT NULL) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp SET client_min_messages = warning AS $$
BEGIN
	EXECUTE format('DROP POLICY IF EXISTS readable ON live.%I', name);
	EXECUTE format('CREATE POLICY readable ON live.%I FOR SELECT TO styrbord_app USING (%s)', name, condition);
	EXECUTE format('DROP POLICY IF EXISTS readable ON past.%I', name);
	EXECUTE format('CREATE POLICY readable ON past.%I FOR SELECT TO styrbord_app USING (%s)', name, coalesce(past_condition, condition));
END
$$;

-- Who writes it: `condition` on the row, before and after; what only holds for new content, or for taking rows away,
-- is given beside it. A table for which this is never called is written by nobody but its owner.
CREATE FUNCTION styrbord.writable(name name, condition text, new_condition text DEFAULT NULL, insert_condition text DEFAULT NULL,
                                  delete_condition text DEFAULT NULL) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp SET client_min_messages = warning AS $$
BEGIN
	EXECUTE format('DROP POLICY IF EXISTS inserted ON live.%I', name);
	EXECUTE format('CREATE POLICY inserted ON live.%I FOR INSERT TO styrbord_app WITH CHECK (%s)', name,
	               coalesce(insert_condition, new_condition, condition));
	EXECUTE format('DROP POLICY IF EXISTS updated ON live.%I', name);
	EXECUTE format('CREATE POLICY updated ON live.%I FOR UPDATE TO styrbord_app USING (%s) WITH CHECK (%s)', name, condition,
	               coalesce(new_condition, condition));
	EXECUTE format('DROP POLICY IF EXISTS deleted ON live.%I', name);
	EXECUTE format('CREATE POLICY deleted ON live.%I FOR DELETE TO styrbord_app USING (%s)', name, coalesce(delete_condition, condition));
END
$$;

-- The PostgreSQL dictionary of a content language, for search.
CREATE FUNCTION styrbord.dictionary(language text) RETURNS regconfig
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
	SELECT CASE language WHEN 'sv' THEN 'pg_catalog.swedish'::regconfig WHEN 'nb' THEN 'pg_catalog.norwegian'::regconfig
	                     WHEN 'fi' THEN 'pg_catalog.finnish'::regconfig ELSE 'pg_catalog.english'::regconfig END
$$;
GRANT EXECUTE ON FUNCTION styrbord.dictionary(text) TO styrbord_app;
