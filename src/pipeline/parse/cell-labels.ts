/**
 * Headings in the first cell of a table's row, whatever else decorates that cell: a dash above the heading, an icon in a line of its own, a
 * heading over two lines. The text of the section stands in the cells to the right.
 */
import { lookupHeading } from './heading-lookup.ts';
import type { Segment } from './line.ts';
import { isMark } from './marks.ts';
import type { Row } from './rows.ts';

/** What heads a row of a table, and the segments of its cell that are no text of their own any more. */
export interface CellLabel {
  segment: Segment;
  used: readonly Segment[];
}

const MAX_LABEL = 30;
/** A heading is broken into no more lines. */
const MOST_LINES = 3;

/** Whether a segment stands in the first column of the table that is read. */
export type IsFirst = (segment: Segment) => boolean;

/** What stands in the first cell; nothing where no other cell says anything. */
function firstCell(rows: readonly Row[], isFirst: IsFirst): Segment[] {
  const all = rows.flatMap(({ segments }) => segments);
  const own = all.filter(isFirst);
  return own.length < all.length ? own : [];
}

/** `Work` over `Experience`: one segment that says both; undefined where the lines are no heading together. */
function joinedHeading(pieces: readonly Segment[]): Segment | undefined {
  const [first] = pieces;
  const text = pieces.map((piece) => piece.text).join(' ');
  if (!first || pieces.length > MOST_LINES || text.length > MAX_LABEL || pieces.some((piece) => piece.bullet)) return undefined;
  if (pieces.length === 1) return first;
  return lookupHeading(text)?.by === 'exact' ? { ...first, text, styleBreaks: [], named: true } : undefined;
}

/** The first cell of one row of a table as the heading of what stands beside it; undefined where it may be more than that. */
export function cellLabel(rows: readonly Row[], isFirst: IsFirst): CellLabel | undefined {
  const own = firstCell(rows, isFirst);
  const segment = joinedHeading(own.filter(({ text }) => !isMark(text)));
  return segment && { segment, used: own };
}

/** The mark that a first cell holds and nothing else: the heading that it announces may stand in the row of the table below. */
export function markIn(rows: readonly Row[], isFirst: IsFirst): Segment[] | undefined {
  const own = firstCell(rows, isFirst);
  return own.length > 0 && own.every(({ text }) => isMark(text)) ? own : undefined;
}
