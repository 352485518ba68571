// run.mjs: the n-th call of one function after the other fails while a request is being answered: n = 1, 2, … until the request
// comes through without a failure. Whatever failed, the answer is the portal's own, no worker dies (but where memory is out), the
// same request succeeds right afterwards, and what it asked for is done once. One line of TAP a function; TORTURE='a word' takes
// those with the word in their name. Below with-stack.sh, with TORTURE_SHIM.
import { asks, prepareAll, withoutNonces } from './asks.mjs';
import { judgeAnswer } from './judge.mjs';
import { arm, deaths, disarm, failedSoFar, freshWorkers, restartTortured, startTortured, workers, WORKERS } from './shim.mjs';
import { Client, ready } from '../fixtures/client.mjs';
import { isAlive, pidOf, signal, sleep } from '../faults/servers.mjs';

// The n-th calls tried: of a worker that has its connections, of one that has none yet; and from then on.
const WARM_MOST = 60, COLD_MOST = 30, ALWAYS_MOST = 3;
const SECONDS = Number(process.env.TORTURE_SECONDS ?? 900), AGAIN_S = 2;

const postgres = ['PQsendQueryPrepared', 'PQsendPrepare', 'PQpipelineSync', 'PQsendFlushRequest', 'PQgetResult', 'cut',
  'PQflush', 'PQconsumeInput', 'PQconnectStartParams', 'PQconnectPoll', 'PQenterPipelineMode', 'PQsetnonblocking'];
const directory = ['ldap_initialize', 'ldap_set_option', 'ldap_connect', 'ldap_start_tls_s', 'ldap_sasl_bind', 'ldap_search_ext', 'ldap_result',
  'ldap_parse_result', 'ldap_get_dn', 'ldap_get_values_len', 'ldap_str2dn', 'ldap_dn2str',
  'ldap_create_page_control', 'ldap_parse_pageresponse_control', 'ldap_parse_passwordpolicy_control'];
const memory = ['malloc', 'calloc', 'realloc'];
// Where only memory can be out a worker may end itself: the master starts another.
const mayAbort = [...memory, 'ldap_str2dn', 'ldap_dn2str'], ABORTED = 'signal 6';
const functions = ['fork', ...memory, ...directory, ...postgres].filter((name) => name.includes(process.env.TORTURE ?? ''));

// What happened with one function: how often it failed, answers by status, and every kind of fault with where it was first seen.
class Account {
  constructor() {
    this.tried = 0;
    this.statuses = new Map();
    this.findings = new Map();
  }

  answered(status) {
    this.tried++;
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
  }

  found(sentence, where) {
    const known = this.findings.get(sentence);
    this.findings.set(sentence, { where: known?.where ?? where, times: (known?.times ?? 0) + 1 });
  }
}

// The same request until it succeeds, for a few seconds.
async function succeeds(ask, what) {
  let answer;
  for (const until = Date.now() + AGAIN_S * 1000; Date.now() < until; await sleep(50)) {
    answer = await ask.send(what);
    if (answer.status === ask.good)
      break;
    // whoever is refused for good gains nothing by asking again
    if (answer.status >= 400 && answer.status < 500 && ![409, 429].includes(answer.status))
      break;
  }
  return answer;
}

async function afterwards(ask, what, answer, tell) {
  const good = answer.status === ask.good;
  if (good && ask.ends) {
    await ask.verify(what, tell);
    what = await ask.prepare();
  }
  const again = await succeeds(ask, what);
  if (again.status !== ask.good) {
    tell(`afterwards the same request is answered ${again.error ?? again.status}`);
    return freshWorkers(); // whatever is broken for good shall not spoil what comes next
  }
  if (good && ask.same && withoutNonces(answer.text) !== withoutNonces(again.text))
    tell('the answer was good and lacked something');
  await ask.verify(what, tell);
}

// The master sees a death a little later than nginx does.
async function deathsSoon(answer) {
  let died = deaths();
  for (const until = Date.now() + 300; answer.status === 502 && !died.length && Date.now() < until; died = deaths())
    await sleep(10);
  return died;
}

