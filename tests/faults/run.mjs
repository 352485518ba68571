// run.mjs: breaks one thing after the other while people work (load.mjs), and counts. One line of TAP a fault. FAULTS=short takes
// those that matter most; FAULTS='a word' those with the word in their name. Runs below with-stack.sh, PostgreSQL durable.
import { ready } from '../fixtures/client.mjs';
import { count } from './count.mjs';
import { faults, rescue } from './faults.mjs';
import { Load, prepare, signInAll } from './load.mjs';
import { sleep } from './servers.mjs';

const BEFORE_MS = 1500, AFTER_MS = 1500, RECOVERY_S = 30, UNNOTICED_S = 2;
const form = process.env.FAULTS ?? '', short = form === 'short';

const total = (map) => [...map.values()].reduce((sum, n) => sum + n, 0);
const statuses = (map) => (map.size ? ` (${[...map].map(([status, n]) => `${n} × ${status}`).join(', ')})` : '');
const few = (list) => list.slice(0, 3).join(' | ');

// Until pages, directory and every writer are served again: the seconds it took, or null.
async function recovered(load) {
  const began = Date.now();
  if (await ready(RECOVERY_S) === null)
    return null;
  while (!load.servedSince(began)) {
    if (Date.now() - began > RECOVERY_S * 1000)
      return null;
    await sleep(50);
  }
  return (Date.now() - began) / 1000;
}

// What happened: the figures as text, and what must not be.
async function judge(fault, load, back) {
  const { lost, doubled } = await count(load), bad = load.probes.filter((probe) => !probe.good).length, wrong = [];
  const slowest = Math.max(...load.probes.map((probe) => probe.took)) / 1000;
  if (back === null)
    wrong.push(`not served again within ${RECOVERY_S} s`);
  if (lost.length)
    wrong.push(`acknowledged and lost: ${few(lost)}`);
  if (doubled.length)
    wrong.push(`saved twice: ${few(doubled)}`);
  if (load.nginxPages)
    wrong.push(`${load.nginxPages} answers were nginx's own page`);
  if (load.odd.length)
    wrong.push(`refused though right: ${few(load.odd)}`);
  if (fault.pages && (bad || slowest > UNNOTICED_S))
    wrong.push(`readers noticed: ${bad} got no page, one waited ${slowest.toFixed(1)} s`);
  const figures = [load.secondsAway().toFixed(1), slowest.toFixed(1), back === null ? 'never' : back.toFixed(1), `${bad}/${load.probes.length}`,
    load.saved.length + load.patched.length, lost.length, doubled.length, load.nginxPages, load.odd.length,
    `${total(load.failed)}${statuses(load.failed)}`];
  return { figures, wrong };
}

async function tryOut(fault, number, workers) {
  try {
    await fault.before?.();
    await ready(RECOVERY_S);
    return await underLoad(fault, number, workers);
  } finally {
    await fault.after?.();
    if (fault.endsSessions && await ready(RECOVERY_S) !== null)
      await signInAll(workers.people);
  }
}

async function underLoad(fault, number, workers) {
  const load = new Load(`fault ${number}`, workers);
  let said = [], back = null;
  try {
    await sleep(BEFORE_MS);
    said = (await fault.act(short)) ?? [];
    back = await recovered(load);
    await sleep(AFTER_MS);
  } catch (error) {
    said = [error.message];
  } finally {
    await load.stop();
  }
  const { figures, wrong } = await judge(fault, load, back);
  return { figures, wrong: [...said, ...wrong] };
}

const widths = [34, 7, 8, 6, 9, 6, 5, 5, 6, 4, 0];
const line = (cells) => cells.map((cell, i) => (i ? String(cell).padStart(widths[i]) : cell.padEnd(widths[i]))).join(' ');

async function main() {
  const chosen = faults.filter((fault) => (short ? fault.short : fault.name.includes(form)));
  const workers = await prepare();
  let failed = 0, number = 0;
  console.log(`1..${chosen.length}`);
  console.log(`#         ${line(['fault', 'away s', 'slowest', 'back s', 'reads bad', 'acked', 'lost', 'twice', 'nginx', 'odd', 'writes failed'])}`);
  for (const fault of chosen) {
    const name = short ? fault.short : fault.name, missing = fault.needs?.() ?? '';
    number++;
    if (missing) {
      console.log(`ok ${String(number).padStart(2)}  - ${name} # SKIP ${missing}`);
      continue;
    }
    const { figures, wrong } = await tryOut(fault, number, workers);
    failed += wrong.length > 0;
    console.log(`${wrong.length ? 'not ok' : 'ok'} ${String(number).padStart(2)}${wrong.length ? '' : '    '} - ${line([name, ...figures])}`);
    for (const sentence of wrong)
      console.log(`#   ${sentence}`);
  }
  workers.people.forEach((person) => person.close());
  return failed;
}

// Ended from outside, whatever is frozen or mounted is put right first.
for (const name of ['SIGINT', 'SIGTERM'])
  process.on(name, () => rescue().finally(() => process.exit(1)));
process.exit((await main().finally(rescue)) ? 1 : 0);
