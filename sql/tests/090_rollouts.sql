-- Services, rollouts to organisations, and what is asked of them: who writes which side, and what cannot be said.
BEGIN;
\ir support/setup.psql
SELECT plan(34);

SET SESSION AUTHORIZATION styrbord_owner;
SET LOCAL styrbord.clock = '2024-05-01';
INSERT INTO service (code, title, owner_id, language) SELECT 'CARE', 'Care', id, 'en' FROM organisation WHERE code = 'HSO';
INSERT INTO service (code, title, owner_id, parent_id, language) SELECT 'PART', 'Part', owner_id, id, 'en' FROM service;
INSERT INTO rollout (subject_id, organisation_id, planning_stage) SELECT pg_temp.id_of('DHO'), o.id, 'planning' FROM organisation o WHERE o.code IN ('VA', 'OUS');
INSERT INTO rollout (subject_id, organisation_id) SELECT pg_temp.id_of('SECRET'), o.id FROM organisation o WHERE o.code = 'HSO';
INSERT INTO adaptation (subject_id, title, kind) VALUES (pg_temp.id_of('DHO'), 'Integrate', 'integration'), (pg_temp.id_of('BOT'), 'Decide', 'leadership_rule');
INSERT INTO adaptation_state (subject_id, adaptation_id, organisation_id, state) SELECT a.subject_id, a.id, o.id, 'not_started' FROM adaptation a, organisation o WHERE a.title = 'Integrate' AND o.code IN ('VA', 'OUS');
RESET SESSION AUTHORIZATION;
CREATE FUNCTION pg_temp.organisation(wanted text) RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER AS $$ SELECT id FROM live.organisation WHERE code = wanted $$;

-- What is true of them
SET SESSION AUTHORIZATION styrbord_owner;
SELECT throws_ok($$ INSERT INTO rollout (subject_id, organisation_id) VALUES (pg_temp.id_of('DHO'), pg_temp.organisation('VA')) $$, '23505', NULL, 'an organisation has one rollout of each');
SELECT throws_ok($$ INSERT INTO rollout (subject_id, organisation_id) SELECT id, id FROM organisation WHERE code = 'VA' $$, NULL, NULL, 'an organisation is not rolled out');
SELECT throws_ok($$ UPDATE rollout SET early_from = '2025-06-01', broad_from = '2025-05-31' $$, '23514', NULL, 'broadly not before early');
SELECT lives_ok($$ UPDATE rollout SET early_from = '2025-06-01', broad_from = '2025-06-01' $$, 'on the same day it may');
-- An order that may be right is right: the third quarter is not before its year.
SELECT lives_ok($$ UPDATE rollout SET early_from = '2027-12-31', early_from_precision = 'year', broad_from = '2027-09-30', broad_from_precision = 'quarter' $$, 'early some time in a year, broadly in its third quarter');
SELECT throws_ok($$ UPDATE rollout SET broad_from = '2026-12-31' $$, '23514', NULL, 'but not in the year before');
SELECT results_eq($$ SELECT styrbord.first_day(d::date, how) FROM (VALUES ('2027-09-30', 'quarter'), ('2027-02-28', 'season'), ('2027-02-28', '~month'), ('2027-12-31', 'year'), ('2027-05-04', NULL)) AS v (d, how) $$,
	ARRAY['2027-07-01', '2026-12-01', '2027-02-01', '2027-01-01', '2027-05-04']::date[], 'the first days of what is known less exactly');
UPDATE rollout SET early_from = NULL, early_from_precision = NULL, broad_from = NULL, broad_from_precision = NULL;
SELECT throws_ok($$ UPDATE rollout SET planning_stage = 'whenever' $$, NULL, NULL, 'a stage is a word of its list');
SELECT throws_ok($$ UPDATE rollout SET url = 'javascript:alert(1)' $$, '23514', NULL, 'an address is one of the web');
SELECT throws_ok($$ INSERT INTO adaptation_state (subject_id, adaptation_id, organisation_id, state) SELECT pg_temp.id_of('ASTER'), id, pg_temp.organisation('VA'), 'done' FROM adaptation WHERE title = 'Decide' $$,
	'23503', NULL, 'a state stands where its adaptation does');
SELECT throws_ok($$ UPDATE service SET parent_id = (SELECT id FROM service WHERE code = 'PART') WHERE code = 'CARE' $$, NULL, NULL, 'a service is no part of its part');
SELECT throws_ok($$ UPDATE service SET went_live_on = '2025-01-02', ended_on = '2025-01-01' WHERE code = 'CARE' $$, '23514', NULL, 'it does not end before it began');
SELECT is((SELECT title FROM subject WHERE type = 'service' AND code = 'PART' AND parent_id = (SELECT id FROM service WHERE code = 'CARE')), 'Part', 'it is in the registry, below what it is part of');
RESET SESSION AUTHORIZATION;

