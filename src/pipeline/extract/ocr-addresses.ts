/** Addresses of mail and web are plain letters in every language: the English model reads them better than the others, "@" above all. */
import { isMailAddress } from '../../domain/mail-address.ts';
import type { OcrEngine } from './ocr-engine.ts';
import { meanConfidence, type OcrLine, type OcrWord, type PixelBox } from './ocr-lines.ts';
import { blankRaster, type Raster } from './raster.ts';

/** Ends like a domain, whatever became of its "@". */
const LIKE_ADDRESS = /[\p{L}\d]\.\p{Ll}{2,6}(?:\/\S*)?[,;|]?$/u;
const MARGIN = 10;
/** Of one page: a reading takes 30 ms. */
const MOST = 12;

/** Reads the words again that look like an address and are not sure or have no "@", and takes the better reading. */
export function readAddresses(engine: OcrEngine, raster: Raster, lines: readonly OcrLine[], model: string): OcrLine[] {
  let left = MOST;
  return lines.map((line) => {
    const at = line.words.findIndex((word) => LIKE_ADDRESS.test(word.text) && word.text.length >= 7);
    const word = line.words[at];
    if (!word || model === 'eng' || (isMailAddress(word.text) && word.confidence > 0.9)) return withLowerEls(line);
    if (left-- <= 0) return line;
    const first = startOf(line, at);
    const read = readBox(engine, raster, around(line.words.slice(first, at + 1), raster));
    const better = read.length > 0 && (read.some((one) => one.text.includes('@')) || sureness(read) > word.confidence);
    const words = better ? [...line.words.slice(0, first), ...read, ...line.words.slice(at + 1)] : line.words;
    return withLowerEls({ ...line, words });
  });
}

const sureness = (words: readonly OcrWord[]): number =>
  words.reduce((sum, word) => sum + word.confidence, 0) / Math.max(1, words.length);

/** "@" is wide and may have torn the name from its domain. */
function startOf({ words, height }: OcrLine, at: number): number {
  const [before, word] = [words[at - 1], words[at]];
  return before && word && word.box.x0 - before.box.x1 < 0.45 * height && /^[\w.+-]{3,}$/.test(before.text) ? at - 1 : at;
}

function around(words: readonly OcrWord[], { width, height }: Raster): PixelBox {
  return {
    x0: Math.max(0, Math.min(...words.map((word) => word.box.x0)) - MARGIN),
    y0: Math.max(0, Math.min(...words.map((word) => word.box.y0)) - MARGIN),
    x1: Math.min(width, Math.max(...words.map((word) => word.box.x1)) + MARGIN),
    y1: Math.min(height, Math.max(...words.map((word) => word.box.y1)) + MARGIN),
  };
}

function readBox(engine: OcrEngine, raster: Raster, { x0, y0, x1, y1 }: PixelBox): OcrWord[] {
  const piece = blankRaster(x1 - x0, y1 - y0);
  for (let y = y0; y < y1; y++)
    piece.data.set(raster.data.subarray(y * raster.width + x0, y * raster.width + x1), (y - y0) * piece.width);
  const lines = engine.recognise(piece, 'eng', { mode: 'line' });
  if (meanConfidence(lines) < 0.3) return [];
  return lines.flatMap((line) =>
    line.words.map((word) => ({
      ...word,
      box: { x0: word.box.x0 + x0, x1: word.box.x1 + x0, y0: word.box.y0 + y0, y1: word.box.y1 + y0 },
    })),
  );
}

/** A capital "I" in an address of small letters is an "l", which looks the same. */
function withLowerEls(line: OcrLine): OcrLine {
  const words = line.words.map((word) =>
    word.text.includes('@') && /^[^A-HJ-Z]*$/.test(word.text) ? { ...word, text: word.text.replaceAll('I', 'l') } : word,
  );
  return { ...line, words };
}
