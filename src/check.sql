-- Each says true when all is well (src/check.c).

-- Row-level security holds only for a role that neither owns the tables nor is excused from it.
-- name: role_is_bound
SELECT NOT (r.rolsuper OR r.rolbypassrls OR pg_has_role(r.oid, c.relowner, 'MEMBER'))
  FROM pg_roles r, pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE r.rolname = current_user AND n.nspname = 'live' AND c.relname = 'project';

-- name: roles_differ
SELECT NOT EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                    WHERE n.nspname IN ('live', 'past', 'at') AND c.relkind IN ('r', 'v') AND has_table_privilege(c.oid, 'SELECT, INSERT, UPDATE, DELETE'));

-- name: roles_are_plain
SELECT NOT EXISTS (SELECT FROM pg_roles r WHERE r.rolname IN (current_user, 'styrbord_app', 'styrbord_session') AND r.rolconfig IS NOT NULL);

-- name: server_is_durable
SELECT current_setting('fsync') = 'on' AND current_setting('full_page_writes') = 'on';

-- $1 does everybody read, $2 grants_keep_s
-- name: settings_agree
SELECT styrbord.reading_everyone() = $1::boolean AND styrbord.grants_keep_s() = $2::int;
