-- How Omaolo is followed up, where the projects of Aster touch, what FLDV asked its leaders; and the files that belong to them.
\ir helpers.psql

CREATE OR REPLACE FUNCTION pg_temp.attach(of bigint, title text, name text, kind text, base64 text, shows text, draft boolean, language text) RETURNS void LANGUAGE sql AS $$
	INSERT INTO attachment (subject_id, title, file_id, file_name, file_kind, file_size, file_sha256, alternative_text, working_material, language)
	SELECT of, title, styrbord.keep_file(base64), name, kind, octet_length(decode(base64, 'base64')), encode(sha256(decode(base64, 'base64')), 'hex'), shows, draft, language
$$;

-- ---- Omaolo: who must do what, when its units meet, what has happened ----------------------------------------------------------------------

SELECT pg_temp.on_day('2024-02-12', 'pirjo.kallioranta');
INSERT INTO model (code, title, kind, state, purpose, holds_for, owner_id, language) VALUES
	('OMAOLO-HALLINTA', 'Hallinta- ja ylläpitomalli', 'governance_model', 'agreed', 'Sama tapa hoitaa palvelua koko alueella.', 'Kaikki yksiköt, jotka käyttävät Omaoloa', pg_temp.org('POHDE'), 'fi'),
	('OMAOLO-VUOSIPALAVERI', 'Vuosittainen yhteistyöpalaveri', 'standing_agenda', 'agreed', '', '', pg_temp.org('POHDE'), 'fi');
INSERT INTO model_item (subject_id, title, position) SELECT pg_temp.subject('model', 'OMAOLO-VUOSIPALAVERI'), v.title, v.place
  FROM (VALUES ('Mitä on muuttunut työssä ja asioinnissa', 10), ('Hyödyt edellisen palaverin jälkeen', 20), ('Toteutuneet riskit ja vaaratapahtumailmoitukset', 30)) AS v (title, place);
INSERT INTO relation (subject_id, kind, other_id) VALUES (pg_temp.subject('service', 'OMAOLO'), 'uses', pg_temp.subject('model', 'OMAOLO-HALLINTA'));
INSERT INTO role (code, name, position, organisation_id) SELECT v.code, v.name, v.place, pg_temp.org('POHDE')
  FROM (VALUES ('supervisor', 'Esihenkilö', 310), ('head_of_unit', 'Vastuuyksikköpäällikkö', 320), ('physician_in_charge', 'Toiminnasta vastaava lääkäri', 330)) AS v (code, name, place) ON CONFLICT (code) DO NOTHING;
INSERT INTO model_duty (subject_id, held_role_id, text, share, organisation_id, position)
SELECT pg_temp.subject('model', 'OMAOLO-HALLINTA'), pg_temp.role(v.role), v.text, v.share, pg_temp.org(v.unit), v.place FROM (VALUES
	('product_lead', 'Pitää kehittämisen kokonaisuuden koossa', 'own', 'POHDE-KEHI', 10), ('product_lead', 'Tukee verkoston työtä ja vie kehittämistarpeet eteenpäin', 'joint', NULL, 20),
	('coordinating_expert', 'Viestii häiriöistä ja käsittelee palvelupyynnöt', 'own', NULL, 10), ('coordinating_expert', 'Perehdyttää uudet vastuukäyttäjät', 'own', NULL, 20),
	('responsible_user', 'Edistää oman yksikkönsä käyttöönottoa', 'own', NULL, 10), ('responsible_user', 'Hallitsee ammattilaisten käyttöoikeudet', 'own', NULL, 20)) AS v (role, text, share, unit, place);
INSERT INTO meeting_series (subject_id, title, after_months, every_months, agenda_id, note) VALUES
	(pg_temp.subject('model', 'OMAOLO-HALLINTA'), 'Alkupalaveri', 1, NULL, pg_temp.subject('model', 'OMAOLO-ALKUPALAVERI'), ''),
	(pg_temp.subject('model', 'OMAOLO-HALLINTA'), 'Vuosipalaveri', NULL, 12, pg_temp.subject('model', 'OMAOLO-VUOSIPALAVERI'), 'Jatkuu myös hankkeen päätyttyä.');
