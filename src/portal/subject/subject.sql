-- What hangs on a subject of any type, for its page beside its own fields: $1 type, $2 code. Runs on live, or on at for ?at=.
-- name: subject_rest
SELECT json_build_object(
	'type', s.type,
	'above', (SELECT coalesce(json_agg(json_build_object('type', u.type, 'code', u.code, 'title', u.title, 'language', u.language)), '[]') FROM subject u WHERE u.id = s.parent_id),
	'aliases', (SELECT coalesce(json_agg(json_build_object('n', a.n, 'alias', a.alias) ORDER BY a.n), '[]') FROM alias a WHERE a.subject_id = s.id),
	'sections', (SELECT coalesce(json_agg(json_build_object('n', t.n, 'kind', t.kind, 'heading', t.heading, 'body', t.body, 'language', t.language,
			'translations', styrbord.translations_of('section', t.id)) ORDER BY t.position, t.n), '[]') FROM section t WHERE t.subject_id = s.id),
	'links', (SELECT coalesce(json_agg(json_build_object('n', l.n, 'title', l.title, 'url', l.url, 'language', l.language) ORDER BY l.position, l.n), '[]')
		FROM link l WHERE l.subject_id = s.id),
	'people', (SELECT coalesce(json_agg(json_build_object('n', a.n, 'on', CASE WHEN a.subject_id <> s.id THEN json_build_object('type', su.type, 'code', su.code, 'title', su.title) END,
			'role', r.code, 'role_name', r.name, 'person', w.name, 'holder', coalesce(hb.name, ho.name), 'empty', a.person_id IS NULL AND a.holder_body_id IS NULL AND a.holder_organisation_id IS NULL,
			'telephone', CASE WHEN (SELECT styrbord.sees('mail')) THEN w.telephone ELSE '' END, 'mail', CASE WHEN (SELECT styrbord.sees('mail')) THEN w.mail ELSE '' END,
			'organisation', ao.name, 'topic', a.topic, 'starts_on', a.starts_on, 'ends_on', a.ends_on, 'project_time_only', a.project_time_only) ORDER BY r.position, a.n, a.id), '[]')
		FROM assignment a JOIN role r ON r.id = a.role_id JOIN subject su ON su.id = a.subject_id LEFT JOIN person w ON w.id = a.person_id LEFT JOIN organisation ao ON ao.id = a.organisation_id
		LEFT JOIN body hb ON hb.id = a.holder_body_id LEFT JOIN organisation ho ON ho.id = a.holder_organisation_id
		WHERE (a.subject_id = s.id OR s.type = 'body' AND a.body_id = s.id) AND (a.ends_on IS NULL OR a.ends_on >= coalesce(styrbord.at()::date, current_date))),
	'relations', (SELECT coalesce(json_agg(json_build_object('n', r.n, 'kind', r.kind, 'note', r.note, 'type', o.type, 'code', o.code, 'title', o.title, 'language', o.language)
			ORDER BY r.kind, o.title COLLATE "und-x-icu"), '[]') FROM relation r JOIN subject o ON o.id = r.other_id WHERE r.subject_id = s.id),
	'related', (SELECT coalesce(json_agg(x.related), '[]') FROM (
		SELECT json_build_object('kind', r.kind, 'note', r.note, 'type', o.type, 'code', o.code, 'title', o.title, 'language', o.language) AS related
		  FROM relation r JOIN subject o ON o.id = r.subject_id WHERE r.other_id = s.id ORDER BY r.kind, o.title COLLATE "und-x-icu" LIMIT 100) AS x),
	'children', (SELECT coalesce(json_agg(json_build_object('type', k.type, 'code', k.code, 'title', k.title, 'language', k.language) ORDER BY k.type DESC, k.title COLLATE "und-x-icu"), '[]')
		FROM subject k WHERE k.parent_id = s.id),
	'owned', (SELECT coalesce(json_agg(json_build_object('type', k.type, 'code', k.code, 'title', k.title, 'language', k.language) ORDER BY k.type, k.title COLLATE "und-x-icu"), '[]')
		FROM subject k WHERE k.owner_id = s.id AND k.type IN ('body', 'strategy')),
	'goals', (SELECT coalesce(json_agg(json_build_object('n', g.n, 'code', g.code, 'number', g.number, 'title', g.title, 'description', g.description, 'language', g.language,
			'translations', styrbord.translations_of('strategy_goal', g.id),
			'projects', (SELECT coalesce(json_agg(json_build_object('code', p.code, 'title', p.title, 'language', p.language) ORDER BY p.title COLLATE "und-x-icu"), '[]')
			               FROM carries c JOIN project p ON p.id = c.subject_id WHERE c.goal_id = g.id)) ORDER BY g.number, g.n), '[]')
		FROM strategy_goal g WHERE g.subject_id = s.id),
	'translations', styrbord.translations_of(s.type, s.id),
	'rights', to_json(styrbord.rights_on(s.id)), 'may_edit', styrbord.may_edit(s.id))::text, NULL
FROM subject s WHERE s.type = $1 AND s.code = $2;
