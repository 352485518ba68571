-- Programme FLDV with its assignment INFORANDE (Inera), and OMAOLO's development in Northern Ostrobothnia.
\ir helpers.psql

SELECT pg_temp.on_day('2024-02-01', 'portfolio');

SELECT pg_temp.add_project(code => 'FLDV', kind => 'programme', owner => 'INERA', language => 'sv',
	title => 'Första linjens digitala vård',
	purpose => 'Programmet samlar de tjänster som en invånare möter först, och ser till att regionerna kan införa dem i en ordning som håller.',
	contact => 'lovisa.hedmark', segment => 'coordinate', starts => '2024-02-01', ends => '2027-12-31', cost => 214000000, currency => 'SEK');
SELECT pg_temp.add_project(code => 'INFORANDE', kind => 'assignment', owner => 'INERA', language => 'sv', parent => 'FLDV',
	title => 'Införandeplanering',
	purpose => 'Uppdraget gör en plan över alla införanden i programmet, både nationellt och i varje region, och prövar en gemensam metod för dem.',
	contact => 'asa.ostergard', segment => 'coordinate', starts => '2024-04-08', ends => '2026-12-31', cost => 9800000, currency => 'SEK');
SELECT pg_temp.add_project(code => v.code, kind => 'project', owner => 'INERA', language => 'sv', parent => 'FLDV', title => v.title,
	purpose => v.purpose, contact => v.contact, segment => v.segment, phase => v.phase, lifecycle => v.lifecycle,
	starts => v.starts::date, ends => v.ends::date, cost => v.cost, currency => 'SEK')
FROM (VALUES
	('INKORG', 'Digitala kallelser i inkorgen', 'Kallelsen kommer dit invånaren redan loggar in.', 'lovisa.hedmark', 'renew', 'execution', 'ongoing', '2024-05-01', '2027-03-31', 38000000),
	('VIDEO', 'Video i rådgivning per telefon', 'Sjuksköterskan kan be den som ringer att visa.', NULL, 'renew', 'closing', 'ongoing', '2024-03-01', '2026-12-31', 21500000),
	('MALARK', 'Målarkitektur och handlingsplan för verksamhetsstöd', 'Beskriver vart rådgivningens stödsystem är på väg.', 'asa.ostergard', 'standardise', 'realisation', 'closed', '2024-02-01', '2025-12-31', 12700000)
) AS v (code, title, purpose, contact, segment, phase, lifecycle, starts, ends, cost);

SELECT pg_temp.alias('FLDV', 'Första linjen');
SELECT pg_temp.alias('INFORANDE', 'Rolloutplanering');
SELECT pg_temp.carries('FLDV', 'INERA-1');
SELECT pg_temp.carries('INFORANDE', 'INERA-2');
SELECT pg_temp.carries('INKORG', 'INERA-1');
SELECT pg_temp.takes_part('FLDV', o, 'client') FROM unnest(ARRAY['NORRSUND', 'VASTERMARK']) AS o;
SELECT pg_temp.takes_part('INFORANDE', o, 'client') FROM unnest(ARRAY['NORRSUND', 'VASTERMARK']) AS o;
SELECT pg_temp.section('INFORANDE', 'purpose', 10, 'Uppdraget',
	'Ta fram en plan över programmets införanden, tekniskt och i verksamheten, som regionerna kan planera sitt eget år efter. Föreslå dessutom en metod som kan göras större eller mindre efter hur svårt införandet är.');
SELECT pg_temp.section('INFORANDE', 'basic_idea', 20, 'Fyra översikter i stället för en',
	E'En enda bild blev antingen för grov eller för full. Uppdraget håller därför fyra:\n\n1. hur varje införande ligger till i varje region,\n2. vilka tekniska anpassningar regionen behöver göra,\n3. hur långt planeringen av stödet har kommit,\n4. när det går att börja, tidigt eller på bredden.');
SELECT pg_temp.section('INFORANDE', 'conditions', 30, 'Vad som brukar avgöra',
	E'- Ledningen i regionen vill och säger det.\n- Den som äger arbetssättet äger också förändringen.\n- Varje nationell roll speglas av en i regionen.\n- Tekniken är beställd i tid.\n- Alla säger samma sak med samma ord.');
