/** Gutters: white stretches down a page with text on both sides. */
import { placesThatDiffer } from './gutter-places.ts';
import type { Segment } from './line.ts';
import { isDatePiece } from './rails.ts';
import type { Row } from './rows.ts';

/** A white stretch between two columns. */
export interface Cut {
  /** The middle of the gutter and its width. */
  x: number;
  width: number;
  /** Rows from…to (exclusive) that the gutter runs through. */
  from: number;
  to: number;
  left: number;
  right: number;
}

const BIN = 3;
const EDGE_BIN = 4;
/** Fewer rows are no column. */
export const MIN_ROWS = 4;
const MIN_GUTTER = 7;
/** No line comes nearer to the text beside it than this. */
const LEAST_GAP = 3;
/** An address that cannot break may all but touch it. */
const TOUCHING = 1;
const STICKS_OUT = 0.06;
/** A gutter wider than this says no more; more rows beside it do (ragged text leaves a wide gutter beside most of its rows). */
const AMPLE_GUTTER = 24;
/** Titles and dates share a row in any layout; a gutter nearer to the edge than this is a margin. */
const EDGE = 0.12;

/** Whether text of the row stands on both sides of `x` without white between. */
export function crosses(row: Row, x: number): boolean {
  for (const s of row.segments) if (s.x < x && s.right > x) return true;
  return false;
}

/** How many of the rows from…to have text on each side. */
function countSides(rows: readonly Row[], x: number, from: number, to: number): { left: number; right: number } {
  const count = { left: 0, right: 0 };
  for (let i = from; i < to; i++) {
    let [isLeft, isRight] = [false, false];
    for (const s of rows[i]?.segments ?? []) {
      isLeft ||= s.right <= x;
      isRight ||= s.x >= x;
    }
    count.left += Number(isLeft);
    count.right += Number(isRight);
  }
  return count;
}

/** Rows that hold nothing but an address, at an edge where other lines begin. */
function loneAddresses(rows: readonly Row[]): ReadonlySet<Row> {
  const starts = new Set(rows.flatMap(({ segments }) => segments.filter((s) => !isAddress(s.text)).map((s) => Math.round(s.x))));
  return new Set(
    rows.filter(
      ({ segments: [only, ...more] }) => only && more.length === 0 && isAddress(only.text) && starts.has(Math.round(only.x)),
    ),
  );
}

/** An address in a row of its own that cannot break and runs into the next column. */
const runsOver = ({ segments: [only] }: Row, x: number): boolean =>
  only !== undefined && x - only.x > OWN_SHARE * (only.right - only.x);
/** Of the address lies in its own column. */
const OWN_SHARE = 0.6;

/** The longest stretch of rows that leave `x` white and have enough text on both sides. */
function stretchAt(rows: readonly Row[], x: number, lone: ReadonlySet<Row>): Cut | undefined {
  let best: Cut | undefined;
  let from = 0;
  for (let i = 0; i <= rows.length; i++) {
    const row = rows[i];
    if (row && (!crosses(row, x) || (lone.has(row) && runsOver(row, x)))) continue;
    const cut = measure(rows, x, from, i);
    if (cut && (!best || Math.min(cut.left, cut.right) > Math.min(best.left, best.right))) best = cut;
    from = i + 1;
  }
  return best;
}

/** One word that cannot break: an address of a mailbox or a page. */
const isAddress = (text: string): boolean => text.length > 12 && /^\S+$/.test(text) && /[@/]/.test(text);

/** The gutter at `x` through rows from…to, as wide as their text leaves it; undefined where too few rows have text beside it. */
export function measure(rows: readonly Row[], x: number, from: number, to: number): Cut | undefined {
  if (to - from < MIN_ROWS) return undefined;
  const { left, right } = countSides(rows, x, from, to);
  if (left < MIN_ROWS || right < MIN_ROWS) return undefined;
  let furthest: Segment | undefined;
  let rightEdge = Number.POSITIVE_INFINITY;
  const ends: number[] = [];
  for (let i = from; i < to; i++)
    for (const s of rows[i]?.segments ?? []) {
      if (s.right <= x) {
        ends.push(s.right);
        if (!furthest || s.right > furthest.right) furthest = s;
      }
      if (s.x >= x) rightEdge = Math.min(rightEdge, s.x);
    }
  const leftEdge = furthest?.right ?? x;
  const sticksOut = ends.length > 1 && isAddress(furthest?.text ?? '');
  ends.sort((a, b) => b - a);
  if (sticksOut) ends.shift();
  // One address that cannot break sticks out of its column without making the gutter narrow.
  const usualEdge = ends[Math.floor(ends.length * STICKS_OUT)] ?? leftEdge;
  return {
    x: (leftEdge + rightEdge) / 2,
    width: rightEdge - leftEdge < (sticksOut ? TOUCHING : LEAST_GAP) ? 0 : rightEdge - usualEdge,
    from,
    to,
    left,
    right,
  };
}

