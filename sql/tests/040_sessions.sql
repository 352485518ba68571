-- Sessions, through their functions only.
BEGIN;
\ir support/setup.psql
SELECT plan(60);

CREATE FUNCTION pg_temp.hash(token text) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$ SELECT sha256(convert_to(token, 'UTF8')) $$;
CREATE FUNCTION pg_temp.start(token text, directory_id text DEFAULT 'd-new', name text DEFAULT 'Nea Ny', idle int DEFAULT 600, whole int DEFAULT 3600) RETURNS bigint LANGUAGE sql AS $$
	SELECT styrbord.session_start(directory_id, 'new', name, 'n@example.org', 'Nurse', '[{"role":"staff","scope":"portal","key":""}]', pg_temp.hash(token), idle, whole)
$$;
-- Enters and leaves again, as the pages' role.
CREATE FUNCTION pg_temp.entered(token text) RETURNS TABLE (reads boolean, person_id bigint, account text, name text, title text, seen_s int) LANGUAGE plpgsql AS $$
DECLARE
	was CONSTANT text := current_setting('role');
BEGIN
	PERFORM set_config('role', 'none', true);
	PERFORM set_config('role', 'styrbord_app', true);
	RETURN QUERY SELECT * FROM styrbord.enter(encode(pg_temp.hash(token), 'hex'));
	PERFORM set_config('styrbord.token', '', true), set_config('role', 'none', true);
	PERFORM set_config('role', was, true);
END
$$;
CREATE FUNCTION pg_temp.lives(token text) RETURNS boolean LANGUAGE sql AS $$ SELECT person_id IS NOT NULL FROM pg_temp.entered(token) $$;
CREATE FUNCTION pg_temp.row_of(token text) RETURNS styrbord.session LANGUAGE sql SECURITY DEFINER AS $$ SELECT s FROM styrbord.session s WHERE token_hash = pg_temp.hash(token) $$;
CREATE PROCEDURE pg_temp.touch(token text) LANGUAGE plpgsql AS $$
BEGIN
	PERFORM set_config('role', 'none', true);
	PERFORM set_config('role', 'styrbord_app', true);
	PERFORM styrbord.session_touch(pg_temp.hash(token));
	CALL pg_temp.sessions();
END
$$;
-- What time does, the owner does here.
CREATE PROCEDURE pg_temp.age(idle interval, granted interval DEFAULT '0', whole interval DEFAULT '0', tried interval DEFAULT '0') LANGUAGE plpgsql AS $$
BEGIN
	CALL pg_temp.owner();
	UPDATE styrbord.session SET last_seen_at = last_seen_at - idle, granted_at = granted_at - granted, absolute_ends = absolute_ends - whole, tried_at = tried_at - tried;
	CALL pg_temp.sessions();
END
$$;

CALL pg_temp.anonymous();
SELECT throws_ok($$ SELECT FROM styrbord.session $$, '42501', NULL, 'pages do not read sessions');
SELECT throws_ok($$ DELETE FROM styrbord.session $$, '42501', NULL, 'or delete them');
SELECT throws_ok($$ SELECT FROM styrbord.sign_in_attempt $$, '42501', NULL, 'or read attempts');
SELECT throws_ok($$ SELECT FROM styrbord.once $$, '42501', NULL, 'or what was answered');
SELECT throws_ok($$ INSERT INTO styrbord.role_right VALUES ('staff', 'project.edit') $$, '42501', NULL, 'or give rights to roles');
SELECT throws_ok($$ SELECT pg_temp.start('forged') $$, '42501', NULL, 'or start a session');
SELECT throws_ok($$ SELECT styrbord.session_regrant('d-leader', 'leader', 'L', '', '', '[{"role":"portfolio","scope":"portal","key":""}]', now()) $$, '42501', NULL, 'or give somebody rights');
CALL pg_temp.sessions();
SELECT throws_ok($$ SELECT FROM styrbord.session $$, '42501', NULL, 'what starts sessions does not read them');
SELECT throws_ok($$ SELECT FROM live.person $$, '42501', NULL, 'or any table');
SELECT throws_ok($$ SELECT styrbord.enter('') $$, '42501', NULL, 'and enters as nobody');

