/** Lines that add or take out a whole job or education: `add job: Nurse, Vale Hospital, 2019-03 – now`, `remove jobs 2 and 3`. */
import type { ResumeCorrection } from '../../domain/correction.ts';
import type { ResumeEducation, ResumeWork } from '../../domain/resume.ts';
import { cleanValue, readValue, type ValueContext } from './read-value.ts';

export type EntryLine = { corrections: ResumeCorrection[]; certain: true } | { problem: string; certain: true };

export const rootOf = (word: string): 'work' | 'education' => (/^edu/i.test(word) ? 'education' : 'work');

const REMOVE =
  /^(?:remove|delete|drop)\s+(job|education)s?\s*(?:no\.?|number|#)?\s*(\d{1,2}(?:\s*(?:,|and|&)\s*#?\d{1,2}){0,9})\.?$/i;
/** `job 2 remove` */
const REMOVED = /^(job|education)\s*#?(\d{1,2})[.:,]?\s+(?:remove|delete|drop)\.?$/i;

/** Undefined for what is no such line. */
export function parseEntryLine(line: string, context: ValueContext): EntryLine | undefined {
  return parseRemoval(line) ?? parseAddition(line, context);
}

function parseRemoval(line: string): EntryLine | undefined {
  const [, word = '', list = ''] = REMOVE.exec(line) ?? REMOVED.exec(line) ?? [];
  const numbers = [...new Set((list.match(/\d+/g) ?? []).map(Number))];
  if (numbers.length === 0 || numbers.includes(0)) return undefined;
  return {
    corrections: numbers.map((number) => ({ path: `${rootOf(word)}.${number - 1}`, op: 'remove', value: '' })),
    certain: true,
  };
}

const WRITE = {
  work: 'I need title, company and dates; write add job: Nurse, Vale Hospital, 2019-03 – now',
  education: 'I need degree, school and dates; write add education: BSc Nursing, Vale College, 2015 – 2018',
};

function parseAddition(line: string, context: ValueContext): EntryLine | undefined {
  const [, word = '', text] = /^add(?:\s+an?)?\s+(job|education)\s*[:=]?\s*(.*)$/i.exec(line) ?? [];
  if (text === undefined) return undefined;
  const root = rootOf(word);
  const parts = text
    .split(/\s*[,;|]\s*|\s+at\s+/)
    .map(cleanValue)
    .filter((part) => part !== '');
  const when = parts.at(-1) ?? '';
  const dates = readValue('dates', when, context);
  // A degree has often but the year in which it was got.
  const end = root === 'education' ? readValue('end', when, context) : dates;
  const found = 'value' in dates ? dates : 'value' in end ? end : undefined;
  const [what, ...names] = parts.slice(0, -1);
  if (found === undefined || what === undefined || names.length === 0) return { problem: WRITE[root], certain: true };
  const entryIn = (span: string): string => {
    const when = periodOf(found === dates ? span : `/${span}`);
    return JSON.stringify(root === 'work' ? jobOf(what, names, when) : educationOf(what, names, when, context));
  };
  const { value, monthFirst } = found;
  const added = { path: root, op: 'add' as const, value: entryIn(value) };
  return { corrections: [monthFirst === undefined ? added : { ...added, monthFirst: entryIn(monthFirst) }], certain: true };
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
