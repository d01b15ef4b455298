/** Whether a line broke because its column ended. */
import type { Line } from './line.ts';

/** A little of the column's width is left by ragged text and by the width of letters that we only estimate. */
const SLACK = 0.97;

/** The first word of the next line would not have fitted behind this one. */
export function hadNoRoom(line: Line, next: Line): boolean {
  if (line.flow || line.page !== next.page || line.lane !== next.lane) return false;
  const word = next.text.split(/\s/)[0]?.length ?? 0;
  const perChar = (line.right - line.x) / Math.max(1, line.text.length);
  return line.right + perChar * (word + 1) > line.x + (line.edge - line.x) * SLACK;
}

/** A bracket that the text leaves open. */
export function leavesBracketOpen(text: string): boolean {
  return text.lastIndexOf('(') > text.lastIndexOf(')');
}
