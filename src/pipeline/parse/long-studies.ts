/** Studies on one line that is as long as a sentence, or begins as one goes on: degree, field, school, and what parts them. */
import { onlyDates } from './date-range.ts';
import type { Line } from './line.ts';
import { schoolCue } from './organisation-cues.ts';

/** In words. */
const LONGEST = 24;
const PARTED = /,\s|\s[–—|-]\s|\s(?:at|bei|chez|presso|bij)\s\p{Lu}/u;
/** `at Larkmoor University of the Arts`, the line below its degree. */
const AT_SCHOOL = /^(?:(?:at|at the|bei(?: der)?|an der|am|chez|presso|bij|aan de)\s|à l['’])(?=\p{Lu})/u;

const isSentence = (text: string): boolean => /[.!?;]$/.test(text);

/** Below its date, above one or in bold, a degree, a field, a school and a grade on one line: many words, and no sentence. */
export const isLongStudy = (text: string): boolean =>
  schoolCue(text) >= 1 && text.split(/\s+/).length <= LONGEST && !isSentence(text) && PARTED.test(text);

/** A school behind the word that leads to it from the degree above. */
export const isSchoolBelow = (text: string): boolean => AT_SCHOOL.test(text) && schoolCue(text) >= 1 && !isSentence(text);

/** Lines right above a date that stands alone on its line, nearer to it than to what is above them. */
export function overDates(lines: readonly Line[]): ReadonlySet<Line> {
  return new Set(
    lines.filter((line, i) => {
      const below = lines[i + 1];
      return below !== undefined && onlyDates(below.text) !== undefined && below.page === line.page && below.gap < line.gap;
    }),
  );
}

/** The school without that word. */
export const withoutAt = (text: string): string => text.replace(AT_SCHOOL, '');
