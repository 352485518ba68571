// Omaolo in Northern Ostrobothnia, from 2023: the service, how it is governed, and the project that worked that out.
import { file, on, report } from '../telling.mjs';

export default [
  on('2023-01-09', 'portfolio', [
    ['/funding-programmes/RRP', {
      title: 'Kestävän kasvun ohjelma', purpose: 'Kasvua, joka kestää ympäristön, ihmisten ja talouden kannalta.', owner: 'DIGIFINLAND',
      starts_on: '2021', ends_on: '2026', language: 'fi'
    }],
  ]),
  on('2023-01-16', 'portfolio', [
    ['/projects/OMAOLO', {
      title: 'Omaolon hallinta- ja ylläpitomalli',
      purpose: 'Yksi tapa ottaa Omaolo käyttöön, ylläpitää sitä ja seurata sen vaikutuksia koko hyvinvointialueella.', language: 'fi',
      kind: 'project', owner: 'POHDE', contact: 'pirjo.kallioranta', segment: 'operate', phase: 'realisation', lifecycle: 'ongoing',
      starts_on: '2023-01-16', ends_on: '2026-12-31', cost_frame: 740000, currency: 'EUR', funding_code: 'RRP-P4-I1', goals: ['POHDE-2', 'SOTE-2']
    }],
  ]),
  on('2023-01-16', 'tharju', [
    ['/projects/OMAOLO/relations', { kind: 'funded_by', other: 'funding_programme/RRP', reference: 'P4/I1', note: 'Kehittäminen ja käyttöönotto' }],
    ['/projects/OMAOLO/deliverables', {
      code: 'M1', title: 'Hallintamallin kuvaus', step: 'Suunnittelu', planned_on: '2024-09-30',
      acceptance_criteria: 'Kehittäminen ja tietohallinto ovat hyväksyneet.'
    }],
    ['/projects/OMAOLO/deliverables', {
      code: 'M2', title: 'Vastuukäyttäjäverkosto toiminnassa', step: 'Käyttöönotto', planned_on: '2025-06-30',
      acceptance_criteria: 'Jokaisella yksiköllä on vastuukäyttäjä.'
    }],
    ['/projects/OMAOLO/deliverables', {
      code: 'M3', title: 'Ensimmäiset vuosittaiset yhteistyöpalaverit', step: 'Seuranta', planned_on: '2026-11-30', forecast_on: '2026-12-18',
      acceptance_criteria: 'Pidetty kymmenessä yksikössä.'
    }],
    ['/projects/OMAOLO/risks', {
      kind: 'risk', title: 'Vastuukäyttäjät vaihtuvat', cause: 'Tehtävää tehdään oman työn ohessa.', event: 'Yksikkö jää ilman vastuukäyttäjää.',
      effect: 'Ilmoituksiin ei vastata.', probability: 3, consequence: 3, mitigation: 'Jokaiselle nimetään varahenkilö.', residual_probability: 2,
      residual_consequence: 2, owner: 'tharju', state: 'open'
    }],
    ['/projects/OMAOLO/aliases', { alias: 'Omaolopalvelu' }],
    ['/projects/OMAOLO/relations', { kind: 'owner', other: 'organisation/POHDE' }],
    ['/projects/OMAOLO/relations', { kind: 'supplier', other: 'organisation/DIGIFINLAND' }],
    ['/projects/OMAOLO/people', { role: 'product_owner', person: 'okoski', organisation: 'POHDE', starts_on: '2023-01-16' }],
    ['/projects/OMAOLO/people', { role: 'product_owner', person: 'pirjo.kallioranta', organisation: 'POHDE', starts_on: '2023-01-16' }],
    ['/projects/OMAOLO/people', {
      role: 'project_manager', person: 'tharju', organisation: 'POHDE', starts_on: '2023-01-16', project_time_only: true
    }],
    ['/projects/OMAOLO/people', { role: 'coordinating_expert', organisation: 'POHDE', starts_on: '2023-01-16' }],
    ['/projects/OMAOLO/sections', {
      kind: 'background', heading: 'Lähtötilanne',
      body: 'Kunnilla oli ennen vuotta 2023 kullakin oma tapansa hoitaa Omaoloa. Kun hyvinvointialue aloitti, vastuut piti sopia uudelleen ' +
        'niin, että sama palvelu toimii samalla tavalla joka paikkakunnalla.',
      position: 10, language: 'fi'
    }],
    ['/projects/OMAOLO/sections', {
      kind: 'target_group', heading: 'Kenelle',
      body: 'Mallia käyttävät yksiköt, jotka ottavat Omaolon käyttöön tai joilla se jo on. Asukas huomaa sen siitä, että vastaus tulee ' +
        'ajoissa ja oikeasta paikasta.',
      position: 20, language: 'fi'
    }],
    ['/projects/OMAOLO/sections', {
      kind: 'basic_idea', heading: 'Ratkaisun ydin',
      body: 'Palvelulla on kaksi tuotevastaavaa: toinen kehittämisestä, toinen tietohallinnosta. Heidän tukenaan ovat koordinoivat ' +
        'asiantuntijat ja jokaisen yksikön vastuukäyttäjät.\n\n- **Kuukauden kuluttua** käyttöönotosta pidetään ensimmäinen ' +
        'yhteistyöpalaveri.\n- **Kerran vuodessa** sen jälkeen katsotaan, mikä on muuttunut.\n\n' +
        'Mittareina ovat käyttömäärät, puhelumäärät ja vaaratapahtumailmoitukset.',
      position: 30, language: 'fi'
    }],
    ['/projects/OMAOLO/sections', {
      kind: 'conditions', heading: 'Käyttöönoton edellytykset',
      body: 'Malli pysyy hengissä vain, jos sitä päivittävät ne, jotka sitä käyttävät. Tietoturvallisuuspoikkeamailmoituskäytännöt ja ' +
        'käyttöoikeushallintamenettelyt sovitaan ennen jokaista käyttöönottoa.',
      position: 40, language: 'fi'
    }],
    ['/projects/OMAOLO/sections', {
      kind: 'evaluation', heading: 'Arviointi',
      body: 'Roolit ovat selvät, ja häiriötilanteessa tiedetään kuka viestii. Koulutuksen riittävyys vaihtelee yksiköittäin.', position: 50,
      language: 'fi'
    }],
    ['/projects/OMAOLO/sections', {
      kind: 'tips', heading: 'Vinkit soveltajalle',
      body: 'Mieti palvelun koko elinkaari ennen ensimmäistä käyttöönottoa, myös se, kuka lopettaa sen.', position: 60, language: 'fi'
    }],
  ]),
  on('2023-01-23', 'portfolio', [
    ['/services/OMAOLO', {
      title: 'Omaolo', purpose: 'Asukas arvioi itse, tarvitseeko hän hoitoa tai palvelua, ja pääsee samalla reitillä ammattilaisen luo.',
      target_group: 'Alueen asukkaat, jotka ovat täyttäneet 15 vuotta. Ammattilaiset käyttävät palvelua osana hoitoa.', owner: 'POHDE',
      went_live_on: '2023-spring', language: 'fi'
    }],
  ]),
  on('2023-03-20 10:00', 'portfolio', [
    ['/organisations/POHDE/aliases', { alias: 'Pohde' }],
    ['/organisations/POHDE/translations', { of: 'organisation', field: 'name', language: 'sv', text: 'Norra Österbottens välfärdsområde' }],
  ]),
  on('2024-01-15', 'portfolio', [
    ['/organisations/POHDE-ICT', { name: 'Tietohallinto', kind: 'unit', parent: 'POHDE', language: 'fi' }],
    ['/organisations/POHDE-KEHI', { name: 'Kehittämisen palvelualue', kind: 'unit', parent: 'POHDE', language: 'fi' }],
    ['/roles/omaolo_lead', { name: 'Omaolovastaava', position: 130, organisation: 'POHDE' }],
    ['/roles/product_lead', { name: 'Tuotevastaava', position: 52, organisation: 'POHDE' }],
    ['/bodies/OMAOLO-VERKOSTO', {
      name: 'Omaolo-verkosto', kind: 'network',
      mandate: 'Tukee ammattilaisia, vahvistaa osaamista ja sovittaa yhteen käyttöönotot, ylläpidon ja kehittämisen.', organisation: 'POHDE',
      language: 'fi'
    }],
    ['/organisations/POHDE/links', { title: 'Hyvinvointialueen verkkosivut', url: 'https://pohde.fi/', language: 'fi' }],
  ]),
  on('2024-01-15', 'tharju', [
    ['/projects/OMAOLO/relations', { kind: 'anchored_in', other: 'body/OMAOLO-VERKOSTO' }],
    ['/projects/OMAOLO/translations', { of: 'project', field: 'title', language: 'sv', text: 'Förvaltnings- och underhållsmodell för Omaolo' }],
    ['/projects/OMAOLO/translations', { of: 'project', field: 'title', language: 'en', text: 'Governance and maintenance model of Omaolo' }],
  ]),
  on('2024-01-15', 'portfolio', [
    ['/bodies/OMAOLO-VERKOSTO/people', { role: 'product_lead', person: 'okoski', organisation: 'POHDE-KEHI', starts_on: '2024-01-08' }],
    ['/bodies/OMAOLO-VERKOSTO/people', { role: 'product_lead', person: 'pirjo.kallioranta', organisation: 'POHDE-ICT', starts_on: '2024-01-08' }],
    ['/bodies/OMAOLO-VERKOSTO/people', {
      role: 'coordinating_expert', organisation: 'POHDE', holder_organisation: 'POHDE-ICT', topic: 'Häiriöt ja tekninen tuki'
    }],
    ['/bodies/OMAOLO-VERKOSTO/people', { role: 'omaolo_lead', organisation: 'POHDE', project_time_only: true }],
    ['/bodies/OMAOLO-VERKOSTO/people', { role: 'responsible_user', organisation: 'POHDE' }],
    ['/organisations/POHDE/sections', {
      kind: 'background', heading: 'Hyvinvointialue',
      body: 'Yksi 21 hyvinvointialueesta ja pinta-alaltaan suurimpia. Ihminen ja peruspalvelut tulevat ensin.', position: 10, language: 'fi'
    }],
    ['/roles/omaolo_lead/labels', { language: 'fi', label: 'Omaolovastaava' }],
    ['/roles/product_lead/labels', { language: 'fi', label: 'Tuotevastaava' }],
    ['/roles/omaolo_lead/labels', { language: 'en', label: 'Rollout lead of Omaolo' }],
    ['/roles/omaolo_lead/labels', { language: 'sv', label: 'Införandeansvarig för Omaolo' }],
    ['/roles/omaolo_lead/labels', { language: 'nb', label: 'Innføringsansvarlig for Omaolo' }],
    ['/roles/product_lead/labels', { language: 'en', label: 'Product lead' }],
    ['/roles/product_lead/labels', { language: 'sv', label: 'Produktansvarig' }],
    ['/roles/product_lead/labels', { language: 'nb', label: 'Produktansvarlig' }],
    ['/roles/product_lead/duties', {
      text: 'Pitää koossa kehittämisen kokonaisuuden ja sen dokumentit.', share: 'own', organisation: 'POHDE-KEHI', language: 'fi'
    }],
    ['/roles/product_lead/duties', { text: 'Istuu alueyhteistyöryhmässä.', share: 'own', organisation: 'POHDE-KEHI', language: 'fi' }],
    ['/roles/product_lead/duties', {
      text: 'Johtaa verkostoa sekä ylläpidon ja käytön toimintamalleja.', share: 'own', organisation: 'POHDE-ICT', language: 'fi'
    }],
    ['/roles/product_lead/duties', { text: 'Vie kehittämistarpeet eteenpäin.', share: 'joint', language: 'fi' }],
    ['/roles/product_lead/duties', { text: 'Edistää palvelun käyttöä.', share: 'joint', language: 'fi' }],
    ['/roles/omaolo_lead/duties', { text: 'Vetää yksiköiden käyttöönotot.', share: 'own', language: 'fi' }],
    ['/roles/omaolo_lead/duties', { text: 'Tukee toiminnan muutosta ja järjestää koulutukset.', share: 'own', language: 'fi' }],
    ['/organisations/POHDE', { starts_on: '2023-01-01' }],
  ]),
  on('2024-01-22', 'portfolio', [
    ['/organisations/POHDE/indicators', { title: 'Asukkaita', source: 'Tilastokeskus' }],
    ['/organisations/POHDE/indicators', { title: 'Ammattilaisia', source: 'Henkilöstöhallinto' }],
    ['/organisations/POHDE/measurements', { indicator: '1', value: 416000, period_to: '2023-12-31' }],
    ['/organisations/POHDE/measurements', { indicator: '2', value: 18000, period_to: '2023-12-31' }],
  ]),
  on('2024-02-05 10:00', 'portfolio', [
    ['/models/OMAOLO-ALKUPALAVERI', {
      title: 'Ensimmäinen yhteistyöpalaveri', kind: 'standing_agenda', state: 'agreed', owner: 'POHDE', language: 'fi'
    }],
    ['/models/OMAOLO-ALKUPALAVERI/items', { title: 'Miten alku on sujunut', position: 10 }],
    ['/models/OMAOLO-ALKUPALAVERI/items', { title: 'Mitä se on muuttanut työssä', position: 20 }],
    ['/models/OMAOLO-ALKUPALAVERI/items', { title: 'Käyttäjien kokemukset', position: 30 }],
    ['/services/OMAOLO/relations', { kind: 'uses', other: 'model/OMAOLO-ALKUPALAVERI' }],
  ]),
  on('2024-02-12', 'portfolio', [
    ['/roles/supervisor', { name: 'Esihenkilö', position: 310, organisation: 'POHDE' }],
    ['/roles/head_of_unit', { name: 'Vastuuyksikköpäällikkö', position: 320, organisation: 'POHDE' }],
    ['/roles/physician_in_charge', { name: 'Toiminnasta vastaava lääkäri', position: 330, organisation: 'POHDE' }],
    ['/models/OMAOLO-HALLINTA', {
      title: 'Hallinta- ja ylläpitomalli', kind: 'governance_model', state: 'agreed', purpose: 'Sama tapa hoitaa palvelua koko alueella.',
      holds_for: 'Kaikki yksiköt, jotka käyttävät Omaoloa', owner: 'POHDE', language: 'fi'
    }],
    ['/models/OMAOLO-VUOSIPALAVERI', {
      title: 'Vuosittainen yhteistyöpalaveri', kind: 'standing_agenda', state: 'agreed', owner: 'POHDE', language: 'fi'
    }],
    ['/models/OMAOLO-VUOSIPALAVERI/items', { title: 'Mitä on muuttunut työssä ja asioinnissa', position: 10 }],
    ['/models/OMAOLO-VUOSIPALAVERI/items', { title: 'Hyödyt edellisen palaverin jälkeen', position: 20 }],
    ['/models/OMAOLO-VUOSIPALAVERI/items', { title: 'Toteutuneet riskit ja vaaratapahtumailmoitukset', position: 30 }],
    ['/models/OMAOLO-HALLINTA/meeting-series', {
      title: 'Alkupalaveri', after_months: 1, agenda: 'OMAOLO-ALKUPALAVERI', prepared_by: ['responsible_user', 'supervisor'],
      invited: ['head_of_unit', 'physician_in_charge', 'coordinating_expert', 'product_lead']
    }],
    ['/models/OMAOLO-HALLINTA/meeting-series', {
      title: 'Vuosipalaveri', every_months: 12, agenda: 'OMAOLO-VUOSIPALAVERI', note: 'Jatkuu myös hankkeen päätyttyä.',
      prepared_by: ['responsible_user', 'supervisor'], invited: ['head_of_unit', 'physician_in_charge', 'coordinating_expert', 'product_lead']
    }],
    ['/models/OMAOLO-HALLINTA/duties', {
      role: 'product_lead', text: 'Pitää kehittämisen kokonaisuuden koossa', share: 'own', organisation: 'POHDE-KEHI', position: 10
    }],
    ['/models/OMAOLO-HALLINTA/duties', {
      role: 'product_lead', text: 'Tukee verkoston työtä ja vie kehittämistarpeet eteenpäin', share: 'joint', position: 20
    }],
    ['/models/OMAOLO-HALLINTA/duties', {
      role: 'coordinating_expert', text: 'Viestii häiriöistä ja käsittelee palvelupyynnöt', share: 'own', position: 10
    }],
    ['/models/OMAOLO-HALLINTA/duties', { role: 'coordinating_expert', text: 'Perehdyttää uudet vastuukäyttäjät', share: 'own', position: 20 }],
    ['/models/OMAOLO-HALLINTA/duties', { role: 'responsible_user', text: 'Edistää oman yksikkönsä käyttöönottoa', share: 'own', position: 10 }],
    ['/models/OMAOLO-HALLINTA/duties', { role: 'responsible_user', text: 'Hallitsee ammattilaisten käyttöoikeudet', share: 'own', position: 20 }],
  ]),
  on('2024-02-12', 'pirjo.kallioranta', [
    ['/services/OMAOLO/relations', { kind: 'uses', other: 'model/OMAOLO-HALLINTA' }],
  ]),
  on('2024-02-12', 'portfolio', [
    ['/models/OMAOLO-HALLINTA/attachments', { title: 'Roolit taulukkona', language: 'fi', file: file('roolit.csv') }],
  ]),
  on('2024-06-03', 'portfolio', [
    ['/organisations/POHDE-OULU', { name: 'Oulun sosiaali- ja terveyskeskukset', kind: 'unit', parent: 'POHDE', language: 'fi' }],
    ['/organisations/POHDE-RAAHE', { name: 'Raahen sosiaali- ja terveyskeskus', kind: 'unit', parent: 'POHDE', language: 'fi' }],
    ['/services/OMAOLO-KOULU', {
      title: 'Omaolo koululaisille', target_group: 'Alle 15-vuotiaat huoltajan kanssa.', owner: 'POHDE', parent: 'OMAOLO', went_live_on: '2024-08',
      language: 'fi'
    }],
  ]),
  on('2024-06-03', 'pirjo.kallioranta', [
    ['/services/OMAOLO/relations', { kind: 'grew_out_of', other: 'project/OMAOLO' }],
    ['/services/OMAOLO/relations', { kind: 'supplier', other: 'organisation/DIGIFINLAND', note: 'Valtakunnallinen palvelu' }],
    ['/services/OMAOLO/people', { role: 'product_lead', person: 'pirjo.kallioranta', organisation: 'POHDE-KEHI', topic: 'Kehittäminen' }],
    ['/services/OMAOLO/people', { role: 'responsible_user', organisation: 'POHDE-OULU' }],
    ['/services/OMAOLO/people', { role: 'coordinating_expert', holder_body: 'OMAOLO-VERKOSTO' }],
    ['/services/OMAOLO/sections', {
      kind: 'basic_idea', heading: 'Kuka vastaa mistäkin',
      body: 'Tuotevastaavat pitävät kokonaisuuden koossa, koordinoiva asiantuntija auttaa yksiköitä, ja jokaisessa yksikössä on ' +
        'vastuukäyttäjä, joka tuntee sen arjen.',
      position: 10, language: 'fi'
    }],
  ]),
  on('2024-09-02', 'pirjo.kallioranta', [
    ['/services/OMAOLO/rollouts', {
      organisation: 'POHDE-OULU', kind: 'both', planning_stage: 'in_use', contact_made_on: '2024-06-10', planned_on: '2024-09',
      done_on: '2024-09-30'
    }],
    ['/services/OMAOLO/rollouts', {
      organisation: 'POHDE-RAAHE', kind: 'business', planning_stage: 'under_way', contact_made_on: '2024-06-12', planned_on: '2026-Q4'
    }],
  ]),
  on('2024-10-03', 'tharju', [
    ['/projects/OMAOLO/deliverables/M1', { finished: true, delivered_on: '2024-10-03' }],
  ]),
  report('OMAOLO', '2024-11-18', 'tharju', {
    status_label: 'as_planned', light: 'green', summary: 'Hallintamalli on kuvattu, ja ensimmäiset yksiköt toimivat sen mukaan.', delay_weeks: 0,
    risk_level: 'low', lights: 'gggggg'
  }),
  on('2025-04-07', 'pirjo.kallioranta', [
    ['/services/OMAOLO/risks', {
      kind: 'risk', title: 'Vastuukäyttäjä vaihtuu kesken käyttöönoton', event: 'Kolmessa yksikössä vuoden sisällä.',
      mitigation: 'Perehdytys alkaa ennen vaihtoa.', state: 'occurred', realised_on: '2025-02-17'
    }],
    ['/services/OMAOLO/meetings', {
      title: 'Alkupalaveri Oulussa', series: 'model/OMAOLO-HALLINTA/1', held_on: '2025-04-03',
      conclusion: 'Käyttö on lähtenyt hyvin liikkeelle. Ohje ajanvarauksesta päivitetään.', units: ['POHDE-OULU']
    }],
    ['/services/OMAOLO/rollouts/1', { done_on: '2025-03-03' }],
    ['/services/OMAOLO/rollouts/2', { planning_stage: 'in_use', done_on: '2025-10-06' }],
  ]),
  report('OMAOLO', '2025-08-25', 'tharju', {
    status_label: 'as_planned', light: 'green',
    summary: 'Vastuukäyttäjäverkosto kokoontuu kuukausittain. Kahdesta yksiköstä puuttuu vielä varahenkilö.', delay_weeks: 0,
    coming_next: 'Yhteistyöpalaverien aikataulu.', risk_level: 'low', lights: 'gggggg'
  }),
  on('2025-08-25 16:00', 'tharju', [
    ['/projects/OMAOLO/deliverables/M2', { finished: true, delivered_on: '2025-08-15' }],
  ]),
  on('2026-01-26', 'pirjo.kallioranta', [
    ['/services/OMAOLO/indicators', { title: 'Oirearviot', source: 'Kävijäseuranta', direction: 'up', target: 60000 }],
    ['/services/OMAOLO/indicators', { title: 'Puhelut', source: 'Puhelinjärjestelmä', direction: 'down' }],
    ['/services/OMAOLO/indicators', { title: 'Vaaratapahtumailmoitukset', source: 'HaiPro', direction: 'down' }],
    ['/services/OMAOLO/measurements', { indicator: '1', value: 41250, period_from: '2025-01-01', period_to: '2025-12-31' }],
    ['/services/OMAOLO/measurements', {
      indicator: '1', value: 17800, organisation: 'POHDE-OULU', period_from: '2025-01-01', period_to: '2025-12-31'
    }],
    ['/services/OMAOLO/measurements', {
      indicator: '2', value: 96400, organisation: 'POHDE-OULU', period_from: '2025-01-01', period_to: '2025-12-31'
    }],
  ]),
  on('2026-01-26 10:00', 'pirjo.kallioranta', [
    ['/services/OMAOLO/benefits', {
      title: 'Puheluihin vastataan nopeammin', description: 'Osa soittajista saa ohjeen ilman puhelua.', expected_on: '2026', indicators: ['2']
    }],
  ]),
  report('OMAOLO', '2026-10-26', 'tharju', {
    status_label: 'minor_deviation', light: 'yellow',
    summary: 'Vuosittaisista yhteistyöpalavereista on pidetty seitsemän kymmenestä. Puhelumäärät ovat laskeneet niissä yksiköissä, joissa ' +
      'oirearviot ovat käytössä.',
    delay_weeks: 3, causes: 'Kolmessa yksikössä esihenkilö on vaihtunut.', going_well: 'Asukaspalautteen keskiarvo on noussut.', risk_level: 'low',
    lights: 'ygggg-'
  }),
];
