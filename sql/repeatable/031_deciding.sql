-- What strategies, news, events and change requests make sure of beyond their columns.

-- ---- strategies, news, events ----------------------------------------------------------------------------------------------------------

-- A new version begins with what stands in the old one; both stay readable, and projects move over on purpose. Goals get codes of their own.
CREATE OR REPLACE FUNCTION styrbord.begin_version() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	INSERT INTO live.strategy_goal (subject_id, code, number, title, description, why, how, language)
	SELECT NEW.id, left(NEW.code || '-' || regexp_replace(upper(g.number), '[^A-Z0-9]', '', 'g') || '-' || g.n, 40), g.number, g.title, g.description, g.why, g.how, g.language
	  FROM live.strategy_goal g WHERE g.subject_id = NEW.version_of_id ORDER BY g.n;
	INSERT INTO live.goal_carries (goal_id, other_id)
	SELECT n.id, c.other_id FROM live.strategy_goal g JOIN live.goal_carries c ON c.goal_id = g.id JOIN live.strategy_goal n ON n.subject_id = NEW.id AND n.number = g.number AND n.title = g.title
	 WHERE g.subject_id = NEW.version_of_id ON CONFLICT DO NOTHING;
	INSERT INTO live.strategy_item (subject_id, kind, title, description, goal_id, held_role_id, starts_on, starts_on_precision, ends_on, ends_on_precision, position, language)
	SELECT NEW.id, i.kind, i.title, i.description, (SELECT n.id FROM live.strategy_goal g JOIN live.strategy_goal n ON n.subject_id = NEW.id AND n.number = g.number AND n.title = g.title WHERE g.id = i.goal_id LIMIT 1),
	       i.held_role_id, i.starts_on, i.starts_on_precision, i.ends_on, i.ends_on_precision, i.position, i.language
	  FROM live.strategy_item i WHERE i.subject_id = NEW.version_of_id ORDER BY i.n;
	RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER versions_begin AFTER INSERT ON live.strategy FOR EACH ROW WHEN (NEW.version_of_id IS NOT NULL) EXECUTE FUNCTION styrbord.begin_version();

-- What is published is corrected with a reason, which readers see beside what was changed. The reason itself is kept there, not in the record.
CREATE OR REPLACE FUNCTION styrbord.amended() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	was CONSTANT jsonb := to_jsonb(OLD);
	becomes CONSTANT jsonb := to_jsonb(NEW);
	field text;
BEGIN
	IF TG_OP = 'INSERT' OR OLD.published_at IS NULL THEN
		NEW.correction_reason := '';
		RETURN NEW;
	END IF;
	IF NEW.published_at IS DISTINCT FROM OLD.published_at THEN
		RAISE EXCEPTION 'What is published stays published.' USING ERRCODE = 'SB001', HINT = 'Correct it.';
	END IF;
	FOREACH field IN ARRAY TG_ARGV LOOP
		IF was -> field IS DISTINCT FROM becomes -> field THEN
			IF NEW.correction_reason = '' THEN
				RAISE EXCEPTION 'A correction says why.' USING ERRCODE = 'check_violation', CONSTRAINT = 'correction_has_reason';
			END IF;
			INSERT INTO live.amendment (subject_id, field, before, after, reason, amended_at, amended_by_id)
			VALUES (NEW.id, field, coalesce(was ->> field, ''), coalesce(becomes ->> field, ''), NEW.correction_reason, styrbord.moment(), styrbord.person());
		END IF;
	END LOOP;
	NEW.correction_reason := '';
	RETURN NEW;
END
$$;
REVOKE ALL ON FUNCTION styrbord.begin_version(), styrbord.amended() FROM PUBLIC;
CREATE OR REPLACE TRIGGER amended BEFORE INSERT OR UPDATE ON live.news FOR EACH ROW EXECUTE FUNCTION styrbord.amended('title', 'lead', 'body', 'kind', 'visibility');
CREATE OR REPLACE TRIGGER amended BEFORE INSERT OR UPDATE ON live.event FOR EACH ROW EXECUTE FUNCTION styrbord.amended('title', 'description', 'starts_on', 'ends_on', 'hours', 'place', 'audience', 'addressee', 'registration_url', 'visibility');

-- Who publishes decides as well whether what is published goes, whose it is, and who sees it.
CREATE OR REPLACE FUNCTION styrbord.published_stays() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	becomes CONSTANT jsonb := CASE TG_OP WHEN 'UPDATE' THEN to_jsonb(NEW) END;
	was CONSTANT jsonb := to_jsonb(OLD);
