// enter.mjs: enters the demo's story into an empty portal, over JSON, as the people who would: what may not be entered by them is not there.
// The chapters are story/*.mjs; what happened is told in them, day by day, and entered in the order of the days across all of them.
// STYRBORD_URL is the portal, STYRBORD_DIR its stack's folder. STYRBORD_CLOCK is a file that the servers' clocks read (libfaketime's
// FAKETIME_TIMESTAMP_FILE): before each day this program writes there how far they are from the true time. Nothing in the portal can set it.
import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { Client } from '../../tests/fixtures/client.mjs';

const office = 'portfolio';
const folder = new URL('story/', import.meta.url), slapd = new URL('../../tests/fixtures/slapd.sh', import.meta.url).pathname;
const { STYRBORD_DIR: stack, STYRBORD_CLOCK: clock } = process.env;
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const clients = new Map();  // account → who is signed in
const called = new Map();   // "/projects/DHO/deliverables/L3" → "/projects/DHO/deliverables/3"
const known = new Set();    // addresses of what stands alone
const people = new Map();   // name → key of who has no account
let told = -Infinity;       // the servers' time when the last day began, ms
let requests = 0;

async function chapters() {
  const names = readdirSync(folder).filter((name) => name.endsWith('.mjs')).sort();
  const days = (await Promise.all(names.map(async (name) => (await import(new URL(name, folder))).default.flat()))).flat();
  return days.sort((a, b) => a.at - b.at);
}

// Sessions do not outlive a day that is jumped over: everybody signs in again.
function set(at) {
  if (at <= told)
    return;
  told = at.getTime();
  writeFileSync(clock, `${((told - Date.now()) / 1000).toFixed(3)}`);
  for (const client of clients.values())
    client.close();
  clients.clear();
}

async function as(account) {
  if (!clients.has(account))
    clients.set(account, await new Client().signIn(account));
  return clients.get(account);
}

// What refers to somebody without an account.
function value(given) {
  if (Array.isArray(given))
    return given.map(value);
  return typeof given === 'string' && given.startsWith('@') && people.get(given.slice(1)) || given;
}

const values = (given) => Object.fromEntries(Object.entries(given).map(([field, of]) => [field, value(of)]));

const name = (record) => record.code ?? record.title ?? record.needed ?? record.reported_on ?? record.heading ?? record.name;

function reason({ status, text, error }) {
  try {
    const { detail, errors } = JSON.parse(text);
    return `${status} ${errors?.map((one) => `${one.field}: ${one.message}`).join('; ') || detail}`;
  } catch {
    return `${status} ${error ?? text.slice(0, 200)}`;
  }
}

async function send(client, method, path, sent, version) {
  const answer = await client.json(method, path, sent, version ? { 'if-match': version } : {});
  requests++;
  if (answer.status !== 200 && answer.status !== 201)
    throw new Error(`${method} ${path}: ${reason(answer)}`);
  return answer;
}

// What If-Match says: of a form the version that it was filled from, of a page from which a step is taken its ETag.
async function version(client, form) {
  const { status, text } = await client.get(form);
  return status === 200 ? `"${JSON.parse(text).version}"` : undefined;
}

const etag = async (client, page) => (await client.get(page)).headers.etag;

async function create(client, collection, sent) {
  const { headers } = await send(client, 'POST', collection, sent);
  called.set(`${collection}/${name(sent)}`, headers.location);
  if (collection === '/people')
    people.set(sent.name, headers.location.replace('/people/', '#'));
}

// People and terms are called by numbers there, and by account and word in the story.
async function find(collection, key, is) {
  if (!called.has(`/${collection}/${key}`))
    for (let next = `/${collection}.json`; next; ) {
      const page = JSON.parse((await (await as(office)).get(next)).text);
      for (const item of page.items)
        called.set(`/${collection}/${is(item)}`, `/${collection}/${item.id}`);
      next = page.next && `/${collection}.json?${page.next}`;
    }
  return called.get(`/${collection}/${key}`);
}

async function place(address) {
  const [, collection, key, rest] = address.match(/^\/(people|terms)\/([^/]+)(.*)$/) ?? [];
  if (collection === 'people')
    return (await find('people', key, ({ account }) => account)) + rest;
  if (collection === 'terms')
    return (await find('terms', key, ({ list, code }) => `${list}:${code}`)) + rest;
  return called.get(address) ?? address;
}

async function enter(account, [address, ...rest]) {
  const client = await as(account), step = typeof rest[0] === 'string' ? rest.shift() : null, sent = values(rest[0] ?? {});
  const path = await place(address), depth = path.split('/').length - 1;
  if (step === 'answer')
    await send(client, 'POST', path, sent, await version(client, `${path}.json`));
  else if (step)
    await send(client, 'POST', `${path}/${step}`, sent, await etag(client, `${path}.json`));
  else if (depth % 2 === 1)
    await create(client, path, sent);
  else if (depth === 2 && !known.has(path) && !path.startsWith('/people/')) {
    await create(client, path.slice(0, path.lastIndexOf('/')), { code: path.slice(path.lastIndexOf('/') + 1), ...sent });
    known.add(path);
  } else
    await send(client, 'PATCH', path, sent, await version(client, `${path}/edit.json`));
}

// Within grants_refresh_s the portal asks the directory again about whoever is signed in.
async function change({ ldif, gone }) {
  const { status, stderr } = spawnSync(slapd, ['change', `${stack}/ldap`], { input: ldif, encoding: 'utf8' });
  if (status)
    throw new Error(`The directory was not changed: ${stderr}`);
  const path = gone && `${await place(`/people/${gone}`)}.json`;
  for (let i = 0; gone && i < 300; i++, await wait(100))
    if (!JSON.parse((await (await as(office)).get(path)).text).active)
      return;
  if (gone)
    throw new Error(`The portal does not notice that ${gone} has left`);
}

for (const day of await chapters()) {
  set(day.at);
  try {
    await as(day.who);
    for (const record of day.records)
      await enter(day.who, record);
    if (day.ldif)
      await change(day);
  } catch (error) {
    console.error(`${day.at.toISOString()} ${day.who}: ${error.message}`);
    process.exitCode = 1;
    if (!process.env.STORY_GOES_ON)
      process.exit();
  }
}
for (const client of clients.values())
  client.close();
console.log(`${requests} requests, up to ${new Date(told).toISOString().slice(0, 10)}.`);
