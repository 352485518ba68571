// foundation.mjs FILE: writes through the foundation's own HTTP API what people may have written (make-foundation.sh), and puts what it
// then answers into FILE: { day, documents, answers: { account: { path: [status, index of document] } } }.
import { writeFileSync } from 'node:fs';
import { ask, paths, visitor, visitors } from './asks.mjs';

const office = await visitor('portfolio');
const leader = await visitor('leader');

async function send(client, method, path, document, version) {
  const answer = await client.json(method, path, document, version ? { 'if-match': `"${version}"` } : {});
  if (![200, 201, 204, 303].includes(answer.status))
    throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
  return answer;
}
const create = async (client, path, document) => JSON.parse((await send(client, 'POST', path, document)).text);
const change = (client, path, version, document) => send(client, 'PATCH', path, document, version);
const remove = (client, path, version) => send(client, 'DELETE', path, undefined, version);

async function correct(client, path, fields) {
  const form = await client.json('GET', '/access.json');
  const answer = await client.form(`${path}/correct`, { _csrf: JSON.parse(form.text).csrf, ...fields });
  if (answer.status !== 303)
    throw new Error(`${path}/correct: ${answer.status} ${answer.text}`);
}

// Texts as old data has them: decomposed letters, markup, an empty last line, signs beyond the basic plane.
await create(office, '/projects', { code: 'NYTT', title: 'Nya va\u030Argården <b>"2027"</b> 😀', purpose: 'Ett & två', language: 'sv', kind: 'project',
  parent: 'JOURNAL', owner: 'NORRSUND', contact: 'galnas', goal: 'NORRSUND-2', segment: 'renew', phase: 'concept', lifecycle: 'planned',
  starts_on: '2027-01-01', ends_on: '2028-12-31', cost_frame: 1234567.89, currency: 'SEK', funding_code: 'A-1', restricted: false });
await create(office, '/projects/NYTT/sections', { kind: 'background', heading: 'Bakgrund', body: '# Rubrik\n\n- ett\n- två\n\n[länk](https://example.org/?a=1&b=2)\n',
  position: 20, language: 'sv' });
await create(office, '/projects/NYTT/sections', { kind: 'tips', heading: 'Tips', body: 'Läs först.', position: 10, language: 'fi' });
await create(office, '/projects/NYTT/milestones', { title: 'Start', kind: 'decision_point', planned_on: '2027-01-01', comment: 'Tas i *nämnden*.' });
await create(office, '/projects/NYTT/deliverables', { code: 'A1', title: 'Skiss', description: '', planned_on: '2027-03-31', finished: false });
await create(office, '/projects/NYTT/dependencies', { needed: 'Ritningar', used_for: 'Allt', provider_project: 'VARDPLATS', criticality: 'high',
  due_on: '2027-02-01', light: 'yellow', agreed_by_project: true });
await create(office, '/projects/NYTT/people', { role: 'project_manager', person: 'galnas', organisation: 'NORRSUND', starts_on: '2027-01-01' });
await create(office, '/projects/NYTT/people', { role: 'steering_chair', organisation: 'NORRSUND' });
await change(office, '/projects/NYTT', 1, { title: 'Nya vårdgården', lifecycle: 'ongoing', starts_on: null });

// A risk changed twice, one removed, a section changed, one removed.
const risk = await create(office, '/projects/LEGEM/risks', { kind: 'opportunity', title: 'Felles innkjøp', probability: 2, consequence: 3, state: 'open',
  owner: 'skleppe', mitigation: 'Spør de andre.' });
await change(office, `/projects/LEGEM/risks/${risk.n}`, 1, { probability: 4, residual_probability: 3, residual_consequence: 3 });
await change(office, `/projects/LEGEM/risks/${risk.n}`, 2, { state: 'occurred', owner: null });
await remove(leader, '/projects/DHO/risks/3', JSON.parse((await leader.json('GET', '/projects/DHO/risks/3.json')).text).version);
const section = JSON.parse((await leader.json('GET', '/projects/DHO/sections/2.json')).text);
await change(leader, '/projects/DHO/sections/2', section.version, { heading: `${section.heading} i dag` });
await remove(leader, '/projects/DHO/sections/7', JSON.parse((await leader.json('GET', '/projects/DHO/sections/7.json')).text).version);

// A project closed while something is written, and opened again.
await change(office, '/projects/BILDE', 1, { restricted: true });
await change(office, '/projects/BILDE/deliverables/1', JSON.parse((await office.json('GET', '/projects/BILDE/deliverables/1.json')).text).version,
  { forecast_on: '2027-06-30', description: 'Skrevet mens det var lukket.' });
await create(office, '/projects/BILDE/risks', { kind: 'risk', title: 'Hemmelig inntil videre', probability: 3, consequence: 5, state: 'open' });
await change(office, '/projects/BILDE', 2, { restricted: false });
await change(office, '/projects/BILDE/risks/1', 1, { title: 'Kjent nå', state: 'closed' });

// A report's whole life with two corrections of one field, one taken back, and a draft that stays one.
const summary = { reported_on: '2026-11-20', status_label: 'minor_deviation', light: 'yellow', risk_level: 'medium', summary: 'Det siste grensesnittet er på plass.',
  delay_weeks: 3, progress_light: 'yellow', progress_text: 'Tre av fire.', risk_light: 'green' };
const report = await create(office, '/projects/LEGEM/reports', summary), path = `/projects/LEGEM/reports/${report.n}`;
await change(office, path, 1, { going_well: 'Brukerne er med.' });
await send(office, 'POST', `${path}/submit`, undefined, 2);
await send(office, 'POST', `${path}/return`, undefined, 3);
await send(office, 'POST', `${path}/submit`, undefined, 4);
await send(office, 'POST', `${path}/publish`, undefined, 5);
await correct(office, path, { field: 'status_label', after: 'major_deviation', reason: 'Lest feil.' });
await correct(office, path, { field: 'light', after: 'red', reason: 'Følger av det.' });
await correct(office, path, { field: 'delay_weeks', after: '5', reason: 'Talt på nytt.' });
await correct(office, path, { field: 'delay_weeks', after: '4', reason: 'Talt en gang til.' });
await create(office, '/projects/SEPSIS/reports', { ...summary, summary: 'Only a draft.' });
const gone = await create(office, '/projects/SEPSIS/reports', { ...summary, summary: 'A draft that is thrown away.' });
await remove(office, `/projects/SEPSIS/reports/${gone.n}`, 1);

// The other side of a dependency answers; somebody takes an empty chair and leaves another.
await office.form('/projects/VARDPLATS/needed-by/NYTT/1', { _csrf: (await office.access()).csrf, _version: '1', agreed_by_provider: 'true', provider_comment: 'Ja.' });
await change(office, '/projects/NYTT/people/2', 1, { person: 'ivinter' });
await change(office, '/projects/INFORANDE/people/2', JSON.parse((await office.json('GET', '/projects/INFORANDE/people/2.json')).text).version,
  { ends_on: '2026-10-31' });

const day = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Helsinki' }), documents = [], known = new Map(), answers = {};
for (const account of visitors) {
  const client = await visitor(account);
  answers[account] = {};
  for (const path of paths(day)) {
    const [status, document] = await ask(client, path), text = JSON.stringify(document ?? null);
    if (!known.has(text))
      known.set(text, documents.push(document ?? null) - 1);
    answers[account][path] = [status, known.get(text)];
  }
  client.close();
}
office.close();
leader.close();
writeFileSync(process.argv[2], JSON.stringify({ day, answers, documents }));
