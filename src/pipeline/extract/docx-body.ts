/** The body (or a header, footer, note) of a DOCX → blocks. A state machine over XML events: no tree of the file is built. */
import type { Block, InlineRun, ParagraphBlock, TableBlock } from './blocks.ts';
import { parseHexColor, toHexColor } from './color.ts';
import {
  type DocxStyles,
  type ParagraphLook,
  type RunLook,
  readParagraphProperty,
  readRunProperty,
  resolveParagraph,
  resolveRun,
  twips,
} from './docx-styles.ts';
import { linkTarget } from './link-target.ts';
import { readXml, type XmlElement } from './read-xml.ts';
import { Backdrops, type Ground, groundOf, hidingOf, PAGE_GROUND } from './text-grounds.ts';

interface DocxPart {
  xml: Uint8Array;
  styles: DocxStyles;
  /** Targets of relationships by id. */
  links: ReadonlyMap<string, string>;
}

/** Content that is no text of the page: deleted, moved away, the second version of a text box, field codes, phonetic guides. */
const SKIPPED: ReadonlySet<string> = new Set([
  'w:del',
  'w:moveFrom',
  'mc:Fallback',
  'w:rt',
  'w:tblPrChange',
  'w:rPrChange',
  'w:pPrChange',
  'w:sectPrChange',
]);
const EMU_PER_POINT = 12_700;

interface OpenParagraph {
  block: ParagraphBlock;
  own: ParagraphLook;
  /** Set when the properties are complete. */
  look?: ReturnType<typeof resolveParagraph>;
  ground: Ground;
  /** Text boxes anchored in it. */
  boxes: Block[];
  target: Block[];
}

interface OpenTable {
  block: TableBlock;
  target: Block[];
  styled: boolean;
  column: number;
  span: number;
  ground: Ground;
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
  private readonly grounds: Ground[] = [];
  private readonly path: string[] = [];
  private readonly backdrops = new Backdrops();
  private readonly links: (string | undefined)[] = [];
  private readonly fields: { code: string; shown: boolean }[] = [];
  private page: Ground = PAGE_GROUND;
  private run: OpenRun | undefined;
  private shapeFill: Ground;
  private skip = 0;

  constructor(part: DocxPart) {
    this.part = part;
  }

