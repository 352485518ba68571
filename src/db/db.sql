-- name: begin_read
BEGIN READ ONLY;

-- name: begin_write
BEGIN READ WRITE;

-- name: commit
COMMIT;

-- name: rollback
ROLLBACK;

-- Who asks, for this transaction alone: from the session, not from the worker. $1 the token's hash, $2 styrbord.at, $3 search path,
-- $4 milliseconds. What is acknowledged is on the disk, whatever the server does with other people's transactions.
-- name: identify
SELECT e.reads, e.person_id, e.account, e.name, e.title, e.seen_s, (SELECT version FROM styrbord.words),
       $1 <> '' AND styrbord.may('audit.read'),
       set_config('styrbord.at', $2, true), set_config('search_path', $3, true), set_config('statement_timeout', $4, true),
       CASE WHEN current_setting('synchronous_commit') = 'off' THEN set_config('synchronous_commit', 'on', true) END
  FROM styrbord.enter($1) AS e;

-- The same for what asks as nobody: sign-in, refreshing, the check. $1 milliseconds.
-- name: settle
SELECT set_config('statement_timeout', $1, true), set_config('search_path', 'live, public', true),
       CASE WHEN current_setting('synchronous_commit') = 'off' THEN set_config('synchronous_commit', 'on', true) END;

-- name: applied_sum
SELECT styrbord.applied_sum();
