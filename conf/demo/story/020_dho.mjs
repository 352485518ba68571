// Helse Sør-Øst’s project DHO, 2021 to 2023: planned, bought, late, and at last a request for more time. Beside it the project that it depends
// on, and the programme above both. until the winter of 2022.
import { on, report } from '../telling.mjs';

export default [
  on('2021-09-15', 'portfolio', [
    ['/projects/REGPLATT', {
      title: 'Felles digitale plattformer',
      purpose: 'Programmet samler prosjektene som gir sykehusene i regionen felles plattformer for prosess, integrasjon og tilgang.', language: 'nb',
      kind: 'programme', owner: 'HSO', contact: 'amyhre', segment: 'coordinate', phase: 'execution', lifecycle: 'ongoing', starts_on: '2021-01-11',
      ends_on: '2025-12-31', cost_frame: 410000000, currency: 'NOK', goals: ['HSO-3']
    }],
    ['/projects/NYAPI', {
      title: 'Nye integrasjonstjenester – API',
      purpose: 'Sykehusenes systemer skal kunne dele data gjennom dokumenterte grensesnitt i stedet for egne koblinger to og to.', language: 'nb',
      kind: 'project', parent: 'REGPLATT', owner: 'SYKEHUSPARTNER', contact: 'bsandvik', segment: 'standardise', phase: 'execution',
      lifecycle: 'ongoing', starts_on: '2021-05-03', ends_on: '2024-06-30', cost_frame: 86000000, currency: 'NOK', goals: ['HSO-4']
    }],
    ['/projects/DHO', {
      title: 'Prosessplattform og digital hjemmeoppfølging',
      purpose: 'Prosjektet skaffer regionen én prosessplattform og tar den i bruk til oppfølging av pasienter hjemme.', language: 'nb',
      kind: 'project', parent: 'REGPLATT', owner: 'HSO', contact: 'leader', segment: 'coordinate', phase: 'planning', lifecycle: 'ongoing',
      starts_on: '2021-10-01', ends_on: '2023-12-31', cost_frame: 62000000, currency: 'NOK', funding_code: 'HSO-2021-114', goals: ['HSO-4']
    }],
    ['/bodies/DHO-STEER', {
      name: 'Styringsgruppen for prosessplattform og digital hjemmeoppfølging', kind: 'steering_group', project: 'DHO', organisation: 'HSO',
      language: 'nb'
    }],
    ['/bodies/DHO-REF', {
      name: 'Referansegruppe for hjemmeoppfølging', kind: 'reference_group', project: 'DHO', organisation: 'SIV', language: 'nb'
    }],
    ['/projects/DHO/aliases', { alias: 'Digital hjemmeoppfølging' }],
    ['/projects/DHO/aliases', { alias: 'Prosessplattformen' }],
    ['/projects/NYAPI/aliases', { alias: 'API-prosjektet' }],
    ['/projects/DHO/relations', { kind: 'owner', other: 'organisation/HSO' }],
    ['/projects/DHO/relations', { kind: 'client', other: 'organisation/SIV' }],
    ['/projects/DHO/relations', { kind: 'joint', other: 'organisation/SYKEHUSPARTNER' }],
    ['/projects/NYAPI/relations', { kind: 'owner', other: 'organisation/SYKEHUSPARTNER' }],
    ['/projects/DHO/people', { role: 'project_owner', person: 'tvangen', organisation: 'HSO', starts_on: '2021-10-01' }],
    ['/projects/DHO/people', { role: 'project_manager', person: 'leader', organisation: 'SIV', starts_on: '2021-10-01', project_time_only: true }],
    ['/projects/DHO/people', { role: 'contact_person', person: 'leader', organisation: 'SIV', starts_on: '2021-10-01' }],
    ['/projects/DHO/people', { role: 'product_owner', person: 'sekeland', organisation: 'SIV', starts_on: '2022-03-01' }],
    ['/projects/DHO/people', { role: 'expert', person: 'staff', organisation: 'SIV', starts_on: '2022-03-01', project_time_only: true }],
    ['/projects/DHO/people', { role: 'steering_chair', person: 'tvangen', organisation: 'HSO', body: 'DHO-STEER', starts_on: '2021-10-01' }],
    ['/projects/DHO/people', { role: 'steering_member', person: 'steering', organisation: 'SIV', body: 'DHO-STEER', starts_on: '2021-10-01' }],
    ['/projects/DHO/people', {
      role: 'steering_member', person: 'amyhre', organisation: 'SYKEHUSPARTNER', body: 'DHO-STEER', starts_on: '2021-10-01'
    }],
    ['/projects/DHO/people', { role: 'steering_member', person: 'portfolio', organisation: 'HSO', body: 'DHO-STEER', starts_on: '2021-10-01' }],
    ['/projects/DHO/people', { role: 'steering_member', organisation: 'SIV', body: 'DHO-STEER', starts_on: '2021-10-01' }],
    ['/projects/DHO/people', { role: 'expert', person: 'sekeland', organisation: 'SIV', body: 'DHO-REF', starts_on: '2022-03-01' }],
    ['/projects/NYAPI/people', { role: 'project_manager', person: 'bsandvik', organisation: 'SYKEHUSPARTNER', starts_on: '2021-05-03' }],
    ['/projects/NYAPI/people', { role: 'project_owner', person: 'amyhre', organisation: 'SYKEHUSPARTNER', starts_on: '2021-05-03' }],
    ['/projects/REGPLATT/people', { role: 'programme_manager', person: 'amyhre', organisation: 'SYKEHUSPARTNER', starts_on: '2021-01-11' }],
    ['/projects/DHO/sections', {
      kind: 'background', heading: 'Bakgrunn',
      body: 'Stadig flere pasienter med kronisk sykdom kan følges opp hjemmefra, men sykehusene har manglet et felles verktøy for det. Hvert ' +
        'fagmiljø har laget sin egen løsning, og opplysningene har stoppet ved avdelingens dør.\n\n' +
        'Både den nasjonale planen for sykehusene og regionens utviklingsplan peker på **team rundt pasienten** som arbeider på tvers av ' +
        'sykehus, fastlege og kommune. Slike team trenger å se de samme oppgavene til samme tid.',
      position: 10, language: 'nb'
    }],
    ['/projects/DHO/sections', {
      kind: 'purpose', heading: 'Formål',
      body: 'Regionen skal ha én plattform der helsepersonell selv kan sette sammen et forløp: hvem gjør hva, når, og hvem får beskjed. ' +
        'Oppfølging hjemme tas i bruk først.\n\n- Pasienten slipper reiser som ikke trengs.\n- Behandleren ser hvem som bør kontaktes i dag.\n- ' +
        'Erfaringene kan brukes av neste sykehus uten ny anskaffelse.',
      position: 20, language: 'nb'
    }],
    ['/projects/DHO/sections', {
      kind: 'target_group', heading: 'Målgruppe',
      body: 'Først pasienter med hjertesvikt og kols i Vestfold, og helsepersonellet som følger dem opp. Senere alle helseforetak i regionen ' +
        'og kommunene de samarbeider med.',
      position: 30, language: 'nb'
    }],
    ['/projects/DHO/sections', {
      kind: 'basic_idea', heading: 'Løsningen i korte trekk',
      body: 'Pasienten svarer på noen få spørsmål og måler hjemme. Plattformen sammenholder svarene med pasientens egen plan og legger en ' +
        'oppgave i riktig arbeidsliste når noe avviker.\n\n1. **Trinn 1:** plattformen er anskaffet, koblet til regionens sikkerhet, ' +
        'integrasjoner og datasenter.\n2. **Trinn 2:** tjenesten bygges i små steg sammen med produktteamet i Vestfold og tas i bruk etter hvert.',
      position: 40, language: 'nb'
    }],
    ['/projects/DHO/sections', {
      kind: 'conditions', heading: 'Forutsetninger',
      body: 'Plattformen må få tilgang til data gjennom de nye integrasjonstjenestene, risikovurderingen må være godkjent før første ' +
        'pasient, og sykehuset må sette av tid til produktteamet også etter at prosjektet er slutt.',
      position: 50, language: 'nb'
    }],
    ['/projects/DHO/sections', {
      kind: 'other', heading: 'Virkning på miljøet',
      body: 'Hver kontroll som gjøres hjemme, sparer en reise. Prosjektet teller unngåtte reiser fra første pasient og regner dem om til ' +
        'utslipp, slik at miljøgevinsten kan følges sammen med de andre gevinstene.',
      position: 60, language: 'nb'
    }],
    ['/projects/DHO/sections', {
      kind: 'organisation', heading: 'Organisering',
      body: 'Helse Sør-Øst eier prosjektet. Sykehuspartner bygger og drifter plattformen, og Sykehuset i Vestfold har produktteamet. ' +
        'Styringsgruppen møtes hver annen måned.',
      position: 70, language: 'nb'
    }],
    ['/projects/NYAPI/sections', {
      kind: 'purpose', heading: 'Formål', body: 'Ett sted å finne, forstå og ta i bruk regionens grensesnitt, med samme tilgangsstyring for alle.',
      position: 10, language: 'nb'
    }],
  ]),
  on('2021-10-12', 'leader', [
    ['/projects/DHO/deliverables', {
      code: 'L1', title: 'Anskaffelse av prosessplattform',
      description: 'Kravene til en plattform for prosesser og oppgaver, dialogen med tilbyderne og valget av leverandør.', step: 'Trinn 1',
      planned_on: '2022-11-01', forecast_on: '2022-11-01',
      acceptance_criteria: 'Kontrakten er underskrevet, og styringsgruppen har godkjent evalueringen.'
    }],
    ['/projects/DHO/deliverables', {
      code: 'L2', title: 'Forberede plattformen',
      description: 'Plattformen er satt opp slik at produktteamet kan bygge på den, koblet til regionens pålogging, integrasjoner og datasenter.',
      step: 'Trinn 1', planned_on: '2023-03-01', forecast_on: '2023-03-01',
      acceptance_criteria: 'Et første forløp kan bygges og kjøres i testmiljøet med regionens pålogging.'
    }],
    ['/projects/DHO/deliverables', {
      code: 'L3', title: 'Digital hjemmeoppfølging bygges stegvis på plattformen',
      description: 'Tjenesten lages i korte steg med Sykehuset i Vestfold og tas i bruk for én pasientgruppe om gangen.', step: 'Trinn 2',
      planned_on: '2023-08-01', forecast_on: '2023-08-01',
      acceptance_criteria: 'De første pasientene følges opp hjemmefra, og to fagmiljøer bruker tjenesten i daglig drift.', partners: ['SIV']
    }],
    ['/projects/DHO/deliverables', {
      code: 'L4', title: 'Brukernær tjenesteutvikling og erfaringer',
      description: 'Metoden for å utvikle tjenester tett på brukerne er prøvd ut, og det som er lært, er skrevet ned for neste sykehus.',
      step: 'Trinn 2', planned_on: '2023-10-31', forecast_on: '2023-10-31',
      acceptance_criteria: 'Erfaringsrapporten er behandlet i styringsgruppen og overlevert linjen.'
    }],
    ['/projects/DHO/risks', {
      kind: 'risk', title: 'Leverandøren åpner plattformen for sent',
      cause: 'Skytjenesten må settes opp i et miljø som leverandøren ikke har levert til før.',
      event: 'Prosjektet får ikke tilgang til plattformen når utviklingen skal starte.',
      effect: 'Alt arbeid som bygger på plattformen, flyttes tilsvarende.', probability: 2, consequence: 4,
      mitigation: 'Ukentlig oppfølging av leverandørens plan og dagbot i kontrakten.', residual_probability: 2, residual_consequence: 3,
      owner: 'leader', state: 'open'
    }],
    ['/projects/DHO/risks', {
      kind: 'risk', title: 'For få fagfolk får fri til prosjektet', cause: 'Klinikken har høyt sykefravær og mange vakter.',
      event: 'Produktteamet blir stående uten klinisk kompetanse.', effect: 'Løsningen treffer ikke hverdagen i avdelingen.', probability: 3,
      consequence: 4, mitigation: 'Avtale om frikjøp av to sykepleiere og en lege per uke.', residual_probability: 2, residual_consequence: 3,
      owner: 'steering', state: 'open'
    }],
    ['/projects/DHO/risks', {
      kind: 'risk', title: 'Tilgangsstyring i skyen er uprøvd',
      cause: 'Regionen har ikke tidligere styrt tilgang til pasientopplysninger i en skytjeneste.', event: 'Valgt løsning må gjøres om.',
      effect: 'Løsningsdesignet tar lengre tid enn planlagt.', probability: 3, consequence: 3,
      mitigation: 'To alternativer utredes samtidig, og sikkerhetsmiljøet deltar fra start.', residual_probability: 2, residual_consequence: 3,
      owner: 'amyhre', state: 'open'
    }],
    ['/projects/DHO/risks', {
      kind: 'risk', title: 'Kostnadene øker utover rammen', cause: 'Lisenser og drift er priset før omfanget er kjent.',
      event: 'Årskostnaden blir høyere enn i styringsdokumentet.', effect: 'Prosjektet må stanse eller be om mer.', probability: 2, consequence: 4,
      mitigation: 'Månedlig kostnadsprognose med forvaltningen.', residual_probability: 2, residual_consequence: 3, owner: 'portfolio',
      state: 'open'
    }],
    ['/projects/DHO/risks', {
      kind: 'risk', title: 'Pasientene faller fra', cause: 'Måling hver dag kan oppleves som mas.', event: 'Mange slutter å svare etter noen uker.',
      effect: 'Gevinstene blir mindre enn beregnet.', probability: 3, consequence: 3,
      mitigation: 'Pasienten velger selv hvor ofte, og teamet ringer ved to ubesvarte.', residual_probability: 2, residual_consequence: 2,
      owner: 'sekeland', state: 'open'
    }],
    ['/projects/DHO/risks', {
      kind: 'opportunity', title: 'Flere pasienter vil delta enn ventet', cause: 'Pasientene er mer digitale enn planlagt.',
      event: 'Flere enn ventet ønsker hjemmeoppfølging.', effect: 'Gevinstene kommer tidligere.', probability: 2, consequence: 3,
      mitigation: 'Ha opplæringsmateriell klart for flere pasientgrupper.', owner: 'sekeland', state: 'open'
    }],
    ['/projects/DHO/milestones', { title: 'BP2 Start planlegging', kind: 'decision_point', planned_on: '2021-10-01', reached_on: '2021-10-01' }],
    ['/projects/DHO/milestones', { title: 'Kunngjøring av anskaffelsen', kind: 'milestone', planned_on: '2022-02-15' }],
    ['/projects/DHO/milestones', { title: 'BP3 Start gjennomføring', kind: 'decision_point', planned_on: '2022-11-15' }],
    ['/projects/DHO/milestones', { title: 'Produktteamet i Vestfold er på plass', kind: 'milestone', planned_on: '2022-12-01' }],
    ['/projects/DHO/milestones', { title: 'Første demo for fagmiljøet', kind: 'milestone', planned_on: '2023-06-15' }],
    ['/projects/DHO/milestones', { title: 'Første pasient følges opp hjemmefra', kind: 'milestone', planned_on: '2023-08-01' }],
    ['/projects/DHO/milestones', { title: 'BP4 Overføring til linjen', kind: 'decision_point', planned_on: '2023-11-15' }],
  ]),
  report('DHO', '2021-11-08', 'leader', {
    status_label: 'as_planned', light: 'green',
    summary: 'Planleggingen er i gang. Prosjektgruppen er bemannet, og arbeidet med kravene til plattformen er delt i fire temaer med hver ' +
      'sin ansvarlige.',
    delay_weeks: 0, going_well: 'Fagmiljøet i Vestfold stiller med erfarne sykepleiere fra første uke.',
    coming_next: 'Intervjuer med to andre regioner som har gått foran.', risk_level: 'low',
    risk_text: 'Ingen risiko krever tiltak fra styringsgruppen nå.', lights: 'gggggg'
  }),
  on('2021-11-15', 'bsandvik', [
    ['/projects/NYAPI/deliverables', {
      code: 'A1', title: 'Katalog over grensesnitt', step: 'Grunnlag', planned_on: '2022-06-30', forecast_on: '2022-06-30',
      acceptance_criteria: 'Alle grensesnitt har en eier.'
    }],
    ['/projects/NYAPI/deliverables', {
      code: 'A2', title: 'Felles tilgangsstyring', step: 'Grunnlag', planned_on: '2023-02-28', forecast_on: '2023-02-28',
      acceptance_criteria: 'Godkjent av sikkerhetsmiljøet.'
    }],
    ['/projects/NYAPI/deliverables', {
      code: 'A3', title: 'Kontakter og timer', step: 'Pasientdata', planned_on: '2023-09-15', forecast_on: '2023-09-15',
      acceptance_criteria: 'Svar innen ett sekund.'
    }],
    ['/projects/NYAPI/deliverables', {
      code: 'A4', title: 'Legemiddelliste', step: 'Pasientdata', planned_on: '2023-10-20', forecast_on: '2023-10-20',
      acceptance_criteria: 'Kontrollert mot hundre journaler.'
    }],
    ['/projects/NYAPI/risks', {
      kind: 'risk', title: 'Legemiddellisten finnes i flere utgaver', cause: 'To systemer skriver hver sin liste.', event: 'Feil liste vises.',
      effect: 'Behandleren stoler ikke på opplysningene.', probability: 3, consequence: 5, mitigation: 'Kilden vises sammen med listen.',
      residual_probability: 2, residual_consequence: 4, owner: 'bsandvik', state: 'open'
    }],
    ['/projects/NYAPI/dependencies', {
      needed: 'Testdata fra journalsystemet', used_for: 'Kontroll av grensesnittene', provider_organisation: 'SIV', criticality: 'medium',
      due_on: '2023-04-30', light: 'green', agreed_by_project: true, agreed_by_provider: true
    }],
  ]),
  report('DHO', '2021-12-13', 'leader', {
    status_label: 'as_planned', light: 'green',
    summary: 'Første utkast til kravspesifikasjon er lest av klinikere, arkitekter og personvernombud. Rundt halvparten av kravene er slått ' +
      'sammen eller tatt bort.',
    delay_weeks: 0, going_well: 'Innspillene kommer raskt og er konkrete.', coming_next: 'Veiledende kunngjøring og møter med markedet i januar.',
    risk_level: 'low', economy_text: 'Forbruket er litt lavere enn budsjettert, siden to stillinger ble besatt i desember.', lights: 'gggggg'
  }),
  report('DHO', '2022-01-24', 'leader', {
    status_label: 'as_planned', light: 'green',
    summary: 'Ni leverandører møtte til markedsdialogen. Samtalene bekreftet at ønsket funksjonalitet finnes, men også at prisene varierer ' +
      'mer enn antatt.',
    delay_weeks: 0, going_well: 'Markedet er interessert, og kravene er gjennomførbare.',
    coming_next: 'Kunngjøre anskaffelsen i februar med konkurransepreget dialog.', risk_level: 'low',
    risk_text: 'Prisforskjellene gjør kostnadsrisikoen verdt å følge.', lights: 'gggggg'
  }),
  report('NYAPI', '2022-02-07', 'bsandvik', {
    status_label: 'as_planned', light: 'green',
    summary: 'Kartleggingen av eksisterende koblinger er ferdig: 412 i alt, hvorav 60 ingen lenger vet hensikten med.', delay_weeks: 0,
    risk_level: 'low', lights: 'gggggg'
  }),
  on('2022-02-07 16:00', 'portfolio', [
    ['/projects/NYAPI/deliverables/A1', { finished: true, delivered_on: '2022-06-30' }],
  ]),
  on('2022-02-17', 'leader', [
    ['/projects/DHO/milestones/Kunngjøring av anskaffelsen', { reached_on: '2022-02-17', comment: 'Kunngjort to dager etter plan.' }],
  ]),
  report('DHO', '2022-03-07', 'leader', {
    status_label: 'as_planned', light: 'green',
    summary: 'Anskaffelsen er kunngjort, og seks tilbydere har søkt om å delta. Utvelgelsen av hvem som går videre til dialog, er ferdig ' +
      'denne måneden.',
    delay_weeks: 0, going_well: 'Ingen klager på konkurransegrunnlaget.', coming_next: 'Første runde i dialogen med fire tilbydere.',
    risk_level: 'medium', risk_text: 'Tilgangsstyring i sky er det temaet der tilbyderne er mest uenige. Risikoen er løftet til middels.',
    lights: 'ggggyg'
  }),
  on('2022-04-04', 'leader', [
    ['/projects/DHO/risks', {
      kind: 'risk', title: 'Risikovurderingen tar lengre tid enn planlagt',
      cause: 'Vurderingen av informasjonssikkerhet må gjøres etter en prosess som er under endring.',
      event: 'Godkjenningen foreligger ikke når pilotpasientene er klare.', effect: 'Oppstarten av trinn 2 blir utsatt.', probability: 3,
      consequence: 3, mitigation: 'Vurderingen deles i to, slik at testmiljøet kan godkjennes for seg.', residual_probability: 2,
      residual_consequence: 3, owner: 'amyhre', state: 'open'
    }],
    ['/projects/DHO/deliverables/L1', { forecast_on: '2022-11-20' }],
  ]),
  report('DHO', '2022-04-25', 'leader', {
    status_label: 'as_planned', light: 'green',
    summary: 'To dialogrunder er gjennomført. Tilbyderne har vist løsningene sine på et forløp for hjertesvikt som fagmiljøet selv har beskrevet.',
    delay_weeks: 1, going_well: 'Demonstrasjonene gjorde det lettere for klinikerne å si hva de faktisk trenger.',
    coming_next: 'Siste dialogrunde, og deretter innbydelse til å gi endelig tilbud.', risk_level: 'medium',
    progress_text: 'Dialogen går en uke over planen; det tas igjen i evalueringen.', lights: 'ggggyg'
  }),
  on('2022-06-01', 'leader', [
    ['/projects/DHO/deliverables/L1', { forecast_on: '2022-12-15' }],
    ['/projects/DHO/deliverables/L2', { forecast_on: '2023-04-01' }],
  ]),
  report('DHO', '2022-06-07', 'leader', {
    status_label: 'minor_deviation', light: 'yellow',
    summary: 'Dialogfasen er forlenget fordi to tilbydere ba om å få avklart bruken av underleverandører utenfor EØS. Juridisk vurdering pågår.',
    delay_weeks: 3, causes: 'Spørsmålet om overføring av personopplysninger kom opp sent og gjaldt flere av tilbudene.',
    going_well: 'De øvrige kravene er avklart, og evalueringsmodellen er godkjent.', coming_next: 'Endelige tilbud innen utgangen av august.',
    risk_level: 'medium', progress_text: 'Leveranse L1 ventes i desember i stedet for november.', lights: 'yggggg'
  }),
  on('2022-08-22', 'leader', [
    ['/projects/DHO/risks/Tilgangsstyring i skyen er uprøvd', { probability: 4 }],
  ]),
  report('DHO', '2022-08-29', 'leader', {
    status_label: 'minor_deviation', light: 'yellow',
    summary: 'Tre endelige tilbud er mottatt i tide. Evalueringen er startet med to uavhengige grupper som skal sammenholde poengene i september.',
    delay_weeks: 4, causes: 'Forlengelsen før sommeren er ikke tatt igjen.', going_well: 'Alle tilbudene oppfyller de ufravikelige kravene.',
    coming_next: 'Innstilling til styringsgruppen i slutten av oktober.', risk_level: 'medium',
    economy_text: 'Tilbudte driftspriser ligger over anslaget i styringsdokumentet.',
    scope_text: 'Det vurderes om rapportering kan tas ut av første kontrakt.', lights: 'yygyyg'
  }),
  on('2022-09-05', 'leader', [
    ['/projects/DHO/reports/2022-08-29', 'correct', {
      field: 'economy_text', after: 'Tilbudte driftspriser ligger over anslaget i styringsdokumentet for to av de tre tilbudene.',
      reason: 'Det tredje tilbudet var lest med feil antall brukere.'
    }],
  ]),
  report('NYAPI', '2022-09-12', 'bsandvik', {
    status_label: 'as_planned', light: 'green', summary: 'Katalogen er åpnet, og de første prosjektene har meldt behov.', delay_weeks: 0,
    risk_level: 'low', lights: 'gggggg'
  }),
  on('2022-09-12 16:00', 'portfolio', [
    ['/projects/NYAPI/deliverables/A2', { finished: true, delivered_on: '2023-03-17' }],
  ]),
  report('DHO', '2022-10-03', 'leader', {
    status_label: 'minor_deviation', light: 'yellow',
    summary: 'Evalueringen er ferdig, og innstillingen skrives. Styringsgruppen har fått lagt fram en ny tidsplan der hele løpet skyves om ' +
      'lag tre måneder.',
    delay_weeks: 6, causes: 'Lengre dialog, og to uker ekstra til kontroll av referanser.',
    going_well: 'De to evalueringsgruppene kom til samme rangering.', coming_next: 'Vedtak om ny plan 12. oktober.', risk_level: 'medium',
    risk_text: 'Bemanningen i klinikken er usikker gjennom vinteren.', lights: 'yyggyg'
  }),
  on('2022-10-12 15:00', 'leader', [
    ['/projects/DHO/deliverables/L1', { planned_on: '2023-02-01', forecast_on: '2023-02-01' }],
    ['/projects/DHO/deliverables/L2', { planned_on: '2023-06-01', forecast_on: '2023-06-01' }],
    ['/projects/DHO/deliverables/L3', { planned_on: '2023-10-01', forecast_on: '2023-10-01' }],
    ['/projects/DHO/deliverables/L4', { planned_on: '2023-12-31', forecast_on: '2023-12-31' }],
    ['/projects/DHO/milestones/BP3 Start gjennomføring', { forecast_on: '2023-02-15' }],
    ['/projects/DHO/milestones/Første pasient følges opp hjemmefra', { forecast_on: '2023-10-01' }],
  ]),
  report('DHO', '2022-11-07', 'leader', {
    status_label: 'as_planned', light: 'green',
    summary: 'Styringsgruppen har vedtatt ny plan, og rapporten måles nå mot den. Leverandør er innstilt, og karensperioden løper til 18. november.',
    delay_weeks: 0, going_well: 'Alle parter er enige om én plan med fire leveranser i to trinn.',
    coming_next: 'Kontraktsforhandling om detaljer i driftsavtalen.', risk_level: 'medium',
    economy_text: 'Kostnadene ved driftsavtalen er fortsatt under avklaring.', lights: 'gyggyg'
  }),
];
