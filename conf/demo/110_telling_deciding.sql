-- What the ministry tells of its strategy, and what bodies have decided: news and events as they were published and corrected, a request that is
-- granted and one that waits.
\ir helpers.psql

CREATE OR REPLACE FUNCTION pg_temp.item(strategy text, wanted text) RETURNS bigint LANGUAGE sql AS $$
	SELECT i.id FROM live.strategy_item i WHERE i.subject_id = pg_temp.subject('strategy', strategy) AND i.title = wanted
$$;

-- ---- the ministry's strategy: what stands around its goals -----------------------------------------------------------------------------------

SELECT pg_temp.on_day('2023-06-05', 'editor');
UPDATE strategy_goal SET why = 'Sama tieto kirjataan yhä moneen kertaan, ja asiakas kertoo tarinansa jokaiselle uudelleen.', how = 'Yhteiset rajapinnat ja tietosisällöt, joihin jokainen hankinta sitoutuu.' WHERE code = 'SOTE-1';
UPDATE strategy_goal SET why = 'Apu tulee usein vasta, kun asiat ovat jo huonosti.', how = 'Tieto kokoaa merkit tuen tarpeesta, ja ammattilainen ottaa yhteyttä.' WHERE code = 'SOTE-2';
INSERT INTO strategy_item (subject_id, kind, title, description, goal_id, held_role_id, starts_on, starts_on_precision, ends_on, ends_on_precision, position, language)
SELECT pg_temp.subject('strategy', 'SOTE'), v.kind, v.title, v.text, (SELECT g.id FROM strategy_goal g WHERE g.code = v.goal), (SELECT r.id FROM role r WHERE r.code = v.role), v.starts::date, v.p, v.ends::date, v.p, v.place, 'fi' FROM (VALUES
	('vision', 'Tieto on siellä missä ihminenkin', 'Kukaan ei joudu kuljettamaan omaa tietoaan paperilla paikasta toiseen.', NULL, NULL, NULL, NULL, NULL, 10),
	('priority', 'Järjestelmät ymmärtävät toisiaan', '', 'SOTE-1', NULL, NULL, NULL, NULL, 20),
	('priority', 'Laki, joka sallii tiedon käytön', '', 'SOTE-1', NULL, NULL, NULL, NULL, 21),
	('priority', 'Tukea ennen kuin sitä pyydetään', '', 'SOTE-2', NULL, NULL, NULL, NULL, 22),
	('means', 'Yhteinen rajapintakuvaus jokaisessa hankinnassa', 'Alueet pyytävät samaa, ja toimittaja rakentaa sen kerran.', 'SOTE-1', NULL, NULL, NULL, NULL, 30),
	('measure', 'Kansallisten tietosisältöjen luettelo julkaistaan', '', 'SOTE-1', NULL, '2024-03-31', '2024-09-30', 'quarter', 40),
	('prerequisite', 'Pysyvä tapa tehdä yhteistyötä', 'Sovittu, kuka kutsuu koolle ja kuka vastaa.', NULL, NULL, NULL, NULL, NULL, 50),
	('implementation_phase', 'Lähivuodet', 'Perusta: sanastot, rajapinnat, vastuut.', NULL, NULL, '2023-12-31', '2026-12-31', 'year', 60),
	('implementation_phase', 'Seuraava vuosikymmen', 'Palvelut rakennetaan perustan varaan.', NULL, NULL, '2027-12-31', '2033-12-31', 'year', 61),
	('task', 'Kutsuu alueet koolle kahdesti vuodessa', '', NULL, 'contact_person', NULL, NULL, NULL, 70)) AS v (kind, title, text, goal, role, starts, ends, p, place);
INSERT INTO goal_carries (goal_id, other_id) SELECT a.id, b.id FROM strategy_goal a, strategy_goal b, (VALUES ('POHDE-4', 'SOTE-1'), ('OVPH-B', 'SOTE-1'), ('OVPH-C', 'SOTE-2')) AS v (of, other) WHERE a.code = v.of AND b.code = v.other;
INSERT INTO indicator (subject_id, title, goal_id) SELECT g.subject_id, 'Alueita, jotka käyttävät yhteisiä rajapintoja', g.id FROM strategy_goal g WHERE g.code = 'SOTE-1';
SELECT pg_temp.on_day('2026-06-01', 'editor');
INSERT INTO strategy (code, title, owner_id, state, version_of_id, starts_on, starts_on_precision, language)
SELECT 'SOTE-2027', 'Sosiaali- ja terveydenhuollon tietostrategia, uudistettu', pg_temp.org('STM'), 'draft', pg_temp.subject('strategy', 'SOTE'), '2027-12-31', 'year', 'fi';

-- ---- news and events ---------------------------------------------------------------------------------------------------------------------------

