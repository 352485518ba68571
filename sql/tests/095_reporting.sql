-- When the next report is due, and how old one is.
BEGIN;
\ir support/setup.psql
SELECT no_plan();
SET SESSION AUTHORIZATION styrbord_owner;

SELECT is(styrbord.report_due(v.since, v.rhythm, v.day), v.due, v.what) FROM (VALUES
	('2026-10-06'::date, 'monthly', NULL, '2026-11-05'::date, 'a month on, by the fifth'),
	('2026-10-02', 'monthly', NULL, '2026-11-05', 'who reports before the fifth has reported for the month'),
	('2026-10-28', 'monthly', NULL, '2026-12-05', 'who reports in a month''s last days reports for the next'),
	('2026-12-31', 'monthly', 10, '2027-02-10', 'over the year, and by the day that is given'),
	('2026-10-06', 'quarterly', NULL, '2027-01-05', 'a quarter on'),
	('2026-10-06', 'never', NULL, NULL, 'none is due'),
	(NULL, 'monthly', NULL, NULL, 'nor after no day')) AS v (since, rhythm, day, due, what);
SELECT is(styrbord.rhythm(NULL, 'project'), 'monthly', 'projects report every month');
SELECT is(styrbord.rhythm(NULL, 'working_group'), 'never', 'working groups do not');
SELECT is(styrbord.rhythm('quarterly', 'working_group'), 'quarterly', 'but for those that say so');
SELECT is(styrbord.report_age('2026-11-05', v.lifecycle, v.today), v.age, v.what) FROM (VALUES
	('ongoing', '2026-10-29'::date, 'fresh', 'a week before it is due'), ('ongoing', '2026-10-30', 'due', 'within the week'), ('on_hold', '2026-11-05', 'due', 'on the day'),
	('ongoing', '2026-11-06', 'late', 'the day after'), ('ongoing', '2026-12-06', 'late', 'a month after'), ('ongoing', '2026-12-07', 'stale', 'and more'),
	('closed', '2026-12-07', NULL, 'a closed project owes none'), ('planned', '2026-12-07', NULL, 'nor one that has not begun')) AS v (lifecycle, today, age, what);

INSERT INTO remark (subject_id, rule, of, reason) SELECT id, 'late_and_green', 'status_report/1', 'So it is.' FROM project WHERE code = 'DHO';
SELECT throws_ok($$ INSERT INTO remark (subject_id, rule, of, reason) SELECT id, 'late_and_green', 'status_report/1', 'Again.' FROM project WHERE code = 'DHO' $$, '23505', NULL,
	'one reason for one contradiction');
SELECT throws_ok($$ INSERT INTO remark (subject_id, rule, of, reason) SELECT id, 'late_and_green', 'risk/1', 'x' FROM project WHERE code = 'DHO' $$, '23514', NULL,
	'of something that can contradict itself');
SELECT throws_ok($$ UPDATE project SET reporting_day = 29 WHERE code = 'DHO' $$, '23514', NULL, 'every month has the day');
SELECT throws_ok($$ UPDATE project SET reporting_rhythm = 'daily' WHERE code = 'DHO' $$, '23514', NULL, 'and the rhythm is one of those there are');
SELECT * FROM finish();
ROLLBACK;
