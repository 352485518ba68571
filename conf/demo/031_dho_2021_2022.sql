-- DHO from November 2021 to November 2022: planning and procurement, green turning yellow.
\ir helpers.psql

SELECT pg_temp.report('DHO', '2021-11-08', 'as_planned', 'green', 'low',
	'Planleggingen er i gang. Prosjektgruppen er bemannet, og arbeidet med kravene til plattformen er delt i fire temaer med hver sin ansvarlige.',
	'leader', 'gggggg', 0,
	going_well => 'Fagmiljøet i Vestfold stiller med erfarne sykepleiere fra første uke.',
	coming_next => 'Intervjuer med to andre regioner som har gått foran.',
	risk_text => 'Ingen risiko krever tiltak fra styringsgruppen nå.');

SELECT pg_temp.report('DHO', '2021-12-13', 'as_planned', 'green', 'low',
	'Første utkast til kravspesifikasjon er lest av klinikere, arkitekter og personvernombud. Rundt halvparten av kravene er slått sammen eller tatt bort.',
	'leader', 'gggggg', 0,
	going_well => 'Innspillene kommer raskt og er konkrete.',
	coming_next => 'Veiledende kunngjøring og møter med markedet i januar.',
	economy => 'Forbruket er litt lavere enn budsjettert, siden to stillinger ble besatt i desember.');

SELECT pg_temp.report('DHO', '2022-01-24', 'as_planned', 'green', 'low',
	'Ni leverandører møtte til markedsdialogen. Samtalene bekreftet at ønsket funksjonalitet finnes, men også at prisene varierer mer enn antatt.',
	'leader', 'gggggg', 0,
	going_well => 'Markedet er interessert, og kravene er gjennomførbare.',
	coming_next => 'Kunngjøre anskaffelsen i februar med konkurransepreget dialog.',
	risk_text => 'Prisforskjellene gjør kostnadsrisikoen verdt å følge.');

SELECT pg_temp.on_day('2022-02-17', 'leader');
SELECT pg_temp.reached('DHO', 'Kunngjøring av anskaffelsen', '2022-02-17', 'Kunngjort to dager etter plan.');

SELECT pg_temp.report('DHO', '2022-03-07', 'as_planned', 'green', 'medium',
	'Anskaffelsen er kunngjort, og seks tilbydere har søkt om å delta. Utvelgelsen av hvem som går videre til dialog, er ferdig denne måneden.',
	'leader', 'ggggyg', 0,
	going_well => 'Ingen klager på konkurransegrunnlaget.',
	coming_next => 'Første runde i dialogen med fire tilbydere.',
	risk_text => 'Tilgangsstyring i sky er det temaet der tilbyderne er mest uenige. Risikoen er løftet til middels.');

SELECT pg_temp.on_day('2022-04-04', 'leader');
SELECT pg_temp.risk('DHO', 'Risikovurderingen tar lengre tid enn planlagt',
	'Vurderingen av informasjonssikkerhet må gjøres etter en prosess som er under endring.',
	'Godkjenningen foreligger ikke når pilotpasientene er klare.', 'Oppstarten av trinn 2 blir utsatt.', 3, 3,
	'Vurderingen deles i to, slik at testmiljøet kan godkjennes for seg.', 2, 3, 'amyhre');
SELECT pg_temp.forecast('DHO', 'L1', '2022-11-20');

SELECT pg_temp.report('DHO', '2022-04-25', 'as_planned', 'green', 'medium',
	'To dialogrunder er gjennomført. Tilbyderne har vist løsningene sine på et forløp for hjertesvikt som fagmiljøet selv har beskrevet.',
	'leader', 'ggggyg', 1,
	going_well => 'Demonstrasjonene gjorde det lettere for klinikerne å si hva de faktisk trenger.',
	coming_next => 'Siste dialogrunde, og deretter innbydelse til å gi endelig tilbud.',
	progress => 'Dialogen går en uke over planen; det tas igjen i evalueringen.');

SELECT pg_temp.on_day('2022-06-01', 'leader');
SELECT pg_temp.forecast('DHO', 'L1', '2022-12-15');
SELECT pg_temp.forecast('DHO', 'L2', '2023-04-01');

