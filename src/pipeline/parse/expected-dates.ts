/** Lines that say more of the dates above them. */
import type { Item } from './entry-items.ts';
import type { Line } from './line.ts';

/** `Expected May 2027` below the dates of an entry says more of it; it dates none. */
const EXPECTED =
  /^\(?(?:expected|anticipated|projected|estimated|voraussichtlich|prevue?|prévue?|obtention prévue|previst[oa]|prevista?|verwacht|planowan[ey]|przewidywan[ey])\b/iu;

/** `above` is the item that the line stands below. */
export function isExpectation(line: Line, above: Item | undefined): boolean {
  return (
    EXPECTED.test(line.text) && line.text.length < SHORT_REMARK && above?.kind === 'dated' && above.date?.span.single === false
  );
}
const SHORT_REMARK = 60;
