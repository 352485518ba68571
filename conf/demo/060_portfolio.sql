-- The rest of the portfolio: invented projects of several owners in all four languages, each in a state of its own.
\ir helpers.psql

SELECT pg_temp.on_day('2024-11-04', 'portfolio');

SELECT pg_temp.add_project(code => v.code, kind => v.kind, owner => v.owner, language => v.language, title => v.title, purpose => v.purpose,
	contact => v.contact, segment => v.segment, phase => v.phase, lifecycle => v.lifecycle, starts => v.starts::date, ends => v.ends::date,
	cost => v.cost, currency => CASE v.language WHEN 'nb' THEN 'NOK' WHEN 'sv' THEN 'SEK' WHEN 'fi' THEN 'EUR' ELSE 'DKK' END)
FROM (VALUES
	-- Norwegian
	('LEGEM', 'project', 'NORDLIA', 'nb', 'Lukket legemiddelsløyfe', 'Fra forskrivning til sengekant uten at noe skrives av for hånd.', 'skleppe', 'standardise', 'execution', 'ongoing', '2024-11-04', '2027-05-31', 74000000),
	('AKUTT', 'project', 'FJORDBYGD', 'nb', 'Nytt akuttmottak', 'Areal, bemanning og pasientflyt i det nye mottaket.', 'emostad', 'renew', 'planning', 'ongoing', '2025-01-13', '2028-12-31', 310000000),
	('BILDE', 'project', 'NORDLIA-IKT', 'nb', 'Felles bildearkiv', 'Alle sykehus finner hverandres bilder.', 'emostad', 'standardise', 'execution', 'ongoing', '2024-11-18', '2026-12-31', 58000000),
	('TOLK', 'project', 'FJORDBYGD', 'nb', 'Tolk på skjerm', 'Tolken er med i rommet innen fem minutter.', 'skleppe', 'operate', 'realisation', 'closed', '2024-11-04', '2026-03-31', 6400000),
	('VAKT', 'project', 'FJORDBYGD', 'nb', 'Digital vaktbok', 'Vaktbytte avtales og godkjennes på mobil.', 'left', 'operate', 'execution', 'ongoing', '2025-02-03', '2026-10-31', 9200000),
	('STROM', 'project', 'NORDLIA', 'nb', 'Nødstrøm og robuste datarom', 'Kritiske systemer skal tåle tre døgn uten strøm.', 'skleppe', 'operate', 'concept', 'planned', '2027-01-04', '2029-06-30', 120000000),
	('SEALED', 'project', 'HSO', 'nb', 'Omlegging av beredskapslager', 'Lokalisering og innhold i regionens beredskapslager.', 'portfolio', 'coordinate', 'planning', 'ongoing', '2025-03-03', '2027-12-31', 95000000),
	('MOBIL', 'project', 'SIV', 'nb', 'Mobile arbeidsflater for sykepleiere', 'Opplysningene følger sykepleieren og ikke rommet.', 'staff', 'renew', 'execution', 'on_hold', '2025-01-06', '2027-03-31', 17800000),
	-- Swedish of Sweden
	('JOURNAL', 'programme', 'NORRSUND', 'sv', 'Ny vårdinformationsmiljö', 'Ett byte av journalsystem som också är ett byte av arbetssätt.', 'galnas', 'renew', 'execution', 'ongoing', '2024-11-11', '2028-06-30', 890000000),
	('JOURNAL-UTB', 'project', 'NORRSUND', 'sv', 'Utbildning inför journalbytet', 'Elva tusen medarbetare utbildas på sin egen arbetsplats.', 'galnas', 'coordinate', 'execution', 'ongoing', '2025-08-18', '2027-12-31', 64000000),
	('VARDPLATS', 'project', 'NORRSUND-US', 'sv', 'Rätt vårdplats från början', 'En gemensam bild av lediga platser varje timme.', 'galnas', 'coordinate', 'closing', 'ongoing', '2024-11-25', '2026-11-30', 11500000),
	('PROVSVAR', 'project', 'VASTERMARK', 'sv', 'Provsvar direkt till patienten', 'Svaret visas när det finns, med en förklaring som går att förstå.', 'ivinter', 'renew', 'execution', 'ongoing', '2025-04-01', '2026-12-31', 8300000),
	('HEMLAKARE', 'project', 'VASTERMARK', 'sv', 'Läkare i hemsjukvården dygnet runt', 'Färre resor till akuten för dem som är sköra.', 'ivinter', 'renew', 'planning', 'ongoing', '2025-09-01', '2027-08-31', 26000000),
	('ARKIV', 'project', 'VASTERMARK', 'sv', 'Avveckling av gamla journalarkiv', 'Det som ska sparas flyttas, resten gallras.', NULL, 'operate', 'execution', 'on_hold', '2025-02-10', '2027-02-28', 14200000),
	('PATOLOGI', 'project', 'NORRSUND-US', 'sv', 'Digital patologi', 'Preparat granskas på skärm, även av kollegor på annan ort.', NULL, 'standardise', 'concept', 'planned', '2027-02-01', '2029-12-31', 47000000),
	-- Finnish
	('ASIAKAS', 'programme', 'JARVIMAA', 'fi', 'Asiakas- ja potilastietojärjestelmän uudistus', 'Kaksi järjestelmää vaihdetaan yhteen, ja samalla toimintatavat sovitaan.', 'vsalmi', 'renew', 'planning', 'ongoing', '2024-12-02', '2028-12-31', 31000000),
	('TOIMINNAN', 'project', 'JARVIMAA', 'fi', 'Toiminnanohjausjärjestelmäkokonaisuuden käyttöönottovalmennus', 'Hankintatoimen, henkilöstöhallinnon ja kiinteistöjen tieto yhteen paikkaan.', 'vsalmi', 'standardise', 'execution', 'ongoing', '2025-01-20', '2026-12-31', 2650000),
	('SUUNHOITO', 'project', 'POHDE', 'fi', 'Suun terveydenhuollon ajanvarausuudistus', 'Aika löytyy ilman jonottamista puhelimessa.', 'tharju', 'renew', 'execution', 'ongoing', '2025-03-10', '2026-11-30', 480000),
	('KUVANTAMINEN', 'project', 'OULU-YS', 'fi', 'Kuvantamisen työnkulut', 'Lähete, kuva ja lausunto samassa jonossa.', 'tharju', 'standardise', 'closing', 'ongoing', '2024-11-04', '2026-12-15', 1900000),
	('KOTIHOITO', 'project', 'POHDE', 'fi', 'Kotihoidon etäkäynnit', 'Joka viides käynti voidaan tehdä kuvayhteydellä.', 'okoski', 'renew', 'realisation', 'closed', '2024-11-04', '2026-05-31', 820000),
	('LAAKEHOITO', 'project', 'OULU-YS', 'fi', 'Lääkehoidon turvallisuuden kehittämishanke', 'Lääkehoidon poikkeamat puoleen kahdessa vuodessa.', NULL, 'coordinate', 'planning', 'planned', '2027-01-11', '2028-12-31', 610000),
	('NEUVONTA', 'project', 'JARVIMAA', 'fi', 'Palveluohjauksen ja -neuvonnan yhteinen numero', 'Yksi numero, josta asia lähtee oikealle tekijälle.', NULL, 'coordinate', 'execution', 'ongoing', '2025-05-05', '2026-12-31', 350000),
	-- English
	('RARE', 'programme', 'ORESUND', 'en', 'Rare disease network', 'Patients with rare diagnoses meet one team, whichever side of the strait they live on.', 'olindvik', 'coordinate', 'execution', 'ongoing', '2024-11-04', '2027-10-31', 42000000),
	('RARE-REG', 'sub_project', 'ORESUND', 'en', 'Shared registry', 'One registry with consent that the patient can withdraw.', 'olindvik', 'standardise', 'execution', 'ongoing', '2025-02-17', '2027-02-28', 9600000),
	('SEPSIS', 'project', 'SUNDBY-UH', 'en', 'Early warning of sepsis', 'A score computed every ten minutes from what is measured already.', 'fthorsen', 'renew', 'execution', 'ongoing', '2025-01-27', '2026-12-31', 12400000),
	('BEDS', 'project', 'SUNDBY-UH', 'en', 'Bed logistics', 'A clean bed is where it is needed within thirty minutes.', 'fthorsen', 'operate', 'closing', 'ongoing', '2024-11-04', '2026-10-31', 5100000),
	('ROBOT', 'project', 'SUNDBY-UH', 'en', 'Pharmacy robot', 'Doses are packed per patient and checked by camera.', NULL, 'standardise', 'concept', 'planned', '2027-03-01', '2028-09-30', 23000000)
) AS v (code, kind, owner, language, title, purpose, contact, segment, phase, lifecycle, starts, ends, cost);

