// The rest of the portfolio: invented projects of several owners in all four languages, each in a state of its own. What stands in it.
import { on } from '../telling.mjs';

export default [
  on('2024-11-04', 'portfolio', [
    ['/projects/LEGEM', {
      title: 'Lukket legemiddelsløyfe', purpose: 'Fra forskrivning til sengekant uten at noe skrives av for hånd.', language: 'nb', kind: 'project',
      owner: 'NORDLIA', contact: 'skleppe', segment: 'standardise', phase: 'execution', lifecycle: 'ongoing', starts_on: '2024-11-04',
      ends_on: '2027-05-31', cost_frame: 74000000, currency: 'NOK', goals: ['NORDLIA-2']
    }],
    ['/projects/AKUTT', {
      title: 'Nytt akuttmottak', purpose: 'Areal, bemanning og pasientflyt i det nye mottaket.', language: 'nb', kind: 'project', owner: 'FJORDBYGD',
      contact: 'emostad', segment: 'renew', phase: 'planning', lifecycle: 'ongoing', starts_on: '2025-01-13', ends_on: '2028-12-31',
      cost_frame: 310000000, currency: 'NOK', goals: ['NORDLIA-1']
    }],
    ['/projects/BILDE', {
      title: 'Felles bildearkiv', purpose: 'Alle sykehus finner hverandres bilder.', language: 'nb', kind: 'project', owner: 'NORDLIA-IKT',
      contact: 'emostad', segment: 'standardise', phase: 'execution', lifecycle: 'ongoing', starts_on: '2024-11-18', ends_on: '2026-12-31',
      cost_frame: 58000000, currency: 'NOK', goals: ['NORDLIA-2']
    }],
    ['/projects/TOLK', {
      title: 'Tolk på skjerm', purpose: 'Tolken er med i rommet innen fem minutter.', language: 'nb', kind: 'project', owner: 'FJORDBYGD',
      contact: 'skleppe', segment: 'operate', phase: 'realisation', lifecycle: 'closed', starts_on: '2024-11-04', ends_on: '2026-03-31',
      cost_frame: 6400000, currency: 'NOK'
    }],
    ['/projects/VAKT', {
      title: 'Digital vaktbok', purpose: 'Vaktbytte avtales og godkjennes på mobil.', language: 'nb', kind: 'project', owner: 'FJORDBYGD',
      contact: 'left', segment: 'operate', phase: 'execution', lifecycle: 'ongoing', starts_on: '2025-02-03', ends_on: '2026-10-31',
      cost_frame: 9200000, currency: 'NOK'
    }],
    ['/projects/STROM', {
      title: 'Nødstrøm og robuste datarom', purpose: 'Kritiske systemer skal tåle tre døgn uten strøm.', language: 'nb', kind: 'project',
      owner: 'NORDLIA', contact: 'skleppe', segment: 'operate', phase: 'concept', lifecycle: 'planned', starts_on: '2027-01-04',
      ends_on: '2029-06-30', cost_frame: 120000000, currency: 'NOK'
    }],
    ['/projects/SEALED', {
      title: 'Omlegging av beredskapslager', purpose: 'Lokalisering og innhold i regionens beredskapslager.', language: 'nb', kind: 'project',
      owner: 'HSO', contact: 'portfolio', segment: 'coordinate', phase: 'planning', lifecycle: 'ongoing', starts_on: '2025-03-03',
      ends_on: '2027-12-31', cost_frame: 95000000, currency: 'NOK', visibility: 'members', goals: ['HSO-5']
    }],
    ['/projects/MOBIL', {
      title: 'Mobile arbeidsflater for sykepleiere', purpose: 'Opplysningene følger sykepleieren og ikke rommet.', language: 'nb', kind: 'project',
      owner: 'SIV', contact: 'staff', segment: 'renew', phase: 'execution', lifecycle: 'on_hold', starts_on: '2025-01-06', ends_on: '2027-03-31',
      cost_frame: 17800000, currency: 'NOK', goals: ['HSO-3']
    }],
    ['/projects/JOURNAL', {
      title: 'Ny vårdinformationsmiljö', purpose: 'Ett byte av journalsystem som också är ett byte av arbetssätt.', language: 'sv',
      kind: 'programme', owner: 'NORRSUND', contact: 'galnas', segment: 'renew', phase: 'execution', lifecycle: 'ongoing', starts_on: '2024-11-11',
      ends_on: '2028-06-30', cost_frame: 890000000, currency: 'SEK', goals: ['NORRSUND-2']
    }],
    ['/projects/JOURNAL-UTB', {
      title: 'Utbildning inför journalbytet', purpose: 'Elva tusen medarbetare utbildas på sin egen arbetsplats.', language: 'sv', kind: 'project',
      parent: 'JOURNAL', owner: 'NORRSUND', contact: 'galnas', segment: 'coordinate', phase: 'execution', lifecycle: 'ongoing',
      starts_on: '2025-08-18', ends_on: '2027-12-31', cost_frame: 64000000, currency: 'SEK'
    }],
    ['/projects/VARDPLATS', {
      title: 'Rätt vårdplats från början', purpose: 'En gemensam bild av lediga platser varje timme.', language: 'sv', kind: 'project',
      owner: 'NORRSUND-US', contact: 'galnas', segment: 'coordinate', phase: 'closing', lifecycle: 'ongoing', starts_on: '2024-11-25',
      ends_on: '2026-11-30', cost_frame: 11500000, currency: 'SEK', goals: ['NORRSUND-1']
    }],
    ['/projects/PROVSVAR', {
      title: 'Provsvar direkt till patienten', purpose: 'Svaret visas när det finns, med en förklaring som går att förstå.', language: 'sv',
      kind: 'project', owner: 'VASTERMARK', contact: 'ivinter', segment: 'renew', phase: 'execution', lifecycle: 'ongoing', starts_on: '2025-04-01',
      ends_on: '2026-12-31', cost_frame: 8300000, currency: 'SEK'
    }],
    ['/projects/HEMLAKARE', {
      title: 'Läkare i hemsjukvården dygnet runt', purpose: 'Färre resor till akuten för dem som är sköra.', language: 'sv', kind: 'project',
      owner: 'VASTERMARK', contact: 'ivinter', segment: 'renew', phase: 'planning', lifecycle: 'ongoing', starts_on: '2025-09-01',
      ends_on: '2027-08-31', cost_frame: 26000000, currency: 'SEK'
    }],
    ['/projects/ARKIV', {
      title: 'Avveckling av gamla journalarkiv', purpose: 'Det som ska sparas flyttas, resten gallras.', language: 'sv', kind: 'project',
      owner: 'VASTERMARK', segment: 'operate', phase: 'execution', lifecycle: 'on_hold', starts_on: '2025-02-10', ends_on: '2027-02-28',
      cost_frame: 14200000, currency: 'SEK'
    }],
    ['/projects/PATOLOGI', {
      title: 'Digital patologi', purpose: 'Preparat granskas på skärm, även av kollegor på annan ort.', language: 'sv', kind: 'project',
      owner: 'NORRSUND-US', segment: 'standardise', phase: 'concept', lifecycle: 'planned', starts_on: '2027-02-01', ends_on: '2029-12-31',
      cost_frame: 47000000, currency: 'SEK'
    }],
    ['/projects/ASIAKAS', {
      title: 'Asiakas- ja potilastietojärjestelmän uudistus', purpose: 'Kaksi järjestelmää vaihdetaan yhteen, ja samalla toimintatavat sovitaan.',
      language: 'fi', kind: 'programme', owner: 'JARVIMAA', contact: 'vsalmi', segment: 'renew', phase: 'planning', lifecycle: 'ongoing',
      starts_on: '2024-12-02', ends_on: '2028-12-31', cost_frame: 31000000, currency: 'EUR', goals: ['SOTE-1']
    }],
    ['/projects/TOIMINNAN', {
      title: 'Toiminnanohjausjärjestelmäkokonaisuuden käyttöönottovalmennus',
      purpose: 'Hankintatoimen, henkilöstöhallinnon ja kiinteistöjen tieto yhteen paikkaan.', language: 'fi', kind: 'project', parent: 'ASIAKAS',
      owner: 'JARVIMAA', contact: 'vsalmi', segment: 'standardise', phase: 'execution', lifecycle: 'ongoing', starts_on: '2025-01-20',
      ends_on: '2026-12-31', cost_frame: 2650000, currency: 'EUR'
    }],
    ['/projects/SUUNHOITO', {
      title: 'Suun terveydenhuollon ajanvarausuudistus', purpose: 'Aika löytyy ilman jonottamista puhelimessa.', language: 'fi', kind: 'project',
      owner: 'POHDE', contact: 'tharju', segment: 'renew', phase: 'execution', lifecycle: 'ongoing', starts_on: '2025-03-10', ends_on: '2026-11-30',
      cost_frame: 480000, currency: 'EUR', goals: ['POHDE-1']
    }],
    ['/projects/KUVANTAMINEN', {
      title: 'Kuvantamisen työnkulut', purpose: 'Lähete, kuva ja lausunto samassa jonossa.', language: 'fi', kind: 'project', owner: 'OULU-YS',
      contact: 'tharju', segment: 'standardise', phase: 'closing', lifecycle: 'ongoing', starts_on: '2024-11-04', ends_on: '2026-12-15',
      cost_frame: 1900000, currency: 'EUR', goals: ['POHDE-2']
    }],
    ['/projects/KOTIHOITO', {
      title: 'Kotihoidon etäkäynnit', purpose: 'Joka viides käynti voidaan tehdä kuvayhteydellä.', language: 'fi', kind: 'project', owner: 'POHDE',
      contact: 'okoski', segment: 'renew', phase: 'realisation', lifecycle: 'closed', starts_on: '2024-11-04', ends_on: '2026-05-31',
      cost_frame: 820000, currency: 'EUR', goals: ['POHDE-4']
    }],
    ['/projects/LAAKEHOITO', {
      title: 'Lääkehoidon turvallisuuden kehittämishanke', purpose: 'Lääkehoidon poikkeamat puoleen kahdessa vuodessa.', language: 'fi',
      kind: 'project', owner: 'OULU-YS', segment: 'coordinate', phase: 'planning', lifecycle: 'planned', starts_on: '2027-01-11',
      ends_on: '2028-12-31', cost_frame: 610000, currency: 'EUR'
    }],
    ['/projects/NEUVONTA', {
      title: 'Palveluohjauksen ja -neuvonnan yhteinen numero', purpose: 'Yksi numero, josta asia lähtee oikealle tekijälle.', language: 'fi',
      kind: 'project', owner: 'JARVIMAA', segment: 'coordinate', phase: 'execution', lifecycle: 'ongoing', starts_on: '2025-05-05',
      ends_on: '2026-12-31', cost_frame: 350000, currency: 'EUR'
    }],
    ['/projects/RARE', {
      title: 'Rare disease network', purpose: 'Patients with rare diagnoses meet one team, whichever side of the strait they live on.',
      language: 'en', kind: 'programme', owner: 'ORESUND', contact: 'olindvik', segment: 'coordinate', phase: 'execution', lifecycle: 'ongoing',
      starts_on: '2024-11-04', ends_on: '2027-10-31', cost_frame: 42000000, currency: 'DKK', goals: ['ORESUND-1']
    }],
    ['/projects/RARE-REG', {
      title: 'Shared registry', purpose: 'One registry with consent that the patient can withdraw.', language: 'en', kind: 'sub_project',
      parent: 'RARE', owner: 'ORESUND', contact: 'olindvik', segment: 'standardise', phase: 'execution', lifecycle: 'ongoing',
      starts_on: '2025-02-17', ends_on: '2027-02-28', cost_frame: 9600000, currency: 'DKK'
    }],
    ['/projects/SEPSIS', {
      title: 'Early warning of sepsis', purpose: 'A score computed every ten minutes from what is measured already.', language: 'en',
      kind: 'project', owner: 'SUNDBY-UH', contact: 'fthorsen', segment: 'renew', phase: 'execution', lifecycle: 'ongoing', starts_on: '2025-01-27',
      ends_on: '2026-12-31', cost_frame: 12400000, currency: 'DKK'
    }],
    ['/projects/BEDS', {
      title: 'Bed logistics', purpose: 'A clean bed is where it is needed within thirty minutes.', language: 'en', kind: 'project',
      owner: 'SUNDBY-UH', contact: 'fthorsen', segment: 'operate', phase: 'closing', lifecycle: 'ongoing', starts_on: '2024-11-04',
      ends_on: '2026-10-31', cost_frame: 5100000, currency: 'DKK'
    }],
    ['/projects/ROBOT', {
      title: 'Pharmacy robot', purpose: 'Doses are packed per patient and checked by camera.', language: 'en', kind: 'project', owner: 'SUNDBY-UH',
      segment: 'standardise', phase: 'concept', lifecycle: 'planned', starts_on: '2027-03-01', ends_on: '2028-09-30', cost_frame: 23000000,
      currency: 'DKK'
    }],
    ['/projects/LEGEM/deliverables', {
      code: 'D1', title: 'Elektronisk ordinasjon i to sykehus', planned_on: '2026-04-30', forecast_on: '2026-06-15'
    }],
    ['/projects/LEGEM/deliverables', { code: 'D2', title: 'Pakkeautomat i drift', planned_on: '2026-12-15', forecast_on: '2027-02-28' }],
    ['/projects/LEGEM/deliverables', { code: 'D3', title: 'Kontroll ved sengen', planned_on: '2027-04-30' }],
    ['/projects/AKUTT/deliverables', { code: 'A1', title: 'Konseptrapport', planned_on: '2026-02-27' }],
    ['/projects/AKUTT/deliverables', { code: 'A2', title: 'Forprosjekt', planned_on: '2026-12-18', forecast_on: '2027-01-29' }],
    ['/projects/BILDE/deliverables', { code: 'B1', title: 'Arkivet mottar bilder fra tre sykehus', planned_on: '2026-03-31' }],
    ['/projects/BILDE/deliverables', { code: 'B2', title: 'Gamle arkiver flyttet', planned_on: '2026-11-13', forecast_on: '2026-12-11' }],
    ['/projects/TOLK/deliverables', { code: 'K1', title: 'Tolketjenesten i alle avdelinger', planned_on: '2026-03-15' }],
    ['/projects/VAKT/deliverables', { code: 'V1', title: 'Vaktbok i fire avdelinger', planned_on: '2026-05-29' }],
    ['/projects/VAKT/deliverables', { code: 'V2', title: 'Vaktbok i hele sykehuset', planned_on: '2026-10-30' }],
    ['/projects/MOBIL/deliverables', { code: 'M1', title: 'Prøvedrift på to sengeposter', planned_on: '2026-01-30' }],
    ['/projects/SEALED/deliverables', { code: 'S1', title: 'Lokaliseringsvalg', planned_on: '2026-06-30', forecast_on: '2026-09-30' }],
    ['/projects/JOURNAL/deliverables', { code: 'J1', title: 'Gemensam begreppsmodell', planned_on: '2025-12-19' }],
    ['/projects/JOURNAL/deliverables', { code: 'J2', title: 'Första sjukhuset i drift', planned_on: '2027-03-15', forecast_on: '2027-05-24' }],
    ['/projects/JOURNAL-UTB/deliverables', { code: 'U1', title: 'Utbildare certifierade', planned_on: '2026-06-12' }],
    ['/projects/JOURNAL-UTB/deliverables', { code: 'U2', title: 'Första omgången utbildad', planned_on: '2027-02-26' }],
    ['/projects/VARDPLATS/deliverables', { code: 'P1', title: 'Platsbilden i drift', planned_on: '2026-05-04' }],
    ['/projects/VARDPLATS/deliverables', { code: 'P2', title: 'Överlämnad till förvaltning', planned_on: '2026-11-30' }],
    ['/projects/PROVSVAR/deliverables', { code: 'R1', title: 'Svar från laboratoriet visas', planned_on: '2026-04-15', forecast_on: '2026-06-01' }],
    ['/projects/PROVSVAR/deliverables', { code: 'R2', title: 'Förklarande texter', planned_on: '2026-11-20', forecast_on: '2026-12-18' }],
    ['/projects/ARKIV/deliverables', { code: 'K1', title: 'Gallringsplan', planned_on: '2025-11-28' }],
    ['/projects/ASIAKAS/deliverables', { code: 'A1', title: 'Vaatimusmäärittely', planned_on: '2026-02-27', forecast_on: '2026-04-10' }],
    ['/projects/ASIAKAS/deliverables', { code: 'A2', title: 'Kilpailutus', planned_on: '2027-03-31' }],
    ['/projects/TOIMINNAN/deliverables', { code: 'T1', title: 'Käyttöönottovalmennussuunnitelma', planned_on: '2025-10-31' }],
    ['/projects/TOIMINNAN/deliverables', {
      code: 'T2', title: 'Henkilöstöhallinnon tiedonsiirtorajapintakuvaukset', planned_on: '2026-09-30', forecast_on: '2026-12-11'
    }],
    ['/projects/SUUNHOITO/deliverables', { code: 'S1', title: 'Sähköinen ajanvaraus', planned_on: '2026-06-30' }],
    ['/projects/KUVANTAMINEN/deliverables', { code: 'K1', title: 'Yhteinen työjono', planned_on: '2026-03-31' }],
    ['/projects/KUVANTAMINEN/deliverables', {
      code: 'K2', title: 'Lausunnot puheentunnistuksella', planned_on: '2026-10-30', forecast_on: '2026-11-27'
    }],
    ['/projects/KOTIHOITO/deliverables', { code: 'E1', title: 'Etäkäynnit kaikilla alueilla', planned_on: '2026-04-30' }],
    ['/projects/RARE/deliverables', { code: 'N1', title: 'Referral pathway', planned_on: '2026-01-30' }],
    ['/projects/RARE-REG/deliverables', { code: 'G1', title: 'Consent model', planned_on: '2025-12-12' }],
    ['/projects/RARE-REG/deliverables', {
      code: 'G2', title: 'First hundred patients registered', planned_on: '2026-11-06', forecast_on: '2026-12-04'
    }],
    ['/projects/SEPSIS/deliverables', { code: 'E1', title: 'Score validated on last year\'s data', planned_on: '2026-02-13' }],
    ['/projects/SEPSIS/deliverables', { code: 'E2', title: 'Alerts on four wards', planned_on: '2026-10-16', forecast_on: '2026-11-30' }],
    ['/projects/BEDS/deliverables', { code: 'L1', title: 'Bed board on every ward', planned_on: '2026-08-31' }],
    ['/projects/LEGEM/risks', {
      kind: 'risk', title: 'Pakkeautomaten får ikke plass', cause: 'Rommet er målt feil.', event: 'Ombygging.', effect: 'To måneders utsettelse.',
      probability: 3, consequence: 3, mitigation: 'Ny oppmåling før bestilling.', residual_probability: 1, residual_consequence: 3, state: 'open'
    }],
    ['/projects/AKUTT/risks', {
      kind: 'risk', title: 'Prisvekst i byggemarkedet', cause: 'Få tilbydere.', event: 'Tilbudene kommer over rammen.',
      effect: 'Omfanget må reduseres.', probability: 4, consequence: 5, mitigation: 'Opsjoner som kan tas ut.', residual_probability: 3,
      residual_consequence: 4, state: 'open'
    }],
    ['/projects/MOBIL/risks', {
      kind: 'risk', title: 'Dekningen er for dårlig', cause: 'Tykke vegger.', event: 'Opplysninger vises ikke.', effect: 'Papir tas i bruk igjen.',
      probability: 4, consequence: 3, mitigation: 'Måling i alle rom.', residual_probability: 2, residual_consequence: 3, state: 'open'
    }],
    ['/projects/SEALED/risks', {
      kind: 'risk', title: 'Naboer protesterer', cause: 'Økt trafikk.', event: 'Klagebehandling.', effect: 'Ett års forsinkelse.', probability: 3,
      consequence: 4, mitigation: 'Tidlig dialog.', residual_probability: 2, residual_consequence: 3, state: 'open'
    }],
    ['/projects/JOURNAL/risks', {
      kind: 'risk', title: 'Leverantören hinner inte', cause: 'Flera regioner byter samma år.', event: 'Rättningar uteblir.',
      effect: 'Driftstarten flyttas.', probability: 4, consequence: 5, mitigation: 'Gemensam prioritering med grannregionen.',
      residual_probability: 3, residual_consequence: 4, state: 'open'
    }],
    ['/projects/PROVSVAR/risks', {
      kind: 'risk', title: 'Svar som oroar', cause: 'Patienten läser ensam.', event: 'Fler samtal till mottagningen.', effect: 'Nyttan minskar.',
      probability: 3, consequence: 2, mitigation: 'Förklarande text till varje prov.', residual_probability: 2, residual_consequence: 2,
      state: 'open'
    }],
    ['/projects/ASIAKAS/risks', {
      kind: 'risk', title: 'Kilpailutuksesta valitetaan', cause: 'Suuri hankinta.', event: 'Markkinaoikeus.', effect: 'Vuoden viive.',
      probability: 3, consequence: 5, mitigation: 'Vaatimukset käydään läpi markkinavuoropuhelussa.', residual_probability: 2,
      residual_consequence: 4, state: 'open'
    }],
    ['/projects/TOIMINNAN/risks', {
      kind: 'risk', title: 'Henkilöstöresurssien riittämättömyys', cause: 'Lomakausi ja järjestelmänvaihto osuvat yhteen.',
      event: 'Valmennukset perutaan.', effect: 'Käyttöönotto siirtyy.', probability: 4, consequence: 3, mitigation: 'Valmennukset myös iltaisin.',
      residual_probability: 2, residual_consequence: 3, state: 'open'
    }],
    ['/projects/RARE/risks', {
      kind: 'risk', title: 'Two legal systems', cause: 'Consent rules differ.', event: 'Data cannot be shared.',
      effect: 'The network stays a meeting.', probability: 3, consequence: 4, mitigation: 'A joint legal opinion.', residual_probability: 2,
      residual_consequence: 3, state: 'open'
    }],
    ['/projects/SEPSIS/risks', {
      kind: 'risk', title: 'Too many alarms', cause: 'Threshold set low.', event: 'Staff stop looking.', effect: 'Sepsis is missed.', probability: 4,
      consequence: 5, mitigation: 'Tune per ward; review each week.', residual_probability: 2, residual_consequence: 4, state: 'open'
    }],
    ['/projects/LEGEM/dependencies', {
      needed: 'Legemiddelkatalog', used_for: 'Ordinasjon', provider_organisation: 'NORDPROSESS', criticality: 'high', due_on: '2026-03-31',
      light: 'green', agreed_by_project: true, agreed_by_provider: true
    }],
    ['/projects/AKUTT/dependencies', {
      needed: 'Felles bildearkiv i drift', used_for: 'Bilder i mottaket', provider_project: 'BILDE', criticality: 'medium', due_on: '2026-11-30',
      light: 'yellow', agreed_by_project: true
    }],
    ['/projects/BILDE/needed-by/AKUTT/1', 'answer', { agreed_by_provider: true }],
    ['/projects/MOBIL/dependencies', {
      needed: 'Pålogging med kort', used_for: 'Raskt bytte mellom brukere', provider_organisation: 'SYKEHUSPARTNER', criticality: 'high',
      due_on: '2026-02-27', light: 'red', agreed_by_project: true
    }],
    ['/projects/JOURNAL/dependencies', {
      needed: 'Datum för journalbyte i grannregionen', used_for: 'Gemensam driftsättning', provider_organisation: 'VASTERMARK',
      criticality: 'medium', due_on: '2026-12-31', light: 'yellow', agreed_by_project: true
    }],
    ['/projects/JOURNAL-UTB/dependencies', {
      needed: 'Utbildningsmiljö med påhittade patienter', used_for: 'Övningar', provider_project: 'JOURNAL', criticality: 'high',
      due_on: '2026-10-30', light: 'red', agreed_by_project: true
    }],
    ['/projects/PROVSVAR/dependencies', {
      needed: 'Inkorgens visning av svar', used_for: 'Visa svaret för patienten', provider_project: 'INKORG', criticality: 'high',
      due_on: '2026-10-01', light: 'yellow', agreed_by_project: true
    }],
    ['/projects/INKORG/needed-by/PROVSVAR/1', 'answer', { agreed_by_provider: true }],
    ['/projects/TOIMINNAN/dependencies', {
      needed: 'Organisaatiorakenteen perustiedot', used_for: 'Käyttöoikeudet', provider_project: 'ASIAKAS', criticality: 'medium',
      due_on: '2026-09-15', light: 'green', agreed_by_project: true
    }],
    ['/projects/ASIAKAS/needed-by/TOIMINNAN/1', 'answer', { agreed_by_provider: true }],
    ['/projects/RARE-REG/dependencies', {
      needed: 'National identifiers matched', used_for: 'One row per patient', provider_name: 'The two national health data authorities',
      criticality: 'high', due_on: '2026-11-06', light: 'yellow', agreed_by_project: true
    }],
    ['/projects/SEPSIS/dependencies', {
      needed: 'Vital signs every ten minutes', used_for: 'The score', provider_project: 'BEDS', criticality: 'high', due_on: '2026-05-29',
      light: 'green', agreed_by_project: true
    }],
    ['/projects/BEDS/needed-by/SEPSIS/1', 'answer', { agreed_by_provider: true }],
    ['/projects/MOBIL/people', { role: 'project_manager', person: 'staff', organisation: 'SIV', starts_on: '2025-01-06' }],
    ['/projects/SEALED/people', { role: 'project_manager', person: 'portfolio', organisation: 'HSO', starts_on: '2025-03-03' }],
    ['/projects/TOLK/people', { role: 'project_manager', person: 'skleppe', organisation: 'FJORDBYGD', starts_on: '2024-11-04' }],
    ['/projects/LEGEM/people', { role: 'project_manager', person: 'skleppe', organisation: 'NORDLIA', starts_on: '2024-11-04' }],
    ['/projects/BILDE/people', { role: 'project_manager', person: 'emostad', organisation: 'NORDLIA-IKT', starts_on: '2024-11-18' }],
    ['/projects/AKUTT/people', { role: 'project_manager', person: 'emostad', organisation: 'FJORDBYGD', starts_on: '2025-01-13' }],
    ['/projects/PROVSVAR/people', { role: 'project_manager', person: 'ivinter', organisation: 'VASTERMARK', starts_on: '2025-04-01' }],
    ['/projects/HEMLAKARE/people', { role: 'project_manager', person: 'ivinter', organisation: 'VASTERMARK', starts_on: '2025-09-01' }],
    ['/projects/VARDPLATS/people', { role: 'project_manager', person: 'galnas', organisation: 'NORRSUND-US', starts_on: '2024-11-25' }],
    ['/projects/JOURNAL/people', { role: 'project_manager', person: 'galnas', organisation: 'NORRSUND', starts_on: '2024-11-11' }],
    ['/projects/JOURNAL-UTB/people', { role: 'project_manager', person: 'galnas', organisation: 'NORRSUND', starts_on: '2025-08-18' }],
    ['/projects/KUVANTAMINEN/people', { role: 'project_manager', person: 'tharju', organisation: 'OULU-YS', starts_on: '2024-11-04' }],
    ['/projects/SUUNHOITO/people', { role: 'project_manager', person: 'tharju', organisation: 'POHDE', starts_on: '2025-03-10' }],
    ['/projects/ASIAKAS/people', { role: 'project_manager', person: 'vsalmi', organisation: 'JARVIMAA', starts_on: '2024-12-02' }],
    ['/projects/TOIMINNAN/people', { role: 'project_manager', person: 'vsalmi', organisation: 'JARVIMAA', starts_on: '2025-01-20' }],
    ['/projects/KOTIHOITO/people', { role: 'project_manager', person: 'okoski', organisation: 'POHDE', starts_on: '2024-11-04' }],
    ['/projects/RARE/people', { role: 'project_manager', person: 'olindvik', organisation: 'ORESUND', starts_on: '2024-11-04' }],
    ['/projects/RARE-REG/people', { role: 'project_manager', person: 'olindvik', organisation: 'ORESUND', starts_on: '2025-02-17' }],
    ['/projects/SEPSIS/people', { role: 'project_manager', person: 'fthorsen', organisation: 'SUNDBY-UH', starts_on: '2025-01-27' }],
    ['/projects/BEDS/people', { role: 'project_manager', person: 'fthorsen', organisation: 'SUNDBY-UH', starts_on: '2024-11-04' }],
    ['/projects/VAKT/people', { role: 'project_manager', person: 'left', organisation: 'FJORDBYGD', starts_on: '2025-02-03' }],
    ['/projects/ARKIV/people', { role: 'project_manager', organisation: 'VASTERMARK', starts_on: '2025-02-10' }],
    ['/projects/NEUVONTA/people', { role: 'project_manager', organisation: 'JARVIMAA', starts_on: '2025-05-05' }],
    ['/projects/SEALED/people', { role: 'expert', person: 'coordinator', organisation: 'SIV', starts_on: '2025-03-03' }],
  ]),
];
