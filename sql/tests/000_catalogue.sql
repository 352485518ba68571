-- What holds for every table, those that come later included.
BEGIN;
\ir support/setup.psql
SELECT plan(32);

SELECT is_empty($$
	SELECT c.oid::regclass FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
	 WHERE n.nspname IN ('live', 'past', 'styrbord') AND c.relkind IN ('r', 'p') AND NOT c.relrowsecurity
$$, 'no table without row-level security');
SELECT is_empty($$
	SELECT c.oid::regclass FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
	 WHERE n.nspname = 'at' AND c.relkind = 'v' AND NOT coalesce(c.reloptions @> '{security_invoker=true}', false)
$$, 'every view of `at` asks as the one who reads');
SELECT is_empty($$
	SELECT c.oid::regclass FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
	 WHERE n.nspname IN ('live', 'past') AND c.relkind = 'r'
	   AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polcmd = 'r')
$$, 'every table says who reads it');
SELECT is_empty($$
	SELECT c.oid::regclass FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'subject_id' AND NOT a.attisdropped
	 WHERE c.relnamespace = 'past'::regnamespace AND c.relkind = 'r'
	   AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polcmd = 'r' AND pg_get_expr(p.polqual, c.oid) ~ 'closed c.*valid_from < .*valid_to')
$$, 'no past of a subject''s records is opened with the subject');
SELECT is_empty($$
	SELECT c.oid::regclass FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
	 WHERE n.nspname = 'live' AND c.relkind = 'r' AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'subject_id' AND NOT a.attisdropped)
	   AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polcmd = 'r' AND pg_get_expr(p.polqual, c.oid) LIKE '%styrbord.closed%')
$$, 'what hangs on a subject is closed with it');
SELECT is_empty($$
	SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'live'::regnamespace AND c.relkind = 'r' AND c.relname NOT IN ('subject', 'standing')
	   AND (NOT EXISTS (SELECT FROM styrbord.record_table t WHERE t.name = c.relname)
	        OR (SELECT count(*) FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname IN ('tell', 'emptied') AND t.tgenabled = 'O') < 2)
$$, 'every table is declared, and in the log');
SELECT is_empty($$
	SELECT polrelid::regclass, polname FROM pg_policy WHERE polrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'styrbord'::regnamespace
	   AND relname NOT IN ('role_right', 'change', 'closed', 'touched', 'touched_horizon', 'visibility', 'words', 'reference_column', 'file'))
$$, 'sessions, attempts and what was answered have no policy');
SELECT is_empty($$
	SELECT DISTINCT c.target FROM styrbord.reference_column c
	 WHERE c.target <> 'subject' AND NOT EXISTS (SELECT FROM styrbord.record_table t WHERE t.name = c.target AND t.is_subject)
	   AND pg_get_functiondef('styrbord.named(name, bigint)'::regprocedure) NOT LIKE format('%%WHEN %L THEN%%', c.target)
	   AND c.name IN (SELECT t.name FROM styrbord.record_table t) AND c.column_name NOT IN ('report_id', 'term_id', 'record_id')
$$, 'whatever is referred to has a name in history');
SELECT is_empty($$
	SELECT polrelid::regclass, polname FROM pg_policy WHERE 0 = ANY (polroles)
$$, 'no policy is for PUBLIC');

SELECT is_empty($$
	SELECT c.oid::regclass::text FROM pg_class c WHERE pg_get_userbyid(relowner) = 'styrbord_app' AND relpersistence <> 't'
	UNION ALL SELECT oid::regprocedure::text FROM pg_proc WHERE pg_get_userbyid(proowner) = 'styrbord_app'
	UNION ALL SELECT nspname::text FROM pg_namespace WHERE pg_get_userbyid(nspowner) = 'styrbord_app'
$$, 'the application owns nothing');
SELECT is_empty($$
	SELECT rolname FROM pg_roles WHERE rolname IN ('styrbord_app', 'styrbord_owner', 'styrbord_session') AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolreplication)
