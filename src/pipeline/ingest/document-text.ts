/** The visible text of a document as one would type it: a line a line, `- ` before items of lists. For job ads, which nobody lays out as a resume. */
import type { Document } from '../../domain/document.ts';
import { readLines } from '../parse/read-lines.ts';

/** In points or line heights: a wider gap is a blank line. */
const PARAGRAPH_GAP = 1.6;

export function documentText(document: Document): string {
  return readLines(document)
    .map((line) => {
      const mark = line.bullet && !/^[-•*–]/.test(line.text) ? '- ' : '';
      const colon = line.heading !== undefined && line.heading > 1 && !/[:.!?]$/.test(line.text) ? ':' : '';
      return `${line.gap > PARAGRAPH_GAP && line.number > 1 ? '\n' : ''}${mark}${line.text}${colon}`;
    })
    .join('\n');
}
