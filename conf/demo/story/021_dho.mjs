// Helse Sør-Øst’s project DHO, 2021 to 2023: planned, bought, late, and at last a request for more time. Beside it the project that it depends
// on, and the programme above both. from then until the autumn of 2023.
import { on, report } from '../telling.mjs';

export default [
  on('2022-12-05', 'leader', [
    ['/projects/DHO/milestones/Produktteamet i Vestfold er på plass', { reached_on: '2022-12-05' }],
  ]),
  report('DHO', '2022-12-12', 'leader', {
    status_label: 'as_planned', light: 'green',
    summary: 'Karenstiden gikk ut uten klage. Kontrakten er i siste lesning, og produktteamet i Vestfold har hatt sin første samling.',
    delay_weeks: 0, going_well: 'Teamet har valgt hjertesvikt som første forløp og tegnet det fra pasientens side.',
    coming_next: 'Underskrift i januar og oppstartsmøte med leverandøren.', risk_level: 'medium', lights: 'gyggyg'
  }),
  report('DHO', '2023-01-23', 'leader', {
    status_label: 'as_planned', light: 'green',
    summary: 'Kontrakten er undertegnet 19. januar. Oppstartsmøtet er avtalt, og planen for trinn 1 er brutt ned i toukers perioder.',
    delay_weeks: 0, going_well: 'Leverandøren har bemannet med folk som kjenner norsk helsevesen.',
    coming_next: 'Tilgang til testmiljøet i begynnelsen av mars.', risk_level: 'medium',
    risk_text: 'Alt i trinn 1 henger på at testmiljøet åpnes i tide.', lights: 'ggggyg'
  }),
  on('2023-02-01', 'leader', [
    ['/projects/DHO/deliverables/L1', { finished: true, delivered_on: '2023-02-01' }],
  ]),
  on('2023-02-14', 'leader', [
    ['/projects/DHO/milestones/BP3 Start gjennomføring', { reached_on: '2023-02-14', comment: 'Vedtatt med forbehold om styrets oppdrag i mars.' }],
    ['/projects/DHO', { phase: 'execution' }],
  ]),
  report('DHO', '2023-03-06', 'leader', {
    status_label: 'minor_deviation', light: 'yellow',
    summary: 'Første leveranse er godkjent. Testmiljøet skulle vært åpnet 1. mars, men leverandøren venter på sertifikater og nettverksåpninger.',
    delay_weeks: 2, causes: 'Bestillingene til datasenteret ble sendt i feil rekkefølge av begge parter.',
    going_well: 'Arkitektene har fått på plass en felles skisse for pålogging.',
    coming_next: 'Saken om videre gjennomføring behandles i styret 9. mars.', risk_level: 'medium', lights: 'yggggg'
  }),
  on('2023-03-10', 'leader', [
    ['/projects/DHO/sections/Bakgrunn', {
      body: 'Stadig flere pasienter med kronisk sykdom kan følges opp hjemmefra, men sykehusene har manglet et felles verktøy for det. Hvert ' +
        'fagmiljø har laget sin egen løsning, og opplysningene har stoppet ved avdelingens dør.\n\n' +
        'Både den nasjonale planen for sykehusene og regionens utviklingsplan peker på **team rundt pasienten** som arbeider på tvers av ' +
        'sykehus, fastlege og kommune. Slike team trenger å se de samme oppgavene til samme tid.\n\n' +
        'Styret i Helse Sør-Øst ga 9. mars 2023 oppdraget om gjennomføringen.'
    }],
  ]),
  report('NYAPI', '2023-03-20', 'bsandvik', {
    status_label: 'minor_deviation', light: 'yellow', summary: 'Tilgangsstyringen er godkjent, tre uker sent. Pasientdata er neste steg.',
    delay_weeks: 3, causes: 'Ekstra gjennomgang av logging.', risk_level: 'medium', lights: 'yggggg'
  }),
  on('2023-03-28', 'leader', [
    ['/projects/DHO/dependencies', {
      needed: 'Tilgang til data', used_for: 'Prosessering i prosessplattformen', provider_project: 'NYAPI', provider_organisation: 'SYKEHUSPARTNER',
      provider_name: 'Sykehuspartner og prosjektet Nye integrasjonstjenester – API', criticality: 'high', due_on: '2023-08-15', light: 'green',
      comment: 'Gjelder legemiddelliste, kontakter og planlagte timer.', agreed_by_project: true
    }],
    ['/projects/DHO/dependencies', {
      needed: 'Regional pålogging for innbyggere', used_for: 'At pasienten skal slippe et eget passord', provider_organisation: 'SYKEHUSPARTNER',
      criticality: 'medium', due_on: '2023-06-01', light: 'green', agreed_by_project: true, agreed_by_provider: true
    }],
    ['/projects/DHO/risks/Leverandøren åpner plattformen for sent', { probability: 4 }],
  ]),
  report('DHO', '2023-04-17', 'leader', {
    status_label: 'minor_deviation', light: 'yellow',
    summary: 'Testmiljøet ble åpnet 3. april, fem uker etter plan. Teamet har brukt ventetiden på skisser og testdata, men en del av ' +
      'oppsettet må gjøres på kortere tid.',
    delay_weeks: 4, causes: 'Sen tilgang til plattformen.', going_well: 'Produktteamet har prøvd spørreskjemaene på papir med åtte pasienter.',
    coming_next: 'Koble plattformen til regional pålogging.', risk_level: 'medium',
    scope_text: 'Kols kan bli tatt etter hjertesvikt i stedet for samtidig.', lights: 'yggyyg'
  }),
  on('2023-05-15', 'leader', [
    ['/projects/DHO/dependencies/Tilgang til data', { due_on: '2023-10-20' }],
  ]),
  on('2023-05-15', 'bsandvik', [
    ['/projects/NYAPI/needed-by/DHO/1', 'answer', { agreed_by_provider: true }],
  ]),
  report('DHO', '2023-05-22', 'leader', {
    status_label: 'minor_deviation', light: 'yellow',
    summary: 'Trinn 1 går mot ferdigstilling 1. juni. Det gjenstår å få overvåkingen av integrasjonene godkjent av driften.', delay_weeks: 4,
    causes: 'Ny framgangsmåte for risikovurdering hos Sykehuspartner gir flere runder enn forutsatt.',
    going_well: 'Avhengigheten til integrasjonstjenestene har fått en dato som begge parter står bak.',
    coming_next: 'Godkjenning av L2 og start på første byggesteg.', risk_level: 'medium', quality_text: 'Ingen kritiske feil er funnet i oppsettet.',
    lights: 'yggyyg'
  }),
  on('2023-06-01', 'leader', [
    ['/projects/DHO/deliverables/L2', { finished: true, delivered_on: '2023-06-01' }],
    ['/projects/DHO/deliverables/L3', { forecast_on: '2023-10-29' }],
    ['/projects/DHO/dependencies/Regional pålogging for innbyggere', { comment: 'Levert, og i bruk siden 30. mai.' }],
  ]),
  on('2023-06-05', 'leader', [
    ['/bodies/DHO-TEAM', {
      name: 'Produktteamet i Vestfold', kind: 'product_team', mandate: 'Prøver løsningen i klinikken og sier fra hva som må endres.', project: 'DHO',
      organisation: 'SIV', language: 'nb'
    }],
  ]),
  report('NYAPI', '2023-06-12', 'bsandvik', {
    status_label: 'minor_deviation', light: 'yellow',
    summary: 'Grensesnittene for kontakter og timer er i test. Legemiddellisten krever avklaring om hvilken kilde som gjelder.', delay_weeks: 3,
    risk_level: 'medium', lights: 'yggyyg'
  }),
  on('2023-06-12 16:00', 'portfolio', [
    ['/projects/NYAPI/deliverables/A3', { finished: true, delivered_on: '2023-09-14' }],
  ]),
  report('DHO', '2023-06-26', 'leader', {
    status_label: 'minor_deviation', light: 'yellow',
    summary: 'Andre leveranse er godkjent til avtalt dato. Utviklingen i trinn 2 er startet, men løsningsdesignet for tilgang i skyen er ' +
      'ikke avklart.',
    delay_weeks: 4, causes: 'Tre måter å styre tilgang på står mot hverandre, og ingen av dem er brukt i regionen før.',
    going_well: 'Første skjermbilde er prøvd av pasienter og fikk god mottakelse.', coming_next: 'Valg av tilgangsløsning rett etter ferien.',
    risk_level: 'medium', economy_text: 'Prognosen ligger fire prosent over budsjett, men innenfor kostnadsrammen.', lights: 'yygyyg'
  }),
  on('2023-08-16', 'leader', [
    ['/projects/DHO/deliverables/L3', { forecast_on: '2023-11-12' }],
    ['/projects/DHO/deliverables/L4', { forecast_on: '2024-01-31' }],
    ['/projects/DHO/risks/Leverandøren åpner plattformen for sent', { probability: 5, state: 'occurred' }],
    ['/projects/DHO/risks/Risikovurderingen tar lengre tid enn planlagt', { probability: 4, consequence: 4 }],
    ['/projects/DHO/dependencies/Tilgang til data', {
      light: 'yellow', comment: 'Legemiddellisten er den usikre delen; midlertidig løsning er beskrevet.'
    }],
  ]),
  report('DHO', '2023-08-21', 'leader', {
    status_label: 'minor_deviation', light: 'yellow',
    summary: 'Ferien ga lavere bemanning enn planlagt, og produksjonsmiljøet er ikke klart. Prosjektet ser at oktoberdatoen for trinn 2 ' +
      'vanskelig kan holdes.',
    delay_weeks: 6, causes: 'To nøkkelpersoner hos Sykehuspartner er bundet til annet arbeid, og valget av tilgangsløsning trakk ut.',
    going_well: 'Tilgangsløsningen er nå valgt, og sikkerhetsmiljøet står bak den.',
    coming_next: 'Regne på tre måter å fullføre på og legge dem fram for styringsgruppen.', risk_level: 'high',
    risk_text: 'Samlet risiko er hevet til høy fordi flere forsinkelser virker sammen.', lights: 'ryyyrg'
  }),
  report('DHO', '2023-09-11', 'leader', {
    status_label: 'major_deviation', light: 'red',
    summary: 'Trinn 2 er forsinket. Produksjonsmiljøet åpnes tidligst i oktober, og uten det kan ingen pasient tas inn i tjenesten.', delay_weeks: 7,
    causes: 'Etterslepet fra våren er ikke tatt igjen, og risikovurderingen må gjennom en ekstra runde.',
    going_well: 'Testplanen for produksjon er ferdig, og første demo er avtalt.',
    coming_next: 'Styringsgruppen møtes 3. oktober om alternativene for resten av prosjektet.', risk_level: 'high',
    risk_text: 'Verken tid eller penger rekker til planlagt omfang.', benefit_text: 'Gevinstene kommer senere, men er ikke mindre.',
    lights: 'rygyry'
  }),
  on('2023-09-21', 'leader', [
    ['/projects/DHO/milestones/Første demo for fagmiljøet', {
      reached_on: '2023-09-21', comment: 'Vist av produktteamet i Vestfold for to klinikker.'
    }],
  ]),
  report('NYAPI', '2023-09-25', 'bsandvik', {
    status_label: 'minor_deviation', light: 'yellow',
    summary: 'Kontakter og timer er levert. Legemiddellisten ventes 20. oktober, men uten tid å gå på.', delay_weeks: 3,
    going_well: 'Prosjektene tester sammen.', risk_level: 'medium', lights: 'yggyyg'
  }),
  report('REGPLATT', '2023-09-25', 'amyhre', {
    status_label: 'minor_deviation', light: 'yellow',
    summary: 'Ett av programmets prosjekter er rødt, og et annet gult. Avhengigheten mellom dem følges ukentlig.', delay_weeks: 6,
    risk_level: 'high', lights: 'yyggry'
  }),
  on('2023-10-03 15:00', 'steering', [
    ['/bodies/DHO-STEER/meetings', {
      title: 'Møte 3. oktober 2023', held_on: '2023-10-03',
      conclusion: 'Forsinkelsen på trinn 2 ble drøftet. Prosjektet skal vise hva som kan tas ut, og hva det koster å vente.'
    }],
    ['/bodies/DHO-STEER/decisions', {
      title: 'Prosjektet skriver en endringsanmodning', decided_on: '2023-10-03', kind: 'other', about: 'project/DHO', meeting: '1',
      text: 'Anmodningen legges frem med alternativer.', ground: 'Statusrapporten for september'
    }],
  ]),
  on('2023-10-03 15:00', 'leader', [
    ['/projects/DHO/deliverables/L3', { forecast_on: '2023-11-26' }],
    ['/projects/DHO/deliverables/L4', { forecast_on: '2024-02-25' }],
    ['/projects/DHO/risks/Tilgangsstyring i skyen er uprøvd', { probability: 3, state: 'mitigated' }],
    ['/projects/DHO/risks/Kostnadene øker utover rammen', { probability: 4 }],
    ['/projects/DHO/milestones/Første pasient følges opp hjemmefra', { forecast_on: '2023-11-26' }],
    ['/projects/DHO/milestones/BP4 Overføring til linjen', { forecast_on: '2024-02-25' }],
  ]),
  report('DHO', '2023-10-06', 'leader', {
    status_label: 'major_deviation', light: 'red',
    summary: 'Prosjektet ligger om lag åtte uker etter planen. Styringsgruppen drøftet 3. oktober flere måter å fullføre på.\n\n' +
      'Konklusjonen ble at prosjektet skal skrive en **endringsanmodning** om å få bruke midler opp til kostnadsrammen, slik at det styret ' +
      'bestilte 9. mars, kan leveres.',
    decision_needed: 'Skal prosjektet få bruke midler opp til kostnadsrammen og to måneder mer, slik at L3 og L4 kan leveres?',
    decision_from: 'Styringsgruppen', decision_by: '2023-11-14',
    delay_weeks: 8,
    causes: '- Leverandøren ga tilgang til plattformen for sent, og det som bygger på den, ble skjøvet tilsvarende.\n- Det har vært for få ' +
      'folk tilgjengelig.\n- Løsningsdesignet krevde mer enn antatt, fordi skytjenester er nytt i regionen og flere former for ' +
      'tilgangskontroll måtte prøves.\n- Sykehuspartner la om risikovurderingene mens vår var i arbeid.',
    going_well: 'Prosjektet og produktteamet i Vestfold arbeider godt sammen. Løsningsdesignet for produksjon foreligger, testene er grundig ' +
      'forberedt, og teamet har holdt sin første demo.',
    coming_next: 'Skrive endringsanmodningen, åpne produksjonsmiljøet og få det siste grensesnittet for data på plass innen 20. oktober.',
    risk_level: 'high',
    risk_text: 'Samlet risiko er rød: prosjektet er forsinket og kan ikke fullføres uten en beslutning om mer tid og mer penger.',
    progress_text: 'To av fire leveranser er ferdige. L3 rekker ikke 1. oktober.',
    economy_text: 'Tildelte midler tar slutt før L4; kostnadsrammen er ikke brukt opp.',
    quality_text: 'Testene viser få feil, og ingen av dem alvorlige.', scope_text: 'Kols tas etter hjertesvikt.',
    benefit_text: 'Første gevinster ventes nå i 2024.', lights: 'rrgyry'
  }),
  on('2023-10-27 14:00', 'leader', [
    ['/projects/DHO/change-requests', {
      title: 'Mer tid til trinn 2', reason: 'Produksjonsmiljøet åpnet åtte uker etter planen, og den første avdelingen kan ikke starte uten det.',
      weeks: 8, report: '17', asked_by: 'DHO-STEER/1'
    }],
    ['/projects/DHO/alternatives', {
      request: '1', title: 'Vente til alt er klart', description: 'Begge avdelingene starter samtidig.', weeks: 12, position: 10
    }],
    ['/projects/DHO/alternatives', {
      request: '1', title: 'Starte med én avdeling', description: 'Den andre følger åtte uker senere.', weeks: 8, recommended: true, position: 20
    }],
    ['/projects/DHO/alternatives', {
      request: '1', title: 'Holde datoen', description: 'Uten integrasjonen mot journalen.', weeks: 0, position: 30
    }],
    ['/projects/DHO/requested-changes', { request: '1', of: 'project', field: 'ends_on', after: '2024-02-25' }],
    ['/projects/DHO/requested-changes', { request: '1', of: 'deliverable/3', field: 'planned_on', after: '2023-11-26' }],
    ['/projects/DHO/requested-changes', { request: '1', of: 'deliverable/4', field: 'planned_on', after: '2024-02-25' }],
    ['/projects/DHO/change-requests/Mer tid til trinn 2', 'submit'],
  ]),
  on('2023-10-30', 'leader', [
    ['/projects/DHO/reports', {
      reported_on: '2023-10-30', status_label: 'major_deviation', light: 'red',
      summary: 'Endringsanmodningen er sendt til styringsgruppens medlemmer for gjennomlesning.', delay_weeks: 8, risk_level: 'high'
    }],
  ]),
  on('2024-01-15', 'leader', [
    ['/projects/DHO/links', { title: 'Regional utviklingsplan', url: 'https://www.helse-sorost.no/', language: 'nb' }],
  ]),
];
