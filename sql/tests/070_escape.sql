-- What a hole in the program, or a borrowed role without a live cookie, would reach: each is refused. What PostgreSQL itself
-- cannot refuse stands in the README ("What the database cannot refuse").
BEGIN;
\ir support/setup.psql
REVOKE TEMPORARY ON DATABASE styrbord FROM styrbord_app, styrbord_session;
SELECT plan(45);
SELECT set_config('styrbord.hidden', pg_temp.id_of('SECRET')::text, true) \g /dev/null

CALL pg_temp.anonymous('');
-- Settings: anybody may set them, nobody is believed.
SELECT set_config('styrbord.reads', 'yes', true), set_config('styrbord.grants', '[{"role":"portfolio","scope":"portal","key":""}]', true),
       set_config('styrbord.person', '1', true), set_config('styrbord.author', '1', true), set_config('styrbord.clock', '2020-01-01', true) \g /dev/null
SELECT is_empty('SELECT FROM live.project UNION ALL SELECT FROM past.project UNION ALL SELECT FROM live.person', 'no setting shows anything');
SELECT is(pg_temp.written($$ UPDATE live.project SET purpose = 'owned' $$), 0, 'or changes anything');
SELECT is(styrbord.person(), NULL, 'or is somebody');
SELECT throws_ok($$ SELECT styrbord.configure(true, 0) $$, '42501', NULL, 'the database is not told who reads');
SELECT throws_ok($$ CREATE OR REPLACE FUNCTION styrbord.reading_everyone() RETURNS boolean LANGUAGE sql RETURN true $$, '42501', NULL, 'nor is its function replaced');

-- Sessions: not made, not given rights, not listed, the brake not taken off.
SELECT throws_ok(statement, '42501', NULL, left(statement, 60)) FROM unnest(ARRAY[
	$$ SELECT styrbord.session_start('no-such-id', 'intruder', 'I', '', '', '[{"role":"portfolio","scope":"portal"}]', '\x00', 3600, 2000000000) $$,
	$$ SELECT styrbord.session_regrant('d-leader', 'leader', 'L', '', '', '[{"role":"portfolio","scope":"portal","key":""}]', now()) $$,
	$$ SELECT styrbord.sessions_to_refresh(0, 0, 1000) $$, $$ SELECT styrbord.session_gone('d-leader') $$,
	$$ SELECT styrbord.attempt_undone('account', 'leader', '10.0.0.1', true) $$, $$ SELECT styrbord.mirror_person('d', 'a', 'n', '', '') $$,
	$$ SELECT * FROM styrbord.session $$, $$ UPDATE styrbord.session SET grants = '[]' $$, $$ SELECT styrbord.this_session() $$]) AS statement;

-- History, clock, owner, schema
SELECT isnt(styrbord.moment(), '2020-01-01'::timestamptz, 'the clock is not set');
SELECT throws_ok(statement, '42501', NULL, left(statement, 60)) FROM unnest(ARRAY[
	'INSERT INTO past.project (id, valid_to) SELECT p.id, now() FROM live.project p LIMIT 1', 'DELETE FROM past.project', $$ UPDATE past.risk SET title = 'x' $$,
	'SET session_replication_role = replica', 'ALTER TABLE live.project DISABLE ROW LEVEL SECURITY', 'DROP POLICY readable ON live.project',
	'CREATE TABLE public.x ()', 'CREATE TABLE live.x ()', 'CREATE FUNCTION public.f() RETURNS int LANGUAGE sql RETURN 1',
	'SELECT * FROM migration.applied', 'CREATE TEMP TABLE project AS SELECT 1 AS id', 'CREATE DOMAIN pg_temp.timestamptz AS text',
	'CREATE FUNCTION pg_temp.leak(text) RETURNS bool LANGUAGE sql COST 0.0000001 RETURN true', 'TRUNCATE live.risk',
	$$ SELECT pg_read_file('/etc/passwd') $$, $$ COPY live.project TO PROGRAM 'id' $$, $$ COPY live.project TO '/tmp/x' $$,
	$$ ALTER DATABASE styrbord SET styrbord.reads = 'yes' $$, $$ SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'postgres' $$]) AS statement;
SET SESSION AUTHORIZATION styrbord_app;
SELECT throws_ok('SET ROLE styrbord_owner', '42501', NULL, 'no other role');
SELECT throws_ok('SET ROLE styrbord_session', '42501', NULL, 'not even the one of sessions');
RESET SESSION AUTHORIZATION;

-- Side channels, as somebody who may write
CALL pg_temp.sign_in('leader', 'leader@project:DHO');
SELECT throws_ok($$ UPDATE project SET code = 'SECRET' WHERE code = 'DHO' $$, '42501', NULL, 'a taken code is not told by its index: nobody renames out of their reach');
SELECT throws_ok($$ INSERT INTO dependency (subject_id, needed, provider_project_id, criticality, light) VALUES (pg_temp.id_of('DHO'), 'n', current_setting('styrbord.hidden')::bigint, 'low', 'green') $$,
	'23503', NULL, 'a hidden provider is as missing');
SELECT throws_ok($$ INSERT INTO dependency (subject_id, needed, provider_project_id, criticality, light) VALUES (pg_temp.id_of('DHO'), 'n', 99999, 'low', 'green') $$,
	'23503', NULL, 'as one that is not there');
SELECT throws_ok($$ UPDATE project SET parent_id = current_setting('styrbord.hidden')::bigint WHERE code = 'DHO' $$, '23503', NULL, 'so is a hidden parent');
SELECT throws_ok($$ UPDATE project SET parent_id = 99999 WHERE code = 'DHO' $$, '23503', NULL, 'as a missing one');
SELECT throws_ok($$ INSERT INTO assignment (subject_id, role_id, body_id) SELECT pg_temp.id_of('DHO'), (SELECT min(id) FROM role), max(id) + n FROM
	(SELECT id FROM body UNION ALL SELECT NULL) b, (VALUES (1)) AS v (n) GROUP BY n $$, '23503', NULL, 'and a body of a hidden project');
SELECT is((SELECT count(*)::int FROM project WHERE code = 'SECRET' AND 1 / (CASE WHEN title LIKE 'S%' THEN 0 ELSE 1 END) = 1), 0, 'an error in a condition tells nothing of hidden rows');
SELECT is_empty($$ SELECT FROM pg_stats WHERE schemaname IN ('live', 'past', 'styrbord') $$, 'nor do statistics');
SELECT is_empty($$ SELECT relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'styrbord' AND relkind = 'r' AND NOT relrowsecurity $$, 'no table of ours stands open');

SELECT * FROM finish();
ROLLBACK;
