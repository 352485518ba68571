-- Project DHO and its provider NYAPI as they were set up in the autumn of 2021. What happened afterwards: 031, 032.
\ir helpers.psql

SELECT pg_temp.on_day('2021-09-15', 'portfolio');

SELECT pg_temp.add_project(code => 'REGPLATT', kind => 'programme', owner => 'HSO', language => 'nb',
	title => 'Felles digitale plattformer',
	purpose => 'Programmet samler prosjektene som gir sykehusene i regionen felles plattformer for prosess, integrasjon og tilgang.',
	contact => 'amyhre', segment => 'coordinate', starts => '2021-01-11', ends => '2025-12-31', cost => 410000000, currency => 'NOK');

SELECT pg_temp.add_project(code => 'NYAPI', kind => 'project', owner => 'SYKEHUSPARTNER', language => 'nb', parent => 'REGPLATT',
	title => 'Nye integrasjonstjenester – API',
	purpose => 'Sykehusenes systemer skal kunne dele data gjennom dokumenterte grensesnitt i stedet for egne koblinger to og to.',
	contact => 'bsandvik', segment => 'standardise', starts => '2021-05-03', ends => '2024-06-30', cost => 86000000, currency => 'NOK');

SELECT pg_temp.add_project(code => 'DHO', kind => 'project', owner => 'HSO', language => 'nb', parent => 'REGPLATT',
	title => 'Prosessplattform og digital hjemmeoppfølging',
	purpose => 'Prosjektet skaffer regionen én prosessplattform og tar den i bruk til oppfølging av pasienter hjemme.',
	contact => 'leader', segment => 'coordinate', phase => 'planning', starts => '2021-10-01', ends => '2023-12-31',
	cost => 62000000, currency => 'NOK', funding => 'HSO-2021-114');

SELECT pg_temp.alias('DHO', 'Digital hjemmeoppfølging');
SELECT pg_temp.alias('DHO', 'Prosessplattformen');
SELECT pg_temp.alias('NYAPI', 'API-prosjektet');
SELECT pg_temp.carries('DHO', 'HSO-4');
SELECT pg_temp.carries('NYAPI', 'HSO-4');
SELECT pg_temp.carries('REGPLATT', 'HSO-3');
SELECT pg_temp.takes_part('DHO', 'HSO', 'owner');
SELECT pg_temp.takes_part('DHO', 'SIV', 'client');
SELECT pg_temp.takes_part('DHO', 'SYKEHUSPARTNER', 'joint');
SELECT pg_temp.takes_part('NYAPI', 'SYKEHUSPARTNER', 'owner');

SELECT pg_temp.section('DHO', 'background', 10, 'Bakgrunn',
	E'Stadig flere pasienter med kronisk sykdom kan følges opp hjemmefra, men sykehusene har manglet et felles verktøy for det. Hvert fagmiljø har laget sin egen løsning, og opplysningene har stoppet ved avdelingens dør.\n\nBåde den nasjonale planen for sykehusene og regionens utviklingsplan peker på **team rundt pasienten** som arbeider på tvers av sykehus, fastlege og kommune. Slike team trenger å se de samme oppgavene til samme tid.');
SELECT pg_temp.section('DHO', 'purpose', 20, 'Formål',
	E'Regionen skal ha én plattform der helsepersonell selv kan sette sammen et forløp: hvem gjør hva, når, og hvem får beskjed. Oppfølging hjemme tas i bruk først.\n\n- Pasienten slipper reiser som ikke trengs.\n- Behandleren ser hvem som bør kontaktes i dag.\n- Erfaringene kan brukes av neste sykehus uten ny anskaffelse.');
SELECT pg_temp.section('DHO', 'target_group', 30, 'Målgruppe',
	'Først pasienter med hjertesvikt og kols i Vestfold, og helsepersonellet som følger dem opp. Senere alle helseforetak i regionen og kommunene de samarbeider med.');
SELECT pg_temp.section('DHO', 'basic_idea', 40, 'Løsningen i korte trekk',
	E'Pasienten svarer på noen få spørsmål og måler hjemme. Plattformen sammenholder svarene med pasientens egen plan og legger en oppgave i riktig arbeidsliste når noe avviker.\n\n1. **Trinn 1:** plattformen er anskaffet, koblet til regionens sikkerhet, integrasjoner og datasenter.\n2. **Trinn 2:** tjenesten bygges i små steg sammen med produktteamet i Vestfold og tas i bruk etter hvert.');
