/** What a file is, by its bytes (rule P5); the name only tells Markdown, pieces of HTML and plain text apart. For children: it decodes. */
import type { FileFormat } from '../../domain/document.ts';
import { decodeText, looksLikeText } from './decode-text.ts';
import { signedFormat } from './signed-format.ts';

/** What is known of a file beside its bytes. */
export interface FormatHints {
  name?: string;
  /** As what these bytes were read before: the lines of a page are counted anew only in the same reading. */
  format?: FileFormat;
}

const IN_TEXT: ReadonlySet<FileFormat> = new Set(['txt', 'md', 'html']);

/** The format of a file by its content. Never throws; what is none of ours is `unknown`. */
export function sniffFormat(bytes: Uint8Array, { name = '', format }: FormatHints): FileFormat {
  const signed = signedFormat(bytes);
  if (signed) return signed;
  if (format && IN_TEXT.has(format)) return format;
  return looksLikeText(bytes) ? textFormat(decodeText(bytes.subarray(0, 65_536)).text, name) : 'unknown';
}

const HTML =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body|div|p|h[1-6]|table|section|article|main|ul|span|meta|title|style)[\s>/]/i;
/** Elements that Markdown holds as well: pages kept on GitHub centre their head in a `<div>`. */
const PIECE = /^\s*(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:div|p|h[1-6]|table|section|article|main|ul|span)[\s>/]/i;
/**
 * Headings, rules under headings, lists with links or bold: two kinds of marks make Markdown of a text. A link is looked for from its `](`
 * on, so that a text of nothing but brackets takes no longer than any other (P6).
 */
const MARKDOWN: readonly RegExp[] = [
  /^#{1,6} \S/m,
  /^(?:---|\*\*\*|===+)\s*$/m,
  /\*\*[^*\n]{1,200}\*\*|__[^_\n]{1,200}__/,
  /\]\((?<=\[[^[\]\n]{1,200}\]\()[^)\s[\]]{1,500}\)/,
  /^ {0,3}[-*+] \S/m,
];

function textFormat(text: string, name: string): FileFormat {
  if (HTML.test(text) && !(PIECE.test(text) && isMarkdown(text, name))) return 'html';
  if (/^\s*<\?xml|^\s*<!DOCTYPE|^\s*<!ENTITY/i.test(text)) return 'unknown';
  if (/\.(?:md|markdown|mdown)$/i.test(name)) return 'md';
  if (/\.(?:html?|xhtml)$/i.test(name) && /<\/?[a-z][^<>]{0,200}>/i.test(text)) return 'html';
  return hasMarks(text) && !/\.txt$/i.test(name) ? 'md' : 'txt';
}

const hasMarks = (text: string): boolean =>
  /^#{1,3} \S/m.test(text) && MARKDOWN.filter((pattern) => pattern.test(text)).length >= 2;

/** A text that begins with an element, by its name or, where that says nothing, by its marks. */
const isMarkdown = (text: string, name: string): boolean =>
  /\.(?:md|markdown|mdown)$/i.test(name) || (!/\.(?:html?|xhtml|txt)$/i.test(name) && hasMarks(text));
