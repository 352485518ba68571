-- name: status_report_page
SELECT jsonb_build_object('project', jsonb_build_object('code', p.code, 'title', p.title, 'language', p.language),
	'owner', (SELECT jsonb_build_object('code', o.code, 'name', o.name) FROM organisation o WHERE o.id = p.owner_id), 'n', s.n, 'state', s.state,
	'reported_on', s.reported_on, 'status_label', s.status_label, 'light', s.light, 'summary', s.summary, 'delay_weeks', s.delay_weeks,
	'causes', s.causes, 'going_well', s.going_well, 'coming_next', s.coming_next, 'risk_level', s.risk_level, 'risk_text', s.risk_text,
	'decision_needed', s.decision_needed, 'decision_from', s.decision_from, 'decision_by', s.decision_by,
	'submitted_at', s.submitted_at, 'published_at', s.published_at, 'written_by', (SELECT x.name FROM person x WHERE x.id = s.written_by), 'submitted_by', (SELECT x.name FROM person x WHERE x.id = s.submitted_by), 'published_by', (SELECT x.name FROM person x WHERE x.id = s.published_by),
	'version', s.version, 'rights', to_jsonb(styrbord.rights_on(p.id)),
	'dimensions', (SELECT coalesce(jsonb_agg(jsonb_build_object('dimension', v.dimension, 'light', v.light, 'text', v.text)), '[]')
	                 FROM (VALUES ('progress', s.progress_light, s.progress_text), ('economy', s.economy_light, s.economy_text),
	                              ('quality', s.quality_light, s.quality_text), ('scope', s.scope_light, s.scope_text),
	                              ('risk', s.risk_light, s.risk_text), ('benefit', s.benefit_light, s.benefit_text)) AS v (dimension, light, text)
	                WHERE v.light IS NOT NULL),
	'corrections', (SELECT coalesce(jsonb_agg(jsonb_build_object('n', k.n, 'field', k.field, 'before', k.before, 'after', k.after, 'reason', k.reason,
	                                                            'corrected_at', k.corrected_at, 'corrected_by', cb.name) ORDER BY k.n), '[]')
	                  FROM correction k LEFT JOIN person cb ON cb.id = k.corrected_by WHERE k.report_id = s.id),
	'previous', (SELECT max(x.n) FROM status_report x WHERE x.subject_id = p.id AND x.n < s.n),
	'next', (SELECT min(x.n) FROM status_report x WHERE x.subject_id = p.id AND x.n > s.n))::text, s.version::text
FROM status_report w JOIN project p ON p.id = w.subject_id
CROSS JOIN LATERAL (SELECT coalesce(jsonb_object_agg(k.field, styrbord.corrected_value(k.field, k.after) ORDER BY k.n), '{}') FROM correction k WHERE k.report_id = w.id) AS fix (values)
CROSS JOIN LATERAL jsonb_populate_record(w, fix.values) AS s
WHERE p.code = $1 AND w.n = $2::int;

-- The published report before the one of number $2, or the latest of all (''), as it was corrected.
-- name: status_report_last
SELECT coalesce((SELECT to_jsonb(s) || coalesce((SELECT jsonb_object_agg(k.field, styrbord.corrected_value(k.field, k.after) ORDER BY k.n)
		FROM correction k WHERE k.report_id = s.id), '{}')
	  FROM status_report s JOIN project p ON p.id = s.subject_id
	 WHERE p.code = $1 AND s.state = 'published' AND s.n < coalesce(nullif($2, '')::int, 2147483647) ORDER BY s.reported_on DESC, s.n DESC LIMIT 1), '{}')::text, NULL;

-- name: status_report_step
UPDATE status_report s SET state = $4 FROM project p
 WHERE p.code = $1 AND s.subject_id = p.id AND s.n = $2::int AND s.version = $3::int RETURNING s.n::text, s.version::text;

-- The words of a report as corrections left them, by field; and in whose words its status speaks.
-- name: correction_stands
SELECT (to_jsonb(s) || coalesce((SELECT jsonb_object_agg(k.field, styrbord.corrected_value(k.field, k.after) ORDER BY k.n) FROM correction k WHERE k.report_id = s.id), '{}')
	|| jsonb_build_object('owner', (SELECT o.code FROM organisation o WHERE o.id = p.owner_id)))::text, s.version::text
FROM status_report s JOIN project p ON p.id = s.subject_id WHERE p.code = $1 AND s.n = $2::int;

-- name: correction_insert
INSERT INTO correction (report_id, field, after, reason)
SELECT s.id, v->>'field', coalesce(v->>'after', ''), v->>'reason'
  FROM project p JOIN status_report s ON s.subject_id = p.id, (SELECT $4::jsonb AS v) sent WHERE p.code = $1 AND s.n = $2::int AND $3::text IS NOT NULL
RETURNING (SELECT s.n::text FROM status_report s WHERE s.id = report_id), version::text;
