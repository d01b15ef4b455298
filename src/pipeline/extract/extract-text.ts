/** Plain text → document. */
import type { Document } from '../../domain/document.ts';
import { decodeText } from './decode-text.ts';
import { MAX_TEXT } from './extract-limits.ts';
import { CHARACTER_WIDTH, FlowPage } from './flow-page.ts';
import { ReadFailure } from './read-failure.ts';

/** Reads a text file in whatever encoding. Throws `ReadFailure` (too_large). */
export function extractText(bytes: Uint8Array): Document {
  // A character takes at most four bytes.
  if (bytes.length > MAX_TEXT * 4) throw new ReadFailure('too_large');
  return layOutText(decodeText(bytes).text).toDocument('txt');
}

/** Lines as they stand: leading spaces are the indent, blank lines gaps, a form feed is a blank line. */
export function layOutText(text: string): FlowPage {
  const page = new FlowPage();
  addText(page, text);
  return page;
}

/** Writes further lines onto a page; `foot` as in `TextRun`. */
export function addText(page: FlowPage, text: string, foot = false): void {
  for (const line of text.replace(/^\ufeff/, '').split(/\r\n|[\n\r\f\u2028\u2029]/)) {
    const indent = (/^ */.exec(line)?.[0].length ?? 0) * CHARACTER_WIDTH;
    if (!line.trim()) page.gap();
    else {
      page.startLine({ indent, foot });
      page.add(line);
    }
  }
}
