/** Language of an advertisement or a resume, ISO 639-1. */
import { createRequire } from 'node:module';
import { tellBySmallWords } from './tell-by-small-words.ts';

/** Decodes its tables for 40 ms when it is loaded; most texts tell their language by their words and never ask it. */
const loadStatistics = (): typeof import('tinyld') => createRequire(import.meta.url)('tinyld');

/** Languages that people here write in; among sixty, short texts turn into Klingon and Latin. */
const LATIN = 'en de fr es pt it nl pl sv da no fi cs sk hu ro tr hr ca et lv lt id vi'.split(' ');
const OTHER_ALPHABETS = 'ru uk el bg sr ar he hi th zh ja ko'.split(' ');

/** Below this the statistics of letters guess; the feed's own word or the alphabet decide. */
const MIN_LETTERS = 40;
/** Below this only the languages that the dictionaries know are told apart: fifty letters of English pass for Hungarian. */
const ENOUGH_LETTERS = 150;
const COMMON = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'pl'];

export interface LanguageHints {
  /** What a feed says of the text. */
  hint?: string;
  /** Statistics that are less sure than this (0 to 1) say nothing. */
  least?: number;
}

/** `text`: its beginning is enough, more makes it slower, not surer. Undefined where it is too short or unclear to say. */
export function detectLanguage(text: string, { hint, least = 0 }: LanguageHints = {}): string | undefined {
  const letters = countLetters(text);
  const script = EAST_ASIAN.test(text) ? byScript(text, letters) : undefined;
  if (script !== undefined) return script;
  const hinted = hint === undefined ? undefined : /^([a-z]{2})(?:[-_]|$)/i.exec(hint.trim())?.[1]?.toLowerCase();
  if (letters < MIN_LETTERS) return hinted ?? guess(text, COMMON, least);
  // A feed says "en" of everything; the words of the text do not.
  return tellBySmallWords(text) ?? guess(text, letters < ENOUGH_LETTERS ? COMMON : alphabet(text, letters), least) ?? hinted;
}

/** Letters that statistics look at. Of 357 resumes that asked none is told otherwise than by 1,500; by 700 two are, of no clear language. */
const SAMPLE = 1000;

function guess(text: string, only: string[], least: number): string | undefined {
  const [best] = loadStatistics().detectAll(text.slice(0, SAMPLE), { only });
  return best && best.accuracy >= least ? best.lang : undefined;
}

/** Names in capitals pass for Greek or Hindi by their statistics, which fold letters of other alphabets. */
function alphabet(text: string, letters: number): string[] {
  const latin = (text.match(/\p{Script=Latin}/gu) ?? []).length;
  return latin > 0.7 * letters ? LATIN : [...LATIN, ...OTHER_ALPHABETS];
}

const BEYOND_ASCII = /[^\x00-\x7f]/;

function countLetters(text: string): number {
  if (BEYOND_ASCII.test(text)) return (text.match(/\p{L}/gu) ?? []).length;
  let letters = 0;
  for (let at = 0; at < text.length; at++) {
    const small = text.charCodeAt(at) | 32;
    if (small > 96 && small < 123) letters++;
  }
  return letters;
}

const EAST_ASIAN = /[\u3040-\u9fff\uac00-\ud7af]/;

function byScript(text: string, letters: number): string | undefined {
  if (letters === 0) return undefined;
  const share = (pattern: RegExp): number => (text.match(pattern) ?? []).length / letters;
  if (share(/[\u3040-\u30ff]/g) > 0.1) return 'ja';
  if (share(/[\uac00-\ud7af]/g) > 0.2) return 'ko';
  return share(/[\u3400-\u9fff]/g) > 0.2 ? 'zh' : undefined;
}
