/** The pages of a PDF whose text is in pictures, read by text recognition and put in their place. */
import type { Document, DocumentPage, HiddenText } from '../../domain/document.ts';
import { MAX_OCR_PAGES } from './extract-limits.ts';
import { judgeLayer } from './judge-layer.ts';
import type { OcrEngine } from './ocr-engine.ts';
import { pagesReadWarning } from './pages-read.ts';
import { renderPdfPages } from './pdf-raster.ts';
import { isLate } from './read-failure.ts';
import { OCR_DPI, PAGE_INCHES, recognisePage } from './recognise-page.ts';

/**
 * Reads the first `MAX_OCR_PAGES` of `unread`, until the file has had its time; the others stay as they are, and a warning says which.
 * Throws `ReadFailure`, `timeout` when not even the first was read.
 */
export async function recognisePdf(
  bytes: Uint8Array,
  document: Document,
  unread: readonly number[],
  engine: OcrEngine,
): Promise<Document> {
  const wanted = unread.slice(0, MAX_OCR_PAGES);
  const read = new Map<number, DocumentPage>();
  const hidden: HiddenText[] = [];
  let language: string | undefined;
  for await (const { number, raster } of renderPdfPages(bytes, wanted, Math.round(OCR_DPI * PAGE_INCHES))) {
    if (!raster) continue;
    try {
      const { page, language: found } = recognisePage(engine, raster, number, language);
      language = found;
      const layer = document.pages.find((one) => one.number === number && one.doubtful);
      const judged = layer ? judgeLayer(layer, page) : { page, hidden: [] };
      read.set(number, judged.page);
      hidden.push(...judged.hidden);
    } catch (error) {
      if (!isLate(error) || read.size === 0) throw error;
      break;
    }
  }
  return {
    ...document,
    pages: document.pages.map((page) => read.get(page.number) ?? page),
    hiddenText: [...document.hiddenText, ...hidden],
    warnings: [...document.warnings, ...warningsOf(document.pages.length, [...read.keys()], unread)],
  };
}

function warningsOf(pages: number, read: readonly number[], unread: readonly number[]): string[] {
  if (read.length === 0) return [];
  const some = read.length < pages;
  const which = some
    ? `page${read.length > 1 ? 's' : ''} ${read.join(', ')} read by text recognition`
    : 'read by text recognition';
  const left = unread.filter((number) => !read.includes(number));
  return left.length > 0 ? [which, pagesReadWarning(pages, left)] : [which];
}
