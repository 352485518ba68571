-- A dependency is agreed from both sides, and neither agrees for the other.
BEGIN;
\ir support/setup.psql
SELECT plan(38);

CREATE FUNCTION pg_temp.agreed() RETURNS text LANGUAGE sql AS $$
	SELECT concat_ws(' ', agreed_by_project::text, agreed_by_provider::text) FROM live.dependency WHERE n = 1
$$;

-- DHO needs something of BOT.
CALL pg_temp.sign_in('leader', 'leader@project:DHO');
SELECT throws_ok($$ INSERT INTO dependency (subject_id, needed, provider_project_id, criticality, light, agreed_by_provider)
                    VALUES (pg_temp.id_of('DHO'), 'Login', pg_temp.id_of('BOT'), 'high', 'green', true) $$, '42501', NULL, 'nobody begins with the other side''s agreement');
SELECT lives_ok($$ INSERT INTO dependency (subject_id, needed, provider_project_id, criticality, light, agreed_by_project)
                   VALUES (pg_temp.id_of('DHO'), 'Login', pg_temp.id_of('BOT'), 'high', 'green', true) $$, 'but with the own');
SELECT throws_ok($$ UPDATE dependency SET agreed_by_provider = true $$, '42501', NULL, 'or sets it later');
SELECT throws_ok($$ UPDATE dependency SET provider_comment = 'Yes' $$, '42501', NULL, 'or speaks for it');
SELECT throws_ok($$ INSERT INTO dependency (subject_id, needed, provider_project_id, criticality, light)
                    VALUES (pg_temp.id_of('BOT'), 'x', pg_temp.id_of('DHO'), 'low', 'green') $$, '42501', NULL, 'or says what another project needs');

CALL pg_temp.sign_in('other');
SELECT is(pg_temp.written($$ UPDATE dependency SET agreed_by_provider = true $$), 0, 'staff agree to nothing');
CALL pg_temp.sign_in('other', 'leader@project:SUB');
SELECT is(pg_temp.written($$ UPDATE dependency SET agreed_by_provider = true $$), 0, 'nor does a third project');
CALL pg_temp.sign_in('other', 'leader@project:BOT');
SELECT is(pg_temp.written($$ UPDATE dependency SET agreed_by_provider = true, provider_comment = 'In May' $$), 1, 'the provider agrees');
SELECT throws_ok($$ UPDATE dependency SET agreed_by_project = false $$, '42501', NULL, 'for itself only');
SELECT throws_ok($$ UPDATE dependency SET due_on = '2026-05-01' $$, '42501', NULL, 'and changes no term');
SELECT throws_ok($$ UPDATE dependency SET provider_project_id = NULL, provider_name = 'x' $$, '42501', NULL, 'and does not leave');
SELECT is(pg_temp.written($$ DELETE FROM dependency $$), 0, 'or delete it');
SELECT is(pg_temp.agreed(), 'true true', 'agreed from both sides');

CALL pg_temp.sign_in('leader', 'leader@project:DHO');
UPDATE dependency SET comment = 'Noted', light = 'yellow';
SELECT is(pg_temp.agreed(), 'true true', 'a comment or a light is no term');
UPDATE dependency SET due_on = '2026-05-01', agreed_by_provider = true;
SELECT is(pg_temp.agreed(), 'true false', 'a new date: the provider is asked again');
SELECT throws_ok($$ UPDATE dependency SET used_for = 'x', agreed_by_provider = true $$, '42501', NULL, 'and is not answered for');
CALL pg_temp.sign_in('other', 'leader@project:BOT');
UPDATE dependency SET agreed_by_provider = true;
CALL pg_temp.sign_in('leader', 'leader@project:DHO');
UPDATE dependency SET provider_project_id = pg_temp.id_of('SUB');
SELECT is(pg_temp.agreed(), 'true false', 'another provider has not agreed yet');
CALL pg_temp.sign_in('other', 'leader@project:BOT');
SELECT is(pg_temp.written($$ UPDATE dependency SET provider_comment = 'x' WHERE provider_project_id = pg_temp.id_of('SUB') $$), 1,
          'SUB is below BOT, whose leader speaks for it');

