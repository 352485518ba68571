-- Models, their items, where these stand, and what was learnt.
BEGIN;
\ir support/setup.psql
SELECT plan(14);

SET SESSION AUTHORIZATION styrbord_owner;
SET LOCAL styrbord.clock = '2024-05-01';
INSERT INTO model (code, title, kind, owner_id, project_id, language) SELECT 'OPEN', 'Open', 'principles', o.id, pg_temp.id_of('DHO'), 'en' FROM organisation o WHERE o.code = 'HSO';
INSERT INTO model (code, title, kind, owner_id, project_id, language) SELECT 'INNER', 'Inner', 'stages', o.id, pg_temp.id_of('SECRET'), 'en' FROM organisation o WHERE o.code = 'VA';
INSERT INTO model_item (subject_id, title) SELECT id, code || ' item' FROM model ORDER BY code DESC;
INSERT INTO item_state (subject_id, item_id, state) SELECT pg_temp.id_of('DHO'), i.id, 'ongoing' FROM model_item i WHERE i.title = 'OPEN item';
SELECT throws_ok($$ INSERT INTO item_state (subject_id, item_id, state) SELECT pg_temp.id_of('DHO'), id, 'done' FROM model_item WHERE title = 'OPEN item' $$, '23505', NULL, 'an item stands somewhere once');
SELECT throws_ok($$ INSERT INTO model_item (subject_id, title) VALUES (pg_temp.id_of('DHO'), 'x') $$, NULL, NULL, 'a project has no items');
SELECT throws_ok($$ INSERT INTO model_item (subject_id, title) SELECT id, repeat('x', 501) FROM model WHERE code = 'OPEN' $$, '23514', NULL, 'an item takes 500 letters');
SELECT throws_ok($$ DELETE FROM model WHERE code = 'OPEN' $$, '23503', NULL, 'a model whose items stand somewhere stays');
RESET SESSION AUTHORIZATION;

CALL pg_temp.anonymous();
SELECT results_eq('SELECT code FROM model', ARRAY['OPEN'], 'the model of a restricted project is not seen');
SELECT is((SELECT count(*)::int FROM model_item), 1, 'nor what it says');
CALL pg_temp.sign_in('other', 'member@project:SECRET');
SELECT is((SELECT count(*)::int FROM model_item), 2, 'but by who takes part');

CALL pg_temp.sign_in('leader', 'leader@project:DHO');
SELECT is(pg_temp.written($$ UPDATE model SET state = 'being_tried' $$), 1, 'who leads the project edits its model');
SELECT lives_ok($$ INSERT INTO model_item (subject_id, title) SELECT id, 'Second' FROM model WHERE code = 'OPEN' $$, 'and adds to it');
SELECT throws_ok($$ INSERT INTO item_state (subject_id, item_id, state) SELECT pg_temp.id_of('BOT'), id, 'done' FROM model_item WHERE title = 'Second' $$, '42501', NULL,
	'but does not say where another project stands');
SELECT throws_ok(format($$ INSERT INTO item_state (subject_id, item_id, state) VALUES (pg_temp.id_of('DHO'), %s, 'done') $$, (SELECT 1)), '23503', NULL, 'of an item that is hidden there is none');
SELECT lives_ok($$ INSERT INTO lesson (subject_id, kind, title, state) VALUES (pg_temp.id_of('DHO'), 'recommendation', 'Do it again', 'open') $$, 'a leader writes down what was learnt');
CALL pg_temp.sign_in('other');
SELECT is(pg_temp.written($$ UPDATE lesson SET state = 'done' $$), 0, 'staff read it');
SELECT is((SELECT count(*)::int FROM lesson), 1, 'all of them');

SELECT * FROM finish();
ROLLBACK;
