-- name: assignment_record
SELECT json_build_object('n', a.n, 'role', ro.code, 'person', w.account, 'organisation', o.code, 'body', b.code, 'starts_on', a.starts_on,
	'ends_on', a.ends_on, 'project_time_only', a.project_time_only, 'version', a.version)::text, a.version::text
FROM assignment a JOIN project p ON p.id = a.subject_id JOIN role ro ON ro.id = a.role_id LEFT JOIN person w ON w.id = a.person_id
LEFT JOIN organisation o ON o.id = a.organisation_id LEFT JOIN body b ON b.id = a.body_id
WHERE p.code = $1 AND a.n = $2::int;

-- name: assignment_choices
SELECT json_build_object(
	'role', (SELECT coalesce(json_agg(json_build_object('value', code, 'label', name) ORDER BY position, code), '[]') FROM role),
	'person', (SELECT coalesce(json_agg(json_build_object('value', account, 'label', name) ORDER BY name COLLATE "und-x-icu"), '[]') FROM person WHERE active),
	'organisation', (SELECT coalesce(json_agg(json_build_object('value', code, 'label', name) ORDER BY name COLLATE "und-x-icu"), '[]') FROM organisation),
	'body', (SELECT coalesce(json_agg(json_build_object('value', b.code, 'label', b.name) ORDER BY b.name COLLATE "und-x-icu"), '[]')
	           FROM body b JOIN project p ON p.id = b.subject_id WHERE p.code = $1))::text, NULL;

-- name: assignment_insert
INSERT INTO assignment (subject_id, role_id, person_id, organisation_id, body_id, starts_on, ends_on, project_time_only)
SELECT p.id, (SELECT id FROM role WHERE code = v->>'role'), (SELECT id FROM person WHERE account = v->>'person' ORDER BY active DESC, id DESC LIMIT 1),
       (SELECT id FROM organisation WHERE code = v->>'organisation'), (SELECT id FROM body WHERE code = v->>'body' AND subject_id = p.id),
       (v->>'starts_on')::date, (v->>'ends_on')::date, coalesce((v->>'project_time_only')::boolean, false)
  FROM project p, (SELECT $2::jsonb AS v) sent WHERE p.code = $1
RETURNING n::text, version::text;

-- name: assignment_update
UPDATE assignment a SET (role_id, person_id, organisation_id, body_id, starts_on, ends_on, project_time_only) =
	(SELECT (SELECT id FROM role WHERE code = v->>'role'), (SELECT id FROM person WHERE account = v->>'person' ORDER BY id = a.person_id DESC NULLS LAST, active DESC, id DESC LIMIT 1),
	        (SELECT id FROM organisation WHERE code = v->>'organisation'), (SELECT id FROM body WHERE code = v->>'body' AND subject_id = p.id),
	        (v->>'starts_on')::date, (v->>'ends_on')::date, coalesce((v->>'project_time_only')::boolean, false)
	   FROM (SELECT $4::jsonb AS v) sent)
FROM project p WHERE p.code = $1 AND a.subject_id = p.id AND a.n = $2::int AND a.version = $3::int
RETURNING a.n::text, a.version::text;

-- name: assignment_remove
DELETE FROM assignment a USING project p WHERE p.code = $1 AND a.subject_id = p.id AND a.n = $2::int AND a.version = $3::int RETURNING a.n::text;