UPDATE project SET visibility = 'members' WHERE code = 'SEALED';
UPDATE project SET parent_id = pg_temp.project('JOURNAL') WHERE code = 'JOURNAL-UTB';
UPDATE project SET parent_id = pg_temp.project('ASIAKAS') WHERE code = 'TOIMINNAN';
UPDATE project SET parent_id = pg_temp.project('RARE') WHERE code = 'RARE-REG';

SELECT pg_temp.carries(v.code, v.goal) FROM (VALUES ('LEGEM', 'NORDLIA-2'), ('AKUTT', 'NORDLIA-1'), ('BILDE', 'NORDLIA-2'), ('SEALED', 'HSO-5'),
	('MOBIL', 'HSO-3'), ('JOURNAL', 'NORRSUND-2'), ('VARDPLATS', 'NORRSUND-1'), ('SUUNHOITO', 'POHDE-1'), ('KOTIHOITO', 'POHDE-4'),
	('KUVANTAMINEN', 'POHDE-2'), ('ASIAKAS', 'SOTE-1'), ('RARE', 'ORESUND-1')) AS v (code, goal);
SELECT pg_temp.assign(p.code, 'project_manager', x.account, o.code, starts => p.starts_on)
  FROM project p JOIN organisation o ON o.id = p.owner_id LEFT JOIN person x ON x.id = p.contact_id
 WHERE p.code IN ('LEGEM', 'AKUTT', 'BILDE', 'TOLK', 'VAKT', 'MOBIL', 'JOURNAL', 'JOURNAL-UTB', 'VARDPLATS', 'PROVSVAR', 'HEMLAKARE', 'ARKIV', 'ASIAKAS',
	'TOIMINNAN', 'SUUNHOITO', 'KUVANTAMINEN', 'KOTIHOITO', 'NEUVONTA', 'RARE', 'RARE-REG', 'SEPSIS', 'BEDS', 'SEALED');
