/** The body (or a header, footer, note) of a DOCX → blocks. A state machine over XML events: no tree of the file is built. */
import type { HidingTechnique } from '../../domain/document.ts';
import { appendRun, type Block, type InlineRun, type ParagraphBlock, type TableBlock } from './blocks.ts';
import { parseHexColor, toHexColor } from './color.ts';
import { DocxDrawings } from './docx-drawings.ts';
import { DocxLinks } from './docx-links.ts';
import {
  type DocxStyles,
  type ParagraphLook,
  type RunLook,
  readParagraphProperty,
  readRunProperty,
  resolveParagraph,
  resolveRun,
  resolveTable,
  twips,
} from './docx-styles.ts';
import { SKIPPED } from './docx-survey.ts';
import { lookOfCell, placeOfTable, readTableLook, type TableLook, type TableStyle, USUAL_LOOK } from './docx-table-styles.ts';
import { shadeOf } from './docx-theme.ts';
import { readXml, type XmlElement } from './read-xml.ts';
import { type Backdrops, eitherGround, type Ground, groundOf, hidingOf, PAGE_GROUND } from './text-grounds.ts';
import { hidingOfRoom, type PageSize } from './text-room.ts';

export interface DocxPart {
  xml: Uint8Array;
  styles: DocxStyles;
  /** Targets of relationships by id. */
  links: ReadonlyMap<string, string>;
  page: PageSize;
  /** Tables in the order in which they begin: how many cells each row has. */
  tables: readonly (readonly number[])[];
  /** What lies behind its text already. */
  backdrops: Backdrops;
  /** Of the body, where the part is a header or footer of its pages. */
  everyPage?: Backdrops;
}

interface OpenParagraph {
  block: ParagraphBlock;
  own: ParagraphLook;
  /** Set when the properties are complete. */
  look?: ReturnType<typeof resolveParagraph>;
  /** How the place that it stands in hides it. */
  room?: HidingTechnique;
  /** Text boxes anchored in it. */
  boxes: Block[];
  target: Block[];
}

interface OpenTable {
  block: TableBlock;
  target: Block[];
  style: TableStyle | undefined;
  look: TableLook;
  column: number;
  span: number;
  ground: Ground;
  /** Cells of its rows. */
  shape: readonly number[];
  /** By its own place, and by that of its last row. */
  away?: HidingTechnique;
  room?: HidingTechnique;
}

/** What a cell or a text box does to the paragraphs in it. */
interface Surroundings {
  ground: Ground;
  run?: RunLook;
  room?: HidingTechnique;
}

interface OpenRun {
  own: RunLook;
  style?: string;
}

/** Reads one part into blocks. Throws what `readXml` throws. */
export function readDocxPart(part: DocxPart): Block[] {
  return new DocxBody(part).read();
}

class DocxBody {
  private readonly part: DocxPart;
  private readonly blocks: Block[] = [];
  private readonly paragraphs: OpenParagraph[] = [];
  private readonly tables: (OpenTable | 'box')[] = [];
  private readonly targets: Block[][] = [this.blocks];
  private readonly around: Surroundings[] = [];
  private readonly path: string[] = [];
  private readonly backdrops: Backdrops;
  private readonly drawings: DocxDrawings;
  private readonly links: DocxLinks;
  private page: Ground = PAGE_GROUND;
  private run: OpenRun | undefined;
  private begunTables = 0;
  private skip = 0;

  constructor(part: DocxPart) {
    this.part = part;
    this.links = new DocxLinks(part.links);
    this.backdrops = part.backdrops;
    this.drawings = new DocxDrawings(part.styles.theme, part.page, part.backdrops, part.everyPage);
  }

  read(): Block[] {
    readXml(this.part.xml, {
      open: (element) => {
        this.path.push(element.name);
        if (this.skip > 0 || SKIPPED.has(element.name)) this.skip++;
        else this.open(element);
      },
      close: (name) => {
        if (this.skip === 0) this.drawings.close(name, this.path);
        this.path.pop();
        if (this.skip > 0) this.skip--;
        else this.close(name);
      },
      text: (text) => {
        if (this.skip === 0) this.text(text);
      },
    });
    return this.blocks;
  }

  private open(element: XmlElement): void {
    const { name } = element;
    if (name === 'w:p') this.openParagraph();
    else if (name === 'w:r') this.run = { own: {} };
    else if (this.inside('w:rPr') || name.startsWith('w14:')) this.openRunProperty(element);
    else if (this.inside('w:pPr')) this.openParagraphProperty(element);
    else if (name.startsWith('w:t') && this.openTablePart(element)) return;
    else if (this.run && this.openRunContent(element)) return;
    else if (!this.links.open(element)) this.openDrawing(element);
  }

