-- The brake on guessing passwords.
BEGIN;
\ir support/setup.psql
SELECT plan(29);

-- `times` attempts in turn; how many of them were let through to the directory.
CREATE FUNCTION pg_temp.tries(times int, account text, address text) RETURNS int LANGUAGE sql AS $$
	SELECT count(*) FILTER (WHERE b.wait_s = 0)::int FROM generate_series(1, times) AS i, LATERAL (SELECT * FROM styrbord.attempt_begin('account', account, address, 5, 60 + i - i)) AS b
$$;
CREATE FUNCTION pg_temp.wait(account text, address text) RETURNS int LANGUAGE sql AS $$ SELECT wait_s FROM styrbord.attempt_begin('account', account, address, 5, 60) $$;
CREATE PROCEDURE pg_temp.later(seconds interval) LANGUAGE plpgsql AS $$
BEGIN
	PERFORM set_config('role', 'none', true);
	UPDATE styrbord.sign_in_attempt SET window_started = window_started - seconds, turn_at = turn_at - seconds;
	CALL pg_temp.sessions();
END
$$;
CREATE PROCEDURE pg_temp.forget() LANGUAGE plpgsql AS $$
BEGIN
	PERFORM set_config('role', 'none', true);
	DELETE FROM styrbord.sign_in_attempt;
	DELETE FROM styrbord.sign_in_known;
	CALL pg_temp.sessions();
END
$$;

CALL pg_temp.sessions();
SELECT is(pg_temp.tries(4, 'nea', '10.0.0.1'), 4, 'four of five failures: go on');
SELECT is(pg_temp.wait(U&' \ff2eE\0301A', '10.0.0.1'), 0, 'the fifth, however the account is written');
SELECT is(pg_temp.wait('nea', '10.0.0.1'), 60, 'then that account waits at this address');
SELECT is(pg_temp.wait('nea', '10.0.0.3'), 0, 'but not at another: nobody locks somebody else out');
SELECT is(pg_temp.wait('ola', '10.0.0.1'), 0, 'nor its neighbours');
CALL pg_temp.later('20 seconds');
SELECT is(pg_temp.wait('nea', '10.0.0.1'), 40, 'for the rest of the window');
CALL pg_temp.later('40 seconds');
SELECT is(pg_temp.wait('nea', '10.0.0.1'), 0, 'not longer');
CALL pg_temp.forget();
SELECT pg_temp.tries(5, 'nea', '10.0.0.1') \g /dev/null
CALL pg_temp.later('-1 hour');
SELECT is(pg_temp.wait('nea', '10.0.0.1'), 0, 'a window in the future is over: the clock went back');

CALL pg_temp.forget();
SELECT pg_temp.tries(5, 'nea', '10.0.0.1') \g /dev/null
SELECT styrbord.attempt_undone('account', 'nea', '10.0.0.1', true) \g /dev/null
SELECT is(pg_temp.tries(6, 'nea', '10.0.0.1'), 5, 'a right password forgets the account''s failures there');
CALL pg_temp.forget();
SELECT pg_temp.tries(5, 'nea', '10.0.0.1') \g /dev/null
SELECT styrbord.attempt_undone('account', 'nea', '10.0.0.1', false) \g /dev/null
SELECT is(pg_temp.tries(5, 'nea', '10.0.0.1'), 1, 'an attempt about which nobody could tell is not counted');

CALL pg_temp.forget();
SELECT is((SELECT sum(pg_temp.tries(20, 'nea', '10.0.1.' || i))::int FROM generate_series(1, 50) AS i), 50, 'a thousand guesses from fifty addresses: fifty reach the directory');
SELECT is(pg_temp.wait('nea', '10.0.9.9'), 60, 'then the account waits everywhere');
SELECT is((SELECT wait_s FROM styrbord.attempt_begin('person', 'id-of-nea', '10.0.9.9', 5, 60)), 0, 'a person has a count of their own');
SELECT is((SELECT count(*) FILTER (WHERE b.wait_s = 0)::int FROM generate_series(1, 99) AS i, LATERAL (SELECT * FROM styrbord.attempt_begin('person', 'id-of-nea', '10.0.1.' || i, 5, 60)) AS b), 49,
	'whatever names lead to them');

CALL pg_temp.forget();
SELECT is((SELECT sum(pg_temp.tries(1, 'a' || i, '10.0.0.1'))::int FROM generate_series(1, 60) AS i), 60, 'sixty mistakes at one address stop nobody');
SELECT is(pg_temp.wait('nea', '10.0.0.1'), 0, 'who comes after them goes on');
SELECT is((SELECT sum(pg_temp.tries(1, 'b' || i, '10.0.0.1'))::int FROM generate_series(1, 300) AS i), 39, 'three hundred more are slowed once it is a hundred');
SELECT results_eq($$ SELECT wait_s <= 5 AND wait_s > 0, slowed FROM styrbord.attempt_begin('account', 'right', '10.0.0.1', 5, 60) $$, $$ VALUES (true, true) $$, 'a turn is at most 5 s away');
CALL pg_temp.later('5 seconds');
SELECT is(pg_temp.wait('right', '10.0.0.1'), 0, 'and then it is theirs: nobody is shut out');
SELECT is(pg_temp.wait('right', '10.0.0.2'), 0, 'other addresses have no turns');
SELECT styrbord.attempt_undone('account', 'right', '10.0.0.1', true) \g /dev/null
SELECT is(pg_temp.wait('right', '10.0.0.1'), 0, 'who has signed in there before waits for none');
SELECT isnt(pg_temp.wait('stranger', '10.0.0.1'), 0, 'others do');
CALL pg_temp.forget();
SELECT is((SELECT sum(pg_temp.tries(1, 'a' || i, '2001:db8::' || to_hex(i)))::int FROM generate_series(1, 300) AS i), 100, 'a network of IPv6 is one address');
SELECT is(pg_temp.wait('nea', '2001:db8:0:1::1'), 0, 'the next one is another');
CALL pg_temp.forget();
SELECT pg_temp.tries(1, 'nea', '10.0.0.1') \g /dev/null
SELECT styrbord.attempt_undone('account', 'nea', '10.0.0.1', true) \g /dev/null
SELECT pg_temp.tries(9, 'nea', '10.0.0.1') \g /dev/null
SELECT results_eq($$ SELECT wait_s, slowed FROM styrbord.attempt_begin('account', 'nea', '10.0.0.1', 5, 60) $$, $$ VALUES (5, true) $$,
	'a neighbour''s mistakes with the account of somebody known there cost 5 s, not the window');
SELECT is(pg_temp.wait(repeat('a*', 400000), '10.0.5.6'), 0, 'what nobody is called costs nothing');
SELECT is(pg_temp.wait('', '10.0.5.5'), 0, 'no account is no error');
RESET ROLE;
SELECT is_empty($$ SELECT FROM styrbord.sign_in_attempt WHERE key !~ '^[0-9a-f]{64}$' UNION ALL SELECT FROM styrbord.sign_in_known WHERE key !~ '^[0-9a-f]{64}$' $$, 'no account stands there in clear');
CALL pg_temp.anonymous();
SELECT throws_ok($$ SELECT styrbord.attempt_undone('account', 'nea', '10.0.0.1', true) $$, '42501', NULL, 'pages do not take the brake off');

SELECT * FROM finish();
ROLLBACK;
