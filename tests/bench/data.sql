-- N projects, each with 5 deliverables, 3 dependencies, 5 risks, 2 sections and one published report, for measuring:
--   psql -v ON_ERROR_STOP=1 -v projects=100000 -1 -f tests/bench/data.sql
-- as the owner, on a database with the migrations applied. May be run beside the demo's data, once.
-- The triggers are off while it loads (100,000 projects take minutes otherwise), so this file does their work:
-- numbers, versions, the standing.

\if :{?projects}
\else
	\set projects 2000
\endif
SET search_path = live, public;
SET client_min_messages = warning;
SET synchronous_commit = off;

DO $$
DECLARE name text;
BEGIN
	FOREACH name IN ARRAY ARRAY['organisation', 'person', 'project', 'section', 'status_report', 'standing', 'deliverable', 'risk', 'dependency'] LOOP
		EXECUTE format('ALTER TABLE live.%I DISABLE TRIGGER USER', name);
	END LOOP;
END $$;

INSERT INTO organisation (code, name, kind, language, version, valid_from)
SELECT 'BENCH-ORG-' || i, 'Bench region ' || i, 'region', (ARRAY['nb', 'sv', 'fi', 'en'])[1 + i % 4], 1, now() - interval '900 days'
  FROM generate_series(1, 40) AS i;

INSERT INTO person (directory_id, account, name, mail, version, valid_from)
SELECT 'bench-' || i, 'bench' || i, 'Bench Person ' || i, 'bench' || i || '@demo.example', 1, now() - interval '900 days'
  FROM generate_series(1, 200) AS i;

-- Every 20th project has children: a tree three levels deep at most. Every 100th is restricted.
CREATE TEMPORARY TABLE made ON COMMIT DROP AS
SELECT i, nextval(pg_get_serial_sequence('live.project', 'id')) AS id FROM generate_series(1, :projects) AS i;
CREATE UNIQUE INDEX ON made (i);
CREATE TEMPORARY TABLE owner ON COMMIT DROP AS
SELECT (row_number() OVER (ORDER BY id))::int AS i, id FROM organisation WHERE code LIKE 'BENCH-ORG-%';
CREATE TEMPORARY TABLE people ON COMMIT DROP AS
SELECT (row_number() OVER (ORDER BY id))::int AS i, id FROM person WHERE directory_id LIKE 'bench-%';
ANALYZE made, owner, people;

INSERT INTO project (id, code, title, purpose, language, kind, parent_id, owner_id, contact_id, segment, phase, lifecycle, starts_on, ends_on,
                     cost_frame, currency, restricted, version, valid_from)
SELECT m.id, 'BENCH-' || m.i,
       (ARRAY['Digital hjemmeoppfølging', 'Gemensam vårdinformation', 'Potilastietojärjestelmän uudistus', 'Shared medication list',
              'Felles bildearkiv', 'Elektroniska tjänster', 'Palveluohjauksen numero'])[1 + m.i % 7] || ' ' || m.i,
       'Project ' || m.i || ' makes ' || (ARRAY['referrals', 'appointments', 'prescriptions', 'laboratory answers', 'images'])[1 + m.i % 5] ||
       ' reach whoever needs them, ' || (ARRAY['without paper', 'on time', 'in both languages', 'across the region'])[1 + m.i % 4] || '.',
       (ARRAY['nb', 'sv', 'fi', 'en'])[1 + m.i % 4],
       CASE WHEN m.i % 20 = 0 THEN 'programme' WHEN m.i % 20 = 10 THEN 'main_project' ELSE 'project' END,
       CASE WHEN m.i % 20 = 0 THEN NULL WHEN m.i % 20 BETWEEN 1 AND 9 THEN ten.id ELSE up.id END,
       o.id, c.id, (ARRAY['coordinate', 'standardise', 'renew', 'operate', NULL])[1 + m.i % 5],
       (ARRAY['concept', 'planning', 'execution', 'execution', 'closing', 'realisation'])[1 + m.i % 6],
       (ARRAY['ongoing', 'ongoing', 'ongoing', 'planned', 'on_hold', 'closed', 'ongoing'])[1 + m.i % 7],
       DATE '2024-01-01' + m.i % 700, DATE '2026-12-31' + m.i % 500, 1000000 + m.i % 977 * 50000,
       (ARRAY['NOK', 'SEK', 'EUR', 'DKK'])[1 + m.i % 4], m.i % 100 = 37, 1, now() - interval '800 days' + m.i % 300 * interval '1 day'
  FROM made m
  JOIN owner o ON o.i = 1 + m.i % 40
  JOIN people c ON c.i = 1 + m.i % 200
  LEFT JOIN made up ON up.i = m.i / 20 * 20
  LEFT JOIN made ten ON ten.i = m.i / 20 * 20 - 10
 ORDER BY m.i;

INSERT INTO section (project_id, n, kind, heading, body, position, language, version, valid_from)
SELECT m.id, k, (ARRAY['background', 'basic_idea'])[k], (ARRAY['Background', 'Basic idea'])[k],
       'Before project ' || m.i || ' each unit kept its own list, and nobody could see the **whole**. ' ||
       'Now the list is one, kept where the work is done, and read by everybody who takes over.' || E'\n\n- one place\n- one owner\n- one date',
       k * 10, 'en', 1, now() - interval '400 days'
  FROM made m, generate_series(1, 2) AS k;

