-- What holds for every writer, the owner's loader included. Triggers of a row fire in the order of their names, and all
-- of these come before `remember`, which closes the version: it sees final values (a test watches the order).
--
-- Errors that the application tells apart:
--   SB001  what is published or submitted is frozen       SB004  only a published report has corrections
--   SB002  a subject would be below itself                SB005  a correction of a field or to a value that cannot be
--   SB003  the tree would be too deep         SB006  a step that the life of a report or a change request does not have
--   SB008  what a change request asks to change has become another (031_deciding.sql)
-- They are SECURITY DEFINER where they must look at rows that the writer may not see.

-- n counts up within the parent (TG_ARGV[0] its column, TG_ARGV[1] its table) and is never used twice, since addresses
-- carry it: a deleted record's number stays taken. The parent row is the queue for two writers at once.
CREATE OR REPLACE FUNCTION styrbord.number_within() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	parent bigint := (to_jsonb(NEW) ->> TG_ARGV[0])::bigint;
	again boolean := false;
BEGIN
	-- What was removed and comes back (033_restored.sql) has its number.
	IF NEW.n IS NOT NULL THEN
		EXECUTE format('SELECT EXISTS (SELECT FROM past.%I v WHERE v.id = $1 AND v.n = $2)', TG_TABLE_NAME) INTO again USING NEW.id, NEW.n;
	END IF;
	IF again THEN
		RETURN NEW;
	END IF;
	EXECUTE format('SELECT FROM live.%I WHERE id = $1 FOR NO KEY UPDATE', TG_ARGV[1]) USING parent;
	EXECUTE format('SELECT 1 + greatest((SELECT max(n) FROM live.%1$I WHERE %2$I = $1), (SELECT max(n) FROM past.%1$I WHERE %2$I = $1), 0)',
	               TG_TABLE_NAME, TG_ARGV[0]) INTO NEW.n USING parent;
	RETURN NEW;
END
$$;

-- What hangs on a subject hangs on one of these types (TG_ARGV).
CREATE OR REPLACE FUNCTION styrbord.hangs_on() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	IF NOT EXISTS (SELECT FROM live.subject s WHERE s.id = NEW.subject_id AND s.type = ANY (TG_ARGV)) THEN
		RAISE EXCEPTION 'A % does not hang on this.', TG_TABLE_NAME USING ERRCODE = 'foreign_key_violation', COLUMN = 'subject_id';
	END IF;
	RETURN NEW;
END
$$;

-- A word of a list (TG_ARGV: column, list). What stands there already may stay, though nobody chooses it any more.
CREATE OR REPLACE FUNCTION styrbord.is_term() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	word CONSTANT text := to_jsonb(NEW) ->> TG_ARGV[0];
BEGIN
	IF word IS NULL OR TG_OP = 'UPDATE' AND to_jsonb(OLD) ->> TG_ARGV[0] = word THEN
		RETURN NEW;
	END IF;
	IF NOT EXISTS (SELECT FROM live.term t WHERE t.list = TG_ARGV[1] AND t.code = word AND NOT t.retired) THEN
		RAISE EXCEPTION '% is no word of the list %.', word, TG_ARGV[1]
			USING ERRCODE = 'check_violation', CONSTRAINT = TG_TABLE_NAME || '_' || TG_ARGV[0] || '_term', COLUMN = TG_ARGV[0];
	END IF;
	RETURN NEW;
END
$$;

-- The tree stays a tree, at most 16 levels deep.
CREATE OR REPLACE FUNCTION styrbord.subject_no_cycle() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	above int;
	below int;
