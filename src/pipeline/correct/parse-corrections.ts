/** Lines such as `title=Staff Engineer`, `job 2 end=2024-05`, `skills +Rust -Excel` → corrections, or per line what is wrong with it (F2.5). */
import type { ResumeCorrection } from '../../domain/correction.ts';
import {
  BARE_EDUCATION_KEYS,
  BARE_JOB_KEYS,
  BASIC_FIELDS,
  EDUCATION_FIELDS,
  ENTRIES,
  ENTRY_WORDS,
  type EntryList,
  entryListNamed,
  type FieldRule,
  JOB_FIELDS,
  LATEST,
} from './correction-fields.ts';
import { parseEntryLine } from './parse-entry-line.ts';
import { parseListLine } from './parse-list-line.ts';
import { LONGEST_PROSE, type ReadValue, readValue, type ValueContext } from './read-value.ts';

export interface CorrectionProblem {
  /** The line as written. */
  line: string;
  problem: string;
}

export interface ParsedCorrections {
  corrections: ResumeCorrection[];
  problems: CorrectionProblem[];
  /** Lines that are something else. */
  rest: string[];
  /** Some line can be nothing but a correction (`=`, `job 2 …`, `skills +…`): with a colon alone, `Phone: …` may as well be a signature. */
  certain: boolean;
}

