// test_migration.mjs: the foundation's database (make-foundation.sh), restored by its owner and migrated by the present program
// (STYRBORD_RESTORE), answers what the foundation answered, today and on earlier days; dumped and restored once more it is the same.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { ask, paths, visitor, visitors } from './asks.mjs';
import { differences } from './differences.mjs';

const folder = process.env.STYRBORD_DIR;
const foundation = JSON.parse(gunzipSync(readFileSync(new URL('foundation.json.gz', import.meta.url))));
// in the demo's time zone, which is where its days begin
const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Helsinki' });
const used = new Set();

// ---- comparing ------------------------------------------------------------------------------------------------

const isObject = (value) => value !== null && typeof value === 'object';

// What an object in a list is known by, whatever place it has: of these members, the ones that the foundation gave.
const telling = ['type', 'dimension', 'project', 'n', 'code', 'at', 'name', 'kind', 'title'];
const keyLike = (list) => {
  const names = telling.map((k) => (!list.length || list.some((one) => isObject(one) && k in one) ? k : ''));
  return (one) => JSON.stringify(names.map((k) => one[k]?.code ?? one[k]).slice(0, one.n || one.code ? 6 : 9));
};
const isKeyed = (list, keyOf) => list.every(isObject) && new Set(list.map(keyOf)).size === list.length;

// Every member that differs: [way, then, now]. Of lists of objects: which are gone, which have come, whether the rest stands in its order.
function compare(then, now, way = '', found = []) {
  if (!isObject(then) || !isObject(now) || Array.isArray(then) !== Array.isArray(now)) {
    if (then !== now)
      found.push([way, then, now]);
  } else if (Array.isArray(then) && isKeyed(then, keyLike(then)) && isKeyed(now, keyLike(then))) {
    const keyOf = keyLike(then);
    const was = new Map(then.map((one) => [keyOf(one), one])), is = new Map(now.map((one) => [keyOf(one), one]));
    const both = (list, other) => list.map(keyOf).filter((key) => other.has(key)).join();
    if (both(then, is) !== both(now, was))
      found.push([`${way}.order`, both(then, is), both(now, was)]);
    for (const key of new Set([...was.keys(), ...is.keys()]))
      compare(was.get(key), is.get(key), `${way}.[]`, found);
  } else {
    for (const key of new Set([...Object.keys(then), ...Object.keys(now)]))
      compare(then[key], now[key], way ? `${way}.${key}` : key, found);
  }
  return found;
}

// What the calendar changes, not the program, in documents of today: since the day of the dump deliverables became late, people's time
// ended. (On a day that has been, everything stays as it was.)
function aged(path, document) {
  if (path.includes('at=') || !isObject(document) || today === foundation.day)
    return document;
  for (const list of [document.deliverables?.items, document.milestones])
    for (const one of Array.isArray(list) ? list : [])
      if (one.state === 'planned' && one.planned_on < today)
        one.state = 'delayed';
  if (Array.isArray(document.people))
    document.people = document.people.filter((one) => !one.ends_on || one.ends_on >= today);
  for (const list of ['late', 'silent'])  // the front page's; it is compared whole with ?at=
    delete document[list];
  return document;
}

function meant(account, path, way, then, now) {
  const index = differences.findIndex((d) => (d.account ?? /./).test(account || 'nobody') && d.path.test(path) &&
    (d.member ? d.member.test(way) : way === '') && d.may(then, now));
  used.add(index);
  return index >= 0;
}

const short = (value) => (value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 120));

