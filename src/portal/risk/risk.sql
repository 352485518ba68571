-- name: risk_record
SELECT json_build_object('n', k.n, 'kind', k.kind, 'title', k.title, 'cause', k.cause, 'event', k.event, 'effect', k.effect,
	'probability', k.probability, 'consequence', k.consequence, 'mitigation', k.mitigation, 'residual_probability', k.residual_probability,
	'residual_consequence', k.residual_consequence, 'owner', w.account, 'state', k.state, 'version', k.version)::text, k.version::text
FROM risk k JOIN project p ON p.id = k.subject_id LEFT JOIN person w ON w.id = k.owner_id WHERE p.code = $1 AND k.n = $2::int;

-- name: risk_choices
SELECT json_build_object('owner', (SELECT coalesce(json_agg(json_build_object('value', account, 'label', name) ORDER BY name COLLATE "und-x-icu"), '[]')
	FROM person WHERE active))::text, NULL;

-- name: risk_insert
INSERT INTO risk (subject_id, kind, title, cause, event, effect, probability, consequence, mitigation, residual_probability, residual_consequence, owner_id, state)
SELECT p.id, v->>'kind', v->>'title', coalesce(v->>'cause', ''), coalesce(v->>'event', ''), coalesce(v->>'effect', ''), (v->>'probability')::int,
       (v->>'consequence')::int, coalesce(v->>'mitigation', ''), (v->>'residual_probability')::int, (v->>'residual_consequence')::int,
       (SELECT id FROM person WHERE account = v->>'owner' ORDER BY active DESC, id DESC LIMIT 1), v->>'state'
  FROM project p, (SELECT $2::jsonb AS v) sent WHERE p.code = $1
RETURNING n::text, version::text;

-- name: risk_update
UPDATE risk k SET (kind, title, cause, event, effect, probability, consequence, mitigation, residual_probability, residual_consequence, owner_id, state) =
	(SELECT v->>'kind', v->>'title', coalesce(v->>'cause', ''), coalesce(v->>'event', ''), coalesce(v->>'effect', ''), (v->>'probability')::int,
	        (v->>'consequence')::int, coalesce(v->>'mitigation', ''), (v->>'residual_probability')::int, (v->>'residual_consequence')::int,
	        (SELECT id FROM person WHERE account = v->>'owner' ORDER BY id = k.owner_id DESC NULLS LAST, active DESC, id DESC LIMIT 1), v->>'state'
	   FROM (SELECT $4::jsonb AS v) sent)
FROM project p WHERE p.code = $1 AND k.subject_id = p.id AND k.n = $2::int AND k.version = $3::int
RETURNING k.n::text, k.version::text;

-- name: risk_remove
DELETE FROM risk k USING project p WHERE p.code = $1 AND k.subject_id = p.id AND k.n = $2::int AND k.version = $3::int RETURNING k.n::text;

-- name: risk_suggest
SELECT json_build_object('kind', 'risk', 'state', 'open')::text, NULL FROM project p WHERE p.code = $1;
