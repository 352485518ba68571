// count.mjs: what the database holds, against what was acknowledged.
import { sql } from './servers.mjs';

const quoted = (text) => `'${text.replaceAll("'", "''")}'`;

// Lines "text|count" as a map.
async function counted(statement) {
  const lines = (await sql(statement)).split('\n').filter(Boolean);
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf('|')), Number(line.slice(line.lastIndexOf('|') + 1))]));
}

// { lost, doubled }: titles and summaries that were acknowledged and are not there, and those that were saved more than once.
export async function count(load) {
  const like = quoted(`${load.tag} %`);
  const risks = await counted(`SELECT title, count(*) FROM live.risk WHERE title LIKE ${like} GROUP BY title`);
  const summaries = await counted(`SELECT summary, count(*) FROM (SELECT summary, version FROM live.status_report
    UNION ALL SELECT summary, version FROM past.status_report) s WHERE summary LIKE ${like} GROUP BY summary`);
  const lost = [...load.saved.filter((title) => !risks.has(title)),
    ...load.patched.map((n) => `${load.tag} ${n}`).filter((summary) => !summaries.has(summary))];
  const doubled = [...risks, ...summaries].filter(([, times]) => times > 1).map(([text]) => text);
  return { lost, doubled };
}
