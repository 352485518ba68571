-- Sessions and the brake on guessing, through their functions only.
BEGIN;
\ir support/setup.psql
SELECT plan(47);

CREATE FUNCTION pg_temp.start(token text, directory_id text DEFAULT 'd-new', name text DEFAULT 'Nea Ny') RETURNS bigint LANGUAGE sql AS $$
	SELECT styrbord.session_start(directory_id, 'new', name, 'n@example.org', 'Nurse', '[{"role":"staff","scope":"portal","key":""}]', token::bytea, 600, 3600)
$$;
CREATE FUNCTION pg_temp.lives(token text) RETURNS boolean LANGUAGE sql AS $$
	SELECT EXISTS (SELECT FROM styrbord.session_find(token::bytea, 600))
$$;
-- What time does, the owner does here.
CREATE PROCEDURE pg_temp.age(idle interval, granted interval DEFAULT '0', whole interval DEFAULT '0') LANGUAGE plpgsql AS $$
BEGIN
	CALL pg_temp.owner();
	UPDATE styrbord.session SET last_seen_at = last_seen_at - idle, granted_at = granted_at - granted, absolute_ends = absolute_ends - whole;
	UPDATE styrbord.sign_in_attempt SET window_started = window_started - idle;
	CALL pg_temp.anonymous();
END
$$;

CALL pg_temp.anonymous();
SELECT throws_ok($$ SELECT FROM styrbord.session $$, '42501', NULL, 'the application does not read sessions');
SELECT throws_ok($$ DELETE FROM styrbord.session $$, '42501', NULL, 'or delete them');
SELECT throws_ok($$ SELECT FROM styrbord.sign_in_attempt $$, '42501', NULL, 'or read attempts');
SELECT throws_ok($$ INSERT INTO styrbord.role_right VALUES ('staff', 'project.edit') $$, '42501', NULL, 'or give rights to roles');

-- Begin, find, end
SELECT isnt(pg_temp.start('one'), NULL, 'signing in starts a session');
SELECT results_eq($$ SELECT account, name, title, grants ->> 0, seen_s, granted_s FROM styrbord.session_find('one', 600) $$,
                  $$ VALUES ('new', 'Nea Ny', 'Nurse', '{"key": "", "role": "staff", "scope": "portal"}', 0, 0) $$, 'which is found by its token''s hash');
SELECT is(pg_temp.lives('two'), false, 'not by another one');
SELECT is(pg_temp.lives(''), false, 'nor by none');
SELECT is((SELECT count(*)::int FROM styrbord.session_find(NULL, 600)), 0, 'nor by NULL');
SELECT is(pg_temp.start('two'), (SELECT person_id FROM styrbord.session_find('one', 600)), 'a second session is the same person');
SELECT is((SELECT version FROM person WHERE directory_id = 'd-new'), 1, 'who is not written again when nothing differs');
SELECT throws_ok($$ SELECT pg_temp.start('two') $$, '23505', NULL, 'no token twice');
SELECT lives_ok($$ SELECT pg_temp.start('three', name => 'Nea Nyman') $$, 'a new name');
SELECT is((SELECT name FROM person WHERE directory_id = 'd-new'), 'Nea Nyman', 'is taken over');
SELECT styrbord.session_end('three') \g /dev/null
SELECT is(pg_temp.lives('three'), false, 'signing out ends a session');
SELECT is(pg_temp.lives('two'), true, 'that one only');
SELECT throws_ok($$ SELECT styrbord.session_start('d', 'a', 'n', '', '', '{"role":"admin"}', 'x', 600, 3600) $$, '23514', NULL, 'grants are a list');

-- Time
CALL pg_temp.age('599 seconds');
SELECT is(pg_temp.lives('one'), true, 'just before its idle time is over it lives');
SELECT is((SELECT seen_s FROM styrbord.session_find('one', 600)), 599, 'and says how long it was idle');
SELECT styrbord.session_touch('one') \g /dev/null
CALL pg_temp.age('1 second');
SELECT is(pg_temp.lives('one'), true, 'used, it goes on');
SELECT is(pg_temp.lives('two'), false, 'unused, it has ended');
CALL pg_temp.age('0', '0', '3600 seconds');
SELECT is(pg_temp.lives('one'), false, 'after its whole time it has ended, used or not');
SELECT pg_temp.start('four', 'd-fourth') \g /dev/null
CALL pg_temp.owner();
SELECT is((SELECT count(*)::int FROM styrbord.session), 1, 'the next sign-in clears what has ended');

