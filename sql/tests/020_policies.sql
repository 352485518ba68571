-- Who sees and who writes which row.
BEGIN;
\ir support/setup.psql
SELECT plan(66);

-- A version of SECRET and of its risk, so that the past has something to hide.
SET SESSION AUTHORIZATION styrbord_owner;
UPDATE project SET title = title || '!' WHERE code IN ('SECRET', 'DHO');
UPDATE risk SET title = 'Later';
RESET SESSION AUTHORIZATION;

-- Reading
CALL pg_temp.anonymous('');
SELECT is_empty('SELECT FROM project', 'where only staff read, nobody else sees a project');
SELECT is_empty('SELECT FROM person', 'or a person');
SELECT is_empty('SELECT FROM organisation', 'or an organisation');
SELECT is_empty('SELECT FROM risk', 'or a risk');
SELECT is_empty('SELECT FROM past.project', 'or the past of a project');
SELECT is_empty('SELECT FROM past.risk', 'or the past of a risk');
CALL pg_temp.anonymous();
SELECT results_eq('SELECT code FROM project ORDER BY code', ARRAY['ASTER', 'BELOW', 'BOT', 'DHO', 'SUB'], 'where everybody reads, all but what is restricted');
SELECT is((SELECT count(*)::int FROM risk), 1, 'not the risks of a restricted project');
SELECT is((SELECT count(*)::int FROM body), 1, 'not its bodies');
SELECT is((SELECT count(*)::int FROM past.risk), 1, 'not the past of its risks');
SELECT is_empty($$ SELECT FROM past.project WHERE code = 'SECRET' $$, 'not its own past');
SELECT is((SELECT count(*)::int FROM past.project WHERE code = 'DHO'), 1, 'the past of the others');
SET LOCAL styrbord.at = '2021-01-01';
SELECT results_eq('SELECT code FROM at.project ORDER BY code', ARRAY['ASTER', 'BELOW', 'BOT', 'DHO', 'SUB'], 'nor as it was at a date');
SELECT is((SELECT count(*)::int FROM at.risk), 1, 'nor its risks as they were');
CALL pg_temp.sign_in('other');
SELECT is_empty($$ SELECT FROM project WHERE code = 'SECRET' $$, 'staff do not see a restricted project');
CALL pg_temp.sign_in('other', 'member@project:SECRET');
SELECT is((SELECT title FROM project WHERE code = 'SECRET'), 'Salainen!', 'its members do');
SELECT is((SELECT title FROM at.project WHERE code = 'SECRET'), 'Salainen', 'its past too');
SELECT is((SELECT count(*)::int FROM risk), 2, 'and its risks');
CALL pg_temp.sign_in('other', 'steering@organisation:VA');
SELECT is((SELECT count(*)::int FROM project WHERE visibility = 'members'), 1, 'and those who steer its organisation');
CALL pg_temp.sign_in('other', 'admin@portal');
SELECT is((SELECT count(*)::int FROM project WHERE visibility = 'members'), 0, 'who administers the portal does not');

-- A project opened later hides the time when it was not; one that was closed hides all.
SET SESSION AUTHORIZATION styrbord_owner;
UPDATE project SET visibility = CASE visibility WHEN 'public' THEN 'members' ELSE 'public' END WHERE code IN ('SECRET', 'DHO');
RESET SESSION AUTHORIZATION;
CALL pg_temp.anonymous();
SELECT is((SELECT count(*)::int FROM project WHERE code = 'SECRET'), 1, 'opened: seen');
SELECT is_empty($$ SELECT FROM past.project WHERE code = 'SECRET' $$, 'opened: its restricted past is not');
SELECT is_empty($$ SELECT FROM past.project WHERE code = 'DHO' $$, 'closed: nor is the time when it was open');
SET SESSION AUTHORIZATION styrbord_owner;
UPDATE project SET visibility = CASE visibility WHEN 'public' THEN 'members' ELSE 'public' END WHERE code IN ('SECRET', 'DHO');
RESET SESSION AUTHORIZATION;

-- A deleted project
SET SESSION AUTHORIZATION styrbord_owner;
DELETE FROM project WHERE code = 'DHO';
RESET SESSION AUTHORIZATION;
CALL pg_temp.sign_in('leader', 'leader@project:DHO');
SELECT is_empty($$ SELECT FROM at.project WHERE code = 'DHO' $$, 'a deleted project is gone for its leader');
SELECT is_empty($$ SELECT FROM at.risk $$, 'with what it had');
CALL pg_temp.sign_in('leader', 'portfolio@portal');
SELECT is((SELECT title FROM at.project WHERE code = 'DHO'), 'Digitale hjemmetjenester', 'the portfolio office sees what it was');
SELECT is((SELECT count(*)::int FROM at.risk), 2, 'and what it had');

