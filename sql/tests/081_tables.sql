-- A table may change: a column added, renamed, of another type, dropped, in every table there is; it stays writable, and its past readable.
BEGIN;
\ir support/setup.psql
SELECT no_plan();

SET SESSION AUTHORIZATION styrbord_owner;
SET LOCAL styrbord.clock = '2024-05-01';
-- A row of each.
INSERT INTO strategy (code, title, owner_id, language) SELECT 'PLAN', 'A plan', id, 'en' FROM organisation WHERE code = 'HSO';
INSERT INTO strategy_goal (subject_id, code, number, title, language) SELECT id, 'G1', '1', 'First', 'en' FROM strategy;
INSERT INTO carries (subject_id, goal_id) SELECT p.id, g.id FROM project p, strategy_goal g WHERE p.code = 'DHO';
INSERT INTO alias (subject_id, alias) SELECT id, 'Another name' FROM project WHERE code = 'DHO';
INSERT INTO relation (subject_id, other_id, kind) SELECT p.id, o.id, 'client' FROM project p, organisation o WHERE p.code = 'DHO' AND o.code = 'VA';
INSERT INTO section (subject_id, kind, heading, body, language) SELECT id, 'background', 'H', 'B', 'en' FROM project WHERE code = 'DHO';
INSERT INTO link (subject_id, title, url, language) SELECT id, 'L', 'https://example.org', 'en' FROM project WHERE code = 'DHO';
INSERT INTO translation (subject_id, type, record_id, field, language, text, of_version, published_at) SELECT id, 'project', id, 'title', 'fi', 'Suomeksi', 1, now() FROM project WHERE code = 'DHO';
INSERT INTO duty (role_id, text, share, language) SELECT id, 'Answers', 'own', 'en' FROM role;
INSERT INTO role_label (role_id, language, label) SELECT id, 'sv', 'Projektledare' FROM role;
INSERT INTO term_label (term_id, language, label) SELECT id, 'sv', 'Avslut' FROM term WHERE code = 'closing';
INSERT INTO assignment (subject_id, role_id, person_id) SELECT p.id, r.id, e.id FROM project p, role r, person e WHERE p.code = 'DHO' AND e.account = 'other';
INSERT INTO deliverable (subject_id, code, title) SELECT id, 'D', 'D' FROM project WHERE code = 'DHO';
INSERT INTO milestone (subject_id, kind, title) SELECT id, 'milestone', 'M' FROM project WHERE code = 'DHO';
INSERT INTO benefit (subject_id, title) SELECT id, 'B' FROM project WHERE code = 'DHO';
INSERT INTO service (code, title, owner_id, language) SELECT 'CARE', 'A service', id, 'en' FROM organisation WHERE code = 'HSO';
INSERT INTO rollout (subject_id, organisation_id) SELECT s.id, o.id FROM service s, organisation o WHERE o.code = 'VA';
INSERT INTO adaptation (subject_id, title, kind) SELECT id, 'A', 'integration' FROM service;
INSERT INTO adaptation_state (subject_id, adaptation_id, organisation_id, state) SELECT a.subject_id, a.id, o.id, 'ongoing' FROM adaptation a, organisation o WHERE o.code = 'VA';
INSERT INTO model (code, title, kind, owner_id, language) SELECT 'M', 'A model', 'stages', id, 'en' FROM organisation WHERE code = 'HSO';
INSERT INTO model_item (subject_id, title) SELECT id, 'First' FROM model;
INSERT INTO item_state (subject_id, item_id, state) SELECT p.id, i.id, 'done' FROM project p, model_item i WHERE p.code = 'DHO';
INSERT INTO remark (subject_id, rule, reason) SELECT id, 'late_and_green', 'So it is.' FROM project WHERE code = 'DHO';
INSERT INTO lesson (subject_id, kind, title) SELECT id, 'lesson', 'L' FROM project WHERE code = 'DHO';
INSERT INTO indicator (subject_id, title) SELECT id, 'I' FROM service;
INSERT INTO measurement (subject_id, indicator_id, period_to, value) SELECT subject_id, id, '2024-05-01', 1 FROM indicator;
INSERT INTO meeting_series (subject_id, title, every_months) SELECT id, 'Yearly', 12 FROM model;
INSERT INTO series_preparer (series_id, held_role_id) SELECT s.id, r.id FROM meeting_series s, role r;
INSERT INTO series_invited (series_id, held_role_id) SELECT s.id, r.id FROM meeting_series s, role r;
INSERT INTO meeting (subject_id, title) SELECT id, 'M' FROM service;
INSERT INTO meeting_unit (meeting_id, organisation_id) SELECT m.id, o.id FROM meeting m, organisation o WHERE o.code = 'VA';
INSERT INTO model_duty (subject_id, held_role_id, text) SELECT m.id, r.id, 'Answers' FROM model m, role r;
INSERT INTO indicator (subject_id, title) SELECT subject_id, 'I' FROM benefit;
INSERT INTO made_with (deliverable_id, organisation_id) SELECT d.id, o.id FROM deliverable d, organisation o WHERE o.code = 'VA';
INSERT INTO benefit_indicator (benefit_id, indicator_id) SELECT b.id, i.id FROM benefit b JOIN indicator i USING (subject_id);
INSERT INTO interface (subject_id, title) SELECT id, 'I' FROM project WHERE code = 'DHO';
INSERT INTO interface_project (interface_id, other_id) SELECT i.id, p.id FROM interface i, project p WHERE p.code <> 'DHO' LIMIT 1;
INSERT INTO counterpart (subject_id, held_role_id, other_role_id, other_organisation_id) SELECT p.id, r.id, r.id, o.id FROM project p, role r, organisation o WHERE p.code = 'DHO' AND o.code = 'VA' LIMIT 1;
INSERT INTO body (code, name, kind, language) VALUES ('GROUP', 'A group', 'network', 'en');
INSERT INTO headcount (subject_id, people) SELECT id, 3 FROM body WHERE code = 'GROUP';
INSERT INTO member_rule (subject_id, held_role_id, below_id) SELECT b.id, r.id, p.id FROM body b, role r, project p WHERE b.code = 'GROUP' AND p.code = 'DHO' LIMIT 1;
INSERT INTO funding_programme (code, title, owner_id, language) SELECT 'FUND', 'Pays', id, 'en' FROM organisation WHERE code = 'HSO';
INSERT INTO attachment (subject_id, title, file_id, file_name, file_kind, file_size, file_sha256, language) SELECT id, 'A', styrbord.keep_file('dGV4dA=='), 't.txt', 'text/plain; charset=utf-8', 4, encode(sha256('text'), 'hex'), 'en' FROM project WHERE code = 'DHO';
INSERT INTO survey (code, title, asked_role_id, asked_below_id, owner_id, language) SELECT 'S', 'Asks', r.id, p.id, o.id, 'en' FROM role r, project p, organisation o WHERE p.code = 'DHO' AND o.code = 'HSO' LIMIT 1;
INSERT INTO question (subject_id, title, kind) SELECT id, 'Q', 'text' FROM survey;
INSERT INTO answer (subject_id, question_id, about_id, value) SELECT q.subject_id, q.id, p.id, 'A' FROM question q, project p WHERE p.code = 'DHO';
INSERT INTO content_area (subject_id, title, track) SELECT id, 'C', 'joint' FROM project WHERE code = 'DHO';
INSERT INTO content_area_project (content_area_id, other_id) SELECT c.id, p.id FROM content_area c, project p WHERE p.code <> 'DHO' LIMIT 1;
INSERT INTO dependency (subject_id, needed, provider_name, criticality, light) SELECT id, 'N', 'P', 'low', 'green' FROM project WHERE code = 'DHO';
INSERT INTO status_report (subject_id, state, reported_on, status_label, light, summary, risk_level) SELECT id, 'draft', '2024-01-01', 'as_planned', 'green', 'S', 'low' FROM project WHERE code = 'DHO';
INSERT INTO strategy_goal (subject_id, code, number, title, language) SELECT id, 'G2', '2', 'Second', 'en' FROM strategy;
INSERT INTO goal_carries (goal_id, other_id) SELECT a.id, b.id FROM strategy_goal a, strategy_goal b WHERE a.code = 'G1' AND b.code = 'G2';
INSERT INTO strategy_item (subject_id, kind, title, language) SELECT id, 'vision', 'V', 'en' FROM strategy;
INSERT INTO news (code, title, owner_id, language) SELECT 'N', 'News', id, 'en' FROM organisation WHERE code = 'HSO';
INSERT INTO event (code, title, owner_id, language) SELECT 'E', 'Event', id, 'en' FROM organisation WHERE code = 'HSO';
INSERT INTO event_host (event_id, organisation_id) SELECT e.id, o.id FROM event e, organisation o WHERE o.code = 'VA';
INSERT INTO event_theme (event_id, item_id) SELECT e.id, i.id FROM event e, strategy_item i;
INSERT INTO attendance (subject_id, organisation_id) SELECT e.id, o.id FROM event e, organisation o WHERE o.code = 'VA';
UPDATE news SET published_at = now();
UPDATE news SET title = 'Newer', correction_reason = 'A letter';
INSERT INTO decision (subject_id, title, decided_on) SELECT id, 'Yes', '2024-05-01' FROM body WHERE code = 'GROUP';
INSERT INTO change_request (subject_id, title, reason) SELECT id, 'More', 'Because' FROM project WHERE code = 'DHO';
INSERT INTO alternative (subject_id, request_id, title) SELECT subject_id, id, 'A' FROM change_request;
INSERT INTO requested_change (subject_id, request_id, of, field, after) SELECT subject_id, id, 'project', 'ends_on', '2030' FROM change_request;
SET LOCAL styrbord.clock = '2024-06-01';
UPDATE status_report SET state = 'submitted';
SET LOCAL styrbord.clock = '2024-07-01';
UPDATE status_report SET state = 'published';
INSERT INTO correction (report_id, field, after, reason) SELECT id, 'summary', 'Better', 'Because' FROM status_report;
SET CONSTRAINTS ALL IMMEDIATE;

