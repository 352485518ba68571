// facts.mjs: how much of the five documents can be entered into an empty portal, read back, found, and read by people.
// Each NNN.json here says for every fact of one document where it lives: {"n", "records": [[address, values, {how}], …]}, as
// entering.mjs and showing.mjs have it, or {"n", "later": "the part of the domain it waits for"}. A fact counts when each of its
// records does all five. What `ground` has is no fact; `new` completes new records, by collection. `class` is how the fact stood
// before there was a place for it: E (there was one), else T, S, X, N, and then it may not lie in a section's text. It fails when a
// document has fewer facts than its `least`, when a fact that has records falls short, or when two facts are one field of one record.
// FACTS: a document's number, to try only that.
import { readFileSync, readdirSync } from 'node:fs';
import { Portal } from './entering.mjs';
import { Later, dayOfEntering, startLater } from './later.mjs';
import { Pages } from './showing.mjs';

const here = new URL('.', import.meta.url);
const documents = readdirSync(here).filter((f) => /^\d+\.json$/.test(f) && f.startsWith(process.env.FACTS ?? '')).sort()
  .map((file) => JSON.parse(readFileSync(new URL(file, here))));
const steps = ['entered', 'read', 'found', 'shown', 'past'];
let number = 0, failed = 0;

function result(good, name, problems = []) {
  failed += !good;
  console.log(`${good ? 'ok' : 'not ok'} ${++number} - ${name}`);
  for (const problem of problems)
    console.log(`# ${problem}`);
}

async function every(facts, step, act) {
  for (const fact of facts) {
    fact[step] = fact.entered.length === fact.records.length;
    for (const record of fact.entered) {
      try {
        await act(record);
      } catch (error) {
        fact[step] = false;
        fact.problems.push(`${step}: ${error.message}`);
      }
    }
  }
}

function table(rows) {
  console.log(`#\n# document  facts  ${steps.join('  ')}  all five  at least`);
  for (const { document, facts_in_all: all, claimed, least } of rows) {
    const counts = steps.map((step) => claimed.filter((f) => step === 'entered' ? f.entered.length === f.records.length : f[step]).length);
    console.log(`# ${document.padEnd(8)}  ${String(all).padStart(5)}  ${counts.map((n, i) => String(n).padStart(steps[i].length)).join('  ')}` +
      `  ${String(claimed.filter((f) => f.good).length).padStart(8)}  ${String(least).padStart(8)}`);
  }
}

// Two facts that are one field of one record are one fact; where a field holds several, each is one.
function share(facts) {
  const held = new Map();
  for (const fact of facts)
    for (const { address, values } of fact.entered)
      for (const [field, value] of Object.entries(values)) {
        const several = field.endsWith('+') || Array.isArray(value), pointer = `${address}/${field}${several ? JSON.stringify(value) : ''}`;
        const other = held.get(pointer);
        if (other && other !== fact)
          for (const one of [fact, other])
            Object.assign(one, { shares: true }).problems.push(`shared: ${pointer} holds another fact as well`);
        held.set(pointer, fact);
      }
}

const inTexts = ({ class: kind, records }) => kind !== 'E' && records?.every(([path]) => path.endsWith('/sections'));

function complete({ document, facts, facts_in_all: all }) {
  const numbers = facts.map((f) => f.n);
  result(numbers.length === all && numbers.every((n, i) => n === i + 1) && facts.every((f) => !f.records !== !f.later),
    `${document}: every fact of ${all} has its place, or waits`);
  result(!facts.some(inTexts), `${document}: no fact lies in a text that has a place of its own`, facts.filter(inTexts).map((f) => `${document}/${f.n} lies in a section`));
}

const portal = new Portal(), pages = new Pages(portal, documents.flatMap((d) => d.facts));
for (const d of documents)
  for (const fact of d.facts)
    Object.assign(fact, { entered: [], problems: [] });
await portal.enterAll(documents);
const claimed = documents.flatMap((d) => (d.claimed = d.facts.filter((f) => f.records)));
await portal.finish(documents);
await every(claimed, 'read', (record) => portal.readBack(record));
await every(claimed, 'found', (record) => pages.find(record));
await every(claimed, 'shown', (record) => pages.show(record));

const day = dayOfEntering(), later = new Later(portal);
portal.close();
startLater();
await every(claimed, 'past', (record) => later.change(record));
await every(claimed.filter((f) => f.past), 'past', (record) => later.stood(record, day));
share(claimed);

result(!portal.problems.length, 'what the facts stand on', portal.problems);
for (const d of documents) {
  complete(d);
  for (const fact of d.claimed) {
    fact.good = steps.every((step) => step === 'entered' || fact[step]) && !fact.shares;
    result(fact.good, `${d.document}/${fact.n}`, fact.problems);
  }
  const good = d.claimed.filter((f) => f.good).length;
  result(good >= d.least, `${d.document}: ${good} facts, at least ${d.least}`);
}
const add = (name) => documents.reduce((sum, d) => sum + d[name], 0);
table([...documents, { document: 'in all', facts_in_all: add('facts_in_all'), least: add('least'), claimed }]);
const waits = new Map();
for (const { later } of documents.flatMap((d) => d.facts))
  if (later)
    waits.set(later, (waits.get(later) ?? 0) + 1);
console.log(`#\n# entered by: ${[...portal.entered].sort((a, b) => b[1] - a[1]).map(([who, n]) => `${who} ${n}`).join(' · ')}`);
console.log(`#\n# waiting: ${[...waits].sort((a, b) => b[1] - a[1]).map(([what, n]) => `${what} ${n}`).join(' · ')}`);
console.log(`1..${number}`);
portal.close();
process.exit(failed ? 1 : 0);