const LONGEST_LINE = 300;
/** A summary is a paragraph. */
const PROSE = /^(?:my\s+)?(?:professional summary|summary|about me|project\s*#?\d{1,2}\s+\p{L}{4,12})\s*[=:]/iu;
const MOST_LINES = 60;

type LineResult = { corrections: ResumeCorrection[]; certain: boolean } | { problem: string; certain: boolean };

/** Reads what somebody wrote. Never throws; text that is no correction at all comes back in `rest`. */
export function parseCorrections(text: string, context: ValueContext): ParsedCorrections {
  const parsed: ParsedCorrections = { corrections: [], problems: [], rest: [], certain: false };
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  for (const line of lines.filter((one) => one !== '').slice(0, MOST_LINES)) {
    for (const piece of piecesOf(line)) {
      const most = PROSE.test(piece) ? LONGEST_PROSE + LONGEST_LINE : LONGEST_LINE;
      const result = piece.length > most ? undefined : parseLine(piece, context);
      if (result === undefined) parsed.rest.push(piece);
      else if ('problem' in result) parsed.problems.push({ line: piece, problem: result.problem });
      else parsed.corrections.push(...result.corrections);
      if (result?.certain) parsed.certain = true;
    }
  }
  return parsed;
}

/** `title=Staff Engineer; company=Acme` is two. */
function piecesOf(line: string): string[] {
  const plain = line.replace(/^(?:[-*•]\s+|correct(?:ion)?:?\s+)/i, '');
  const pieces = plain.split(/\s*;\s*/).filter((piece) => piece !== '');
  return pieces.length > 1 && pieces.every((piece) => piece.includes('=')) ? pieces : [plain];
}

function parseLine(line: string, context: ValueContext): LineResult | undefined {
  return (
    parseEntryLine(line, context) ??
    parseNumbered(line, context) ??
    parseSpoken(line, context) ??
    parseListLine(line, context) ??
    parseField(line, context)
  );
}

const entryPath = (word: string, number: number): string => `${entryListNamed(word)}.${number - 1}`;

const NUMBERED = new RegExp(
  `^(?:(?:my\\s+)?(?:latest|last|current)\\s+(job|education)|(${ENTRY_WORDS})\\s*#?(\\d{1,2})[.:,]?)\\s+([\\p{L} ]{2,20}?)\\s*(?::=|[=:→]|->)\\s*(.*)$`,
  'iu',
);
const SPOKEN = new RegExp(`^(${ENTRY_WORDS})\\s*#?([1-9]\\d?)[.:,]?\\s+(\\p{L}{2,9})\\s+(.{3,40})$`, 'iu');

/** `job 2 company=Acme`, `job 2: end: 2024-05`, `education 1 degree=MSc`, `latest job end=now`. */
function parseNumbered(line: string, context: ValueContext): LineResult | undefined {
  const found = NUMBERED.exec(line);
  if (!found) return undefined;
  const [, latest, numbered, number, name = '', value = ''] = found;
  const word = latest ?? numbered ?? '';
  const list = entryListNamed(word);
  const rule = ruleNamed(ENTRIES[list].fields, name);
  if (!rule || number === '0' || number === '00') return { problem: unknownField(list, name), certain: true };
  return written(
    number === undefined ? `${list}.${LATEST}` : entryPath(word, Number(number)),
    rule,
    readValue(rule.kind, value, context),
    true,
  );
}

function unknownField(list: EntryList, name: string): string {
  const [noun = ''] = ENTRIES[list].words;
  const labels = ENTRIES[list].fields.filter(({ key }) => key !== 'dates').map(({ label }) => label);
  const article = /^[aeiou]/.test(noun) ? 'an' : 'a';
  return `I do not know the field "${name}"; ${article} ${noun} has ${labels.slice(0, -1).join(', ')} and ${labels.at(-1) ?? ''}`;
}

/** `job 2 ended May 2018`, `job 1 since 2019-03`: with a date behind it, it is one. */
function parseSpoken(line: string, context: ValueContext): LineResult | undefined {
  const [, word = '', number, name = '', value = ''] = SPOKEN.exec(line) ?? [];
  if (number === undefined) return undefined;
  const rule = ruleNamed(ENTRIES[entryListNamed(word)].fields, name);
  const read = rule && (rule.kind === 'start' || rule.kind === 'end') ? readValue(rule.kind, value, context) : undefined;
  return rule && read && 'value' in read ? written(entryPath(word, Number(number)), rule, read, true) : undefined;
}

const ruleNamed = (rules: readonly FieldRule[], name: string): FieldRule | undefined =>
  rules.find((rule) => rule.words.includes(name.toLowerCase().replace(/\s+/g, ' ').trim()));

/** `title=…`, `Name: …`: the whole person, the latest job or the latest education. */
function parseField(line: string, context: ValueContext): LineResult | undefined {
  const found = /^(?:my\s+)?([\p{L}-]+(?: [\p{L}-]+){0,2})\s*(:=|=|:|→|->)\s*(.*)$/iu.exec(line);
  if (!found) return undefined;
  const [, name = '', sign, value = ''] = found;
  const certain = sign !== ':';
  const [at, rule] = placeOf(name) ?? [];
  // `the end = the beginning` is nobody's field.
  if (!at || !rule)
    return certain && !name.includes(' ')
      ? {
          problem: isOfEntries(name)
            ? `I do not know of which job; write for example job 1 ${name.toLowerCase()}=${value}`
            : `I do not know the field "${name}"; write for example name=, email=, phone=, city=, title= or job 2 end=`,
          certain,
        }
      : undefined;
  const read = readValue(rule.kind, value, context);
  // `Location: I can work from anywhere`: a sentence behind a colon is no correction.
  return 'problem' in read && !certain ? undefined : written(at, rule, read, certain);
}

/** Dates may be of any job, and of an education. */
const isOfEntries = (name: string): boolean => ruleNamed(JOB_FIELDS, name) !== undefined;

function placeOf(name: string): [string, FieldRule] | undefined {
  const basic = ruleNamed(BASIC_FIELDS, name);
  if (basic) return ['basics', basic];
  const job = ruleNamed(JOB_FIELDS, name);
  if (job && BARE_JOB_KEYS.includes(job.key)) return [`work.${LATEST}`, job];
  const education = ruleNamed(EDUCATION_FIELDS, name);
  return education && BARE_EDUCATION_KEYS.includes(education.key) ? [`education.${LATEST}`, education] : undefined;
}

function written(at: string, rule: FieldRule, read: ReadValue, certain: boolean): LineResult {
  if ('problem' in read) return { problem: read.problem, certain };
  const { value, monthFirst } = read;
  if (rule.kind !== 'dates') return { corrections: [setTo(`${at}.${rule.key}`, value, monthFirst)], certain };
  const [start = '', end = ''] = value.split('/');
  const [otherStart, otherEnd] = monthFirst?.split('/') ?? [];
  return { corrections: [setTo(`${at}.startDate`, start, otherStart), setTo(`${at}.endDate`, end, otherEnd)], certain };
}

const setTo = (path: string, value: string, monthFirst = value): ResumeCorrection => ({
  path,
  op: 'set',
  value,
  ...(monthFirst === value ? {} : { monthFirst }),
});
