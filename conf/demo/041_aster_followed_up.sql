-- ASTER's plans, risks and dependencies, and its reports from September 2024 to November 2026.
\ir helpers.psql

SELECT pg_temp.on_day('2024-06-03', 'johanna.nyfors');
SELECT pg_temp.deliverable(v.project, v.code, v.title, v.planned::date, v.step, criteria => v.criteria, forecast => v.planned::date)
FROM (VALUES
	('ASTER', 'P1', 'Avtal med systemleverantören', '2024-11-30', 'Upphandling', 'Undertecknat av alla fyra beställare.'),
	('ASTER', 'P2', 'Gemensam beskrivning av arbetssätten', '2025-12-31', 'Planering', 'Godkänd av programgruppen.'),
	('ASTER', 'P3', 'Första start i en enhet', '2026-11-02', 'Införande', 'En hälsostation arbetar en hel vecka utan det gamla systemet.'),
	('ASTER', 'P4', 'Start i hela området', '2027-09-30', 'Införande', 'Alla enheter har tagit systemet i bruk.'),
	('ASTER-INT', 'I1', 'Gemensam bedömning av servicebehov', '2026-03-31', 'Planering', 'Prövad av tre arbetslag.'),
	('ASTER-INT', 'I2', 'Remissflödet beskrivet', '2026-10-31', 'Planering', 'Inga oklara mottagare kvar.'),
	('ASTER-SUPP', 'S1', 'Laboratoriebeställningar i testmiljön', '2026-05-31', 'Bygge', 'Hundra beställningar utan fel.'),
	('ASTER-SUPP', 'S2', 'Bilddiagnostik ansluten', '2026-12-15', 'Bygge', 'Svar inom en minut.'),
	('ASTER-SOC', 'O1', 'Klientprocesserna definierade', '2025-09-30', 'Planering', 'Godkända av socialdirektörerna.'),
	('ASTER-SOC', 'O2', 'Beslutsmallar på två språk', '2026-08-31', 'Bygge', 'Granskade av jurist.'),
	('ASTER-HEALTH', 'H1', 'Mottagningens arbetsflöde', '2025-10-31', 'Planering', 'Övat av två mottagningar.'),
	('ASTER-HEALTH', 'H2', 'Läkemedelslistan flyttad', '2026-09-30', 'Bygge', 'Stickprov på 500 listor utan avvikelse.'),
	('ASTER-HEALTH', 'H3', 'Avdelningens arbetsflöde', '2027-01-31', 'Bygge', 'Övat av fyra avdelningar.'),
	('ASTER-REPORT', 'R1', 'Lista över rapporter som behövs', '2025-11-30', 'Planering', 'Varje rapport har en ägare.'),
	('ASTER-REPORT', 'R2', 'Datalagret i drift', '2027-03-31', 'Bygge', 'Nattlig laddning i en månad utan avbrott.'),
	('ASTER-ESERV', 'E1', 'Tidsbokning på två språk', '2026-12-15', 'Bygge', 'Prövad av trettio invånare.'),
	('ASTER-ESERV', 'E2', 'Meddelanden till invånaren', '2027-04-30', 'Bygge', 'Tillgängligheten granskad.'),
	('ASTER-TECH', 'T1', 'Målarkitektur', '2024-12-31', 'Planering', 'Godkänd av arkitekturrådet.'),
	('ASTER-TECH', 'T2', 'Testmiljö för alla beställare', '2025-06-30', 'Bygge', 'Inloggning fungerar hos alla fyra.'),
	('ASTER-TECH', 'T3', 'Första provflytten av uppgifter', '2026-02-28', 'Bygge', 'Högst en felaktig uppgift av tiotusen.'),
	('ASTER-TECH', 'T4', 'Andra provflytten av uppgifter', '2026-10-15', 'Bygge', 'Högst en felaktig uppgift av hundratusen.')
) AS v (project, code, title, planned, step, criteria);

SELECT pg_temp.milestone(v.project, v.kind, v.title, v.planned::date, forecast => v.forecast::date)
FROM (VALUES
	('ASTER', 'decision_point', 'BP3 Beslut om genomförande', '2024-12-10', NULL),
	('ASTER', 'decision_point', 'BP4 Beslut om första start', '2026-09-15', '2026-12-08'),
	('ASTER', 'milestone', 'Utbildningen börjar', '2026-08-17', NULL),
	('ASTER-TECH', 'milestone', 'Alla kopplingar beskrivna', '2025-03-31', NULL),
	('ASTER-HEALTH', 'milestone', 'Övningsdag på centralsjukhuset', '2026-04-20', NULL)
) AS v (project, kind, title, planned, forecast);

