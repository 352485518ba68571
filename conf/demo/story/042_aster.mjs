// Ostrobothnia’s programme Aster, from 2024: six main projects and one that supports them, mirrored in the counties around it. What happened
// then, until the autumn of 2026.
import { on, report } from '../telling.mjs';

export default [
  on('2024-09-02', 'portfolio', [
    ['/projects/ASTER-INT-NEED', {
      title: 'Bedömning av vård- och servicebehov', purpose: 'Går igenom processerna på båda sidor och beskriver ett gemensamt sätt att bedöma.',
      language: 'sv', kind: 'working_group', parent: 'ASTER-INT', owner: 'OVPH', contact: 'antti.keskivaara', phase: 'execution',
      lifecycle: 'ongoing', starts_on: '2024-09-02', ends_on: '2026-12-31'
    }],
    ['/projects/ASTER-INT-REF', {
      title: 'Remisser och svar', purpose: 'En remiss följer kunden hela vägen.', language: 'sv', kind: 'sub_project', parent: 'ASTER-INT',
      owner: 'OVPH', phase: 'planning', lifecycle: 'planned', starts_on: '2024-09-02', ends_on: '2027-03-31'
    }],
    ['/projects/ASTER-SUPP-LAB', {
      title: 'Laboratorium och bilddiagnostik', purpose: 'Beställningar och svar utan pappersmellanled.', language: 'sv', kind: 'sub_project',
      parent: 'ASTER-SUPP', owner: 'OVPH', contact: 'camilla.bjorkskog', phase: 'execution', lifecycle: 'ongoing', starts_on: '2024-09-02',
      ends_on: '2026-11-30'
    }],
    ['/projects/ASTER-SUPP-MED', {
      title: 'Läkemedelsförsörjning', purpose: 'Från ordination till avdelningens läkemedelsskåp.', language: 'sv', kind: 'working_group',
      parent: 'ASTER-SUPP', owner: 'OVPH', phase: 'planning', lifecycle: 'on_hold', starts_on: '2024-09-02', ends_on: '2027-04-30'
    }],
    ['/projects/ASTER-SOC-CHILD', {
      title: 'Barnskydd och familjearbete', purpose: 'Anmälan, bedömning och beslut i barnskyddet.', language: 'sv', kind: 'sub_project',
      parent: 'ASTER-SOC', owner: 'OVPH', contact: 'petri.lehtomaa', phase: 'execution', lifecycle: 'ongoing', starts_on: '2024-09-02',
      ends_on: '2027-02-28'
    }],
    ['/projects/ASTER-SOC-ELDER', {
      title: 'Äldreomsorgens planer', purpose: 'En plan i stället för tre.', language: 'sv', kind: 'working_group', parent: 'ASTER-SOC',
      owner: 'OVPH', phase: 'concept', lifecycle: 'planned', starts_on: '2024-09-02', ends_on: '2027-05-31'
    }],
    ['/projects/ASTER-HEALTH-MED', {
      title: 'Läkemedelsbehandling', purpose: 'Ordination, utdelning och kontroll vid sängen.', language: 'sv', kind: 'sub_project',
      parent: 'ASTER-HEALTH', owner: 'OVPH', contact: 'annika.rosenblad', phase: 'execution', lifecycle: 'ongoing', starts_on: '2024-09-02',
      ends_on: '2027-03-31'
    }],
    ['/projects/ASTER-HEALTH-SURG', {
      title: 'Operation och anestesi', purpose: 'Planering av operationssalarna och dokumentation under ingreppet.', language: 'sv',
      kind: 'working_group', parent: 'ASTER-HEALTH', owner: 'OVPH', contact: 'annika.rosenblad', phase: 'closing', lifecycle: 'closed',
      starts_on: '2024-09-02', ends_on: '2026-06-30'
    }],
    ['/projects/ASTER-ESERV-BOOK', {
      title: 'Tidsbokning på två språk', purpose: 'Samma tider och samma text på svenska och finska.', language: 'sv', kind: 'sub_project',
      parent: 'ASTER-ESERV', owner: 'OVPH', contact: 'elin.storgard', phase: 'execution', lifecycle: 'ongoing', starts_on: '2024-09-02',
      ends_on: '2026-12-15'
    }],
    ['/projects/ASTER-TECH-MIG', {
      title: 'Flytt av uppgifter', purpose: 'Uppgifter ur sju äldre system prövas, rättas och flyttas.', language: 'sv', kind: 'sub_project',
      parent: 'ASTER-TECH', owner: 'OVPH', contact: 'ville.hautakorpi', phase: 'execution', lifecycle: 'ongoing', starts_on: '2024-09-02',
      ends_on: '2027-05-31'
    }],
    ['/projects/ASTER-TECH-TEST', {
      title: 'Testning', purpose: 'Gemensamma testfall som varje huvudprojekt fyller på.', language: 'sv', kind: 'working_group',
      parent: 'ASTER-TECH', owner: 'OVPH', contact: 'kristoffer.sandvik', phase: 'execution', lifecycle: 'ongoing', starts_on: '2024-09-02',
      ends_on: '2027-08-31'
    }],
    ['/bodies/ASTER-STEER', {
      name: 'Styrgruppen för Aster Bothnia', kind: 'steering_group', project: 'ASTER', organisation: 'OVPH', language: 'sv'
    }],
    ['/bodies/ASTER-PROG', {
      name: 'Programgruppen för Aster Bothnia', kind: 'programme_group', project: 'ASTER', organisation: 'ASTER-JOINT', language: 'sv'
    }],
    ['/bodies/ASTER-ARK', {
      name: 'Arkitekturrådet', kind: 'architecture_council', project: 'ASTER-TECH', organisation: 'ASTER-JOINT', language: 'sv'
    }],
    ['/projects/ASTER/aliases', { alias: 'Aster Botnia' }],
    ['/projects/ASTER/aliases', { alias: 'Aster' }],
    ['/projects/ASTER-INT/aliases', { alias: 'Social- och hälsovårdens integration' }],
    ['/projects/ASTER-REPORT/aliases', { alias: 'Kunskapsledning' }],
    ['/projects/ASTER/relations', { kind: 'client', other: 'organisation/OVPH' }],
    ['/projects/ASTER/relations', { kind: 'client', other: 'organisation/INSJOLANDET' }],
    ['/projects/ASTER/relations', { kind: 'client', other: 'organisation/MELLANBYGDEN' }],
    ['/projects/ASTER/relations', { kind: 'client', other: 'organisation/SKARGARDEN' }],
    ['/projects/ASTER/relations', { kind: 'joint', other: 'organisation/ASTER-JOINT' }],
    ['/projects/ASTER/relations', { kind: 'supplier', other: 'organisation/KLINIKSYSTEM' }],
    ['/projects/ASTER-INT/relations', { kind: 'client', other: 'organisation/OVPH' }],
    ['/projects/ASTER-INT/relations', { kind: 'client', other: 'organisation/INSJOLANDET' }],
    ['/projects/ASTER-INT/relations', { kind: 'client', other: 'organisation/MELLANBYGDEN' }],
    ['/projects/ASTER-INT/relations', { kind: 'client', other: 'organisation/SKARGARDEN' }],
    ['/projects/ASTER-INT/relations', { kind: 'joint', other: 'organisation/ASTER-JOINT' }],
    ['/projects/ASTER-INT/relations', { kind: 'supplier', other: 'organisation/KLINIKSYSTEM' }],
    ['/projects/ASTER-SUPP/relations', { kind: 'client', other: 'organisation/OVPH' }],
    ['/projects/ASTER-SUPP/relations', { kind: 'client', other: 'organisation/INSJOLANDET' }],
    ['/projects/ASTER-SUPP/relations', { kind: 'client', other: 'organisation/MELLANBYGDEN' }],
    ['/projects/ASTER-SUPP/relations', { kind: 'client', other: 'organisation/SKARGARDEN' }],
    ['/projects/ASTER-SUPP/relations', { kind: 'joint', other: 'organisation/ASTER-JOINT' }],
    ['/projects/ASTER-SUPP/relations', { kind: 'supplier', other: 'organisation/KLINIKSYSTEM' }],
    ['/projects/ASTER-SOC/relations', { kind: 'client', other: 'organisation/OVPH' }],
    ['/projects/ASTER-SOC/relations', { kind: 'client', other: 'organisation/INSJOLANDET' }],
    ['/projects/ASTER-SOC/relations', { kind: 'client', other: 'organisation/MELLANBYGDEN' }],
    ['/projects/ASTER-SOC/relations', { kind: 'client', other: 'organisation/SKARGARDEN' }],
    ['/projects/ASTER-SOC/relations', { kind: 'joint', other: 'organisation/ASTER-JOINT' }],
    ['/projects/ASTER-SOC/relations', { kind: 'supplier', other: 'organisation/KLINIKSYSTEM' }],
    ['/projects/ASTER-HEALTH/relations', { kind: 'client', other: 'organisation/OVPH' }],
    ['/projects/ASTER-HEALTH/relations', { kind: 'client', other: 'organisation/INSJOLANDET' }],
    ['/projects/ASTER-HEALTH/relations', { kind: 'client', other: 'organisation/MELLANBYGDEN' }],
    ['/projects/ASTER-HEALTH/relations', { kind: 'client', other: 'organisation/SKARGARDEN' }],
    ['/projects/ASTER-HEALTH/relations', { kind: 'joint', other: 'organisation/ASTER-JOINT' }],
    ['/projects/ASTER-HEALTH/relations', { kind: 'supplier', other: 'organisation/KLINIKSYSTEM' }],
    ['/projects/ASTER-REPORT/relations', { kind: 'client', other: 'organisation/OVPH' }],
    ['/projects/ASTER-REPORT/relations', { kind: 'client', other: 'organisation/INSJOLANDET' }],
    ['/projects/ASTER-REPORT/relations', { kind: 'client', other: 'organisation/MELLANBYGDEN' }],
    ['/projects/ASTER-REPORT/relations', { kind: 'client', other: 'organisation/SKARGARDEN' }],
    ['/projects/ASTER-REPORT/relations', { kind: 'joint', other: 'organisation/ASTER-JOINT' }],
    ['/projects/ASTER-REPORT/relations', { kind: 'supplier', other: 'organisation/KLINIKSYSTEM' }],
    ['/projects/ASTER-ESERV/relations', { kind: 'client', other: 'organisation/OVPH' }],
    ['/projects/ASTER-ESERV/relations', { kind: 'client', other: 'organisation/INSJOLANDET' }],
    ['/projects/ASTER-ESERV/relations', { kind: 'client', other: 'organisation/MELLANBYGDEN' }],
    ['/projects/ASTER-ESERV/relations', { kind: 'client', other: 'organisation/SKARGARDEN' }],
    ['/projects/ASTER-ESERV/relations', { kind: 'joint', other: 'organisation/ASTER-JOINT' }],
    ['/projects/ASTER-ESERV/relations', { kind: 'supplier', other: 'organisation/KLINIKSYSTEM' }],
    ['/projects/ASTER-TECH/relations', { kind: 'client', other: 'organisation/OVPH' }],
    ['/projects/ASTER-TECH/relations', { kind: 'client', other: 'organisation/INSJOLANDET' }],
    ['/projects/ASTER-TECH/relations', { kind: 'client', other: 'organisation/MELLANBYGDEN' }],
    ['/projects/ASTER-TECH/relations', { kind: 'client', other: 'organisation/SKARGARDEN' }],
    ['/projects/ASTER-TECH/relations', { kind: 'joint', other: 'organisation/ASTER-JOINT' }],
    ['/projects/ASTER-TECH/relations', { kind: 'supplier', other: 'organisation/KLINIKSYSTEM' }],
    ['/projects/ASTER/people', { role: 'programme_manager', person: 'johanna.nyfors', organisation: 'OVPH', starts_on: '2024-01-15' }],
    ['/projects/ASTER/people', { role: 'project_director', person: 'hsundell', organisation: 'ASTER-JOINT', starts_on: '2024-01-15' }],
    ['/projects/ASTER/people', { role: 'steering_chair', person: 'steering', organisation: 'OVPH', body: 'ASTER-STEER', starts_on: '2024-01-15' }],
    ['/projects/ASTER/people', {
      role: 'steering_member', person: 'lnygard', organisation: 'INSJOLANDET', body: 'ASTER-STEER', starts_on: '2024-01-15'
    }],
    ['/projects/ASTER/people', {
      role: 'steering_member', person: 'jostman', organisation: 'MELLANBYGDEN', body: 'ASTER-STEER', starts_on: '2024-01-15'
    }],
    ['/projects/ASTER/people', { role: 'steering_member', organisation: 'SKARGARDEN', body: 'ASTER-STEER', starts_on: '2024-01-15' }],
    ['/projects/ASTER-TECH/people', {
      role: 'expert', person: 'kristoffer.sandvik', organisation: 'ASTER-JOINT', body: 'ASTER-ARK', starts_on: '2024-01-15'
    }],
    ['/projects/ASTER-TECH/people', { role: 'expert', organisation: 'INSJOLANDET', body: 'ASTER-ARK', starts_on: '2024-01-15' }],
    ['/projects/ASTER-INT/people', {
      role: 'project_manager', person: 'antti.keskivaara', organisation: 'OVPH', starts_on: '2024-03-01', project_time_only: true
    }],
    ['/projects/ASTER-INT/people', {
      role: 'project_manager', person: 'lnygard', organisation: 'INSJOLANDET', starts_on: '2024-03-01', project_time_only: true
    }],
    ['/projects/ASTER-INT/people', {
      role: 'project_manager', person: 'ehaggblom', organisation: 'MELLANBYGDEN', starts_on: '2024-03-01', project_time_only: true
    }],
    ['/projects/ASTER-INT/people', {
      role: 'project_manager', person: 'mwiklund', organisation: 'SKARGARDEN', starts_on: '2024-03-01', project_time_only: true
    }],
    ['/projects/ASTER-INT/people', { role: 'product_owner', person: 'rlassus', organisation: 'ASTER-JOINT', starts_on: '2024-03-01' }],
    ['/projects/ASTER-SUPP/people', {
      role: 'project_manager', person: 'camilla.bjorkskog', organisation: 'OVPH', starts_on: '2024-03-01', project_time_only: true
    }],
    ['/projects/ASTER-SUPP/people', {
      role: 'project_manager', person: 'tbackholm', organisation: 'INSJOLANDET', starts_on: '2024-03-01', project_time_only: true
    }],
    ['/projects/ASTER-SUPP/people', {
      role: 'project_manager', person: 'ehaggblom', organisation: 'MELLANBYGDEN', starts_on: '2024-03-01', project_time_only: true
    }],
    ['/projects/ASTER-SUPP/people', { role: 'project_manager', organisation: 'SKARGARDEN', starts_on: '2024-03-01', project_time_only: true }],
    ['/projects/ASTER-SUPP/people', { role: 'product_owner', person: 'pketola', organisation: 'ASTER-JOINT', starts_on: '2024-03-01' }],
    ['/projects/ASTER-SOC/people', {
      role: 'project_manager', person: 'petri.lehtomaa', organisation: 'OVPH', starts_on: '2024-03-01', project_time_only: true
    }],
    ['/projects/ASTER-SOC/people', {
      role: 'project_manager', person: 'lnygard', organisation: 'INSJOLANDET', starts_on: '2024-03-01', project_time_only: true
    }],
    ['/projects/ASTER-SOC/people', {
      role: 'project_manager', person: 'ehaggblom', organisation: 'MELLANBYGDEN', starts_on: '2024-03-01', project_time_only: true
    }],
    ['/projects/ASTER-SOC/people', {
      role: 'project_manager', person: 'kkronholm', organisation: 'SKARGARDEN', starts_on: '2024-03-01', project_time_only: true
    }],
    ['/projects/ASTER-SOC/people', { role: 'product_owner', person: 'sanna.peltokallio', organisation: 'ASTER-JOINT', starts_on: '2024-03-01' }],
    ['/projects/ASTER-HEALTH/people', {
      role: 'project_manager', person: 'annika.rosenblad', organisation: 'OVPH', starts_on: '2024-03-01', project_time_only: true
    }],
    ['/projects/ASTER-HEALTH/people', {
      role: 'project_manager', person: 'tbackholm', organisation: 'INSJOLANDET', starts_on: '2024-03-01', project_time_only: true
    }],
    ['/projects/ASTER-HEALTH/people', {
      role: 'project_manager', person: 'jostman', organisation: 'MELLANBYGDEN', starts_on: '2024-03-01', project_time_only: true
    }],
    ['/projects/ASTER-HEALTH/people', {
      role: 'project_manager', person: 'mwiklund', organisation: 'SKARGARDEN', starts_on: '2024-03-01', project_time_only: true
    }],
    ['/projects/ASTER-HEALTH/people', { role: 'product_owner', person: 'marika.westerholm', organisation: 'ASTER-JOINT', starts_on: '2024-03-01' }],
    ['/projects/ASTER-REPORT/people', {
      role: 'project_manager', person: 'tuomas.yliharju', organisation: 'OVPH', starts_on: '2024-03-01', project_time_only: true
    }],
    ['/projects/ASTER-REPORT/people', { role: 'project_manager', organisation: 'INSJOLANDET', starts_on: '2024-03-01', project_time_only: true }],
    ['/projects/ASTER-REPORT/people', {
      role: 'project_manager', person: 'jostman', organisation: 'MELLANBYGDEN', starts_on: '2024-03-01', project_time_only: true
    }],
    ['/projects/ASTER-REPORT/people', {
      role: 'project_manager', person: 'kkronholm', organisation: 'SKARGARDEN', starts_on: '2024-03-01', project_time_only: true
    }],
    ['/projects/ASTER-REPORT/people', { role: 'product_owner', organisation: 'ASTER-JOINT', starts_on: '2024-03-01' }],
    ['/projects/ASTER-ESERV/people', {
      role: 'project_manager', person: 'elin.storgard', organisation: 'OVPH', starts_on: '2024-03-01', project_time_only: true
    }],
    ['/projects/ASTER-ESERV/people', {
      role: 'project_manager', person: 'lnygard', organisation: 'INSJOLANDET', starts_on: '2024-03-01', project_time_only: true
    }],
    ['/projects/ASTER-ESERV/people', { role: 'project_manager', organisation: 'MELLANBYGDEN', starts_on: '2024-03-01', project_time_only: true }],
    ['/projects/ASTER-ESERV/people', {
      role: 'project_manager', person: 'kkronholm', organisation: 'SKARGARDEN', starts_on: '2024-03-01', project_time_only: true
    }],
    ['/projects/ASTER-ESERV/people', { role: 'product_owner', person: 'rlassus', organisation: 'ASTER-JOINT', starts_on: '2024-03-01' }],
    ['/projects/ASTER-TECH/people', {
      role: 'project_manager', person: 'ville.hautakorpi', organisation: 'OVPH', starts_on: '2024-03-01', project_time_only: true
    }],
    ['/projects/ASTER-TECH/people', {
      role: 'project_manager', person: 'tbackholm', organisation: 'INSJOLANDET', starts_on: '2024-03-01', project_time_only: true
    }],
    ['/projects/ASTER-TECH/people', {
      role: 'project_manager', person: 'jostman', organisation: 'MELLANBYGDEN', starts_on: '2024-03-01', project_time_only: true
    }],
    ['/projects/ASTER-TECH/people', {
      role: 'project_manager', person: 'mwiklund', organisation: 'SKARGARDEN', starts_on: '2024-03-01', project_time_only: true
    }],
    ['/projects/ASTER-TECH/people', { role: 'product_owner', person: 'kristoffer.sandvik', organisation: 'ASTER-JOINT', starts_on: '2024-03-01' }],
    ['/projects/ASTER-INT-NEED/people', {
      role: 'expert', person: 'petri.lehtomaa', organisation: 'OVPH', starts_on: '2024-09-02', project_time_only: true
    }],
    ['/projects/ASTER-INT-NEED/people', {
      role: 'expert', person: 'annika.rosenblad', organisation: 'OVPH', starts_on: '2024-09-02', project_time_only: true
    }],
    ['/projects/ASTER-SUPP-LAB/people', { role: 'expert', organisation: 'OVPH', starts_on: '2024-09-02', project_time_only: true }],
    ['/projects/ASTER-SOC-CHILD/people', {
      role: 'expert', person: 'sanna.peltokallio', organisation: 'OVPH', starts_on: '2024-09-02', project_time_only: true
    }],
    ['/projects/ASTER-TECH-TEST/people', {
      role: 'expert', person: 'marika.westerholm', organisation: 'OVPH', starts_on: '2024-09-02', project_time_only: true
    }],
    ['/projects/ASTER/sections', {
      kind: 'background', heading: 'Bakgrund',
      body: 'Området har sju system som inte talar med varandra, och det äldsta är från nittiotalet. Fyra beställare har därför gått samman ' +
        'om ett nytt.\n\nArbetet är delat i sex huvudprojekt. Ett tekniskt projekt stöder dem alla.',
      position: 10, language: 'sv'
    }],
    ['/projects/ASTER/sections', {
      kind: 'organisation', heading: 'Så är arbetet ordnat',
      body: 'Varje huvudprojekt leds av en projektchef, och indelningen är likadan hos alla beställare. I den gemensamma organisationen är ' +
        '**produktägaren** projektchefens motsvarighet.\n\n- Det regionala förbereds i regionens egna underprojekt och arbetsgrupper.\n- Det ' +
        'gemensamma avgörs i grupper där leverantören är med.\n- Sakkunniga inom social- och hälsovården deltar i varje grupp.',
      position: 20, language: 'sv'
    }],
    ['/projects/ASTER/sections', {
      kind: 'other', heading: 'Stödfunktioner',
      body: 'Förändringsledning, arkitektur, testning, utbildning och kommunikation betjänar alla huvudprojekt. Den som behöver dem bokar ' +
        'tid hos den gemensamma organisationen.',
      position: 30, language: 'sv'
    }],
    ['/projects/ASTER/sections', {
      kind: 'evaluation', heading: 'Hur vi vet att det går bra',
      body: 'Tre mått följs varje kvartal: andelen uppgifter som skrivs bara en gång, tiden från remiss till svar, och hur många som fått ' +
        'utbildning före sin egen start.',
      position: 40, language: 'sv'
    }],
    ['/projects/ASTER-INT/sections', {
      kind: 'interfaces', heading: 'Gränssnitt mot de andra huvudprojekten',
      body: 'Bedömningen av vård- och servicebehovet delas med socialvården och hälsovården. Remisser delas med stödtjänsterna. Alla tre ' +
        'gränssnitt ägs av integrationens projektchef.',
      position: 10, language: 'sv'
    }],
    ['/projects/ASTER-SOC/sections', {
      kind: 'interfaces', heading: 'Gränssnitt',
      body: 'Bedömningen av servicebehov görs tillsammans med hälsovården; beslutsmallar och avgifter delas med rapporteringen.', position: 10,
      language: 'sv'
    }],
    ['/projects/ASTER-TECH/sections', {
      kind: 'basic_idea', heading: 'Grundtanken',
      body: 'Så få system som möjligt, så få egna anpassningar som möjligt, och ett enda ställe där en ny koppling beskrivs innan den byggs.',
      position: 10, language: 'sv'
    }],
  ]),
  on('2024-09-03', 'portfolio', [
    ['/organisations/ASTER-FORANDRING', { name: 'Förändringsledning', kind: 'unit', parent: 'ASTER-JOINT', language: 'sv' }],
    ['/organisations/ASTER-UTBILDNING', { name: 'Utbildning', kind: 'unit', parent: 'ASTER-JOINT', language: 'sv' }],
    ['/organisations/ASTER-TESTNING', { name: 'Testning', kind: 'unit', parent: 'ASTER-JOINT', language: 'sv' }],
  ]),
  on('2024-09-03', 'johanna.nyfors', [
    ['/bodies/ASTER-SAK', {
      name: 'Områdets sakkunniga', kind: 'expert_group', mandate: 'Deltar i alla huvudprojekt, var och en inom sitt yrke.', project: 'ASTER',
      organisation: 'OVPH', language: 'sv'
    }],
    ['/projects/ASTER-TECH/relations', { kind: 'supports', other: 'project/ASTER-INT' }],
    ['/projects/ASTER-TECH/relations', { kind: 'supports', other: 'project/ASTER-SUPP' }],
    ['/projects/ASTER-TECH/relations', { kind: 'supports', other: 'project/ASTER-SOC' }],
    ['/projects/ASTER-TECH/relations', { kind: 'supports', other: 'project/ASTER-HEALTH' }],
    ['/projects/ASTER-TECH/relations', { kind: 'supports', other: 'project/ASTER-REPORT' }],
    ['/projects/ASTER-TECH/relations', { kind: 'supports', other: 'project/ASTER-ESERV' }],
  ]),
  on('2024-09-03', 'portfolio', [
    ['/organisations/ASTER-FORANDRING/relations', { kind: 'supports', other: 'project/ASTER' }],
    ['/organisations/ASTER-UTBILDNING/relations', { kind: 'supports', other: 'project/ASTER' }],
    ['/organisations/ASTER-TESTNING/relations', { kind: 'supports', other: 'project/ASTER' }],
  ]),
  on('2024-09-03', 'johanna.nyfors', [
    ['/projects/ASTER-ESERV/people', { role: 'expert', organisation: 'OVPH', holder_body: 'ASTER-SAK' }],
    ['/projects/ASTER-HEALTH/people', { role: 'expert', organisation: 'OVPH', holder_body: 'ASTER-SAK' }],
    ['/projects/ASTER-INT/people', { role: 'expert', organisation: 'OVPH', holder_body: 'ASTER-SAK' }],
    ['/projects/ASTER-REPORT/people', { role: 'expert', organisation: 'OVPH', holder_body: 'ASTER-SAK' }],
    ['/projects/ASTER-SOC/people', { role: 'expert', organisation: 'OVPH', holder_body: 'ASTER-SAK' }],
    ['/projects/ASTER-SUPP/people', { role: 'expert', organisation: 'OVPH', holder_body: 'ASTER-SAK' }],
  ]),
  report('ASTER', '2024-09-16', 'johanna.nyfors', {
    status_label: 'as_planned', light: 'green',
    summary: 'Upphandlingen är inne på sista förhandlingen och huvudprojekten har fått sina projektchefer.', delay_weeks: 0,
    going_well: 'Stort intresse bland sakkunniga.', coming_next: 'Avtalet läggs fram i november.', risk_level: 'medium', lights: 'gggggg'
  }, 'johanna.nyfors'),
  report('ASTER-TECH', '2024-10-14', 'ville.hautakorpi', {
    status_label: 'as_planned', light: 'green', summary: 'Målarkitekturen har gått en runda hos alla beställare.', delay_weeks: 0,
    going_well: 'Antalet egna anpassningar har halverats.', coming_next: 'Beslut i arkitekturrådet i december.', risk_level: 'low', lights: 'gggggg'
  }, 'johanna.nyfors'),
  on('2024-11-27', 'johanna.nyfors', [
    ['/projects/ASTER/deliverables/P1', { finished: true, delivered_on: '2024-11-27' }],
  ]),
  on('2024-12-10', 'johanna.nyfors', [
    ['/projects/ASTER-TECH/deliverables/T1', { finished: true, delivered_on: '2024-12-12' }],
    ['/projects/ASTER/milestones/BP3 Beslut om genomförande', { reached_on: '2024-12-10', comment: 'Enhälligt beslut.' }],
  ]),
  report('ASTER', '2025-01-20', 'johanna.nyfors', {
    status_label: 'as_planned', light: 'green', summary: 'Avtalet är undertecknat av alla fyra beställare och genomförandet har börjat.',
    delay_weeks: 0, going_well: 'Leverantören är på plats med eget kontor i Vasa.', coming_next: 'Arbetsgrupperna bildas före påsk.',
    risk_level: 'medium', lights: 'gggggg'
  }, 'johanna.nyfors'),
  report('ASTER-SOC', '2025-02-10', 'petri.lehtomaa', {
    status_label: 'as_planned', light: 'green', summary: 'Fem av nitton klientprocesser är beskrivna.', delay_weeks: 0,
    going_well: 'Kommunernas olika mallar har samlats in.', coming_next: 'Barnskyddet tas i mars.', risk_level: 'low', lights: 'gggggg'
  }, 'johanna.nyfors'),
  report('ASTER-HEALTH', '2025-02-17', 'annika.rosenblad', {
    status_label: 'as_planned', light: 'green', summary: 'Mottagningarna har ritat sina flöden på väggen och kommit fram till ett gemensamt.',
    delay_weeks: 0, going_well: 'Läkarna deltar mer än väntat.', coming_next: 'Läkemedelsgruppen bildas.', risk_level: 'medium', lights: 'gggggg'
  }, 'johanna.nyfors'),
  report('ASTER-INT', '2025-03-10', 'antti.keskivaara', {
    status_label: 'as_planned', light: 'green', summary: 'Arbetsgruppen för bedömning har enats om vilka frågor som är gemensamma.', delay_weeks: 0,
    going_well: 'Socialvården och hälsovården sitter vid samma bord.', coming_next: 'Juridisk genomgång.', risk_level: 'medium', lights: 'gggygg'
  }, 'johanna.nyfors'),
  report('ASTER-SUPP', '2025-04-07', 'camilla.bjorkskog', {
    status_label: 'as_planned', light: 'green', summary: 'Beställningsrutinerna är kartlagda på laboratorium och röntgen.', delay_weeks: 0,
    going_well: 'Samma provkoder används redan.', coming_next: 'Bygget börjar efter sommaren.', risk_level: 'low', lights: 'gggggg'
  }, 'johanna.nyfors'),
  on('2025-06-27', 'ville.hautakorpi', [
    ['/projects/ASTER-TECH/deliverables/T2', { finished: true, delivered_on: '2025-06-27' }],
  ]),
  report('ASTER', '2025-08-25', 'johanna.nyfors', {
    status_label: 'minor_deviation', light: 'yellow',
    summary: 'Testmiljön är öppen för alla beställare. Arbetssätten är beskrivna till två tredjedelar, vilket är något mindre än planerat.',
    delay_weeks: 3, causes: 'Semestrarna tömde flera grupper samtidigt.', going_well: 'Programgruppen fattar beslut samma vecka som frågan väcks.',
    coming_next: 'Höstens grupper bemannas på nytt.', risk_level: 'medium', lights: 'yggggg'
  }, 'johanna.nyfors'),
  report('ASTER-REPORT', '2025-10-06', 'tuomas.yliharju', {
    status_label: 'as_planned', light: 'green', summary: 'Av 340 rapporter har 90 en ägare som vill behålla dem.', delay_weeks: 0,
    going_well: 'Mycket kan tas bort.', coming_next: 'Listan fastställs i november.', risk_level: 'medium', lights: 'gggggg'
  }, 'johanna.nyfors'),
  on('2025-10-28', 'johanna.nyfors', [
    ['/projects/ASTER-SOC/deliverables/O1', { finished: true, delivered_on: '2025-10-06' }],
    ['/projects/ASTER-HEALTH/deliverables/H1', { finished: true, delivered_on: '2025-10-28' }],
  ]),
  report('ASTER-ESERV', '2025-11-10', 'elin.storgard', {
    status_label: 'as_planned', light: 'green', summary: 'Trettio invånare har hjälpt oss att välja ord på två språk.', delay_weeks: 0,
    going_well: 'Svenska och finska skrivs samtidigt, inget översätts efteråt.', coming_next: 'Bokningens första skärmbilder.', risk_level: 'low',
    lights: 'gggggg'
  }, 'johanna.nyfors'),
  report('ASTER-TECH', '2025-12-01', 'ville.hautakorpi', {
    status_label: 'minor_deviation', light: 'yellow',
    summary: 'Fälten i de gamla systemen har använts på fler sätt än väntat, och provflytten kräver mer rättning.', delay_weeks: 3,
    causes: 'Tre av sju system saknar dokumentation.', going_well: 'Verktyget för rättning fungerar.',
    coming_next: 'Första provflytten i mars i stället för februari.', risk_level: 'medium', lights: 'yggyyg'
  }, 'johanna.nyfors'),
  on('2026-01-30', 'johanna.nyfors', [
    ['/projects/ASTER/deliverables/P2', { finished: true, delivered_on: '2026-01-30' }],
    ['/projects/ASTER-REPORT/deliverables/R1', { finished: true, delivered_on: '2026-01-15' }],
    ['/projects/ASTER-TECH/deliverables/T3', { forecast_on: '2026-03-27' }],
  ]),
  report('ASTER', '2026-02-09', 'johanna.nyfors', {
    status_label: 'minor_deviation', light: 'yellow',
    summary: 'Arbetssätten är godkända en månad efter planen. Utbildningen planeras enhet för enhet.', delay_weeks: 4,
    causes: 'Granskningen på två språk tog längre tid.', going_well: 'Alla beställare står bakom samma beskrivning.',
    coming_next: 'Provflytt och övningsdag under våren.', risk_level: 'medium', lights: 'yggggg'
  }, 'johanna.nyfors'),
  on('2026-04-09', 'ville.hautakorpi', [
    ['/projects/ASTER-TECH/deliverables/T3', { finished: true, delivered_on: '2026-04-09' }],
  ]),
  on('2026-04-09', 'annika.rosenblad', [
    ['/projects/ASTER-HEALTH/milestones/Övningsdag på centralsjukhuset', { reached_on: '2026-04-20', comment: 'Sextio yrkespersoner deltog.' }],
  ]),
  report('ASTER-HEALTH', '2026-05-04', 'annika.rosenblad', {
    status_label: 'minor_deviation', light: 'yellow',
    summary: 'Övningsdagen visade att arbetsflödet håller, men att läkemedelslistorna måste stämmas av tidigare.', delay_weeks: 3,
    causes: 'Listor från tre källor.', going_well: 'Personalen vill börja.', coming_next: 'Avstämning vid varje besök från juni.',
    risk_level: 'medium', lights: 'yggyyg'
  }, 'johanna.nyfors'),
  report('ASTER-SUPP', '2026-05-11', 'camilla.bjorkskog', {
    status_label: 'minor_deviation', light: 'yellow',
    summary: 'Beställningarna går fram i testmiljön, men svaren tappar enheten i vart hundrade fall.', delay_weeks: 4,
    causes: 'Kopplingen blev färdig senare än avtalat.', going_well: 'Röntgen ligger före sin plan.',
    coming_next: 'Ny version från leverantören i juni.', risk_level: 'medium', lights: 'yggggg'
  }, 'johanna.nyfors'),
  on('2026-06-12', 'antti.keskivaara', [
    ['/projects/ASTER-INT/deliverables/I1', { finished: true, delivered_on: '2026-05-20' }],
  ]),
  on('2026-06-12', 'camilla.bjorkskog', [
    ['/projects/ASTER-SUPP/deliverables/S1', { finished: true, delivered_on: '2026-06-12' }],
  ]),
  report('ASTER-INT', '2026-06-15', 'antti.keskivaara', {
    status_label: 'minor_deviation', light: 'yellow', summary: 'Den gemensamma bedömningen är prövad av tre arbetslag och godkänd, sju veckor sent.',
    delay_weeks: 6, causes: 'Den juridiska genomgången tog två varv.', going_well: 'Arbetslagen vill inte gå tillbaka.',
    coming_next: 'Remissflödet i höst.', risk_level: 'medium', lights: 'yggggg'
  }, 'johanna.nyfors'),
  on('2026-08-20', 'johanna.nyfors', [
    ['/projects/ASTER-HEALTH/deliverables/H2', { forecast_on: '2026-11-30' }],
    ['/projects/ASTER-TECH/deliverables/T4', { forecast_on: '2026-12-04' }],
    ['/projects/ASTER/milestones/Utbildningen börjar', { reached_on: '2026-08-20', comment: 'Första kursen fylld.' }],
  ]),
  report('ASTER', '2026-08-31', 'johanna.nyfors', {
    status_label: 'minor_deviation', light: 'yellow',
    summary: 'Utbildningen har börjat. Den andra provflytten hotar första starten, och styrgruppen tar ställning i september.', delay_weeks: 5,
    causes: 'Rättningen av gamla uppgifter går långsamt.', going_well: 'Kurserna är fyllda till jul.',
    coming_next: 'Beslut om första start flyttas till december.', risk_level: 'high', lights: 'ygggry'
  }, 'johanna.nyfors'),
  report('ASTER-SOC', '2026-09-14', 'petri.lehtomaa', {
    status_label: 'as_planned', light: 'green', summary: 'Beslutsmallarna finns på båda språken och juristen har godkänt dem.', delay_weeks: 1,
    going_well: 'Samma mallar används redan i två kommuner.', coming_next: 'Övning med barnskyddet.', risk_level: 'low', lights: 'gggggg'
  }, 'johanna.nyfors'),
  on('2026-09-18', 'johanna.nyfors', [
    ['/projects/ASTER/deliverables/P3', { forecast_on: '2027-01-25' }],
  ]),
  on('2026-09-18', 'petri.lehtomaa', [
    ['/projects/ASTER-SOC/deliverables/O2', { finished: true, delivered_on: '2026-09-04' }],
  ]),
  report('ASTER-REPORT', '2026-10-05', 'tuomas.yliharju', {
    status_label: 'minor_deviation', light: 'yellow',
    summary: 'Datalagret laddas varje natt från två källor. Nya nationella anvisningar ändrar elva rapporter.', delay_weeks: 2,
    causes: 'Anvisningarna kom i september.', going_well: 'Ledningsgruppen använder redan den första vyn.',
    coming_next: 'Anpassa rapporterna före årsskiftet.', risk_level: 'medium', lights: 'ggyggg'
  }, 'johanna.nyfors'),
  report('ASTER-TECH', '2026-10-19', 'ville.hautakorpi', {
    status_label: 'major_deviation', light: 'red',
    summary: 'Den andra provflytten underkändes i läkemedelsdelen. En tredje körning är planerad till början av december.', delay_weeks: 7,
    causes: 'Enheter för styrka skrivs på fem olika sätt i det äldsta systemet.', going_well: 'Socialvårdens uppgifter flyttades utan anmärkning.',
    coming_next: 'Rättning tillsammans med hälsovården.', risk_level: 'high', lights: 'ryyyrg'
  }, 'johanna.nyfors'),
  report('ASTER-HEALTH', '2026-10-26', 'annika.rosenblad', {
    status_label: 'major_deviation', light: 'red',
    summary: 'Läkemedelslistorna kan inte flyttas före december. Avdelningarnas övningar fortsätter med påhittade uppgifter.', delay_weeks: 8,
    causes: 'Provflytten underkändes.', going_well: 'Arbetsflödet på avdelningarna är nästan klart.', coming_next: 'Stickprov varje vecka.',
    risk_level: 'high', lights: 'rgyyrg'
  }, 'johanna.nyfors'),
  report('ASTER-ESERV', '2026-11-02', 'elin.storgard', {
    status_label: 'as_planned', light: 'green', summary: 'Bokningen är prövad på två hälsostationer. Åtta av tio klarade den utan hjälp.',
    delay_weeks: 0, going_well: 'Ingen märkte vilket språk som skrevs först.', coming_next: 'Start den 15 december.', risk_level: 'low',
    lights: 'gggggg'
  }, 'johanna.nyfors'),
  report('ASTER', '2026-11-09', 'johanna.nyfors', {
    status_label: 'minor_deviation', light: 'yellow',
    summary: 'Första starten är flyttad till slutet av januari. Fem av sju huvuddelar går enligt plan; det är flytten av läkemedelsuppgifter ' +
      'som bestämmer takten.',
    decision_needed: 'Ska den första starten ske i januari utan läkemedelslistorna, eller vänta tills de är flyttade?',
    decision_from: 'Styrgruppen', decision_by: '2026-12-08',
    delay_weeks: 10, causes: 'Andra provflytten underkändes.', going_well: 'Utbildningen håller sin plan och får goda betyg.',
    coming_next: 'Styrgruppen beslutar om första start den 8 december.', risk_level: 'high', lights: 'ryggry'
  }, 'johanna.nyfors'),
  on('2026-11-18', 'antti.keskivaara', [
    ['/projects/ASTER-INT/reports', {
      reported_on: '2026-11-18', status_label: 'minor_deviation', light: 'yellow', summary: 'Remissflödet har två oklara mottagare kvar.',
      delay_weeks: 3, risk_level: 'medium'
    }],
  ]),
];
