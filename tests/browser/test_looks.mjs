// How pages look and what they say in passing: names and not codes, words and not signs, nothing that nobody came for.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { address, open, openBrowser } from './portal.mjs';

let browser;
before(async () => { browser = await openBrowser(); });
after(() => browser.close());

async function tabOf(account, path, options) {
  const tab = await (await open(browser, account, { viewport: { width: 1280, height: 900 }, ...options })).newPage();
  await tab.goto(address + path);
  return tab;
}

test('the way here is told in names', async () => {
  for (const path of ['/projects/NYAPI', '/projects/NYAPI/risks/1', '/projects/NYAPI/risks', '/projects/NYAPI/risks/1/edit', '/projects/NYAPI/history',
    '/projects/DHO/reports/18', '/projects/DHO/dependencies/new', '/organisations/HSO/people/new']) {
    const tab = await tabOf('portfolio', `${path}?language=en`);
    for (const crumb of await tab.locator('.sb-crumbs li').allInnerTexts())
      assert.doesNotMatch(crumb, /^[\s/]*[A-Z][A-Z0-9_-]+$/, path);
    await tab.close();
  }
});

test('what one may do stands in one’s own menu, which closes on Escape', async () => {
  const tab = await tabOf('leader', '/?language=en');
  assert.equal(await tab.locator('.sb-nav a[href$="/access"]').count(), 0);
  const menu = tab.locator('.sb-person');
  for (const each of [menu, tab.locator('.sb-languages')]) {
    await each.locator('summary').click();
    assert.ok(await each.locator('ul').isVisible());
    await tab.keyboard.press('Escape');
    assert.equal(await each.locator('ul').isVisible(), false);
    assert.ok(await each.locator('summary').evaluate((e) => e === document.activeElement));
  }
  await menu.locator('summary').click();
  await menu.locator('a').click();
  await tab.waitForURL(/\/access/);
});

test('the notice of saving does not stay in the address', async () => {
  const tab = await tabOf('leader', '/projects/DHO?saved=yes');
  assert.ok(await tab.locator('.sb-saved').isVisible());
  await tab.waitForURL((url) => !url.searchParams.has('saved'));
});

test('lights are looked at, not walked through', async () => {
  const tab = await tabOf(null, '/projects/DHO?language=en');
  const stops = await tab.evaluate(() => document.querySelectorAll('.sb-status :is(a[href], button, summary, input)').length);
  assert.ok(stops <= 9, `${stops} stops in the status`);
  assert.ok(await tab.locator('.sb-trend > li').count() > 10);
  assert.match(await tab.locator('.sb-trend > li').first().innerText(), /\d{4}: (Green|Yellow|Red)/);
  assert.match(await tab.locator('.sb-history a').getAttribute('href'), /\/reports$/);
});

test('on a phone the contents list leads to the milestones, and what is pressed is large enough', async () => {
  const tab = await tabOf('steering', '/projects/DHO?language=nb', { viewport: { width: 390, height: 844 } });
  const list = tab.locator('.sb-contents');
  const box = await list.locator('summary').boundingBox();
  assert.ok(box.y + box.height <= 844, `the contents list begins at ${box.y}`);
  await list.locator('summary').click();
  await list.locator('a[href="#milestones"]').click();
  const heading = await tab.locator('#milestones').boundingBox();
  assert.ok(heading.y >= 0 && heading.y < 200, `the milestones are at ${heading.y}`);
  const dead = await list.locator('a').evaluateAll((all) => all.map((e) => e.getAttribute('href')).filter((to) => !document.querySelector(to)));
  assert.deepEqual(dead, []);
  // Links within running text are as high as its lines (WCAG 2.5.8).
  const small = await tab.evaluate(() => [...document.querySelectorAll('a, button, summary, label:has(input), input, select')].filter((e) => {
    const { width, height } = e.getBoundingClientRect();
    return width > 1 && getComputedStyle(e).display !== 'inline' && e.checkVisibility() && !e.closest('.ds-skip-link') && !(e.matches('input') && e.closest('label')) && height < 24;
  }).map((e) => e.outerHTML.slice(0, 100)));
  assert.deepEqual(small, []);
});

test('a wide screen shows more', async () => {
  const tab = await tabOf(null, '/?language=en');
  // A card whose name and status are seen: its upper half.
  const seen = () => tab.locator('.sb-even > li').evaluateAll((all) => all.map((e) => e.getBoundingClientRect())
    .filter((box) => box.top + box.height / 2 <= innerHeight).length);
  const narrow = await seen();
  await tab.setViewportSize({ width: 1920, height: 900 });
  const wide = await seen();
  assert.ok(wide >= 2 * narrow, `${narrow} cards at 1280, ${wide} at 1920`);
  assert.equal(await tab.evaluate(() => getComputedStyle(document.documentElement).fontSize), '16px');
  // A line of prose stays one that can be read.
  await tab.goto(`${address}/projects/DHO?language=en`);
  for (const width of await tab.locator('.sb-prose').evaluateAll((all) => all.map((e) => e.clientWidth)))
    assert.ok(width <= 46 * 16, `prose ${width} wide`);
});

