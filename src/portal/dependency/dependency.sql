-- name: dependency_record
SELECT json_build_object('n', d.n, 'needed', d.needed, 'used_for', d.used_for, 'provider_project', pp.code, 'provider_organisation', o.code,
	'provider_name', d.provider_name, 'criticality', d.criticality, 'due_on', d.due_on, 'light', d.light, 'comment', d.comment,
	'agreed_by_project', d.agreed_by_project, 'agreed_by_provider', d.agreed_by_provider, 'provider_comment', d.provider_comment,
	'version', d.version)::text, d.version::text
FROM dependency d JOIN project p ON p.id = d.subject_id LEFT JOIN project pp ON pp.id = d.provider_project_id
LEFT JOIN organisation o ON o.id = d.provider_organisation_id WHERE p.code = $1 AND d.n = $2::int;

-- name: dependency_choices
SELECT json_build_object('provider_organisation', (SELECT coalesce(json_agg(json_build_object('value', code, 'label', name)
	ORDER BY name COLLATE "und-x-icu"), '[]') FROM organisation))::text, NULL;

-- A provider that is a project of the portal answers for itself: its answer is never given here.
-- name: dependency_insert
INSERT INTO dependency (subject_id, needed, used_for, provider_project_id, provider_organisation_id, provider_name, criticality, due_on, light, comment,
                        agreed_by_project, agreed_by_provider)
SELECT p.id, v->>'needed', coalesce(v->>'used_for', ''), styrbord.project_named(v->>'provider_project', 'provider_project'),
       (SELECT id FROM organisation WHERE code = v->>'provider_organisation'), coalesce(v->>'provider_name', ''), v->>'criticality',
       (v->>'due_on')::date, v->>'light', coalesce(v->>'comment', ''), coalesce((v->>'agreed_by_project')::boolean, false),
       coalesce((v->>'agreed_by_provider')::boolean, false) AND v->>'provider_project' IS NULL
  FROM project p, (SELECT $2::jsonb AS v) sent WHERE p.code = $1
RETURNING n::text, version::text;

-- name: dependency_update
UPDATE dependency d SET (needed, used_for, provider_project_id, provider_organisation_id, provider_name, criticality, due_on, light, comment,
                         agreed_by_project, agreed_by_provider) =
	(SELECT v->>'needed', coalesce(v->>'used_for', ''),
	        -- A provider that the editor may not see is not in the form: it stays, and so does its answer.
	        CASE WHEN v->>'provider_project' IS NULL AND NOT EXISTS (SELECT FROM project x WHERE x.id = d.provider_project_id) THEN d.provider_project_id
	             ELSE styrbord.project_named(v->>'provider_project', 'provider_project') END,
	        (SELECT id FROM organisation WHERE code = v->>'provider_organisation'), coalesce(v->>'provider_name', ''), v->>'criticality',
	        (v->>'due_on')::date, v->>'light', coalesce(v->>'comment', ''), coalesce((v->>'agreed_by_project')::boolean, false),
	        CASE WHEN v->>'provider_project' IS NULL AND (d.provider_project_id IS NULL OR EXISTS (SELECT FROM project x WHERE x.id = d.provider_project_id))
	             THEN coalesce((v->>'agreed_by_provider')::boolean, false) ELSE d.agreed_by_provider END
	   FROM (SELECT $4::jsonb AS v) sent)
FROM project p WHERE p.code = $1 AND d.subject_id = p.id AND d.n = $2::int AND d.version = $3::int
RETURNING d.n::text, d.version::text;

-- name: dependency_remove
DELETE FROM dependency d USING project p WHERE p.code = $1 AND d.subject_id = p.id AND d.n = $2::int AND d.version = $3::int RETURNING d.n::text;

-- As the provider sees it: $1 the provider's code, $2 the needing project's, $3 the number.
-- name: dependency_asked
SELECT json_build_object('n', d.n, 'project', json_build_object('code', p.code, 'title', p.title), 'needed', d.needed, 'used_for', d.used_for,
	'criticality', d.criticality, 'due_on', d.due_on, 'light', d.light, 'comment', d.comment, 'agreed_by_project', d.agreed_by_project,
	'agreed_by_provider', d.agreed_by_provider, 'provider_comment', d.provider_comment)::text, d.version::text
FROM dependency d JOIN project p ON p.id = d.subject_id JOIN project pp ON pp.id = d.provider_project_id
WHERE pp.code = $1 AND p.code = $2 AND d.n = $3::int;

-- name: dependency_answer
UPDATE dependency d SET agreed_by_provider = coalesce(($5::jsonb->>'agreed_by_provider')::boolean, false),
	provider_comment = coalesce($5::jsonb->>'provider_comment', '')
FROM project p, project pp
WHERE pp.code = $1 AND p.code = $2 AND d.subject_id = p.id AND d.provider_project_id = pp.id AND d.n = $3::int AND d.version = $4::int
RETURNING d.n::text, d.version::text;
