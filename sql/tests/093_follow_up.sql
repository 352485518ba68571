-- Meetings that come back, risks of services, interfaces, counterparts, members by role, surveys and files: each rule in the database.
BEGIN;
\ir support/setup.psql
SELECT no_plan();

SET SESSION AUTHORIZATION styrbord_owner;
SET LOCAL styrbord.clock = '2024-05-01';
INSERT INTO service (code, title, owner_id, language) SELECT 'CARE', 'Care', id, 'en' FROM organisation WHERE code = 'HSO';
INSERT INTO model (code, title, kind, owner_id, language) SELECT 'GOVERN', 'Govern', 'governance_model', id, 'en' FROM organisation WHERE code = 'HSO';
INSERT INTO body (code, name, kind, language) VALUES ('GROUP', 'A group', 'network', 'en');
CREATE FUNCTION pg_temp.of(wanted text) RETURNS bigint LANGUAGE sql AS $$ SELECT id FROM live.subject WHERE code = wanted $$;
GRANT EXECUTE ON FUNCTION pg_temp.of(text) TO PUBLIC;

SELECT throws_ok($$ INSERT INTO meeting_series (subject_id, title) VALUES (pg_temp.of('GOVERN'), 'Never') $$, '23514', NULL, 'meetings that come back have a clock');
SELECT throws_ok($$ INSERT INTO meeting_series (subject_id, title, every_months) VALUES (pg_temp.id_of('DHO'), 'x', 1) $$, NULL, NULL, 'and hang on a model or a service');
INSERT INTO meeting_series (subject_id, title, after_months) VALUES (pg_temp.of('GOVERN'), 'First', 1);
INSERT INTO series_invited (series_id, held_role_id) SELECT s.id, r.id FROM meeting_series s, role r ORDER BY r.id LIMIT 1;
SELECT is((SELECT subject_id FROM series_invited), pg_temp.of('GOVERN'), 'who is invited hangs where the meetings hang');
SELECT throws_ok($$ INSERT INTO meeting (subject_id, title, conclusion) VALUES (pg_temp.of('CARE'), 'x', 'All is well') $$, '23514', NULL, 'what was concluded was concluded on a day');
SELECT throws_ok($$ INSERT INTO risk (subject_id, kind, title, state, probability) VALUES (pg_temp.of('CARE'), 'risk', 'x', 'open', 3) $$, '23514', NULL, 'a risk is weighed whole');
SELECT lives_ok($$ INSERT INTO risk (subject_id, kind, title, state, realised_on) VALUES (pg_temp.of('CARE'), 'risk', 'Happened', 'occurred', '2024-03-01') $$, 'or not at all; and on a service');
SELECT throws_ok($$ INSERT INTO risk (subject_id, kind, title, state, realised_on) VALUES (pg_temp.of('CARE'), 'risk', 'x', 'open', '2024-03-01') $$, '23514', NULL, 'what has occurred is not open');
INSERT INTO benefit (subject_id, title) VALUES (pg_temp.of('CARE'), 'Faster');
INSERT INTO indicator (subject_id, title) VALUES (pg_temp.of('CARE'), 'Calls'), (pg_temp.id_of('DHO'), 'Other calls');
SELECT lives_ok($$ INSERT INTO benefit_indicator (benefit_id, indicator_id) SELECT b.id, i.id FROM benefit b, indicator i WHERE i.title = 'Calls' $$, 'a benefit is seen by an indicator');
SELECT throws_ok($$ INSERT INTO benefit_indicator (benefit_id, indicator_id) SELECT b.id, i.id FROM benefit b, indicator i WHERE i.title = 'Other calls' $$, '23503', NULL, 'of the same service');

INSERT INTO interface (subject_id, title) VALUES (pg_temp.id_of('DHO'), 'Referrals');
SELECT throws_ok($$ INSERT INTO interface_project (interface_id, other_id) SELECT id, pg_temp.id_of('DHO') FROM interface $$, '23514', NULL, 'a project has no interface with itself');
SELECT throws_ok($$ INSERT INTO counterpart (subject_id, held_role_id, other_role_id) SELECT pg_temp.id_of('DHO'), id, id FROM role LIMIT 1 $$, '23514', NULL, 'a role is not its own counterpart');
SELECT lives_ok($$ INSERT INTO counterpart (subject_id, held_role_id, other_role_id, other_organisation_id) SELECT pg_temp.id_of('DHO'), r.id, r.id, pg_temp.of('VA') FROM role r LIMIT 1 $$, 'but the same in another organisation may be');
INSERT INTO headcount (subject_id, people) VALUES (pg_temp.of('GROUP'), 12);
SELECT throws_ok($$ INSERT INTO headcount (subject_id, people) VALUES (pg_temp.of('GROUP'), 13) $$, '23505', NULL, 'how many take part is said once');
INSERT INTO member_rule (subject_id, held_role_id, below_id) SELECT pg_temp.of('GROUP'), id, pg_temp.id_of('SECRET') FROM role LIMIT 1;

