/** Builds paragraphs and tables out of what an RTF says one after the other. */
import type { HidingTechnique } from '../../domain/document.ts';
import type { Block, InlineRun, ParagraphBlock, TableBlock, TableCell } from './blocks.ts';
import { MAX_RUNS } from './extract-limits.ts';
import { ReadFailure } from './read-failure.ts';
import type { RtfBox } from './rtf-shapes.ts';
import { Backdrops, type Ground, groundOf, hidingOf, PAGE_GROUND, type SightLook } from './text-grounds.ts';
import { hidingOfRoom, type PageSize, type Room } from './text-room.ts';

export interface RtfLook extends SightLook {
  bold?: boolean;
  italic?: boolean;
  deleted?: boolean;
}

const TWIP = 20;
/** Places of paragraphs on their own. */
const FRAME_WORDS: ReadonlySet<string> = new Set(['posx', 'posnegx', 'posy', 'posnegy', 'absw', 'absh']);

interface ParagraphState {
  indent: number;
  heading?: number;
  bullet: boolean;
  inTable: boolean;
  ground?: string;
  /** How much further in the first line begins; its exact height; a place of its own. */
  firstLine?: number;
  height?: number;
  frame?: Room;
}

const PLAIN: ParagraphState = { indent: 0, bullet: false, inTable: false };

export class RtfBlocks {
  private readonly blocks: Block[] = [];
  readonly backdrops = new Backdrops();
  private state: ParagraphState = { ...PLAIN };
  private runs: InlineRun[] = [];
  private count = 0;
  private cell: Block[] = [];
  private row: TableCell[] = [];
  private table: TableBlock | undefined;
  /** Edges and grounds of the cells of the row, as `\trowd … \cellx` define them. */
  private edges: number[] = [];
  private grounds: (string | undefined)[] = [];
  private nextGround: string | undefined;
  /** Exact height of the rows, as `\trowd … \trrh` defines it. */
  private rowHeight: number | undefined;
  private readonly page: PageSize;

  /** `page`: the size of the pages, once it was read. */
  constructor(page: PageSize) {
    this.page = page;
  }

  /** `box`: the text box that it stands in. */
  add(text: string, look: RtfLook, link: string | undefined, box: RtfBox | undefined): void {
    const hidden = hidingOf(look, box ? groundOf(this.state.ground, box.ground) : this.ground(), box?.room ?? this.room());
    const style = { bold: look.bold, italic: look.italic, size: look.size, color: look.color, link };
    const last = this.runs.at(-1);
    if (last && last.hidden === hidden && sameStyle(last.style, style)) last.text += text;
    else {
      if (++this.count > MAX_RUNS) throw new ReadFailure('too_large');
      this.runs.push({ text, style, ...(hidden ? { hidden } : {}) });
    }
  }

  paragraphWord(word: string, value: number | undefined): void {
    if (word === 'par' || word === 'sect' || word === 'page') this.endParagraph();
    else if (word === 'pard') this.state = { ...PLAIN };
    else if (word === 'li' || word === 'lin') this.state.indent = (value ?? 0) / TWIP;
    else if (word === 'fi') this.state.firstLine = (value ?? 0) / TWIP;
    else if (word === 'sl') this.state.height = (value ?? 0) < 0 ? -(value ?? 0) / TWIP : undefined;
    else if (word === 'trrh') this.rowHeight = (value ?? 0) < 0 ? -(value ?? 0) / TWIP : undefined;
    else if (FRAME_WORDS.has(word)) this.placeFrame(word, (value ?? 0) / TWIP);
    else if (word === 'ls' || word === 'pnlvlblt') this.state.bullet = value !== 0;
    else if (word === 'outlinelevel' && (value ?? 9) < 6) this.state.heading = (value ?? 0) + 1;
    else if (word === 'intbl') this.state.inTable = true;
    else if (word === 'trowd') this.startRowDefinition();
    else if (word === 'cellx') this.defineCell(value ?? 0);
    else if (word === 'cell' || word === 'nestcell') this.endCell();
    else if (word === 'row' || word === 'nestrow') this.endRow();
  }

  setHeading(level: number | undefined): void {
    if (level !== undefined) this.state.heading = level;
  }

  setGround(word: 'cbpat' | 'clcbpat', color: string | undefined): void {
    if (word === 'cbpat') this.state.ground = color;
    else this.nextGround = color;
  }

  markBullet(): void {
    this.state.bullet = true;
  }

  /** What is behind the text here. */
  ground(): Ground {
    const cell = this.state.inTable ? groundOf(this.grounds[this.row.length], PAGE_GROUND) : PAGE_GROUND;
    return groundOf(this.state.ground, this.backdrops.ground(cell));
  }

  finish(): Block[] {
    if (this.runs.length > 0) this.endParagraph();
    if (this.cell.length > 0) this.endCell();
    this.endRow();
    this.table = undefined;
    return this.blocks;
  }

  private room(): HidingTechnique | undefined {
    const { indent, firstLine = 0, height, frame, inTable } = this.state;
    const row = inTable ? hidingOfRoom({ height: this.rowHeight }, this.page) : undefined;
    return row ?? hidingOfRoom({ left: indent + firstLine, height }, this.page) ?? (frame && hidingOfRoom(frame, this.page));
  }

  private placeFrame(word: string, points: number): void {
    const frame = { ...this.state.frame };
    if (word === 'posx' || word === 'posnegx') frame.left = points;
    else if (word === 'posy' || word === 'posnegy') frame.top = points;
    else if (word === 'absw') frame.width = points > 0 ? points : undefined;
    else frame.height = points < 0 ? -points : undefined;
    this.state.frame = frame;
  }

  private endParagraph(): void {
    const { heading, bullet, inTable } = this.state;
    const indent = Math.max(0, this.state.indent);
    const block: ParagraphBlock = {
      kind: 'paragraph',
      line: { indent, ...(heading ? { heading } : {}), ...(bullet && !heading ? { bullet } : {}) },
      runs: this.runs,
    };
    this.runs = [];
    this.backdrops.nextParagraph();
    if (inTable) this.cell.push(block);
    else {
      this.endRow();
      this.table = undefined;
      this.blocks.push(block);
    }
  }

  private startRowDefinition(): void {
    this.edges = [];
    this.grounds = [];
    this.nextGround = undefined;
    this.rowHeight = undefined;
  }

  private defineCell(edge: number): void {
    if (this.edges.length >= 256) return;
    this.edges.push(edge / TWIP);
    this.grounds.push(this.nextGround);
    this.nextGround = undefined;
  }

  private endCell(): void {
    this.state.inTable = true;
    if (this.runs.length > 0) this.endParagraph();
    this.row.push({ column: this.row.length, blocks: this.cell });
    this.cell = [];
  }

  private endRow(): void {
    if (this.row.length === 0) return;
    if (!this.table) {
      this.table = {
        kind: 'table',
        rows: [],
        columns: this.edges.map((edge, i) => Math.max(0, edge - (this.edges[i - 1] ?? 0))),
      };
      this.blocks.push(this.table);
    }
    this.table.rows.push(this.row);
    this.row = [];
  }
}

function sameStyle(a: InlineRun['style'], b: InlineRun['style']): boolean {
  return a.bold === b.bold && a.italic === b.italic && a.size === b.size && a.color === b.color && a.link === b.link;
}