BEGIN
	IF NEW.parent_id IS NULL OR TG_OP = 'UPDATE' AND NEW.parent_id IS NOT DISTINCT FROM OLD.parent_id THEN
		RETURN NEW;
	END IF;
	-- Two moves at once could close a circle that neither of them sees.
	PERFORM pg_advisory_xact_lock(hashtext('styrbord tree'));
	IF EXISTS (
		WITH RECURSIVE up (id, depth) AS (
			SELECT NEW.parent_id, 1
			UNION ALL
			SELECT p.parent_id, u.depth + 1 FROM up u JOIN live.subject p ON p.id = u.id WHERE p.parent_id IS NOT NULL AND u.depth < 32)
		SELECT FROM up WHERE id = NEW.id)
	THEN
		RAISE EXCEPTION '% % cannot be placed below itself.', initcap(NEW.type), NEW.code
			USING ERRCODE = 'SB002', CONSTRAINT = NEW.type || '_no_cycle', COLUMN = 'parent_id', HINT = 'Choose a parent that is not below it.';
	END IF;
	WITH RECURSIVE up (id, depth) AS (
		SELECT NEW.parent_id, 1
		UNION ALL
		SELECT p.parent_id, u.depth + 1 FROM up u JOIN live.subject p ON p.id = u.id WHERE p.parent_id IS NOT NULL AND u.depth < 32)
	SELECT max(depth) INTO above FROM up;
	WITH RECURSIVE down (id, depth) AS (
		SELECT NEW.id, 1
		UNION ALL
		SELECT p.id, d.depth + 1 FROM down d JOIN live.subject p ON p.parent_id = d.id WHERE d.depth < 32)
	SELECT max(depth) INTO below FROM down;
	IF above + below > 16 THEN
		RAISE EXCEPTION '% % would stand on level % of the tree; 16 is the deepest.', initcap(NEW.type), NEW.code, above + below
			USING ERRCODE = 'SB003', CONSTRAINT = NEW.type || '_not_too_deep', COLUMN = 'parent_id', HINT = 'Choose a parent higher up.';
	END IF;
	RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER no_cycle BEFORE INSERT OR UPDATE ON live.subject
	FOR EACH ROW EXECUTE FUNCTION styrbord.subject_no_cycle();

-- A body of a project is below that project in the tree, and may be part of another body besides.
CREATE OR REPLACE FUNCTION styrbord.body_no_cycle() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	PERFORM pg_advisory_xact_lock(hashtext('styrbord tree'));
	IF EXISTS (
		WITH RECURSIVE up (id, depth) AS (
			SELECT NEW.parent_id, 1
			UNION ALL
			SELECT b.parent_id, u.depth + 1 FROM up u JOIN live.body b ON b.id = u.id WHERE b.parent_id IS NOT NULL AND u.depth < 32)
		SELECT FROM up WHERE id = NEW.id OR depth > 16)
	THEN
		RAISE EXCEPTION 'Body % cannot be part of itself.', NEW.code
			USING ERRCODE = 'SB002', CONSTRAINT = 'body_no_cycle', COLUMN = 'parent_id', HINT = 'Choose a body that is not part of it.';
	END IF;
	RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER no_cycle BEFORE INSERT OR UPDATE OF parent_id ON live.body
	FOR EACH ROW WHEN (NEW.parent_id IS NOT NULL) EXECUTE FUNCTION styrbord.body_no_cycle();

-- Records keep a word's code, and look for it in its list.
CREATE OR REPLACE FUNCTION styrbord.term_stays() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	RAISE EXCEPTION 'The word % stays in its list.', OLD.code USING ERRCODE = 'check_violation', CONSTRAINT = 'term_list_stays', HINT = 'Retire it, and make another.';
END
$$;
CREATE OR REPLACE TRIGGER list_stays BEFORE UPDATE OF list ON live.term FOR EACH ROW WHEN (OLD.list <> NEW.list) EXECUTE FUNCTION styrbord.term_stays();

-- draft → submitted → published, and submitted → draft when it is returned. Content changes in drafts only.
CREATE OR REPLACE FUNCTION styrbord.status_report_life() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	-- What this trigger and `remember` fill is not content.
	kept CONSTANT text[] := ARRAY['state', 'written_by', 'submitted_at', 'submitted_by', 'published_at', 'published_by', 'version', 'valid_from',
		'changed_by', 'n'];
