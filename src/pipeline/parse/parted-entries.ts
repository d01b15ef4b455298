/**
 * Entries whose bullets stand in two columns: titles left, their dates flush right on the same lines, and below them items on both sides
 * of a gutter. The gutter parts the items of one entry, never a column of the page.
 */
import { onlyDates } from './date-range.ts';
import type { Segment } from './line.ts';
import { isDatePiece } from './rails.ts';
import type { Row } from './rows.ts';

/** In sizes: white between the left edge of the items and a date pushed to the right. */
const PUSHED = 3;

/** The date of a row that is headed left of the gutter; `edge` is where the items right of it start. */
function dateBeside(row: Row, x: number, edge: number): Segment | undefined {
  const title = row.segments.find((s) => s.right <= x);
  const date = row.segments.find((s) => s.x >= x);
  if (!title || !date || title.bullet || onlyDates(date.text)?.single !== false) return undefined;
  if (!title.bold && title.size <= date.size) return undefined;
  return date.x > edge + PUSHED * date.size ? date : undefined;
}

/** A title and its range both right of the gutter: entries have a column of their own there. */
function isHeadedBehind(row: Row, x: number): boolean {
  const [title, ...rest] = row.segments.filter((s) => s.x >= x);
  return title !== undefined && !isDatePiece(title.text) && rest.some((s) => onlyDates(s.text)?.single === false);
}

/** Whether the gutter at `x` parts the items of entries: every range right beside it belongs to a title left of it. */
export function partsEntries(rows: readonly Row[], x: number): boolean {
  const left = rows.flatMap((row) => row.segments.filter((s) => s.right <= x));
  if (left.some((s) => onlyDates(s.text)?.single === false) || rows.some((row) => isHeadedBehind(row, x))) return false;
  const firsts = rows.map((row) => row.segments.find((s) => s.x >= x)).filter((s) => s !== undefined);
  const edge = Math.min(...firsts.map((s) => s.x));
  const ranges = firsts.filter((s) => onlyDates(s.text)?.single === false);
  // A rail of dates has little else in it.
  if (firsts.filter((s) => !isDatePiece(s.text)).length < ranges.length) return false;
  return ranges.length > 0 && rows.filter((row) => dateBeside(row, x, edge)).length === ranges.length;
}

/** The rows of each entry in turn: its head, its items on the left, then those on the right. */
export function joinPartedEntries(rows: readonly Row[], x: number): Row[] {
  const edge = Math.min(...rows.flatMap((row) => row.segments.filter((s) => s.x >= x).map((s) => s.x)));
  const entries: Row[][] = [[]];
  for (const row of rows) {
    if (dateBeside(row, x, edge) || row.segments.some((s) => s.named)) entries.push([]);
    entries.at(-1)?.push(row);
  }
  return entries.flatMap((entry) => {
    const first = entry.findIndex((row) => !dateBeside(row, x, edge) && row.segments.some((s) => s.x >= x));
    if (first < 0) return entry;
    const items = entry.slice(first);
    const side = (keep: (s: Segment) => boolean): Row[] =>
      items.map((row) => ({ ...row, segments: row.segments.filter(keep) })).filter((row) => row.segments.length > 0);
    return [...entry.slice(0, first), ...side((s) => s.right <= x), ...side((s) => s.x >= x)];
  });
}
