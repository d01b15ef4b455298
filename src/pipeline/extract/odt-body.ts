/** The text of an ODT (body, header or footer) → blocks, by a state machine over XML events. */
import type { HidingTechnique } from '../../domain/document.ts';
import type { Block, ParagraphBlock, TableBlock } from './blocks.ts';
import { parseHexColor, toHexColor } from './color.ts';
import type { RunStyle } from './flow-page.ts';
import { linkTarget } from './link-target.ts';
import type { OdtLook, OdtStyles } from './odt-styles.ts';
import type { XmlElement } from './read-xml.ts';
import { Backdrops, eitherGround, type Ground, groundOf, hidingOf, PAGE_GROUND } from './text-grounds.ts';
import { A4, hidingOfRoom, type Room, toPoints } from './text-room.ts';

/** No text of the page: what was deleted, remarks, titles of pictures, numbers of notes, sources of indexes, formulas. */
const SKIPPED: ReadonlySet<string> = new Set(
  'text:tracked-changes office:annotation svg:title svg:desc text:note-citation text:table-of-content-source office:forms math:math text:ruby-text text:script office:automatic-styles office:styles office:meta office:scripts text:sequence-decls'.split(
    ' ',
  ),
);
/** Drawings that may have a fill and a text. */
const SHAPES: ReadonlySet<string> = new Set(
  'draw:custom-shape draw:rect draw:ellipse draw:circle draw:polygon draw:path draw:regular-polygon'.split(' '),
);
const LIST_INDENT = 18;

interface OpenParagraph {
  block: ParagraphBlock;
  look: OdtLook;
  boxes: Block[];
  target: Block[];
  /** How its place hides it. */
  room: HidingTechnique | undefined;
  /** By a field in it that hides the whole paragraph. */
  switchedOff?: boolean;
}

interface OpenTable {
  block: TableBlock;
  column: number;
}

export class OdtBody {
  readonly blocks: Block[] = [];
  /** Remarks at the foot of pages or the end: they stand in the middle of the text that they belong to. */
  readonly notes: Block[] = [];
  private readonly styles: OdtStyles;
  private readonly targets: Block[][] = [this.blocks];
  private readonly paragraphs: OpenParagraph[] = [];
  private readonly tables: OpenTable[] = [];
  private readonly spans: OdtLook[] = [];
  private readonly links: (string | undefined)[] = [];
  private readonly grounds: Ground[];
  private readonly backdrops = new Backdrops();
  /** How the rows, frames and shapes that are open hide what is in them. */
  private readonly rooms: (HidingTechnique | undefined)[] = [];
  private readonly frames: { width?: number; height?: number; anchored: boolean }[] = [];
  /** Texts that the fields that are open may show. */
  private readonly choices: string[] = [];
  private lists = 0;
  /** Depth of the section or row that does not show, counted in elements. */
  private unseen = 0;
  private skip = 0;

  constructor(styles: OdtStyles) {
    this.styles = styles;
    this.grounds = [groundOf(styles.page === 'transparent' ? 'auto' : styles.page, PAGE_GROUND)];
  }

  open(element: XmlElement): void {
    if (this.skip > 0 || SKIPPED.has(element.name)) this.skip++;
    else {
      if (this.unseen > 0 || isSwitchedOff(element)) this.unseen++;
      this.openElement(element);
    }
  }

  close(name: string): void {
    if (this.skip > 0) this.skip--;
    else {
      if (this.unseen > 0) this.unseen--;
      this.closeElement(name);
    }
  }

  text(text: string): void {
    if (this.skip === 0) this.add(text.replace(/[\s]+/g, ' '));
  }

