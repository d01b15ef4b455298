/** Recognised lines → runs of the document: bullets marked, noise left out, sizes settled, fat strokes told from thin ones. */
import type { TextRun } from '../../domain/document.ts';
import type { OcrLine, OcrWord } from './ocr-lines.ts';
import { isBulletMark, isNoise, withMiddleDots } from './ocr-noise.ts';
import { fontSizeOf, settleSizes, strokeOf } from './ocr-size.ts';
import type { Raster } from './raster.ts';

/** A gap of this many font sizes ends a run. */
const WIDE = 0.9;
/** Strokes fatter than the usual ones by this factor are bold. */
const BOLD = 1.22;

interface Stretch {
  line: OcrLine;
  words: OcrWord[];
  size: number;
  bullet: boolean;
}

/** `scale` is points a pixel. */
export function runsOf(lines: readonly OcrLine[], raster: Raster, scale: number): TextRun[] {
  const sized = lines.map((line) => ({ line, size: fontSizeOf(line) }));
  const usual = medianOf(sized.flatMap(({ line, size }) => (lettersOf(line.words) > 4 ? [size] : [])));
  // A sign or two, much smaller than all text: a speck.
  const kept = sized.filter(({ line, size }) => !isNoise(line, size) && (size > 0.5 * usual || lettersOf(line.words) > 4));
  const sizes = settleSizes(
    kept.map(({ size }) => size),
    kept.map(({ line }) => lettersOf(line.words)),
  );
  const stretches = kept.flatMap(({ line }, i) => {
    const size = sizes[i] ?? line.height;
    return stretchesOf(withMiddleDots(line, size), size);
  });
  const bold = boldOnes(stretches, raster);
  return stretches.map((stretch) => toRun(stretch, bold.has(stretch), scale));
}

const medianOf = (sizes: readonly number[]): number => [...sizes].sort((a, b) => a - b)[sizes.length >> 1] ?? 0;
const lettersOf = (words: readonly OcrWord[]): number => words.reduce((n, word) => n + word.text.length, 0);

function stretchesOf(line: OcrLine, size: number): Stretch[] {
  const stretches: Stretch[] = [];
  let bullet = false;
  for (const word of line.words) {
    const last = stretches.at(-1);
    const before = last?.words.at(-1);
    if (before && word.box.x0 - before.box.x1 <= WIDE * size) last?.words.push(word);
    else if (!bullet && isBulletMark(word, line, size)) bullet = true;
    else {
      stretches.push({ line, words: [word], size, bullet });
      bullet = false;
    }
  }
  return stretches.map((stretch) => withoutMark(stretch)).filter((stretch) => stretch.words.length > 0);
}

/** The mark of an item may stand close to its text. */
function withoutMark(stretch: Stretch): Stretch {
  const [first, second] = stretch.words;
  if (!first || !second || stretch.bullet || !isBulletMark(first, stretch.line, stretch.size)) return stretch;
  return { ...stretch, words: stretch.words.slice(1), bullet: true };
}

/** Bold is what is fatter than the usual text of the page. */
function boldOnes(stretches: readonly Stretch[], raster: Raster): ReadonlySet<Stretch> {
  const strokes = stretches.map((stretch) => ({ stretch, width: strokeOf(raster, stretch.words, stretch.size) }));
  const usual = strokes
    .flatMap(({ stretch, width }) => (width === undefined ? [] : Array<number>(lettersOf(stretch.words)).fill(width)))
    .sort((a, b) => a - b);
  // Less than half of a page is bold: the lower third is surely not.
  const plain = usual[Math.floor(usual.length * 0.35)];
  return new Set(
    strokes.flatMap(({ stretch, width }) =>
      plain !== undefined && width !== undefined && width > BOLD * plain ? [stretch] : [],
    ),
  );
}

function toRun({ line, words, size, bullet }: Stretch, bold: boolean, scale: number): TextRun {
  const x0 = Math.min(...words.map((word) => word.box.x0));
  const x1 = Math.max(...words.map((word) => word.box.x1));
  const { baseline } = line;
  const slope = (baseline.y1 - baseline.y0) / Math.max(1, baseline.x1 - baseline.x0);
  const y = baseline.y0 + slope * ((x0 + x1) / 2 - baseline.x0);
  const letters = lettersOf(words);
  return {
    text: words.reduce((text, word, i) => text + gapBefore(words[i - 1], word, size) + word.text, ''),
    x: round(x0 * scale),
    y: round(y * scale),
    width: round((x1 - x0) * scale),
    size: round(size * scale),
    bold,
    italic: false,
    confidence: Math.round((words.reduce((sum, word) => sum + word.confidence * word.text.length, 0) / letters) * 100) / 100,
    ...(bullet ? { bullet } : {}),
  };
}

const CJK = '\\u3000-\\u30ff\\u3400-\\u9fff\\uff00-\\uffef';
const CLOSE = new RegExp(`^(?:[${CJK}][${CJK}\\d:;,.)%]|[\\d(][${CJK}])$`);

/** Han and Kana stand without spaces, also beside digits; the engine parts them all. */
function gapBefore(before: OcrWord | undefined, word: OcrWord, size: number): string {
  if (!before) return '';
  const pair = before.text.slice(-1) + word.text.charAt(0);
  return CLOSE.test(pair) && word.box.x0 - before.box.x1 < 0.6 * size ? '' : ' ';
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
