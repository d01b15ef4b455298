/** Lines of the head that became no value: they are kept as they are printed, but for what a form tells about the person. */
import type { Resume, SourceLine } from '../../domain/resume.ts';
import { findDateSpans } from './date-range.ts';
import { isPersonalLabel } from './entry-labels.ts';
import { isDocumentTitle, lookupHeading } from './heading-lookup.ts';
import type { Line } from './line.ts';
import type { Section } from './sections.ts';
import type { Trace } from './trace.ts';

/** More than so many lines are a letter around the resume. */
const MOST_LINES = 6;
const AS_PRINTED = 0.95;

/** Numbers are those of streets and telephones, unless they count years. */
const COUNTS_YEARS =
  /(?<!\d)\d{1,2}\+?\s?(?:years?|yrs?|jahre?n?|ans|años|anos|anni|jaar|lata?|år|vuotta|let|лет|年|년)(?!\p{L})/iu;

const PARTS = /\s*[|·•:：,;]\s*|\s{2,}/u;

/** Words, and neither a date nor a label of a fact that is never scored (birth, nationality, family). */
/** In letters: more is a text. */
const LONGEST = 200;

function isWorthKeeping({ text }: Line): boolean {
  if (text.length > LONGEST) return false;
  if ((text.match(/\p{L}{2,}/gu) ?? []).length < 2 || findDateSpans(text).length > 0) return false;
  if (/@|https?:|www\.|\d/.test(text.replace(COUNTS_YEARS, ''))) return false;
  if (isDocumentTitle(text) || lookupHeading(text)?.by === 'exact') return false;
  return !text.split(PARTS).some(isPersonalLabel);
}

/** As a section without a heading, numbered `at` among the others; undefined where every line has its place. */
export function unclaimedHead(sections: readonly Section[], trace: Trace, at: number): Resume['other'][number] | undefined {
  const keyOf = (page: number, line: number): string => `${page}/${line}`;
  const claimed = new Set(
    Object.values(trace.sources)
      .flat()
      .map(({ page, line }: SourceLine) => keyOf(page, line)),
  );
  const head = sections.filter(({ kinds }) => kinds[0] === 'header').flatMap(({ lines }) => lines);
  const free = head.filter((line) => !claimed.has(keyOf(line.page, line.number)) && isWorthKeeping(line));
  if (free.length === 0 || free.length > MOST_LINES) return undefined;
  for (const [n, line] of free.entries()) trace.note(`other.${at}.lines.${n}`, AS_PRINTED, [line]);
  return { heading: '', lines: free.map(({ text }) => text) };
}
