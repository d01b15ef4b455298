/** Tells a rail (dates, places or headings beside the text) from a column of its own. */
import { findDateSpans, isDuration, onlyDates } from './date-range.ts';
import { lookupHeading } from './heading-lookup.ts';
import type { Segment } from './line.ts';
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

function sharesBaseline(row: Row, beside: ReadonlySet<number>): boolean {
  return beside.has(row.y);
}

/**
 * Marks nothing, only judges: `dates` when most rows are dates on the baselines of the text beside, `labels` when most are known
 * headings (or dates) and the text beside is much longer.
 */
export function judgeRail(
  column: readonly Row[],
  beside: readonly Row[],
  side: 'left' | 'right',
): 'dates' | 'labels' | undefined {
  const texts = column.map(textOf);
  if (texts.some((text) => text.length > 48)) return undefined;
  const short = texts.filter((text) => text.length <= SHORT).length / texts.length;
  if (short < 0.85) return undefined;
  const baselines = new Set(beside.map((row) => row.y));
  const aligned = column.filter((row) => sharesBaseline(row, baselines)).length / column.length;
  const dates = texts.filter(isDatePiece).length;
  if (dates / texts.length >= 0.45 && (aligned >= 0.5 || side === 'right')) return aligned >= 0.3 ? 'dates' : undefined;
  if (side === 'right') return undefined;
  const headings = texts.filter((text) => lookupHeading(text)?.by === 'exact' || lookupHeading(text)?.by === 'compound').length;
  return (headings + dates) / texts.length >= 0.5 && headings > 1 && beside.length >= 1.7 * column.length ? 'labels' : undefined;
}

/** A segment of a rail that is a heading rather than a date or a place. */
export function isLabel(segment: Segment): boolean {
  return segment.rail === true && !isDatePiece(segment.text) && lookupHeading(segment.text) !== undefined;
}
