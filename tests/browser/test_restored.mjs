// What was is not lost: a removal undone, an older version put back, two who wrote at once, a published report put right. Each without script too.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { address, open, openBrowser } from './portal.mjs';

let browser;
before(async () => { browser = await openBrowser(); });
after(() => browser.close());

const project = `${address}/projects/DHO`;
const save = (tab) => tab.click('#record-form button[type=submit]');

async function riskOf(tab, title) {
  await tab.goto(`${project}/risks/new?language=en`);
  await tab.fill('#field-title', title);
  await tab.check('[name=probability][value="2x3"]', { force: true });
  await save(tab);
  const list = await (await tab.request.get(`${project}/risks.json`)).json();
  return `${project}/risks/${Math.max(...list.items.map((one) => one.n))}`;
}

async function write(tab, risk, field, text) {
  await tab.goto(`${risk}/edit`);
  await tab.fill(`#field-${field}`, text);
  await save(tab);
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? '' : ', without script', options = { viewport: { width: 390, height: 844 }, javaScriptEnabled };
  const tabOf = async (account) => (await open(browser, account, options)).newPage();

  test(`a removal is undone from the page that says it, under its number${how}`, async () => {
    const tab = await tabOf('leader'), title = `Undone ${Date.now()}`, risk = await riskOf(tab, title);
    await tab.goto(`${risk}/edit`);
    await tab.click('.sb-remove summary');
    await tab.click('.sb-remove button');
    assert.match(await tab.locator('#content [role=status]').first().innerText(), /Removed\.\s+Undo the removal/);
    await tab.click('.sb-undo button');
    assert.equal(tab.url().split('?')[0], risk);
    assert.match(await tab.locator('#content').innerText(), new RegExp(title));
    await tab.goto(`${project}/history`);
    const told = await tab.locator('.sb-timeline > li').filter({ hasText: title }).allInnerTexts();
    assert.deepEqual(told.map((one) => one.match(/added|removed|restored/)[0]), ['restored', 'removed', 'added']);
  });

  test(`a removal is undone from the history, and an older version put back${how}`, async () => {
    const tab = await tabOf('leader'), title = `Older ${Date.now()}`, risk = await riskOf(tab, title), n = risk.split('/').pop();
    await write(tab, risk, 'title', `${title}, changed`);
    await tab.goto(`${risk}/edit`);
    await tab.click('.sb-remove summary');
    await tab.click('.sb-remove button');
    await tab.goto(`${project}/history`);
    await tab.click(`form[action$="/risks/${n}/restore"] button`);
    assert.match(await tab.locator('#content').innerText(), new RegExp(`${title}, changed`));
    await tab.goto(`${project}/history`);
    await tab.click(`a[href$="/risks/${n}/edit?version=1"]`);
    assert.equal(await tab.inputValue('#field-title'), title);
    await save(tab);
    assert.equal((await (await tab.request.get(`${risk}.json`)).json()).title, title);
  });

  test(`of two who wrote at once each press saves what it says${how}`, async () => {
    const mine = await tabOf('leader'), theirs = await tabOf('portfolio'), title = `Both ${Date.now()}`, risk = await riskOf(mine, title);
    await mine.goto(`${risk}/edit`);
    await write(theirs, risk, 'title', `${title}, theirs`);
    await write(theirs, risk, 'cause', 'Their cause');
    await write(theirs, risk, 'mitigation', 'Their plan');
    await mine.fill('#field-title', `${title}, mine`);
    await mine.fill('#field-mitigation', 'My plan');
    await save(mine);
    assert.match(await mine.title(), /^Error: /);
    assert.equal(await mine.locator('#conflict').evaluate((e) => e === document.activeElement), true);
    assert.equal(await mine.locator('.sb-versions tbody tr').count(), 2);
    const row = (await mine.locator('.sb-versions tbody tr').first().innerText()).replace(/\s+/g, ' ');
    assert.match(row, new RegExp(`${title} .*${title}, theirs .*${title}, mine`));
    assert.equal(await mine.inputValue('#field-cause'), 'Their cause');
    await mine.check('input[name=_keep_title][value=theirs]');
    await save(mine);
    const now = await (await mine.request.get(`${risk}.json`)).json();
    assert.deepEqual([now.title, now.cause, now.mitigation], [`${title}, theirs`, 'Their cause', 'My plan']);
  });

  test(`a correction opens with the words that stand there, and is two presses${how}`, async () => {
    const tab = await tabOf('leader'), more = `Corrected ${Date.now()}.`;
    await tab.goto(`${project}/reports/18?language=en`);
    await tab.click('a[href$="/correct?field=causes"]');
    const words = await tab.inputValue('#field-after');
    assert.match(words, /Leverandøren/);
    assert.equal((await tab.locator('#before > div').innerText()).replace(/\s+/g, ' ').trim(), words.replace(/\s+/g, ' ').trim());
    await tab.fill('#field-after', `${words}\n\n${more}`);
    await tab.fill('#field-reason', 'One was forgotten');
    await save(tab);
    assert.match(await tab.locator('#content [role=status]').first().innerText(), /The correction is published/);
    assert.match(await tab.locator('.sb-timeline li').last().innerText(), new RegExp(more));
    await tab.goto(`${project}/reports/18/correct?field=quality_light`);
    assert.equal(await tab.locator('input[name=after]:checked').count(), 1);
  });
}
