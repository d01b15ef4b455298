/** HTML → document. Scripts never run, nothing is fetched, entities are the five thousand of HTML and no others (rule P3). */
import type { Document } from '../../domain/document.ts';
import { type Block, type InlineRun, layOutBlocks, type ParagraphBlock, type TableBlock } from './blocks.ts';
import { Cascade, type Declarations, type Variables } from './css-cascade.ts';
import { decodeText } from './decode-text.ts';
import { MAX_RUNS, MAX_TEXT } from './extract-limits.ts';
import { FlowPage, type LineStyle } from './flow-page.ts';
import { applyDeclarations, hidingOfText, type Look, ROOT, toRunStyle } from './html-style.ts';
import { type HtmlElement, readHtmlTree } from './html-tree.ts';
import { isFoldedAway, usualStyle } from './html-usual.ts';
import { linkTarget } from './link-target.ts';
import { ReadFailure } from './read-failure.ts';

/** Nothing in these is ever text of the page. */
const DROPPED: ReadonlySet<string> = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'iframe',
  'object',
  'svg',
  'math',
  'head',
  'select',
  'option',
  'audio',
  'video',
  'canvas',
]);
const BLOCKS: ReadonlySet<string> = new Set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul caption'.split(
    ' ',
  ),
);
const BOLD: ReadonlySet<string> = new Set(['b', 'strong', 'th', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'dt']);
const ITALIC: ReadonlySet<string> = new Set(['i', 'em', 'cite', 'var', 'dfn']);
const LIST_INDENT = 18;
/** Sizes of the headings of browsers, in ems. */
const HEADING_SIZES = [2, 1.5, 1.17, 1, 0.83, 0.67];

/** Throws `ReadFailure` (too_large, damaged). */
export function extractHtml(bytes: Uint8Array): Document {
  if (bytes.length > MAX_TEXT * 10) throw new ReadFailure('too_large');
  const html = decodeHtml(bytes);
  const page = new FlowPage();
  const tree = readHtmlTree(html);
  layOutBlocks(new HtmlReader(new Cascade(tree)).read(tree.root), page);
  return page.toDocument('html');
}