INSERT INTO series_preparer (series_id, held_role_id) SELECT m.id, pg_temp.role(r) FROM meeting_series m, unnest(ARRAY['responsible_user', 'supervisor']) AS r WHERE m.subject_id = pg_temp.subject('model', 'OMAOLO-HALLINTA');
INSERT INTO series_invited (series_id, held_role_id) SELECT m.id, pg_temp.role(r) FROM meeting_series m, unnest(ARRAY['head_of_unit', 'physician_in_charge', 'coordinating_expert', 'product_lead']) AS r
 WHERE m.subject_id = pg_temp.subject('model', 'OMAOLO-HALLINTA');
SELECT pg_temp.attach(pg_temp.subject('model', 'OMAOLO-HALLINTA'), 'Roolit taulukkona', 'roolit.csv', 'text/csv; charset=utf-8', 'cm9vbGk7eWtzaWtrw7Y7dmFzdGFhCnR1b3RldmFzdGFhdmE7a2VoaXR0w6RtaW5lbjtrZWhpdHTDpG1pc2VuIGtva29uYWlzdXVkZXN0YQp0dW90ZXZhc3RhYXZhO3RpZXRvaGFsbGludG87dmVya29zdG9zdGEgamEgeWxsw6RwaWRvc3RhCnZhc3R1dWvDpHl0dMOkasOkO3lrc2lra8O2O29tYW4geWtzaWvDtm4ga8OkeXTDtnN0w6QK', '', false, 'fi');

SELECT pg_temp.on_day('2025-04-07', 'pirjo.kallioranta');
INSERT INTO rollout (subject_id, organisation_id, kind, planning_stage, done_on) SELECT pg_temp.subject('service', 'OMAOLO'), pg_temp.org(v.unit), 'both', 'in_use', v.since::date
  FROM (VALUES ('POHDE-OULU', '2025-03-03'), ('POHDE-RAAHE', '2025-10-06')) AS v (unit, since) ON CONFLICT (subject_id, organisation_id) DO UPDATE SET done_on = excluded.done_on, planning_stage = 'in_use';
INSERT INTO meeting (subject_id, title, one_of_id, held_on, conclusion) SELECT pg_temp.subject('service', 'OMAOLO'), 'Alkupalaveri Oulussa', m.id, '2025-04-03', 'Käyttö on lähtenyt hyvin liikkeelle. Ohje ajanvarauksesta päivitetään.'
  FROM meeting_series m WHERE m.subject_id = pg_temp.subject('model', 'OMAOLO-HALLINTA') AND m.title = 'Alkupalaveri';
INSERT INTO meeting_unit (meeting_id, organisation_id) SELECT id, pg_temp.org('POHDE-OULU') FROM meeting WHERE title = 'Alkupalaveri Oulussa';
INSERT INTO risk (subject_id, kind, title, event, state, realised_on, mitigation) VALUES
	(pg_temp.subject('service', 'OMAOLO'), 'risk', 'Vastuukäyttäjä vaihtuu kesken käyttöönoton', 'Kolmessa yksikössä vuoden sisällä.', 'occurred', '2025-02-17', 'Perehdytys alkaa ennen vaihtoa.');
INSERT INTO benefit (subject_id, title, description, expected_on, expected_on_precision) VALUES
	(pg_temp.subject('service', 'OMAOLO'), 'Puheluihin vastataan nopeammin', 'Osa soittajista saa ohjeen ilman puhelua.', '2026-12-31', 'year');
SELECT pg_temp.on_day('2026-02-02', 'pirjo.kallioranta');
INSERT INTO benefit_indicator (benefit_id, indicator_id) SELECT b.id, i.id FROM benefit b JOIN indicator i USING (subject_id) WHERE b.subject_id = pg_temp.subject('service', 'OMAOLO') AND i.title = 'Puhelut';

