// What lies around the project DHO: the national and the regional plan that it carries out, what is to be gained by it and how that is seen,
// the board’s mandate, who is in the product team, and what the region itself calls a status.
import { on } from '../telling.mjs';

export default [
  on('2021-10-04', 'portfolio', [
    ['/organisations/HOD', { name: 'Helse- og omsorgsdepartementet', kind: 'ministry', language: 'nb' }],
  ]),
  on('2021-10-04', 'editor', [
    ['/strategies/NHSP', {
      title: 'Nasjonal helse- og sykehusplan', owner: 'HOD', state: 'in_force', starts_on: '2020', ends_on: '2023', language: 'nb'
    }],
    ['/strategies/NHSP/goals', {
      number: 'N1', code: 'NHSP-1', title: 'Helsefellesskap mellom sykehus og kommuner',
      why: 'De sykeste pasientene møter mange tjenester som ikke vet om hverandre.', language: 'nb'
    }],
    ['/strategies/NHSP/goals', {
      number: 'N2', code: 'NHSP-2', title: 'Regionene samordner seg nasjonalt',
      how: 'Det som er prøvd i én region, kan tas i bruk av de andre.', language: 'nb'
    }],
    ['/strategies/RUP', {
      title: 'Regional utviklingsplan', owner: 'HSO', state: 'in_force', starts_on: '2019', ends_on: '~2035', language: 'nb'
    }],
    ['/strategies/RUP/goals', { number: 'R1', code: 'RUP-1', title: 'Behandlingen kommer til pasienten', language: 'nb' }],
  ]),
  on('2021-10-04 10:00', 'leader', [
    ['/projects/DHO', { goals: ['HSO-4', 'NHSP-1', 'NHSP-2', 'RUP-1'] }],
  ]),
  on('2021-10-25', 'leader', [
    ['/projects/DHO/sections', {
      kind: 'basic_idea', heading: 'Det minste som virker',
      body: 'Prosjektet bygger ikke alt før noen får bruke det. Først lages bare det en klinikk og pasientene dens trenger for å komme i gang; ' +
        'resten legges til når vi har sett hva som virker.',
      position: 42, language: 'nb'
    }],
    ['/projects/DHO/sections', {
      kind: 'conditions', heading: 'Hva det krever av sykehusene',
      body: 'En oppgave må kunne gå fra den ene til den andre på tvers av avdeling, sykehus og kommune uten å bli borte. Det krever gode ' +
        'verktøy for å fordele arbeidet, og klinikker som tåler å endre måten de arbeider på.',
      position: 52, language: 'nb'
    }],
    ['/projects/DHO/indicators', {
      title: 'Reiser til kontroll på sykehus', unit: 'reiser', source: 'Pasientreiser', direction: 'down'
    }],
    ['/projects/DHO/indicators', {
      title: 'Utslipp fra pasientreiser', unit: 'tonn CO2', source: 'Regnet ut fra reisene', direction: 'down'
    }],
    ['/projects/DHO/benefits', {
      title: 'Én plattform i stedet for mange', description: 'Neste tjeneste koster mindre fordi grunnlaget alt er betalt.', owner: 'tvangen',
      expected_on: '2025'
    }],
    ['/projects/DHO/benefits', {
      title: 'Fagfolkenes tid brukes der den trengs', description: 'Den som har det stabilt, følges opp uten time.', owner: 'sekeland',
      expected_on: '2024'
    }],
    ['/projects/DHO/benefits', {
      title: 'Likere oppfølging uansett hvor pasienten bor', description: 'Forløpet er det samme; det som skiller, er valgt og ikke tilfeldig.',
      owner: 'sekeland', expected_on: '2025'
    }],
    ['/projects/DHO/benefits', {
      title: 'Klinikkene kan endre forløpene selv', description: 'En ny oppgave legges inn på dager, uten ny bestilling.', expected_on: '2025'
    }],
    ['/projects/DHO/benefits', {
      title: 'Færre reiser, mindre utslipp', owner: 'leader', expected_on: '2024', indicators: ['1', '2'],
      description: 'Kontroller hjemme erstatter turen til sykehuset, og utstyret er valgt med tanke på miljøet.'
    }],
  ]),
  on('2023-03-10 10:00', 'portfolio', [
    ['/bodies/HSO-STYRET', { name: 'Styret i Helse Sør-Øst RHF', kind: 'board', organisation: 'HSO', language: 'nb' }],
    ['/bodies/HSO-STYRET/decisions', {
      title: 'Oppdrag om prosessplattform og digital hjemmeoppfølging', decided_on: '2023-03-09', kind: 'mandate', about: 'project/DHO',
      text: 'Prosjektet skal gi regionen L1 til L4, i to trinn. Midlene frigis etter hvert, innenfor kostnadsrammen.',
      ground: 'Innstillingen fra styringsgruppen'
    }],
  ]),
  on('2023-03-13', 'portfolio', [
    ['/projects/DHO', { released: 47000000 }],
  ]),
  on('2023-06-05 10:00', 'leader', [
    ['/bodies/DHO-TEAM/people', { role: 'product_owner', person: 'sekeland', organisation: 'SIV', starts_on: '2022-12-05' }],
    ['/bodies/DHO-TEAM/people', { role: 'expert', organisation: 'SIV', topic: 'Hjertesykepleie', starts_on: '2022-12-05' }],
  ]),
  // The region has a word of its own for a status, and the next report, not yet sent, is the first to use it.
  on('2023-10-30 10:00', 'portfolio', [
    ['/terms', { list: 'status_label', code: 'considerable_challenges', position: 40, means: 'major_deviation' }],
    ['/terms/status_label:considerable_challenges/labels', { language: 'nb', label: 'Betydelige utfordringer', organisation: 'HSO' }],
    ['/terms/status_label:considerable_challenges/labels', { language: 'nb', label: 'Store utfordringer' }],
    ['/terms/status_label:considerable_challenges/labels', { language: 'sv', label: 'Stora utmaningar' }],
    ['/terms/status_label:considerable_challenges/labels', { language: 'fi', label: 'Suuria haasteita' }],
    ['/terms/status_label:considerable_challenges/labels', { language: 'en', label: 'Considerable challenges' }],
  ]),
  on('2023-10-30 11:00', 'leader', [
    ['/projects/DHO/reports/2023-10-30', { status_label: 'considerable_challenges' }],
  ]),
];