SELECT pg_temp.section('INFORANDE', 'tips', 40, 'Till den som tar vid',
	'Översikterna är till nytta så länge de stämmer. Bestäm vem som uppdaterar dem innan uppdraget stängs.');
SELECT pg_temp.add_body('FLDV-PROG', 'programme_group', 'Programgruppen för första linjens digitala vård', 'FLDV', 'INERA', 'sv');
SELECT pg_temp.add_body('FLDV-REF', 'reference_group', 'Regionernas referensgrupp', 'FLDV', 'INERA', 'sv');
SELECT pg_temp.add_body('FLDV-ARK', 'architecture_council', 'Regionernas arkitekturråd', 'FLDV', 'INERA', 'sv');
SELECT pg_temp.assign('FLDV', 'programme_manager', 'lovisa.hedmark', 'INERA', starts => '2024-02-01');
SELECT pg_temp.assign('FLDV', 'expert', 'galnas', 'NORRSUND', 'FLDV-REF', '2024-05-01');
SELECT pg_temp.assign('FLDV', 'expert', 'ivinter', 'VASTERMARK', 'FLDV-REF', '2024-05-01');
SELECT pg_temp.assign('INFORANDE', 'project_manager', 'asa.ostergard', 'INERA', starts => '2024-04-08');
SELECT pg_temp.assign('INFORANDE', 'rollout_coordinator', 'galnas', 'NORRSUND', starts => '2024-08-19', project_time_only => true);
SELECT pg_temp.assign('INFORANDE', 'rollout_coordinator', NULL, 'VASTERMARK', starts => '2024-08-19', project_time_only => true);

SELECT pg_temp.on_day('2024-04-22', 'asa.ostergard');
SELECT pg_temp.deliverable('INFORANDE', 'U1', 'Kartläggning av införanden', '2024-10-31', 'Kartlägga', criteria => 'Alla projektledare har svarat på enkäten.');
SELECT pg_temp.deliverable('INFORANDE', 'U2', 'Fyra översikter', '2025-05-31', 'Beskriva', criteria => 'Två regioner planerar efter dem.');
SELECT pg_temp.deliverable('INFORANDE', 'U3', 'Utkast till införandemodell', '2025-12-15', 'Beskriva', criteria => 'Läst av referensgruppen.');
SELECT pg_temp.deliverable('INFORANDE', 'U4', 'Modellen prövad i två införanden', '2026-10-30', 'Pröva', criteria => 'Erfarenheterna är inskrivna.');
SELECT pg_temp.risk('INFORANDE', 'Översikterna blir inaktuella', 'Ingen har i uppgift att uppdatera dem.', 'Regionen planerar efter gamla datum.', 'Förtroendet försvinner.', 4, 3, 'Projektens egna rapporter matar översikterna.', 2, 3, 'asa.ostergard');
SELECT pg_temp.depends('INFORANDE', 'Datum för tidig start', 'Översikten över när det går att börja', 'high', '2026-08-31', 'yellow', 'INKORG', by_provider => true);
SELECT pg_temp.report('INFORANDE', '2024-11-11', 'as_planned', 'green', 'low', 'Enkäten är besvarad av alla utom ett projekt. Svaren visar att regionerna väntar samma kvartal på tre olika tjänster.', 'asa.ostergard', 'gggggg', 0, publisher => 'lovisa.hedmark', going_well => 'Regionerna läser utkasten.', coming_next => 'Bygga översikterna.');
SELECT pg_temp.delivered('INFORANDE', 'U1', '2024-11-08');
SELECT pg_temp.report('INFORANDE', '2025-06-09', 'as_planned', 'green', 'low', 'De fyra översikterna finns och används i två regioners planering.', 'asa.ostergard', 'gggggg', 0, publisher => 'lovisa.hedmark', coming_next => 'Skriva utkast till modell.');
SELECT pg_temp.delivered('INFORANDE', 'U2', '2025-05-28');
SELECT pg_temp.report('INFORANDE', '2026-01-19', 'minor_deviation', 'yellow', 'medium', 'Utkastet till modell är klart. Ett av de två prövningarna har skjutits upp av regionen.', 'asa.ostergard', 'yggggg', 5, publisher => 'lovisa.hedmark', causes => 'Regionen byter journalsystem samma vår.');
SELECT pg_temp.delivered('INFORANDE', 'U3', '2026-01-12');
SELECT pg_temp.forecast('INFORANDE', 'U4', '2026-12-11');
SELECT pg_temp.report('INFORANDE', '2026-10-12', 'minor_deviation', 'yellow', 'medium', 'Modellen är prövad i ett införande och håller. Det andra börjar i november.', 'asa.ostergard', 'yggggg', 6, publisher => 'lovisa.hedmark', going_well => 'Projekten rapporterar själva till översikterna.', coming_next => 'Överlämning till programledningen.');
SELECT pg_temp.report('FLDV', '2026-10-19', 'minor_deviation', 'yellow', 'medium', 'Fyra av fem delar går som planerat. Digitala kallelser väntar på anslutning i tre regioner.', 'lovisa.hedmark', 'yggggg', 4);
SELECT pg_temp.report('VIDEO', '2026-09-28', 'as_planned', 'green', 'low', 'Video används i vart tjugonde samtal och förvaltningen tar över vid årsskiftet.', 'lovisa.hedmark', 'gggggg', 0);

