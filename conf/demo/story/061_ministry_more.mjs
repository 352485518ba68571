// The ministry’s strategy work as those who take part meet it, in 2023: who came to the first workshop, what is held after it and for whom,
// how far the work has come, and the assignment that the work is.
import { on } from '../telling.mjs';

const body = 'Kevään aikana pidetään kolme työpajaa, keskustelutilaisuus linjauksista ja tapaaminen toimittajien kanssa.\n\n' +
  '- Tavoitteille kirjataan myös, miksi niihin pyritään.\n- Tulokset sovitetaan seuraavaan hallitusohjelmaan.\n\n' +
  'Ensimmäisessä työpajassa oli alueita eri puolilta maata, Varsinais-Suomi mukaan lukien.';

const areas = [
  ['PIRKANMAA', 'Pirkanmaan hyvinvointialue', 'Birkalands välfärdsområde', 4],
  ['POHJOIS-SAVO', 'Pohjois-Savon hyvinvointialue', 'Norra Savolax välfärdsområde', 3],
  ['ITA-UUSIMAA', 'Itä-Uudenmaan hyvinvointialue', 'Östra Nylands välfärdsområde', 1],
  ['KYMENLAAKSO', 'Kymenlaakson hyvinvointialue', 'Kymmenedalens välfärdsområde', 2],
  ['LANSI-UUSIMAA', 'Länsi-Uudenmaan hyvinvointialue', 'Västra Nylands välfärdsområde', 3],
  ['PAIJAT-HAME', 'Päijät-Hämeen hyvinvointialue', 'Päijänne-Tavastlands välfärdsområde', 2],
  ['SATAKUNTA', 'Satakunnan hyvinvointialue', 'Satakunta välfärdsområde', 2],
  ['VARSINAIS-SUOMI', 'Varsinais-Suomen hyvinvointialue', 'Egentliga Finlands välfärdsområde', 3],
];

// The same text in Swedish.
const swedish = (of, texts) => Object.entries(texts).map(([field, text]) => [`${of}/translations`, { of: type(of), field, language: 'sv', text }]);
const type = (of) => ({ events: 'event', projects: 'project', news: 'news' })[of.split('/')[1]];

const event = (code, values) => [`/events/${code}`, { owner: 'STM', language: 'fi', ...values }];
const workshop = { hours: '9–15', place: 'Helsinki', hosts: ['STM', 'HYVINVOINTIALUEET'], addressee: 'Hyvinvointialueiden kirjaamot' };

