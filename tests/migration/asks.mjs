// asks.mjs: what is asked of the portal about its past, the same of the foundation and of the present program.
import { Client } from '../fixtures/client.mjs';

export const visitors = ['', 'portfolio', 'coordinator'];
const projects = ['DHO', 'NYAPI', 'ASTER', 'ASTER-TECH', 'FLDV', 'INFORANDE', 'OMAOLO', 'LEGEM', 'BILDE', 'VAKT', 'SEALED', 'BORTE', 'ROBOT',
  'ROBOT-2', 'SEPSIS', 'TOLK', 'JOURNAL', 'NYTT', 'TOIMINNAN'];
const withRecords = ['DHO', 'OMAOLO', 'LEGEM', 'VAKT', 'SEPSIS', 'INFORANDE', 'NYTT'];
const collections = { sections: 7, deliverables: 4, milestones: 3, risks: 7, dependencies: 3, people: 4, reports: 3 };

// Every address, today's first. `last` is the day of the dump: what the portal knew at its end.
export function paths(last) {
  const days = ['', '2023-10-06', '2025-06-30', '2026-02-28', '2026-03-25', last];
  const list = [];
  for (const day of days) {
    const at = day && `?at=${day}`;
    list.push(`/${at}`, `/projects.json${at}`, `/projects.json${at}${at ? '&' : '?'}page=2`);
    list.push(...projects.map((code) => `/projects/${code}.json${at}`));
  }
  list.push(...projects.map((code) => `/projects/${code}/history.json`), `/projects/VAKT/history.json?at=2026-03-25`);
  for (const code of withRecords)
    for (const [collection, most] of Object.entries(collections))
      for (let n = 1; n <= most; n++)
        list.push(`/projects/${code}/${collection}/${n}.json`, `/projects/${code}/${collection}/${n}.json?at=2026-03-25`);
  return list;
}

export async function visitor(account) {
  const client = new Client();
  return account ? client.signIn(account) : client;
}

// The answer as it is kept: [status, document]. A refusal's text is not kept. History is read to its end: the document of the
// first page with everybody's items.
export async function ask(client, path) {
  const answer = await client.get(path, { accept: 'application/json' });
  if (answer.status !== 200)
    return [answer.status];
  const document = JSON.parse(answer.text);
  if (path.includes('/history.json'))
    for (let more = document.more; more;) {
      const next = await client.get(`${path}${path.includes('?') ? '&' : '?'}before=${more}`, { accept: 'application/json' });
      const page = JSON.parse(next.text);
      document.items.push(...page.items);
      more = page.more;
    }
  delete document.more;
  return [200, document];
}