-- OMAOLO: what the wellbeing services county develops; the service itself comes with its governance model.
SELECT pg_temp.on_day('2024-01-08', 'pirjo.kallioranta');
SELECT pg_temp.add_project(code => 'OMAOLO', kind => 'project', owner => 'POHDE', language => 'fi',
	title => 'Omaolon hallinta- ja ylläpitomalli',
	purpose => 'Yksi tapa ottaa Omaolo käyttöön, ylläpitää sitä ja seurata sen vaikutuksia koko hyvinvointialueella.',
	contact => 'pirjo.kallioranta', segment => 'operate', phase => 'realisation', starts => '2024-01-08', ends => '2026-12-31',
	cost => 740000, currency => 'EUR', funding => 'RRP-P4-I1');
SELECT pg_temp.alias('OMAOLO', 'Omaolopalvelu');
SELECT pg_temp.carries('OMAOLO', 'POHDE-2');
SELECT pg_temp.carries('OMAOLO', 'SOTE-2');
SELECT pg_temp.takes_part('OMAOLO', 'POHDE', 'owner');
SELECT pg_temp.takes_part('OMAOLO', 'DIGIFINLAND', 'supplier');
SELECT pg_temp.section('OMAOLO', 'background', 10, 'Lähtötilanne',
	'Kunnilla oli ennen vuotta 2023 kullakin oma tapansa hoitaa Omaoloa. Kun hyvinvointialue aloitti, vastuut piti sopia uudelleen niin, että sama palvelu toimii samalla tavalla joka paikkakunnalla.');
SELECT pg_temp.section('OMAOLO', 'target_group', 20, 'Kenelle',
	'Mallia käyttävät yksiköt, jotka ottavat Omaolon käyttöön tai joilla se jo on. Asukas huomaa sen siitä, että vastaus tulee ajoissa ja oikeasta paikasta.');
SELECT pg_temp.section('OMAOLO', 'basic_idea', 30, 'Ratkaisun ydin',
	E'Palvelulla on kaksi tuotevastaavaa: toinen kehittämisestä, toinen tietohallinnosta. Heidän tukenaan ovat koordinoivat asiantuntijat ja jokaisen yksikön vastuukäyttäjät.\n\n- **Kuukauden kuluttua** käyttöönotosta pidetään ensimmäinen yhteistyöpalaveri.\n- **Kerran vuodessa** sen jälkeen katsotaan, mikä on muuttunut.\n\nMittareina ovat käyttömäärät, puhelumäärät ja vaaratapahtumailmoitukset.');
