-- Who sees and who writes which row. Nothing here means: nobody but the owner. What does not depend on the row stands in
-- (SELECT …), so that it is asked once a statement.

-- Everybody, which the planner knows and leaves out, or who is signed in.
CREATE OR REPLACE FUNCTION styrbord.readers() RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
	SELECT '(styrbord.reading_everyone() OR (SELECT styrbord.signed_in()))'
$$;

-- The condition of whatever hangs on a subject or is one, today: only the few that are closed are asked about, by a probe of their small
-- table. A scalar subquery, since NOT EXISTS is hashed once a table and statement, which costs a page of fifteen tables two fifths of its
-- rate; and not about live.subject, whose own policy would hide the row that hides. What the requester holds is asked for a closed row alone:
-- in a (SELECT …) of its own it would be made ready for every table of a statement, which costs a page a quarter of its rate. A subject that is
-- missing in `closed` is open: a test holds the two together.
CREATE OR REPLACE FUNCTION styrbord.not_closed(subject text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
	SELECT format('(SELECT c.scope && styrbord.held(''project.read_restricted'') FROM styrbord.closed c '
	              'WHERE c.subject_id = %s AND c.valid_to = ''infinity'') IS NOT FALSE', subject)
$$;
CREATE OR REPLACE FUNCTION styrbord.seen(subject text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
	SELECT styrbord.readers() || ' AND ' || styrbord.not_closed(subject)
$$;
-- An old version is seen by whoever sees the subject today and could see it all the while the version was valid: opening what was
-- closed publishes nothing of what was written before.
CREATE OR REPLACE FUNCTION styrbord.not_closed_then(subject text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
	-- An array, since an aggregate is dear to make ready.
	SELECT format('ARRAY(SELECT 1 FROM styrbord.closed c WHERE c.subject_id = %1$s AND (c.valid_to = ''infinity'' OR c.valid_from < %2$s.valid_to '
	              'AND c.valid_to > %2$s.valid_from) AND NOT c.scope && styrbord.held(''project.read_restricted'')) = ''{}''',
	              subject, split_part(subject, '.', 1))
$$;
CREATE OR REPLACE FUNCTION styrbord.seen_then(subject text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
	SELECT styrbord.readers() || ' AND ' || styrbord.not_closed_then(subject)
$$;
-- For staff where everybody reads, if the configuration speaks of it.
CREATE OR REPLACE FUNCTION styrbord.part_seen(name text) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
	SELECT CASE WHEN EXISTS (SELECT FROM styrbord.visibility v WHERE v.part = name) THEN format(' AND (SELECT styrbord.sees(%L))', name) ELSE '' END
$$;

-- A row names only what its writer sees: what is hidden is refused with the very error of what is not there, or anybody who may
-- write could ask for existence by number. TG_ARGV: column, table. Not SECURITY DEFINER: the policies of the writer decide.
CREATE OR REPLACE FUNCTION styrbord.names_visible() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	named CONSTANT bigint := (to_jsonb(NEW) ->> TG_ARGV[0])::bigint;
	seen boolean;
BEGIN
	IF named IS NULL OR TG_OP = 'UPDATE' AND to_jsonb(OLD) ->> TG_ARGV[0] = named::text THEN
		RETURN NEW;
	END IF;
	EXECUTE format('SELECT EXISTS (SELECT FROM live.%I WHERE id = $1)', TG_ARGV[1]) INTO seen USING named;
	IF NOT seen THEN
		RAISE EXCEPTION 'There is no such %.', TG_ARGV[1] USING ERRCODE = 'foreign_key_violation', COLUMN = TG_ARGV[0];
	END IF;
	RETURN NEW;
END
$$;
REVOKE ALL ON FUNCTION styrbord.names_visible() FROM PUBLIC;

-- Every foreign key to what may be hidden gets that trigger.
CREATE OR REPLACE FUNCTION styrbord.watch_names(name name) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp SET client_min_messages = warning AS $$
DECLARE
	k record;
BEGIN
	EXECUTE format('DROP TRIGGER IF EXISTS names_visible ON live.%I', name);
	FOR k IN
		SELECT a.attname AS column_name, x.relname AS target
		  FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1] JOIN pg_class x ON x.oid = c.confrelid
		 WHERE c.contype = 'f' AND c.conrelid = format('live.%I', watch_names.name)::regclass AND a.attname NOT IN ('id', 'subject_id')
		   AND (x.relname = 'subject' OR x.relname IN (SELECT t.name FROM styrbord.record_table t WHERE t.subject IS NOT NULL AND t.name <> 'organisation'))
	LOOP
		EXECUTE format('CREATE OR REPLACE TRIGGER %I BEFORE INSERT OR UPDATE OF %I ON live.%I FOR EACH ROW EXECUTE FUNCTION styrbord.names_visible(%L, %L)',
		               'names_visible_' || k.column_name, k.column_name, name, k.column_name, k.target);
	END LOOP;
END
$$;

-- The policies of a table that a migration declared (0007). What is special is said below, after it.
CREATE OR REPLACE FUNCTION styrbord.guard(name name) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp SET client_min_messages = warning AS $$
DECLARE
	t styrbord.record_table;
BEGIN
	SELECT * INTO STRICT t FROM styrbord.record_table r WHERE r.name = guard.name;
	PERFORM styrbord.watch_names(name);
	IF t.subject IS NULL THEN
		PERFORM styrbord.readable(name, styrbord.readers() || styrbord.part_seen(name));
		IF t.may_write IS NOT NULL THEN
			PERFORM styrbord.writable(name, format('(SELECT styrbord.may(%L))', t.may_write));
		END IF;
	ELSE
		PERFORM styrbord.guard_of_subject(t);
	END IF;
	IF to_regprocedure(format('styrbord.%I()', 'guard_' || name)) IS NOT NULL THEN
		EXECUTE format('SELECT styrbord.%I()', 'guard_' || name);
	END IF;
END
$$;
CREATE OR REPLACE FUNCTION styrbord.guard_of_subject(t styrbord.record_table) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp SET client_min_messages = warning AS $$
DECLARE
	name CONSTANT name := t.name;
	subject CONSTANT text := quote_ident(t.name) || '.' || quote_ident(t.subject);
	here text;
BEGIN
	PERFORM styrbord.readable(name, styrbord.seen(subject) || styrbord.part_seen(name), styrbord.seen_then(subject) || styrbord.part_seen(name));
	IF t.is_subject THEN
		-- By the row's values: the registry's row is written in the same command. The row as it will be is asked as well: nobody moves
		-- a subject out of the reach of their own grant.
		here := format('styrbord.may_here(%%L, %s, %s, %s)', '%s', replace(t.parent, 'NEW.', ''), replace(t.owner, 'NEW.', ''));
		PERFORM styrbord.writable(name, format(here, t.may_write, 'id'),
			insert_condition => format(here, coalesce(t.may_create, t.may_write), 'NULL::bigint'),
			delete_condition => format(here, coalesce(t.may_remove, t.may_write), 'id'));
	ELSIF t.may_write = 'edit' THEN
		PERFORM styrbord.writable(name, format('styrbord.may_edit(%s)', subject));
	ELSIF t.may_write IS NOT NULL THEN
		PERFORM styrbord.writable(name, format('styrbord.may(%L, %s)', t.may_write, subject));
	END IF;
END
$$;
-- Special policies: guard_T() comes after the general ones of T, whoever makes them.

-- A change request is for everybody once it is submitted, until then for those who take part; and what it asks for with it, money for whom money is.
CREATE OR REPLACE FUNCTION styrbord.guard_change_request() RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	more CONSTANT text := ' AND (state <> ''draft'' OR (SELECT styrbord.reach(''project.read_restricted'')) <> ''none'' AND styrbord.may(''project.read_restricted'', change_request.subject_id))';
BEGIN
	PERFORM styrbord.readable('change_request', styrbord.seen('change_request.subject_id') || more, styrbord.seen_then('change_request.subject_id') || more);
END
$$;
CREATE OR REPLACE FUNCTION styrbord.guard_with_request(name name, more text DEFAULT '') RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	its CONSTANT text := format(' AND EXISTS (SELECT FROM live.change_request q WHERE q.id = %I.request_id)', name) || more;
BEGIN
	PERFORM styrbord.readable(name, styrbord.seen(name || '.subject_id') || its, styrbord.seen_then(name || '.subject_id') || its);
END
$$;
CREATE OR REPLACE FUNCTION styrbord.guard_alternative() RETURNS void
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
	SELECT styrbord.guard_with_request('alternative')
$$;
CREATE OR REPLACE FUNCTION styrbord.guard_requested_change() RETURNS void
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
	SELECT styrbord.guard_with_request('requested_change', ' AND (field NOT IN (''cost_frame'', ''released'') OR (SELECT styrbord.sees(''money'')))')
$$;

-- A report is for everybody once it is published; until then for those who take part. Each old version by the state
-- that it had: the drafts of a published report stay drafts.
CREATE OR REPLACE FUNCTION styrbord.guard_status_report() RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	more CONSTANT text := ' AND (state = ''published'' OR (SELECT styrbord.reach(''project.read_restricted'')) <> ''none'' AND '
		'styrbord.may(''project.read_restricted'', status_report.subject_id))' || styrbord.part_seen('status_report');
BEGIN
	PERFORM styrbord.readable('status_report', styrbord.seen('status_report.subject_id') || more, styrbord.seen_then('status_report.subject_id') || more);
	PERFORM styrbord.writable('status_report',
		condition => 'styrbord.may(''report.write'', subject_id)',
		new_condition => 'styrbord.may(CASE state WHEN ''published'' THEN ''report.publish'' ELSE ''report.write'' END, subject_id)');
END
$$;
-- A relation is seen by who sees both its ends: that something hidden is named would be said by a row without it.
CREATE OR REPLACE FUNCTION styrbord.guard_relation() RETURNS void
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
	SELECT styrbord.readable('relation', styrbord.seen('relation.subject_id') || ' AND ' || styrbord.not_closed('relation.other_id'),
		styrbord.seen_then('relation.subject_id') || ' AND ' || styrbord.not_closed_then('relation.other_id'))
$$;
-- Both sides write a dependency; which columns each, a trigger watches (030_triggers.sql).
CREATE OR REPLACE FUNCTION styrbord.guard_dependency() RETURNS void
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
	SELECT styrbord.writable('dependency',
		condition => 'styrbord.may(''project.edit'', subject_id) OR styrbord.may(''dependency.agree'', provider_project_id)',
		insert_condition => 'styrbord.may(''project.edit'', subject_id)',
		delete_condition => 'styrbord.may(''project.edit'', subject_id)')
$$;
-- Who rolls out and whom it reaches both write a rollout, and how far one has come: these of what they see, and not of what is hidden.
CREATE OR REPLACE FUNCTION styrbord.guard_rollout() RETURNS void
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
	SELECT styrbord.writable('rollout', 'styrbord.may(''rollout.edit'', subject_id) OR styrbord.may(''rollout.edit'', organisation_id) '
		'AND EXISTS (SELECT FROM live.subject s WHERE s.id = rollout.subject_id)')
$$;
CREATE OR REPLACE FUNCTION styrbord.guard_adaptation_state() RETURNS void
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
	SELECT styrbord.writable('adaptation_state', 'styrbord.may(''adaptation.edit'', subject_id) OR styrbord.may(''adaptation.edit'', organisation_id) '
		'AND EXISTS (SELECT FROM live.subject s WHERE s.id = adaptation_state.subject_id)')
$$;
-- Who asks writes answers for those who have no account; and the project that is asked answers for itself.
CREATE OR REPLACE FUNCTION styrbord.guard_answer() RETURNS void
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
	SELECT styrbord.readable('answer', styrbord.seen('answer.subject_id') || ' AND ' || styrbord.not_closed('answer.about_id'),
		styrbord.seen_then('answer.subject_id') || ' AND ' || styrbord.not_closed_then('answer.about_id'));
	SELECT styrbord.writable('answer', 'styrbord.may(''survey.answer'', subject_id) OR styrbord.may(''survey.answer'', about_id) '
		'AND EXISTS (SELECT FROM live.subject s WHERE s.id = answer.subject_id)')
$$;
-- What names something that may be hidden is seen by who sees both; that it is named would be said by a row without it.
CREATE OR REPLACE FUNCTION styrbord.guard_both(name name, other text) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
	SELECT styrbord.readable(name, styrbord.seen(name || '.subject_id') || ' AND ' || styrbord.not_closed(name || '.' || other),
		styrbord.seen_then(name || '.subject_id') || ' AND ' || styrbord.not_closed_then(name || '.' || other))
$$;
CREATE OR REPLACE FUNCTION styrbord.guard_interface_project() RETURNS void
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$ SELECT styrbord.guard_both('interface_project', 'other_id') $$;
CREATE OR REPLACE FUNCTION styrbord.guard_content_area_project() RETURNS void
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$ SELECT styrbord.guard_both('content_area_project', 'other_id') $$;
CREATE OR REPLACE FUNCTION styrbord.guard_member_rule() RETURNS void
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$ SELECT styrbord.guard_both('member_rule', 'below_id') $$;
-- Who may put people into roles may write down people who have no account, and where those work who have one; what else is said of
-- these is the directory's (trigger of_the_directory).
CREATE OR REPLACE FUNCTION styrbord.guard_person() RETURNS void
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
	SELECT styrbord.writable('person', may, NULL, without_account || may, without_account || may)
	  FROM (VALUES ('(SELECT styrbord.reach(''person.edit'')) <> ''none''', 'directory_id IS NULL AND account = '''' AND ')) AS said (may, without_account)
$$;
-- An organisation's own words are its own to choose.
CREATE OR REPLACE FUNCTION styrbord.guard_term_label() RETURNS void
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
	SELECT styrbord.writable('term_label', 'CASE WHEN organisation_id IS NULL THEN (SELECT styrbord.may(''term.edit'')) ELSE styrbord.may(''organisation.edit'', organisation_id) END')
$$;
REVOKE ALL ON FUNCTION styrbord.guard_status_report(), styrbord.guard_relation(), styrbord.guard_dependency(), styrbord.guard_rollout(), styrbord.guard_adaptation_state(), styrbord.guard_answer(), styrbord.guard_change_request(), styrbord.guard_with_request(name, text), styrbord.guard_alternative(), styrbord.guard_requested_change(), styrbord.guard_both(name, text), styrbord.guard_interface_project(), styrbord.guard_content_area_project(), styrbord.guard_member_rule(), styrbord.guard_person(), styrbord.guard_term_label() FROM PUBLIC;

SELECT styrbord.guard(name) FROM styrbord.record_table;
SELECT styrbord.readable('subject', styrbord.seen('subject.id'), styrbord.seen_then('subject.id'));
SELECT styrbord.readable('standing', styrbord.seen('standing.subject_id'), styrbord.seen_then('standing.subject_id'));

-- What of what everybody reads is for staff: record types, 'mail', 'money'. By `styrbord migrate`, from the configuration. True when it differed.
CREATE OR REPLACE FUNCTION styrbord.set_visibility(for_staff text[]) RETURNS boolean
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	unknown text;
	changed int;
	part text;
BEGIN
	SELECT p INTO unknown FROM unnest(for_staff) AS p WHERE p NOT IN ('', 'mail', 'money') AND NOT EXISTS (SELECT FROM styrbord.record_table t WHERE t.name = p) LIMIT 1;
	IF 'translation' = ANY (for_staff) THEN
		RAISE EXCEPTION 'The option for_staff names translation, which is seen by whoever sees what is translated.'
			USING HINT = 'It takes the names of record types, such as risk, and mail and money.';
	END IF;
	IF unknown IS NOT NULL THEN
		RAISE EXCEPTION 'The option for_staff names %, which is no record type.', unknown
			USING HINT = 'It takes the names of record types, such as risk, and mail and money.';
	END IF;
	FOR part IN INSERT INTO styrbord.visibility SELECT p, 'staff' FROM unnest(for_staff) AS p WHERE p <> '' ON CONFLICT DO NOTHING RETURNING visibility.part LOOP
		IF part NOT IN ('mail', 'money') THEN
			PERFORM styrbord.guard(part::name);
		END IF;
		changed := 1;
	END LOOP;
	UPDATE styrbord.visibility v SET visibility = CASE WHEN v.part = ANY (for_staff) THEN 'staff' ELSE 'public' END
	 WHERE v.visibility <> CASE WHEN v.part = ANY (for_staff) THEN 'staff' ELSE 'public' END;
	RETURN FOUND OR changed IS NOT NULL;
END
$$;
REVOKE ALL ON FUNCTION styrbord.set_visibility(text[]) FROM PUBLIC;

-- The log: a row is seen by who sees that version of the record; and the version itself, for history. Both run as the asker: the policies of the
-- record's own table decide. A branch a table, written out, so that each is planned once a connection and not for every row.
CREATE OR REPLACE FUNCTION styrbord.make_versions() RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp SET client_min_messages = warning AS $make$
DECLARE
	seen text := '';
	version text := '';
	t record;
BEGIN
	FOR t IN SELECT r.name FROM styrbord.record_table r ORDER BY r.name LOOP
		seen := seen || format($f$
	WHEN %1$L THEN
		IF what = 'removed' THEN
			RETURN EXISTS (SELECT FROM past.%1$I v WHERE v.id = version_seen.record_id AND v.valid_to = version_seen.at);
		END IF;
		RETURN EXISTS (SELECT FROM live.%1$I v WHERE v.id = version_seen.record_id AND v.valid_from = version_seen.at) OR EXISTS (SELECT FROM past.%1$I v WHERE v.id = version_seen.record_id AND v.valid_from = version_seen.at);$f$, t.name);
		version := version || format($f$
	WHEN %1$L THEN
		IF began IS NULL THEN
			RETURN (SELECT pg_catalog.to_jsonb(v) FROM past.%1$I v WHERE v.id = version_at.record_id AND v.valid_to = version_at.ended);
		END IF;
		RETURN coalesce((SELECT pg_catalog.to_jsonb(v) FROM live.%1$I v WHERE v.id = version_at.record_id AND v.valid_from = version_at.began),
		                (SELECT pg_catalog.to_jsonb(v) FROM past.%1$I v WHERE v.id = version_at.record_id AND v.valid_from = version_at.began));$f$, t.name);
	END LOOP;
	EXECUTE format($f$CREATE OR REPLACE FUNCTION styrbord.version_seen(type text, record_id bigint, what text, at timestamptz) RETURNS boolean
LANGUAGE plpgsql STABLE COST 10000 AS $body$
BEGIN
	CASE type %s
	ELSE
		RETURN false;
	END CASE;
END
$body$ $f$, seen);
	EXECUTE format($f$CREATE OR REPLACE FUNCTION styrbord.version_at(type text, record_id bigint, began timestamptz, ended timestamptz) RETURNS jsonb
LANGUAGE plpgsql STABLE COST 10000 AS $body$
BEGIN
	CASE type %s
	ELSE
		RETURN NULL;
	END CASE;
END
$body$ $f$, version);
	REVOKE ALL ON FUNCTION styrbord.version_seen(text, bigint, text, timestamptz), styrbord.version_at(text, bigint, timestamptz, timestamptz) FROM PUBLIC;
	GRANT EXECUTE ON FUNCTION styrbord.version_seen(text, bigint, text, timestamptz), styrbord.version_at(text, bigint, timestamptz, timestamptz) TO styrbord_app;
END
$make$;
REVOKE ALL ON FUNCTION styrbord.make_versions() FROM PUBLIC;
SELECT styrbord.make_versions();
DROP POLICY IF EXISTS readable ON styrbord.change;
CREATE POLICY readable ON styrbord.change FOR SELECT TO styrbord_app USING (styrbord.version_seen(type, record_id, what, at));

REVOKE ALL ON FUNCTION styrbord.readers(), styrbord.not_closed(text), styrbord.seen(text), styrbord.not_closed_then(text), styrbord.seen_then(text), styrbord.part_seen(text), styrbord.watch_names(name), styrbord.guard(name),
	styrbord.guard_of_subject(styrbord.record_table) FROM PUBLIC;
