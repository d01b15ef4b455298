/** Where the texts begin that labels in a margin stand beside: on their first lines or, all of them, beside their middles. */
import { isHeadingText, lookupHeading } from './heading-lookup.ts';
import { middleTops } from './label-middles.ts';
import type { Segment } from './line.ts';
import { isDatePiece } from './rails.ts';
import type { Row } from './rows.ts';

/** So many headings in a margin that holds nothing but headings and dates are a rail, wherever they stand beside their text. */
export const LEAST_LABELS = 3;
/** In sizes: lines of one label are no further apart. */
export const LABEL_PITCH = 1.75;

export const leftOf = (row: Row, x: number): Segment[] => row.segments.filter((s) => s.right <= x);
export const rightOf = (row: Row, x: number): Segment[] => row.segments.filter((s) => s.x >= x);

/** Gap above each row that has text beside the rail, by its baseline. */
function gapsBeside(rows: readonly Row[], x: number): Gap[] {
  const ys = rows.filter((row) => rightOf(row, x).length > 0).map((row) => row.y);
  return ys.map((y, i) => ({ y, gap: i === 0 ? 0 : y - (ys[i - 1] ?? y) }));
}

/** A row wider apart from the one above than this times the usual starts something. */
const OPENS = 1.3;

/** In sizes: on one baseline. */
const SAME_LINE = 0.15;

/** In sizes: a label in the middle of two lines is this near to the first. */
export const BESIDE_TWO = 1.1;

/** Between paragraphs, in usual gaps. */
const WIDE = 1.6;

/** Dates of the rail that are set right below a heading. */
export function datesBelow(label: Segment, rows: readonly Row[], x: number): Segment[] {
  return rows
    .flatMap((row) => leftOf(row, x))
    .filter((s) => s.y > label.y && s.y < label.y + 2.2 * label.size && isDatePiece(s.text));
}

/** In sizes: half of what two lines of a paragraph are apart, at least. */
const BETWEEN_TWO = 0.45;

interface Gap {
  y: number;
  gap: number;
}

/** The first row of the paragraph beside whose middle a label stands, and no other label beside any of it. */
function besideBlock(label: Segment, labels: readonly Segment[], gaps: readonly Gap[], usual: number): Gap | undefined {
  const above = gaps.findLastIndex(({ y, gap }, i) => y <= label.y + 0.5 * label.size && (i === 0 || gap > WIDE * usual));
  const below = gaps.findIndex(({ y, gap }, i) => i > above && y > label.y && gap > WIDE * usual);
  const [first, last] = [gaps[above], gaps[(below < 0 ? gaps.length : below) - 1]];
  if (!first || !last || first.y > label.y - BETWEEN_TWO * label.size) return undefined;
  const shared = labels.some((other) => other !== label && other.y > first.y - other.size && other.y < last.y + other.size);
  return !shared && Math.abs((first.y + last.y) / 2 - label.y) < 0.5 * label.size ? first : undefined;
}

/** How many labels stand on the first line of a paragraph that goes on below it. */
function countOnFirst(labels: readonly Segment[], gaps: readonly Gap[], usual: number): number {
  const isLevel = (label: Segment, y: number): boolean => Math.abs(y - label.y) < BETWEEN_TWO * label.size;
  return labels.filter((label) =>
    gaps.some(({ y, gap }, i) => {
      if (!isLevel(label, y) || (i > 0 && gap <= WIDE * usual)) return false;
      const next = gaps[i + 1];
      return next !== undefined && next.gap <= WIDE * usual && !labels.some((other) => isLevel(other, next.y));
    }),
  ).length;
}

/** More labels stand beside the middle of a paragraph than on the first of its lines: one alone may do so by chance. */
const standInMiddles = (labels: readonly Segment[], gaps: readonly Gap[], usual: number): boolean =>
  labels.filter((label) => besideBlock(label, labels, gaps, usual) !== undefined).length > countOnFirst(labels, gaps, usual);

const usualGap = (gaps: readonly Gap[]): number =>
  gaps.map(({ gap }) => gap).sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;

/**
 * Where the text of each label starts. Labels stand on the first line of their text, or, all of them, beside its middle: then
 * the widest gap between two labels parts their texts.
 */
export function topsOf(labels: readonly Segment[], rows: readonly Row[], x: number): Map<Segment, number> {
  const gaps = gapsBeside(rows, x);
  const opened = labels.map((label, i) => {
    const above = labels[i - 1]?.y ?? Number.NEGATIVE_INFINITY;
    return gaps
      .filter(({ y }) => y > above + 0.75 * label.size && y < label.y + 0.75 * label.size)
      .reduce<Gap | undefined>((best, row) => (best && best.gap >= row.gap ? best : row), undefined);
  });
  const usual = usualGap(gaps);
  // Where no gap is wider than the others, none says that a text begins above the line that its label stands on.
  const isLevel = (label: Segment): boolean => gaps.some(({ y }) => Math.abs(y - label.y) < SAME_LINE * label.size);
  const onFirst = labels.filter(
    (label, i) =>
      (isLevel(label) && (opened[i]?.gap ?? 0) <= OPENS * usual) ||
      Math.abs((opened[i]?.y ?? label.y) - label.y) < BESIDE_TWO * label.size ||
      gaps.some(({ y, gap }) => Math.abs(y - label.y) < BESIDE_TWO * label.size && gap > OPENS * usual) ||
      besideBlock(label, labels, gaps, usual) !== undefined ||
      datesBelow(label, rows, x).length > 0,
  ).length;
  const besideMiddle = labels.length >= LEAST_LABELS && onFirst < 0.6 * labels.length;
  const middles = standInMiddles(labels, gaps, usual);
  return new Map(
    labels.map((label, i) => {
      const top = label.y - 0.75 * label.size;
      const first = besideMiddle ? opened[i] : middles && besideBlock(label, labels, gaps, usual);
      return [label, first ? Math.min(top, first.y - 0.1) : top];
    }),
  );
}

/** Two lines of one heading: the second is none by itself, or both are one where the first is none or they are a known one as they stand. */
export function isOneName(above: string, below: string): boolean {
  if (!isHeadingText(below)) return true;
  const both = lookupHeading(`${above} ${below}`)?.by;
  return both === 'exact' || (both === 'compound' && !isHeadingText(above));
}

/** Where the texts begin of labels that stand beside the middles of them; the lines of one label count as one. */
export function middlesOf(
  left: readonly Segment[],
  known: ReadonlySet<Segment>,
  rows: readonly Row[],
  x: number,
): Map<Segment, number> | undefined {
  const labels: Segment[][] = [];
  for (const s of left.filter((one) => known.has(one))) {
    const last = labels.at(-1);
    const above = last?.at(-1);
    const text = last?.map((one) => one.text).join(' ') ?? '';
    if (last && above && s.y - above.y < LABEL_PITCH * s.size && isOneName(text, s.text)) last.push(s);
    else labels.push([s]);
  }
  const gaps = gapsBeside(rows, x);
  const firsts = labels.flatMap((lines) => lines.slice(0, 1));
  if (countOnFirst(firsts, gaps, usualGap(gaps)) >= 0.5 * labels.length) return undefined;
  const ys = gaps.map(({ y }) => y);
  const tops = middleTops(labels, ys);
  return tops && new Map(labels.flatMap((lines, i) => lines.map((s) => [s, (tops[i] ?? s.y) - 0.1] as const)));
}
