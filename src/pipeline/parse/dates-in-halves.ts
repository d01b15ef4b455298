/** Dates of forms and tables that give start and end a place of their own: `From | March 2019`, `To | present`. */
import { type DateSpan, findDateSpans, onlyDates } from './date-range.ts';
import type { LabelledText } from './labelled-entries.ts';

export interface HalvedDates {
  dates?: LabelledText;
  from?: LabelledText;
  to?: LabelledText;
}

/** The dates as one text; of two halves the one is the start, the other the end. */
export function joinHalves({ dates, from, to }: HalvedDates): LabelledText | undefined {
  if (dates || !from || !to) return dates ?? from ?? to;
  return { text: `${from.text} – ${to.text}`, bullet: false, lines: [...new Set([...from.lines, ...to.lines])] };
}

/** A start without its half goes on: `Start date | May 2021` beside entries that have both. */
export function spanOf(dates: LabelledText | undefined): DateSpan | undefined {
  return dates && (onlyDates(dates.text) ?? findDateSpans(dates.text)[0]);
}
