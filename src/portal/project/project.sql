-- The project's page: everything that somebody who reads for one minute needs, in one document.
-- Runs on schema live, or on schema at for ?at=: tables are therefore named without a schema.
-- name: project_page
-- In two parts: a function takes a hundred arguments.
SELECT left(json_build_object(
	'code', p.code, 'title', p.title, 'purpose', p.purpose, 'language', p.language, 'translations', said.texts->'project', 'kind', p.kind,
	'segment', p.segment, 'phase', p.phase, 'lifecycle', p.lifecycle, 'restricted', p.visibility = 'members', 'visibility', p.visibility,
	'starts_on', styrbord.time_text(p.starts_on, p.starts_on_precision), 'ends_on', styrbord.time_text(p.ends_on, p.ends_on_precision), 'cost_frame', CASE WHEN sees.money THEN trim_scale(p.cost_frame) END, 'released', CASE WHEN sees.money THEN trim_scale(p.released) END, 'currency', CASE WHEN sees.money THEN p.currency END,
	'funding_code', p.funding_code, 'version', p.version,
	-- Anything of the project's, as far as the reader may see it.
	'changed_at', greatest(p.valid_from, (SELECT c.at FROM styrbord.change c WHERE c.subject_id = p.id AND (styrbord.at() IS NULL OR c.at <= styrbord.at()) ORDER BY c.at DESC, c.id DESC LIMIT 1)),
	'aliases', (SELECT coalesce(json_agg(a.alias ORDER BY a.n), '[]') FROM alias a WHERE a.subject_id = p.id),
	'owner', json_build_object('code', o.code, 'name', o.title, 'language', o.language, 'translations', styrbord.as_names(o.titles)),
	'contact', (SELECT json_build_object('name', c.name, 'title', c.title, 'mail', CASE WHEN sees.mail THEN c.mail ELSE '' END) FROM person c WHERE c.id = p.contact_id),
	'parent', CASE WHEN up.id IS NOT NULL THEN json_build_object('code', up.code, 'title', up.title, 'language', up.language, 'kind', up.kind) END,
	'goals', (SELECT coalesce(json_agg(json_build_object('code', g.code, 'number', g.number, 'title', g.title, 'language', g.language,
			'translations', (SELECT json_object_agg(l.language, json_build_object('title', l.text, 'published_at', l.published_at)) FROM translation l
			                  WHERE l.type = 'strategy_goal' AND l.record_id = g.id AND l.field = 'title'),
			'strategy', (SELECT json_build_object('type', 'strategy', 'code', y.code, 'title', y.title, 'language', y.language) FROM strategy y WHERE y.id = g.subject_id))
			ORDER BY g.number, g.code), '[]')
	            FROM carries pg JOIN strategy_goal g ON g.id = pg.goal_id WHERE pg.subject_id = p.id),
	'status', reports.latest->>'status_label', 'light', reports.latest->>'light', 'risk', reports.latest->>'risk_level', 'report', reports.latest,
	'trend', reports.trend,
	'drafts', reports.drafts,
	'sections', (SELECT coalesce(json_agg(json_build_object('n', s.n, 'kind', s.kind, 'heading', s.heading, 'body', s.body,
	                                                        'language', s.language, 'translations', said.texts->('section/' || s.n)) ORDER BY s.position, s.n), '[]')
	               FROM section s WHERE s.subject_id = p.id),
	'deliverables', (SELECT json_build_object('finished', count(*) FILTER (WHERE d.finished), 'total', count(*),
		'items', coalesce(json_agg(json_build_object('n', d.n, 'code', d.code, 'title', d.title, 'description', d.description,
			'step', d.step, 'planned_on', styrbord.time_text(d.planned_on, d.planned_on_precision), 'forecast_on', styrbord.time_text(d.forecast_on, d.forecast_on_precision), 'delivered_on', d.delivered_on,
			'finished', d.finished, 'acceptance_criteria', d.acceptance_criteria,
			'partners', (SELECT coalesce(json_agg(json_build_object('type', 'organisation', 'code', y.code, 'title', y.name, 'language', y.language) ORDER BY y.name COLLATE "und-x-icu"), '[]')
				FROM made_with k JOIN organisation y ON y.id = k.organisation_id WHERE k.deliverable_id = d.id),
			'state', CASE WHEN d.finished THEN 'finished_delivered'
			              WHEN coalesce(d.forecast_on, d.planned_on) > d.planned_on OR d.planned_on < today.day THEN 'delayed'
			              ELSE 'planned' END) ORDER BY d.code, d.n), '[]'))
		FROM deliverable d WHERE d.subject_id = p.id),
	'milestones', (SELECT coalesce(json_agg(json_build_object('n', m.n, 'title', m.title, 'kind', m.kind, 'planned_on', styrbord.time_text(m.planned_on, m.planned_on_precision),
			'forecast_on', styrbord.time_text(m.forecast_on, m.forecast_on_precision), 'reached_on', m.reached_on, 'comment', m.comment,
			'state', CASE WHEN m.reached_on IS NOT NULL THEN 'finished_delivered'
			              WHEN coalesce(m.forecast_on, m.planned_on) > m.planned_on OR m.planned_on < today.day THEN 'delayed'
			              ELSE 'planned' END) ORDER BY coalesce(m.reached_on, m.forecast_on, m.planned_on), m.n), '[]')
		FROM milestone m WHERE m.subject_id = p.id),
	'risks', (SELECT coalesce(json_agg(json_build_object('n', k.n, 'kind', k.kind, 'title', k.title, 'probability', k.probability,
			'consequence', k.consequence, 'score', k.probability * k.consequence, 'state', k.state, 'mitigation', k.mitigation,
			'realised_on', k.realised_on, 'residual_score', k.residual_probability * k.residual_consequence,
			'is_opportunity', k.kind = 'opportunity', 'light', CASE WHEN k.kind = 'opportunity' THEN NULL WHEN k.probability * k.consequence >= 15 THEN 'red' WHEN k.probability * k.consequence >= 8 THEN 'yellow' WHEN k.probability IS NOT NULL THEN 'green' END,
			'owner', w.name) ORDER BY k.state <> 'open', k.probability * k.consequence DESC NULLS LAST, k.n), '[]')
		FROM risk k LEFT JOIN person w ON w.id = k.owner_id WHERE k.subject_id = p.id),
	'dependencies', (SELECT coalesce(json_agg(json_build_object('n', d.n, 'needed', d.needed, 'used_for', d.used_for,
			'provider_name', d.provider_name, 'provider_organisation', from_whom.organisation, 'provider_project', from_whom.project,
			'criticality', d.criticality, 'due_on', styrbord.time_text(d.due_on, d.due_on_precision), 'light', d.light, 'comment', d.comment,
			'agreed', d.agreed_by_project AND d.agreed_by_provider,
			'agreement', CASE WHEN d.agreed_by_project AND d.agreed_by_provider THEN 'agreed' WHEN d.agreed_by_project THEN 'waiting_for_provider'
			                  WHEN d.agreed_by_provider THEN 'waiting_for_project' ELSE 'not_agreed' END) ORDER BY d.due_on, d.n), '[]')
		FROM dependency d CROSS JOIN LATERAL (SELECT min(y.title) FILTER (WHERE y.type = 'organisation') AS organisation,
				(array_agg(json_build_object('code', y.code, 'title', y.title)) FILTER (WHERE y.type = 'project'))[1] AS project
				FROM subject y WHERE y.id IN (d.provider_project_id, d.provider_organisation_id)) AS from_whom WHERE d.subject_id = p.id),
	-- What the page says because a survey's answer was taken over, as long as it says so.
	'from_answers', (SELECT coalesce(json_agg(json_build_object('field', q.fills, 'type', 'survey', 'code', y.code, 'title', y.title, 'language', y.language, 'accepted_at', f.accepted_at) ORDER BY f.accepted_at DESC), '[]')
		FROM answer f JOIN question q ON q.id = f.question_id JOIN subject y ON y.id = f.subject_id
		WHERE f.about_id = p.id AND f.accepted_at IS NOT NULL AND f.value = CASE q.fills WHEN 'purpose' THEN p.purpose WHEN 'funding_code' THEN p.funding_code
			WHEN 'starts_on' THEN styrbord.time_text(p.starts_on, p.starts_on_precision) WHEN 'ends_on' THEN styrbord.time_text(p.ends_on, p.ends_on_precision) END),
	'interfaces', (SELECT coalesce(json_agg(json_build_object('n', i.n, 'title', i.title, 'state', i.state, 'description', i.description, 'projects', l.projects,
			'owner', (SELECT w.name FROM person w WHERE w.id = i.owner_id), 'handled_by', (SELECT json_build_object('type', 'body', 'code', y.code, 'title', y.title, 'language', y.language) FROM subject y WHERE y.id = i.handled_by_id))
			ORDER BY i.state = 'closed', i.title COLLATE "und-x-icu", i.id), '[]')
		FROM interface i CROSS JOIN LATERAL (
			SELECT json_agg(json_build_object('type', y.type, 'code', y.code, 'title', y.title, 'language', y.language, 'here', y.id = p.id, 'answers', y.id = i.subject_id) ORDER BY y.id <> i.subject_id, y.title COLLATE "und-x-icu") AS projects
			  FROM subject y WHERE y.id = ANY (array_append(ARRAY(SELECT k.other_id FROM interface_project k WHERE k.interface_id = i.id), i.subject_id))) AS l
		WHERE i.subject_id = p.id OR i.id = ANY (ARRAY(SELECT k.interface_id FROM interface_project k WHERE k.other_id = p.id))),
	'needed_by', (SELECT coalesce(json_agg(json_build_object('n', d.n, 'project', json_build_object('code', np.code, 'title', np.title),
			'needed', d.needed, 'due_on', styrbord.time_text(d.due_on, d.due_on_precision), 'criticality', d.criticality, 'light', d.light,
			'agreement', CASE WHEN d.agreed_by_project AND d.agreed_by_provider THEN 'agreed' WHEN d.agreed_by_project THEN 'waiting_for_provider'
			                  WHEN d.agreed_by_provider THEN 'waiting_for_project' ELSE 'not_agreed' END) ORDER BY d.due_on, d.id), '[]')
		FROM dependency d JOIN subject np ON np.id = d.subject_id WHERE d.provider_project_id = p.id),
	'children', (SELECT coalesce(json_agg(json_build_object('code', k.code, 'title', k.title, 'kind', k.kind, 'lifecycle', k.lifecycle,
			'status', ks.status_label, 'light', ks.light) ORDER BY k.position, k.kind, k.title COLLATE "und-x-icu"), '[]')
		FROM project k LEFT JOIN standing ks ON ks.subject_id = k.id WHERE k.parent_id = p.id),
	'people', people.present,
	'participants', relations.participants,
	'links', (SELECT coalesce(json_agg(json_build_object('n', l.n, 'title', l.title, 'url', l.url, 'language', l.language) ORDER BY l.position, l.n), '[]')
		FROM link l WHERE l.subject_id = p.id),
	'attachments', (SELECT coalesce(json_agg(json_build_object('n', t.n, 'title', t.title, 'file', json_build_object('name', t.file_name, 'kind', t.file_kind, 'size', t.file_size),
			'alternative_text', t.alternative_text, 'working_material', t.working_material, 'period_from', t.period_from, 'period_to', t.period_to, 'language', t.language,
			'translations', said.texts->('attachment/' || t.n)) ORDER BY t.position, t.n), '[]') FROM attachment t WHERE t.subject_id = p.id),
	'relations', relations.others, -- those to organisations are `participants`
	'related', relations.related, -- from the other side
	'bodies', made.bodies, 'made', made.others,
	'translated', coalesce(said.all, '[]'),
	'counts', json_build_object('people', people.n, 'reports', reports.n, 'change_requests', (SELECT count(*) FROM change_request q WHERE q.subject_id = p.id)),
	'rights', to_json(styrbord.rights_on(p.id))
)::text, -1) || ', ' || substr(json_build_object(
	'age', json_build_object('due_on', age.due_on, 'state', styrbord.report_age(age.due_on, p.lifecycle, today.day), 'weeks', (today.day - age.reported_on) / 7,
		'overdue', p.lifecycle = 'ongoing' AND p.ends_on < today.day)
)::text, 2), p.version::text
FROM project p
CROSS JOIN LATERAL (SELECT coalesce(styrbord.at()::date, current_date) AS day) today
JOIN subject o ON o.id = p.owner_id
LEFT JOIN project up ON up.id = p.parent_id
CROSS JOIN (SELECT styrbord.sees('mail') AS mail, styrbord.sees('money') AS money OFFSET 0) AS sees -- asked once
CROSS JOIN LATERAL (
	SELECT count(*) AS n, coalesce(json_agg(json_build_object('n', a.n, 'role', ro.code, 'role_name', ro.name, 'person', w.name, 'person_id', w.id, 'title', w.title,
			'telephone', CASE WHEN sees.mail THEN w.telephone ELSE '' END, 'mail', CASE WHEN sees.mail THEN w.mail ELSE '' END,
			'holder', about.of->(coalesce(a.holder_body_id, a.holder_organisation_id)::text), 'topic', a.topic,
			'empty', a.person_id IS NULL AND a.holder_body_id IS NULL AND a.holder_organisation_id IS NULL,
			'organisation', about.of->(a.organisation_id::text)->>'title', 'body', about.of->(a.body_id::text)->>'title',
			'starts_on', a.starts_on, 'ends_on', a.ends_on, 'project_time_only', a.project_time_only) ORDER BY about.of->(a.body_id::text)->>'title' NULLS FIRST, ro.position, a.n)
		FILTER (WHERE a.ends_on IS NULL OR a.ends_on >= today.day), '[]') AS present
	  FROM assignment a JOIN role ro ON ro.id = a.role_id LEFT JOIN person w ON w.id = a.person_id
	 CROSS JOIN LATERAL (SELECT jsonb_object_agg(y.id, json_build_object('type', y.type, 'code', y.code, 'title', y.title, 'language', y.language)) AS of
	                       FROM subject y WHERE y.id IN (a.organisation_id, a.body_id, a.holder_body_id, a.holder_organisation_id)) AS about
	 WHERE a.subject_id = p.id) AS people
