// Without a mouse: the skip link, a focus that one can see on everything, errors that lead to their fields.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { address, open, openBrowser, pages, visit } from './portal.mjs';

let browser;
before(async () => { browser = await openBrowser(); });
after(() => browser.close());

async function tabOf(account, path) {
  const tab = await (await open(browser, account, { viewport: { width: 1280, height: 900 } })).newPage();
  if (path)
    await tab.goto(address + path);
  return tab;
}

test('the skip link comes first, shows itself, and leads past the header', async () => {
  const tab = await tabOf(null, '/projects/DHO');
  await tab.keyboard.press('Tab');
  const link = tab.locator('.ds-skip-link');
  assert.ok(await link.evaluate((e) => e === document.activeElement));
  const box = await link.boundingBox();
  assert.ok(box.width > 100 && box.height > 20 && box.x >= 0 && box.y >= 0, JSON.stringify(box));
  await tab.keyboard.press('Enter');
  assert.equal(await tab.evaluate(() => document.activeElement.id), 'content');
  await tab.keyboard.press('Tab');
  assert.ok(await tab.evaluate(() => Boolean(document.activeElement.closest('main'))));
});

// On every stop of the Tab key something must be drawn around what has the focus, and it must be on the screen.
async function stops(tab) {
  const seen = new Set(), unseen = new Set();
  let count = 0;
  for (; count < 400; count++) {
    await tab.keyboard.press('Tab');
    const stop = await tab.evaluate(() => {
      const e = document.activeElement;
      if (!e || e === document.body)
        return null;
      const drawn = (style) => (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || (style.boxShadow !== 'none' && /[3-9]px/.test(style.boxShadow));
      const seen = [getComputedStyle(e), getComputedStyle(e, '::after')].some(drawn);
      const box = e.getBoundingClientRect();
      return { seen: seen && box.width > 1 && box.bottom > 0 && box.top < window.innerHeight, html: e.outerHTML.slice(0, 140) };
    });
    if (!stop)
      break;
    (stop.seen ? seen : unseen).add(stop.html);
  }
  // A date field has several stops; on its calendar sign the browser draws a focus of its own, inside the field.
  return { unseen: [...unseen].filter((html) => !(html.includes('type="date"') && seen.has(html))), count };
}

for (const [account, path] of [[null, '/'], [null, '/projects?q=DHO'], ['leader', '/projects/DHO'], ['leader', '/projects/DHO/reports/new'], [null, '/login']])
  test(`the focus is seen at every stop of ${path} as ${account ?? 'anybody'}`, async () => {
    const { unseen, count } = await stops(await tabOf(account, path));
    assert.deepEqual(unseen, []);
    assert.ok(count > 6 && count < 400, `${count} stops`);
  });

test('the summary of errors leads to the fields', async () => {
  const tab = await tabOf('leader');
  await visit(tab, pages.find((page) => page.name === 'a form with errors'), 'en');
  await tab.waitForSelector('.ds-error-summary');
  const links = tab.locator('.ds-error-summary a');
  assert.ok(await links.count() >= 2);
  for (let i = 0; i < await links.count(); i++) {
    const id = (await links.nth(i).getAttribute('href')).slice(1);
    await links.nth(i).focus();
    await tab.keyboard.press('Enter');
    assert.equal(await tab.evaluate(() => document.activeElement.id), id);
    assert.equal(await tab.getAttribute(`#${id}`, 'aria-invalid'), 'true');
    const describedBy = (await tab.getAttribute(`#${id}`, 'aria-describedby')).trim().split(/\s+/);
    assert.ok(describedBy.includes(`error-${id.replace('field-', '')}`));
  }
});

test('the languages open and are chosen by keyboard, and the page stays', async () => {
  const tab = await tabOf(null, '/projects?q=DHO');
  await tab.locator('.sb-languages summary').focus();
  await tab.keyboard.press('Enter');
  await tab.locator('.sb-languages a[lang="fi"]').focus();
  await tab.keyboard.press('Enter');
  await tab.waitForURL(/language=fi/);
  assert.equal(await tab.getAttribute('html', 'lang'), 'fi');
  assert.equal(await tab.inputValue('#filter-q'), 'DHO');
});
