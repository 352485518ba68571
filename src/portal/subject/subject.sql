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
	'attachments', (SELECT coalesce(json_agg(json_build_object('n', t.n, 'title', t.title, 'file', json_build_object('name', t.file_name, 'kind', t.file_kind, 'size', t.file_size),
			'alternative_text', t.alternative_text, 'working_material', t.working_material, 'period_from', t.period_from, 'period_to', t.period_to, 'language', t.language,
			'translations', said.texts->('attachment/' || t.n)) ORDER BY t.position, t.n), '[]') FROM attachment t WHERE t.subject_id = s.id),
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
	'relations', (SELECT coalesce(json_agg(o.link || jsonb_build_object('n', r.n, 'kind', r.kind, 'reference', r.reference, 'note', r.note) ORDER BY r.kind, o.title COLLATE "und-x-icu"), '[]')
		FROM relation r JOIN named o ON o.id = r.other_id WHERE r.subject_id = s.id),
	'related', (SELECT coalesce(json_agg(x.shown ORDER BY x.kind, x.title COLLATE "und-x-icu"), '[]') FROM (
		SELECT r.kind, o.title, o.link || jsonb_build_object('kind', r.kind, 'reference', r.reference, 'note', r.note) AS shown
		  FROM (SELECT t.kind, t.reference, t.note, t.subject_id FROM relation t WHERE t.other_id = s.id LIMIT 100) AS r JOIN named o ON o.id = r.subject_id) AS x),
	'children', (SELECT coalesce(json_agg(x.link ORDER BY x.type DESC, x.title COLLATE "und-x-icu"), '[]') FROM (
		SELECT k.type, k.title, k.link FROM named k WHERE k.parent_id = s.id LIMIT 200) AS x),
	'owned', (SELECT coalesce(json_agg(x.link ORDER BY x.type, x.title COLLATE "und-x-icu"), '[]') FROM (
		SELECT k.type, k.title, k.link FROM named k WHERE k.owner_id = s.id AND k.type IN ('body', 'strategy', 'service', 'model', 'funding_programme', 'survey') LIMIT 200) AS x),
	-- Of many it says that there are more than a hundred.
	'projects', CASE s.type WHEN 'organisation' THEN (SELECT count(*) FROM (SELECT FROM project p WHERE p.owner_id = s.id LIMIT 101) AS x) END,
	'goals', CASE s.type WHEN 'strategy' THEN (SELECT coalesce(json_agg(json_build_object('n', g.n, 'code', g.code, 'number', g.number, 'title', g.title, 'description', g.description,
			'language', g.language, 'translations', said.texts->('strategy_goal/' || g.n), 'why', g.why, 'how', g.how,
			'carries', (SELECT coalesce(json_agg(json_build_object('code', o.code, 'number', o.number, 'title', o.title, 'language', o.language, 'strategy', (SELECT k.link FROM named k WHERE k.id = o.subject_id)) ORDER BY o.code), '[]')
				FROM goal_carries c JOIN strategy_goal o ON o.id = c.other_id WHERE c.goal_id = g.id),
			'carried_by', (SELECT coalesce(json_agg(json_build_object('code', o.code, 'number', o.number, 'title', o.title, 'language', o.language, 'strategy', (SELECT k.link FROM named k WHERE k.id = o.subject_id)) ORDER BY o.code), '[]')
				FROM goal_carries c JOIN strategy_goal o ON o.id = c.goal_id WHERE c.other_id = g.id),
			'projects', (SELECT coalesce(json_agg(x.link ORDER BY x.title COLLATE "und-x-icu"), '[]') FROM (
				SELECT o.title, o.link FROM (SELECT t.subject_id FROM carries t WHERE t.goal_id = g.id LIMIT 20) AS c JOIN named o ON o.id = c.subject_id) AS x),
			'more', (SELECT count(*) > 20 FROM (SELECT FROM carries c WHERE c.goal_id = g.id LIMIT 21) AS x)) ORDER BY g.number, g.n), '[]')
		FROM strategy_goal g WHERE g.subject_id = s.id) ELSE '[]' END,
	-- A strategy's map: what stands beside its goals, kind by kind.
	'map', CASE s.type WHEN 'strategy' THEN (SELECT coalesce(json_agg(x.shown ORDER BY x.place), '[]') FROM (
		SELECT array_position(ARRAY['vision', 'priority', 'means', 'measure', 'prerequisite', 'implementation_phase', 'task'], i.kind) AS place,
		       json_build_object('kind', i.kind, 'list', json_agg(json_build_object('n', i.n, 'title', i.title, 'description', i.description, 'language', i.language, 'translations', said.texts->('strategy_item/' || i.n),
			'goal', (SELECT g.number || ' – ' || g.title FROM strategy_goal g WHERE g.id = i.goal_id), 'role', (SELECT r.code FROM role r WHERE r.id = i.held_role_id), 'role_name', (SELECT r.name FROM role r WHERE r.id = i.held_role_id),
			'starts_on', styrbord.time_text(i.starts_on, i.starts_on_precision), 'ends_on', styrbord.time_text(i.ends_on, i.ends_on_precision)) ORDER BY i.position, i.n)) AS shown
		  FROM strategy_item i WHERE i.subject_id = s.id GROUP BY i.kind) AS x) ELSE '[]' END,
	'versions', CASE s.type WHEN 'strategy' THEN (SELECT coalesce(json_agg(k.link || jsonb_build_object('state', v.state) ORDER BY k.id), '[]') FROM strategy v JOIN named k ON k.id = v.id WHERE v.version_of_id = s.id) ELSE '[]' END,
	-- An event: who asks to it, what it is about, who came, and whether it has been.
	'hosted_by', CASE s.type WHEN 'event' THEN (SELECT coalesce(json_agg(k.link ORDER BY k.title COLLATE "und-x-icu"), '[]') FROM event_host h JOIN named k ON k.id = h.organisation_id WHERE h.event_id = s.id) ELSE '[]' END,
	'takes_up', CASE s.type WHEN 'event' THEN (SELECT coalesce(json_agg(json_build_object('n', i.n, 'title', i.title, 'kind', i.kind, 'language', i.language, 'of', (SELECT k.link FROM named k WHERE k.id = i.subject_id)) ORDER BY i.position, i.n), '[]')
		FROM event_theme t JOIN strategy_item i ON i.id = t.item_id WHERE t.event_id = s.id) ELSE '[]' END,
	'attendance', CASE s.type WHEN 'event' THEN (SELECT coalesce(json_agg(json_build_object('n', a.n, 'people', a.people, 'note', a.note, 'organisation', k.link) ORDER BY k.title COLLATE "und-x-icu"), '[]')
		FROM attendance a JOIN named k ON k.id = a.organisation_id WHERE a.subject_id = s.id) ELSE '[]' END,
	'held', CASE s.type WHEN 'event' THEN (SELECT coalesce(e.ends_on, e.starts_on) < coalesce(styrbord.at()::date, current_date) FROM event e WHERE e.id = s.id) END,
	'corrections', CASE WHEN s.type IN ('news', 'event') THEN (SELECT coalesce(json_agg(json_build_object('n', a.n, 'field', a.field, 'before', a.before, 'after', a.after, 'reason', a.reason, 'amended_at', a.amended_at) ORDER BY a.amended_at DESC, a.n DESC), '[]')
		FROM amendment a WHERE a.subject_id = s.id) ELSE '[]' END,
	'figures', CASE WHEN s.type IN ('organisation', 'service', 'strategy') THEN (SELECT coalesce(json_agg(json_build_object('n', i.n, 'title', i.title, 'unit', i.unit, 'source', coalesce(nullif(m.source, ''), i.source),
			'target', trim_scale(i.target), 'has_target', i.target IS NOT NULL, 'value', trim_scale(m.value), 'measured', m.value IS NOT NULL, 'since_meeting', s.type = 'service' AND m.period_to > (SELECT max(k.held_on) FROM meeting k WHERE k.subject_id = s.id), 'period_from', m.period_from, 'period_to', m.period_to,
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
	-- What whoever has a role must do: by a model, and by the models that a service uses.
	'duties', CASE WHEN s.type IN ('model', 'service') THEN (SELECT coalesce(json_agg(x.shown ORDER BY x.position, x.code), '[]') FROM (
		SELECT r.position, r.code, json_build_object('role', r.code, 'role_name', r.name, 'list', json_agg(json_build_object('n', d.n, 'text', d.text, 'share', d.share,
				'organisation', (SELECT k.link FROM named k WHERE k.id = d.organisation_id), 'of', (SELECT k.link FROM named k WHERE k.id = d.subject_id AND k.id <> s.id)) ORDER BY d.position, d.n)) AS shown
		  FROM model_duty d JOIN role r ON r.id = d.held_role_id
		 WHERE d.subject_id = ANY (ARRAY(SELECT s.id WHERE s.type = 'model' UNION ALL SELECT u.other_id FROM relation u WHERE u.subject_id = s.id AND u.kind = 'uses')) GROUP BY r.id, r.code, r.name, r.position) AS x) ELSE '[]' END,
	-- The clock: which meetings come back, who prepares them and who is invited; and of each unit when it has met and when it meets next.
	'series', CASE WHEN s.type IN ('model', 'service') THEN (SELECT coalesce(json_agg(json_build_object('n', m.n, 'title', m.title, 'after_months', m.after_months, 'every_months', m.every_months, 'note', m.note,
			'of', (SELECT k.link FROM named k WHERE k.id = m.subject_id), 'own', m.subject_id = s.id, 'agenda', (SELECT k.link FROM named k WHERE k.id = m.agenda_id),
			'prepared_by', (SELECT coalesce(json_agg(json_build_object('role', r.code, 'role_name', r.name) ORDER BY r.position, r.code), '[]') FROM series_preparer l JOIN role r ON r.id = l.held_role_id WHERE l.series_id = m.id),
			'invited', (SELECT coalesce(json_agg(json_build_object('role', r.code, 'role_name', r.name) ORDER BY r.position, r.code), '[]') FROM series_invited l JOIN role r ON r.id = l.held_role_id WHERE l.series_id = m.id))
			ORDER BY m.after_months IS NULL, m.subject_id, m.n), '[]')
		FROM meeting_series m WHERE m.subject_id = ANY (ARRAY(SELECT s.id UNION ALL SELECT u.other_id FROM relation u WHERE u.subject_id = s.id AND u.kind = 'uses'))) ELSE '[]' END,
	'follow_up', CASE WHEN s.type IN ('service', 'organisation') THEN (SELECT coalesce(json_agg(json_build_object('unit', unit.link, 'of', thing.link, 'n', x.n, 'title', x.title, 'of_series', owner.link, 'meeting', x.meeting, 'planned_on', x.planned,
			'held_on', x.held_on, 'next_on', x.next_on, 'overdue', x.next_on < coalesce(styrbord.at()::date, current_date)) ORDER BY x.next_on, unit.title COLLATE "und-x-icu", x.n), '[]') FROM (
		SELECT r.organisation_id, v.id AS service_id, m.subject_id, m.n, m.title, last.held_on, last.planned, last.meeting,
		       CASE WHEN last.held_on IS NULL THEN (r.done_on + make_interval(months => coalesce(m.after_months, m.every_months)))::date ELSE (last.held_on + make_interval(months => m.every_months))::date END AS next_on
		  FROM rollout r JOIN subject u ON u.id = r.organisation_id
		 CROSS JOIN LATERAL (SELECT r.subject_id AS id UNION SELECT g.subject_id FROM relation g WHERE g.other_id = r.subject_id AND g.kind = 'grew_out_of') AS v
		  JOIN meeting_series m ON m.subject_id = ANY (ARRAY(SELECT v.id UNION ALL SELECT k.other_id FROM relation k WHERE k.subject_id = v.id AND k.kind = 'uses'))
		 CROSS JOIN LATERAL (SELECT max(t.held_on) AS held_on, min(styrbord.time_text(t.due_on, t.due_on_precision)) FILTER (WHERE t.held_on IS NULL) AS planned,
			(array_agg(json_build_object('n', t.n, 'of', (SELECT json_build_object('type', k.type, 'code', k.code) FROM subject k WHERE k.id = t.subject_id)) ORDER BY t.held_on DESC) FILTER (WHERE t.held_on IS NOT NULL))[1] AS meeting FROM meeting t JOIN meeting_unit l ON l.meeting_id = t.id WHERE t.one_of_id = m.id AND l.organisation_id IN (r.organisation_id, u.parent_id)) AS last
		 WHERE r.done_on IS NOT NULL AND CASE s.type WHEN 'service' THEN v.id = s.id ELSE true END
		   AND r.id = ANY (ARRAY(SELECT q.id FROM rollout q WHERE s.type = 'service' AND q.subject_id = ANY (ARRAY(SELECT s.id UNION ALL SELECT g.other_id FROM relation g WHERE g.subject_id = s.id AND g.kind = 'grew_out_of'))
			UNION ALL SELECT q.id FROM rollout q WHERE s.type = 'organisation' AND q.organisation_id = ANY (ARRAY(SELECT s.id UNION ALL SELECT k.id FROM subject k WHERE k.parent_id = s.id AND k.type = 'organisation')))) LIMIT 200) AS x
		CROSS JOIN LATERAL (SELECT k.title, k.link FROM named k WHERE k.id = x.organisation_id OFFSET 0) AS unit
		CROSS JOIN LATERAL (SELECT k.link FROM named k WHERE k.id = x.service_id OFFSET 0) AS thing
		CROSS JOIN LATERAL (SELECT k.link FROM named k WHERE k.id = x.subject_id OFFSET 0) AS owner) ELSE '[]' END,
	'risks', CASE s.type WHEN 'service' THEN (SELECT coalesce(json_agg(json_build_object('n', k.n, 'kind', k.kind, 'title', k.title, 'probability', k.probability, 'consequence', k.consequence,
			'score', k.probability * k.consequence, 'state', k.state, 'realised_on', k.realised_on, 'mitigation', k.mitigation,
			'light', CASE WHEN k.probability * k.consequence >= 15 THEN 'red' WHEN k.probability * k.consequence >= 8 THEN 'yellow' WHEN k.probability IS NOT NULL THEN 'green' END,
			'owner', (SELECT w.name FROM person w WHERE w.id = k.owner_id)) ORDER BY k.state <> 'open', k.probability * k.consequence DESC NULLS LAST, k.realised_on DESC, k.n), '[]')
		FROM risk k WHERE k.subject_id = s.id) ELSE '[]' END,
	'benefits', CASE s.type WHEN 'service' THEN (SELECT coalesce(json_agg(json_build_object('n', b.n, 'title', b.title, 'description', b.description, 'expected_on', styrbord.time_text(b.expected_on, b.expected_on_precision),
			'indicators', (SELECT coalesce(json_agg(json_build_object('n', i.n, 'title', i.title) ORDER BY i.n), '[]') FROM benefit_indicator l JOIN indicator i ON i.id = l.indicator_id WHERE l.benefit_id = b.id))
			ORDER BY b.expected_on, b.n), '[]') FROM benefit b WHERE b.subject_id = s.id) ELSE '[]' END,
	-- A survey: whom it asks, and of each question what was answered. Who may edit the project takes over what its question fills.
	'closed', CASE s.type WHEN 'survey' THEN (SELECT v.closes_on < coalesce(styrbord.at()::date, current_date) FROM survey v WHERE v.id = s.id) END,
	'asked', CASE s.type WHEN 'survey' THEN (SELECT coalesce(json_agg(x.shown ORDER BY x.title COLLATE "und-x-icu", x.n), '[]') FROM survey v CROSS JOIN LATERAL (
		WITH RECURSIVE below (id, depth) AS (SELECT v.asked_below_id, 1 UNION ALL SELECT k.id, b.depth + 1 FROM below b JOIN subject k ON k.parent_id = b.id WHERE b.depth < 32)
		SELECT o.title, a.n, json_build_object('project', o.link, 'person', w.name, 'person_id', w.id, 'holder', (SELECT k.link FROM named k WHERE k.id IN (a.holder_body_id, a.holder_organisation_id)),
			'empty', a.person_id IS NULL AND a.holder_body_id IS NULL AND a.holder_organisation_id IS NULL,
			'answers', (SELECT count(DISTINCT f.question_id) FROM answer f WHERE f.subject_id = s.id AND f.about_id = a.subject_id),
			'questions', (SELECT count(*) FROM question q WHERE q.subject_id = s.id)) AS shown
		  FROM assignment a JOIN named o ON o.id = a.subject_id LEFT JOIN person w ON w.id = a.person_id
		 WHERE a.role_id = v.asked_role_id AND a.subject_id = ANY (ARRAY(SELECT id FROM below)) AND (a.ends_on IS NULL OR a.ends_on >= coalesce(styrbord.at()::date, current_date)) LIMIT 400) AS x
		WHERE v.id = s.id) ELSE '[]' END,
	'questions', CASE s.type WHEN 'survey' THEN (SELECT coalesce(json_agg(json_build_object('n', q.n, 'title', q.title, 'kind', q.kind, 'options', q.options, 'fills', q.fills,
			'follows', (SELECT json_build_object('n', f.n, 'title', f.title) FROM question f WHERE f.id = q.follows_id),
			'answers', (SELECT coalesce(json_agg(x.shown ORDER BY x.title COLLATE "und-x-icu", x.n), '[]') FROM (
				SELECT o.title, a.n, json_build_object('n', a.n, 'version', a.version, 'about', o.link, 'project_version', p.version, 'value', a.value, 'source', a.source, 'answered_on', a.answered_on,
					'answered_by', (SELECT w.name FROM person w WHERE w.id = a.answered_by_id), 'accepted_at', a.accepted_at, 'accepted_by', (SELECT w.name FROM person w WHERE w.id = a.accepted_by_id),
					'written_by', (SELECT w.name FROM person w WHERE w.id = a.written_by_id AND a.written_by_id IS DISTINCT FROM a.answered_by_id),
					'may_accept', q.fills IS NOT NULL AND a.accepted_at IS NULL AND styrbord.at() IS NULL AND styrbord.may('project.edit', p.id),
					'now', CASE q.fills WHEN 'purpose' THEN p.purpose WHEN 'funding_code' THEN p.funding_code WHEN 'starts_on' THEN styrbord.time_text(p.starts_on, p.starts_on_precision)
						WHEN 'ends_on' THEN styrbord.time_text(p.ends_on, p.ends_on_precision) END) AS shown
				  FROM (SELECT * FROM answer f WHERE f.question_id = q.id LIMIT 400) AS a
				 -- Each by its own key (OFFSET 0): a join of several guesses at what a date leaves reads all subjects.
				 CROSS JOIN LATERAL (SELECT k.title, k.link FROM named k WHERE k.id = a.about_id OFFSET 0) AS o
				 CROSS JOIN LATERAL (SELECT p.* FROM project p WHERE p.id = a.about_id OFFSET 0) AS p) AS x)) ORDER BY q.position, q.n), '[]')
		FROM question q WHERE q.subject_id = s.id) ELSE '[]' END,
	-- Of a body: how many take part, and who does because of a role.
	'decisions', CASE s.type WHEN 'body' THEN (SELECT coalesce(json_agg(x.shown ORDER BY x.decided_on DESC, x.n DESC), '[]') FROM (
		SELECT d.decided_on, d.n, json_build_object('n', d.n, 'title', d.title, 'decided_on', d.decided_on, 'kind', d.kind, 'text', d.text, 'ground', d.ground, 'about', (SELECT k.link FROM named k WHERE k.id = d.about_id),
			'meeting', (SELECT json_build_object('n', m.n, 'title', m.title, 'held_on', m.held_on) FROM meeting m WHERE m.id = d.meeting_id)) AS shown
		  FROM decision d WHERE d.subject_id = s.id ORDER BY d.decided_on DESC, d.n DESC LIMIT 50) AS x) ELSE '[]' END,
	'headcounts', CASE s.type WHEN 'body' THEN (SELECT coalesce(json_agg(json_build_object('n', h.n, 'people', h.people, 'profession', h.profession,
			'organisation', (SELECT k.link FROM named k WHERE k.id = h.organisation_id)) ORDER BY h.people DESC, h.n), '[]') FROM headcount h WHERE h.subject_id = s.id) ELSE '[]' END,
	'member_rules', CASE s.type WHEN 'body' THEN (SELECT coalesce(json_agg(json_build_object('n', m.n, 'role', r.code, 'role_name', r.name, 'note', m.note, 'below', (SELECT k.link FROM named k WHERE k.id = m.below_id),
			'members', (WITH RECURSIVE below (id, depth) AS (SELECT m.below_id, 1 UNION ALL SELECT k.id, b.depth + 1 FROM below b JOIN subject k ON k.parent_id = b.id WHERE b.depth < 32)
				SELECT coalesce(json_agg(x.shown ORDER BY x.title COLLATE "und-x-icu", x.n), '[]') FROM (
					SELECT o.title, a.n, json_build_object('on', o.link, 'person', w.name, 'person_id', w.id, 'holder', (SELECT k.link FROM named k WHERE k.id IN (a.holder_body_id, a.holder_organisation_id)),
						'empty', a.person_id IS NULL AND a.holder_body_id IS NULL AND a.holder_organisation_id IS NULL) AS shown
					  FROM assignment a JOIN named o ON o.id = a.subject_id LEFT JOIN person w ON w.id = a.person_id
					 WHERE a.role_id = m.held_role_id AND a.subject_id = ANY (ARRAY(SELECT id FROM below)) AND (a.ends_on IS NULL OR a.ends_on >= coalesce(styrbord.at()::date, current_date)) LIMIT 200) AS x))
			ORDER BY m.n), '[]') FROM member_rule m JOIN role r ON r.id = m.held_role_id WHERE m.subject_id = s.id) ELSE '[]' END,
	'translated', (SELECT coalesce(json_agg(json_build_object('n', t.n, 'of', t.of, 'field', t.field, 'language', t.language) ORDER BY t.n), '[]') FROM translation t WHERE t.subject_id = s.id),
	'may_answer', s.type = 'survey' AND styrbord.reach('survey.answer') <> 'none',
	'may_roll_out', s.type = 'service' AND styrbord.reach('rollout.edit') <> 'none', 'rights', to_json(styrbord.rights_on(s.id)), 'may_edit', styrbord.may_edit(s.id))::text, NULL
FROM s
-- What is said in other languages, of the subject itself and of what hangs on it: {"section/3": {"fi": {"heading": "…", "published_at": "…"}}}.
CROSS JOIN LATERAL (
	SELECT jsonb_object_agg(x.of, x.languages) AS texts FROM (
		SELECT y.of, jsonb_object_agg(y.language, y.fields) AS languages FROM (
			SELECT t.of, t.language, jsonb_object_agg(t.field, t.text) || jsonb_build_object('published_at', max(t.published_at)) AS fields
			  FROM translation t WHERE t.subject_id = s.id GROUP BY t.of, t.language) AS y GROUP BY y.of) AS x) AS said;