-- ---- who pays ------------------------------------------------------------------------------------------------------------------------------

SELECT pg_temp.on_day('2023-02-06', 'pirjo.kallioranta');
INSERT INTO funding_programme (code, title, purpose, owner_id, starts_on, starts_on_precision, ends_on, ends_on_precision, language) VALUES
	('RRP', 'Kestävän kasvun ohjelma', 'Kasvua, joka kestää ympäristön, ihmisten ja talouden kannalta.', pg_temp.org('DIGIFINLAND'), '2021-12-31', 'year', '2026-12-31', 'year', 'fi');
INSERT INTO relation (subject_id, kind, other_id, reference, note) VALUES (pg_temp.project('OMAOLO'), 'funded_by', pg_temp.subject('funding_programme', 'RRP'), 'P4/I1', 'Kehittäminen ja käyttöönotto');

-- ---- Aster: where its projects touch, who answers to whom, how many take part --------------------------------------------------------------

SELECT pg_temp.on_day('2024-03-04', NULL, 10);
INSERT INTO interface (subject_id, title, description, state, handled_by_id)
SELECT p.id, v.title, v.text, v.state, NULL FROM (VALUES
	('Bedömning av vård- och servicebehov', 'Socialvården och hälsovården bedömer på samma sätt.', 'agreed', 1), ('Remisser till specialsjukvården', '', 'being_worked_on', 2), ('Statistik om besök', '', 'identified', 2)) AS v (title, text, state, place)
  JOIN (SELECT id, row_number() OVER (ORDER BY position, code) AS place FROM project WHERE parent_id = pg_temp.project('ASTER') AND kind = 'main_project') AS p ON p.place = v.place;
INSERT INTO interface_project (interface_id, other_id) SELECT i.id, p.id FROM interface i,
	(SELECT id, row_number() OVER (ORDER BY position, code) AS place FROM project WHERE parent_id = pg_temp.project('ASTER') AND kind = 'main_project') AS p
 WHERE p.place = CASE i.title WHEN 'Statistik om besök' THEN 4 ELSE 3 END;
INSERT INTO counterpart (subject_id, held_role_id, organisation_id, other_role_id, note) VALUES
	(pg_temp.project('ASTER'), pg_temp.role('product_owner'), pg_temp.org('ASTER-JOINT'), pg_temp.role('project_manager'), 'I vart och ett av huvudprojekten');
INSERT INTO body (code, name, kind, project_id, language) VALUES ('ASTER-SAKKUNNIGA', 'Sakkunniga', 'expert_group', pg_temp.project('ASTER'), 'sv');
INSERT INTO headcount (subject_id, people, profession) VALUES
	(pg_temp.body('ASTER-SAKKUNNIGA'), 140, 'Sjukskötare'), (pg_temp.body('ASTER-SAKKUNNIGA'), 62, 'Läkare'), (pg_temp.body('ASTER-SAKKUNNIGA'), 45, 'Socialarbetare');
SELECT pg_temp.attach(pg_temp.project('ASTER'), 'Programmet som sju rutor', 'aster-sju-rutor.png', 'image/png', 'iVBORw0KGgoAAAANSUhEUgAAAjAAAADcAgMAAAAThnMsAAAADFBMVEX///8AUnZ4ts14gowrv1sOAAAAuklEQVR42u3aMQ6AIBBFwa1tPB33s/Z03AB7NSYmYlaZV5JfTEIJEZIk/aNyGQwMDAwMDAwMDAwMDAwMDAwMDAwMDAzMaJhdNRIFAwMDAwMDAwMDAwPTDzO3l6ufwdy5hH5jGBgYGBgYGBiYp8brsSViOjnuOoaBgYGBgYGBgYGBgYGBgYGBgYGBgYGBSYLxqgIDAwMDAwMDAzMuxh9ySVKOSoJgYGBgYGBgYGBgYGBgYGBgRsZIkpSoDX3w1vXOlqY7AAAAAElFTkSuQmCC', 'Programmet överst, sex huvudprojekt i rad under det, och längst ner det tekniska projektet som stöder dem alla.', false, 'sv');

