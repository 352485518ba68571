-- name: section_record
SELECT json_build_object('n', s.n, 'kind', s.kind, 'heading', s.heading, 'body', s.body, 'position', s.position, 'language', s.language,
	'version', s.version)::text, s.version::text
FROM section s JOIN project p ON p.id = s.subject_id WHERE p.code = $1 AND s.n = $2::int;

-- name: section_insert
INSERT INTO section (subject_id, kind, heading, body, position, language)
SELECT p.id, v->>'kind', v->>'heading', v->>'body', coalesce((v->>'position')::int, 0), v->>'language'
  FROM project p, (SELECT $2::jsonb AS v) sent WHERE p.code = $1
RETURNING n::text, version::text;

-- name: section_update
UPDATE section s SET (kind, heading, body, position, language) =
	(SELECT v->>'kind', v->>'heading', v->>'body', coalesce((v->>'position')::int, 0), v->>'language' FROM (SELECT $4::jsonb AS v) sent)
FROM project p WHERE p.code = $1 AND s.subject_id = p.id AND s.n = $2::int AND s.version = $3::int
RETURNING s.n::text, s.version::text;

-- name: section_remove
DELETE FROM section s USING project p WHERE p.code = $1 AND s.subject_id = p.id AND s.n = $2::int AND s.version = $3::int RETURNING s.n::text;

-- A new section is in the project's language and comes last.
-- name: section_suggest
SELECT json_build_object('language', p.language,
	'position', (SELECT least(coalesce(max(s.position), 0) + 10, 1000) FROM section s WHERE s.subject_id = p.id))::text, NULL
FROM project p WHERE p.code = $1;
