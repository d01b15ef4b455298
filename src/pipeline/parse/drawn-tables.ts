/**
 * Tables that are drawn: the lines around each value say which row and column it belongs to, wherever in its cell it stands. A cell's
 * lines wrap by themselves and are set in the middle of its height, so that the baselines of one row have nothing to do with each other.
 */
import type { DocumentPage, TextRun } from '../../domain/document.ts';
import { type DrawnCell, drawnCells } from './drawn-cells.ts';
import { isLabel } from './entry-labels.ts';
import { isHeadingText, lookupHeading } from './heading-lookup.ts';

/** A cell with what is written in it. */
interface FilledCell extends DrawnCell {
  table: number;
  /** The runs of each of its lines, from top to bottom. */
  lines: TextRun[][];
}

export interface TablePage {
  page: DocumentPage;
  /** Keys of the cells that head what stands right of them. */
  labels: ReadonlySet<string>;
}

/** So many rows with cells side by side are a table; fewer are a frame or a bar. */
const LEAST_ROWS = 3;
const MOST_CELLS = 600;
/** In points: cells that touch share a line; letters may reach over it. */
const TOUCH = 3;
const OVER = 3;
/** In sizes: runs of one line; and where the middle of small letters is. */
const SAME_LINE = 0.5;
const MIDDLE = 0.3;

export const keyOfCell = ({ table, row, column }: { table: number; row: number; column: number }): string =>
  `${table}/${row}/${column}`;

const touch = (a: DrawnCell, b: DrawnCell): boolean =>
  a.x < b.right + TOUCH && b.x < a.right + TOUCH && a.y < b.bottom + TOUCH && b.y < a.bottom + TOUCH;

/** Cells that hang together, each group from top to bottom. */
function groupsOf(cells: readonly DrawnCell[]): DrawnCell[][] {
  const groups: DrawnCell[][] = [];
  for (const cell of cells) {
    const near = groups.filter((group) => group.some((other) => touch(other, cell)));
    const [first, ...others] = near;
    if (!first) groups.push([cell]);
    else {
      first.push(...others.flat(), cell);
      for (const other of others) groups.splice(groups.indexOf(other), 1);
    }
  }
  return groups;
}

function linesOf(runs: readonly TextRun[]): TextRun[][] {
  const lines: TextRun[][] = [];
  for (const run of [...runs].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const last = lines.at(-1)?.[0];
    if (last && run.y - last.y < SAME_LINE * Math.min(run.size, last.size)) lines.at(-1)?.push(run);
    else lines.push([run]);
  }
  return lines;
}

const textOf = (line: readonly TextRun[]): string =>
  line
    .map((run) => run.text)
    .join('')
    .trim();

function isIn(run: TextRun, cell: DrawnCell): boolean {
  const y = run.y - MIDDLE * run.size;
  return run.x > cell.x - OVER && run.x < cell.right && y > cell.y && y < cell.bottom;
}

/** The text of a group's cells; undefined where text runs over their lines, which then are a drawing, or stands between them. */
function filled(group: readonly DrawnCell[], table: number, runs: readonly TextRun[]): FilledCell[] | undefined {
  const box = boxOf(group);
  const own = runs.filter((run) => isIn(run, box));
  const held = Map.groupBy(own, (run) => group.find((cell) => isIn(run, cell)));
  if (held.has(undefined) || own.length === 0) return undefined;
  if ([...held].some(([cell, inside]) => cell && inside.some((run) => run.x + run.width > cell.right + OVER))) return undefined;
  return group.map((cell) => ({ ...cell, table, lines: linesOf(held.get(cell) ?? []) }));
}

function boxOf(group: readonly DrawnCell[]): DrawnCell {
  const [x, y] = [Math.min(...group.map((cell) => cell.x)), Math.min(...group.map((cell) => cell.y))];
  const [right, bottom] = [Math.max(...group.map((cell) => cell.right)), Math.max(...group.map((cell) => cell.bottom))];
  return { row: 0, column: 0, x, y, right, bottom };
}

const rowsOf = (cells: readonly FilledCell[]): FilledCell[][] => [...Map.groupBy(cells, (cell) => cell.row).values()];

/** A cell with a heading over text of its own: the lines lay out a page, no values. */
function laysOut({ lines }: FilledCell): boolean {
  const [first, ...rest] = lines;
  return first !== undefined && rest.length > 0 && isHeadingText(textOf(first)) && headingIn(lines) === undefined;
}

/** Rows with values side by side. */
const rowsBeside = (cells: readonly FilledCell[]): number =>
  rowsOf(cells).filter((row) => row.filter((cell) => cell.lines.length > 0).length > 1).length;

