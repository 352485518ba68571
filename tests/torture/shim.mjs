// shim.mjs: gives fail_nth.so its orders through the file that it has mapped (struct order there), and starts the portal with it.
import { chmodSync, copyFileSync, openSync, readFileSync, readSync, writeFileSync, writeSync } from 'node:fs';
import { childrenOf, end, folder, isAlive, pidOf, signal, sleep, startPortal } from '../faults/servers.mjs';

const N = 0, ALWAYS = 4, ANYWHERE = 8, CALLS = 12, FAILED = 16, FUNCTION = 20, SIZE = 64;
const file = `${folder}/fail-nth`, shim = `${folder}/app/fail_nth.so`;
export const WORKERS = 3; // one for pages, one for signing in, one that refreshes
let order;

function write(offset, value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  writeSync(order, bytes, 0, 4, offset);
}

function read(offset) {
  const bytes = Buffer.alloc(4);
  readSync(order, bytes, 0, 4, offset);
  return bytes.readUInt32LE();
}

// From now on the n-th call of the function fails (with always: that one and all after it).
export function arm(name, n, { always = false, anywhere = false } = {}) {
  write(N, 0);
  writeSync(order, Buffer.from(name.padEnd(SIZE - FUNCTION, '\0')), 0, SIZE - FUNCTION, FUNCTION);
  write(ALWAYS, Number(always));
  write(ANYWHERE, Number(anywhere));
  write(CALLS, 0);
  write(FAILED, 0);
  write(N, n);
}

// Nothing fails any more: { calls, failed } since arm().
export function disarm() {
  write(N, 0);
  return { calls: read(CALLS), failed: read(FAILED) };
}

export const failedSoFar = () => read(FAILED);

function setOption(text, name, value) {
  return `${text.replace(new RegExp(`^${name} = .*\n`, 'm'), '')}\n${name} = ${value}\n`;
}

// One worker of a kind, so that the n-th call is the same call each time; and no refresh that would call in between.
export async function startTortured() {
  await end('portal', 'SIGTERM');
  copyFileSync(process.env.TORTURE_SHIM, shim);
  writeFileSync(file, Buffer.alloc(SIZE));
  chmodSync(file, 0o666);
  order = openSync(file, 'r+');
  let options = readFileSync(`${folder}/styrbord.conf`, 'utf8');
  for (const [name, value] of [['workers', 1], ['sign_in_workers', 1], ['refresh_workers', 1], ['grants_refresh_s', 3600]])
    options = setOption(options, name, value);
  writeFileSync(`${folder}/styrbord.conf`, options);
  await start();
}

async function start() {
  startPortal({ LD_PRELOAD: shim, STYRBORD_FAIL: file });
  await workersCome([]);
}

export async function restartTortured() {
  if (isAlive(pidOf('portal')))
    await end('portal', 'SIGTERM');
  await start();
}

export const workers = () => childrenOf(pidOf('portal')).filter(isAlive);

async function workersCome(before) {
  for (const until = Date.now() + 15000; Date.now() < until; await sleep(5)) {
    const now = workers();
    if (now.length === WORKERS && !now.some((pid) => before.includes(pid)))
      return;
  }
  throw new Error('the workers do not come back within 15 s');
}

// How the workers that died since the last question did, as the log says it.
let logRead = 0;
export function deaths() {
  const log = readFileSync(`${folder}/styrbord.log`), fresh = log.subarray(logRead).toString();
  logRead = log.length;
  return [...fresh.matchAll(/worker ended \(([a-z]+ \d+)\)/g)].map((death) => death[1]).filter((how) => how !== 'status 0');
}

// Every worker is replaced by one that has connected to nothing yet.
export async function freshWorkers() {
  const before = workers();
  signal('SIGHUP', pidOf('portal'));
  await workersCome(before);
}
