-- The registry says what a subject is called in every language that it has been translated into: {"fi": {"title": "…", "published_at": "…"}}.
-- Whoever names a subject reads one row and no translations. A trigger keeps it (060_forms.sql); NULL: it has no other name.
ALTER TABLE live.subject ADD titles jsonb;
ALTER TABLE past.subject ADD titles jsonb;
SELECT styrbord.make_view('subject'), styrbord.make_remember('subject');
GRANT SELECT ON at.subject TO styrbord_app;

-- What there is: a row had the names that stood when it ended, one that stands has today's.
ALTER TABLE live.subject DISABLE TRIGGER USER;
UPDATE live.subject s SET titles = t.titles FROM (
	SELECT subject_id, jsonb_object_agg(language, jsonb_build_object('title', text, 'published_at', published_at)) AS titles
	  FROM live.translation WHERE of = type AND field IN ('title', 'name') GROUP BY subject_id) AS t WHERE t.subject_id = s.id;
ALTER TABLE live.subject ENABLE TRIGGER USER;
UPDATE past.subject s SET titles = (
	SELECT jsonb_object_agg(t.language, jsonb_build_object('title', t.text, 'published_at', t.published_at)) FROM (
		SELECT subject_id, of, type, field, language, text, published_at, valid_from, 'infinity'::timestamptz AS valid_to FROM live.translation
		UNION ALL SELECT subject_id, of, type, field, language, text, published_at, valid_from, valid_to FROM past.translation) AS t
	 WHERE t.subject_id = s.id AND t.of = t.type AND t.field IN ('title', 'name') AND t.valid_from < s.valid_to AND t.valid_to >= s.valid_to)
 WHERE s.id IN (SELECT subject_id FROM live.translation UNION SELECT subject_id FROM past.translation);
