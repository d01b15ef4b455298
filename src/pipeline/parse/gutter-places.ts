/** Places on a page where it is worth looking for a gutter. */
import type { Segment } from './line.ts';

/**
 * Of places in rising order those at which another text begins or ends than at the place before: between the others every text stands on
 * the same side, so what is found there was found before. A single column asks at a third of its places, a page of short lines at fewer.
 */
export function placesThatDiffer(places: readonly number[], segments: readonly Pick<Segment, 'x' | 'right'>[]): number[] {
  const lefts = segments.map((s) => s.x).sort((a, b) => a - b);
  const rights = segments.map((s) => s.right).sort((a, b) => a - b);
  let begun = -1;
  let ended = -1;
  let left = 0;
  let right = 0;
  return places.filter((x) => {
    while (left < lefts.length && (lefts[left] ?? x) < x) left++;
    while (right < rights.length && (rights[right] ?? x) <= x) right++;
    const differs = left !== begun || right !== ended;
    [begun, ended] = [left, right];
    return differs;
  });
}
