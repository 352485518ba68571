// What the ministry tells of its strategy, 2023: news, events, and the strategy itself. Beside it what others tell.
import { on } from '../telling.mjs';

export default [
  on('2023-03-20 10:00', 'portfolio', [
    ['/bodies/SOTE-DELEGATION', {
      name: 'Sosiaali- ja terveydenhuollon neuvottelukunta', kind: 'delegation', mandate: 'Ohjaa tiedonhallinnan ja digitalisaation strategiatyötä.',
      organisation: 'STM', language: 'fi'
    }],
    ['/bodies/SOTE-DIGI', {
      name: 'Digitalisaation ja tiedonhallinnan jaosto', kind: 'body_section',
      mandate: 'Tekee strategiatyön käytännössä.\n\nSeuraa myös, miten tavoitteisiin päästään, ja pitää strategian ajan tasalla.',
      parent: 'SOTE-DELEGATION', organisation: 'STM', language: 'fi'
    }],
    ['/strategies/SOTE/relations', { kind: 'steered_by', other: 'body/SOTE-DELEGATION' }],
    ['/strategies/SOTE/relations', { kind: 'steered_by', other: 'body/SOTE-DIGI', note: 'Tekee työn' }],
    ['/strategies/SOTE/relations', { kind: 'participant', other: 'organisation/KANTAHAME', note: 'Työpaja 17.3.2023' }],
    ['/strategies/SOTE/relations', { kind: 'participant', other: 'organisation/HUS', note: 'Työpaja 17.3.2023' }],
    ['/strategies/SOTE/relations', { kind: 'participant', other: 'organisation/SOITE', note: 'Työpaja 17.3.2023' }],
    ['/strategies/SOTE/relations', { kind: 'participant', other: 'organisation/HELSINKI', note: 'Työpaja 17.3.2023' }],
    ['/strategies/SOTE/sections', {
      kind: 'basic_idea', heading: 'Miksi strategiaa tehdään',
      body: 'Kehittäminen jatkuu hallituskaudesta toiseen, kun tavoitteet on sovittu yhdessä. Siksi jokaisesta tavoitteesta sanotaan myös, ' +
        'miksi se on tärkeä ja millä keinoin siihen päästään.',
      position: 10, language: 'fi'
    }],
    ['/bodies/SOTE-DELEGATION/translations', { of: 'body', field: 'name', language: 'sv', text: 'Delegationen för social- och hälsovård' }],
    ['/bodies/SOTE-DIGI/translations', {
      of: 'body', field: 'name', language: 'sv', text: 'Sektionen för digitalisering och informationshantering'
    }],
    ['/strategies/SOTE/translations', { of: 'strategy', field: 'title', language: 'sv', text: 'Strategi för social- och hälsovårdens information' }],
    ['/strategies/SOTE/translations', {
      of: 'strategy_goal/1', field: 'title', language: 'sv', text: 'Information som fungerar ihop i hela landet'
    }],
    ['/strategies/SOTE/translations', {
      of: 'strategy_goal/2', field: 'title', language: 'sv', text: 'Förebyggande tjänster som bygger på information'
    }],
    ['/strategies/SOTE/translations', { of: 'section/1', field: 'heading', language: 'sv', text: 'Varför en strategi' }],
    ['/strategies/SOTE/translations', {
      of: 'section/1', field: 'body', language: 'sv',
      text: 'Utvecklingen går vidare från en regeringsperiod till nästa när målen är gemensamma. Därför sägs om varje mål också varför det ' +
        'är viktigt och med vilka medel det nås.'
    }],
    ['/strategies/SOTE/people', { role: 'contact_person', person: '@Tiina Vehkalahti', organisation: 'STM' }],
    ['/strategies/SOTE/people', { role: 'contact_person', person: '@Olli Raitanen', organisation: 'STM', topic: 'Strategiatyö' }],
    ['/strategies/SOTE/people', { role: 'contact_person', person: '@Henna Kuusisto', organisation: 'STM', topic: 'Kevään tilaisuudet' }],
    ['/strategies/SOTE', {
      purpose: 'Yhteiset painopisteet sosiaali- ja terveydenhuollon tiedonhallinnalle: seuraaville vuosille ja noin kymmeneksi vuodeksi eteenpäin.',
      starts_on: '2023-spring', ends_on: '~2033'
    }],
  ]),
  on('2023-03-22 11:00', 'editor', [
    ['/events/TYOPAJA-1', {
      title: 'Ensimmäinen strategiatyöpaja', description: 'Mitä alueilla tarvitaan ensin?', starts_on: '2023-03-17', ends_on: '2023-03-17',
      hours: '9–15', place: 'Helsinki', audience: 'Hyvinvointialueet ja HUS', addressee: 'Alueiden kirjaamot', owner: 'STM', language: 'fi'
    }],
    ['/events/LINJAUKSET', {
      title: 'Keskustelu linjauksista', description: 'Strategian luonnos avataan kaikille, joita se koskee.', starts_on: '2023-04-20',
      ends_on: '2023-04-20', hours: '13–16', place: 'Etäyhteys', audience: 'Kaikki sidosryhmät', owner: 'STM', language: 'fi'
    }],
    ['/news/STRATEGIATYO', {
      title: 'Strategiatyö alkoi: tule mukaan', kind: 'news',
      lead: 'Ministeriö hakee yhteisiä painopisteitä seuraaville kymmenelle vuodelle, ja alueet ovat mukana alusta asti.',
      body: 'Kevään aikana pidetään kaksi työpajaa, keskustelutilaisuus linjauksista ja tapaaminen toimittajien kanssa.\n\n' +
        '- Tavoitteille kirjataan myös, miksi niihin pyritään.\n- Tulokset sovitetaan seuraavaan hallitusohjelmaan.',
      owner: 'STM', language: 'fi'
    }],
    ['/news/STRATEGIATYO/people', { role: 'contact_person', person: '@Olli Raitanen', organisation: 'STM', topic: 'Strategiatyö' }],
    ['/news/STRATEGIATYO/people', { role: 'contact_person', person: '@Henna Kuusisto', organisation: 'STM', topic: 'Kevään tapaamiset' }],
  ]),
  on('2023-03-22 12:53', 'editor', [
    ['/events/TYOPAJA-1', 'publish'],
    ['/events/LINJAUKSET', 'publish'],
    ['/news/STRATEGIATYO', 'publish'],
  ]),
  on('2023-03-22 15:00', 'editor', [
    ['/events/TYOPAJA-1/attendance', { organisation: 'KANTAHAME', people: 3 }],
    ['/events/TYOPAJA-1/attendance', { organisation: 'HUS', people: 5 }],
    ['/events/TYOPAJA-1/attendance', { organisation: 'SOITE', people: 2 }],
    ['/events/TYOPAJA-1/attendance', { organisation: 'POHDE', people: 4 }],
    ['/news/STRATEGIATYO/translations', { of: 'news', field: 'title', language: 'sv', text: 'Strategiarbetet har börjat: kom med' }],
    ['/news/STRATEGIATYO/translations', {
      of: 'news', field: 'lead', language: 'sv',
      text: 'Ministeriet söker gemensamma tyngdpunkter för de kommande tio åren, och områdena är med från början.'
    }],
  ]),
  on('2023-04-18', 'editor', [
    ['/news/STRATEGIATYO', {
      body: 'Kevään aikana pidetään kolme työpajaa, keskustelutilaisuus linjauksista ja tapaaminen toimittajien kanssa.\n\n' +
        '- Tavoitteille kirjataan myös, miksi niihin pyritään.\n- Tulokset sovitetaan seuraavaan hallitusohjelmaan.',
      correction_reason: 'Toukokuun työpaja puuttui.'
    }],
  ]),
  on('2023-06-05', 'editor', [
    ['/strategies/SOTE/items', {
      kind: 'vision', title: 'Tieto on siellä missä ihminenkin',
      description: 'Kukaan ei joudu kuljettamaan omaa tietoaan paperilla paikasta toiseen.', position: 10, language: 'fi'
    }],
    ['/strategies/SOTE/items', { kind: 'priority', title: 'Järjestelmät ymmärtävät toisiaan', goal: '1', position: 20, language: 'fi' }],
    ['/strategies/SOTE/items', { kind: 'priority', title: 'Laki, joka sallii tiedon käytön', goal: '1', position: 21, language: 'fi' }],
    ['/strategies/SOTE/items', { kind: 'priority', title: 'Tukea ennen kuin sitä pyydetään', goal: '2', position: 22, language: 'fi' }],
    ['/strategies/SOTE/items', {
      kind: 'means', title: 'Yhteinen rajapintakuvaus jokaisessa hankinnassa',
      description: 'Alueet pyytävät samaa, ja toimittaja rakentaa sen kerran.', goal: '1', position: 30, language: 'fi'
    }],
    ['/strategies/SOTE/items', {
      kind: 'measure', title: 'Kansallisten tietosisältöjen luettelo julkaistaan', goal: '1', starts_on: '2024-Q1', ends_on: '2024-Q3', position: 40,
      language: 'fi'
    }],
    ['/strategies/SOTE/items', {
      kind: 'prerequisite', title: 'Pysyvä tapa tehdä yhteistyötä', description: 'Sovittu, kuka kutsuu koolle ja kuka vastaa.', position: 50,
      language: 'fi'
    }],
    ['/strategies/SOTE/items', {
      kind: 'implementation_phase', title: 'Lähivuodet', description: 'Perusta: sanastot, rajapinnat, vastuut.', starts_on: '2023', ends_on: '2026',
      position: 60, language: 'fi'
    }],
    ['/strategies/SOTE/items', {
      kind: 'implementation_phase', title: 'Seuraava vuosikymmen', description: 'Palvelut rakennetaan perustan varaan.', starts_on: '2027',
      ends_on: '2033', position: 61, language: 'fi'
    }],
    ['/strategies/SOTE/items', {
      kind: 'task', title: 'Kutsuu alueet koolle kahdesti vuodessa', role: 'contact_person', position: 70, language: 'fi'
    }],
    ['/strategies/SOTE/indicators', { title: 'Alueita, jotka käyttävät yhteisiä rajapintoja', goal: '1' }],
    ['/strategies/SOTE/goals/SOTE-1', {
      why: 'Sama tieto kirjataan yhä moneen kertaan, ja asiakas kertoo tarinansa jokaiselle uudelleen.',
      how: 'Yhteiset rajapinnat ja tietosisällöt, joihin jokainen hankinta sitoutuu.'
    }],
    ['/strategies/SOTE/goals/SOTE-2', {
      why: 'Apu tulee usein vasta, kun asiat ovat jo huonosti.', how: 'Tieto kokoaa merkit tuen tarpeesta, ja ammattilainen ottaa yhteyttä.'
    }],
  ]),
  on('2023-06-06', 'editor', [
    ['/events/TYOPAJA-1', {
      hosts: ['STM', 'POHDE'], themes: ['SOTE/2', 'SOTE/3', 'SOTE/4'], correction_reason: 'Teemat ja järjestäjät lisätty, kun strategia valmistui.'
    }],
  ]),
  on('2026-06-01', 'editor', [
    ['/strategies/SOTE-2027', {
      title: 'Sosiaali- ja terveydenhuollon tietostrategia, uudistettu', owner: 'STM', state: 'draft', version_of: 'SOTE', starts_on: '2027',
      language: 'fi'
    }],
  ]),
  on('2026-10-26', 'editor', [
    ['/events/NORDISK-SAMLING', {
      title: 'Nordisk samling om oppfølging hjemme', description: 'Hva virket, hva gjorde det ikke, og hva ville vi gjort annerledes?',
      starts_on: '2027-03-11', ends_on: '2027-03-12', hours: '10–15', place: 'Oslo', audience: 'Prosjektledere og klinikere i Norden',
      registration_url: 'https://hso.example/samling', owner: 'HSO', language: 'nb'
    }],
    ['/news/HJEMME-ERFARING', {
      title: 'Hva vi lærte av hjemmeoppfølgingen', kind: 'news',
      lead: 'Erfaringene fra den digitale hjemmeoppfølgingen deles med de andre regionene.',
      body: 'Samlingen er åpen for alle som planlegger noe lignende.', owner: 'HSO', language: 'nb'
    }],
    ['/news/UTKAST', {
      title: 'Om neste års prioriteringer', kind: 'announcement', lead: 'Et utkast som bare redaksjonen ser.', owner: 'HSO', language: 'nb'
    }],
    ['/events/NORDISK-SAMLING', 'publish'],
    ['/news/HJEMME-ERFARING', 'publish'],
  ]),
];
