/** Lines that add or take out a whole job or education: `add job: Nurse, Vale Hospital, 2019-03 – now`, `remove jobs 2 and 3`. */
import type { ResumeCorrection } from '../../domain/correction.ts';
import type { ResumeEducation, ResumeWork } from '../../domain/resume.ts';
import { ENTRY_WORDS, type EntryList, entryListNamed } from './correction-fields.ts';
import { cleanValue, readValue, type ValueContext } from './read-value.ts';

export type EntryLine = { corrections: ResumeCorrection[]; certain: true } | { problem: string; certain: true };

const REMOVE = new RegExp(
  `^(?:remove|delete|drop)\\s+(?:the\\s+)?(${ENTRY_WORDS})s?\\s*(?:no\\.?|number|#)?\\s*(\\d{1,2}(?:\\s*(?:,|and|&)\\s*#?\\d{1,2}){0,9})\\.?$`,
  'i',
);
/** `job 2 remove` */
const REMOVED = new RegExp(`^(${ENTRY_WORDS})\\s*#?(\\d{1,2})[.:,]?\\s+(?:remove|delete|drop)\\.?$`, 'i');
/** A certificate is added as a skill is: several in one line. */
const ADD = new RegExp(
  `^add(?:\\s+an?)?\\s+(${ENTRY_WORDS.split('|')
    .filter((word) => !/^(?:certif|licen)/.test(word))
    .join('|')})\\s*[:=]?\\s*(.*)$`,
  'i',
);

/** Undefined for what is no such line. */
export function parseEntryLine(line: string, context: ValueContext): EntryLine | undefined {
  return parseRemoval(line) ?? parseAddition(line, context);
}

function parseRemoval(line: string): EntryLine | undefined {
  const [, word = '', list = ''] = REMOVE.exec(line) ?? REMOVED.exec(line) ?? [];
  const numbers = [...new Set((list.match(/\d+/g) ?? []).map(Number))];
  if (numbers.length === 0 || numbers.includes(0)) return undefined;
  return {
    corrections: numbers.map((number) => ({ path: `${entryListNamed(word)}.${number - 1}`, op: 'remove', value: '' })),
    certain: true,
  };
}

const WRITE: Readonly<Record<EntryList, string>> = {
  work: 'I need title, company and dates; write add job: Nurse, Vale Hospital, 2019-03 – now',
  education: 'I need degree, school and dates; write add education: BSc Nursing, Vale College, 2015 – 2018',
  projects: 'I need a name; write add project: Ward planner, 2020 – 2021',
  volunteer: 'I need role, organisation and dates; write add volunteering: Trainer, Vale Rowing Club, 2019 – now',
  awards: 'I need a name; write add award: Nurse of the Year, Vale Hospital, 2020',
  publications: 'I need a title; write add publication: Sleep on wards, Vale Journal, 2019',
  certificates: 'I need a name; write certificates +Wound care',
};

function parseAddition(line: string, context: ValueContext): EntryLine | undefined {
  const [, word = '', text] = ADD.exec(line) ?? [];
  if (text === undefined) return undefined;
  const list = entryListNamed(word);
  const parts = text
    .split(ADDED_AT[list] ?? /\s*[,;|]\s*/)
    .map(cleanValue)
    .filter((part) => part !== '');
  const when = parts.at(-1) ?? '';
  const dates = readValue('dates', when, context);
  // A degree has often but the year in which it was got, and so has what is no stretch of time.
  const end = list === 'work' || list === 'volunteer' ? dates : readValue('end', when, context);
  const dated = parts.length > 1 ? [dates, end].find((read) => 'value' in read && read.value !== '') : undefined;
  const found = dated && 'value' in dated ? dated : undefined;
  const [what, ...names] = found ? parts.slice(0, -1) : parts;
  const isWhole = DATES_OPTIONAL.has(list) ? what !== undefined : found && what !== undefined && names.length > 0;
  if (!isWhole || what === undefined) return { problem: WRITE[list], certain: true };
  const entryIn = (span: string): string =>
    JSON.stringify(entryOf(list, what, names, periodOf(found === dates || span === '' ? span : `/${span}`), context));
  const { value = '', monthFirst } = found ?? {};
  const added = { path: list, op: 'add' as const, value: entryIn(value) };
  return { corrections: [monthFirst === undefined ? added : { ...added, monthFirst: entryIn(monthFirst) }], certain: true };
}

const DATES_OPTIONAL: ReadonlySet<EntryList> = new Set(['projects', 'awards', 'publications']);
const AT = /\s*[,;|]\s*|\s+at\s+/;
const ADDED_AT: Readonly<Partial<Record<EntryList, RegExp>>> = { work: AT, education: AT, volunteer: AT };

function entryOf(list: EntryList, what: string, names: readonly string[], when: When, context: ValueContext): object {
  if (list === 'education') return educationOf(what, names, when, context);
  if (list === 'work') return jobOf(what, names, when);
  if (list === 'volunteer') return { position: what, organization: names.join(', '), ...when };
  if (list === 'projects') return { name: [what, ...names].join(', '), ...when };
  const date = when.endDate ?? when.startDate;
  // Titles hold commas; who gave or printed it stands last.
  const [publisher, ...title] = [...names].reverse();
  return {
    name: [what, ...title.reverse()].join(', '),
    ...(publisher === undefined ? {} : { publisher }),
    ...(date === undefined ? {} : { date }),
  };
}

function periodOf(span: string): When {
  const [startDate = '', endDate = ''] = span.split('/');
  return { ...(startDate === '' ? {} : { startDate }), ...(endDate === '' ? {} : { endDate }) };
}

type When = { startDate?: string; endDate?: string };

const jobOf = (position: string, names: readonly string[], when: When): ResumeWork => ({
  position,
  name: names.join(', '),
  ...when,
});

/** `BSc Nursing, Vale College` and `BSc, Nursing, Vale College`. */
function educationOf(what: string, names: readonly string[], when: When, { taxonomy }: ValueContext): ResumeEducation {
  const degree = taxonomy.readDegree(what);
  const [field, ...school] = names.length > 1 && degree?.area === undefined ? names : [undefined, ...names];
  const area = degree?.area ?? field;
  return {
    studyType: degree?.area === undefined ? what : degree.studyType,
    ...(area === undefined ? {} : { area }),
    institution: school.join(', '),
    ...when,
  };
}
