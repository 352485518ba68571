// bench.mjs: measures complete portals beside each other, in one run and interleaved; each figure is a median of several rounds.
//   bench.mjs sizes PROJECTS…              this source tree on databases of so many projects (make bench)
//   bench.mjs compare OTHER PROJECTS       the built source tree in OTHER beside this one, on equal data (make bench-compare)
// BENCH_ROUNDS (5), BENCH_SECONDS (2, of each slice), BENCH_CONNECTIONS (4), BENCH_PEOPLE (10000),
// BENCH_ONLY (a pattern in the measures' names).
// It takes measures × stacks × (rounds + 1) × seconds, and the loading. Figures differ from machine to machine, ratios hardly.
import { spawn, execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { Client } from '../fixtures/client.mjs';
import { day, measures, median, ratios } from './measures.mjs';
import { Stack } from './stacks.mjs';

const rounds = Number(process.env.BENCH_ROUNDS ?? 5), seconds = Number(process.env.BENCH_SECONDS ?? 2);
const only = new RegExp(process.env.BENCH_ONLY ?? '.', 'i');
const chosen = measures.filter((m) => only.test(m.name));
const stacks = [], children = [];

function end() {
  for (const child of children.splice(0))
    child.kill();
  for (const stack of stacks.splice(0))
    stack.clean();
}
process.on('exit', end);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => process.exit(1));

function begin(name, source, projects) {
  const stack = new Stack(name, source, projects);
  stacks.push(stack);
  stack.start().load(`people=${process.env.BENCH_PEOPLE ?? 10000}`);
}

// nginx as the stack's own, with an empty program where the portal is.
async function startCeiling(stack) {
  const client = new Client(stack.url);
  const bytes = Buffer.byteLength((await client.get('/projects/BENCH-1.json')).text);
  client.close();
  const folder = `${stack.work}/nginx`, port = stack.port + 1000;
  execFileSync(process.env.CC ?? 'gcc', ['-O2', '-o', `${stack.work}/empty`, new URL('empty.c', import.meta.url).pathname, '-lfcgi']);
  mkdirSync(folder);
  chmodSync(folder, 0o777);
  for (const file of readdirSync(`${stack.dir}/nginx`).filter((name) => name.endsWith('.conf')))
    writeFileSync(`${folder}/${file}`, readFileSync(`${stack.dir}/nginx/${file}`, 'utf8').replaceAll(`${stack.dir}/nginx/`, `${folder}/`)
      .replace(/unix:[^;]*\.sock/g, `unix:${stack.work}/empty.sock`).replaceAll(`127.0.0.1:${stack.port}`, `127.0.0.1:${port}`));
  children.push(spawn(`${stack.work}/empty`, [`${stack.work}/empty.sock`, '8', String(bytes)], { stdio: 'inherit' }));
  children.push(spawn('nginx', ['-p', folder, '-e', `${folder}/error.log`, '-c', `${folder}/nginx.conf`, '-g', 'daemon off;'],
    { env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` }, stdio: 'inherit' }));
  await new Promise((resolve) => setTimeout(resolve, 1000));
  stack.emptyUrl = `http://127.0.0.1:${port}`;
}

// { name of measure: [one of each stack: { value, low, high } or a string] }
async function measureAll() {
  const figures = new Map(chosen.map((m) => [m, stacks.map(() => [])]));
  for (let round = 0; round <= rounds; round++) {
    // Round 0 prepares statements and fills caches; it is not counted. The order alternates, so that none is always first.
    const order = stacks.map((_, i) => i);
    if (round % 2)
      order.reverse();
    for (const measure of chosen)
      for (const i of order) {
        const figure = await measure.run(stacks[i], round ? seconds : 1);
        if (round || typeof figure === 'string')
          figures.get(measure)[i].push(figure);
      }
    console.error(round ? `round ${round} of ${rounds}` : 'warm');
  }
  return new Map([...figures].map(([m, each]) => [m.name, each.map((list) => list.find((f) => typeof f === 'string') ??
    { value: median(list), low: Math.min(...list), high: Math.max(...list), unit: m.unit })]));
}

const digits = (value) => (value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : Math.round(value).toLocaleString('en'));
const show = (f) => (typeof f === 'string' ? `(${f})` : `${digits(f.value)} ${f.unit} (${digits(f.low)}–${digits(f.high)})`);
const ratio = (a, b) => (a?.value && b?.value ? (a.value / b.value).toFixed(2) : '–');

function table(head, rows) {
  const width = head.map((_, i) => Math.max(...[head, ...rows].map((row) => row[i].length)));
  for (const row of [head, ...rows])
    console.log(row.map((cell, i) => (i ? cell.padStart(width[i]) : cell.padEnd(width[i]))).join('  '));
}

function report(results, pairs) {
  table(['median (lowest–highest)', ...stacks.map((s) => s.name), ...pairs.map(([a, b]) => `${stacks[a].name} / ${stacks[b].name}`)],
    [...results].map(([name, each]) => [name, ...each.map(show), ...pairs.map(([a, b]) => ratio(each[a], each[b]))]));
  console.log('\nms: the time of one, less is better; /s: more is better.\n');
  const top = stacks.map((_, i) => {
    const P = results.get('P  the page\'s statement')?.[i].value, F = results.get(chosen.find((m) => m.name.startsWith('F '))?.name)?.[0].value;
    const J = results.get('project page, JSON')?.[i].value;
    return P && F && J ? (J / (1 / (1 / P + 1 / F))).toFixed(2) : '–';
  });
  table(['within one', ...stacks.map((s) => s.name)], [...ratios.filter(([, a]) => results.has(a)).map(([text, a, b]) =>
    [text, ...stacks.map((_, i) => ratio(results.get(a)?.[i], results.get(b)?.[i]))]), ['page, JSON / ceiling 1/(1/P + 1/F)', ...top]]);
}

const [mode, ...rest] = process.argv.slice(2), here = process.cwd();
// As PostgreSQL's documentation advises for a machine of its own. (Another commit's servers would not know of it.)
if (mode === 'sizes')
  process.env.POSTGRES_BUFFERS ??= '2GB';
if (mode === 'sizes')
  rest.forEach((n) => begin(Number(n).toLocaleString('en'), here, Number(n)));
else if (mode === 'compare' && rest.length === 2)
  [['base', rest[0]], ['now', here]].forEach(([name, source]) => begin(name, source, Number(rest[1])));
else {
  console.error('usage: bench.mjs sizes PROJECTS… | compare OTHER PROJECTS');
  process.exit(2);
}
const about = chosen.length * stacks.length * (rounds * seconds + 1) / 60;
console.log(`${chosen.length} measures, ${rounds} rounds of ${seconds} s: some ${Math.ceil(about)} minutes. “At a date” is ${day}.`);
await startCeiling(stacks[0]);
const last = stacks.length - 1;
report(await measureAll(), last > 0 ? [[last, last - 1]] : []);
process.exit(0);
