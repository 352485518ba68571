-- $1 the project's code, $2 the request's number, $3 its version.
-- name: change_request_submit
UPDATE change_request q SET state = 'submitted' FROM project p
 WHERE p.code = $1 AND q.subject_id = p.id AND q.n = $2::int AND q.version = $3::int AND q.state = 'draft' RETURNING q.n::text;

-- $4 whether it is granted, $5 the numbers of the changes as a JSON array (NULL: all), $6 the body's decision (NULL: none).
-- name: change_request_decide
SELECT d.n::text FROM styrbord.decide_change($1, $2::int, $3::int, $4::boolean, CASE WHEN $5::jsonb IS NOT NULL THEN ARRAY(SELECT jsonb_array_elements_text($5::jsonb)::int) END, $6) AS d;

-- The story of a project's change requests: what was reported, who asked, what was asked for and among which alternatives, who decided, and what changed.
-- name: project_changes
WITH named AS NOT MATERIALIZED (SELECT o.id, o.code, o.title, json_build_object('type', o.type, 'code', o.code, 'title', o.title, 'language', o.language, 'translations', o.titles) AS link FROM subject o)
SELECT coalesce(json_agg(json_build_object('n', q.n, 'version', q.version, 'title', q.title, 'reason', q.reason, 'money', CASE WHEN sees.money THEN trim_scale(q.money) END, 'weeks', q.weeks, 'scope', q.scope,
		'state', q.state, 'decided_at', q.decided_at,
		'report', (SELECT json_build_object('n', r.n, 'reported_on', r.reported_on) FROM status_report r WHERE r.id = q.said_by_id),
		'asked_by', (SELECT json_build_object('n', d.n, 'title', d.title, 'decided_on', d.decided_on, 'ground', d.ground, 'body', b.link, 'meeting', (SELECT json_build_object('n', m.n, 'title', m.title, 'held_on', m.held_on) FROM meeting m WHERE m.id = d.meeting_id))
			FROM decision d JOIN named b ON b.id = d.subject_id WHERE d.id = q.asked_by_id),
		'decision', (SELECT json_build_object('n', d.n, 'title', d.title, 'decided_on', d.decided_on, 'ground', d.ground, 'body', b.link, 'meeting', (SELECT json_build_object('n', m.n, 'title', m.title, 'held_on', m.held_on) FROM meeting m WHERE m.id = d.meeting_id))
			FROM decision d JOIN named b ON b.id = d.subject_id WHERE d.id = q.decision_id),
		'alternatives', (SELECT coalesce(json_agg(json_build_object('n', a.n, 'title', a.title, 'description', a.description, 'money', CASE WHEN sees.money THEN trim_scale(a.money) END, 'weeks', a.weeks, 'recommended', a.recommended) ORDER BY a.position, a.n), '[]')
			FROM alternative a WHERE a.request_id = q.id),
		'asks', (SELECT coalesce(json_agg(json_build_object('n', c.n, 'of', c.of, 'field', c.field, 'before', c.before, 'after', c.after, 'applied', c.applied,
				'called', CASE split_part(c.of, '/', 1) WHEN 'deliverable' THEN (SELECT d.code || ' – ' || d.title FROM deliverable d WHERE d.subject_id = p.id AND 'deliverable/' || d.n = c.of)
					WHEN 'milestone' THEN (SELECT m.title FROM milestone m WHERE m.subject_id = p.id AND 'milestone/' || m.n = c.of) END) ORDER BY c.n), '[]')
			FROM requested_change c WHERE c.request_id = q.id AND (sees.money OR c.field NOT IN ('cost_frame', 'released'))),
		'decisions', (SELECT coalesce(json_agg(json_build_object('value', b.code || '/' || d.n, 'label', b.title || ': ' || d.title) ORDER BY d.decided_on DESC, d.id DESC), '[]')
			FROM (SELECT * FROM decision f WHERE q.state = 'submitted' AND f.about_id = p.id ORDER BY f.decided_on DESC LIMIT 20) AS d JOIN named b ON b.id = d.subject_id))
	ORDER BY q.n DESC), '[]')::text, NULL
  FROM project p CROSS JOIN (SELECT styrbord.sees('money') AS money OFFSET 0) AS sees JOIN change_request q ON q.subject_id = p.id
 WHERE p.code = $1;