-- Begin, enter, end
SELECT isnt(pg_temp.start('one'), NULL, 'signing in starts a session');
SELECT results_eq($$ SELECT reads, account, name, title, seen_s FROM pg_temp.entered('one') $$, $$ VALUES (true, 'new', 'Nea Ny', 'Nurse', 0) $$, 'which is entered by its token''s hash');
SELECT is(pg_temp.lives('two'), false, 'not by another one');
SELECT is(pg_temp.lives(''), false, 'nor by none');
SELECT is(pg_temp.start('two'), (SELECT person_id FROM pg_temp.entered('one')), 'a second session is the same person');
CALL pg_temp.owner();
SELECT is((SELECT version FROM person WHERE directory_id = 'd-new'), 1, 'who is not written again when nothing differs');
CALL pg_temp.sessions();
SELECT throws_ok($$ SELECT pg_temp.start('two') $$, '23505', NULL, 'no token twice');
SELECT lives_ok($$ SELECT pg_temp.start('three', name => 'Nea Nyman') $$, 'a new name');
SELECT is((SELECT name FROM pg_temp.entered('one')), 'Nea Nyman', 'is taken over');
CALL pg_temp.anonymous();
SELECT styrbord.session_end(pg_temp.hash('three')) \g /dev/null
SELECT is(pg_temp.lives('three'), false, 'signing out ends a session');
SELECT is(pg_temp.lives('two'), true, 'that one only');
CALL pg_temp.sessions();
SELECT throws_ok($$ SELECT styrbord.session_start('d', 'a', 'n', '', '', '{"role":"admin"}', pg_temp.hash('x'), 600, 3600) $$, '23514', NULL, 'grants are a list');
SELECT pg_temp.start('long', 'd-long', idle => 2000000000, whole => 2000000000) \g /dev/null
RESET ROLE;
SELECT results_eq($$ SELECT idle_s, absolute_ends FROM styrbord.session WHERE token_hash = pg_temp.hash('long') $$, $$ VALUES (86400, now() + interval '7 days') $$, 'no session lives longer than a week, whoever asks');
DELETE FROM styrbord.session WHERE token_hash = pg_temp.hash('long');

-- Time
CALL pg_temp.age('599 seconds');
SELECT is(pg_temp.lives('one'), true, 'just before its idle time is over it lives');
SELECT is((SELECT seen_s FROM pg_temp.entered('one')), 599, 'and says how long it was idle');
CALL pg_temp.touch('one');
CALL pg_temp.age('1 second');
SELECT is(pg_temp.lives('one'), true, 'used, it goes on');
SELECT is(pg_temp.lives('two'), false, 'unused, it has ended');
CALL pg_temp.touch('two');
SELECT is(pg_temp.lives('two'), false, 'and does not come back to life');
CALL pg_temp.age('-2 hours');
SELECT is(pg_temp.lives('one'), true, 'last used in the future: the clock went back, and it goes on');
CALL pg_temp.age('2 hours');
CALL pg_temp.age('0', '0', '3600 seconds');
SELECT is(pg_temp.lives('one'), false, 'after its whole time it has ended, used or not');
SELECT pg_temp.start('four', 'd-fourth') \g /dev/null
CALL pg_temp.owner();
SELECT is((SELECT count(*)::int FROM styrbord.session), 1, 'the next sign-in clears what has ended');

-- The directory is asked again
CALL pg_temp.sessions();
SELECT pg_temp.start('five', 'd-fourth'), pg_temp.start('six', 'd-sixth') \g /dev/null
SELECT is_empty($$ SELECT directory_id FROM styrbord.sessions_to_refresh(300, 20, 10) $$, 'fresh grants are not asked for again');
CALL pg_temp.age('0', '300 seconds');
SELECT is((SELECT count(*)::int FROM styrbord.sessions_to_refresh(300, 20, 1)), 1, 'older ones are, so many at a time');
SELECT is((SELECT count(*)::int FROM styrbord.sessions_to_refresh(300, 20, 10)), 1, 'each person once: the next refresher gets the next');
SELECT is_empty($$ SELECT directory_id FROM styrbord.sessions_to_refresh(300, 20, 10) $$, 'and then nobody, for a while');
SELECT styrbord.session_untold('d-sixth', 'too_many_groups') \g /dev/null
CALL pg_temp.age('0', '0', '0', '20 seconds');
SELECT set_eq($$ SELECT directory_id FROM styrbord.sessions_to_refresh(300, 20, 10) $$, ARRAY['d-fourth', 'd-sixth'], 'who could not be looked up is tried again');
SELECT is(styrbord.session_regrant('d-fourth', 'new', 'Nea Ny', '', 'Matron', '[{"role":"admin","scope":"portal","key":""}]', now()), 2, 'every session of the person');
SELECT is((SELECT grants -> 0 ->> 'role' FROM pg_temp.row_of('five')), 'admin', 'has the new grants');
SELECT is((SELECT grants -> 0 ->> 'role' FROM pg_temp.row_of('six')), 'staff', 'nobody else has');
SELECT is((SELECT trouble FROM pg_temp.row_of('six')), 'too_many_groups', 'whose trouble is known');
SELECT results_eq($$ SELECT oldest_s, lag_s, due, troubled FROM styrbord.refresh_lag(200) $$, $$ VALUES (300, 100, 1, 1) $$, 'as is by how much the refreshing lags');
SELECT results_eq($$ SELECT lag_s FROM styrbord.refresh_lag(300) $$, ARRAY[0], 'if it does');
CALL pg_temp.age('0', '0', '0', '20 seconds');
SELECT set_eq($$ SELECT directory_id FROM styrbord.sessions_to_refresh(300, 20, 10) $$, ARRAY['d-sixth'], 'who was looked up is not asked about again');
SELECT is(styrbord.session_regrant('d-nobody', 'x', 'X', '', '', '[]', now()), 0, 'nobody is made by it');
CALL pg_temp.age('0', '-7200 seconds');
SELECT set_eq($$ SELECT directory_id FROM styrbord.sessions_to_refresh(300, 20, 10) $$, ARRAY['d-fourth'], 'granted in the future: the clock went back, and it is due');
CALL pg_temp.age('0', '7200 seconds', '0', '20 seconds');
CALL pg_temp.age('601 seconds');
SELECT is_empty($$ SELECT directory_id FROM styrbord.sessions_to_refresh(300, 20, 10) $$, 'what has idled out is nobody''s concern');
CALL pg_temp.age('-601 seconds');