INSERT INTO deliverable (project_id, n, code, title, description, step, planned_on, forecast_on, delivered_on, finished, version, valid_from)
SELECT m.id, k, 'L' || k, 'Deliverable ' || k || ' of ' || m.i, 'What is handed over in step ' || k || '.', 'Step ' || k,
       planned, planned + (m.i + k) % 9 * 7, CASE WHEN k <= m.i % 5 THEN planned + (m.i + k) % 9 * 7 END, k <= m.i % 5, 1, now() - interval '300 days'
  FROM made m, generate_series(1, 5) AS k, LATERAL (SELECT DATE '2025-06-01' + k * 120 + m.i % 90 AS planned) AS p;

INSERT INTO risk (project_id, n, kind, title, cause, event, effect, probability, consequence, mitigation, residual_probability,
                  residual_consequence, owner_id, state, version, valid_from)
SELECT m.id, k, CASE WHEN k = 5 AND m.i % 3 = 0 THEN 'opportunity' ELSE 'risk' END, 'Risk ' || k || ' of ' || m.i, 'Few people.', 'They leave.', 'It takes longer.',
       1 + (m.i + k) % 5, 1 + (m.i + 2 * k) % 5, 'Train a second person.', 1 + (m.i + k) % 3, 1 + (m.i + 2 * k) % 4, c.id,
       (ARRAY['open', 'open', 'mitigated', 'open', 'closed'])[1 + (m.i + k) % 5], 1, now() - interval '200 days'
  FROM made m JOIN people c ON c.i = 1 + m.i % 200, generate_series(1, 5) AS k;

-- The first two on other projects, the third on an organisation.
INSERT INTO dependency (project_id, n, needed, used_for, provider_project_id, provider_organisation_id, criticality, due_on, light,
                        agreed_by_project, agreed_by_provider, version, valid_from)
SELECT m.id, k, 'Need ' || k || ' of ' || m.i, 'To go live', CASE WHEN k < 3 AND provider.id <> m.id THEN provider.id END,
       CASE WHEN k = 3 OR provider.id = m.id THEN o.id END, (ARRAY['low', 'medium', 'high'])[1 + (m.i + k) % 3],
       DATE '2026-06-01' + (m.i + k) % 400, (ARRAY['green', 'green', 'yellow', 'red'])[1 + (m.i + k) % 4], true, (m.i + k) % 3 > 0, 1, now() - interval '150 days'
  FROM made m
  JOIN owner o ON o.i = 1 + (m.i + 7) % 40
 CROSS JOIN generate_series(1, 3) AS k
  JOIN made provider ON provider.i = 1 + (m.i + k * 17) % :projects;

CREATE TEMPORARY TABLE shown ON COMMIT DROP AS
SELECT m.id AS project_id, m.i, g.grade, (ARRAY['as_planned', 'minor_deviation', 'major_deviation'])[g.grade] AS status_label,
       (ARRAY['green', 'yellow', 'red'])[g.grade] AS light, (ARRAY['low', 'medium', 'high'])[g.grade] AS risk_level,
       (g.grade - 1) * 4 AS delay_weeks, DATE '2026-11-20' - m.i % 60 AS reported_on, c.id AS writer
  FROM made m JOIN people c ON c.i = 1 + m.i % 200,
       LATERAL (SELECT CASE WHEN m.i % 10 < 6 THEN 1 WHEN m.i % 10 < 9 THEN 2 ELSE 3 END AS grade) AS g;

WITH written AS (
	INSERT INTO status_report (project_id, n, state, reported_on, status_label, light, summary, delay_weeks, causes, going_well, coming_next,
		risk_level, risk_text, progress_light, progress_text, economy_light, quality_light, scope_light, risk_light, benefit_light,
		written_by, submitted_at, submitted_by, published_at, published_by, version, valid_from)
	SELECT project_id, 1, 'published', reported_on, status_label, light, 'Project ' || i || ' reports what was done this month and what was not.',
	       delay_weeks, 'People were needed elsewhere.', 'The users take part.', 'The next step is tested.', risk_level, 'See the risks.',
	       light, 'Two steps of five are done.', 'green', light, 'green', light, 'green',
	       writer, reported_on + time '10:00', writer, reported_on + time '14:00', writer, 3, reported_on + time '14:00'
	  FROM shown
	RETURNING id, project_id)
INSERT INTO standing (project_id, report_id, status_label, light, risk_level, delay_weeks, reported_on, version, valid_from)
SELECT s.project_id, w.id, s.status_label, s.light, s.risk_level, s.delay_weeks, s.reported_on, 1, s.reported_on + time '14:00'
  FROM shown s JOIN written w USING (project_id);

DO $$
DECLARE name text;
BEGIN
	FOREACH name IN ARRAY ARRAY['organisation', 'person', 'project', 'section', 'status_report', 'standing', 'deliverable', 'risk', 'dependency'] LOOP
		EXECUTE format('ALTER TABLE live.%I ENABLE TRIGGER USER', name);
	END LOOP;
END $$;

ANALYZE organisation, person, project, section, status_report, standing, deliverable, risk, dependency;
