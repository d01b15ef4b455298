/** Styles that nothing but headings have: short lines alone at the edge, something else below each of them. */
import { findDateSpans } from './date-range.ts';
import type { SectionKind } from './heading-aliases.ts';
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

/** Whether the lines at these places stand apart from each other, short, at one edge. */
function standOver(lines: readonly Line[], places: readonly number[], near: number): boolean {
  const taken = new Set(places);
  const edge = lines[places[0] ?? 0]?.x ?? 0;
  return places.every((i) => {
    const [line, below] = [lines[i], lines[i + 1]];
    return line !== undefined && below !== undefined && isShort(line) && !taken.has(i + 1) && Math.abs(line.x - edge) <= near;
  });
}

/** Whether all lines of a flow (Word, Markdown) for which `styled` holds are such headings; `known` are headings for sure. */
export function isStyleOfHeadings(
  lines: readonly Line[],
  known: ReadonlyMap<number, unknown>,
  styled: (line: Line) => boolean,
): boolean {
  const places = lines.flatMap((line, i) => (line.flow && styled(line) ? [i] : []));
  if (places.length < LEAST_LINES || places.filter((i) => known.has(i)).length < LEAST_KNOWN) return false;
  return standOver(lines, places, 0);
}

/** In points. */
const NEAR = 2;
/** Headings for sure among the lines of the style. */
const LEAST_SHARE = 0.5;

/**
 * Lines in a style that one column of a page gives to headings alone: a sidebar has its own (`Contact`, `Top Skills`, `Languages`, smaller
 * than the headings beside it). Headings of two kinds must be known for sure.
 */
export function columnHeadings(
  lines: readonly Line[],
  known: ReadonlyMap<number, { kinds: readonly SectionKind[] }>,
  styleOf: (line: Line) => string,
): ReadonlySet<Line> {
  const placed = [...lines.entries()].filter(([, line]) => !line.flow);
  const headings = new Set<Line>();
  for (const alike of Map.groupBy(placed, ([, line]) => `${line.lane} ${styleOf(line)}`).values()) {
    const sure = alike.flatMap(([i]) => known.get(i) ?? []);
    const kinds = new Set(sure.flatMap((heading) => heading.kinds));
    if (kinds.size < LEAST_KNOWN || sure.length < LEAST_SHARE * alike.length || sure.length === alike.length) continue;
    const places = alike.map(([i]) => i);
    if (standOver(lines, places, NEAR)) for (const [, line] of alike) headings.add(line);
  }
  return headings;
}

/** So many other lines of the style say nothing of a section. */
const LEAST_HEADS = 3;

/**
 * Lines in the style of the heads of entries (`Certificate, Site Painter` among `Site Painter` and `Foreman`, all bold and larger than
 * `Work` over them): most lines of that style name no section, and it is not the one of the headings.
 */
export function inStyleOfHeads(
  lines: readonly Line[],
  named: ReadonlySet<Line>,
  styleOf: (line: Line) => string,
  house: string,
): ReadonlySet<Line> {
  const groups = Map.groupBy(
    lines.filter((line) => !line.flow && line.bold),
    styleOf,
  );
  const heads = [...groups].filter(([style, alike]) => {
    const others = alike.filter((line) => !named.has(line));
    return style !== house && others.length >= LEAST_HEADS && others.length > alike.length / 2 && others.every(isShort);
  });
  return new Set(heads.flatMap(([, alike]) => alike.filter((line) => named.has(line))));
}
