/** Labels that stand beside the middle of their text, as cells of a table do whose text is centred from top to bottom. */
import type { Segment } from './line.ts';

/** In sizes: a middle is met this nearly. */
const NEAR = 0.5;
/** So many labels stand off the first line of their text: a text of one line says nothing. */
const LEAST_OFF = 2;

/** Index behind the last row of the text that begins with row `from` and has its middle at `middle`; undefined where none does. */
function endOf(ys: readonly number[], from: number, middle: number, size: number): number | undefined {
  const first = ys[from] ?? Number.POSITIVE_INFINITY;
  let best: number | undefined;
  let least = NEAR * size;
  for (let i = from; i < ys.length; i++) {
    const off = (first + (ys[i] ?? first)) / 2 - middle;
    if (Math.abs(off) < least) [best, least] = [i + 1, Math.abs(off)];
    if (off > NEAR * size) break;
  }
  return best;
}

/** Texts of a table do not stand nearer to each other than their lines do. */
function standApart(ys: readonly number[], tops: readonly number[]): boolean {
  const gapAbove = (y: number): number => y - (ys[ys.indexOf(y) - 1] ?? Number.NEGATIVE_INFINITY);
  const gaps = ys.slice(1).map(gapAbove);
  const usual = gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
  return tops.slice(1).every((top) => gapAbove(top) > SLACK * usual);
}
const SLACK = 0.97;

/**
 * Where the text of each label begins, told from the middles alone: the first text begins with row `from`, its middle says where it ends,
 * the next begins there. undefined where that does not come out even, or where labels on the first lines of their texts would do as well.
 * `labels`: the lines of each; `ys`: baselines of the rows beside them, from top to bottom.
 */
function partAt(labels: readonly (readonly Segment[])[], ys: readonly number[], from: number): number[] | undefined {
  const tops: number[] = [];
  let [at, off] = [from, 0];
  for (const lines of labels) {
    const [first, last] = [lines[0], lines.at(-1)];
    if (!first || !last) return undefined;
    const middle = (first.y + last.y) / 2;
    const end = endOf(ys, at, middle, first.size);
    const top = ys[at];
    if (end === undefined || top === undefined) return undefined;
    if (end > at + 1 && middle - top > NEAR * first.size) off++;
    tops.push(top);
    at = end;
  }
  return at === ys.length && off >= LEAST_OFF ? tops : undefined;
}

/** The same, where rows of something else may stand above the first label's text. */
export function middleTops(labels: readonly (readonly Segment[])[], ys: readonly number[]): number[] | undefined {
  const [first] = labels[0] ?? [];
  if (!first) return undefined;
  for (let from = 0; from < ys.length && (ys[from] ?? 0) < first.y + first.size; from++) {
    const tops = partAt(labels, ys, from);
    if (tops && standApart(ys, tops)) return tops;
  }
  return undefined;
}
