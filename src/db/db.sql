-- name: begin_read
BEGIN READ ONLY;

-- name: begin_write
BEGIN READ WRITE;

-- name: commit
COMMIT;

-- name: rollback
ROLLBACK;

-- The requester's identity, for this transaction alone.
-- name: identify
SELECT set_config('styrbord.person', $1, true), set_config('styrbord.grants', $2, true),
       set_config('styrbord.reads', $3, true), set_config('styrbord.at', $4, true),
       set_config('search_path', $5, true), set_config('statement_timeout', $6, true);
