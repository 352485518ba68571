-- Indicators, what was measured, and content areas.
BEGIN;
\ir support/setup.psql
SELECT plan(9);

SET SESSION AUTHORIZATION styrbord_owner;
SET LOCAL styrbord.clock = '2024-05-01';
INSERT INTO indicator (subject_id, title) SELECT id, 'Calls' FROM organisation WHERE code = 'HSO';
INSERT INTO indicator (subject_id, title) VALUES (pg_temp.id_of('SECRET'), 'Hidden');
INSERT INTO measurement (subject_id, indicator_id, period_to, value) SELECT subject_id, id, '2024-04-30', 12.5 FROM indicator;
SELECT throws_ok($$ INSERT INTO measurement (subject_id, indicator_id, period_to, value) SELECT subject_id, id, '2024-04-30', 13 FROM indicator WHERE title = 'Calls' $$, '23505', NULL, 'the whole is measured once a day');
SELECT lives_ok($$ INSERT INTO measurement (subject_id, indicator_id, organisation_id, period_to, value) SELECT i.subject_id, i.id, o.id, '2024-04-30', 3 FROM indicator i, organisation o WHERE i.title = 'Calls' AND o.code = 'OUS' $$,
	'a unit beside it');
SELECT throws_ok($$ INSERT INTO measurement (subject_id, indicator_id, period_to, value) SELECT pg_temp.id_of('DHO'), id, '2024-03-31', 1 FROM indicator WHERE title = 'Calls' $$, '23503', NULL, 'of the indicator of another there is none');
SELECT throws_ok($$ UPDATE measurement SET period_from = '2024-05-01' $$, '23514', NULL, 'no period ends before it begins');
SELECT throws_ok($$ INSERT INTO content_area (subject_id, title, track) SELECT id, 'x', 'joint' FROM organisation WHERE code = 'HSO' $$, NULL, NULL, 'content areas are a project''s');
RESET SESSION AUTHORIZATION;

CALL pg_temp.anonymous();
SELECT results_eq('SELECT title FROM indicator', ARRAY['Calls'], 'what a restricted project measures is not seen');
SELECT is((SELECT count(*)::int FROM measurement), 2, 'nor what it measured');
CALL pg_temp.sign_in('other', 'coordinator@organisation:HSO');
SELECT is(pg_temp.written($$ UPDATE measurement SET value = 14 $$), 2, 'who edits the organisation writes its figures');
CALL pg_temp.sign_in('leader', 'leader@project:DHO');
SELECT is(pg_temp.written($$ UPDATE measurement SET value = 15 $$), 0, 'and nobody else');

SELECT * FROM finish();
ROLLBACK;
