-- Search in records finds what the requester sees, and neither shows nor betrays the rest.
BEGIN;
\ir support/setup.psql
SELECT plan(26);

SET SESSION AUTHORIZATION styrbord_owner;
INSERT INTO deliverable (subject_id, code, title, description) SELECT id, 'D1', 'Kjellerrommet', 'Sengepostene tømmes' FROM project WHERE code = 'DHO';
INSERT INTO deliverable (subject_id, code, title) SELECT id, 'D1', 'Varmelagret' FROM project WHERE code = 'SECRET';
UPDATE risk SET cause = 'Brannfarlige malerier' FROM project p WHERE p.id = risk.subject_id AND p.code = 'DHO';
INSERT INTO status_report (subject_id, reported_on, status_label, light, summary, risk_level)
SELECT id, '2026-10-01', 'as_planned', 'green', 'Dampmaskinen er kommet', 'low' FROM project WHERE code = 'DHO';
INSERT INTO decision (subject_id, title, decided_on, kind, text) SELECT id, 'Tegnebrettet', '2026-10-01', 'other', '' FROM body WHERE code = 'SG-SECRET';
INSERT INTO decision (subject_id, title, decided_on, kind, text) SELECT id, 'Klokkestrengen', '2026-10-01', 'other', '' FROM body WHERE code = 'SG-DHO';
RESET SESSION AUTHORIZATION;

CREATE FUNCTION pg_temp.records(words text) RETURNS text LANGUAGE sql AS $$
	SELECT coalesce(string_agg(f.kind, ' ' ORDER BY f.kind), '') FROM styrbord.passages_found(words) AS f
$$;
CREATE FUNCTION pg_temp.projects(words text) RETURNS text LANGUAGE sql AS $$
	SELECT coalesce(string_agg(s.code, ' ' ORDER BY s.code), '') FROM styrbord.found(words) AS f JOIN live.subject s ON s.id = f.subject_id
$$;

CALL pg_temp.anonymous();
SELECT is(pg_temp.records('kjellerrommet'), 'deliverable', 'by its title');
SELECT is(pg_temp.records('sengepost'), 'deliverable', 'by another form of a word in its text');
SELECT is(pg_temp.records('kjellerromet'), 'deliverable', 'misspelt');
SELECT is(pg_temp.records('rommet'), 'deliverable', 'by a part of a compound');
SELECT is(pg_temp.projects('sengepost'), 'DHO', 'and it finds what it hangs on');
SELECT is(pg_temp.records('klokkestreng'), 'decision', 'what hangs on bodies, too');
SELECT is(pg_temp.records('otto annen'), 'person', 'people');
SELECT is(pg_temp.records('varmelagret') || pg_temp.projects('varmelagret'), '', 'nothing of a project for its members');
SELECT is(pg_temp.records('varmelagre') || pg_temp.records('armelagr'), '', 'whose words are no words to others');
SELECT is(pg_temp.records('tegnebrett'), '', 'nor of its bodies');
SELECT is(styrbord.words_meant('varmelagre'), ARRAY['varmelagre'], 'they are not told');
CALL pg_temp.sign_in('leader', 'member@project:SECRET');
SELECT is(pg_temp.records('armelagr') || pg_temp.records('tegnebrett'), 'deliverabledecision', 'its members find both');
SELECT is(pg_temp.projects('varmelagret'), 'SECRET', 'and the project by them');

-- A draft is its writers'; what is published everybody finds, corrected.
CALL pg_temp.sign_in('leader', 'leader@project:DHO');
SELECT is(pg_temp.records('dampmaskin'), '', 'a draft is not found, not even by its writer');
SELECT is(pg_temp.projects('dampmaskin'), '', 'nor by it the project');
CALL pg_temp.owner();
UPDATE status_report SET state = 'submitted', submitted_at = now();
UPDATE status_report SET state = 'published', published_at = now();
INSERT INTO correction (subject_id, report_id, field, before, after, reason) SELECT r.subject_id, r.id, 'summary', r.summary, 'Motoren er kommet', 'x' FROM status_report r;
CALL pg_temp.anonymous();
SELECT is(pg_temp.records('dampmaskin'), 'status_report', 'what is published is');
SELECT is(pg_temp.records('motoren'), 'status_report', 'by what corrections say');

-- What is for staff where everybody reads, from one moment to the next.
SELECT is(pg_temp.records('brannfarlige'), 'risk', 'a risk, where risks are for everybody');
CALL pg_temp.owner();
RESET ROLE;
INSERT INTO styrbord.visibility (part, visibility) VALUES ('risk', 'staff') ON CONFLICT (part) DO UPDATE SET visibility = 'staff';
CALL pg_temp.anonymous();
SELECT is(pg_temp.records('brannfarlige') || pg_temp.projects('brannfarlige'), '', 'and not, where they are for staff');
SELECT is(pg_temp.records('rannfarlig'), '', 'nor a part of its words');
SELECT is(styrbord.words_meant('brannfarlig'), ARRAY['brannfarlig'], 'which are not told either');
CALL pg_temp.sign_in('leader');
SELECT is(pg_temp.records('brannfarlig'), 'risk', 'staff find it');

-- What goes is found no more; what moves is found where it is.
CALL pg_temp.owner();
DELETE FROM deliverable d USING project p WHERE p.id = d.subject_id AND p.code = 'DHO';
UPDATE project SET visibility = 'public' WHERE code = 'SECRET';
CALL pg_temp.anonymous();
SELECT is(pg_temp.records('kjellerrommet') || pg_temp.projects('sengepost'), '', 'what was removed is not found');
SELECT is(pg_temp.records('armelagr'), 'deliverable', 'what is opened has words for everybody');
CALL pg_temp.anonymous('');
SELECT is(pg_temp.records('klokkestreng') || array_to_string(styrbord.words_meant('klokkestreng'), ''), '', 'who may not read finds nothing');

-- Written anew it is the same.
CALL pg_temp.owner();
CREATE TEMPORARY TABLE was AS SELECT kind, record_id, subject_id, words FROM styrbord.passage;
SELECT styrbord.remake_passages() \g /dev/null
SELECT is_empty($$ (SELECT kind, record_id, subject_id, tsvector_to_array(words) FROM was EXCEPT SELECT kind, record_id, subject_id, tsvector_to_array(words) FROM styrbord.passage)
	UNION ALL (SELECT kind, record_id, subject_id, tsvector_to_array(words) FROM styrbord.passage EXCEPT SELECT kind, record_id, subject_id, tsvector_to_array(words) FROM was) $$, 'made anew the passages are the same');

SELECT * FROM finish();
ROLLBACK;