-- Writing
CALL pg_temp.anonymous();
SELECT throws_ok($$ INSERT INTO alias (subject_id, alias) VALUES (pg_temp.id_of('BOT'), 'x') $$, '42501', NULL, 'nobody adds nothing');
CALL pg_temp.sign_in('other');
SELECT is(pg_temp.written($$ UPDATE project SET title = 'x' $$), 0, 'staff change no project');
SELECT is(pg_temp.written($$ DELETE FROM project $$), 0, 'and delete none');
SELECT throws_ok($$ INSERT INTO risk (subject_id, kind, title, probability, consequence, state)
                    VALUES (pg_temp.id_of('BOT'), 'risk', 'x', 1, 1, 'open') $$, '42501', NULL, 'and add no risk');
SELECT throws_ok($$ INSERT INTO status_report (subject_id, reported_on, status_label, light, summary, risk_level)
                    VALUES (pg_temp.id_of('BOT'), '2026-01-01', 'as_planned', 'green', 'x', 'low') $$, '42501', NULL, 'and no report');
SELECT throws_ok($$ INSERT INTO organisation (code, name, kind, language) VALUES ('X', 'X', 'region', 'sv') $$, '42501', NULL, 'and no organisation');
SELECT is(pg_temp.written($$ UPDATE person SET name = 'x' $$), 0, 'and rename nobody');
SELECT throws_ok($$ INSERT INTO standing (report_id, status_label, light, risk_level, reported_on)
                    VALUES (1, 'as_planned', 'green', 'low', '2026-01-01') $$, '42501', NULL, 'and say of no project where it stands');

CALL pg_temp.sign_in('leader', 'leader@project:BOT');
SELECT is(pg_temp.written($$ UPDATE person SET organisation_id = NULL WHERE account = 'other' $$), 1, 'who may edit people says where an account holder works');
SELECT throws_ok($$ UPDATE person SET name = 'x' WHERE account = 'other' $$, '42501', NULL, 'not what the directory calls them');
SELECT throws_ok($$ UPDATE person SET active = false WHERE account = 'other' $$, '42501', NULL, 'nor that they have left');
SELECT is(pg_temp.written($$ DELETE FROM person WHERE account = 'other' $$), 0, 'and removes none');
SELECT is(pg_temp.written($$ UPDATE project SET title = title || '.' $$), 2, 'a leader changes the project led and what is below');
SELECT lives_ok($$ INSERT INTO risk (subject_id, kind, title, probability, consequence, state)
                   VALUES (pg_temp.id_of('SUB'), 'risk', 'x', 1, 1, 'open') $$, 'adds a risk below');
SELECT throws_ok($$ INSERT INTO risk (subject_id, kind, title, probability, consequence, state)
                    VALUES (pg_temp.id_of('ASTER'), 'risk', 'x', 1, 1, 'open') $$, '42501', NULL, 'not above');
SELECT throws_ok($$ UPDATE risk SET subject_id = pg_temp.id_of('ASTER') $$, '42501', NULL, 'and moves none elsewhere');
SELECT throws_ok($$ UPDATE project SET version = 7 $$, '42501', NULL, 'nobody sets a version');
SELECT throws_ok($$ UPDATE risk SET n = 7 $$, '42501', NULL, 'or a number');
SELECT is(pg_temp.written($$ DELETE FROM project WHERE code = 'SUB' $$), 0, 'a leader deletes no project');
SELECT lives_ok($$ INSERT INTO project (code, title, language, kind, owner_id, parent_id, phase, lifecycle)
                   SELECT 'PART', 'Part', 'sv', 'project', owner_id, id, 'planning', 'ongoing' FROM project WHERE code = 'BOT' $$, 'and creates below it');
SELECT throws_ok($$ INSERT INTO project (code, title, language, kind, owner_id, phase, lifecycle)
                    SELECT 'BESIDE', 'Beside', 'sv', 'project', owner_id, 'planning', 'ongoing' FROM project WHERE code = 'BOT' $$, '42501', NULL, 'not beside it');
SELECT throws_ok($$ INSERT INTO project (code, title, language, kind, owner_id, phase, lifecycle)
                    SELECT 'SECRET', 'Taken', 'sv', 'project', owner_id, 'planning', 'ongoing' FROM project WHERE code = 'BOT' $$, '42501', NULL, 'and is not told which codes are taken');
SELECT is(pg_temp.written($$ DELETE FROM project WHERE code = 'PART' $$), 0, 'nor removes what it made');
SELECT throws_ok($$ UPDATE project SET code = 'RENAMED' WHERE code = 'BOT' $$, '42501', NULL, 'nobody renames a project out of the own reach');
SELECT throws_ok($$ UPDATE project SET parent_id = NULL WHERE code = 'SUB' $$, '42501', NULL, 'or moves one out of it');