-- What was put right afterwards, in the words that stand now: {report: {field: value}}.
CROSS JOIN LATERAL (
	SELECT jsonb_object_agg(f.report_id, f.values) AS of_report FROM (
		SELECT k.report_id, jsonb_object_agg(k.field, styrbord.corrected_value(k.field, k.after) ORDER BY k.n) AS values
		  FROM correction k WHERE k.subject_id = p.id GROUP BY k.report_id) AS f) AS corrected
-- All of its reports, read once. The latest of those that are published, by the date that stands now (as styrbord.stand() has it), says where
-- the project stands; the last 24 are the trend.
CROSS JOIN LATERAL (
	SELECT count(*) AS n, coalesce(json_agg(json_build_object('n', s.n, 'reported_on', s.reported_on, 'state', s.state) ORDER BY s.n) FILTER (WHERE NOT s.published), '[]') AS drafts,
	       coalesce(json_agg(json_build_object('n', s.n, 'reported_on', s.reported_on, 'light', s.light, 'status', s.status_label, 'risk', s.risk_level) ORDER BY s.place DESC) FILTER (WHERE s.published AND s.place <= 24), '[]') AS trend,
	       (array_agg(jsonb_build_object('n', s.n, 'reported_on', s.reported_on, 'status_label', s.status_label, 'light', s.light, 'summary', s.summary,
		'delay_weeks', s.delay_weeks, 'causes', s.causes, 'going_well', s.going_well, 'coming_next', s.coming_next,
		'decision_needed', s.decision_needed, 'decision_from', s.decision_from, 'decision_by', s.decision_by,
		'risk_level', s.risk_level, 'risk_text', s.risk_text, 'published_at', s.published_at, 'corrected', s.fix IS NOT NULL,
		'dimensions', (SELECT coalesce(jsonb_agg(jsonb_build_object('dimension', v.dimension, 'light', v.light, 'text', v.text)), '[]')
		                 FROM (VALUES ('progress', s.progress_light, s.progress_text), ('economy', s.economy_light, s.economy_text),
		                              ('quality', s.quality_light, s.quality_text), ('scope', s.scope_light, s.scope_text),
		                              ('risk', s.risk_light, s.risk_text), ('benefit', s.benefit_light, s.benefit_text)) AS v (dimension, light, text)
		                WHERE v.light IS NOT NULL))) FILTER (WHERE s.published AND s.place = 1))[1] AS latest
	  FROM (SELECT x.*, row_number() OVER (PARTITION BY x.published ORDER BY x.reported_on DESC, x.published_at DESC, x.n DESC) AS place
	          FROM (SELECT y.*, y.state = 'published' AS published, f.fix
	                  FROM status_report w CROSS JOIN LATERAL (SELECT corrected.of_report->(w.id::text) AS fix) AS f
	                 CROSS JOIN LATERAL jsonb_populate_record(w, coalesce(f.fix, '{}')) AS y WHERE w.subject_id = p.id) AS x) AS s) AS reports
