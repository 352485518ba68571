// facts.mjs: how much of the five documents can be entered into an empty portal, read back, found, and read by people.
// Each NNN.json here says for every fact of one document where it lives: {"n", "records": [[address, values, {how}], …]}, as
// entering.mjs and showing.mjs have it, or {"n", "later": "the part of the domain it waits for"}. A fact counts when each of its
// records does all four. What `ground` has is no fact; `new` completes new records, by collection. It fails when a document has
// fewer facts than its `least`, or when a fact that has records falls short.
// FACTS: a document's number, to try only that.
import { readFileSync, readdirSync } from 'node:fs';
import { Portal } from './entering.mjs';
import { Pages } from './showing.mjs';

const here = new URL('.', import.meta.url);
const documents = readdirSync(here).filter((f) => /^\d+\.json$/.test(f) && f.startsWith(process.env.FACTS ?? '')).sort()
  .map((file) => JSON.parse(readFileSync(new URL(file, here))));
const steps = ['entered', 'read', 'found', 'shown'];
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
  console.log(`#\n# document  facts  ${steps.join('  ')}  all four  at least`);
  for (const { document, facts_in_all: all, claimed, least } of rows) {
    const counts = steps.map((step) => claimed.filter((f) => step === 'entered' ? f.entered.length === f.records.length : f[step]).length);
    console.log(`# ${document.padEnd(8)}  ${String(all).padStart(5)}  ${counts.map((n, i) => String(n).padStart(steps[i].length)).join('  ')}` +
      `  ${String(claimed.filter((f) => f.good).length).padStart(8)}  ${String(least).padStart(8)}`);
  }
}

function complete({ document, facts, facts_in_all: all }) {
  const numbers = facts.map((f) => f.n);
  result(numbers.length === all && numbers.every((n, i) => n === i + 1) && facts.every((f) => !f.records !== !f.later),
    `${document}: every fact of ${all} has its place, or waits`);
}

const portal = new Portal(), pages = new Pages(portal);
for (const d of documents)
  for (const fact of d.facts)
    Object.assign(fact, { entered: [], problems: [] });
await portal.enterAll(documents);
const claimed = documents.flatMap((d) => (d.claimed = d.facts.filter((f) => f.records)));
await every(claimed, 'read', (record) => portal.readBack(record));
await portal.finish(documents);
await every(claimed, 'found', (record) => pages.find(record));
await every(claimed, 'shown', (record) => pages.show(record));

result(!portal.problems.length, 'what the facts stand on', portal.problems);
for (const d of documents) {
  complete(d);
  for (const fact of d.claimed) {
    fact.good = fact.read && fact.found && fact.shown;
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
console.log(`#\n# waiting: ${[...waits].sort((a, b) => b[1] - a[1]).map(([what, n]) => `${what} ${n}`).join(' · ')}`);
console.log(`1..${number}`);
portal.close();
process.exit(failed ? 1 : 0);
