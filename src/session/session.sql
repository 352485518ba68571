-- name: session_touch
SELECT styrbord.session_touch($1::bytea);

-- name: session_end
SELECT styrbord.session_end($1::bytea);

-- Is a transaction there, and does the database know whose?
-- name: alive
SELECT 1;

-- What follows runs as the role styrbord_session, which sees no table.

-- name: session_start
SELECT styrbord.session_start($1, $2, $3, $4, $5, $6::jsonb, $7::bytea, $8::int, $9::int);

-- $1 account or person, $2 who, $3 address, $4 attempts, $5 window → seconds to wait, slowed
-- name: attempt_begin
SELECT wait_s, slowed FROM styrbord.attempt_begin($1, $2, $3, $4::int, $5::int);

-- name: attempt_undone
SELECT styrbord.attempt_undone($1, $2, $3, $4::boolean);

-- name: sessions_to_refresh
SELECT directory_id, taken_at::text FROM styrbord.sessions_to_refresh($1::int, $2::int, $3::int);

-- name: session_regrant
SELECT styrbord.session_regrant($1, $2, $3, $4, $5, $6::jsonb, $7::timestamptz);

-- name: session_untold
SELECT styrbord.session_untold($1, $2);

-- name: session_gone
SELECT ended, missing, people FROM styrbord.session_gone($1);

-- name: refresh_lag
SELECT oldest_s, lag_s, due, troubled FROM styrbord.refresh_lag($1::int);

-- name: keep_house
SELECT styrbord.keep_house();
