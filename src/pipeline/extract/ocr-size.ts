/** How large and how fat recognised words are: the engine says neither well, the ink does. */
import type { OcrLine, OcrWord } from './ocr-lines.ts';
import type { Raster } from './raster.ts';

/** Letters that rise above, or hang below, the small ones (Latin, Greek and Cyrillic alike are close to this). */
const TALL = /[\p{Lu}\p{Nd}bdfhijklt\u00e0-\u00ff\u0142|/()[\]{}!?#&%@]/u;
const HANGING = /[gjpqyQ()[\]{}|@\u00e7\u0105\u0119]/u;
const COMMA = /[,;]/;
const FULL_WIDTH = /^[\u3040-\u30ff\u3400-\u9fff]+$/;
/** Heights of ink as shares of the font size, means over common fonts. */
const SHARES = { both: 0.93, comma: 0.84, tall: 0.715, hanging: 0.71, small: 0.5 } as const;

function shareOf(text: string): number {
  const [tall, hanging] = [TALL.test(text), HANGING.test(text)];
  if (tall) return hanging ? SHARES.both : COMMA.test(text) ? SHARES.comma : SHARES.tall;
  return hanging ? SHARES.hanging : SHARES.small;
}

/** Font size of a line in pixels: the median of what its words say, by their letters. */
export function fontSizeOf(line: OcrLine): number {
  return sizeOfFullWidth(line) ?? sizeOfLetters(line);
}

/** Han and Kana fill squares: their pitch is the size, whatever the boxes of single signs are. */
function sizeOfFullWidth({ words }: OcrLine): number | undefined {
  const pitches: number[] = [];
  let first: OcrWord | undefined;
  let signs = 0;
  words.forEach((word, i) => {
    if (!FULL_WIDTH.test(word.text)) {
      first = undefined;
      return;
    }
    const before = words[i - 1];
    const height = word.box.y1 - word.box.y0;
    if (!first || !before || word.box.x0 - before.box.x1 > height) [first, signs] = [word, 0];
    signs += [...word.text].length;
    if (signs > 1) pitches.push((word.box.x1 - first.box.x0) / (signs - 0.1));
  });
  return pitches.at(-1);
}

function sizeOfLetters(line: OcrLine): number {
  const sizes = line.words
    .filter((word) => /[\p{L}\p{Nd}]/u.test(word.text))
    .flatMap((word) => Array<number>(Math.min(20, word.text.length)).fill((word.box.y1 - word.box.y0) / shareOf(word.text)))
    .sort((a, b) => a - b);
  return sizes[sizes.length >> 1] ?? Math.max(1, line.height);
}

/** Sizes that differ by less than this are one size, read twice. */
const SAME_SIZE = 0.065;

/** Every size → the commonest size near it: siblings look alike again. `weights` says how many letters have a size. */
export function settleSizes(sizes: readonly number[], weights: readonly number[]): number[] {
  const settled: number[] = sizes.map(() => 0);
  for (;;) {
    const best = sizes
      .map((size, i) => (settled[i] ? 0 : massNear(size, sizes, weights, settled)))
      .reduce((top, mass, i) => (mass > top.mass ? { mass, i } : top), { mass: 0, i: -1 });
    const center = sizes[best.i];
    if (center === undefined) return settled.map((size, i) => size || (sizes[i] ?? 0));
    sizes.forEach((size, i) => {
      if (!settled[i] && isSame(size, center)) settled[i] = center;
    });
  }
}

const isSame = (size: number, center: number): boolean => Math.abs(size - center) <= SAME_SIZE * center;

function massNear(center: number, sizes: readonly number[], weights: readonly number[], settled: readonly number[]): number {
  let mass = 0;
  sizes.forEach((size, i) => {
    if (!settled[i] && isSame(size, center)) mass += weights[i] ?? 0;
  });
  return mass;
}

/** Mean width of the strokes of some words as a share of their font size; undefined without enough ink. */
export function strokeOf(raster: Raster, words: readonly OcrWord[], size: number): number | undefined {
  let ink = 0;
  let strokes = 0;
  const longest = 0.3 * size;
  for (const { box } of words) {
    for (let y = Math.max(0, box.y0); y < Math.min(raster.height, box.y1); y += 1) {
      let run = 0;
      let weight = 0;
      for (let x = Math.max(0, box.x0); x <= Math.min(raster.width - 1, box.x1); x++) {
        const dark = 255 - (raster.data[y * raster.width + x] ?? 255);
        if (dark > 96) {
          run++;
          weight += dark;
          continue;
        }
        // Bars and bowls run along the line: only what crosses a stem tells its width.
        if (run > 0 && run <= longest) {
          ink += weight / 255;
          strokes++;
        }
        run = 0;
        weight = 0;
      }
    }
  }
  return strokes >= 20 ? ink / strokes / size : undefined;
}
