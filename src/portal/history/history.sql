-- Every version of the project and of its records, with the one before it, newest first. $2: only what comes after this place
-- in the list (microseconds.type.id, as `more` gives it): one transaction may have made many changes at one moment.
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
	SELECT * FROM events WHERE ($2::text IS NULL OR ((extract(epoch FROM at) * 1000000)::bigint, type COLLATE "C", id)
	                            < (split_part($2, '.', 1)::bigint, split_part($2, '.', 2) COLLATE "C", split_part($2, '.', 3)::bigint))
	   AND (styrbord.at() IS NULL OR at <= styrbord.at()) ORDER BY at DESC, type COLLATE "C" DESC, id DESC LIMIT 51
)
SELECT json_build_object('code', p.code, 'title', p.title, 'language', p.language,
	'more', CASE WHEN (SELECT count(*) FROM shown) > 50 THEN (SELECT (extract(epoch FROM at) * 1000000)::bigint || '.' || type || '.' || id
		FROM shown ORDER BY at DESC, type COLLATE "C" DESC, id DESC OFFSET 49 LIMIT 1) END,
	'items', (SELECT coalesce(json_agg(json_build_object('type', s.type, 'n', s.n, 'title', s.title, 'at', s.at, 'by', w.name,
			'before', styrbord.shown_row(s.before), 'after', styrbord.shown_row(s.after)) ORDER BY s.at DESC, s.type COLLATE "C" DESC, s.id DESC), '[]')
		FROM (SELECT * FROM shown ORDER BY at DESC, type COLLATE "C" DESC, id DESC LIMIT 50) s LEFT JOIN live.person w ON w.id = s.by))::text, NULL
FROM p;
