// client.mjs: a visitor of the portal who keeps cookies and repeats nothing unasked. (fetch() may send a request again by itself.)
import { Agent, request as send } from 'node:http';

export const address = process.env.STYRBORD_URL;
const password = process.env.STYRBORD_PASSWORD ?? 'styrbord-demo';
const TIMEOUT_MS = 40000;

export class Client {
  constructor(base = address) {
    this.base = base;
    this.agent = new Agent({ keepAlive: true, maxSockets: 4 });
    this.cookies = new Map();
    this.csrf = '';
  }

  // The answer { status, headers, text, bytes }; status 0 and `error` when none came.
  request(method, path, { headers = {}, body } = {}) {
    return new Promise((resolve) => {
      const none = (error) => resolve({ status: 0, headers: {}, text: '', error: error.code ?? error.message });
      const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const all = { ...headers, ...(cookie && { cookie }), ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }) };
      const out = send(this.base + path, { method, agent: this.agent, headers: all, timeout: TIMEOUT_MS }, (incoming) => {
        const parts = [];
        incoming.on('data', (part) => parts.push(part));
        incoming.on('error', none);
        incoming.on('end', () => {
          this.keep(incoming.headers['set-cookie'] ?? []);
          resolve({ status: incoming.statusCode, headers: incoming.headers, text: Buffer.concat(parts).toString(), bytes: Buffer.concat(parts) });
        });
      });
      out.on('timeout', () => out.destroy(new Error('no answer')));
      out.on('error', none);
      out.end(body);
    });
  }

  keep(lines) {
    for (const line of lines) {
      const [pair, ...attributes] = line.split(';');
      const name = pair.slice(0, pair.indexOf('=')), value = pair.slice(name.length + 1);
      if (!value || attributes.some((a) => a.trim().toLowerCase() === 'max-age=0'))
        this.cookies.delete(name);
      else
        this.cookies.set(name, value);
    }
  }

  get(path, headers = {}) {
    return this.request('GET', path, { headers });
  }

  json(method, path, document, headers = {}) {
    const body = document === undefined ? undefined : JSON.stringify(document);
    const ours = { accept: 'application/json', 'x-csrf-token': this.csrf, ...(body !== undefined && { 'content-type': 'application/json' }) };
    return this.request(method, path, { headers: { ...ours, ...headers }, body });
  }

  form(path, fields) {
    return this.request('POST', path, { headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString() });
  }

  // The answer to the sign-in form.
  async tryToSignIn(account, secret = password) {
    const form = await this.get('/login');
    return form.status === 200 ? this.form('/login', { ...hiddenFields(form.text), account, password: secret }) : form;
  }

  async signIn(account) {
    const answer = await this.tryToSignIn(account);
    if (answer.status !== 303)
      throw new Error(`${account} cannot sign in: ${answer.status} ${answer.error ?? ''}`);
    this.csrf = (await this.access()).csrf;
    return this;
  }

  async access() {
    return JSON.parse((await this.get('/access.json')).text);
  }

  close() {
    this.agent.destroy();
  }
}

const entities = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

// The hidden fields of the page's main form, by name.
export function hiddenFields(html) {
  const main = html.slice(html.indexOf('<main'));
  const form = main.match(/<form[^>]*method="post"[^]*?<\/form>/)?.[0] ?? '';
  const fields = {};
  for (const [tag] of form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const value = tag.match(/ value="([^"]*)"/)?.[1] ?? '';
    fields[tag.match(/ name="([^"]*)"/)[1]] = value.replace(/&(amp|lt|gt|quot|#39);/g, (entity) => entities[entity]);
  }
  return fields;
}

export const ofNginx = (answer) => answer.text.includes('<center>nginx');

// Until /readyz says yes: the seconds it took, or null when it was not well within so many.
export async function ready(seconds) {
  const client = new Client(), began = Date.now();
  try {
    while (Date.now() - began < seconds * 1000) {
      if ((await client.get('/readyz')).status === 200)
        return (Date.now() - began) / 1000;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return null;
  } finally {
    client.close();
  }
}
