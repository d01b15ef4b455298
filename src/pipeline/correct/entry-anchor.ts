/** How a job, an education or another entry of one reading is found again in another reading of the same file. Pure. */
import { z } from 'zod';
import { foldText, foldWords } from '../../domain/fold-text.ts';
import type {
  Resume,
  ResumeCertificate,
  ResumeEducation,
  ResumeItem,
  ResumeProject,
  ResumeVolunteer,
  ResumeWork,
  SourceLine,
} from '../../domain/resume.ts';
import type { EntryList } from './correction-fields.ts';

/** One of any list: each has some of these. */
export type Entry = Partial<ResumeWork & ResumeEducation & ResumeProject & ResumeVolunteer & ResumeItem & ResumeCertificate>;

/** The very list of the resume. */
export const entriesIn = (resume: Resume, list: EntryList): Entry[] => resume[list];

export interface EntryAnchor {
  /** Title, company and start of a job, degree, school and end of an education, and the like, as they were read or added; `''` where there is none. */
  called: string[];
  /** Folded words of the page's lines that it was read from, in their order. A badly read entry has nothing else in common with a good reading. */
  lines: string[];
}

/** As much of an entry as is needed to know it again. */
const MOST_LINES = 16;
const LONGEST = 200;
/** No resume that people wrote has more; of longer ones the lines are only compared whole. */
const MOST_ENTRIES = 60;

/** One entry of a reading with what it was read from. */
export interface KnownEntry {
  entry: Entry;
  /** As it was read or added; corrections do not change it. */
  called: readonly string[];
  lines: readonly string[];
}

export function calledOf(list: EntryList, entry: Entry): string[] {
  return PARTS[list](entry).map((part) => part ?? '');
}
const itemParts = ({ name, publisher, date }: Entry) => [name, publisher, date?.slice(0, 7)];
const PARTS: Readonly<Record<EntryList, (entry: Entry) => (string | undefined)[]>> = {
  work: ({ position, name, startDate }) => [position, name, startDate?.slice(0, 7)],
  education: ({ studyType, institution, endDate }) => [studyType, institution, endDate?.slice(0, 7)],
  projects: ({ name, startDate, endDate }) => [name, startDate?.slice(0, 7), endDate?.slice(0, 7)],
  volunteer: ({ position, organization, startDate }) => [position, organization, startDate?.slice(0, 7)],
  awards: itemParts,
  publications: itemParts,
  certificates: ({ name, issuer, date }) => [name, issuer, date?.slice(0, 7)],
};

/** Compared at the precision that both have. */
export function endsBeforeStart({ startDate, endDate }: Pick<Entry, 'startDate' | 'endDate'>): boolean {
  if (!startDate || !endDate) return false;
  const length = Math.min(startDate.length, endDate.length, 7);
  return endDate.slice(0, length) < startDate.slice(0, length);
}

/** What is known of every entry of a list before anything is corrected. A line of two entries (the employer of two roles) tells neither. */
export function knownEntries(resume: Resume, list: EntryList): KnownEntry[] {
  const below = new Map<string, SourceLine[]>();
  for (const [path, lines] of Object.entries(resume.meta.shortlist.sources)) {
    const [root, number = ''] = path.split('.');
    if (root === list) below.set(number, [...(below.get(number) ?? []), ...lines]);
  }
  const entries = entriesIn(resume, list);
  const texts = entries.map((_, at) => textsOf((below.get(String(at)) ?? []).sort(inOrder)));
  const holders = new Map<string, number>();
  for (const text of texts.flat()) holders.set(text, (holders.get(text) ?? 0) + 1);
  return entries.map((entry, at) => ({
    entry,
    called: calledOf(list, entry),
    lines: (texts[at] ?? []).filter((text) => holders.get(text) === 1).slice(0, MOST_LINES),
  }));
}

const inOrder = (a: SourceLine, b: SourceLine): number => a.page - b.page || a.line - b.line;

const textsOf = (lines: readonly { text: string }[]): string[] =>
  [...new Set(lines.map(({ text }) => foldWords(text).slice(0, LONGEST)))].filter((text) => text !== '');

export const anchorFor = ({ called, lines }: KnownEntry): EntryAnchor => ({
  called: called.map((part) => part.slice(0, LONGEST)),
  lines: [...lines],
});

