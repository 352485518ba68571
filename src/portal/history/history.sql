-- Every version of the project and of its records, with the one before it, newest first. $2: only changes before this moment.
-- References are shown by their code or name; what only machines need is left out.
-- name: history_page
WITH p AS (SELECT id, code, title, language FROM project WHERE code = $1),
versions AS (
	SELECT 'project' AS type, x.id, NULL::int AS n, x.title AS title, x.valid_from, x.changed_by, NULL::timestamptz AS valid_to, NULL::bigint AS ended_by, to_jsonb(x) AS row FROM live.project x, p WHERE x.id = p.id
	UNION ALL SELECT 'project', x.id, NULL, x.title, x.valid_from, x.changed_by, x.valid_to, x.ended_by, to_jsonb(x) FROM past.project x, p WHERE x.id = p.id
	UNION ALL SELECT 'deliverable', x.id, x.n, x.title, x.valid_from, x.changed_by, NULL, NULL, to_jsonb(x) FROM live.deliverable x, p WHERE x.project_id = p.id
	UNION ALL SELECT 'deliverable', x.id, x.n, x.title, x.valid_from, x.changed_by, x.valid_to, x.ended_by, to_jsonb(x) FROM past.deliverable x, p WHERE x.project_id = p.id
	UNION ALL SELECT 'milestone', x.id, x.n, x.title, x.valid_from, x.changed_by, NULL, NULL, to_jsonb(x) FROM live.milestone x, p WHERE x.project_id = p.id
	UNION ALL SELECT 'milestone', x.id, x.n, x.title, x.valid_from, x.changed_by, x.valid_to, x.ended_by, to_jsonb(x) FROM past.milestone x, p WHERE x.project_id = p.id
	UNION ALL SELECT 'risk', x.id, x.n, x.title, x.valid_from, x.changed_by, NULL, NULL, to_jsonb(x) FROM live.risk x, p WHERE x.project_id = p.id
	UNION ALL SELECT 'risk', x.id, x.n, x.title, x.valid_from, x.changed_by, x.valid_to, x.ended_by, to_jsonb(x) FROM past.risk x, p WHERE x.project_id = p.id
	UNION ALL SELECT 'dependency', x.id, x.n, x.needed, x.valid_from, x.changed_by, NULL, NULL, to_jsonb(x) FROM live.dependency x, p WHERE x.project_id = p.id
	UNION ALL SELECT 'dependency', x.id, x.n, x.needed, x.valid_from, x.changed_by, x.valid_to, x.ended_by, to_jsonb(x) FROM past.dependency x, p WHERE x.project_id = p.id
	UNION ALL SELECT 'section', x.id, x.n, x.heading, x.valid_from, x.changed_by, NULL, NULL, to_jsonb(x) FROM live.section x, p WHERE x.project_id = p.id
	UNION ALL SELECT 'section', x.id, x.n, x.heading, x.valid_from, x.changed_by, x.valid_to, x.ended_by, to_jsonb(x) FROM past.section x, p WHERE x.project_id = p.id
	UNION ALL SELECT 'assignment', x.id, x.n, r.name, x.valid_from, x.changed_by, NULL, NULL, to_jsonb(x) FROM live.assignment x JOIN live.role r ON r.id = x.role_id, p WHERE x.project_id = p.id
	UNION ALL SELECT 'assignment', x.id, x.n, r.name, x.valid_from, x.changed_by, x.valid_to, x.ended_by, to_jsonb(x) FROM past.assignment x JOIN live.role r ON r.id = x.role_id, p WHERE x.project_id = p.id
	UNION ALL SELECT 'status_report', x.id, x.n, NULL, x.valid_from, x.changed_by, NULL, NULL, to_jsonb(x) FROM live.status_report x, p WHERE x.project_id = p.id
	UNION ALL SELECT 'status_report', x.id, x.n, NULL, x.valid_from, x.changed_by, x.valid_to, x.ended_by, to_jsonb(x) FROM past.status_report x, p WHERE x.project_id = p.id
), events AS (
	-- A version that has one before it is a change, one that has none a creation; an ended version that none follows is a removal.
	SELECT type, id, n, title, valid_from AS at, changed_by AS by, lag(row) OVER each AS before, row AS after FROM versions WINDOW each AS (PARTITION BY type, id ORDER BY valid_from)
	UNION ALL
	SELECT v.type, v.id, v.n, v.title, v.valid_to, v.ended_by, v.row, NULL FROM versions v
	 WHERE v.valid_to IS NOT NULL AND NOT EXISTS (SELECT FROM versions w WHERE w.type = v.type AND w.id = v.id AND w.valid_from >= v.valid_to)
), shown AS (
	SELECT * FROM events WHERE ($2::text IS NULL OR at < $2::text::timestamptz) AND (styrbord.at() IS NULL OR at <= styrbord.at()) ORDER BY at DESC, type, id LIMIT 51
)
SELECT json_build_object('code', p.code, 'title', p.title, 'language', p.language,
	'more', CASE WHEN (SELECT count(*) FROM shown) > 50 THEN (SELECT min(at)::text FROM (SELECT at FROM shown ORDER BY at DESC LIMIT 50) x) END,
	'items', (SELECT coalesce(json_agg(json_build_object('type', s.type, 'n', s.n, 'title', s.title, 'at', s.at, 'by', w.name,
			'before', styrbord.shown_row(s.before), 'after', styrbord.shown_row(s.after))), '[]')
		FROM (SELECT * FROM shown ORDER BY at DESC, type, id LIMIT 50) s LEFT JOIN live.person w ON w.id = s.by))::text, NULL
FROM p;
