/** Whether there is ink where a text is said to stand, by a small picture of the page: for what the operators of a page do not tell (rule A1). */
import type { Box } from './matrix.ts';
import { boxOf } from './pdf-paint.ts';
import type { PdfPictures } from './pdf-raster.ts';
import { endOf, pointOn, type Span } from './pdf-span.ts';
import { type QuarterTurn, type Raster, turnRaster } from './raster.ts';

/** Pixels along the shorter side of a page: letters of 9 pt are 12 pixels high, which is enough to see that there are some. */
const INK_SIDE = 850;
/** Share of the pixels of a cell that may be specks. */
const SPECKS = 0.03;
/** A cell is so many ems long: longer than any gap between words. */
const CELL = 2;

/** Differences of grey, 0…255, in the cells along a span; none where the span lies outside the picture. */
export type PageInk = (span: Span) => number[];

export interface InkOfPages {
  /** `turn` is how far the page was turned to stand upright. undefined: the page cannot be drawn, or too many were. */
  ofPage(number: number, look: { turn: QuarterTurn; page: { width: number; height: number } }): Promise<PageInk | undefined>;
  close(): void;
}

/** Pages of a file that are drawn, 0.1 to 0.3 s each: resumes have one to four. */
const MAX_DRAWN = 12;

/** Loads PDFium (0.1 s) with the first page that somebody asks for: most files need no look. */
export function openInk(bytes: Uint8Array): InkOfPages {
  let pictures: PdfPictures | undefined;
  let left = MAX_DRAWN;
  return {
    async ofPage(number, { turn, page }) {
      if (left-- <= 0) return undefined;
      pictures ??= await openPictures(bytes);
      const raster = pictures?.draw(number, INK_SIDE);
      if (!pictures) left = 0;
      return raster && inkOf(turnRaster(raster, turn), page);
    },
    close: () => pictures?.close(),
  };
}

/** A file that PDFium refuses and pdfjs reads is read without a look. */
async function openPictures(bytes: Uint8Array): Promise<PdfPictures | undefined> {
  const { openPdfPictures } = await import('./pdf-raster.ts');
  return openPdfPictures(bytes).catch(() => undefined);
}

/** `size` is that of the page in points, upright like the raster. */
function inkOf(raster: Raster, size: { width: number; height: number }): PageInk {
  const [across, down] = [raster.width / size.width, raster.height / size.height];
  return (span) => {
    const length = endOf(span);
    const cells = Math.max(1, Math.min(200, Math.round(length / (CELL * span.size))));
    return Array.from({ length: cells }, (_, i) =>
      boxOf([
        pointOn(span, (i / cells) * length, 0),
        pointOn(span, ((i + 1) / cells) * length, 0),
        pointOn(span, (i / cells) * length, 0.75 * span.size),
        pointOn(span, ((i + 1) / cells) * length, 0.75 * span.size),
      ]),
    ).flatMap(([x0, y0, x1, y1]) => contrastIn(raster, [x0 * across, y0 * down, x1 * across, y1 * down]) ?? []);
  };
}

/** Between the darkest and the lightest pixels of a box; undefined for a box without pixels. */
function contrastIn({ width, height, data }: Raster, [x0, y0, x1, y1]: Box): number | undefined {
  const counts = new Uint32Array(256);
  let total = 0;
  for (let y = Math.max(0, Math.floor(y0)); y < Math.min(height, Math.ceil(y1)); y++) {
    for (let x = Math.max(0, Math.floor(x0)); x < Math.min(width, Math.ceil(x1)); x++) {
      const level = data[y * width + x] ?? 255;
      counts[level] = (counts[level] ?? 0) + 1;
      total++;
    }
  }
  if (total === 0) return undefined;
  return levelAt(counts, total * (1 - SPECKS)) - levelAt(counts, total * SPECKS);
}

function levelAt(counts: Uint32Array, rank: number): number {
  let below = 0;
  for (let level = 0; level < counts.length; level++) {
    below += counts[level] ?? 0;
    if (below > rank) return level;
  }
  return counts.length - 1;
}
