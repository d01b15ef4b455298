/** Paragraphs and tables of a text that flows, whatever the format, and their way onto the page. */
import type { HidingTechnique } from '../../domain/document.ts';
import { COLUMN_WIDTH, type FlowPage, type LineStyle, type RunStyle } from './flow-page.ts';

export interface InlineRun {
  text: string;
  style: RunStyle;
  /** How it was kept from the eye (rule A1). */
  hidden?: HidingTechnique;
}

export interface ParagraphBlock {
  kind: 'paragraph';
  line: LineStyle;
  runs: InlineRun[];
}

export interface TableBlock {
  kind: 'table';
  rows: TableCell[][];
  /** Width of the columns in points, where the file tells. */
  columns: number[];
}

export interface TableCell {
  column: number;
  blocks: Block[];
}

export type Block = ParagraphBlock | TableBlock;

/** Runs that look alike become one: Word splits words at every edit. */
export function appendRun(runs: InlineRun[], run: InlineRun): void {
  const last = runs.at(-1);
  const alike =
    last &&
    last.hidden === run.hidden &&
    (['bold', 'italic', 'size', 'color', 'link'] as const).every(
      (key) => (last.style[key] ?? false) === (run.style[key] ?? false),
    );
  if (alike) last.text += run.text;
  else runs.push(run);
}

/** Writes blocks, and those of the foot of every page, onto the page. Tables are numbered in the order in which they start. */
export function layOutBlocks(blocks: readonly Block[], page: FlowPage, feet: readonly Block[] = []): void {
  const tables = { count: 0 };
  layOut(blocks, page, { indent: 0, tables, foot: false });
  layOut(feet, page, { indent: 0, tables, foot: true });
}

interface Place {
  indent: number;
  cell?: LineStyle['cell'];
  tables: { count: number };
  foot: boolean;
}

function layOut(blocks: readonly Block[], page: FlowPage, place: Place): void {
  for (const block of blocks) {
    if (block.kind === 'table') layOutTable(block, page, place);
    else layOutParagraph(block, page, place);
  }
}

function layOutParagraph({ line, runs }: ParagraphBlock, page: FlowPage, place: Place): void {
  for (const run of runs) if (run.hidden) page.hide(run.hidden, run.text);
  const shown = runs.filter((run) => !run.hidden);
  if (!shown.some((run) => run.text.trim())) {
    // A paragraph that only holds hidden text takes no room; an empty one is a gap.
    if (shown.length === runs.length) page.gap();
    return;
  }
  page.startLine({ ...line, indent: place.indent + (line.indent ?? 0), cell: place.cell, foot: place.foot });
  for (const run of shown) page.add(run.text, run.style);
}

/** Cells of a row start on one line, side by side; the next row starts below the longest. */
function layOutTable({ rows, columns }: TableBlock, page: FlowPage, place: Place): void {
  const table = place.tables.count++;
  const offsets = [0];
  page.startLine();
  for (const [row, cells] of rows.entries()) {
    const top = page.lineNumber;
    let bottom = top;
    for (const cell of cells) {
      page.moveTo(top);
      const indent = place.indent + offsetOf(cell.column, columns, offsets);
      const within = place.cell ? { within: place.cell } : {};
      layOut(cell.blocks, page, { ...place, indent, cell: { table, row, column: cell.column, ...within } });
      page.startLine();
      bottom = Math.max(bottom, page.lineNumber);
    }
    page.moveTo(bottom);
  }
}

/** `offsets` holds the sums so far: a row of a hundred thousand cells must not add them up for each (rule P6). */
function offsetOf(column: number, widths: readonly number[], offsets: number[]): number {
  for (let i = offsets.length; i <= column; i++) offsets.push((offsets[i - 1] ?? 0) + (widths[i - 1] ?? COLUMN_WIDTH));
  return offsets[column] ?? 0;
}
