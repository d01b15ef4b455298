/** Tells a rail of dates beside the text from a column of its own. */
import { findDateSpans, isDuration, onlyDates } from './date-range.ts';
import { isLabel } from './entry-labels.ts';
import { isHeadingText } from './heading-lookup.ts';
import type { Segment } from './line.ts';
import { pickSegments, type Row } from './rows.ts';

const SHORT = 34;

/** `2019`, `Jan 2018 –`, `– heute`, `3 years`: a date or a piece of one. */
export function isDatePiece(text: string): boolean {
  if (text.length > SHORT) return false;
  if (onlyDates(text) || isDuration(text)) return true;
  const span = findDateSpans(text)[0];
  return span !== undefined && span.to - span.from >= text.length * 0.6;
}

function textOf(row: Row): string {
  return row.segments.map((s) => s.text).join(' ');
}

/** Whether a column is a rail of dates (places and durations among them) on the baselines of the text beside. */
export function isDateRail(column: readonly Row[], beside: readonly Row[], side: 'left' | 'right'): boolean {
  const texts = column.map(textOf);
  if (texts.some((text) => text.length > 48)) return false;
  if (texts.filter((text) => text.length <= SHORT).length / texts.length < 0.85) return false;
  const baselines = new Set(beside.map((row) => row.y));
  const aligned = column.filter((row) => baselines.has(row.y)).length / column.length;
  const dates = texts.filter(isDatePiece).length / texts.length;
  if (side === 'right' && dates >= 0.25 && aligned >= 0.9 && sharesRightEdge(column)) return true;
  return dates >= 0.45 && aligned >= (side === 'right' ? 0.3 : 0.5);
}

/** Titles, places and dates pushed to the right margin end there; the lines of a column end anywhere. */
function sharesRightEdge(column: readonly Row[]): boolean {
  const rights = column.map((row) => Math.max(...row.segments.map((s) => s.right)));
  const edge = Math.max(...rights);
  return rights.filter((right) => edge - right < 3).length >= 0.85 * rights.length;
}

/** Rows but the headings, those in two lines as well. */
function withoutHeadings(column: readonly Row[]): Row[] {
  const halves = new Set<Row>();
  column.forEach((row, i) => {
    const next = column[i + 1];
    if (!next || next.y - row.y > 1.8 * row.size || !isHeadingText(`${textOf(row)} ${textOf(next)}`)) return;
    halves.add(row).add(next);
  });
  return column.filter((row) => !halves.has(row) && !row.segments.every((s) => s.named));
}

/** So many headings may be unknown, in shares of the cells. */
const MOST_UNKNOWN = 0.25;

function isSetStrong({ segments: [first] }: Row, size: number): boolean {
  return first?.bold === true && first.size >= size - 0.3;
}

/** Rows of a rail that stand over the text, not beside it: headings, and what is set stronger than every cell, which are some that no list knows. */
export function headsOver(column: readonly Row[], beside: readonly Row[]): Row[] {
  const baselines = new Set(beside.map((row) => row.y));
  const level = column.filter((row) => baselines.has(row.y));
  const alone = column.filter((row) => !baselines.has(row.y));
  const isNamed = (row: Row): boolean => row.segments.every((s) => s.named);
  const named = alone.filter(isNamed);
  const cells = level.flatMap((row) => row.segments.slice(0, 1));
  const largest = cells.reduce((size, cell) => Math.max(size, cell.size), 0);
  const strong = cells.some((cell) => cell.bold) ? [] : alone.filter((row) => !isNamed(row) && isSetStrong(row, largest));
  const unknown = cells.length > 0 ? strong : [];
  return unknown.length <= MOST_UNKNOWN * level.length ? [...named, ...unknown] : named;
}

/**
 * Whether the left column holds the heads of a table's rows: short cells (dates, `Phone`, names of groups), each on the baseline of
 * the first line beside it. `column` may hold headings as well: they head the rows below.
 */
export function isRowHeads(column: readonly Row[], beside: readonly Row[]): boolean {
  const baselines = new Set(beside.map((row) => row.y));
  const over = new Set(headsOver(column, beside));
  const cells = withoutHeadings(column).filter((row) => !over.has(row));
  if (cells.some((row) => textOf(row).length > SHORT)) return false;
  const labels = column.filter((row) => baselines.has(row.y));
  if (labels.length >= LEAST_LABELS && labels.length >= cells.length && labelParagraphs(labels, beside)) return true;
  if (cells.length < 4) return false;
  const aligned = cells.filter((row) => baselines.has(row.y)).length / cells.length;
  if (aligned >= 0.7 && areEntryLabels(cells)) return true;
  const dates = cells.filter((row) => isDatePiece(textOf(row))).length / cells.length;
  // Flush right is how labels are set against their text, not how a column is.
  return sharesRightEdge(cells)
    ? aligned >= 0.85 && cells.length <= 0.9 * beside.length && dates >= 0.15
    : aligned >= 0.95 && cells.length <= 0.7 * beside.length && dates >= 0.25;
}

const PAGE_NUMBER = /^\P{L}{0,3}\d{1,3}\P{L}{0,3}$/u;
/** So many labels before their paragraphs are no chance. */
const LEAST_LABELS = 3;