for (const account of visitors)
  test(`what the foundation answered ${account || 'nobody signed in'}`, async () => {
    const client = await visitor(account);
    const wrong = [];
    for (const path of paths(foundation.day)) {
      const [status, index] = foundation.answers[account][path];
      const [nowStatus, nowDocument] = await ask(client, path);
      if (status !== nowStatus) {
        if (!meant(account, path, '', status, nowStatus))
          wrong.push(`${path}: answered ${status}, now ${nowStatus}`);
        continue;
      }
      const then = aged(path, structuredClone(foundation.documents[index])), now = aged(path, nowDocument ?? null);
      for (const [way, before, after] of compare(then, now))
        if (!meant(account, path, way, before, after))
          wrong.push(`${path}: ${way} was ${short(before)}, now ${short(after)}`);
    }
    client.close();
    // One of each kind: a new member comes in hundreds of documents.
    const kinds = new Map(wrong.map((line) => [line.match(/: (\S+) /)[1], line]));
    assert.equal(wrong.length, 0, `${wrong.length} differences of ${kinds.size} kinds:\n${[...kinds.values()].slice(0, 60).join('\n')}`);
  });

test('every difference that is meant is there', () => {
  assert.deepEqual(differences.filter((d, i) => !used.has(i)).map((d) => d.why), []);
});

// ---- the database ---------------------------------------------------------------------------------------------

const sql = (database, text, user = 'styrbord_owner') =>
  execFileSync('psql', ['-X', '-At', '-v', 'ON_ERROR_STOP=1', '-d', database, '-U', user, '-c', text], { encoding: 'utf8', cwd: '/' }).trim();

// As the documentation says: nobody is signed in after a restore. Their tables are there, empty.
const leftOut = ['styrbord.session', 'styrbord.once'];

// Every table of the portal, from the catalogue: { schema.table: rows and md5 of them all }. As the superuser: the owner is not
// bound by row-level security, but nothing may depend on that here.
function contents(database) {
  const tables = sql(database, `SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p') AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'public') ORDER BY 1`, 'postgres').split('\n');
  assert.ok(tables.length > 35, 'the catalogue gives the tables');
  const each = tables.filter((t) => !leftOut.includes(t)).map((t) =>
    `SELECT '${t}', count(*) || ' ' || coalesce(md5(string_agg(t::text, chr(10) ORDER BY t::text COLLATE "C")), 'empty') FROM ${t} t`);
  return Object.fromEntries(sql(database, each.join(' UNION ALL '), 'postgres').split('\n').map((line) => line.split('|')));
}

test('the migrations run once', () => {
  const before = contents('styrbord');
  const again = spawnSync('bash', ['-c', '. tests/fixtures/common.sh; cd /; as_server "$0" migrate --config "$1"', `${folder}/app/styrbord`,
    `${folder}/styrbord.conf`], { encoding: 'utf8' });
  assert.equal(again.status, 0, again.stderr);
  assert.deepEqual(contents('styrbord'), before);
});

test('dumped and restored by the owner it is the same', () => {
  const dump = `${folder}/again.dump`;
  const extensions = sql('styrbord', `SELECT '-e ' || extname FROM pg_extension WHERE extname NOT IN ('plpgsql', 'pgtap')`).split(/\s+/);
  const run = (program, ...args) => {
    const done = spawnSync(program, args, { encoding: 'utf8', cwd: '/' });
    assert.equal(done.status, 0, `${program}: ${done.stderr}`);
    assert.equal(done.stderr, '');
  };
  run('pg_dump', '-Fc', '-Z1', ...extensions, ...leftOut.map((t) => `--exclude-table-data=${t}`), '-U', 'styrbord_owner', '-f', dump, 'styrbord');
  sql('postgres', 'CREATE DATABASE again OWNER styrbord_owner TEMPLATE template0', 'postgres');
  try {
    run('pg_restore', '-1', '--exit-on-error', '--no-comments', '-U', 'styrbord_owner', '-d', 'again', dump);
    assert.deepEqual(contents('again'), contents('styrbord'));
    const objects = `SELECT (SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal), (SELECT count(*) FROM pg_constraint WHERE contype = 'f'),
      (SELECT count(*) FROM pg_policy), (SELECT count(*) FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = 'styrbord')`;
    assert.equal(sql('again', objects), sql('styrbord', objects));
  } finally {
    sql('postgres', 'DROP DATABASE again', 'postgres');
    rmSync(dump, { force: true });
  }
});