SELECT pg_temp.section('DHO', 'conditions', 50, 'Forutsetninger',
	'Plattformen må få tilgang til data gjennom de nye integrasjonstjenestene, risikovurderingen må være godkjent før første pasient, og sykehuset må sette av tid til produktteamet også etter at prosjektet er slutt.');
SELECT pg_temp.section('DHO', 'other', 60, 'Virkning på miljøet',
	'Hver kontroll som gjøres hjemme, sparer en reise. Prosjektet teller unngåtte reiser fra første pasient og regner dem om til utslipp, slik at miljøgevinsten kan følges sammen med de andre gevinstene.');
SELECT pg_temp.section('DHO', 'organisation', 70, 'Organisering',
	'Helse Sør-Øst eier prosjektet. Sykehuspartner bygger og drifter plattformen, og Sykehuset i Vestfold har produktteamet. Styringsgruppen møtes hver annen måned.');
SELECT pg_temp.section('NYAPI', 'purpose', 10, 'Formål',
	'Ett sted å finne, forstå og ta i bruk regionens grensesnitt, med samme tilgangsstyring for alle.');

SELECT pg_temp.add_body('DHO-STEER', 'steering_group', 'Styringsgruppen for prosessplattform og digital hjemmeoppfølging', 'DHO', 'HSO', 'nb');
SELECT pg_temp.add_body('DHO-REF', 'reference_group', 'Referansegruppe for hjemmeoppfølging', 'DHO', 'SIV', 'nb');
SELECT pg_temp.assign('DHO', 'project_owner', 'tvangen', 'HSO', starts => '2021-10-01');
SELECT pg_temp.assign('DHO', 'project_manager', 'leader', 'SIV', starts => '2021-10-01', project_time_only => true);
SELECT pg_temp.assign('DHO', 'contact_person', 'leader', 'SIV', starts => '2021-10-01');
SELECT pg_temp.assign('DHO', 'product_owner', 'sekeland', 'SIV', starts => '2022-03-01');
SELECT pg_temp.assign('DHO', 'expert', 'staff', 'SIV', starts => '2022-03-01', project_time_only => true);
SELECT pg_temp.assign('DHO', 'steering_chair', 'tvangen', 'HSO', 'DHO-STEER', '2021-10-01');
SELECT pg_temp.assign('DHO', 'steering_member', 'steering', 'SIV', 'DHO-STEER', '2021-10-01');
SELECT pg_temp.assign('DHO', 'steering_member', 'amyhre', 'SYKEHUSPARTNER', 'DHO-STEER', '2021-10-01');
SELECT pg_temp.assign('DHO', 'steering_member', 'portfolio', 'HSO', 'DHO-STEER', '2021-10-01');
SELECT pg_temp.assign('DHO', 'steering_member', NULL, 'SIV', 'DHO-STEER', '2021-10-01');
SELECT pg_temp.assign('DHO', 'expert', 'sekeland', 'SIV', 'DHO-REF', '2022-03-01');
SELECT pg_temp.assign('NYAPI', 'project_manager', 'bsandvik', 'SYKEHUSPARTNER', starts => '2021-05-03');
SELECT pg_temp.assign('NYAPI', 'project_owner', 'amyhre', 'SYKEHUSPARTNER', starts => '2021-05-03');
SELECT pg_temp.assign('REGPLATT', 'programme_manager', 'amyhre', 'SYKEHUSPARTNER', starts => '2021-01-11');

SELECT pg_temp.on_day('2021-10-12', 'leader');

SELECT pg_temp.deliverable('DHO', 'L1', 'Anskaffelse av prosessplattform', '2022-11-01', 'Trinn 1',
	'Kravene til en plattform for prosesser og oppgaver, dialogen med tilbyderne og valget av leverandør.',
	'Kontrakten er underskrevet, og styringsgruppen har godkjent evalueringen.', forecast => '2022-11-01');
SELECT pg_temp.deliverable('DHO', 'L2', 'Forberede plattformen', '2023-03-01', 'Trinn 1',
	'Plattformen er satt opp slik at produktteamet kan bygge på den, koblet til regionens pålogging, integrasjoner og datasenter.',
	'Et første forløp kan bygges og kjøres i testmiljøet med regionens pålogging.', forecast => '2023-03-01');
