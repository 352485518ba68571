// judge.mjs: is this an answer that a visitor of the portal may get while something fails? Tells what is wrong.
import { ofNginx } from '../fixtures/client.mjs';

function problemDocument(answer, tell) {
  let document;
  try {
    document = JSON.parse(answer.text);
  } catch {
    return tell('a document that is not JSON');
  }
  if (/problem\+json/.test(answer.headers['content-type']) && (document.status !== answer.status || !document.detail || !document.instance))
    tell('a problem document without status, sentence and request');
}

export function judgeAnswer(answer, ask, mayDie, tell) {
  if (!answer.status)
    return tell(`no answer: ${answer.error}`);
  const type = answer.headers['content-type'] ?? '', what = `${answer.status}`;
  const say = (sentence) => tell(`${what}: ${sentence}`);
  if (ofNginx(answer))
    return say("nginx's own page");
  if (!answer.headers['x-request-id'] && !mayDie)
    say('without the request\'s number');
  if (answer.status === 503 && !answer.headers['retry-after'] && !ask.name.includes('readyz'))
    say('without Retry-After');
  if (answer.status >= 400 && answer.status < 500 && ![409, 429].includes(answer.status))
    say('the request was right, and refused');
  if (type.includes('json'))
    problemDocument(answer, say);
  else if (type.includes('html') && (!/<\/html>\s*$/.test(answer.text) || !answer.text.includes('<main')))
    say('a page that is not the portal\'s, or not whole');
  else if (!type && ![204, 303].includes(answer.status))
    say('no content');
}
