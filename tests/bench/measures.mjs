// measures.mjs: what is measured. Each measure gives one figure for one stack and so many seconds: requests a second ("/s") or the median
// time of one ("ms"); a string says why it cannot be had there.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { Client } from '../fixtures/client.mjs';

const connections = Number(process.env.BENCH_CONNECTIONS ?? 4);
// A day on which half of what is shown lies in the past (data.sql).
export const day = new Date(Date.now() - 300 * 86400000).toISOString().slice(0, 10);

const random = (stack) => 1 + Math.floor(Math.random() * stack.projects);
export const median = (list) => [...list].sort((a, b) => a - b)[Math.floor((list.length - 1) / 2)];

// ---- reading, over HTTP -----------------------------------------------------------------------------------------------

const lua = `
local pattern, most = os.getenv("PATTERN"), tonumber(os.getenv("MOST"))
init = function(args) math.randomseed(tonumber(tostring({}):match("0x(%x+)"), 16) % 1000003) end
-- not the restricted ones
local number = function() local i = math.random(1, most); return i % 100 == 37 and i - 1 or i end
request = function() return wrk.format("GET", (pattern:gsub("@", number))) end
`;

// Requests a second of `path`, in which @ is a project's number, another one each time.
function wrk(url, stack, path, seconds) {
  const env = { ...process.env, PATTERN: path, MOST: String(stack.projects) };
  const run = spawnSync('wrk', ['-t1', `-c${connections}`, `-d${seconds}s`, '--timeout', '30s', '-s', stack.file('paths.lua', lua), url], { env, encoding: 'utf8' });
  const failed = run.stdout.match(/Non-2xx or 3xx responses: (\d+)/)?.[1];
  const rate = Number(run.stdout.match(/Requests\/sec:\s+([\d.]+)/)?.[1]);
  return failed ? `${failed} of ${run.stdout.match(/(\d+) requests in/)[1]} failed` : rate;
}

const replaceNumber = (path, stack) => path.replace('@', () => { const i = random(stack); return i % 100 === 37 ? i - 1 : i; });

// The same where one answer takes long: what wrk has not got when its time is over it forgets, while the portal goes on working at it.
// Here each connection asks until the time is over, and every answer is waited for. `least`: so many are asked for, but for at most 15 s.
async function patient(stack, path, seconds, least = 0) {
  const began = performance.now(), until = began + seconds * 1000;
  let answers = 0, failed = 0;
  const one = async (client) => {
    do {
      const answer = await client.get(replaceNumber(path, stack));
      answers++;
      failed += answer.status !== 200;
    } while (performance.now() < until || answers < least && performance.now() < began + 15000);
    client.close();
  };
  await Promise.all(Array.from({ length: connections }, () => one(new Client(stack.url))));
  return failed ? `${failed} of ${answers} failed` : answers / ((performance.now() - began) / 1000);
}

// The first time it is asked until each worker has planned it, which PostgreSQL does anew for five times; the end of that says which
// of the two it is to be, once for all rounds.
async function rate(stack, path, seconds) {
  stack.slow ??= {};
  if (stack.slow[path] === undefined) {
    await patient(stack, path, 0, 200);
    stack.slow[path] = (await patient(stack, path, 0)) < 50;
  }
  return stack.slow[path] ? patient(stack, path, seconds) : wrk(stack.url, stack, path, seconds);
}
const read = (name, path) => ({ name, unit: '/s', run: (stack, seconds) => rate(stack, path, seconds) });

// The address of a collection's page, found once by following `next`, which is a query; a string without a slash says why there is none.
async function pageOf(stack, path, page) {
  const client = await stack.office();
  let address = path;
  for (let n = 1; ; n++) {
    const answer = await client.get(address, { accept: 'application/json' });
    if (answer.status !== 200)
      return `no such page yet (${answer.status})`;
    if (n === page)
      return address;
    const { next } = JSON.parse(answer.text);
    if (!next)
      return `only ${n} pages`;
    address = `${path}?${next}`;
  }
}
const collection = (name, path, page) => ({
  name,
  unit: '/s',
  async run(stack, seconds) {
    stack.pages ??= {};
    const address = stack.pages[name] ??= await pageOf(stack, path, page);
    return address.startsWith('/') ? rate(stack, address, seconds) : address;
  },
});
// The list counts its pages itself.
const listed = (name, page) => ({
  name,
  unit: '/s',
  run: (stack, seconds) => (stack.projects < page * 50 ? `only ${stack.projects / 50} pages` : rate(stack, `/projects.json?page=${page}`, seconds)),
});

// ---- writing, over HTTP: one after the other, by somebody who may; the look at what is changed is not counted -----------------------------

const saved = (name, path, change) => ({
  name,
  unit: 'ms',
  async run(stack, seconds) {
    const client = await stack.office(), times = [], until = Date.now() + seconds * 1000;
    while (Date.now() < until) {
      const address = path.replace('@', random(stack));
      const found = await client.get(address, { accept: 'application/json' });
      if (found.status !== 200)
        return `${address}: ${found.status}`;
      const document = change(JSON.parse(found.text)), began = performance.now();
      const answer = await client.json('PATCH', address, document, { 'if-match': found.headers.etag });
      if (answer.status !== 200)
        return `PATCH ${address}: ${answer.status}`;
      times.push(performance.now() - began);
    }
    return median(times);
  },
});

// ---- statements alone ---------------------------------------------------------------------------------------------------

