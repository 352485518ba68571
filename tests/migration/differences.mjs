// differences.mjs: what the present program answers otherwise than the foundation did, on purpose. Whatever is not here must be as it was.
//   account  whose answers (a pattern; who has not signed in is "nobody"); absent: everybody's
//   path     which documents: matched against the address asked
//   member   which members: matched against the way to it ("risks.[].title", "risks.order"); absent: the answer's status
//   may      (then, now) => is that the difference that is meant? `undefined` is a member, or one of a list, that is not there
//   why      the reason, for whoever reads the test
const gone = (then, now) => now === undefined;
const fewer = (then, now) => now < then;

const come = (then) => then === undefined;
export const differences = [
  { path: /history/, member: /^items\.\[\]\.between$/, may: come, why: 'A row that joins two records says which, in words.' },
  { path: /./, member: /(^|\.)visibility$/, may: come, why: 'Who sees a project is public, staff or members now; `restricted` goes on saying whether it is for members.' },
  { path: /history/, member: /\.(before|after)\.restricted$/, may: gone, why: 'In history it is one field: visibility.' },
  { path: /./, member: /(^|\.)(partners|realised_on|reference|released|from_answers|interfaces|attachments|made|changes|empty|news|events|topic|holder_body|holder_organisation|position|mandate)$/, may: (then, now) => then === undefined && (now === null || now === '' || now === 0 || now?.length === 0),
    why: 'Fields that came since, empty in older versions.' },
  { path: /history/, member: /^items\.\[\]$/, may: (then, now) => (then ?? now).type === 'project_alias' && gone(then, now) || (now ?? then).type === 'alias' && come(then),
    why: 'Other names hang on every subject: the type is called alias.' },
  { path: /history/, member: /^items\.\[\]$/, may: (then, now) => come(then) && ['relation', 'carries', 'body'].includes(now.type),
    why: 'Relations and goals are in the history like everything else.' },
  { path: /./, member: /(^|\.)(translations|owner\.language)$/, may: come, why: 'Content may be in several languages: what there is of it stands beside the text.' },
  { path: /^\/projects\/[^/]+\.json/, member: /^(counts|links)$/, may: come, why: 'Lists that lie behind the page are counted, and links hang on every subject.' },
  { path: /^\/projects\/[^/]+\.json/, member: /^goals\.\[\]\.(language|strategy)$/, may: come, why: 'A goal leads to its strategy and says in which language it is written.' },
  { path: /^\/projects\/[^/]+\.json/, member: /^people\.\[\]\.(person_id|title|telephone|mail)$/, may: come, why: 'Who has a role is led to, and may be called.' },
  { path: /^\/projects\/[^/]+\.json/, member: /^participants\.\[\]\.(n|note|language)$/, may: come, why: 'Who takes part is a record, with an address of its own.' },
  { path: /^\/projects\/[^/]+\.json/, member: /^(relations|related|bodies|translated)$/, may: come,
    why: 'What it has to do with others, its bodies and its translations stand on its page.' },
  { path: /^\/projects\/[^/]+\.json/, member: /^people\.\[\]\.holder$/, may: (then, now) => come(then) && now === null, why: 'A group or a unit may have a role.' },
  { path: /\/reports\/\d+\.json/, member: /^owner$/, may: come, why: 'A report is read in the words of who owns its project.' },
  { path: /^\/projects\.json/, member: /^left_out$/, may: come, why: 'The list says which filters of its address it could not follow.' },
  { path: /./, member: /^goals\.order$/, may: () => true, why: 'Goals of one number had no order; now it is that of their codes.' },
  { path: /./, member: /^rights(\.\d+)?$/, may: () => true, why: 'More rights have names.' },
  { account: /nobody|coordinator/, path: /\/projects\/(VAKT|BILDE)(\/history)?\.json/, member: /^(items|risks|sections|deliverables\.items)\.\[\]/, may: gone,
    why: 'What was written while a project was restricted stays with those who could see it then: opening the project does not publish it.' },
  { account: /nobody|coordinator/, path: /\/projects\/(VAKT|BILDE)\.json\?at/, member: /^deliverables\.(total|finished)$/, may: fewer,
    why: 'The same, counted.' },
  { account: /nobody|coordinator/, path: /\/projects\/(VAKT|BILDE)\/history\.json/, member: /^items\.\[\]\.before/, may: () => true,
    why: 'The same: a version is set beside the last one before it that may be seen, or beside none.' },
  { path: /^\/(\?|index|$)/, member: /^(counts\.(red|attention|overdue|late)|attention\.\[\]\.(age|on_hold))$/, may: come, why: 'The age of a report is a state, and lists say how many they leave out.' },
  { path: /^\/(\?|index|$)/, member: /^(attention|silent)\.(order|\[\])/, may: () => true, why: 'Worst and oldest first; what is silent is what owes a report.' },
  { path: /^\/(\?|index|$)/, member: /^recent\.\[\]\.(status|light)$/, may: () => true, why: 'A corrected report says everywhere what it was corrected to.' },
  { path: /history/, member: /^items\.\[\]\.(what|stands|version)$/, may: come, why: 'History says what was done, of which version, and which stands: what may be put back.' },
  { path: /^\/projects\/[^/]+\.json/, member: /^parent\.language$/, may: come, why: 'The way there is called by names, each in its language.' },
  { path: /^\/(\?|index|$)/, member: /^counts\.red_otherwise$/, may: come, why: 'The tile of major deviations says when other projects have a red light.' },
  { path: /^\/(\?|index|$)/, member: /^recent\.\[\]$/, may: come, why: 'Eleven of the latest reports stand there, as many as the page has room for.' },
  { path: /^\/projects\.json/, member: /^(rows|items\.\[\]\.(trend|next|group|group_count))$/, may: come, why: 'The list groups, and says what moved and what comes next.' },
  { path: /^\/projects\.json/, member: /^items\.\[\]\.age$/, may: come, why: 'So does the list.' },
  { path: /^\/projects\/[^/]+\.json/, member: /^(age|risks\.\[\]\.is_opportunity|report\.decision_(needed|from|by))$/, may: come, why: 'A project says when it owes a report, and what it asks for.' },
  { path: /^\/projects\/[^/]+\.json/, member: /^changed_at$/, may: (then, now) => now >= then, why: 'Anything of the project’s counts as a change of it.' },
  { path: /^\/projects\/[^/]+\.json/, member: /^risks\.\[\]\.light$/, may: (then, now) => now === null, why: 'An opportunity is no danger, however large.' },
  { path: /./, member: /(^|\.)(reporting_rhythm|reporting_day|decision_needed|decision_from|decision_by)$/, may: (then, now) => then === undefined && (now === null || now === ''), why: 'Fields that came since.' },
];
