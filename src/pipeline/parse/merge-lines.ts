/** A line that goes on with the one above, put to it. */
import { joinWrapped } from './clean-text.ts';
import type { Lexicon } from './lexicon.ts';
import type { Line } from './line.ts';

/** Both as one line of one segment, which keeps the place and the look of the first. */
export function mergeLines(line: Line, next: Line, lexicon: Lexicon): Line {
  const text = joinWrapped(line.text, next.text, lexicon.knows);
  return { ...line, text, segments: line.segments.slice(0, 1).map((segment) => ({ ...segment, text })) };
}
