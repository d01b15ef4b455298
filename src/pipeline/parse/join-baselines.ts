/** Rows of one column whose parts stood in two rows of the page only because a text of another column stood between their baselines. */
import type { Segment } from './line.ts';
import { type Row, SAME_BASELINE } from './rows.ts';

function areApart(left: readonly Segment[], right: readonly Segment[]): boolean {
  return left.every((a) => right.every((b) => a.right <= b.x || b.right <= a.x));
}

/** Smaller letters beside a text sit a little higher or lower. Nothing that stands over the other is one row. */
function isOneRow(above: Row, below: Row): boolean {
  const [a, b] = [above.segments[0], below.segments[0]];
  if (!a || !b || Math.abs(b.y - a.y) > SAME_BASELINE * Math.min(above.size, below.size)) return false;
  return areApart(above.segments, below.segments);
}

/** `rows` are of one column, from top to bottom. */
export function joinBaselines(rows: readonly Row[]): Row[] {
  const joined: Row[] = [];
  for (const row of rows) {
    const last = joined.at(-1);
    if (last && isOneRow(last, row)) {
      const larger = last.size >= row.size ? last : row;
      const segments = [...last.segments, ...row.segments].sort((a, b) => a.x - b.x);
      joined[joined.length - 1] = { y: larger.y, size: larger.size, segments };
    } else joined.push(row);
  }
  return joined;
}