  read(): Block[] {
    readXml(this.part.xml, {
      open: (element) => {
        this.path.push(element.name);
        if (this.skip > 0 || SKIPPED.has(element.name)) this.skip++;
        else this.open(element);
      },
      close: (name) => {
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
    else if (this.inside('w:rPr')) this.openRunProperty(element);
    else if (this.inside('w:pPr')) this.openParagraphProperty(element);
    else if (name.startsWith('w:t') && this.openTablePart(element)) return;
    else if (this.run && this.openRunContent(element)) return;
    else if (name === 'w:hyperlink') this.links.push(linkTarget(this.part.links.get(element.attribute('r:id') ?? '')));
    else if (name === 'w:fldSimple') this.links.push(linkOfField(element.attribute('w:instr') ?? ''));
    else this.openDrawing(element);
  }

  private close(name: string): void {
    if (name === 'w:p') this.closeParagraph();
    else if (name === 'w:pPr') this.applyParagraphLook();
    else if (name === 'w:r') this.run = undefined;
    else if (name === 'w:hyperlink' || name === 'w:fldSimple') this.links.pop();
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
    this.paragraphs.push({ block, own: {}, ground: undefined, boxes: [], target });
  }

  private closeParagraph(): void {
    const paragraph = this.paragraphs.pop();
    if (paragraph) paragraph.target.push(...paragraph.boxes, paragraph.block);
    this.run = undefined;
  }

  private openParagraphProperty(element: XmlElement): void {
    if (this.paragraph) readParagraphProperty(element, this.paragraph.own);
  }

  private openRunProperty(element: XmlElement): void {
    if (!this.run) return;
    if (element.name === 'w:rStyle') this.run.style = element.attribute('w:val');
    else readRunProperty(element, this.run.own);
  }

  /** After `w:pPr`, or at the first text of a paragraph without one. */
  private applyParagraphLook(): OpenParagraph | undefined {
    const paragraph = this.paragraph;
    if (!paragraph) return undefined;
    const resolved = resolveParagraph(this.part.styles, paragraph.own);
    paragraph.look = resolved;
    const { id, level = 0 } = resolved.look.numbering ?? {};
    const numbering = id !== undefined && id !== '0' ? this.part.styles.levels.get(`${id} ${level}`) : undefined;
    const listed = id !== undefined && id !== '0' && resolved.heading === undefined && numbering?.none !== true;
    const indent = Math.max(0, resolved.look.indent ?? (listed ? (numbering?.indent ?? 18 * (level + 1)) : 0));
    paragraph.block.line = { heading: resolved.heading, indent, ...(listed ? { bullet: true } : {}) };
    const inherited = this.grounds.length > 0 ? this.grounds.at(-1) : this.page;
    paragraph.ground = groundOf(resolved.look.ground, this.backdrops.ground(inherited));
    return paragraph;
  }

  private openRunContent(element: XmlElement): boolean {
    const { name } = element;
    if (name === 'w:tab' || name === 'w:ptab') this.add('\t');
    else if (name === 'w:br' || name === 'w:cr') this.add('\n');
    else if (name === 'w:noBreakHyphen') this.add('-');
    else if (name === 'w:sym') this.add(symbolOf(element.attribute('w:char')));
    else if (name === 'w:fldChar') this.fieldMark(element.attribute('w:fldCharType'));
    else return name === 'w:t' || name === 'w:instrText';
    return true;
  }

  private fieldMark(kind: string | undefined): void {
    if (kind === 'begin') this.fields.push({ code: '', shown: false });
    else if (kind === 'separate') {
      const field = this.fields.at(-1);
      if (field) field.shown = true;
    } else if (kind === 'end') this.fields.pop();
  }

  private text(text: string): void {
    const name = this.path.at(-1);
    const field = this.fields.at(-1);
    if (name === 'w:instrText' && field && field.code.length < 4096) field.code += text;
    else if (name === 'w:t') this.add(text.replace(/[\r\n\t]+/g, ' '));
  }

  private add(text: string): void {
    const paragraph = this.paragraph?.look ? this.paragraph : this.applyParagraphLook();
    const field = this.fields.at(-1);
    if (!paragraph?.look || !text || (field && !field.shown)) return;
    const look = resolveRun(this.part.styles, paragraph.look.run, this.run?.style, this.run?.own ?? {});
    const link = this.links.findLast((target) => target !== undefined) ?? this.fieldLink();
    const run: InlineRun = {
      text,
      style: { bold: look.bold, italic: look.italic, size: look.size, color: colorOf(look.color), link },
    };
    const hidden = hidingOf(look, paragraph.ground, paragraph.look.look.exactHeight);
    appendRun(paragraph.block.runs, hidden ? { ...run, hidden } : run);
  }

  private fieldLink(): string | undefined {
    return this.fields.map((field) => linkOfField(field.code)).find((link) => link !== undefined);
  }

  private openTablePart(element: XmlElement): boolean {
    const { name } = element;
    const table = this.tables.at(-1);
    if (name === 'w:tbl') this.openTable();
    else if (!table || table === 'box') return false;
    else if (name === 'w:tblStyle') table.styled = true;
    else if (name === 'w:tr') {
      table.block.rows.push([]);
      table.column = 0;
    } else if (name === 'w:tc') this.openCell(table);
    else return false;
    return true;
  }

  private openTable(): void {
    const block: TableBlock = { kind: 'table', rows: [], columns: [] };
    const ground = this.grounds.length > 0 ? this.grounds.at(-1) : this.page;
    this.tables.push({ block, target: this.targets.at(-1) ?? this.blocks, styled: false, column: 0, span: 1, ground });
  }

  private openCell(table: OpenTable): void {
    const blocks: Block[] = [];
    table.block.rows.at(-1)?.push({ column: table.column, blocks });
    table.span = 1;
    this.targets.push(blocks);
    // A table style may shade its rows; which ones, only Word knows.
    this.grounds.push(table.styled ? undefined : table.ground);
  }

  private closeCell(): void {
    const table = this.tables.at(-1);
    if (!table || table === 'box') return;
    table.column += table.span;
    this.targets.pop();
    this.grounds.pop();
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
    else if (name === 'w:shd' && this.inside('w:tcPr'))
      this.grounds[this.grounds.length - 1] = groundOf(element.attribute('w:fill'), this.grounds.at(-1));
    else if (name === 'w:background') this.page = parseHexColor(element.attribute('w:color')) ?? this.page;
    else if (name === 'wp:extent' && this.path.includes('wp:anchor')) this.backdrops.add(emu(element.attribute('cy')));
    else if (name === 'w:pict') this.backdrops.add(undefined);
    else if (name === 'wps:wsp' || name.startsWith('v:')) this.shapeFill = parseHexColor(element.attribute('fillcolor'));
    else if (this.path.at(-2) === 'a:solidFill' && this.path.at(-3) === 'wps:spPr') this.shapeFill = fillOf(element);
    // Nothing of its own behind it: what is behind the text around it.
    else if (name === 'a:noFill' && this.path.at(-2) === 'wps:spPr') this.shapeFill = this.backdrops.ground(this.page);
  }

  /** A text box: its paragraphs come before the one that it is anchored in. */
  private openBox(): void {
    this.tables.push('box');
    this.grounds.push(this.shapeFill);
    this.targets.push(this.paragraph?.boxes ?? this.blocks);
    this.run = undefined;
  }

  private closeBox(): void {
    this.tables.pop();
    this.grounds.pop();
    this.targets.pop();
    this.shapeFill = undefined;
  }
}

/** The theme's first background is white in nearly all themes; of its other colours we know nothing. */
function fillOf(element: XmlElement): Ground {
  const value = element.attribute('val');
  if (element.name === 'a:srgbClr') return parseHexColor(value);
  return element.name === 'a:schemeClr' && (value === 'bg1' || value === 'lt1') ? PAGE_GROUND : undefined;
}

/** Runs that look alike are one: Word splits words at every edit. */
function appendRun(runs: InlineRun[], run: InlineRun): void {
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

function colorOf(value: string | undefined): string | undefined {
  const color = parseHexColor(value);
  return color && toHexColor(color);
}

function emu(value: string | undefined): number | undefined {
  const number = Number(value);
  return Number.isFinite(number) ? number / EMU_PER_POINT : undefined;
}

/** `HYPERLINK "https://…"`. */
function linkOfField(code: string): string | undefined {
  return linkTarget(/^\s*HYPERLINK\s+"([^"]{1,2048})"/i.exec(code)?.[1]);
}

/** Characters of symbol fonts come as `F0B7`; the bullets among them are known, the rest are pictures. */
function symbolOf(char: string | undefined): string {
  const point = Number.parseInt(char ?? '', 16);
  return Number.isFinite(point) && point > 0 && point < 0x10000 ? String.fromCharCode(point) : '';
}
