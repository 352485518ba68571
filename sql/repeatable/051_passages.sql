-- Search in records: what found() (050_search.sql) is for subjects, passages_found() is for what hangs on them. It gives only what the requester
-- may see: the subject is not closed to them, and records of the kind are not for staff alone, or they are staff. Kinds whose policies ask more than
-- that (answers, change requests) are not searched; reports are once they are published.

-- Takes a record's words over. subject NULL: it hangs on nothing, and everybody who reads sees it.
CREATE OR REPLACE FUNCTION styrbord.enter_passage(kind text, record bigint, subject bigint, words text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
	was CONSTANT tsvector := (SELECT p.words FROM styrbord.passage p WHERE p.kind = enter_passage.kind AND p.record_id = record);
	now CONSTANT tsvector := coalesce(styrbord.words(enter_passage.words), '');
BEGIN
	INSERT INTO styrbord.passage AS p (kind, record_id, subject_id, words) VALUES (enter_passage.kind, record, subject, now)
	ON CONFLICT (kind, record_id) DO UPDATE SET subject_id = excluded.subject_id, words = excluded.words
	WHERE (p.subject_id, p.words) IS DISTINCT FROM (excluded.subject_id, excluded.words);
	PERFORM styrbord.know_passage(enter_passage.kind, subject,
		ARRAY(SELECT unnest(tsvector_to_array(now)) EXCEPT SELECT unnest(tsvector_to_array(coalesce(was, '')))));
END
$$;

-- Its words are known, to who sees records of the kind; those of what is closed only by who may look there (word_seen()).
CREATE OR REPLACE FUNCTION styrbord.know_passage(kind text, subject bigint, words text[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
BEGIN
	-- In their order, so that two writers do not wait for each other in a circle.
	INSERT INTO styrbord.word AS k (word, stems, open) SELECT w, styrbord.stems(w), false FROM unnest(know_passage.words) AS w
	 WHERE w ~ '[^0-9.]' AND char_length(w) BETWEEN 2 AND 60 AND NOT EXISTS (SELECT FROM styrbord.word k WHERE k.word = w) ORDER BY w ON CONFLICT DO NOTHING;
	IF NOT EXISTS (SELECT FROM styrbord.closed c WHERE c.subject_id = subject AND c.valid_to = 'infinity') THEN
		INSERT INTO styrbord.word_kind (word, kind) SELECT w, know_passage.kind FROM unnest(know_passage.words) AS w
		 WHERE w ~ '[^0-9.]' AND char_length(w) BETWEEN 2 AND 60 AND NOT EXISTS (SELECT FROM styrbord.word_kind k WHERE (k.word, k.kind) = (w, know_passage.kind)) ORDER BY w ON CONFLICT DO NOTHING;
	END IF;
END
$$;

-- Which kinds of records the requester sees.
CREATE OR REPLACE FUNCTION styrbord.kinds_seen() RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
	SELECT coalesce(array_agg(k.name), '{}') FROM styrbord.passage_kind k WHERE styrbord.sees(k.name)
$$;

CREATE OR REPLACE FUNCTION styrbord.passages_found(words text, most int DEFAULT 300) RETURNS TABLE (kind text, record_id bigint, weight real)
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100 SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
	query CONSTANT tsquery := styrbord.asked(passages_found.words);
	held CONSTANT bigint[] := styrbord.held('project.read_restricted');
	kinds CONSTANT text[] := styrbord.kinds_seen();
BEGIN
	-- There is no index of the past.
	IF styrbord.reads() IS NOT TRUE OR query IS NULL OR styrbord.at() IS NOT NULL THEN
		RETURN;
	END IF;
	-- Of each kind its share, or a thousand reports would leave no room for a person.
	RETURN QUERY SELECT k.kind, f.record_id, f.weight FROM unnest(kinds) AS k (kind) CROSS JOIN LATERAL (
		SELECT p.record_id, ts_rank(p.words, query)::real AS weight FROM styrbord.passage p WHERE p.words @@ query AND p.kind = k.kind
		   AND (SELECT c.scope && held FROM styrbord.closed c WHERE c.subject_id = p.subject_id AND c.valid_to = 'infinity') IS NOT FALSE
		 ORDER BY weight DESC, p.record_id DESC LIMIT most) AS f;
END
$$;

-- ---- which ----------------------------------------------------------------------------------------------------------------------------

-- Makes the trigger that keeps the passages of a table: of these columns (one that is no longer there says nothing), and what `more` gives.
CREATE OR REPLACE FUNCTION styrbord.is_searched(name name, columns text[], more text DEFAULT 'NULL', holds text DEFAULT 'true', subject text DEFAULT 'NEW.subject_id') RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	words CONSTANT text := format('concat_ws('' '', (SELECT string_agg(j.value, '' '') FROM jsonb_each_text(to_jsonb(NEW)) AS j WHERE j.key = ANY (%L)), %s)', columns, more);
BEGIN
	INSERT INTO styrbord.passage_kind AS k VALUES (is_searched.name, words, is_searched.holds, is_searched.subject)
	ON CONFLICT ON CONSTRAINT passage_kind_pkey DO UPDATE SET words = excluded.words, holds = excluded.holds, subject = excluded.subject;
	EXECUTE format($f$
		CREATE OR REPLACE FUNCTION styrbord.%1$I() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
		BEGIN
			IF TG_OP = 'DELETE' OR NOT (%4$s) THEN
				DELETE FROM styrbord.passage p WHERE p.kind = %2$L AND p.record_id = OLD.id;
			ELSE
				PERFORM styrbord.enter_passage(%2$L, NEW.id, %5$s, %3$s);
			END IF;
			RETURN NULL;
		END $body$;
		REVOKE ALL ON FUNCTION styrbord.%1$I() FROM PUBLIC;
		CREATE OR REPLACE TRIGGER passage AFTER INSERT OR UPDATE OR DELETE ON live.%2$I FOR EACH ROW EXECUTE FUNCTION styrbord.%1$I();
	$f$, 'passage_' || name, name, words, holds, subject);
END
$$;
SELECT styrbord.is_searched(name, columns::text[]) FROM (VALUES
	('deliverable', '{code,title,description,step,acceptance_criteria}'), ('milestone', '{title,comment}'), ('risk', '{title,cause,event,effect,mitigation}'),
	('dependency', '{needed,used_for,provider_name,comment,provider_comment}'), ('decision', '{title,text,ground}'), ('meeting', '{title,conclusion}'),
	('lesson', '{title,text,source}'), ('benefit', '{title,description}'), ('interface', '{title,description}'), ('adaptation', '{title,description}'),
	('attachment', '{title,file_name,alternative_text}')) AS s (name, columns);
SELECT styrbord.is_searched('status_report', '{summary,causes,going_well,coming_next,decision_needed,risk_text,progress_text,economy_text,quality_text,scope_text,benefit_text}',
	more => '(SELECT string_agg(k.after, '' '') FROM live.correction k WHERE k.report_id = NEW.id)', holds => $$NEW.state = 'published'$$);
SELECT styrbord.is_searched('person', '{name,title}', subject => 'NULL::bigint');

-- What a correction says is the report's.
CREATE OR REPLACE FUNCTION styrbord.passage_corrected() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	subject CONSTANT bigint := (SELECT p.subject_id FROM styrbord.passage p WHERE p.kind = 'status_report' AND p.record_id = NEW.report_id);
BEGIN
	UPDATE styrbord.passage p SET words = p.words || styrbord.words(NEW.after) WHERE p.kind = 'status_report' AND p.record_id = NEW.report_id;
	PERFORM styrbord.know_passage('status_report', subject, tsvector_to_array(styrbord.words(NEW.after)));
	RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER passage AFTER INSERT ON live.correction FOR EACH ROW EXECUTE FUNCTION styrbord.passage_corrected();

-- All passages anew: after the migration that made them, or a load that went past the triggers.
CREATE OR REPLACE FUNCTION styrbord.remake_passages() RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	k styrbord.passage_kind;
BEGIN
	TRUNCATE styrbord.passage, styrbord.word_kind;
	FOR k IN SELECT * FROM styrbord.passage_kind LOOP
		EXECUTE format('INSERT INTO styrbord.passage SELECT %1$L, x.id, %2$s, coalesce(styrbord.words(%3$s), '''') FROM live.%1$I x WHERE %4$s', k.name,
		               replace(k.subject, 'NEW.', 'x.'), replace(replace(k.words, 'to_jsonb(NEW)', 'to_jsonb(x)'), 'NEW.', 'x.'), replace(k.holds, 'NEW.', 'x.'));
		EXECUTE format('INSERT INTO styrbord.word_kind SELECT s.word, %1$L FROM ts_stat(%2$L) AS s WHERE s.word ~ ''[^0-9.]'' AND char_length(s.word) BETWEEN 2 AND 60', k.name,
		               format('SELECT p.words FROM styrbord.passage p WHERE p.kind = %L AND NOT EXISTS (SELECT FROM styrbord.closed c WHERE c.subject_id = p.subject_id AND c.valid_to = ''infinity'')', k.name));
	END LOOP;
	INSERT INTO styrbord.word SELECT s.word, styrbord.stems(s.word), false FROM ts_stat('SELECT words FROM styrbord.passage') AS s
	 WHERE s.word ~ '[^0-9.]' AND char_length(s.word) BETWEEN 2 AND 60 ON CONFLICT DO NOTHING;
END
$$;
DO $$
BEGIN
	-- Whoever makes the entries anew takes the words away.
	IF NOT EXISTS (SELECT FROM styrbord.passage) OR EXISTS (SELECT FROM styrbord.word_kind k WHERE NOT EXISTS (SELECT FROM styrbord.word w WHERE w.word = k.word)) THEN
		PERFORM styrbord.remake_passages();
	END IF;
END
$$;

REVOKE ALL ON FUNCTION styrbord.enter_passage(text, bigint, bigint, text), styrbord.know_passage(text, bigint, text[]), styrbord.kinds_seen(), styrbord.passages_found(text, int),
	styrbord.is_searched(name, text[], text, text, text), styrbord.passage_corrected(), styrbord.remake_passages() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION styrbord.passages_found(text, int) TO styrbord_app;
