/** What is said of a page that holds dated lines while no job was found: a person sees at once what the parser missed. */
import { findDateSpans, onlyDates, withoutSpan } from './date-range.ts';
import type { Found } from './found.ts';
import type { Section } from './sections.ts';

/** Sections whose ranges are those of something else. */
const OTHERS: ReadonlySet<string> = new Set([
  'education',
  'training',
  'certificates',
  'projects',
  'volunteer',
  'publications',
  'awards',
  'references',
  'languages',
]);
/** One range may be that of anything. */
const LEAST_RANGES = 2;
/** The head of an entry is no longer. */
const MOST_LETTERS = 120;

/** A line that is a range, or begins or ends with one. */
function isDatedHead(text: string): boolean {
  if (text.length > MOST_LETTERS) return false;
  if (onlyDates(text)?.single === false) return true;
  const span = findDateSpans(text).find((found) => !found.single);
  const { before, after } = span ? withoutSpan(text, span) : { before: text, after: text };
  return span !== undefined && (before === '' || after === '');
}

/** A remark when no job was read although several lines look like the heads of jobs. */
export function lostJobsRemark(sections: readonly Section[], jobs: number): string[] {
  if (jobs > 0) return [];
  const ranges = sections
    .filter((section) => !section.kinds.some((kind) => OTHERS.has(kind)))
    .flatMap((section) => section.lines)
    .filter((line) => !line.bullet && isDatedHead(line.text)).length;
  return ranges >= LEAST_RANGES ? [`no job was found, but ${ranges} lines hold dates: work experience may be missing`] : [];
}

/** A firm or a title with its date, set apart by signs: `Apple – Intern – 2015`. Sentences and things done begin or end with a year as well. */
function isDatedName(text: string): boolean {
  if (text.length > MOST_LETTERS || /[.;!?]$|\d[.,]?\d*\s?(?:%|€|\$|£)/.test(text)) return false;
  const [span, ...more] = findDateSpans(text);
  const { before, after } = span ? withoutSpan(text, span) : { before: text, after: text };
  const rest = before === '' ? after : before;
  // `GS-2005-07` is a grade.
  if (!span || more.length > 0 || /[^\s([]$/u.test(text.slice(0, span.from)) || (before !== '' && after !== '')) return false;
  const parts = rest.split(/\s*[|(]\s*|\s[–—-]\s|:\s/).filter((part) => part !== '');
  return parts.length > 1 && parts.every((part) => /^\p{Lu}/u.test(part) && part.split(/\s+/).length <= MOST_WORDS);
}
const MOST_WORDS = 5;

/** A remark when lines among the text of a job look like the heads of other jobs. */
export function jobsInTextRemark(work: readonly { highlights: readonly Found[] }[]): string[] {
  const heads = work
    .flatMap(({ highlights }) => highlights)
    .filter(({ value, lines }) => lines.every((line) => !line.bullet) && isDatedName(value))
    .map(({ value }) => value);
  return heads.length > 0
    ? [`lines with a date were read as text of the job above: ${heads.slice(0, MOST_TOLD).join('; ')}`]
    : [];
}
const MOST_TOLD = 5;
