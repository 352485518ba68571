-- How things are done: Inera's principles and its model for rollouts, the stages of Aster, agendas of Omaolo's meetings; and what was learnt.
\ir helpers.psql

CREATE OR REPLACE FUNCTION pg_temp.items(model text, VARIADIC titles text[]) RETURNS void LANGUAGE sql AS $$
	INSERT INTO live.model_item (subject_id, title, position) SELECT pg_temp.subject('model', $1), t, place * 10 FROM unnest($2) WITH ORDINALITY AS x (t, place) ORDER BY place
$$;
CREATE OR REPLACE FUNCTION pg_temp.stands(on_type text, on_code text, model text, item int, state text, planned date DEFAULT NULL, planned_as text DEFAULT NULL, reached date DEFAULT NULL, note text DEFAULT '') RETURNS void LANGUAGE sql AS $$
	INSERT INTO live.item_state (subject_id, item_id, state, planned_on, planned_on_precision, reached_on, note)
	SELECT pg_temp.subject($1, $2), i.id, $5, $6, $7, $8, $9 FROM live.model_item i WHERE i.subject_id = pg_temp.subject('model', $3) AND i.n = $4
$$;

-- ---- rolling out --------------------------------------------------------------------------------------------------------------------------

SELECT pg_temp.on_day('2025-05-12', 'asa.ostergard');
INSERT INTO model (code, title, kind, state, purpose, holds_for, owner_id, project_id, language) VALUES
	('INFORANDE-PRINCIPER', 'Fem principer för införande', 'principles', 'agreed', 'Vad som har avgjort om ett införande har lyckats, samlat från regionerna.',
	 'Regionernas verksamheter, regionala och nationella projekt', pg_temp.org('INERA'), pg_temp.project('INFORANDE'), 'sv'),
	('INFORANDEMODELL', 'Införandemodell', 'rollout_model', 'draft', 'Stöd för att planera, genomföra och följa upp ett införande. Den görs större eller mindre efter vad som införs.',
	 'Alla införanden i programmet', pg_temp.org('INERA'), pg_temp.project('INFORANDE'), 'sv');
SELECT pg_temp.items('INFORANDE-PRINCIPER', 'Ledningen styr, prioriterar, ger resurser och följer upp', 'Verksamheten äger införandet lokalt', 'Den nationella och den regionala organisationen speglar varandra',
	'Tekniska förutsättningar upptäcks tidigt och är klara i tid', 'Alla berättar samma sak, under ett gemensamt namn'),
	pg_temp.items('INFORANDEMODELL', 'Bedöm om det är teknik, arbetssätt eller båda', 'Bilda grupper, och gör klart roller och tider', 'Planera utbildning och information', 'Genomför tidigt hos några', 'Bredda', 'Lämna över till förvaltningen');
UPDATE model_item SET involves = 'Verksamhetschefer', carried_by_id = pg_temp.role('rollout_coordinator') WHERE subject_id = pg_temp.subject('model', 'INFORANDE-PRINCIPER') AND n = 2;
UPDATE model_item SET description = 'Anslutning och kvalitetsgranskning ska vara enkla att ta sig igenom.' WHERE subject_id = pg_temp.subject('model', 'INFORANDE-PRINCIPER') AND n = 4;
INSERT INTO relation (subject_id, kind, other_id) SELECT pg_temp.project(p), 'tries', pg_temp.subject('model', 'INFORANDEMODELL') FROM unnest(ARRAY['INKORG', 'VIDEO']) AS p;
SELECT pg_temp.stands('organisation', 'NORRSUND', 'INFORANDE-PRINCIPER', 1, 'done', reached => '2025-10-01'), pg_temp.stands('organisation', 'NORRSUND', 'INFORANDE-PRINCIPER', 2, 'ongoing'),
	pg_temp.stands('organisation', 'VASTERMARK', 'INFORANDE-PRINCIPER', 1, 'ongoing', '2026-12-31', 'quarter', NULL, 'Ny direktör i september.'),
	pg_temp.stands('project', 'VIDEO', 'INFORANDEMODELL', 5, 'done', reached => '2025-11-28'), pg_temp.stands('project', 'VIDEO', 'INFORANDEMODELL', 6, 'ongoing', '2026-12-31', 'month');

SELECT pg_temp.on_day('2025-12-15', 'asa.ostergard');
INSERT INTO lesson (subject_id, kind, title, text, source, addressee_id, owner_id, state, due_on, due_on_precision) VALUES
	(pg_temp.project('INFORANDE'), 'recommendation', 'Låt programledningen äga den samlade planeringen', '', 'Uppdragets slutsats', pg_temp.body('FLDV-PROG'), pg_temp.person('lovisa.hedmark'), 'ongoing', '2026-12-31', 'quarter'),
	(pg_temp.project('INFORANDE'), 'recommendation', 'Ta med nya uppdrag i översikterna när de börjar', '', 'Uppdragets slutsats', pg_temp.body('FLDV-PROG'), pg_temp.person('asa.ostergard'), 'open', NULL, NULL),
	(pg_temp.project('INFORANDE'), 'success_factor', 'Verksamhetscheferna har avgjort', 'Där chefen för enheten själv har visat vägen har arbetssättet suttit efter några veckor.', 'Tre regioner, hösten 2025', NULL, NULL, NULL, NULL, NULL),
	(pg_temp.project('VIDEO'), 'lesson', 'Kameror tar längre tid än man tror', 'Inköp och leverans tog fyra månader i två av tre regioner.', 'Region Söderslätt', NULL, NULL, NULL, NULL, NULL);

