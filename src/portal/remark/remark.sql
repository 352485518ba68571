-- What contradicts itself, of one project ($1) or of all that are not closed (''). Each rule gives the project, the record as remarks name it, and what
-- people call that. The latest report counts as it was corrected (standing), and beside it the one that is being written: its number, $2, or ''.
-- name: contradictions
WITH today AS (SELECT coalesce(styrbord.at()::date, current_date) AS day), asked AS MATERIALIZED (
	SELECT unnest(CASE $1::text WHEN '' THEN ARRAY(SELECT p.id FROM project p WHERE p.lifecycle <> 'closed')
	                            ELSE ARRAY(SELECT p.id FROM project p WHERE p.code = $1) END) AS id
), report AS MATERIALIZED (
	SELECT r.id, r.subject_id, r.n, r.reported_on, r.written_by, s.light, s.status_label, s.delay_weeks
	  FROM asked a JOIN standing s ON s.subject_id = a.id JOIN status_report r ON r.id = s.report_id
	UNION ALL SELECT r.id, r.subject_id, r.n, r.reported_on, r.written_by, r.light, r.status_label, r.delay_weeks
	  FROM asked a JOIN status_report r ON r.subject_id = a.id WHERE r.n = NULLIF($2, '')::int AND r.state <> 'published'
), found AS (
	SELECT r.subject_id, 'light_against_status' AS rule, 'status_report/' || r.n AS of, 'reports' AS collection, r.n, r.reported_on::text AS called, r.written_by AS by
	  FROM report r WHERE r.light = 'red' AND r.status_label = 'as_planned' OR r.light = 'green' AND r.status_label = 'major_deviation'
	UNION ALL SELECT r.subject_id, 'late_and_green', 'status_report/' || r.n, 'reports', r.n, r.reported_on::text, r.written_by
	  FROM report r WHERE r.light = 'green' AND r.delay_weeks >= 4
	UNION ALL SELECT d.subject_id, CASE WHEN d.delivered_on > today.day THEN 'delivered_to_come' WHEN d.finished THEN 'finished_without_day' ELSE 'forecast_has_passed' END,
	       'deliverable/' || d.n, 'deliverables', d.n, d.code || ' – ' || d.title, NULL
	  FROM asked a JOIN deliverable d ON d.subject_id = a.id, today
	 WHERE d.delivered_on > today.day OR d.finished AND d.delivered_on IS NULL OR NOT d.finished AND d.forecast_on < today.day
	UNION ALL SELECT m.subject_id, 'forecast_has_passed', 'milestone/' || m.n, 'milestones', m.n, m.title, NULL
	  FROM asked a JOIN milestone m ON m.subject_id = a.id, today WHERE m.reached_on IS NULL AND m.forecast_on < today.day
	UNION ALL SELECT p.id, 'ended_but_ongoing', 'project', NULL, NULL, NULL, NULL
	  FROM asked a JOIN project p ON p.id = a.id, today WHERE p.lifecycle = 'ongoing' AND p.ends_on < today.day
	UNION ALL SELECT r.subject_id, CASE WHEN r.reported_on < p.starts_on THEN 'report_before_start' ELSE 'two_reports_a_day' END, 'status_report/' || r.n, 'reports', r.n, r.reported_on::text, r.written_by
	  FROM report r JOIN project p ON p.id = r.subject_id
	 WHERE p.starts_on_precision = 'day' AND r.reported_on < p.starts_on
	    OR EXISTS (SELECT FROM status_report o WHERE o.subject_id = r.subject_id AND o.reported_on = r.reported_on AND o.state = 'published' AND o.id <> r.id)
)
SELECT json_build_object('total', count(*), 'open', count(*) FILTER (WHERE m.id IS NULL),
	'items', coalesce(json_agg(json_build_object('project', p.code, 'title', p.title, 'language', p.language, 'rule', f.rule, 'of', f.of,
		'path', concat_ws('/', '/projects/' || p.code, f.collection, f.n), 'called', f.called, 'is_report', f.collection = 'reports',
		'who', coalesce(w.name, c.name), 'who_id', coalesce(w.id, c.id),
		'reason', m.reason, 'remark', m.n, 'reason_by', (SELECT x.name FROM live.person x WHERE x.id = m.changed_by), 'reason_on', m.valid_from)
		ORDER BY m.id IS NOT NULL, p.title COLLATE "und-x-icu", p.id, f.rule, f.of), '[]'))::text, NULL
  FROM found f JOIN project p ON p.id = f.subject_id
  LEFT JOIN remark m ON m.subject_id = f.subject_id AND m.rule = f.rule AND m.of = f.of
  LEFT JOIN person c ON c.id = p.contact_id LEFT JOIN person w ON w.id = f.by;
