-- N projects for measuring, with people, texts, reports and their past:
--   psql -X -q -v ON_ERROR_STOP=1 -v projects=20000 -1 -f tests/bench/data.sql
-- as the owner, on a database with the migrations applied (this version's, or any since the foundation: `make bench-compare`). May be run
-- beside the demo's data, once. Then VACUUM ANALYZE.
--
-- Each project: an old version, two sections, two milestones, five deliverables (three with an old version), five risks (two), three
-- dependencies (one), three people, three published reports (the standing has a version for each), two organisations that take part; every fourth
-- has another name. Old versions ended between 100 and 500 days ago, so that on a day 300 days ago half of what is seen lies in `past`.
-- Texts are of 40,000 words as language has them: a few everywhere, most of them rare.
-- The triggers are off while it loads (100,000 projects take an hour otherwise), so this file does their work.

\if :{?projects}
\else
	\set projects 2000
\endif
-- -v people=500: with few, commits that build lists of all people for each form show what else they cost.
\if :{?people}
\else
	\set people 10000
\endif
SET search_path = live, public;
SET client_min_messages = warning;
SET synchronous_commit = off;
SET work_mem = '128MB';
SELECT setseed(0.42);

-- What things are called in this schema. Before there was a registry, everything hung on a project.
SELECT to_regclass('live.subject') IS NOT NULL AS has_subject, to_regprocedure('styrbord.rebuild()') IS NOT NULL AS has_rebuild,
       CASE WHEN to_regclass('live.subject') IS NULL THEN 'project_id' ELSE 'subject_id' END AS hangs_on,
       CASE WHEN to_regclass('live.alias') IS NULL THEN 'project_alias' ELSE 'alias' END AS alias,
       CASE WHEN to_regclass('live.subject_id') IS NULL THEN pg_get_serial_sequence('live.project', 'id') ELSE 'live.subject_id' END AS ids,
       CASE WHEN to_regclass('live.subject_id') IS NULL THEN pg_get_serial_sequence('live.organisation', 'id') ELSE 'live.subject_id' END AS organisation_ids,
       CASE WHEN to_regclass('live.subject') IS NULL THEN 'restricted' ELSE 'visibility' END AS closing,
       CASE WHEN to_regclass('live.subject') IS NULL THEN 'm.i % 100 = 37' ELSE 'CASE WHEN m.i % 100 = 37 THEN ''members'' ELSE ''public'' END' END AS is_closed
\gset

CREATE FUNCTION pg_temp.triggers(state text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
	r record;
BEGIN
	FOR r IN SELECT tablename FROM pg_tables WHERE schemaname = 'live' LOOP
		EXECUTE format('ALTER TABLE live.%I %s TRIGGER USER', r.tablename, state);
	END LOOP;
END $$;

-- Rows of live.T that are in their second version get their first one: as they are but for `overrides` ({column: expression over t}).
CREATE FUNCTION pg_temp.was(t name, born text, overrides jsonb DEFAULT '{}') RETURNS void LANGUAGE plpgsql AS $$
DECLARE
	columns text;
	versions text;
BEGIN
	overrides := overrides || jsonb_build_object('version', '1', 'valid_from', born);
	SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum), string_agg(coalesce(overrides ->> attname::text, 't.' || quote_ident(attname)), ', ' ORDER BY attnum)
	  INTO columns, versions FROM pg_attribute
	 WHERE attrelid = format('live.%I', t)::regclass AND attnum > 0 AND NOT attisdropped;
	EXECUTE format('INSERT INTO past.%1$I (%2$s, valid_to) SELECT %3$s, t.valid_from FROM live.%1$I t WHERE t.version = 2 AND t.id IN (SELECT id FROM %4$I)',
	               t, columns, versions, 'fresh_' || t);
END $$;

-- ---- words ------------------------------------------------------------------------------------------------------

CREATE TEMPORARY TABLE word ON COMMIT DROP AS
SELECT i, (ARRAY['ba', 'sko', 'tri', 'må', 'lø', 'ne', 'fa', 'rö', 'kyl', 'ti', 'hus', 'vår', 'sam', 'pä', 're', 'do'])[1 + i * 7 % 16] ||
	(ARRAY['len', 'gen', 'ska', 'rin', 'ta', 'vel', 'mis', 'kor', 'dal', 'nus', 'per', 'lig', 'sta', 'ro', 'be', 'fin', 'gul', 'ost'])[1 + i / 16 % 18] ||
	(ARRAY['', 'het', 'ning', 'else', 'arna', 'ene', 'lle', 'ssa'])[1 + i / 288 % 8] ||
	(ARRAY['', 's', 'r', 'plan', 'steg', 'tal', 'rum', 'post', 'gang', 'mål', 'bruk', 'vis', 'lag', 'krav', 'punkt', 'verk', 'ord', 'bok'])[1 + i / 2304 % 18] AS word
  FROM generate_series(1, 40000) AS i;
CREATE UNIQUE INDEX ON word (i);
-- 20,000 sentences of ten words by Zipf; texts are put together of them.
CREATE TEMPORARY TABLE sentence ON COMMIT DROP AS
SELECT s AS i, upper(left(string_agg(w.word, ' ' ORDER BY k), 1)) || substr(string_agg(w.word, ' ' ORDER BY k), 2) || '.' AS text
  FROM (SELECT s, k, greatest(1, floor(power(40000.0, random())))::int AS i FROM generate_series(1, 20000) AS s, generate_series(1, 10) AS k) AS drawn
  JOIN word w USING (i) GROUP BY s;
CREATE UNIQUE INDEX ON sentence (i);
ANALYZE word, sentence;

-- ---- organisations and people --------------------------------------------------------------------------------------

SELECT pg_temp.triggers('DISABLE');

CREATE TEMPORARY TABLE owner ON COMMIT DROP AS SELECT i, nextval(:'organisation_ids') AS id FROM generate_series(1, 40) AS i;
\if :has_subject
	INSERT INTO subject (id, type, code, title, language, parent_id, visibility, version, valid_from)
	SELECT o.id, 'organisation', 'BENCH-ORG-' || o.i, CASE o.i WHEN 7 THEN 'Sykehuset i Vestfold' ELSE 'Bench region ' || o.i END,
	       (ARRAY['nb', 'sv', 'fi', 'en'])[1 + o.i % 4], up.id, 'public', 1, now() - interval '1000 days'
	  FROM owner o LEFT JOIN owner up ON up.i = 1 AND o.i BETWEEN 10 AND 19 ORDER BY o.i;
\endif
INSERT INTO organisation (id, code, name, kind, language, parent_id, version, valid_from)
SELECT o.id, 'BENCH-ORG-' || o.i, CASE o.i WHEN 7 THEN 'Sykehuset i Vestfold' ELSE 'Bench region ' || o.i END, 'region',
       (ARRAY['nb', 'sv', 'fi', 'en'])[1 + o.i % 4], up.id, 1, now() - interval '1000 days'
  FROM owner o LEFT JOIN owner up ON up.i = 1 AND o.i BETWEEN 10 AND 19 ORDER BY o.i;

INSERT INTO person (directory_id, account, name, mail, version, valid_from)
SELECT 'bench-' || s.i, 'bench' || s.i, CASE s.i WHEN 17 THEN 'Ingrid Solheim' ELSE initcap(a.word) || ' ' || initcap(b.word) END, 'bench' || s.i || '@demo.example', 1, now() - interval '1000 days'
  FROM generate_series(1, :people) AS s (i) JOIN word a ON a.i = 300 + s.i JOIN word b ON b.i = 5000 + s.i;
CREATE TEMPORARY TABLE people ON COMMIT DROP AS
SELECT substr(directory_id, 7)::int AS i, id FROM person WHERE directory_id ~ '^bench-[0-9]+$';
CREATE UNIQUE INDEX ON people (i);

INSERT INTO role (code, name, position, version, valid_from)
SELECT 'bench_role_' || chr(96 + k), 'Bench role ' || k, k, 1, now() - interval '1000 days' FROM generate_series(1, 3) AS k;

-- ---- projects --------------------------------------------------------------------------------------------------------

-- Every 20th project has children: a tree three levels deep at most. Every 100th is restricted. Every tenth got another title.
CREATE TEMPORARY TABLE made ON COMMIT DROP AS
SELECT i, nextval(:'ids') AS id, now() - (700 + i % 100) * interval '1 day' AS born, now() - (100 + i * 7 % 400) * interval '1 day' AS changed
  FROM generate_series(1, :projects) AS i;
CREATE UNIQUE INDEX ON made (i);
CREATE UNIQUE INDEX ON made (id);
ANALYZE made, owner, people;

CREATE TEMPORARY TABLE fresh_project ON COMMIT DROP AS
SELECT m.id, m.i, 'BENCH-' || m.i AS code,
       (ARRAY['Digital hjemmeoppfølging', 'Gemensam vårdinformation', 'Potilastietojärjestelmän uudistus', 'Shared medication list',
              'Felles bildearkiv', 'Elektroniska tjänster', 'Palveluohjauksen numero'])[1 + m.i % 7] || ' ' || w.word || ' ' || m.i AS title,
       left(a.text || ' ' || b.text || ' ' || c.text || CASE WHEN m.i % 331 = 0 THEN ' Ved hver sengepost i sykehuset.' WHEN m.i % 577 = 0
            THEN ' For medisinsk døgnsengepostavdeling.' WHEN m.i % 811 = 0 THEN ' På sengeposten.' ELSE '' END, 1000) AS purpose,
       (ARRAY['nb', 'sv', 'fi', 'en'])[1 + m.i % 4] AS language,
       CASE WHEN m.i % 20 = 0 THEN 'programme' WHEN m.i % 20 = 10 THEN 'main_project' ELSE 'project' END AS kind,
       CASE WHEN m.i % 20 = 0 THEN NULL WHEN m.i % 20 BETWEEN 1 AND 9 THEN ten.id ELSE up.id END AS parent_id, o.id AS owner_id, m.born, m.changed
  FROM made m
  JOIN owner o ON o.i = 1 + m.i % 40
  JOIN word w ON w.i = 1 + m.i % 40000
  JOIN sentence a ON a.i = 1 + m.i * 3 % 20000 JOIN sentence b ON b.i = 1 + m.i * 7 % 20000 JOIN sentence c ON c.i = 1 + (m.i * 11 + m.i / 20000) % 20000
  LEFT JOIN made up ON up.i = m.i / 20 * 20
  LEFT JOIN made ten ON ten.i = m.i / 20 * 20 - 10;
CREATE UNIQUE INDEX ON fresh_project (id);
ANALYZE fresh_project;

\if :has_subject
	INSERT INTO subject (id, type, code, title, language, parent_id, owner_id, visibility, version, valid_from)
	SELECT m.id, 'project', code, title, language, parent_id, owner_id, :is_closed, CASE WHEN m.i % 10 = 3 THEN 2 ELSE 1 END, CASE WHEN m.i % 10 = 3 THEN changed ELSE born END
	  FROM fresh_project m ORDER BY m.i % 20 <> 0, m.i % 10 <> 0, m.i;
	CREATE TEMPORARY TABLE fresh_subject ON COMMIT DROP AS SELECT id FROM fresh_project;
\endif
INSERT INTO project (id, code, title, purpose, language, kind, parent_id, owner_id, contact_id, segment, phase, lifecycle, starts_on, ends_on,
                     cost_frame, currency, :closing, version, valid_from)
SELECT m.id, m.code, m.title, m.purpose, m.language, m.kind, m.parent_id, m.owner_id, c.id, (ARRAY['coordinate', 'standardise', 'renew', 'operate', NULL])[1 + m.i % 5],
       (ARRAY['concept', 'planning', 'execution', 'execution', 'closing', 'realisation'])[1 + m.i % 6],
       (ARRAY['ongoing', 'ongoing', 'ongoing', 'planned', 'on_hold', 'closed', 'ongoing'])[1 + m.i % 7],
       current_date - 700 + m.i % 500, current_date + 30 + m.i % 500, 1000000 + m.i % 977 * 50000,
       (ARRAY['NOK', 'SEK', 'EUR', 'DKK'])[1 + m.i % 4], :is_closed, 2, m.changed
  FROM fresh_project m JOIN people c ON c.i = 1 + m.i % :people
 ORDER BY m.i % 20 <> 0, m.i % 10 <> 0, m.i;
SELECT pg_temp.was('project', '(SELECT m.born FROM made m WHERE m.id = t.id)',
	'{"phase": "''concept''", "title": "CASE WHEN (SELECT m.i FROM made m WHERE m.id = t.id) % 10 = 3 THEN ''Earlier '' || t.title ELSE t.title END"}');
\if :has_subject
	SELECT pg_temp.was('subject', '(SELECT m.born FROM made m WHERE m.id = t.id)', '{"title": "''Earlier '' || t.title"}');
\endif

INSERT INTO :alias (:hangs_on, n, alias, version, valid_from)
SELECT m.id, 1, initcap(w.word) || ' ' || m.i / 4, 1, m.born FROM made m JOIN word w ON w.i = 1 + m.i * 13 % 40000 WHERE m.i % 4 = 0;
\if :has_subject
	INSERT INTO relation (subject_id, n, other_id, kind, version, valid_from)
	SELECT m.id, k, o.id, (ARRAY['client', 'supplier'])[k], 1, m.born FROM made m CROSS JOIN generate_series(1, 2) AS k JOIN owner o ON o.i = 1 + (m.i * k + 11) % 40;
\else
	INSERT INTO participation (project_id, organisation_id, kind, version, valid_from)
	SELECT m.id, o.id, (ARRAY['client', 'supplier'])[k], 1, m.born FROM made m CROSS JOIN generate_series(1, 2) AS k JOIN owner o ON o.i = 1 + (m.i * k + 11) % 40;
\endif

-- ---- what hangs on them: inserted in their second version where they have one -----------------------------------------------------

INSERT INTO section (:hangs_on, n, kind, heading, body, position, language, version, valid_from)
SELECT m.id, k, (ARRAY['background', 'basic_idea'])[k], (ARRAY['Background', 'Basic idea'])[k],
       a.text || ' **' || b.text || '** ' || c.text || E'\n\n- ' || d.text || E'\n- one owner\n- one date', k * 10, 'en', 1, m.born
  FROM made m CROSS JOIN generate_series(1, 2) AS k
  JOIN sentence a ON a.i = 1 + (m.i * 5 + k) % 20000 JOIN sentence b ON b.i = 1 + (m.i * 13 + k) % 20000
  JOIN sentence c ON c.i = 1 + (m.i * 17 + k) % 20000 JOIN sentence d ON d.i = 1 + (m.i * 19 + m.i / 20000 + k) % 20000;

INSERT INTO milestone (:hangs_on, n, title, kind, planned_on, forecast_on, comment, version, valid_from)
SELECT m.id, k, (ARRAY['Decision to go on', 'In use'])[k], (ARRAY['decision_point', 'milestone'])[k], current_date - 200 + k * 250 + m.i % 90,
       CASE WHEN m.i % 3 = 0 THEN current_date - 180 + k * 250 + m.i % 90 END, '', 1, m.born
  FROM made m, generate_series(1, 2) AS k;

INSERT INTO deliverable (:hangs_on, n, code, title, description, step, planned_on, forecast_on, delivered_on, finished, version, valid_from)
SELECT m.id, k, 'L' || k, 'Deliverable ' || k || ' of ' || m.i, s.text, 'Step ' || k,
       planned, planned + (m.i + k) % 9 * 7, CASE WHEN k <= m.i % 5 THEN planned + (m.i + k) % 9 * 7 END, k <= m.i % 5,
       CASE WHEN k <= 3 THEN 2 ELSE 1 END, CASE WHEN k <= 3 THEN now() - (100 + (m.i * 7 + k * 31) % 400) * interval '1 day' ELSE m.born END
  FROM made m CROSS JOIN generate_series(1, 5) AS k CROSS JOIN LATERAL (SELECT current_date - 540 + k * 120 + m.i % 90 AS planned) AS p
  JOIN sentence s ON s.i = 1 + (m.i * 23 + k) % 20000;
CREATE TEMPORARY TABLE fresh_deliverable ON COMMIT DROP AS SELECT d.id FROM deliverable d JOIN made m ON m.id = d.:hangs_on;
SELECT pg_temp.was('deliverable', 'now() - interval ''690 days''', '{"finished": "false", "delivered_on": "NULL", "forecast_on": "t.planned_on"}');

INSERT INTO risk (:hangs_on, n, kind, title, cause, event, effect, probability, consequence, mitigation, residual_probability,
                  residual_consequence, owner_id, state, version, valid_from)
SELECT m.id, k, CASE WHEN k = 5 AND m.i % 3 = 0 THEN 'opportunity' ELSE 'risk' END, 'Risk ' || k || ' of ' || m.i || ' ' || w.word, 'Few people.', s.text, 'It takes longer.',
       1 + (m.i + k) % 5, 1 + (m.i + 2 * k) % 5, 'Train a second person.', 1 + (m.i + k) % 3, 1 + (m.i + 2 * k) % 4, c.id,
       (ARRAY['open', 'open', 'mitigated', 'open', 'closed'])[1 + (m.i + k) % 5],
       CASE WHEN k <= 2 THEN 2 ELSE 1 END, CASE WHEN k <= 2 THEN now() - (100 + (m.i * 11 + k * 17) % 400) * interval '1 day' ELSE m.born END
  FROM made m JOIN people c ON c.i = 1 + m.i % :people CROSS JOIN generate_series(1, 5) AS k
  JOIN sentence s ON s.i = 1 + (m.i * 29 + k) % 20000 JOIN word w ON w.i = 1 + (m.i * 31 + k) % 40000;
CREATE TEMPORARY TABLE fresh_risk ON COMMIT DROP AS SELECT d.id FROM risk d JOIN made m ON m.id = d.:hangs_on;
SELECT pg_temp.was('risk', 'now() - interval ''690 days''', '{"state": "''open''", "probability": "5"}');

-- The first two on other projects, the third on an organisation.
INSERT INTO dependency (:hangs_on, n, needed, used_for, provider_project_id, provider_organisation_id, criticality, due_on, light,
                        agreed_by_project, agreed_by_provider, version, valid_from)
SELECT m.id, k, 'Need ' || k || ' of ' || m.i, 'To go live', CASE WHEN k < 3 AND provider.id <> m.id THEN provider.id END,
       CASE WHEN k = 3 OR provider.id = m.id THEN o.id END, (ARRAY['low', 'medium', 'high'])[1 + (m.i + k) % 3],
       current_date - 180 + (m.i + k) % 400, (ARRAY['green', 'green', 'yellow', 'red'])[1 + (m.i + k) % 4], true, (m.i + k) % 3 > 0,
       CASE WHEN k = 1 THEN 2 ELSE 1 END, CASE WHEN k = 1 THEN now() - (100 + m.i * 3 % 400) * interval '1 day' ELSE m.born END
  FROM made m
  JOIN owner o ON o.i = 1 + (m.i + 7) % 40
 CROSS JOIN generate_series(1, 3) AS k
  JOIN made provider ON provider.i = 1 + (m.i + k * 17) % :projects;
CREATE TEMPORARY TABLE fresh_dependency ON COMMIT DROP AS SELECT d.id FROM dependency d JOIN made m ON m.id = d.:hangs_on;
SELECT pg_temp.was('dependency', 'now() - interval ''690 days''', '{"light": "''green''", "agreed_by_provider": "false"}');

INSERT INTO assignment (:hangs_on, n, role_id, person_id, version, valid_from)
SELECT m.id, k, r.id, c.id, 1, m.born
  FROM made m CROSS JOIN generate_series(1, 3) AS k JOIN role r ON r.code = 'bench_role_' || chr(96 + k)
  LEFT JOIN people c ON c.i = 1 + (m.i * k) % (:people + :people / 20);

-- ---- reports: three each, the last of them within sixty days; the standing has followed them -------------------------------------------

CREATE TEMPORARY TABLE shown ON COMMIT DROP AS
SELECT m.id AS project, m.i, k, (ARRAY['as_planned', 'minor_deviation', 'major_deviation'])[g.grade] AS status_label,
       (ARRAY['green', 'yellow', 'red'])[g.grade] AS light, (ARRAY['low', 'medium', 'high'])[g.grade] AS risk_level,
       (g.grade - 1) * 4 AS delay_weeks, (current_date - (3 - k) * 180 - m.i % 60) AS reported_on, c.id AS writer, s.text
  FROM made m JOIN people c ON c.i = 1 + m.i % :people CROSS JOIN generate_series(1, 3) AS k
  JOIN sentence s ON s.i = 1 + (m.i * 37 + k) % 20000,
       LATERAL (SELECT CASE WHEN (m.i + k) % 10 < 6 THEN 1 WHEN (m.i + k) % 10 < 9 THEN 2 ELSE 3 END AS grade) AS g;
CREATE TEMPORARY TABLE written (id bigint, project bigint, k int) ON COMMIT DROP;
WITH inserted AS (
	INSERT INTO status_report (:hangs_on, n, state, reported_on, status_label, light, summary, delay_weeks, causes, going_well, coming_next,
		risk_level, risk_text, progress_light, progress_text, economy_light, quality_light, scope_light, risk_light, benefit_light,
		written_by, submitted_at, submitted_by, published_at, published_by, version, valid_from)
	SELECT project, k, 'published', reported_on, status_label, light, text, delay_weeks, 'People were needed elsewhere.', 'The users take part.',
	       'The next step is tested.', risk_level, 'See the risks.', light, 'Two steps of five are done.', 'green', light, 'green', light, 'green',
	       writer, reported_on + time '00:10', writer, reported_on + time '00:15', writer, 3, reported_on + time '00:15'
	  FROM shown
	RETURNING id, :hangs_on, n)
INSERT INTO written SELECT * FROM inserted;
CREATE INDEX ON written (project, k);
ANALYZE written, shown;
INSERT INTO standing (:hangs_on, report_id, status_label, light, risk_level, delay_weeks, reported_on, version, valid_from)
SELECT s.project, w.id, s.status_label, s.light, s.risk_level, s.delay_weeks, s.reported_on, 3, s.reported_on + time '00:15'
  FROM shown s JOIN written w USING (project, k) WHERE s.k = 3;
INSERT INTO past.standing (id, :hangs_on, report_id, status_label, light, risk_level, delay_weeks, reported_on, version, valid_from, valid_to)
SELECT st.id, s.project, w.id, s.status_label, s.light, s.risk_level, s.delay_weeks, s.reported_on, s.k, s.reported_on + time '00:15', s.reported_on + 180 + time '00:15'
  FROM shown s JOIN written w USING (project, k) JOIN standing st ON st.:hangs_on = s.project WHERE s.k < 3;

SET CONSTRAINTS ALL IMMEDIATE;
SELECT pg_temp.triggers('ENABLE');
-- What follows from the tables: who is closed when, search entries, the log of changes.
-- -v words=no leaves out the search entries, which take longest.
SET client_min_messages = error;  -- of the catalogue, which only a superuser analyses
ANALYZE;
\if :{?words}
\else
	\set words yes
\endif
\if :has_rebuild
	\if :words
		SELECT styrbord.rebuild();
	\else
		SELECT styrbord.remake_closed();
		SELECT styrbord.remake_change(name) FROM styrbord.record_table;
	\endif
\endif
