/** Calendar months as whole numbers (`year * 12 + month - 1`), so that unions and distances are plain arithmetic. */

/** A stretch of months; the first and the last are both counted. */
export interface MonthSpan {
  first: number;
  last: number;
}

/** Month number of `YYYY-MM` or `YYYY-MM-DD`; undefined for a bare year and for anything else. */
export function monthOf(date: string): number | undefined {
  const parts = /^(\d{4})-(\d{2})/.exec(date);
  if (!parts) return undefined;
  const month = Number(parts[2]);
  return month >= 1 && month <= 12 ? Number(parts[1]) * 12 + month - 1 : undefined;
}

/** `YYYY-MM` of a month number. */
export function monthText(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
}

/** A bare year as the start or the end of a stretch stands for its middle: half a year at each end is the mean of what it can mean. */
function yearMonth(date: string, side: 'start' | 'end'): number | undefined {
  const year = /^\d{4}$/.exec(date);
  if (!year) return undefined;
  return Number(date) * 12 + (side === 'start' ? 6 : 5);
}

/**
 * The stretch of a role that is dated `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. Without an end it is still held and runs to the month of
 * `asOf`. undefined when there is no start, when it starts after `asOf` or ends before it starts.
 */
export function spanOf(start: string | undefined, end: string | undefined, asOf: string): MonthSpan | undefined {
  const today = monthOf(asOf);
  if (!start || today === undefined) return undefined;
  // A stretch within one bare year (`2019 – 2019`) is taken as its middle six months.
  if (end === start && /^\d{4}$/.test(start)) return clip({ first: Number(start) * 12 + 3, last: Number(start) * 12 + 8 }, today);
  const first = monthOf(start) ?? yearMonth(start, 'start');
  const last = end ? (monthOf(end) ?? yearMonth(end, 'end')) : today;
  if (first === undefined || last === undefined) return undefined;
  return clip({ first, last: Math.max(last, /^\d{4}$/.test(end ?? '') ? first : last) }, today);
}

function clip(span: MonthSpan, today: number): MonthSpan | undefined {
  const last = Math.min(span.last, today);
  return span.first <= last ? { first: span.first, last } : undefined;
}

/** The stretches merged where they overlap or touch, oldest first. */
export function unionOf(spans: readonly MonthSpan[]): MonthSpan[] {
  const merged: MonthSpan[] = [];
  for (const span of [...spans].sort((a, b) => a.first - b.first || a.last - b.last)) {
    const top = merged.at(-1);
    if (top && span.first <= top.last + 1) top.last = Math.max(top.last, span.last);
    else merged.push({ first: span.first, last: span.last });
  }
  return merged;
}

/** Months covered by at least one of the stretches: overlapping ones count once. */
export function monthsCovered(spans: readonly MonthSpan[]): number {
  let months = 0;
  for (const span of unionOf(spans)) months += span.last - span.first + 1;
  return months;
}

/** The last month of the stretches; undefined when there are none. */
export function lastMonth(spans: readonly MonthSpan[]): number | undefined {
  let last: number | undefined;
  for (const span of spans) if (last === undefined || span.last > last) last = span.last;
  return last;
}
