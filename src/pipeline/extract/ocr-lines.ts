/** What the engine says about a page → lines of words with boxes, in pixels of the picture that it was given. */
import { z } from 'zod';

const box = z.object({ x0: z.number(), y0: z.number(), x1: z.number(), y1: z.number() });
const line = z.object({
  bbox: box,
  baseline: box,
  rowAttributes: z.object({ rowHeight: z.number(), descenders: z.number(), ascenders: z.number() }),
  words: z.array(z.object({ bbox: box, text: z.string(), confidence: z.number() })),
});
const page = z.object({
  blocks: z.array(z.object({ paragraphs: z.array(z.object({ lines: z.array(line) })) })),
});

export interface PixelBox {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

export interface OcrWord {
  text: string;
  /** 0…1. */
  confidence: number;
  box: PixelBox;
}

export interface OcrLine {
  words: OcrWord[];
  box: PixelBox;
  /** Its two ends; a word's own baseline lies between them. */
  baseline: PixelBox;
  /** From the top of ascenders to the bottom of descenders. */
  height: number;
}

/** Lines in the order of the engine, blank words and lines left out. */
export function readOcrLines(json: string): OcrLine[] {
  return page
    .parse(JSON.parse(json))
    .blocks.flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines))
    .map((entry) => ({
      box: entry.bbox,
      baseline: entry.baseline,
      height: entry.rowAttributes.rowHeight,
      words: entry.words
        .filter((word) => word.text.trim() !== '')
        .map((word) => ({ text: word.text.trim(), confidence: word.confidence / 100, box: word.bbox })),
    }))
    .filter((entry) => entry.words.length > 0);
}

/** Mean confidence, weighted by letters; 0 without words. */
export function meanConfidence(lines: readonly OcrLine[]): number {
  let letters = 0;
  let sum = 0;
  for (const { words } of lines) {
    for (const word of words) {
      letters += word.text.length;
      sum += word.text.length * word.confidence;
    }
  }
  return letters === 0 ? 0 : sum / letters;
}
