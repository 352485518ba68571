// asks.mjs: the requests that are tortured, one row each.
//   name
//   prepare()           makes what the request needs; gives it
//   send(what)          the request: the same one each time it is called with the same `what`
//   good                the status when nothing fails
//   same                the answer says the same each time, so one that came in spite of a failure must be whole
//   ends                it can succeed once only: its token ends with it
//   verify(what, tell)  after it has succeeded: is it done, and done once? Tells what is wrong
import { randomUUID } from 'node:crypto';
import { Client, hiddenFields } from '../fixtures/client.mjs';
import { sql } from '../faults/servers.mjs';

const project = 'TORTURE', risks = `/projects/${project}/risks`;
let office, reader, grants, number = 0;

const title = () => `Tortured ${++number}`;
const risk = (text) => ({ kind: 'risk', title: text, probability: 1, consequence: 1, state: 'open' });
const stored = async (text) => Number(await sql(`SELECT count(*) FROM live.risk WHERE title = '${text}'`));
const versions = async (text) => Number(await sql(`SELECT count(*) FROM (SELECT title, version FROM live.risk
  UNION ALL SELECT title, version FROM past.risk) r WHERE title = '${text}'`));

// Everything that is there before the first failure.
export async function prepareAll() {
  office = await new Client().signIn('portfolio');
  reader = await new Client().signIn('leader');
  grants = JSON.stringify((await reader.access()).grants);
  await office.json('POST', '/projects', { code: project, title: 'Where everything fails', language: 'en', kind: 'project', owner: 'HSO',
    phase: 'planning', lifecycle: 'ongoing' });
}

async function made() {
  const answer = await office.json('POST', risks, risk(title()), { 'idempotency-key': randomUUID() });
  if (answer.status !== 201)
    throw new Error(`no risk to work on: ${answer.status} ${answer.text.slice(0, 200)}`);
  return { path: answer.headers.location, tag: answer.headers.etag, key: randomUUID(), title: title() };
}

async function once(what, tell) {
  const times = await stored(what.title);
  if (times !== 1)
    tell(`the record is there ${times} times`);
}

// Here many sign-ins fail after another, which elsewhere somebody is held back for.
const freeTurn = () => sql('DELETE FROM styrbord.sign_in_attempt');

const get = (name, path, who, more = {}) => ({ name, good: 200, same: true, prepare: async () => null, verify: async () => {},
  send: () => who().get(path), ...more });
const anybody = new Client();

export const asks = [
  get('GET /', '/', () => anybody),
  get('GET /projects/DHO as leader', '/projects/DHO', () => reader),
  get('GET /projects/DHO.json', '/projects/DHO.json', () => anybody),
  get('GET /readyz', '/readyz', () => anybody, { same: false }),
  {
    name: 'sign in', good: 303, ends: true,
    async prepare() {
      await freeTurn();
      const client = new Client(), form = await client.get('/login');
      return { client, fields: { ...hiddenFields(form.text), account: 'leader', password: process.env.STYRBORD_PASSWORD } };
    },
    async send({ client, fields }) {
      return client.form('/login', fields);
    },
    // Also after an answer that said yes in spite of a failure: with all of the person's rights.
    async verify({ client }, tell) {
      const access = await client.access();
      if (JSON.stringify(access.grants) !== grants)
        tell(`signed in with other rights than usual: ${JSON.stringify(access.grants)}`);
      client.close();
    },
  },
  {
    name: 'sign out', good: 303, ends: true,
    async prepare() {
      await freeTurn();
      const client = await new Client().signIn('leader'), stolen = new Client();
      stolen.cookies = new Map(client.cookies);
      return { client, stolen };
    },
    send: ({ client }) => client.form('/logout', { _csrf: client.csrf }),
    async verify({ client, stolen }, tell) {
      if ((await stolen.access()).account)
        tell('the session is still good after signing out');
      client.close();
      stolen.close();
    },
  },
  {
    name: 'POST a risk as JSON', good: 201,
    prepare: async () => ({ title: title(), key: randomUUID() }),
    send: (what) => office.json('POST', risks, risk(what.title), { 'idempotency-key': what.key }),
    verify: once,
  },
  {
    name: 'POST a risk as a form', good: 303,
    async prepare() {
      const form = await office.get(`${risks}/new`), what = { title: title() };
      return { ...what, fields: { ...hiddenFields(form.text), ...risk(what.title) } };
    },
    send: ({ fields }) => office.form(risks, fields),
    verify: once,
  },
  {
    name: 'PATCH a risk', good: 200,
    prepare: made,
    send: (what) => office.json('PATCH', what.path, { title: what.title }, { 'if-match': what.tag, 'idempotency-key': what.key }),
    async verify(what, tell) {
      const times = await versions(what.title);
      if (times !== 1)
        tell(`the change is there ${times} times`);
    },
  },
  {
    name: 'DELETE a risk', good: 204,
    prepare: made,
    send: (what) => office.json('DELETE', what.path, undefined, { 'if-match': what.tag, 'idempotency-key': what.key }),
    async verify(what, tell) {
      const still = await sql(`SELECT count(*) FROM live.risk r JOIN live.project p ON p.id = r.subject_id
        WHERE p.code = '${project}' AND r.n = ${what.path.split('/').at(-1)}`);
      if (still !== '0')
        tell('the record is still there');
    },
  },
];

// The page without what differs from one answer to the next.
export const withoutNonces = (text) => text.replace(/name="_(csrf|once)" value="[^"]*"/g, '').replace(/[0-9a-f]{32}/g, '');
