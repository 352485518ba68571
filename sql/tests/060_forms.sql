-- What forms and the history page ask of the database, they ask as the requester.
BEGIN;
\ir support/setup.psql
SELECT plan(6);

CALL pg_temp.sign_in('other');
SELECT is(styrbord.project_named('DHO', 'parent'), pg_temp.id_of('DHO'), 'a project is named by its code');
SELECT is(styrbord.project_named(NULL, 'parent'), NULL, 'or not at all');
SELECT throws_ok($$ SELECT styrbord.project_named('NONE', 'parent') $$, 'SB007', NULL, 'but there must be one');
SELECT throws_ok($$ SELECT styrbord.project_named('SECRET', 'parent') $$, 'SB007', NULL, 'that the requester sees');
SELECT is(styrbord.shown_row('project', jsonb_build_object('parent_id', pg_temp.id_of('DHO'), 'title', 'x')), '{"title": "x", "parent": "DHO"}', 'history names a reference');
SELECT is(styrbord.shown_row('project', jsonb_build_object('parent_id', pg_temp.id_of('SECRET'))), '{"parent": null}', 'not to who does not see it');

SELECT * FROM finish();
ROLLBACK;