// One request with the n-th call failing. Did it fail, that is: were there so many calls?
async function attempt(name, ask, n, { cold, always }, account) {
  const mayDie = mayAbort.includes(name), where = `${ask.name}, call ${n}${always ? ' and after' : ''}, worker ${cold ? 'new' : 'in use'}`;
  const tell = (sentence) => account.found(sentence, where);
  const what = await ask.prepare();
  if (cold)
    await freshWorkers();
  for (const how of deaths())
    tell(`a worker died after its answer (${how})`);
  arm(name, n, { always });
  const answer = await ask.send(what);
  const { failed } = disarm();
  if (!failed) {
    await ask.verify(what, tell);
    return false;
  }
  account.answered(answer.error ?? answer.status);
  judgeAnswer(answer, ask, mayDie, tell);
  const died = await deathsSoon(answer);
  for (const how of died)
    if (!mayDie || how !== ABORTED)
      tell(`a worker died (${how})`);
  if (died.length)
    await freshWorkers(); // nobody waits longer and longer for those that die young
  await afterwards(ask, what, answer, tell);
  return true;
}

async function torture(name, account, until) {
  for (const ask of asks)
    for (const [most, way] of [[WARM_MOST, {}], [COLD_MOST, { cold: true }], [ALWAYS_MOST, { always: true }]])
      for (let n = 1; n <= most && await attempt(name, ask, n, way, account); n++)
        if (Date.now() > until)
          return account.found('no time was left for all of its calls', ask.name);
}

// The n-th fork() fails: of a worker that is needed again, of the new ones at a reload, or all of them for three seconds.
async function tortureFork(account) {
  const client = new Client();
  const ways = [['a worker killed', () => signal('SIGKILL', workers()[0]), {}], ['every worker killed', () => signal('SIGKILL', ...workers()), {}],
    ['configuration read again', () => signal('SIGHUP', pidOf('portal')), {}],
    ['every worker killed', () => signal('SIGKILL', ...workers()), { always: true }]];
  for (const [how, act, way] of ways)
    for (let n = 1; n <= 4; n++) {
      const where = `${how}, call ${n}${way.always ? ' and after' : ''}`;
      await restartTortured();
      arm('fork', n, { ...way, anywhere: true });
      act();
      for (const until = Date.now() + 3000; Date.now() < until && (way.always || !failedSoFar()); await sleep(20));
      await sleep(200);
      const { failed } = disarm();
      if (!failed)
        break;
      if (!isAlive(pidOf('portal')))
        account.found('the master ended', where);
      let answer;
      for (const until = Date.now() + 20000; Date.now() < until; await sleep(100))
        if ((answer = await client.get('/healthz')).status === 200 && workers().length === WORKERS)
          break;
      account.answered(answer.error ?? answer.status);
      if (answer.status !== 200 || workers().length !== WORKERS)
        account.found('20 s later not every worker is back', where);
    }
  client.close();
  await restartTortured();
  deaths(); // which the driver itself had asked for
}

function report(number, name, account) {
  const statuses = [...account.statuses].sort().map(([status, times]) => `${status} × ${times}`).join(', ');
  const good = !account.findings.size;
  console.log(`${good ? 'ok' : 'not ok'} ${number} - ${name}: ${account.tried} calls failed in turn${statuses && `; answers ${statuses}`}`);
  for (const [sentence, { where, times }] of account.findings)
    console.log(`#   ${times} × ${sentence} (first: ${where})`);
  return good;
}

async function main() {
  const until = Date.now() + SECONDS * 1000;
  let failed = 0;
  await startTortured();
  deaths();
  await ready(15);
  await prepareAll();
  console.log(`1..${functions.length}`);
  for (const [i, name] of functions.entries()) {
    const account = new Account(), began = Date.now();
    try {
      await (name === 'fork' ? tortureFork(account) : torture(name, account, until));
    } catch (error) {
      disarm();
      account.found(error.message, 'the driver itself');
      await restartTortured();
    }
    failed += !report(i + 1, name, account);
    console.log(`#   ${((Date.now() - began) / 1000).toFixed(0)} s`);
  }
  return failed;
}

process.exit((await main()) ? 1 : 0);