BEGIN
	IF TG_OP <> 'DELETE' AND NEW.reported_on > styrbord.moment()::date THEN
		RAISE EXCEPTION 'A status report of % lies ahead.', NEW.reported_on
			USING ERRCODE = '23514', CONSTRAINT = 'status_report_not_ahead', COLUMN = 'reported_on';
	END IF;
	IF TG_OP = 'INSERT' THEN
		IF NEW.state <> 'draft' THEN
			RAISE EXCEPTION 'A new status report is a draft.' USING ERRCODE = 'SB006', COLUMN = 'state';
		END IF;
		NEW.written_by := coalesce(styrbord.person(), NEW.written_by);
		NEW.submitted_at := NULL;
		NEW.submitted_by := NULL;
		NEW.published_at := NULL;
		NEW.published_by := NULL;
		RETURN NEW;
	END IF;
	IF TG_OP = 'DELETE' THEN
		-- With its project a report goes in any state; the project's row is gone already then.
		IF OLD.state <> 'draft' AND EXISTS (SELECT FROM live.subject WHERE id = OLD.subject_id) THEN
			RAISE EXCEPTION 'Status report % is % and cannot be deleted.', OLD.n, OLD.state USING ERRCODE = 'SB001';
		END IF;
		RETURN OLD;
	END IF;
	IF OLD.state = 'published' THEN
		RAISE EXCEPTION 'Status report % is published and cannot be changed.', OLD.n
			USING ERRCODE = 'SB001', HINT = 'Add a correction to it.';
	END IF;
	IF (OLD.state, NEW.state) NOT IN (('draft', 'draft'), ('draft', 'submitted'), ('submitted', 'submitted'), ('submitted', 'published'),
	                                  ('submitted', 'draft')) THEN
		RAISE EXCEPTION 'A status report does not go from % to %.', OLD.state, NEW.state
			USING ERRCODE = 'SB006', COLUMN = 'state', HINT = 'A draft is submitted, and a submitted report published or returned.';
	END IF;
	IF OLD.state = 'submitted' AND NEW.state <> 'draft' AND to_jsonb(NEW) - kept IS DISTINCT FROM to_jsonb(OLD) - kept THEN
		RAISE EXCEPTION 'Status report % is submitted and cannot be changed.', OLD.n
			USING ERRCODE = 'SB001', HINT = 'Return it to its author first.';
	END IF;
	NEW.written_by := OLD.written_by;
	NEW.submitted_at := CASE WHEN NEW.state = 'draft' THEN NULL WHEN OLD.state = 'draft' THEN styrbord.moment() ELSE OLD.submitted_at END;
	NEW.submitted_by := CASE WHEN NEW.state = 'draft' THEN NULL WHEN OLD.state = 'draft' THEN coalesce(styrbord.person(), NEW.submitted_by) ELSE OLD.submitted_by END;
	NEW.published_at := CASE WHEN NEW.state = 'published' THEN styrbord.moment() END;
	NEW.published_by := CASE WHEN NEW.state = 'published' THEN coalesce(styrbord.person(), NEW.published_by) END;
	RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER life BEFORE INSERT OR UPDATE OR DELETE ON live.status_report
	FOR EACH ROW EXECUTE FUNCTION styrbord.status_report_life();

-- A part of a service is added by who edits that service: a hidden one below it would hold it fast. Asked of the asker, not of the loader.
CREATE OR REPLACE FUNCTION styrbord.service_placed() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	IF NEW.parent_id IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.parent_id IS DISTINCT FROM OLD.parent_id) AND row_security_active('live.service')
	   AND NOT styrbord.may('service.edit', NEW.parent_id) THEN
		RAISE EXCEPTION 'A part is added by whoever edits the service.' USING ERRCODE = 'insufficient_privilege';
	END IF;
	RETURN NEW;
