/** Markdown → document. Line by line: headings, lists, rules, tables, emphasis, links; HTML inside is cut to the text that it shows. */
import type { Document } from '../../domain/document.ts';
import { decodeText } from './decode-text.ts';
import { extractHtml } from './extract-html.ts';
import { MAX_TEXT } from './extract-limits.ts';
import { CHARACTER_WIDTH, COLUMN_WIDTH, FlowPage, type RunStyle } from './flow-page.ts';
import { linkTarget } from './link-target.ts';
import { type MarkdownLine, shownLines, TAG } from './markdown-html.ts';
import { withoutDefinitions } from './markdown-links.ts';
import { ReadFailure } from './read-failure.ts';

/** Lines with HTML in them are read one by one; a resume has a few. */
const MAX_TAGGED_LINES = 5000;
const HEADING_SIZES = [20, 16, 14, 12, 11, 11];

/** Throws `ReadFailure` (too_large). */
export function extractMarkdown(bytes: Uint8Array): Document {
  if (bytes.length > MAX_TEXT * 4) throw new ReadFailure('too_large');
  const page = new FlowPage();
  const text = decodeText(bytes).text.replace(/^\ufeff/, '');
  const shown = shownLines(fencedLines(withoutFrontMatter(text.split(/\r\n|[\n\r]/))));
  for (const find of shown.hidden) page.hide(find.technique, find.text);
  const { lines, links } = withoutDefinitions(shown.lines);
  for (const link of links) page.addLink(link);
  const state = { table: -1, row: 0, tagged: 0 };
  for (const [i, { text: line, fenced }] of lines.entries()) {
    if (fenced) addPlain(page, line);
    else if (isTableRow(line)) addRow(page, line, state);
    else {
      state.row = 0;
      if (isMarkup(line) && ++state.tagged > MAX_TAGGED_LINES) throw new ReadFailure('too_large');
      addLine(page, line, lines[i + 1]?.text ?? '');
    }
  }
  return page.toDocument('md');
}

