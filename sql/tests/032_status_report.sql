-- A report's life, its corrections, and where the project stands by it.
BEGIN;
\ir support/setup.psql
SELECT plan(56);

CREATE FUNCTION pg_temp.report(project text, reported_on date, light text DEFAULT 'green') RETURNS int LANGUAGE sql AS $$
	INSERT INTO live.status_report (subject_id, reported_on, status_label, light, summary, risk_level)
	VALUES (pg_temp.id_of(project), reported_on, 'as_planned', light, 'All is well.', 'low') RETURNING n
$$;
CREATE FUNCTION pg_temp.publish(number int) RETURNS void LANGUAGE sql AS $$
	UPDATE live.status_report SET state = 'submitted' WHERE n = number AND subject_id = pg_temp.id_of('DHO') AND state = 'draft';
	UPDATE live.status_report SET state = 'published' WHERE n = number AND subject_id = pg_temp.id_of('DHO');
$$;
CREATE FUNCTION pg_temp.correct(number int, field text, value text) RETURNS int LANGUAGE sql AS $$
	INSERT INTO live.correction (subject_id, report_id, field, before, after, reason, corrected_at)
	SELECT subject_id, id, field, 'made up', value, 'It was wrong.', 'epoch' FROM live.status_report
	 WHERE n = number AND subject_id = pg_temp.id_of('DHO') RETURNING n
$$;

-- Draft
CALL pg_temp.sign_in('other');
SELECT throws_ok($$ SELECT pg_temp.report('DHO', '2026-01-31') $$, '42501', NULL, 'staff write no report');
CALL pg_temp.sign_in('leader', 'leader@project:DHO');
SELECT throws_ok($$ SELECT pg_temp.report('BOT', '2026-01-31') $$, '42501', NULL, 'a leader writes none elsewhere');
SELECT is(pg_temp.report('DHO', '2026-01-31'), 1, 'but does on the project led');
SELECT results_eq($$ SELECT state, written_by FROM status_report $$, $$ SELECT 'draft', styrbord.person() $$, 'it is a draft by its writer');
SELECT throws_ok($$ INSERT INTO status_report (subject_id, state, reported_on, status_label, light, summary, risk_level)
                    VALUES (pg_temp.id_of('DHO'), 'submitted', '2026-01-31', 'as_planned', 'green', 'x', 'low') $$, 'SB006', NULL, 'none begins further on');
SELECT throws_ok($$ UPDATE status_report SET state = 'published' $$, 'SB006', NULL, 'a draft is not published at once');
SELECT lives_ok($$ UPDATE status_report SET summary = 'Better.', written_by = NULL, published_by = 7 $$, 'a draft changes');
SELECT results_eq($$ SELECT written_by, published_by FROM status_report $$, $$ SELECT styrbord.person(), NULL::bigint $$, 'but not who wrote or published it');
CALL pg_temp.sign_in('other', 'member@project:DHO');
SELECT is((SELECT count(*)::int FROM status_report), 1, 'who takes part sees the draft');
SELECT is(pg_temp.written($$ UPDATE status_report SET summary = 'x' $$), 0, 'but does not change it');
CALL pg_temp.sign_in('other');
SELECT is((SELECT count(*)::int FROM status_report), 0, 'staff do not see it');
SELECT is((SELECT count(*)::int FROM past.status_report), 0, 'nor what it was');

-- Submitted. From here on the draft lies in the past.
SET SESSION AUTHORIZATION styrbord_owner;
ALTER TABLE live.status_report DISABLE TRIGGER USER;
UPDATE status_report SET valid_from = '2026-02-01';
ALTER TABLE live.status_report ENABLE TRIGGER USER;
RESET SESSION AUTHORIZATION;
CALL pg_temp.sign_in('leader', 'leader@project:DHO');
UPDATE status_report SET state = 'submitted';
SELECT results_eq($$ SELECT submitted_at, submitted_by FROM status_report $$, $$ SELECT now(), styrbord.person() $$, 'submitted now, by the one who did');
SELECT throws_ok($$ UPDATE status_report SET summary = 'x' $$, 'SB001', NULL, 'what is submitted does not change');
SELECT throws_ok($$ UPDATE status_report SET state = 'published', summary = 'x' $$, 'SB001', NULL, 'nor while it is published');
SELECT throws_ok($$ DELETE FROM status_report $$, 'SB001', NULL, 'nor is it deleted');
SELECT lives_ok($$ UPDATE status_report SET state = 'draft' $$, 'it is returned');
SELECT results_eq($$ SELECT submitted_at, submitted_by FROM status_report $$, $$ SELECT NULL::timestamptz, NULL::bigint $$, 'and is not submitted any more');
SELECT is_empty($$ SELECT FROM standing $$, 'before a report is published the project stands nowhere');

-- Published
SELECT lives_ok($$ SELECT pg_temp.publish(1) $$, 'it is published');
SELECT results_eq($$ SELECT state, published_at, published_by FROM status_report $$, $$ SELECT 'published', now(), styrbord.person() $$, 'now, by the one who did');
SELECT throws_ok($$ UPDATE status_report SET summary = 'x' $$, 'SB001', NULL, 'what is published does not change');
SELECT throws_ok($$ UPDATE status_report SET state = 'draft' $$, 'SB001', NULL, 'or become a draft');
SELECT throws_ok($$ DELETE FROM status_report $$, 'SB001', NULL, 'or go');
CALL pg_temp.owner();
SELECT throws_ok($$ UPDATE status_report SET summary = 'x' $$, 'SB001', NULL, 'not for the owner either');
CALL pg_temp.anonymous();
SELECT is((SELECT count(*)::int FROM status_report), 1, 'everybody sees it');
SELECT is((SELECT count(*)::int FROM past.status_report), 0, 'but not its drafts');
SET LOCAL styrbord.at = '2026-02-02';
SELECT is_empty($$ SELECT FROM at.status_report $$, 'nor on a date when it was one');
CALL pg_temp.sign_in('other', 'member@project:DHO');
SELECT results_eq($$ SELECT state FROM at.status_report $$, ARRAY['draft'], 'who took part does');

