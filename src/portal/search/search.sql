-- Everything that has these words ($1), by kind (those in $2, with commas between them), the best $3 of each. Subjects and passages are found by their functions
-- (sql/repeatable/050_search.sql, 051_passages.sql), and read under their policies. `words` are those that a page marks.
-- name: search
WITH subjects AS MATERIALIZED (SELECT f.subject_id AS id, f.weight FROM styrbord.found($1) AS f),
passages AS MATERIALIZED (SELECT f.kind, f.record_id AS id, f.weight FROM styrbord.passages_found($1) AS f),
hit AS (
	SELECT s.type AS kind, s.id, s.code, NULL::int AS n, s.title, NULL::text AS text, s.language, NULL::bigint AS on_id, h.weight FROM subjects h JOIN subject s ON s.id = h.id
	UNION ALL SELECT p.kind, x.id, NULL, NULL, x.name, x.title, NULL, x.organisation_id, p.weight FROM passages p JOIN person x ON x.id = p.id WHERE p.kind = 'person'
	UNION ALL SELECT p.kind, x.id, NULL, x.n, x.code || ' – ' || x.title, concat_ws(' ', x.description, x.acceptance_criteria), NULL, x.subject_id, p.weight FROM passages p JOIN deliverable x ON x.id = p.id WHERE p.kind = 'deliverable'
	UNION ALL SELECT p.kind, x.id, NULL, x.n, x.title, x.comment, NULL, x.subject_id, p.weight FROM passages p JOIN milestone x ON x.id = p.id WHERE p.kind = 'milestone'
	UNION ALL SELECT p.kind, x.id, NULL, x.n, x.title, concat_ws(' ', x.cause, x.event, x.effect, x.mitigation), NULL, x.subject_id, p.weight FROM passages p JOIN risk x ON x.id = p.id WHERE p.kind = 'risk'
	UNION ALL SELECT p.kind, x.id, NULL, x.n, x.needed, concat_ws(' ', x.used_for, x.provider_name, x.comment, x.provider_comment), NULL, x.subject_id, p.weight FROM passages p JOIN dependency x ON x.id = p.id WHERE p.kind = 'dependency'
	UNION ALL SELECT p.kind, x.id, NULL, x.n, x.reported_on::text, concat_ws(' ', x.summary, x.causes, x.going_well, x.coming_next, x.decision_needed, x.risk_text, x.progress_text, x.economy_text, x.quality_text, x.scope_text, x.benefit_text,
			(SELECT string_agg(k.after, ' ') FROM correction k WHERE k.report_id = x.id)), NULL, x.subject_id, p.weight FROM passages p JOIN status_report x ON x.id = p.id WHERE p.kind = 'status_report'
	UNION ALL SELECT p.kind, x.id, NULL, x.n, x.title, concat_ws(' ', x.text, x.ground), NULL, x.subject_id, p.weight FROM passages p JOIN decision x ON x.id = p.id WHERE p.kind = 'decision'
	UNION ALL SELECT p.kind, x.id, NULL, x.n, x.title, x.conclusion, NULL, x.subject_id, p.weight FROM passages p JOIN meeting x ON x.id = p.id WHERE p.kind = 'meeting'
	UNION ALL SELECT p.kind, x.id, NULL, x.n, x.title, concat_ws(' ', x.text, x.source), NULL, x.subject_id, p.weight FROM passages p JOIN lesson x ON x.id = p.id WHERE p.kind = 'lesson'
	UNION ALL SELECT p.kind, x.id, NULL, x.n, x.title, x.description, NULL, x.subject_id, p.weight FROM passages p JOIN benefit x ON x.id = p.id WHERE p.kind = 'benefit'
	UNION ALL SELECT p.kind, x.id, NULL, x.n, x.title, x.description, NULL, x.subject_id, p.weight FROM passages p JOIN interface x ON x.id = p.id WHERE p.kind = 'interface'
	UNION ALL SELECT p.kind, x.id, NULL, x.n, x.title, x.description, NULL, x.subject_id, p.weight FROM passages p JOIN adaptation x ON x.id = p.id WHERE p.kind = 'adaptation'
	UNION ALL SELECT p.kind, x.id, NULL, x.n, x.title, concat_ws(' ', x.file_name, x.alternative_text), NULL, x.subject_id, p.weight FROM passages p JOIN attachment x ON x.id = p.id WHERE p.kind = 'attachment'
), placed AS (
	SELECT h.*, row_number() OVER (PARTITION BY h.kind ORDER BY h.weight DESC, h.title COLLATE "und-x-icu", h.id) AS place, count(*) OVER (PARTITION BY h.kind) AS in_kind FROM hit h WHERE h.kind = ANY (string_to_array($2, ','))
), shown AS (SELECT * FROM placed WHERE place <= $3::int)
SELECT json_build_object('q', $1::text, 'total', (SELECT count(*) FROM placed), 'words', to_json(styrbord.words_meant($1)),
	'hits', coalesce((SELECT json_agg(json_build_object('kind', s.kind, 'in_kind', s.in_kind, 'id', s.id, 'code', s.code, 'n', s.n, 'title', s.title, 'language', coalesce(s.language, o.language),
		'on', CASE WHEN o.id IS NOT NULL THEN json_build_object('type', o.type, 'code', o.code, 'title', o.title, 'language', o.language) END,
		'text', left(CASE WHEN s.code IS NULL THEN s.text
		                  ELSE concat_ws(' ', (SELECT p.purpose FROM project p WHERE p.id = s.id), (SELECT string_agg(x.heading || '. ' || x.body, ' ') FROM section x WHERE x.subject_id = s.id)) END, 20000))
		ORDER BY s.kind, s.place) FROM shown s LEFT JOIN subject o ON o.id = s.on_id), '[]'))::text, NULL;