  private openElement(element: XmlElement): void {
    const { name } = element;
    if (name === 'text:p' || name === 'text:h') this.openParagraph(element);
    else if (name === 'text:span')
      this.spans.push({ ...this.spans.at(-1), ...this.styles.look('text', element.attribute('text:style-name')) });
    else if (name === 'text:a') this.links.push(linkTarget(element.attribute('xlink:href')));
    else if (name === 'text:tab') this.add('\t');
    else if (name === 'text:line-break') this.add('\n');
    else if (name === 'text:s') this.add(' '.repeat(Math.min(100, Number(element.attribute('text:c')) || 1)));
    else if (name === 'text:list') this.lists++;
    else if (name === 'text:hidden-text') this.hideDirectly(element.attribute('text:string-value'));
    else if (name === 'text:hidden-paragraph' && element.attribute('text:is-hidden') === 'true') this.hideParagraph();
    else if (name.startsWith('table:')) this.openTablePart(element);
    else if (name === 'draw:text-box') this.openBox();
    else if (name === 'text:note-body') this.targets.push(this.notes);
    else if (SHAPES.has(name)) {
      this.openFrame(element, true);
      this.openBox();
    } else if (name === 'draw:frame') this.openFrame(element, false);
    else if (name === 'draw:image') this.openPicture();
    else if (name === 'text:conditional-text') this.choices.push(choicesOf(element));
  }

  private closeElement(name: string): void {
    if (name === 'text:p' || name === 'text:h') this.closeParagraph();
    else if (name === 'text:span') this.spans.pop();
    else if (name === 'text:a') this.links.pop();
    else if (name === 'text:list') this.lists--;
    else if (name === 'table:table') this.tables.pop();
    else if (name === 'table:table-cell') {
      this.targets.pop();
      this.grounds.pop();
    } else if (name === 'draw:text-box' || name === 'text:note-body') this.targets.pop();
    else if (SHAPES.has(name)) {
      this.targets.pop();
      this.closeFrame();
    } else if (name === 'draw:frame') this.closeFrame();
    else if (name === 'table:table-row') this.rooms.pop();
    else if (name === 'text:conditional-text') this.choices.pop();
  }

  private openParagraph(element: XmlElement): void {
    this.backdrops.nextParagraph();
    const look = this.styles.look('paragraph', element.attribute('text:style-name'));
    const heading =
      element.name === 'text:h' ? Number(element.attribute('text:outline-level')) || look.outline || 1 : look.outline;
    const bullet = this.lists > 0 && heading === undefined;
    const indent = Math.max(0, (look.indent ?? 0) + (bullet ? LIST_INDENT * this.lists : 0));
    const block: ParagraphBlock = {
      kind: 'paragraph',
      line: { indent, ...(heading ? { heading: Math.min(6, heading) } : {}), ...(bullet ? { bullet } : {}) },
      runs: [],
    };
    const left = (look.indent ?? 0) + (look.firstLine ?? 0);
    const room = this.rooms.at(-1) ?? this.hidingOf({ left, height: look.exactHeight });
    this.paragraphs.push({ block, look, room, boxes: [], target: this.targets.at(-1) ?? this.blocks });
  }

  /** Pages of files that name no size are A4. */
  private hidingOf(room: Room): HidingTechnique | undefined {
    const { width, height } = this.styles.size;
    return hidingOfRoom(room, { width: width || A4.width, height: height || A4.height });
  }

  private enterRoom(room: Room): void {
    this.rooms.push(this.rooms.at(-1) ?? this.hidingOf(room));
  }

  private closeParagraph(): void {
    const paragraph = this.paragraphs.pop();
    if (paragraph) paragraph.target.push(...paragraph.boxes, paragraph.block);
  }

  private openTablePart(element: XmlElement): void {
    const table = this.tables.at(-1);
    if (element.name === 'table:table') {
      const block: TableBlock = { kind: 'table', rows: [], columns: [] };
      this.targets.at(-1)?.push(block);
      this.tables.push({ block, column: 0 });
    } else if (element.name === 'table:table-row') {
      table?.block.rows.push([]);
      if (table) table.column = 0;
      this.enterRoom({ height: this.styles.look('table-row', element.attribute('table:style-name')).exactHeight });
    } else if (element.name === 'table:table-cell') this.openCell(element, table);
    else if (element.name === 'table:covered-table-cell' && table) table.column++;
  }

  private openCell(element: XmlElement, table: OpenTable | undefined): void {
    const blocks: Block[] = [];
    table?.block.rows.at(-1)?.push({ column: table.column, blocks });
    if (table) table.column++;
    this.targets.push(blocks);
    this.grounds.push(groundOf(this.styles.look('table-cell', element.attribute('table:style-name')).fill, this.grounds.at(-1)));
  }