-- Somebody leaves
SELECT is((SELECT ended FROM styrbord.session_gone('d-fourth')), 2, 'who has left loses every session');
SELECT is(pg_temp.lives('four') OR pg_temp.lives('five'), false, 'at once');
CALL pg_temp.owner();
SELECT is((SELECT active FROM person WHERE directory_id = 'd-fourth'), false, 'and is marked as gone');
CALL pg_temp.sessions();
SELECT pg_temp.start('seven', 'd-fourth') \g /dev/null
CALL pg_temp.owner();
SELECT is((SELECT active FROM person WHERE directory_id = 'd-fourth'), true, 'until signing in again');
UPDATE person SET active = false WHERE directory_id = 'd-fourth';
SELECT is(pg_temp.lives('seven'), false, 'a session of somebody inactive is none');

-- The directory suddenly vouches for almost nobody
RESET ROLE;
DELETE FROM styrbord.session;
DELETE FROM styrbord.gone;
CALL pg_temp.sessions();
SELECT pg_temp.start('g' || i, 'd-g' || i) FROM generate_series(1, 29) AS i \g /dev/null
SELECT results_eq($$ SELECT count(*) FILTER (WHERE g.ended >= 0)::int, count(*) FILTER (WHERE g.ended < 0)::int
	FROM generate_series(1, 29) AS i, LATERAL (SELECT * FROM styrbord.session_gone('d-g' || i)) AS g $$, $$ VALUES (5, 24) $$, 'a few may leave at once, not the house');
SELECT is((SELECT count(*)::int FROM generate_series(1, 29) AS i WHERE pg_temp.lives('g' || i)), 24, 'the others stay signed in');
SELECT is((SELECT count(*) FILTER (WHERE g.ended >= 0)::int FROM generate_series(6, 29) AS i, LATERAL (SELECT * FROM styrbord.session_gone('d-g' || i)) AS g), 0,
	'the next round marks nobody either');
RESET ROLE;
UPDATE styrbord.gone SET gone_at = gone_at - interval '2 hours';
CALL pg_temp.sessions();
SELECT is((SELECT count(*) FILTER (WHERE g.ended >= 0)::int FROM generate_series(6, 29) AS i, LATERAL (SELECT * FROM styrbord.session_gone('d-g' || i)) AS g), 0,
	'nor does an hour later, bit by bit');
SELECT is((SELECT missing FROM styrbord.session_gone('d-g29')), 24, 'and it is said of how many');
SELECT styrbord.session_regrant('d-g' || i, 'new', 'N', '', '', '[]', now()) FROM generate_series(6, 28) AS i \g /dev/null
SELECT is((SELECT ended FROM styrbord.session_gone('d-g29')), 1, 'once the directory answers for the others again, who has left goes');

-- A worker that must not be believed
CALL pg_temp.anonymous('');
SELECT is_empty('SELECT FROM live.project', 'without a session, where staff read, nothing is seen');
SELECT set_config('styrbord.token', encode(pg_temp.hash('never'), 'hex'), true), set_config('styrbord.reads', 'yes', true) \g /dev/null
SELECT is_empty('SELECT FROM live.project', 'nor with a token that somebody made up');

SET LOCAL ROLE styrbord_session;
SELECT pg_temp.start('nameless', 'd-nameless', ' ') \g /dev/null
RESET ROLE;
SELECT is((SELECT p.name FROM live.person p WHERE p.directory_id = 'd-nameless'), 'new', 'whom the directory gives no name is shown by account');
SELECT * FROM finish();
ROLLBACK;
