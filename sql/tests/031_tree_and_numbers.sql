-- The tree of projects, and the numbers within a project.
BEGIN;
\ir support/setup.psql
SELECT plan(16);

CALL pg_temp.sign_in('leader', 'portfolio@portal');
SELECT throws_ok($$ UPDATE project SET parent_id = id WHERE code = 'ASTER' $$, 'SB002', NULL, 'no project is its own parent');
SELECT throws_ok($$ UPDATE project SET parent_id = pg_temp.id_of('SUB') WHERE code = 'ASTER' $$, 'SB002', NULL, 'nor two levels up');
SELECT lives_ok($$ UPDATE project SET parent_id = pg_temp.id_of('DHO') WHERE code = 'ASTER' $$, 'a tree moves as a whole');
SELECT lives_ok($$ UPDATE project SET title = 'x', parent_id = parent_id WHERE code = 'BOT' $$, 'what stays where it is may');

-- ASTER is level 2 now, SUB level 4: 13 more below SUB is one too many.
CREATE FUNCTION pg_temp.below(parent text, first int, last int) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
	FOR i IN first..last LOOP
		INSERT INTO project (code, title, language, kind, owner_id, parent_id, phase, lifecycle)
		SELECT 'L' || i, 'Level', 'en', 'project', owner_id, id, 'planning', 'ongoing' FROM project
		 WHERE code = CASE i WHEN first THEN parent ELSE 'L' || i - 1 END;
	END LOOP;
END
$$;
SELECT lives_ok($$ SELECT pg_temp.below('SUB', 5, 16) $$, 'sixteen levels');
SELECT throws_ok($$ SELECT pg_temp.below('L16', 17, 17) $$, 'SB003', NULL, 'not seventeen');
SELECT throws_ok($$ UPDATE project SET parent_id = pg_temp.id_of('BELOW') WHERE code = 'DHO' $$, 'SB003', NULL, 'nor by moving what has much below');

CALL pg_temp.sign_in('leader', 'leader@project:DHO');
CREATE FUNCTION pg_temp.milestone(project text) RETURNS int LANGUAGE sql AS $$
	INSERT INTO live.milestone (subject_id, title, kind, planned_on) VALUES (pg_temp.id_of(project), 'M', 'milestone', '2026-01-01') RETURNING n
$$;
SELECT is(pg_temp.milestone('DHO'), 1, 'numbers begin with one');
SELECT is(pg_temp.milestone('DHO'), 2, 'and count up');
SELECT is(pg_temp.milestone('SUB'), 1, 'within each project');
-- As if made earlier: what comes and goes within one transaction leaves no trace, nor its number.
SET SESSION AUTHORIZATION styrbord_owner;
ALTER TABLE live.milestone DISABLE TRIGGER USER;
UPDATE milestone SET valid_from = '2020-02-02';
ALTER TABLE live.milestone ENABLE TRIGGER USER;
RESET SESSION AUTHORIZATION;
CALL pg_temp.sign_in('leader', 'leader@project:DHO');
DELETE FROM milestone WHERE subject_id = pg_temp.id_of('DHO') AND n = 2;
SELECT is(pg_temp.milestone('DHO'), 3, 'the number of a deleted record is not used again');
SELECT throws_ok($$ INSERT INTO milestone (subject_id, n, title, kind, planned_on) VALUES (pg_temp.id_of('DHO'), 9, 'M', 'milestone', '2026-01-01') $$,
                 '42501', NULL, 'nobody chooses a number');
SELECT throws_ok($$ INSERT INTO milestone (subject_id, title, kind, planned_on) VALUES (pg_temp.id_of('BELOW'), 'M', 'milestone', '2026-01-01') $$,
                 '42501', NULL, 'a number does not open another project');

SET SESSION AUTHORIZATION styrbord_owner;
INSERT INTO duty (role_id, text, share, language) SELECT id, 'Plans', 'own', 'en' FROM role;
INSERT INTO duty (role_id, text, share, language) SELECT id, 'Reports', 'joint', 'en' FROM role;
SELECT results_eq($$ SELECT n FROM duty ORDER BY n $$, ARRAY[1, 2], 'duties are numbered within a role');
SELECT results_eq($$ SELECT n FROM risk ORDER BY subject_id $$, ARRAY[1, 1], 'the loader''s records as well');
SELECT is((SELECT count(*)::int FROM pg_trigger WHERE tgname = 'numbering'),
          (SELECT count(*)::int FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
            WHERE c.relnamespace = 'live'::regnamespace AND c.relkind = 'r' AND a.attname = 'n'), 'every table with a number has its trigger');
RESET SESSION AUTHORIZATION;

SELECT * FROM finish();
ROLLBACK;
