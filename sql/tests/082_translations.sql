-- A translation is of a record of its own subject, which it names as people do; it is published when it is written, is of the record as it stood
-- then, has a history, and goes with its record.
BEGIN;
\ir support/setup.psql
SELECT plan(22);

CALL pg_temp.sign_in('leader', 'leader@project:DHO');
INSERT INTO section (subject_id, kind, heading, body, language) SELECT id, 'background', 'H', 'B', 'en' FROM project WHERE code = 'DHO';
SELECT lives_ok($$ INSERT INTO translation (subject_id, of, field, language, text) VALUES (pg_temp.id_of('DHO'), 'project', 'title', 'fi', 'Otsikko') $$, 'a leader translates the project');
SELECT lives_ok($$ INSERT INTO translation (subject_id, of, field, language, text) VALUES (pg_temp.id_of('DHO'), 'section/1', 'heading', 'fi', 'Tausta') $$, 'and what hangs on it');
SELECT results_eq($$ SELECT t.type, t.record_id, t.of_version FROM translation t WHERE t.of = 'section/1' $$,
                  $$ SELECT 'section', s.id, s.version FROM section s WHERE s.subject_id = pg_temp.id_of('DHO') AND s.n = 1 $$, 'the row that is meant is found');
SELECT ok((SELECT published_at >= now() FROM translation WHERE of = 'project'), 'it is published now');
SELECT throws_ok(format($$ INSERT INTO translation (subject_id, of, field, language, text) VALUES (pg_temp.id_of('DHO'), %L, 'title', 'sv', 'X') $$, wrong), 'SB007', NULL,
                 'there must be such a record: ' || wrong) FROM unnest(ARRAY['section/9', 'section', 'project/1', 'organisation', 'carries/1', '../1']) AS wrong;
SELECT throws_ok(format($$ INSERT INTO translation (subject_id, of, type, record_id, field, language, text, published_at) VALUES (pg_temp.id_of('DHO'), '', 'project', %s, 'title', 'sv', 'X', now()) $$,
                        pg_temp.id_of('ASTER')), 'SB007', NULL, 'nor by number is it of what another may write');
SELECT throws_ok($$ INSERT INTO translation (subject_id, of, field, language, text) VALUES (pg_temp.id_of('DHO'), 'project', 'name', 'sv', 'X') $$, '23514', NULL, 'a project has no name to translate');
SELECT throws_ok($$ INSERT INTO translation (subject_id, of, field, language, text) VALUES (pg_temp.id_of('DHO'), 'section/1', 'heading', 'en', 'X') $$, '23514', NULL, 'what is written in English is not translated into it');
UPDATE section SET body = 'Another' WHERE subject_id = pg_temp.id_of('DHO') AND n = 1;
UPDATE translation SET text = 'Taustaa' WHERE of = 'section/1';
SELECT is((SELECT t.of_version FROM translation t WHERE t.of = 'section/1'), (SELECT s.version FROM section s WHERE s.subject_id = pg_temp.id_of('DHO') AND s.n = 1),
          'written again it is of the record as it stands');
SELECT is((SELECT count(*) FROM styrbord.change c WHERE c.type = 'translation' AND c.subject_id = pg_temp.id_of('DHO')), 2::bigint, 'both are in the log, and can be read there');
DELETE FROM section WHERE subject_id = pg_temp.id_of('DHO') AND n = 1;
SELECT is((SELECT count(*) FROM translation t WHERE t.of = 'section/1'), 0::bigint, 'it goes with its record');

-- The registry says what the subject is called in every language, and nothing of what hangs on it.
SELECT is((SELECT titles->'fi'->>'title' FROM subject WHERE id = pg_temp.id_of('DHO')), 'Otsikko', 'the registry has the other name');
SELECT is((SELECT (titles->'fi'->>'published_at')::timestamptz FROM subject WHERE id = pg_temp.id_of('DHO')), (SELECT published_at FROM translation WHERE of = 'project'), 'and when it was published');
SELECT is((SELECT array_agg(k) FROM subject, jsonb_object_keys(titles) AS k WHERE id = pg_temp.id_of('DHO')), ARRAY['fi'], 'and no other');
SET LOCAL styrbord.at = '2022-01-01';
SELECT is((SELECT titles FROM at.subject WHERE id = pg_temp.id_of('DHO')), NULL, 'on an earlier day it had none');
SET LOCAL styrbord.at = '';
DELETE FROM translation WHERE of = 'project';
SELECT is((SELECT titles FROM subject WHERE id = pg_temp.id_of('DHO')), NULL, 'nor has it when the translation is removed');

CALL pg_temp.owner();
SELECT throws_ok($$ SELECT styrbord.set_visibility(ARRAY['translation']) $$, 'P0001', NULL, 'no configuration hides translations alone: the registry would say them');

SELECT * FROM finish();
ROLLBACK;
