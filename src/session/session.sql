-- name: session_find
SELECT person_id, account, name, title, grants::text, seen_s FROM styrbord.session_find($1::bytea, $2::int);

-- name: session_touch
SELECT styrbord.session_touch($1::bytea);

-- name: session_start
SELECT styrbord.session_start($1, $2, $3, $4, $5, $6::jsonb, $7::bytea, $8::int, $9::int);

-- name: session_end
SELECT styrbord.session_end($1::bytea);

-- Seconds to wait before another attempt; 0: go on.
-- name: attempt_wait
SELECT styrbord.attempt_wait($1, $2, $3::int, $4::int);

-- name: attempt_failed
SELECT styrbord.attempt_failed($1, $2, $3::int);

-- name: attempt_succeeded
SELECT styrbord.attempt_succeeded($1, $2);

-- name: sessions_to_refresh
SELECT directory_id FROM styrbord.sessions_to_refresh($1::int, $2::int);

-- name: session_regrant
SELECT styrbord.session_regrant($1, $2, $3, $4, $5, $6::jsonb);

-- name: session_end_person
SELECT styrbord.session_end_person($1);
