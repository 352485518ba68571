-- true, false, or NULL when the subject does not exist or is not to be seen. Without a code: held anywhere; the row's own policy decides then.
-- $1 right, $2 type, $3 code.
-- name: right_on
SELECT CASE WHEN $3::text IS NULL THEN styrbord.reach($1) <> 'none' ELSE styrbord.may_on($1, $2, $3) END;

-- The same of what has another side: held anywhere, below a subject that is to be seen.
-- name: right_either
SELECT styrbord.reach($1) <> 'none' FROM subject s WHERE s.type = $2 AND s.code = $3;

-- What that is called on which a record hangs: $1 its type, $2 its code.
-- name: up_called
SELECT json_build_object('title', s.title, 'language', s.language, 'translations', s.titles)::text, NULL FROM subject s WHERE s.type = $1 AND s.code = $2;
