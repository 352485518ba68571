// clock.mjs: the database's clock goes an hour back while sessions live and an account waits. Rights must leave all the same.
import { Client } from '../fixtures/client.mjs';
import { changeEntry, end, sleep, startPostgres } from './servers.mjs';

const leaders = 'cn=project-dho-leaders,ou=groups,dc=demo,dc=example', leader = 'uid=leader,ou=people,dc=demo,dc=example';
const nobody = 'cn=nobody,dc=demo,dc=example'; // a group is never empty
const GONE_WITHIN_S = 10 + 20; // grants_refresh_s of the demo, and 20 s
const SERVED_WITHIN_S = 10;    // an account that waited, once the right password is given
const WRONG_PASSWORDS = 8;

let writer, waiting;

export async function rememberRights() {
  writer = await new Client().signIn('leader');
  waiting = new Client();
  for (let i = 0; i < WRONG_PASSWORDS; i++)
    await waiting.tryToSignIn('auditor', 'not this one');
}

const write = () => writer.json('POST', '/projects/DHO/risks',
  { kind: 'risk', title: 'Written by somebody who leaves', probability: 1, consequence: 1, state: 'open' });

async function until(seconds, done) {
  for (const began = Date.now(); ; await sleep(500)) {
    const answer = await done(), took = (Date.now() - began) / 1000;
    if (answer || took > seconds)
      return answer || '';
  }
}

export async function clockGoesBack() {
  const wrong = [];
  await end('postgres', 'SIGINT');
  await startPostgres({ POSTGRES_CLOCK: '-1h' });
  if (!await until(10, async () => (await write()).status === 201))
    wrong.push('a leader cannot write any more');
  await changeEntry(leaders, 'add: member', `member: ${nobody}`, '-', 'delete: member', `member: ${leader}`);
  const gone = until(GONE_WITHIN_S, async () => (await write()).status === 403);
  if (!await until(SERVED_WITHIN_S, async () => (await waiting.tryToSignIn('auditor')).status === 303))
    wrong.push(`an account that waited cannot sign in within ${SERVED_WITHIN_S} s`);
  if (!await gone)
    wrong.push(`a right was still there ${GONE_WITHIN_S} s after its group was left`);
  return wrong;
}

export async function clockIsRight() {
  await changeEntry(leaders, 'add: member', `member: ${leader}`, '-', 'delete: member', `member: ${nobody}`);
  await end('postgres', 'SIGINT');
  await startPostgres();
  writer.close();
  waiting.close();
}