-- The directory changes its mind
CALL pg_temp.anonymous();
SELECT pg_temp.start('five', 'd-fourth'), pg_temp.start('six', 'd-sixth') \g /dev/null
SELECT is_empty($$ SELECT styrbord.sessions_to_refresh(300, 10) $$, 'fresh grants are not asked for again');
CALL pg_temp.age('0', '300 seconds');
SELECT set_eq($$ SELECT styrbord.sessions_to_refresh(300, 10) $$, ARRAY['d-fourth', 'd-sixth'], 'older ones are, once a person');
SELECT is((SELECT count(*)::int FROM styrbord.sessions_to_refresh(300, 1)), 1, 'so many at a time');
SELECT is(styrbord.session_regrant('d-fourth', 'new', 'Nea Ny', '', 'Matron', '[{"role":"admin","scope":"portal","key":""}]'), 2, 'every session of the person');
SELECT results_eq($$ SELECT grants -> 0 ->> 'role', title, granted_s FROM styrbord.session_find('five', 600) $$, $$ VALUES ('admin', 'Matron', 0) $$, 'has the new grants');
SELECT is((SELECT grants -> 0 ->> 'role' FROM styrbord.session_find('six', 600)), 'staff', 'nobody else has');
SELECT set_eq($$ SELECT styrbord.sessions_to_refresh(300, 10) $$, ARRAY['d-sixth'], 'and is not asked about again');
SELECT is(styrbord.session_end_person('d-fourth'), 2, 'who has left loses every session');
SELECT is(pg_temp.lives('four') OR pg_temp.lives('five'), false, 'at once');
SELECT is((SELECT active FROM person WHERE directory_id = 'd-fourth'), false, 'and is marked as gone');
SELECT pg_temp.start('seven', 'd-fourth') \g /dev/null
SELECT is((SELECT active FROM person WHERE directory_id = 'd-fourth'), true, 'until signing in again');
CALL pg_temp.owner();
UPDATE person SET active = false WHERE directory_id = 'd-fourth';
CALL pg_temp.anonymous();
SELECT is(pg_temp.lives('seven'), false, 'a session of somebody inactive is none');

-- Attempts
CREATE PROCEDURE pg_temp.fail(times int, account text, address text) LANGUAGE plpgsql AS $$
BEGIN
	FOR i IN 1..times LOOP
		PERFORM styrbord.attempt_failed(account, address, 60);
	END LOOP;
END
$$;
CALL pg_temp.fail(4, 'nea', '10.0.0.1');
SELECT is(styrbord.attempt_wait('nea', '10.0.0.1', 5, 60), 0, 'four of five failures: go on');
CALL pg_temp.fail(1, U&' \ff2eE\0301A', '10.0.0.1');
SELECT is(styrbord.attempt_wait('nea', '10.0.0.1', 5, 60), 60, 'five stop the account from this address, however it is written');
SELECT is(styrbord.attempt_wait('nea', '10.0.0.3', 5, 60), 0, 'but not from another: nobody locks somebody else out');
SELECT is(styrbord.attempt_wait('ola', '10.0.0.1', 5, 60), 0, 'not its neighbours');
CALL pg_temp.age('20 seconds');
SELECT is(styrbord.attempt_wait('nea', '10.0.0.1', 5, 60), 40, 'for the rest of the window');
CALL pg_temp.age('40 seconds');
SELECT is(styrbord.attempt_wait('nea', '10.0.0.1', 5, 60), 0, 'not longer');
CALL pg_temp.fail(5, 'nea', '10.0.0.1');
SELECT styrbord.attempt_succeeded('nea', '10.0.0.1') \g /dev/null
SELECT is(styrbord.attempt_wait('nea', '10.0.0.1', 5, 60), 0, 'success forgets the account''s failures');
CALL pg_temp.fail(40, 'nea', '10.0.0.2');
SELECT is(styrbord.attempt_wait('nea', '10.0.0.3', 5, 60), 0, 'an account has ten times as many from everywhere');
CALL pg_temp.fail(10, 'nea', '10.0.0.4');
SELECT is(styrbord.attempt_wait('nea', '10.0.0.3', 5, 60), 60, 'then it is stopped everywhere');
CALL pg_temp.fail(44, '', '10.0.0.1');
SELECT is(styrbord.attempt_wait('ola', '10.0.0.1', 5, 60), 0, 'an address has ten times as many');
CALL pg_temp.fail(1, '', '10.0.0.1');
SELECT is(styrbord.attempt_wait('ola', '10.0.0.1', 5, 60), 60, 'then it is stopped');
CALL pg_temp.owner();
SELECT is_empty($$ SELECT FROM styrbord.sign_in_attempt WHERE key !~ '^[0-9a-f]{64}$' $$, 'no account stands there in clear');

SELECT * FROM finish();
ROLLBACK;
