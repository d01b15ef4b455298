/** Rows of forms as one label and its value each: two pairs beside each other are two rows, and a label above its value is one with it. */
import { type LabelledKind, roleOfLabel } from './entry-labels.ts';
import { type Line, makeLine, type Segment } from './line.ts';

/** In points: cells of one column start so near to each other. */
const NEAR = 3;
/** So many labels above their values make a form of it. */
const LEAST_ABOVE = 3;
const SAME_SIZE = 0.4;
/** A form has a few (P6). */
const MOST_COLUMNS = 100;
/** In lines of the label. */
const BELOW = 2.2;

const isLabel = (segment: Segment | undefined, kind: LabelledKind): boolean =>
  segment !== undefined && roleOfLabel(segment.text, kind) !== undefined;
const starts = (a: Segment, b: Segment): boolean =>
  a.cell && b.cell ? a.cell.column === b.cell.column : Math.abs(a.x - b.x) < NEAR;

/** `Employer   Harbour Ltd   Town   Leeds` is cut where a label stands in the middle, or something else where they do. */
function besideEachOther(lines: readonly Line[], kind: LabelledKind): readonly Line[] {
  const inner = (line: Line): Segment[] => line.segments.slice(2, -1);
  const labels = lines.flatMap((line) =>
    line.segments.length > 3 && isLabel(line.segments[0], kind) ? inner(line).filter((segment) => isLabel(segment, kind)) : [],
  );
  if (labels.length === 0) return lines;
  const columns = [...new Map(labels.map((label) => [`${label.cell?.column} ${Math.round(label.x)}`, label])).values()];
  const places = columns.slice(0, MOST_COLUMNS);
  return lines.flatMap((line) => {
    if (line.segments.length < 4) return [line];
    const parts: Segment[][] = [[]];
    for (const [at, segment] of line.segments.entries()) {
      const opens = at > 1 && at < line.segments.length - 1 && places.some((label) => starts(label, segment));
      if (opens && (parts.at(-1)?.length ?? 0) > 1) parts.push([]);
      parts.at(-1)?.push(segment);
    }
    return parts.map((segments) => makeLine(segments, line));
  });
}

const unlike = (a: Line, b: Line): boolean =>
  Math.abs(a.size - b.size) > SAME_SIZE || a.bold !== b.bold || a.italic !== b.italic || a.color !== b.color;

/** The line says nothing but labels, and what stands below each of them is no label and set otherwise. */
function heads(line: Line, below: Line | undefined, kind: LabelledKind): boolean {
  if (!below || line.bullet || below.bullet || below.page !== line.page || below.segments.length !== line.segments.length)
    return false;
  if (!line.segments.every((segment) => isLabel(segment, kind)) || !unlike(line, below)) return false;
  const near = line.flow || below.y - line.y < BELOW * Math.max(line.size, below.size);
  return near && below.segments.every((segment, i) => !isLabel(segment, kind) && starts(segment, line.segments[i] ?? segment));
}

function aboveEachOther(lines: readonly Line[], kind: LabelledKind): readonly Line[] {
  const found = new Set(
    lines.flatMap((line, i) => {
      // Rows of a table go on below the first of them.
      const table = line.segments.length > 1 && lines[i + 2]?.segments.length === line.segments.length;
      return heads(line, lines[i + 1], kind) && (!table || isLabel(lines[i + 2]?.segments[0], kind)) ? [i] : [];
    }),
  );
  if (found.size < LEAST_ABOVE) return lines;
  return lines.flatMap((line, i): Line[] => {
    const below = lines[i + 1];
    if (found.has(i - 1)) return [];
    if (!found.has(i) || !below) return [line];
    return line.segments.map((label, n) => makeLine([label, ...below.segments.slice(n, n + 1)], line));
  });
}

/** Lines of a section; those that are no such rows as they are. */
export const pairLabels = (lines: readonly Line[], kind: LabelledKind): readonly Line[] =>
  besideEachOther(aboveEachOther(lines, kind), kind);