SELECT pg_temp.assign('SEALED', 'expert', 'coordinator', 'SIV', starts => '2025-03-03');

SELECT pg_temp.deliverable(v.project, v.code, v.title, v.planned::date, forecast => v.forecast::date)
FROM (VALUES
	('LEGEM', 'D1', 'Elektronisk ordinasjon i to sykehus', '2026-04-30', '2026-06-15'), ('LEGEM', 'D2', 'Pakkeautomat i drift', '2026-12-15', '2027-02-28'),
	('LEGEM', 'D3', 'Kontroll ved sengen', '2027-04-30', NULL), ('AKUTT', 'A1', 'Konseptrapport', '2026-02-27', NULL),
	('AKUTT', 'A2', 'Forprosjekt', '2026-12-18', '2027-01-29'), ('BILDE', 'B1', 'Arkivet mottar bilder fra tre sykehus', '2026-03-31', NULL),
	('BILDE', 'B2', 'Gamle arkiver flyttet', '2026-11-13', '2026-12-11'), ('TOLK', 'K1', 'Tolketjenesten i alle avdelinger', '2026-03-15', NULL),
	('VAKT', 'V1', 'Vaktbok i fire avdelinger', '2026-05-29', NULL), ('VAKT', 'V2', 'Vaktbok i hele sykehuset', '2026-10-30', NULL),
	('MOBIL', 'M1', 'Prøvedrift på to sengeposter', '2026-01-30', NULL), ('SEALED', 'S1', 'Lokaliseringsvalg', '2026-06-30', '2026-09-30'),
	('JOURNAL', 'J1', 'Gemensam begreppsmodell', '2025-12-19', NULL), ('JOURNAL', 'J2', 'Första sjukhuset i drift', '2027-03-15', '2027-05-24'),
	('JOURNAL-UTB', 'U1', 'Utbildare certifierade', '2026-06-12', NULL), ('JOURNAL-UTB', 'U2', 'Första omgången utbildad', '2027-02-26', NULL),
	('VARDPLATS', 'P1', 'Platsbilden i drift', '2026-05-04', NULL), ('VARDPLATS', 'P2', 'Överlämnad till förvaltning', '2026-11-30', NULL),
	('PROVSVAR', 'R1', 'Svar från laboratoriet visas', '2026-04-15', '2026-06-01'), ('PROVSVAR', 'R2', 'Förklarande texter', '2026-11-20', '2026-12-18'),
	('ARKIV', 'K1', 'Gallringsplan', '2025-11-28', NULL), ('ASIAKAS', 'A1', 'Vaatimusmäärittely', '2026-02-27', '2026-04-10'),
	('ASIAKAS', 'A2', 'Kilpailutus', '2027-03-31', NULL), ('TOIMINNAN', 'T1', 'Käyttöönottovalmennussuunnitelma', '2025-10-31', NULL),
	('TOIMINNAN', 'T2', 'Henkilöstöhallinnon tiedonsiirtorajapintakuvaukset', '2026-09-30', '2026-12-11'), ('SUUNHOITO', 'S1', 'Sähköinen ajanvaraus', '2026-06-30', NULL),
	('KUVANTAMINEN', 'K1', 'Yhteinen työjono', '2026-03-31', NULL), ('KUVANTAMINEN', 'K2', 'Lausunnot puheentunnistuksella', '2026-10-30', '2026-11-27'),
	('KOTIHOITO', 'E1', 'Etäkäynnit kaikilla alueilla', '2026-04-30', NULL), ('RARE', 'N1', 'Referral pathway', '2026-01-30', NULL),
	('RARE-REG', 'G1', 'Consent model', '2025-12-12', NULL), ('RARE-REG', 'G2', 'First hundred patients registered', '2026-11-06', '2026-12-04'),
	('SEPSIS', 'E1', 'Score validated on last year''s data', '2026-02-13', NULL), ('SEPSIS', 'E2', 'Alerts on four wards', '2026-10-16', '2026-11-30'),
	('BEDS', 'L1', 'Bed board on every ward', '2026-08-31', NULL)
) AS v (project, code, title, planned, forecast);

