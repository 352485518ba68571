// Ostrobothnia’s programme Aster, from 2024: six main projects and one that supports them, mirrored in the counties around it. The programme
// is set up, in the spring of 2024.
import { file, on } from '../telling.mjs';

export default [
  on('2023-03-20 10:00', 'portfolio', [
    ['/organisations/OVPH/translations', { of: 'organisation', field: 'name', language: 'fi', text: 'Pohjanmaan hyvinvointialue' }],
  ]),
  on('2024-01-15', 'portfolio', [
    ['/projects/ASTER', {
      title: 'Aster Bothnia',
      purpose: 'Ett nytt gemensamt klient- och patientdatasystem, och de arbetssätt som gör att social- och hälsovården i Österbotten hänger ihop.',
      language: 'sv', kind: 'programme', owner: 'OVPH', contact: 'johanna.nyfors', segment: 'renew', phase: 'execution', lifecycle: 'ongoing',
      starts_on: '2024-01-15', ends_on: '2027-12-31', cost_frame: 48500000, currency: 'EUR', funding_code: 'ASTER-2024', goals: ['OVPH-A']
    }],
    ['/projects/ASTER-INT', {
      title: 'Sote-integration', purpose: 'Binder ihop social- och hälsovårdens processer så att kunden inte behöver föra uppgifterna mellan dem.',
      language: 'sv', kind: 'main_project', parent: 'ASTER', owner: 'OVPH', contact: 'antti.keskivaara', segment: 'coordinate', phase: 'execution',
      lifecycle: 'ongoing', starts_on: '2024-03-01', ends_on: '2027-06-30', goals: ['OVPH-A']
    }],
    ['/projects/ASTER-SUPP', {
      title: 'Sote-stödtjänster',
      purpose: 'Laboratorium, bilddiagnostik, läkemedelsförsörjning och transporter beställs och besvaras i samma system.', language: 'sv',
      kind: 'main_project', parent: 'ASTER', owner: 'OVPH', contact: 'camilla.bjorkskog', segment: 'standardise', phase: 'execution',
      lifecycle: 'ongoing', starts_on: '2024-03-01', ends_on: '2027-06-30'
    }],
    ['/projects/ASTER-SOC', {
      title: 'Socialvård', purpose: 'Socialvårdens klientarbete från anmälan till beslut och uppföljning.', language: 'sv', kind: 'main_project',
      parent: 'ASTER', owner: 'OVPH', contact: 'petri.lehtomaa', segment: 'renew', phase: 'execution', lifecycle: 'ongoing', starts_on: '2024-03-01',
      ends_on: '2027-09-30', goals: ['OVPH-A']
    }],
    ['/projects/ASTER-HEALTH', {
      title: 'Hälsovård', purpose: 'Vårdprocesserna på sjukhus, mottagning och avdelning med en gemensam journal.', language: 'sv',
      kind: 'main_project', parent: 'ASTER', owner: 'OVPH', contact: 'annika.rosenblad', segment: 'renew', phase: 'execution', lifecycle: 'ongoing',
      starts_on: '2024-03-01', ends_on: '2027-09-30', goals: ['OVPH-A']
    }],
    ['/projects/ASTER-REPORT', {
      title: 'Rapportering och ledning genom information',
      purpose: 'Uppgifterna skrivs en gång och räcker både för rapportering, forskning och daglig ledning.', language: 'sv', kind: 'main_project',
      parent: 'ASTER', owner: 'OVPH', contact: 'tuomas.yliharju', segment: 'operate', phase: 'planning', lifecycle: 'ongoing',
      starts_on: '2024-06-01', ends_on: '2027-12-31', goals: ['OVPH-B']
    }],
    ['/projects/ASTER-ESERV', {
      title: 'Elektroniska tjänster', purpose: 'Invånaren bokar, frågar och följer sitt ärende på svenska eller finska.', language: 'sv',
      kind: 'main_project', parent: 'ASTER', owner: 'OVPH', contact: 'elin.storgard', segment: 'renew', phase: 'execution', lifecycle: 'ongoing',
      starts_on: '2024-06-01', ends_on: '2027-12-31', goals: ['OVPH-C']
    }],
    ['/projects/ASTER-TECH', {
      title: 'Tekniska projektet', purpose: 'Hittar en fungerande helhet av it-system för alla sex huvudprojekt.', language: 'sv',
      kind: 'support_project', parent: 'ASTER', owner: 'OVPH', contact: 'ville.hautakorpi', segment: 'standardise', phase: 'execution',
      lifecycle: 'ongoing', starts_on: '2024-01-15', ends_on: '2027-12-31'
    }],
    ['/organisations/OVPH', { starts_on: '2023-01-01' }],
  ]),
  on('2024-02-05 10:00', 'portfolio', [
    ['/models/ASTER-SKEDEN', {
      title: 'Programmets skeden', kind: 'stages', state: 'agreed', owner: 'ASTER-JOINT', project: 'ASTER', language: 'sv'
    }],
    ['/models/ASTER-SKEDEN/items', { title: 'Definiering', position: 10 }],
    ['/models/ASTER-SKEDEN/items', { title: 'Uppbyggnad', position: 20 }],
    ['/models/ASTER-SKEDEN/items', { title: 'Testning', position: 30 }],
    ['/models/ASTER-SKEDEN/items', { title: 'Ibruktagning', position: 40 }],
    ['/models/ASTER-SKEDEN/items', { title: 'Vidareutveckling', position: 50 }],
    ['/projects/ASTER/item-states', { item: 'ASTER-SKEDEN/1', state: 'done', reached_on: '2024-12-20' }],
    ['/projects/ASTER/item-states', { item: 'ASTER-SKEDEN/2', state: 'ongoing', planned_on: '2026-Q4' }],
    ['/projects/ASTER/item-states', { item: 'ASTER-SKEDEN/3', state: 'not_started', planned_on: '2027-summer' }],
  ]),
  on('2024-03-04 10:00', 'portfolio', [
    ['/bodies/ASTER-SAKKUNNIGA', { name: 'Sakkunniga', kind: 'expert_group', project: 'ASTER', language: 'sv' }],
    ['/projects/ASTER-ESERV/content-areas', { title: 'Läkemedelsbehandling', track: 'joint', joint_from: '2024-09', position: 10 }],
    ['/projects/ASTER-ESERV/content-areas', { title: 'Mottagning', track: 'regional', position: 20 }],
    ['/projects/ASTER-ESERV/interfaces', {
      title: 'Bedömning av vård- och servicebehov', state: 'agreed', description: 'Socialvården och hälsovården bedömer på samma sätt.',
      projects: ['ASTER-INT']
    }],
    ['/projects/ASTER-HEALTH/interfaces', { title: 'Remisser till specialsjukvården', state: 'being_worked_on', projects: ['ASTER-INT'] }],
    ['/projects/ASTER-HEALTH/interfaces', { title: 'Statistik om besök', state: 'identified', projects: ['ASTER-REPORT'] }],
    ['/projects/ASTER/attachments', {
      title: 'Programmet som sju rutor',
      alternative_text: 'Programmet överst, sex huvudprojekt i rad under det, och längst ner det tekniska projektet som stöder dem alla.',
      language: 'sv', file: file('aster-sju-rutor.png')
    }],
    ['/projects/ASTER/counterparts', {
      role: 'product_owner', organisation: 'ASTER-JOINT', other_role: 'project_manager', note: 'I vart och ett av huvudprojekten'
    }],
    ['/bodies/ASTER-SAKKUNNIGA/headcounts', { people: 140, profession: 'Sjukskötare' }],
    ['/bodies/ASTER-SAKKUNNIGA/headcounts', { people: 62, profession: 'Läkare' }],
    ['/bodies/ASTER-SAKKUNNIGA/headcounts', { people: 45, profession: 'Socialarbetare' }],
  ]),
];
