/**
 * Entries in two columns: employer, dates and title left of a gutter, what was done right of it, both starting on the same line. Read
 * as columns the bullets would lose their entries.
 */
import { findDateSpans } from './date-range.ts';
import { ENTRY_LABELS } from './heading-aliases.ts';
import type { Segment } from './line.ts';
import type { Row } from './rows.ts';
import { squeezeText } from './text-keys.ts';

/** How much wider the white between two heads is than between the lines of one. */
const APART = 1.4;
/** In sizes: baselines of both sides may differ a little. */
const LEVEL = 0.7;
/** In sizes: white above what stands right of an entry, where something of the entry above it stands there. */
const CLEAR = 1.8;
/** In sizes: no further below the line above than the next line of the same text. */
const WRAP = 1.7;

export interface EntriesBeside {
  /** Rows from…to (exclusive) that are read so. */
  from: number;
  to: number;
  rows: Row[];
}

function side(rows: readonly Row[], keep: (segment: Segment) => boolean): Row[] {
  return rows.map((row) => ({ ...row, segments: row.segments.filter(keep) })).filter((row) => row.segments.length > 0);
}

const isLabel = (segment: Segment | undefined): boolean =>
  segment !== undefined && ENTRY_LABELS.has(squeezeText(segment.text).replace(/:$/, ''));
const isNamed = (row: Row): boolean => row.segments.some((s) => s.named && !isLabel(s));
const yOf = (row: Row): number => row.segments[0]?.y ?? row.y;
const hasRange = (row: Row): boolean => row.segments.some((s) => findDateSpans(s.text).some((span) => !span.single));

/** Where the heads on the left begin: the first row, and every row behind more white than lines of one head have. */
function headsOf(left: readonly Row[]): number[] {
  const gaps = left.slice(1).map((row, i) => yOf(row) - yOf(left[i] ?? row));
  const least = Math.min(...gaps.filter((gap) => gap > 0));
  return left.flatMap((row, i) => (i === 0 || (gaps[i - 1] ?? 0) > APART * least ? [yOf(row)] : []));
}

/** The entries of one section, each its head followed by what stands beside it; undefined where the two sides are columns. */
function readBeside(rows: readonly Row[], x: number): Row[] | undefined {
  const left = side(rows, (s) => s.right <= x);
  const right = side(rows, (s) => s.x >= x);
  if (left.length < 2 || right.length < 2 || right.some((row) => isNamed(row) || hasRange(row))) return undefined;
  const starts = headsOf(left);
  const bands = starts.map((start, i) => {
    const near = LEVEL * (left[0]?.size ?? 0);
    const within = (row: Row): boolean =>
      yOf(row) >= start - near && yOf(row) < (starts[i + 1] ?? Number.POSITIVE_INFINITY) - near;
    return { start, near, left: left.filter(within), right: right.filter(within) };
  });
  if (bands.some((band) => band.left.filter(hasRange).length !== 1)) return undefined;
  const filled = bands.filter((band) => band.right.length > 0);
  if (filled.some(({ right: [top], start, near }) => top && yOf(top) - start > near)) return undefined;
  for (let i = 1; i < filled.length; i++) {
    const [above, below] = [filled[i - 1]?.right.at(-1), filled[i]?.right[0]];
    if (above && below && yOf(below) - yOf(above) < CLEAR * below.size) return undefined;
  }
  const first = filled[0]?.right[0]?.segments[0];
  const sure = filled.length >= 2 || (filled.length === 1 && (isLabel(first) || first?.bullet === true));
  return sure ? bands.flatMap((band) => [...band.left, ...band.right]) : undefined;
}

/** A heading, not the second line of a name that breaks before a known word (`College of Continuing` / `Studies`). */
function headsSection(row: Row, above: Row | undefined): boolean {
  if (!isNamed(row)) return false;
  const [own, before] = [row.segments[0], above?.segments[0]];
  if (!own || !before || yOf(row) - before.y > WRAP * own.size) return true;
  return Math.abs(own.x - before.x) > 1 || own.size !== before.size || own.bold !== before.bold || own.color !== before.color;
}

/** The first section along the gutter at `x` whose entries stand so, or undefined. */
export function entriesBeside(rows: readonly Row[], x: number): EntriesBeside | undefined {
  const heads = rows.flatMap((row, i) => (headsSection(row, rows[i - 1]) && row.segments.every((s) => s.right <= x) ? [i] : []));
  const starts = [...new Set([0, ...heads])];
  for (const [n, from] of starts.entries()) {
    const to = starts[n + 1] ?? rows.length;
    const [head, body] = heads.includes(from)
      ? [rows.slice(from, from + 1), rows.slice(from + 1, to)]
      : [[], rows.slice(from, to)];
    const read = readBeside(body, x);
    if (read) return { from, to, rows: [...head, ...read] };
  }
  return undefined;
}
