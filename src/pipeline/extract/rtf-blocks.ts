/** Builds paragraphs and tables out of what an RTF says one after the other. */
import type { HidingTechnique } from '../../domain/document.ts';
import type { Block, InlineRun, ParagraphBlock } from './blocks.ts';
import { MAX_RUNS } from './extract-limits.ts';
import { ReadFailure } from './read-failure.ts';
import { RtfNestedSight } from './rtf-nested-sight.ts';
import { DEEPEST, RtfNesting } from './rtf-nesting.ts';
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
  /** In how many tables it stands, where it says so: 2 in a table in a cell. */
  depth?: number;
  ground?: string;
  /** How much further in the first line begins; its exact height; a place of its own. */
  firstLine?: number;
  height?: number;
  frame?: Room;
}

const PLAIN: ParagraphState = { indent: 0, bullet: false, inTable: false };

export class RtfBlocks {
  private readonly nesting = new RtfNesting();
  private readonly sight = new RtfNestedSight();
  readonly backdrops = new Backdrops();
  private state: ParagraphState = { ...PLAIN };
  private runs: InlineRun[] = [];
  private count = 0;
  /** Edges and grounds of the cells of the row, as `\trowd … \cellx` define them. */
  private edges: number[] = [];
  private grounds: (string | undefined)[] = [];
  private nextGround: string | undefined;
  /** Exact height of the rows, as `\trowd … \trrh` defines it. */
  private rowHeight: number | undefined;
  /** What was said of the outer row: that of a row in a cell comes between. */
  private outer: { edges: number[]; grounds: (string | undefined)[]; rowHeight: number | undefined } | undefined;
  private readonly page: PageSize;

  /** `page`: the size of the pages, once it was read. */
  constructor(page: PageSize) {
    this.page = page;
  }

  /** `box`: the text box that it stands in. */
  add(text: string, look: RtfLook, link: string | undefined, box: RtfBox | undefined): void {
    const hidden = hidingOf(look, box ? groundOf(this.state.ground, box.ground) : this.ground(), box?.room ?? this.room());
    const onCell = !box && (!hidden || hidden === 'color') && !groundOf(look.ground ?? this.state.ground, undefined);
    const style = { bold: look.bold, italic: look.italic, size: look.size, color: look.color, link };
    const last = this.runs.at(-1);
    if (last && last.hidden === hidden && sameStyle(last.style, style) && this.sight.holds(last) === onCell) last.text += text;
    else {
      if (++this.count > MAX_RUNS) throw new ReadFailure('too_large');
      const run: InlineRun = { text, style, ...(hidden ? { hidden } : {}) };
      this.runs.push(run);
      if (onCell) this.sight.add(run, this.backdrops.ground([]));
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
    else if (word === 'itap') this.state.depth = value;
    else if (word === 'trowd') this.startRowDefinition();
    else if (word === 'cellx') this.defineCell(value ?? 0);
    else if (word === 'cell') this.endCell(1);
    else if (word === 'nestcell') this.endCell(this.nestedDepth);
    else if (word === 'row') this.nesting.endRow(1, this.edges);
    else if (word === 'nestrow') this.endNestedRow();
  }

  /** By its style: one that is no heading ends that of the paragraph above, where a writer does not say `\pard` between the two. */
  setHeading(level: number | undefined): void {
    this.state.heading = level;
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
    const cell = this.state.inTable ? groundOf(this.grounds[this.nesting.cellsAt(1)], PAGE_GROUND) : PAGE_GROUND;
    return groundOf(this.state.ground, this.backdrops.ground(cell));
  }

  /** What follows says how a row of a table in a cell is made, after its cells. */
  startNestedRow(): void {
    this.outer ??= { edges: this.edges, grounds: this.grounds, rowHeight: this.rowHeight };
  }

  finish(): Block[] {
    if (this.runs.length > 0) this.endParagraph();
    return this.nesting.finish(this.edges);
  }

  private get nestedDepth(): number {
    return Math.min(DEEPEST, Math.max(2, this.state.depth ?? 2));
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
    const depth = inTable ? Math.min(DEEPEST, Math.max(1, this.state.depth ?? 1)) : 0;
    this.nesting.addParagraph(block, depth);
    this.sight.endParagraph(depth, this.nesting.cellsAt(depth));
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

  private endCell(depth: number): void {
    Object.assign(this.state, { inTable: true, depth });
    if (this.runs.length > 0) this.endParagraph();
    this.nesting.endCell(depth);
    this.sight.closeTo(depth);
  }

  private endNestedRow(): void {
    const depth = this.nestedDepth;
    this.nesting.endRow(depth, this.edges);
    if (this.outer) this.sight.endRow(depth, this.grounds, this.nesting.cellsAt(depth - 1));
    if (this.outer) Object.assign(this, this.outer);
    this.outer = undefined;
  }
}

function sameStyle(a: InlineRun['style'], b: InlineRun['style']): boolean {
  return a.bold === b.bold && a.italic === b.italic && a.size === b.size && a.color === b.color && a.link === b.link;
}
