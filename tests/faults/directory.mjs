// directory.mjs: signing in while the directory is away.
import { Client, hiddenFields } from '../fixtures/client.mjs';

const AT_ONCE = 4, IN_TIME_S = 11; // request_timeout_ms, and a second
// Whatever the spelling, these never wait where pages are made.
const spellings = ['/login', '/login/', '/login.json', '/%6cogin'], questions = ['/readyz', '/readyz/', '/readyz.json'];

// As many as could hold every page's worker.
async function askEverywhere() {
  const one = async (method, path) => {
    const client = new Client(), { _csrf, next } = hiddenFields((await client.get('/login')).text);
    await (method === 'GET' ? client.get(path) : client.form(path, { _csrf, next, account: 'staff', password: 'styrbord-demo' }));
    client.close();
  };
  const each = () => [...spellings.map((path) => one('POST', path)), ...questions.map((path) => one('GET', path))];
  await Promise.all([...each(), ...each()]);
}

// Several sign-ins at once: each is told so in time. Then every address that may ask the directory is asked, while load.mjs's
// reader watches the pages. What is wrong.
export async function signInsFailInTime() {
  const one = async () => {
    const client = new Client(), began = Date.now(), answer = await client.tryToSignIn('staff'), took = (Date.now() - began) / 1000;
    client.close();
    if (answer.status !== 503)
      return `signing in without a directory was answered ${answer.error ?? answer.status}`;
    if (!answer.headers['retry-after'])
      return 'signing in without a directory was answered without Retry-After';
    return took > IN_TIME_S ? `signing in without a directory took ${took.toFixed(1)} s` : '';
  };
  const wrong = [...new Set((await Promise.all(Array.from({ length: AT_ONCE }, one))).filter(Boolean))];
  await askEverywhere();
  return wrong;
}
