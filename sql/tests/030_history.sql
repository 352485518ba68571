-- Every earlier version is kept, and `at` shows the one that was valid.
BEGIN;
\ir support/setup.psql
SELECT plan(23);

CALL pg_temp.sign_in('leader', 'leader@project:DHO');
UPDATE project SET title = 'Hjemme' WHERE code = 'DHO';
SELECT is((SELECT version FROM project WHERE code = 'DHO'), 2, 'a change counts the version up');
SELECT is((SELECT valid_from FROM project WHERE code = 'DHO'), now(), 'from this moment');
SELECT is((SELECT changed_by FROM project WHERE code = 'DHO'), styrbord.person(), 'by this person');
SELECT results_eq($$ SELECT title, version, valid_to FROM past.project WHERE code = 'DHO' $$,
                  $$ VALUES ('Digitale hjemmetjenester', 1, now()) $$, 'and the row before is kept');
SELECT is((SELECT ended_by FROM past.project WHERE code = 'DHO'), styrbord.person(), 'with who ended it');
UPDATE project SET title = 'Hjem' WHERE code = 'DHO';
SELECT is((SELECT count(*)::int FROM past.project WHERE code = 'DHO'), 1, 'two changes in one transaction leave one version');
SELECT is((SELECT title FROM project WHERE code = 'DHO'), 'Hjem', 'the last one');

SELECT is_empty($$ SELECT FROM at.project $$, 'without a date `at` is empty');
SET LOCAL styrbord.at = '2019-12-31';
SELECT is_empty($$ SELECT FROM at.project $$, 'before there was a project there is none');
SET LOCAL styrbord.at = '2020-01-10 08:00:00+00';
SELECT is((SELECT count(*)::int FROM at.project WHERE code = 'DHO'), 1, 'at its first moment it is there');
SET LOCAL styrbord.at = '2022-06-01';
SELECT is((SELECT title FROM at.project WHERE code = 'DHO'), 'Digitale hjemmetjenester', 'before the change the row before it shows');
SELECT set_config('styrbord.at', now()::text, true) \g /dev/null
SELECT results_eq($$ SELECT title FROM at.project WHERE code = 'DHO' $$, ARRAY['Hjem'], 'at the change the new row alone');
SET LOCAL search_path = at, public;
SELECT results_eq($$ SELECT p.title, r.title FROM project p JOIN risk r ON r.subject_id = p.id WHERE p.code = 'DHO' $$,
                  $$ VALUES ('Hjem', 'Late') $$, 'the same statement runs on both by its search path');
SET LOCAL search_path = live, public;

DELETE FROM risk;
SET LOCAL styrbord.at = '2022-06-01';
SELECT is_empty($$ SELECT FROM risk $$, 'what is deleted is gone today');
SELECT results_eq($$ SELECT title FROM at.risk $$, ARRAY['Late'], 'and there at a date before');
SELECT set_config('styrbord.at', now()::text, true) \g /dev/null
SELECT is_empty($$ SELECT FROM at.risk $$, 'not at the moment when it went');

-- A row that came and went in one transaction was never there.
INSERT INTO risk (subject_id, kind, title, probability, consequence, state) VALUES (pg_temp.id_of('DHO'), 'risk', 'Short', 1, 1, 'open');
DELETE FROM risk WHERE title = 'Short';
SELECT is_empty($$ SELECT FROM past.risk WHERE title = 'Short' $$, 'what nobody could see is not kept');

-- A deleted project takes everything with it, and the past keeps all of it.
SET SESSION AUTHORIZATION styrbord_owner;
INSERT INTO risk (subject_id, kind, title, probability, consequence, state) VALUES (pg_temp.id_of('SECRET'), 'risk', 'New', 1, 1, 'open');
UPDATE project SET parent_id = NULL WHERE code = 'BELOW';
DELETE FROM project WHERE code = 'SECRET';
SELECT is_empty($$ SELECT FROM risk $$, 'the risks of a deleted project go with it');
SELECT set_eq($$ SELECT code FROM past.body $$, ARRAY['SG-SECRET'], 'its body is in the past');
SET LOCAL styrbord.at = '2022-06-01';
SELECT is((SELECT parent.code FROM at.project p JOIN at.project parent ON parent.id = p.parent_id WHERE p.code = 'BELOW'), 'SECRET',
          'and the tree is as it was');

-- The loader's clock
SET LOCAL styrbord.clock = '2021-03-01 00:00+00';
UPDATE project SET title = 'Aster 2021' WHERE code = 'ASTER';
SELECT results_eq($$ SELECT valid_to FROM past.project WHERE code = 'ASTER' $$, $$ VALUES ('2021-03-01 00:00+00'::timestamptz) $$, 'the owner loads history');
-- A clock behind the row's own beginning
SET LOCAL styrbord.clock = '2020-06-01 00:00+00';
UPDATE project SET title = 'Aster 2020' WHERE code = 'ASTER';
SELECT is_empty($$ SELECT FROM past.project WHERE valid_to <= valid_from $$, 'no version ends before it began');
SELECT is((SELECT count(*)::int FROM past.project WHERE code = 'ASTER'), 2, 'and none is lost');
RESET SESSION AUTHORIZATION;

SELECT * FROM finish();
ROLLBACK;