CALL pg_temp.sign_in('leader', 'portfolio@project:ASTER');
SELECT results_eq($$ INSERT INTO project (code, title, language, kind, owner_id, parent_id, phase, lifecycle, visibility)
                     SELECT 'NEW', 'New', 'sv', 'project', owner_id, id, 'planning', 'ongoing', 'members' FROM project WHERE code = 'BOT' RETURNING code $$,
                  ARRAY['NEW'], 'a programme''s office creates below the programme and sees what it made');
SELECT throws_ok($$ INSERT INTO project (code, title, language, kind, owner_id, phase, lifecycle)
                    SELECT 'TOP', 'Top', 'sv', 'project', owner_id, 'planning', 'ongoing' FROM project WHERE code = 'BOT' $$, '42501', NULL, 'not beside it');
SELECT is(pg_temp.written($$ DELETE FROM project WHERE code = 'NEW' $$), 1, 'and deletes there');
CALL pg_temp.sign_in('leader', 'portfolio@portal');
SELECT lives_ok($$ INSERT INTO project (code, title, language, kind, owner_id, phase, lifecycle)
                   SELECT 'TOP', 'Top', 'sv', 'project', owner_id, 'planning', 'ongoing' FROM project WHERE code = 'BOT' $$, 'the portfolio office creates anywhere');
SELECT is((SELECT changed_by FROM project WHERE code = 'TOP'), (SELECT id FROM person WHERE account = 'leader'), 'and the row says who it was');

-- Opening a restricted project publishes nothing of what was written before.
SET SESSION AUTHORIZATION styrbord_owner;
SET LOCAL styrbord.clock = '2022-01-01';
UPDATE project SET visibility = 'members' WHERE code = 'BELOW';
SET LOCAL styrbord.clock = '2022-02-01';
INSERT INTO risk (subject_id, kind, title, probability, consequence, state) SELECT id, 'risk', 'Removed while closed', 1, 1, 'open' FROM project WHERE code = 'BELOW';
INSERT INTO deliverable (subject_id, code, title, planned_on) SELECT id, 'D1', 'Named while closed', '2026-01-01' FROM project WHERE code = 'BELOW';
INSERT INTO status_report (subject_id, state, reported_on, status_label, light, summary, risk_level)
SELECT id, 'draft', '2022-02-01', 'as_planned', 'green', 'Drafted while closed', 'low' FROM project WHERE code = 'BELOW';
SET LOCAL styrbord.clock = '2022-03-01';
DELETE FROM risk WHERE title = 'Removed while closed';
UPDATE deliverable SET title = 'Harmless' WHERE code = 'D1';
SET LOCAL styrbord.clock = '2022-04-01';
UPDATE project SET visibility = 'public' WHERE code = 'BELOW';
SET LOCAL styrbord.clock = '2022-05-01';
UPDATE deliverable SET title = 'Open' WHERE code = 'D1';
SET LOCAL styrbord.clock = '2022-06-01';
UPDATE deliverable SET title = 'Later' WHERE code = 'D1';
SET LOCAL styrbord.clock = '';
RESET SESSION AUTHORIZATION;
SET LOCAL styrbord.at = '';
CALL pg_temp.sign_in('other');
SELECT is((SELECT title FROM deliverable WHERE code = 'D1'), 'Later', 'an opened project is read');
SELECT results_eq($$ SELECT title FROM past.deliverable WHERE code = 'D1' ORDER BY valid_from $$, ARRAY['Open'], 'and what was valid since it was opened');
SELECT is_empty($$ SELECT FROM past.risk WHERE title = 'Removed while closed' $$, 'not what came and went while it was closed');
SELECT is_empty($$ SELECT type, what, at FROM styrbord.change WHERE subject_id = pg_temp.id_of('BELOW') AND type <> 'project' AND at < '2022-04-01' $$,
	'nor is it in the log');
SELECT results_eq($$ SELECT what FROM styrbord.change WHERE subject_id = pg_temp.id_of('BELOW') AND type = 'deliverable' ORDER BY at $$, ARRAY['changed', 'changed'],
	'which goes on when it is open');
SET LOCAL styrbord.at = '2022-02-15';
SELECT is_empty($$ SELECT FROM at.deliverable WHERE code = 'D1' $$, 'nor as it was on a day then');
CALL pg_temp.sign_in('other', 'member@project:BELOW');
SELECT is((SELECT title FROM at.deliverable WHERE code = 'D1'), 'Named while closed', 'who takes part sees that');
SELECT is((SELECT count(*)::int FROM past.deliverable WHERE code = 'D1'), 3, 'and every version');
SELECT is((SELECT count(*)::int FROM styrbord.change WHERE subject_id = pg_temp.id_of('BELOW') AND type IN ('deliverable', 'risk')), 6, 'and every change in the log');

SELECT * FROM finish();
ROLLBACK;