$$, 'no role is above the rules');
SELECT is_empty($$
	SELECT roleid::regrole FROM pg_auth_members WHERE member IN ('styrbord_app'::regrole, 'styrbord_session'::regrole)
$$, 'the portal''s roles are members of none');
SELECT is_empty($$
	SELECT c.oid::regclass FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
	 WHERE n.nspname IN ('past', 'at', 'styrbord') AND c.relkind IN ('r', 'v')
	   AND (has_table_privilege('styrbord_app', c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')
	        OR has_any_column_privilege('styrbord_app', c.oid, 'INSERT, UPDATE, REFERENCES'))
$$, 'the application writes in `live` only');
SELECT is_empty($$
	SELECT c.oid::regclass FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
	 WHERE n.nspname = 'live' AND c.relkind = 'r' AND has_table_privilege('styrbord_app', c.oid, 'TRUNCATE, REFERENCES, TRIGGER')
$$, 'and does not truncate there');
SELECT is_empty($$
	SELECT attrelid::regclass, attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
	 WHERE n.nspname = 'live' AND c.relkind = 'r' AND attnum > 0 AND NOT attisdropped
	   AND (attname IN ('id', 'n', 'version', 'valid_from', 'changed_by') OR attgenerated <> '')
	   AND has_column_privilege('styrbord_app', a.attrelid, a.attnum, 'INSERT, UPDATE')
$$, 'what triggers fill, the application does not');
SELECT is_empty($$
	SELECT attrelid::regclass, attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
	 WHERE n.nspname = 'live' AND c.relkind = 'r' AND attname IN ('subject_id', 'report_id')
	   AND has_column_privilege('styrbord_app', a.attrelid, a.attnum, 'UPDATE')
$$, 'no record moves to another project');
SELECT is_empty($$
	SELECT nspname FROM pg_namespace WHERE nspname IN ('live', 'past', 'at', 'styrbord', 'public') AND has_schema_privilege('styrbord_app', oid, 'CREATE')
$$, 'the application creates nothing');

SELECT is_empty($$
	SELECT oid::regprocedure FROM pg_proc
	 WHERE pronamespace = 'styrbord'::regnamespace AND prosecdef AND NOT coalesce(array_to_string(proconfig, ' '), '') ~ '^(.* )?search_path=pg_catalog, pg_temp( |$)'
$$, 'every SECURITY DEFINER function fixes its search path');
SELECT is_empty($$
	SELECT p.oid::regprocedure FROM pg_proc p CROSS JOIN LATERAL aclexplode(coalesce(proacl, acldefault('f', proowner))) AS a
	 WHERE pronamespace = 'styrbord'::regnamespace AND a.grantee = 0
$$, 'no function of ours is for PUBLIC');
SELECT is_empty($$
	SELECT oid::regprocedure FROM pg_proc
	 WHERE pronamespace = 'styrbord'::regnamespace AND has_function_privilege('styrbord_app', oid, 'EXECUTE')
	   AND (prorettype = 'trigger'::regtype OR proname IN ('mirror_person', 'stand', 'keep_history', 'readable', 'writable', 'corrected', 'this_session', 'configure', 'once_key', 'scope_of', 'enter_words', 'rest_of', 'rebuild', 'alter_table', 'declare_table', 'guard', 'forget_other_servers', 'prune_touched'))
$$, 'triggers and helpers are not the application''s to call');

SELECT is_empty($$
	SELECT c.relname FROM pg_class c
	 WHERE c.relnamespace = 'live'::regnamespace AND c.relkind = 'r' AND (
	       to_regclass(format('past.%I', c.relname)) IS NULL OR to_regclass(format('at.%I', c.relname)) IS NULL
	       OR NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname = 'remember' AND t.tgenabled = 'O'
	                         AND t.tgtype & 2 = 2 AND t.tgtype & 28 = 28))
$$, 'every table has its past, its view and its history trigger');
SELECT is_empty($$
	SELECT a.attrelid::regclass, a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
	 WHERE c.relnamespace = 'live'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped AND (
	       NOT EXISTS (SELECT FROM pg_attribute p WHERE p.attrelid = to_regclass(format('past.%I', c.relname)) AND p.attname = a.attname AND p.atttypid = a.atttypid)
	       OR NOT EXISTS (SELECT FROM pg_attribute v WHERE v.attrelid = to_regclass(format('at.%I', c.relname)) AND v.attname = a.attname AND v.atttypid = a.atttypid))
$$, 'every column has its past, and the view shows it');
SELECT is_empty($$
	SELECT c.relname, a.attname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc f ON f.oid = t.tgfoid JOIN pg_attribute a ON a.attrelid = c.oid
	 WHERE t.tgname = 'remember' AND a.attnum > 0 AND NOT a.attisdropped AND f.prosrc !~ ('OLD\.' || quote_ident(a.attname) || '[,)]')
$$, 'the history trigger keeps every column');
SELECT is_empty($$
	WITH keys AS (
		SELECT c.relnamespace, c.relname, (SELECT array_agg(a.attname ORDER BY k.place) FROM unnest(i.indkey::int2[]) WITH ORDINALITY AS k (attnum, place)
		                                   JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum) AS columns
		  FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_am m ON m.oid = x.relam
		 WHERE m.amname = 'btree' AND i.indexprs IS NULL AND i.indisvalid)
	SELECT relname, columns FROM keys WHERE relnamespace = 'live'::regnamespace
	EXCEPT SELECT relname, columns FROM keys WHERE relnamespace = 'past'::regnamespace
$$, 'the past has the same indexes');
SELECT is_empty($$
	SELECT c.relname, t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
	 WHERE c.relnamespace = 'live'::regnamespace AND NOT t.tgisinternal AND t.tgtype & 3 = 3 AND t.tgname > 'remember'
$$, 'no BEFORE trigger comes after the history trigger');
SELECT is_empty($$
	SELECT c.conrelid::regclass, c.conname FROM pg_constraint c
	 WHERE c.contype = 'f' AND c.connamespace IN ('live'::regnamespace, 'styrbord'::regnamespace) AND c.confdeltype = 'c'
	   AND NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.conrelid AND i.indkey[0] = c.conkey[1])
