-- Taking over: $1 the survey's code, $2 the answer's number, $3 and $4 the versions of the answer and of the project that were seen.
-- name: survey_answer
SELECT json_build_object('taken', a.accepted_at IS NOT NULL, 'fills', q.fills, 'code', p.code, 'project_version', p.version)::text, a.version::text
  FROM subject s JOIN answer a ON a.subject_id = s.id JOIN question q ON q.id = a.question_id JOIN project p ON p.id = a.about_id
 WHERE s.type = 'survey' AND s.code = $1 AND a.n = $2::int;

-- The project as it is, but for the field that the question fills; both rows, or neither.
-- name: survey_accept
WITH taken AS (
	UPDATE answer a SET accepted_at = styrbord.moment(), accepted_by_id = styrbord.person()
	  FROM subject s, question q, project p
	 WHERE s.type = 'survey' AND s.code = $1 AND a.subject_id = s.id AND a.n = $2::int AND a.version = $3::int AND a.accepted_at IS NULL
	   AND q.id = a.question_id AND q.fills IS NOT NULL AND p.id = a.about_id AND p.version = $4::int AND styrbord.may('project.edit', p.id)
	RETURNING a.n, a.about_id, a.value, q.fills
), filled AS (
	UPDATE project p SET
		purpose = CASE t.fills WHEN 'purpose' THEN t.value ELSE p.purpose END,
		funding_code = CASE t.fills WHEN 'funding_code' THEN t.value ELSE p.funding_code END,
		starts_on = CASE t.fills WHEN 'starts_on' THEN styrbord.time_day(t.value) ELSE p.starts_on END,
		starts_on_precision = CASE t.fills WHEN 'starts_on' THEN styrbord.time_precision(t.value) ELSE p.starts_on_precision END,
		ends_on = CASE t.fills WHEN 'ends_on' THEN styrbord.time_day(t.value) ELSE p.ends_on END,
		ends_on_precision = CASE t.fills WHEN 'ends_on' THEN styrbord.time_precision(t.value) ELSE p.ends_on_precision END
	  FROM taken t WHERE p.id = t.about_id AND p.version = $4::int RETURNING p.id
)
SELECT t.n::text FROM taken t, filled;