SELECT pg_temp.on_day('2023-03-22', 'editor', 11);
INSERT INTO news (code, title, kind, lead, body, owner_id, language) VALUES
	('STRATEGIATYO', 'Strategiatyö alkoi: tule mukaan', 'news', 'Ministeriö hakee yhteisiä painopisteitä seuraaville kymmenelle vuodelle, ja alueet ovat mukana alusta asti.',
	 E'Kevään aikana pidetään kaksi työpajaa, keskustelutilaisuus linjauksista ja tapaaminen toimittajien kanssa.\n\n- Tavoitteille kirjataan myös, miksi niihin pyritään.\n- Tulokset sovitetaan seuraavaan hallitusohjelmaan.', pg_temp.org('STM'), 'fi');
INSERT INTO assignment (subject_id, role_id, person_id, organisation_id, topic) VALUES
	(pg_temp.subject('news', 'STRATEGIATYO'), pg_temp.role('contact_person'), (SELECT id FROM person WHERE name = 'Olli Raitanen'), pg_temp.org('STM'), 'Strategiatyö'),
	(pg_temp.subject('news', 'STRATEGIATYO'), pg_temp.role('contact_person'), (SELECT id FROM person WHERE name = 'Henna Kuusisto'), pg_temp.org('STM'), 'Kevään tapaamiset');
INSERT INTO event (code, title, description, starts_on, ends_on, hours, place, audience, addressee, owner_id, language) VALUES
	('TYOPAJA-1', 'Ensimmäinen strategiatyöpaja', 'Mitä alueilla tarvitaan ensin?', '2023-03-17', '2023-03-17', '9–15', 'Helsinki', 'Hyvinvointialueet ja HUS', 'Alueiden kirjaamot', pg_temp.org('STM'), 'fi'),
	('LINJAUKSET', 'Keskustelu linjauksista', 'Strategian luonnos avataan kaikille, joita se koskee.', '2023-04-20', '2023-04-20', '13–16', 'Etäyhteys', 'Kaikki sidosryhmät', '', pg_temp.org('STM'), 'fi');
UPDATE event SET published_at = '2023-03-22 12:53+02', published_by_id = pg_temp.person('editor') WHERE code IN ('TYOPAJA-1', 'LINJAUKSET');
UPDATE news SET published_at = '2023-03-22 12:53+02', published_by_id = pg_temp.person('editor') WHERE code = 'STRATEGIATYO';
SELECT pg_temp.on_day('2023-03-22', 'editor', 15);
INSERT INTO translation (subject_id, of, field, language, text) VALUES
	(pg_temp.subject('news', 'STRATEGIATYO'), 'news', 'title', 'sv', 'Strategiarbetet har börjat: kom med'),
	(pg_temp.subject('news', 'STRATEGIATYO'), 'news', 'lead', 'sv', 'Ministeriet söker gemensamma tyngdpunkter för de kommande tio åren, och områdena är med från början.');
INSERT INTO attendance (subject_id, organisation_id, people) SELECT pg_temp.subject('event', 'TYOPAJA-1'), pg_temp.org(v.org), v.people FROM (VALUES ('KANTAHAME', 3), ('HUS', 5), ('SOITE', 2), ('POHDE', 4)) AS v (org, people);
SELECT pg_temp.on_day('2023-04-18', 'editor');
UPDATE news SET body = replace(body, 'kaksi työpajaa', 'kolme työpajaa'), correction_reason = 'Toukokuun työpaja puuttui.' WHERE code = 'STRATEGIATYO';
SELECT pg_temp.on_day('2023-06-06', 'editor');
INSERT INTO event_host (event_id, organisation_id) SELECT e.id, pg_temp.org(o) FROM event e, unnest(ARRAY['STM', 'POHDE']) AS o WHERE e.code = 'TYOPAJA-1';
INSERT INTO event_theme (event_id, item_id) SELECT e.id, pg_temp.item('SOTE', t) FROM event e, unnest(ARRAY['Järjestelmät ymmärtävät toisiaan', 'Laki, joka sallii tiedon käytön', 'Tukea ennen kuin sitä pyydetään']) AS t WHERE e.code = 'TYOPAJA-1';
SELECT pg_temp.on_day('2026-10-26', 'editor');
INSERT INTO news (code, title, kind, lead, body, owner_id, project_id, language) VALUES
	('HJEMME-ERFARING', 'Hva vi lærte av hjemmeoppfølgingen', 'news', 'Erfaringene fra den digitale hjemmeoppfølgingen deles med de andre regionene.', 'Samlingen er åpen for alle som planlegger noe lignende.', pg_temp.org('HSO'), NULL, 'nb'),
	('UTKAST', 'Om neste års prioriteringer', 'announcement', 'Et utkast som bare redaksjonen ser.', '', pg_temp.org('HSO'), NULL, 'nb');
INSERT INTO event (code, title, description, starts_on, ends_on, hours, place, audience, registration_url, owner_id, language) VALUES
	('NORDISK-SAMLING', 'Nordisk samling om oppfølging hjemme', 'Hva virket, hva gjorde det ikke, og hva ville vi gjort annerledes?', '2027-03-11', '2027-03-12', '10–15', 'Oslo', 'Prosjektledere og klinikere i Norden', 'https://hso.example/samling', pg_temp.org('HSO'), 'nb');
