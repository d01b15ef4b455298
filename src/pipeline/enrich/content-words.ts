import { foldText } from '../../domain/fold-text.ts';
import { listCell, readTable } from './read-table.ts';

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/u;
const WORDS = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:\+\+|#)?/gu;

/** Folded words that carry no meaning in one of the languages. */
export type StopWords = ReadonlySet<string>;

export function loadStopWords(): StopWords {
  return new Set(readTable('stop-words.tsv').flatMap((row) => listCell(row('words')).map(foldText)));
}

/**
 * Folded, lightly stemmed words that carry meaning, in order, repeats kept. Chinese and Japanese come as pairs of letters, because
 * they have no spaces and pairs are the usual approximation of words. Stemming twice gives the same as stemming once.
 */
export function contentWords(stopWords: StopWords, text: string): string[] {
  const found: string[] = [];
  for (const [surface] of text.matchAll(WORDS)) {
    for (const word of foldText(surface).split(/([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+)/u)) {
      if (word === '') continue;
      if (CJK.test(word)) found.push(...pairs(word));
      else if ((word.length > 1 || /\d/.test(word)) && !stopWords.has(word)) found.push(stemContent(word));
    }
  }
  return found;
}

function pairs(word: string): string[] {
  const letters = [...word];
  return letters.length === 1 ? letters : letters.slice(1).map((letter, position) => `${letters[position] ?? ''}${letter}`);
}

/** Endings in the order in which they are tried; what is left must have at least the given length. */
const ENDINGS: readonly (readonly [ending: string, left: number])[] = [
  ['ings', 4],
  ['ing', 4],
  ['ies', 4],
  ['ern', 5],
  ['ers', 5],
  ['ed', 4],
  ['en', 4],
  ['er', 4],
  ['es', 4],
  ['s', 4],
  ['e', 4],
  ['y', 4],
];

/** Strips endings until none is left: stable by construction, and both sides of every comparison are stripped alike. */
export function stemContent(folded: string): string {
  let word = folded;
  for (let again = /^[a-z]+$/.test(word); again; ) {
    const ending = ENDINGS.find(
      ([tail, left]) => word.length - tail.length >= left && word.endsWith(tail) && !/(?:ss|us|is)$/.test(word),
    );
    again = ending !== undefined;
    if (ending !== undefined) word = word.slice(0, -ending[0].length);
  }
  return word;
}
