import { describe, expect, it } from 'vitest';
import type { TextRun } from '../../../src/domain/document.ts';
import { markDrawnBullets } from '../../../src/pipeline/extract/drawn-bullets.ts';
import type { Paint } from '../../../src/pipeline/extract/pdf-paint.ts';

const run = (x: number, y: number, text: string): TextRun => ({
  text,
  x,
  y,
  width: text.length * 5,
  size: 10,
  bold: false,
  italic: false,
});
const shape = (x: number, y: number, size: number): Paint => ({
  order: 1,
  box: [x, y, x + size, y + size],
  alpha: 1,
  kind: 'fill',
  opaque: true,
  blends: false,
});
const bullets = (runs: TextRun[], paints: Paint[]): boolean[] => markDrawnBullets(runs, paints).map((r) => r.bullet === true);

describe('bullets that are drawn', () => {
  it('mark the text they stand before, and no other', () => {
    const runs = [run(50, 100, 'Welded frames'), run(50, 114, 'Kept the store'), run(40, 140, 'Fitter')];
    expect(bullets(runs, [shape(40, 95, 3.5), shape(40, 109, 3.5)])).toEqual([true, true, false]);
  });

  it('may be rings', () => {
    const runs = [run(50, 100, 'Welded frames'), run(50, 114, 'Kept the store')];
    const rings: [number, number, number, number][] = [[40, 95, 43.5, 98.5]];
    expect(markDrawnBullets(runs, [], rings).map((r) => r.bullet === true)).toEqual([true, false]);
  });

  it('are not on both sides of a text: those adorn it', () => {
    const heading = run(50, 100, 'Skills');
    expect(bullets([heading], [shape(40, 95, 3.5), shape(86, 95, 3.5)])).toEqual([false]);
  });

  it('are small: beads of a timeline and icons mark nothing', () => {
    expect(bullets([run(54, 100, '2018 – 2021')], [shape(40, 92, 8)])).toEqual([false]);
  });

  it('are not dots between words of a line', () => {
    const runs = [run(40, 100, 'Leeds'), run(78, 100, 'York')];
    expect(bullets(runs, [shape(69, 95, 3.5)])).toEqual([false, false]);
  });

  it('are not lines, however short', () => {
    const line: Paint = { ...shape(40, 96, 3), box: [36, 96, 46, 97] };
    expect(bullets([run(50, 100, 'Welded frames')], [line])).toEqual([false]);
  });
});
