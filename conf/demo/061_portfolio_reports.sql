-- What the portfolio's projects reported in 2025 and 2026. Five of them never did.
\ir helpers.psql

CREATE OR REPLACE FUNCTION pg_temp.reported(project text, day date, label text, light text, risk text, delay int, lights text, summary text,
	causes text DEFAULT '', going_well text DEFAULT '') RETURNS void LANGUAGE plpgsql AS $$
DECLARE
	writer text := (SELECT x.account FROM live.project p JOIN live.person x ON x.id = p.contact_id WHERE p.code = reported.project);
BEGIN
	PERFORM pg_temp.report(project, day, label, light, risk, summary, coalesce(writer, 'portfolio'), lights, delay, causes => causes, going_well => going_well);
END $$;

SELECT pg_temp.reported('LEGEM', '2025-04-07', 'as_planned', 'green', 'medium', 0, 'gggggg', 'To sykehus er valgt til utprøving, og farmasøytene er med fra første dag.');
SELECT pg_temp.reported('BILDE', '2025-05-12', 'as_planned', 'green', 'low', 0, 'gggggg', 'Lagringen er levert, og første sykehus sender bilder på prøve.');
SELECT pg_temp.reported('TOLK', '2025-06-02', 'as_planned', 'green', 'low', 0, 'gggggg', 'Tolketjenesten er prøvd ved fire poster. Ventetiden er nede i sju minutter.');
SELECT pg_temp.reported('JOURNAL', '2025-06-16', 'minor_deviation', 'yellow', 'medium', 4, 'yyggyg', 'Begreppsmodellen är halvfärdig och två sjukhus väntar på varandra.', 'Verksamheten har svårt att avvara folk.');
SELECT pg_temp.reported('VARDPLATS', '2025-09-01', 'as_planned', 'green', 'low', 0, 'gggggg', 'Platsbilden prövas på medicinkliniken.');
SELECT pg_temp.reported('KOTIHOITO', '2025-09-15', 'as_planned', 'green', 'low', 0, 'gggggg', 'Etäkäyntien osuus on noussut kymmenesosaan kaikista käynneistä.');
SELECT pg_temp.reported('SEPSIS', '2025-10-13', 'as_planned', 'green', 'medium', 0, 'gggggg', 'The score runs silently on two wards and is compared with what clinicians saw.');
SELECT pg_temp.reported('MOBIL', '2025-11-17', 'major_deviation', 'red', 'high', 12, 'ryrrrr', 'Dekningen på de to sengepostene er ikke god nok, og prøvedriften er stanset.', 'Målingene ble gjort uten pasienter og utstyr i rommene.');
SELECT pg_temp.on_day('2025-12-19', 'galnas');
SELECT pg_temp.delivered(v.project, v.code, v.day::date) FROM (VALUES ('JOURNAL', 'J1', '2025-12-12'), ('ARKIV', 'K1', '2025-11-28'),
	('TOIMINNAN', 'T1', '2025-11-14'), ('RARE-REG', 'G1', '2025-12-12')) AS v (project, code, day);
SELECT pg_temp.reported('ARKIV', '2026-01-26', 'minor_deviation', 'yellow', 'medium', 9, 'yggggg', 'Gallringsplanen är beslutad. Arbetet vilar tills journalbytets tidplan är känd.', 'Samma personer behövs i journalbytet.');
SELECT pg_temp.on_day('2026-03-20', 'portfolio');
SELECT pg_temp.delivered(v.project, v.code, v.day::date) FROM (VALUES ('AKUTT', 'A1', '2026-02-27'), ('TOLK', 'K1', '2026-03-10'),
	('RARE', 'N1', '2026-02-06'), ('SEPSIS', 'E1', '2026-02-20')) AS v (project, code, day);
SELECT pg_temp.reported('TOLK', '2026-03-30', 'as_planned', 'green', 'low', 0, 'gggggg', 'Alle avdelinger bruker tolk på skjerm. Prosjektet er overlevert til servicesenteret.', going_well => 'Avbestillinger er nesten borte.');
SELECT pg_temp.reported('ASIAKAS', '2026-04-13', 'minor_deviation', 'yellow', 'high', 6, 'yggyyg', 'Vaatimusmäärittely on valmis. Kilpailutusasiakirjojen tarkastus vie odotettua kauemmin.', 'Kaksi lakimiestä on vaihtunut.');
SELECT pg_temp.reported('VAKT', '2026-04-20', 'as_planned', 'green', 'low', 0, 'gggggg', 'Vaktboken er klar for de fire første avdelingene.');
SELECT pg_temp.on_day('2026-05-29', 'portfolio');
SELECT pg_temp.delivered(v.project, v.code, v.day::date) FROM (VALUES ('BILDE', 'B1', '2026-04-17'), ('VARDPLATS', 'P1', '2026-05-04'),
	('KUVANTAMINEN', 'K1', '2026-04-02'), ('KOTIHOITO', 'E1', '2026-05-20')) AS v (project, code, day);
SELECT pg_temp.reported('KOTIHOITO', '2026-06-01', 'as_planned', 'green', 'low', 0, 'gggggg', 'Joka viides käynti tehdään kuvayhteydellä, ja kotihoito jatkaa ilman hanketta.');
SELECT pg_temp.on_day('2026-07-01', 'portfolio');
SELECT pg_temp.delivered(v.project, v.code, v.day::date) FROM (VALUES ('LEGEM', 'D1', '2026-06-15'), ('PROVSVAR', 'R1', '2026-06-08'),
	('SUUNHOITO', 'S1', '2026-06-29'), ('JOURNAL-UTB', 'U1', '2026-06-12')) AS v (project, code, day);
