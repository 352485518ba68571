// Inera’s programme FLDV with its assignment INFORANDE, 2020 to 2022, and what of it went on in the regions.
import { file, on, report } from '../telling.mjs';

export default [
  on('2020-02-01', 'portfolio', [
    ['/projects/FLDV', {
      title: 'Första linjens digitala vård',
      purpose: 'Programmet samlar de tjänster som en invånare möter först, och ser till att regionerna kan införa dem i en ordning som håller.',
      language: 'sv', kind: 'programme', owner: 'INERA', contact: 'lovisa.hedmark', segment: 'coordinate', phase: 'execution', lifecycle: 'ongoing',
      starts_on: '2020-02-01', ends_on: '2022-12-31', cost_frame: 214000000, currency: 'SEK', goals: ['INERA-1']
    }],
    ['/projects/INFORANDE', {
      title: 'Införandeplanering',
      purpose: 'Uppdraget gör en plan över alla införanden i programmet, både nationellt och i varje region, och prövar en gemensam metod för dem.',
      language: 'sv', kind: 'assignment', parent: 'FLDV', owner: 'INERA', contact: 'asa.ostergard', segment: 'coordinate', phase: 'execution',
      lifecycle: 'ongoing', starts_on: '2020-04-08', ends_on: '2022-12-31', cost_frame: 9800000, currency: 'SEK', goals: ['INERA-2']
    }],
    ['/projects/INKORG', {
      title: 'Digitala kallelser i inkorgen', purpose: 'Kallelsen kommer dit invånaren redan loggar in.', language: 'sv', kind: 'project',
      parent: 'FLDV', owner: 'INERA', contact: 'lovisa.hedmark', segment: 'renew', phase: 'execution', lifecycle: 'ongoing', starts_on: '2020-05-01',
      ends_on: '2027-03-31', cost_frame: 38000000, currency: 'SEK', goals: ['INERA-1']
    }],
    ['/projects/VIDEO', {
      title: 'Video i rådgivning per telefon', purpose: 'Sjuksköterskan kan be den som ringer att visa.', language: 'sv', kind: 'project',
      parent: 'FLDV', owner: 'INERA', segment: 'renew', phase: 'closing', lifecycle: 'ongoing', starts_on: '2020-03-01', ends_on: '2022-12-31',
      cost_frame: 21500000, currency: 'SEK'
    }],
    ['/projects/MALARK', {
      title: 'Målarkitektur och handlingsplan för verksamhetsstöd', purpose: 'Beskriver vart rådgivningens stödsystem är på väg.', language: 'sv',
      kind: 'project', parent: 'FLDV', owner: 'INERA', contact: 'asa.ostergard', segment: 'standardise', phase: 'realisation', lifecycle: 'closed',
      starts_on: '2020-02-01', ends_on: '2021-12-31', cost_frame: 12700000, currency: 'SEK'
    }],
    ['/bodies/FLDV-PROG', {
      name: 'Programgruppen för första linjens digitala vård', kind: 'programme_group', project: 'FLDV', organisation: 'INERA', language: 'sv'
    }],
    ['/bodies/FLDV-REF', { name: 'Regionernas referensgrupp', kind: 'reference_group', project: 'FLDV', organisation: 'INERA', language: 'sv' }],
    ['/bodies/FLDV-ARK', {
      name: 'Regionernas arkitekturråd', kind: 'architecture_council', project: 'FLDV', organisation: 'INERA', language: 'sv'
    }],
    ['/projects/FLDV/aliases', { alias: 'Första linjen' }],
    ['/projects/INFORANDE/aliases', { alias: 'Rolloutplanering' }],
    ['/projects/FLDV/relations', { kind: 'client', other: 'organisation/NORRSUND' }],
    ['/projects/FLDV/relations', { kind: 'client', other: 'organisation/VASTERMARK' }],
    ['/projects/INFORANDE/relations', { kind: 'client', other: 'organisation/NORRSUND' }],
    ['/projects/INFORANDE/relations', { kind: 'client', other: 'organisation/VASTERMARK' }],
    ['/projects/FLDV/people', { role: 'programme_manager', person: 'lovisa.hedmark', organisation: 'INERA', starts_on: '2020-02-01' }],
    ['/projects/FLDV/people', { role: 'expert', person: 'galnas', organisation: 'NORRSUND', body: 'FLDV-REF', starts_on: '2020-05-01' }],
    ['/projects/FLDV/people', { role: 'expert', person: 'ivinter', organisation: 'VASTERMARK', body: 'FLDV-REF', starts_on: '2020-05-01' }],
    ['/projects/INFORANDE/people', { role: 'project_manager', person: 'asa.ostergard', organisation: 'INERA', starts_on: '2020-04-08' }],
    ['/projects/INFORANDE/people', {
      role: 'rollout_coordinator', person: 'galnas', organisation: 'NORRSUND', starts_on: '2020-08-19', project_time_only: true
    }],
    ['/projects/INFORANDE/people', { role: 'rollout_coordinator', organisation: 'VASTERMARK', starts_on: '2020-08-19', project_time_only: true }],
    ['/projects/INFORANDE/sections', {
      kind: 'purpose', heading: 'Uppdraget',
      body: 'Ta fram en plan över programmets införanden, tekniskt och i verksamheten, som regionerna kan planera sitt eget år efter. ' +
        'Föreslå dessutom en metod som kan göras större eller mindre efter hur svårt införandet är.',
      position: 10, language: 'sv'
    }],
    ['/projects/INFORANDE/sections', {
      kind: 'basic_idea', heading: 'Fyra översikter i stället för en',
      body: 'En enda bild blev antingen för grov eller för full. Uppdraget håller därför fyra:\n\n' +
        '1. hur varje införande ligger till i varje region,\n2. vilka tekniska anpassningar regionen behöver göra,\n3. hur långt planeringen ' +
        'av stödet har kommit,\n4. när det går att börja, tidigt eller på bredden.',
      position: 20, language: 'sv'
    }],
    ['/projects/INFORANDE/sections', {
      kind: 'conditions', heading: 'Vad som brukar avgöra',
      body: '- Ledningen i regionen vill och säger det.\n- Den som äger arbetssättet äger också förändringen.\n- Varje nationell roll speglas ' +
        'av en i regionen.\n- Tekniken är beställd i tid.\n- Alla säger samma sak med samma ord.',
      position: 30, language: 'sv'
    }],
    ['/projects/INFORANDE/sections', {
      kind: 'tips', heading: 'Till den som tar vid',
      body: 'Översikterna är till nytta så länge de stämmer. Bestäm vem som uppdaterar dem innan uppdraget stängs.', position: 40, language: 'sv'
    }],
  ]),
  on('2020-04-15', 'portfolio', [
    ['/organisations/FJALLBYGDEN', { name: 'Region Fjällbygden', kind: 'region', language: 'sv' }],
    ['/organisations/SJOLANDET', { name: 'Region Sjölandet', kind: 'region', language: 'sv' }],
    ['/organisations/SODERSLATT', { name: 'Region Söderslätt', kind: 'region', language: 'sv' }],
    ['/organisations/KUNDGRUPP-NORR', { name: 'Kundgrupp Norr', kind: 'customer_group', language: 'sv' }],
    ['/organisations/FJALLBYGDEN/relations', {
      kind: 'participant', other: 'organisation/KUNDGRUPP-NORR', note: 'Beställer integrationer tillsammans'
    }],
  ]),
  on('2020-04-22', 'asa.ostergard', [
    ['/projects/INFORANDE/deliverables', {
      code: 'U1', title: 'Kartläggning av införanden', step: 'Kartlägga', planned_on: '2020-10-31',
      acceptance_criteria: 'Alla projektledare har svarat på enkäten.'
    }],
    ['/projects/INFORANDE/deliverables', {
      code: 'U2', title: 'Fyra översikter', step: 'Beskriva', planned_on: '2021-05-31', acceptance_criteria: 'Två regioner planerar efter dem.'
    }],
    ['/projects/INFORANDE/deliverables', {
      code: 'U3', title: 'Utkast till införandemodell', step: 'Beskriva', planned_on: '2021-12-15', acceptance_criteria: 'Läst av referensgruppen.'
    }],
    ['/projects/INFORANDE/deliverables', {
      code: 'U4', title: 'Modellen prövad i två införanden', step: 'Pröva', planned_on: '2022-10-30',
      acceptance_criteria: 'Erfarenheterna är inskrivna.'
    }],
    ['/projects/INFORANDE/risks', {
      kind: 'risk', title: 'Översikterna blir inaktuella', cause: 'Ingen har i uppgift att uppdatera dem.',
      event: 'Regionen planerar efter gamla datum.', effect: 'Förtroendet försvinner.', probability: 4, consequence: 3,
      mitigation: 'Projektens egna rapporter matar översikterna.', residual_probability: 2, residual_consequence: 3, owner: 'asa.ostergard',
      state: 'open'
    }],
    ['/projects/INFORANDE/dependencies', {
      needed: 'Datum för tidig start', used_for: 'Översikten över när det går att börja', provider_project: 'INKORG', criticality: 'high',
      due_on: '2022-08-31', light: 'yellow', agreed_by_project: true
    }],
  ]),
  on('2020-04-22', 'lovisa.hedmark', [
    ['/projects/INKORG/needed-by/INFORANDE/1', 'answer', { agreed_by_provider: true }],
  ]),
  on('2020-05-13', 'portfolio', [
    ['/organisations/INERA-METOD', { name: 'Utveckling och metod', kind: 'unit', parent: 'INERA', language: 'sv' }],
  ]),
  on('2020-05-13', 'lovisa.hedmark', [
    ['/bodies/FLDV-STYR', {
      name: 'Styrgruppen för första linjens digitala vård', kind: 'steering_group', project: 'FLDV', organisation: 'INERA', language: 'sv'
    }],
    ['/bodies/MALARK-PG', {
      name: 'Projektgruppen för målarkitekturen', kind: 'project_group', project: 'MALARK', organisation: 'INERA', language: 'sv'
    }],
  ]),
  on('2020-05-13', 'asa.ostergard', [
    ['/surveys/INFORANDE-ENKAT', {
      title: 'Vad era införanden kräver', purpose: 'Underlag för den samlade planen: vad som införs, hur stort det är och vilken kunskap som finns.',
      asked_role: 'project_manager', asked_below: 'FLDV', closes_on: '2020-06-14', project: 'INFORANDE', owner: 'INERA', language: 'sv'
    }],
    ['/surveys/INFORANDE-ENKAT/questions', { title: 'Vad omfattar projektet?', kind: 'text', fills: 'purpose', position: 10 }],
    ['/surveys/INFORANDE-ENKAT/questions', { title: 'Hur stort är det?', kind: 'choice', options: 'litet\nmellan\nstort', position: 20 }],
    ['/surveys/INFORANDE-ENKAT/questions', { title: 'Finns kunskapen nationellt och i regionerna?', kind: 'text', position: 30 }],
  ]),
  on('2020-05-13', 'lovisa.hedmark', [
    ['/bodies/FLDV-PROG/member-rules', { role: 'project_manager', below: 'project/FLDV', note: 'Alla som leder ett projekt i programmet' }],
  ]),
  on('2020-05-13', 'asa.ostergard', [
    ['/projects/INFORANDE/relations', { kind: 'anchored_in', other: 'body/FLDV-STYR' }],
    ['/projects/INFORANDE/relations', { kind: 'anchored_in', other: 'body/FLDV-PROG' }],
    ['/projects/INFORANDE/relations', { kind: 'anchored_in', other: 'body/FLDV-REF' }],
    ['/projects/INFORANDE/relations', { kind: 'anchored_in', other: 'body/FLDV-ARK' }],
    ['/projects/INFORANDE/relations', { kind: 'anchored_in', other: 'body/MALARK-PG' }],
    ['/projects/INFORANDE/relations', { kind: 'supports', other: 'organisation/INERA-METOD' }],
  ]),
  on('2020-05-13', 'lovisa.hedmark', [
    ['/projects/INKORG/people', { role: 'project_manager', person: 'lovisa.hedmark' }],
    ['/projects/VIDEO/people', { role: 'project_manager' }],
    ['/surveys/INFORANDE-ENKAT/answers', {
      question: '1', about: 'INKORG', value: 'Kallelser, svar och påminnelser i en inkorg för invånaren.', source: 'survey',
      answered_by: 'lovisa.hedmark', answered_on: '2020-05-20'
    }],
    ['/surveys/INFORANDE-ENKAT/answers', {
      question: '2', about: 'INKORG', value: 'stort', source: 'survey', answered_by: 'lovisa.hedmark', answered_on: '2020-05-20'
    }],
    ['/surveys/INFORANDE-ENKAT/answers', {
      question: '2', about: 'VIDEO', value: 'mellan', source: 'survey', answered_by: 'asa.ostergard', answered_on: '2020-05-22'
    }],
  ]),
  on('2020-05-13', 'portfolio', [
    ['/organisations/INERA-METOD/sections', {
      kind: 'purpose', heading: 'Uppdrag', body: 'Tar fram gemensamma metoder och prövar dem i verkliga projekt.', position: 10, language: 'sv'
    }],
  ]),
  on('2020-08-26', 'lovisa.hedmark', [
    ['/surveys/INFORANDE-ENKAT/answers', {
      question: '3', about: 'VIDEO', value: 'Nationellt ja, i regionerna hos några få.', source: 'follow_up_talk', answered_on: '2020-08-21'
    }],
  ]),
  on('2020-09-16', 'lovisa.hedmark', [
    ['/projects/VIDEO/rollouts', {
      organisation: 'NORRSUND', kind: 'business', planning_stage: 'in_use', contact_made_on: '2020-05-20', contact_by: 'lovisa.hedmark',
      early_from: '2020-11', broad_from: '2021-09', planned_on: '2021-01-15', note: 'Vart tjugonde samtal har bild.'
    }],
    ['/projects/VIDEO/rollouts', {
      organisation: 'SODERSLATT', kind: 'business', planning_stage: 'under_way', contact_made_on: '2020-06-11', contact_by: 'lovisa.hedmark',
      early_from: '2021-Q3', broad_from: '2022-Q3', planned_on: '2022-10'
    }],
    ['/projects/VIDEO/rollouts', {
      organisation: 'VASTERMARK', kind: 'business', planning_stage: 'not_applicable', contact_made_on: '2020-06-11', contact_by: 'lovisa.hedmark',
      note: 'Regionen har en egen lösning till 2028.'
    }],
  ]),
  report('INFORANDE', '2020-11-11', 'asa.ostergard', {
    status_label: 'as_planned', light: 'green',
    summary: 'Enkäten är besvarad av alla utom ett projekt. Svaren visar att regionerna väntar samma kvartal på tre olika tjänster.', delay_weeks: 0,
    going_well: 'Regionerna läser utkasten.', coming_next: 'Bygga översikterna.', risk_level: 'low', lights: 'gggggg'
  }, 'lovisa.hedmark'),
  on('2020-11-11 16:00', 'lovisa.hedmark', [
    ['/projects/INFORANDE/deliverables/U1', { finished: true, delivered_on: '2020-11-08' }],
  ]),
  on('2021-02-03', 'lovisa.hedmark', [
    ['/projects/VIDEO/adaptations', {
      title: 'Bygg in video i rådgivningsstödet', kind: 'development', due_on: '2021-summer', owner: 'lovisa.hedmark'
    }],
    ['/projects/VIDEO/adaptation-states', { adaptation: '1', organisation: 'SODERSLATT', state: 'done', since: '2021-08-29' }],
    ['/projects/VIDEO/adaptation-states', { adaptation: '1', organisation: 'NORRSUND', state: 'done', since: '2021-05-30' }],
    ['/projects/VIDEO/rollouts/1', { done_on: '2021-01-15' }],
  ]),
  on('2021-05-12', 'asa.ostergard', [
    ['/models/INFORANDE-PRINCIPER', {
      title: 'Fem principer för införande', kind: 'principles', state: 'agreed',
      purpose: 'Vad som har avgjort om ett införande har lyckats, samlat från regionerna.',
      holds_for: 'Regionernas verksamheter, regionala och nationella projekt', owner: 'INERA', project: 'INFORANDE', language: 'sv'
    }],
    ['/models/INFORANDEMODELL', {
      title: 'Införandemodell', kind: 'rollout_model', state: 'draft',
      purpose: 'Stöd för att planera, genomföra och följa upp ett införande. Den görs större eller mindre efter vad som införs.',
      holds_for: 'Alla införanden i programmet', owner: 'INERA', project: 'INFORANDE', language: 'sv'
    }],
    ['/models/INFORANDE-PRINCIPER/items', { title: 'Ledningen styr, prioriterar, ger resurser och följer upp', position: 10 }],
    ['/models/INFORANDE-PRINCIPER/items', {
      title: 'Verksamheten äger införandet lokalt', involves: 'Verksamhetschefer', role: 'rollout_coordinator', position: 20
    }],
    ['/models/INFORANDE-PRINCIPER/items', { title: 'Den nationella och den regionala organisationen speglar varandra', position: 30 }],
    ['/models/INFORANDE-PRINCIPER/items', {
      title: 'Tekniska förutsättningar upptäcks tidigt och är klara i tid',
      description: 'Anslutning och kvalitetsgranskning ska vara enkla att ta sig igenom.', position: 40
    }],
    ['/models/INFORANDE-PRINCIPER/items', { title: 'Alla berättar samma sak, under ett gemensamt namn', position: 50 }],
    ['/models/INFORANDEMODELL/items', { title: 'Bedöm om det är teknik, arbetssätt eller båda', position: 10 }],
    ['/models/INFORANDEMODELL/items', { title: 'Bilda grupper, och gör klart roller och tider', position: 20 }],
    ['/models/INFORANDEMODELL/items', { title: 'Planera utbildning och information', position: 30 }],
    ['/models/INFORANDEMODELL/items', { title: 'Genomför tidigt hos några', position: 40 }],
    ['/models/INFORANDEMODELL/items', { title: 'Bredda', position: 50 }],
    ['/models/INFORANDEMODELL/items', { title: 'Lämna över till förvaltningen', position: 60 }],
  ]),
  on('2021-05-12', 'portfolio', [
    ['/organisations/NORRSUND/item-states', { item: 'INFORANDE-PRINCIPER/1', state: 'done', reached_on: '2021-10-01' }],
    ['/organisations/NORRSUND/item-states', { item: 'INFORANDE-PRINCIPER/2', state: 'ongoing' }],
    ['/organisations/VASTERMARK/item-states', {
      item: 'INFORANDE-PRINCIPER/1', state: 'ongoing', planned_on: '2022-Q4', note: 'Ny direktör i september.'
    }],
  ]),
  on('2021-05-12', 'lovisa.hedmark', [
    ['/projects/VIDEO/item-states', { item: 'INFORANDEMODELL/5', state: 'done', reached_on: '2021-11-28' }],
    ['/projects/VIDEO/item-states', { item: 'INFORANDEMODELL/6', state: 'ongoing', planned_on: '2022-12' }],
    ['/projects/INKORG/relations', { kind: 'tries', other: 'model/INFORANDEMODELL' }],
    ['/projects/VIDEO/relations', { kind: 'tries', other: 'model/INFORANDEMODELL' }],
  ]),
  report('INFORANDE', '2021-06-09', 'asa.ostergard', {
    status_label: 'as_planned', light: 'green', summary: 'De fyra översikterna finns och används i två regioners planering.', delay_weeks: 0,
    coming_next: 'Skriva utkast till modell.', risk_level: 'low', lights: 'gggggg'
  }, 'lovisa.hedmark'),
  on('2021-06-09 16:00', 'lovisa.hedmark', [
    ['/projects/INFORANDE/deliverables/U2', { finished: true, delivered_on: '2021-05-28' }],
  ]),
  on('2021-06-14', 'asa.ostergard', [
    ['/models/INFORANDEMODELL/attachments', { title: 'Modellens steg', working_material: true, language: 'sv', file: file('steg.txt') }],
  ]),
  on('2021-12-15', 'asa.ostergard', [
    ['/projects/INFORANDE/lessons', {
      kind: 'recommendation', title: 'Låt programledningen äga den samlade planeringen', source: 'Uppdragets slutsats', addressee: 'body/FLDV-PROG',
      owner: 'lovisa.hedmark', state: 'ongoing', due_on: '2022-Q4'
    }],
    ['/projects/INFORANDE/lessons', {
      kind: 'recommendation', title: 'Ta med nya uppdrag i översikterna när de börjar', source: 'Uppdragets slutsats', addressee: 'body/FLDV-PROG',
      owner: 'asa.ostergard', state: 'open'
    }],
    ['/projects/INFORANDE/lessons', {
      kind: 'success_factor', title: 'Verksamhetscheferna har avgjort',
      text: 'Där chefen för enheten själv har visat vägen har arbetssättet suttit efter några veckor.', source: 'Tre regioner, hösten 2021'
    }],
  ]),
  on('2021-12-15', 'lovisa.hedmark', [
    ['/projects/VIDEO/lessons', {
      kind: 'lesson', title: 'Kameror tar längre tid än man tror', text: 'Inköp och leverans tog fyra månader i två av tre regioner.',
      source: 'Region Söderslätt'
    }],
  ]),
  report('INFORANDE', '2022-01-19', 'asa.ostergard', {
    status_label: 'minor_deviation', light: 'yellow',
    summary: 'Utkastet till modell är klart. Ett av de två prövningarna har skjutits upp av regionen.', delay_weeks: 5,
    causes: 'Regionen byter journalsystem samma vår.', risk_level: 'medium', lights: 'yggggg'
  }, 'lovisa.hedmark'),
  on('2022-01-19 16:00', 'lovisa.hedmark', [
    ['/projects/INFORANDE/deliverables/U3', { finished: true, delivered_on: '2022-01-12' }],
    ['/projects/INFORANDE/deliverables/U4', { forecast_on: '2022-12-11' }],
  ]),
  report('VIDEO', '2022-09-28', 'lovisa.hedmark', {
    status_label: 'as_planned', light: 'green', summary: 'Video används i vart tjugonde samtal och förvaltningen tar över vid årsskiftet.',
    delay_weeks: 0, risk_level: 'low', lights: 'gggggg'
  }),
  report('INFORANDE', '2022-10-12', 'asa.ostergard', {
    status_label: 'minor_deviation', light: 'yellow', summary: 'Modellen är prövad i ett införande och håller. Det andra börjar i november.',
    delay_weeks: 6, going_well: 'Projekten rapporterar själva till översikterna.', coming_next: 'Överlämning till programledningen.',
    risk_level: 'medium', lights: 'yggggg'
  }, 'lovisa.hedmark'),
  report('FLDV', '2022-10-19', 'lovisa.hedmark', {
    status_label: 'minor_deviation', light: 'yellow',
    summary: 'Fyra av fem delar går som planerat. Digitala kallelser väntar på anslutning i tre regioner.', delay_weeks: 4, risk_level: 'medium',
    lights: 'yggggg'
  }),
  on('2022-12-19', 'lovisa.hedmark', [
    ['/projects/VIDEO', { phase: 'realisation', lifecycle: 'closed' }],
    ['/projects/INFORANDE', { phase: 'realisation', lifecycle: 'closed' }],
  ]),
  on('2022-12-30', 'portfolio', [
    ['/projects/INKORG/relations', { kind: 'grew_out_of', other: 'project/FLDV' }],
    ['/projects/INKORG', { parent: null }],
  ]),
  on('2022-12-30 10:00', 'portfolio', [
    ['/projects/FLDV', { phase: 'realisation', lifecycle: 'closed' }],
  ]),
  on('2024-04-15', 'portfolio', [
    ['/organisations/NORRSUND/relations', {
      kind: 'participant', other: 'organisation/KUNDGRUPP-NORR', note: 'Beställer integrationer tillsammans'
    }],
  ]),
  on('2024-09-16', 'lovisa.hedmark', [
    ['/projects/INKORG/rollouts', {
      organisation: 'NORRSUND', kind: 'both', planning_stage: 'planned', contact_made_on: '2024-09-03', contact_by: 'asa.ostergard',
      early_from: '2025-Q1', broad_from: '2026-Q2', planned_on: '2026-09', note: 'Kallelserna från laboratoriet kommer först.'
    }],
    ['/projects/INKORG/rollouts', {
      organisation: 'VASTERMARK', kind: 'both', planning_stage: 'planning', contact_made_on: '2024-09-10', contact_by: 'asa.ostergard',
      early_from: '2026-Q4', note: 'Byter journalsystem samma vår.'
    }],
    ['/projects/INKORG/rollouts', {
      organisation: 'FJALLBYGDEN', kind: 'technology', planning_stage: 'in_dialogue', contact_made_on: '2024-10-01', contact_by: 'lovisa.hedmark',
      early_from: '2027-Q1', broad_from: '2027'
    }],
    ['/projects/INKORG/rollouts', { organisation: 'SJOLANDET', planning_stage: 'not_started' }],
  ]),
  on('2025-02-03', 'lovisa.hedmark', [
    ['/projects/INKORG/adaptations', {
      title: 'Koppla kallelsesystemet till inkorgen', kind: 'integration',
      description: 'En koppling för varje system som skickar kallelser. Regioner med samma system gör den en gång.', due_on: '2026-Q3',
      owner: 'lovisa.hedmark'
    }],
    ['/projects/INKORG/adaptations', {
      title: 'Besluta vem som får se ett barns kallelser', kind: 'leadership_rule',
      description: 'Nationella regler finns; varje regions ledning beslutar om dem för sin verksamhet.', due_on: '2026-Q2'
    }],
    ['/projects/INKORG/adaptations', { title: 'Anslut till katalogtjänsten', kind: 'connection', due_on: '2027-Q1' }],
    ['/projects/INKORG/adaptation-states', { adaptation: '1', organisation: 'VASTERMARK', state: 'not_started' }],
    ['/projects/INKORG/adaptation-states', { adaptation: '1', organisation: 'KUNDGRUPP-NORR', state: 'ongoing', note: 'Beställd i oktober.' }],
    ['/projects/INKORG/adaptation-states', { adaptation: '2', organisation: 'FJALLBYGDEN', state: 'ongoing' }],
    ['/projects/INKORG/adaptation-states', { adaptation: '2', organisation: 'VASTERMARK', state: 'not_started' }],
    ['/projects/INKORG/adaptation-states', {
      adaptation: '2', organisation: 'NORRSUND', state: 'done', since: '2025-11-18', note: 'Beslutat i hälso- och sjukvårdsnämnden.'
    }],
    ['/projects/INKORG/adaptation-states', { adaptation: '3', organisation: 'SJOLANDET', state: 'not_started' }],
  ]),
];
