import { expect, it } from 'vitest';
import { headingsByLevel } from '../../../src/pipeline/parse/headings-by-level.ts';
import type { Line } from '../../../src/pipeline/parse/line.ts';
import { processorMs } from '../../processor-ms.ts';

const lines = (headings: readonly (number | undefined)[]): Line[] =>
  headings.map((heading) => ({ flow: true, ...(heading ? { heading } : {}) }) as Line);

it('takes the highest level that has several headings, each over something', () => {
  expect(headingsByLevel(lines([1, undefined, 2, undefined, 2, 3, 2, undefined]), [])).toEqual([2, 4, 6]);
  expect(headingsByLevel(lines([1, undefined, 2, undefined, 2, 2, undefined]), [])).toEqual([]);
  expect(headingsByLevel(lines([1, 2, undefined, 2, undefined, 2]), [])).toEqual([]);
});

it('leaves what is lower than a known section', () => {
  expect(headingsByLevel(lines([1, undefined, 3, undefined, 3, undefined, 3, undefined]), [0])).toEqual([]);
});

it('takes time in proportion to the headings (P6)', () => {
  const many = lines(Array.from({ length: 400_001 }, (_, i) => (i % 2 ? 2 : undefined)));
  const started = processorMs();
  expect(headingsByLevel(many, many.keys())).toHaveLength(200_000);
  expect(processorMs() - started).toBeLessThan(4000);
}, 60_000);