END
$$;
REVOKE ALL ON FUNCTION styrbord.service_placed() FROM PUBLIC;
CREATE OR REPLACE TRIGGER placed_below BEFORE INSERT OR UPDATE OF parent_id ON live.service FOR EACH ROW EXECUTE FUNCTION styrbord.service_placed();

-- What the directory says of a person is not changed by hand, and nobody is given an account by hand.
CREATE OR REPLACE FUNCTION styrbord.of_the_directory() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	IF row_security_active('live.person')
	   AND ((NEW.directory_id, NEW.account, NEW.active) IS DISTINCT FROM (OLD.directory_id, OLD.account, OLD.active)
	        OR OLD.directory_id IS NOT NULL AND (NEW.name, NEW.title, NEW.mail) IS DISTINCT FROM (OLD.name, OLD.title, OLD.mail)) THEN
		RAISE EXCEPTION 'The directory says this of a person.' USING ERRCODE = 'insufficient_privilege';
	END IF;
	RETURN NEW;
END
$$;
REVOKE ALL ON FUNCTION styrbord.of_the_directory() FROM PUBLIC;
CREATE OR REPLACE TRIGGER of_the_directory BEFORE UPDATE ON live.person FOR EACH ROW EXECUTE FUNCTION styrbord.of_the_directory();

-- What a report's field says, its corrections counted in.
CREATE OR REPLACE FUNCTION styrbord.corrected(report_id bigint, field text, written text) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
	SELECT coalesce((SELECT c.after FROM live.correction c WHERE c.report_id = corrected.report_id AND c.field = corrected.field
	                  ORDER BY c.n DESC LIMIT 1), written, '')
$$;

-- The project stands where its latest published report, as corrected, says that it stands.
CREATE OR REPLACE FUNCTION styrbord.stand(project bigint) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
	INSERT INTO live.standing AS s (subject_id, report_id, status_label, light, risk_level, delay_weeks, reported_on)
	SELECT r.subject_id, r.id, styrbord.corrected(r.id, 'status_label', r.status_label), styrbord.corrected(r.id, 'light', r.light),
	       styrbord.corrected(r.id, 'risk_level', r.risk_level),
	       nullif(styrbord.corrected(r.id, 'delay_weeks', r.delay_weeks::text), '')::int, dated.reported_on
	  FROM live.status_report r,
	       LATERAL (SELECT styrbord.corrected(r.id, 'reported_on', to_char(r.reported_on, 'YYYY-MM-DD'))::date AS reported_on) AS dated
	 WHERE r.subject_id = stand.project AND r.state = 'published'
	 ORDER BY dated.reported_on DESC, r.published_at DESC, r.n DESC LIMIT 1
	ON CONFLICT (subject_id) DO UPDATE SET
		report_id = excluded.report_id, status_label = excluded.status_label, light = excluded.light, risk_level = excluded.risk_level,
		delay_weeks = excluded.delay_weeks, reported_on = excluded.reported_on
	WHERE (s.report_id, s.status_label, s.light, s.risk_level, s.delay_weeks, s.reported_on) IS DISTINCT FROM
	      (excluded.report_id, excluded.status_label, excluded.light, excluded.risk_level, excluded.delay_weeks, excluded.reported_on)
$$;

CREATE OR REPLACE FUNCTION styrbord.standing_follows() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	PERFORM styrbord.stand(NEW.subject_id);
	RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER standing_follows AFTER UPDATE ON live.status_report
	FOR EACH ROW WHEN (NEW.state = 'published') EXECUTE FUNCTION styrbord.standing_follows();
CREATE OR REPLACE TRIGGER standing_follows AFTER INSERT ON live.correction
	FOR EACH ROW WHEN (NEW.field IN ('status_label', 'light', 'risk_level', 'delay_weeks', 'reported_on'))
	EXECUTE FUNCTION styrbord.standing_follows();

