-- A file with what it is called: $1 the subject's type and code, $2 its number there. Runs on live, or on at for ?at=.
-- name: attachment_file
SELECT encode(f.content, 'hex'), json_build_object('id', f.id, 'name', a.file_name, 'kind', a.file_kind)::text
  FROM subject p JOIN attachment a ON a.subject_id = p.id JOIN styrbord.file f ON f.id = a.file_id
 WHERE p.type = split_part($1, '/', 1) AND p.code = split_part($1, '/', 2) AND a.n = $2::int;
