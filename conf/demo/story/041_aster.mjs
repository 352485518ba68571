// Ostrobothnia’s programme Aster, from 2024: six main projects and one that supports them, mirrored in the counties around it. Its parts plan,
// in the summer of 2024.
import { on } from '../telling.mjs';

export default [
  on('2024-06-03', 'johanna.nyfors', [
    ['/projects/ASTER/deliverables', {
      code: 'P1', title: 'Avtal med systemleverantören', step: 'Upphandling', planned_on: '2024-11-30', forecast_on: '2024-11-30',
      acceptance_criteria: 'Undertecknat av alla fyra beställare.'
    }],
    ['/projects/ASTER/deliverables', {
      code: 'P2', title: 'Gemensam beskrivning av arbetssätten', step: 'Planering', planned_on: '2025-12-31', forecast_on: '2025-12-31',
      acceptance_criteria: 'Godkänd av programgruppen.'
    }],
    ['/projects/ASTER/deliverables', {
      code: 'P3', title: 'Första start i en enhet', step: 'Införande', planned_on: '2026-11-02', forecast_on: '2026-11-02',
      acceptance_criteria: 'En hälsostation arbetar en hel vecka utan det gamla systemet.'
    }],
    ['/projects/ASTER/deliverables', {
      code: 'P4', title: 'Start i hela området', step: 'Införande', planned_on: '2027-09-30', forecast_on: '2027-09-30',
      acceptance_criteria: 'Alla enheter har tagit systemet i bruk.'
    }],
    ['/projects/ASTER-INT/deliverables', {
      code: 'I1', title: 'Gemensam bedömning av servicebehov', step: 'Planering', planned_on: '2026-03-31', forecast_on: '2026-03-31',
      acceptance_criteria: 'Prövad av tre arbetslag.'
    }],
    ['/projects/ASTER-INT/deliverables', {
      code: 'I2', title: 'Remissflödet beskrivet', step: 'Planering', planned_on: '2026-10-31', forecast_on: '2026-10-31',
      acceptance_criteria: 'Inga oklara mottagare kvar.'
    }],
    ['/projects/ASTER-SUPP/deliverables', {
      code: 'S1', title: 'Laboratoriebeställningar i testmiljön', step: 'Bygge', planned_on: '2026-05-31', forecast_on: '2026-05-31',
      acceptance_criteria: 'Hundra beställningar utan fel.'
    }],
    ['/projects/ASTER-SUPP/deliverables', {
      code: 'S2', title: 'Bilddiagnostik ansluten', step: 'Bygge', planned_on: '2026-12-15', forecast_on: '2026-12-15',
      acceptance_criteria: 'Svar inom en minut.'
    }],
    ['/projects/ASTER-SOC/deliverables', {
      code: 'O1', title: 'Klientprocesserna definierade', step: 'Planering', planned_on: '2025-09-30', forecast_on: '2025-09-30',
      acceptance_criteria: 'Godkända av socialdirektörerna.'
    }],
    ['/projects/ASTER-SOC/deliverables', {
      code: 'O2', title: 'Beslutsmallar på två språk', step: 'Bygge', planned_on: '2026-08-31', forecast_on: '2026-08-31',
      acceptance_criteria: 'Granskade av jurist.'
    }],
    ['/projects/ASTER-HEALTH/deliverables', {
      code: 'H1', title: 'Mottagningens arbetsflöde', step: 'Planering', planned_on: '2025-10-31', forecast_on: '2025-10-31',
      acceptance_criteria: 'Övat av två mottagningar.'
    }],
    ['/projects/ASTER-HEALTH/deliverables', {
      code: 'H2', title: 'Läkemedelslistan flyttad', step: 'Bygge', planned_on: '2026-09-30', forecast_on: '2026-09-30',
      acceptance_criteria: 'Stickprov på 500 listor utan avvikelse.'
    }],
    ['/projects/ASTER-HEALTH/deliverables', {
      code: 'H3', title: 'Avdelningens arbetsflöde', step: 'Bygge', planned_on: '2027-01-31', forecast_on: '2027-01-31',
      acceptance_criteria: 'Övat av fyra avdelningar.'
    }],
    ['/projects/ASTER-REPORT/deliverables', {
      code: 'R1', title: 'Lista över rapporter som behövs', step: 'Planering', planned_on: '2025-11-30', forecast_on: '2025-11-30',
      acceptance_criteria: 'Varje rapport har en ägare.'
    }],
    ['/projects/ASTER-REPORT/deliverables', {
      code: 'R2', title: 'Datalagret i drift', step: 'Bygge', planned_on: '2027-03-31', forecast_on: '2027-03-31',
      acceptance_criteria: 'Nattlig laddning i en månad utan avbrott.'
    }],
    ['/projects/ASTER-ESERV/deliverables', {
      code: 'E1', title: 'Tidsbokning på två språk', step: 'Bygge', planned_on: '2026-12-15', forecast_on: '2026-12-15',
      acceptance_criteria: 'Prövad av trettio invånare.'
    }],
    ['/projects/ASTER-ESERV/deliverables', {
      code: 'E2', title: 'Meddelanden till invånaren', step: 'Bygge', planned_on: '2027-04-30', forecast_on: '2027-04-30',
      acceptance_criteria: 'Tillgängligheten granskad.'
    }],
    ['/projects/ASTER-TECH/deliverables', {
      code: 'T1', title: 'Målarkitektur', step: 'Planering', planned_on: '2024-12-31', forecast_on: '2024-12-31',
      acceptance_criteria: 'Godkänd av arkitekturrådet.'
    }],
    ['/projects/ASTER-TECH/deliverables', {
      code: 'T2', title: 'Testmiljö för alla beställare', step: 'Bygge', planned_on: '2025-06-30', forecast_on: '2025-06-30',
      acceptance_criteria: 'Inloggning fungerar hos alla fyra.'
    }],
    ['/projects/ASTER-TECH/deliverables', {
      code: 'T3', title: 'Första provflytten av uppgifter', step: 'Bygge', planned_on: '2026-02-28', forecast_on: '2026-02-28',
      acceptance_criteria: 'Högst en felaktig uppgift av tiotusen.'
    }],
    ['/projects/ASTER-TECH/deliverables', {
      code: 'T4', title: 'Andra provflytten av uppgifter', step: 'Bygge', planned_on: '2026-10-15', forecast_on: '2026-10-15',
      acceptance_criteria: 'Högst en felaktig uppgift av hundratusen.'
    }],
    ['/projects/ASTER/risks', {
      kind: 'risk', title: 'Sakkunniga räcker inte till', cause: 'Samma personer behövs i vården och i projekten.', event: 'Grupper ställs in.',
      effect: 'Definitionerna blir sena och ytliga.', probability: 4, consequence: 4, mitigation: 'Avlösare bekostas av programmet.',
      residual_probability: 3, residual_consequence: 3, owner: 'johanna.nyfors', state: 'open'
    }],
    ['/projects/ASTER/risks', {
      kind: 'risk', title: 'Beställarna väljer olika arbetssätt', cause: 'Fyra organisationer med var sin historia.',
      event: 'Det gemensamma delas upp igen.', effect: 'Systemet blir dyrare att underhålla.', probability: 3, consequence: 4,
      mitigation: 'Avvikelser beslutas i styrgruppen, aldrig i arbetsgruppen.', residual_probability: 2, residual_consequence: 3, owner: 'hsundell',
      state: 'open'
    }],
    ['/projects/ASTER-INT/risks', {
      kind: 'risk', title: 'Gränsen mellan vård och omsorg är otydlig', cause: 'Lagarna skiljer sig.', event: 'Bedömningen kan inte göras gemensam.',
      effect: 'Dubbelt arbete består.', probability: 3, consequence: 3, mitigation: 'Juristen deltar varannan vecka.', residual_probability: 2,
      residual_consequence: 3, owner: 'antti.keskivaara', state: 'open'
    }],
    ['/projects/ASTER-SUPP/risks', {
      kind: 'risk', title: 'Laboratoriets leverantör byter version', cause: 'Avtalet går ut.', event: 'Kopplingen måste göras om.',
      effect: 'Två månaders försening.', probability: 3, consequence: 4, mitigation: 'Bytet läggs efter första start.', residual_probability: 2,
      residual_consequence: 3, owner: 'camilla.bjorkskog', state: 'open'
    }],
    ['/projects/ASTER-SOC/risks', {
      kind: 'risk', title: 'Beslutsmallarna godkänns inte', cause: 'Texten är otydlig på det ena språket.', event: 'Omarbetning i sista stund.',
      effect: 'Start utan mallar.', probability: 2, consequence: 4, mitigation: 'Granskning redan i utkastet.', residual_probability: 1,
      residual_consequence: 4, owner: 'petri.lehtomaa', state: 'open'
    }],
    ['/projects/ASTER-HEALTH/risks', {
      kind: 'risk', title: 'Läkemedelslistor är inte aktuella', cause: 'Tre källor med olika uppgifter.', event: 'Fel uppgift flyttas.',
      effect: 'Patientsäkerheten hotas.', probability: 3, consequence: 5, mitigation: 'Avstämning vid varje besök ett halvår före flytten.',
      residual_probability: 2, residual_consequence: 4, owner: 'annika.rosenblad', state: 'open'
    }],
    ['/projects/ASTER-REPORT/risks', {
      kind: 'risk', title: 'Nationella krav ändras', cause: 'Nya anvisningar väntas.', event: 'Rapporter görs om.', effect: 'Datalagret försenas.',
      probability: 4, consequence: 3, mitigation: 'Följ utkasten, bygg i små delar.', residual_probability: 3, residual_consequence: 2,
      owner: 'tuomas.yliharju', state: 'open'
    }],
    ['/projects/ASTER-ESERV/risks', {
      kind: 'risk', title: 'Invånare utan e-legitimation stängs ute', cause: 'Alla har ingen.', event: 'Telefonköerna växer.',
      effect: 'Nyttan uteblir.', probability: 3, consequence: 3, mitigation: 'Ombud och bokning per telefon finns kvar.', residual_probability: 2,
      residual_consequence: 2, owner: 'elin.storgard', state: 'open'
    }],
    ['/projects/ASTER-TECH/risks', {
      kind: 'risk', title: 'Uppgifterna i de gamla systemen är sämre än väntat', cause: 'Fält har använts olika.', event: 'Provflytten underkänns.',
      effect: 'Första starten skjuts upp.', probability: 4, consequence: 4, mitigation: 'Rättning börjar hos den som äger uppgiften.',
      residual_probability: 3, residual_consequence: 3, owner: 'ville.hautakorpi', state: 'open'
    }],
    ['/projects/ASTER-INT/dependencies', {
      needed: 'Testmiljö med uppgifter från båda sidor', used_for: 'Pröva den gemensamma bedömningen', provider_project: 'ASTER-TECH',
      criticality: 'high', due_on: '2026-01-31', light: 'green', agreed_by_project: true
    }],
  ]),
  on('2024-06-03', 'portfolio', [
    ['/projects/ASTER-TECH/needed-by/ASTER-INT/1', 'answer', { agreed_by_provider: true }],
  ]),
  on('2024-06-03', 'johanna.nyfors', [
    ['/projects/ASTER-SUPP/dependencies', {
      needed: 'Koppling till laboratoriesystemet', used_for: 'Beställningar och svar', provider_project: 'ASTER-TECH', criticality: 'high',
      due_on: '2026-05-15', light: 'yellow', agreed_by_project: true
    }],
  ]),
  on('2024-06-03', 'portfolio', [
    ['/projects/ASTER-TECH/needed-by/ASTER-SUPP/1', 'answer', { agreed_by_provider: true }],
  ]),
  on('2024-06-03', 'johanna.nyfors', [
    ['/projects/ASTER-SOC/dependencies', {
      needed: 'Gemensam bedömning av servicebehov', used_for: 'Första steget i klientprocessen', provider_project: 'ASTER-INT', criticality: 'high',
      due_on: '2026-03-31', light: 'yellow', agreed_by_project: true
    }],
  ]),
  on('2024-06-03', 'portfolio', [
    ['/projects/ASTER-INT/needed-by/ASTER-SOC/1', 'answer', { agreed_by_provider: true }],
  ]),
  on('2024-06-03', 'johanna.nyfors', [
    ['/projects/ASTER-HEALTH/dependencies', {
      needed: 'Gemensam bedömning av vårdbehov', used_for: 'Mottagningens arbetsflöde', provider_project: 'ASTER-INT', criticality: 'medium',
      due_on: '2026-03-31', light: 'yellow', agreed_by_project: true
    }],
    ['/projects/ASTER-HEALTH/dependencies', {
      needed: 'Godkänd provflytt av läkemedelslistor', used_for: 'Start på avdelningarna', provider_project: 'ASTER-TECH', criticality: 'high',
      due_on: '2026-10-15', light: 'red', agreed_by_project: true
    }],
  ]),
  on('2024-06-03', 'portfolio', [
    ['/projects/ASTER-TECH/needed-by/ASTER-HEALTH/2', 'answer', { agreed_by_provider: true }],
  ]),
  on('2024-06-03', 'johanna.nyfors', [
    ['/projects/ASTER-REPORT/dependencies', {
      needed: 'Koder för insatser', used_for: 'Rapporter till myndigheter', provider_project: 'ASTER-SOC', criticality: 'medium',
      due_on: '2026-12-31', light: 'green', agreed_by_project: true
    }],
    ['/projects/ASTER-ESERV/dependencies', {
      needed: 'Tider från mottagningarna', used_for: 'Bokning på två språk', provider_project: 'ASTER-HEALTH', criticality: 'high',
      due_on: '2026-10-31', light: 'yellow', agreed_by_project: true
    }],
  ]),
  on('2024-06-03', 'portfolio', [
    ['/projects/ASTER-HEALTH/needed-by/ASTER-ESERV/1', 'answer', { agreed_by_provider: true }],
  ]),
  on('2024-06-03', 'johanna.nyfors', [
    ['/projects/ASTER-ESERV/dependencies', {
      needed: 'Stark identifiering', used_for: 'Invånarens inloggning', provider_name: 'Myndigheten för digitalisering', criticality: 'high',
      due_on: '2026-06-30', light: 'green', agreed_by_project: true, agreed_by_provider: true
    }],
    ['/projects/ASTER/dependencies', {
      needed: 'Leverantörens version 4', used_for: 'Första starten', provider_organisation: 'KLINIKSYSTEM', criticality: 'high',
      due_on: '2026-09-01', light: 'yellow', agreed_by_project: true, agreed_by_provider: true
    }],
    ['/projects/ASTER/milestones', { title: 'BP3 Beslut om genomförande', kind: 'decision_point', planned_on: '2024-12-10' }],
    ['/projects/ASTER/milestones', {
      title: 'BP4 Beslut om första start', kind: 'decision_point', planned_on: '2026-09-15', forecast_on: '2026-12-08'
    }],
    ['/projects/ASTER/milestones', { title: 'Utbildningen börjar', kind: 'milestone', planned_on: '2026-08-17' }],
    ['/projects/ASTER-TECH/milestones', { title: 'Alla kopplingar beskrivna', kind: 'milestone', planned_on: '2025-03-31' }],
    ['/projects/ASTER-HEALTH/milestones', { title: 'Övningsdag på centralsjukhuset', kind: 'milestone', planned_on: '2026-04-20' }],
  ]),
];