SELECT pg_temp.report('DHO', '2022-06-07', 'minor_deviation', 'yellow', 'medium',
	'Dialogfasen er forlenget fordi to tilbydere ba om å få avklart bruken av underleverandører utenfor EØS. Juridisk vurdering pågår.',
	'leader', 'yggggg', 3,
	causes => 'Spørsmålet om overføring av personopplysninger kom opp sent og gjaldt flere av tilbudene.',
	going_well => 'De øvrige kravene er avklart, og evalueringsmodellen er godkjent.',
	coming_next => 'Endelige tilbud innen utgangen av august.',
	progress => 'Leveranse L1 ventes i desember i stedet for november.');

SELECT pg_temp.on_day('2022-08-22', 'leader');
SELECT pg_temp.risk_moves('DHO', 'Tilgangsstyring i skyen er uprøvd', 4, 3);

SELECT pg_temp.report('DHO', '2022-08-29', 'minor_deviation', 'yellow', 'medium',
	'Tre endelige tilbud er mottatt i tide. Evalueringen er startet med to uavhengige grupper som skal sammenholde poengene i september.',
	'leader', 'yygyyg', 4,
	causes => 'Forlengelsen før sommeren er ikke tatt igjen.',
	going_well => 'Alle tilbudene oppfyller de ufravikelige kravene.',
	coming_next => 'Innstilling til styringsgruppen i slutten av oktober.',
	economy => 'Tilbudte driftspriser ligger over anslaget i styringsdokumentet.',
	scope => 'Det vurderes om rapportering kan tas ut av første kontrakt.');

SELECT pg_temp.on_day('2022-09-05', 'leader');
INSERT INTO correction (subject_id, report_id, field, before, after, reason, corrected_by, corrected_at)
SELECT subject_id, id, 'economy_text', economy_text,
	'Tilbudte driftspriser ligger over anslaget i styringsdokumentet for to av de tre tilbudene.',
	'Det tredje tilbudet var lest med feil antall brukere.', pg_temp.person('leader'), styrbord.moment()
  FROM status_report WHERE subject_id = pg_temp.project('DHO') AND reported_on = '2022-08-29';

SELECT pg_temp.report('DHO', '2022-10-03', 'minor_deviation', 'yellow', 'medium',
	'Evalueringen er ferdig, og innstillingen skrives. Styringsgruppen har fått lagt fram en ny tidsplan der hele løpet skyves om lag tre måneder.',
	'leader', 'yyggyg', 6,
	causes => 'Lengre dialog, og to uker ekstra til kontroll av referanser.',
	going_well => 'De to evalueringsgruppene kom til samme rangering.',
	coming_next => 'Vedtak om ny plan 12. oktober.',
	risk_text => 'Bemanningen i klinikken er usikker gjennom vinteren.');

-- The steering group's decision of 12 October: a new plan for all four deliverables.
SELECT pg_temp.on_day('2022-10-12', 'leader', 15);
SELECT pg_temp.forecast('DHO', 'L1', '2023-02-01', '2023-02-01');
SELECT pg_temp.forecast('DHO', 'L2', '2023-06-01', '2023-06-01');
SELECT pg_temp.forecast('DHO', 'L3', '2023-10-01', '2023-10-01');
SELECT pg_temp.forecast('DHO', 'L4', '2023-12-31', '2023-12-31');
UPDATE milestone SET forecast_on = '2023-02-15' WHERE subject_id = pg_temp.project('DHO') AND title LIKE 'BP3%';
UPDATE milestone SET forecast_on = '2023-10-01' WHERE subject_id = pg_temp.project('DHO') AND title LIKE 'Første pasient%';

SELECT pg_temp.report('DHO', '2022-11-07', 'as_planned', 'green', 'medium',
	'Styringsgruppen har vedtatt ny plan, og rapporten måles nå mot den. Leverandør er innstilt, og karensperioden løper til 18. november.',
	'leader', 'gyggyg', 0,
	going_well => 'Alle parter er enige om én plan med fire leveranser i to trinn.',
	coming_next => 'Kontraktsforhandling om detaljer i driftsavtalen.',
	economy => 'Kostnadene ved driftsavtalen er fortsatt under avklaring.');
