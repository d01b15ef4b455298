/** Entries set in columns under one heading (certificates two by two): read down each column, not across. */
import { findDateSpans, onlyDates } from './date-range.ts';
import { BLOCK_START_GAP, type Line, makeLine, type Segment } from './line.ts';
import { onlyDay } from './said-day.ts';

const SAME_X = 5;

/** Where columns start; bullets are indented in theirs where others than the first hold some: towns and dates at the right edge do not. */
function columnStarts(lines: readonly Line[]): number[] {
  const all = lines.flatMap((line) => line.segments);
  const starts = startsAmong(all.filter((segment) => !segment.bullet));
  const second = starts[1] ?? Number.POSITIVE_INFINITY;
  return all.some(({ bullet, x }) => bullet && x > second - SAME_X) ? starts : startsAmong(all);
}

/** Places where several lines have a segment, none of them a date at the right edge. */
function startsAmong(segments: readonly Segment[]): number[] {
  const starts: { x: number; n: number }[] = [];
  for (const segment of segments) {
    if (onlyDay(segment.text)) continue;
    const known = starts.find((s) => Math.abs(s.x - segment.x) <= SAME_X);
    if (known) known.n++;
    else starts.push({ x: segment.x, n: 1 });
  }
  return starts
    .filter((s) => s.n >= 2)
    .map((s) => s.x)
    .sort((a, b) => a - b);
}

function columnOf(segment: Segment, starts: readonly number[]): number {
  return Math.max(
    0,
    starts.findLastIndex((x) => x <= segment.x + SAME_X),
  );
}

/** A segment that reaches over the start of the next column belongs to no column. */
function spansColumns(line: Line, starts: readonly number[]): boolean {
  return line.segments.some((s) => starts.some((x) => s.x < x - SAME_X && s.right > x + SAME_X));
}

/** Lines of a section with its grids taken apart; the order is unchanged where there is no grid. */
export function readGrid(lines: readonly Line[]): Line[] {
  const starts = columnStarts(lines.filter((line) => !line.flow));
  const rows = lines.filter((line) => !line.flow && new Set(line.segments.map((s) => columnOf(s, starts))).size > 1);
  const several = rows.filter((line) => line.segments.filter((s) => !onlyDay(s.text)).length > 1);
  if (starts.length < 2 || several.length < 2 || lines.some((line) => spansColumns(line, starts))) return [...lines];
  return starts.flatMap((_, column) =>
    lines.flatMap((line) => {
      const segments = line.segments.filter((s) => columnOf(s, starts) === column);
      const [first] = segments;
      if (!first) return [];
      const text = segments.map((s) => s.text).join('   ');
      return [
        {
          ...line,
          segments,
          text,
          x: first.x,
          right: Math.max(...segments.map((s) => s.right)),
          bold: first.bold,
          size: first.size,
        },
      ];
    }),
  );
}

/** The columns under each other, all of them at the left edge of the first: an indent is one within its own column. */
function stacked(columns: readonly (readonly Line[])[]): Line[] {
  const edge = Math.min(...columns.flat().map((line) => line.x));
  return columns.flatMap((column, n) => {
    const shift = Math.min(...column.map((line) => line.x)) - edge;
    return column.map((line, i) => ({
      ...line,
      gap: n > 0 && i === 0 ? BLOCK_START_GAP : line.gap,
      x: line.x - shift,
      right: line.right - shift,
      segments: line.segments.map((s) => ({ ...s, x: s.x - shift, right: s.right - shift })),
    }));
  });
}

/** Where a date begins with its text right of it. */
const datedStarts = ({ segments }: Line): number[] =>
  segments.flatMap((s, i) => {
    const next = segments[i + 1];
    return onlyDates(s.text) && next && !onlyDates(next.text) ? [s.x] : [];
  });

/** Cards with a margin of dates each: on the first line a date, its text, and both again. */
function readDatedCards(lines: readonly Line[]): Line[] | undefined {
  const [first] = lines;
  const starts = first && !first.flow ? datedStarts(first) : [];
  if (starts.length < 2 || first?.segments[0]?.x !== starts[0] || lines.some((line) => spansColumns(line, starts)))
    return undefined;
  const columns = starts.map((_, column) =>
    lines.flatMap((line) => {
      const segments = line.segments.filter((s) => columnOf(s, starts) === column);
      return segments.length > 0 ? [makeLine(segments, line)] : [];
    }),
  );
  return columns.every((column) => column.length > 1) ? stacked(columns) : undefined;
}

/** Cards beside each other that were read as columns of the page. */
function lanesBeside(lines: readonly Line[]): Line[][] | undefined {
  const lanes: Line[][] = [];
  for (const line of lines) {
    const last = lanes.at(-1);
    const above = last?.at(-1);
    if (last && above && above.lane === line.lane && above.page === line.page) last.push(line);
    else lanes.push([line]);
  }
  const areBeside = lanes.every(([first], i) => {
    const [left] = lanes[i - 1] ?? [];
    return (
      first &&
      (!left || (left.page === first.page && !first.flow && Math.abs(left.y - first.y) < first.size && left.right < first.x))
    );
  });
  return lanes.length > 1 && areBeside ? lanes : undefined;
}

/**
 * Jobs or studies set side by side (cards), read down each column. Only where both columns hold dates among their text: a place or
 * a title pushed to the right belongs to the line it stands on.
 */
export function readEntryGrid(lines: readonly Line[]): Line[] {
  const cards = readDatedCards(lines);
  if (cards) return cards;
  const lanes = lanesBeside(lines);
  if (lanes) return stacked(lanes);
  const read = readGrid(lines);
  if (read.length <= lines.length) return [...lines];
  const columns = [...Map.groupBy(read, (line) => Math.round(line.x / (2 * SAME_X))).values()];
  const whole = columns.filter(
    (column) => column.some((line) => findDateSpans(line.text).length > 0) && column.some((line) => !onlyDates(line.text)),
  );
  return whole.length >= 2 ? (whole.length === columns.length ? stacked(columns) : read) : [...lines];
}
