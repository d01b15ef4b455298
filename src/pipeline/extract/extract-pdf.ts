/** PDF → document, by pdfjs (legacy build, no canvas, no fonts drawn). */
import { AnnotationType, OPS, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.min.mjs';
import type { Document, DocumentPage } from '../../domain/document.ts';
import { MAX_PAGES, MAX_RUNS, MAX_TEXT } from './extract-limits.ts';
import { linkRuns } from './link-runs.ts';
import { linkTarget } from './link-target.ts';
import { toBox, toMatrix, transformBox } from './matrix.ts';
import { type InkOfPages, openInk } from './page-ink.ts';
import { openPdf } from './pdf-engine.ts';
import { type PageInput, type PageOutput, readPage, type Viewport } from './pdf-page.ts';
import { ReadFailure } from './read-failure.ts';
import { needsRecognition } from './text-layer.ts';

/** Reads a PDF. Pages whose text is in pictures come without runs, as `unread`. Throws `ReadFailure`: encrypted, damaged, too_many_pages, too_large, no_text. */
export async function extractPdf(bytes: Uint8Array): Promise<Document> {
  const pdf = openPdf(bytes);
  const ink = openInk(bytes);
  try {
    const file = await pdf.file.catch((error: unknown) => {
      throw openFailure(error);
    });
    if (file.numPages > MAX_PAGES) throw new ReadFailure('too_many_pages');
    return await readFile(file, ink);
  } finally {
    ink.close();
    await pdf.close();
  }
}

function openFailure(error: unknown): ReadFailure {
  return new ReadFailure(error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'damaged');
}

async function readFile(file: PDFDocumentProxy, ink: InkOfPages): Promise<Document> {
  const document: Document = { format: 'pdf', pages: [], hiddenText: [], links: [], warnings: [] };
  const unread: number[] = [];
  let scans = 0;
  for (let number = 1; number <= file.numPages; number++) {
    const output = await readPageOf(file, number, { document, ink }).catch(() => undefined);
    if (!output) {
      document.warnings.push(`page ${number} of ${file.numPages} could not be read`);
      continue;
    }
    document.pages.push(output.page);
    document.hiddenText.push(...output.hidden);
    scans += output.scan ? 1 : 0;
    if (needsRecognition(output.page, output.sight)) unread.push(number);
    if (isTooLarge(document)) throw new ReadFailure('too_large');
  }
  const placed = new Set(document.pages.flatMap((page) => page.runs.map((run) => run.link)));
  document.links = document.links.filter(({ link }) => !placed.has(link));
  if (document.pages.length === 0) throw new ReadFailure('damaged');
  if (scans > 0) document.warnings.push('text layer of a scan');
  if (unread.length > 0) return { ...document, unread };
  if (document.pages.every((page) => page.runs.length === 0))
    throw new ReadFailure('no_text', { message: 'There is no text on the pages of the file.' });
  return document;
}

function isTooLarge(document: Document): boolean {
  let length = 0;
  let runs = 0;
  for (const page of document.pages) {
    runs += page.runs.length;
    for (const run of page.runs) length += run.text.length;
  }
  for (const find of document.hiddenText) length += find.text.length;
  return length > MAX_TEXT || runs > MAX_RUNS;
}

async function readPageOf(
  file: PDFDocumentProxy,
  number: number,
  { document, ink }: { document: Document; ink: InkOfPages },
): Promise<PageOutput> {
  const page = await file.getPage(number);
  const list = await page.getOperatorList();
  const layers = await file.getOptionalContentConfig();
  const fonts = await loadFonts(page, list.fnArray, list.argsArray);
  const viewport = (turn: number) => page.getViewport({ scale: 1, rotation: (page.rotate + turn) % 360 });
  const input: PageInput = {
    number,
    list,
    resources: {
      font: (name) => fonts.get(name),
      isLayerOff: (group) => group !== null && group !== undefined && !layers.isVisible(group),
    },
    viewport: (turn) => toViewport(viewport(turn)),
  };
  let output = readPage(input);
  if (output.unsure) {
    const seen = await ink.ofPage(number, output);
    if (seen) output = readPage({ ...input, ink: seen });
  }
  for (const annotation of await linksOf(file, number)) addLink(annotation, input.viewport(output.turn), output.page, document);
  page.cleanup();
  return output;
}

const WITH_LINKS = new Set<number>([AnnotationType.LINK, AnnotationType.WIDGET]);
/** Annotations that say they are not to be shown: invisible, no view. */
const UNSHOWN = 0x21;

/** Links of a page. pdfjs has them from the operator list; asked for all annotations of the page it reads the page again for the words under each. */
async function linksOf(file: PDFDocumentProxy, number: number): Promise<object[]> {
  const others = new Set(Array.from({ length: file.numPages }, (_, index) => index));
  others.delete(number - 1);
  const annotations: readonly object[] = (await file.getAnnotationsByType(WITH_LINKS, others)) ?? [];
  return annotations.filter((one) => !('annotationFlags' in one && (Number(one.annotationFlags) & UNSHOWN) !== 0));
}

function toViewport(viewport: { width: number; height: number; transform: unknown }): Viewport {
  return {
    width: viewport.width,
    height: viewport.height,
    transform: toMatrix(viewport.transform) ?? [1, 0, 0, -1, 0, viewport.height],
  };
}

/** Font objects arrive in messages of their own, maybe after the operator list: wait for each. */
async function loadFonts(
  page: PDFPageProxy,
  operators: readonly number[],
  args: readonly unknown[],
): Promise<Map<string, unknown>> {
  const names = new Set<string>();
  operators.forEach((op, i) => {
    const list = args[i];
    if (op === OPS.setFont && Array.isArray(list)) names.add(String(list[0]));
    else if (op === OPS.setGState) for (const name of fontsOfState(list)) names.add(name);
  });
  const fonts = new Map<string, unknown>();
  await Promise.all(
    [...names].map(
      (name) => new Promise<void>((resolve) => page.commonObjs.get(name, (font: unknown) => resolve(void fonts.set(name, font)))),
    ),
  );
  return fonts;
}

/** A font may also come with a graphics state dictionary: `[[["Font", [name, size]], …]]`. */
function fontsOfState(args: unknown): string[] {
  const entries: unknown = Array.isArray(args) ? args[0] : undefined;
  if (!Array.isArray(entries)) return [];
  return entries.flatMap((entry: unknown) =>
    Array.isArray(entry) && entry[0] === 'Font' && Array.isArray(entry[1]) ? [String(entry[1][0])] : [],
  );
}

/** Puts the target of a link on the words that it covers, or on the list of the file when it covers none. */
function addLink(annotation: unknown, viewport: Viewport, page: DocumentPage, document: Document): void {
  if (typeof annotation !== 'object' || annotation === null || !('rect' in annotation)) return;
  const link = linkTarget('url' in annotation ? annotation.url : undefined);
  const rect = toBox(annotation.rect);
  if (!link || !rect) return;
  const box = transformBox(viewport.transform, rect);
  if (linkRuns(page, box, link) || document.links.some((one) => one.link === link)) return;
  document.links.push({ link, page: page.number, box: [box[0], box[1], box[2], box[3]] });
}
