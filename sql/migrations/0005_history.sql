-- History that neither grows into the pages nor stands in the way of change, and one log of what changed.
--
--   past.T     never asks for more than the row had: no NOT NULL, and a column added later shows its default in older versions
--   at.T       a view that PostgreSQL flattens: its WHERE stands outside the UNION, so that a join into it reads by key
--   styrbord.change    which version of which record came when, and by whose hand; kept for ever
--   styrbord.touched   which subjects a transaction touched, without content; prunable: by it a worker knows what it may keep
--
-- A migration changes a table through styrbord.alter_table(), which does the same to the past where it must.

-- One row a version that began or ended. Who sees the version sees the row (020_policies.sql).
CREATE TABLE styrbord.change (
	id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	type text NOT NULL,        -- the table in schema live
	record_id bigint NOT NULL,
	n int,
	subject_id bigint,         -- what the record hangs on, or is; NULL: on nothing
	what text NOT NULL CHECK (what IN ('created', 'changed', 'removed')),
	at timestamptz NOT NULL,
	by bigint,
	UNIQUE (type, record_id, at)
);
CREATE INDEX ON styrbord.change (subject_id, at DESC, id DESC);
CREATE INDEX ON styrbord.change (at DESC, id DESC);
ALTER TABLE styrbord.change ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON styrbord.change TO styrbord_app;

-- xid is of the changing transaction itself, so that the row becomes visible with the change and neither before nor after it.
-- subject 0: everything. Rows below the horizon are gone: who last looked before it forgets all it keeps.
CREATE TABLE styrbord.touched (
	xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
	subject bigint NOT NULL,
	PRIMARY KEY (xid, subject)
);
ALTER TABLE styrbord.touched ENABLE ROW LEVEL SECURITY;
CREATE POLICY readable ON styrbord.touched FOR SELECT TO styrbord_app USING (true);
GRANT SELECT ON styrbord.touched TO styrbord_app;
CREATE TABLE styrbord.touched_horizon (
	one boolean PRIMARY KEY DEFAULT true CHECK (one),
	xid xid8 NOT NULL DEFAULT '0'
);
INSERT INTO styrbord.touched_horizon DEFAULT VALUES;
ALTER TABLE styrbord.touched_horizon ENABLE ROW LEVEL SECURITY;
CREATE POLICY readable ON styrbord.touched_horizon FOR SELECT TO styrbord_app USING (true);
GRANT SELECT ON styrbord.touched_horizon TO styrbord_app;

-- What every table of records says of itself, written by is_subject(), belongs_to() and stands_alone(). Policies are made from it.
CREATE TABLE styrbord.record_table (
	name name PRIMARY KEY,
	is_subject boolean NOT NULL DEFAULT false,
	subject text,      -- the column that holds the subject's id, 'id' where the record is one; NULL: it hangs on none
	may_write text,    -- a right; 'edit': that of editing the subject, whatever its type; NULL: special policies, or nobody
	may_create text, may_remove text,  -- of a subject; NULL: may_write
	parent text, owner text, visibility text, title text, words text, -- of a subject: expressions over its row
	types text[],      -- on what type of subject a record may hang; NULL: on any
	within boolean NOT NULL DEFAULT false -- a subject that is its parent's: never seen by more than the parent is
);
ALTER TABLE styrbord.record_table ENABLE ROW LEVEL SECURITY;

-- ---- the triggers of one table, with its columns written out: nothing is put together when a row is saved ------------------------

