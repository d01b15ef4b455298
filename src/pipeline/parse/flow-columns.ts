/**
 * Tables that lay out a page of a format that flows: a sidebar in a cell beside the text, headings in a column of their own. Cells
 * start on one line, so that what stands on it may have nothing to do with each other. Tables of values are left as they are.
 */
import type { TableCellOf } from '../../domain/document.ts';
import { type CellLabel, cellLabel, type IsFirst, markIn } from './cell-labels.ts';
import type { Block } from './columns.ts';
import { findDateSpans, onlyDates } from './date-range.ts';
import { isLabel } from './entry-labels.ts';
import { lookupHeading } from './heading-lookup.ts';
import { looksLike, type Segment } from './line.ts';
import type { Row } from './rows.ts';

/** A cell with fewer lines is a value, a date or a label. */
const COLUMN_ROWS = 3;
const MAX_LABEL = 30;
const LEAST_LABELS = 2;
/** No page has more sections, and no table that lays one out lies deeper: comparing all must not take long (rule P6). */
const MOST_LABELS = 100;
const DEEPEST = 5;
/** Where no table says what a column is. */
const LEAST_LOOSE = 3;

/** The cell of the outermost table but `depth`. */
function cellAt(segment: Segment, depth: number): TableCellOf | undefined {
  const path: TableCellOf[] = [];
  for (let cell = segment.cell; cell; cell = cell.within) path.unshift(cell);
  return path[depth];
}

/** Rows that belong to one row of a table, in order; others alone. */
interface Stretch {
  table?: number;
  rows: Row[];
}

function stretchesOf(rows: readonly Row[], depth: number): Stretch[] {
  const stretches: (Stretch & { key?: string })[] = [];
  for (const row of rows) {
    const cell = row.segments.map((segment) => cellAt(segment, depth)).find((found) => found !== undefined);
    const key = cell && `${cell.table}/${cell.row}`;
    const last = stretches.at(-1);
    if (last && last.key === key) last.rows.push(row);
    else stretches.push({ ...(cell ? { key, table: cell.table } : {}), rows: [row] });
  }
  return stretches;
}

function columnsOf(rows: readonly Row[], depth: number): Row[][] {
  const columns = new Map<number, Row[]>();
  for (const row of rows) {
    for (const [column, segments] of Map.groupBy(row.segments, (segment) => cellAt(segment, depth)?.column ?? 0)) {
      const own = columns.get(column) ?? [];
      own.push({ ...row, segments });
      columns.set(column, own);
    }
  }
  return [...columns].sort(([a], [b]) => a - b).map(([, own]) => own);
}

const isHeadingRow = ({ segments }: Row): boolean => segments.length === 1 && segments[0]?.named === true;

/** A heading with text below it. */
const isHeaded = (column: readonly Row[]): boolean =>
  column.some((row, i) => {
    const below = column[i + 1];
    return isHeadingRow(row) && below !== undefined && !isHeadingRow(below);
  });

/** Cells side by side of which one or more hold sections of their own. */
function areColumns(columns: readonly (readonly Row[])[]): boolean {
  if (columns.length < 2) return false;
  const headed = columns.filter(isHeaded).length;
  return headed >= 2 || (headed === 1 && columns.filter((column) => column.length >= COLUMN_ROWS).length >= 2);
}

/** Cells side by side that hold an entry each, with its title, its dates and what was done. */
const CARD_ROWS = 3;
const isCard = (column: readonly Row[]): boolean =>
  column.length >= CARD_ROWS &&
  column.filter(({ segments }) => segments.some((s) => findDateSpans(s.text).some((span) => !span.single))).length === 1 &&
  column.every(({ segments }) => segments.every((s) => !s.named));

/** The cells of a row of cards one below the other at the edge of the first; undefined where a cell is no card, as a date or a label is none. */
function stackedCards(columns: readonly Row[][]): Row[] | undefined {
  if (columns.length < 2 || !columns.every(isCard)) return undefined;
  const edge = leftEdge(columns.flat());
  return columns.flatMap((column) => {
    const shift = leftEdge(column) - edge;
    return column.map((row) => ({
      ...row,
      segments: row.segments.map((s) => ({ ...s, x: s.x - shift, right: s.right - shift })),
    }));
  });
}

/** One cell around other tables. */
const holdsTables = (columns: readonly (readonly Row[])[], depth: number): boolean =>
  columns.length === 1 && columns.flat().some((row) => row.segments.some((segment) => cellAt(segment, depth + 1)));

const leftEdge = (rows: readonly Row[]): number => Math.min(...rows.flatMap((row) => row.segments.map((s) => s.x)));

/** One block a column; it ends where the next one starts. */
function blocksOf(columns: readonly Row[][], right: number, depth: number): Block[] {
  const edges = columns.map(leftEdge);
  return columns.flatMap((column, i) => readFlow(column, edges[i + 1] ?? right, depth + 1));
}

/** The first cell of a row that has others beside it. */
function labelOf({ segments: [first, second] }: Row): Segment | undefined {
  return first && second && first.text.length <= MAX_LABEL && !first.bullet && first.x < second.x ? first : undefined;
}

