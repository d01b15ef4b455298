import { expect, it } from 'vitest';
import { placesThatDiffer } from '../../../src/pipeline/parse/gutter-places.ts';

interface Extent {
  x: number;
  right: number;
}
const segment = (x: number, right: number): Extent => ({ x, right });

/** Which texts stand left of a place, right of it and across it. */
const sidesAt = (x: number, segments: readonly Extent[]): string =>
  segments.map((s) => (s.right <= x ? 'left' : s.x >= x ? 'right' : 'across')).join();

it('leaves out places between which no text begins or ends, and no others', () => {
  const segments = [segment(10, 100), segment(10, 40), segment(70, 90), segment(70, 100), segment(95, 100), segment(40, 41)];
  const places = Array.from({ length: 45 }, (_, n) => 5 + n * 2.5);
  const kept = placesThatDiffer(places, segments);
  const expected = places.filter((x, i) => i === 0 || sidesAt(x, segments) !== sidesAt(places[i - 1] ?? 0, segments));
  expect(kept).toEqual(expected);
  expect(kept.length).toBeLessThan(places.length / 2);
});

it('keeps the first place of a page without text', () => {
  expect(placesThatDiffer([1, 2, 3], [])).toEqual([1]);
});
