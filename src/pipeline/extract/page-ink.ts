/** Whether there is ink where a text is said to stand, by a small picture of the page: for what the operators of a page do not tell (rule A1). */
import type { Box } from './matrix.ts';
import { boxOf } from './pdf-paint.ts';
import type { PdfPictures } from './pdf-raster.ts';
import { endOf, pointOn, type Span } from './pdf-span.ts';
import { type QuarterTurn, type Raster, turnRaster } from './raster.ts';

/** Pixels along the shorter side of a page: 100 dpi show that there are letters, 150 where one word ends and the next begins. */
const SIDES = { letters: 850, words: 1275 } as const;
/** Share of the pixels of a cell that may be specks. */
const SPECKS = 0.03;
/** A cell is so many ems long: longer than any gap between words. */
const CELL = 2;

/** Ink differs from its ground by so much (0…255); the grain of paper does by less. */
export const INKED = 36;
/** How far from the middle of a gap between words there may be paper, in ems: the boxes of OCR programs are not exact. */
const NEAR_GAP = 0.12;

export interface PageInk {
  /** Differences of grey, 0…255, in the cells along a span; none where the span lies outside the picture. */
  contrasts(span: Span): number[];
  /** The gaps between the words of a span, and how many of them are paper on the picture. */
  gaps(span: Span): { all: number; paper: number };
}

interface Size {
  width: number;
  height: number;
}

export interface InkOfPages {
  /** `turn` is how far the page was turned to stand upright. undefined: the page cannot be drawn, or too many were. */
  ofPage(number: number, look: { turn: QuarterTurn; scan: boolean; page: Size }): Promise<PageInk | undefined>;
  close(): void;
}

/** Pages of a file that are drawn, 0.1 to 0.3 s each: resumes have one to four. */
const MAX_DRAWN = 12;

/** Loads PDFium (0.1 s) with the first page that somebody asks for: most files need no look. */
export function openInk(bytes: Uint8Array): InkOfPages {
  let pictures: PdfPictures | undefined;
  let left = MAX_DRAWN;
  return {
    async ofPage(number, { turn, scan, page }) {
      if (left-- <= 0) return undefined;
      pictures ??= await openPictures(bytes);
      const raster = pictures?.draw(number, scan ? SIDES.words : SIDES.letters, { blended: !scan });
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
function inkOf(raster: Raster, size: Size): PageInk {
  const [across, down] = [raster.width / size.width, raster.height / size.height];
  const contrasts = (span: Span, from: number, to: number): number | undefined => {
    const [x0, y0, x1, y1] = boxOf([
      pointOn(span, from, 0),
      pointOn(span, to, 0),
      pointOn(span, from, 0.75 * span.size),
      pointOn(span, to, 0.75 * span.size),
    ]);
    return contrastIn(raster, [x0 * across, y0 * down, x1 * across, y1 * down]);
  };
  return {
    contrasts(span) {
      const length = endOf(span);
      const cells = Math.max(1, Math.min(200, Math.round(length / (CELL * span.size))));
      return Array.from(
        { length: cells },
        (_, i) => contrasts(span, (i / cells) * length, ((i + 1) / cells) * length) ?? [],
      ).flat();
    },
    gaps(span) {
      const middles = gapsOf(span);
      // Two pixels without ink: letters stand closer.
      const step = 1 / across;
      const isPaper = (at: number) => (contrasts(span, at - step / 2, at + step / 2) ?? 255) < INKED;
      const paper = middles.filter((middle) => {
        for (let at = middle - NEAR_GAP * span.size; at <= middle + NEAR_GAP * span.size; at += step / 2)
          if (isPaper(at)) return true;
        return false;
      });
      return { all: middles.length, paper: paper.length };
    },
  };
}

/** Middles of the gaps between words along a span: where spaces are, or where nothing is. */
function gapsOf({ glyphs, size }: Span): number[] {
  const middles: number[] = [];
  let end: number | undefined;
  for (const { text, at, width } of glyphs) {
    if (text.trim() === '') continue;
    if (end !== undefined && at - end > 0.12 * size) middles.push((at + end) / 2);
    end = at + width;
  }
  return middles;
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
