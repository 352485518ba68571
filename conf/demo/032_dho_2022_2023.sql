-- DHO from December 2022 to 6 October 2023: the platform comes late, yellow turning red.
\ir helpers.psql

SELECT pg_temp.on_day('2022-12-05', 'leader');
SELECT pg_temp.reached('DHO', 'Produktteamet i Vestfold er på plass', '2022-12-05');

SELECT pg_temp.report('DHO', '2022-12-12', 'as_planned', 'green', 'medium',
	'Karenstiden gikk ut uten klage. Kontrakten er i siste lesning, og produktteamet i Vestfold har hatt sin første samling.',
	'leader', 'gyggyg', 0,
	going_well => 'Teamet har valgt hjertesvikt som første forløp og tegnet det fra pasientens side.',
	coming_next => 'Underskrift i januar og oppstartsmøte med leverandøren.');

SELECT pg_temp.report('DHO', '2023-01-23', 'as_planned', 'green', 'medium',
	'Kontrakten er undertegnet 19. januar. Oppstartsmøtet er avtalt, og planen for trinn 1 er brutt ned i toukers perioder.',
	'leader', 'ggggyg', 0,
	going_well => 'Leverandøren har bemannet med folk som kjenner norsk helsevesen.',
	coming_next => 'Tilgang til testmiljøet i begynnelsen av mars.',
	risk_text => 'Alt i trinn 1 henger på at testmiljøet åpnes i tide.');

SELECT pg_temp.on_day('2023-02-01', 'leader');
SELECT pg_temp.delivered('DHO', 'L1', '2023-02-01');
SELECT pg_temp.on_day('2023-02-14', 'leader');
SELECT pg_temp.reached('DHO', 'BP3 Start gjennomføring', '2023-02-14', 'Vedtatt med forbehold om styrets oppdrag i mars.');
UPDATE project SET phase = 'execution' WHERE code = 'DHO';

SELECT pg_temp.report('DHO', '2023-03-06', 'minor_deviation', 'yellow', 'medium',
	'Første leveranse er godkjent. Testmiljøet skulle vært åpnet 1. mars, men leverandøren venter på sertifikater og nettverksåpninger.',
	'leader', 'yggggg', 2,
	causes => 'Bestillingene til datasenteret ble sendt i feil rekkefølge av begge parter.',
	going_well => 'Arkitektene har fått på plass en felles skisse for pålogging.',
	coming_next => 'Saken om videre gjennomføring behandles i styret 9. mars.');

SELECT pg_temp.on_day('2023-03-10', 'leader');
UPDATE section SET body = body || E'\n\nStyret i Helse Sør-Øst ga 9. mars 2023 oppdraget om gjennomføringen.'
 WHERE subject_id = pg_temp.project('DHO') AND kind = 'background';
SELECT pg_temp.on_day('2023-03-28', 'leader');
SELECT pg_temp.risk_moves('DHO', 'Leverandøren åpner plattformen for sent', 4, 4);
SELECT pg_temp.depends('DHO', 'Tilgang til data', 'Prosessering i prosessplattformen', 'high', '2023-08-15', 'green',
	'NYAPI', 'SYKEHUSPARTNER', 'Sykehuspartner og prosjektet Nye integrasjonstjenester – API',
	comment => 'Gjelder legemiddelliste, kontakter og planlagte timer.');
SELECT pg_temp.depends('DHO', 'Regional pålogging for innbyggere', 'At pasienten skal slippe et eget passord', 'medium', '2023-06-01',
	'green', provider_organisation => 'SYKEHUSPARTNER', by_provider => true);

SELECT pg_temp.report('DHO', '2023-04-17', 'minor_deviation', 'yellow', 'medium',
	'Testmiljøet ble åpnet 3. april, fem uker etter plan. Teamet har brukt ventetiden på skisser og testdata, men en del av oppsettet må gjøres på kortere tid.',
	'leader', 'yggyyg', 4,
	causes => 'Sen tilgang til plattformen.',
	going_well => 'Produktteamet har prøvd spørreskjemaene på papir med åtte pasienter.',
	coming_next => 'Koble plattformen til regional pålogging.',
	scope => 'Kols kan bli tatt etter hjertesvikt i stedet for samtidig.');

