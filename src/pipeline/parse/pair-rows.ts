/** Rows of a form with two labels and two values each: their right halves are no column of the page. */
import { isLabel } from './entry-labels.ts';
import type { Segment } from './line.ts';
import type { Row } from './rows.ts';

const LEAST_ROWS = 2;
const SHARE = 0.6;
/** In points. */
const NEAR = 3;

/** The second label of `Employer   Harbour Ltd   Town   Leeds`. */
function secondLabel({ segments: [first, , second, value] }: Row): Segment | undefined {
  return value && first && second && isLabel(second.text) && isLabel(first.text) && !first.named ? second : undefined;
}

/** From the first such row to the last (exclusive); undefined where the page has none, or where most rows between are others. */
export function findPairRows(rows: readonly Row[]): { from: number; to: number } | undefined {
  const pairs = rows.flatMap((row, i) => {
    const label = row.segments.length > 3 ? secondLabel(row) : undefined;
    return label ? [{ i, label }] : [];
  });
  const [first] = pairs;
  const last = pairs.at(-1);
  if (!first || !last || pairs.length < LEAST_ROWS) return undefined;
  const aligned = pairs.every(({ label }) => Math.abs(label.x - first.label.x) < NEAR);
  const [from, to] = [first.i, last.i + 1];
  return aligned && pairs.length >= SHARE * (to - from) ? { from, to } : undefined;
}
