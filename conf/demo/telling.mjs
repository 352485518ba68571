// telling.mjs: the words that the chapters in story/ are told with.
import { readFileSync } from 'node:fs';

// One person's work on one day, at nine unless another hour is said ('2023-10-03 15:00', Oslo's winter time): records, in their order.
//   ['/projects/DHO/risks', {…}]                  a collection: a new record
//   ['/projects/DHO', {…}]                        a record of its own address: made the first time, changed after that
//   ['/projects/DHO/deliverables/L3', {…}]        changed; a record is called by its code or title (a report by its day), or by its number
//   ['/projects/DHO/reports/2023-10-06', 'publish', {…}]   a step that it takes
//   ['/projects/NYAPI/needed-by/DHO/1', 'answer', {…}]     the form of somebody else's record
// Who has no account is referred to as '@Name'. No records: somebody looks in, and the portal knows them from then on.
export const on = (when, who, records) => ({ at: new Date(`${when.length > 10 ? when.replace(' ', 'T') : `${when}T09:00`}:00+01:00`), who, records });

// They sign in for the first time, and the office says where they work: { account: 'ORGANISATION' }.
export const arrive = (day, people) => [
  ...Object.keys(people).map((account) => on(`${day} 08:30`, account, [])),
  on(day, 'portfolio', Object.entries(people).map(([account, organisation]) => [`/people/${account}`, { organisation }])),
];

const dimensions = ['progress', 'economy', 'quality', 'scope', 'risk', 'benefit'];
const lights = { g: 'green', y: 'yellow', r: 'red' };

// A report's whole life: written on its day, submitted at two, published at four. lights: one letter for each dimension, - where it is not assessed.
export function report(project, day, writer, { lights: letters = '------', ...values }, publisher = 'portfolio') {
  const assessed = dimensions.map((dimension, i) => [`${dimension}_light`, lights[letters[i]]]).filter(([, light]) => light);
  const collection = `/projects/${project}/reports`;
  return [
    on(day, writer, [[collection, { reported_on: day, ...Object.fromEntries(assessed), ...values }]]),
    on(`${day} 14:00`, writer, [[`${collection}/${day}`, 'submit']]),
    on(`${day} 16:00`, publisher, [[`${collection}/${day}`, 'publish']]),
  ];
}

// A file of files/, as an attachment takes it.
export const file = (name) => ({ name, content: readFileSync(new URL(`files/${name}`, import.meta.url)).toString('base64') });

// The directory's own people change an entry there, as LDIF says. gone: the account that it no longer knows; the portal finds out by itself.
export const directory = (when, ldif, gone) => ({ ...on(when, gone ?? 'portfolio', []), ldif, gone });
