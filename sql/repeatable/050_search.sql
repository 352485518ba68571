-- Search over every subject. Row-level security lets no index serve an operator that could leak what it compares (@@, LIKE, %): asked through
-- a policy, a search reads everything there is. So found(), which is SECURITY DEFINER and leaves out what the requester may not see, gives ids, and
-- the statement joins them to the tables under their policies.

-- Letters without their marks, small, composed: Angstrom finds Ångström, and e-helse is one word as well as two.
CREATE OR REPLACE FUNCTION styrbord.fold(words text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
	SELECT lower(public.unaccent('public.unaccent'::regdictionary, normalize(words, NFC)))
$$;
CREATE OR REPLACE FUNCTION styrbord.words(words text) RETURNS tsvector
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
	-- Letters and digits alone: the parser of the text search would make numbers with a sign of what stands behind a hyphen.
	SELECT to_tsvector('pg_catalog.simple'::regconfig, regexp_replace(folded, '[^[:alnum:]]+', ' ', 'g') || coalesce(' ' || joined, ''))
	  FROM (SELECT styrbord.fold(words) AS folded) AS f,
	       LATERAL (SELECT string_agg(replace(m[1], '-', ''), ' ') AS joined FROM regexp_matches(folded, '([[:alnum:]]+(?:-[[:alnum:]]+)+)', 'g') AS m) AS j
$$;

-- A word's stem in each language, "sv:res" for resa and resor: nobody says in which language they ask.
CREATE OR REPLACE FUNCTION styrbord.stems(word text) RETURNS text[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
	SELECT array_remove(ARRAY['en:' || (ts_lexize('pg_catalog.english_stem', word))[1], 'sv:' || (ts_lexize('pg_catalog.swedish_stem', word))[1],
		'nb:' || (ts_lexize('pg_catalog.norwegian_stem', word))[1], 'fi:' || (ts_lexize('pg_catalog.finnish_stem', word))[1]], NULL)
$$;

-- What hangs on a subject: other names, texts, people in roles, the owner's name, translations.
CREATE OR REPLACE FUNCTION styrbord.rest_of(subject bigint) RETURNS tsvector
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
	SELECT coalesce(styrbord.words(concat_ws(' ',
		(SELECT string_agg(s.heading || ' ' || s.body, ' ') FROM live.section s WHERE s.subject_id = subject),
		(SELECT string_agg(t.text, ' ') FROM live.translation t WHERE t.subject_id = subject),
		(SELECT string_agg(g.title, ' ') FROM live.strategy_goal g WHERE g.subject_id = subject),
		(SELECT string_agg(e.name, ' ') FROM live.assignment a JOIN live.person e ON e.id = a.person_id WHERE a.subject_id = subject),
		(SELECT o.title FROM live.subject s JOIN live.subject o ON o.id = s.owner_id WHERE s.id = subject))), '')
$$;
CREATE OR REPLACE FUNCTION styrbord.named_of(subject bigint, title text) RETURNS tsvector
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
	SELECT coalesce(styrbord.words(concat_ws(' ', s.code, title, (SELECT string_agg(a.alias, ' ') FROM live.alias a WHERE a.subject_id = s.id))), '')
	  FROM live.subject s WHERE s.id = subject
$$;

-- A subject's entry, by the trigger that is_subject() makes; what hangs on it (`rest`) is read only where that may have changed. A new name
-- is a new owner's name to what it owns: made when there is time.
CREATE OR REPLACE FUNCTION styrbord.enter_words(subject bigint, title text, words text, rest boolean) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	INSERT INTO styrbord.entry AS e (subject_id, named, own, rest)
	VALUES (subject, styrbord.named_of(subject, title), coalesce(styrbord.words(words), ''), CASE WHEN enter_words.rest THEN styrbord.rest_of(subject) ELSE '' END)
	ON CONFLICT (subject_id) DO UPDATE SET named = excluded.named, own = excluded.own, rest = CASE WHEN enter_words.rest THEN excluded.rest ELSE e.rest END
	WHERE (e.named, e.own) IS DISTINCT FROM (excluded.named, excluded.own) OR enter_words.rest AND e.rest IS DISTINCT FROM excluded.rest;
	INSERT INTO styrbord.entry_due SELECT s.id FROM live.subject s WHERE s.owner_id = subject ON CONFLICT DO NOTHING;
END
$$;
-- Every word of an entry is known.
CREATE OR REPLACE FUNCTION styrbord.know_words(subject bigint, words text[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	everybodys CONSTANT boolean := NOT EXISTS (SELECT FROM styrbord.closed c WHERE c.subject_id = subject AND c.valid_to = 'infinity');
BEGIN
	-- In their order, so that two writers do not wait for each other in a circle.
	INSERT INTO styrbord.word AS k (word, stems, open) SELECT w, styrbord.stems(w), everybodys FROM unnest(words) AS w
	 WHERE w ~ '[^0-9.]' AND char_length(w) BETWEEN 2 AND 60 AND NOT EXISTS (SELECT FROM styrbord.word k WHERE k.word = w AND (k.open OR NOT everybodys)) ORDER BY w
	ON CONFLICT (word) DO UPDATE SET open = true WHERE NOT k.open AND excluded.open;
END
$$;
CREATE OR REPLACE FUNCTION styrbord.entry_words() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	-- What was there is known.
	PERFORM styrbord.know_words(NEW.subject_id, CASE TG_OP WHEN 'INSERT' THEN tsvector_to_array(NEW.words)
		ELSE ARRAY(SELECT unnest(tsvector_to_array(NEW.words)) EXCEPT SELECT unnest(tsvector_to_array(OLD.words))) END);
	RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER entry_words AFTER INSERT OR UPDATE ON styrbord.entry FOR EACH ROW EXECUTE FUNCTION styrbord.entry_words();
-- What is opened has words for everybody. (What is closed has had them: they stay.)
CREATE OR REPLACE FUNCTION styrbord.opened() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	PERFORM styrbord.know_words(e.subject_id, tsvector_to_array(e.words)) FROM styrbord.entry e WHERE e.subject_id = OLD.subject_id;
	PERFORM styrbord.know_passage(p.kind, p.subject_id, tsvector_to_array(p.words)) FROM styrbord.passage p WHERE p.subject_id = OLD.subject_id;
	RETURN NULL;
END
$$;
-- Not when remake_closed() takes all away to write it anew: nothing is opened then.
CREATE OR REPLACE TRIGGER opened AFTER UPDATE OF valid_to OR DELETE ON styrbord.closed FOR EACH ROW WHEN (pg_trigger_depth() > 0) EXECUTE FUNCTION styrbord.opened();

-- What hangs on a subject has changed.
CREATE OR REPLACE FUNCTION styrbord.rest_follows() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	subject CONSTANT bigint := CASE WHEN TG_OP = 'DELETE' THEN OLD.subject_id ELSE NEW.subject_id END;
BEGIN
	-- One after the other: two at once would each miss what the other writes.
	PERFORM FROM live.subject s WHERE s.id = subject FOR NO KEY UPDATE;
	IF TG_TABLE_NAME = 'alias' THEN
		UPDATE styrbord.entry e SET named = r FROM (SELECT styrbord.named_of(s.id, s.title) AS r FROM live.subject s WHERE s.id = subject) AS n
		 WHERE e.subject_id = subject AND e.named IS DISTINCT FROM r;
	ELSE
		UPDATE styrbord.entry e SET rest = r FROM styrbord.rest_of(subject) AS r WHERE e.subject_id = subject AND e.rest IS DISTINCT FROM r;
	END IF;
	RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER rest_follows AFTER INSERT OR UPDATE OR DELETE ON live.section FOR EACH ROW EXECUTE FUNCTION styrbord.rest_follows();
CREATE OR REPLACE TRIGGER rest_follows AFTER INSERT OR UPDATE OR DELETE ON live.alias FOR EACH ROW EXECUTE FUNCTION styrbord.rest_follows();
CREATE OR REPLACE TRIGGER rest_follows AFTER INSERT OR UPDATE OR DELETE ON live.translation FOR EACH ROW EXECUTE FUNCTION styrbord.rest_follows();
CREATE OR REPLACE TRIGGER rest_follows AFTER INSERT OR UPDATE OR DELETE ON live.assignment FOR EACH ROW EXECUTE FUNCTION styrbord.rest_follows();
CREATE OR REPLACE TRIGGER rest_follows AFTER INSERT OR UPDATE OR DELETE ON live.strategy_goal FOR EACH ROW EXECUTE FUNCTION styrbord.rest_follows();

CREATE OR REPLACE FUNCTION styrbord.person_renamed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	INSERT INTO styrbord.entry_due SELECT DISTINCT a.subject_id FROM live.assignment a WHERE a.person_id = NEW.id ON CONFLICT DO NOTHING;
	RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER renamed AFTER UPDATE OF name ON live.person FOR EACH ROW WHEN (OLD.name <> NEW.name) EXECUTE FUNCTION styrbord.person_renamed();

-- Takes up to `most` entries that are due; by the refresher, which has time. Returns how many it took.
CREATE OR REPLACE FUNCTION styrbord.renew_entries(most int DEFAULT 200) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	taken bigint[];
BEGIN
	WITH due AS (DELETE FROM styrbord.entry_due d WHERE d.subject_id IN (SELECT x.subject_id FROM styrbord.entry_due x LIMIT most FOR UPDATE SKIP LOCKED) RETURNING d.subject_id)
	SELECT coalesce(array_agg(subject_id), '{}') INTO taken FROM due;
	UPDATE styrbord.entry e SET rest = styrbord.rest_of(e.subject_id) WHERE e.subject_id = ANY (taken) AND e.rest IS DISTINCT FROM styrbord.rest_of(e.subject_id);
	RETURN cardinality(taken);
END
$$;

-- A word as a query for just it.
CREATE OR REPLACE FUNCTION styrbord.exactly(word text) RETURNS tsquery
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
	SELECT ('''' || replace(replace(word, '\', '\\'), '''', '''''') || '''')::tsquery
$$;
-- Does a word that is not open stand in something that the requester sees? `kinds`: of records (051_passages.sql).
DROP FUNCTION IF EXISTS styrbord.word_seen(text, bigint[]);
CREATE OR REPLACE FUNCTION styrbord.word_seen(word text, held bigint[], kinds text[]) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
	SELECT EXISTS (SELECT FROM styrbord.word_kind k WHERE k.word = word_seen.word AND k.kind = ANY (kinds))
		OR held <> '{}' AND (EXISTS (SELECT FROM styrbord.entry e JOIN styrbord.closed c ON c.subject_id = e.subject_id AND c.valid_to = 'infinity' AND c.scope && held
				WHERE e.words @@ styrbord.exactly(word))
			OR EXISTS (SELECT FROM styrbord.passage p JOIN styrbord.closed c ON c.subject_id = p.subject_id AND c.valid_to = 'infinity' AND c.scope && held
				WHERE p.words @@ styrbord.exactly(word) AND p.kind = ANY (kinds)))
$$;

-- A word as searched → the words of the portal that it may mean: those that contain it (compounds), have its stem (inflections), or are spelt like it.
CREATE OR REPLACE FUNCTION styrbord.meant(word text) RETURNS tsquery
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	likes text[];
	held CONSTANT bigint[] := styrbord.held('project.read_restricted');
	kinds CONSTANT text[] := styrbord.kinds_seen();
BEGIN
	IF char_length(word) >= 3 THEN
		-- Parts of compounds: the word in another, or its stem where that is long enough to mean something.
		likes := ARRAY(SELECT x.word FROM (
			SELECT DISTINCT w.word, w.stems && styrbord.stems(meant.word) AS same, w.open
			  FROM (SELECT meant.word AS part UNION SELECT split_part(s, ':', 2) FROM unnest(styrbord.stems(meant.word)) AS s WHERE char_length(split_part(s, ':', 2)) >= 5) AS parts
			  JOIN styrbord.word w ON w.word LIKE '%' || regexp_replace(parts.part, '([\\%_])', '\\\1', 'g') || '%'
			UNION SELECT w.word, true, w.open FROM styrbord.word w WHERE w.stems && styrbord.stems(meant.word)) AS x
			WHERE x.open OR styrbord.word_seen(x.word, held, kinds)
			ORDER BY x.word = meant.word DESC, x.same DESC, char_length(x.word), x.word LIMIT 40);
		-- Spelt alike: other inflections, and mistakes.
		likes := likes || ARRAY(SELECT w.word FROM styrbord.word w WHERE w.word OPERATOR(public.%) meant.word AND public.similarity(w.word, meant.word) >= CASE WHEN likes = '{}' THEN 0.45 ELSE 0.5 END
		                         AND w.word <> ALL (likes) AND (w.open OR styrbord.word_seen(w.word, held, kinds)) ORDER BY public.similarity(w.word, meant.word) DESC, w.word LIMIT 12);
	END IF;
	IF likes IS NULL OR likes = '{}' THEN
		likes := ARRAY[word];
	END IF;
	RETURN (SELECT string_agg(styrbord.exactly(l)::text, ' | ')::tsquery FROM unnest(likes) AS l);
END
$$;

-- All words must be there. NULL, which finds nothing, for a text without a word.
CREATE OR REPLACE FUNCTION styrbord.asked(words text) RETURNS tsquery
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	sought tsquery;
	w text;
	-- Of a word with hyphens its parts are words of their own: the whole, joined, is enough.
	plain CONSTANT text := regexp_replace(styrbord.fold(left(words, 200)), '[^[:alnum:]]+', ' ', 'g');
BEGIN
	FOR w IN SELECT DISTINCT x FROM unnest(string_to_array(btrim(plain), ' ')) AS x WHERE x <> '' LIMIT 8 LOOP
		sought := CASE WHEN sought IS NULL THEN styrbord.meant(w) ELSE sought && styrbord.meant(w) END;
	END LOOP;
	RETURN sought;
END
$$;

-- The words of the portal that are meant, as fold() writes them: what a page marks. Only such as the requester may see.
CREATE OR REPLACE FUNCTION styrbord.words_meant(words text) RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
	SELECT CASE WHEN styrbord.reads() THEN coalesce(array_agg(DISTINCT replace(m[1], '''''', '''')), '{}') ELSE '{}' END
	  FROM regexp_matches(styrbord.asked(words)::text, '''((?:[^'']|'''')+)''', 'g') AS m
$$;

-- Subjects that have these words, at most `most` by name and as many by the rest, with a weight to sort by. With ?at= the names and texts
-- of that day are read one by one: there is no index of the past.
CREATE OR REPLACE FUNCTION styrbord.found(words text, most int DEFAULT 1000) RETURNS TABLE (subject_id bigint, weight real)
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100 SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
	query CONSTANT tsquery := styrbord.asked(found.words);
	held CONSTANT bigint[] := styrbord.held('project.read_restricted');
	kinds CONSTANT text[] := styrbord.kinds_seen();
BEGIN
	IF styrbord.reads() IS NOT TRUE OR query IS NULL THEN
		RETURN;
	END IF;
	IF styrbord.at() IS NOT NULL THEN
		RETURN QUERY SELECT p.id, ts_rank('{0.1,0.2,0.4,1}', p.entry, query)::real FROM (
			SELECT s.id, setweight(styrbord.words(s.code || ' ' || s.title), 'A') || setweight(coalesce(styrbord.words(p.purpose), ''), 'B')
				|| setweight(coalesce((SELECT styrbord.words(string_agg(x.heading || ' ' || x.body, ' ')) FROM at.section x WHERE x.subject_id = s.id), ''), 'C')
				|| setweight(coalesce((SELECT styrbord.words(string_agg(x.alias, ' ')) FROM at.alias x WHERE x.subject_id = s.id), ''), 'A') AS entry
			  FROM at.subject s LEFT JOIN at.project p ON p.id = s.id) AS p
		 WHERE p.entry @@ query AND (SELECT bool_and(c.scope && held) FROM styrbord.closed c WHERE c.subject_id = p.id
		        AND (c.valid_to = 'infinity' OR c.valid_from <= styrbord.at() AND c.valid_to > styrbord.at())) IS NOT FALSE;
		RETURN;
	END IF;
	RETURN QUERY WITH hits AS MATERIALIZED (
		(SELECT e.subject_id, e.words FROM styrbord.entry e WHERE e.named @@ query
		    AND (SELECT c.scope && held FROM styrbord.closed c WHERE c.subject_id = e.subject_id AND c.valid_to = 'infinity') IS NOT FALSE LIMIT most)
		UNION ALL
		(SELECT e.subject_id, e.words FROM styrbord.entry e WHERE e.words @@ query
		    AND (SELECT c.scope && held FROM styrbord.closed c WHERE c.subject_id = e.subject_id AND c.valid_to = 'infinity') IS NOT FALSE LIMIT most)
		UNION ALL
		-- What a record says that hangs on it finds the subject, too.
		(SELECT p.subject_id, p.words FROM styrbord.passage p WHERE p.words @@ query AND p.kind = ANY (kinds) AND p.subject_id IS NOT NULL
		    AND (SELECT c.scope && held FROM styrbord.closed c WHERE c.subject_id = p.subject_id AND c.valid_to = 'infinity') IS NOT FALSE LIMIT most))
	SELECT h.subject_id, max(ts_rank('{0.1,0.2,0.4,1}', h.words, query) + CASE WHEN s.code = upper(btrim(found.words)) THEN 4 ELSE 0 END)::real
	  FROM hits h JOIN live.subject s ON s.id = h.subject_id GROUP BY h.subject_id;
END
$$;

-- All entries anew: after the migration that made them, or a load that went past the triggers.
CREATE OR REPLACE FUNCTION styrbord.remake_entries() RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	t styrbord.record_table;
BEGIN
	ALTER TABLE styrbord.entry DISABLE TRIGGER entry_words;
	TRUNCATE styrbord.entry, styrbord.word, styrbord.entry_due;
	FOR t IN SELECT * FROM styrbord.record_table r WHERE r.is_subject LOOP
		EXECUTE format('INSERT INTO styrbord.entry (subject_id, named, own, rest) '
		               'SELECT x.id, styrbord.named_of(x.id, %2$s), coalesce(styrbord.words(%3$s), ''''), styrbord.rest_of(x.id) FROM live.%1$I x',
		               t.name, replace(t.title, 'NEW.', 'x.'), replace(t.words, 'NEW.', 'x.'));
	END LOOP;
	INSERT INTO styrbord.word SELECT a.word, styrbord.stems(a.word), o.word IS NOT NULL FROM ts_stat('SELECT words FROM styrbord.entry') AS a
	  LEFT JOIN ts_stat('SELECT e.words FROM styrbord.entry e WHERE NOT EXISTS (SELECT FROM styrbord.closed c WHERE c.subject_id = e.subject_id AND c.valid_to = ''infinity'')') AS o ON o.word = a.word
	 WHERE a.word ~ '[^0-9.]' AND char_length(a.word) BETWEEN 2 AND 60;
	ALTER TABLE styrbord.entry ENABLE TRIGGER entry_words;
END
$$;
DO $$
BEGIN
	IF (SELECT count(*) FROM styrbord.entry) <> (SELECT count(*) FROM live.subject) THEN
		PERFORM styrbord.remake_entries();
	END IF;
END
$$;

REVOKE ALL ON FUNCTION styrbord.fold(text), styrbord.words(text), styrbord.stems(text), styrbord.rest_of(bigint), styrbord.named_of(bigint, text), styrbord.enter_words(bigint, text, text, boolean),
	styrbord.know_words(bigint, text[]), styrbord.entry_words(), styrbord.opened(), styrbord.exactly(text), styrbord.word_seen(text, bigint[], text[]), styrbord.rest_follows(), styrbord.person_renamed(), styrbord.renew_entries(int), styrbord.meant(text), styrbord.asked(text),
	styrbord.words_meant(text), styrbord.found(text, int), styrbord.remake_entries() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION styrbord.found(text, int), styrbord.words_meant(text) TO styrbord_app;
