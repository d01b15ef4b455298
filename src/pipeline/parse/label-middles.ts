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

/** Texts of a table do not stand nearer to each other than their lines do. `starts`: the rows that texts begin with. */
function standApart(ys: readonly number[], starts: readonly number[]): boolean {
  const gaps = ys.map((y, i) => y - (ys[i - 1] ?? Number.NEGATIVE_INFINITY));
  const usual = gaps.slice(1).sort((a, b) => a - b)[Math.floor((gaps.length - 1) / 2)] ?? 0;
  return starts.slice(1).every((start) => (gaps[start] ?? 0) > SLACK * usual);
}
const SLACK = 0.97;

/**
 * With which row the text of each label begins, told from the middles alone: the first text begins with row `from`, its middle says where it
 * ends, the next begins there. undefined where that does not come out even, or where labels on the first lines of their texts would do as well.
 */
function partAt(labels: readonly (readonly Segment[])[], ys: readonly number[], from: number): number[] | undefined {
  const starts: number[] = [];
  let [at, off] = [from, 0];
  for (const lines of labels) {
    const [first, last] = [lines[0], lines.at(-1)];
    if (!first || !last) return undefined;
    const middle = (first.y + last.y) / 2;
    const end = endOf(ys, at, middle, first.size);
    if (end === undefined) return undefined;
    if (end > at + 1 && middle - (ys[at] ?? middle) > NEAR * first.size) off++;
    starts.push(at);
    at = end;
  }
  return at === ys.length && off >= LEAST_OFF ? starts : undefined;
}

/**
 * The first baseline of the text of each label, where all stand beside the middles of theirs; rows of something else may stand above the
 * first. `labels`: the lines of each; `ys`: baselines of the rows beside them, from top to bottom, in points.
 */
export function middleTops(labels: readonly (readonly Segment[])[], ys: readonly number[]): number[] | undefined {
  const [first] = labels[0] ?? [];
  if (!first) return undefined;
  for (let from = 0; from < ys.length && (ys[from] ?? 0) < first.y + first.size; from++) {
    const starts = partAt(labels, ys, from);
    if (starts && standApart(ys, starts)) return starts.flatMap((start) => ys[start] ?? []);
  }
  return undefined;
}
