// entering.mjs: facts are entered into the portal and read back, over JSON, by people of the directory.
import { Client } from '../fixtures/client.mjs';

// A record of a fact file: [address, values, {how}].
//   address   a collection: a new record (/projects/DHO/risks); a record: it is made when it is not there yet (/projects/DHO), else
//             changed; @name: the record that was given this name
//   values    what is sent; "field+" is added to what the field has, a text as a paragraph of its own; "@name" is that record's key
//   name      it is called so from now on
//   as        who enters it: an account of the directory; else who the document's `who` says by what is done and where, "PATCH
//             /projects/DHO" (the first that fits), else the portfolio office
//   after     it is entered when the document's `afterwards` are done: a correction of what is published
//   has       members of the document that say something, whatever it is
//   answers   the address is not the record's own but that of an answer to it, which has a form alone
//   page, shown, not, order, language, says   see showing.mjs
const office = 'portfolio';

const segments = (path) => path.split('/').slice(1);
export const isCollection = (path) => segments(path).length % 2 === 1;
export const collectionOf = (address) => address.slice(0, address.lastIndexOf('/'));

// What others refer to is entered before them, whatever its fact's number is.
const ranks = [/^\/(organisations|people)(\/[^/]+)?$/, /^\/(roles|terms)(\/[^/]+)?$/, /^\/strategies\/[^/]+$/, /^\/strategies\/[^/]+\/goals$/, /^\/strategies\/[^/]+\/items$/,
  /^\/(projects|services|funding-programmes|news|events)\/[^/]+$/, /^\/(bodies|models)\/[^/]+$/, /^\/models\/[^/]+\/items$/, /^\/surveys\/[^/]+$/, /^\/surveys\/[^/]+\/questions$/, /\/indicators$/, /\/meetings$/, /\/decisions$/, /\/change-requests$/];
const rank = (address) => {
  const found = ranks.findIndex((one) => one.test(address));
  return address.startsWith('@') || found < 0 ? ranks.length : found;
};

// A report's page has its lights by dimension.
export function said(document, name) {
  const [, dimension, what] = name.match(/^(\w+)_(light|text)$/) ?? [];
  return name in document ? document[name] : document.dimensions?.find((one) => one.dimension === dimension)?.[what];
}

export class Portal {
  clients = new Map();
  names = new Map();   // name → address
  called = new Map();  // address → what the record is called
  read = new Map();    // address → what stands there
  problems = [];
  entered = new Map(); // account → how many records

  async client(account = office) {
    if (!this.clients.has(account))
      this.clients.set(account, await new Client().signIn(account));
    return this.clients.get(account);
  }

  close() {
    for (const client of this.clients.values())
      client.close();
    this.clients.clear();
  }

  // The file itself.
  async lies(path, content, kind) {
    const answer = await (await this.client()).get(path, {});
    if (answer.status !== 200 || kind && answer.headers['content-type'] !== kind || !answer.bytes.equals(Buffer.from(content, 'base64')))
      throw new Error(`${path} is not the file that was sent: ${answer.status} ${answer.headers['content-type']}`);
  }

  // The answer's document; null with a problem noted.
  async json(path, language = 'en') {
    const answer = await (await this.client()).get(path, { accept: 'application/json', 'accept-language': language });
    return answer.status === 200 ? { ...JSON.parse(answer.text), etag: answer.headers.etag } : null;
  }

  address(path) {
    const [, name, behind] = path.match(/^@([a-z0-9_]+)(.*)$/) ?? [];
    return name ? (this.names.get(name) ?? path) + behind : path;
  }

