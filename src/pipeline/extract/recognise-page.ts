/** One picture of a page → words with places: turned upright, levelled, and read in the language that it is written in. */
import { detectAll } from 'tinyld';
import type { DocumentPage, Rule } from '../../domain/document.ts';
import { readAddresses } from './ocr-addresses.ts';
import type { OcrEngine } from './ocr-engine.ts';
import { meanConfidence, type OcrLine } from './ocr-lines.ts';
import { isGuesswork, isSpeckled, withoutBars } from './ocr-noise.ts';
import { runsOf } from './ocr-runs.ts';
import { blankRaster, type QuarterTurn, type Raster, rotateRaster, scaleRaster, turnRaster } from './raster.ts';
import { flattenGround } from './raster-ground.ts';
import { eraseLines, findRules } from './raster-rules.ts';
import { findSkew, liesAcross } from './raster-skew.ts';

/** The resolution that the models were made for. */
export const OCR_DPI = 300;
/** The shorter side of A4 and Letter in inches: what a picture of a page shows, whatever its number of pixels. */
export const PAGE_INCHES = 8.3;
const MAX_PIXELS = 12_000_000;
/** More only invents pixels. */
const MAX_GROWTH = 3;
/** Text that is read right has 0.85 and more, with many letters that English lacks 0.7, upside down or in another script 0.2 to 0.55. */
const SURE = 0.75;
const LATIN = 0.62;

/** Models by language as `tinyld` names it; English comes first and is the one for what is unclear. */
const MODELS: Readonly<Record<string, string>> = {
  en: 'eng',
  de: 'deu',
  fr: 'fra',
  es: 'spa',
  pt: 'por',
  it: 'ita',
  nl: 'nld',
  pl: 'pol',
};
const EAST_ASIAN = ['chi_sim', 'jpn', 'chi_tra'] as const;

/** Reads a page. `language` is that of the page before. The page has no runs when there is no text on it. Throws `ReadFailure` timeout. */
export function recognisePage(
  engine: OcrEngine,
  picture: Raster,
  number: number,
  language?: string,
): { page: DocumentPage; language: string } {
  engine.startPage();
  const flat = flattenGround(toReadingSize(picture));
  const scale = 72 / OCR_DPI;
  if (isSpeckled(flat)) return { page: emptyPage(number, flat, scale), language: language ?? 'eng' };
  const upright = level(flat);
  const drawn = findRules(upright, scale);
  eraseLines(upright);
  const probe = probePage(engine, upright, language);
  const raster = turnRaster(upright, probe.turn);
  let model = probe.model;
  let lines = engine.recognise(raster, model);
  // The band of the probe may have been a list of English terms.
  const whole = modelFor(lines);
  if (whole && whole !== model && Object.values(MODELS).includes(model)) {
    model = whole;
    lines = engine.recognise(raster, model);
  }
  lines = readAddresses(
    engine,
    raster,
    lines.map(withoutBars).filter((line) => line.words.length > 0),
    model,
  );
  if (meanConfidence(lines) >= LATIN) engine.pageRead();
  const runs = runsOf(lines, raster, scale);
  const page: DocumentPage = {
    ...emptyPage(number, raster, scale),
    runs: isGuesswork(runs) ? [] : runs,
    rules: probe.turn === 180 ? drawn.map((rule) => turned(rule, raster, scale)) : drawn,
  };
  return { page, language: model };
}

const emptyPage = (number: number, { width, height }: Raster, scale: number): DocumentPage => ({
  number,
  width: Math.round(width * scale),
  height: Math.round(height * scale),
  flow: false,
  ocr: true,
  runs: [],
  rules: [],
});

/** Nearly level pages are turned upside down at most. */
function turned(rule: Rule, { width, height }: Raster, scale: number): Rule {
  return { ...rule, x: width * scale - rule.x - rule.width, y: height * scale - rule.y - rule.height };
}

function toReadingSize(picture: Raster): Raster {
  const wanted = (OCR_DPI * PAGE_INCHES) / Math.min(picture.width, picture.height);
  const allowed = Math.sqrt(MAX_PIXELS / (picture.width * picture.height));
  return scaleRaster(picture, Math.min(wanted, allowed, MAX_GROWTH));
}

function level(raster: Raster): Raster {
  const along = liesAcross(raster) ? turnRaster(raster, 90) : raster;
  const skew = findSkew(along);
  return skew === 0 ? along : rotateRaster(along, skew);
}

interface Reading {
  turn: QuarterTurn;
  model: string;
  lines: OcrLine[];
  sure: number;
}

/** Reads the band with the most text: does it stand on its feet, and in which language? */
function probePage(engine: OcrEngine, raster: Raster, language: string | undefined): { turn: QuarterTurn; model: string } {
  const band = bandOf(raster);
  const first = language ?? 'eng';
  const read = (model: string, turn: QuarterTurn): Reading => {
    const lines = engine.recognise(turnRaster(band, turn), model);
    return { turn, model, lines, sure: meanConfidence(lines) };
  };
  let best = read(first, 0);
  if (best.sure < SURE) best = surer(best, read(first, 180));
  if (best.sure < LATIN) for (const model of EAST_ASIAN) best = surer(best, eastAsian(read(model, 0)));
  if (best.sure < LATIN) best = surer(best, eastAsian(read('chi_sim', 180)));
  const { turn, model, lines } = best;
  return { turn, model: model === 'eng' ? (modelFor(lines) ?? 'eng') : model };
}

const surer = (a: Reading, b: Reading): Reading => (b.sure > a.sure ? b : a);

/** These models read Latin letters as well, if badly: they are right where the text is in their script. */
function eastAsian(reading: Reading): Reading {
  const text = reading.lines.map((line) => line.words.map((word) => word.text).join('')).join('');
  const own = text.match(/[\u3040-\u30ff\u3400-\u9fff]/g)?.length ?? 0;
  return own >= 0.3 * text.length ? reading : { ...reading, sure: 0 };
}

/** A sixth of the page, where the ink of text is densest. Pictures are dense all over: ink counts up to what text has. */
function bandOf(raster: Raster): Raster {
  const { width, height, data } = raster;
  const rows = new Float64Array(height + 1);
  for (let y = 0; y < height; y++) {
    let edges = 0;
    for (let x = 4; x < width; x += 2) if ((data[y * width + x] ?? 255) < 128 !== (data[y * width + x - 4] ?? 255) < 128) edges++;
    rows[y + 1] = (rows[y] ?? 0) + Math.min(edges, width / 10);
  }
  const tall = Math.min(height, Math.max(300, Math.round(height / 6)));
  let best = 0;
  for (let y = 0; y + tall <= height; y += 16) if (inked(rows, y, tall) > inked(rows, best, tall)) best = y;
  const band = blankRaster(width, tall);
  band.data.set(data.subarray(best * width, (best + tall) * width));
  return band;
}

const inked = (rows: Float64Array, y: number, tall: number): number => (rows[y + tall] ?? 0) - (rows[y] ?? 0);

/** The model of the language of some lines; undefined where they do not tell. */
function modelFor(lines: readonly OcrLine[]): string | undefined {
  const text = lines
    .map((line) => line.words.map((word) => word.text).join(' '))
    .filter((part) => part.length > 15)
    .join('. ')
    .slice(0, 2000);
  if (text.length < 60) return undefined;
  const [best] = detectAll(text, { only: Object.keys(MODELS) });
  return best && best.accuracy >= 0.15 ? MODELS[best.lang] : undefined;
}
