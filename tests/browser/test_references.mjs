// Naming another record by a part of what it is called: with suggestions from the portal, and without JavaScript.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { address, open, openBrowser } from './portal.mjs';

let browser;
before(async () => { browser = await openBrowser(); });
after(() => browser.close());

const options = (tab, id) => tab.locator(`datalist#${id}-suggestions option`).evaluateAll((all) => all.map((one) => one.value));
const save = (tab) => tab.click('main form.sb-form button[type=submit]');

async function fillDependency(tab) {
  await tab.goto(`${address}/projects/DHO/dependencies/new`);
  await tab.fill('[name=needed]', `Data ${Date.now()}`);
  await tab.check('[name=criticality][value=low]', { force: true });
  await tab.check('[name=light][value=green]', { force: true });
}

test('the portal suggests what fits while one types', async () => {
  const tab = await (await open(browser, 'leader', { viewport: { width: 1280, height: 900 } })).newPage();
  const refused = [];
  tab.on('console', (message) => { if (message.type() === 'error') refused.push(message.text()); });
  await fillDependency(tab);
  await tab.locator('#field-provider_project').pressSequentially('api');
  await tab.waitForFunction(() => document.querySelectorAll('#field-provider_project-suggestions option').length > 0);
  const suggested = await options(tab, 'field-provider_project');
  const one = suggested.find((text) => text.endsWith(' (NYAPI)'));
  assert.ok(one, suggested.join('; '));
  assert.ok(suggested.length <= 20);
  await tab.fill('#field-provider_project', one);
  await save(tab);
  assert.match(tab.url(), /(\?saved=yes)?#dependencies$/);
  assert.deepEqual(refused, []);
});

test('people are suggested by name, and sent by account', async () => {
  const tab = await (await open(browser, 'leader', { viewport: { width: 1280, height: 900 } })).newPage();
  await tab.goto(`${address}/projects/DHO/risks/new`);
  await tab.fill('[name=title]', `Risk ${Date.now()}`);
  await tab.check('[name=probability][value="2x2"]', { force: true });
  await tab.locator('#field-owner').pressSequentially('solheim');
  await tab.waitForFunction(() => document.querySelectorAll('#field-owner-suggestions option').length > 0);
  const [first] = await options(tab, 'field-owner');
  assert.match(first, /Solheim \([a-z.]+\)$/);
  await tab.fill('#field-owner', first);
  await save(tab);
  assert.match(tab.url(), /saved=yes/);
  const risks = await (await tab.request.get(`${address}/projects/DHO/risks.json?sort=-n`)).json();
  assert.ok(risks.items.some((risk) => `${risk.owner_label} (${risk.owner})` === first), JSON.stringify(risks.items[0]));
});

test('without JavaScript a part of the name does', async () => {
  const tab = await (await open(browser, 'leader', { javaScriptEnabled: false })).newPage();
  await fillDependency(tab);
  await tab.fill('#field-provider_project', 'zzzz qqqq');
  await save(tab);
  assert.match(await tab.locator('#error-provider_project').innerText(), /knows nothing called “zzzz qqqq”/);
  await tab.fill('#field-provider_project', 'digital');
  await save(tab);
  assert.match(await tab.locator('#error-provider_project').innerText(), /fits several|Too many/);
  await tab.fill('#field-provider_project', 'nyapi');
  await save(tab);
  assert.match(tab.url(), /(\?saved=yes)?#dependencies$/);
});

test('of several that fit one is chosen from a list', async () => {
  const tab = await (await open(browser, 'leader', { javaScriptEnabled: false })).newPage();
  await fillDependency(tab);
  await tab.fill('#field-provider_project', 'digital');
  await save(tab);
  const list = tab.locator('select[name=provider_project]');
  const values = await list.locator('option').evaluateAll((all) => all.map((one) => one.value).filter(Boolean));
  assert.ok(values.length > 1, 'several are offered');
  await list.selectOption(values.find((value) => value !== 'DHO'));
  await save(tab);
  assert.match(tab.url(), /(\?saved=yes)?#dependencies$/);
});