-- Who reads
CALL pg_temp.anonymous();
SELECT is((SELECT count(*)::int FROM rollout), 2, 'the rollout of a restricted project is not seen');
CALL pg_temp.sign_in('other', 'member@project:SECRET');
SELECT is((SELECT count(*)::int FROM rollout), 3, 'but by who takes part in it');

-- Who writes: either side
CALL pg_temp.sign_in('other');
SELECT is(pg_temp.written($$ UPDATE rollout SET note = 'x' $$), 0, 'staff write none');
CALL pg_temp.sign_in('leader', 'leader@project:DHO');
SELECT is(pg_temp.written($$ UPDATE rollout SET note = 'x' $$), 2, 'who leads the project writes all of its rollouts');
SELECT throws_ok($$ INSERT INTO rollout (subject_id, organisation_id) VALUES (pg_temp.id_of('ASTER'), pg_temp.organisation('VA')) $$, '42501', NULL, 'and no other project''s');
CALL pg_temp.sign_in('other', 'coordinator@region:VA');
SELECT is(pg_temp.written($$ UPDATE rollout SET note = 'y' $$), 1, 'who coordinates a region writes those to it');
SELECT lives_ok($$ INSERT INTO rollout (subject_id, organisation_id) VALUES (pg_temp.id_of('ASTER'), pg_temp.organisation('VA')) $$, 'adds one to it');
SELECT throws_ok($$ INSERT INTO rollout (subject_id, organisation_id) VALUES (pg_temp.id_of('BOT'), pg_temp.organisation('OUS')) $$, '42501', NULL, 'none to another region');
SELECT throws_ok($$ UPDATE rollout SET organisation_id = pg_temp.organisation('OUS') WHERE subject_id = pg_temp.id_of('ASTER') $$, '42501', NULL, 'and does not give one away');
SELECT throws_ok($$ INSERT INTO rollout (subject_id, organisation_id) VALUES (pg_temp.id_of('SECRET'), pg_temp.organisation('VA')) $$, NULL, NULL, 'of what they do not see there is none');
SELECT is(pg_temp.written($$ UPDATE adaptation_state SET state = 'done' $$), 1, 'they say how far their region has come');
SELECT is(pg_temp.written($$ UPDATE adaptation SET title = 'x' $$), 0, 'but not what is asked of it');
SELECT is(pg_temp.written($$ DELETE FROM rollout WHERE subject_id = pg_temp.id_of('DHO') $$), 1, 'and take away what was theirs');

-- A part is added by who edits the service: a hidden one below it would hold it fast.
CALL pg_temp.sign_in('other', 'coordinator@organisation:VA');
SELECT throws_ok($$ INSERT INTO service (code, title, owner_id, parent_id, visibility, language) SELECT 'HANGER', 'x', pg_temp.organisation('VA'), id, 'members', 'en' FROM service WHERE code = 'CARE' $$, '42501', NULL,
	'nobody hangs a part on another''s service');
SELECT lives_ok($$ INSERT INTO service (code, title, owner_id, language) VALUES ('OWN', 'x', pg_temp.organisation('VA'), 'en') $$, 'but has services of their own');
SELECT throws_ok($$ UPDATE service SET parent_id = (SELECT id FROM service WHERE code = 'CARE') WHERE code = 'OWN' $$, '42501', NULL, 'nor moves one there');
SELECT lives_ok($$ INSERT INTO service (code, title, owner_id, parent_id, language) SELECT 'OWN-PART', 'x', owner_id, id, 'en' FROM service WHERE code = 'OWN' $$, 'their own has parts');

-- The past
CALL pg_temp.anonymous();
SET LOCAL styrbord.at = '2024-06-01';
SELECT is((SELECT count(*)::int FROM at.rollout), 2, 'on an earlier day all stand there');
SELECT is((SELECT array_agg(DISTINCT note) FROM at.rollout), ARRAY[''], 'as they stood');
SELECT is((SELECT count(*)::int FROM at.adaptation_state WHERE state = 'not_started'), 2, 'and nobody had begun');
SET LOCAL styrbord.at = '';
CALL pg_temp.owner();
DELETE FROM adaptation WHERE title = 'Integrate';
SELECT is((SELECT count(*)::int FROM adaptation_state), 0, 'what is not asked any more has no state');

SELECT * FROM finish();
ROLLBACK;
