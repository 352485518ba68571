// A leader's month, counted: a report, three deliverables, a risk, a dependency, a correction.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { address, openBrowser, password } from './portal.mjs';

let browser;
before(async () => { browser = await openBrowser(); });
after(() => browser.close());

const CLICKS = 35, LOADS = 12, KEYS = 561;

// Who counts: a field that is written into costs a click, and each of its characters a key.
async function counted(t) {
  const tab = await (await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce', viewport: { width: 1280, height: 900 } })).newPage();
  const count = { clicks: 0, keys: 0, loads: 0 };
  tab.setDefaultTimeout(10000);
  tab.on('load', () => count.loads++);
  const leads = (act) => Promise.all([tab.waitForEvent('load'), act()]);
  return {
    tab, count,
    press: async (selector) => { count.clicks++; await tab.locator(selector).first().click({ force: true }); },
    follow: async (selector) => { count.clicks++; await leads(() => tab.locator(selector).first().click()); },
    type: async (selector, text) => { count.clicks++; count.keys += text.length; await tab.locator(selector).first().fill(text); },
    tell: (task) => t.diagnostic(`${task.padEnd(22)} clicks ${count.clicks}, keys ${count.keys}, page loads ${count.loads}`),
  };
}

test('a leader’s month', async (t) => {
  const { tab, count, press, follow, type, tell } = await counted(t);
  const save = '#record-form .sb-actions button[type=submit]';
  await tab.goto(`${address}/login?language=en`);
  await type('#account', 'leader');
  await type('#password', password);
  await follow('main form button[type=submit]');
  await follow('main a[href$="/projects/DHO"]');
  tell('signed in');

  await follow('a[href$="/projects/DHO/reports/new"]');
  await press('a[href*="as=last"]');
  await tab.locator('a[href*="as=last"]').waitFor({ state: 'detached' });
  await type('#field-summary', 'Endringsanmodningen ligger hos styringsgruppen. Produksjonsmiljøet er åpnet, og de første pasientene følges opp hjemmefra.');
  await type('#field-delay_weeks', '7');
  await follow('#record-form button[name=_also]');
  assert.match(await tab.locator('[role=status]').innerText(), /Published/);
  assert.match(await tab.locator('.sb-gist').innerText(), /7 weeks late/);
  tell('report, published');

  await press('a[href$="/deliverables/edit"]');
  for (const [n, day] of [[3, '1.3.2027'], [4, '15.3.2027'], [2, '1.6.2023']])
    await type(`[name="forecast_on.${n}"]`, day);
  await follow(save);
  assert.match(await tab.locator('#deliverables >> xpath=../..').innerText(), /15 March 2027/);
  tell('three deliverables');

  await press('a[href$="/risks/new"]');
  await type('#field-title', 'Klinikken mangler folk i januar');
  await press('[name=probability][value="4x3"]');
  await follow(save);
  assert.match(await tab.locator('#risks >> xpath=../..').innerText(), /Klinikken mangler folk/);
  tell('a risk');

  await press('a[href$="/dependencies/new"]');
  await type('#field-needed', 'Pålogging med kort');
  await type('#field-provider_project', 'Mobile arbeidsflater');
  await press('[name=criticality][value=high]');
  await press('[name=light][value=yellow]');
  await follow(save);
  assert.match(await tab.locator('#dependencies >> xpath=../..').innerText(), /Pålogging med kort/);
  tell('a dependency');

  await follow('.sb-status a[href*="/reports/"]');
  await follow('a[href$="/correct?field=delay_weeks"]');
  await type('#field-after', '9');
  await type('#field-reason', 'Telt feil.');
  await follow('form.sb-form .sb-actions button[type=submit]');
  assert.match(await tab.locator('#corrections >> xpath=..').innerText(), /Telt feil/);
  tell('a correction');

  assert.ok(count.clicks <= CLICKS, `${count.clicks} clicks`);
  assert.ok(count.loads <= LOADS, `${count.loads} page loads`);
  assert.ok(count.keys <= KEYS, `${count.keys} keys`);
});
