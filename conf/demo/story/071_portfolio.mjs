// The rest of the portfolio: invented projects of several owners in all four languages, each in a state of its own. What happened to it, in
// 2025 and 2026.
import { on, report } from '../telling.mjs';

export default [
  report('LEGEM', '2025-04-07', 'skleppe', {
    status_label: 'as_planned', light: 'green', summary: 'To sykehus er valgt til utprøving, og farmasøytene er med fra første dag.', delay_weeks: 0,
    risk_level: 'medium', lights: 'gggggg'
  }),
  report('BILDE', '2025-05-12', 'emostad', {
    status_label: 'as_planned', light: 'green', summary: 'Lagringen er levert, og første sykehus sender bilder på prøve.', delay_weeks: 0,
    risk_level: 'low', lights: 'gggggg'
  }),
  report('TOLK', '2025-06-02', 'skleppe', {
    status_label: 'as_planned', light: 'green', summary: 'Tolketjenesten er prøvd ved fire poster. Ventetiden er nede i sju minutter.',
    delay_weeks: 0, risk_level: 'low', lights: 'gggggg'
  }),
  report('JOURNAL', '2025-06-16', 'galnas', {
    status_label: 'minor_deviation', light: 'yellow', summary: 'Begreppsmodellen är halvfärdig och två sjukhus väntar på varandra.', delay_weeks: 4,
    causes: 'Verksamheten har svårt att avvara folk.', risk_level: 'medium', lights: 'yyggyg'
  }),
  report('VARDPLATS', '2025-09-01', 'galnas', {
    status_label: 'as_planned', light: 'green', summary: 'Platsbilden prövas på medicinkliniken.', delay_weeks: 0, risk_level: 'low',
    lights: 'gggggg'
  }),
  report('KOTIHOITO', '2025-09-15', 'okoski', {
    status_label: 'as_planned', light: 'green', summary: 'Etäkäyntien osuus on noussut kymmenesosaan kaikista käynneistä.', delay_weeks: 0,
    risk_level: 'low', lights: 'gggggg'
  }),
  report('SEPSIS', '2025-10-13', 'fthorsen', {
    status_label: 'as_planned', light: 'green', summary: 'The score runs silently on two wards and is compared with what clinicians saw.',
    delay_weeks: 0, risk_level: 'medium', lights: 'gggggg'
  }),
  report('MOBIL', '2025-11-17', 'portfolio', {
    status_label: 'major_deviation', light: 'red', summary: 'Dekningen på de to sengepostene er ikke god nok, og prøvedriften er stanset.',
    delay_weeks: 12, causes: 'Målingene ble gjort uten pasienter og utstyr i rommene.', risk_level: 'high', lights: 'ryrrrr'
  }),
  on('2025-12-19', 'galnas', [
    ['/projects/JOURNAL/deliverables/J1', { finished: true, delivered_on: '2025-12-12' }],
  ]),
  on('2025-12-19', 'portfolio', [
    ['/projects/ARKIV/deliverables/K1', { finished: true, delivered_on: '2025-11-28' }],
  ]),
  on('2025-12-19', 'vsalmi', [
    ['/projects/TOIMINNAN/deliverables/T1', { finished: true, delivered_on: '2025-11-14' }],
  ]),
  on('2025-12-19', 'olindvik', [
    ['/projects/RARE-REG/deliverables/G1', { finished: true, delivered_on: '2025-12-12' }],
  ]),
  report('ARKIV', '2026-01-26', 'portfolio', {
    status_label: 'minor_deviation', light: 'yellow', summary: 'Gallringsplanen är beslutad. Arbetet vilar tills journalbytets tidplan är känd.',
    delay_weeks: 9, causes: 'Samma personer behövs i journalbytet.', risk_level: 'medium', lights: 'yggggg'
  }),
  on('2026-02-09', 'olindvik', [
    ['/projects/RARE', { released: 18000000 }],
    ['/bodies/RARE-STEER', {
      name: 'Steering group of the rare disease network', kind: 'steering_group', mandate: 'Decides on money, time and which diagnoses come next.',
      project: 'RARE', language: 'en'
    }],
    ['/projects/RARE/change-requests', {
      title: 'A second year of joint clinics', reason: 'Consent took longer than planned on both sides, and the clinics work.', money: 9000000,
      weeks: 22
    }],
    ['/projects/RARE/requested-changes', { request: '1', of: 'project', field: 'released', after: '27000000' }],
    ['/projects/RARE/requested-changes', { request: '1', of: 'project', field: 'ends_on', after: '2028-03-31' }],
    ['/projects/RARE/change-requests/A second year of joint clinics', 'submit'],
  ]),
  on('2026-03-18 14:00', 'olindvik', [
    ['/bodies/RARE-STEER/decisions', {
      title: 'The clinics go on, within the time agreed', decided_on: '2026-03-18', kind: 'change', about: 'project/RARE',
      text: 'More of the frame is released. The end stays where it is until the legal opinion is in.'
    }],
  ]),
  // Of the two changes that are asked for, the first is granted.
  on('2026-03-18 15:00', 'portfolio', [
    ['/projects/RARE/change-requests/A second year of joint clinics', 'grant', { decision: 'RARE-STEER/1', changes: [1] }],
  ]),
  on('2026-03-20', 'portfolio', [
    ['/projects/AKUTT/deliverables/A1', { finished: true, delivered_on: '2026-02-27' }],
    ['/projects/TOLK/deliverables/K1', { finished: true, delivered_on: '2026-03-10' }],
    ['/projects/RARE/deliverables/N1', { finished: true, delivered_on: '2026-02-06' }],
    ['/projects/SEPSIS/deliverables/E1', { finished: true, delivered_on: '2026-02-20' }],
  ]),
  report('TOLK', '2026-03-30', 'skleppe', {
    status_label: 'as_planned', light: 'green', summary: 'Alle avdelinger bruker tolk på skjerm. Prosjektet er overlevert til servicesenteret.',
    delay_weeks: 0, going_well: 'Avbestillinger er nesten borte.', risk_level: 'low', lights: 'gggggg'
  }),
  report('ASIAKAS', '2026-04-13', 'vsalmi', {
    status_label: 'minor_deviation', light: 'yellow',
    summary: 'Vaatimusmäärittely on valmis. Kilpailutusasiakirjojen tarkastus vie odotettua kauemmin.', delay_weeks: 6,
    causes: 'Kaksi lakimiestä on vaihtunut.', risk_level: 'high', lights: 'yggyyg'
  }),
  report('VAKT', '2026-04-20', 'left', {
    status_label: 'as_planned', light: 'green', summary: 'Vaktboken er klar for de fire første avdelingene.', delay_weeks: 0, risk_level: 'low',
    lights: 'gggggg'
  }),
  on('2026-05-29', 'portfolio', [
    ['/projects/BILDE/deliverables/B1', { finished: true, delivered_on: '2026-04-17' }],
    ['/projects/VARDPLATS/deliverables/P1', { finished: true, delivered_on: '2026-05-04' }],
    ['/projects/KUVANTAMINEN/deliverables/K1', { finished: true, delivered_on: '2026-04-02' }],
    ['/projects/KOTIHOITO/deliverables/E1', { finished: true, delivered_on: '2026-05-20' }],
  ]),
  report('KOTIHOITO', '2026-06-01', 'okoski', {
    status_label: 'as_planned', light: 'green', summary: 'Joka viides käynti tehdään kuvayhteydellä, ja kotihoito jatkaa ilman hanketta.',
    delay_weeks: 0, risk_level: 'low', lights: 'gggggg'
  }),
  on('2026-07-01', 'portfolio', [
    ['/projects/LEGEM/deliverables/D1', { finished: true, delivered_on: '2026-06-15' }],
    ['/projects/JOURNAL-UTB/deliverables/U1', { finished: true, delivered_on: '2026-06-12' }],
    ['/projects/PROVSVAR/deliverables/R1', { finished: true, delivered_on: '2026-06-08' }],
    ['/projects/SUUNHOITO/deliverables/S1', { finished: true, delivered_on: '2026-06-29' }],
  ]),
  report('SEALED', '2026-08-24', 'portfolio', {
    status_label: 'minor_deviation', light: 'yellow', summary: 'To av fire tomter er valgt bort. Saken legges fram for styret i november.',
    delay_weeks: 10, causes: 'Ny trafikkvurdering.', risk_level: 'high', lights: 'yggyry'
  }),
  report('BEDS', '2026-09-07', 'fthorsen', {
    status_label: 'as_planned', light: 'green', summary: 'The bed board hangs on every ward and the porters carry it in their pockets.',
    delay_weeks: 0, risk_level: 'low', lights: 'gggggg'
  }),
  on('2026-09-07 17:00', 'fthorsen', [
    ['/projects/BEDS/deliverables/L1', { finished: true, delivered_on: '2026-08-31' }],
  ]),
  report('AKUTT', '2026-09-21', 'emostad', {
    status_label: 'minor_deviation', light: 'yellow',
    summary: 'Konseptrapporten er vedtatt. Forprosjektet er utlyst på nytt etter at bare én tilbyder meldte seg.', delay_weeks: 4,
    causes: 'Stramt marked.', risk_level: 'high', lights: 'ryggry'
  }),
  report('PROVSVAR', '2026-09-28', 'ivinter', {
    status_label: 'minor_deviation', light: 'yellow',
    summary: 'Svar från laboratoriet visas för patienten. Texterna som förklarar dem blir klara i december.', delay_weeks: 4,
    causes: 'Granskningen görs av läkare på kvällstid.', risk_level: 'medium', lights: 'yggggg'
  }),
  report('SUUNHOITO', '2026-10-05', 'tharju', {
    status_label: 'as_planned', light: 'green',
    summary: 'Sähköinen ajanvaraus on käytössä kaikissa hammashoitoloissa. Puheluiden määrä on puolittunut.', delay_weeks: 0, risk_level: 'low',
    lights: 'gggggg'
  }),
  report('RARE', '2026-10-12', 'olindvik', {
    status_label: 'as_planned', light: 'green', summary: 'Thirty-one patients have met the joint team. The referral pathway works both ways.',
    delay_weeks: 1, risk_level: 'medium', lights: 'gggggg'
  }),
  report('TOIMINNAN', '2026-10-12', 'vsalmi', {
    status_label: 'major_deviation', light: 'red',
    summary: 'Tiedonsiirtorajapintakuvaukset ovat kesken, eikä käyttöönottovalmennuksia voida aloittaa suunnitellusti.', delay_weeks: 10,
    causes: 'Palkanlaskentajärjestelmän toimittaja on vaihtanut versiota.', going_well: 'Valmennusmateriaali on kiitetty selkeydestä.',
    risk_level: 'high', lights: 'rryyry'
  }),
  report('HEMLAKARE', '2026-10-12', 'ivinter', {
    status_label: 'as_planned', light: 'green', summary: 'Två kommuner är med i planeringen, och läkarna har ritat sitt schema själva.',
    delay_weeks: 0, risk_level: 'medium', lights: 'gygggg'
  }),
  report('LEGEM', '2026-10-19', 'skleppe', {
    status_label: 'minor_deviation', light: 'yellow', summary: 'Ordinasjon er i bruk ved to sykehus. Pakkeautomaten kommer etter nyttår.',
    delay_weeks: 8, causes: 'Ombygging av apoteket.', going_well: 'Avvik ved overføring er redusert med en tredel.', risk_level: 'medium',
    lights: 'yygggg'
  }),
  report('JOURNAL-UTB', '2026-10-26', 'galnas', {
    status_label: 'minor_deviation', light: 'yellow', summary: 'Alla utbildare är certifierade. Utbildningsmiljön saknas fortfarande.',
    delay_weeks: 3, causes: 'Miljön byggs av samma personer som bygger driften.', risk_level: 'high', lights: 'yggyrg'
  }),
  report('KUVANTAMINEN', '2026-11-02', 'tharju', {
    status_label: 'minor_deviation', light: 'yellow', summary: 'Puheentunnistus ymmärtää lausunnot, mutta lyhenteet täytyy vielä opettaa.',
    delay_weeks: 4, causes: 'Sanasto puuttui kahdesta erikoisalasta.', risk_level: 'low', lights: 'ygyggg'
  }),
  report('SEPSIS', '2026-11-02', 'fthorsen', {
    status_label: 'as_planned', light: 'red',
    summary: 'Alerts are live on two wards of four. One in three is false, and the wards have asked for a pause.', delay_weeks: 6,
    causes: 'The threshold was set on last winter\'s data.', risk_level: 'high', lights: 'rgrgry'
  }),
  report('BILDE', '2026-11-09', 'emostad', {
    status_label: 'minor_deviation', light: 'yellow', summary: 'Fire av seks gamle arkiver er flyttet uten tap. De to siste har skadde medier.',
    delay_weeks: 4, causes: 'Medier fra 2009 må leses to ganger.', risk_level: 'medium', lights: 'yggggg'
  }),
  report('JOURNAL', '2026-11-09', 'galnas', {
    status_label: 'major_deviation', light: 'red',
    summary: 'Leverantören har meddelat ny tid för den version som första sjukhuset behöver. Driftstarten planeras om till maj.', delay_weeks: 10,
    causes: 'Tre regioner väntar på samma rättningar.', going_well: 'Begreppsmodellen håller och används redan.', risk_level: 'high',
    lights: 'rryyry'
  }),
  report('RARE-REG', '2026-11-16', 'olindvik', {
    status_label: 'minor_deviation', light: 'yellow', summary: 'Eighty-two patients are registered. Matching of identifiers waits for an answer.',
    delay_weeks: 4, causes: 'Two authorities, two answers.', risk_level: 'medium', lights: 'yggygg'
  }),
  report('VARDPLATS', '2026-11-16', 'galnas', {
    status_label: 'as_planned', light: 'green',
    summary: 'Förvaltningen tar över vid månadsskiftet. Väntan på plats har minskat med fyra timmar i snitt.', delay_weeks: 0, risk_level: 'low',
    lights: 'gggggg'
  }),
  on('2026-11-17', 'portfolio', [
    ['/projects/VAKT/deliverables/V1', { finished: true }],
  ]),
];
