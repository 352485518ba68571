// servers.mjs: the processes of the stack that with-stack.sh started, for those who do them harm. Every process is found by the
// stack's own pid files; nobody else's is touched.
import { execFile, spawn } from 'node:child_process';
import { existsSync, openSync, closeSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const execute = promisify(execFile);

export const folder = process.env.STYRBORD_DIR;
const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url));
const root = process.getuid() === 0;
// As tests/fixtures/common.sh runs the servers.
const asServer = root ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups', 'env', 'HOME=/nonexistent'] : [];

export const isRoot = root;
export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

// Runs a program to its end; its output. Rejects when it fails or takes longer than a minute.
export async function run(program, args, options = {}) {
  const { stdout } = await execute(program, args, { timeout: 60000, cwd: '/', ...options });
  return stdout;
}

// What psql prints, unaligned, as the owner of the tables or as another role.
export async function sql(statement, role = 'styrbord_owner') {
  const args = ['-X', '-q', '-At', '-v', 'ON_ERROR_STOP=1', '-U', role, '-c', statement];
  return (await run('psql', args, { maxBuffer: 1 << 28 })).trim();
}

export const pidFiles = { portal: 'styrbord.pid', nginx: 'nginx/nginx.pid', postgres: 'postgres/postmaster.pid', slapd: 'ldap/slapd.pid' };

export function pidOf(server) {
  return Number(readFileSync(`${folder}/${pidFiles[server]}`, 'utf8').split('\n')[0]);
}

export function childrenOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

// A dead process that nobody has waited for yet has no command line.
export function isAlive(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`).length > 0;
  } catch {
    return false;
  }
}

// Sends a signal to those that still are.
export function signal(name, ...pids) {
  for (const pid of pids)
    try {
      process.kill(pid, name);
    } catch (error) {
      if (error.code !== 'ESRCH')
        throw error;
    }
}

// Waits until none of them is; throws after so many seconds.
export async function ended(pids, seconds = 30) {
  const until = Date.now() + seconds * 1000;
  while (pids.some(isAlive)) {
    if (Date.now() > until)
      throw new Error(`process ${pids.filter(isAlive)} has not ended after ${seconds} s`);
    await sleep(20);
  }
}

export async function end(server, name) {
  const pid = pidOf(server);
  signal(name, pid);
  await ended([pid]);
}

// A server and all of its processes, stopped for so long, then going on.
export async function freeze(server, seconds) {
  const pid = pidOf(server), all = [pid, ...childrenOf(pid)];
  signal('SIGSTOP', ...all);
  try {
    await sleep(seconds * 1000);
  } finally {
    signal('SIGCONT', ...all);
  }
}

export function startPortal(environment = {}) {
  const log = openSync(`${folder}/styrbord.log`, 'a');
  const set = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
  const [program, ...args] = [...asServer, 'env', ...set, `${folder}/app/styrbord`, 'serve', '--config', `${folder}/styrbord.conf`];
  const portal = spawn(program, args, { cwd: '/', detached: true, stdio: ['ignore', log, log] });
  closeSync(log);
  portal.unref();
  writeFileSync(`${folder}/styrbord.pid`, `${portal.pid}\n`);
}

export async function startNginx() {
  const nginx = existsSync('/usr/sbin/nginx') ? '/usr/sbin/nginx' : 'nginx';
  const [program, ...args] = [...asServer, nginx, '-p', `${folder}/nginx`, '-e', `${folder}/nginx/error.log`,
    '-c', `${folder}/nginx/nginx.conf`];
  await run(program, args, { stdio: 'ignore' });
}

export const startPostgres = (environment = {}) =>
  run(`${fixtures}postgres.sh`, ['start', folder], { env: { ...process.env, ...environment } });

export async function startSlapd() {
  await run(`${fixtures}slapd.sh`, ['start', `${folder}/ldap`, readFileSync(`${folder}/ldap-port`, 'utf8').trim()]);
}

// Changes an entry of the directory as its manager. ldif: lines of a change record after its dn.
export async function changeEntry(dn, ...ldif) {
  const file = `${folder}/change.ldif`;
  writeFileSync(file, `dn: ${dn}\nchangetype: modify\n${ldif.join('\n')}\n`);
  await run('ldapmodify', ['-ZZ', '-x', '-H', `ldap://127.0.0.1:${readFileSync(`${folder}/ldap-port`, 'utf8').trim()}`,
    '-D', 'cn=manager,dc=demo,dc=example', '-y', `${folder}/ldap/manager-password`, '-f', file],
    { env: { ...process.env, LDAPTLS_CACERT: `${folder}/ldap/tls/ca.pem` } });
}