/** Share of the rows right of a gutter that start where most of them start: a column has an edge, dates beside the text have none. */
function edgeShare(rows: readonly Row[], cut: Cut): number {
  const starts = new Map<number, number>();
  let total = 0;
  for (const row of rows.slice(cut.from, cut.to)) {
    const first = row.segments.find((s) => s.x >= cut.x);
    if (!first) continue;
    const bin = Math.round(first.x / EDGE_BIN);
    starts.set(bin, (starts.get(bin) ?? 0) + 1);
    total++;
  }
  const most = Math.max(0, ...[...starts].map(([bin, n]) => n + (starts.get(bin + 1) ?? 0)));
  return most / Math.max(1, total);
}

/** More rows on both sides, a wider gutter, a straight left edge behind it. */
function worthOf(rows: readonly Row[], cut: Cut): number {
  return Math.min(cut.left, cut.right) * Math.sqrt(Math.min(AMPLE_GUTTER, cut.width)) * (0.5 + edgeShare(rows, cut));
}

/** Where a gutter is looked for: all over the page, and right behind addresses, which stick out of their column, or in them, which run over. */
function gutterPlaces(all: readonly Segment[], from: number, to: number): number[] {
  const places: number[] = [];
  for (let x = from; x < to; x += BIN) places.push(x);
  // One a point: a page of addresses must not take time in their square (P6).
  const behind = new Map<number, number>();
  for (const s of all) {
    if (!isAddress(s.text)) continue;
    const within = s.x + OWN_SHARE * (s.right - s.x) + TOUCHING;
    for (const x of [s.right + TOUCHING, within]) if (x > from && x < to) behind.set(Math.round(x), x);
  }
  return [...placesThatDiffer(places, all), ...behind.values()];
}

/** The best gutters of a page, best first. */
export function findGutters(rows: readonly Row[]): Cut[] {
  const all = rows.flatMap((row) => row.segments);
  const x0 = Math.min(...all.map((s) => s.x));
  const x1 = Math.max(...all.map((s) => s.right));
  const cuts: Cut[] = [];
  const lone = loneAddresses(rows);
  for (const x of gutterPlaces(all, x0 + (x1 - x0) * EDGE, x1 - (x1 - x0) * EDGE)) {
    const cut = stretchAt(rows, x, lone);
    const known = cut && cuts.some((c) => Math.abs(c.x - cut.x) < BIN && c.from === cut.from && c.to === cut.to);
    if (cut && !known && cut.width >= MIN_GUTTER) cuts.push(cut);
  }
  const values = new Map(cuts.map((cut) => [cut, worthOf(rows, cut)]));
  const value = (cut: Cut): number => values.get(cut) ?? 0;
  // Of equals the longer: the white goes on beside the short column of two.
  const ranked = cuts.sort((a, b) => value(b) - value(a) || b.to - b.from - (a.to - a.from));
  const [best] = ranked;
  const around = best && ranked.find((cut) => headsBoth(rows, cut, best) || standsBeyondDates(rows, cut, best));
  return [...(around ? [around] : []), ...ranked.filter((cut) => cut !== around)].slice(0, 8);
}

/** A gutter along as many rows right of the other, with nothing but dates between the two and sections behind it: the dates end lines of the left column. */
function standsBeyondDates(rows: readonly Row[], cut: Cut, best: Cut): boolean {
  if (cut.x <= best.x || cut.from > best.from || cut.to < best.to) return false;
  if (!rows.slice(cut.from, cut.to).some(({ segments }) => segments.some((s) => s.named && s.x >= cut.x))) return false;
  const between = rows
    .slice(best.from, best.to)
    .flatMap(({ segments }) => segments.filter((s) => s.x >= best.x && s.right <= cut.x));
  return between.length > 0 && between.every((s) => isDatePiece(s.text));
}

/** The same gutter, narrower beside a long heading: two headings side by side right above stand over its columns. */
function headsBoth(rows: readonly Row[], cut: Cut, best: Cut): boolean {
  if (cut.from >= best.from || cut.to < best.to || Math.abs(cut.x - best.x) > best.width / 2) return false;
  const heads = (rows[best.from - 1]?.segments ?? []).filter((s) => s.named);
  return heads.some((s) => s.right <= cut.x) && heads.some((s) => s.x >= cut.x);
}
