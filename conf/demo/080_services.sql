-- Services after their projects, and rollouts of the programme FLDV to the regions, with what is asked of them.
\ir helpers.psql

-- ---- regions, hospitals and a group of regions that order together ---------------------------------------------------------------------

SELECT pg_temp.on_day('2024-04-15', 'asa.ostergard');
INSERT INTO organisation (code, name, kind, language) VALUES
	('FJALLBYGDEN', 'Region Fjällbygden', 'region', 'sv'), ('SJOLANDET', 'Region Sjölandet', 'region', 'sv'), ('SODERSLATT', 'Region Söderslätt', 'region', 'sv'),
	('KUNDGRUPP-NORR', 'Kundgrupp Norr', 'customer_group', 'sv');
INSERT INTO relation (subject_id, kind, other_id, note)
SELECT pg_temp.org(o), 'participant', pg_temp.org('KUNDGRUPP-NORR'), 'Beställer integrationer tillsammans' FROM unnest(ARRAY['NORRSUND', 'FJALLBYGDEN']) AS o;

-- ---- who takes what into use -------------------------------------------------------------------------------------------------------------

SELECT pg_temp.on_day('2024-09-16', 'asa.ostergard');
INSERT INTO rollout (subject_id, organisation_id, kind, planning_stage, contact_made_on, contact_by_id, early_from, early_from_precision, broad_from, broad_from_precision, planned_on, planned_on_precision, note)
SELECT pg_temp.project(v.project), pg_temp.org(v.organisation), v.kind, v.stage, v.contact::date, pg_temp.person(v.by), v.early::date, v.early_as, v.broad::date, v.broad_as, v.planned::date, v.planned_as, v.note FROM (VALUES
	('INKORG', 'NORRSUND', 'both', 'planned', '2024-09-03', 'asa.ostergard', '2025-03-31', 'quarter', '2026-06-30', 'quarter', '2026-09-01', 'month', 'Kallelserna från laboratoriet kommer först.'),
	('INKORG', 'VASTERMARK', 'both', 'planning', '2024-09-10', 'asa.ostergard', '2026-12-31', 'quarter', NULL, NULL, NULL, NULL, 'Byter journalsystem samma vår.'),
	('INKORG', 'FJALLBYGDEN', 'technology', 'in_dialogue', '2024-10-01', 'lovisa.hedmark', '2027-03-31', 'quarter', '2027-12-31', 'year', NULL, NULL, ''),
	('INKORG', 'SJOLANDET', NULL, 'not_started', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, ''),
	('VIDEO', 'NORRSUND', 'business', 'in_use', '2024-05-20', 'lovisa.hedmark', '2024-11-30', 'month', '2025-09-30', 'month', '2025-01-15', 'day', 'Vart tjugonde samtal har bild.'),
	('VIDEO', 'SODERSLATT', 'business', 'under_way', '2024-06-11', 'lovisa.hedmark', '2025-09-30', 'quarter', '2026-09-30', 'quarter', '2026-10-31', 'month', ''),
	('VIDEO', 'VASTERMARK', 'business', 'not_applicable', '2024-06-11', 'lovisa.hedmark', NULL, NULL, NULL, NULL, NULL, NULL, 'Regionen har en egen lösning till 2028.')
) AS v (project, organisation, kind, stage, contact, by, early, early_as, broad, broad_as, planned, planned_as, note);
SELECT pg_temp.on_day('2025-02-03', 'lovisa.hedmark');
UPDATE rollout SET done_on = '2025-01-15' WHERE subject_id = pg_temp.project('VIDEO') AND organisation_id = pg_temp.org('NORRSUND');

INSERT INTO adaptation (subject_id, title, kind, description, due_on, due_on_precision, owner_id) VALUES
	(pg_temp.project('INKORG'), 'Koppla kallelsesystemet till inkorgen', 'integration', 'En koppling för varje system som skickar kallelser. Regioner med samma system gör den en gång.', '2026-09-30', 'quarter', pg_temp.person('lovisa.hedmark')),
	(pg_temp.project('INKORG'), 'Besluta vem som får se ett barns kallelser', 'leadership_rule', 'Nationella regler finns; varje regions ledning beslutar om dem för sin verksamhet.', '2026-06-30', 'quarter', NULL),
	(pg_temp.project('INKORG'), 'Anslut till katalogtjänsten', 'connection', '', '2027-03-31', 'quarter', NULL),
	(pg_temp.project('VIDEO'), 'Bygg in video i rådgivningsstödet', 'development', '', '2025-06-30', 'season', pg_temp.person('lovisa.hedmark'));
