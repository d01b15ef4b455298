/**
 * Tables of an RTF and tables in their cells. Cells come one after the other and only then what ends their row (`\row`, `\nestrow`);
 * how deep a paragraph lies is its own property (`\itap2`), so that a table in a cell ends where something less deep begins.
 */
import type { Block, TableBlock, TableCell } from './blocks.ts';

/** No page is laid out deeper; what says that it lies deeper is damage. */
export const DEEPEST = 12;
/** In points: edges of rows that are meant to be one stand this near (writers round them row by row). */
const SAME_EDGE = 4;

/** A row as it ended: its cells and the right edges that it defined. */
interface EndedRow {
  cells: TableCell[];
  edges: readonly number[];
}

/** One table that is being read: the cell, the row and the rows so far. */
interface OpenTable {
  cell: Block[];
  row: TableCell[];
  ended: EndedRow[];
  block: TableBlock;
}

/** Left edges of cells over all rows, from left to right: a cell over two columns of the row below is one, and what is behind it the third. */
function gridOf(rows: readonly EndedRow[]): number[] {
  const edges = [...new Set(rows.flatMap((row) => row.edges))].sort((a, b) => a - b);
  const grid = [0];
  for (const edge of edges) if (edge - (grid.at(-1) ?? 0) > SAME_EDGE) grid.push(edge);
  return grid;
}

/** The column of `grid` that begins at `edge` or last before it. */
function columnAt(grid: readonly number[], edge: number): number {
  let [low, high] = [0, grid.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((grid[middle] ?? 0) <= edge + SAME_EDGE) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Gives the table its columns, and each cell the one that it begins in. */
function alignColumns({ ended, block }: OpenTable): void {
  const grid = gridOf(ended);
  block.columns = grid.slice(1).map((edge, i) => edge - (grid[i] ?? 0));
  for (const { cells, edges } of ended) {
    let next = 0;
    cells.forEach((cell, i) => {
      const left = i === 0 ? 0 : edges[i - 1];
      cell.column = Math.max(next, left === undefined ? 0 : columnAt(grid, left));
      next = cell.column + 1;
    });
  }
}

/** Puts paragraphs, cells and rows where they belong, however deep. */
export class RtfNesting {
  private readonly blocks: Block[] = [];
  /** The open tables, from the outermost to the innermost. */
  private readonly open: OpenTable[] = [];

  /** The cells so far of the row that is open in so many tables. */
  cellsAt(depth: number): number {
    return this.open[depth - 1]?.row.length ?? 0;
  }

  /** `depth`: in how many tables it stands. */
  addParagraph(block: Block, depth: number): void {
    this.goTo(depth);
    this.place().push(block);
  }

  endCell(depth: number): void {
    const table = this.goTo(Math.max(1, depth));
    if (!table) return;
    table.row.push({ column: table.row.length, blocks: table.cell });
    table.cell = [];
  }

  /** `edges`: the right edges of the cells of this row in points, as far as it defined any. */
  endRow(depth: number, edges: readonly number[]): void {
    const table = this.open[depth - 1];
    if (!table) return;
    this.closeTo(depth);
    this.endRowOf(table, edges);
  }

  finish(edges: readonly number[]): Block[] {
    const innermost = this.open.length;
    if (this.open.at(-1)?.cell.length) this.endCell(innermost);
    this.endRow(innermost, edges);
    this.closeTo(0);
    return this.blocks;
  }

  private place(): Block[] {
    return this.open.at(-1)?.cell ?? this.blocks;
  }

  private goTo(depth: number): OpenTable | undefined {
    const wanted = Math.min(DEEPEST, depth);
    this.closeTo(wanted);
    while (this.open.length < wanted)
      this.open.push({ cell: [], row: [], ended: [], block: { kind: 'table', rows: [], columns: [] } });
    return this.open.at(-1);
  }

  /** Ends the tables that lie deeper; what was begun in them counts as a cell and a row. */
  private closeTo(depth: number): void {
    while (this.open.length > depth) {
      const table = this.open.at(-1);
      if (!table) return;
      if (table.cell.length > 0) table.row.push({ column: table.row.length, blocks: table.cell });
      table.cell = [];
      this.endRowOf(table, []);
      alignColumns(table);
      this.open.pop();
      if (table.block.rows.length > 0) this.place().push(table.block);
    }
  }

  private endRowOf(table: OpenTable, edges: readonly number[]): void {
    if (table.row.length === 0) return;
    table.ended.push({ cells: table.row, edges });
    table.block.rows.push(table.row);
    table.row = [];
  }
}