/** The tables of a page; beside a large one, one with a single row is one as well. */
function tablesAmong(groups: readonly FilledCell[][]): FilledCell[][] {
  const tables = groups.filter((cells) => rowsBeside(cells) > 0 && !cells.some(laysOut));
  return tables.some((cells) => rowsBeside(cells) >= LEAST_ROWS) ? tables : [];
}

const MOST_LINES = 8;
const IDEOGRAPH = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]$/u;

/** What all lines of a cell say together when that is a known heading: its letters may stand one below the other. */
function headingIn(lines: readonly TextRun[][]): string | undefined {
  const texts = lines.map(textOf);
  if (texts.length === 0 || texts.length > MOST_LINES) return undefined;
  const text = texts.reduce((all, next) => all + (IDEOGRAPH.test(all) ? '' : ' ') + next);
  return lookupHeading(text)?.by === 'exact' ? text : undefined;
}

/** Heads the rows beside it: it is as tall as several of them. */
const spansRows = (cell: FilledCell, cells: readonly FilledCell[]): boolean =>
  cells.some((other) => other.column > cell.column && other.row > cell.row && other.y < cell.bottom - TOUCH);

/** Such a share of the first cells of pairs must be known: the others are headings as they are. */
const KNOWN = 0.6;

/** `Languages`, `Skills` before one wide cell each, below rows of another shape: a heading right above would make them its groups. */
function labelsOfPairs(rows: readonly FilledCell[][]): FilledCell[] {
  const found: FilledCell[] = [];
  for (let i = 0; i < rows.length; i++) {
    if (rows[i]?.length !== 2) continue;
    let end = i;
    while (rows[end]?.length === 2) end++;
    const firsts = rows.slice(i, end).flatMap((row) => row.slice(0, 1));
    const above = rows[i - 1];
    const headed = above?.length === 1 && headingIn(above[0]?.lines ?? []) !== undefined;
    const texts = firsts.map((cell) => headingIn(cell.lines));
    const known = texts.filter((text) => text !== undefined);
    const values = firsts.some(({ lines: [line] }, n) => texts[n] === undefined && line && isLabel(textOf(line)));
    const are = known.length > 0 && known.length >= KNOWN * firsts.length && new Set(known).size === known.length;
    if (above && !headed && !values && are) found.push(...firsts);
    i = end;
  }
  return found;
}

function labelsOf(cells: readonly FilledCell[]): FilledCell[] {
  const tall = cells.filter((cell) => headingIn(cell.lines) !== undefined && spansRows(cell, cells));
  return [...tall, ...labelsOfPairs(rowsOf(cells))];
}

/** A heading over several lines of its cell as one run, at the first of them. */
function joinedRuns({ lines, x, right }: FilledCell): TextRun[][] {
  const text = lines.length > 1 ? headingIn(lines) : undefined;
  const first = lines[0]?.[0];
  return text && first ? [[{ ...first, text, x, width: right - x }]] : [...lines];
}

/** The runs of a table's row with the first line of each cell on one height: that of the highest. */
function levelled(row: readonly FilledCell[]): TextRun[] {
  const top = Math.min(...row.flatMap(({ lines: [first] }) => first?.[0]?.y ?? []));
  return row.flatMap((cell) => {
    const up = (cell.lines[0]?.[0]?.y ?? top) - top;
    const { table, row: at, column } = cell;
    return joinedRuns(cell)
      .flat()
      .map((run) => ({ ...run, y: run.y - up, cell: { table, row: at, column } }));
  });
}

/** The page with the text of its drawn tables in rows; as it is where none are drawn. */
export function levelTables(page: DocumentPage): TablePage {
  const cells = page.flow ? [] : drawnCells(page.rules);
  if (cells.length < 2 * LEAST_ROWS || cells.length > MOST_CELLS) return { page, labels: new Set() };
  const upright = page.runs.filter((run) => !run.sideways && run.text.trim() !== '');
  const tables = tablesAmong(groupsOf(cells).flatMap((group, table) => [filled(group, table, upright) ?? []]));
  if (tables.length === 0) return { page, labels: new Set() };
  const used = new Set(tables.flatMap((table) => table.flatMap((cell) => cell.lines.flat())));
  const runs = tables.flatMap((table) => rowsOf(table).flatMap(levelled));
  return {
    page: { ...page, runs: [...page.runs.filter((run) => !used.has(run)), ...runs] },
    labels: new Set(tables.flatMap(labelsOf).map(keyOfCell)),
  };
}
