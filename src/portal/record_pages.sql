-- What keeps a record from being removed: $1 its type, $2 "type/CODE" of the subject on which it hangs (NULL: none), $3 its code, number or id.
-- name: record_referring
SELECT styrbord.referring($1, $2, $3)::text, NULL;