$$, 'what goes with its parent is found by an index');

SELECT set_eq($$
	SELECT proname::text FROM pg_proc WHERE pronamespace = 'styrbord'::regnamespace AND has_function_privilege('styrbord_session', oid, 'EXECUTE')
$$, ARRAY['session_start', 'sessions_to_refresh', 'session_regrant', 'session_untold', 'session_gone', 'refresh_lag', 'attempt_begin', 'attempt_undone', 'keep_house'],
	'signing in and refreshing have their functions and no others');
SELECT is_empty($$
	SELECT c.oid::regclass FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
	 WHERE n.nspname IN ('live', 'past', 'at', 'styrbord', 'migration') AND c.relkind IN ('r', 'v', 'S')
	   AND CASE c.relkind WHEN 'S' THEN has_sequence_privilege('styrbord_session', c.oid, 'USAGE, SELECT, UPDATE')
	       ELSE has_table_privilege('styrbord_session', c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER') END
$$, 'and reach no table');
SELECT is_empty($$
	SELECT proname FROM pg_proc WHERE pronamespace = 'styrbord'::regnamespace AND has_function_privilege('styrbord_app', oid, 'EXECUTE')
	   AND (proname LIKE 'session%' AND proname NOT IN ('session_touch', 'session_end') OR proname LIKE 'attempt%' OR proname = 'refresh_lag')
$$, 'pages find, touch and end a session, and nothing else');

CALL pg_temp.sign_in('leader', 'portfolio@portal');
SELECT throws_ok($$ INSERT INTO past.risk (id, valid_to) SELECT r.id, now() FROM live.risk r $$, '42501', NULL, 'not even the portfolio office writes the past');
SELECT throws_ok($$ DELETE FROM past.project $$, '42501', NULL, 'or takes it away');
SET SESSION AUTHORIZATION styrbord_app;
SET LOCAL styrbord.clock = '2001-01-01';
SELECT is(styrbord.moment(), now(), 'the application does not set the clock');
RESET SESSION AUTHORIZATION;

SELECT * FROM finish();
ROLLBACK;