-- ---- surveys -------------------------------------------------------------------------------------------------------------------------------
INSERT INTO survey (code, title, asked_role_id, asked_below_id, owner_id, closes_on, visibility, language)
SELECT 'ASK', 'Ask', r.id, pg_temp.id_of('DHO'), pg_temp.of('HSO'), '2024-06-01', 'public', 'en' FROM role r LIMIT 1;
SELECT throws_ok($$ INSERT INTO question (subject_id, title, kind) VALUES (pg_temp.of('ASK'), 'x', 'choice') $$, '23514', NULL, 'a choice has something to choose from');
SELECT throws_ok($$ INSERT INTO question (subject_id, title, kind, fills) VALUES (pg_temp.of('ASK'), 'x', 'text', 'ends_on') $$, '23514', NULL, 'words fill no day');
INSERT INTO question (subject_id, title, kind, options, fills) VALUES (pg_temp.of('ASK'), 'How large?', 'choice', E'small\nlarge', NULL), (pg_temp.of('ASK'), 'Why?', 'text', '', 'purpose'),
	(pg_temp.of('ASK'), 'Until?', 'date', '', 'ends_on'), (pg_temp.of('ASK'), 'How many?', 'number', '', NULL);
SELECT throws_ok($$ UPDATE question SET follows_id = id $$, '23514', NULL, 'a question does not follow itself');
CREATE FUNCTION pg_temp.answer(question int, value text, of text DEFAULT 'DHO', source text DEFAULT 'survey') RETURNS void LANGUAGE sql AS $$
	INSERT INTO live.answer (subject_id, question_id, about_id, value, source) SELECT q.subject_id, q.id, pg_temp.of(of), value, source FROM live.question q WHERE q.n = question AND q.subject_id = pg_temp.of('ASK') $$;
GRANT EXECUTE ON FUNCTION pg_temp.answer(int, text, text, text) TO PUBLIC;
SELECT throws_ok($$ SELECT pg_temp.answer(1, 'huge') $$, '23514', NULL, 'only what there is to choose is chosen');
SELECT throws_ok($$ SELECT pg_temp.answer(3, 'soon') $$, '23514', NULL, 'a day is a day');
SELECT throws_ok($$ SELECT pg_temp.answer(4, 'many') $$, '23514', NULL, 'a number a number');
SELECT throws_ok($$ SELECT pg_temp.answer(2, 'x', 'BOT') $$, '23514', NULL, 'a project that is not asked does not answer');
SELECT lives_ok($$ SELECT pg_temp.answer(1, 'small'), pg_temp.answer(3, '2025-Q3') $$, 'what fits is taken');
SELECT throws_ok($$ SELECT pg_temp.answer(1, 'large') $$, '23505', NULL, 'once from each source');
SET LOCAL styrbord.clock = '2024-06-02';
SELECT throws_ok($$ SELECT pg_temp.answer(2, 'Late') $$, '23514', NULL, 'a closed survey takes no answers');
SELECT lives_ok($$ SELECT pg_temp.answer(2, 'Read in the plan', 'DHO', 'plan_read') $$, 'but what was learnt otherwise');
RESET SESSION AUTHORIZATION;

CALL pg_temp.sign_in('other', 'leader@project:BOT');
SELECT throws_ok($$ SELECT pg_temp.answer(2, 'x', 'DHO', 'follow_up_talk') $$, '42501', NULL, 'who leads another project does not answer for this one');
SELECT is(pg_temp.written($$ UPDATE answer SET accepted_at = now(), accepted_by_id = styrbord.person() $$), 0, 'nor takes an answer over');
CALL pg_temp.sign_in('leader', 'leader@project:DHO');
SELECT lives_ok($$ SELECT pg_temp.answer(2, 'We said so', 'DHO', 'follow_up_talk') $$, 'who leads it does');
SELECT is(pg_temp.written($$ UPDATE answer SET accepted_at = now(), accepted_by_id = styrbord.person() WHERE source = 'plan_read' $$), 1, 'and takes over');
SELECT throws_ok($$ UPDATE answer SET value = 'Other' WHERE source = 'plan_read' $$, '23514', NULL, 'what was taken over stays');