/**
 * Every cell stands beside the first line of a paragraph, and no other line has one: each goes on with the line above, that had no room for
 * its first word. Paragraphs of one line alone say nothing.
 */
function labelParagraphs(cells: readonly Row[], right: readonly Row[]): boolean {
  const beside = right.filter((row) => !PAGE_NUMBER.test(textOf(row)));
  const labelled = new Set(cells.map((row) => row.y));
  const edge = Math.max(...beside.flatMap((row) => row.segments.map((s) => s.right)));
  const goesOn = beside.map((row, i) => {
    const [above, own] = [beside[i - 1]?.segments.at(-1), row.segments[0]];
    if (!above || !own || own.bullet) return false;
    const perChar = (above.right - above.x) / Math.max(1, above.text.length);
    return above.right + perChar * ((own.text.split(/\s/)[0]?.length ?? 0) + 1) > edge;
  });
  const wrapped = goesOn.filter(Boolean).length;
  return wrapped > 0 && labelled.size === beside.length - wrapped && beside.every((row, i) => labelled.has(row.y) !== goesOn[i]);
}

/** `Position`, `Employer`, `Dates` again and again: the words before the values of entries, and nothing that they would say alone. */
function areEntryLabels(cells: readonly Row[]): boolean {
  const texts = cells.map(textOf);
  const labels = texts.filter(isLabel);
  return new Set(labels).size >= 2 && labels.length >= 0.6 * texts.length;
}

/** So many dates under each other are a rail between two columns. */
const LEAST_DATES = 3;
/** In points: dates of a rail begin no further apart; and the white between it and the column left of it. */
const SAME_EDGE = 2;
const RAIL_WHITE = 6;
/** In points: lines are looked for among those so near. */
const BAND = 6;
/** In sizes: smaller letters beside a text are set a little higher or lower. */
const SAME_LINE = 0.36;
/** Texts that are a column. */
const LEAST_LEFT = 4;

/** Where most dates left of `x` begin. */
function edgeOfDates(rows: readonly Row[], x: number): number | undefined {
  const starts = rows.flatMap((row) => row.segments.filter((s) => s.right <= x && isDatePiece(s.text)).map((s) => s.x));
  // Counted by the point: a page of dates must not take time in their square (P6).
  const counts = new Map<number, number>();
  for (const start of starts) counts.set(Math.round(start), (counts.get(Math.round(start)) ?? 0) + 1);
  const near = (x: number): number => (counts.get(x - 1) ?? 0) + (counts.get(x) ?? 0) + (counts.get(x + 1) ?? 0);
  const [best] = [...counts.keys()].sort((a, b) => near(b) - near(a));
  if (best === undefined || near(best) < LEAST_DATES) return undefined;
  return starts.filter((start) => Math.abs(start - best) < SAME_EDGE).reduce((least, start) => Math.min(least, start), best);
}

/** Where a page parts: at `x` in the rows from…to (exclusive). */
export interface RailBefore {
  x: number;
  from: number;
  to: number;
}

/**
 * Where a rail of dates begins that is the last thing before a gutter at `x`, with a column of something else left of it: the dates belong
 * to the text behind the gutter, so that the page parts before them.
 */
export function railBefore(rows: readonly Row[], x: number): RailBefore | undefined {
  const edge = edgeOfDates(rows, x);
  if (edge === undefined) return undefined;
  const isOwn = (s: Segment): boolean => s.x > edge - SAME_EDGE;
  const isCell = (s: Segment): boolean => isOwn(s) && s.right <= x;
  const isFree = (row: Row): boolean => row.segments.every((s) => isOwn(s) || s.right <= edge - RAIL_WHITE);
  const dated = rows.findIndex((row) => row.segments.some((s) => isCell(s) && isDatePiece(s.text)));
  const from = rows.findLastIndex((row, i) => i < dated && !isFree(row)) + 1;
  const end = rows.findIndex((row, i) => i > dated && !isFree(row));
  const stretch = rows.slice(from, end < 0 ? undefined : end);
  const left = stretch.flatMap((row) => row.segments.filter((s) => !isOwn(s)));
  const cells = withoutHeadings(pickSegments(stretch, isCell));
  const dates = cells.filter((row) => isDatePiece(textOf(row)));
  const levelWith = (others: readonly Segment[]): number => {
    const lines = Map.groupBy(others, (s) => Math.round(s.y / BAND));
    const around = (y: number): Segment[] => [-1, 0, 1].flatMap((step) => lines.get(Math.round(y / BAND) + step) ?? []);
    return dates.filter(({ segments: [date] }) => date && around(date.y).some((s) => Math.abs(s.y - date.y) < SAME_LINE * s.size))
      .length;
  };
  const behind = levelWith(stretch.flatMap((row) => row.segments.filter((s) => s.x >= x)));
  if (left.length < LEAST_LEFT || dates.length < LEAST_DATES) return undefined;
  if (dates.length < 0.8 * cells.length || behind < 0.7 * dates.length) return undefined;
  // Dates at the right edge of a column stand on the lines of its titles.
  if (levelWith(left) > 0.6 * dates.length) return undefined;
  return { x: edge - (edge - Math.max(...left.map((s) => s.right))) / 2, from, to: from + stretch.length };
}
