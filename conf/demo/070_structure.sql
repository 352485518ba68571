-- What organisations are made of and who sits where: units, bodies with and without a project, members by group and by unit, names in other
-- languages, links, the organisations' own words. Facts are those of the public documents; people without an account are invented.
\ir helpers.psql

CREATE OR REPLACE FUNCTION pg_temp.related(from_type text, from_code text, kind text, to_type text, to_code text, note text DEFAULT '') RETURNS void LANGUAGE sql AS $$
	INSERT INTO live.relation (subject_id, kind, other_id, note) VALUES (pg_temp.subject($1, $2), $3, pg_temp.subject($4, $5), $6)
$$;
CREATE OR REPLACE FUNCTION pg_temp.translated(on_type text, on_code text, of text, field text, language text, words text) RETURNS void LANGUAGE sql AS $$
	INSERT INTO live.translation (subject_id, of, field, language, text) VALUES (pg_temp.subject($1, $2), $3, $4, $5, $6)
$$;
-- Somebody without an account, whose name stands once.
CREATE OR REPLACE FUNCTION pg_temp.named(wanted text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE found_id bigint;
BEGIN
	SELECT id INTO STRICT found_id FROM live.person WHERE name = wanted;
	RETURN found_id;
END $$;

-- ---- the ministry: the delegation, its section, who answers for what ----------------------------------------------------------------

SELECT pg_temp.on_day('2023-03-22', NULL, 13);
INSERT INTO body (code, kind, name, mandate, organisation_id, language) VALUES
	('SOTE-DELEGATION', 'delegation', 'Sosiaali- ja terveydenhuollon neuvottelukunta', 'Ohjaa tiedonhallinnan ja digitalisaation strategiatyötä.', pg_temp.org('STM'), 'fi');
INSERT INTO body (code, kind, name, mandate, parent_id, organisation_id, language) VALUES
	('SOTE-DIGI', 'body_section', 'Digitalisaation ja tiedonhallinnan jaosto',
	 E'Tekee strategiatyön käytännössä.\n\nSeuraa myös, miten tavoitteisiin päästään, ja pitää strategian ajan tasalla.', pg_temp.body('SOTE-DELEGATION'), pg_temp.org('STM'), 'fi');
SELECT pg_temp.related('strategy', 'SOTE', 'steered_by', 'body', 'SOTE-DELEGATION'), pg_temp.related('strategy', 'SOTE', 'steered_by', 'body', 'SOTE-DIGI', 'Tekee työn');

INSERT INTO organisation (code, name, kind, language) VALUES
	('KANTAHAME', 'Kanta-Hämeen hyvinvointialue', 'region', 'fi'), ('HUS', 'HUS-yhtymä', 'joint_authority', 'fi'),
	('SOITE', 'Keski-Pohjanmaan sosiaali- ja terveyspalvelukuntayhtymä', 'joint_authority', 'fi'), ('HELSINKI', 'Helsingin kaupunki', 'municipality', 'fi');
INSERT INTO alias (subject_id, alias) VALUES (pg_temp.org('SOITE'), 'Soite'), (pg_temp.org('STM'), 'STM'), (pg_temp.org('POHDE'), 'Pohde');
SELECT pg_temp.related('strategy', 'SOTE', 'participant', 'organisation', o, 'Työpaja 17.3.2023') FROM unnest(ARRAY['KANTAHAME', 'HUS', 'SOITE', 'HELSINKI']) AS o;
UPDATE strategy SET purpose = 'Yhteiset painopisteet sosiaali- ja terveydenhuollon tiedonhallinnalle: seuraaville vuosille ja noin kymmeneksi vuodeksi eteenpäin.',
	starts_on = '2023-05-31', starts_on_precision = 'season', ends_on = '2033-12-31', ends_on_precision = '~year' WHERE code = 'SOTE';
INSERT INTO section (subject_id, kind, position, heading, body, language) VALUES (pg_temp.subject('strategy', 'SOTE'), 'basic_idea', 10, 'Miksi strategiaa tehdään',
	'Kehittäminen jatkuu hallituskaudesta toiseen, kun tavoitteet on sovittu yhdessä. Siksi jokaisesta tavoitteesta sanotaan myös, miksi se on tärkeä ja millä keinoin siihen päästään.', 'fi');
SELECT pg_temp.on_day('2023-03-22', NULL, 16);
SELECT pg_temp.translated('organisation', 'STM', 'organisation', 'name', 'sv', 'Social- och hälsovårdsministeriet'),
	pg_temp.translated('organisation', 'POHDE', 'organisation', 'name', 'sv', 'Norra Österbottens välfärdsområde'),
	pg_temp.translated('organisation', 'KANTAHAME', 'organisation', 'name', 'sv', 'Egentliga Tavastlands välfärdsområde'),
	pg_temp.translated('organisation', 'SOITE', 'organisation', 'name', 'sv', 'Mellersta Österbottens samkommun för social- och hälsovårdstjänster'),
	pg_temp.translated('organisation', 'HELSINKI', 'organisation', 'name', 'sv', 'Helsingfors stad'),
	pg_temp.translated('organisation', 'OVPH', 'organisation', 'name', 'fi', 'Pohjanmaan hyvinvointialue'),
	pg_temp.translated('body', 'SOTE-DELEGATION', 'body', 'name', 'sv', 'Delegationen för social- och hälsovård'),
	pg_temp.translated('body', 'SOTE-DIGI', 'body', 'name', 'sv', 'Sektionen för digitalisering och informationshantering'),
	pg_temp.translated('strategy', 'SOTE', 'strategy', 'title', 'sv', 'Strategi för social- och hälsovårdens information'),
	pg_temp.translated('strategy', 'SOTE', 'strategy_goal/1', 'title', 'sv', 'Information som fungerar ihop i hela landet'),
	pg_temp.translated('strategy', 'SOTE', 'strategy_goal/2', 'title', 'sv', 'Förebyggande tjänster som bygger på information'),
	pg_temp.translated('strategy', 'SOTE', 'section/1', 'heading', 'sv', 'Varför en strategi'),
	pg_temp.translated('strategy', 'SOTE', 'section/1', 'body', 'sv',
		'Utvecklingen går vidare från en regeringsperiod till nästa när målen är gemensamma. Därför sägs om varje mål också varför det är viktigt och med vilka medel det nås.');

INSERT INTO person (name, title, organisation_id, mail, telephone) VALUES
	('Tiina Vehkalahti', 'Johtaja', pg_temp.org('STM'), 'tiina.vehkalahti@stm.example', '+358 295 16 0001'),
	('Olli Raitanen', 'Erityisasiantuntija', pg_temp.org('STM'), 'olli.raitanen@stm.example', '+358 295 16 0002'),
	('Henna Kuusisto', 'Erityisasiantuntija', pg_temp.org('STM'), 'henna.kuusisto@stm.example', '+358 295 16 0003');
INSERT INTO assignment (subject_id, role_id, person_id, organisation_id, topic) VALUES
	(pg_temp.subject('strategy', 'SOTE'), pg_temp.role('contact_person'), pg_temp.named('Tiina Vehkalahti'), pg_temp.org('STM'), ''),
	(pg_temp.subject('strategy', 'SOTE'), pg_temp.role('contact_person'), pg_temp.named('Olli Raitanen'), pg_temp.org('STM'), 'Strategiatyö'),
	(pg_temp.subject('strategy', 'SOTE'), pg_temp.role('contact_person'), pg_temp.named('Henna Kuusisto'), pg_temp.org('STM'), 'Kevään tilaisuudet');

-- ---- Northern Ostrobothnia: units, the network, roles of its own --------------------------------------------------------------------

SELECT pg_temp.on_day('2024-01-15', 'pirjo.kallioranta');
UPDATE organisation SET starts_on = '2023-01-01' WHERE code IN ('POHDE', 'KANTAHAME', 'OVPH');
INSERT INTO organisation (code, name, kind, parent_id, language) VALUES
	('POHDE-ICT', 'Tietohallinto', 'unit', pg_temp.org('POHDE'), 'fi'), ('POHDE-KEHI', 'Kehittämisen palvelualue', 'unit', pg_temp.org('POHDE'), 'fi');
INSERT INTO section (subject_id, kind, position, heading, body, language) VALUES (pg_temp.org('POHDE'), 'background', 10, 'Hyvinvointialue',
	'Yksi 21 hyvinvointialueesta ja pinta-alaltaan suurimpia. Ihminen ja peruspalvelut tulevat ensin.', 'fi');
INSERT INTO link (subject_id, title, url, language) VALUES (pg_temp.org('POHDE'), 'Hyvinvointialueen verkkosivut', 'https://pohde.fi/', 'fi'),
	(pg_temp.org('STM'), 'Ministeriön verkkosivut', 'https://stm.fi/', 'fi'), (pg_temp.org('STM'), 'Ministeriets webbplats', 'https://stm.fi/sv/', 'sv'),
	(pg_temp.project('DHO'), 'Regional utviklingsplan', 'https://www.helse-sorost.no/', 'nb');
INSERT INTO body (code, kind, name, mandate, organisation_id, language) VALUES ('OMAOLO-VERKOSTO', 'network', 'Omaolo-verkosto',
	'Tukee ammattilaisia, vahvistaa osaamista ja sovittaa yhteen käyttöönotot, ylläpidon ja kehittämisen.', pg_temp.org('POHDE'), 'fi');
INSERT INTO role (code, name, position, organisation_id) VALUES ('omaolo_lead', 'Omaolovastaava', 130, pg_temp.org('POHDE')), ('product_lead', 'Tuotevastaava', 52, pg_temp.org('POHDE'));
INSERT INTO role_label (role_id, language, label) VALUES (pg_temp.role('omaolo_lead'), 'fi', 'Omaolovastaava'), (pg_temp.role('product_lead'), 'fi', 'Tuotevastaava'),
	(pg_temp.role('omaolo_lead'), 'en', 'Rollout lead of Omaolo'), (pg_temp.role('omaolo_lead'), 'sv', 'Införandeansvarig för Omaolo'),
	(pg_temp.role('omaolo_lead'), 'nb', 'Innføringsansvarlig for Omaolo'), (pg_temp.role('product_lead'), 'en', 'Product lead'), (pg_temp.role('product_lead'), 'sv', 'Produktansvarig'),
	(pg_temp.role('product_lead'), 'nb', 'Produktansvarlig');
INSERT INTO duty (role_id, text, share, language, organisation_id) VALUES
	(pg_temp.role('product_lead'), 'Pitää koossa kehittämisen kokonaisuuden ja sen dokumentit.', 'own', 'fi', pg_temp.org('POHDE-KEHI')),
	(pg_temp.role('product_lead'), 'Istuu alueyhteistyöryhmässä.', 'own', 'fi', pg_temp.org('POHDE-KEHI')),
	(pg_temp.role('product_lead'), 'Johtaa verkostoa sekä ylläpidon ja käytön toimintamalleja.', 'own', 'fi', pg_temp.org('POHDE-ICT')),
	(pg_temp.role('product_lead'), 'Vie kehittämistarpeet eteenpäin.', 'joint', 'fi', NULL), (pg_temp.role('product_lead'), 'Edistää palvelun käyttöä.', 'joint', 'fi', NULL),
	(pg_temp.role('omaolo_lead'), 'Vetää yksiköiden käyttöönotot.', 'own', 'fi', NULL), (pg_temp.role('omaolo_lead'), 'Tukee toiminnan muutosta ja järjestää koulutukset.', 'own', 'fi', NULL);
INSERT INTO assignment (subject_id, role_id, person_id, organisation_id, starts_on) VALUES
	(pg_temp.body('OMAOLO-VERKOSTO'), pg_temp.role('product_lead'), pg_temp.person('okoski'), pg_temp.org('POHDE-KEHI'), '2024-01-08'),
	(pg_temp.body('OMAOLO-VERKOSTO'), pg_temp.role('product_lead'), pg_temp.person('pirjo.kallioranta'), pg_temp.org('POHDE-ICT'), '2024-01-08');
INSERT INTO assignment (subject_id, role_id, organisation_id, holder_organisation_id, project_time_only, topic) VALUES
	(pg_temp.body('OMAOLO-VERKOSTO'), pg_temp.role('coordinating_expert'), pg_temp.org('POHDE'), pg_temp.org('POHDE-ICT'), false, 'Häiriöt ja tekninen tuki');
INSERT INTO assignment (subject_id, role_id, organisation_id, project_time_only) VALUES
	(pg_temp.body('OMAOLO-VERKOSTO'), pg_temp.role('omaolo_lead'), pg_temp.org('POHDE'), true), (pg_temp.body('OMAOLO-VERKOSTO'), pg_temp.role('responsible_user'), pg_temp.org('POHDE'), false);
SELECT pg_temp.related('project', 'OMAOLO', 'anchored_in', 'body', 'OMAOLO-VERKOSTO');
SELECT pg_temp.translated('project', 'OMAOLO', 'project', 'title', 'sv', 'Förvaltnings- och underhållsmodell för Omaolo'),
	pg_temp.translated('project', 'OMAOLO', 'project', 'title', 'en', 'Governance and maintenance model of Omaolo');

-- ---- Aster: a group holds a chair, the technical project supports the others ---------------------------------------------------------

SELECT pg_temp.on_day('2024-09-03', 'johanna.nyfors');
INSERT INTO body (code, kind, name, mandate, project_id, organisation_id, language) VALUES
	('ASTER-SAK', 'expert_group', 'Områdets sakkunniga', 'Deltar i alla huvudprojekt, var och en inom sitt yrke.', pg_temp.project('ASTER'), pg_temp.org('OVPH'), 'sv');
INSERT INTO assignment (subject_id, role_id, holder_body_id, organisation_id)
SELECT p.id, pg_temp.role('expert'), pg_temp.body('ASTER-SAK'), pg_temp.org('OVPH') FROM project p WHERE p.code IN ('ASTER-INT', 'ASTER-SUPP', 'ASTER-SOC', 'ASTER-HEALTH', 'ASTER-REPORT', 'ASTER-ESERV') ORDER BY p.code;
SELECT pg_temp.related('project', 'ASTER-TECH', 'supports', 'project', p) FROM unnest(ARRAY['ASTER-INT', 'ASTER-SUPP', 'ASTER-SOC', 'ASTER-HEALTH', 'ASTER-REPORT', 'ASTER-ESERV']) AS p;
INSERT INTO organisation (code, name, kind, parent_id, language) VALUES ('ASTER-FORANDRING', 'Förändringsledning', 'unit', pg_temp.org('ASTER-JOINT'), 'sv'),
	('ASTER-UTBILDNING', 'Utbildning', 'unit', pg_temp.org('ASTER-JOINT'), 'sv'), ('ASTER-TESTNING', 'Testning', 'unit', pg_temp.org('ASTER-JOINT'), 'sv');
SELECT pg_temp.related('organisation', o, 'supports', 'project', 'ASTER') FROM unnest(ARRAY['ASTER-FORANDRING', 'ASTER-UTBILDNING', 'ASTER-TESTNING']) AS o;

-- ---- Inera: whom the assignment's plan is anchored with ----------------------------------------------------------------------------

SELECT pg_temp.on_day('2024-05-13', 'asa.ostergard');
INSERT INTO organisation (code, name, kind, parent_id, language) VALUES ('INERA-METOD', 'Utveckling och metod', 'unit', pg_temp.org('INERA'), 'sv');
INSERT INTO section (subject_id, kind, position, heading, body, language) VALUES (pg_temp.org('INERA-METOD'), 'purpose', 10, 'Uppdrag', 'Tar fram gemensamma metoder och prövar dem i verkliga projekt.', 'sv');
INSERT INTO body (code, kind, name, project_id, organisation_id, language) VALUES ('FLDV-STYR', 'steering_group', 'Styrgruppen för första linjens digitala vård', pg_temp.project('FLDV'), pg_temp.org('INERA'), 'sv'),
	('MALARK-PG', 'project_group', 'Projektgruppen för målarkitekturen', pg_temp.project('MALARK'), pg_temp.org('INERA'), 'sv');
SELECT pg_temp.related('project', 'INFORANDE', 'anchored_in', 'body', b) FROM unnest(ARRAY['FLDV-STYR', 'FLDV-PROG', 'FLDV-REF', 'FLDV-ARK', 'MALARK-PG']) AS b;
SELECT pg_temp.related('project', 'INFORANDE', 'supports', 'organisation', 'INERA-METOD');

-- ---- Helse Sør-Øst: a product team, a deliverable with a partner, words of its own --------------------------------------------------

SELECT pg_temp.on_day('2023-06-05', 'leader');
INSERT INTO body (code, kind, name, mandate, project_id, organisation_id, language) VALUES ('DHO-TEAM', 'product_team', 'Produktteamet i Vestfold',
	'Prøver løsningen i klinikken og sier fra hva som må endres.', pg_temp.project('DHO'), pg_temp.org('SIV'), 'nb');
INSERT INTO made_with (deliverable_id, organisation_id) SELECT d.id, pg_temp.org('SIV') FROM deliverable d WHERE d.subject_id = pg_temp.project('DHO') AND d.code = 'L3';
INSERT INTO term_label (term_id, organisation_id, language, label) SELECT id, pg_temp.org('HSO'), 'nb', 'Samordne' FROM term WHERE list = 'project_segment' AND code = 'coordinate';
