// The story of a project that is late, told in the browser by those whom it happens to: it slips and files its report, the steering group
// meets and asks for a change request, the request is granted, and the new dates stand wherever they should, the old ones at the old date.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { address, open, openBrowser } from './portal.mjs';

let browser, leader, steering;
const code = `STORY${Date.now() % 100000}`, project = `/projects/${code}`, body = `/bodies/${code}-STYR`;
const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Helsinki' });

before(async () => {
  browser = await openBrowser();
  leader = await (await open(browser, 'leader', { viewport: { width: 1280, height: 900 } })).newPage();
  steering = await (await open(browser, 'steering', { viewport: { width: 1280, height: 900 } })).newPage();
});
after(() => browser.close());

// Fills the form at `path` as somebody would, and sends it.
async function fill(tab, path, values) {
  await tab.goto(address + path);
  for (const [name, value] of Object.entries(values)) {
    const field = tab.locator(`.sb-form [name="${name}"]`).first();
    if (await field.evaluate((e) => e.tagName === 'SELECT'))
      await field.selectOption(value);
    else
      await field.fill(value);
  }
  await send(tab, 'main .sb-form button[type=submit]');
}

async function send(tab, button) {
  const answer = tab.waitForResponse((response) => response.request().method() === 'POST' && response.request().isNavigationRequest());
  await tab.click(button);
  const { status, text } = { status: (await answer).status(), text: async () => tab.textContent('main') };
  assert.equal(status(), 303, status() === 303 ? '' : await text());
  await tab.waitForLoadState();
}

const says = async (tab, path) => {
  await tab.goto(address + path);
  return (await tab.textContent('main')).replace(/\s+/g, ' ');
};

test('a project slips, reports, asks, and is granted', async () => {
  await fill(leader, '/projects/new?parent=DHO', { code, title: 'Hjemmesykehus for barn', language: 'nb', kind: 'project', owner: 'SIV', phase: 'execution', lifecycle: 'ongoing', ends_on: '31 December 2026' });
  await fill(leader, `/bodies/new?project=${code}`, { code: `${code}-STYR`, name: 'Styringsgruppen for hjemmesykehus', kind: 'steering_group', language: 'nb' });
  await fill(leader, `${project}/deliverables/new`, { code: 'L1', title: 'Første avdeling', planned_on: '1 October 2026' });

  // It slips, and says so.
  await fill(leader, `${project}/deliverables/1/edit`, { forecast_on: '1 March 2027' });
  await fill(leader, `${project}/reports/new`, { reported_on: today, status_label: 'major_deviation', light: 'red', risk_level: 'high', delay_weeks: '20', summary: 'Utstyret kommer fem måneder for sent.' });
  await leader.goto(`${address}${project}/reports/1`);
  await send(leader, `form[action$="/reports/1/submit"] button`);
  await send(leader, `form[action$="/reports/1/publish"] button`);

  // The steering group meets, and asks for a change request.
  await fill(steering, `${body}/meetings/new`, { title: 'Møte om forsinkelsen', held_on: today });
  await fill(steering, `${body}/decisions/new`, { title: 'Prosjektet ber om ny tid', decided_on: today, kind: 'other', about: `project/${code}`, meeting: '1' });
  await fill(leader, `${project}/change-requests/new`, { title: 'Ny sluttdato', reason: 'Utstyret er forsinket.', weeks: '26', report: '1', asked_by: `${code}-STYR/1` });
  await fill(leader, `${project}/alternatives/new?request=1`, { title: 'Vente på utstyret', weeks: '26' });
  await fill(leader, `${project}/requested-changes/new?request=1`, { of: 'project', field: 'ends_on', after: '2027-Q2' });
  await fill(leader, `${project}/requested-changes/new?request=1`, { of: 'deliverable/1', field: 'planned_on', after: '2027-03-01' });
  await leader.goto(address + project);
  await send(leader, `form[action$="/change-requests/1/submit"] button`);

  // Nobody grants their own.
  assert.equal(await leader.locator('form[action$="/change-requests/1/grant"] button').count(), 0);
  await fill(steering, `${body}/decisions/new`, { title: 'Endringen innvilges', decided_on: today, kind: 'change', about: `project/${code}`, meeting: '1' });
  await steering.goto(address + project);
  await steering.locator('#change-request-1 select[name=decision]').selectOption(`${code}-STYR/2`);
  await send(steering, 'form[action$="/change-requests/1/grant"] button:has-text("Grant")');

  // The new dates, wherever they are read, and the story in one.
  const page = await says(leader, project);
  for (const words of ['Report of', 'Prosjektet ber om ny tid', 'Utstyret er forsinket.', 'Vente på utstyret', 'Endringen innvilges', 'Granted', 'Q2 2027'])
    assert.ok(page.includes(words), `the project's page says “${words}”`);
  let at = 0;
  for (const words of ['Report of', 'Prosjektet ber om ny tid', 'Utstyret er forsinket.', 'Endringen innvilges', '31 December 2026', 'Q2 2027']) {
    at = page.indexOf(words, at);
    assert.ok(at >= 0, `“${words}” in its place`);
  }
  assert.match(await says(leader, `${project}/deliverables/1`), /1 March 2027/);
  assert.match(await says(leader, `${project}/deliverables`), /1 March 2027/);
  assert.match(await says(leader, `${project}/history`), /Q2 2027/);
  assert.match(await says(leader, body), /Endringen innvilges/);
});
