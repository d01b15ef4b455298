import { foldText } from './fold-text.ts';

/** A word of a text. Offsets are UTF-16 units of the text as given. */
export interface Word {
  surface: string;
  folded: string;
  start: number;
  end: number;
  /** Something other than a space, a hyphen, a slash or an inner dot stands before it: no phrase goes across. */
  broken: boolean;
  /** Nothing but a hyphen or a dot stands between it and the word before (`T-SQL`, `Node.js`). */
  joined: boolean;
}

const HAN_OR_KANA = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー';
/**
 * One alternative a kind of word: a Chinese or Japanese letter (no spaces there, so phrases are chains of letters), `.NET`,
 * a word with the signs that belong to names of languages (`C++`, `C#`), `&`. Each alternative starts with another character, so
 * the scan is linear (rule P6).
 */
const WORD = new RegExp(
  `[${HAN_OR_KANA}]|(?<![\\p{L}\\p{N}])\\.(?=[Nn][Ee][Tt](?![\\p{L}\\p{N}]))[Nn][Ee][Tt]|[\\p{L}\\p{N}](?:(?![${HAN_OR_KANA}])[\\p{L}\\p{N}\\p{M}])*(?:\\+\\+?(?![\\p{L}\\p{N}])|#(?![\\p{L}\\p{N}]))?|&`,
  'gu',
);
const PHRASE_GAP =
  /^(?:[ \t\u00a0\u2000-\u200a\u202f_]*[-\u2010-\u2013/'’]?[ \t\u00a0\u2000-\u200a\u202f]*|[ \t]*\r?\n[ \t]*|\.|[’'])$/u;
const NO_GAP = /^[-\u2010\u2011.’']?$/u;

/** Cuts a text into words. `&` reads as `and`, so that `R&D` and `R and D` are one phrase; a genitive `'s` is dropped. */
export function tokenizeWords(text: string): Word[] {
  const words: Word[] = [];
  let last = 0;
  for (const match of text.matchAll(WORD)) {
    const surface = match[0];
    const start = match.index;
    const gap = text.slice(last, start);
    if (isGenitive(surface, gap, words.at(-1)?.surface)) {
      last = start + surface.length;
      continue;
    }
    const first = words.length === 0;
    words.push({
      surface,
      folded: surface === '&' ? 'and' : foldText(surface),
      start,
      end: start + surface.length,
      broken: first || !PHRASE_GAP.test(gap),
      joined: !first && NO_GAP.test(gap),
    });
    last = start + surface.length;
  }
  return words;
}

function isGenitive(surface: string, gap: string, before: string | undefined): boolean {
  return (surface === 's' || surface === 'S') && (gap === "'" || gap === '’') && before !== undefined && before.length > 1;
}