-- live.T's columns, in order, each behind `prefix`.
CREATE FUNCTION styrbord.columns_of(name name, prefix text DEFAULT '') RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
	SELECT string_agg(prefix || quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
	 WHERE attrelid = format('live.%I', name)::regclass AND attnum > 0 AND NOT attisdropped
$$;

-- Before every write: the version counts up, the old row goes to `past`. SECURITY DEFINER, since the application has no right to write
-- there: nobody forges history.
CREATE FUNCTION styrbord.make_remember(name name) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp SET client_min_messages = warning AS $make$
BEGIN
	EXECUTE format($f$
CREATE OR REPLACE FUNCTION styrbord.%1$I() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
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
		INSERT INTO past.%2$I (%3$s, valid_to, ended_by) VALUES (%4$s, moment, styrbord.person());
	END IF;
	IF TG_OP = 'DELETE' THEN
		RETURN OLD;
	END IF;
	NEW.version := OLD.version + 1;
	NEW.valid_from := moment;
	NEW.changed_by := styrbord.person();
	RETURN NEW;
END
$body$ $f$, 'remember_' || name, name, styrbord.columns_of(name), styrbord.columns_of(name, 'OLD.'));
	EXECUTE format('REVOKE ALL ON FUNCTION styrbord.%I() FROM PUBLIC', 'remember_' || name);
	EXECUTE format('CREATE OR REPLACE TRIGGER remember BEFORE INSERT OR UPDATE OR DELETE ON live.%I FOR EACH ROW EXECUTE FUNCTION styrbord.%I()',
	               name, 'remember_' || name);
END
$make$;

-- The subjects that a row of live.T names: its foreign keys to the registry and to the tables that are registered, its own id
-- where it is a subject. 'NULL' when it names none.
CREATE FUNCTION styrbord.named_subjects(name name, prefix text) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
	SELECT coalesce(string_agg(DISTINCT prefix || quote_ident(a.attname), ', '), 'NULL')
	  FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
	 WHERE c.contype = 'f' AND c.conrelid = format('live.%I', name)::regclass
	   AND (c.confrelid = to_regclass('live.subject')
	        OR c.confrelid IN (SELECT format('live.%I', t.name)::regclass FROM styrbord.record_table t WHERE t.is_subject))
$$;

-- After every write: the log, and what was touched. Where a row names no subject, or what rights hang on has changed, everything is.
CREATE FUNCTION styrbord.make_tell(name name) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp SET client_min_messages = warning AS $make$
DECLARE
	t styrbord.record_table;
	numbered text := CASE WHEN EXISTS (SELECT FROM pg_attribute WHERE attrelid = format('live.%I', name)::regclass AND attname = 'n') THEN '%s.n' ELSE 'NULL' END;
	subject text;
	reaches text := '';
BEGIN
	SELECT * INTO t FROM styrbord.record_table r WHERE r.name = make_tell.name;
	subject := CASE WHEN t.subject IS NULL THEN 'NULL' ELSE '%s.' || quote_ident(t.subject) END;
	IF t.is_subject THEN
		reaches := format('IF TG_OP = ''UPDATE'' AND (NEW.code, %1$s, %2$s, %3$s) IS DISTINCT FROM (OLD.code, %4$s, %5$s, %6$s) THEN touched := touched || 0::bigint; END IF;',
			t.parent, t.owner, t.visibility, replace(t.parent, 'NEW.', 'OLD.'), replace(t.owner, 'NEW.', 'OLD.'), replace(t.visibility, 'NEW.', 'OLD.'));
	END IF;
	EXECUTE format($f$
CREATE OR REPLACE FUNCTION styrbord.%1$I() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
DECLARE
	touched bigint[];
	moment timestamptz;
BEGIN
	IF TG_OP = 'DELETE' THEN
		moment := styrbord.moment();
		IF OLD.valid_from > moment THEN
			moment := OLD.valid_from + interval '1 microsecond';
		END IF;
		INSERT INTO styrbord.change AS c (type, record_id, n, subject_id, what, at, by)
		VALUES (%2$L, OLD.id, %4$s, %6$s, 'removed', moment, styrbord.person())
		ON CONFLICT (type, record_id, at) DO UPDATE SET what = 'removed';
		%10$s
		touched := ARRAY[%8$s]::bigint[];
	ELSE
		INSERT INTO styrbord.change (type, record_id, n, subject_id, what, at, by)
		VALUES (%2$L, NEW.id, %3$s, %5$s, CASE TG_OP WHEN 'INSERT' THEN 'created' ELSE 'changed' END, NEW.valid_from, NEW.changed_by)
		ON CONFLICT (type, record_id, at) DO NOTHING;
		touched := ARRAY[%7$s]::bigint[];
		IF TG_OP = 'UPDATE' THEN
			touched := touched || ARRAY[%8$s]::bigint[];
		END IF;
	END IF;
	%9$s
	touched := array_remove(touched, NULL);
	IF touched = '{}' THEN
		touched := '{0}';
	END IF;
	INSERT INTO styrbord.touched (subject) SELECT DISTINCT unnest(touched) ON CONFLICT DO NOTHING;
	RETURN NULL;
END
$body$ $f$, 'tell_' || name, name, format(numbered, 'NEW'), format(numbered, 'OLD'), format(subject, 'NEW'), format(subject, 'OLD'),
	       styrbord.named_subjects(name, 'NEW.'), styrbord.named_subjects(name, 'OLD.'), reaches,
	       -- A record's translations go with it.
	       CASE WHEN name = 'translation' THEN '' ELSE format('DELETE FROM live.translation t WHERE t.type = %L AND t.record_id = OLD.id;', name) END);
	EXECUTE format('REVOKE ALL ON FUNCTION styrbord.%I() FROM PUBLIC', 'tell_' || name);
	EXECUTE format('CREATE OR REPLACE TRIGGER tell AFTER INSERT OR UPDATE OR DELETE ON live.%I FOR EACH ROW EXECUTE FUNCTION styrbord.%I()',
	               name, 'tell_' || name);
	EXECUTE format('CREATE OR REPLACE TRIGGER emptied AFTER TRUNCATE ON live.%I FOR EACH STATEMENT EXECUTE FUNCTION styrbord.touched_all()', name);
END
$make$;

CREATE FUNCTION styrbord.touched_all() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	INSERT INTO styrbord.touched (subject) VALUES (0) ON CONFLICT DO NOTHING;
	RETURN NULL;
END
$$;
-- What may be done changes what is seen.
CREATE TRIGGER touched AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON styrbord.role_right FOR EACH STATEMENT EXECUTE FUNCTION styrbord.touched_all();

-- Keeps the newest `keep` rows, and never takes one that a running transaction may still have to be told of.
CREATE FUNCTION styrbord.prune_touched(keep int DEFAULT 10000) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	border xid8;
	pruned bigint;
BEGIN
	SELECT least(t.xid, pg_snapshot_xmin(pg_current_snapshot())) INTO border FROM styrbord.touched t ORDER BY t.xid DESC OFFSET keep LIMIT 1;
	IF border IS NULL THEN
		RETURN 0;
	END IF;
	DELETE FROM styrbord.touched t WHERE t.xid < border;
	GET DIAGNOSTICS pruned = ROW_COUNT;
	UPDATE styrbord.touched_horizon h SET xid = border WHERE h.xid < border;
	RETURN pruned;
END
$$;

-- After a restore into another server: transactions of the old one may have numbers that are still to come here.
CREATE FUNCTION styrbord.forget_other_servers() RETURNS boolean
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	UPDATE styrbord.touched_horizon h SET xid = '0' WHERE h.xid >= pg_snapshot_xmax(pg_current_snapshot());
	DELETE FROM styrbord.touched t WHERE t.xid >= pg_snapshot_xmax(pg_current_snapshot());
	IF NOT FOUND THEN
		RETURN false;
	END IF;
	INSERT INTO styrbord.touched (subject) VALUES (0) ON CONFLICT DO NOTHING;
	RETURN true;
END
$$;
REVOKE ALL ON FUNCTION styrbord.columns_of(name, text), styrbord.make_remember(name), styrbord.named_subjects(name, text), styrbord.make_tell(name),
	styrbord.touched_all(), styrbord.prune_touched(int), styrbord.forget_other_servers() FROM PUBLIC;

-- ---- a table's past, its view, its privileges -----------------------------------------------------------------------------------

-- past.T: live.T's columns and when each version ended. A column that came later shows its default in versions that are older than it.
CREATE FUNCTION styrbord.make_past(name name) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp SET client_min_messages = warning AS $$
DECLARE
	past_table CONSTANT text := format('past.%I', name);
	c record;
BEGIN
	EXECUTE format('CREATE TABLE IF NOT EXISTS %s (valid_to timestamptz NOT NULL, ended_by bigint)', past_table);
	FOR c IN
		SELECT l.attname AS name, format_type(l.atttypid, l.atttypmod) AS type, p.attname IS NULL AS missing, p.attnotnull AS bound,
		       (p.atttypid, p.atttypmod) IS DISTINCT FROM (l.atttypid, l.atttypmod) AS differs,
		       CASE WHEN l.attgenerated = '' AND l.attidentity = '' THEN pg_get_expr(d.adbin, d.adrelid) END AS initial
		  FROM pg_attribute l
		  LEFT JOIN pg_attrdef d ON d.adrelid = l.attrelid AND d.adnum = l.attnum
		  LEFT JOIN pg_attribute p ON p.attrelid = past_table::regclass AND p.attname = l.attname AND NOT p.attisdropped
		 WHERE l.attrelid = format('live.%I', make_past.name)::regclass AND l.attnum > 0 AND NOT l.attisdropped
		 ORDER BY l.attnum
	LOOP
		IF c.missing THEN
			EXECUTE format('ALTER TABLE %s ADD COLUMN %I %s %s', past_table, c.name, c.type,
			               CASE WHEN c.initial IS NOT NULL AND c.initial NOT LIKE 'nextval(%' THEN 'DEFAULT ' || c.initial ELSE '' END);
			EXECUTE format('ALTER TABLE %s ALTER COLUMN %I DROP DEFAULT', past_table, c.name);
		ELSIF c.differs THEN
			EXECUTE format('ALTER TABLE %1$s ALTER COLUMN %2$I TYPE %3$s USING %2$I::text::%3$s', past_table, c.name, c.type);
		END IF;
		IF c.bound THEN
			EXECUTE format('ALTER TABLE %s ALTER COLUMN %I DROP NOT NULL', past_table, c.name);
		END IF;
	END LOOP;
	-- What live no longer has must not be asked for either.
	FOR c IN SELECT attname AS name FROM pg_attribute WHERE attrelid = past_table::regclass AND attnum > 0 AND NOT attisdropped AND attnotnull AND attname <> 'valid_to' LOOP
		EXECUTE format('ALTER TABLE %s ALTER COLUMN %I DROP NOT NULL', past_table, c.name);
	END LOOP;
	-- Without the live table's indexes, `?at=` reads every old version there is (80 times slower in a trial).
	FOR c IN
		SELECT DISTINCT string_agg(quote_ident(a.attname), ', ' ORDER BY k.position) AS keys
		  FROM pg_index i
		  JOIN pg_class x ON x.oid = i.indexrelid
		  JOIN pg_am m ON m.oid = x.relam AND m.amname = 'btree'
		  CROSS JOIN LATERAL unnest(i.indkey::int[]) WITH ORDINALITY AS k (attnum, position)
		  JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
		 WHERE i.indrelid = format('live.%I', make_past.name)::regclass AND i.indexprs IS NULL
		 GROUP BY i.indexrelid
	LOOP
		EXECUTE format('CREATE INDEX IF NOT EXISTS %I ON %s (%s)', left(name || '_' || translate(c.keys, ', "', '__'), 58) || '_past', past_table, c.keys);
	END LOOP;
END
$$;

-- at.T. Neither branch has a WHERE of its own: PostgreSQL then flattens the view into an Append whose parts a join can parameterise. One CASE, since
-- what compares a branch's constant alone would be a node of its own for every table of a statement.
CREATE FUNCTION styrbord.make_view(name name) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp SET client_min_messages = warning AS $$
BEGIN
	EXECUTE format('DROP VIEW IF EXISTS at.%I', name);
	EXECUTE format('CREATE VIEW at.%1$I WITH (security_invoker = true) AS SELECT %2$s FROM ('
	               'SELECT %2$s, ''infinity''::timestamptz AS valid_to FROM live.%1$I UNION ALL SELECT %2$s, valid_to FROM past.%1$I) AS versions '
	               'WHERE CASE WHEN valid_from <= (SELECT styrbord.at()) THEN valid_to > (SELECT styrbord.at()) ELSE false END', name, styrbord.columns_of(name));
END
$$;

-- The application may write only the columns that a person fills in. Numbers, versions and generated columns come from triggers; a
-- record never changes what it belongs to, since rights hang on that, and a subject never its code, which stands in addresses.
CREATE FUNCTION styrbord.make_privileges(name name) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp SET client_min_messages = warning AS $$
DECLARE
	t styrbord.record_table;
	inserted text;
	updated text;
BEGIN
	SELECT * INTO t FROM styrbord.record_table r WHERE r.name = make_privileges.name;
	EXECUTE format('ALTER TABLE live.%I ENABLE ROW LEVEL SECURITY', name);
	EXECUTE format('ALTER TABLE past.%I ENABLE ROW LEVEL SECURITY', name);
	SELECT string_agg(quote_ident(attname), ', '),
	       string_agg(quote_ident(attname), ', ') FILTER (WHERE attname NOT IN ('subject_id', 'project_id', 'report_id', 'role_id', 'term_id') AND NOT (attname = 'code' AND coalesce(t.is_subject, false))
	                                                      OR attname = 'project_id' AND t.is_subject OR attname = 'role_id' AND make_privileges.name = 'assignment')
	  INTO inserted, updated
	  FROM pg_attribute WHERE attrelid = format('live.%I', name)::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
	   AND attname NOT IN ('id', 'n', 'version', 'valid_from', 'changed_by');
	EXECUTE format('REVOKE ALL ON live.%I FROM styrbord_app', name);
	EXECUTE format('GRANT SELECT, DELETE, INSERT (%2$s) ON live.%1$I TO styrbord_app', name, inserted);
	IF updated IS NOT NULL THEN
		EXECUTE format('GRANT UPDATE (%2$s) ON live.%1$I TO styrbord_app', name, updated);
	END IF;
	EXECUTE format('GRANT SELECT ON past.%1$I, at.%1$I TO styrbord_app', name);
END
$$;

-- What each column refers to, for history: its foreign keys, written down when the table is declared, since the catalogue is slow to ask.
CREATE TABLE styrbord.reference_column (
	name name NOT NULL, column_name name NOT NULL, target name NOT NULL,
	PRIMARY KEY (name, column_name)
);
ALTER TABLE styrbord.reference_column ENABLE ROW LEVEL SECURITY;
CREATE POLICY readable ON styrbord.reference_column FOR SELECT TO styrbord_app USING (true);
GRANT SELECT ON styrbord.reference_column TO styrbord_app;
CREATE FUNCTION styrbord.note_references(name name) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
	DELETE FROM styrbord.reference_column r WHERE r.name = note_references.name;
	INSERT INTO styrbord.reference_column
	SELECT DISTINCT ON (a.attname) note_references.name, a.attname, x.relname
	  FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1] JOIN pg_class x ON x.oid = c.confrelid
	 WHERE c.contype = 'f' AND c.conrelid = format('live.%I', note_references.name)::regclass AND a.attname NOT IN ('id', 'subject_id')
