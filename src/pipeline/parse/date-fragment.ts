/** Pieces of dates that a narrow column breaks over lines. */

import { foldSameLength } from '../../domain/fold-text.ts';
import { FROM_WORDS, ONGOING_WORDS, RANGE_WORDS, SINCE_WORDS, UNTIL_WORDS } from './date-words.ts';
import { MONTHS, SEASONS } from './month-names.ts';

/** Longer than the longest range in words (`from the beginning of September 2019 until today`). */
export const LONGEST_DATE = 44;

const DATE_WORDS: ReadonlySet<string> = new Set(
  [
    ...MONTHS.keys(),
    ...SEASONS.keys(),
    ...[ONGOING_WORDS, RANGE_WORDS, FROM_WORDS, SINCE_WORDS, UNTIL_WORDS].flat().flatMap((words) => words.split(' ')),
  ].filter((word) => !/^\d/.test(word)),
);

/** Nothing but numbers, months, seasons and words like `to` and `present`. */
export function isDateFragment(text: string): boolean {
  if (text.length > LONGEST_DATE || !/[\p{L}\d]/u.test(text)) return false;
  return foldSameLength(text)
    .split(/[\s.,/–—-]+/)
    .every((word) => word === '' || /^'?\d{1,4}$/.test(word) || DATE_WORDS.has(word));
}
