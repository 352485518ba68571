// What one writes is not lost: to a session that ended, to another language, to a step elsewhere; and the page says what happened.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { address, open, openBrowser, password } from './portal.mjs';

let browser;
before(async () => { browser = await openBrowser(); });
after(() => browser.close());

const tabOf = async (account, options = { viewport: { width: 1280, height: 900 } }) => (await open(browser, account, options)).newPage();
const save = (tab) => tab.click('#record-form .sb-actions button[type=submit]');

async function begin(tab, title) {
  await tab.goto(`${address}/projects/DHO/risks/new`);
  await tab.fill('#field-title', title);
  await tab.fill('#field-cause', 'Et helt arbeid\nover to linjer.');
  await tab.check('[name=probability][value="2x3"]', { force: true });
}

for (const javaScriptEnabled of [true, false])
  test(`a late Save leads through signing in to the filled form, and one press saves${javaScriptEnabled ? '' : ', without script'}`, async () => {
    const tab = await tabOf('leader', { viewport: { width: 390, height: 844 }, javaScriptEnabled }), title = `Sent ${Date.now()}`;
    await begin(tab, title);
    await tab.context().clearCookies();
    await save(tab);
    assert.match(await tab.locator('[role=alert]').innerText(), /Nothing is lost/);
    await tab.fill('#account', 'leader');
    await tab.fill('#password', password);
    await tab.click('main form button[type=submit]');
    assert.equal(await tab.inputValue('#field-title'), title);
    assert.equal(await tab.inputValue('#field-cause'), 'Et helt arbeid\nover to linjer.');
    await save(tab);
    assert.match(await tab.locator('#content').innerText(), new RegExp(title));
  });

test('Enter saves a form: it changes no language, and publishes nothing', async () => {
  for (const javaScriptEnabled of [true, false]) {
    const tab = await tabOf('leader', { javaScriptEnabled }), title = `Enter ${Date.now()}`;
    await begin(tab, title);
    await tab.locator('#field-title').press('Enter');
    await tab.waitForURL(/saved=|projects\/DHO#|projects\/DHO$/);
    assert.match(await tab.locator('#risks >> xpath=../..').innerText(), new RegExp(title));
  }
});

test('another language keeps what was typed', async () => {
  const tab = await tabOf('leader'), title = `Tale ${Date.now()}`;
  await begin(tab, title);
  await tab.click('.sb-languages summary');
  await tab.click('.sb-languages button[value=fi]');
  assert.equal(await tab.getAttribute('html', 'lang'), 'fi');
  assert.equal(await tab.inputValue('#field-title'), title);
  assert.equal(await tab.inputValue('#field-cause'), 'Et helt arbeid\nover to linjer.');
});

test('the browser asks before one leaves what is not saved, and not when nothing was written', async () => {
  const tab = await tabOf('leader'), asked = [];
  tab.on('dialog', (dialog) => { asked.push(dialog.type()); dialog.accept(); });
  await tab.goto(`${address}/projects/DHO/risks/new`);
  await tab.goto(`${address}/projects/DHO`);
  assert.deepEqual(asked, []);
  await begin(tab, 'Ikke lagret');
  await tab.goto(`${address}/projects/DHO`);
  assert.deepEqual(asked, ['beforeunload']);
});

test('what was saved is said once', async () => {
  const tab = await tabOf('leader');
  await begin(tab, `Lagret ${Date.now()}`);
  await save(tab);
  assert.match(await tab.locator('#content [role=status]').first().innerText(), /Saved/);
  await tab.waitForFunction(() => !location.search.includes('saved'));
  await tab.reload();
  assert.equal(await tab.locator('#content [role=status]').count(), 0);
});

test('errors take the focus and stand in the title', async () => {
  for (const javaScriptEnabled of [true, false]) {
    const tab = await tabOf('leader', { javaScriptEnabled });
    await tab.goto(`${address}/projects/DHO/risks/new`);
    await save(tab);
    assert.match(await tab.title(), /^Error: /);
    assert.equal(await tab.locator('#errors').evaluate((e) => e === document.activeElement), true);
  }
});

test('menus close on Escape and when one goes elsewhere', async () => {
  const tab = await tabOf('leader');
  await tab.goto(`${address}/projects/DHO`);
  for (const menu of ['.sb-languages', '.sb-menu']) {
    await tab.click(`${menu} > summary`);
    await tab.keyboard.press('Escape');
    assert.equal(await tab.locator(`${menu}[open]`).count(), 0);
    assert.equal(await tab.locator(`${menu} > summary`).first().evaluate((e) => e === document.activeElement), true);
    await tab.click(`${menu} > summary`);
    await tab.mouse.click(3, 700);
    assert.equal(await tab.locator(`${menu}[open]`).count(), 0);
  }
});