SELECT pg_temp.on_day('2023-05-15', 'bsandvik');
UPDATE dependency SET agreed_by_provider = true, due_on = '2023-10-20',
	provider_comment = 'Vi leverer de to første grensesnittene i september og det siste innen 20. oktober.'
 WHERE subject_id = pg_temp.project('DHO') AND needed = 'Tilgang til data';

SELECT pg_temp.report('DHO', '2023-05-22', 'minor_deviation', 'yellow', 'medium',
	'Trinn 1 går mot ferdigstilling 1. juni. Det gjenstår å få overvåkingen av integrasjonene godkjent av driften.',
	'leader', 'yggyyg', 4,
	causes => 'Ny framgangsmåte for risikovurdering hos Sykehuspartner gir flere runder enn forutsatt.',
	going_well => 'Avhengigheten til integrasjonstjenestene har fått en dato som begge parter står bak.',
	coming_next => 'Godkjenning av L2 og start på første byggesteg.',
	quality => 'Ingen kritiske feil er funnet i oppsettet.');

SELECT pg_temp.on_day('2023-06-01', 'leader');
SELECT pg_temp.delivered('DHO', 'L2', '2023-06-01');
UPDATE dependency SET comment = 'Levert, og i bruk siden 30. mai.'
 WHERE subject_id = pg_temp.project('DHO') AND needed LIKE 'Regional pålogging%';
SELECT pg_temp.forecast('DHO', 'L3', '2023-10-29');

SELECT pg_temp.report('DHO', '2023-06-26', 'minor_deviation', 'yellow', 'medium',
	'Andre leveranse er godkjent til avtalt dato. Utviklingen i trinn 2 er startet, men løsningsdesignet for tilgang i skyen er ikke avklart.',
	'leader', 'yygyyg', 4,
	causes => 'Tre måter å styre tilgang på står mot hverandre, og ingen av dem er brukt i regionen før.',
	going_well => 'Første skjermbilde er prøvd av pasienter og fikk god mottakelse.',
	coming_next => 'Valg av tilgangsløsning rett etter ferien.',
	economy => 'Prognosen ligger fire prosent over budsjett, men innenfor kostnadsrammen.');

SELECT pg_temp.on_day('2023-08-16', 'leader');
SELECT pg_temp.forecast('DHO', 'L3', '2023-11-12');
SELECT pg_temp.forecast('DHO', 'L4', '2024-01-31');
SELECT pg_temp.risk_moves('DHO', 'Leverandøren åpner plattformen for sent', 5, 4, 'occurred');
SELECT pg_temp.risk_moves('DHO', 'Risikovurderingen tar lengre tid enn planlagt', 4, 4);
UPDATE dependency SET light = 'yellow', comment = 'Legemiddellisten er den usikre delen; midlertidig løsning er beskrevet.'
 WHERE subject_id = pg_temp.project('DHO') AND needed = 'Tilgang til data';

SELECT pg_temp.report('DHO', '2023-08-21', 'minor_deviation', 'yellow', 'high',
	'Ferien ga lavere bemanning enn planlagt, og produksjonsmiljøet er ikke klart. Prosjektet ser at oktoberdatoen for trinn 2 vanskelig kan holdes.',
	'leader', 'ryyyrg', 6,
	causes => 'To nøkkelpersoner hos Sykehuspartner er bundet til annet arbeid, og valget av tilgangsløsning trakk ut.',
	going_well => 'Tilgangsløsningen er nå valgt, og sikkerhetsmiljøet står bak den.',
	coming_next => 'Regne på tre måter å fullføre på og legge dem fram for styringsgruppen.',
	risk_text => 'Samlet risiko er hevet til høy fordi flere forsinkelser virker sammen.');

