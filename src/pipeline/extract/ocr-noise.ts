/** What the engine reads that is no text: specks, lines, pictures; and marks of items that it takes for letters. */
import type { TextRun } from '../../domain/document.ts';
import { meanConfidence, type OcrLine, type OcrWord } from './ocr-lines.ts';
import type { Raster } from './raster.ts';

/** Dots, squares, arrows and ticks are read as one of these, or as any single sign. */
const LOOKS_ROUND = /^[eoceO0Qsa©®°¢@¥]$/;
const SIGN = /^[^\p{L}\p{N}"'“”‘’([{&#§$€£]{1,2}$/u;

/** The first word of a line, when it is the mark of an item and not a letter: dots are small and float above the baseline. */
export function isBulletMark(word: OcrWord, line: OcrLine, size: number): boolean {
  if (line.words[0] !== word || line.words.length < 2) return false;
  const { x0, x1, y0, y1 } = word.box;
  const next = line.words[1];
  if (!next || next.box.x0 - x1 < 0.12 * size) return false;
  if (SIGN.test(word.text)) return !(word.text === '+' && /^\d/.test(next.text));
  const height = y1 - y0;
  const floats = line.baseline.y0 - y1 >= 0.06 * size;
  const round = x1 - x0 < 1.6 * height && height < 1.6 * (x1 - x0);
  return LOOKS_ROUND.test(word.text) && height <= 0.46 * size && floats && round;
}

/** Lines without words: what is left of pictures, frames and specks. */
export function isNoise(line: OcrLine, size: number): boolean {
  const text = line.words.map((word) => word.text).join('');
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  if (letters === 0) return true;
  const sure = meanConfidence([line]);
  if (sure < 0.25) return true;
  // Pieces of pictures come as one or two letters, or as signs and letters mixed.
  if (sure < 0.5 && (letters < 3 || letters < 0.6 * text.length)) return true;
  return size < 8 || line.box.y1 - line.box.y0 > 6 * size;
}

/** Upright bars between words are separators; taller ones are lines of the drawing. Specks are letters that nobody is sure of. */
export function withoutBars(line: OcrLine): OcrLine {
  const words = line.words.filter(({ text, box, confidence }, i) => {
    const bar = /^[|[\]Il1!]+$/.test(text) && box.y1 - box.y0 > 1.8 * line.height;
    // The first may be the mark of an item, of which the engine is never sure.
    return !bar && !(i > 0 && confidence < 0.2 && text.length <= 2);
  });
  return { ...line, words };
}

/** A dot in the middle of a line is read as a dash or a full stop; its place and its shape tell. */
export function withMiddleDots(line: OcrLine, size: number): OcrLine {
  const words = line.words.map((word) => {
    if (!/^[-–—.•*:'~°]$/.test(word.text)) return word;
    const { x0, x1, y0, y1 } = word.box;
    const small = x1 - x0 < 0.24 * size && y1 - y0 < 0.24 * size;
    const above = line.baseline.y0 - (y0 + y1) / 2;
    return small && above > 0.13 * size && above < 0.5 * size ? { ...word, text: '·' } : word;
  });
  return { ...line, words };
}

/** A page of small print has fewer strokes that begin, and fewer dots. */
const MOST_STROKES = 80_000;
const MOST_SPECKS = 12_000;
/** So many dots and points has no page of text: most are dirt, and slow the engine down tenfold. */
const CLEAN = 3000;
/** Sides of a speck in pixels at 300 dpi. */
const SPECK = 5;
const DARK = 128;

/** True for a page of grain: there is nothing to read in it, and the engine would look for minutes. Takes the specks off a dirty one. */
export function isSpeckled(raster: Raster): boolean {
  const { width, height, data } = raster;
  const specks: number[] = [];
  let strokes = 0;
  for (let at = width + 1; at < width * (height - SPECK - 2); at++) {
    // Ink with paper above and before it: where a stroke begins.
    if (isInk(data, at) && !isInk(data, at - 1) && !isInk(data, at - width) && !isInk(data, at - width + 1)) {
      strokes++;
      if (strokes > MOST_STROKES) return true;
      if (standsAlone(raster, at)) specks.push(at);
    }
  }
  if (specks.length > MOST_SPECKS) return true;
  if (specks.length > CLEAN) for (const at of specks) erase(raster, at);
  return false;
}

const isInk = (data: Uint8Array, at: number): boolean => (data[at] ?? 255) < DARK;

/** Paper all around a square that begins a little before this pixel. */
function standsAlone({ width, data }: Raster, at: number): boolean {
  const side = SPECK + 3;
  const corner = at - width - 2;
  for (let i = 0; i <= side; i++) {
    if (isInk(data, corner + i) || isInk(data, corner + side * width + i)) return false;
    if (isInk(data, corner + i * width) || isInk(data, corner + i * width + side)) return false;
  }
  return true;
}

function erase({ width, data }: Raster, at: number): void {
  for (let y = 0; y <= SPECK + 2; y++) data.fill(255, at + y * width - 2, at + y * width + SPECK + 1);
}

/** What the engine sees in a pattern: a few letters, of none of which it is sure. */
export function isGuesswork(runs: readonly TextRun[]): boolean {
  let [letters, sure] = [0, 0];
  for (const { text, confidence = 1 } of runs) {
    letters += text.length;
    sure += confidence * text.length;
  }
  return sure < (letters < 40 ? 0.55 : 0.4) * letters;
}