BEGIN
	IF OLD.published_at IS NOT NULL AND row_security_active(TG_RELID) AND NOT styrbord.may('news.publish', OLD.id)
	   AND (TG_OP = 'DELETE' OR (was -> 'visibility', was -> 'project_id', was -> 'owner_id') IS DISTINCT FROM (becomes -> 'visibility', becomes -> 'project_id', becomes -> 'owner_id')) THEN
		RAISE EXCEPTION 'Who publishes decides this.' USING ERRCODE = 'insufficient_privilege';
	END IF;
	RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END
$$;
CREATE OR REPLACE TRIGGER a_published_stays BEFORE UPDATE OR DELETE ON live.news FOR EACH ROW EXECUTE FUNCTION styrbord.published_stays();
CREATE OR REPLACE TRIGGER a_published_stays BEFORE UPDATE OR DELETE ON live.event FOR EACH ROW EXECUTE FUNCTION styrbord.published_stays();

-- A strategy is no version of what is a version of it.
CREATE OR REPLACE FUNCTION styrbord.version_of_another() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	IF EXISTS (WITH RECURSIVE up (id, depth) AS (
			SELECT NEW.version_of_id, 1 UNION ALL SELECT s.version_of_id, up.depth + 1 FROM up JOIN live.strategy s ON s.id = up.id WHERE up.depth < 100)
		SELECT FROM up WHERE up.id = NEW.id) THEN
		RAISE EXCEPTION 'It is a version of this one.' USING ERRCODE = 'check_violation', CONSTRAINT = 'strategy_is_no_version_of_itself';
	END IF;
	RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER a_version_of_another BEFORE UPDATE OF version_of_id ON live.strategy FOR EACH ROW WHEN (NEW.version_of_id IS NOT NULL) EXECUTE FUNCTION styrbord.version_of_another();

-- ---- change requests -------------------------------------------------------------------------------------------------------------------

