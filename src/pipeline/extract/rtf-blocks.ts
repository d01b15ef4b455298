/** Builds paragraphs and tables out of what an RTF says one after the other. */
import type { Block, InlineRun, ParagraphBlock, TableBlock, TableCell } from './blocks.ts';
import { MAX_RUNS } from './extract-limits.ts';
import { ReadFailure } from './read-failure.ts';
import { Backdrops, type Ground, groundOf, hidingOf, PAGE_GROUND, type SightLook } from './text-grounds.ts';

export interface RtfLook extends SightLook {
  bold?: boolean;
  italic?: boolean;
  deleted?: boolean;
}

const TWIP = 20;
/** Height in points that a text box may cover beside its anchor; RTF tells it in properties that are not read. */
const BOX_HEIGHT = 200;

interface ParagraphState {
  indent: number;
  heading?: number;
  bullet: boolean;
  inTable: boolean;
  ground?: string;
}

const PLAIN: ParagraphState = { indent: 0, bullet: false, inTable: false };

export class RtfBlocks {
  private readonly blocks: Block[] = [];
  private readonly backdrops = new Backdrops();
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

  add(text: string, look: RtfLook, link: string | undefined): void {
    const hidden = hidingOf(look, this.ground());
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
    else if (word === 'li' || word === 'lin') this.state.indent = Math.max(0, (value ?? 0) / TWIP);
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

  addBackdrop(): void {
    this.backdrops.add(undefined, { height: BOX_HEIGHT });
  }

  finish(): Block[] {
    if (this.runs.length > 0) this.endParagraph();
    if (this.cell.length > 0) this.endCell();
    this.endRow();
    this.table = undefined;
    return this.blocks;
  }

  private ground(): Ground {
    const cell = this.state.inTable ? groundOf(this.grounds[this.row.length], PAGE_GROUND) : PAGE_GROUND;
    return groundOf(this.state.ground, this.backdrops.ground(cell));
  }

  private endParagraph(): void {
    const { indent, heading, bullet, inTable } = this.state;
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
