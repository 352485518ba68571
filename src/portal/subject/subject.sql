-- What stands on the page of a subject beside its own fields, whatever its type: $1 its type and code, "organisation/HSO". Runs on live, or on at
-- for ?at=. Links to other subjects are in `named`: with their title in other languages.
-- name: subject_beside
WITH s AS NOT MATERIALIZED (SELECT * FROM subject WHERE type = split_part($1, '/', 1) AND code = split_part($1, '/', 2)),
named AS NOT MATERIALIZED (
	SELECT o.id, o.parent_id, o.owner_id, o.type, o.title, jsonb_build_object('type', o.type, 'code', o.code, 'title', o.title, 'language', o.language,
		'translations', o.titles) AS link
	  FROM subject o
)
SELECT json_build_object(
	'type', s.type, 'translations', said.texts->s.type,
	'above', (WITH RECURSIVE up (id, parent_id, depth) AS (
			SELECT u.id, u.parent_id, 1 FROM subject u WHERE u.id = s.parent_id
			UNION ALL SELECT u.id, u.parent_id, up.depth + 1 FROM up JOIN subject u ON u.id = up.parent_id WHERE up.depth < 16)
		SELECT coalesce(json_agg(o.link ORDER BY up.depth DESC), '[]') FROM up JOIN named o ON o.id = up.id),
	'aliases', (SELECT coalesce(json_agg(json_build_object('n', a.n, 'alias', a.alias) ORDER BY a.n), '[]') FROM alias a WHERE a.subject_id = s.id),
	'sections', (SELECT coalesce(json_agg(json_build_object('n', t.n, 'kind', t.kind, 'heading', t.heading, 'body', t.body, 'language', t.language,
			'translations', said.texts->('section/' || t.n)) ORDER BY t.position, t.n), '[]') FROM section t WHERE t.subject_id = s.id),
	'links', (SELECT coalesce(json_agg(json_build_object('n', l.n, 'title', l.title, 'url', l.url, 'language', l.language) ORDER BY l.position, l.n), '[]')
		FROM link l WHERE l.subject_id = s.id),
	'people', (SELECT coalesce(json_agg(x.shown ORDER BY x.position, x.n, x.id), '[]') FROM (
		SELECT r.position, a.n, a.id, json_build_object('n', a.n, 'on', (SELECT o.link FROM named o WHERE o.id = a.subject_id AND a.subject_id <> s.id),
			'role', r.code, 'role_name', r.name, 'person', w.name, 'person_id', w.id, 'title', w.title,
			'holder', (SELECT o.link FROM named o WHERE o.id IN (a.holder_body_id, a.holder_organisation_id)),
			'empty', a.person_id IS NULL AND a.holder_body_id IS NULL AND a.holder_organisation_id IS NULL,
			'telephone', CASE WHEN (SELECT styrbord.sees('mail')) THEN w.telephone ELSE '' END, 'mail', CASE WHEN (SELECT styrbord.sees('mail')) THEN w.mail ELSE '' END,
			'organisation', (SELECT o.link FROM named o WHERE o.id = a.organisation_id), 'topic', a.topic, 'starts_on', a.starts_on, 'ends_on', a.ends_on,
			'project_time_only', a.project_time_only) AS shown
		  FROM assignment a JOIN role r ON r.id = a.role_id LEFT JOIN person w ON w.id = a.person_id
		 WHERE (a.subject_id = s.id OR s.type = 'body' AND a.body_id = s.id) AND (a.ends_on IS NULL OR a.ends_on >= coalesce(styrbord.at()::date, current_date))
		 ORDER BY r.position, a.n, a.id LIMIT 200) AS x),
	'relations', (SELECT coalesce(json_agg(o.link || jsonb_build_object('n', r.n, 'kind', r.kind, 'note', r.note) ORDER BY r.kind, o.title COLLATE "und-x-icu"), '[]')
		FROM relation r JOIN named o ON o.id = r.other_id WHERE r.subject_id = s.id),
	'related', (SELECT coalesce(json_agg(x.shown ORDER BY x.kind, x.title COLLATE "und-x-icu"), '[]') FROM (
		SELECT r.kind, o.title, o.link || jsonb_build_object('kind', r.kind, 'note', r.note) AS shown
		  FROM (SELECT t.kind, t.note, t.subject_id FROM relation t WHERE t.other_id = s.id LIMIT 100) AS r JOIN named o ON o.id = r.subject_id) AS x),
	'children', (SELECT coalesce(json_agg(x.link ORDER BY x.type DESC, x.title COLLATE "und-x-icu"), '[]') FROM (
		SELECT k.type, k.title, k.link FROM named k WHERE k.parent_id = s.id LIMIT 200) AS x),
	'owned', (SELECT coalesce(json_agg(x.link ORDER BY x.type, x.title COLLATE "und-x-icu"), '[]') FROM (
		SELECT k.type, k.title, k.link FROM named k WHERE k.owner_id = s.id AND k.type IN ('body', 'strategy', 'service', 'model') LIMIT 200) AS x),
	-- Of many it says that there are more than a hundred.
	'projects', CASE s.type WHEN 'organisation' THEN (SELECT count(*) FROM (SELECT FROM project p WHERE p.owner_id = s.id LIMIT 101) AS x) END,
	'goals', CASE s.type WHEN 'strategy' THEN (SELECT coalesce(json_agg(json_build_object('n', g.n, 'code', g.code, 'number', g.number, 'title', g.title, 'description', g.description,
			'language', g.language, 'translations', said.texts->('strategy_goal/' || g.n),
			'projects', (SELECT coalesce(json_agg(x.link ORDER BY x.title COLLATE "und-x-icu"), '[]') FROM (
				SELECT o.title, o.link FROM (SELECT t.subject_id FROM carries t WHERE t.goal_id = g.id LIMIT 20) AS c JOIN named o ON o.id = c.subject_id) AS x),
			'more', (SELECT count(*) > 20 FROM (SELECT FROM carries c WHERE c.goal_id = g.id LIMIT 21) AS x)) ORDER BY g.number, g.n), '[]')
		FROM strategy_goal g WHERE g.subject_id = s.id) ELSE '[]' END,
	'figures', CASE WHEN s.type IN ('organisation', 'service') THEN (SELECT coalesce(json_agg(json_build_object('n', i.n, 'title', i.title, 'unit', i.unit, 'source', coalesce(nullif(m.source, ''), i.source),
			'target', trim_scale(i.target), 'has_target', i.target IS NOT NULL, 'value', trim_scale(m.value), 'measured', m.value IS NOT NULL, 'period_from', m.period_from, 'period_to', m.period_to,
			'unit_of', (SELECT k.link FROM named k WHERE k.id = m.organisation_id)) ORDER BY i.n), '[]')
		FROM indicator i LEFT JOIN LATERAL (SELECT * FROM measurement f WHERE f.indicator_id = i.id ORDER BY f.period_to DESC, f.organisation_id IS NOT NULL, f.id DESC LIMIT 1) AS m ON true
		WHERE i.subject_id = s.id) ELSE '[]' END,
	'items', CASE s.type WHEN 'model' THEN (SELECT coalesce(json_agg(json_build_object('n', i.n, 'title', i.title, 'description', i.description, 'involves', i.involves,
			'role', r.code, 'role_name', r.name, 'states', (SELECT coalesce(json_agg(x.shown ORDER BY x.title COLLATE "und-x-icu"), '[]') FROM (
				SELECT o.title, o.link || jsonb_build_object('n', t.n, 'state', t.state, 'planned_on', styrbord.time_text(t.planned_on, t.planned_on_precision), 'reached_on', t.reached_on) AS shown
				  FROM (SELECT * FROM item_state f WHERE f.item_id = i.id LIMIT 100) AS t JOIN named o ON o.id = t.subject_id) AS x)) ORDER BY i.position, i.n), '[]')
		FROM model_item i LEFT JOIN role r ON r.id = i.carried_by_id WHERE i.subject_id = s.id) ELSE '[]' END,
	-- What a service reaches; and what reaches an organisation and its units.
	'rollouts', CASE WHEN s.type IN ('organisation', 'service') THEN (SELECT coalesce(json_agg(x.shown ORDER BY x.done_on IS NOT NULL, x.planned_on, x.title COLLATE "und-x-icu"), '[]') FROM (
		SELECT r.done_on, r.planned_on, o.title, json_build_object('n', r.n, 'of', o.link, 'to', (SELECT k.link FROM named k WHERE k.id = r.organisation_id), 'here', r.organisation_id = s.id,
			'kind', r.kind, 'planning_stage', r.planning_stage, 'contact_made_on', r.contact_made_on, 'early_from', styrbord.time_text(r.early_from, r.early_from_precision),
			'broad_from', styrbord.time_text(r.broad_from, r.broad_from_precision), 'planned_on', styrbord.time_text(r.planned_on, r.planned_on_precision), 'done_on', r.done_on,
			'overdue', r.done_on IS NULL AND r.planned_on < coalesce(styrbord.at()::date, current_date)) AS shown
		  FROM rollout r JOIN named o ON o.id = r.subject_id
		 WHERE r.subject_id = s.id OR r.organisation_id IN (SELECT s.id UNION ALL SELECT u.id FROM subject u WHERE u.parent_id = s.id AND u.type = 'organisation') LIMIT 200) AS x) ELSE '[]' END,
	-- What a service asks; and what is asked of an organisation, by itself or in a group that it takes part in, and is not done yet.
	'adaptations', CASE s.type WHEN 'service' THEN (SELECT coalesce(json_agg(json_build_object('n', a.n, 'title', a.title, 'kind', a.kind, 'due_on', styrbord.time_text(a.due_on, a.due_on_precision),
			'of', (SELECT k.link FROM named k WHERE k.id = s.id)) ORDER BY a.due_on, a.n), '[]') FROM adaptation a WHERE a.subject_id = s.id)
		WHEN 'organisation' THEN (SELECT coalesce(json_agg(x.shown ORDER BY x.due_on, x.id), '[]') FROM (
		SELECT a.due_on, a.id, json_build_object('n', a.n, 'title', a.title, 'kind', a.kind, 'due_on', styrbord.time_text(a.due_on, a.due_on_precision), 'of', o.link, 'state', t.state, 'state_n', t.n,
			'shared', (SELECT k.link FROM named k WHERE k.id = t.organisation_id AND k.id <> s.id)) AS shown
		  FROM adaptation_state t JOIN adaptation a ON a.id = t.adaptation_id JOIN named o ON o.id = a.subject_id
		 WHERE t.state NOT IN ('done', 'not_needed') AND t.organisation_id IN (SELECT s.id UNION ALL SELECT r.other_id FROM relation r WHERE r.subject_id = s.id) LIMIT 200) AS x) ELSE '[]' END,
	'translated', (SELECT coalesce(json_agg(json_build_object('n', t.n, 'of', t.of, 'field', t.field, 'language', t.language) ORDER BY t.n), '[]') FROM translation t WHERE t.subject_id = s.id),
	'may_roll_out', s.type = 'service' AND styrbord.reach('rollout.edit') <> 'none', 'rights', to_json(styrbord.rights_on(s.id)), 'may_edit', styrbord.may_edit(s.id))::text, NULL
FROM s
-- What is said in other languages, of the subject itself and of what hangs on it: {"section/3": {"fi": {"heading": "…", "published_at": "…"}}}.
CROSS JOIN LATERAL (
	SELECT jsonb_object_agg(x.of, x.languages) AS texts FROM (
		SELECT y.of, jsonb_object_agg(y.language, y.fields) AS languages FROM (
			SELECT t.of, t.language, jsonb_object_agg(t.field, t.text) || jsonb_build_object('published_at', max(t.published_at)) AS fields
			  FROM translation t WHERE t.subject_id = s.id GROUP BY t.of, t.language) AS y GROUP BY y.of) AS x) AS said;
