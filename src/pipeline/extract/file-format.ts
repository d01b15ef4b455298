/** What a file is, by its bytes (rule P5); the name only tells Markdown from plain text. */
import type { FileFormat } from '../../domain/document.ts';
import { decodeText, looksLikeText } from './decode-text.ts';
import { zipEntryNames } from './zip-directory.ts';

const SIGNATURES: readonly (readonly [FileFormat, readonly number[]])[] = [
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['tiff', [0x4d, 0x4d, 0x00, 0x2a]],
  ['doc', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
];
const ZIPS: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
];
/** Readers accept a PDF that starts within the first kB (Acrobat's implementation note, ISO 32000 annex). */
const PDF_REACH = 1024;

/** The format of a file by its content. Never throws; what is none of ours is `unknown`. */
export function sniffFormat(bytes: Uint8Array, name: string): FileFormat {
  const known = SIGNATURES.find(([, signature]) => startsWith(bytes, signature));
  if (known) return known[0];
  if (ZIPS.some((signature) => startsWith(bytes, signature))) return zipFormat(bytes);
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, PDF_REACH)).toString('latin1');
  if (head.includes('%PDF-')) return 'pdf';
  if (/^\s*\{\\?\\rtf/.test(head)) return 'rtf';
  return looksLikeText(bytes) ? textFormat(decodeText(bytes.subarray(0, 65_536)).text, name) : 'unknown';
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}

/** Office files are zips that hold certain members. Other office files (spreadsheets, slides, Pages) are not ours. */
function zipFormat(bytes: Uint8Array): FileFormat {
  const names = zipEntryNames(bytes);
  if (names.has('[Content_Types].xml')) {
    // A file that was cut off may have lost its body; only what is surely another program's file is none of ours.
    const other = [...names].some((name) => /^(?:xl|ppt|visio)\//i.test(name));
    return other ? 'unknown' : 'docx';
  }
  if (names.has('mimetype') && names.has('content.xml')) return 'odt';
  if (names.has('Index/Document.iwa') || names.has('Index.zip')) return 'unknown';
  return 'zip';
}

const HTML =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body|div|p|h[1-6]|table|section|article|main|ul|span|meta|title|style)[\s>/]/i;
/** Headings, rules under headings, lists with links or bold: two kinds of marks make Markdown of a text. */
const MARKDOWN: readonly RegExp[] = [
  /^#{1,6} \S/m,
  /^(?:---|\*\*\*|===+)\s*$/m,
  /\*\*[^*\n]{1,200}\*\*|__[^_\n]{1,200}__/,
  /\[[^\]\n]{1,200}\]\([^)\s]{1,500}\)/,
  /^ {0,3}[-*+] \S/m,
];

function textFormat(text: string, name: string): FileFormat {
  if (HTML.test(text)) return 'html';
  if (/^\s*<\?xml|^\s*<!DOCTYPE|^\s*<!ENTITY/i.test(text)) return 'unknown';
  if (/\.(?:md|markdown|mdown)$/i.test(name)) return 'md';
  if (/\.(?:html?|xhtml)$/i.test(name) && /<\/?[a-z][^>]{0,200}>/i.test(text)) return 'html';
  const kinds = MARKDOWN.filter((pattern) => pattern.test(text)).length;
  return /^#{1,3} \S/m.test(text) && kinds >= 2 && !/\.txt$/i.test(name) ? 'md' : 'txt';
}
