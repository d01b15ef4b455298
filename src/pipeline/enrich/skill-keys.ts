import { stemWord } from './stem-word.ts';
import type { Word } from './tokenize-words.ts';

/** Below this length words written together are too easily another word (`on call` / `oncall` is fine, `in put` is not). */
export const SHORTEST_COMPOUND = 7;

/** Key of a phrase: its stemmed words. */
export function phraseKey(words: readonly Word[]): string {
  return words.length === 1 && words[0] !== undefined
    ? stemWord(words[0].folded)
    : words.map((word) => stemWord(word.folded)).join(' ');
}

/** Key of a phrase written as one word (`Java Script`, `Daten-Analyse`). */
export function compoundKey(words: readonly Word[]): string {
  return stemWord(words.map((word) => word.folded).join(''));
}

/** The letters of a phrase as written, without what stands between its words. */
export function surfaceOf(words: readonly Word[]): string {
  return words.map((word) => word.surface).join('');
}
