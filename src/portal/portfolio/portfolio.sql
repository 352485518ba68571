-- The front page: how the portfolio is doing, and what somebody should look at first.
-- name: portfolio_page
WITH today AS (SELECT coalesce(styrbord.at()::date, current_date) AS day),
active AS MATERIALIZED (
	SELECT p.id, p.code, p.title, p.kind, p.lifecycle, p.language, o.name AS owner, s.status_label, s.light, s.risk_level, s.reported_on, s.delay_weeks,
	       due.due_on, styrbord.report_age(due.due_on, p.lifecycle, today.day) AS age
	  FROM project p JOIN organisation o ON o.id = p.owner_id LEFT JOIN standing s ON s.subject_id = p.id CROSS JOIN today
	 CROSS JOIN LATERAL (SELECT styrbord.report_due(coalesce(s.reported_on, p.starts_on), styrbord.rhythm(p.reporting_rhythm, p.kind), p.reporting_day) AS due_on) AS due
	 WHERE p.lifecycle <> 'closed'),
late AS MATERIALIZED (
	SELECT d.id, d.code, d.title, p.language, p.code AS project, p.title AS project_title, d.planned_on AS day, styrbord.time_text(d.planned_on, d.planned_on_precision) AS planned_on,
	       styrbord.time_text(d.forecast_on, d.forecast_on_precision) AS forecast_on
	  FROM deliverable d JOIN project p ON p.id = d.subject_id, today
	 WHERE NOT d.finished AND p.lifecycle = 'ongoing' AND coalesce(d.forecast_on, d.planned_on) < today.day)
SELECT json_build_object(
	-- Where there is no project yet, what to enter first, and whether the reader may.
	'empty', (SELECT json_build_object('no_organisation', NOT EXISTS (SELECT FROM organisation), 'may_add_organisation', styrbord.reach('organisation.create') <> 'none',
		'may_add_project', styrbord.reach('project.create') <> 'none', 'may_add_role', styrbord.may('role.edit')) WHERE NOT EXISTS (SELECT FROM project)),
	'counts', (SELECT json_build_object('active', count(*), 'ongoing', count(*) FILTER (WHERE lifecycle = 'ongoing'),
		'planned', count(*) FILTER (WHERE lifecycle = 'planned'), 'on_hold', count(*) FILTER (WHERE lifecycle = 'on_hold'),
		'as_planned', count(*) FILTER (WHERE status_label = 'as_planned'), 'minor_deviation', count(*) FILTER (WHERE status_label = 'minor_deviation'),
		'major_deviation', count(*) FILTER (WHERE status_label = 'major_deviation'), 'not_reported', count(*) FILTER (WHERE status_label IS NULL),
		'high_risk', count(*) FILTER (WHERE risk_level = 'high'), 'medium_risk', count(*) FILTER (WHERE risk_level = 'medium'),
		'low_risk', count(*) FILTER (WHERE risk_level = 'low'), 'red', count(*) FILTER (WHERE light = 'red'),
		'red_otherwise', count(*) FILTER (WHERE light = 'red' AND status_label IS DISTINCT FROM 'major_deviation'),
		'attention', count(*) FILTER (WHERE light = 'red' OR risk_level = 'high'), 'overdue', count(*) FILTER (WHERE age IN ('late', 'stale')),
		'late', (SELECT count(*) FROM late)) FROM active),
	'news', (SELECT coalesce(json_agg(json_build_object('code', x.code, 'title', x.title, 'language', x.language, 'published_at', x.published_at)), '[]')
		FROM (SELECT n.code, n.title, n.language, n.published_at FROM news n WHERE n.published_at IS NOT NULL ORDER BY n.published_at DESC, n.id DESC LIMIT 5) AS x),
	'events', (SELECT coalesce(json_agg(json_build_object('code', x.code, 'title', x.title, 'language', x.language, 'starts_on', styrbord.time_text(x.starts_on, x.starts_on_precision)) ORDER BY x.starts_on, x.id), '[]')
		FROM (SELECT e.* FROM event e, today WHERE e.published_at IS NOT NULL AND e.starts_on >= today.day ORDER BY e.starts_on, e.id LIMIT 5) AS x),
	'attention', (SELECT coalesce(json_agg(json_build_object('code', code, 'title', title, 'language', language, 'owner', owner, 'status', status_label,
			'light', light, 'risk', risk_level, 'reported_on', reported_on, 'delay_weeks', delay_weeks, 'age', age, 'on_hold', lifecycle = 'on_hold')), '[]')
		FROM (SELECT * FROM active WHERE light = 'red' OR risk_level = 'high'
		       ORDER BY light = 'red' DESC, risk_level = 'high' DESC, reported_on, id LIMIT 12) a),
	'recent', (SELECT coalesce(json_agg(json_build_object('code', code, 'title', title, 'language', language, 'n', n, 'reported_on', reported_on, 'status', status_label,
			'light', light)), '[]')
		-- As corrected: what the card says and what the list says is the same.
		FROM (SELECT p.code, p.title, p.language, r.n, r.reported_on, coalesce(fix.values->>'status_label', r.status_label) AS status_label, coalesce(fix.values->>'light', r.light) AS light
		        FROM (SELECT y.* FROM status_report y WHERE y.state = 'published' ORDER BY y.published_at DESC, y.id DESC LIMIT 11) AS r JOIN project p ON p.id = r.subject_id
		       CROSS JOIN LATERAL (SELECT jsonb_object_agg(k.field, k.after ORDER BY k.n) AS values FROM correction k WHERE k.report_id = r.id) AS fix
		       ORDER BY r.published_at DESC, r.id DESC) x),
	'late', (SELECT coalesce(json_agg(json_build_object('code', code, 'title', title, 'language', language, 'project', project, 'project_title', project_title,
			'planned_on', planned_on, 'forecast_on', forecast_on)), '[]')
		FROM (SELECT * FROM late ORDER BY day, id LIMIT 10) x),
	-- The oldest first; those that have never reported by the day on which they should have.
	'silent', (SELECT coalesce(json_agg(json_build_object('code', code, 'title', title, 'language', language, 'reported_on', reported_on, 'due_on', due_on, 'age', age)), '[]')
		FROM (SELECT a.* FROM active a WHERE a.age IN ('late', 'stale') ORDER BY a.due_on, a.id LIMIT 10) x)
)::text, NULL;
