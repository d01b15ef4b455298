/**
 * Writes a text that flows (DOCX, ODT, RTF, DOC, TXT, Markdown, HTML) onto one endless page: `y` is the line × 14, `x` the
 * indent and, within a line, a nominal place of 5.5 pt a character; tab stops and table columns have an x of their own.
 */
import type {
  Document,
  DocumentPage,
  FileFormat,
  HiddenText,
  HidingTechnique,
  LinkPlace,
  TableCellOf,
  TextRun,
} from '../../domain/document.ts';
import { MAX_RUNS, MAX_TEXT } from './extract-limits.ts';
import { ReadFailure } from './read-failure.ts';

const LINE_HEIGHT = 14;
/** Half an em of the nominal 11 points. */
export const CHARACTER_WIDTH = 5.5;
const PAGE_WIDTH = 612;
const NOMINAL_SIZE = 11;
/** Cells of a table side by side: far enough for the usual words between two columns. */
export const COLUMN_WIDTH = 180;
/** A tab goes on to the next multiple of this. */
const TAB_WIDTH = 72;
/** It parts what stands before it from what stands behind it, however near the next stop is. */
const LEAST_TAB = 3 * CHARACTER_WIDTH;

/** How a stretch of text looks; what is absent is as usual. */
export interface RunStyle {
  bold?: boolean;
  italic?: boolean;
  size?: number;
  color?: string;
  link?: string;
}

/** What holds for a whole line. */
export interface LineStyle {
  indent?: number;
  heading?: number;
  bullet?: boolean;
  cell?: TableCellOf;
  foot?: boolean;
}

export class FlowPage {
  private readonly runs: TextRun[] = [];
  private readonly hidden: HiddenText[] = [];
  private readonly links: LinkPlace[] = [];
  private readonly warnings: string[] = [];
  private line = 1;
  private x = 0;
  private length = 0;
  private lineStyle: LineStyle = {};
  private empty = true;

  /** Starts a new line, and styles it. Blank lines before it are kept as a gap of one line. */
  startLine(style: LineStyle = {}): void {
    if (!this.empty) this.line++;
    this.empty = true;
    this.lineStyle = style;
    this.x = style.indent ?? 0;
  }

  /** A blank line: the next line starts one line further down. */
  gap(): void {
    this.startLine();
    const last = this.runs.at(-1);
    if (last && last.y >= (this.line - 1) * LINE_HEIGHT) this.line++;
  }

  /** Goes down to a line that was asked for before (cells of one row stand side by side). */
  get lineNumber(): number {
    return this.line;
  }

  moveTo(line: number): void {
    this.line = line;
    this.empty = true;
  }

  /** Adds text to the line. Newlines start new lines in the same style, tabs go to the next stop. */
  add(text: string, style: RunStyle = {}): void {
    this.length += text.length;
    if (this.length > MAX_TEXT || this.runs.length > MAX_RUNS) throw new ReadFailure('too_large');
    const lines = text.split('\n');
    for (const [i, line] of lines.entries()) {
      if (i > 0) this.startLine(this.lineStyle);
      for (const [j, piece] of line.split('\t').entries()) {
        if (j > 0) this.tab();
        this.addPiece(piece, style);
      }
    }
  }

  hide(technique: HidingTechnique, text: string): void {
    this.length += text.length;
    if (this.length > MAX_TEXT) throw new ReadFailure('too_large');
    const trimmed = text.replace(/\s+/g, ' ');
    const last = this.hidden.at(-1);
    if (last?.technique === technique) last.text += trimmed;
    else this.hidden.push({ technique, text: trimmed, page: 1 });
  }

  addLink(link: string): void {
    if (this.links.some((one) => one.link === link)) return;
    const y = this.line * LINE_HEIGHT;
    this.links.push({ link, page: 1, box: [this.x, y - NOMINAL_SIZE, this.x, y] });
  }

  warn(warning: string): void {
    if (!this.warnings.includes(warning)) this.warnings.push(warning);
  }

  toDocument(format: FileFormat): Document {
    const height = (this.line + 1) * LINE_HEIGHT;
    const width = Math.max(PAGE_WIDTH, ...widest(this.runs));
    const page: DocumentPage = { number: 1, width, height, flow: true, runs: this.runs, rules: [] };
    const hiddenText = this.hidden
      .map((find) => ({ ...find, text: find.text.trim() }))
      .filter((find) => /[\p{L}\p{N}]/u.test(find.text));
    return { format, pages: [page], hiddenText, links: this.links, warnings: this.warnings };
  }

  private tab(): void {
    if (this.empty) this.x += TAB_WIDTH / 2;
    else this.x = (Math.floor((this.x + LEAST_TAB) / TAB_WIDTH) + 1) * TAB_WIDTH;
  }

  private addPiece(text: string, style: RunStyle): void {
    if (!text || (this.empty && !text.trim())) return;
    const shown = this.empty ? text.trimStart() : text;
    const width = shown.length * CHARACTER_WIDTH;
    this.runs.push(this.toRun(shown, width, style));
    this.x += width;
    this.empty = false;
  }

  private toRun(text: string, width: number, style: RunStyle): TextRun {
    const { heading, bullet, cell, foot } = this.lineStyle;
    return {
      text,
      x: this.x,
      y: this.line * LINE_HEIGHT,
      width,
      size: style.size ?? NOMINAL_SIZE,
      bold: style.bold ?? false,
      italic: style.italic ?? false,
      ...(style.color ? { color: style.color } : {}),
      ...(style.link ? { link: style.link } : {}),
      ...(heading ? { heading } : {}),
      ...(bullet ? { bullet } : {}),
      ...(cell ? { cell } : {}),
      ...(foot ? { foot: true as const } : {}),
    };
  }
}

function widest(runs: readonly TextRun[]): number[] {
  let most = 0;
  for (const run of runs) most = Math.max(most, run.x + run.width);
  return [most];
}
