import { ASCII, foldText } from '../../domain/fold-text.ts';

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
  `[${HAN_OR_KANA}]|(?<![\\p{L}\\p{N}])\\.(?=[Nn][Ee][Tt](?![\\p{L}\\p{N}]))[Nn][Ee][Tt]|[\\p{L}\\p{N}](?:(?![${HAN_OR_KANA}])[\\p{L}\\p{N}\\p{M}])*(?:\\+{1,2}(?![\\p{L}\\p{N}+])|#(?![\\p{L}\\p{N}]))?|&`,
  'gu',
);
const PHRASE_GAP =
  /^(?:[ \t\u00a0\u2000-\u200a\u202f_]*[-\u2010-\u2013/+'’]?[ \t\u00a0\u2000-\u200a\u202f]*|[ \t]*\r?\n[ \t]*|\.|[’'])$/u;
const NO_GAP = /^[-\u2010\u2011.’']?$/u;

/** Cuts a text into words. `&` reads as `and`, so that `R&D` and `R and D` are one phrase; a genitive `'s` is dropped. */
export function tokenizeWords(text: string): Word[] {
  const words: Word[] = [];
  // One look at the whole text instead of one a word.
  const lower = ASCII.test(text) ? text.toLowerCase() : undefined;
  let last = 0;
  for (const [start, end] of BEYOND_LATIN.test(text) ? scanAny(text) : scanLatin(text)) {
    const surface = text.slice(start, end);
    const gap = text.slice(last, start);
    last = end;
    if (isGenitive(surface, gap, words.at(-1)?.surface)) continue;
    const first = words.length === 0;
    words.push({
      surface,
      folded: surface === '&' ? 'and' : (lower?.slice(start, end) ?? foldText(surface)),
      start,
      end,
      broken: first || (gap !== ' ' && !PHRASE_GAP.test(gap)),
      joined: !first && gap !== ' ' && NO_GAP.test(gap),
    });
  }
  return words;
}

/** Other scripts, combining marks and ligatures need the regular expression; punctuation and signs up to U+2BFF do not. */
const BEYOND_LATIN = /[\u0250-\u1dff\u2c00-\uffff]/;

function scanAny(text: string): [start: number, end: number][] {
  return Array.from(text.matchAll(WORD), (match) => [match.index, match.index + match[0].length]);
}

/** The same words as `WORD` finds, four times as fast: the dictionaries have 30,000 spellings to cut at each start. */
function scanLatin(text: string): [start: number, end: number][] {
  const spans: [number, number][] = [];
  for (let at = 0; at < text.length; ) {
    const start = at;
    while (at < text.length && isLatin(text.charCodeAt(at))) at++;
    if (at > start) at = mayBeLanguageSign(text.charCodeAt(at)) ? withLanguageSigns(text, at) : at;
    else at += isDotNet(text, at) ? 4 : 1;
    if (at - start > 1 || text[start] === '&' || isLatin(text.charCodeAt(start))) spans.push([start, at]);
  }
  return spans;
}

function isLatin(code: number): boolean {
  if (code < 128) return (code > 96 && code < 123) || (code > 64 && code < 91) || (code > 47 && code < 58);
  return (
    (code > 191 && code < 0x250 && code !== 215 && code !== 247) ||
    code === 170 ||
    code === 178 ||
    code === 179 ||
    code === 181 ||
    code === 185 ||
    code === 186 ||
    (code > 187 && code < 191) ||
    // Vietnamese, Welsh, Yoruba.
    (code >= 0x1e00 && code <= 0x1eff)
  );
}

/** `#` or `+`. */
const mayBeLanguageSign = (code: number): boolean => code === 35 || code === 43;

/** `C#`, `C++`: the signs belong to the word unless a letter follows them. */
function withLanguageSigns(text: string, end: number): number {
  const signs =
    text[end] === '#' ? '#' : text.slice(end, end + 3) === '+++' ? '' : text.slice(end, end + 2) === '++' ? '++' : '+';
  const next = text.charCodeAt(end + signs.length);
  return signs !== '' && text.startsWith(signs, end) && !isLatin(next) ? end + signs.length : end;
}

function isDotNet(text: string, at: number): boolean {
  if (text[at] !== '.' || text.slice(at + 1, at + 4).toLowerCase() !== 'net') return false;
  return !isLatin(text.charCodeAt(at + 4)) && (at === 0 || !isLatin(text.charCodeAt(at - 1)));
}

function isGenitive(surface: string, gap: string, before: string | undefined): boolean {
  return (surface === 's' || surface === 'S') && (gap === "'" || gap === '’') && before !== undefined && before.length > 1;
}

const PLAIN = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/;

/** The folded words of a spelling; the short way for the many that hold nothing but letters, digits and single blanks. */
export function foldedWords(text: string): string[] {
  if (PLAIN.test(text)) return text.toLowerCase().split(' ');
  return tokenizeWords(text).map((word) => word.folded);
}