UPDATE news SET published_at = '2026-10-26 10:00+01', published_by_id = pg_temp.person('editor') WHERE code = 'HJEMME-ERFARING';
UPDATE event SET published_at = '2026-10-26 10:00+01', published_by_id = pg_temp.person('editor') WHERE code = 'NORDISK-SAMLING';

-- ---- DHO: the steering group asks for a change request, which waits for its decision -------------------------------------------------------------

SELECT pg_temp.on_day('2023-10-03', 'steering', 15);
INSERT INTO meeting (subject_id, title, held_on, conclusion) VALUES (pg_temp.body('DHO-STEER'), 'Møte 3. oktober 2023', '2023-10-03', 'Forsinkelsen på trinn 2 ble drøftet. Prosjektet skal vise hva som kan tas ut, og hva det koster å vente.');
INSERT INTO decision (subject_id, title, decided_on, kind, text, ground, about_id, meeting_id)
SELECT m.subject_id, 'Prosjektet skriver en endringsanmodning', '2023-10-03', 'other', 'Anmodningen legges frem med alternativer.', 'Statusrapporten for september', pg_temp.project('DHO'), m.id FROM meeting m WHERE m.title = 'Møte 3. oktober 2023';
SELECT pg_temp.on_day('2023-10-27', 'leader', 14);
INSERT INTO change_request (subject_id, title, reason, weeks, state, said_by_id, asked_by_id)
SELECT pg_temp.project('DHO'), 'Mer tid til trinn 2', 'Produksjonsmiljøet åpnet åtte uker etter planen, og den første avdelingen kan ikke starte uten det.', 8, 'draft',
       (SELECT r.id FROM status_report r WHERE r.subject_id = pg_temp.project('DHO') AND r.n = 17), d.id FROM decision d WHERE d.subject_id = pg_temp.body('DHO-STEER');
INSERT INTO alternative (subject_id, request_id, title, description, weeks, recommended, position)
SELECT q.subject_id, q.id, v.title, v.text, v.weeks, v.best, v.place FROM change_request q, (VALUES
	('Vente til alt er klart', 'Begge avdelingene starter samtidig.', 12, false, 10), ('Starte med én avdeling', 'Den andre følger åtte uker senere.', 8, true, 20), ('Holde datoen', 'Uten integrasjonen mot journalen.', 0, false, 30)) AS v (title, text, weeks, best, place)
 WHERE q.subject_id = pg_temp.project('DHO');
INSERT INTO requested_change (subject_id, request_id, of, field, after)
SELECT q.subject_id, q.id, v.of, v.field, v.after FROM change_request q, (VALUES ('project', 'ends_on', '2024-02-25'), ('deliverable/3', 'planned_on', '2023-11-26'), ('deliverable/4', 'planned_on', '2024-02-25')) AS v (of, field, after)
 WHERE q.subject_id = pg_temp.project('DHO');
UPDATE change_request SET state = 'submitted' WHERE subject_id = pg_temp.project('DHO');

-- ---- the network for rare diseases: more time, and more of the money, granted in part ------------------------------------------------------------

SELECT pg_temp.on_day('2026-02-09', 'olindvik');
UPDATE project SET released = 18000000 WHERE code = 'RARE';
INSERT INTO body (code, name, kind, mandate, project_id, language) VALUES ('RARE-STEER', 'Steering group of the rare disease network', 'steering_group', 'Decides on money, time and which diagnoses come next.', pg_temp.project('RARE'), 'en');
INSERT INTO change_request (subject_id, title, reason, money, weeks, state) VALUES (pg_temp.project('RARE'), 'A second year of joint clinics', 'Consent took longer than planned on both sides, and the clinics work.', 9000000, 22, 'draft');
INSERT INTO requested_change (subject_id, request_id, of, field, after)
SELECT q.subject_id, q.id, v.of, v.field, v.after FROM change_request q, (VALUES ('project', 'released', '27000000'), ('project', 'ends_on', '2028-03-31')) AS v (of, field, after) WHERE q.subject_id = pg_temp.project('RARE');
UPDATE change_request SET state = 'submitted' WHERE subject_id = pg_temp.project('RARE');
SELECT pg_temp.on_day('2026-03-18', 'olindvik', 14);
INSERT INTO decision (subject_id, title, decided_on, kind, text, about_id) VALUES
	(pg_temp.body('RARE-STEER'), 'The clinics go on, within the time agreed', '2026-03-18', 'change', 'More of the frame is released. The end stays where it is until the legal opinion is in.', pg_temp.project('RARE'));
UPDATE requested_change SET applied = true WHERE subject_id = pg_temp.project('RARE') AND field = 'released';
UPDATE project SET released = 27000000 WHERE code = 'RARE';
UPDATE change_request SET state = 'partly_granted', decided_at = styrbord.moment(), decision_id = (SELECT id FROM decision WHERE subject_id = pg_temp.body('RARE-STEER')) WHERE subject_id = pg_temp.project('RARE');
