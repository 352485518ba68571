-- NYAPI and the programme above it, over the same two years: the provider's side of DHO's dependency.
\ir helpers.psql

SELECT pg_temp.on_day('2021-11-15', 'bsandvik');
SELECT pg_temp.deliverable('NYAPI', 'A1', 'Katalog over grensesnitt', '2022-06-30', 'Grunnlag', criteria => 'Alle grensesnitt har en eier.', forecast => '2022-06-30');
SELECT pg_temp.deliverable('NYAPI', 'A2', 'Felles tilgangsstyring', '2023-02-28', 'Grunnlag', criteria => 'Godkjent av sikkerhetsmiljøet.', forecast => '2023-02-28');
SELECT pg_temp.deliverable('NYAPI', 'A3', 'Kontakter og timer', '2023-09-15', 'Pasientdata', criteria => 'Svar innen ett sekund.', forecast => '2023-09-15');
SELECT pg_temp.deliverable('NYAPI', 'A4', 'Legemiddelliste', '2023-10-20', 'Pasientdata', criteria => 'Kontrollert mot hundre journaler.', forecast => '2023-10-20');
SELECT pg_temp.risk('NYAPI', 'Legemiddellisten finnes i flere utgaver', 'To systemer skriver hver sin liste.', 'Feil liste vises.',
	'Behandleren stoler ikke på opplysningene.', 3, 5, 'Kilden vises sammen med listen.', 2, 4, 'bsandvik');
SELECT pg_temp.depends('NYAPI', 'Testdata fra journalsystemet', 'Kontroll av grensesnittene', 'medium', '2023-04-30', 'green', NULL, 'SIV', by_provider => true);

SELECT pg_temp.report('NYAPI', '2022-02-07', 'as_planned', 'green', 'low', 'Kartleggingen av eksisterende koblinger er ferdig: 412 i alt, hvorav 60 ingen lenger vet hensikten med.', 'bsandvik', 'gggggg', 0);
SELECT pg_temp.delivered('NYAPI', 'A1', '2022-06-30');
SELECT pg_temp.report('NYAPI', '2022-09-12', 'as_planned', 'green', 'low', 'Katalogen er åpnet, og de første prosjektene har meldt behov.', 'bsandvik', 'gggggg', 0);
SELECT pg_temp.delivered('NYAPI', 'A2', '2023-03-17');
SELECT pg_temp.report('NYAPI', '2023-03-20', 'minor_deviation', 'yellow', 'medium', 'Tilgangsstyringen er godkjent, tre uker sent. Pasientdata er neste steg.', 'bsandvik', 'yggggg', 3, causes => 'Ekstra gjennomgang av logging.');
SELECT pg_temp.report('NYAPI', '2023-06-12', 'minor_deviation', 'yellow', 'medium', 'Grensesnittene for kontakter og timer er i test. Legemiddellisten krever avklaring om hvilken kilde som gjelder.', 'bsandvik', 'yggyyg', 3);
SELECT pg_temp.delivered('NYAPI', 'A3', '2023-09-14');
SELECT pg_temp.report('NYAPI', '2023-09-25', 'minor_deviation', 'yellow', 'medium', 'Kontakter og timer er levert. Legemiddellisten ventes 20. oktober, men uten tid å gå på.', 'bsandvik', 'yggyyg', 3, going_well => 'Prosjektene tester sammen.');
SELECT pg_temp.report('REGPLATT', '2023-09-25', 'minor_deviation', 'yellow', 'high', 'Ett av programmets prosjekter er rødt, og et annet gult. Avhengigheten mellom dem følges ukentlig.', 'amyhre', 'yyggry', 6);
