// The story of a project that is late, told in the browser by those whom it happens to: it slips and files its report, the steering group
// meets and asks for a change request, the request is granted, and the new dates stand wherever they should, the old ones at the old date.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { address, open, openBrowser } from './portal.mjs';

let browser, leader, steering;
const code = 'ASTER-ESERV', project = `/projects/${code}`, body = '/bodies/ASTER-STEER', deliverable = 1, report = 3;
const day = (back) => new Date(Date.now() - back * 86400000).toLocaleDateString('sv-SE', { timeZone: 'Europe/Helsinki' }), today = day(0), old = day(2);

before(async () => {
  browser = await openBrowser();
  leader = await (await open(browser, 'johanna.nyfors', { viewport: { width: 1280, height: 900 } })).newPage();
  steering = await (await open(browser, 'steering', { viewport: { width: 1280, height: 900 } })).newPage();
});
after(() => browser.close());

// Fills the form at `path` as somebody would, and sends it.
async function fill(tab, path, values) {
  await tab.goto(address + path);
  for (const [name, value] of Object.entries(values)) {
    const field = tab.locator(`.sb-form [name="${name}"]`).first(), pressed = tab.locator(`.sb-form [type=radio][name="${name}"][value="${value}"]`);
    if (await pressed.count()) {
      await pressed.check({ force: true });
      continue;
    }
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
  const status = (await answer).status();
  assert.equal(status, 303, status === 303 ? '' : await tab.textContent('main'));
  await tab.waitForLoadState();
}

const says = async (tab, path) => {
  await tab.goto(address + path);
  return (await tab.textContent('main')).replace(/\s+/g, ' ');
};

test('a project slips, reports, asks, and is granted', async () => {
  // It slips, and says so.
  await fill(leader, `${project}/deliverables/${deliverable}/edit`, { forecast_on: '1 March 2027' });
  await fill(leader, `${project}/reports/new`, { reported_on: today, status_label: 'major_deviation', light: 'red', risk_level: 'high', delay_weeks: '20', summary: 'Avtalet dröjer, och tjänsten med det.' });
  await leader.goto(`${address}${project}/reports/${report}`);
  await send(leader, `form[action$="/reports/${report}/submit"] button`);
  await send(leader, `form[action$="/reports/${report}/publish"] button`);

  // The steering group meets, and asks for a change request.
  await fill(steering, `${body}/meetings/new`, { title: 'Möte om förseningen', held_on: today });
  await fill(steering, `${body}/decisions/new`, { title: 'Projektet ber om mer tid', decided_on: today, kind: 'other', about: `project/${code}`, meeting: '1' });
  await fill(leader, `${project}/change-requests/new`, { title: 'Nytt slutdatum', reason: 'Avtalet är försenat.', weeks: '26', report: String(report), asked_by: 'ASTER-STEER/1' });
  await fill(leader, `${project}/alternatives/new?request=1`, { title: 'Vänta på avtalet', weeks: '26' });
  await fill(leader, `${project}/requested-changes/new?request=1`, { of: 'project', field: 'ends_on', after: '2028-Q2' });
  await fill(leader, `${project}/requested-changes/new?request=1`, { of: `deliverable/${deliverable}`, field: 'planned_on', after: '2027-03-01' });
  await leader.goto(address + project);
  await send(leader, `form[action$="/change-requests/1/submit"] button`);

  // Nobody grants their own.
  assert.equal(await leader.locator('form[action$="/change-requests/1/grant"] button').count(), 0);
  await fill(steering, `${body}/decisions/new`, { title: 'Ändringen beviljas', decided_on: today, kind: 'change', about: `project/${code}`, meeting: '1' });
  await steering.goto(address + project);
  await steering.locator('#change-request-1 select[name=decision]').selectOption('ASTER-STEER/2');
  await send(steering, 'form[action$="/change-requests/1/grant"] button:has-text("Grant")');

  // The new dates, wherever they are read, and the story in one.
  const page = await says(leader, project);
  let at = 0;
  for (const words of ['Report of', 'Projektet ber om mer tid', 'Avtalet är försenat.', 'Vänta på avtalet', 'Ändringen beviljas', '31 December 2027', 'Q2 2028']) {
    assert.ok(page.includes(words), `the project's page says “${words}”`);
    at = page.indexOf(words, at);
    assert.ok(at >= 0, `“${words}” in its place`);
  }
  assert.match(await says(leader, body), /Ändringen beviljas/);
  assert.match(await says(leader, `${project}/history`), /Q2 2028/);
  assert.match(await says(leader, `${project}/change-requests/1`), /Granted/);

  // Then, and now.
  for (const [path, now, then] of [[project, 'Q2 2028', '31 December 2027'], [project, '1 March 2027', '15 December 2026'],
    [`${project}/deliverables/${deliverable}`, '1 March 2027', '15 December 2026'], [`${project}/deliverables`, '1 March 2027', '15 December 2026']]) {
    assert.ok((await says(leader, path)).includes(now), `${path} says ${now}`);
    const before = await says(leader, `${path}?at=${old}`);
    assert.ok(before.includes(then) && !before.includes(now), `${path} of ${old} says ${then}, and not ${now}`);
  }
});