/** Without the marks that begin and end a block of code. */
function fencedLines(lines: readonly string[]): MarkdownLine[] {
  let fenced = false;
  return lines.flatMap((text) => {
    const mark = /^ {0,3}(?:```|~~~)/.test(text);
    if (mark) fenced = !fenced;
    return mark ? [] : [{ text, fenced }];
  });
}

/** Tags, or characters by name or number: `R&amp;D`. */
const isMarkup = (text: string): boolean => TAG.test(text) || /&(?:[a-z]\w{1,30}|#\w{1,8});/i.test(text);

function withoutFrontMatter(lines: readonly string[]): readonly string[] {
  if (lines[0]?.trim() !== '---') return lines;
  const end = lines.indexOf('---', 1);
  return end > 0 && end < 60 ? lines.slice(end + 1) : lines;
}

function addPlain(page: FlowPage, line: string): void {
  if (!line.trim()) page.gap();
  else {
    page.startLine();
    page.add(line);
  }
}

function addLine(page: FlowPage, line: string, next: string): void {
  const heading = /^ {0,3}(#{1,6})\s+([^#].*)$/.exec(line);
  const item = /^(\s{0,40})(?:[-*+•]|\d{1,3}[.)])\s+(\S.*)$/.exec(line);
  if (!line.trim() || /^ {0,3}(?:[-*_] ?){3,}$/.test(line.slice(0, 200)) || /^ {0,3}=+\s*$/.test(line.slice(0, 200))) page.gap();
  else if (heading) addHeading(page, heading[1]?.length ?? 1, (heading[2] ?? '').replace(/ #+ *$/, ''));
  else if (/^={2,}\s*$/.test(next.slice(0, 200)) || /^-{3,}\s*$/.test(next.slice(0, 200)))
    addHeading(page, next.startsWith('=') ? 1 : 2, line);
  else {
    const indent = (item?.[1]?.length ?? 0) * CHARACTER_WIDTH;
    page.startLine(item ? { indent, bullet: true } : {});
    addInline(page, (item?.[2]?.replace(CHECKED, '') ?? line).replace(/^> ?/, ''), {});
  }
}

/** `- [x] First aid`: a box that is ticked, or is not. */
const CHECKED = /^\[[ xX✓]\]\s+/u;

function addHeading(page: FlowPage, level: number, text: string): void {
  page.gap();
  page.startLine({ heading: level });
  addInline(page, text, { bold: true, size: HEADING_SIZES[level - 1] });
}

function isTableRow(line: string): boolean {
  return /^\s{0,3}\|/.test(line) && line.trimEnd().endsWith('|');
}

/** `| a | b |`; the line of dashes below the head is none. */
function addRow(page: FlowPage, line: string, state: { table: number; row: number }): void {
  if (/^[\s|:-]*$/.test(line)) return;
  if (state.row === 0) state.table++;
  const cells = line.trim().slice(1, -1).split('|');
  page.startLine();
  const top = page.lineNumber;
  let bottom = top;
  for (const [column, cell] of cells.entries()) {
    page.moveTo(top);
    page.startLine({ indent: column * COLUMN_WIDTH, cell: { table: state.table, row: state.row, column } });
    addInline(page, cell.trim(), {});
    bottom = Math.max(bottom, page.lineNumber);
  }
  // Whatever the last cell holds: below an empty one the next row would stand on this one.
  page.moveTo(bottom + 1);
  state.row++;
}

/** Emphasis, code, links, pictures (only their words), addresses in angle brackets, tags. Bounded, so no input makes it backtrack far. */
const INLINE =
  /\*\*\*?([^*\n]{1,500})\*\*\*?|__([^_\n]{1,500})__|(?<![\w*])\*([^*\s][^*\n]{0,500})\*(?![\w*])|(?<!\w)_([^_\s][^_\n]{0,500})_(?!\w)|`([^`\n]{1,500})`|!?\[([^[\]\n]{0,500})\]\(\s*<?([^)>\s]{1,2000})>?[^)\n]{0,200}\)|<((?:https?:|mailto:)[^>\s]{1,2000}|[^>\s@]{1,100}@[^>\s@]{1,100})>/g;

function addInline(page: FlowPage, text: string, style: RunStyle): void {
  const source = isMarkup(text) ? stripTags(text) : text;
  let end = 0;
  let afterCode = false;
  for (const match of source.matchAll(INLINE)) {
    const between = source.slice(end, match.index);
    // `Excel` `SAP`: words in code side by side are shown as chips, each for itself.
    if (afterCode && match[5] !== undefined && /^ {1,3}$/.test(between)) page.add('\t');
    else addText(page, between, style);
    afterCode = match[5] !== undefined;
    const [, bold, bold2, italic, italic2, code, label, target, address] = match;
    const strong = bold ?? bold2;
    const slanted = italic ?? italic2;
    if (strong !== undefined) addInline(page, strong, { ...style, bold: true });
    else if (slanted !== undefined) addInline(page, slanted, { ...style, italic: true });
    else if (code !== undefined) page.add(code, style);
    else if (address !== undefined) page.add(address, { ...style, link: linkTarget(address) });
    else if (!match[0].startsWith('!')) addLink(page, label ?? '', linkTarget(target), style);
    end = match.index + match[0].length;
  }
  addText(page, source.slice(end), style);
}

function addLink(page: FlowPage, label: string, link: string | undefined, style: RunStyle): void {
  if (label) page.add(withoutEscapes(label.replace(/\*\*/g, '')), { ...style, link });
  else if (link) page.addLink(link);
}

function addText(page: FlowPage, text: string, style: RunStyle): void {
  if (text) page.add(withoutEscapes(text), style);
}

function withoutEscapes(text: string): string {
  return text.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

/** A line with tags or names of characters is read as HTML. */
function stripTags(text: string): string {
  const html = extractHtml(
    new TextEncoder().encode(text.replace(/<((?:https?:|mailto:)[^>\s]{1,2000}|[^>\s@]{1,100}@[^>\s@]{1,100})>/g, '&lt;$1&gt;')),
  );
  return html.pages.flatMap((part) => part.runs.map((run) => run.text)).join(' ');
}
