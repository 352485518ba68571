// The portal's main job, by a browser without JavaScript: the leader files a report, submits and publishes it; everybody sees it on
// the page, in JSON and in the history, and nobody on the page of a day before.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { address, open, openBrowser } from './portal.mjs';

const marker = `Report ${process.pid}-${Date.now()}`;
const project = `${address}/projects/DHO`;
let browser, leader, reader, report;

before(async () => {
  browser = await openBrowser();
  leader = await (await open(browser, 'leader', { javaScriptEnabled: false })).newPage();
  reader = await (await open(browser, null, { javaScriptEnabled: false })).newPage();
});
after(() => browser.close());

const yesterday = () => new Date(Date.now() - 86400000).toLocaleDateString('sv-SE', { timeZone: 'Europe/Helsinki' });
const text = (page) => page.textContent('main');

test('the leader files a report', async () => {
  await leader.goto(project);
  await leader.click('text=New status report');
  // Another report of the same day would be asked about.
  await leader.fill('#field-reported_on', yesterday());
  await leader.selectOption('#field-status_label', 'minor_deviation');
  await leader.check('[name=light][value=yellow]', { force: true });
  await leader.fill('#field-summary', `${marker} is **written** without a script.`);
  await leader.fill('#field-delay_weeks', '3');
  await leader.check('[name=risk_level][value=medium]', { force: true });
  await leader.click('main .sb-form button[type=submit]');
  assert.match(leader.url(), /\/projects\/DHO\/reports\/\d+\?saved=yes/);
  // It is found again from the project's page, too.
  await leader.goto(project);
  await leader.locator('.sb-drafts a').last().click();
  report = leader.url();
  assert.match(report, /\/projects\/DHO\/reports\/\d+$/);
  assert.match(await text(leader), new RegExp(marker));
});

test('nobody else sees the draft', async () => {
  assert.equal((await reader.goto(report)).status(), 404);
  await reader.goto(project);
  assert.doesNotMatch(await text(reader), new RegExp(marker));
  assert.equal(await reader.locator('.sb-drafts').count(), 0);
});

test('the leader submits it', async () => {
  await leader.goto(report);
  await leader.click('form[action$="/submit"] button');
  assert.equal(await leader.locator('form[action$="/submit"]').count(), 0);
  assert.equal(await leader.locator('form[action$="/publish"]').count(), 1);
});

test('the leader publishes it', async () => {
  await leader.goto(report);
  await leader.click('form[action$="/publish"] button');
  assert.equal(await leader.locator('form[action$="/publish"]').count(), 0);
  assert.equal(await leader.locator('a[href$="/correct"]').count(), 1);
});

test('everybody sees it on the project’s page', async () => {
  await reader.goto(project);
  const status = reader.locator('.sb-status');
  assert.match(await status.textContent(), new RegExp(`${marker} is written`));
  assert.equal(await status.getAttribute('data-light'), 'yellow');
  assert.match(await status.locator('.sb-vitals').textContent(), /2 of 4 finished/);
});

test('everybody sees it in JSON', async () => {
  const answer = await reader.request.get(`${project}.json`);
  assert.equal(answer.status(), 200);
  const document = await answer.json();
  assert.equal(document.status, 'minor_deviation');
  assert.equal(document.light, 'yellow');
  assert.match(document.report.summary, new RegExp(marker));
});

test('the history says who published it', async () => {
  await reader.goto(`${project}/history`);
  const number = report.split('/').pop();
  const lines = await reader.locator('.sb-timeline > li').allTextContents();
  assert.ok(lines.some((line) => line.includes(number) && line.includes('Ingrid Solheim') && /published/i.test(line)), lines[0]);
});

test('the page of a day before does not know it', async () => {
  await reader.goto(`${project}?at=${yesterday()}`);
  assert.equal(await reader.locator('.sb-banner').count(), 1);
  assert.doesNotMatch(await text(reader), new RegExp(marker));
  assert.equal((await reader.goto(`${report}?at=${yesterday()}`)).status(), 404);
});

test('the earlier day is asked for by the form on the page', async () => {
  await reader.goto(project);
  await reader.fill('#at', '2022-09-01');
  await reader.click('.sb-at button');
  assert.match(reader.url(), /\?at=2022-09-01$/);
  assert.match(await text(reader), /0 of 4 finished/);
  await reader.click('.sb-banner a');
  assert.match(await text(reader), new RegExp(marker));
});
