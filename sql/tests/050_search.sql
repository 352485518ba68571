-- Search understands each text in its own language, and finds nothing that the requester may not see.
BEGIN;
\ir support/setup.psql
SELECT plan(35);

SET SESSION AUTHORIZATION styrbord_owner;
UPDATE project SET title = 'Sjukhusens journaler', language = 'sv' WHERE code = 'ASTER';
UPDATE project SET title = 'Pasientenes leveranser', language = 'nb' WHERE code = 'DHO';
UPDATE project SET title = 'Hoitotietojen käyttöönotto', language = 'fi' WHERE code IN ('SECRET', 'BELOW');
UPDATE project SET title = 'Testing the interfaces', language = 'en', purpose = 'A single sign-on.' WHERE code = 'BOT';
INSERT INTO project_alias (project_id, alias) SELECT id, 'Bothnia 100% system' FROM project WHERE code = 'BOT';
INSERT INTO section (project_id, kind, heading, body, language) SELECT id, 'background', 'Taustaa', 'Sairaalan potilaat odottavat.', 'fi' FROM project WHERE code = 'SUB';
RESET SESSION AUTHORIZATION;

CALL pg_temp.anonymous();
SELECT ok((SELECT search @@ to_tsquery('swedish', 'journal') FROM project WHERE code = 'ASTER'), 'Swedish words by their stem');
SELECT ok((SELECT search @@ to_tsquery('norwegian', 'leveranse') FROM project WHERE code = 'DHO'), 'Norwegian ones');
SELECT ok((SELECT search @@ to_tsquery('finnish', 'hoitotieto') FROM project WHERE code = 'BELOW'), 'Finnish ones');
SELECT ok((SELECT search @@ to_tsquery('english', 'interface & test') FROM project WHERE code = 'BOT'), 'English ones');
SELECT ok((SELECT search @@ to_tsquery('finnish', 'sairaala') FROM section), 'sections too');
SELECT ok((SELECT search @@ to_tsquery('simple', 'aster') FROM project WHERE code = 'ASTER'), 'a code as it is');

RESET ROLE;
CREATE FUNCTION pg_temp.found(words text) RETURNS text LANGUAGE sql AS $$
	SELECT coalesce(string_agg(p.code, ' ' ORDER BY p.code), '') FROM live.project p JOIN styrbord.projects_found(words) AS f (id) ON f.id = p.id
$$;
SET LOCAL ROLE styrbord_app;
SELECT is(pg_temp.found('journal'), 'ASTER', 'found without saying in which language');
SELECT is(pg_temp.found('sairaala'), 'SUB', 'by what a section says');
SELECT is(pg_temp.found('bothnia'), 'BOT', 'by another spelling');
SELECT is(pg_temp.found('100%'), 'BOT', 'where % is a sign like others');
SELECT is(pg_temp.found('_'), '', 'and _ as well');
SELECT is(pg_temp.found('pasientens leveranse'), 'DHO', 'nearly spelt right');
SELECT is(pg_temp.found('sub'), 'SUB', 'by its code');
SET LOCAL styrbord.at = '2021-01-01';
SELECT is((SELECT string_agg(p.code, ' ') FROM styrbord.projects_found('hjemmetjenester') AS f (id) JOIN at.project p ON p.id = f.id), 'DHO', 'what it was called then');
SET LOCAL styrbord.at = '';
SELECT is(pg_temp.found('hoitotieto'), 'BELOW', 'a restricted project is not found');
SELECT is((SELECT count(*)::int FROM styrbord.projects_found('hoitotieto')), 1, 'not even its id');
CALL pg_temp.sign_in('leader', 'member@project:SECRET');
SELECT is(pg_temp.found('hoitotieto'), 'BELOW SECRET', 'but by its members');
SELECT is(pg_temp.found(' "(& ') || pg_temp.found(''), '', 'nonsense finds nothing');
CALL pg_temp.anonymous('');
SELECT is((SELECT count(*)::int FROM styrbord.projects_found('journal')), 0, 'nor does somebody who may not read');

-- Nothing that a search box takes is an error.
SELECT lives_ok(format('SELECT pg_temp.found(%L)', words), 'no error: ' || left(words, 20))
  FROM unnest(ARRAY[repeat('-', 33), repeat('-', 1000), repeat('- ', 500), repeat('"', 99), repeat('or ', 300), repeat('!', 200), '&|!:*', $q$'$q$, '\', '%',
	repeat('("', 200), repeat('a -', 400), 'a <-> b', U&'\202e\0301', repeat('x', 8000)]) AS words;
SELECT is(pg_temp.found('journal ' || repeat('-', 40)), '', 'what cannot be taken apart finds nothing by its words');

SELECT * FROM finish();
ROLLBACK;
