-- name: milestone_record
SELECT json_build_object('n', m.n, 'title', m.title, 'kind', m.kind, 'planned_on', m.planned_on, 'forecast_on', m.forecast_on,
	'reached_on', m.reached_on, 'comment', m.comment, 'version', m.version)::text, m.version::text
FROM milestone m JOIN project p ON p.id = m.subject_id WHERE p.code = $1 AND m.n = $2::int;

-- name: milestone_insert
INSERT INTO milestone (subject_id, title, kind, planned_on, forecast_on, reached_on, comment)
SELECT p.id, v->>'title', v->>'kind', (v->>'planned_on')::date, (v->>'forecast_on')::date, (v->>'reached_on')::date, coalesce(v->>'comment', '')
  FROM project p, (SELECT $2::jsonb AS v) sent WHERE p.code = $1
RETURNING n::text, version::text;

-- name: milestone_update
UPDATE milestone m SET (title, kind, planned_on, forecast_on, reached_on, comment) =
	(SELECT v->>'title', v->>'kind', (v->>'planned_on')::date, (v->>'forecast_on')::date, (v->>'reached_on')::date, coalesce(v->>'comment', '')
	   FROM (SELECT $4::jsonb AS v) sent)
FROM project p WHERE p.code = $1 AND m.subject_id = p.id AND m.n = $2::int AND m.version = $3::int
RETURNING m.n::text, m.version::text;

-- name: milestone_remove
DELETE FROM milestone m USING project p WHERE p.code = $1 AND m.subject_id = p.id AND m.n = $2::int AND m.version = $3::int RETURNING m.n::text;