// The page's own statement by as many connections at once, as the application's role under row-level security. Each slice is a new
// connection, which plans first; the rate is that of the median, in which planning does not count.
function pgbench(stack, script, seconds, { user, at = '', clients }) {
  const options = `-c styrbord.reads=yes -c search_path=${at ? 'at' : 'live'},public ${stack.planning()} -c plan_cache_mode=force_generic_plan -c styrbord.at=${at}`;
  const run = spawnSync('pgbench', ['-n', '-M', 'prepared', '-c', String(clients), '-T', String(seconds), '-l', '--log-prefix', `${stack.work}/times`, '-f', script],
    { env: { ...stack.environment(user), PGOPTIONS: options }, encoding: 'utf8', cwd: '/' });
  const logs = readdirSync(stack.work).filter((name) => name.startsWith('times.')).map((name) => `${stack.work}/${name}`);
  const times = logs.flatMap((name) => readFileSync(name, 'utf8').trim().split('\n').map((line) => Number(line.split(' ')[2]) / 1000));
  logs.forEach((name) => rmSync(name));
  return run.status === 0 ? { time: median(times) } : `pgbench: ${run.stderr.slice(0, 200)}`;
}
const page = (name, at) => ({
  name,
  unit: '/s',
  run(stack, seconds) {
    const text = stack.statement('portal/project/project.sql', 'project_page').replaceAll('$1', `('BENCH-' || :i::text)`);
    const script = stack.file('page.sql', `\\set i random(1, ${stack.projects})\n\\set i :i - case when :i % 100 = 37 then 1 else 0 end\n${text};\n`);
    const got = pgbench(stack, script, seconds, { user: 'styrbord_app', at, clients: connections });
    return got.time ? connections * 1000 / got.time : got;
  },
});
// By the owner, whom row-level security does not bind: the triggers and the indexes alone.
const written = (name, table, text) => ({
  name,
  unit: 'ms',
  run(stack, seconds) {
    const [first, last] = stack.ids(table);
    const script = stack.file('write.sql', `\\set id random(${first}, ${last})\n\\set r random(1, 1000000)\n${text.replaceAll('@hangs_on', stack.hangsOn())};\n`);
    const got = pgbench(stack, script, seconds, { user: 'styrbord_owner', clients: 1 });
    return got.time ?? got;
  },
});

// ---- the list --------------------------------------------------------------------------------------------------------------

// The ceiling of the other half: an empty libfcgi program behind the same nginx, answering as many bytes (bench.mjs starts it).
const ceiling = {
  name: 'F  empty libfcgi program behind nginx',
  unit: '/s',
  run: (stack, seconds) => (stack.emptyUrl ? wrk(stack.emptyUrl, stack, '/', seconds) : 'measured once'),
};

export const measures = [
  page('P  the page\'s statement', ''),
  page('P  the same at a date', day),
  ceiling,
  read('project page, JSON', '/projects/BENCH-@.json'),
  read('project page, HTML', '/projects/BENCH-@'),
  read('project page at a date, JSON', `/projects/BENCH-@.json?at=${day}`),
  read('project page at a date, HTML', `/projects/BENCH-@?at=${day}`),
  read('project\'s history', '/projects/BENCH-@/history.json'),
  read('front page', '/'),
  listed('/projects, first page', 1),
  listed('/projects, hundredth page', 100),
  collection('/deliverables, first page', '/deliverables.json', 1),
  collection('/deliverables, hundredth page', '/deliverables.json', 100),
  collection('a project\'s /deliverables', '/projects/BENCH-20/deliverables.json', 1),
  read('search: a rare word', '/projects.json?q=sengepost'),
  read('search: misspelt', '/projects.json?q=sengepots'),
  read('search: a word of every seventh', '/projects.json?q=digital'),
  saved('risk saved', '/projects/BENCH-@/risks/1', (risk) => ({ probability: 1 + risk.probability % 5, mitigation: `Train a second person, ${Math.random()}.` })),
  saved('project saved, its phase', '/projects/BENCH-@', (p) => ({ phase: p.phase === 'closing' ? 'execution' : 'closing' })),
  saved('project saved, its title', '/projects/BENCH-@', (p) => ({ title: `${p.title.split(' – ')[0]} – ${Math.floor(Math.random() * 1000)}` })),
  written('statement: risk changed', 'risk', 'UPDATE live.risk SET probability = 1 + probability % 5, mitigation = \'Train \' || :r::text WHERE id = :id'),
  written('statement: risk added', 'project', 'INSERT INTO live.risk (@hangs_on, kind, title, probability, consequence, state) VALUES (:id, \'risk\', \'New \' || :r::text, 2, 2, \'open\')'),
  written('statement: project\'s funding code', 'project', 'UPDATE live.project SET funding_code = :r::text WHERE id = :id'),
  written('statement: project\'s title', 'project', 'UPDATE live.project SET title = \'New title \' || :r::text WHERE id = :id'),
];

// Pairs whose ratio is of interest within one stack: [what it says, this, divided by that].
export const ratios = [
  ['at a date / today, JSON', 'project page at a date, JSON', 'project page, JSON'],
  ['at a date / today, statement', 'P  the same at a date', 'P  the page\'s statement'],
  ['hundredth / first page of /projects', '/projects, hundredth page', '/projects, first page'],
  ['hundredth / first page of /deliverables', '/deliverables, hundredth page', '/deliverables, first page'],
  ['front page / project page', 'front page', 'project page, HTML'],
];