-- Could this field of a report have this value? The report's own row never takes it, so its constraints do not watch.
CREATE OR REPLACE FUNCTION styrbord.correctable(field text, value text) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET datestyle = 'ISO, YMD' AS $$
BEGIN
	CASE
	WHEN field = 'status_label' THEN RETURN EXISTS (SELECT FROM live.term t WHERE t.list = 'status_label' AND t.code = value AND NOT t.retired);
	WHEN field = 'light' THEN RETURN value IN ('green', 'yellow', 'red');
	WHEN field = 'risk_level' THEN RETURN value IN ('low', 'medium', 'high');
	WHEN field IN ('progress_light', 'economy_light', 'quality_light', 'scope_light', 'risk_light', 'benefit_light') THEN
		RETURN value IN ('', 'green', 'yellow', 'red');
	WHEN field = 'delay_weeks' THEN RETURN value = '' OR value ~ '^[0-9]{1,3}$' AND value::int <= 520;
	WHEN field = 'reported_on' THEN RETURN value ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' AND value::date IS NOT NULL;
	WHEN field = 'decision_by' THEN RETURN value = '' OR value ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' AND value::date IS NOT NULL;
	WHEN field = 'decision_from' THEN RETURN char_length(value) <= 200;
	WHEN field = 'summary' THEN RETURN char_length(value) BETWEEN 1 AND 10000;
	WHEN field IN ('causes', 'going_well', 'coming_next', 'risk_text') THEN RETURN char_length(value) <= 10000;
	WHEN field IN ('decision_needed', 'progress_text', 'economy_text', 'quality_text', 'scope_text', 'benefit_text') THEN RETURN char_length(value) <= 2000;
	ELSE RETURN false;
	END CASE;
EXCEPTION WHEN data_exception THEN
	RETURN false;  -- 2026-02-30
END
$$;

-- The correction log of a published report only grows. What stood there before is taken from the report, not believed.
CREATE OR REPLACE FUNCTION styrbord.correction_log() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET datestyle = 'ISO, YMD' AS $$
DECLARE
	report live.status_report;
BEGIN
	IF TG_OP <> 'INSERT' THEN
		IF TG_OP = 'UPDATE' OR EXISTS (SELECT FROM live.subject WHERE id = OLD.subject_id) THEN
			RAISE EXCEPTION 'A correction stays as it was written.' USING ERRCODE = 'SB001', HINT = 'Add another correction.';
		END IF;
		RETURN OLD;
	END IF;
	-- Locked, so that of two corrections at once the second sees the first.
	SELECT * INTO report FROM live.status_report WHERE id = NEW.report_id FOR NO KEY UPDATE;
	IF report.state IS DISTINCT FROM 'published' THEN
		RAISE EXCEPTION 'Only a published status report is corrected.'
			USING ERRCODE = 'SB004', HINT = 'Change the draft itself.';
	END IF;
	IF styrbord.correctable(NEW.field, NEW.after) IS NOT TRUE THEN
		RAISE EXCEPTION 'The field % of a status report cannot become this.', NEW.field USING ERRCODE = 'SB005', COLUMN = 'after';
	END IF;
	IF NEW.field = 'delay_weeks' AND NEW.after <> '' THEN
		NEW.after := NEW.after::int::text;
	END IF;
	NEW.subject_id := report.subject_id;
	NEW.before := styrbord.corrected(report.id, NEW.field, to_jsonb(report) ->> NEW.field);
	IF NEW.before = NEW.after THEN
		RAISE EXCEPTION 'The field % says this already.', NEW.field USING ERRCODE = 'SB005', CONSTRAINT = 'correction_says_this', COLUMN = 'after';
	END IF;
	NEW.corrected_by := coalesce(styrbord.person(), NEW.corrected_by);
	NEW.corrected_at := styrbord.moment();
	RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER log BEFORE INSERT OR UPDATE OR DELETE ON live.correction
	FOR EACH ROW EXECUTE FUNCTION styrbord.correction_log();

