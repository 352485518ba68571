// One minute: what a nurse manager and a member of a steering group come for is there at once, with how old it is.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { address, open, openBrowser } from './portal.mjs';

let browser;
before(async () => { browser = await openBrowser(); });
after(() => browser.close());

test('from a word of the project’s name to “is it late, how old is that” in two clicks', async (t) => {
  const tab = await (await open(browser, null, { viewport: { width: 1280, height: 900 } })).newPage();
  let clicks = 0;
  const click = async (selector) => { clicks++; await tab.locator(selector).first().click(); };
  await tab.goto(`${address}/?language=en`);
  await tab.fill('input[type=search]', 'sykepleier');
  await click('.sb-find button');
  await click('.sb-hits a');
  const gist = await tab.locator('.sb-gist').innerText();
  t.diagnostic(`${clicks} clicks: ${gist}`);
  assert.ok(clicks <= 2);
  assert.match(gist, /late/);
  assert.match(gist, /The report is \d+ weeks? old/);
  assert.match(gist, /On hold/);
});

test('the answer, and the decision that is asked for, are on a phone’s first screen', async () => {
  const tab = await (await open(browser, 'steering', { viewport: { width: 390, height: 844 } })).newPage();
  await tab.goto(`${address}/projects/ASTER?language=sv-FI`);
  for (const part of ['.sb-gist', '.sb-decision']) {
    const box = await tab.locator(part).boundingBox();
    assert.ok(box.y + box.height <= 844, `${part} ends at ${box.y + box.height}`);
  }
  assert.match(await tab.locator('.sb-decision').innerText(), /8 december 2026[^]*läkemedelslistorna[^]*Styrgruppen/);
});

test('a light that nobody has confirmed for long is not shown as today’s', async () => {
  const tab = await (await open(browser, null, { viewport: { width: 1280, height: 900 } })).newPage();
  await tab.goto(`${address}/?language=en`);
  const card = tab.locator('.sb-card', { hasText: 'Mobile arbeidsflater' });
  assert.match(await card.innerText(), /Report of 17 November 2025\s+Out of date/);
  assert.match(await card.locator('.sb-light').evaluate((e) => getComputedStyle(e, '::before').filter), /grayscale/);
});

test('paper: the paper that is asked for, without what is for the screen', async () => {
  const tab = await (await open(browser, 'portfolio', { viewport: { width: 700, height: 900 } })).newPage();
  await tab.goto(`${address}/projects/DHO?language=en`);
  await tab.emulateMedia({ media: 'print' });
  for (const hidden of ['.sb-nav', '.sb-add', '.sb-on-screen', '.sb-main a[href$="/edit"]', '#others'])
    assert.equal(await tab.locator(hidden).first().isVisible(), false, hidden);
  assert.match(await tab.locator('.sb-on-paper').innerText(), /^Printed \d+ \w+ \d{4}/);
  const pages = async (options) => ((await tab.pdf({ format: 'A4', ...options })).toString('latin1').match(/\/MediaBox \[0 0 (\d+)/)?.[1]);
  assert.ok(await pages({ landscape: true }) > await pages({ landscape: false }));
});
