-- What was removed may come back: the same record, under its number, its history joined.
--
-- An ordinary INSERT of the record's fields, by whoever may write them, continues a removed one when the transaction says which
-- (styrbord.continues, 033_restored.sql). So that every check is the ordinary one.

ALTER TABLE styrbord.change DROP CONSTRAINT change_what_check;
ALTER TABLE styrbord.change ADD CONSTRAINT change_what_check CHECK (what IN ('created', 'changed', 'removed', 'restored'));

-- Made anew by 033_restored.sql; it stands here since triggers want a function.
CREATE FUNCTION styrbord.continues() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
REVOKE ALL ON FUNCTION styrbord.continues() FROM PUBLIC;

-- Before every write: the version counts up, the old row goes to `past`. SECURITY DEFINER, since the application has no right to write
-- there: nobody forges history.
CREATE OR REPLACE FUNCTION styrbord.make_remember(name name) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp SET client_min_messages = warning AS $make$
DECLARE
	before text := '';
BEGIN
	-- What follows from others, as where a project stands, has no id and is never restored.
	IF EXISTS (SELECT FROM pg_attribute WHERE attrelid = format('live.%I', name)::regclass AND attname = 'id') THEN
		before := format(' + coalesce((SELECT max(v.version) FROM past.%I v WHERE v.id = NEW.id), 0)', name);
	END IF;
	EXECUTE format($f$
CREATE OR REPLACE FUNCTION styrbord.%1$I() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
DECLARE
	moment timestamptz := styrbord.moment();
BEGIN
	IF TG_OP = 'INSERT' THEN
		-- What was removed and comes back counts on: no version is given twice.
		NEW.version := 1%5$s;
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
$body$ $f$, 'remember_' || name, name, styrbord.columns_of(name), styrbord.columns_of(name, 'OLD.'), before);
	EXECUTE format('REVOKE ALL ON FUNCTION styrbord.%I() FROM PUBLIC', 'remember_' || name);
	EXECUTE format('CREATE OR REPLACE TRIGGER remember BEFORE INSERT OR UPDATE OR DELETE ON live.%I FOR EACH ROW EXECUTE FUNCTION styrbord.%I()',
	               name, 'remember_' || name);
	EXECUTE format($f$CREATE OR REPLACE TRIGGER a_continues BEFORE INSERT ON live.%I FOR EACH ROW
		WHEN (current_setting('styrbord.continues', true) <> '') EXECUTE FUNCTION styrbord.continues()$f$, name);
END
$make$;

-- After every write: the log, and what was touched. Where a row names no subject, or what rights hang on has changed, everything is.
CREATE OR REPLACE FUNCTION styrbord.make_tell(name name) RETURNS void
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
		VALUES (%2$L, NEW.id, %3$s, %5$s, CASE WHEN TG_OP = 'UPDATE' THEN 'changed' WHEN NEW.version > 1 THEN 'restored' ELSE 'created' END, NEW.valid_from, NEW.changed_by)
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

-- The log, from what is there: what began again was restored, and removed before.
CREATE OR REPLACE FUNCTION styrbord.remake_change(name name) RETURNS void
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
			SELECT v.id, v.n, v.subject_id, CASE WHEN EXISTS (SELECT FROM past.%1$I o WHERE o.id = v.id AND o.valid_to = v.valid_from) THEN 'changed'
			       WHEN EXISTS (SELECT FROM past.%1$I o WHERE o.id = v.id AND o.valid_to < v.valid_from) THEN 'restored' ELSE 'created' END AS what,
			       v.valid_from AS at, v.changed_by AS by FROM v
			UNION ALL
			SELECT v.id, v.n, v.subject_id, 'removed', v.valid_to, v.ended_by FROM v
			 WHERE v.valid_to IS NOT NULL AND NOT EXISTS (SELECT FROM v w WHERE w.id = v.id AND w.valid_from = v.valid_to)) AS x
		 WHERE at IS NOT NULL ORDER BY at, id ON CONFLICT DO NOTHING $f$,
		name, numbered, CASE WHEN t.subject IS NULL THEN 'NULL::bigint' ELSE 'v.' || quote_ident(t.subject) END);
END
$$;

SELECT styrbord.make_remember(c.relname) FROM pg_class c WHERE c.relnamespace = 'live'::regnamespace AND c.relkind = 'r';
SELECT styrbord.make_tell(t.name) FROM styrbord.record_table t;

-- A correction may leave a field empty.
SELECT styrbord.alter_table('correction', 'ALTER COLUMN after SET DEFAULT ''''');
