// directory.mjs: signing in while the directory is away.
import { Client } from './client.mjs';

const AT_ONCE = 4, IN_TIME_S = 11; // request_timeout_ms, and a second

// Several sign-ins at once, and questions at addresses that ask the directory: each is told so in time. What is wrong.
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
  return [...new Set((await Promise.all(Array.from({ length: AT_ONCE }, one))).filter(Boolean))];
}