export default [
  on('2023-03-20 11:00', 'portfolio', [
    ...areas.flatMap(([code, name, text]) => [
      [`/organisations/${code}`, { name, kind: 'region', starts_on: '2023-01-01', language: 'fi' }],
      [`/organisations/${code}/translations`, { of: 'organisation', field: 'name', language: 'sv', text }],
    ]),
    ['/organisations/SIDOSRYHMAT', { name: 'Muut sidosryhmät', kind: 'customer_group', language: 'fi' }],
    ['/organisations/SIDOSRYHMAT/translations', { of: 'organisation', field: 'name', language: 'sv', text: 'Övriga intressegrupper' }],
    ['/strategies/SOTE/relations', { kind: 'participant', other: 'organisation/HYVINVOINTIALUEET', note: 'Alusta asti' }],
    ['/strategies/SOTE/relations', { kind: 'consulted', other: 'organisation/SIDOSRYHMAT', note: 'Kun työ etenee' }],
    ['/people', { name: 'Raili Nurmela', title: 'Neuvottelukunnan puheenjohtaja', organisation: 'STM' }],
    ['/bodies/SOTE-DELEGATION/people', { role: 'steering_chair', person: '@Raili Nurmela', organisation: 'STM' }],
    ['/projects/SOTE-TYO', {
      title: 'Tietostrategian laatiminen',
      purpose: 'Maa sopii, mitä tiedolla ja digitalisaatiolla tavoitellaan ensin. Lähtökohtana on se, mitä palveluissa tarvitaan.',
      language: 'fi', kind: 'assignment', owner: 'STM', contact: '@Olli Raitanen', segment: 'coordinate', phase: 'planning', lifecycle: 'ongoing',
      starts_on: '2023-spring', ends_on: '2023', goals: ['SOTE-1', 'SOTE-2']
    }],
    ['/projects/SOTE-TYO/relations', { kind: 'steered_by', other: 'body/SOTE-DELEGATION' }],
    ['/projects/SOTE-TYO/sections', {
      kind: 'other', heading: 'Näin pääset vaikuttamaan',
      body: 'Keväällä 2023 voi tulla työpajaan, keskustella linjauksista tai tavata ministeriön toimittajille tarkoitetussa tilaisuudessa. ' +
        'Syksyllä kuullaan kaikkia.',
      position: 10, language: 'fi'
    }],
    ['/projects/SOTE-TYO/sections', {
      kind: 'basic_idea', heading: 'Kokonaisuus ennen yksityiskohtia',
      body: 'Kun suunta on yhteinen, samaa ei rakenneta kahdesti, eikä kehittämistä ohjata yksi päätös kerrallaan.', position: 20, language: 'fi'
    }],
    ['/projects/SOTE-TYO/deliverables', {
      code: 'KARTTA', title: 'Strategiakartta', acceptance_criteria: 'Alue voi perustella sillä, mitä se kehittää ensin.'
    }],
    ['/projects/SOTE-TYO/dependencies', {
      needed: 'Tavoitteet, joihin tulokset sopivat', used_for: 'Strategian viimeistely', provider_name: 'Seuraava hallitusohjelma',
      criticality: 'high', light: 'yellow', agreed_by_project: true
    }],
    ...swedish('/projects/SOTE-TYO', {
      title: 'Arbetet med informationsstrategin',
      purpose: 'Landet kommer överens om vad som ska nås först med information och digitalisering. Utgångspunkten är vad tjänsterna behöver.',
    }),
    ['/projects/SOTE-TYO/translations', { of: 'section/1', field: 'heading', language: 'sv', text: 'Så kan du påverka' }],
    ['/projects/SOTE-TYO/translations', {
      of: 'section/1', field: 'body', language: 'sv',
      text: 'Våren 2023 kan du komma till en verkstad, diskutera riktlinjerna eller träffa ministeriet på ett möte för leverantörer. ' +
        'På hösten hörs alla.'
    }],
    ['/strategies/SOTE/links', { title: 'Ministeriön tapahtumakalenteri', url: 'https://stm.example/tapahtumat', language: 'fi' }],
  ]),
  on('2023-03-22 11:30', 'editor', [
    event('TYOPAJA-2', {
      title: 'Toinen strategiatyöpaja', description: 'Tavoitteista keinoihin.', starts_on: '2023-04-14', ends_on: '2023-04-14',
      audience: 'Alueiden kehittämisestä vastaavat johtajat ja asiantuntijat', ...workshop
    }),
    event('TYOPAJA-3', {
      title: 'Kolmas strategiatyöpaja', description: 'Keinoista työnjakoon.', starts_on: '2023-05-12', ends_on: '2023-05-12',
      audience: 'Alueiden kehittämisestä vastaavat johtajat ja asiantuntijat', ...workshop
    }),
    event('TOIMITTAJAT', {
      title: 'Tapaaminen järjestelmätoimittajien kanssa', description: 'Mitä tarkoittaa, että asiakas- ja potilastietojärjestelmät yhtenäistyvät?',
      starts_on: '2023-05-09', ends_on: '2023-05-09', place: 'Helsinki', audience: 'Tietojärjestelmien toimittajat'
    }),
    event('KUULEMINEN', {
      title: 'Yhteinen kuuleminen tuloksista', description: 'Mitä saatiin aikaan, ja mitä vielä puuttuu?', starts_on: '2023-autumn',
      audience: 'Kaikki, joita strategia koskee'
    }),
    ['/events/TYOPAJA-2', 'publish'],
    ['/events/TYOPAJA-3', 'publish'],
    ['/events/TOIMITTAJAT', 'publish'],
    ['/events/KUULEMINEN', 'publish'],
  ]),
  on('2023-03-22 15:30', 'editor', [
    ...areas.slice(0, -1).map(([organisation, , , people]) => ['/events/TYOPAJA-1/attendance', { organisation, people }]),
    ['/events/TYOPAJA-1/attendance', { organisation: 'HELSINKI', people: 2 }],
    ...swedish('/events/TYOPAJA-2', { title: 'Andra verkstaden om strategin' }),
    ...swedish('/events/TYOPAJA-3', { title: 'Tredje verkstaden om strategin' }),
    ...swedish('/events/TOIMITTAJAT', { title: 'Möte med dem som levererar systemen' }),
    ...swedish('/events/KUULEMINEN', { title: 'Gemensamt hörande om resultaten' }),
  ]),
  // Who had been forgotten is added to those who were there, and the news is put right.
  on('2023-04-18 09:36', 'editor', [
    ['/events/TYOPAJA-1/attendance', { organisation: 'VARSINAIS-SUOMI', people: areas.at(-1)[3] }],
    ['/news/STRATEGIATYO', { body, correction_reason: 'Varsinais-Suomi puuttui ensimmäisen työpajan osallistujista.' }],
    ...swedish('/news/STRATEGIATYO', {
      body: 'Under våren hålls tre verkstäder, en diskussion om riktlinjerna och ett möte med leverantörer.\n\n' +
        '- För varje mål skrivs också varför det eftersträvas.\n- Resultaten passas in i nästa regeringsprogram.\n\n' +
        'I den första verkstaden deltog områden från hela landet, Egentliga Finland bland dem.',
    }),
  ]),
  on('2023-06-05 10:00', 'editor', [
    ['/strategies/SOTE/items', { kind: 'priority', title: 'Tieto hyötykäyttöön', goal: '1', position: 23, language: 'fi' }],
    ['/strategies/SOTE/items', {
      kind: 'implementation_phase', title: 'Valmistelu hyvinvointialueiden kanssa', starts_on: '2023-spring', ends_on: '2023-spring', position: 58,
      language: 'fi'
    }],
    ['/strategies/SOTE/items', {
      kind: 'implementation_phase', title: 'Muiden sidosryhmien kuuleminen', starts_on: '2023-summer', ends_on: '2023-autumn', position: 59,
      language: 'fi'
    }],
    ['/strategies/SOTE/indicators', {
      title: 'Asukkaita, jotka hoitavat asiansa digitaalisesti', unit: '%', source: 'Sovittu ministeriön ja alueiden kesken', direction: 'up',
      goal: '2'
    }],
  ]),
  on('2023-06-06 10:00', 'editor', [
    ['/events/TYOPAJA-1', {
      themes: ['SOTE/2', 'SOTE/3', 'SOTE/4', 'SOTE/7', 'SOTE/11'], correction_reason: 'Myös tiedon käyttö ja yhteistyö olivat esillä.'
    }],
  ]),
  on('2023-11-30', 'portfolio', [
    ['/projects/SOTE-TYO/deliverables/KARTTA', { finished: true, delivered_on: '2023-11-28' }],
  ]),
  on('2023-12-15', 'portfolio', [
    ['/projects/SOTE-TYO', { phase: 'realisation', lifecycle: 'closed' }],
  ]),
];
