// Omaolo in its county: what the county aims at and is one of, the larger project that paid for the work, what each role does, the groups that
// they sit in, and a meeting on the services of the whole area.
import { file, on } from '../telling.mjs';

const duties = (role, share, organisation, texts, from = 100) => texts.map((text, i) => [
  '/models/OMAOLO-HALLINTA/duties', { role, text, share, ...(organisation && { organisation }), position: from + i * 10 },
]);

export default [
  on('2023-01-02 10:00', 'portfolio', [
    ['/organisations/HYVINVOINTIALUEET', { name: 'Hyvinvointialueet', kind: 'customer_group', language: 'fi' }],
    ['/organisations/HYVINVOINTIALUEET/translations', { of: 'organisation', field: 'name', language: 'sv', text: 'Välfärdsområdena' }],
    ['/organisations/HYVINVOINTIALUEET/indicators', { title: 'Hyvinvointialueita', source: 'Laki hyvinvointialueista' }],
    ['/organisations/HYVINVOINTIALUEET/measurements', { indicator: '1', value: 21, period_to: '2023-01-01' }],
    ['/organisations/POHDE/relations', {
      kind: 'participant', other: 'organisation/HYVINVOINTIALUEET', note: 'Laajimpia, Perämereltä Venäjän rajalle'
    }],
  ]),
  on('2023-01-02 10:00', 'editor', [
    ['/strategies/POHDE', { purpose: 'Ihminen ensin: apu löytyy peruspalveluista, ennen kuin huoli kasvaa isoksi.' }],
    ['/strategies/POHDE/goals', { number: 'A', code: 'POHDE-A', title: 'Sopiva palvelu lähellä, myös etänä', language: 'fi' }],
    ['/strategies/POHDE/goals', { number: 'B', code: 'POHDE-B', title: 'Hoito on laadukasta, vaikuttaa ja jatkuu katkotta', language: 'fi' }],
    ['/strategies/POHDE/goals', { number: 'C', code: 'POHDE-C', title: 'Henkilöstö vaikuttaa ja kehittää', language: 'fi' }],
    ['/strategies/POHDE/attachments', {
      title: 'Neljä painopistettä kuvana',
      alternative_text: 'Neljä väriä vierekkäin: ihmistä varten, vaikuttavasti yhdessä, parhaat osaajat, rohkeasti uutta.', language: 'fi',
      file: file('pohde-painopisteet.png')
    }],
    ['/strategies/POHDE/links', { title: 'Strategia hyvinvointialueen sivuilla', url: 'https://pohde.example/strategia', language: 'fi' }],
  ]),
  on('2023-01-16 10:00', 'portfolio', [
    ['/projects/RRP2', {
      title: 'Digitaaliset palvelut, RRP2', purpose: 'Alueen digitaaliset palvelut kasvavat yhdeksi kokonaisuudeksi; Omaolo on yksi toimenpiteistä.',
      language: 'fi', kind: 'project', owner: 'POHDE', contact: 'tharju', segment: 'renew', phase: 'execution', lifecycle: 'ongoing',
      starts_on: '2023-01-01', ends_on: '2026-12-31', funding_code: 'RRP2', goals: ['POHDE-B', 'POHDE-C']
    }],
    ['/projects/RRP2/relations', { kind: 'funded_by', other: 'funding_programme/RRP', reference: 'RRP2' }],
    ['/projects/OMAOLO', { parent: 'RRP2' }],
  ]),
  on('2023-01-23 10:00', 'tharju', [
    ['/projects/OMAOLO/sections', {
      kind: 'other', heading: 'Mihin rahoitus on käytetty',
      body: 'Omaoloa on kehitetty eteenpäin ja viety uusiin yksiköihin. Se on myös kytketty alueen muihin digitaalisiin palveluihin ja ' +
        'ammattilaisten järjestelmiin.',
      position: 15, language: 'fi'
    }],
    ['/projects/OMAOLO/sections', {
      kind: 'target_group', heading: 'Mitä malli antaa yksiköille',
      body: 'Yksikön ei tarvitse keksiä omaa tapaansa: käyttöönotto etenee kaikkialla samoin, ja siitä näkee, toteutuuko se.', position: 25,
      language: 'fi'
    }],
    ['/projects/OMAOLO/sections', {
      kind: 'conditions', heading: 'Miten mallia on tehty',
      body: 'Ensimmäinen luonnos tehtiin hyvinvointialueen ensimmäisinä kuukausina. Sitä ovat korjanneet aina tarvittaessa ne, jotka ottavat ' +
        'palvelua käyttöön ja ylläpitävät sitä.',
      position: 45, language: 'fi'
    }],
    ['/projects/OMAOLO/links', { title: 'Kansalliset ohjeet Omaolosta', url: 'https://omaolo.example/ohjeet', language: 'fi' }],
    ['/projects/OMAOLO/links', { title: 'Alueen omat toimintamallit', url: 'https://pohde.example/toimintamallit', language: 'fi' }],
  ]),
  on('2024-01-15 10:00', 'tharju', [
    ['/projects/OMAOLO/relations', { kind: 'owner', other: 'organisation/POHDE-ICT', note: 'Hallinta ja ylläpito' }],
    ['/projects/OMAOLO/relations', { kind: 'owner', other: 'organisation/POHDE-KEHI', note: 'Kehittäminen' }],
    ['/projects/OMAOLO/people', {
      role: 'omaolo_lead', organisation: 'POHDE-KEHI', topic: 'Käyttöönotot', starts_on: '2024-01-15', project_time_only: true
    }],
  ]),
  on('2024-01-15 11:00', 'portfolio', [
    ['/bodies/ALUEYHTEISTYO', {
      name: 'Alueyhteistyöryhmä', kind: 'reference_group', mandate: 'Sovittaa yhteen, mitä alueet toivovat palvelulta.', organisation: 'DIGIFINLAND',
      language: 'fi'
    }],
    ['/bodies/ALUEYHTEISTYO/people', { role: 'product_lead', person: 'okoski', organisation: 'POHDE-KEHI' }],
    ['/bodies/YTA-POHJOINEN', {
      name: 'Pohjoisen yhteistyöalueen kehittäjät', kind: 'network', mandate: 'Kehittää yhdessä sen, mikä on kaikille sama.', language: 'fi'
    }],
    ['/bodies/YTA-POHJOINEN/people', { role: 'product_lead', person: 'okoski', organisation: 'POHDE-KEHI' }],
  ]),
  on('2024-02-19', 'portfolio', [
    ['/roles/regional_coordinator', { name: 'Omaolo-koordinaattori', position: 140, organisation: 'POHDE' }],
    ['/roles/development_coordinator', { name: 'Digipalvelujen kehittämiskoordinaattori', position: 340, organisation: 'POHDE' }],
    ['/roles/service_lead', { name: 'Palveluvastaava', position: 350, organisation: 'POHDE' }],
    ['/roles/ict_expert', { name: 'ICT-asiantuntija', position: 360, organisation: 'POHDE' }],
    ...duties('product_lead', 'own', 'POHDE-KEHI', [
      'Tekee työtä myös kansallisesti ja yhteistyöalueella', 'Pitää kehittämisen asiakirjat järjestyksessä', 'Edustaa aluetta alueyhteistyöryhmässä',
    ]),
    ...duties('product_lead', 'own', 'POHDE-ICT', [
      'Johtaa alueen verkostoa', 'Vastaa siitä, miten palvelua ylläpidetään ja sen käyttöä lisätään',
    ], 200),
    ...duties('product_lead', 'joint', '', ['On mukana verkostoissa', 'Saa useammat käyttämään palvelua'], 300),
    ...duties('coordinating_expert', 'own', '', [
      'Kutsuu alueen verkoston koolle', 'Ratkoo tekniset ongelmat alueella', 'Päivittää ylläpidon ja käytön ohjeet',
      'Huolehtii vuosipalavereista', 'Vastaa, kun asiakas antaa palautetta',
    ]),
    ...duties('regional_coordinator', 'own', '', [
      'Lukee yhteisen postilaatikon', 'Poimii DigiFinlandin kirjeistä sen, mikä verkoston on tiedettävä', 'Auttaa uuden vastuukäyttäjän alkuun',
      'Hoitaa palvelun asetukset', 'Varmistaa, että käytössä oleva palvelu on potilaalle turvallinen', 'On teknisenä apuna käyttöönotoissa',
    ]),
    ...duties('omaolo_lead', 'own', '', [
      'Vie käyttöönotot ja uudet toiminnot läpi yksiköissä', 'Kulkee yksikön rinnalla, kun työtapa vaihtuu', 'Auttaa pääkäyttäjien verkostoa',
      'Kouluttaa', 'Katsoo palveluprosesseja kokonaisina', 'Osallistuu kansallisiin tilaisuuksiin ja kehittämiseen', 'Tulee vuosipalaveriin',
    ]),
    ...duties('responsible_user', 'own', '', ['Edustaa yksikköään alueen verkostossa', 'Neuvoo ja kannustaa ammattilaisia']),
    ['/models/OMAOLO-HALLINTA/meeting-series/Vuosipalaveri', {
      invited: [
        'head_of_unit', 'physician_in_charge', 'omaolo_lead', 'development_coordinator', 'service_lead', 'ict_expert', 'coordinating_expert',
        'product_lead',
      ]
    }],
  ]),
  on('2024-06-03 10:00', 'portfolio', [
    ['/services/OMAOLO-AMMATTI', {
      title: 'Omaolo ammattilaiselle', target_group: 'Sosiaali- ja terveydenhuollon ammattilaiset, kun asiakas on täyttänyt arvion.', owner: 'POHDE',
      parent: 'OMAOLO', went_live_on: '2024-06', language: 'fi'
    }],
  ]),
  on('2024-10-07', 'tharju', [
    ['/projects/OMAOLO/attachments', { title: 'Malli yhdellä sivulla', language: 'fi', file: file('omaolo-malli.pdf') }],
    ['/projects/OMAOLO/attachments', { title: 'Roolit ja tehtävät', language: 'fi', file: file('roolit.csv') }],
  ]),
  on('2026-01-26 11:00', 'pirjo.kallioranta', [
    ['/services/OMAOLO/measurements', {
      indicator: '3', value: 14, period_from: '2025-01-01', period_to: '2025-12-31', source: 'HaiPro, koko alue'
    }],
  ]),
  on('2026-04-15', 'pirjo.kallioranta', [
    ['/services/OMAOLO/meetings', {
      title: 'Vuosipalaveri koko alueen palveluista', series: 'model/OMAOLO-HALLINTA/2', held_on: '2026-04-14',
      conclusion: 'Puheluja on vähemmän molemmissa yksiköissä. Raahessa perehdytetään vielä kaksi uutta.', units: ['POHDE-OULU', 'POHDE-RAAHE']
    }],
  ]),
];