SELECT pg_temp.risk(v.project, v.title, v.cause, v.event, v.effect, v.p, v.c, v.mitigation, v.rp, v.rc, v.owner)
FROM (VALUES
	('ASTER', 'Sakkunniga räcker inte till', 'Samma personer behövs i vården och i projekten.', 'Grupper ställs in.', 'Definitionerna blir sena och ytliga.', 4, 4, 'Avlösare bekostas av programmet.', 3, 3, 'johanna.nyfors'),
	('ASTER', 'Beställarna väljer olika arbetssätt', 'Fyra organisationer med var sin historia.', 'Det gemensamma delas upp igen.', 'Systemet blir dyrare att underhålla.', 3, 4, 'Avvikelser beslutas i styrgruppen, aldrig i arbetsgruppen.', 2, 3, 'hsundell'),
	('ASTER-INT', 'Gränsen mellan vård och omsorg är otydlig', 'Lagarna skiljer sig.', 'Bedömningen kan inte göras gemensam.', 'Dubbelt arbete består.', 3, 3, 'Juristen deltar varannan vecka.', 2, 3, 'antti.keskivaara'),
	('ASTER-SUPP', 'Laboratoriets leverantör byter version', 'Avtalet går ut.', 'Kopplingen måste göras om.', 'Två månaders försening.', 3, 4, 'Bytet läggs efter första start.', 2, 3, 'camilla.bjorkskog'),
	('ASTER-SOC', 'Beslutsmallarna godkänns inte', 'Texten är otydlig på det ena språket.', 'Omarbetning i sista stund.', 'Start utan mallar.', 2, 4, 'Granskning redan i utkastet.', 1, 4, 'petri.lehtomaa'),
	('ASTER-HEALTH', 'Läkemedelslistor är inte aktuella', 'Tre källor med olika uppgifter.', 'Fel uppgift flyttas.', 'Patientsäkerheten hotas.', 3, 5, 'Avstämning vid varje besök ett halvår före flytten.', 2, 4, 'annika.rosenblad'),
	('ASTER-REPORT', 'Nationella krav ändras', 'Nya anvisningar väntas.', 'Rapporter görs om.', 'Datalagret försenas.', 4, 3, 'Följ utkasten, bygg i små delar.', 3, 2, 'tuomas.yliharju'),
	('ASTER-ESERV', 'Invånare utan e-legitimation stängs ute', 'Alla har ingen.', 'Telefonköerna växer.', 'Nyttan uteblir.', 3, 3, 'Ombud och bokning per telefon finns kvar.', 2, 2, 'elin.storgard'),
	('ASTER-TECH', 'Uppgifterna i de gamla systemen är sämre än väntat', 'Fält har använts olika.', 'Provflytten underkänns.', 'Första starten skjuts upp.', 4, 4, 'Rättning börjar hos den som äger uppgiften.', 3, 3, 'ville.hautakorpi')
) AS v (project, title, cause, event, effect, p, c, mitigation, rp, rc, owner);

SELECT pg_temp.depends(v.project, v.needed, v.used_for, v.criticality, v.due::date, v.light, v.provider, by_provider => v.agreed)
FROM (VALUES
	('ASTER-INT', 'Testmiljö med uppgifter från båda sidor', 'Pröva den gemensamma bedömningen', 'high', '2026-01-31', 'green', 'ASTER-TECH', true),
	('ASTER-SUPP', 'Koppling till laboratoriesystemet', 'Beställningar och svar', 'high', '2026-05-15', 'yellow', 'ASTER-TECH', true),
	('ASTER-SOC', 'Gemensam bedömning av servicebehov', 'Första steget i klientprocessen', 'high', '2026-03-31', 'yellow', 'ASTER-INT', true),
	('ASTER-HEALTH', 'Gemensam bedömning av vårdbehov', 'Mottagningens arbetsflöde', 'medium', '2026-03-31', 'yellow', 'ASTER-INT', false),
	('ASTER-HEALTH', 'Godkänd provflytt av läkemedelslistor', 'Start på avdelningarna', 'high', '2026-10-15', 'red', 'ASTER-TECH', true),
	('ASTER-REPORT', 'Koder för insatser', 'Rapporter till myndigheter', 'medium', '2026-12-31', 'green', 'ASTER-SOC', false),
	('ASTER-ESERV', 'Tider från mottagningarna', 'Bokning på två språk', 'high', '2026-10-31', 'yellow', 'ASTER-HEALTH', true)
) AS v (project, needed, used_for, criticality, due, light, provider, agreed);
SELECT pg_temp.depends('ASTER-ESERV', 'Stark identifiering', 'Invånarens inloggning', 'high', '2026-06-30', 'green',
	provider_name => 'Myndigheten för digitalisering', by_provider => true);
