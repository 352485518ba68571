// faults.mjs: what can break, one row each.
//   name, short (part of the short form), needs (a word why it cannot be tried here, or '')
//   before()   what must be made ready while nobody works
//   act()      breaks it, waits, mends what a person or systemd would mend; gives what is wrong besides the count, one sentence each
//   after()    undoes before()
//   pages      nobody who reads may notice
//   endsSessions  after() has everybody signed out
import { existsSync, readdirSync, unlinkSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { childrenOf, end, ended, folder, freeze, isRoot, pidOf, run, signal, sleep, sql, startNginx, startPortal, startPostgres,
  startSlapd } from './servers.mjs';
import { clockGoesBack, clockIsRight, rememberRights } from './clock.mjs';
import { signInsFailInTime } from './directory.mjs';

const LOOK_MS = 200, REQUEST_MS = 4;

// A worker that has a request in its hands: it holds a connection more than when it was idle. Any, when none is seen at work.
async function busyWorker() {
  const idle = new Map();
  let workers = [];
  for (const until = Date.now() + LOOK_MS; Date.now() < until; await nextTurn()) {
    workers = childrenOf(pidOf('portal'));
    for (const pid of workers) {
      const open = connections(pid);
      if (open > (idle.get(pid) ?? open))
        return pid;
      idle.set(pid, open);
    }
  }
  return workers[0];
}

function connections(pid) {
  try {
    return readdirSync(`/proc/${pid}/fd`).length;
  } catch {
    return 0;
  }
}

// Somewhere in the middle of a request: also between its COMMIT and its answer.
async function killWorkers(times) {
  for (let i = 0; i < times; i++) {
    const pid = await busyWorker();
    for (const until = performance.now() + Math.random() * REQUEST_MS; performance.now() < until;);
    signal('SIGKILL', ...[pid].filter(Boolean));
    await sleep(200);
  }
}

async function killMaster() {
  const master = pidOf('portal'), workers = childrenOf(master), began = Date.now();
  signal('SIGKILL', master);
  await ended([master, ...workers], 30);
  await sleep(Math.max(0, 2000 - (Date.now() - began))); // RestartSec of the unit
  startPortal();
}

async function restart() {
  await end('portal', 'SIGTERM');
  startPortal();
}

async function reload(times) {
  for (let i = 0; i < times; i++) {
    signal('SIGHUP', pidOf('portal'));
    await sleep(800);
  }
}

async function crashPostgres() {
  await end('postgres', 'SIGQUIT'); // pg_ctl stop -m immediate
  await sleep(4000);
  await startPostgres();
}

async function freezeOften(times, seconds) {
  for (let i = 0; i < times; i++) {
    await freeze('postgres', seconds);
    await sleep(1500);
  }
}

const portalRoles = "rolname LIKE 'styrbord\\_%' AND rolname <> 'styrbord_owner'";
const endConnections = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity JOIN pg_roles ON rolname = usename WHERE ${portalRoles}`;

async function terminate(times) {
  for (let i = 0; i < times; i++) {
    await sql(endConnections, 'postgres');
    await sleep(700);
  }
}

// What max_connections does, without filling it: class 53 for everybody who comes.
async function noConnections(seconds) {
  const limit = async (n) => {
    for (const role of (await sql(`SELECT rolname FROM pg_roles WHERE ${portalRoles}`, 'postgres')).split('\n'))
      await sql(`ALTER ROLE ${role} CONNECTION LIMIT ${n}`, 'postgres');
  };
  await limit(0);
  await sql(endConnections, 'postgres');
  await sleep(seconds * 1000);
  await limit(-1);
}

const lockTable = (seconds) => sql(`BEGIN; LOCK TABLE live.risk IN SHARE ROW EXCLUSIVE MODE; SELECT pg_sleep(${seconds}); COMMIT`);

async function killSlapd() {
  await end('slapd', 'SIGKILL');
  const wrong = await signInsFailInTime();
  await sleep(2000);
  await startSlapd();
  return wrong;
}

async function freezeSlapd() {
  const frozen = freeze('slapd', 20);
  const wrong = await signInsFailInTime();
  await frozen;
  return wrong;
}

async function killNginx() {
  const master = pidOf('nginx'), all = [master, ...childrenOf(master)];
  signal('SIGKILL', ...all);
  await ended(all);
  await sleep(2000);
  await startNginx();
}

// The cluster moves into a file system of its own that is small.
async function smallDisk() {
  const data = `${folder}/postgres`, disk = `${folder}/postgres.disk`;
  await end('postgres', 'SIGINT');
  const used = Number((await run('du', ['-sm', data])).split('\t')[0]);
  await run('mv', [data, disk]);
  await run('install', ['-d', '-o', 'postgres', '-g', 'postgres', '-m', '0700', data]);
  await run('mount', ['-t', 'tmpfs', '-o', `size=${used + 150}m,mode=0700,uid=${await run('id', ['-u', 'postgres'])}`.trim(), 'tmpfs', data]);
  await run('cp', ['-a', `${disk}/.`, data]);
  await startPostgres();
}

async function fillDisk(seconds) {
  const filler = `${folder}/postgres/filler`;
  await run('dd', ['if=/dev/zero', `of=${filler}`, 'bs=64k', 'status=none']).catch(() => {});
  await sleep(seconds * 1000);
  unlinkSync(filler);
  await sleep(1000);
  await startPostgres(); // which does nothing when it is still up
}

async function largeDisk() {
  const data = `${folder}/postgres`, disk = `${folder}/postgres.disk`;
  if (!existsSync(disk))
    return;
  await end('postgres', 'SIGINT').catch(() => {});
  await run('umount', [data]).catch(() => {});
  await run('rm', ['-rf', '--one-file-system', disk]);
}

// Nothing of ours stays frozen or mounted.
export async function rescue() {
  for (const server of ['postgres', 'slapd'])
    try {
      signal('SIGCONT', pidOf(server), ...childrenOf(pidOf(server)));
    } catch {
      // it does not run
    }
  await largeDisk();
}

const noFaketime = () => readdirSync('/usr/lib').some((machine) => existsSync(`/usr/lib/${machine}/faketime/libfaketime.so.1`))
  ? '' : 'the package faketime is missing';

export const faults = [
  { name: '50 workers killed', short: '10 workers killed', act: (short) => killWorkers(short ? 10 : 50) },
  { name: 'every worker killed at once', act: () => signal('SIGKILL', ...childrenOf(pidOf('portal'))) },
  { name: 'the master killed', act: killMaster },
  { name: 'the portal ended, started again', act: restart },
  { name: 'configuration read again, 5 times', act: () => reload(5) },
  { name: 'PostgreSQL crashed, away 4 s', short: 'PostgreSQL crashed, away 4 s', act: crashPostgres },
  { name: 'PostgreSQL frozen 20 s', act: () => freeze('postgres', 20) },
  { name: 'PostgreSQL frozen 3 × 12 s', short: 'PostgreSQL frozen 12 s', act: (short) => freezeOften(short ? 1 : 3, 12) },
  { name: 'every connection cut, 6 times', act: () => terminate(6) },
  { name: 'no connection to be had, 10 s', act: () => noConnections(10) },
  { name: 'table locked 15 s', act: () => lockTable(15), pages: true },
  { name: 'slapd killed', act: killSlapd, pages: true },
  { name: 'slapd frozen 20 s', act: freezeSlapd, pages: true },
  { name: 'nginx killed, away 2 s', act: killNginx },
  { name: 'database clock an hour back', needs: noFaketime, before: rememberRights, act: clockGoesBack, after: clockIsRight,
    endsSessions: true },
  // The last one: what is written while the disk is small goes with it.
  { name: 'disk full 15 s', needs: () => (isRoot ? '' : 'only root can mount a small disk'), before: smallDisk, act: () => fillDisk(15),
    after: largeDisk },
];
