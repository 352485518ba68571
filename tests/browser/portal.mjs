// portal.mjs: the browser, who is signed in, and which pages there are, for the tests beside it.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { chromium } = require('playwright-core');
export const axeSource = require('axe-core').source;
export const checkerOfHtml = require('vnu-jar');

export const address = process.env.STYRBORD_URL;
export const password = process.env.STYRBORD_PASSWORD ?? 'styrbord-demo';
export const languages = ['en', 'sv-SE', 'sv-FI', 'nb', 'fi'];

export async function openBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync'],
  });
}

// One sign-in a person: the cookie serves for every later context.
const cookies = new Map();

export async function signIn(browser, account) {
  if (!cookies.has(account)) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${address}/login`);
    await page.fill('#account', account);
    await page.fill('#password', password);
    await page.click('main form button[type=submit]');
    cookies.set(account, await context.cookies());
    await context.close();
  }
  return cookies.get(account);
}

export async function open(browser, account, options = {}) {
  const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce', ...options });
  context.setDefaultTimeout(10000);
  if (account)
    await context.addCookies(await signIn(browser, account));
  return context;
}

// Sends the form that stands on the page, and gives the answer.
async function send(page, fill) {
  await fill();
  const answer = page.waitForResponse((response) => response.request().method() === 'POST' && response.request().isNavigationRequest());
  await page.click('main .sb-form button[type=submit]');
  return answer;
}

async function wrongFigures(page) {
  return send(page, async () => {
    await page.fill('#field-title', '');
    await page.fill('#field-realised_on', 'soonish');
  });
}

async function wrongPassword(page) {
  return send(page, async () => {
    await page.fill('#account', `nobody.${Date.now()}`);
    await page.fill('#password', 'not this one');
  });
}

// The form says that it began from a version that is long gone.
async function oldVersion(page) {
  return send(page, async () => {
    await page.fill('#field-cause', 'What another person would say.');
    await page.evaluate(() => { document.querySelector('main .sb-form [name=_version]').value = '0'; });
  });
}

// Every kind of page, as the one who would see it; `act` leads on to a page that only an answer to a form is.
export const pages = [
  { path: '/' },
  { path: '/', account: 'leader' },
  { path: '/?at=2023-09-01' },
  { path: '/projects' },
  { path: '/projects?page=2' },
  { path: '/projects?lifecycle=xyz&page=0' },
  { path: '/projects?q=DHO' },
  { path: '/projects?q=hjemmeoppf%C3%B8lging&sort=status' },
  { path: '/projects?q=zzzzqqqq&risk=high' },
  { path: '/projects/DHO' },
  { path: '/projects/DHO', account: 'leader' },
  { path: '/projects/DHO?at=2022-09-01' },
  { path: '/projects/ASTER' },
  { path: '/projects/PATOLOGI' },
  { path: '/projects/NYAPI', account: 'portfolio' },
  { path: '/projects/DHO/reports/18' },
  { path: '/projects/DHO/reports/18', account: 'leader' },
  { path: '/projects/DHO/reports/19', account: 'leader' },
  { path: '/projects/DHO/reports/18/correct', account: 'leader' },
  { path: '/projects/DHO/reports/18/correct?field=summary', account: 'leader' },
  { path: '/projects/DHO/reports/18/correct?field=light', account: 'leader' },
  { path: '/projects/DHO/reports/new', account: 'leader' },
  { path: '/projects/DHO/edit', account: 'leader' },
  { path: '/projects/new', account: 'portfolio' },
  { path: '/projects/DHO/risks/1', account: 'staff' },
  { path: '/projects/DHO/risks/1', account: 'leader' },
  { path: '/projects/DHO/risks/1/edit', account: 'leader' },
  { path: '/projects/DHO/risks/edit', account: 'leader' },
  { path: '/projects/DHO/deliverables/edit', account: 'leader' },
  { path: '/projects/DHO/people/1', account: 'leader' },
  { path: '/projects/DHO/dependencies/new', account: 'leader' },
  { path: '/projects/DHO/risks/new', account: 'leader', act: wrongFigures, status: 422, name: 'a form with errors' },
  { path: '/projects/DHO/risks/2/edit', account: 'leader', act: oldVersion, status: 409, name: 'a conflict' },
  { path: '/projects/DHO/history' },
  { path: '/risks', account: 'leader' },
  { path: '/reports' },
  { path: '/deliverables?finished=false&planned_on_from=2022-01-01&planned_on_to=soon', account: 'leader' },
  { path: '/organisations?q=zzzzqqqq' },
  { path: '/projects/DHO/people?role=project_manager', account: 'leader' },
  { path: '/projects/DHO/reports?at=2022-09-01' },
  { path: '/organisations/POHDE' },
  { path: '/organisations/POHDE', account: 'portfolio' },
  { path: '/organisations/POHDE/history' },
  { path: '/organisations/POHDE/translations/new?of=organisation&field=name&in=nb', account: 'portfolio' },
  { path: '/bodies/OMAOLO-VERKOSTO' },
  { path: '/bodies/DHO-STEER?at=2023-09-01' },
  { path: '/strategies/SOTE' },
  { path: '/strategies/SOTE', account: 'portfolio' },
  { path: '/projects/ASTER-INT', account: 'portfolio' },
  { path: '/services' },
  { path: '/services/OMAOLO' },
  { path: '/services/OMAOLO', account: 'portfolio' },
  { path: '/models' },
  { path: '/models/INFORANDE-PRINCIPER' },
  { path: '/models/INFORANDEMODELL', account: 'portfolio' },
  { path: '/projects/INFORANDE/lessons' },
  { path: '/models/OMAOLO-HALLINTA', account: 'portfolio' },
  { path: '/models/OMAOLO-HALLINTA/meeting-series/2' },
  { path: '/models/OMAOLO-HALLINTA/meeting-series/2/edit', account: 'portfolio' },
  { path: '/projects/ASTER', account: 'portfolio' },
  { path: '/projects/ASTER/attachments/new', account: 'portfolio' },
  { path: '/projects/ASTER/attachments/1' },
  { path: '/mirror' },
  { path: '/mirror?programme=ASTER', account: 'portfolio' },
  { path: '/surveys' },
  { path: '/contradictions' },
  { path: '/search?q=pasient', account: 'staff' },
  { path: '/search?q=zzzzqqqq' },
  { path: '/projects?group=programme&lifecycle=open' },
  { path: '/projects/DHO/remarks/new', account: 'leader' },
  { path: '/projects?report=overdue&sort=oldest' },
  { path: '/surveys/INFORANDE-ENKAT' },
  { path: '/surveys/INFORANDE-ENKAT', account: 'portfolio' },
  { path: '/surveys/INFORANDE-ENKAT/answers/new', account: 'portfolio' },
  { path: '/bodies/FLDV-PROG', account: 'portfolio' },
  { path: '/bodies/ASTER-SAKKUNNIGA' },
  { path: '/news' },
  { path: '/news/STRATEGIATYO' },
  { path: '/news/UTKAST', account: 'editor' },
  { path: '/news/STRATEGIATYO/edit', account: 'editor' },
  { path: '/events' },
  { path: '/events/TYOPAJA-1', account: 'editor' },
  { path: '/events/NORDISK-SAMLING' },
  { path: '/bodies/RARE-STEER' },
  { path: '/projects/RARE' },
  { path: '/projects/DHO', account: 'steering' },
  { path: '/projects/DHO/change-requests/1', account: 'leader' },
  { path: '/funding-programmes/RRP' },
  { path: '/rollouts' },
  { path: '/rollouts?sort=planned_on&below=FLDV' },
  { path: '/rollout-support?below=FLDV' },
  { path: '/roadmap?at=2024-10-01' },
  { path: '/adaptations' },
  { path: '/organisations/NORRSUND', account: 'coordinator' },
  { path: '/projects/INKORG/rollouts/new', account: 'coordinator' },
  { path: '/roles/product_lead' },
  { path: '/roles/product_lead', account: 'portfolio' },
  { path: '/people/2', account: 'staff' },
  { path: '/terms/30', account: 'portfolio' },
  { path: '/access' },
  { path: '/access', account: 'leader' },
  { path: '/access', account: 'coordinator' },
  { path: '/access', account: 'admin' },
  { path: '/login' },
  { path: '/login', act: wrongPassword, status: 401, name: 'a sign-in that failed' },
  { path: '/nowhere', status: 404 },
  { path: '/projects/ASTER/edit', account: 'leader', status: 403 },
];

export function nameOf(page) {
  return `${page.name ?? page.path} as ${page.account ?? 'anybody'}`;
}

// Opens a page of the list in a language. Returns the answer that it came with.
export async function visit(tab, page, language) {
  const answer = await tab.goto(`${address}${page.path}${page.path.includes('?') ? '&' : '?'}language=${language}`);
  return page.act ? page.act(tab) : answer;
}