SELECT pg_temp.depends(v.project, v.needed, v.used_for, v.criticality, v.due::date, v.light, v.provider, v.organisation, v.name, by_provider => v.agreed)
FROM (VALUES
	('LEGEM', 'Legemiddelkatalog', 'Ordinasjon', 'high', '2026-03-31', 'green', NULL, 'NORDPROSESS', '', true),
	('AKUTT', 'Felles bildearkiv i drift', 'Bilder i mottaket', 'medium', '2026-11-30', 'yellow', 'BILDE', NULL, '', true),
	('MOBIL', 'Pålogging med kort', 'Raskt bytte mellom brukere', 'high', '2026-02-27', 'red', NULL, 'SYKEHUSPARTNER', '', false),
	('JOURNAL', 'Datum för journalbyte i grannregionen', 'Gemensam driftsättning', 'medium', '2026-12-31', 'yellow', NULL, 'VASTERMARK', '', false),
	('JOURNAL-UTB', 'Utbildningsmiljö med påhittade patienter', 'Övningar', 'high', '2026-10-30', 'red', 'JOURNAL', NULL, '', false),
	('PROVSVAR', 'Inkorgens visning av svar', 'Visa svaret för patienten', 'high', '2026-10-01', 'yellow', 'INKORG', NULL, '', true),
	('TOIMINNAN', 'Organisaatiorakenteen perustiedot', 'Käyttöoikeudet', 'medium', '2026-09-15', 'green', 'ASIAKAS', NULL, '', true),
	('RARE-REG', 'National identifiers matched', 'One row per patient', 'high', '2026-11-06', 'yellow', NULL, NULL, 'The two national health data authorities', false),
	('SEPSIS', 'Vital signs every ten minutes', 'The score', 'high', '2026-05-29', 'green', 'BEDS', NULL, '', true)
) AS v (project, needed, used_for, criticality, due, light, provider, organisation, name, agreed);

