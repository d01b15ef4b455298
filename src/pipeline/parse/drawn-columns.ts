/** Columns that are drawn: what stands on a ground of its own (a sidebar), and what a line parts from it. */
import type { DocumentPage } from '../../domain/document.ts';
import { joinBaselines } from './join-baselines.ts';
import { isDatePiece, isDateRail, isRowHeads } from './rails.ts';
import type { Row } from './rows.ts';

/** Rows from…to (exclusive) part at `x`. */
export interface DrawnColumns {
  x: number;
  from: number;
  to: number;
}

/** Fewer rows on either side are no column. */
const LEAST_ROWS = 4;
/** In points: letters may reach over an edge so far. */
const OVER = 1;
/** A page has a few; a drawing has thousands (P6). */
const MOST_LINES = 8;

const leftOf = (rows: readonly Row[], x: number): Row[] => pick(rows, (right) => right <= x + OVER);
const rightOf = (rows: readonly Row[], x: number): Row[] => pick(rows, (_, left) => left >= x - OVER);

function pick(rows: readonly Row[], keep: (right: number, left: number) => boolean): Row[] {
  const kept = rows.map((row) => ({ ...row, segments: row.segments.filter((s) => keep(s.right, s.x)) }));
  return joinBaselines(kept.filter((row) => row.segments.length > 0));
}

/** Headings or dates alone are a rail beside their text, on whatever ground. */
function isRail(column: readonly Row[], beside: readonly Row[], side: 'left' | 'right'): boolean {
  const bare = column.filter((row) => row.segments.every((s) => s.named || isDatePiece(s.text))).length;
  return bare > 0.5 * column.length || isDateRail(column, beside, side) || (side === 'left' && isRowHeads(column, beside));
}

/** The longest stretch of rows between `top` and `bottom` that nothing crosses at `x`, where both of its sides are columns. */
function columnsAt(rows: readonly Row[], x: number, top: number, bottom: number): DrawnColumns | undefined {
  let best: DrawnColumns | undefined;
  let from = 0;
  for (let i = 0; i <= rows.length; i++) {
    const row = rows[i];
    const free = row && row.y > top && row.y < bottom && row.segments.every((s) => s.right <= x + OVER || s.x >= x - OVER);
    if (free) continue;
    if (i - from >= LEAST_ROWS && (!best || i - from > best.to - best.from)) best = { x, from, to: i };
    from = i + 1;
  }
  if (!best) return undefined;
  const inside = rows.slice(best.from, best.to);
  const [left, right] = [leftOf(inside, x), rightOf(inside, x)];
  if (left.length < LEAST_ROWS || right.length < LEAST_ROWS) return undefined;
  return isRail(left, right, 'left') || isRail(right, left, 'right') ? undefined : best;
}

/** In shares of the page: a shorter line is one of a box or a timeline. */
const TALL = 0.3;

/** The columns of the ground or line that parts most rows. */
export function findDrawnColumns(rows: readonly Row[], { panels = [], rules, height }: DocumentPage): DrawnColumns | undefined {
  const lines = rules.filter((rule) => rule.height > TALL * height);
  const edges = [...panels, ...lines.slice(0, MOST_LINES)].flatMap(({ x, y, width, height: tall }) =>
    [x, x + width].map((at) => ({ x: at, top: y, bottom: y + tall })),
  );
  const found = edges.map(({ x, top, bottom }) => columnsAt(rows, x, top, bottom)).filter((columns) => columns !== undefined);
  return found.sort((a, b) => b.to - b.from - (a.to - a.from))[0];
}

/** The rows on both sides, each with what it has there. */
export function partColumns(rows: readonly Row[], { x, from, to }: DrawnColumns): [left: Row[], right: Row[]] {
  const inside = rows.slice(from, to);
  return [leftOf(inside, x), rightOf(inside, x)];
}