-- ---- members by role grant nothing, and name nobody of what is hidden --------------------------------------------------------------------
CALL pg_temp.anonymous();
SELECT is((SELECT count(*)::int FROM member_rule m JOIN subject s ON s.id = m.below_id), 0, 'a programme that is hidden is not named by a rule');

-- ---- files -----------------------------------------------------------------------------------------------------------------------------------
CALL pg_temp.sign_in('leader', 'leader@project:DHO');
SELECT lives_ok($$ INSERT INTO attachment (subject_id, title, file_id, file_name, file_kind, file_size, file_sha256, language)
	SELECT pg_temp.id_of('DHO'), 'A', styrbord.keep_file('dGV4dA=='), 't.txt', 'text/plain; charset=utf-8', 4, repeat('0', 64), 'en' $$, 'a leader adds a file');
SELECT throws_ok($$ INSERT INTO attachment (subject_id, title, file_id, file_name, file_kind, file_size, file_sha256, language)
	SELECT pg_temp.id_of('DHO'), 'A', styrbord.keep_file('dGV4dA=='), 't.png', 'image/png', 4, repeat('0', 64), 'en' $$, '23514', NULL, 'a picture is described');
SELECT throws_ok($$ INSERT INTO attachment (subject_id, title, file_id, file_name, file_kind, file_size, file_sha256, language)
	SELECT pg_temp.id_of('DHO'), 'A', styrbord.keep_file('dGV4dA=='), '../t.txt', 'text/plain; charset=utf-8', 4, repeat('0', 64), 'en' $$, '23514', NULL, 'a name does not climb');
SELECT throws_ok($$ INSERT INTO attachment (subject_id, title, file_id, file_name, file_kind, file_size, file_sha256, language)
	SELECT pg_temp.id_of('BOT'), 'A', styrbord.keep_file('dGV4dA=='), 't.txt', 'text/plain; charset=utf-8', 4, repeat('0', 64), 'en' $$, '42501', NULL, 'nobody adds one elsewhere');
RESET SESSION AUTHORIZATION;
SET SESSION AUTHORIZATION styrbord_owner;
INSERT INTO attachment (subject_id, title, file_id, file_name, file_kind, file_size, file_sha256, language)
SELECT pg_temp.id_of('SECRET'), 'Hidden', styrbord.keep_file('c2VjcmV0'), 's.txt', 'text/plain; charset=utf-8', 6, repeat('0', 64), 'en';
UPDATE styrbord.file SET kept_in = '1';
CREATE FUNCTION pg_temp.hidden() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS $$ SELECT file_id FROM live.attachment WHERE title = 'Hidden' $$;
GRANT EXECUTE ON FUNCTION pg_temp.hidden() TO PUBLIC;
RESET SESSION AUTHORIZATION;
CALL pg_temp.sign_in('leader', 'leader@project:DHO');
SELECT is((SELECT count(*)::int FROM styrbord.file), 1, 'a file is seen by who sees what it belongs to');
SELECT throws_ok($$ INSERT INTO attachment (subject_id, title, file_id, file_name, file_kind, file_size, file_sha256, language)
	VALUES (pg_temp.id_of('DHO'), 'Mine', pg_temp.hidden(), 't.txt', 'text/plain; charset=utf-8', 4, repeat('0', 64), 'en') $$, '23503', NULL, 'nobody takes a file by its number');
SELECT throws_ok($$ UPDATE attachment SET file_id = pg_temp.hidden() $$, '23503', NULL, 'nor changes to it');
SELECT throws_ok($$ INSERT INTO styrbord.file (content) VALUES ('x') $$, '42501', NULL, 'nor writes one by itself');
CALL pg_temp.anonymous();
SELECT is((SELECT count(*)::int FROM styrbord.file), 1, 'what everybody may see, everybody sees');

SELECT * FROM finish();
ROLLBACK;