/** As it is kept beside a correction. */
export const writeAnchor = (anchor: EntryAnchor): string => JSON.stringify(anchor);

const Anchor = z.object({ called: z.array(z.string()).default([]), lines: z.array(z.string()).default([]) });

/** Those of before there were lines in it are the three parts with bars between them. */
export function readAnchor(text: string): EntryAnchor {
  if (!text.startsWith('{')) return { called: text.split('|'), lines: [] };
  return Anchor.parse(JSON.parse(text));
}

/** What speaks for one entry being the one that was corrected. */
export interface Evidence {
  /** Parts of its name that are the same. */
  called: number;
  /** Two for the same line, one for a line that holds the other. */
  lines: number;
  /** Values that a person gave and that now stand in it, read by itself. */
  values: number;
}

const points = ({ called, lines, values }: Evidence): number => 3 * called + Math.min(lines, 16) + 3 * values;

/** The same name alone is an accident where both have lines and share none: two jobs begin in one month. */
function isEnough({ called, lines, values }: Evidence, knowsLines: boolean): boolean {
  const named = called + values;
  return lines >= 2 || named >= 2 || (named === 1 && !knowsLines);
}

export interface FoundEntry extends Evidence {
  known: KnownEntry;
}

/**
 * The entry with the most evidence; of equals the one at the same place, then the first. `said` are the texts by field that people gave for
 * it. Undefined where nothing speaks for any.
 */
export function findEntry(
  list: EntryList,
  entries: readonly KnownEntry[],
  anchor: EntryAnchor,
  { at, said }: { at: number; said: readonly (readonly [field: string, value: string])[] },
): FoundEntry | undefined {
  const choose = (shared: typeof sameLines): FoundEntry | undefined => {
    const found = entries.map((known): FoundEntry => ({ known, ...weigh(list, known, anchor, said, shared) }));
    const enough = found.filter((one) => isEnough(one, anchor.lines.length > 0 && one.known.lines.length > 0));
    const best = Math.max(0, ...enough.map(points));
    const here = enough.find((one) => one.known === entries[at]);
    return here && points(here) === best ? here : enough.find((one) => points(one) === best);
  };
  // Lines are cut otherwise only by another reader of the file: that is looked into where nothing else helps.
  return choose(sameLines) ?? (entries.length > MOST_ENTRIES ? undefined : choose(createAlikeLines()));
}

function weigh(
  list: EntryList,
  { entry, called, lines }: KnownEntry,
  anchor: EntryAnchor,
  said: readonly (readonly [string, string])[],
  shared: typeof sameLines,
): Evidence {
  const now = calledOf(list, entry);
  const isSame = (part: string, at: number) =>
    part !== '' && [called[at], now[at]].some((other) => foldText(other ?? '') === foldText(part));
  return {
    called: anchor.called.filter(isSame).length,
    lines: shared(anchor.lines, lines),
    values: said.filter(([field, value]) => foldWords(textAt(entry, field)) === foldWords(value)).length,
  };
}

function textAt(entry: Entry, field: string): string {
  const value: unknown = Reflect.get(entry, field);
  return typeof value === 'string' ? value : '';
}

const sameLines = (mine: readonly string[], theirs: readonly string[]): number =>
  2 * mine.filter((line) => theirs.includes(line)).length;

/** Counts also what is cut or glued otherwise: nine in ten words of the shorter line are in the longer one. */
function createAlikeLines(): typeof sameLines {
  const known = new Map<string, ReadonlySet<string>>();
  const wordsOf = (line: string): ReadonlySet<string> => {
    const words = known.get(line) ?? new Set(line.split(' '));
    known.set(line, words);
    return words;
  };
  const overlaps = (a: string, b: string): boolean => {
    const [short, long] = wordsOf(a).size <= wordsOf(b).size ? [wordsOf(a), wordsOf(b)] : [wordsOf(b), wordsOf(a)];
    let strange = 0.1 * short.size;
    for (const word of short) {
      if (!long.has(word)) strange -= 1;
      if (strange < 0) return false;
    }
    return short.size >= 2;
  };
  return (mine, theirs) => mine.filter((line) => theirs.some((other) => overlaps(line, other))).length;
}
