-- name: deliverable_record
SELECT json_build_object('n', d.n, 'code', d.code, 'title', d.title, 'description', d.description, 'step', d.step, 'planned_on', d.planned_on,
	'forecast_on', d.forecast_on, 'delivered_on', d.delivered_on, 'finished', d.finished, 'acceptance_criteria', d.acceptance_criteria,
	'version', d.version)::text, d.version::text
FROM deliverable d JOIN project p ON p.id = d.subject_id WHERE p.code = $1 AND d.n = $2::int;

-- name: deliverable_insert
INSERT INTO deliverable (subject_id, code, title, description, step, planned_on, forecast_on, delivered_on, finished, acceptance_criteria)
SELECT p.id, v->>'code', v->>'title', coalesce(v->>'description', ''), coalesce(v->>'step', ''), (v->>'planned_on')::date, (v->>'forecast_on')::date,
       (v->>'delivered_on')::date, coalesce((v->>'finished')::boolean, false), coalesce(v->>'acceptance_criteria', '')
  FROM project p, (SELECT $2::jsonb AS v) sent WHERE p.code = $1
RETURNING n::text, version::text;

-- name: deliverable_update
UPDATE deliverable d SET (code, title, description, step, planned_on, forecast_on, delivered_on, finished, acceptance_criteria) =
	(SELECT v->>'code', v->>'title', coalesce(v->>'description', ''), coalesce(v->>'step', ''), (v->>'planned_on')::date, (v->>'forecast_on')::date,
	        (v->>'delivered_on')::date, coalesce((v->>'finished')::boolean, false), coalesce(v->>'acceptance_criteria', '')
	   FROM (SELECT $4::jsonb AS v) sent)
FROM project p WHERE p.code = $1 AND d.subject_id = p.id AND d.n = $2::int AND d.version = $3::int
RETURNING d.n::text, d.version::text;

-- name: deliverable_remove
DELETE FROM deliverable d USING project p WHERE p.code = $1 AND d.subject_id = p.id AND d.n = $2::int AND d.version = $3::int RETURNING d.n::text;