SELECT pg_temp.deliverable('DHO', 'L3', 'Digital hjemmeoppfølging bygges stegvis på plattformen', '2023-08-01', 'Trinn 2',
	'Tjenesten lages i korte steg med Sykehuset i Vestfold og tas i bruk for én pasientgruppe om gangen.',
	'De første pasientene følges opp hjemmefra, og to fagmiljøer bruker tjenesten i daglig drift.', forecast => '2023-08-01');
SELECT pg_temp.deliverable('DHO', 'L4', 'Brukernær tjenesteutvikling og erfaringer', '2023-10-31', 'Trinn 2',
	'Metoden for å utvikle tjenester tett på brukerne er prøvd ut, og det som er lært, er skrevet ned for neste sykehus.',
	'Erfaringsrapporten er behandlet i styringsgruppen og overlevert linjen.', forecast => '2023-10-31');

SELECT pg_temp.milestone('DHO', 'decision_point', 'BP2 Start planlegging', '2021-10-01', '2021-10-01');
SELECT pg_temp.milestone('DHO', 'milestone', 'Kunngjøring av anskaffelsen', '2022-02-15');
SELECT pg_temp.milestone('DHO', 'decision_point', 'BP3 Start gjennomføring', '2022-11-15');
SELECT pg_temp.milestone('DHO', 'milestone', 'Produktteamet i Vestfold er på plass', '2022-12-01');
SELECT pg_temp.milestone('DHO', 'milestone', 'Første demo for fagmiljøet', '2023-06-15');
SELECT pg_temp.milestone('DHO', 'milestone', 'Første pasient følges opp hjemmefra', '2023-08-01');
SELECT pg_temp.milestone('DHO', 'decision_point', 'BP4 Overføring til linjen', '2023-11-15');

SELECT pg_temp.risk('DHO', 'Leverandøren åpner plattformen for sent',
	'Skytjenesten må settes opp i et miljø som leverandøren ikke har levert til før.',
	'Prosjektet får ikke tilgang til plattformen når utviklingen skal starte.',
	'Alt arbeid som bygger på plattformen, flyttes tilsvarende.', 2, 4,
	'Ukentlig oppfølging av leverandørens plan og dagbot i kontrakten.', 2, 3, 'leader');
SELECT pg_temp.risk('DHO', 'For få fagfolk får fri til prosjektet',
	'Klinikken har høyt sykefravær og mange vakter.', 'Produktteamet blir stående uten klinisk kompetanse.',
	'Løsningen treffer ikke hverdagen i avdelingen.', 3, 4,
	'Avtale om frikjøp av to sykepleiere og en lege per uke.', 2, 3, 'steering');
SELECT pg_temp.risk('DHO', 'Tilgangsstyring i skyen er uprøvd',
	'Regionen har ikke tidligere styrt tilgang til pasientopplysninger i en skytjeneste.', 'Valgt løsning må gjøres om.',
	'Løsningsdesignet tar lengre tid enn planlagt.', 3, 3,
	'To alternativer utredes samtidig, og sikkerhetsmiljøet deltar fra start.', 2, 3, 'amyhre');
SELECT pg_temp.risk('DHO', 'Kostnadene øker utover rammen', 'Lisenser og drift er priset før omfanget er kjent.',
	'Årskostnaden blir høyere enn i styringsdokumentet.', 'Prosjektet må stanse eller be om mer.', 2, 4,
	'Månedlig kostnadsprognose med forvaltningen.', 2, 3, 'portfolio');
SELECT pg_temp.risk('DHO', 'Pasientene faller fra',
	'Måling hver dag kan oppleves som mas.', 'Mange slutter å svare etter noen uker.', 'Gevinstene blir mindre enn beregnet.', 3, 3,
	'Pasienten velger selv hvor ofte, og teamet ringer ved to ubesvarte.', 2, 2, 'sekeland');
SELECT pg_temp.risk('DHO', 'Flere pasienter vil delta enn ventet', 'Pasientene er mer digitale enn planlagt.',
	'Flere enn ventet ønsker hjemmeoppfølging.', 'Gevinstene kommer tidligere.', 2, 3,
	'Ha opplæringsmateriell klart for flere pasientgrupper.', NULL, NULL, 'sekeland', 'opportunity');