SELECT pg_temp.risk(v.project, v.title, v.cause, v.event, v.effect, v.p, v.c, v.mitigation, v.rp, v.rc)
FROM (VALUES
	('LEGEM', 'Pakkeautomaten får ikke plass', 'Rommet er målt feil.', 'Ombygging.', 'To måneders utsettelse.', 3, 3, 'Ny oppmåling før bestilling.', 1, 3),
	('AKUTT', 'Prisvekst i byggemarkedet', 'Få tilbydere.', 'Tilbudene kommer over rammen.', 'Omfanget må reduseres.', 4, 5, 'Opsjoner som kan tas ut.', 3, 4),
	('MOBIL', 'Dekningen er for dårlig', 'Tykke vegger.', 'Opplysninger vises ikke.', 'Papir tas i bruk igjen.', 4, 3, 'Måling i alle rom.', 2, 3),
	('SEALED', 'Naboer protesterer', 'Økt trafikk.', 'Klagebehandling.', 'Ett års forsinkelse.', 3, 4, 'Tidlig dialog.', 2, 3),
	('JOURNAL', 'Leverantören hinner inte', 'Flera regioner byter samma år.', 'Rättningar uteblir.', 'Driftstarten flyttas.', 4, 5, 'Gemensam prioritering med grannregionen.', 3, 4),
	('PROVSVAR', 'Svar som oroar', 'Patienten läser ensam.', 'Fler samtal till mottagningen.', 'Nyttan minskar.', 3, 2, 'Förklarande text till varje prov.', 2, 2),
	('ASIAKAS', 'Kilpailutuksesta valitetaan', 'Suuri hankinta.', 'Markkinaoikeus.', 'Vuoden viive.', 3, 5, 'Vaatimukset käydään läpi markkinavuoropuhelussa.', 2, 4),
	('TOIMINNAN', 'Henkilöstöresurssien riittämättömyys', 'Lomakausi ja järjestelmänvaihto osuvat yhteen.', 'Valmennukset perutaan.', 'Käyttöönotto siirtyy.', 4, 3, 'Valmennukset myös iltaisin.', 2, 3),
	('RARE', 'Two legal systems', 'Consent rules differ.', 'Data cannot be shared.', 'The network stays a meeting.', 3, 4, 'A joint legal opinion.', 2, 3),
	('SEPSIS', 'Too many alarms', 'Threshold set low.', 'Staff stop looking.', 'Sepsis is missed.', 4, 5, 'Tune per ward; review each week.', 2, 4)
) AS v (project, title, cause, event, effect, p, c, mitigation, rp, rc);
