// plans.mjs BUILD: no statement of a page reads the whole of what grows. Each is planned, as the application's role under row-level
// security and with a session entered, on 20,000 projects, for any parameters (a generic plan): on the rows of today and, where it
// only reads, on those of an earlier day. Refused are a sequential scan of a table of more than 1,000 rows, and an index read from end to
// end: without a condition, or with one that leaves out the index's first column.
// What may do so stands below, with the reason. What functions do inside does not show in a plan.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { after, test } from 'node:test';
import { Stack } from './stacks.mjs';

const grown = 1000, projects = Number(process.env.PROJECTS ?? 20000), build = process.env.BUILD ?? 'build';

// "statement" or "statement@" (on an earlier day): why it may read the whole.
const exceptions = {
  portfolio_page: 'the front page counts all projects, until its figures are kept',
  'portfolio_page@': 'the same',
  project_list: 'one statement for all filters of the list, until it is composed of those that are given',
  'project_list@': 'the same',
  contradictions: 'every project that is not closed is asked whether it contradicts itself, on a page for the few who mend them',
  'contradictions@': 'the same',
  project_search: 'who writes what is no key is offered what has it in its name, and a part of a name has no index',
  body_search: 'the same',
  relation_search: 'the same',
  model_search: 'the same',
  lesson_search: 'the same',
  dependency_search: 'the same',
  survey_search: 'the same',
  news_search: 'the same',
  event_search: 'the same',
  interface_search: 'the same',
  content_area_search: 'the same',
  answer_search: 'the same',
  decision_search: 'the same',
  member_rule_search: 'the same',
};

// What forms ask, and they are of today.
const ofForms = /_(keys|search|choices)$/;

// Not of a page: who asks, sessions (functions all of them), and what `styrbord check` asks once.
const notPages = /^src\/(db\/db|session\/session|check)\.sql$/;

// ---- the statements ---------------------------------------------------------------------------------------------------------

// [name, text] of each statement of a text, in which a line before it names it: "-- name: risk_list" in a file, "-- risk_list" as the
// program prints those that it makes at start.
const parse = (text, head = /^-- name: /m) => text.split(head).slice(1).map((block) => {
  const [, name, body] = block.match(/^(\w+)\n([^]*)$/);
  return [name, body.replace(/^--.*$/gm, '').trim().replace(/;$/, '')];
});
const files = readdirSync('src', { recursive: true }).filter((f) => f.endsWith('.sql')).map((f) => `src/${f}`).sort();
const made = spawnSync(`${build}/styrbord`, ['statements'], { encoding: 'utf8' });
const statements = new Map([...files.filter((f) => !notPages.test(f)).flatMap((f) => parse(readFileSync(f, 'utf8'))),
  ...parse(made.stdout, /^-- (?=\w+$)/m)]);

// ---- their plans --------------------------------------------------------------------------------------------------------------

const stack = new Stack('plans', '.', projects);
after(() => stack.clean());
process.on('exit', () => stack.clean());
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => process.exit(1));
stack.startDatabase().load('words=no');
// Somebody who leads one project and coordinates an organisation: the grants that a policy has most to do with.
stack.sql(`INSERT INTO styrbord.session (token_hash, person_id, grants, absolute_ends)
  SELECT sha256('plans'), id, '[{"role":"leader","scope":"project","key":"BENCH-37","group":"","rule":""},
    {"role":"coordinator","scope":"organisation","key":"BENCH-ORG-3","group":"","rule":""}]', now() + interval '1 hour' FROM live.person WHERE account = 'bench1'`);
const large = new Set(stack.sql(`SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind = 'r' AND c.reltuples > ${grown} AND n.nspname IN ('live', 'past', 'styrbord')`).split('\n'));

// What each index begins with: a column, or an expression.
const beginsWith = new Map(stack.sql(`SELECT n.nspname || '.' || c.relname, coalesce(a.attname, '') FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0] AND a.attnum > 0
  WHERE n.nspname IN ('live', 'past', 'styrbord')`).split('\n').map((line) => line.split('|')));

