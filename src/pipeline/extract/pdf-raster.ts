/** PDF pages as a reader sees them: rendered by PDFium (WebAssembly) into grey rasters. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';
import type { Raster } from './raster.ts';
import { ReadFailure } from './read-failure.ts';

const GREY = 1;
/** The only kind of picture in which PDFium blends (modes other than `Normal`). */
const COLOR = 4;
const WHITE = 0xffffffff;
/** Annotations are seen too; colours are not needed. */
const FLAGS = 0x01 | 0x08;

export interface PdfPictures {
  /**
   * The page (numbers from 1), `side` pixels along its shorter side. undefined: it cannot be opened. `blended`: as blend modes make it, for
   * four times the memory.
   */
  draw(number: number, side: number, options?: { blended?: boolean }): Raster | undefined;
  close(): void;
}

/** As Node has it; the types of Node name but a part of it. */
declare const WebAssembly: {
  compile(bytes: Uint8Array): Promise<object>;
  readonly Instance: new (program: object, imports: object) => { exports: object };
};

/** PDFium, compiled once a process: that takes several times as long as drawing a page. Every document gets an instance and memory of its own. */
let program: Promise<object> | undefined;

function loadProgram(): Promise<object> {
  program ??= WebAssembly.compile(readFileSync(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm')));
  return program;
}

/** Throws `ReadFailure` damaged, memory. Call `close` when done. */
export async function openPdfPictures(bytes: Uint8Array): Promise<PdfPictures> {
  const compiled = await loadProgram();
  const pdfium = await init({
    instantiateWasm(imports: object, use: (instance: object) => void) {
      const instance = new WebAssembly.Instance(compiled, imports);
      use(instance);
      return instance.exports;
    },
  });
  pdfium.PDFiumExt_Init();
  const { malloc, free } = pdfium.pdfium.wasmExports;
  const data = malloc(bytes.length);
  if (data === 0) throw new ReadFailure('memory');
  memoryOf(pdfium.pdfium).set(bytes, data);
  const file = pdfium.FPDF_LoadMemDocument(data, bytes.length, '');
  const close = () => {
    if (file !== 0) pdfium.FPDF_CloseDocument(file);
    free(data);
    pdfium.FPDF_DestroyLibrary();
  };
  if (file === 0) {
    close();
    throw new ReadFailure('damaged');
  }
  return {
    draw: (number, side, { blended = false } = {}) =>
      renderPage(pdfium, file, number - 1, { side, format: blended ? COLOR : GREY }),
    close,
  };
}

/** Renders the pages (numbers from 1), one at a time, `side` pixels along their shorter side. undefined: the page cannot be opened. */
export async function* renderPdfPages(
  bytes: Uint8Array,
  numbers: readonly number[],
  side: number,
): AsyncGenerator<{ number: number; raster: Raster | undefined }> {
  const pictures = await openPdfPictures(bytes);
  try {
    for (const number of numbers) yield { number, raster: pictures.draw(number, side) };
  } finally {
    pictures.close();
  }
}

interface Drawing {
  side: number;
  format: number;
}

function renderPage(pdfium: WrappedPdfiumModule, file: number, index: number, { side, format }: Drawing): Raster | undefined {
  const page = pdfium.FPDF_LoadPage(file, index);
  if (page === 0) return undefined;
  try {
    const [w, h] = [pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)];
    const scale = side / Math.max(1, Math.min(w, h));
    // A strip of a page (a receipt) must not become a picture without end.
    const width = Math.max(1, Math.round(Math.min(w * scale, side * 4)));
    const height = Math.max(1, Math.round(Math.min(h * scale, side * 4)));
    return renderBitmap(pdfium, page, format, { width, height });
  } finally {
    pdfium.FPDF_ClosePage(page);
  }
}

function renderBitmap(
  pdfium: WrappedPdfiumModule,
  page: number,
  format: number,
  { width, height }: { width: number; height: number },
): Raster {
  const bitmap = pdfium.FPDFBitmap_CreateEx(width, height, format, 0, 0);
  if (bitmap === 0) throw new ReadFailure('memory');
  try {
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, FLAGS);
    const stride = pdfium.FPDFBitmap_GetStride(bitmap);
    const buffer = pdfium.FPDFBitmap_GetBuffer(bitmap);
    const memory = memoryOf(pdfium.pdfium);
    const data = new Uint8Array(width * height);
    for (let y = 0; y < height; y++) {
      const row = buffer + y * stride;
      const pixels = memory.subarray(row, row + width * format);
      data.set(format === GREY ? pixels : greyOf(pixels), y * width);
    }
    return { width, height, data };
  } finally {
    pdfium.FPDFBitmap_Destroy(bitmap);
  }
}

/** Of blue, green, red, alpha. */
function greyOf(pixels: Uint8Array): Uint8Array {
  const grey = new Uint8Array(pixels.length / COLOR);
  for (let i = 0, at = 0; i < grey.length; i++, at += COLOR)
    grey[i] = ((pixels[at + 2] ?? 0) * 77 + (pixels[at + 1] ?? 0) * 151 + (pixels[at] ?? 0) * 28) >> 8;
  return grey;
}

/** The view of its memory that the build exports and its types leave out; it is another one after the memory grew. */
function memoryOf(module: object): Uint8Array {
  if ('HEAPU8' in module && module.HEAPU8 instanceof Uint8Array) return module.HEAPU8;
  throw new Error('PDFium shows no memory');
}
