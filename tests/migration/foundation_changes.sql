-- A past for the foundation's dump, written by the owner on days that have been:
--   psql -1 -v ON_ERROR_STOP=1 -v helpers=…/conf/demo/helpers.psql -f foundation_changes.sql
-- Each step is one that a migration could lose or show to the wrong reader.
\i :helpers

-- VAKT is restricted from 2 February to 2 April 2026. What was written meanwhile stays closed when it is open again.
SELECT pg_temp.on_day('2026-02-02', 'portfolio');
UPDATE project SET restricted = true WHERE code = 'VAKT';
SELECT pg_temp.on_day('2026-02-10', 'left');
SELECT pg_temp.risk('VAKT', 'Oppsigelser i vaktlaget', 'Uro om turnus.', 'Tre slutter.', 'Vakter står tomme.', 4, 4, 'Samtaler.', 2, 3, 'left');
SELECT pg_temp.section('VAKT', 'background', 10, 'Før de får vite det', 'Dette er ikke kunngjort ennå.');
SELECT pg_temp.on_day('2026-03-10', 'left');
UPDATE risk SET probability = 5, title = 'Oppsigelser i hele vaktlaget' WHERE project_id = pg_temp.project('VAKT');
SELECT pg_temp.on_day('2026-04-02', 'portfolio');
UPDATE project SET restricted = false WHERE code = 'VAKT';
SELECT pg_temp.on_day('2026-05-05', 'left');
UPDATE risk SET probability = 2, state = 'mitigated', title = 'Oppsigelser' WHERE project_id = pg_temp.project('VAKT');
UPDATE section SET heading = 'Bakgrunn', body = 'Kunngjort i april.' WHERE project_id = pg_temp.project('VAKT');

-- A project that came, was known by two other names, and went again with everything that hung on it.
SELECT pg_temp.on_day('2026-01-15', 'portfolio');
SELECT pg_temp.add_project(code => 'BORTE', kind => 'project', owner => 'FJORDBYGD', language => 'nb', parent => 'LEGEM',
	title => 'Prosjektet som ble borte', purpose => 'Slått sammen med et annet.', contact => 'skleppe', cost => 1250000.50, currency => 'NOK');
SELECT pg_temp.alias('BORTE', 'Forsøket');
SELECT pg_temp.carries('BORTE', 'NORDLIA-2');
SELECT pg_temp.takes_part('BORTE', 'SIV', 'joint');
SELECT pg_temp.deliverable('BORTE', 'X1', 'Alt', '2026-12-01');
SELECT pg_temp.milestone('BORTE', 'decision_point', 'Gå videre?', '2026-04-01', comment => 'Nei.');
SELECT pg_temp.risk('BORTE', 'Ingen vil ha det', 'Gammelt.', 'Ingen.', 'Ingen.', 2, 2);
SELECT pg_temp.section('BORTE', 'basic_idea', 10, 'Tanken', 'Den **samme** som i et annet prosjekt.');
SELECT pg_temp.assign('BORTE', 'project_manager', 'skleppe', 'FJORDBYGD', starts => '2026-01-15');
SELECT pg_temp.add_body('BORTE-STEER', 'steering_group', 'Styringsgruppe', 'BORTE', NULL, 'nb');
SELECT pg_temp.report('BORTE', '2026-02-16', 'major_deviation', 'red', 'high', 'Stanset.', 'skleppe');
SELECT pg_temp.on_day('2026-05-20', 'portfolio');
DELETE FROM project WHERE code = 'BORTE';

-- OMAOLO carries two goals; a third one is added and removed.
SELECT pg_temp.on_day('2026-02-20', 'pirjo.kallioranta');
SELECT pg_temp.carries('OMAOLO', 'SOTE-1');
SELECT pg_temp.alias('OMAOLO', 'Oma-olo');
SELECT pg_temp.on_day('2026-06-01', 'pirjo.kallioranta');
DELETE FROM project_goal WHERE project_id = pg_temp.project('OMAOLO') AND goal_id = (SELECT id FROM strategy_goal WHERE code = 'SOTE-1');
UPDATE project_alias SET alias = 'Oma olo' WHERE project_id = pg_temp.project('OMAOLO') AND alias = 'Oma-olo';

-- Taking part comes, changes its kind and ends; a project moves, is renamed, changes its owner.
SELECT pg_temp.on_day('2026-01-20', 'portfolio');
SELECT pg_temp.takes_part('SEPSIS', 'ORESUND', 'client');
SELECT pg_temp.takes_part('LEGEM', 'SIV', 'joint');
SELECT pg_temp.on_day('2026-03-15', 'portfolio');
UPDATE participation SET kind = 'joint' WHERE project_id = pg_temp.project('SEPSIS');
DELETE FROM participation WHERE project_id = pg_temp.project('LEGEM') AND organisation_id = pg_temp.org('SIV');
UPDATE project SET parent_id = pg_temp.project('SEPSIS'), title = 'Pharmacy robot, second start' WHERE code = 'ROBOT';
UPDATE project SET owner_id = pg_temp.org('NORDLIA') WHERE code = 'TOLK';
SELECT pg_temp.on_day('2026-04-20', 'portfolio');
UPDATE project SET code = 'ROBOT-2', parent_id = NULL WHERE code = 'ROBOT';

-- An organisation, a person, a goal and a role get other names, as people read them beside old records.
SELECT pg_temp.on_day('2026-03-20', 'portfolio');
UPDATE organisation SET name = name || ' (ny)' WHERE code = 'SIV';
UPDATE strategy_goal SET title = 'Palvelut löytyvät yhdestä paikasta' WHERE code = 'POHDE-2';
UPDATE role SET name = 'Subject expert', position = position + 1 WHERE code = 'expert';
UPDATE body SET name = 'Regionernas arkitektur- och säkerhetsråd' WHERE code = 'FLDV-ARK';
UPDATE duty SET text = text || ' (gjelder fra mars)' WHERE id = (SELECT min(id) FROM duty);