SELECT pg_temp.reported('SEALED', '2026-08-24', 'minor_deviation', 'yellow', 'high', 10, 'yggyry', 'To av fire tomter er valgt bort. Saken legges fram for styret i november.', 'Ny trafikkvurdering.');
SELECT pg_temp.reported('BEDS', '2026-09-07', 'as_planned', 'green', 'low', 0, 'gggggg', 'The bed board hangs on every ward and the porters carry it in their pockets.');
SELECT pg_temp.on_day('2026-09-07', 'fthorsen', 17);
SELECT pg_temp.delivered('BEDS', 'L1', '2026-08-31');
SELECT pg_temp.reported('AKUTT', '2026-09-21', 'minor_deviation', 'yellow', 'high', 4, 'ryggry', 'Konseptrapporten er vedtatt. Forprosjektet er utlyst på nytt etter at bare én tilbyder meldte seg.', 'Stramt marked.');
SELECT pg_temp.reported('PROVSVAR', '2026-09-28', 'minor_deviation', 'yellow', 'medium', 4, 'yggggg', 'Svar från laboratoriet visas för patienten. Texterna som förklarar dem blir klara i december.', 'Granskningen görs av läkare på kvällstid.');
SELECT pg_temp.reported('SUUNHOITO', '2026-10-05', 'as_planned', 'green', 'low', 0, 'gggggg', 'Sähköinen ajanvaraus on käytössä kaikissa hammashoitoloissa. Puheluiden määrä on puolittunut.');
SELECT pg_temp.reported('RARE', '2026-10-12', 'as_planned', 'green', 'medium', 1, 'gggggg', 'Thirty-one patients have met the joint team. The referral pathway works both ways.');
SELECT pg_temp.reported('TOIMINNAN', '2026-10-12', 'major_deviation', 'red', 'high', 10, 'rryyry', 'Tiedonsiirtorajapintakuvaukset ovat kesken, eikä käyttöönottovalmennuksia voida aloittaa suunnitellusti.', 'Palkanlaskentajärjestelmän toimittaja on vaihtanut versiota.', 'Valmennusmateriaali on kiitetty selkeydestä.');
SELECT pg_temp.reported('HEMLAKARE', '2026-10-12', 'as_planned', 'green', 'medium', 0, 'gygggg', 'Två kommuner är med i planeringen, och läkarna har ritat sitt schema själva.');
SELECT pg_temp.reported('LEGEM', '2026-10-19', 'minor_deviation', 'yellow', 'medium', 8, 'yygggg', 'Ordinasjon er i bruk ved to sykehus. Pakkeautomaten kommer etter nyttår.', 'Ombygging av apoteket.', 'Avvik ved overføring er redusert med en tredel.');
SELECT pg_temp.reported('JOURNAL-UTB', '2026-10-26', 'minor_deviation', 'yellow', 'high', 3, 'yggyrg', 'Alla utbildare är certifierade. Utbildningsmiljön saknas fortfarande.', 'Miljön byggs av samma personer som bygger driften.');
SELECT pg_temp.reported('KUVANTAMINEN', '2026-11-02', 'minor_deviation', 'yellow', 'low', 4, 'ygyggg', 'Puheentunnistus ymmärtää lausunnot, mutta lyhenteet täytyy vielä opettaa.', 'Sanasto puuttui kahdesta erikoisalasta.');
-- A label that does not go with its light.
SELECT pg_temp.reported('SEPSIS', '2026-11-02', 'as_planned', 'red', 'high', 6, 'rgrgry', 'Alerts are live on two wards of four. One in three is false, and the wards have asked for a pause.', 'The threshold was set on last winter''s data.');
SELECT pg_temp.reported('BILDE', '2026-11-09', 'minor_deviation', 'yellow', 'medium', 4, 'yggggg', 'Fire av seks gamle arkiver er flyttet uten tap. De to siste har skadde medier.', 'Medier fra 2009 må leses to ganger.');
SELECT pg_temp.reported('JOURNAL', '2026-11-09', 'major_deviation', 'red', 'high', 10, 'rryyry', 'Leverantören har meddelat ny tid för den version som första sjukhuset behöver. Driftstarten planeras om till maj.', 'Tre regioner väntar på samma rättningar.', 'Begreppsmodellen håller och används redan.');
SELECT pg_temp.reported('RARE-REG', '2026-11-16', 'minor_deviation', 'yellow', 'medium', 4, 'yggygg', 'Eighty-two patients are registered. Matching of identifiers waits for an answer.', 'Two authorities, two answers.');
SELECT pg_temp.reported('VARDPLATS', '2026-11-16', 'as_planned', 'green', 'low', 0, 'gggggg', 'Förvaltningen tar över vid månadsskiftet. Väntan på plats har minskat med fyra timmar i snitt.');

-- Finished, says the list, but nobody wrote when.
SELECT pg_temp.on_day('2026-11-17', 'portfolio');
UPDATE deliverable SET finished = true WHERE subject_id = pg_temp.project('VAKT') AND code = 'V1';
