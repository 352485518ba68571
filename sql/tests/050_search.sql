-- Search understands each text in its own language, and finds nothing that the requester may not see.
BEGIN;
\ir support/setup.psql
SELECT plan(43);

SET SESSION AUTHORIZATION styrbord_owner;
UPDATE project SET title = 'Sjukhusens journaler', language = 'sv' WHERE code = 'ASTER';
UPDATE project SET title = 'Pasientenes leveranser', language = 'nb' WHERE code = 'DHO';
UPDATE project SET title = 'Hoitotietojen käyttöönotto', language = 'fi' WHERE code IN ('SECRET', 'BELOW');
UPDATE project SET title = 'Testing the interfaces', language = 'en', purpose = 'A single sign-on.' WHERE code = 'BOT';
UPDATE project SET purpose = U&'Upphandling av la\0308kemedelsmodulen' WHERE code = 'ASTER';
UPDATE organisation SET name = 'Ångströmlabbet' WHERE code = 'VA';
INSERT INTO assignment (subject_id, role_id, person_id) SELECT p.id, r.id, e.id FROM project p, role r, person e WHERE p.code = 'BOT' AND e.account = 'other';
INSERT INTO alias (subject_id, alias) SELECT id, 'Bothnia 100% system' FROM project WHERE code = 'BOT';
INSERT INTO section (subject_id, kind, heading, body, language) SELECT id, 'background', 'Taustaa', 'Sairaalan potilaat odottavat.', 'fi' FROM project WHERE code = 'SUB';
UPDATE project SET purpose = 'Beredskapslager' WHERE code = 'SECRET';
INSERT INTO alias (subject_id, alias) SELECT id, 'Beredskapxq' FROM project WHERE code = 'BOT';
RESET SESSION AUTHORIZATION;

CALL pg_temp.anonymous();
RESET ROLE;
CREATE FUNCTION pg_temp.found(words text) RETURNS text LANGUAGE sql AS $$
	SELECT coalesce(string_agg(p.code, ' ' ORDER BY p.code), '') FROM live.project p JOIN styrbord.found(words) AS f ON f.subject_id = p.id
$$;
SET LOCAL ROLE styrbord_app;
SELECT is(pg_temp.found('journal'), 'ASTER', 'found without saying in which language');
SELECT is(pg_temp.found('sairaala'), 'SUB', 'by what a section says');
SELECT is(pg_temp.found('bothnia'), 'BOT', 'by another spelling');
SELECT is(pg_temp.found('100%'), 'BOT', 'where % is a sign like others');
SELECT is(pg_temp.found('_'), '', 'and _ as well');
SELECT is(pg_temp.found('pasientens leveranse'), 'DHO', 'nearly spelt right');
SELECT is(pg_temp.found('sub'), 'SUB', 'by its code');
SELECT is(pg_temp.found('läkemedel'), 'ASTER', 'part of a compound, however its letters are made');
SELECT is(pg_temp.found('signon'), 'BOT', 'with and without a hyphen');
SELECT is(pg_temp.found('Otto Annen'), 'BOT', 'by who has a role');
SELECT is(pg_temp.found('interfaces single'), 'BOT', 'words in different places');
SELECT is(pg_temp.found('interfaces journal'), '', 'all of them');
SELECT is(pg_temp.found('beredskapslager'), pg_temp.found('beredskapslogyr'), 'a word of what is closed is as one that stands nowhere');
SELECT is(pg_temp.found('redskapslage'), '', 'and a part of it');
CALL pg_temp.owner();
SELECT styrbord.remake_closed() \g /dev/null
CALL pg_temp.anonymous();
SELECT is(pg_temp.found('redskapslage') || pg_temp.found('beredskapslager'), pg_temp.found('beredskapslogyr'), 'also after what is closed was written anew');
CALL pg_temp.sign_in('leader', 'portfolio@portal');
SELECT is(pg_temp.found('redskapslage'), 'SECRET', 'who may look finds it');
CALL pg_temp.owner();
UPDATE project SET visibility = 'public' WHERE code = 'SECRET';
CALL pg_temp.anonymous();
SELECT is(pg_temp.found('redskapslage'), 'SECRET', 'and everybody, when it is opened');
CALL pg_temp.owner();
UPDATE project SET visibility = 'members' WHERE code = 'SECRET';
CALL pg_temp.anonymous();
SELECT is(pg_temp.found('redskapslage'), '', 'closed again it is not found');
SELECT is((SELECT string_agg(s.type, ' ') FROM styrbord.found('angstromlabbet') f JOIN live.subject s ON s.id = f.subject_id WHERE s.code = 'VA'), 'organisation', 'not only projects');
RESET ROLE;
SELECT is(styrbord.renew_entries() > 0, true, 'a new name of an owner waits until there is time');
SET LOCAL ROLE styrbord_app;
SELECT is(pg_temp.found('ångström'), 'BELOW SUB', 'and then finds what it owns');
SET LOCAL styrbord.at = '2021-01-01';
SELECT is((SELECT string_agg(p.code, ' ') FROM styrbord.found('hjemmetjenester') AS f JOIN at.project p ON p.id = f.subject_id), 'DHO', 'what it was called then');
SET LOCAL styrbord.at = '';
SELECT is(pg_temp.found('hoitotieto'), 'BELOW', 'a restricted project is not found');
SELECT is((SELECT count(*)::int FROM styrbord.found('hoitotieto')), 1, 'not even its id');
CALL pg_temp.sign_in('leader', 'member@project:SECRET');
SELECT is(pg_temp.found('hoitotieto'), 'BELOW SECRET', 'but by its members');
SELECT is(pg_temp.found(' "(& ') || pg_temp.found(''), '', 'nonsense finds nothing');
CALL pg_temp.anonymous('');
SELECT is((SELECT count(*)::int FROM styrbord.found('journal')), 0, 'nor does somebody who may not read');

-- Nothing that a search box takes is an error.
SELECT lives_ok(format('SELECT pg_temp.found(%L)', words), 'no error: ' || left(words, 20))
  FROM unnest(ARRAY[repeat('-', 33), repeat('-', 1000), repeat('- ', 500), repeat('"', 99), repeat('or ', 300), repeat('!', 200), '&|!:*', $q$'$q$, '\', '%',
	repeat('("', 200), repeat('a -', 400), 'a <-> b', U&'\202e\0301', repeat('x', 8000)]) AS words;
SELECT is(pg_temp.found('journal ' || repeat('-', 40)), '', 'what cannot be taken apart finds nothing by its words');

SELECT * FROM finish();
ROLLBACK;
