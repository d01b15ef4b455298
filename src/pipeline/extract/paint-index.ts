/** Paints by place, so that a word asks only those near it: 20,000 shapes and 5,000 words took 39 s by plain search (rule P6). */
import type { Box, Point } from './matrix.ts';
import type { Paint } from './pdf-paint.ts';

const CELLS = 48;
/** Paints over more cells than this are few; they are kept in one list. */
const LARGE = 64;

export class PaintIndex {
  private readonly cells = new Map<number, Paint[]>();
  private readonly large: Paint[] = [];
  private readonly page: Box;

  /** `paints` in the order of painting. */
  constructor(paints: readonly Paint[], page: Box) {
    this.page = page;
    for (const paint of paints) this.insert(paint);
  }

  /** Paints that may lie on the point, the last painted first. */
  *at(point: Point): Generator<Paint> {
    const near = this.cells.get(this.row(point[1]) * CELLS + this.column(point[0])) ?? [];
    let i = near.length - 1;
    let j = this.large.length - 1;
    while (i >= 0 || j >= 0) {
      const [a, b] = [near[i], this.large[j]];
      if (a && (!b || a.order > b.order)) {
        i--;
        yield a;
      } else if (b) {
        j--;
        yield b;
      }
    }
  }

  /** Paints that may touch a box, in no order. */
  touching(box: Box): Paint[] {
    const found = new Set(this.large);
    for (const cell of this.cellsOf(box)) for (const paint of this.cells.get(cell) ?? []) found.add(paint);
    return [...found];
  }

  private insert(paint: Paint): void {
    const cells = this.cellsOf(paint.box);
    if (cells.length > LARGE) {
      this.large.push(paint);
      return;
    }
    for (const cell of cells) {
      const list = this.cells.get(cell);
      if (list) list.push(paint);
      else this.cells.set(cell, [paint]);
    }
  }

  private cellsOf(box: Box): number[] {
    const cells: number[] = [];
    for (let row = this.row(box[1]); row <= this.row(box[3]); row++)
      for (let column = this.column(box[0]); column <= this.column(box[2]); column++) cells.push(row * CELLS + column);
    return cells;
  }

  private column(x: number): number {
    return clamp(Math.floor(((x - this.page[0]) / (this.page[2] - this.page[0])) * CELLS));
  }

  private row(y: number): number {
    return clamp(Math.floor(((y - this.page[1]) / (this.page[3] - this.page[1])) * CELLS));
  }
}

function clamp(cell: number): number {
  return Math.max(0, Math.min(CELLS - 1, Number.isFinite(cell) ? cell : 0));
}
