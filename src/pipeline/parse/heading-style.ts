/** A style of a flow (Word, Markdown) that nothing but headings has: short lines alone at the edge, something else below each of them. */
import { findDateSpans } from './date-range.ts';
import type { Line } from './line.ts';

/** So many lines of the style, so many of them known headings. */
const LEAST_LINES = 4;
const LEAST_KNOWN = 2;
/** In words. */
const LONGEST = 5;

const isShort = (line: Line): boolean =>
  line.segments.length === 1 &&
  !line.bullet &&
  line.text.split(/\s+/).length <= LONGEST &&
  !/[.,;!?]$/.test(line.text) &&
  findDateSpans(line.text).length === 0;

/** Whether all lines for which `styled` holds are such headings; `known` are headings for sure. */
export function isStyleOfHeadings(
  lines: readonly Line[],
  known: ReadonlyMap<number, unknown>,
  styled: (line: Line) => boolean,
): boolean {
  const places = lines.flatMap((line, i) => (line.flow && styled(line) ? [i] : []));
  if (places.length < LEAST_LINES || places.filter((i) => known.has(i)).length < LEAST_KNOWN) return false;
  const [first] = places;
  const taken = new Set(places);
  const edge = lines[first ?? 0]?.x ?? 0;
  return places.every((i) => {
    const [line, below] = [lines[i], lines[i + 1]];
    return line !== undefined && below !== undefined && isShort(line) && !taken.has(i + 1) && line.x === edge;
  });
}