/** Headings in the first column of a table, and what is set like them there; none where most of the column is something else. */
function labelsAmong(firsts: readonly Segment[]): Segment[] {
  if (firsts.length > MOST_LABELS) return [];
  const texts = firsts.map((segment) => segment.text);
  const sections = firsts.filter(
    ({ text }) => lookupHeading(text)?.by === 'exact' && texts.indexOf(text) === texts.lastIndexOf(text),
  );
  const undated = firsts.filter(({ text }) => !onlyDates(text));
  // `Languages` and `Hobbies` alone are the groups of a section.
  const kinds = sections.flatMap(({ text }) => lookupHeading(text)?.kinds ?? []);
  const isStructure = kinds.includes('work') || kinds.includes('education');
  const values = undated.filter((segment) => !sections.includes(segment) && isLabel(segment.text));
  if (sections.length < LEAST_LABELS || sections.length < 0.5 * undated.length || !isStructure || values.length > 1) return [];
  return undated.filter((segment) => sections.includes(segment) || sections.some((other) => looksLike(segment, other)));
}

/** Headings that a tab parts from their text where the format keeps no tables (DOC, plain text): only those that every list knows. */
function looseLabels(rows: readonly Row[]): Segment[] {
  const labels = labelsAmong(
    rows
      .map(labelOf)
      .filter((label) => label !== undefined)
      .filter(({ named, cell }) => named && !cell),
  );
  const kinds = new Set(labels.flatMap(({ text }) => lookupHeading(text)?.kinds ?? []));
  return kinds.size >= LEAST_LOOSE ? labels : [];
}

/** A label stands on a row of its own ahead of the text beside it. */
function withLabelsAbove(rows: readonly Row[], labels: ReadonlySet<Segment>): Row[] {
  return rows.flatMap((row) => {
    const [first, ...rest] = row.segments;
    if (!first || !labels.has(first)) return [row];
    return [
      { ...row, segments: [{ ...first, rail: true }] },
      { ...row, segments: rest },
    ];
  });
}

/** What heads the rows of tables, and the segments that are no text of those rows any more. */
interface TableLabels {
  heads: Map<Stretch, Segment>;
  used: Set<Segment>;
}

/** The rows of a table's row without what heads them, below that. */
function belowLabel(rows: readonly Row[], head: Segment | undefined, { used }: TableLabels): Row[] {
  const [top] = rows;
  const beside = rows.map((row) => ({ ...row, segments: row.segments.filter((one) => !used.has(one)) }));
  const label = head && top ? [{ ...top, segments: [{ ...head, y: top.y, rail: true }] }] : [];
  return [...label, ...beside.filter((row) => row.segments.length > 0)];
}

/** What heads the rows of one table; a heading under a mark in a row of its own heads that row as well. */
function addLabels(parts: readonly Stretch[], depth: number, { heads, used }: TableLabels): void {
  const isFirst: IsFirst = (segment) => cellAt(segment, depth)?.column === 0 && !cellAt(segment, depth + 1);
  const found = parts.flatMap((part, i): (CellLabel & { top: Stretch })[] => {
    const label = cellLabel(part.rows, isFirst) ?? firstOfRow(part.rows);
    const above = parts[i - 1];
    const mark = label && above ? markIn(above.rows, isFirst) : undefined;
    return label ? [{ ...label, used: [...label.used, ...(mark ?? [])], top: mark && above ? above : part }] : [];
  });
  const labels = new Set(labelsAmong(found.map(({ segment }) => segment)));
  for (const label of found.filter(({ segment }) => labels.has(segment))) {
    heads.set(label.top, label.segment);
    for (const segment of label.used) used.add(segment);
  }
}

function firstOfRow([row]: readonly Row[]): CellLabel | undefined {
  const segment = row && labelOf(row);
  return segment?.cell?.column === 0 ? { segment, used: [segment] } : undefined;
}

function tableLabels(stretches: readonly Stretch[], depth: number): TableLabels {
  const tables = Map.groupBy(
    stretches.filter(({ table }) => table !== undefined),
    ({ table }) => table,
  );
  const labels: TableLabels = { heads: new Map(), used: new Set() };
  for (const parts of tables.values()) addLabels(parts, depth, labels);
  return labels;
}

/** The rows of a page that flows as blocks in reading order. */
export function readFlow(rows: readonly Row[], right: number, depth = 0): Block[] {
  const stretches = depth < DEEPEST ? stretchesOf(rows, depth) : [{ rows: [...rows] }];
  const labels = tableLabels(stretches, depth);
  const loose = new Set(depth === 0 ? looseLabels(rows) : []);
  const blocks: Block[] = [];
  let plain: Row[] = [];
  const closePlain = (): void => {
    if (plain.length > 0) blocks.push({ x: depth === 0 ? 0 : leftEdge(plain), right, rows: plain });
    plain = [];
  };
  for (const stretch of stretches) {
    const columns = stretch.table === undefined ? [] : columnsOf(stretch.rows, depth);
    if (areColumns(columns) || holdsTables(columns, depth)) {
      closePlain();
      blocks.push(...blocksOf(columns, right, depth));
    } else
      plain.push(
        ...(stackedCards(columns) ?? withLabelsAbove(belowLabel(stretch.rows, labels.heads.get(stretch), labels), loose)),
      );
  }
  closePlain();
  return blocks;
}
