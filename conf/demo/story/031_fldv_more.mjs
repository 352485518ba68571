// How the assignment INFORANDE went about it: whom it asked what, the method that it tried for the company, who answers to whom, what it
// advises, and the service that one of the programme’s projects became.
import { file, on } from '../telling.mjs';

const overviews = { title: 'Införandena i fyra översikter', url: 'https://inera.example/inforanden', language: 'sv' };

export default [
  on('2020-04-15 10:00', 'portfolio', [
    ['/organisations/REGIONERNA', { name: 'Regionerna tillsammans', kind: 'customer_group', language: 'sv' }],
    ['/projects/REGIONPLAN', {
      title: 'Regionernas planering av digital vård', purpose: 'Varje region lägger in det som kommer utifrån i sin egen plan för två år.',
      language: 'sv', kind: 'assignment', owner: 'REGIONERNA', segment: 'coordinate', phase: 'execution', lifecycle: 'ongoing', starts_on: '2021',
      ends_on: '2022'
    }],
  ]),
  on('2020-04-22 10:00', 'asa.ostergard', [
    ['/projects/INFORANDE/relations', { kind: 'supports', other: 'project/REGIONPLAN', note: 'Planeringen för 2021 och 2022' }],
    ['/projects/INFORANDE/sections', {
      kind: 'basic_idea', heading: 'Varför alla ska göra på samma sätt',
      body: 'En region tar emot många införanden. Om alla följer samma steg och använder samma ord går varje införande fortare, och den som har ' +
        'varit med en gång känner igen sig nästa gång.',
      position: 25, language: 'sv'
    }],
    ['/projects/INFORANDE/counterparts', {
      role: 'project_manager', organisation: 'INERA', other_role: 'rollout_coordinator', note: 'En i varje region svarar mot en hos Inera'
    }],
  ]),
  on('2020-05-13 10:00', 'asa.ostergard', [
    ['/surveys/INFORANDE-ENKAT/questions', { title: 'Vad ska finnas när projektet är klart?', kind: 'text', position: 15 }],
    ['/surveys/INFORANDE-ENKAT/questions', { title: 'Hur många behövs för att införa det?', kind: 'number', position: 25 }],
  ]),
  on('2020-05-25', 'lovisa.hedmark', [
    ['/surveys/INFORANDE-ENKAT/answers', {
      question: '4', about: 'INKORG', value: 'En inkorg som alla regioners kallelser kan komma till.', source: 'survey',
      answered_by: 'lovisa.hedmark', answered_on: '2020-05-20'
    }],
    ['/surveys/INFORANDE-ENKAT/answers', {
      question: '5', about: 'INKORG', value: '12', source: 'survey', answered_by: 'lovisa.hedmark', answered_on: '2020-05-20'
    }],
  ]),
  on('2020-08-17', 'asa.ostergard', [
    ['/surveys/INFORANDE-ENKAT/questions', { title: 'Vilka i regionen märker det först?', kind: 'text', follows: '1', position: 40 }],
  ]),
  on('2020-08-26 10:00', 'lovisa.hedmark', [
    ['/surveys/INFORANDE-ENKAT/answers', {
      question: '6', about: 'INKORG', value: 'De som skriver kallelserna, och kundtjänsten.', source: 'follow_up_talk', answered_on: '2020-08-24'
    }],
    ['/surveys/INFORANDE-ENKAT/answers', {
      question: '1', about: 'VIDEO', value: 'Bild i samtalet, för den som ringer och vill.', source: 'plan_read', answered_on: '2020-08-25'
    }],
  ]),
  on('2020-09-14', 'asa.ostergard', [
    ['/surveys/INFORANDE-ENKAT', { visibility: 'public' }],
    ['/projects/INFORANDE/lessons', {
      kind: 'success_factor', title: 'En namngiven person i regionen från första dagen',
      text: 'De införanden som höll sin tid hade någon i regionen som kunde säga ja utan att fråga vidare.',
      source: 'Inera, och regionerna genom referensgruppen'
    }],
  ]),
  on('2020-09-21', 'portfolio', [
    ['/models/INERA-PROJEKTMODELL', {
      title: 'Ineras stöd för införande', kind: 'rollout_model', state: 'being_tried',
      purpose: 'Ett gemensamt sätt för alla projekt i företaget. Det skrivs medan det prövas.', holds_for: 'Alla projekt hos Inera',
      owner: 'INERA-METOD', language: 'sv'
    }],
  ]),
  on('2020-09-21 10:00', 'asa.ostergard', [
    ['/projects/INFORANDE/relations', {
      kind: 'tries', other: 'model/INERA-PROJEKTMODELL', note: 'Tillsammans med Utveckling och metod, på några av programmets projekt'
    }],
  ]),
  on('2020-12-07', 'asa.ostergard', [
    ['/projects/INFORANDE/dependencies', {
      needed: 'En gemensam kalender för det som regionerna byter', used_for: 'Att ingen region får allt samma kvartal',
      provider_name: 'Regionernas byten av vårdinformationssystem, och andra stora projekt', criticality: 'high', due_on: '2021-12', light: 'yellow',
      agreed_by_project: true
    }],
  ]),
  on('2020-12-14', 'asa.ostergard', [
    ['/projects/INFORANDE/lessons', {
      kind: 'recommendation', title: 'Se till att någon vårdar översikterna hela 2021', text: 'En översikt som inte stämmer är sämre än ingen.',
      source: 'Uppdragets slutsats', addressee: 'body/FLDV-PROG', owner: 'asa.ostergard', state: 'done', due_on: '2021-12'
    }],
    ['/projects/INFORANDE/lessons', {
      kind: 'recommendation', title: 'Berätta för dem som planerar i regionerna var översikterna finns',
      text: 'När sidan öppnas ska de som den är till för få veta det, och hitta dit från programmets och projektens egna sidor.',
      source: 'Uppdragets slutsats', addressee: 'project/FLDV', owner: 'lovisa.hedmark', state: 'done'
    }],
    ['/projects/INFORANDE/lessons', {
      kind: 'recommendation', title: 'Fortsätt arbeta med Utveckling och metod',
      text: 'Projekten prövar och får hjälp; enheten får veta hur det gick. Båda lär sig.', source: 'Uppdragets slutsats',
      addressee: 'organisation/INERA-METOD', owner: 'asa.ostergard', state: 'ongoing'
    }],
    ['/projects/INFORANDE/sections', {
      kind: 'tips', heading: 'I samtal med en region',
      body: 'Programledningen tar med sig översikterna när den träffar en region. Då talar alla om samma datum, och det syns genast vad som krockar.',
      position: 38, language: 'sv'
    }],
  ]),
  on('2021-02-08', 'lovisa.hedmark', [
    ['/projects/FLDV/links', overviews],
    ['/projects/INKORG/links', overviews],
    ['/projects/VIDEO/links', overviews],
    ['/projects/VIDEO/rollouts/1', { url: 'https://norrsund.example/radgivning-med-bild' }],
  ]),
  on('2021-05-12 10:00', 'asa.ostergard', [
    ['/models/INFORANDE-PLANERING', {
      title: 'Att tänka på medan ett införande planeras', kind: 'checklist', state: 'draft', holds_for: 'Den som leder ett införande', owner: 'INERA',
      project: 'INFORANDE', language: 'sv'
    }],
    ['/models/INFORANDE-PLANERING/items', { title: 'Vilka ska använda det?', involves: 'Invånare, yrkesgrupper, enheter', position: 10 }],
    ['/models/INFORANDE-PLANERING/items', { title: 'Vilka andra har åsikter om det?', involves: 'Alla som berörs', position: 20 }],
    ['/models/INFORANDE-PLANERING/items', { title: 'Vilka roller behövs, och vad ska de kunna?', role: 'rollout_coordinator', position: 30 }],
    ['/models/INFORANDE-PLANERING/items', { title: 'När ska vad vara gjort?', position: 40 }],
    ['/models/INFORANDE-PLANERING/items', { title: 'Finns planerna för anslutning och utbildning?', position: 50 }],
  ]),
  on('2021-06-14 10:00', 'asa.ostergard', [
    ['/models/INFORANDEMODELL/attachments', {
      title: 'Modellen som bild',
      alternative_text: 'Sex pilar på rad: tre för att planera, två för att genomföra och en för att följa upp i förvaltningen.',
      working_material: true, language: 'sv', file: file('inforandemodell.png')
    }],
  ]),
  on('2022-12-19 10:00', 'portfolio', [
    ['/services/VIDEO', {
      title: 'Bild i rådgivningen', purpose: 'Sjuksköterskan ser det som den som ringer vill visa.',
      target_group: 'Invånare som ringer till rådgivningen, och de som svarar.', owner: 'INERA', went_live_on: '2022-12', language: 'sv'
    }],
    ['/services/VIDEO/relations', { kind: 'grew_out_of', other: 'project/VIDEO' }],
    ['/services/VIDEO/rollouts', {
      organisation: 'SODERSLATT', kind: 'business', planning_stage: 'under_way', planned_on: '2023-Q1', note: 'Förvaltningen följer upp.'
    }],
    ['/projects/REGIONPLAN', { phase: 'realisation', lifecycle: 'closed' }],
  ]),
];