$$;
REVOKE ALL ON FUNCTION styrbord.note_references(name) FROM PUBLIC;

-- Gives live.TABLE its history, as 0001 did, or brings it up to date after the table has changed.
CREATE OR REPLACE FUNCTION styrbord.keep_history(name name) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp SET client_min_messages = warning AS $$
BEGIN
	PERFORM styrbord.make_past(name), styrbord.make_view(name), styrbord.make_remember(name), styrbord.make_privileges(name), styrbord.note_references(name);
	IF EXISTS (SELECT FROM styrbord.record_table t WHERE t.name = keep_history.name) THEN
		PERFORM styrbord.make_tell(name);
	END IF;
END
$$;

-- How a migration changes a table: `action` as after ALTER TABLE. A column is renamed, or gets another type, in the past as well; one that
-- is dropped stays there, and one that is added shows its default in older versions.
CREATE FUNCTION styrbord.alter_table(name name, action text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp SET client_min_messages = warning AS $$
BEGIN
	EXECUTE format('DROP VIEW IF EXISTS at.%I', name);
	EXECUTE format('ALTER TABLE live.%I %s', name, action);
	IF action ~* '^\s*RENAME\s+(COLUMN\s+)?\S+\s+TO' THEN
		EXECUTE format('ALTER TABLE past.%I %s', name, action);
	END IF;
	PERFORM styrbord.keep_history(name);
END
$$;
REVOKE ALL ON FUNCTION styrbord.make_past(name), styrbord.make_view(name), styrbord.make_privileges(name), styrbord.alter_table(name, text) FROM PUBLIC;

SELECT styrbord.keep_history(c.relname) FROM pg_class c WHERE c.relnamespace = 'live'::regnamespace AND c.relkind = 'r';
DROP FUNCTION styrbord.remember();