-- Without a provider in the portal
CALL pg_temp.sign_in('leader', 'leader@project:DHO');
SELECT lives_ok($$ INSERT INTO dependency (subject_id, needed, provider_name, criticality, light, agreed_by_project, agreed_by_provider, provider_comment)
                   VALUES (pg_temp.id_of('DHO'), 'Cards', 'Card office', 'low', 'green', true, true, 'By phone') $$, 'the leader records what an outsider said');
SELECT throws_ok($$ INSERT INTO dependency (subject_id, needed, criticality, light) VALUES (pg_temp.id_of('DHO'), 'x', 'low', 'green') $$, '23514', NULL, 'somebody provides it');
SELECT throws_ok($$ INSERT INTO dependency (subject_id, needed, provider_project_id, criticality, light)
                    VALUES (pg_temp.id_of('DHO'), 'x', pg_temp.id_of('DHO'), 'low', 'green') $$, '23514', NULL, 'and not the project itself');

-- Both sides in one hand, and the loader
CALL pg_temp.sign_in('leader', 'portfolio@portal');
UPDATE dependency SET agreed_by_provider = true, agreed_by_project = true, needed = 'Single login' WHERE n = 1;
SELECT is(pg_temp.agreed(), 'true true', 'who leads both sides agrees for both');
UPDATE dependency SET criticality = 'medium' WHERE n = 1;
SELECT is(pg_temp.agreed(), 'true false', 'but not by saying nothing');
CALL pg_temp.owner();
UPDATE dependency SET agreed_by_provider = true WHERE n = 1;
SELECT is(pg_temp.agreed(), 'true true', 'the loader records agreements');

-- Every term, each changed by somebody who speaks for both sides and says nothing about the agreement. What is no term
-- stands here too, so that a new column must be put on one side.
CREATE TEMPORARY TABLE term (name, value, asks_again) AS VALUES
	('needed', quote_literal('Another login'), true), ('used_for', quote_literal('Signing in at home'), true),
	('criticality', quote_literal('low'), true), ('due_on', quote_literal('2026-09-09'), true), ('due_on', 'NULL', true),
	('due_on_precision', quote_literal('year'), true),
	('provider_project_id', pg_temp.id_of('BOT')::text, true),
	('provider_organisation_id', (SELECT id FROM organisation WHERE code = 'VA')::text, true),
	('provider_name', quote_literal('By the second team'), true),
	('light', quote_literal('red'), false), ('comment', quote_literal('Talked about it'), false), ('agreed_by_project', 'false', false),
	('provider_comment', quote_literal('Still in time'), false);
SELECT is((SELECT string_agg(DISTINCT name, ' ' ORDER BY name) FROM term),
          (SELECT string_agg(attname::text, ' ' ORDER BY attname::text) FROM pg_attribute
            WHERE attrelid = 'live.dependency'::regclass AND attnum > 0 AND NOT attisdropped
              AND attname NOT IN ('id', 'subject_id', 'n', 'version', 'valid_from', 'changed_by', 'agreed_by_provider')),
          'every column is a term or is not');
CREATE FUNCTION pg_temp.agreed_after(change text) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
	agreed boolean;
BEGIN
	UPDATE dependency SET agreed_by_provider = true WHERE n = 1;
	EXECUTE format('UPDATE dependency SET %s WHERE n = 1 RETURNING agreed_by_provider', change) INTO agreed;
	RETURN agreed;
END
$$;
GRANT EXECUTE ON FUNCTION pg_temp.agreed_after TO styrbord_app;
GRANT SELECT ON term TO styrbord_app;
CALL pg_temp.sign_in('leader', 'portfolio@portal');
SELECT is(pg_temp.agreed_after(format('%I = %s', name, value)), NOT asks_again,
          format('%s = %s: %s', name, value, CASE WHEN asks_again THEN 'the provider is asked again' ELSE 'no term' END)) FROM term;

SELECT * FROM finish();
ROLLBACK;
