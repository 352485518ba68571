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

-- $1 does everybody read, $2 grants_keep_s, $3 what is for staff, names separated by commas
-- name: settings_agree
SELECT styrbord.reading_everyone() = $1::boolean AND styrbord.grants_keep_s() = $2::int
   AND NOT EXISTS (SELECT FROM (SELECT part FROM styrbord.visibility WHERE visibility = 'staff') AS v (part)
                   FULL JOIN (SELECT DISTINCT p FROM unnest(regexp_split_to_array($3, '[ ,]+')) AS p WHERE p <> '') AS w (part) USING (part)
                   WHERE v.part IS NULL OR w.part IS NULL);

-- Of the words that the portal knows itself, $1 `list.code` of each, separated by commas: those that are no terms.
-- name: terms_missing
SELECT string_agg(k, ', ' ORDER BY k) FROM unnest(string_to_array($1, ',')) AS k
 WHERE NOT EXISTS (SELECT FROM live.term t WHERE t.list || '.' || t.code = k);
