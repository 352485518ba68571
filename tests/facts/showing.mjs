// showing.mjs: what was entered is found, by its collection and by the search, and stands on pages as people read them.
//   page      the page that somebody reads who looks for it: what the record is called stands there, or the values where it is not sent
//   shown     texts that stand on the record's page (and on `page`) in place of the values' own
//   not       a text that does not stand on `page`
//   open      pages that somebody who is not signed in reads as well
//   order     texts that stand on `page` in this order
//   language  of the pages, else English; what is neither a time nor a number is looked for in the document's language as well
//   file      the kind of the file that lies behind it
//   says      members of the document, by way
import { Client } from '../fixtures/client.mjs';
import { collectionOf } from './entering.mjs';

const entities = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
// What a page says, in one line.
const read = (html) => html.slice(html.indexOf('<main')).replace(/<[^>]*>/g, ' ').replace(/&(amp|lt|gt|quot|#39);/g, (e) => entities[e]).replace(/\s+/g, ' ');
const hrefs = (html) => [...html.matchAll(/href="([^"?#]*)/g)].map(([, way]) => way);
const flat = (text) => text.replace(/\s+/g, ' ').trim();

// What a record is known by on another page than its own, by collection.
const telling = { aliases: ['alias'], relations: ['other'], people: ['person', 'holder_body', 'holder_organisation', 'role'], sections: ['heading', 'body'],
  links: ['title'], deliverables: ['title'], milestones: ['title'], risks: ['title'], benefits: ['title'], rollouts: ['organisation'], adaptations: ['title'], 'adaptation-states': ['organisation'], items: ['title'], 'item-states': ['item'], lessons: ['title'], indicators: ['title'], measurements: ['value'], 'content-areas': ['title'], dependencies: ['needed'], interfaces: ['title'], 'meeting-series': ['title'], meetings: ['title'], counterparts: ['role'], headcounts: ['people'], 'member-rules': ['role'], duties: ['text'], attachments: ['title'], questions: ['title'], answers: ['value'], attendance: ['organisation'], decisions: ['title'], 'change-requests': ['title'], alternatives: ['title'], news: ['title'], events: ['title'], projects: ['title'] };
// Searched for are names and texts of subjects, and who has a role on them; lists of other records have a search of their own.
const searched = { projects: 'title', aliases: 'alias', sections: 'heading', people: 'person' };
// They order and guide, and no page says them.
const silent = ['position', 'language', 'code'];

export class Pages {
  pages = new Map();
  forms = new Map();

  constructor(portal, facts) {
    this.portal = portal;
    this.texts_of = facts.flatMap((fact) => (fact.records ?? []).flatMap(([, values]) => Object.values(values).flat()
      .filter((value) => typeof value === 'string' && !value.startsWith('@')).map((text) => ({ fact, text: flat(text) }))));
  }

  // Every page is asked for once.
  page(path, language = 'en') {
    const key = `${language} ${path}`;
    if (!this.pages.has(key))
      this.pages.set(key, this.fetch(path, language));
    return this.pages.get(key);
  }

  async fetch(path, language) {
    const answer = await (await this.portal.client()).get(path, { accept: 'text/html', 'accept-language': language });
    return answer.status === 200 ? { text: read(answer.text), links: hrefs(answer.text) } : null;
  }

  async need(path, text, language, fact) {
    const page = await this.page(path, language);
    if (!page)
      throw new Error(`there is no page ${path}`);
    if (!page.text.includes(flat(text)))
      throw new Error(`${path} does not show “${text}”`);
    // What other facts say is taken away: a word within another's text says nothing of this one.
    const words = flat(text), left = this.others(fact).filter((other) => other.length > words.length && other.includes(words))
      .reduce((rest, other) => rest.replaceAll(other, ' '), page.text);
    if (!left.includes(words))
      throw new Error(`${path} shows “${text}” only within what another fact says`);
  }

  // The texts of all facts but this one.
  others(fact) {
    return this.texts_of.filter((one) => one.fact !== fact).map((one) => one.text);
  }

  // The form that made the record tells how its values are shown.
  async field(address, name, language) {
    const path = `${collectionOf(address)}/new.json`, key = `${language} ${path}`;
    if (!this.forms.has(key))
      this.forms.set(key, this.portal.json(path, language));
    return (await this.forms.get(key))?.form?.fields.find((f) => f.name === name) ?? {};
  }

  async texts(address, name, value, language = 'en') {
    if (typeof value === 'object' && value?.content)
      return [value.name];
    if (value === null || value === false || silent.includes(name))
      return [];
    if (Array.isArray(value))
      return (await Promise.all(value.map((one) => this.texts(address, name, one, language)))).flat();
    const field = await this.field(address, name, language);
    const choice = field.choices?.find((c) => c.value === value);
    if (choice)
      return [choice.label];
    if (value === true)
      return [`${field.label} Yes`];
    if (typeof value === 'number')
      return [value.toLocaleString('en-GB')];
    const other = (field.is_search || field.is_many) && this.referred(name, field.search, value);
    return [other || inWords(value)];
  }

  referred(name, collection, key) {
    const types = { project: 'projects', organisation: 'organisations', body: 'bodies', strategy: 'strategies', service: 'services', model: 'models', funding_programme: 'funding-programmes' };
    const [type, code] = String(key).split('/');
    const within = code && !types[type] && ['/bodies', '/strategies'].map((place) => this.portal.called.get(`${place}/${type}/${place === '/bodies' ? 'decisions' : 'items'}/${code}`)).find(Boolean);
    if (within)
      return within;
    return this.portal.called.get(code ? `/${types[type]}/${code}` : `/${collection ?? `${name}s`}/${key.replace(/^#/, '')}`);
  }

  async show({ address, values, how, fact }) {
    const sent = Object.entries(values).map(([field, value]) => [field.replace('+', ''), this.portal.value(value)]);
    const of = async (list) => (await Promise.all(list.map(([name, value]) => this.texts(address, name, value, how.language)))).flat();
    for (const text of how.answers ? [] : how.shown ?? await of(sent))
      await this.need(address, text, how.language, fact);
    if (how.page) {
      const name = telling[collectionOf(address).split('/').at(-1)]?.find((one) => sent.some(([f]) => f === one));
      for (const text of how.shown ?? await of(name ? sent.filter(([f]) => f === name || name === 'heading' && f === 'body') : sent))
        await this.need(how.page, text, how.language, fact);
      await this.look(how);
    }
    if (how.file)
      await this.portal.lies(`${address}/file`, values.file.content, how.file);
    for (const [name, value] of how.answers || how.shown ? [] : sent)
      if (typeof value === 'string' && !isTime(value))
        for (const text of await this.texts(address, name, value, how.spoken))
          await this.need(address, text, how.spoken, fact);
    // A page that nothing leads to is shown to nobody.
    const list = await this.page(collectionOf(address), how.language), above = how.page && await this.page(how.page, how.language);
    if (!list?.links.includes(address) && !above?.links.includes(address))
      throw new Error(`nothing leads to ${address}`);
  }

  async openTo(everybody, language) {
    for (const path of everybody ?? []) {
      const client = new Client(), answer = await client.get(path, { accept: 'text/html', 'accept-language': language ?? 'en' });
      client.close();
      if (answer.status !== 200)
        throw new Error(`${path} is not for everybody: ${answer.status}`);
    }
  }

  async look({ page, not, order, open, language }) {
    await this.openTo(open, language);
    const { text } = await this.page(page, language);
    if (not && text.includes(not))
      throw new Error(`${page} says “${not}”`);
    let at = 0;
    for (const one of order ?? []) {
      at = text.indexOf(one, at);
      if (at < 0)
        throw new Error(`${page} does not show “${one}” in its place`);
    }
  }

  // Every address that the collection lists.
  async listed(collection) {
    this.lists ??= new Map();
    if (!this.lists.has(collection)) {
      const all = [];
      for (let next = ''; next !== null;) {
        const document = await this.portal.json(`${collection}.json${next && `?${next}`}`);
        all.push(...(document?.items ?? []).map((one) => `${collection}/${one.n ?? one.id ?? one.code}`));
        next = document?.next ?? (document?.paging?.next || null);
      }
      this.lists.set(collection, new Set(all));
    }
    return this.lists.get(collection);
  }

  async find({ address, values, how }) {
    const collection = collectionOf(address), kind = collection.split('/').at(-1);
    if (!(await this.listed(collection)).has(address))
      throw new Error(`${collection}.json does not list ${address}`);
    for (const [way, value] of Object.entries(how.says ?? {})) {
      const says = way.split('.').reduce((o, name) => o?.[name], await this.portal.json(`${address}.json`));
      if (says !== value)
        throw new Error(`${address}.json: ${way} is ${says}, not ${value}`);
    }
    const [, project] = address.match(/^\/projects\/([^/]+)/) ?? [], sought = values[searched[kind]];
    if (!project || !sought)
      return;
    const words = this.portal.called.get(this.portal.address(String(sought))) || this.portal.value(sought);
    const found = await this.portal.json(`/projects.json?q=${encodeURIComponent(words)}`);
    if (!found?.items.some((one) => one.code === project))
      throw new Error(`/projects?q=${words} does not find ${project}`);
  }
}

const isTime = (value) => /^~?\d{4}(-|$)/.test(value);

// A time as English pages write it; anything else as it is.
function inWords(value) {
  const [, about, year, month, day] = String(value).match(/^(~?)(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/) ?? [];
  const season = String(value).match(/^(\d{4})-(spring|summer|autumn|winter)$/);
  if (season)
    return `${season[2]} ${season[1]}`;
  if (!year)
    return String(value);
  const text = month ? new Date(Date.UTC(+year, month - 1, +(day ?? 1))).toLocaleDateString('en-GB', { timeZone: 'UTC', ...(day && { day: 'numeric' }), month: 'long', year: 'numeric' }) : year;
  return about ? `about ${text}` : text;
}
