/**
 * pdfjs set up for reading alone. It comes as two halves that talk through messages, made for a page and its worker; in one thread half
 * of a reading went into copying messages, into glyphs and pixels that nobody draws, and into waiting (decision 0028).
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { getDocument, type PDFDocumentProxy, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.min.mjs';
import { WorkerMessageHandler } from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs';
import { nameActualText } from './actual-text.ts';
import { MAX_IMAGE_PIXELS } from './extract-limits.ts';
import { dropFontFiles } from './pdf-font-files.ts';
import { dropPixels } from './pdf-pictures.ts';
import { PdfPort } from './pdf-port.ts';

export interface OpenPdf {
  file: Promise<PDFDocumentProxy>;
  close(): Promise<void>;
}

const ROOT = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const assets = (name: string) => `${path.join(ROOT, name)}/`;

/** `file` rejects with the errors of pdfjs. Call `close` in any case. */
export function openPdf(bytes: Uint8Array): OpenPdf {
  const [ours, theirs] = PdfPort.pair();
  WorkerMessageHandler.initializeFromPort(theirs);
  const worker = PDFWorker.create({ port: ours });
  // pdfjs may write into what it is given, and so do we.
  const data = new Uint8Array(bytes);
  dropPixels(data);
  dropFontFiles(data);
  nameActualText(data);
  const task = getDocument({ ...OPTIONS, data, worker });
  return {
    file: task.promise,
    async close() {
      await task.destroy();
      worker.destroy();
    },
  };
}

const OPTIONS = {
  isEvalSupported: false,
  maxImageSize: MAX_IMAGE_PIXELS,
  // Only here do font objects carry the PostScript name, which tells bold from regular.
  fontExtraProperties: true,
  useSystemFonts: false,
  // Without a way to load fonts pdfjs turns every glyph into a path; with one it asks for that, and is told that it is done.
  disableFontFace: false,
  ownerDocument: { fonts: {} },
  isOffscreenCanvasSupported: false,
  isImageDecoderSupported: false,
  enableXfa: false,
  cMapUrl: assets('cmaps'),
  cMapPacked: true,
  standardFontDataUrl: assets('standard_fonts'),
  verbosity: 0,
};
