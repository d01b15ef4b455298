/** The cells that the drawn lines of a page enclose, merged ones as one: what Word, a browser or a form writes around each value. */
import type { Rule } from '../../domain/document.ts';

export interface DrawnCell {
  /** Counted from 0 over the lines of the whole page, so that cells that begin on one line share their number. */
  row: number;
  column: number;
  x: number;
  y: number;
  right: number;
  bottom: number;
}

/** In points: lines so near to each other are one; thicker ones are grounds. */
const SAME_LINE = 2.5;
const THIN = 4;
/** A page of a form has fewer; a drawing has more (P6). */
const MOST_RULES = 3000;
const MOST_LINES = 120;
/** A cell holds a word on a line at least, in points. */
const LEAST_WIDTH = 12;
const LEAST_HEIGHT = 8;

/** Places of lines, each once, in order. */
function placesOf(values: readonly number[]): number[] {
  const places: number[] = [];
  for (const value of [...values].sort((a, b) => a - b))
    if (value - (places.at(-1) ?? Number.NEGATIVE_INFINITY) > SAME_LINE) places.push(value);
  return places;
}

const near = (places: readonly number[], value: number): number => places.findLastIndex((place) => place <= value + 0.01);

/** Which lines are drawn between which others: `drawn[line]` holds the numbers of the stretches that it covers. */
function stretches(rules: readonly Rule[], lines: readonly number[], across: readonly number[], lying: boolean): Set<number>[] {
  const drawn = lines.map(() => new Set<number>());
  const middles = across.slice(1).map((to, i) => (to + (across[i] ?? to)) / 2);
  for (const rule of rules) {
    const line = near(lines, lying ? rule.y : rule.x);
    const [from, to] = lying ? [rule.x, rule.x + rule.width] : [rule.y, rule.y + rule.height];
    middles.forEach((middle, i) => {
      if (middle > from && middle < to) drawn[line]?.add(i);
    });
  }
  return drawn;
}

/** Grid of the page: its lines, and which stretches of them are drawn. */
interface Grid {
  xs: number[];
  ys: number[];
  lying: Set<number>[];
  standing: Set<number>[];
}

/** As far as nothing is drawn between them, the squares of the grid right of and below this one. */
function reach(grid: Grid, row: number, column: number): { right: number; below: number } {
  let right = column + 1;
  while (right < grid.xs.length - 1 && !grid.standing[right]?.has(row)) right++;
  let below = row + 1;
  while (below < grid.ys.length - 1 && !grid.lying[below]?.has(column)) below++;
  return { right, below };
}

/** All four sides are drawn from end to end and nothing is drawn within. */
function isClosed({ lying, standing }: Grid, row: number, column: number, below: number, right: number): boolean {
  for (let i = column; i < right; i++) {
    if (!lying[row]?.has(i) || !lying[below]?.has(i)) return false;
    for (let y = row + 1; y < below; y++) if (lying[y]?.has(i)) return false;
  }
  for (let i = row; i < below; i++) {
    if (!standing[column]?.has(i) || !standing[right]?.has(i)) return false;
    for (let x = column + 1; x < right; x++) if (standing[x]?.has(i)) return false;
  }
  return true;
}

/** Closed cells from top to bottom and left to right; none on a page with few or very many lines. */
export function drawnCells(rules: readonly Rule[]): DrawnCell[] {
  const flat = rules.filter((rule) => rule.height < THIN && rule.width > rule.height);
  const tall = rules.filter((rule) => rule.width < THIN && rule.height > rule.width);
  if (tall.length < 3 || flat.length < 3 || rules.length > MOST_RULES) return [];
  const xs = placesOf(tall.map((rule) => rule.x));
  const ys = placesOf(flat.map((rule) => rule.y));
  if (xs.length > MOST_LINES || ys.length > MOST_LINES) return [];
  const grid: Grid = { xs, ys, lying: stretches(flat, ys, xs, true), standing: stretches(tall, xs, ys, false) };
  const cells: DrawnCell[] = [];
  ys.slice(0, -1).forEach((y, row) => {
    xs.slice(0, -1).forEach((x, column) => {
      if (!grid.standing[column]?.has(row) || !grid.lying[row]?.has(column)) return;
      const { right, below } = reach(grid, row, column);
      if (!isClosed(grid, row, column, below, right)) return;
      const cell = { row, column, x, y, right: xs[right] ?? x, bottom: ys[below] ?? y };
      if (cell.right - x >= LEAST_WIDTH && cell.bottom - y >= LEAST_HEIGHT) cells.push(cell);
    });
  });
  return cells;
}