-- Corrections
CALL pg_temp.sign_in('other');
SELECT throws_ok($$ SELECT pg_temp.correct(1, 'summary', 'x') $$, '42501', NULL, 'staff correct nothing');
CALL pg_temp.sign_in('leader', 'leader@project:DHO');
SELECT is(pg_temp.correct(1, 'summary', 'Nearly all is well.'), 1, 'a correction has its number');
SELECT results_eq($$ SELECT before, corrected_by, corrected_at FROM correction $$, $$ SELECT 'Better.', styrbord.person(), now() $$,
                  'what stood before is what the report says, not what was sent');
SELECT is(pg_temp.correct(1, 'summary', 'All but one is well.'), 2, 'the next one');
SELECT is((SELECT before FROM correction WHERE n = 2), 'Nearly all is well.', 'goes on from the one before');
SELECT is((SELECT summary FROM status_report), 'Better.', 'the report itself stays');
SELECT throws_ok($$ UPDATE correction SET reason = 'x' $$, 'SB001', NULL, 'a correction does not change');
SELECT throws_ok($$ DELETE FROM correction $$, 'SB001', NULL, 'or go');
SELECT throws_ok($$ SELECT pg_temp.correct(1, 'state', 'draft') $$, 'SB005', NULL, 'the state is no content');
SELECT throws_ok($$ SELECT pg_temp.correct(1, 'no_field', 'x') $$, 'SB005', NULL, 'nor is what does not exist');
SELECT throws_ok($$ SELECT pg_temp.correct(1, 'light', 'blue') $$, 'SB005', NULL, 'no light is blue');
SELECT throws_ok($$ SELECT pg_temp.correct(1, 'reported_on', '2026-02-30') $$, 'SB005', NULL, 'no month has such a day');
SELECT throws_ok($$ SELECT pg_temp.correct(1, 'delay_weeks', '521') $$, 'SB005', NULL, 'ten years are too late');
SELECT throws_ok($$ SELECT pg_temp.correct(1, 'light', 'green') $$, 'SB005', NULL, 'a correction changes something');
SELECT pg_temp.report('DHO', '2026-02-28', 'yellow') \g /dev/null
SELECT throws_ok($$ SELECT pg_temp.correct(2, 'light', 'red') $$, 'SB004', NULL, 'a draft has no corrections');

-- Where the project stands
SELECT results_eq($$ SELECT light, reported_on, delay_weeks FROM standing $$, $$ VALUES ('green', '2026-01-31'::date, NULL::int) $$, 'as the published report says');
SELECT pg_temp.correct(1, 'light', 'red'), pg_temp.correct(1, 'delay_weeks', '08') \g /dev/null
SELECT results_eq($$ SELECT light, delay_weeks FROM standing $$, $$ VALUES ('red', 8) $$, 'with its corrections');
SELECT pg_temp.publish(2) \g /dev/null
SELECT results_eq($$ SELECT light, reported_on FROM standing $$, $$ VALUES ('yellow', '2026-02-28'::date) $$, 'the later report counts');
SELECT pg_temp.correct(1, 'light', 'yellow') \g /dev/null
SELECT is((SELECT reported_on FROM standing), '2026-02-28'::date, 'correcting an older one changes nothing');
SELECT pg_temp.report('DHO', '2025-12-31', 'red') \g /dev/null
SELECT pg_temp.publish(3) \g /dev/null
SELECT is((SELECT light FROM standing), 'yellow', 'nor does publishing one for an earlier date');
SELECT pg_temp.correct(3, 'reported_on', '2026-03-31') \g /dev/null
SELECT results_eq($$ SELECT light, reported_on FROM standing $$, $$ VALUES ('red', '2026-03-31'::date) $$, 'until its date is corrected');
SELECT is(pg_temp.written($$ UPDATE standing SET light = 'green' $$), 0, 'nobody says otherwise');

-- Deleting
SELECT pg_temp.report('DHO', '2026-04-30') \g /dev/null
SELECT is(pg_temp.written($$ DELETE FROM status_report WHERE n = 4 $$), 1, 'a draft is deleted');
CALL pg_temp.sign_in('leader', 'portfolio@portal');
SELECT lives_ok($$ DELETE FROM project WHERE code = 'DHO' $$, 'with its project a published report goes as well');
CALL pg_temp.owner();
SELECT is((SELECT count(*)::int FROM status_report) + (SELECT count(*)::int FROM correction) + (SELECT count(*)::int FROM standing), 0, 'with its corrections');
SELECT is((SELECT count(DISTINCT n)::int FROM past.status_report), 1, 'what was to be seen before is in the past');

-- Writing alone is not publishing
SET LOCAL ROLE styrbord_owner;
DELETE FROM styrbord.role_right WHERE right_name = 'report.publish';
CALL pg_temp.sign_in('leader', 'leader@project:BOT');
SELECT pg_temp.report('BOT', '2026-01-31') \g /dev/null
UPDATE status_report SET state = 'submitted';
SELECT throws_ok($$ UPDATE status_report SET state = 'published' $$, '42501', NULL, 'who may write only does not publish');

SELECT * FROM finish();
ROLLBACK;
