import { describe, expect, it } from 'vitest';
import type { Rule, TextRun } from '../../../src/domain/document.ts';
import { readableLines } from '../../../src/pipeline/parse/cell-text.ts';
import { drawnCells } from '../../../src/pipeline/parse/drawn-cells.ts';
import { levelTables } from '../../../src/pipeline/parse/drawn-tables.ts';
import { NO_WORDS } from '../../../src/pipeline/parse/lexicon.ts';
import { processorMs } from '../../processor-ms.ts';
import { pdfDocument } from './build-document.ts';
import { box, FULL, head, TWO, table, text } from './build-table.ts';

describe('the lines of a cell', () => {
  it('are two values where dates stand below a text', () => {
    const run = (y: number, text: string): TextRun => ({ text, x: 46, y, width: 100, size: 9, bold: false, italic: false });
    const linesFor = (...texts: string[]): string[] =>
      readableLines({ lines: texts.map((text, i) => [run(12 * i, text)]), x: 40, right: 152 }, NO_WORDS).flatMap((line) =>
        line.map(({ text }) => text),
      );
    expect(linesFor('Corrib Castings', '2014 – 2018')).toEqual(['Corrib Castings', '2014 – 2018']);
    expect(linesFor('March 2014 –', 'April 2018')).toEqual(['March 2014 – April 2018']);
  });
});

describe('a drawing', () => {
  const levelOf = ({ placed, rules }: ReturnType<typeof table>): { unchanged: boolean; labels: number } => {
    const [page] = pdfDocument(placed).pages;
    if (!page) return { unchanged: true, labels: 0 };
    const drawn = { ...page, rules };
    const found = levelTables(drawn, NO_WORDS);
    return { unchanged: found.page === drawn, labels: found.labels.size };
  };
  const pair = (left: string, ...right: string[]) => [30, TWO, [text(left), text(...right)]] as const;
  const pairs = [pair('Languages', 'Java'), pair('Certificates', 'Forklift'), pair('Projects', 'Stairs')];

  it('is no table where text stands between its cells or cells lay out the page', () => {
    const whole = table([...pairs, pair('Tools', 'Saw')]);
    expect(levelOf(whole).unchanged).toBe(false);
    const open = { ...whole, rules: whole.rules.filter((rule) => !(rule.x === 550 && rule.y >= 190)) };
    expect(levelOf(open).unchanged).toBe(true);
    expect(levelOf(table([...pairs, pair('Tools', 'Education', 'Larkmoor College')])).unchanged).toBe(true);
  });

  it('has no headings in its first column below a heading or among labels', () => {
    expect(levelOf(table([[24, FULL, [text('Wilma Tarnow')]], ...pairs])).labels).toBe(3);
    expect(levelOf(table([[24, FULL, [head('Skills')]], ...pairs])).labels).toBe(0);
    expect(levelOf(table([[24, FULL, [text('Wilma Tarnow')]], ...pairs, pair('Employer', 'Rudlow')])).labels).toBe(0);
  });
});

describe('cells of a page', () => {
  it('are what lines enclose, merged ones as one', () => {
    const { rules } = table([
      [24, FULL, [head('a')]],
      [24, TWO, [text('b'), text('c')]],
    ]);
    expect(drawnCells(rules).map(({ row, column, right }) => [row, column, right])).toEqual([
      [0, 0, 550],
      [1, 0, 150],
      [1, 1, 550],
    ]);
  });

  it('are none where a side is missing', () => {
    expect(drawnCells(table([[24, TWO, [text('b'), text('c')]]]).rules.filter((rule) => rule.x < 500))).toHaveLength(1);
  });

  it('take no long time in a drawing (P6)', () => {
    const rules = Array.from({ length: 60 }, (_, y) =>
      Array.from({ length: 12 }, (_, x) => box(40 * x, 12 * y, 40 * x + 40, 12 * y + 12)),
    );
    expect(drawnCells(rules.flat(2)).length).toBe(720);
    // Few lines, each of very many short pieces; and a grid of very many lines.
    const grid = (lines: number, pieces: number, apart: number): Rule[] =>
      Array.from({ length: lines * pieces }, (_, i) => {
        const [at, from, length] = [
          apart * (i % lines),
          ((apart * lines) / pieces) * Math.floor(i / lines),
          (apart * lines) / pieces,
        ];
        return [
          { x: from, y: at, width: length, height: 0.01 },
          { x: at, y: from, width: 0.01, height: length },
        ];
      }).flat();
    for (const many of [grid(100, 6000, 12), grid(1400, 1, 12)]) {
      const start = processorMs();
      expect(drawnCells(many).length).toBe(0);
      expect(processorMs() - start, String(many.length)).toBeLessThan(500);
    }
  });
});
