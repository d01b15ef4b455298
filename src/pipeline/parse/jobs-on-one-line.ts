/** `Waiter, Hotel Sol (2014 – 2016); Barista, Café Luna (2012 – 2014)`: a semicolon parts entries where each part has dates of its own. */
import { findDateSpans } from './date-range.ts';
import { type Line, makeLine } from './line.ts';

const PARTS = /\s*[;；]\s+/u;
/** In letters: longer lines are text. */
const LONGEST = 300;

const isEntry = (text: string): boolean =>
  findDateSpans(text).some((span) => !span.single) && /\p{Lu}\p{L}+.*\s\p{L}/u.test(text);

function partsOf({ bullet, segments: [only, ...more], text }: Line): string[] {
  if (bullet || !only || more.length > 0 || text.length > LONGEST || !/[;；]/u.test(text)) return [];
  const parts = only.text.split(PARTS);
  return parts.length > 1 && parts.every(isEntry) ? parts : [];
}

/** Lines of a section, each entry on a line of its own. */
export function partJobs(lines: readonly Line[]): readonly Line[] {
  return lines.flatMap((line) => {
    const [only] = line.segments;
    const parts = partsOf(line);
    return only && parts.length > 0 ? parts.map((text) => makeLine([{ ...only, text, styleBreaks: [] }], line)) : [line];
  });
}
