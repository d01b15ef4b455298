/** Headings of a text box or sidebar that a flow tells before the page it stands on. */
import type { SectionKind } from './heading-aliases.ts';
import type { Line } from './line.ts';

interface Known {
  line: Line;
  kinds: readonly SectionKind[];
}

/** In points: where a column begins in a flow. */
const COLUMN_STEP = 12;
/** So many of the lines that begin and look alike are known headings. */
const LEAST_SHARE = 0.6;

/**
 * Bold lines that say headings of two kinds at least, where next to nothing else that begins at their place looks as they do. (Titles of jobs
 * may, further right.) The headings of the page itself may be set larger.
 */
export function boxHeadings(lines: readonly Line[], known: readonly Known[], lookOf: (line: Line) => string): ReadonlySet<Line> {
  const isSet = (line: Line): boolean => line.flow && line.bold && !line.bullet && line.segments.length === 1;
  const placeOf = (line: Line): string => `${Math.round(line.x / COLUMN_STEP)} ${lookOf(line)}`;
  const alike = Map.groupBy(lines.filter(isSet), placeOf);
  const named = Map.groupBy(
    known.filter(({ line }) => isSet(line)),
    ({ line }) => placeOf(line),
  );
  return new Set(
    [...named]
      .filter(([place, group]) => {
        const kinds = new Set(group.flatMap((one) => one.kinds));
        return kinds.size >= 2 && group.length >= LEAST_SHARE * (alike.get(place)?.length ?? 0);
      })
      .flatMap(([, group]) => group.map(({ line }) => line)),
  );
}
