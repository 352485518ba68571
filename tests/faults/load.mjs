// load.mjs: people at work while something breaks. Each is patient: what was not acknowledged is sent again, word by word, until it
// is. So everything acknowledged must be there once, and nothing twice, whatever broke in between.
import { randomUUID } from 'node:crypto';
import { Client, hiddenFields, ofNginx } from '../fixtures/client.mjs';
import { sleep, sql } from './servers.mjs';

const PROBE_MS = 100, AGAIN_MS = 250, PAUSE_MS = 5, JSON_WRITERS = 3;
const projects = ['FAULT0', 'FAULT1', 'FAULT2', 'FAULT3'];
// What a patient client tries again; any other refusal of a request that is right is a fault.
const tryAgain = [0, 409, 429, 502, 503, 504];

// Who writes, signed in once for all faults, and where.
export async function prepare() {
  const office = await new Client().signIn('portfolio');
  for (const code of projects)
    await expect(office.json('POST', '/projects', { code, title: `Written while things break, ${code}`, language: 'en', kind: 'project',
      owner: 'HSO', phase: 'planning', lifecycle: 'ongoing' }), 201);
  const report = await expect(office.json('POST', `/projects/${projects[0]}/reports`, { reported_on: await sql('SELECT current_date'),
    status_label: 'as_planned', light: 'green', risk_level: 'low', summary: 'Nothing yet' }), 201);
  const people = Array.from({ length: JSON_WRITERS + 2 }, () => new Client());
  await signInAll(people);
  return { people, report: report.headers.location };
}

// Again when a fault ended their sessions, as an hour that passes at once does.
export async function signInAll(people) {
  for (const person of people) {
    person.cookies.clear();
    await person.signIn('portfolio');
  }
}

async function expect(request, status) {
  const answer = await request;
  if (answer.status !== status)
    throw new Error(`expected ${status}, got ${answer.status} ${answer.error ?? answer.text.slice(0, 300)}`);
  return answer;
}

export class Load {
  constructor(tag, { people, report }) {
    this.tag = tag;
    this.report = report;
    this.stopping = false;
    this.probes = [];      // { at, took, good }, in ms
    this.failed = new Map(); // status (or the socket's error) → how many answers to writes
    this.odd = [];         // answers that no patient client should get
    this.nginxPages = 0;
    this.saved = [];       // titles of risks that were acknowledged
    this.patched = [];     // numbers in summaries of the report that were acknowledged
    this.successes = [];   // by writer: when the last write was acknowledged
    const writers = people.slice(0, JSON_WRITERS).map((person, i) => this.risksByJson(person, i));
    writers.push(this.risksByForm(people[JSON_WRITERS], JSON_WRITERS), this.summaries(people[JSON_WRITERS + 1], JSON_WRITERS + 1));
    this.work = [...writers, this.probe(new Client())];
    this.writers = writers.length;
  }

  // Ends the work; whoever is in the middle of a record may still try for some seconds.
  async stop() {
    this.stopping = true;
    this.patienceEnds = Date.now() + 15000;
    await Promise.all(this.work);
  }

  // Has everybody been served since then?
  servedSince(moment) {
    return Array.from({ length: this.writers }, (_, i) => this.successes[i] ?? 0).every((at) => at > moment);
  }

  // Sends the same request until its status is the one that says "saved". The answer, or null when nobody will say it.
  async until(wanted, writer, ask) {
    while (!this.stopping || Date.now() < this.patienceEnds) {
      const answer = await ask();
      if (answer.status === wanted) {
        this.successes[writer] = Date.now();
        return answer;
      }
      this.note(answer);
      if (!tryAgain.includes(answer.status))
        return null;
      await sleep(AGAIN_MS);
    }
    return null;
  }

  note(answer) {
    const what = answer.error ?? answer.status;
    this.failed.set(what, (this.failed.get(what) ?? 0) + 1);
    if (ofNginx(answer))
      this.nginxPages++;
    if (!tryAgain.includes(answer.status))
      this.odd.push(`${answer.status} ${answer.text.replace(/\s+/g, ' ').slice(0, 200)}`);
  }

  risk(title) {
    return { kind: 'risk', title, probability: '1', consequence: '1', state: 'open' };
  }

  async risksByJson(person, writer) {
    const path = `/projects/${projects[writer]}/risks`;
    for (let n = 1; !this.stopping; n++, await sleep(PAUSE_MS)) {
      const title = `${this.tag} ${writer} ${n}`, document = { ...this.risk(title), probability: 1, consequence: 1 };
      const key = randomUUID();
      if (await this.until(201, writer, () => person.json('POST', path, document, { 'idempotency-key': key })))
        this.saved.push(title);
    }
  }

  async risksByForm(person, writer) {
    const path = `/projects/${projects[writer]}/risks`;
    for (let n = 1; !this.stopping; n++, await sleep(PAUSE_MS)) {
      const form = await person.get(`${path}/new`);
      if (form.status !== 200) {
        this.note(form);
        await sleep(AGAIN_MS);
        continue;
      }
      const title = `${this.tag} ${writer} ${n}`, fields = { ...hiddenFields(form.text), ...this.risk(title) };
      if (await this.until(303, writer, () => person.form(path, fields)))
        this.saved.push(title);
    }
  }

  async summaries(person, writer) {
    let tag = null;
    for (let n = 1; !this.stopping; await sleep(PAUSE_MS)) {
      if (!tag) {
        const report = await person.get(this.report, { accept: 'application/json' });
        tag = report.status === 200 ? report.headers.etag : null;
        if (!tag) {
          this.note(report);
          await sleep(AGAIN_MS);
          continue;
        }
      }
      const headers = { 'if-match': tag, 'idempotency-key': randomUUID() }, summary = `${this.tag} ${n}`;
      const answer = await this.until(200, writer, () => person.json('PATCH', this.report, { summary }, headers));
      if (answer)
        this.patched.push(n);
      tag = answer?.headers.etag;
      n++;
    }
  }

  async probe(reader) {
    while (!this.stopping) {
      const at = Date.now(), answer = await reader.get('/projects/DHO.json'), took = Date.now() - at;
      this.probes.push({ at, took, good: answer.status === 200 });
      if (ofNginx(answer))
        this.nginxPages++;
      await sleep(Math.max(0, PROBE_MS - took));
    }
    reader.close();
  }

  // Seconds from the first reader who got nothing to the next who got the page, over all such times.
  secondsAway() {
    let since = null, sum = 0;
    for (const probe of this.probes) {
      if (!probe.good)
        since ??= probe.at;
      else if (since !== null) {
        sum += probe.at + probe.took - since;
        since = null;
      }
    }
    return (sum + (since === null ? 0 : Date.now() - since)) / 1000;
  }
}
