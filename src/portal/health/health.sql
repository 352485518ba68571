-- name: alive
SELECT 1;

-- Row-level security holds only for a role that neither owns the tables nor is excused from it.
-- name: role_is_bound
SELECT NOT (r.rolsuper OR r.rolbypassrls OR pg_has_role(r.oid, c.relowner, 'MEMBER'))
  FROM pg_roles r, pg_class c WHERE r.rolname = current_user AND c.oid = 'live.project'::regclass;
