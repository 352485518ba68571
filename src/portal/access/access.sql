-- name: access_page
SELECT json_build_object('grants', (SELECT coalesce(json_agg(json_build_object('role', g.role, 'scope', g.scope, 'key', g.key, 'group', g."group", 'rule', g.rule,
	'project', (SELECT p.title FROM project p WHERE g.scope = 'project' AND p.code = g.key),
	'on', (SELECT json_build_object('type', y.type, 'code', y.code, 'title', y.title, 'language', y.language, 'translations', y.titles) FROM subject y
		WHERE y.type = CASE g.scope WHEN 'region' THEN 'organisation' ELSE g.scope END AND y.code = upper(g.key)),
	'rights', (SELECT coalesce(json_agg(rr.right_name ORDER BY rr.right_name), '[]') FROM styrbord.role_right rr WHERE rr.role = g.role))), '[]')
	FROM jsonb_to_recordset(styrbord.grants()) AS g (role text, scope text, key text, "group" text, rule text)),
	'granted_at', (SELECT g.granted_at FROM styrbord.grants_state() g), 'confirmed', coalesce((SELECT g.confirmed FROM styrbord.grants_state() g), true),
	'trouble', (SELECT g.trouble FROM styrbord.grants_state() g))::text, NULL;
