/** Document → its lines with their sections, numbered as the sources of a resume are. */
import type { Document } from '../../domain/document.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import type { VisibleLine } from '../../domain/visible-line.ts';
import type { Line } from './line.ts';
import { readSections } from './read-document.ts';

/** Every line once, in reading order, but those that speak to software: they are no facts (A2). Pure. */
export function visibleLines(document: Document, taxonomy: Taxonomy): VisibleLine[] {
  const found = new Map<string, VisibleLine>();
  const add = (line: Line, section: string, heading: boolean) => {
    const { page, number, text, bullet } = line;
    const key = `${page}:${number}`;
    // A label and its words in one line (`Languages: English`) are one line of the page.
    if (!found.has(key)) found.set(key, { page, line: number, text, section, heading, bullet });
  };
  for (const section of readSections(document, taxonomy).sections) {
    const kind = section.kinds[0] ?? 'other';
    const { headingLine } = section;
    const inline = section.lines.some((line) => line.page === headingLine?.page && line.number === headingLine.number);
    if (headingLine) add(headingLine, kind, !inline);
    for (const line of section.lines) add(line, kind, false);
  }
  return [...found.values()];
}