-- ---- FLDV: whom it asked, and what they answered --------------------------------------------------------------------------------------------

SELECT pg_temp.on_day('2024-05-13', 'asa.ostergard');
INSERT INTO member_rule (subject_id, held_role_id, below_id, note) VALUES (pg_temp.body('FLDV-PROG'), pg_temp.role('project_manager'), pg_temp.project('FLDV'), 'Alla som leder ett projekt i programmet');
INSERT INTO assignment (subject_id, role_id, person_id) VALUES (pg_temp.project('INKORG'), pg_temp.role('project_manager'), pg_temp.person('lovisa.hedmark')), (pg_temp.project('VIDEO'), pg_temp.role('project_manager'), NULL);
INSERT INTO survey (code, title, purpose, asked_role_id, asked_below_id, closes_on, project_id, owner_id, visibility, language) VALUES
	('INFORANDE-ENKAT', 'Vad era införanden kräver', 'Underlag för den samlade planen: vad som införs, hur stort det är och vilken kunskap som finns.', pg_temp.role('project_manager'), pg_temp.project('FLDV'), '2024-06-14', pg_temp.project('INFORANDE'),
	 pg_temp.org('INERA'), 'public', 'sv');
INSERT INTO question (subject_id, title, kind, options, fills, position) VALUES
	(pg_temp.subject('survey', 'INFORANDE-ENKAT'), 'Vad omfattar projektet?', 'text', '', 'purpose', 10),
	(pg_temp.subject('survey', 'INFORANDE-ENKAT'), 'Hur stort är det?', 'choice', E'litet\nmellan\nstort', NULL, 20),
	(pg_temp.subject('survey', 'INFORANDE-ENKAT'), 'Finns kunskapen nationellt och i regionerna?', 'text', '', NULL, 30);
INSERT INTO answer (subject_id, question_id, about_id, value, source, answered_by_id, answered_on)
SELECT q.subject_id, q.id, pg_temp.project(v.project), v.value, v.source, pg_temp.person(v.by), v.on_day::date FROM (VALUES
	(1, 'INKORG', 'Kallelser, svar och påminnelser i en inkorg för invånaren.', 'survey', 'lovisa.hedmark', '2024-05-20'), (2, 'INKORG', 'stort', 'survey', 'lovisa.hedmark', '2024-05-20'),
	(2, 'VIDEO', 'mellan', 'survey', 'asa.ostergard', '2024-05-22')) AS v (n, project, value, source, by, on_day)
  JOIN question q ON q.subject_id = pg_temp.subject('survey', 'INFORANDE-ENKAT') AND q.n = v.n;
SELECT pg_temp.on_day('2024-08-26', 'asa.ostergard');
INSERT INTO answer (subject_id, question_id, about_id, value, source, answered_on)
SELECT q.subject_id, q.id, pg_temp.project('VIDEO'), 'Nationellt ja, i regionerna hos några få.', 'follow_up_talk', '2024-08-21' FROM question q WHERE q.subject_id = pg_temp.subject('survey', 'INFORANDE-ENKAT') AND q.n = 3;
SELECT pg_temp.attach(pg_temp.subject('model', 'INFORANDEMODELL'), 'Modellens steg', 'steg.txt', 'text/plain; charset=utf-8', 'MSBCZWTDtm0KMiBGw7ZyYmVyZWQKMyBVdGJpbGRhCjQgQsO2cmphIGhvcyBuw6VncmEKNSBCcmVkZGEKNiBMw6RtbmEgw7Z2ZXIK', '', true, 'sv');
