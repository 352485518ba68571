// later.mjs: forty days later every record says something else, and the day on which it was entered still says what was entered.
// The servers are ended and started again with another clock (faketime): nothing in the portal can set it.
import { execFileSync } from 'node:child_process';
import { said } from './entering.mjs';

const days = 40;
const stack = new URL('../fixtures/stack.sh', import.meta.url).pathname;

// PostgreSQL's and the portal's clock; the directory and nginx keep theirs.
export function startLater() {
  const url = new URL(process.env.STYRBORD_URL), clock = `+${days}d`;
  execFileSync(stack, ['stop', process.env.STYRBORD_DIR], { stdio: 'ignore' });
  execFileSync(stack, ['start', process.env.STYRBORD_DIR, url.port], { stdio: 'ignore', env: { ...process.env, POSTGRES_CLOCK: clock, PORTAL_CLOCK: clock } });
}

export const dayOfEntering = () => new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Helsinki' });

// What a field says instead; undefined: it is left.
function another(field, now) {
  if (['url', 'registration_url', 'code', 'options', 'of', 'correction_reason'].includes(field.name))
    return undefined;
  if (field.kind === 'text' || field.kind === 'long')
    return field.max && String(now ?? '').length + 4 > field.max ? undefined : `${now ?? ''} (2)`.trim();
  if (field.kind === 'number')
    return Number(now ?? 0) === Number(field.max) ? Number(now) - 1 : Number(now ?? 0) + 1;
  if (field.kind === 'date')
    return now === '2031-12-31' ? '2030-12-31' : '2031-12-31';
  if (field.kind === 'choice')
    return field.choices.find((one) => one.value && one.value !== now)?.value;
  return undefined;
}

export class Later {
  changed = new Set();

  constructor(portal) {
    this.portal = portal;
  }

  // Once a record, whatever the facts that it holds: first a field that one of them names.
  async change({ address, values }) {
    if (this.changed.has(address))
      return;
    this.changed.add(address);
    const form = await this.portal.json(`${address}/edit.json`);
    if (!form?.form)
      return this.correct(address, values);
    const named = (field) => field.name in values || `${field.name}+` in values, kinds = ['text', 'long', 'number', 'date', 'choice'];
    const fields = form.form.fields.filter((f) => kinds.includes(f.kind))
      .sort((a, b) => named(b) - named(a) || kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
    let refused = 'nothing of it can be changed';
    for (const field of fields) {
      const value = another(field, form.record[field.name]);
      if (value === undefined)
        continue;
      const reason = form.record.published_at && form.form.fields.some((one) => one.name === 'correction_reason') ? { correction_reason: 'It was said otherwise.' } : {};
      const answer = await this.patch(address, { [field.name]: value, ...reason }, form.record.version);
      if (answer.status === 200 && JSON.parse(answer.text).version !== form.record.version)
        return;
      refused = `${field.name}: ${answer.status} ${answer.text.slice(0, 200)}`;
    }
    throw new Error(`${address} is not changed: ${refused}`);
  }

  async patch(address, values, version) {
    return (await this.portal.client()).json('PATCH', address, values, { 'if-match': `"${version}"` });
  }

  // What is published is corrected.
  async correct(address, values) {
    const field = Object.keys(values).map((name) => name.replace('+', '')).find((name) => ['causes', 'going_well', 'summary', 'risk_text', 'coming_next'].includes(name)) ?? 'summary';
    const now = await this.portal.json(`${address}.json`), after = `${now[field] ?? ''} (2)`;
    const answer = await (await this.portal.client()).json('POST', `${address}/correct`, { field, after, reason: 'It was said otherwise.' }, { 'if-match': now.etag });
    if (answer.status !== 200)
      throw new Error(`${address} is not corrected: ${answer.status} ${answer.text.slice(0, 200)}`);
  }

  // What stood there on the day; a place among its like is seen in an order alone.
  async stood({ address, values }, day) {
    const document = await this.portal.json(`${address}.json?at=${day}`);
    if (!document)
      throw new Error(`${address}.json?at=${day} cannot be read`);
    for (const [field, value] of Object.entries(values)) {
      const name = field.replace('+', '');
      if (!['position', 'correction_reason'].includes(name) && !this.portal.same(this.portal.value(value), said(document, name), field.endsWith('+')))
        throw new Error(`${address}.json?at=${day}: ${name} is ${JSON.stringify(said(document, name))}, not ${JSON.stringify(value)}`);
    }
    if (values.file)
      await this.portal.lies(`${address}/file?at=${day}`, values.file.content);
  }
}