SELECT pg_temp.depends('ASTER', 'Leverantörens version 4', 'Första starten', 'high', '2026-09-01', 'yellow',
	provider_organisation => 'KLINIKSYSTEM', by_provider => true);

CREATE OR REPLACE FUNCTION pg_temp.told(project text, day date, label text, light text, risk text, delay int, lights text, writer text,
	summary text, well text, next text, causes text DEFAULT '') RETURNS void LANGUAGE sql AS $$
	SELECT pg_temp.report($1, $2, $3, $4, $5, $9, $8, $7, $6, causes => $12, going_well => $10, coming_next => $11, publisher => 'johanna.nyfors')
$$;

SELECT pg_temp.told('ASTER', '2024-09-16', 'as_planned', 'green', 'medium', 0, 'gggggg', 'johanna.nyfors', 'Upphandlingen är inne på sista förhandlingen och huvudprojekten har fått sina projektchefer.', 'Stort intresse bland sakkunniga.', 'Avtalet läggs fram i november.');
SELECT pg_temp.told('ASTER-TECH', '2024-10-14', 'as_planned', 'green', 'low', 0, 'gggggg', 'ville.hautakorpi', 'Målarkitekturen har gått en runda hos alla beställare.', 'Antalet egna anpassningar har halverats.', 'Beslut i arkitekturrådet i december.');
SELECT pg_temp.on_day('2024-11-27', 'johanna.nyfors');
SELECT pg_temp.delivered('ASTER', 'P1', '2024-11-27');
SELECT pg_temp.on_day('2024-12-10', 'johanna.nyfors');
SELECT pg_temp.reached('ASTER', 'BP3 Beslut om genomförande', '2024-12-10', 'Enhälligt beslut.');
SELECT pg_temp.delivered('ASTER-TECH', 'T1', '2024-12-12');
SELECT pg_temp.told('ASTER', '2025-01-20', 'as_planned', 'green', 'medium', 0, 'gggggg', 'johanna.nyfors', 'Avtalet är undertecknat av alla fyra beställare och genomförandet har börjat.', 'Leverantören är på plats med eget kontor i Vasa.', 'Arbetsgrupperna bildas före påsk.');
SELECT pg_temp.told('ASTER-SOC', '2025-02-10', 'as_planned', 'green', 'low', 0, 'gggggg', 'petri.lehtomaa', 'Fem av nitton klientprocesser är beskrivna.', 'Kommunernas olika mallar har samlats in.', 'Barnskyddet tas i mars.');
SELECT pg_temp.told('ASTER-HEALTH', '2025-02-17', 'as_planned', 'green', 'medium', 0, 'gggggg', 'annika.rosenblad', 'Mottagningarna har ritat sina flöden på väggen och kommit fram till ett gemensamt.', 'Läkarna deltar mer än väntat.', 'Läkemedelsgruppen bildas.');
SELECT pg_temp.told('ASTER-INT', '2025-03-10', 'as_planned', 'green', 'medium', 0, 'gggygg', 'antti.keskivaara', 'Arbetsgruppen för bedömning har enats om vilka frågor som är gemensamma.', 'Socialvården och hälsovården sitter vid samma bord.', 'Juridisk genomgång.');
SELECT pg_temp.told('ASTER-SUPP', '2025-04-07', 'as_planned', 'green', 'low', 0, 'gggggg', 'camilla.bjorkskog', 'Beställningsrutinerna är kartlagda på laboratorium och röntgen.', 'Samma provkoder används redan.', 'Bygget börjar efter sommaren.');
SELECT pg_temp.on_day('2025-06-27', 'ville.hautakorpi');
SELECT pg_temp.delivered('ASTER-TECH', 'T2', '2025-06-27');
SELECT pg_temp.told('ASTER', '2025-08-25', 'minor_deviation', 'yellow', 'medium', 3, 'yggggg', 'johanna.nyfors', 'Testmiljön är öppen för alla beställare. Arbetssätten är beskrivna till två tredjedelar, vilket är något mindre än planerat.', 'Programgruppen fattar beslut samma vecka som frågan väcks.', 'Höstens grupper bemannas på nytt.', 'Semestrarna tömde flera grupper samtidigt.');
SELECT pg_temp.told('ASTER-REPORT', '2025-10-06', 'as_planned', 'green', 'medium', 0, 'gggggg', 'tuomas.yliharju', 'Av 340 rapporter har 90 en ägare som vill behålla dem.', 'Mycket kan tas bort.', 'Listan fastställs i november.');
SELECT pg_temp.on_day('2025-10-28', 'johanna.nyfors');
SELECT pg_temp.delivered('ASTER-SOC', 'O1', '2025-10-06');
SELECT pg_temp.delivered('ASTER-HEALTH', 'H1', '2025-10-28');
SELECT pg_temp.told('ASTER-ESERV', '2025-11-10', 'as_planned', 'green', 'low', 0, 'gggggg', 'elin.storgard', 'Trettio invånare har hjälpt oss att välja ord på två språk.', 'Svenska och finska skrivs samtidigt, inget översätts efteråt.', 'Bokningens första skärmbilder.');
SELECT pg_temp.told('ASTER-TECH', '2025-12-01', 'minor_deviation', 'yellow', 'medium', 3, 'yggyyg', 'ville.hautakorpi', 'Fälten i de gamla systemen har använts på fler sätt än väntat, och provflytten kräver mer rättning.', 'Verktyget för rättning fungerar.', 'Första provflytten i mars i stället för februari.', 'Tre av sju system saknar dokumentation.');
SELECT pg_temp.on_day('2026-01-30', 'johanna.nyfors');
SELECT pg_temp.delivered('ASTER', 'P2', '2026-01-30');
SELECT pg_temp.delivered('ASTER-REPORT', 'R1', '2026-01-15');
SELECT pg_temp.forecast('ASTER-TECH', 'T3', '2026-03-27');
SELECT pg_temp.told('ASTER', '2026-02-09', 'minor_deviation', 'yellow', 'medium', 4, 'yggggg', 'johanna.nyfors', 'Arbetssätten är godkända en månad efter planen. Utbildningen planeras enhet för enhet.', 'Alla beställare står bakom samma beskrivning.', 'Provflytt och övningsdag under våren.', 'Granskningen på två språk tog längre tid.');
SELECT pg_temp.on_day('2026-04-09', 'ville.hautakorpi');
SELECT pg_temp.delivered('ASTER-TECH', 'T3', '2026-04-09');
SELECT pg_temp.reached('ASTER-HEALTH', 'Övningsdag på centralsjukhuset', '2026-04-20', 'Sextio yrkespersoner deltog.');
SELECT pg_temp.told('ASTER-HEALTH', '2026-05-04', 'minor_deviation', 'yellow', 'medium', 3, 'yggyyg', 'annika.rosenblad', 'Övningsdagen visade att arbetsflödet håller, men att läkemedelslistorna måste stämmas av tidigare.', 'Personalen vill börja.', 'Avstämning vid varje besök från juni.', 'Listor från tre källor.');
SELECT pg_temp.told('ASTER-SUPP', '2026-05-11', 'minor_deviation', 'yellow', 'medium', 4, 'yggggg', 'camilla.bjorkskog', 'Beställningarna går fram i testmiljön, men svaren tappar enheten i vart hundrade fall.', 'Röntgen ligger före sin plan.', 'Ny version från leverantören i juni.', 'Kopplingen blev färdig senare än avtalat.');
SELECT pg_temp.on_day('2026-06-12', 'camilla.bjorkskog');
SELECT pg_temp.delivered('ASTER-SUPP', 'S1', '2026-06-12');
SELECT pg_temp.delivered('ASTER-INT', 'I1', '2026-05-20');
SELECT pg_temp.told('ASTER-INT', '2026-06-15', 'minor_deviation', 'yellow', 'medium', 6, 'yggggg', 'antti.keskivaara', 'Den gemensamma bedömningen är prövad av tre arbetslag och godkänd, sju veckor sent.', 'Arbetslagen vill inte gå tillbaka.', 'Remissflödet i höst.', 'Den juridiska genomgången tog två varv.');
SELECT pg_temp.on_day('2026-08-20', 'johanna.nyfors');
SELECT pg_temp.reached('ASTER', 'Utbildningen börjar', '2026-08-20', 'Första kursen fylld.');
SELECT pg_temp.forecast('ASTER-HEALTH', 'H2', '2026-11-30');
SELECT pg_temp.forecast('ASTER-TECH', 'T4', '2026-12-04');
SELECT pg_temp.told('ASTER', '2026-08-31', 'minor_deviation', 'yellow', 'high', 5, 'ygggry', 'johanna.nyfors', 'Utbildningen har börjat. Den andra provflytten hotar första starten, och styrgruppen tar ställning i september.', 'Kurserna är fyllda till jul.', 'Beslut om första start flyttas till december.', 'Rättningen av gamla uppgifter går långsamt.');
SELECT pg_temp.told('ASTER-SOC', '2026-09-14', 'as_planned', 'green', 'low', 1, 'gggggg', 'petri.lehtomaa', 'Beslutsmallarna finns på båda språken och juristen har godkänt dem.', 'Samma mallar används redan i två kommuner.', 'Övning med barnskyddet.');
SELECT pg_temp.on_day('2026-09-18', 'petri.lehtomaa');
SELECT pg_temp.delivered('ASTER-SOC', 'O2', '2026-09-04');
SELECT pg_temp.forecast('ASTER', 'P3', '2027-01-25');
SELECT pg_temp.told('ASTER-REPORT', '2026-10-05', 'minor_deviation', 'yellow', 'medium', 2, 'ggyggg', 'tuomas.yliharju', 'Datalagret laddas varje natt från två källor. Nya nationella anvisningar ändrar elva rapporter.', 'Ledningsgruppen använder redan den första vyn.', 'Anpassa rapporterna före årsskiftet.', 'Anvisningarna kom i september.');
SELECT pg_temp.told('ASTER-TECH', '2026-10-19', 'major_deviation', 'red', 'high', 7, 'ryyyrg', 'ville.hautakorpi', 'Den andra provflytten underkändes i läkemedelsdelen. En tredje körning är planerad till början av december.', 'Socialvårdens uppgifter flyttades utan anmärkning.', 'Rättning tillsammans med hälsovården.', 'Enheter för styrka skrivs på fem olika sätt i det äldsta systemet.');
SELECT pg_temp.told('ASTER-HEALTH', '2026-10-26', 'major_deviation', 'red', 'high', 8, 'rgyyrg', 'annika.rosenblad', 'Läkemedelslistorna kan inte flyttas före december. Avdelningarnas övningar fortsätter med påhittade uppgifter.', 'Arbetsflödet på avdelningarna är nästan klart.', 'Stickprov varje vecka.', 'Provflytten underkändes.');
SELECT pg_temp.told('ASTER-ESERV', '2026-11-02', 'as_planned', 'green', 'low', 0, 'gggggg', 'elin.storgard', 'Bokningen är prövad på två hälsostationer. Åtta av tio klarade den utan hjälp.', 'Ingen märkte vilket språk som skrevs först.', 'Start den 15 december.');
SELECT pg_temp.told('ASTER', '2026-11-09', 'minor_deviation', 'yellow', 'high', 10, 'ryggry', 'johanna.nyfors', 'Första starten är flyttad till slutet av januari. Fem av sju huvuddelar går enligt plan; det är flytten av läkemedelsuppgifter som bestämmer takten.', 'Utbildningen håller sin plan och får goda betyg.', 'Styrgruppen beslutar om första start den 8 december.', 'Andra provflytten underkändes.');

SELECT pg_temp.on_day('2026-11-18', 'antti.keskivaara');
INSERT INTO status_report (subject_id, reported_on, status_label, light, risk_level, summary, delay_weeks, written_by)
VALUES (pg_temp.project('ASTER-INT'), '2026-11-18', 'minor_deviation', 'yellow', 'medium',
	'Remissflödet har två oklara mottagare kvar.', 3, pg_temp.person('antti.keskivaara'));
