/**
 * Tables that are drawn: the lines around each value say which row and column it belongs to, wherever in its cell it stands. A cell's
 * lines wrap by themselves and are set in the middle of its height, so that the baselines of one row have nothing to do with each other.
 */
import type { DocumentPage, Rule, TextRun } from '../../domain/document.ts';
import { headingIn, isItem, linesOf, readableLines, textOf } from './cell-text.ts';
import { type DrawnCell, drawnCells } from './drawn-cells.ts';
import { isLabel } from './entry-labels.ts';
import { isHeadingText, lookupHeading } from './heading-lookup.ts';
import type { Lexicon } from './lexicon.ts';

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
/** Lines of a name and a town that go over several rows. */
const MOST_NAMES = 3;

const lowest = (lines: readonly TextRun[][]): number => Math.max(...lines.flat().map((run) => run.y));

/** How far the first lines of a row reach with the line below them: from their height to that of what stands below. */
function heightOf(lines: readonly TextRun[][]): number {
  const first = lines[0]?.[0];
  return first ? lowest(lines) - first.y + LINE * first.size : 0;
}

/** What stands in the cells of a row, the first line of each on the height of the highest, paragraphs beside names below them. */
interface LevelRow {
  runs: TextRun[];
  /** Where the row ends on the page, and how far its text now reaches below that. */
  bottom: number;
  over: number;
}

function levelled(row: readonly FilledCell[], heading: ReadonlySet<FilledCell>, lexicon: Lexicon): LevelRow {
  const top = Math.min(...row.flatMap(({ lines: [first] }) => first?.[0]?.y ?? []));
  const cells = row.filter(({ lines }) => lines.length > 0).map((cell) => ({ cell, lines: readableLines(cell, lexicon) }));
  // A firm whose name, town and branch take as many lines stands in a narrower cell than what was done there.
  const widest = Math.max(...cells.map(({ cell }) => cell.right - cell.x));
  const isLong = ({ cell, lines }: (typeof cells)[number]): boolean =>
    lines.some(isItem) || (lines.length >= PARAGRAPH && cell.right - cell.x > widest - TOUCH);
  // The heading of these rows stands beside them, and is no name or date of the one that it begins in.
  const short = cells.filter((one) => !isLong(one) && !heading.has(one.cell));
  const heads = short.length > 1 ? Math.max(...short.map(({ lines }) => heightOf(lines))) : 0;
  const lower = Math.min(...row.map((cell) => cell.bottom));
  const placed = cells.map((one) => {
    const {
      cell: { table, row: at, column, bottom },
      lines,
    } = one;
    const up = top + (isLong(one) ? heads : 0) - (lines[0]?.[0]?.y ?? top);
    const runs = lines.flat().map((run) => ({ ...run, y: run.y + up, cell: { table, row: at, column } }));
    // `Harbour Crane` / `Ltd` / `Leeds` beside two rows: all of it stands above what the second says.
    const end = isLong(one) || heading.has(one.cell) || lines.length > MOST_NAMES ? bottom : lower;
    return { runs, over: Math.max(...runs.map((run) => run.y + MIDDLE * run.size)) - end };
  });
  return {
    runs: placed.flatMap(({ runs }) => runs),
    bottom: lower,
    over: Math.max(0, ...placed.map(({ over }) => over)),
  };
}

/** A table with its rows from top to bottom. */
interface LevelTable {
  box: DrawnCell;
  rows: LevelRow[];
}

function levelTable(cells: readonly FilledCell[], lexicon: Lexicon): LevelTable {
  const rows = rowsOf(cells).sort(([a], [b]) => (a?.row ?? 0) - (b?.row ?? 0));
  const heading = new Set(labelsOf(cells));
  return { box: boxOf(cells), rows: rows.map((row) => levelled(row, heading, lexicon)) };
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** How far what stands at a height moves down: all rows of its table above it, and all tables above, have made room for their text. */
function roomAbove(tables: readonly LevelTable[], y: number, own?: LevelTable): number {
  const above = tables.filter(({ box }) => box.bottom <= (own?.box.y ?? y) + TOUCH);
  const rows = [...above.flatMap((table) => table.rows), ...(own?.rows.filter((row) => row.bottom <= y + TOUCH) ?? [])];
  return sumOf(rows.map((row) => row.over));
}

/** A line or a ground, as far down as what stands at its ends. */
function moved<T extends Rule>(rule: T, tables: readonly LevelTable[]): T {
  const own = tables.find(
    ({ box }) => rule.x > box.x - OVER && rule.x < box.right + OVER && rule.y > box.y - OVER && rule.y < box.bottom + OVER,
  );
  const y = rule.y + roomAbove(tables, rule.y, own);
  const end = rule.y + rule.height;
  return { ...rule, y, height: end + roomAbove(tables, end, own) - y };
}

/** The page with the text of its drawn tables in rows, and what stands below them moved down as far as these need; as it is where none are drawn. */
export function levelTables(page: DocumentPage, lexicon: Lexicon): TablePage {
  const cells = page.flow ? [] : drawnCells(page.rules);
  if (cells.length < 2 * LEAST_ROWS || cells.length > MOST_CELLS) return { page, labels: new Set() };
  const upright = page.runs.filter((run) => !run.sideways && run.text.trim() !== '');
  const found = tablesAmong(groupsOf(cells).flatMap((group, table) => [filled(group, table, upright) ?? []]));
  if (found.length === 0) return { page, labels: new Set() };
  const tables = found.map((table) => levelTable(table, lexicon));
  const inside = tables.flatMap((table) =>
    table.rows.flatMap(({ runs, bottom }) => {
      // Rows above this one end where it begins, so that its own end is out of their reach.
      const down = roomAbove(tables, bottom - 2 * TOUCH, table);
      return runs.map((run) => ({ ...run, y: run.y + down }));
    }),
  );
  const outside = page.runs
    .filter((run) => run.sideways || !tables.some(({ box }) => isIn(run, box)))
    .map((run) => ({ ...run, y: run.y + roomAbove(tables, run.y) }));
  return {
    page: {
      ...page,
      height: page.height + roomAbove(tables, Number.POSITIVE_INFINITY),
      runs: [...outside, ...inside],
      rules: page.rules.map((rule) => moved(rule, tables)),
      ...(page.panels && { panels: page.panels.map((panel) => moved(panel, tables)) }),
      ...(page.cards && { cards: page.cards.map((card) => moved(card, tables)) }),
    },
    labels: new Set(found.flatMap(labelsOf).map(keyOfCell)),
  };
}