SELECT pg_temp.section('OMAOLO', 'conditions', 40, 'Käyttöönoton edellytykset',
	'Malli pysyy hengissä vain, jos sitä päivittävät ne, jotka sitä käyttävät. Tietoturvallisuuspoikkeamailmoituskäytännöt ja käyttöoikeushallintamenettelyt sovitaan ennen jokaista käyttöönottoa.');
SELECT pg_temp.section('OMAOLO', 'evaluation', 50, 'Arviointi', 'Roolit ovat selvät, ja häiriötilanteessa tiedetään kuka viestii. Koulutuksen riittävyys vaihtelee yksiköittäin.');
SELECT pg_temp.section('OMAOLO', 'tips', 60, 'Vinkit soveltajalle', 'Mieti palvelun koko elinkaari ennen ensimmäistä käyttöönottoa, myös se, kuka lopettaa sen.');
SELECT pg_temp.assign('OMAOLO', 'product_owner', 'okoski', 'POHDE', starts => '2024-01-08');
SELECT pg_temp.assign('OMAOLO', 'product_owner', 'pirjo.kallioranta', 'POHDE', starts => '2024-01-08');
SELECT pg_temp.assign('OMAOLO', 'project_manager', 'tharju', 'POHDE', starts => '2024-01-08', project_time_only => true);
SELECT pg_temp.assign('OMAOLO', 'coordinating_expert', NULL, 'POHDE', starts => '2024-01-08');
SELECT pg_temp.deliverable('OMAOLO', 'M1', 'Hallintamallin kuvaus', '2024-09-30', 'Suunnittelu', criteria => 'Kehittäminen ja tietohallinto ovat hyväksyneet.');
SELECT pg_temp.deliverable('OMAOLO', 'M2', 'Vastuukäyttäjäverkosto toiminnassa', '2025-06-30', 'Käyttöönotto', criteria => 'Jokaisella yksiköllä on vastuukäyttäjä.');
SELECT pg_temp.deliverable('OMAOLO', 'M3', 'Ensimmäiset vuosittaiset yhteistyöpalaverit', '2026-11-30', 'Seuranta', criteria => 'Pidetty kymmenessä yksikössä.', forecast => '2026-12-18');
SELECT pg_temp.risk('OMAOLO', 'Vastuukäyttäjät vaihtuvat', 'Tehtävää tehdään oman työn ohessa.', 'Yksikkö jää ilman vastuukäyttäjää.', 'Ilmoituksiin ei vastata.', 3, 3, 'Jokaiselle nimetään varahenkilö.', 2, 2, 'tharju');
SELECT pg_temp.on_day('2024-10-03', 'tharju');
SELECT pg_temp.delivered('OMAOLO', 'M1', '2024-10-03');
SELECT pg_temp.report('OMAOLO', '2024-11-18', 'as_planned', 'green', 'low', 'Hallintamalli on kuvattu, ja ensimmäiset yksiköt toimivat sen mukaan.', 'tharju', 'gggggg', 0, publisher => 'pirjo.kallioranta');
SELECT pg_temp.report('OMAOLO', '2025-08-25', 'as_planned', 'green', 'low', 'Vastuukäyttäjäverkosto kokoontuu kuukausittain. Kahdesta yksiköstä puuttuu vielä varahenkilö.', 'tharju', 'gggggg', 0, publisher => 'pirjo.kallioranta', coming_next => 'Yhteistyöpalaverien aikataulu.');
SELECT pg_temp.delivered('OMAOLO', 'M2', '2025-08-15');
SELECT pg_temp.report('OMAOLO', '2026-10-26', 'minor_deviation', 'yellow', 'low', 'Vuosittaisista yhteistyöpalavereista on pidetty seitsemän kymmenestä. Puhelumäärät ovat laskeneet niissä yksiköissä, joissa oirearviot ovat käytössä.', 'tharju', 'ygggg-', 3, publisher => 'pirjo.kallioranta', causes => 'Kolmessa yksikössä esihenkilö on vaihtunut.', going_well => 'Asukaspalautteen keskiarvo on noussut.');