// The plan of each statement, all in one session, as a worker has it; a string is the error's text.
function plans(past) {
  const script = [`\\set ON_ERROR_STOP off`, `SET plan_cache_mode = force_generic_plan;`, `BEGIN;`,
    `SELECT styrbord.enter(encode(sha256('plans'), 'hex')); SELECT set_config('styrbord.at', '${past ? new Date(Date.now() - 300 * 86400000).toISOString() : ''}', true);`,
    `SET LOCAL search_path = ${past ? 'at' : 'live'}, public;`];
  for (const [name, text] of statements) {
    const count = Math.max(0, ...[...text.matchAll(/\$(\d+)/g)].map((m) => Number(m[1])));
    script.push(`SAVEPOINT s;`, `\\echo =====${name}`, `PREPARE "${name}" AS ${text};`,
      `EXPLAIN (VERBOSE, FORMAT JSON) EXECUTE "${name}"${count ? `(${Array(count).fill('NULL').join(', ')})` : ''};`, `ROLLBACK TO s;`);
  }
  const run = spawnSync('bash', ['-c', 'psql -X -At -q 2>&1'], { env: { ...stack.environment('styrbord_app'), PGOPTIONS: stack.planning() }, input: script.join('\n'), encoding: 'utf8', cwd: '/', maxBuffer: 1 << 28 });
  return new Map(run.stdout.split(/^=====/m).slice(1).map((part) => {
    const name = part.slice(0, part.indexOf('\n')), rest = part.slice(part.indexOf('\n') + 1);
    return [name, rest.startsWith('[') ? JSON.parse(rest)[0].Plan : rest];
  }));
}

// Nodes that read all they are given before they give anything, so that a LIMIT above does not stop what is below.
const takesAll = new Set(['Sort', 'Aggregate', 'Hash', 'WindowAgg', 'Materialize', 'SetOp', 'ModifyTable', 'LockRows']);

function* wholes(node, bounded = false) {
  const table = `${node.Schema}.${node['Relation Name']}`;
  if (large.has(table)) {
    if (node['Node Type'] === 'Seq Scan')
      yield `${table}: Seq Scan`;
    else if (/^Index (Only )?Scan$/.test(node['Node Type']) && !node['Index Cond'] && !node['Order By'] && !bounded)
      yield `${table}: the whole index ${node['Index Name']}`;
    else if (node['Index Cond'] && !new RegExp(`\\b${beginsWith.get(`${node.Schema}.${node['Index Name']}`)}\\b`).test(node['Index Cond']))
      yield `${table}: the whole index ${node['Index Name']}, by ${node['Index Cond']}`;
    if (/\(\$\d+ = ''::\w+\) OR/.test(node.Filter ?? ''))
      yield `${table}: a condition that may be switched off: ${node.Filter.slice(0, 200)}`;
  }
  for (const child of node.Plans ?? [])
    yield* wholes(child, child['Parent Relationship'] !== 'Inner' && !/Plan/.test(child['Parent Relationship']) &&
      (node['Node Type'] === 'Limit' || bounded && !takesAll.has(node['Node Type'])));
}

const today = plans(false), past = plans(true);
test('the tables that grow are large', () => assert.ok(large.size > 15, [...large].join(' ')));
for (const [name, text] of statements)
  for (const [key, all] of [[name, today], ...(!ofForms.test(name) && /^\s*(WITH|SELECT)/i.test(text) && !/\b(INSERT INTO|UPDATE|DELETE FROM)\b/.test(text) ? [[`${name}@`, past]] : [])])
    test(`${name}${key.endsWith('@') ? ' at a date' : ''}`, () => {
      const plan = all.get(name);
      assert.equal(typeof plan, 'object', `no plan: ${plan}`);
      const found = [...new Set(wholes(plan))];
      if (exceptions[key])
        assert.notEqual(found.length, 0, `${key} is no exception any more: take it out of the list`);
      else
        assert.equal(found.length, 0, `reads the whole of what grows:\n${found.join('\n')}`);
    });
