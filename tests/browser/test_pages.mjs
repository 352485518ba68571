// Every page, in every language: axe-core finds nothing in light and dark, nothing is wider than the screen of a phone,
// a tablet or a desk, and the browser complains about nothing. Then the Nu checker reads the HTML.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { axeSource, checkerOfHtml, languages, nameOf, open, openBrowser, pages, signIn, visit } from './portal.mjs';

const checkedAsHtml = ['en', 'fi'];
const widths = [320, 390, 1280];
let browser, folder;
// One tab for each worker and account, so that the browser keeps style sheet and fonts.
const tabs = new Map();
const files = new Map();

before(async () => {
  browser = await openBrowser();
  folder = await mkdtemp(join(tmpdir(), 'styrbord-html-'));
  for (const account of new Set(pages.map((page) => page.account).filter(Boolean)))
    await signIn(browser, account);
});
after(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

async function tabOf(worker, account) {
  const key = `${worker} ${account}`;
  if (!tabs.has(key)) {
    const context = await open(browser, account);
    await context.addInitScript({ content: axeSource });
    tabs.set(key, await context.newPage());
  }
  const tab = tabs.get(key);
  await tab.setViewportSize({ width: 1280, height: 900 });
  await tab.emulateMedia({ colorScheme: 'light' });
  return tab;
}

async function axe(tab, rules) {
  const violations = await tab.evaluate(async (only) => {
    const options = { resultTypes: ['violations'], ...(only ? { runOnly: { type: 'rule', values: only } } : {}) };
    return (await window.axe.run(document, options)).violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 200)).join(' | ')}`);
  }, rules);
  return violations;
}

// What sticks out to the right, except in what scrolls by itself.
const tooWide = () => document.documentElement.scrollWidth <= window.innerWidth ? null :
  [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > window.innerWidth + 1).slice(0, 5).map((e) => e.outerHTML.slice(0, 120));

async function look(worker, page, language) {
  const tab = await tabOf(worker, page.account);
  const complaints = [];
  tab.on('console', (message) => {
    // The browser reports the status of an error page, which is what we came for.
    if (['error', 'warning'].includes(message.type()) && !(page.status && message.text().includes(`status of ${page.status}`)))
      complaints.push(message.text());
  });
  tab.on('pageerror', (error) => complaints.push(String(error)));
  tab.on('requestfailed', (request) => complaints.push(`${request.url()} failed`));
  try {
    const answer = await visit(tab, page, language);
    await tab.waitForLoadState();
    assert.equal(answer.status(), page.status ?? 200);
    assert.equal(await tab.getAttribute('html', 'lang'), language);
    assert.deepEqual(await axe(tab), [], `axe, light, ${language}`);
    await tab.emulateMedia({ colorScheme: 'dark' });
    assert.deepEqual(await axe(tab, ['color-contrast', 'link-in-text-block']), [], `axe, dark, ${language}`);
    for (const width of widths) {
      await tab.setViewportSize({ width, height: 800 });
      assert.equal(await tab.evaluate(tooWide), null, `${width} wide, ${language}`);
    }
    if (checkedAsHtml.includes(language)) {
      const file = join(folder, `${files.size}.html`);
      await writeFile(file, await answer.body());
      files.set(file, `${nameOf(page)}, ${language}`);
    }
    assert.deepEqual(complaints, [], language);
  } finally {
    for (const event of ['console', 'pageerror', 'requestfailed'])
      tab.removeAllListeners(event);
  }
}

for (const page of pages)
  test(nameOf(page), async () => {
    const waiting = [...languages];
    const work = async (worker) => {
      for (let language; (language = waiting.shift());)
        await look(worker, page, language);
    };
    await Promise.all([work(1), work(2)]);
  });

test('the HTML is valid', async () => {
  assert.equal(files.size, pages.length * checkedAsHtml.length);
  const run = promisify(execFile)('java', ['-jar', checkerOfHtml, '--errors-only', '--format', 'json', '--exit-zero-always', folder],
    { maxBuffer: 64 * 1024 * 1024 });
  const { messages } = JSON.parse((await run).stderr);
  assert.deepEqual(messages.map((m) => `${files.get(m.url.replace(/^file:/, ''))}: ${m.message} … ${m.extract}`), []);
});
