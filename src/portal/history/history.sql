-- Every version of the project and of its records, with the one before it, newest first. $2: only changes before this moment.
-- References are shown by their code or name; what only machines need is left out.
-- name: history_page
WITH p AS (SELECT id, code, title, language FROM project WHERE code = $1),
versions AS (
	SELECT v.* FROM p, LATERAL styrbord.versions_of(p.id) v
), events AS (
	-- A version that has one before it is a change, one that has none a creation; an ended version that none follows is a removal.
	SELECT type, id, n, title, valid_from AS at, changed_by AS by, lag(document) OVER each AS before, document AS after FROM versions WINDOW each AS (PARTITION BY type, id ORDER BY valid_from)
	UNION ALL
	SELECT v.type, v.id, v.n, v.title, v.valid_to, v.ended_by, v.document, NULL FROM versions v
	 WHERE v.valid_to IS NOT NULL AND NOT EXISTS (SELECT FROM versions w WHERE w.type = v.type AND w.id = v.id AND w.valid_from >= v.valid_to)
), shown AS (
	SELECT * FROM events WHERE ($2::text IS NULL OR at < $2::text::timestamptz) AND (styrbord.at() IS NULL OR at <= styrbord.at()) ORDER BY at DESC, type, id LIMIT 51
)
SELECT json_build_object('code', p.code, 'title', p.title, 'language', p.language,
	'more', CASE WHEN (SELECT count(*) FROM shown) > 50 THEN (SELECT min(at)::text FROM (SELECT at FROM shown ORDER BY at DESC LIMIT 50) x) END,
	'items', (SELECT coalesce(json_agg(json_build_object('type', s.type, 'n', s.n, 'title', s.title, 'at', s.at, 'by', w.name,
			'before', styrbord.shown_row(s.before), 'after', styrbord.shown_row(s.after)) ORDER BY s.at DESC, s.type, s.id), '[]')
		FROM (SELECT * FROM shown ORDER BY at DESC, type, id LIMIT 50) s LEFT JOIN live.person w ON w.id = s.by))::text, NULL
FROM p;
