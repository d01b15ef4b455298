/** Whether a line broke because its column ended. */
import type { Line } from './line.ts';

/** A little of the column's width is left by ragged text and by the width of letters that we only estimate. */
const SLACK = 0.97;

const DATE_FIRST = /^(?:\p{L}{3,10}\.? ['’]?\d{2,4}|\d{1,2}[./]\d{2,4}|(?:19|20)\d\d(?:[-/]\d\d)?)(?=[\s:,–-])/u;

/** The first word of the next line would not have fitted behind this one. */
export function hadNoRoom(line: Line, next: Line): boolean {
  if (line.flow || line.page !== next.page || line.lane !== next.lane) return false;
  // Lines that both begin with a date are items of a list.
  if (DATE_FIRST.test(line.text) && DATE_FIRST.test(next.text)) return false;
  const word = next.text.split(/\s/)[0]?.length ?? 0;
  const perChar = (line.right - line.x) / Math.max(1, line.text.length);
  return line.right + perChar * (word + 1) > line.x + (line.edge - line.x) * SLACK;
}

/** A bracket that the text leaves open. */
export function leavesBracketOpen(text: string): boolean {
  return text.lastIndexOf('(') > text.lastIndexOf(')');
}