-- Written, whatever it is: what may only be added to is added to.
CREATE FUNCTION pg_temp.write(t name, moment text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
	PERFORM set_config('styrbord.clock', moment, true);
	IF t = 'correction' THEN
		INSERT INTO live.correction (report_id, field, after, reason) SELECT id, 'causes', 'C ' || moment, 'Because' FROM live.status_report;
	ELSIF t = 'status_report' THEN
		INSERT INTO live.status_report (subject_id, state, reported_on, status_label, light, summary, risk_level)
		SELECT subject_id, 'draft', '2024-02-01', 'as_planned', 'green', 'Next', 'low' FROM live.status_report LIMIT 1;
		DELETE FROM live.status_report WHERE state = 'draft';
	ELSE
		EXECUTE format('UPDATE live.%I SET id = id', t);
	END IF;
END
$$;
CREATE TEMPORARY TABLE declared ON COMMIT DROP AS SELECT name FROM styrbord.record_table ORDER BY name;
SELECT ok(count(*) >= 63, 'every table is tried') FROM declared;
SELECT is_empty(format('SELECT %L WHERE NOT EXISTS (SELECT FROM live.%I)', name, name), name || ' has a row to try with') FROM declared;

SELECT lives_ok(format('SELECT pg_temp.write(%L, ''2025-01-01''), styrbord.alter_table(%L, ''ADD extra text NOT NULL DEFAULT ''''empty''''''), pg_temp.write(%L, ''2025-02-01'')', name, name, name),
                name || ': a column is added') FROM declared;
SELECT is_empty(format('SELECT extra FROM past.%I WHERE valid_to <= ''2025-02-01'' AND extra IS DISTINCT FROM ''empty''', name), name || ': and shows its default in older versions') FROM declared;
SELECT lives_ok(format('SELECT styrbord.alter_table(%L, ''RENAME COLUMN extra TO remark''), pg_temp.write(%L, ''2025-03-01'')', name, name), name || ': renamed') FROM declared;
SELECT is_empty(format('SELECT remark FROM past.%I WHERE remark IS DISTINCT FROM ''empty''', name), name || ': in the past as well') FROM declared;
SELECT lives_ok(format('SELECT styrbord.alter_table(%L, ''ALTER COLUMN remark DROP DEFAULT, ALTER COLUMN remark TYPE varchar(100)''), pg_temp.write(%L, ''2025-04-01'')', name, name),
                name || ': of another type') FROM declared WHERE name NOT IN ('correction', 'status_report');
SELECT lives_ok(format('SELECT styrbord.alter_table(%L, ''DROP COLUMN remark''), pg_temp.write(%L, ''2025-05-01'')', name, name), name || ': dropped') FROM declared;
SELECT lives_ok(format('SELECT count(*) FROM at.%I', name), name || ': seen on a day') FROM declared;
-- A migration that goes past the helper is mended by keep_history, and hurts nobody who writes.
SELECT lives_ok($$ DROP VIEW at.risk; ALTER TABLE live.risk RENAME COLUMN mitigation TO measures; SELECT styrbord.keep_history('risk'); SELECT pg_temp.write('risk', '2025-06-01') $$,
                'a column renamed by hand');
SELECT lives_ok($$ DROP VIEW at.risk; ALTER TABLE live.risk DROP COLUMN event; SELECT styrbord.keep_history('risk'); SELECT pg_temp.write('risk', '2025-07-01') $$, 'one dropped by hand');
SELECT lives_ok($$ DELETE FROM live.risk $$, 'rows go as they came');

SELECT * FROM finish();
ROLLBACK;
