// test_backup.mjs: the README's own lines of Backup and Restore, run on a filled portal: every document is the same afterwards, and no
// session comes back to life.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { Client, ready } from '../fixtures/client.mjs';

const folder = process.env.STYRBORD_DIR, place = mkdtempSync(join(folder, 'backups-'));
after(() => rmSync(place, { recursive: true, force: true }));

// The lines of the README's paragraph that begins so.
function lines(paragraph) {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const begin = readme.indexOf(`**${paragraph}`);
  assert.ok(begin > 0, `the README has ${paragraph}`);
  return readme.slice(begin).match(/```sh\n([^]*?)```/)[1];
}

// As they stand, but for where things lie on this machine: its own PostgreSQL, portal and folder of backups; nothing of systemd.
function run(script) {
  const here = script.replaceAll('runuser -u postgres -- ', '').replaceAll('runuser -u styrbord -- ', '').replaceAll('/var/backups/', `${place}/`)
    .replaceAll(/^systemctl .*$/gm, ':').replaceAll(/^styrbord (migrate|check)$/gm, `portal $1`);
  const done = spawnSync('bash', ['-euc', `. tests/fixtures/common.sh
    portal() { (cd /; as_server "${folder}/app/styrbord" "$1" --config "${folder}/styrbord.conf") || [ "$1" = check ]; }
    ${here}`], { encoding: 'utf8', env: { ...process.env, PGUSER: 'postgres', PGDATABASE: 'postgres' } });
  assert.equal(done.status, 0, `${here}\n${done.stdout}${done.stderr}`);
  return done.stdout;
}

// Every document that is reached from the collections, today and on an earlier day.
async function crawl(client) {
  const routes = readFileSync(new URL('../http/routes.golden', import.meta.url), 'utf8').split('\n').map((line) => line.split(/\s+/));
  const collections = routes.filter(([method, path, access]) => method === 'GET' && /^\/[a-z-]+$/.test(path) && access === 'read').map(([, path]) => path);
  const documents = new Map();
  const take = async (path) => {
    const answer = await client.get(path, { accept: 'application/json' });
    // A refusal shows its request's number.
    documents.set(path, answer.status === 200 ? answer.text : answer.status);
    return answer.status === 200 ? JSON.parse(answer.text) : {};
  };
  for (const at of ['', '?at=2023-10-06'])
    for (const collection of ['/', ...collections]) {
      const list = await take(`${collection === '/' ? '/index' : collection}.json${at}`);
      for (const one of (list.items ?? []).filter((item) => item.code && !item.on).slice(0, 60)) {
        await take(`${collection}/${one.code}.json${at}`);
        if (!at)
          await take(`${collection}/${one.code}/history.json`);
      }
    }
  return documents;
}

test('what the README says makes a backup that only its owner reads', () => {
  run(lines('Backup.'));
  assert.equal(statSync(join(place, 'styrbord.dump')).mode & 0o777, 0o600);
});

test('restored by the README’s lines every document is the same, and nobody is signed in', async (t) => {
  const office = await new Client().signIn('portfolio'), leader = await new Client().signIn('leader');
  assert.equal((await leader.access()).account, 'leader');
  const before = await crawl(office);
  t.diagnostic(`${before.size} documents`);
  assert.ok(before.size > 300);
  run(lines('Backup.'));
  const said = run(lines('Restore**'));
  assert.match(said, /The database fits this program/);
  assert.ok(await ready(30) !== null, 'the portal answers again by itself');
  assert.notEqual((await leader.access()).account, 'leader');
  const again = await crawl(await new Client().signIn('portfolio'));
  const only = (these, those) => [...these.keys()].filter((path) => !those.has(path));
  assert.deepEqual([only(before, again), only(again, before)], [[], []]);
  const differing = [...before].filter(([path, document]) => again.get(path) !== document).map(([path]) => path);
  assert.deepEqual(differing, []);
});
