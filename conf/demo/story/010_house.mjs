// The house: organisations, people, roles and strategies, before anything of the story happens and as they come.
import { arrive, directory, on } from '../telling.mjs';

export default [
  // Rolf Tveiten's entry is locked: when the story begins, he has yet to come, and to leave.
  directory('2020-01-07 07:00', `dn: uid=left,ou=people,dc=demo,dc=example
changetype: modify
delete: pwdAccountLockedTime
`),
  arrive('2020-01-07', {
    staff: 'SIV', leader: 'SIV', coordinator: 'SIV', steering: 'SIV', portfolio: 'HSO', admin: 'SYKEHUSPARTNER', auditor: 'HSO', editor: 'HSO',
    'lovisa.hedmark': 'INERA', left: 'FJORDBYGD', 'asa.ostergard': 'INERA', bsandvik: 'SYKEHUSPARTNER', skleppe: 'FJORDBYGD', emostad: 'NORDLIA-IKT',
    tvangen: 'HSO', amyhre: 'SYKEHUSPARTNER', sekeland: 'SIV', ivinter: 'VASTERMARK', galnas: 'NORRSUND', olindvik: 'ORESUND', fthorsen: 'SUNDBY-UH'
  }),
  arrive('2023-01-02', {
    'johanna.nyfors': 'OVPH', 'antti.keskivaara': 'OVPH', 'camilla.bjorkskog': 'OVPH', 'petri.lehtomaa': 'OVPH', 'annika.rosenblad': 'VASA-CS',
    'tuomas.yliharju': 'OVPH', 'elin.storgard': 'OVPH', 'ville.hautakorpi': 'OVPH', 'marika.westerholm': 'ASTER-JOINT',
    'sanna.peltokallio': 'ASTER-JOINT', 'kristoffer.sandvik': 'ASTER-JOINT', 'pirjo.kallioranta': 'POHDE', lnygard: 'INSJOLANDET',
    tbackholm: 'INSJOLANDET', ehaggblom: 'MELLANBYGDEN', jostman: 'MELLANBYGDEN', mwiklund: 'SKARGARDEN', kkronholm: 'SKARGARDEN',
    pketola: 'ASTER-JOINT', rlassus: 'ASTER-JOINT', hsundell: 'ASTER-JOINT', tharju: 'POHDE', vsalmi: 'JARVIMAA', okoski: 'POHDE'
  }),
  on('2020-01-07 08:00', 'portfolio', [
    ['/organisations/HSO', { name: 'Helse Sør-Øst RHF', kind: 'region', language: 'nb' }],
    ['/organisations/NORDLIA', { name: 'Nordlia helseregion', kind: 'region', language: 'nb' }],
    ['/organisations/STM', { name: 'Sosiaali- ja terveysministeriö', kind: 'ministry', language: 'fi' }],
    ['/organisations/DIGIFINLAND', { name: 'DigiFinland Oy', kind: 'joint_company', language: 'fi' }],
    ['/organisations/INERA', { name: 'Inera AB', kind: 'joint_company', language: 'sv' }],
    ['/organisations/NORRSUND', { name: 'Region Norrsund', kind: 'region', language: 'sv' }],
    ['/organisations/VASTERMARK', { name: 'Region Västermark', kind: 'region', language: 'sv' }],
    ['/organisations/ORESUND', { name: 'Øresund Hospital Alliance', kind: 'joint_company', language: 'en' }],
    ['/organisations/NORDPROSESS', { name: 'Nordprosess AS', kind: 'supplier', language: 'nb' }],
    ['/organisations/KLINIKSYSTEM', { name: 'Kliniksystem Norden Oy', kind: 'supplier', language: 'sv' }],
    ['/organisations/VARDKLANG', { name: 'Vårdklang AB', kind: 'supplier', language: 'sv' }],
    ['/organisations/SYKEHUSPARTNER', { name: 'Sykehuspartner HF', kind: 'joint_company', parent: 'HSO', language: 'nb' }],
    ['/organisations/SIV', { name: 'Sykehuset i Vestfold HF', kind: 'hospital', parent: 'HSO', language: 'nb' }],
    ['/organisations/FJORDBYGD', { name: 'Fjordbygd sykehus HF', kind: 'hospital', parent: 'NORDLIA', language: 'nb' }],
    ['/organisations/NORDLIA-IKT', { name: 'Nordlia IKT HF', kind: 'joint_company', parent: 'NORDLIA', language: 'nb' }],
    ['/organisations/NORRSUND-US', { name: 'Norrsunds universitetssjukhus', kind: 'hospital', parent: 'NORRSUND', language: 'sv' }],
    ['/organisations/SUNDBY-UH', { name: 'Sundby University Hospital', kind: 'hospital', parent: 'ORESUND', language: 'en' }],
    ['/strategies/SOTE', { title: 'Sosiaali- ja terveydenhuollon tietostrategia', owner: 'STM', state: 'in_force', language: 'fi' }],
    ['/strategies/HSO', { title: 'Strategi: Helse Sør-Øst RHF', owner: 'HSO', state: 'in_force', language: 'nb' }],
    ['/strategies/NORDLIA', { title: 'Strategi: Nordlia helseregion', owner: 'NORDLIA', state: 'in_force', language: 'nb' }],
    ['/strategies/INERA', { title: 'Strategi: Inera AB', owner: 'INERA', state: 'in_force', language: 'sv' }],
    ['/strategies/NORRSUND', { title: 'Strategi: Region Norrsund', owner: 'NORRSUND', state: 'in_force', language: 'sv' }],
    ['/strategies/ORESUND', { title: 'Strategy: Øresund Hospital Alliance', owner: 'ORESUND', state: 'in_force', language: 'en' }],
    ['/strategies/HSO/goals', { number: '1', code: 'HSO-1', title: 'Pasienten deltar i egen behandling', language: 'nb' }],
    ['/strategies/HSO/goals', { number: '2', code: 'HSO-2', title: 'Kortere vei til spesialisthjelp', language: 'nb' }],
    ['/strategies/HSO/goals', { number: '3', code: 'HSO-3', title: 'Trygg behandling uten unødig variasjon', language: 'nb' }],
    ['/strategies/HSO/goals', { number: '4', code: 'HSO-4', title: 'Tilgjengelig informasjon og styrket samhandling', language: 'nb' }],
    ['/strategies/HSO/goals', { number: '5', code: 'HSO-5', title: 'Bærekraftig drift og mindre reising', language: 'nb' }],
    ['/strategies/NORDLIA/goals', { number: '1', code: 'NORDLIA-1', title: 'Likeverdige tjenester der folk bor', language: 'nb' }],
    ['/strategies/NORDLIA/goals', { number: '2', code: 'NORDLIA-2', title: 'Sikre og enkle digitale verktøy', language: 'nb' }],
    ['/strategies/INERA/goals', { number: '1', code: 'INERA-1', title: 'En väg in till vården, dygnet runt', language: 'sv' }],
    ['/strategies/INERA/goals', { number: '2', code: 'INERA-2', title: 'Gemensam infrastruktur som används fullt ut', language: 'sv' }],
    ['/strategies/NORRSUND/goals', { number: '1', code: 'NORRSUND-1', title: 'God och nära vård', language: 'sv' }],
    ['/strategies/NORRSUND/goals', { number: '2', code: 'NORRSUND-2', title: 'Tid till patienten i stället för till systemen', language: 'sv' }],
    ['/strategies/SOTE/goals', { number: '1', code: 'SOTE-1', title: 'Yhteentoimiva tieto koko maassa', language: 'fi' }],
    ['/strategies/SOTE/goals', { number: '2', code: 'SOTE-2', title: 'Ennakoivat ja tietoon perustuvat palvelut', language: 'fi' }],
    ['/strategies/ORESUND/goals', { number: '1', code: 'ORESUND-1', title: 'One patient record across the strait', language: 'en' }],
  ]),
  on('2020-01-07', 'portfolio', [
    ['/roles/project_owner', { name: 'Project owner', position: 10 }],
    ['/roles/programme_manager', { name: 'Programme manager', position: 20 }],
    ['/roles/project_director', { name: 'Project director', position: 30 }],
    ['/roles/project_manager', { name: 'Project manager', position: 40 }],
    ['/roles/product_owner', { name: 'Product owner', position: 50 }],
    ['/roles/steering_chair', { name: 'Chair of the steering group', position: 60 }],
    ['/roles/steering_member', { name: 'Member of the steering group', position: 70 }],
    ['/roles/contact_person', { name: 'Contact person', position: 80 }],
    ['/roles/coordinating_expert', { name: 'Coordinating expert', position: 90 }],
    ['/roles/rollout_coordinator', { name: 'Rollout coordinator', position: 100 }],
    ['/roles/responsible_user', { name: 'Responsible user', position: 110 }],
    ['/roles/expert', { name: 'Expert', position: 120 }],
    ['/roles/project_owner/duties', {
      text: 'Eier gevinstene og svarer for at prosjektet fortsatt er verdt pengene.', share: 'own', language: 'nb'
    }],
    ['/roles/project_owner/duties', { text: 'Stiller folk og midler til rådighet i linjen.', share: 'own', language: 'nb' }],
    ['/roles/project_owner/duties', { text: 'Avgjør endringer i mål og kostnadsramme sammen med styringsgruppen.', share: 'joint', language: 'nb' }],
    ['/roles/programme_manager/duties', { text: 'Håller samman programmets plan, beroenden och införanden.', share: 'own', language: 'sv' }],
    ['/roles/programme_manager/duties', { text: 'Bereder programgruppens möten.', share: 'own', language: 'sv' }],
    ['/roles/programme_manager/duties', { text: 'Följer nyttan tillsammans med projektägarna.', share: 'joint', language: 'sv' }],
    ['/roles/project_director/duties', { text: 'Leder huvudprojektens chefer och sätter ordningen mellan dem.', share: 'own', language: 'sv' }],
    ['/roles/project_director/duties', { text: 'Rapporterar helheten till styrgruppen.', share: 'own', language: 'sv' }],
    ['/roles/project_manager/duties', { text: 'Leder arbetet fra dag til dag og holder planen oppdatert.', share: 'own', language: 'nb' }],
    ['/roles/project_manager/duties', { text: 'Skriver statusrapport hver måned og sier fra når noe sklir.', share: 'own', language: 'nb' }],
    ['/roles/project_manager/duties', {
      text: 'Svarar för vad det egna projektet innehåller och för att regionens sakkunniga hörs.', share: 'own', language: 'sv'
    }],
    ['/roles/project_manager/duties', { text: 'Går igenom gemensamma gränssnitt med produktägaren varje månad.', share: 'joint', language: 'sv' }],
    ['/roles/product_owner/duties', { text: 'Prioriterar produktens arbetslista för alla beställare.', share: 'own', language: 'sv' }],
    ['/roles/product_owner/duties', { text: 'Godkänner leveranser mot avtalade kriterier.', share: 'own', language: 'sv' }],
    ['/roles/product_owner/duties', {
      text: 'Avgör med projektchefen vad som utvecklas regionalt och vad som blir gemensamt.', share: 'joint', language: 'sv'
    }],
    ['/roles/steering_chair/duties', { text: 'Kaller inn, leder møtet og sørger for at saker får en beslutning.', share: 'own', language: 'nb' }],
    ['/roles/steering_chair/duties', { text: 'Godkjenner beslutningspunkter på vegne av styringsgruppen.', share: 'own', language: 'nb' }],
    ['/roles/steering_member/duties', { text: 'Representerer sin virksomhet og tar med beslutninger hjem.', share: 'own', language: 'nb' }],
    ['/roles/steering_member/duties', { text: 'Leser statusrapport og risikoer før hvert møte.', share: 'own', language: 'nb' }],
    ['/roles/contact_person/duties', { text: 'Svarer på spørsmål om prosjektet og viser videre til rett person.', share: 'own', language: 'nb' }],
    ['/roles/coordinating_expert/duties', {
      text: 'Samordnar nätverket av ansvariga användare och hjälper vid störningar.', share: 'own', language: 'sv'
    }],
    ['/roles/coordinating_expert/duties', { text: 'Håller instruktioner och dokument aktuella.', share: 'own', language: 'sv' }],
    ['/roles/rollout_coordinator/duties', {
      text: 'Planerar regionens införanden och håller kontakten med projekten.', share: 'own', language: 'sv'
    }],
    ['/roles/rollout_coordinator/duties', { text: 'Bevakar att tekniska anpassningar beställs i tid.', share: 'joint', language: 'sv' }],
    ['/roles/responsible_user/duties', {
      text: 'Stöder enhetens yrkesfolk i användningen och sköter deras behörigheter.', share: 'own', language: 'sv'
    }],
    ['/roles/responsible_user/duties', {
      text: 'Deltar i uppföljningsmötet en månad efter start och sedan varje år.', share: 'joint', language: 'sv'
    }],
    ['/roles/expert/duties', { text: 'Bidrar med fagkunnskap i avtalt omfang.', share: 'own', language: 'nb' }],
    ['/roles/expert/duties', { text: 'Kvalitetssikrer leveranser innen eget fag.', share: 'joint', language: 'nb' }],
    ['/roles/project_manager', { counterpart: 'product_owner' }],
    ['/roles/product_owner', { counterpart: 'project_manager' }],
    ['/roles/coordinating_expert', { counterpart: 'responsible_user' }],
    ['/roles/responsible_user', { counterpart: 'coordinating_expert' }],
  ]),
  on('2023-01-02 08:00', 'portfolio', [
    ['/organisations/POHDE', { name: 'Pohjois-Pohjanmaan hyvinvointialue', kind: 'region', language: 'fi' }],
    ['/organisations/JARVIMAA', { name: 'Järvimaan hyvinvointialue', kind: 'region', language: 'fi' }],
    ['/organisations/OVPH', { name: 'Österbottens välfärdsområde', kind: 'region', language: 'sv' }],
    ['/organisations/INSJOLANDET', { name: 'Insjölandets välfärdsområde', kind: 'region', language: 'sv' }],
    ['/organisations/MELLANBYGDEN', { name: 'Mellanbygdens välfärdsområde', kind: 'region', language: 'sv' }],
    ['/organisations/SKARGARDEN', { name: 'Skärgårdens samkommun för vård och omsorg', kind: 'municipality', language: 'sv' }],
    ['/organisations/ASTER-JOINT', { name: 'Aster-samarbetsorganisationen', kind: 'joint_company', language: 'sv' }],
    ['/organisations/VASA-CS', { name: 'Vasa centralsjukhus', kind: 'hospital', parent: 'OVPH', language: 'sv' }],
    ['/organisations/OULU-YS', { name: 'Oulun yliopistollinen sairaala', kind: 'hospital', parent: 'POHDE', language: 'fi' }],
    ['/strategies/POHDE', { title: 'Strategia: Pohjois-Pohjanmaan hyvinvointialue', owner: 'POHDE', state: 'in_force', language: 'fi' }],
    ['/strategies/OVPH', { title: 'Strategi: Österbottens välfärdsområde', owner: 'OVPH', state: 'in_force', language: 'sv' }],
    ['/strategies/OVPH/goals', { number: 'A', code: 'OVPH-A', title: 'Vården och omsorgen hänger ihop för kunden', language: 'sv' }],
    ['/strategies/OVPH/goals', {
      number: 'B', code: 'OVPH-B', title: 'Information som går att lita på och leda med', language: 'sv', carries: ['SOTE-1']
    }],
    ['/strategies/OVPH/goals', {
      number: 'C', code: 'OVPH-C', title: 'Tjänster på båda språken, också digitalt', language: 'sv', carries: ['SOTE-2']
    }],
    ['/strategies/POHDE/goals', { number: '1', code: 'POHDE-1', title: 'Ihmistä varten', language: 'fi' }],
    ['/strategies/POHDE/goals', { number: '2', code: 'POHDE-2', title: 'Vaikuttavasti yhdessä', language: 'fi' }],
    ['/strategies/POHDE/goals', { number: '3', code: 'POHDE-3', title: 'Parhaat osaajat', language: 'fi' }],
    ['/strategies/POHDE/goals', { number: '4', code: 'POHDE-4', title: 'Rohkeasti uutta', language: 'fi', carries: ['SOTE-1'] }],
  ]),
  on('2023-03-20 10:00', 'portfolio', [
    ['/organisations/KANTAHAME', { name: 'Kanta-Hämeen hyvinvointialue', kind: 'region', language: 'fi' }],
    ['/organisations/HUS', { name: 'HUS-yhtymä', kind: 'joint_authority', language: 'fi' }],
    ['/organisations/SOITE', { name: 'Keski-Pohjanmaan sosiaali- ja terveyspalvelukuntayhtymä', kind: 'joint_authority', language: 'fi' }],
    ['/organisations/HELSINKI', { name: 'Helsingin kaupunki', kind: 'municipality', language: 'fi' }],
    ['/people', {
      name: 'Tiina Vehkalahti', title: 'Johtaja', organisation: 'STM', mail: 'tiina.vehkalahti@stm.example', telephone: '+358 295 16 0001'
    }],
    ['/people', {
      name: 'Olli Raitanen', title: 'Erityisasiantuntija', organisation: 'STM', mail: 'olli.raitanen@stm.example', telephone: '+358 295 16 0002'
    }],
    ['/people', {
      name: 'Henna Kuusisto', title: 'Erityisasiantuntija', organisation: 'STM', mail: 'henna.kuusisto@stm.example', telephone: '+358 295 16 0003'
    }],
    ['/organisations/SOITE/aliases', { alias: 'Soite' }],
    ['/organisations/STM/aliases', { alias: 'STM' }],
    ['/organisations/STM/translations', { of: 'organisation', field: 'name', language: 'sv', text: 'Social- och hälsovårdsministeriet' }],
    ['/organisations/KANTAHAME/translations', { of: 'organisation', field: 'name', language: 'sv', text: 'Egentliga Tavastlands välfärdsområde' }],
    ['/organisations/SOITE/translations', {
      of: 'organisation', field: 'name', language: 'sv', text: 'Mellersta Österbottens samkommun för social- och hälsovårdstjänster'
    }],
    ['/organisations/HELSINKI/translations', { of: 'organisation', field: 'name', language: 'sv', text: 'Helsingfors stad' }],
  ]),
  on('2023-06-05', 'portfolio', [
    ['/terms/project_segment:coordinate/labels', { language: 'nb', label: 'Samordne', organisation: 'HSO' }],
  ]),
  on('2024-01-15', 'portfolio', [
    ['/organisations/STM/links', { title: 'Ministeriön verkkosivut', url: 'https://stm.fi/', language: 'fi' }],
    ['/organisations/STM/links', { title: 'Ministeriets webbplats', url: 'https://stm.fi/sv/', language: 'sv' }],
    ['/organisations/KANTAHAME', { starts_on: '2023-01-01' }],
  ]),
  directory('2026-04-30 16:00', `dn: uid=left,ou=people,dc=demo,dc=example
changetype: modify
add: pwdAccountLockedTime
pwdAccountLockedTime: 000001010000Z
`, 'left'),
];
