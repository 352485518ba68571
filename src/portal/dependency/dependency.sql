-- As the provider sees it: $1 the provider's code, $2 the needing project's and the number, as PROJECT/N.
-- name: dependency_asked
SELECT json_build_object('n', d.n, 'project', json_build_object('code', p.code, 'title', p.title), 'needed', d.needed, 'used_for', d.used_for,
	'criticality', d.criticality, 'due_on', styrbord.time_text(d.due_on, d.due_on_precision), 'light', d.light, 'comment', d.comment, 'agreed_by_project', d.agreed_by_project,
	'agreed_by_provider', d.agreed_by_provider, 'provider_comment', d.provider_comment)::text, d.version::text
FROM dependency d JOIN project p ON p.id = d.subject_id JOIN project pp ON pp.id = d.provider_project_id
WHERE pp.code = $1 AND p.code = split_part($2, '/', 1) AND d.n = split_part($2, '/', 2)::int;

-- name: dependency_answer
UPDATE dependency d SET agreed_by_provider = coalesce(($4::jsonb->>'agreed_by_provider')::boolean, false),
	provider_comment = coalesce($4::jsonb->>'provider_comment', '')
FROM project p, project pp
WHERE pp.code = $1 AND p.code = split_part($2, '/', 1) AND d.subject_id = p.id AND d.provider_project_id = pp.id
  AND d.n = split_part($2, '/', 2)::int AND d.version = $3::int
RETURNING p.code || '/' || d.n, d.version::text;
