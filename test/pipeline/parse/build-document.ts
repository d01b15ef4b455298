/** Documents for tests: plain text as extraction lays it out, and pages with runs at given places. */
import type { Document, DocumentPage, TextRun } from '../../../src/domain/document.ts';
import type { Resume } from '../../../src/domain/resume.ts';
import { createTaxonomy } from '../../../src/pipeline/enrich/create-taxonomy.ts';
import { parseResume } from '../../../src/pipeline/parse/parse-resume.ts';

export const taxonomy = createTaxonomy();
const AS_OF = '2026-11-01';

function document(pages: DocumentPage[], format: Document['format']): Document {
  return { format, pages, hiddenText: [], links: [], warnings: [] };
}

/** One run a line, nominal geometry, as plain text comes out of extraction. */
export function textDocument(text: string): Document {
  const runs = text.split('\n').flatMap((line, i): TextRun[] => {
    const indent = line.length - line.trimStart().length;
    if (!line.trim()) return [];
    return [
      { text: line.trim(), x: indent * 6, y: (i + 1) * 14, width: line.trim().length * 6, size: 11, bold: false, italic: false },
    ];
  });
  return document([{ number: 1, width: 612, height: 14 * text.split('\n').length, flow: true, runs, rules: [] }], 'txt');
}

export type Placed = [x: number, y: number, text: string, style?: Partial<TextRun>];

/** Styles that most templates have. */
export const BOLD = { bold: true } as const;
export const HEADING = { bold: true, size: 14 } as const;
export const ITEM = { bullet: true } as const;

/** The head of a page: a name, and an address made of it. */
export const headOf = (name: string): Placed[] => [
  [40, 56, name, { size: 20, bold: true }],
  [40, 78, `${name.toLowerCase().replaceAll(' ', '.')}@example.org`],
];

/** Runs at places in points; widths follow from the size (half an em a letter). */
function pdfPage(placed: readonly Placed[], number = 1): DocumentPage {
  const runs = placed.map(([x, y, text, style]): TextRun => {
    const size = style?.size ?? 10;
    return { text, x, y, width: text.length * size * 0.5, size, bold: false, italic: false, ...style };
  });
  return { number, width: 595, height: 842, flow: false, runs, rules: [] };
}

export function pdfDocument(...pages: (readonly Placed[])[]): Document {
  return document(
    pages.map((placed, i) => pdfPage(placed, i + 1)),
    'pdf',
  );
}

export function parse(input: Document | string): Resume {
  return parseResume(typeof input === 'string' ? textDocument(input) : input, { asOf: AS_OF, taxonomy });
}

/** Jobs as `title @ employer, place [start/end]`, for short expectations. */
export function jobs(resume: Resume): string[] {
  return resume.work.map((w) => {
    const dates = `${w.startDate ?? ''}/${w.endDate ?? ''}`;
    return `${w.position ?? '?'} @ ${w.name ?? '?'}${w.location ? `, ${w.location}` : ''} [${dates}]`;
  });
}