-- ---- the stages of Aster, and the meetings that follow Omaolo -----------------------------------------------------------------------------------

SELECT pg_temp.on_day('2024-02-05', NULL, 10);
INSERT INTO model (code, title, kind, state, owner_id, project_id, language) VALUES
	('ASTER-SKEDEN', 'Programmets skeden', 'stages', 'agreed', pg_temp.org('ASTER-JOINT'), pg_temp.project('ASTER'), 'sv'),
	('OMAOLO-ALKUPALAVERI', 'Ensimmäinen yhteistyöpalaveri', 'standing_agenda', 'agreed', pg_temp.org('POHDE'), NULL, 'fi');
UPDATE model SET project_id = NULL WHERE code = 'OMAOLO-ALKUPALAVERI';
SELECT pg_temp.items('ASTER-SKEDEN', 'Definiering', 'Uppbyggnad', 'Testning', 'Ibruktagning', 'Vidareutveckling'),
	pg_temp.items('OMAOLO-ALKUPALAVERI', 'Miten alku on sujunut', 'Mitä se on muuttanut työssä', 'Käyttäjien kokemukset');
SELECT pg_temp.stands('project', 'ASTER', 'ASTER-SKEDEN', 1, 'done', reached => '2024-12-20'), pg_temp.stands('project', 'ASTER', 'ASTER-SKEDEN', 2, 'ongoing', '2026-12-31', 'quarter'),
	pg_temp.stands('project', 'ASTER', 'ASTER-SKEDEN', 3, 'not_started', '2027-06-30', 'season');
INSERT INTO relation (subject_id, kind, other_id) VALUES (pg_temp.subject('service', 'OMAOLO'), 'uses', pg_temp.subject('model', 'OMAOLO-ALKUPALAVERI'));

-- ---- figures, and what main projects divide their field into ------------------------------------------------------------------------------------

SELECT pg_temp.on_day('2024-01-22', 'pirjo.kallioranta');
INSERT INTO indicator (subject_id, title, unit, source) VALUES
	(pg_temp.org('POHDE'), 'Asukkaita', '', 'Tilastokeskus'), (pg_temp.org('POHDE'), 'Ammattilaisia', '', 'Henkilöstöhallinto');
INSERT INTO measurement (subject_id, indicator_id, period_to, value) SELECT i.subject_id, i.id, '2023-12-31', CASE i.title WHEN 'Asukkaita' THEN 416000 ELSE 18000 END FROM indicator i WHERE i.subject_id = pg_temp.org('POHDE');
SELECT pg_temp.on_day('2026-01-26', 'pirjo.kallioranta');
INSERT INTO indicator (subject_id, title, unit, source, direction, target) VALUES
	(pg_temp.subject('service', 'OMAOLO'), 'Oirearviot', '', 'Kävijäseuranta', 'up', 60000), (pg_temp.subject('service', 'OMAOLO'), 'Puhelut', '', 'Puhelinjärjestelmä', 'down', NULL),
	(pg_temp.subject('service', 'OMAOLO'), 'Vaaratapahtumailmoitukset', '', 'HaiPro', 'down', NULL);
INSERT INTO measurement (subject_id, indicator_id, organisation_id, period_from, period_to, value)
SELECT i.subject_id, i.id, pg_temp.org(v.unit), v.since::date, v.until::date, v.value FROM (VALUES
	('Oirearviot', NULL, '2025-01-01', '2025-12-31', 41250), ('Oirearviot', 'POHDE-OULU', '2025-01-01', '2025-12-31', 17800), ('Puhelut', 'POHDE-OULU', '2025-01-01', '2025-12-31', 96400)
) AS v (title, unit, since, until, value) JOIN indicator i ON i.title = v.title AND i.subject_id = pg_temp.subject('service', 'OMAOLO');
SELECT pg_temp.on_day('2023-10-02', NULL, 10);
INSERT INTO content_area (subject_id, title, track, joint_from, joint_from_precision, position)
SELECT p.id, v.title, v.track, v.since::date, v.how, v.place FROM (VALUES ('Läkemedelsbehandling', 'joint', '2024-09-30', 'month', 10), ('Mottagning', 'regional', NULL, NULL, 20)) AS v (title, track, since, how, place),
     (SELECT id FROM project WHERE parent_id = pg_temp.project('ASTER') AND kind = 'main_project' ORDER BY position, code LIMIT 1) AS p;