/** `<meta charset>` decides where neither a mark nor UTF-8 does. */
function decodeHtml(bytes: Uint8Array): string {
  return decodeText(
    bytes,
    /<meta[^>]{0,200}charset=["']?([\w-]{1,40})/i.exec(Buffer.from(bytes.subarray(0, 2048)).toString('latin1'))?.[1],
  ).text;
}

interface OpenElement {
  look: Look;
  variables: Variables;
  /** What the look means for text in it; made at its first text. */
  shown?: Omit<InlineRun, 'text'>;
  line: LineStyle;
  pre: boolean;
  /** Its children stand side by side (flex, grid). */
  row: boolean;
  /** Paragraphs begun before it. */
  before: number;
}

const BASE: OpenElement = { look: ROOT, variables: new Map(), line: {}, pre: false, row: false, before: 0 };

class HtmlReader {
  private readonly cascade: Cascade;
  private readonly blocks: Block[] = [];
  private readonly targets: Block[][] = [this.blocks];
  private readonly tables: TableBlock[] = [];
  private readonly stack: OpenElement[] = [BASE];
  private paragraph: ParagraphBlock | undefined;
  /** The paragraph holds more than space; its last character is one. Kept beside it, so that no text is looked at twice. */
  private started = false;
  private spaced = true;
  /** Nothing but space since the last tab. */
  private tabbed = false;
  private begun = 0;
  private runs = 0;

  constructor(cascade: Cascade) {
    this.cascade = cascade;
  }

  read(root: HtmlElement): Block[] {
    this.element(root);
    this.endParagraph();
    return this.blocks;
  }

  private get top(): OpenElement {
    return this.stack.at(-1) ?? BASE;
  }

  private element(element: HtmlElement): void {
    if (DROPPED.has(element.name)) return;
    this.open(element);
    let pieces = false;
    for (const child of element.children) {
      // Text of its own beside others is a part of the row; it may come in pieces.
      if (typeof child === 'string' && !pieces && this.top.row && child.trim()) this.stepAside(true);
      if (typeof child === 'string') this.text(child);
      else this.element(child);
      pieces = typeof child === 'string';
    }
    this.close(element.name);
  }

  private open(element: HtmlElement): void {
    const { name } = element;
    const parent = this.top;
    const { css, variables } = this.cascade.declared(element, usualStyle(element), parent.variables);
    const look = lookOf(element, parent.look, css);
    const line = lineOf(name, parent.line);
    const display = css.get('display') ?? '';
    const row = /flex|grid/.test(display) && !css.get('flex-direction')?.startsWith('column');
    this.stack.push({ look, variables, line, pre: name === 'pre' || parent.pre, row, before: this.begun });
    // Side by side on the screen: in the text a tab apart, also where the children are blocks; below a child of several lines it is not.
    const beside = parent.row && this.begun <= parent.before + 1;
    if (beside || css.get('float') === 'right' || /^(?:inline-block|table-cell)/.test(display)) this.stepAside(beside);
    else if (BLOCKS.has(name) || display === 'block') this.endParagraph();
    if (name === 'br') this.append('\n');
    else if (name === 'table') this.openTable();
    else if (name === 'tr') this.tables.at(-1)?.rows.push([]);
    else if (name === 'td' || name === 'th') this.openCell();
  }

  private close(name: string): void {
    this.stack.pop();
    if (BLOCKS.has(name) && !(this.top.row && this.begun <= this.top.before + 1)) this.endParagraph();
    if (name === 'table') this.tables.pop();
    else if ((name === 'td' || name === 'th') && this.targets.length > 1) this.targets.pop();
  }

  /** Space between the parts of a row is none on the screen, where each has a place of its own; between words it is one. */
  private stepAside(ownPlace: boolean): void {
    if (this.started && (ownPlace ? !this.tabbed : !this.spaced)) this.append('\t');
  }

  private text(text: string): void {
    const { pre } = this.top;
    const shown = pre ? text : text.replace(/[ \t\r\n\f]+/g, ' ');
    if (!this.started && !pre && !shown.trim()) return;
    this.append(!pre && this.spaced ? shown.trimStart() : shown);
  }

  private append(text: string): void {
    if (!text) return;
    const { line } = this.top;
    if (!this.paragraph) {
      this.paragraph = { kind: 'paragraph', line, runs: [] };
      this.targets.at(-1)?.push(this.paragraph);
      this.begun++;
    }
    this.started ||= text.trim() !== '';
    this.spaced = /\s/.test(text.at(-1) ?? ' ');
    this.tabbed = text.at(-1) === '\t' || (this.tabbed && text.trim() === '');
    const shown = this.shownIn(this.top);
    const last = this.paragraph.runs.at(-1);
    if (last && last.style === shown.style) last.text += text;
    else {
      if (++this.runs > MAX_RUNS) throw new ReadFailure('too_large');
      this.paragraph.runs.push({ text, ...shown });
    }
  }

  /** One object for an element: texts of one element are one run. */
  private shownIn(element: OpenElement): Omit<InlineRun, 'text'> {
    if (!element.shown) {
      const hidden = hidingOfText(element.look);
      element.shown = { style: toRunStyle(element.look), ...(hidden ? { hidden } : {}) };
    }
    return element.shown;
  }

  private endParagraph(): void {
    this.paragraph = undefined;
    this.started = false;
    this.spaced = true;
    this.tabbed = false;
  }

  private openTable(): void {
    const table: TableBlock = { kind: 'table', rows: [], columns: [] };
    this.targets.at(-1)?.push(table);
    this.tables.push(table);
  }

  private openCell(): void {
    const table = this.tables.at(-1);
    const blocks: Block[] = [];
    if (!table) return;
    if (table.rows.length === 0) table.rows.push([]);
    const row = table.rows.at(-1);
    row?.push({ column: row.length, blocks });
    this.targets.push(blocks);
  }
}

function lookOf(element: HtmlElement, parent: Look, css: Declarations): Look {
  const { name, attributes } = element;
  const look: Look = { ...parent, bold: parent.bold || BOLD.has(name), italic: parent.italic || ITALIC.has(name) };
  const heading = /^h([1-6])$/.exec(name)?.[1];
  if (heading) look.size = parent.size * (HEADING_SIZES[Number(heading) - 1] ?? 1);
  if (name === 'a') look.link = linkTarget(attributes.href) ?? parent.link;
  if (isFoldedAway(element)) look.hidden = parent.hidden ?? 'html-hidden';
  return css.size > 0 ? applyDeclarations(look, css, name) : look;
}

function lineOf(name: string, parent: LineStyle): LineStyle {
  const heading = /^h([1-6])$/.exec(name)?.[1];
  if (heading) return { ...parent, heading: Number(heading) };
  if (name === 'li') return { ...parent, bullet: true };
  if (name === 'ul' || name === 'ol') return { indent: (parent.indent ?? 0) + LIST_INDENT };
  if (name === 'dd' || name === 'blockquote') return { ...parent, indent: (parent.indent ?? 0) + LIST_INDENT };
  if (name === 'td' || name === 'th') return {};
  return parent;
}