test('columns end together, and the rows of cards begin together', async () => {
  const tab = await tabOf('staff', '/?language=en');
  const ends = await tab.locator('.sb-front > *').evaluateAll((all) => all.map((e) => e.getBoundingClientRect().bottom));
  for (let i = 0; i < ends.length; i += 2)
    assert.ok(Math.abs(ends[i] - ends[i + 1]) < 160, `the front page’s row ends at ${ends[i]} and ${ends[i + 1]}`);
  for (const code of ['DHO', 'ASTER']) {
    await tab.goto(`${address}/projects/${code}?language=en`);
    const [main, aside] = await tab.locator('.sb-two > *').evaluateAll((all) => all.map((e) => e.getBoundingClientRect().bottom));
    assert.ok(Math.abs(main - aside) < 450, `${code}: the columns end at ${main} and ${aside}`);
  }
  await tab.goto(`${address}/?language=en`);
  const tops = await tab.locator('.sb-even > li').evaluateAll((all) => all.slice(0, 3).map((card) => [...card.children].map((e) => Math.round(e.getBoundingClientRect().top))));
  assert.equal(new Set(tops.map(String)).size, 1, JSON.stringify(tops));
});

const luminance = (colour) => {
  const [r, g, b] = colour.match(/[\d.]+/g).map((n) => (n / 255) ** 2.2);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

test('a card is lighter than its ground, in light and in dark', async () => {
  for (const colorScheme of ['light', 'dark']) {
    const tab = await tabOf(null, '/', { colorScheme });
    const of = (selector) => tab.locator(selector).first().evaluate((e) => getComputedStyle(e).backgroundColor);
    assert.ok(luminance(await of('.sb-card')) > luminance(await of('body')), colorScheme);
  }
});

test('forced colours keep the current place and the bar', async () => {
  const tab = await tabOf(null, '/projects/DHO', { forcedColors: 'active' });
  const line = (selector) => tab.locator(selector).first().evaluate((e) => getComputedStyle(e).borderBottomColor);
  assert.notEqual(await line('.sb-nav a[aria-current]'), await line('.sb-nav a:not([aria-current])'));
  assert.notEqual(await tab.locator('.sb-bar progress').evaluate((e) => getComputedStyle(e).borderTopWidth), '0px');
});

test('a list begins with its rows, and says in words what it is narrowed to', async () => {
  const path = '/projects?language=en&owner=HSO&lifecycle=open';
  for (const [width, most] of [[1280, 440], [390, 520]]) {
    const tab = await tabOf(null, path, { viewport: { width, height: 844 } });
    const { y } = await tab.locator('.sb-table tbody tr').first().boundingBox();
    assert.ok(y <= most, `the first row begins at ${y}, ${width} wide`);
  }
  const tab = await tabOf(null, path);
  assert.match(await tab.locator('.sb-filter summary').innerText(), /\(2\)/);
  const chosen = tab.locator('.sb-chosen li');
  assert.match((await chosen.allInnerTexts()).join(' '), /Owner: Helse Sør-Øst RHF.*Lifecycle: Not closed/s);
  await tab.emulateMedia({ media: 'print' });
  assert.match(await tab.locator('.sb-chosen').innerText(), /^Owner: Helse Sør-Øst RHF[ ·]*Lifecycle: Not closed$/);
  await tab.emulateMedia({ media: 'screen' });
  await tab.getByRole('link', { name: 'Take away: Owner: Helse Sør-Øst RHF' }).click();
  await tab.waitForURL((url) => !url.searchParams.has('owner') && url.searchParams.get('lifecycle') === 'open');
  await tab.goto(`${address}/risks?language=en&state=open`);
  assert.match(await tab.locator('.sb-chosen').innerText(), /State: Open/);
});

test('what changed, and how heavy a risk is, are said in words', async () => {
  const tab = await tabOf('leader', '/projects/DHO/history?language=en');
  assert.match(await tab.locator('.sb-changes').allInnerTexts().then((all) => all.join('\n')), /from .+ to .+/);
  await tab.goto(`${address}/projects/DHO?language=en`);
  assert.match(await tab.locator('td[data-label="Weight"]').first().innerText(), /^16\s+probability 4 of 5\s+consequence 4 of 5$/);
});

test('paper has no page that is empty for want of a break', async () => {
  const tab = await tabOf('portfolio', '/projects?language=en&lifecycle=open');
  const pages = async (path, options) => {
    await tab.goto(`${address}${path}`);
    return ((await tab.pdf({ format: 'A4', ...options })).toString('latin1').match(/\/Type\s*\/Page[^s]/g) ?? []).length;
  };
  for (const [path, most] of [['/?language=en', 3], ['/contradictions?language=en', 2], ['/projects/DHO/reports/18?language=en', 2], ['/projects/DHO?language=en', 7]]) {
    const n = await pages(path);
    assert.ok(n <= most, `${path} has ${n} pages`);
  }
  // A table may begin on the page of its heading, and stays within its frame.
  await tab.goto(`${address}/projects?language=en`);
  await tab.emulateMedia({ media: 'print' });
  await tab.setViewportSize({ width: 688, height: 1000 });
  const table = await tab.locator('.sb-table table').evaluate((e) => ({ breaks: getComputedStyle(e).breakInside, over: e.scrollWidth - e.parentElement.clientWidth }));
  assert.equal(table.breaks, 'auto');
  assert.ok(table.over <= 0, `the table is ${table.over} px wider than its frame`);
});
