// stacks.mjs: complete portals for measuring, each with servers, folder and port of its own, made from a source tree that is built.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Client } from '../fixtures/client.mjs';

const bench = new URL('.', import.meta.url).pathname;
const bash = (text) => execFileSync('bash', ['-c', `. tests/fixtures/common.sh; ${text}`], { encoding: 'utf8' }).trim();

export class Stack {
  constructor(name, source, projects) {
    Object.assign(this, { name, source, projects });
  }

  start() {
    this.port = Number(bash('free_port'));
    this.url = `http://localhost:${this.port}`;
    this.fixture('start', String(this.port));
    this.work = `${this.dir}/bench`;
    mkdirSync(this.work, { mode: 0o755 });
    return this;
  }

  // PostgreSQL alone, with the portal's empty tables.
  startDatabase() {
    this.fixture('database');
    return this;
  }

  fixture(action, ...more) {
    this.dir = bash('scratch');
    const run = spawnSync('tests/fixtures/stack.sh', [action, this.dir, ...more], { cwd: this.source, encoding: 'utf8' });
    if (run.status !== 0)
      throw new Error(`${this.name} does not start: ${run.stdout}${run.stderr}`);
  }

  environment(user) {
    return { ...process.env, PGHOST: `${this.dir}/run`, PGDATABASE: 'styrbord', PGUSER: user };
  }

  sql(text, user = 'styrbord_owner') {
    return execFileSync('psql', ['-X', '-At', '-q', '-v', 'ON_ERROR_STOP=1', '-c', text], { env: this.environment(user), encoding: 'utf8', cwd: '/' }).trim();
  }

  // The same loader for every stack, whatever it was built from. `more`: settings of data.sql.
  load(...more) {
    const began = Date.now();
    execFileSync('psql', ['-X', '-q', '-1', '-v', 'ON_ERROR_STOP=1', '-v', `projects=${this.projects}`, ...more.flatMap((m) => ['-v', m]), '-f', `${bench}data.sql`],
      { env: this.environment('styrbord_owner'), stdio: ['ignore', 'ignore', 'inherit'] });
    this.sql('VACUUM ANALYZE', 'postgres');
    this.sql('CHECKPOINT', 'postgres');
    const size = this.sql('SELECT pg_size_pretty(pg_database_size(current_database()))');
    console.log(`${this.name}: ${this.projects} projects loaded in ${Math.round((Date.now() - began) / 1000)} s, ${size}`);
    return this;
  }

  // Somebody who may write everywhere; signed in once.
  async office() {
    this.signedIn ??= await new Client(this.url).signIn('portfolio');
    return this.signedIn;
  }

  // The ids of the loaded rows of a table, which lie without a gap: [first, last].
  ids(table) {
    this.known ??= {};
    const key = table === 'project' ? 'p.id = t.id' : `p.id = t.${this.hangsOn()}`;
    return this.known[table] ??= this.sql(`SELECT min(t.id), max(t.id) FROM live.${table} t JOIN live.project p ON ${key} WHERE p.code LIKE 'BENCH-%'`).split('|').map(Number);
  }

  hangsOn() {
    return this.column ??= this.sql(`SELECT attname FROM pg_attribute WHERE attrelid = 'live.risk'::regclass AND attname IN ('project_id', 'subject_id') AND NOT attisdropped`);
  }

  // A statement of the portal, by the name it has in src/**/*.sql.
  statement(file, name) {
    const text = readFileSync(`${this.source}/src/${file}`, 'utf8');
    return text.slice(text.indexOf(`-- name: ${name}\n`)).split('\n').slice(1).join('\n').split(/;\n/)[0].replace(/^--.*$/gm, '');
  }

  // How the portal of this stack asks the planner to plan.
  planning() {
    return readFileSync(`${this.source}/src/db/db.c`, 'utf8').match(/-c jit=off[^"]*/)[0];
  }

  file(name, text) {
    writeFileSync(`${this.work}/${name}`, text, { mode: 0o644 });
    return `${this.work}/${name}`;
  }

  clean() {
    this.signedIn?.close();
    if (this.dir)
      spawnSync('tests/fixtures/stack.sh', ['clean', this.dir], { cwd: this.source });
  }
}
