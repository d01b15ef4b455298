/**
 * Headings side by side in one style head columns, however short: a foot of three (`Contact`, `Languages`, `Interests`) whose columns
 * have two lines each leaves too little white for a gutter to be found by its rows alone.
 */
import { lookupHeading } from './heading-lookup.ts';
import { looksLike, type Segment } from './line.ts';
import type { Row } from './rows.ts';

export interface HeadedColumns {
  /** Rows from…to (exclusive) that stand in columns. */
  from: number;
  to: number;
  /** The rows of each column, its heading first. */
  columns: Row[][];
}

/** White between what two headings head, in points. */
const LEAST_WHITE = 6;
/** So many headings in one style are no headings, and so many rows of them no columns. */
const MOST_HEADS = 40;
const MOST_ROWS = 6;
/** So many of them must be known, and of different sections; others are read by their style. */
const LEAST_KNOWN = 2;

/** Headings of different sections in one style; right below a heading alone they are labels of its groups. */
function isHeadingRow({ segments }: Row, above: Row | undefined): boolean {
  const [first] = segments;
  if (!first || segments.some((s) => s.bullet || !looksLike(first, s))) return false;
  if (above?.segments.length === 1 && above.segments[0]?.named) return false;
  const kinds = segments.filter((s) => s.named).map((s) => lookupHeading(s.text)?.kinds.join());
  return new Set(kinds).size >= LEAST_KNOWN;
}

/** A heading in the style of those side by side. */
interface Head {
  row: number;
  segment: Segment;
}

interface White {
  from: number;
  to: number;
}

/** What is left of the white between two headings beside a further row; undefined when its text runs over it. */
function narrowed(white: White, { segments }: Row): White | undefined {
  let { from, to } = white;
  for (const s of segments) {
    if (s.right <= from || s.x >= to) continue;
    // Text of a heading may begin left of it (headings in the middle of their columns) and end right of it.
    if (s.x - from < to - s.right) from = Math.max(from, s.right);
    else to = Math.min(to, s.x);
  }
  return to - from >= LEAST_WHITE ? { from, to } : undefined;
}

function whitesBetween(heads: readonly Segment[]): White[] {
  return heads.slice(1).map((head, i) => ({ from: heads[i]?.right ?? 0, to: head.x }));
}

/** A heading alone on its row, with none in the other columns below it, heads what goes over the whole page. */
function opensBelow(rows: readonly Row[], at: number, heads: readonly Head[]): boolean {
  const [own, ...more] = rows[at]?.segments ?? [];
  if (!own || more.length > 0 || !heads.some(({ row }) => row === at)) return false;
  return !heads.some(({ row, segment }) => row > at && Math.abs(segment.x - own.x) > 3);
}

function columnsAt(rows: readonly Row[], from: number): HeadedColumns | undefined {
  const heads = rows[from]?.segments ?? [];
  const [head] = heads;
  if (!head) return undefined;
  const alike = rows.flatMap((row, i) =>
    row.segments.filter((s) => s.named && looksLike(s, head)).map((segment): Head => ({ row: i, segment })),
  );
  if (alike.length > MOST_HEADS) return undefined;
  let whites = whitesBetween(heads);
  let to = from + 1;
  for (; to < rows.length; to++) {
    const row = rows[to];
    if (!row || opensBelow(rows, to, alike)) break;
    const next = whites.map((white) => narrowed(white, row)).filter((white) => white !== undefined);
    if (next.length < whites.length) break;
    whites = next;
  }
  const cuts = [Number.NEGATIVE_INFINITY, ...whites.map((white) => (white.from + white.to) / 2), Number.POSITIVE_INFINITY];
  const columns = heads.map((_, i) =>
    rows
      .slice(from, to)
      .map((row) => ({ ...row, segments: row.segments.filter((s) => s.x >= (cuts[i] ?? 0) && s.x < (cuts[i + 1] ?? 0)) }))
      .filter((row) => row.segments.length > 0),
  );
  const filled = columns.every((column) => column.slice(1).some((row) => row.segments.some((s) => !looksLike(s, head))));
  return filled ? { from, to, columns } : undefined;
}

/** The first row of at least so many headings among the rows with the columns below it, or undefined. */
export function findHeadedColumns(rows: readonly Row[], least: number): HeadedColumns | undefined {
  const starts = rows
    .flatMap((row, i) => (row.segments.length >= least && isHeadingRow(row, rows[i - 1]) ? [i] : []))
    .slice(0, MOST_ROWS);
  for (const from of starts) {
    const found = columnsAt(rows, from);
    if (found) return found;
  }
  return undefined;
}
