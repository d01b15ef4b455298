import { describe, expect, it } from 'vitest';
import { middleTops } from '../../../src/pipeline/parse/label-middles.ts';
import type { Segment } from '../../../src/pipeline/parse/line.ts';

const label = (y: number): Segment[] => [
  { text: 'Label', x: 40, right: 80, y, size: 10, bold: true, italic: false, bullet: false, named: true, styleBreaks: [] },
];

describe('labels beside the middles of their texts', () => {
  it('say where each text begins', () => {
    expect(middleTops([label(114), label(156)], [100, 114, 128, 148, 164])).toEqual([100, 148]);
  });

  it('say nothing where a text would begin nearer to the one above than its own lines are', () => {
    expect(middleTops([label(114), label(145)], [100, 114, 128, 135, 155])).toBeUndefined();
  });

  it('say nothing where rows are left over', () => {
    expect(middleTops([label(114), label(156)], [100, 114, 128, 148, 164, 200])).toBeUndefined();
  });

  it('say nothing where all but one stand on first lines', () => {
    expect(middleTops([label(107), label(140)], [100, 114, 140])).toBeUndefined();
  });
});
