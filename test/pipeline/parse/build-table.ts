/** Tables as a browser draws them: rules around cells, each text in the middle of the height of its cell. */
import type { Rule } from '../../../src/domain/document.ts';
import { BOLD, ITEM, type Placed } from './build-document.ts';

/** Sides of a box as a browser draws those of a cell. */
export const box = (x: number, y: number, right: number, bottom: number): Rule[] => [
  { x, y, width: right - x, height: 0.8 },
  { x, y: bottom, width: right - x, height: 0.8 },
  { x, y, width: 0.8, height: bottom - y },
  { x: right, y, width: 0.8, height: bottom - y },
];

export interface Cell {
  lines: string[];
  style?: Placed[3];
  /** It reaches over so many rows. */
  over?: number;
}

/** Letters of Chinese are as wide as they are tall. */
const widthOf = (text: string): Placed[3] => (/^\p{Script=Han}+$/u.test(text) ? { width: 9 * text.length } : {});

/** Rows of cells between the given edges, each text in the middle of the height of its cell, as browsers set it. */
export function table(rows: readonly (readonly [height: number, edges: readonly number[], cells: readonly Cell[]])[]): {
  placed: Placed[];
  rules: Rule[];
} {
  const tops = rows.map((_, i) => rows.slice(0, i).reduce((y, [height]) => y + height, 100));
  const bottomOf = (row: number): number => (tops[row] ?? 0) + (rows[row]?.[0] ?? 0);
  const all = rows.flatMap(([, edges, cells], row) =>
    cells.map((cell, i) => {
      const [x, right, y, bottom] = [edges[i] ?? 0, edges[i + 1] ?? 0, tops[row] ?? 0, bottomOf(row + (cell.over ?? 1) - 1)];
      const first = (y + bottom) / 2 - 6 * (cell.lines.length - 1) + 3;
      const placed = cell.lines.map(
        (text, n): Placed => [x + 6, first + 12 * n, text, { size: 9, ...widthOf(text), ...cell.style }],
      );
      return { placed, rules: box(x, y, right, bottom) };
    }),
  );
  return { placed: all.flatMap(({ placed }) => placed), rules: all.flatMap(({ rules }) => rules) };
}

export const head = (...lines: string[]): Cell => ({ lines, style: BOLD });
export const text = (...lines: string[]): Cell => ({ lines });
export const items = (...lines: string[]): Cell => ({ lines, style: ITEM });
export const FULL = [40, 550];
export const FOUR = [40, 150, 260, 360, 550];
export const TWO = [40, 150, 550];