  /** A frame holds a text box or a picture; a shape may hold text itself. Where text does not flow around it, it may lie behind text. */
  private openFrame(element: XmlElement, shape: boolean): void {
    const name = element.attribute('draw:style-name');
    const { fill, aside } = this.styles.ownLook('graphic', name);
    const filled = fill ?? (shape ? this.styles.look('graphic', name).fill : undefined);
    const around = eitherGround(this.backdrops.ground(this.grounds.at(-1)), this.grounds[0]);
    const color = parseHexColor(filled);
    const own: Ground = color && [color];
    const length = (side: string) => toPoints(element.attribute(`svg:${side}`));
    const size = { width: length('width'), height: length('height') };
    const anchored = aside !== true && element.attribute('text:anchor-type') !== 'as-char';
    if (anchored && (own || filled === 'any')) this.backdrops.add(own, size);
    this.frames.push({ ...size, anchored });
    this.grounds.push(own || filled === 'any' ? own : around);
    this.enterRoom({ left: length('x'), top: length('y'), ...size });
  }

  private openPicture(): void {
    const frame = this.frames.at(-1);
    if (frame?.anchored) this.backdrops.add(undefined, frame);
  }

  private closeFrame(): void {
    this.frames.pop();
    this.grounds.pop();
    this.rooms.pop();
  }

  private openBox(): void {
    this.targets.push(this.paragraphs.at(-1)?.boxes ?? this.targets.at(-1) ?? this.blocks);
  }

  private hideDirectly(text: string | undefined): void {
    const runs = this.paragraphs.at(-1)?.block.runs;
    if (text && runs) runs.push({ text, style: {}, hidden: 'vanish' });
  }

  /** The field may stand anywhere in its paragraph. */
  private hideParagraph(): void {
    const paragraph = this.paragraphs.at(-1);
    if (!paragraph) return;
    paragraph.switchedOff = true;
    for (const run of paragraph.block.runs) run.hidden ??= 'vanish';
  }

  private add(text: string): void {
    const paragraph = this.paragraphs.at(-1);
    if (!paragraph || !text) return;
    const look: OdtLook = { ...paragraph.look, ...this.spans.at(-1) };
    // Now, and not when the paragraph began: a shape may be anchored in it.
    const ground = groundOf(paragraph.look.fill, this.backdrops.ground(this.grounds.at(-1)));
    const switchedOff = this.unseen > 0 || paragraph.switchedOff || this.choices.some((choice) => !choice.includes(text.trim()));
    const hidden: HidingTechnique | undefined = switchedOff ? 'vanish' : hidingOfLook(look, ground, paragraph.room);
    const color = parseHexColor(look.color);
    const link = this.links.findLast((target) => target !== undefined);
    const style: RunStyle = { bold: look.bold, italic: look.italic, size: look.size, color: color && toHexColor(color), link };
    paragraph.block.runs.push({ text, style, ...(hidden ? { hidden } : {}) });
  }
}

function hidingOfLook(look: OdtLook, ground: Ground, room: HidingTechnique | undefined): HidingTechnique | undefined {
  // LibreOffice writes the opacity of the automatic colour as 0 %: it shows.
  if (look.clear && look.color !== undefined && look.color !== 'auto') return 'transparent';
  return hidingOf({ ...look, size: ((look.size ?? 11) * (look.share ?? 100) * (look.small ?? 100)) / 10_000 }, ground, room);
}

/** What a field with a condition may show: one of two texts, or only the one where the condition is no question. */
function choicesOf(element: XmlElement): string {
  const condition = element.attribute('text:condition')?.replace(/^\w+:/, '').trim().toLowerCase();
  const [yes, no] = [element.attribute('text:string-value-if-true') ?? '', element.attribute('text:string-value-if-false') ?? ''];
  if (condition === '1' || condition === 'true') return yes;
  return condition === '0' || condition === 'false' ? no : `${yes}\n${no}`;
}

/** Sections, fields and rows that are switched off. */
function isSwitchedOff(element: XmlElement): boolean {
  if (element.name.startsWith('text:')) return element.attribute('text:display') === 'none';
  const isRow = element.name === 'table:table-row' || element.name === 'table:table-column';
  return isRow && /^(?:collapse|filter)$/.test(element.attribute('table:visibility') ?? '');
}