-- When the next report is due, after the latest one or the start.
CROSS JOIN LATERAL (
	SELECT last.reported_on, styrbord.report_due(coalesce(last.reported_on, p.starts_on), styrbord.rhythm(p.reporting_rhythm, p.kind), p.reporting_day) AS due_on
	  FROM (SELECT (reports.latest->>'reported_on')::date AS reported_on) AS last) AS age
CROSS JOIN LATERAL (
	SELECT coalesce(json_agg(json_build_object('n', t.n, 'kind', t.kind, 'reference', t.reference, 'note', t.note, 'name', y.title, 'code', y.code, 'language', y.language,
			'translations', styrbord.as_names(y.titles)) ORDER BY t.kind, y.title COLLATE "und-x-icu")
		FILTER (WHERE t.own AND y.type = 'organisation'), '[]') AS participants,
	       coalesce(json_agg(json_build_object('n', t.n, 'kind', t.kind, 'reference', t.reference, 'note', t.note, 'type', y.type, 'code', y.code, 'title', y.title, 'language', y.language)
			ORDER BY t.kind, y.title COLLATE "und-x-icu") FILTER (WHERE t.own AND y.type <> 'organisation'), '[]') AS others,
	       coalesce(json_agg(json_build_object('kind', t.kind, 'reference', t.reference, 'note', t.note, 'type', y.type, 'code', y.code, 'title', y.title, 'language', y.language)
			ORDER BY t.kind, y.title COLLATE "und-x-icu") FILTER (WHERE NOT t.own), '[]') AS related
	  FROM (SELECT r.n, r.kind, r.reference, r.note, r.subject_id = p.id AS own, CASE WHEN r.subject_id = p.id THEN r.other_id ELSE r.subject_id END AS far_id
	          FROM relation r WHERE r.subject_id = p.id OR r.other_id = p.id ORDER BY r.subject_id = p.id DESC LIMIT 300) AS t
	  JOIN subject y ON y.id = t.far_id) AS relations
