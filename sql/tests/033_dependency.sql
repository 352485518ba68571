-- A dependency is agreed from both sides, and neither agrees for the other.
BEGIN;
\ir support/setup.psql
SELECT plan(24);

CREATE FUNCTION pg_temp.agreed() RETURNS text LANGUAGE sql AS $$
	SELECT concat_ws(' ', agreed_by_project::text, agreed_by_provider::text) FROM live.dependency WHERE n = 1
$$;

-- DHO needs something of BOT.
CALL pg_temp.sign_in('leader', 'leader@project:DHO');
SELECT throws_ok($$ INSERT INTO dependency (project_id, needed, provider_project_id, criticality, light, agreed_by_provider)
                    VALUES (pg_temp.id_of('DHO'), 'Login', pg_temp.id_of('BOT'), 'high', 'green', true) $$, '42501', NULL, 'nobody begins with the other side''s agreement');
SELECT lives_ok($$ INSERT INTO dependency (project_id, needed, provider_project_id, criticality, light, agreed_by_project)
                   VALUES (pg_temp.id_of('DHO'), 'Login', pg_temp.id_of('BOT'), 'high', 'green', true) $$, 'but with the own');
SELECT throws_ok($$ UPDATE dependency SET agreed_by_provider = true $$, '42501', NULL, 'or sets it later');
SELECT throws_ok($$ UPDATE dependency SET provider_comment = 'Yes' $$, '42501', NULL, 'or speaks for it');
SELECT throws_ok($$ INSERT INTO dependency (project_id, needed, provider_project_id, criticality, light)
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
SELECT lives_ok($$ INSERT INTO dependency (project_id, needed, provider_name, criticality, light, agreed_by_project, agreed_by_provider, provider_comment)
                   VALUES (pg_temp.id_of('DHO'), 'Cards', 'Card office', 'low', 'green', true, true, 'By phone') $$, 'the leader records what an outsider said');
SELECT throws_ok($$ INSERT INTO dependency (project_id, needed, criticality, light) VALUES (pg_temp.id_of('DHO'), 'x', 'low', 'green') $$, '23514', NULL, 'somebody provides it');
SELECT throws_ok($$ INSERT INTO dependency (project_id, needed, provider_project_id, criticality, light)
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

SELECT * FROM finish();
ROLLBACK;
