// How Aster’s work is divided and held together: what each main project consists of, where they touch, who works it out first at home and then
// jointly, who takes part from where, and who helps them all.
import { on } from '../telling.mjs';

export default [
  on('2024-02-05 11:00', 'portfolio', [
    ['/organisations/ASTER-JOINT', { kind: 'joint_organisation' }],
    ['/organisations/OVPH-HEMVARD', { name: 'Hemvården i Österbotten', kind: 'unit', parent: 'OVPH', language: 'sv' }],
    ['/organisations/OVPH-FAMILJ', { name: 'Familjecentren i Österbotten', kind: 'unit', parent: 'OVPH', language: 'sv' }],
    ['/models/ASTER-SKEDEN/items/Definiering', { description: 'Arbetslagen säger hur de vill arbeta, och vad systemet behöver kunna.' }],
    ['/models/ASTER-SKEDEN/items/Uppbyggnad', { description: 'Leverantören bygger, och beställarna ser på medan det växer.' }],
    ['/models/ASTER-SKEDEN/items/Testning', { description: 'Allt körs igenom med påhittade klienter innan någon riktig möter det.' }],
    ['/models/ASTER-SKEDEN/items/Ibruktagning', { description: 'En enhet i taget byter, med hjälp på plats.' }],
    ['/models/ASTER-SKEDEN/items/Vidareutveckling', { description: 'Det som saknas eller skaver rättas i en ordning som alla känner till.' }],
  ]),
  on('2024-02-12', 'johanna.nyfors', [
    ['/projects/ASTER-INT', { position: 1 }],
    ['/projects/ASTER-SUPP', { position: 2 }],
    ['/projects/ASTER-SOC', { position: 3 }],
    ['/projects/ASTER-HEALTH', { position: 4 }],
    ['/projects/ASTER-REPORT', { position: 5 }],
    ['/projects/ASTER-ESERV', { position: 6 }],
    ['/projects/ASTER-TECH', { position: 7 }],
  ]),
  on('2024-03-11', 'johanna.nyfors', [
    ['/projects/ASTER-HEALTH/content-areas', { title: 'Vård på avdelning', track: 'regional', position: 10 }],
    ['/projects/ASTER-HEALTH/content-areas', { title: 'Läkemedel', track: 'joint', joint_from: '2024-09', position: 20 }],
    ['/projects/ASTER-SOC/content-areas', { title: 'Barn och familjer', track: 'regional', position: 10 }],
    ['/projects/ASTER-SOC/content-areas', {
      title: 'Avgifter och beslut', track: 'joint', joint_from: '2024-Q4', projects: ['ASTER-REPORT'], position: 20
    }],
  ]),
  on('2024-05-13', 'johanna.nyfors', [
    ['/projects/ASTER-ESERV/content-areas/Mottagning', { description: 'Boka, avboka och flytta en tid.' }],
  ]),
  on('2024-09-09', 'johanna.nyfors', [
    ['/projects/ASTER-SOC-REGION', {
      title: 'Socialvården i Österbotten', purpose: 'Enas hemma om vad området behöver, innan det tas upp med de andra.', language: 'sv',
      kind: 'working_group', parent: 'ASTER-SOC', owner: 'OVPH', contact: 'petri.lehtomaa', phase: 'execution', lifecycle: 'ongoing',
      starts_on: '2024-09-09', ends_on: '2026-12-31', position: 1
    }],
    ['/projects/ASTER-SOC-JOINT', {
      title: 'Socialvården, alla beställare', purpose: 'Gör ett av de fyra förslagen, tillsammans med leverantören.', language: 'sv',
      kind: 'working_group', parent: 'ASTER-SOC', owner: 'ASTER-JOINT', contact: 'sanna.peltokallio', phase: 'execution', lifecycle: 'ongoing',
      starts_on: '2024-10-01', ends_on: '2026-12-31', position: 2
    }],
    ['/projects/ASTER-SOC-REGION/relations', { kind: 'participant', other: 'organisation/OVPH', note: 'Först, var och en hos sig' }],
    ['/projects/ASTER-INT-DEF', {
      title: 'Definition av gemensamma begrepp',
      purpose: 'Leds härifrån, men skrivs av dem som har begreppen i sitt arbete, vilket huvudprojekt de än hör till.',
      language: 'sv', kind: 'sub_project', parent: 'ASTER-INT', owner: 'OVPH', contact: 'antti.keskivaara', phase: 'execution', lifecycle: 'ongoing',
      starts_on: '2024-09-09', ends_on: '2026-06-30'
    }],
    ['/projects/ASTER-INT-DEF/relations', { kind: 'participant', other: 'project/ASTER-SOC' }],
    ['/projects/ASTER-INT-DEF/relations', { kind: 'participant', other: 'project/ASTER-HEALTH' }],
    ['/projects/ASTER-INT-DEF/relations', { kind: 'participant', other: 'project/ASTER-SUPP' }],
  ]),
  on('2024-09-09', 'portfolio', [
    ['/projects/ASTER-SOC-JOINT/relations', { kind: 'participant', other: 'organisation/OVPH', note: 'Därefter, vid samma bord' }],
    ['/projects/ASTER-SOC-JOINT/relations', { kind: 'participant', other: 'organisation/INSJOLANDET', note: 'Därefter, vid samma bord' }],
    ['/projects/ASTER-SOC-JOINT/relations', { kind: 'participant', other: 'organisation/MELLANBYGDEN', note: 'Därefter, vid samma bord' }],
    ['/projects/ASTER-SOC-JOINT/relations', { kind: 'participant', other: 'organisation/SKARGARDEN', note: 'Därefter, vid samma bord' }],
    ['/projects/ASTER-SOC-JOINT/relations', { kind: 'supplier', other: 'organisation/KLINIKSYSTEM', note: 'Deltar i arbetet' }],
  ]),
  on('2024-09-10', 'johanna.nyfors', [
    ['/projects/ASTER-TECH/people', { role: 'expert', organisation: 'OVPH', holder_body: 'ASTER-SAK' }],
    ['/bodies/ASTER-SAK/headcounts', { people: 54, organisation: 'VASA-CS', profession: 'Läkare' }],
    ['/bodies/ASTER-SAK/headcounts', { people: 120, organisation: 'VASA-CS', profession: 'Sjukskötare' }],
    ['/bodies/ASTER-SAK/headcounts', { people: 76, organisation: 'OVPH-HEMVARD', profession: 'Närvårdare' }],
    ['/bodies/ASTER-SAK/headcounts', { people: 41, organisation: 'OVPH-FAMILJ', profession: 'Socialarbetare' }],
    ['/bodies/ASTER-BEDOMNING', {
      name: 'Gruppen för gemensam bedömning', kind: 'project_group', mandate: 'Går igenom båda sidornas processer och föreslår ett arbetssätt.',
      project: 'ASTER-INT', organisation: 'OVPH', language: 'sv'
    }],
    ['/projects/ASTER-ESERV/interfaces/Bedömning av vård- och servicebehov', {
      projects: ['ASTER-INT', 'ASTER-SOC', 'ASTER-HEALTH'], owner: 'antti.keskivaara', handled_by: 'ASTER-BEDOMNING'
    }],
    ['/projects/ASTER-HEALTH/interfaces/Remisser till specialsjukvården', { projects: ['ASTER-INT', 'ASTER-SUPP'], owner: 'annika.rosenblad' }],
    ['/projects/ASTER-HEALTH/interfaces/Statistik om besök', { owner: 'tuomas.yliharju' }],
    ['/projects/ASTER-TECH/interfaces', { title: 'Kopplingar mellan systemen', state: 'being_worked_on', projects: ['ASTER-INT'] }],
    ['/projects/ASTER-TECH/interfaces', { title: 'Beställningar och svar', state: 'being_worked_on', projects: ['ASTER-SUPP'] }],
    ['/projects/ASTER-TECH/interfaces', { title: 'Klientens uppgifter och arkivet', state: 'identified', projects: ['ASTER-SOC'] }],
    ['/projects/ASTER-TECH/interfaces', { title: 'Apparater vid sängen', state: 'identified', projects: ['ASTER-HEALTH'] }],
    ['/projects/ASTER-TECH/interfaces', { title: 'Datalagrets källor', state: 'agreed', projects: ['ASTER-REPORT'], owner: 'ville.hautakorpi' }],
    ['/projects/ASTER-TECH/interfaces', { title: 'Inloggning och ombud', state: 'identified', projects: ['ASTER-ESERV'] }],
  ]),
  on('2024-09-10 10:00', 'portfolio', [
    ['/organisations/ASTER-ARKITEKTUR', { name: 'Arkitektur', kind: 'unit', parent: 'ASTER-JOINT', language: 'sv' }],
    ['/organisations/ASTER-KOMMUNIKATION', { name: 'Kommunikation', kind: 'unit', parent: 'ASTER-JOINT', language: 'sv' }],
    ['/organisations/ASTER-ARKITEKTUR/relations', { kind: 'supports', other: 'project/ASTER' }],
    ['/organisations/ASTER-KOMMUNIKATION/relations', { kind: 'supports', other: 'project/ASTER' }],
    ['/roles/change_manager', { name: 'Change manager', position: 125 }],
    ['/roles/change_manager/labels', { language: 'sv', label: 'Förändringsledare' }],
    ['/roles/change_manager/labels', { language: 'fi', label: 'Muutosjohtaja' }],
    ['/roles/change_manager/labels', { language: 'nb', label: 'Endringsleder' }],
  ]),
  on('2024-09-10 11:00', 'johanna.nyfors', [
    ['/bodies/ASTER-STOD', {
      name: 'Stödet till huvudprojekten', kind: 'support_function', mandate: 'Hjälper alla huvudprojekt med det som ingen av dem ska göra ensam.',
      project: 'ASTER', organisation: 'ASTER-JOINT', language: 'sv'
    }],
    ['/bodies/ASTER-STOD/relations', { kind: 'supports', other: 'project/ASTER' }],
    ['/bodies/ASTER-STOD/people', { role: 'change_manager', person: 'pketola', organisation: 'ASTER-FORANDRING', starts_on: '2024-09-02' }],
    ['/bodies/ASTER-STOD/people', { role: 'expert', holder_organisation: 'ASTER-ARKITEKTUR', topic: 'Arkitektur' }],
    ['/bodies/ASTER-STOD/people', { role: 'expert', holder_organisation: 'ASTER-TESTNING', topic: 'Testning' }],
    ['/bodies/ASTER-STOD/people', { role: 'expert', holder_organisation: 'ASTER-UTBILDNING', topic: 'Utbildning' }],
    ['/bodies/ASTER-STOD/people', { role: 'expert', holder_organisation: 'ASTER-KOMMUNIKATION', topic: 'Kommunikation' }],
  ]),
  on('2025-03-17', 'johanna.nyfors', [
    ['/projects/ASTER-ESERV/content-areas/Mottagning', {
      description: 'Boka, avboka och flytta en tid, på båda språken.\n\nAnmälan vid ankomst hör hit; betalning gör det inte längre.'
    }],
  ]),
];
