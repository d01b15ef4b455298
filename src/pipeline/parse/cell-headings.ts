/** Headings of forms that print one small at the top of a box, over what is written into it: the box says more than the size does. */
import type { SectionKind } from './heading-aliases.ts';
import type { Line } from './line.ts';

interface Known {
  line: Line;
  kinds: readonly SectionKind[];
}

/** So many boxes of different kinds are no chance. */
const LEAST_KINDS = 2;

const cellOf = (line: Line | undefined): string | undefined => {
  const cell = line?.flow ? line.segments[0]?.cell : undefined;
  return cell && `${cell.table}/${cell.row}/${cell.column}`;
};

/** The line opens a cell and has text of another look below it in the same cell. */
function opensCell(lines: readonly Line[], at: number): boolean {
  const [line, above, below] = [lines[at], lines[at - 1], lines[at + 1]];
  const cell = cellOf(line);
  if (!line || !below || cell === undefined || line.segments.length > 1 || line.bullet) return false;
  const looksOther = line.size !== below.size || line.bold !== below.bold || line.color !== below.color;
  return cellOf(above) !== cell && cellOf(below) === cell && looksOther;
}

/** `known` say a heading; those that head boxes are headings however small they are set. */
export function cellHeadings(lines: readonly Line[], known: readonly Known[]): ReadonlySet<Line> {
  const said = new Map(known.map((one) => [one.line, one]));
  const found = lines.flatMap((line, i) => {
    const one = said.get(line);
    return one && opensCell(lines, i) ? [one] : [];
  });
  return new Set(new Set(found.flatMap(({ kinds }) => kinds)).size >= LEAST_KINDS ? found.map(({ line }) => line) : []);
}
