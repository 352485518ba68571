-- A removed record comes back under its id and number, its versions counting on; by an ordinary INSERT, with every ordinary check.
BEGIN;
\ir support/setup.psql
SELECT plan(17);

CREATE FUNCTION pg_temp.again(type text, id bigint, columns text) RETURNS text LANGUAGE sql AS $$ SELECT set_config('styrbord.continues', concat_ws(' ', type, id, columns), true) $$;
-- Past moments, since one transaction is one moment: the risk of the fixture, and another that came and went.
SET SESSION AUTHORIZATION styrbord_owner;
SET LOCAL styrbord.clock = '2024-01-01 00:00+00';
INSERT INTO live.risk (subject_id, kind, title, cause, probability, consequence, state) VALUES (pg_temp.id_of('DHO'), 'risk', 'Gone', 'Why', 2, 2, 'open');
SET LOCAL styrbord.clock = '2024-01-02 00:00+00';
UPDATE live.risk SET title = 'Gone again' WHERE title = 'Gone';
SET LOCAL styrbord.clock = '2024-01-03 00:00+00';
CREATE TEMP TABLE gone AS SELECT id, n, subject_id FROM live.risk WHERE title = 'Gone again';
GRANT SELECT ON gone TO styrbord_app;
DELETE FROM live.risk WHERE title = 'Gone again';
SET LOCAL styrbord.clock = '';

RESET SESSION AUTHORIZATION;
CALL pg_temp.sign_in('leader', 'leader@project:DHO');
SELECT pg_temp.again('risk', (SELECT id FROM gone), 'kind,title,probability,consequence,state') \g /dev/null
INSERT INTO risk (subject_id, kind, title, probability, consequence, state) VALUES (pg_temp.id_of('DHO'), 'risk', 'There again', 3, 3, 'open');
SELECT results_eq($$ SELECT r.id, r.n, r.version FROM risk r WHERE title = 'There again' $$, $$ SELECT id, n, 3 FROM gone $$, 'it has its id and number, and its versions count on');
SELECT is((SELECT cause FROM risk WHERE title = 'There again'), 'Why', 'what was not written is as it was');
SELECT results_eq($$ SELECT what FROM styrbord.change WHERE type = 'risk' AND record_id = (SELECT id FROM gone) ORDER BY at $$,
                  ARRAY['created', 'changed', 'removed', 'restored'], 'one history tells it all');
SELECT is((SELECT by FROM styrbord.change WHERE type = 'risk' AND what = 'restored'), styrbord.person(), 'and by whom');
SELECT is(current_setting('styrbord.continues'), '', 'it counts for one row');
INSERT INTO risk (subject_id, kind, title, probability, consequence, state) VALUES (pg_temp.id_of('DHO'), 'risk', 'The next', 1, 1, 'open');
SELECT is((SELECT n FROM risk WHERE title = 'The next'), (SELECT n + 1 FROM gone), 'the next one has the next number');
SELECT is((SELECT version FROM risk WHERE title = 'The next'), 1, 'and begins with its first version');

SELECT pg_temp.again('risk', (SELECT id FROM gone), 'kind') \g /dev/null
SELECT throws_ok($$ INSERT INTO risk (subject_id, kind, title, probability, consequence, state) VALUES (pg_temp.id_of('DHO'), 'risk', 'x', 1, 1, 'open') $$,
                 '42501', NULL, 'what is there is not continued');
SELECT pg_temp.again('risk', 987654321, 'kind') \g /dev/null
SELECT throws_ok($$ INSERT INTO risk (subject_id, kind, title, probability, consequence, state) VALUES (pg_temp.id_of('DHO'), 'risk', 'x', 1, 1, 'open') $$,
                 '42501', NULL, 'nor what never was');
SELECT pg_temp.again('milestone', (SELECT id FROM gone), 'kind') \g /dev/null
SELECT lives_ok($$ INSERT INTO risk (subject_id, kind, title, probability, consequence, state) VALUES (pg_temp.id_of('DHO'), 'risk', 'Another', 1, 1, 'open') $$,
                'what is said of another table is not for this one');
SELECT pg_temp.again('', 0, '') \g /dev/null
SELECT throws_ok($$ INSERT INTO risk (id, subject_id, kind, title, probability, consequence, state) VALUES (5, pg_temp.id_of('DHO'), 'risk', 'x', 1, 1, 'open') $$,
                 '42501', NULL, 'nobody gives ids');
SELECT throws_ok($$ INSERT INTO risk (n, subject_id, kind, title, probability, consequence, state) VALUES (5, pg_temp.id_of('DHO'), 'risk', 'x', 1, 1, 'open') $$,
                 '42501', NULL, 'nor numbers');

-- Not on another project, and not by who may not write there any more.
SET SESSION AUTHORIZATION styrbord_owner;
SET LOCAL styrbord.clock = '2030-01-04 00:00+00';
DELETE FROM live.risk WHERE title = 'There again';
SET LOCAL styrbord.clock = '';
RESET SESSION AUTHORIZATION;
CALL pg_temp.sign_in('leader', 'leader@project:ASTER');
SELECT pg_temp.again('risk', (SELECT id FROM gone), 'kind') \g /dev/null
SELECT throws_ok($$ INSERT INTO risk (subject_id, kind, title, probability, consequence, state) VALUES (pg_temp.id_of('ASTER'), 'risk', 'x', 1, 1, 'open') $$,
                 '42501', NULL, 'it comes back where it was');
SELECT pg_temp.again('risk', (SELECT id FROM gone), 'kind') \g /dev/null
SELECT throws_ok($$ INSERT INTO risk (subject_id, kind, title, probability, consequence, state) VALUES (pg_temp.id_of('DHO'), 'risk', 'x', 1, 1, 'open') $$,
                 '42501', NULL, 'by who may write there');

-- A subject: its periods of being closed are those that it had, and it is gone no more.
SET SESSION AUTHORIZATION styrbord_owner;
SET LOCAL styrbord.clock = '2030-02-01 00:00+00';
INSERT INTO live.strategy (code, title, visibility, language, owner_id) VALUES ('SHUT', 'Shut', 'members', 'en', (SELECT id FROM live.organisation LIMIT 1));
SET LOCAL styrbord.clock = '2030-02-02 00:00+00';
UPDATE live.strategy SET visibility = 'public' WHERE code = 'SHUT';
CREATE TEMP TABLE shut AS SELECT id FROM live.strategy WHERE code = 'SHUT';
SET LOCAL styrbord.clock = '2030-02-03 00:00+00';
DELETE FROM live.strategy WHERE code = 'SHUT';
SELECT is((SELECT string_agg(visibility, ',') FROM styrbord.closed WHERE subject_id = (SELECT id FROM shut)), 'gone', 'what is removed is gone');
SET LOCAL styrbord.clock = '2030-02-04 00:00+00';
SELECT pg_temp.again('strategy', (SELECT id FROM shut), 'code,title,visibility,language') \g /dev/null
INSERT INTO live.strategy (code, title, visibility, language, owner_id) VALUES ('SHUT', 'Shut', 'public', 'en', (SELECT id FROM live.organisation LIMIT 1));
SELECT results_eq($$ SELECT visibility, valid_to FROM styrbord.closed WHERE subject_id = (SELECT id FROM shut) $$, $$ VALUES ('members', '2030-02-02 00:00+00'::timestamptz) $$,
                  'and there again its versions that were closed stay closed');
SELECT is((SELECT id FROM live.subject WHERE code = 'SHUT'), (SELECT id FROM shut), 'under its id in the registry');
SELECT finish();
ROLLBACK;