  // "@ingrid" is the key by which a field refers to that person.
  value(value) {
    if (Array.isArray(value))
      return value.map((one) => this.value(one));
    const address = typeof value === 'string' && value.startsWith('@') && this.names.get(value.slice(1));
    const [, whole] = address?.match?.(/^\/(?:strategies|bodies)\/([^/]+\/(?:items|decisions)\/\d+)$/) ?? [];
    return whole ? whole.replace(/\/(items|decisions)\//, '/') : address ? address.replace(/^\/people\//, '#').replace(/^.*\//, '') : value;
  }

  async enter(path, values, how) {
    const address = this.address(path);
    const known = how.answers || this.called.has(address);
    const code = known || isCollection(address) ? {} : { code: segments(address).at(-1) };
    const into = isCollection(address) || known ? address : collectionOf(address);
    const before = known ? await this.json(`${address}.json`) : null;
    const initial = known ? {} : how.initial[segments(into).at(-1)] ?? {};
    const sent = { ...initial, ...code };
    for (const [field, value] of Object.entries(values))
      Object.assign(sent, this.added(field, value, before));
    const method = known && !how.answers ? 'PATCH' : 'POST';
    const account = how.as ?? how.who?.find(([what]) => new RegExp(what).test(`${method} ${address}`))?.[1] ?? office;
    const client = await this.client(account);
    this.entered.set(account, (this.entered.get(account) ?? 0) + 1);
    const answer = await client.json(method, into, sent, before ? { 'if-match': `"${before.version}"` } : {});
    if (answer.status !== 200 && answer.status !== 201)
      throw new Error(`${into} as ${account}: ${answer.status} ${reason(answer)}`);
    const is = answer.headers.location ?? address;
    if (how.name)
      this.names.set(how.name, is);
    if (!how.answers)
      this.called.set(is, sent.name ?? sent.title ?? this.called.get(is) ?? '');
    return how.answers ? this.address(how.answers) : is;
  }

  added(field, value, before) {
    if (!field.endsWith('+'))
      return { [field]: this.value(value) };
    const name = field.slice(0, -1), had = before?.[name];
    if (Array.isArray(value))
      return { [name]: [...(had ?? []).map((one) => one.code ?? one.key ?? one), ...this.value(value)] };
    return { [name]: [had, value].filter(Boolean).join('\n\n') };
  }

  // Does the record say what was sent? Throws, with what it says instead.
  async readBack({ address, values, how }) {
    const { document, form } = await this.whole(address);
    if (!document)
      throw new Error(`${address}.json cannot be read`);
    for (const name of how.has ?? [])
      if (document[name] === null || document[name] === undefined)
        throw new Error(`${address}: ${name} is empty`);
    for (const [field, value] of Object.entries(values)) {
      const name = field.replace('+', ''), sent = this.value(value);
      if (name === 'correction_reason') // it stands in the log of corrections
        continue;
      const known = said(document, name), has = known === undefined ? form?.record?.[name] : known;
      if (!this.same(sent, has, field.endsWith('+')))
        throw new Error(`${address}: ${name} is ${JSON.stringify(has)}, not ${JSON.stringify(sent)}`);
    }
  }

  // A project's or a report's page has what its readers want: the rest of the record stands in the form. Asked for when all is entered, once.
  async whole(address) {
    if (!this.read.has(address))
      this.read.set(address, { document: await this.json(`${address}.json`),
        form: /^\/projects\/[^/]+(\/reports\/\d+)?$/.test(address) ? await this.json(`${address}/edit.json`) : null });
    return this.read.get(address);
  }

  same(sent, has, within) {
    if (Array.isArray(sent))
      return Array.isArray(has) && sent.every((one) => has.some((other) => (other?.code ?? other) === one));
    if (typeof sent === 'object' && sent?.content)
      return has?.name === sent.name;
    if (has !== null && typeof has === 'object')
      return has.code === sent || has.name === this.called.get(`/people/${String(sent).slice(1)}`);
    if (within)
      return String(has).split('\n\n').includes(sent);
    return typeof sent === 'number' ? Number(has) === sent : has === sent;
  }

  // All records of all documents, in an order that each finds there what it refers to; then what is done when all are entered.
  async enterAll(documents) {
    const all = documents.flatMap((d) => [...d.ground.map((one) => [d, null, one]), ...d.facts.flatMap((f) => (f.records ?? []).map((one) => [d, f, one]))])
      .map(([d, fact, [path, values, how = {}]]) => ({ fact, path, values, how: { ...how, initial: d.new, who: d.who, spoken: d.language } }));
    all.sort((a, b) => rank(a.path) - rank(b.path));
    this.after = all.filter((one) => one.how.after);
    await this.enterEach(all.filter((one) => !one.how.after));
  }

  async enterEach(records) {
    for (const record of records) {
      const { fact, path, values, how } = record;
      try {
        record.address = await this.enter(path, values, how);
        fact?.entered.push(record);
      } catch (error) {
        if (fact)
          fact.problems.push(error.message);
        else
          this.problems.push(error.message);
      }
    }
  }

  async finish(documents) {
    for (const [account, path, step] of documents.flatMap((d) => d.afterwards ?? [])) {
      const address = this.address(path), client = await this.client(account), now = await this.json(`${address}.json`);
      const answer = await client.json('POST', `${address}/${step}`, {}, { 'if-match': now?.etag ?? '"-"' });
      if (answer.status !== 200)
        this.problems.push(`${address}/${step}: ${answer.status} ${reason(answer)}`);
    }
    this.read.clear();
    await this.enterEach(this.after);
  }
}

function reason(answer) {
  try {
    const { detail, errors } = JSON.parse(answer.text);
    return errors?.map((e) => `${e.field}: ${e.message}`).join('; ') || detail;
  } catch {
    return answer.error ?? answer.text.slice(0, 100);
  }
}
