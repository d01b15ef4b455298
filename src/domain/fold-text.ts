/** Texts in the form in which words are compared: case, accents and the shape of apostrophes do not count. */

/**
 * Letters that NFKD leaves whole but that people type without their mark (`Łódź`, `Søren`, `Straße`), and apostrophes.
 * Umlauts fold to the plain vowel, not to `ue`: both spellings are rare inside one document and `ue` → `u` would break `blue`.
 */
const WHOLE: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  '’': "'",
  ʼ: "'",
  // Letters of Arabic that keyboards of other countries and hurried writers take for each other; the stretch between letters is none.
  ی: 'ي',
  ى: 'ي',
  ک: 'ك',
  ة: 'ه',
  ٱ: 'ا',
  ـ: '',
};
/** Nothing to fold but case. */
export const ASCII = /^[\x00-\x7f]*$/;

/** Lower case, compatibility forms and accents folded. The length may change. */
export function foldText(text: string): string {
  let folded = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 128) continue;
    if (!foldsAlone(code)) return foldAny(text);
    folded += text.slice(from, at) + foldAlone(code);
    from = at + 1;
  }
  return (folded + text.slice(from)).toLowerCase();
}

function foldAny(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþı’ʼیىکةٱـ]/g, (letter) => WHOLE[letter] ?? letter);
}

/** Latin letters and signs of print: what they fold to does not depend on what stands beside them. */
const LATIN_END = 0x250;
const PRINT_START = 0x2010;
const PRINT_END = 0x2028;
const foldsAlone = (code: number): boolean => code < LATIN_END || (code >= PRINT_START && code < PRINT_END);
const foldedFrom = (first: number, end: number): string[] =>
  Array.from({ length: end - first }, (_, i) => foldAny(String.fromCharCode(first + i)));
const FOLDED_LATIN: readonly string[] = foldedFrom(0, LATIN_END);
const FOLDED_PRINT: readonly string[] = foldedFrom(PRINT_START, PRINT_END);
const foldAlone = (code: number): string => (code < LATIN_END ? FOLDED_LATIN[code] : FOLDED_PRINT[code - PRINT_START]) ?? '';

/** Folded, but syllables of Korean and Japanese stay whole: for patterns that hold words of them. */
export const foldLetters = (text: string): string =>
  ASCII.test(text)
    ? text.toLowerCase()
    : text.replace(/[^\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}ー]+/gu, foldText);

/** Folded words with single blanks between them; `+` and `#` stay, because they are names of languages (`C++`, `C#`). */
export function foldWords(text: string): string {
  return foldText(text)
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim();
}

/** One sign for one, where `WHOLE` has two. */
const ONE_FOR_ONE: Readonly<Record<string, string>> = {
  ß: 's',
  æ: 'a',
  œ: 'o',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 't',
  ı: 'i',
  '’': "'",
  '‘': "'",
  '´': "'",
  '`': "'",
  ʼ: "'",
  ς: 'σ',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ؤ: 'و',
  ئ: 'ي',
  ی: 'ي',
  ى: 'ي',
  ک: 'ك',
  ة: 'ه',
  '\u00a0': ' ',
  '\u202f': ' ',
  // Signs that only look different; in wide letters of East Asian texts as well.
  '‐': '-',
  '‑': '-',
  '﹣': '-',
  '－': '-',
  '／': '/',
  '．': '.',
  '～': '~',
};
/** Only these have accents to lose: decomposed, a letter of Hangul or kana would become another. */
const ACCENTED = /[\u00c0-\u024f\u0370-\u03ff\u1e00-\u1fff]/;

/** Those that were met, of one unit each: there are no more than 65,536. */
const SAME_LENGTH = new Map<string, string>();

function foldChar(char: string): string {
  const known = SAME_LENGTH.get(char);
  if (known !== undefined) return known;
  const lower = char.toLowerCase();
  const one = lower.length === char.length ? lower : char;
  const folded = ONE_FOR_ONE[one] ?? (ACCENTED.test(one) ? (one.normalize('NFD')[0] ?? one) : one);
  SAME_LENGTH.set(char, folded);
  return folded;
}

/** Most lines are: they need no look at what each character folds to. */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 127 || code === GRAVE) return false;
  }
  return true;
}
const GRAVE = 0x60;

/** Lower case without accents, of the same length as the text, so that offsets found in it hold in the original. */
export function foldSameLength(text: string): string {
  if (isPlain(text)) return text.toLowerCase();
  return text.replace(/[^\x00-\x5f\x61-\x7f]/g, foldChar).toLowerCase();
}
