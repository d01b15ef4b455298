/** Tells a rail of dates beside the text from a column of its own. */
import { findDateSpans, isDuration, onlyDates } from './date-range.ts';
import { isLabel } from './entry-labels.ts';
import { isHeadingText } from './heading-lookup.ts';
import type { Row } from './rows.ts';

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

/**
 * Whether the left column holds the heads of a table's rows: short cells (dates, `Phone`, names of groups), each on the baseline of
 * the first line beside it. `column` may hold headings as well: they head the rows below.
 */
export function isRowHeads(column: readonly Row[], beside: readonly Row[]): boolean {
  const cells = withoutHeadings(column);
  if (cells.length < 4 || cells.some((row) => textOf(row).length > SHORT)) return false;
  const baselines = new Set(beside.map((row) => row.y));
  const aligned = cells.filter((row) => baselines.has(row.y)).length / cells.length;
  if (aligned >= 0.7 && areEntryLabels(cells)) return true;
  const dates = cells.filter((row) => isDatePiece(textOf(row))).length / cells.length;
  // Flush right is how labels are set against their text, not how a column is.
  return sharesRightEdge(cells)
    ? aligned >= 0.85 && cells.length <= 0.9 * beside.length && dates >= 0.15
    : aligned >= 0.95 && cells.length <= 0.7 * beside.length && dates >= 0.25;
}

/** `Position`, `Employer`, `Dates` again and again: the words before the values of entries, and nothing that they would say alone. */
function areEntryLabels(cells: readonly Row[]): boolean {
  const texts = cells.map(textOf);
  const labels = texts.filter(isLabel);
  return new Set(labels).size >= 2 && labels.length >= 0.6 * texts.length;
}