-- What is made in it or sits in it: bodies, and models and surveys.
CROSS JOIN LATERAL (
	SELECT coalesce(json_agg(json_build_object('type', 'body', 'kind', b.kind, 'code', y.code, 'title', y.title, 'language', y.language, 'translations', y.titles) ORDER BY y.title COLLATE "und-x-icu")
		FILTER (WHERE y.type = 'body'), '[]') AS bodies,
	       coalesce(json_agg(json_build_object('type', y.type, 'code', y.code, 'title', y.title, 'language', y.language, 'translations', y.titles) ORDER BY y.type, y.title COLLATE "und-x-icu")
		FILTER (WHERE y.type <> 'body'), '[]') AS others
	  FROM subject y LEFT JOIN body b ON b.id = y.id WHERE y.parent_id = p.id AND y.type IN ('body', 'model', 'survey', 'news', 'event')) AS made
-- What is said in other languages, of the project itself and of its texts: {"section/3": {"fi": {"heading": "…", "published_at": "…"}}}.
CROSS JOIN LATERAL (
	SELECT jsonb_object_agg(x.of, x.languages) AS texts, jsonb_path_query_array(jsonb_agg(x.all), '$[*][*][*]') AS all FROM (
		SELECT y.of, jsonb_object_agg(y.language, y.fields) AS languages, jsonb_agg(y.all) AS all FROM (
			SELECT t.of, t.language, jsonb_object_agg(t.field, t.text) || jsonb_build_object('published_at', max(t.published_at)) AS fields,
			       jsonb_agg(jsonb_build_object('n', t.n, 'of', t.of, 'field', t.field, 'language', t.language)) AS all
			  FROM translation t WHERE t.subject_id = p.id GROUP BY t.of, t.language) AS y GROUP BY y.of) AS x) AS said