  private close(name: string): void {
    if (name === 'w:p') this.closeParagraph();
    else if (name === 'w:pPr') this.applyParagraphLook();
    else if (name === 'w:r') this.run = undefined;
    else if (name === 'w:hyperlink' || name === 'w:fldSimple') this.links.close();
    else if (name === 'w:tbl') this.closeTable();
    else if (name === 'w:tc') this.closeCell();
    else if (name === 'w:txbxContent') this.closeBox();
  }

  private inside(name: string): boolean {
    return this.path.at(-2) === name || this.path.at(-3) === name;
  }

  private get paragraph(): OpenParagraph | undefined {
    return this.paragraphs.at(-1);
  }

  private openParagraph(): void {
    this.backdrops.nextParagraph();
    const target = this.targets.at(-1) ?? this.blocks;
    const block: ParagraphBlock = { kind: 'paragraph', line: {}, runs: [] };
    this.paragraphs.push({ block, own: {}, boxes: [], target });
  }

  private closeParagraph(): void {
    const paragraph = this.paragraphs.pop();
    if (paragraph) paragraph.target.push(...paragraph.boxes, paragraph.block);
    this.run = undefined;
  }

  private openParagraphProperty(element: XmlElement): void {
    if (this.paragraph) readParagraphProperty(element, this.paragraph.own, this.part.styles.theme);
  }

  private openRunProperty(element: XmlElement): void {
    if (!this.run) return;
    if (element.name === 'w:rStyle') this.run.style = element.attribute('w:val');
    else readRunProperty(element, this.run.own, this.part.styles.theme, this.path);
  }

  /** After `w:pPr`, or at the first text of a paragraph without one. */
  private applyParagraphLook(): OpenParagraph | undefined {
    const paragraph = this.paragraph;
    if (!paragraph) return undefined;
    const around = this.surroundings;
    const resolved = resolveParagraph(this.part.styles, paragraph.own, around.run);
    paragraph.look = resolved;
    const { id, level = 0 } = resolved.look.numbering ?? {};
    const numbering = id !== undefined && id !== '0' ? this.part.styles.levels.get(`${id} ${level}`) : undefined;
    const listed = id !== undefined && id !== '0' && resolved.heading === undefined && numbering?.none !== true;
    const indent = Math.max(0, resolved.look.indent ?? (listed ? (numbering?.indent ?? 18 * (level + 1)) : 0));
    paragraph.block.line = { heading: resolved.heading, indent, ...(listed ? { bullet: true } : {}) };
    paragraph.room = around.room ?? this.roomOf(resolved.look);
    return paragraph;
  }

  private roomOf({ indent = 0, firstLine = 0, exactHeight, frame }: ParagraphLook): HidingTechnique | undefined {
    const { page } = this.part;
    return hidingOfRoom({ left: indent + firstLine, height: exactHeight }, page) ?? (frame && hidingOfRoom(frame, page));
  }

  private get surroundings(): Surroundings {
    return this.around.at(-1) ?? { ground: this.page };
  }

  private openRunContent(element: XmlElement): boolean {
    const { name } = element;
    if (name === 'w:tab' || name === 'w:ptab') this.add('\t');
    else if (name === 'w:br' || name === 'w:cr') this.add('\n');
    else if (name === 'w:noBreakHyphen') this.add('-');
    else if (name === 'w:sym') this.add(symbolOf(element.attribute('w:char')));
    else if (name === 'w:fldChar') this.links.mark(element.attribute('w:fldCharType'));
    else return name === 'w:t' || name === 'w:instrText';
    return true;
  }

  private text(text: string): void {
    const name = this.path.at(-1);
    if (name === 'wp:posOffset') this.drawings.text(text);
    if (name === 'w:instrText') this.links.instruct(text);
    else if (name === 'w:t') this.add(text.replace(/[\r\n\t]+/g, ' '));
  }

  private add(text: string): void {
    const paragraph = this.paragraph?.look ? this.paragraph : this.applyParagraphLook();
    if (!paragraph?.look || !text || !this.links.showing) return;
    const look = resolveRun(this.part.styles, paragraph.look.run, this.run?.style, this.run?.own ?? {});
    const { link } = this.links;
    const run: InlineRun = {
      text,
      style: { bold: look.bold, italic: look.italic, size: look.size, color: colorOf(look.color), link },
    };
    // Now, and not when the paragraph began: a shape may be anchored in it.
    const ground = groundOf(paragraph.look.look.ground, this.backdrops.ground(this.surroundings.ground));
    const hidden = hidingOf(look, ground, paragraph.room);
    appendRun(paragraph.block.runs, hidden ? { ...run, hidden } : run);
  }