-- A dependency is agreed from both sides, and neither side agrees for the other. Who is not bound by row-level security
-- (the owner's loader) may set both. Not SECURITY DEFINER: row_security_active() asks about the one who writes.
CREATE OR REPLACE FUNCTION styrbord.dependency_agreement() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	bound boolean := row_security_active('live.dependency');
	for_project boolean := NOT bound OR styrbord.may('project.edit', NEW.subject_id);
	-- Without a provider in the portal the project's leader records what the provider said.
	for_provider boolean := NOT bound OR CASE WHEN NEW.provider_project_id IS NULL THEN for_project
		ELSE styrbord.may('dependency.agree', NEW.provider_project_id) END;
	providers CONSTANT text[] := ARRAY['agreed_by_provider', 'provider_comment', 'version', 'valid_from', 'changed_by'];
BEGIN
	IF TG_OP = 'INSERT' THEN
		IF NOT for_provider AND (NEW.agreed_by_provider OR NEW.provider_comment <> '') THEN
			RAISE EXCEPTION 'Only the providing project can agree to this dependency.'
				USING ERRCODE = 'insufficient_privilege', COLUMN = 'agreed_by_provider';
		END IF;
		RETURN NEW;
	END IF;
	IF NOT for_project AND to_jsonb(NEW) - providers IS DISTINCT FROM to_jsonb(OLD) - providers THEN
		RAISE EXCEPTION 'The providing project can change its own agreement and comment only.' USING ERRCODE = 'insufficient_privilege';
	END IF;
	IF NOT for_provider AND (NEW.agreed_by_provider, NEW.provider_comment) IS DISTINCT FROM (OLD.agreed_by_provider, OLD.provider_comment) THEN
		RAISE EXCEPTION 'Only the providing project can agree to this dependency.'
			USING ERRCODE = 'insufficient_privilege', COLUMN = 'agreed_by_provider';
	END IF;
	-- What was agreed to is no longer what stands there: the provider is asked again.
	IF (NEW.needed, NEW.used_for, NEW.criticality, NEW.due_on, NEW.due_on_precision, NEW.provider_project_id, NEW.provider_organisation_id, NEW.provider_name)
	   IS DISTINCT FROM
	   (OLD.needed, OLD.used_for, OLD.criticality, OLD.due_on, OLD.due_on_precision, OLD.provider_project_id, OLD.provider_organisation_id, OLD.provider_name)
	   AND OLD.agreed_by_provider AND NEW.agreed_by_provider
	THEN
		NEW.agreed_by_provider := false;
	END IF;
	RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER agreement BEFORE INSERT OR UPDATE ON live.dependency
	FOR EACH ROW EXECUTE FUNCTION styrbord.dependency_agreement();

-- Workers keep words until they change.
CREATE OR REPLACE FUNCTION styrbord.words_changed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	UPDATE styrbord.words SET version = version + 1;
	RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER words AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON live.term FOR EACH STATEMENT EXECUTE FUNCTION styrbord.words_changed();
CREATE OR REPLACE TRIGGER words AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON live.term_label FOR EACH STATEMENT EXECUTE FUNCTION styrbord.words_changed();
CREATE OR REPLACE TRIGGER words AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON live.role FOR EACH STATEMENT EXECUTE FUNCTION styrbord.words_changed();
CREATE OR REPLACE TRIGGER words AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON live.role_label FOR EACH STATEMENT EXECUTE FUNCTION styrbord.words_changed();
CREATE OR REPLACE TRIGGER words AFTER UPDATE OF parent_id, code ON live.organisation FOR EACH STATEMENT EXECUTE FUNCTION styrbord.words_changed();
REVOKE ALL ON FUNCTION styrbord.words_changed() FROM PUBLIC;

-- Nobody calls these but triggers and the functions above.
REVOKE ALL ON FUNCTION styrbord.number_within(), styrbord.hangs_on(), styrbord.is_term(), styrbord.subject_no_cycle(), styrbord.body_no_cycle(), styrbord.term_stays(), styrbord.status_report_life(), styrbord.corrected(bigint, text, text),
	styrbord.stand(bigint), styrbord.standing_follows(), styrbord.correctable(text, text), styrbord.correction_log(),
	styrbord.dependency_agreement() FROM PUBLIC;

-- ---- surveys ---------------------------------------------------------------------------------------------------------------------------

-- Does it answer a question of this kind? A time is written as documents have it (styrbord.time_day).
CREATE OR REPLACE FUNCTION styrbord.answers(q live.question, value text) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	RETURN CASE q.kind
		WHEN 'choice' THEN value = ANY (ARRAY(SELECT btrim(line) FROM regexp_split_to_table(q.options, '\r?\n') AS line WHERE btrim(line) <> ''))
		WHEN 'number' THEN value ~ '^-?[0-9]{1,15}([.][0-9]{1,4})?$'
		WHEN 'date' THEN styrbord.is_time(value)
		ELSE true END
		AND CASE q.fills WHEN 'funding_code' THEN char_length(value) <= 40 AND value !~ '[\r\n\t]' WHEN 'purpose' THEN char_length(value) <= 1000 ELSE true END;
EXCEPTION WHEN data_exception OR check_violation THEN
	RETURN false;
END
$$;

-- As the owner: it asks about projects and questions that the writer need not see; what the writer does not see, names_visible has refused by now.
CREATE OR REPLACE FUNCTION styrbord.answer_fits() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	s live.survey;
	q live.question;
BEGIN
	SELECT * INTO s FROM live.survey x WHERE x.id = NEW.subject_id;
	SELECT * INTO q FROM live.question x WHERE x.id = NEW.question_id;
	IF NEW.source = 'survey' AND s.closes_on < styrbord.moment()::date THEN
		RAISE EXCEPTION 'The survey is closed.' USING ERRCODE = 'check_violation', CONSTRAINT = 'answer_survey_is_open';
	ELSIF NOT EXISTS (WITH RECURSIVE up (id, depth) AS (SELECT NEW.about_id, 1 UNION ALL SELECT x.parent_id, up.depth + 1 FROM up JOIN live.subject x ON x.id = up.id WHERE up.depth < 32)
	                  SELECT FROM up WHERE up.id = s.asked_below_id) THEN
		RAISE EXCEPTION 'The survey does not ask this project.' USING ERRCODE = 'check_violation', CONSTRAINT = 'answer_is_of_asked';
	ELSIF styrbord.answers(q, NEW.value) IS NOT TRUE THEN
		RAISE EXCEPTION 'The answer does not fit its question.' USING ERRCODE = 'check_violation', CONSTRAINT = 'answer_fits_its_question';
	END IF;
	-- Who wrote it down, whoever takes it over.
	NEW.written_by_id := coalesce(styrbord.person(), NEW.written_by_id);
	RETURN NEW;
END
$$;
-- Behind names_visible, before remember.
DROP TRIGGER IF EXISTS fits ON live.answer;
CREATE OR REPLACE TRIGGER o_fits BEFORE INSERT OR UPDATE OF question_id, about_id, value, source ON live.answer FOR EACH ROW EXECUTE FUNCTION styrbord.answer_fits();

-- An answer is taken over once, by whoever edits the project, in their own name; and then stays. Not SECURITY DEFINER: it asks about the one who writes.
CREATE OR REPLACE FUNCTION styrbord.answer_taken_over() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	bound CONSTANT boolean := row_security_active('live.answer');
BEGIN
	IF TG_OP = 'DELETE' THEN
		IF OLD.accepted_at IS NOT NULL AND EXISTS (SELECT FROM live.subject s WHERE s.id = OLD.subject_id) THEN
			RAISE EXCEPTION 'An answer that was taken over stays.' USING ERRCODE = 'check_violation', CONSTRAINT = 'answer_is_taken_over';
		END IF;
		RETURN OLD;
	END IF;
	IF TG_OP = 'UPDATE' AND OLD.accepted_at IS NOT NULL AND (bound OR NEW.value <> OLD.value) THEN
		RAISE EXCEPTION 'An answer that was taken over stays as it is.' USING ERRCODE = 'check_violation', CONSTRAINT = 'answer_is_taken_over';
	END IF;
	IF bound AND NEW.accepted_at IS NOT NULL AND NOT (TG_OP = 'UPDATE' AND styrbord.may('project.edit', NEW.about_id) AND NEW.accepted_by_id = styrbord.person()) THEN
		RAISE EXCEPTION 'An answer is taken over by whoever edits the project.' USING ERRCODE = 'insufficient_privilege';
	END IF;
	RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER a_taken_over BEFORE INSERT OR UPDATE OR DELETE ON live.answer FOR EACH ROW EXECUTE FUNCTION styrbord.answer_taken_over();

-- What was answered was answered to this question; and a survey whose answers projects speak of stays.
CREATE OR REPLACE FUNCTION styrbord.question_is_answered() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	IF TG_TABLE_NAME = 'survey' THEN
		IF EXISTS (SELECT FROM live.answer a WHERE a.subject_id = OLD.id AND a.accepted_at IS NOT NULL) THEN
			RAISE EXCEPTION 'Projects have taken over answers.' USING ERRCODE = 'foreign_key_violation', TABLE = 'answer';
		END IF;
		RETURN OLD;
	END IF;
	IF (NEW.title, NEW.kind, NEW.options, NEW.fills) IS DISTINCT FROM (OLD.title, OLD.kind, OLD.options, OLD.fills) AND EXISTS (SELECT FROM live.answer a WHERE a.question_id = OLD.id) THEN
		RAISE EXCEPTION 'The question is answered.' USING ERRCODE = 'check_violation', CONSTRAINT = 'question_is_answered';
	END IF;
	RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER a_answered BEFORE UPDATE ON live.question FOR EACH ROW EXECUTE FUNCTION styrbord.question_is_answered();
CREATE OR REPLACE TRIGGER a_answered BEFORE DELETE ON live.survey FOR EACH ROW EXECUTE FUNCTION styrbord.question_is_answered();

-- What is said to have happened has happened: TG_ARGV are the columns. A day's grace, since the reader's day may have begun.
CREATE OR REPLACE FUNCTION styrbord.has_been() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	field text;
BEGIN
	FOREACH field IN ARRAY TG_ARGV LOOP
		IF (to_jsonb(NEW) ->> field)::date > styrbord.moment()::date + 1 THEN
			RAISE EXCEPTION 'That day is still to come.' USING ERRCODE = 'check_violation', CONSTRAINT = TG_TABLE_NAME
				|| CASE field WHEN 'held_on' THEN '_held_on_has_been' WHEN 'realised_on' THEN '_realised_on_has_been' ELSE '_decided_on_has_been' END;
		END IF;
	END LOOP;
	RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER a_has_been BEFORE INSERT OR UPDATE OF held_on ON live.meeting FOR EACH ROW EXECUTE FUNCTION styrbord.has_been('held_on');
CREATE OR REPLACE TRIGGER a_has_been BEFORE INSERT OR UPDATE OF realised_on ON live.risk FOR EACH ROW EXECUTE FUNCTION styrbord.has_been('realised_on');
CREATE OR REPLACE TRIGGER a_has_been BEFORE INSERT OR UPDATE OF decided_on ON live.decision FOR EACH ROW EXECUTE FUNCTION styrbord.has_been('decided_on');
REVOKE ALL ON FUNCTION styrbord.answers(live.question, text), styrbord.answer_fits(), styrbord.answer_taken_over(), styrbord.question_is_answered(), styrbord.has_been() FROM PUBLIC;
