/** Language of an advertisement, ISO 639-1. */
import { detectAll } from 'tinyld';
import { tellBySmallWords } from './tell-by-small-words.ts';

/** Languages that advertisements are written in; among sixty, short texts turn into Klingon and Latin. */
const KNOWN = [
  'en',
  'de',
  'fr',
  'es',
  'pt',
  'it',
  'nl',
  'pl',
  'sv',
  'da',
  'no',
  'fi',
  'cs',
  'sk',
  'hu',
  'ro',
  'tr',
  'ru',
  'uk',
  'el',
  'bg',
  'hr',
  'sr',
  'ca',
  'et',
  'lv',
  'lt',
  'ar',
  'he',
  'hi',
  'id',
  'vi',
  'th',
  'zh',
  'ja',
  'ko',
];

/** Below this the statistics of letters guess; the feed's own word or the alphabet decide. */
const MIN_LETTERS = 40;
/** Below this only the languages that the dictionaries know are told apart: fifty letters of English pass for Hungarian. */
const ENOUGH_LETTERS = 150;
const COMMON = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'pl'];

export function detectLanguage(text: string, hint?: string): string | undefined {
  const sample = text.slice(0, 700);
  const script = byScript(sample);
  if (script !== undefined) return script;
  const hinted = /^([a-z]{2})(?:[-_]|$)/i.exec(hint?.trim() ?? '')?.[1]?.toLowerCase();
  const letters = (sample.match(/\p{L}/gu) ?? []).length;
  if (letters < MIN_LETTERS) return hinted ?? guess(sample, COMMON);
  // A feed says "en" of everything; the words of the text do not.
  return tellBySmallWords(sample) ?? guess(sample, letters < ENOUGH_LETTERS ? COMMON : KNOWN) ?? hinted;
}

const guess = (text: string, only: string[]): string | undefined => detectAll(text, { only })[0]?.lang;

function byScript(text: string): string | undefined {
  const letters = (text.match(/\p{L}/gu) ?? []).length;
  if (letters === 0) return undefined;
  const share = (pattern: RegExp): number => (text.match(pattern) ?? []).length / letters;
  if (share(/[\u3040-\u30ff]/g) > 0.1) return 'ja';
  if (share(/[\uac00-\ud7af]/g) > 0.2) return 'ko';
  return share(/[\u3400-\u9fff]/g) > 0.2 ? 'zh' : undefined;
}