-- What may be asked to change, and how its column is written: an imprecise time, an amount, a text.
CREATE OR REPLACE FUNCTION styrbord.changeable(of text, field text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
	SELECT CASE WHEN split_part(of, '/', 1) = 'project' AND field IN ('starts_on', 'ends_on') OR split_part(of, '/', 1) IN ('deliverable', 'milestone') AND field IN ('planned_on', 'forecast_on') THEN 'time'
	            WHEN of = 'project' AND field IN ('cost_frame', 'released') THEN 'amount' WHEN of = 'project' AND field = 'purpose' THEN 'text' END
$$;

-- What stands there now, as documents have it; NULL: there is no such record or field.
CREATE OR REPLACE FUNCTION styrbord.stands_now(project bigint, of text, field text) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	found text;
	how CONSTANT text := styrbord.changeable(of, field);
	shown CONSTANT text := CASE how WHEN 'time' THEN format('styrbord.time_text(x.%1$I, x.%1$I_precision)', field) WHEN 'amount' THEN format('trim_scale(x.%I)::text', field) ELSE format('x.%I', field) END;
BEGIN
	IF how IS NULL THEN
		RETURN NULL;
	END IF;
	IF of = 'project' THEN
		EXECUTE format('SELECT coalesce(%s, '''') FROM live.project x WHERE x.id = $1', replace(shown, format('%I_precision', field), quote_ident(field || '_precision'))) INTO found USING project;
	ELSE
		EXECUTE format('SELECT coalesce(%s, '''') FROM live.%I x WHERE x.subject_id = $1 AND x.n = $2', replace(shown, format('%I_precision', field), quote_ident(field || '_precision')), split_part(of, '/', 1))
		   INTO found USING project, split_part(of, '/', 2)::int;
	END IF;
	RETURN found;
END
$$;

CREATE OR REPLACE FUNCTION styrbord.change_fits() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	how CONSTANT text := styrbord.changeable(NEW.of, NEW.field);
	state CONSTANT text := (SELECT r.state FROM live.change_request r WHERE r.id = NEW.request_id);
	good boolean := false;
BEGIN
	IF state NOT IN ('draft', 'submitted') THEN
		RAISE EXCEPTION 'What a request asked for stays when it is decided.' USING ERRCODE = 'check_violation', CONSTRAINT = 'requested_change_is_open';
	END IF;
	NEW.before := styrbord.stands_now(NEW.subject_id, NEW.of, NEW.field);
	IF NEW.before IS NULL THEN
		RAISE EXCEPTION 'There is no such field.' USING ERRCODE = 'check_violation', CONSTRAINT = 'requested_change_of_something';
	END IF;
	good := CASE how WHEN 'time' THEN styrbord.is_time(NEW.after) WHEN 'amount' THEN NEW.after ~ '^[0-9]{1,12}([.][0-9]{1,2})?$' ELSE true END;
	IF good IS NOT TRUE THEN
		RAISE EXCEPTION 'It does not fit its field.' USING ERRCODE = 'check_violation', CONSTRAINT = 'requested_change_fits_its_field';
	END IF;
	RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER fits BEFORE INSERT OR UPDATE OF of, field, after, request_id ON live.requested_change FOR EACH ROW EXECUTE FUNCTION styrbord.change_fits();

-- A request is a draft, then submitted, then decided, and then stays. Whoever is bound by row-level security decides through decide_change() alone.
CREATE OR REPLACE FUNCTION styrbord.request_steps() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	IF TG_OP = 'INSERT' THEN
		IF row_security_active('live.change_request') AND (NEW.state <> 'draft' OR NEW.decision_id IS NOT NULL) THEN
			RAISE EXCEPTION 'A new change request is a draft.' USING ERRCODE = 'SB006', COLUMN = 'state';
		END IF;
		RETURN NEW;
	END IF;
	IF OLD.state NOT IN ('draft', 'submitted') AND (TG_OP = 'UPDATE' OR EXISTS (SELECT FROM live.subject s WHERE s.id = OLD.subject_id)) THEN
		RAISE EXCEPTION 'A change request that is decided stays as it is.' USING ERRCODE = 'SB001', HINT = 'Write another.';
	END IF;
	IF TG_OP = 'UPDATE' AND row_security_active('live.change_request')
	   AND (NEW.state NOT IN ('draft', 'submitted') OR (NEW.decision_id, NEW.decided_at) IS DISTINCT FROM (OLD.decision_id, OLD.decided_at)) THEN
		RAISE EXCEPTION 'A change request is decided by whoever may.' USING ERRCODE = 'SB006', COLUMN = 'state';
	END IF;
	RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END
$$;
CREATE OR REPLACE TRIGGER a_steps BEFORE INSERT OR UPDATE OR DELETE ON live.change_request FOR EACH ROW EXECUTE FUNCTION styrbord.request_steps();
CREATE OR REPLACE FUNCTION styrbord.applied_by_decision() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	IF row_security_active('live.requested_change') AND NEW.applied IS DISTINCT FROM (TG_OP = 'UPDATE' AND OLD.applied) THEN
		RAISE EXCEPTION 'A change is applied by granting it.' USING ERRCODE = 'SB006', COLUMN = 'applied';
	END IF;
	RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER a_applied BEFORE INSERT OR UPDATE ON live.requested_change FOR EACH ROW EXECUTE FUNCTION styrbord.applied_by_decision();

-- A request has another version when what it asks for has: who decides has read all of it, or is told. So what is decided stays whole.
CREATE OR REPLACE FUNCTION styrbord.request_revised() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	IF TG_OP = 'UPDATE' AND to_jsonb(OLD) -> 'applied' IS DISTINCT FROM to_jsonb(NEW) -> 'applied' THEN
		RETURN NULL;
	END IF;
	UPDATE live.change_request r SET revised = r.revised + 1
	 WHERE r.id IN (CASE WHEN TG_OP <> 'INSERT' THEN OLD.request_id END, CASE WHEN TG_OP <> 'DELETE' THEN NEW.request_id END)
	   AND EXISTS (SELECT FROM live.subject s WHERE s.id = r.subject_id);
	RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER a_revises AFTER INSERT OR UPDATE OR DELETE ON live.requested_change FOR EACH ROW EXECUTE FUNCTION styrbord.request_revised();
CREATE OR REPLACE TRIGGER a_revises AFTER INSERT OR UPDATE OR DELETE ON live.alternative FOR EACH ROW EXECUTE FUNCTION styrbord.request_revised();

-- Decides, as whoever has change.decide on the project: grants these changes (NULL: all), or refuses. All of them in one, or none where a value is
-- no longer what it was when it was asked for. The row: the request's number; none: another version stands there.
CREATE OR REPLACE FUNCTION styrbord.decide_change(project text, request int, seen int, grants boolean, chosen int[], decided_by text)
RETURNS TABLE (n int)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	p bigint := (SELECT s.id FROM live.subject s WHERE s.type = 'project' AND s.code = project);
	q live.change_request;
	c record;
	body_decision bigint;
	missing int;
BEGIN
	IF p IS NULL OR NOT styrbord.may('change.decide', p) THEN
		RAISE EXCEPTION 'Not allowed.' USING ERRCODE = 'insufficient_privilege';
	END IF;
	SELECT * INTO q FROM live.change_request r WHERE r.subject_id = p AND r.n = request AND r.version = seen FOR UPDATE;
	IF q.id IS NULL THEN
		RETURN;
	END IF;
	IF q.state <> 'submitted' THEN
		RAISE EXCEPTION 'Change request % is %.', request, q.state USING ERRCODE = 'SB006', COLUMN = 'state';
	END IF;
	IF decided_by IS NOT NULL THEN
		SELECT d.id INTO body_decision FROM live.decision d JOIN live.subject b ON b.id = d.subject_id
		 WHERE b.type = 'body' AND b.code = upper(split_part(decided_by, '/', 1)) AND d.n::text = split_part(decided_by, '/', 2) AND d.about_id = p
		   AND (SELECT k.scope && styrbord.held('project.read_restricted') FROM styrbord.closed k WHERE k.subject_id = b.id AND k.valid_to = 'infinity') IS NOT FALSE;
		IF body_decision IS NULL THEN
			RAISE EXCEPTION 'There is no such decision.' USING ERRCODE = 'SB007', CONSTRAINT = 'decision';
		END IF;
	END IF;
	IF grants AND EXISTS (SELECT FROM unnest(chosen) AS k WHERE NOT EXISTS (SELECT FROM live.requested_change x WHERE x.request_id = q.id AND x.n = k)) THEN
		RAISE EXCEPTION 'There is no such change in the request.' USING ERRCODE = 'SB007', CONSTRAINT = 'changes';
	END IF;
	IF grants AND chosen = '{}' AND EXISTS (SELECT FROM live.requested_change x WHERE x.request_id = q.id) THEN
		RAISE EXCEPTION 'Nothing is chosen.' USING ERRCODE = 'SB007', CONSTRAINT = 'none';
	END IF;
	FOR c IN SELECT * FROM live.requested_change x WHERE grants AND x.request_id = q.id AND (chosen IS NULL OR x.n = ANY (chosen)) ORDER BY x.n LOOP
		IF styrbord.stands_now(p, c.of, c.field) IS DISTINCT FROM c.before THEN
			RAISE EXCEPTION '% of % has changed since.', c.field, c.of USING ERRCODE = 'SB008', CONSTRAINT = c.of || '.' || c.field;
		END IF;
	END LOOP;
	-- One update for each record: its rules hold for all that is granted of it together.
	FOR c IN SELECT x.of, string_agg(CASE styrbord.changeable(x.of, x.field)
			WHEN 'time' THEN format('(%I, %I) = (SELECT styrbord.time_day(%3$L), styrbord.time_precision(%3$L))', x.field, x.field || '_precision', x.after)
			WHEN 'amount' THEN format('%I = %L::numeric', x.field, x.after) ELSE format('%I = %L', x.field, x.after) END, ', ') AS becomes
		  FROM live.requested_change x WHERE grants AND x.request_id = q.id AND (chosen IS NULL OR x.n = ANY (chosen)) GROUP BY x.of ORDER BY x.of LOOP
		EXECUTE format('UPDATE live.%I x SET %s WHERE %s', split_part(c.of, '/', 1), c.becomes,
			CASE c.of WHEN 'project' THEN 'x.id = $1' ELSE 'x.subject_id = $1 AND x.n = ' || split_part(c.of, '/', 2)::int END) USING p;
	END LOOP;
	UPDATE live.requested_change x SET applied = true WHERE grants AND x.request_id = q.id AND (chosen IS NULL OR x.n = ANY (chosen));
	SELECT count(*) INTO missing FROM live.requested_change x WHERE x.request_id = q.id AND NOT x.applied;
	UPDATE live.change_request r SET state = CASE WHEN NOT grants THEN 'refused' WHEN missing > 0 THEN 'partly_granted' ELSE 'granted' END, decision_id = body_decision, decided_at = styrbord.moment() WHERE r.id = q.id;
	RETURN QUERY SELECT request;
END
$$;
REVOKE ALL ON FUNCTION styrbord.changeable(text, text), styrbord.stands_now(bigint, text, text), styrbord.change_fits(), styrbord.request_steps(), styrbord.applied_by_decision(), styrbord.request_revised(), styrbord.published_stays(), styrbord.version_of_another(),
	styrbord.decide_change(text, int, int, boolean, int[], text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION styrbord.decide_change(text, int, int, boolean, int[], text) TO styrbord_app;
