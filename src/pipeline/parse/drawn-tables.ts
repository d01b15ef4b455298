/**
 * Tables that are drawn: the lines around each value say which row and column it belongs to, wherever in its cell it stands. A cell's
 * lines wrap by themselves and are set in the middle of its height, so that the baselines of one row have nothing to do with each other.
 */
import type { DocumentPage, TextRun } from '../../domain/document.ts';
import { headingIn, isItem, linesOf, readableLines, textOf } from './cell-text.ts';
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
/** In sizes: where the middle of small letters is. */
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

function isIn(run: TextRun, cell: DrawnCell): boolean {
  const y = run.y - MIDDLE * run.size;
  return run.x > cell.x - OVER && run.x < cell.right && y > cell.y && y < cell.bottom;
}

/** In letters: so near to where a line crosses a text stands the space that it goes through. */
const NEAR_SPACE = 4;

/** Words of two cells that stand as near as words do come as one run: cut where the line between them goes through a space. */
function cutAtLines(run: TextRun, group: readonly DrawnCell[]): TextRun[] {
  const cell = group.find((one) => isIn(run, one));
  if (!cell || run.x + run.width <= cell.right + OVER) return [run];
  const at = Math.round(((cell.right - run.x) / run.width) * run.text.length);
  const spaces = [...run.text.matchAll(/\s+/gu)].map(({ index, 0: { length } }) => ({ from: index, to: index + length }));
  const away = ({ from, to }: { from: number; to: number }): number => Math.max(from - at, at - to, 0);
  const [space] = spaces.sort((a, b) => away(a) - away(b));
  if (!space || away(space) > NEAR_SPACE) return [run];
  const width = cell.right - run.x - 1;
  const rest = { ...run, text: run.text.slice(space.to), x: cell.right + 1, width: run.x + run.width - cell.right - 1 };
  return [{ ...run, text: run.text.slice(0, space.from), width }, ...cutAtLines(rest, group)];
}

/** The text of a group's cells; undefined where text runs over their lines, which then are a drawing, or stands between them. */
function filled(group: readonly DrawnCell[], table: number, runs: readonly TextRun[]): FilledCell[] | undefined {
  const box = boxOf(group);
  const own = runs.filter((run) => isIn(run, box)).flatMap((run) => cutAtLines(run, group));
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

/** Heads the rows beside it: it is as tall as several of them. */
const spansRows = (cell: FilledCell, cells: readonly FilledCell[]): boolean =>
  cells.some((other) => other.column > cell.column && other.row > cell.row && other.y < cell.bottom - TOUCH);

/** Such a share of the first cells of pairs must be known: the others are headings as they are. */
const KNOWN = 0.6;

/** Headings of a career: `Languages` and `Hobbies` alone would be the groups of a section whose heading stands above the table. */
const holdCareer = (texts: readonly string[]): boolean =>
  texts.length > 1 && texts.some((text) => lookupHeading(text)?.kinds.some((kind) => kind === 'work' || kind === 'education'));

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
    if ((above || holdCareer(known)) && !headed && !values && are) found.push(...firsts);
    i = end;
  }
  return found;
}

function labelsOf(cells: readonly FilledCell[]): FilledCell[] {
  const tall = cells.filter((cell) => headingIn(cell.lines) !== undefined && spansRows(cell, cells));
  return [...tall, ...labelsOfPairs(rowsOf(cells))];
}

/** So many lines say what was done; names and dates in cells beside them say when and where. */
const PARAGRAPH = 4;
const LINE = 1.25;

/** What stands in the cells of a row, the first line of each on the height of the highest; paragraphs beside names stand below them. */
function levelled(row: readonly FilledCell[]): TextRun[] {
  const top = Math.min(...row.flatMap(({ lines: [first] }) => first?.[0]?.y ?? []));
  const cells = row
    .filter(({ lines }) => lines.length > 0)
    .map((cell) => ({ cell, lines: readableLines(cell.lines, cell.x, cell.right) }));
  const isLong = (lines: readonly TextRun[][]): boolean => lines.length >= PARAGRAPH || lines.some(isItem);
  const short = cells.filter(({ lines }) => !isLong(lines));
  const heads = Math.max(0, ...short.map(({ lines }) => lines.length));
  return cells.flatMap(({ cell: { table, row: at, column, bottom }, lines }) => {
    const from = lines[0]?.[0]?.y ?? top;
    const down = short.length > 1 && isLong(lines) ? heads * LINE * (lines[0]?.[0]?.size ?? 0) : 0;
    const needed = (lines.at(-1)?.[0]?.y ?? from) - from;
    const pitch = needed > 0 ? Math.min(1, Math.max(0.6, (bottom - top - down) / needed)) : 1;
    return lines.flat().map((run) => ({ ...run, y: top + down + pitch * (run.y - from), cell: { table, row: at, column } }));
  });
}

/** The page with the text of its drawn tables in rows; as it is where none are drawn. */
export function levelTables(page: DocumentPage): TablePage {
  const cells = page.flow ? [] : drawnCells(page.rules);
  if (cells.length < 2 * LEAST_ROWS || cells.length > MOST_CELLS) return { page, labels: new Set() };
  const upright = page.runs.filter((run) => !run.sideways && run.text.trim() !== '');
  const tables = tablesAmong(groupsOf(cells).flatMap((group, table) => [filled(group, table, upright) ?? []]));
  if (tables.length === 0) return { page, labels: new Set() };
  const boxes = tables.map(boxOf);
  const runs = tables.flatMap((table) => rowsOf(table).flatMap(levelled));
  return {
    page: { ...page, runs: [...page.runs.filter((run) => run.sideways || !boxes.some((box) => isIn(run, box))), ...runs] },
    labels: new Set(tables.flatMap(labelsOf).map(keyOfCell)),
  };
}
