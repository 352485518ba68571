// Save, Back, write on, save again: a real browser shows what was saved beside what was written since, and one record is there.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { address, open, openBrowser } from './portal.mjs';

let browser;
before(async () => { browser = await openBrowser(); });
after(() => browser.close());

async function fill(tab, title) {
  await tab.fill('[name=title]', title);
  await tab.check('[name=probability][value="2x2"]', { force: true });
}

// Until the answer is there whole: Back from a page that is still coming leads elsewhere.
async function save(tab) {
  const loaded = tab.waitForEvent('load');
  await tab.click('main form.sb-form button[type=submit]');
  await loaded;
}

test('what was written on after Back is compared with what was saved, and saved over it', async () => {
  const tab = await (await open(browser, 'leader', { viewport: { width: 1280, height: 900 } })).newPage();
  const first = `First ${Date.now()}`, second = `Second ${Date.now()}`;
  await tab.goto(`${address}/projects/DHO/risks/new`);
  await fill(tab, first);
  await save(tab);
  assert.equal(await tab.locator('.sb-saved').count(), 1);
  await tab.goBack();
  await fill(tab, second);
  await save(tab);
  const main = await tab.locator('main').innerText();
  assert.match(main, /You have sent this form already/);
  assert.ok(main.includes(first) && main.includes(second), main);
  assert.equal(await tab.inputValue('[name=title]'), second);
  await save(tab);
  assert.equal(await tab.locator('.sb-saved').count(), 1);
  const page = await tab.locator('main').innerText();
  assert.ok(page.includes(second) && !page.includes(first));
});