INSERT INTO adaptation_state (subject_id, adaptation_id, organisation_id, state, since, note)
SELECT a.subject_id, a.id, pg_temp.org(v.organisation), v.state, v.done::date, v.note FROM (VALUES
	('INKORG', 1, 'KUNDGRUPP-NORR', 'ongoing', NULL, 'Beställd i oktober.'), ('INKORG', 1, 'VASTERMARK', 'not_started', NULL, ''),
	('INKORG', 2, 'NORRSUND', 'done', '2025-11-18', 'Beslutat i hälso- och sjukvårdsnämnden.'), ('INKORG', 2, 'VASTERMARK', 'not_started', NULL, ''), ('INKORG', 2, 'FJALLBYGDEN', 'ongoing', NULL, ''),
	('INKORG', 3, 'SJOLANDET', 'not_started', NULL, ''), ('VIDEO', 1, 'NORRSUND', 'done', '2025-05-30', ''), ('VIDEO', 1, 'SODERSLATT', 'done', '2025-08-29', '')
) AS v (project, n, organisation, state, done, note) JOIN adaptation a ON a.subject_id = pg_temp.project(v.project) AND a.n = v.n;

-- ---- Omaolo, the service: what its project leaves behind -------------------------------------------------------------------------------------

SELECT pg_temp.on_day('2024-06-03', 'pirjo.kallioranta');
INSERT INTO service (code, title, purpose, target_group, owner_id, went_live_on, went_live_on_precision, language) VALUES
	('OMAOLO', 'Omaolo', 'Asukas arvioi itse, tarvitseeko hän hoitoa tai palvelua, ja pääsee samalla reitillä ammattilaisen luo.',
	 'Alueen asukkaat, jotka ovat täyttäneet 15 vuotta. Ammattilaiset käyttävät palvelua osana hoitoa.', pg_temp.org('POHDE'), '2023-03-31', 'season', 'fi');
INSERT INTO service (code, title, target_group, owner_id, parent_id, went_live_on, went_live_on_precision, language) VALUES
	('OMAOLO-KOULU', 'Omaolo koululaisille', 'Alle 15-vuotiaat huoltajan kanssa.', pg_temp.org('POHDE'), pg_temp.subject('service', 'OMAOLO'), '2024-08-31', 'month', 'fi');
INSERT INTO organisation (code, name, kind, parent_id, language) VALUES
	('POHDE-OULU', 'Oulun sosiaali- ja terveyskeskukset', 'unit', pg_temp.org('POHDE'), 'fi'), ('POHDE-RAAHE', 'Raahen sosiaali- ja terveyskeskus', 'unit', pg_temp.org('POHDE'), 'fi');
INSERT INTO relation (subject_id, kind, other_id, note) VALUES
	(pg_temp.subject('service', 'OMAOLO'), 'grew_out_of', pg_temp.project('OMAOLO'), ''),
	(pg_temp.subject('service', 'OMAOLO'), 'supplier', pg_temp.org('DIGIFINLAND'), 'Valtakunnallinen palvelu');
INSERT INTO section (subject_id, kind, position, heading, body, language) VALUES (pg_temp.subject('service', 'OMAOLO'), 'basic_idea', 10, 'Kuka vastaa mistäkin',
	'Tuotevastaavat pitävät kokonaisuuden koossa, koordinoiva asiantuntija auttaa yksiköitä, ja jokaisessa yksikössä on vastuukäyttäjä, joka tuntee sen arjen.', 'fi');
INSERT INTO assignment (subject_id, role_id, person_id, organisation_id, topic, project_time_only) VALUES
	(pg_temp.subject('service', 'OMAOLO'), pg_temp.role('product_lead'), pg_temp.person('pirjo.kallioranta'), pg_temp.org('POHDE-KEHI'), 'Kehittäminen', false),
	(pg_temp.subject('service', 'OMAOLO'), pg_temp.role('responsible_user'), NULL, pg_temp.org('POHDE-OULU'), '', false);
INSERT INTO assignment (subject_id, role_id, holder_body_id, topic) VALUES
	(pg_temp.subject('service', 'OMAOLO'), pg_temp.role('coordinating_expert'), pg_temp.body('OMAOLO-VERKOSTO'), '');
SELECT pg_temp.on_day('2024-09-02', 'pirjo.kallioranta');
INSERT INTO rollout (subject_id, organisation_id, kind, planning_stage, contact_made_on, planned_on, planned_on_precision, done_on) VALUES
	(pg_temp.subject('service', 'OMAOLO'), pg_temp.org('POHDE-OULU'), 'both', 'in_use', '2024-06-10', '2024-09-30', 'month', '2024-09-30'),
	(pg_temp.subject('service', 'OMAOLO'), pg_temp.org('POHDE-RAAHE'), 'business', 'under_way', '2024-06-12', '2026-12-31', 'quarter', NULL);
