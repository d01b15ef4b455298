/** The text of an ODT (body, header or footer) → blocks, by a state machine over XML events. */
import type { HidingTechnique } from '../../domain/document.ts';
import type { Block, ParagraphBlock, TableBlock } from './blocks.ts';
import { parseHexColor, toHexColor } from './color.ts';
import type { RunStyle } from './flow-page.ts';
import { linkTarget } from './link-target.ts';
import type { OdtLook, OdtStyles } from './odt-styles.ts';
import type { XmlElement } from './read-xml.ts';
import { Backdrops, type Ground, groundOf, hidingOf, PAGE_GROUND } from './text-grounds.ts';
import { toPoints } from './text-room.ts';

/** No text of the page: what was deleted, remarks, titles of pictures, numbers of notes, sources of indexes, formulas. */
const SKIPPED: ReadonlySet<string> = new Set(
  'text:tracked-changes office:annotation svg:title svg:desc text:note-citation text:table-of-content-source office:forms math:math text:ruby-text office:automatic-styles office:styles office:meta office:scripts text:sequence-decls'.split(
    ' ',
  ),
);
const LIST_INDENT = 18;

interface OpenParagraph {
  block: ParagraphBlock;
  look: OdtLook;
  ground: Ground;
  boxes: Block[];
  target: Block[];
  /** By a field in it that hides the whole paragraph. */
  switchedOff?: boolean;
}

interface OpenTable {
  block: TableBlock;
  column: number;
}

export class OdtBody {
  readonly blocks: Block[] = [];
  private readonly styles: OdtStyles;
  private readonly targets: Block[][] = [this.blocks];
  private readonly paragraphs: OpenParagraph[] = [];
  private readonly tables: OpenTable[] = [];
  private readonly spans: OdtLook[] = [];
  private readonly links: (string | undefined)[] = [];
  private readonly grounds: Ground[];
  private readonly backdrops = new Backdrops();
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
    else if (name === 'draw:text-box' || name === 'draw:custom-shape') this.openBox();
    else if (name === 'draw:frame') this.openFrame(element);
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
    } else if (name === 'draw:text-box' || name === 'draw:custom-shape') this.targets.pop();
    else if (name === 'draw:frame') this.grounds.pop();
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
    const ground = groundOf(look.fill, this.backdrops.ground(this.grounds.at(-1)));
    this.paragraphs.push({ block, look, ground, boxes: [], target: this.targets.at(-1) ?? this.blocks });
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
    } else if (element.name === 'table:table-row' && table) {
      table.block.rows.push([]);
      table.column = 0;
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

  /** A frame holds a text box or a picture. Other frames and pictures may lie behind the text around it. */
  private openFrame(element: XmlElement): void {
    const { fill } = this.styles.look('graphic', element.attribute('draw:style-name'));
    const color = fill === 'none' ? undefined : parseHexColor(fill);
    if (element.attribute('text:anchor-type') !== 'as-char')
      this.backdrops.add(color && [color], { height: toPoints(element.attribute('svg:height')) });
    this.grounds.push(color && [color]);
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
    const switchedOff = this.unseen > 0 || paragraph.switchedOff;
    const hidden: HidingTechnique | undefined = switchedOff ? 'vanish' : hidingOfLook(look, paragraph.ground);
    const color = parseHexColor(look.color);
    const link = this.links.findLast((target) => target !== undefined);
    const style: RunStyle = { bold: look.bold, italic: look.italic, size: look.size, color: color && toHexColor(color), link };
    paragraph.block.runs.push({ text, style, ...(hidden ? { hidden } : {}) });
  }
}

function hidingOfLook(look: OdtLook, ground: Ground): HidingTechnique | undefined {
  // LibreOffice writes the opacity of the automatic colour as 0 %: it shows.
  if (look.clear && look.color !== undefined && look.color !== 'auto') return 'transparent';
  return hidingOf({ ...look, size: ((look.size ?? 11) * (look.share ?? 100)) / 100 }, ground);
}

/** Sections and rows that are switched off. */
function isSwitchedOff(element: XmlElement): boolean {
  if (element.name === 'text:section') return element.attribute('text:display') === 'none';
  const isRow = element.name === 'table:table-row' || element.name === 'table:table-column';
  return isRow && /^(?:collapse|filter)$/.test(element.attribute('table:visibility') ?? '');
}