SELECT pg_temp.report('DHO', '2023-09-11', 'major_deviation', 'red', 'high',
	'Trinn 2 er forsinket. Produksjonsmiljøet åpnes tidligst i oktober, og uten det kan ingen pasient tas inn i tjenesten.',
	'leader', 'rygyry', 7,
	causes => 'Etterslepet fra våren er ikke tatt igjen, og risikovurderingen må gjennom en ekstra runde.',
	going_well => 'Testplanen for produksjon er ferdig, og første demo er avtalt.',
	coming_next => 'Styringsgruppen møtes 3. oktober om alternativene for resten av prosjektet.',
	risk_text => 'Verken tid eller penger rekker til planlagt omfang.',
	benefit => 'Gevinstene kommer senere, men er ikke mindre.');

SELECT pg_temp.on_day('2023-09-21', 'leader');
SELECT pg_temp.reached('DHO', 'Første demo for fagmiljøet', '2023-09-21', 'Vist av produktteamet i Vestfold for to klinikker.');
SELECT pg_temp.on_day('2023-10-03', 'leader', 15);
SELECT pg_temp.risk_moves('DHO', 'Kostnadene øker utover rammen', 4, 4);
SELECT pg_temp.risk_moves('DHO', 'Tilgangsstyring i skyen er uprøvd', 3, 3, 'mitigated');
SELECT pg_temp.forecast('DHO', 'L3', '2023-11-26');
SELECT pg_temp.forecast('DHO', 'L4', '2024-02-25');
UPDATE milestone SET forecast_on = '2023-11-26' WHERE subject_id = pg_temp.project('DHO') AND title LIKE 'Første pasient%';
UPDATE milestone SET forecast_on = '2024-02-25' WHERE subject_id = pg_temp.project('DHO') AND title LIKE 'BP4%';

SELECT pg_temp.report('DHO', '2023-10-06', 'major_deviation', 'red', 'high',
	E'Prosjektet ligger om lag åtte uker etter planen. Styringsgruppen drøftet 3. oktober flere måter å fullføre på.\n\nKonklusjonen ble at prosjektet skal skrive en **endringsanmodning** om å få bruke midler opp til kostnadsrammen, slik at det styret bestilte 9. mars, kan leveres.',
	'leader', 'rrgyry', 8,
	causes => E'- Leverandøren ga tilgang til plattformen for sent, og det som bygger på den, ble skjøvet tilsvarende.\n- Det har vært for få folk tilgjengelig.\n- Løsningsdesignet krevde mer enn antatt, fordi skytjenester er nytt i regionen og flere former for tilgangskontroll måtte prøves.\n- Sykehuspartner la om risikovurderingene mens vår var i arbeid.',
	going_well => 'Prosjektet og produktteamet i Vestfold arbeider godt sammen. Løsningsdesignet for produksjon foreligger, testene er grundig forberedt, og teamet har holdt sin første demo.',
	coming_next => 'Skrive endringsanmodningen, åpne produksjonsmiljøet og få det siste grensesnittet for data på plass innen 20. oktober.',
	risk_text => 'Samlet risiko er rød: prosjektet er forsinket og kan ikke fullføres uten en beslutning om mer tid og mer penger.',
	progress => 'To av fire leveranser er ferdige. L3 rekker ikke 1. oktober.',
	economy => 'Tildelte midler tar slutt før L4; kostnadsrammen er ikke brukt opp.',
	quality => 'Testene viser få feil, og ingen av dem alvorlige.',
	scope => 'Kols tas etter hjertesvikt.',
	benefit => 'Første gevinster ventes nå i 2024.');

-- The draft that the next report would start from: only those who may write the project's reports see it.
SELECT pg_temp.on_day('2023-10-30', 'leader');
INSERT INTO status_report (subject_id, reported_on, status_label, light, risk_level, summary, delay_weeks, written_by)
VALUES (pg_temp.project('DHO'), '2023-10-30', 'major_deviation', 'red', 'high',
	'Endringsanmodningen er sendt til styringsgruppens medlemmer for gjennomlesning.', 8, pg_temp.person('leader'));