WHERE p.code = $1;

-- The list. $1 text, $2 status, $3 risk, $4 owner, $5 segment, $6 goal, $7 phase, $8 kind, $9 lifecycle ('' is any), $10 sort, $11 how old the
-- report is, $12 what it is grouped by, $13 offset, $14 rows, $15 the reader's language, by whose alphabet names are sorted. Of goals a project is in
-- the group of each.
-- styrbord.found gives whatever has the words, by name, compound or likeness, with a weight (050_search.sql).
-- name: project_list
WITH found AS MATERIALIZED (
	SELECT array_agg(f.subject_id) AS ids, jsonb_object_agg(f.subject_id, f.weight) AS weights FROM styrbord.found($1) AS f WHERE $1 <> ''
), listed AS MATERIALIZED (
	SELECT p.id, p.code, p.title, p.kind, p.phase, p.segment, p.lifecycle, p.visibility = 'members' AS restricted, p.visibility, p.language, o.name AS owner, o.code AS owner_code,
	       grouped.code AS group_code, grouped.title AS group_title, grouped.language AS group_language, grouped.type AS group_type,
	       s.status_label, s.light, s.risk_level, s.delay_weeks, s.reported_on, age.state AS age, CASE WHEN $1 <> '' THEN ((SELECT weights FROM found) ->> p.id::text)::real END AS weight
	  FROM project p
	  JOIN organisation o ON o.id = p.owner_id
	  LEFT JOIN standing s ON s.subject_id = p.id
	 CROSS JOIN LATERAL (SELECT styrbord.report_age(styrbord.report_due(coalesce(s.reported_on, p.starts_on), styrbord.rhythm(p.reporting_rhythm, p.kind), p.reporting_day),
	                                                p.lifecycle, coalesce(styrbord.at()::date, current_date)) AS state) AS age
	  LEFT JOIN LATERAL (
		SELECT 'organisation' AS type, o.code, o.name AS title, o.language WHERE $12 = 'owner'
		-- The programme is what stands uppermost; what neither lies below another nor has any below it is in none.
		UNION ALL SELECT 'project', y.code, y.title, y.language FROM (
			WITH RECURSIVE up AS (
				SELECT p.id, p.parent_id, 0 AS height WHERE $12 = 'programme'
				UNION ALL SELECT s.id, s.parent_id, up.height + 1 FROM up JOIN subject s ON s.id = up.parent_id AND s.type = 'project')
			SELECT up.id, up.height FROM up ORDER BY up.height DESC LIMIT 1) AS top JOIN subject y ON y.id = top.id
		 WHERE top.height > 0 OR EXISTS (SELECT FROM subject c WHERE c.parent_id = p.id AND c.type = 'project')
		UNION ALL SELECT NULL, g.code, g.number || ' – ' || g.title, y.language FROM carries c JOIN strategy_goal g ON g.id = c.goal_id LEFT JOIN subject y ON y.id = g.subject_id
		 WHERE $12 = 'goal' AND c.subject_id = p.id) AS grouped ON true
	 WHERE ($1 = '' OR p.id IN (SELECT unnest(ids) FROM found))
	   AND ($2 = '' OR s.status_label = $2 OR $2 = 'not_reported' AND s.id IS NULL) AND ($3 = '' OR s.risk_level = $3) AND ($4 = '' OR o.code = $4)
	   AND ($5 = '' OR p.segment = $5) AND ($7 = '' OR p.phase = $7) AND ($8 = '' OR p.kind = $8)
	   AND ($11 = '' OR age.state = $11 OR $11 = 'overdue' AND age.state IN ('late', 'stale'))
	   AND ($9 = '' OR p.lifecycle = $9 OR $9 = 'open' AND p.lifecycle <> 'closed')
	   AND ($6 = '' OR EXISTS (SELECT FROM carries pg JOIN strategy_goal g ON g.id = pg.goal_id WHERE pg.subject_id = p.id AND g.code = $6))
), shown AS (
	SELECT *, row_number() OVER () AS place FROM (
		SELECT *, CASE WHEN $12 <> '' THEN count(*) OVER (PARTITION BY group_code) END AS group_count FROM listed ORDER BY
			group_title COLLATE "und-x-icu" NULLS LAST, group_code,
			-- What has others below it stands before them.
			CASE WHEN $12 = 'programme' THEN code <> group_code END,
			CASE WHEN $10 = '' AND $1 <> '' THEN -weight END,
			CASE WHEN $10 = 'code' THEN code WHEN $10 = 'owner' THEN owner END COLLATE "und-x-icu",
			CASE WHEN $10 = 'status' THEN CASE light WHEN 'red' THEN 0 WHEN 'yellow' THEN 1 WHEN 'green' THEN 2 ELSE 3 END
			     WHEN $10 = 'risk' THEN CASE risk_level WHEN 'high' THEN 0 WHEN 'medium' THEN 1 WHEN 'low' THEN 2 ELSE 3 END END,
			CASE WHEN $10 = 'reported' THEN reported_on END DESC NULLS LAST,
			CASE WHEN $10 = 'oldest' THEN reported_on END NULLS FIRST,
			CASE WHEN $10 = 'delay' THEN delay_weeks END DESC NULLS LAST,
			CASE WHEN $10 = 'next' THEN (SELECT min(coalesce(d.forecast_on, d.planned_on)) FROM deliverable d WHERE d.subject_id = listed.id AND NOT d.finished) END,
			CASE WHEN $15 = 'sv' THEN title END COLLATE "sv-x-icu", CASE WHEN $15 = 'nb' THEN title END COLLATE "nb-x-icu",
			CASE WHEN $15 = 'fi' THEN title END COLLATE "fi-x-icu", title COLLATE "und-x-icu", id
		OFFSET $13::int LIMIT $14::int) ordered
)
SELECT json_build_object('total', (SELECT count(DISTINCT id) FROM listed), 'rows', (SELECT count(*) FROM listed), 'may_create', styrbord.reach('project.create') <> 'none',
	'items', (SELECT coalesce(json_agg(json_build_object('code', code, 'title', title, 'kind', kind, 'phase', phase, 'segment', segment,
		'lifecycle', lifecycle, 'restricted', restricted, 'visibility', visibility, 'language', language, 'owner', json_build_object('code', owner_code, 'name', owner),
		'status', status_label, 'light', light, 'risk', risk_level, 'delay_weeks', delay_weeks, 'reported_on', reported_on, 'age', age,
		'trend', trend.lights, 'next', next.deliverable,
		'group', CASE WHEN group_code IS NOT NULL THEN json_build_object('type', group_type, 'code', group_code, 'title', group_title, 'language', group_language) END,
		'group_count', group_count) ORDER BY place), '[]')
		FROM shown
		-- Of what is shown alone: the last six lights, as corrected, and what is delivered next.
		CROSS JOIN LATERAL (
			SELECT coalesce(json_agg(coalesce((SELECT k.after FROM correction k WHERE k.report_id = y.id AND k.field = 'light' ORDER BY k.n DESC LIMIT 1), y.light)
			       ORDER BY y.reported_on, y.published_at, y.n), '[]') AS lights
			  FROM (SELECT r.* FROM status_report r WHERE r.subject_id = shown.id AND r.state = 'published' ORDER BY r.reported_on DESC, r.published_at DESC, r.n DESC LIMIT 6) AS y) AS trend
		LEFT JOIN LATERAL (
			SELECT json_build_object('project', shown.code, 'n', d.n, 'code', d.code, 'title', d.title,
			       'day', styrbord.time_text(coalesce(d.forecast_on, d.planned_on), CASE WHEN d.forecast_on IS NULL THEN d.planned_on_precision ELSE d.forecast_on_precision END),
			       'is_late', coalesce(d.forecast_on, d.planned_on) < coalesce(styrbord.at()::date, current_date)) AS deliverable
			  FROM deliverable d WHERE d.subject_id = shown.id AND NOT d.finished AND coalesce(d.forecast_on, d.planned_on) IS NOT NULL
			 ORDER BY coalesce(d.forecast_on, d.planned_on), d.n LIMIT 1) AS next ON true),
	'choices', json_build_object(
		'owner', (SELECT coalesce(json_agg(json_build_object('value', o.code, 'label', o.name) ORDER BY o.name COLLATE "und-x-icu"), '[]')
		            FROM organisation o WHERE EXISTS (SELECT FROM project p WHERE p.owner_id = o.id)),
		'goal', (SELECT coalesce(json_agg(json_build_object('value', g.code, 'label', g.number || ' – ' || g.title) ORDER BY g.number, g.title COLLATE "und-x-icu"), '[]')
		           FROM strategy_goal g)))::text, NULL;
