-- true, false, or NULL when the project does not exist or is not to be seen.
-- name: right_on
SELECT CASE WHEN $2::text IS NULL THEN styrbord.may($1) ELSE styrbord.may_on($1, $2) END;