  private openTablePart(element: XmlElement): boolean {
    const { name } = element;
    const table = this.tables.at(-1);
    if (name === 'w:tbl') this.openTable();
    else if (!table || table === 'box') return false;
    else if (name === 'w:tblStyle') table.style = resolveTable(this.part.styles, element.attribute('w:val'));
    else if (name === 'w:tblpPr' || name === 'w:tblInd') table.away ??= hidingOfRoom(placeOfTable(element), this.part.page);
    else if (name === 'w:tblLook') table.look = readTableLook((attribute) => element.attribute(attribute));
    else if (name === 'w:tr') {
      table.block.rows.push([]);
      table.column = 0;
      table.room = undefined;
    } else if (name === 'w:trHeight') {
      const exact = element.attribute('w:hRule') === 'exact';
      if (exact) table.room ??= hidingOfRoom({ height: twips(element.attribute('w:val')) }, this.part.page);
    } else if (name === 'w:tc') this.openCell(table);
    else return false;
    return true;
  }

  private openTable(): void {
    const block: TableBlock = { kind: 'table', rows: [], columns: [] };
    this.tables.push({
      block,
      target: this.targets.at(-1) ?? this.blocks,
      style: resolveTable(this.part.styles, undefined),
      look: USUAL_LOOK,
      column: 0,
      span: 1,
      ground: this.surroundings.ground,
      shape: this.part.tables[this.begunTables++] ?? [],
    });
  }

  private openCell(table: OpenTable): void {
    const blocks: Block[] = [];
    const cells = table.block.rows.at(-1);
    const place = {
      row: table.block.rows.length - 1,
      column: cells?.length ?? 0,
      rows: table.shape.length,
      cells: table.shape[table.block.rows.length - 1] ?? 0,
    };
    cells?.push({ column: table.column, blocks });
    table.span = 1;
    this.targets.push(blocks);
    const look = table.style ? lookOfCell(table.style, table.look, place, table.ground) : { ground: table.ground };
    this.around.push({ ...look, room: this.surroundings.room ?? table.away ?? table.room });
  }

  private closeCell(): void {
    const table = this.tables.at(-1);
    if (!table || table === 'box') return;
    table.column += table.span;
    this.targets.pop();
    this.around.pop();
  }

  private closeTable(): void {
    const table = this.tables.pop();
    if (table && table !== 'box' && table.block.rows.length > 0) table.target.push(table.block);
  }

  private openDrawing(element: XmlElement): void {
    const { name } = element;
    const table = this.tables.at(-1);
    if (name === 'w:txbxContent') this.openBox();
    else if (name === 'w:gridSpan' && table && table !== 'box')
      table.span = Math.min(64, Number(element.attribute('w:val')) || 1);
    else if (name === 'w:gridCol' && table && table !== 'box') table.block.columns.push(twips(element.attribute('w:w')) ?? 0);
    else if (name === 'w:shd') this.shade(element);
    else if (name === 'w:hidden' && table && table !== 'box' && this.path.at(-2) === 'w:trPr') table.room = 'vanish';
    else if (name === 'w:background') this.page = groundOf(element.attribute('w:color'), this.page);
    else this.drawings.open(element, this.path);
  }

  /** Shading of a cell or of a whole table. */
  private shade(element: XmlElement): void {
    const fill = shadeOf(this.part.styles.theme, element);
    const table = this.tables.at(-1);
    const around = this.around.at(-1);
    if (this.path.at(-2) === 'w:tcPr' && around) around.ground = groundOf(fill, around.ground);
    else if (this.path.at(-2) === 'w:tblPr' && table && table !== 'box') table.ground = groundOf(fill, table.ground);
  }

  /** A text box: its paragraphs come before the one that it is anchored in. */
  private openBox(): void {
    const { ground, room } = this.surroundings;
    const box = this.drawings.box(eitherGround(this.backdrops.ground(ground), this.page));
    this.tables.push('box');
    this.around.push({ ground: box.ground, room: room ?? box.hidden });
    this.targets.push(this.paragraph?.boxes ?? this.blocks);
    this.run = undefined;
  }

  private closeBox(): void {
    this.tables.pop();
    this.around.pop();
    this.targets.pop();
  }
}

function colorOf(value: string | undefined): string | undefined {
  const color = parseHexColor(value);
  return color && toHexColor(color);
}

/** Characters of symbol fonts come as `F0B7`; the bullets among them are known, the rest are pictures. */
function symbolOf(char: string | undefined): string {
  const point = Number.parseInt(char ?? '', 16);
  return Number.isFinite(point) && point > 0 && point < 0x10000 ? String.fromCharCode(point) : '';
}
