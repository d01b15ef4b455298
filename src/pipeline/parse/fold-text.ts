const SPECIAL: Readonly<Record<string, string>> = {
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ø: 'o',
  ı: 'i',
  ß: 's',
  æ: 'a',
  œ: 'o',
  þ: 't',
  '’': "'",
  '‘': "'",
  '´': "'",
  '`': "'",
  ʼ: "'",
};
/** Most lines are: they need no look at each character. */
const ASCII = /^[\x20-\x5f\x61-\x7e]*$/;
const LATIN = /[\u00c0-\u024f\u1e00-\u1eff]/;

function foldChar(char: string): string {
  const lower = char.toLowerCase();
  const one = lower.length === char.length ? lower : char;
  const special = SPECIAL[one];
  if (special) return special;
  return LATIN.test(one) ? (one.normalize('NFD')[0] ?? one) : one;
}

/** Lower case without accents, of the same length as the text, so that offsets found in it hold in the original. */
export function foldSameLength(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  let folded = '';
  for (let i = 0; i < text.length; i++) folded += foldChar(text.charAt(i));
  return folded;
}

/** Lower-case letters and digits without accents, spaces or punctuation: a key for look-ups (`E x p é r i e n c e` → `experience`). */
export function squeezeText(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase().replace(/[^a-z0-9]+/g, '');
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ł/g, 'l')
    .replace(/ø/g, 'o')
    .replace(/ı/g, 'i')
    .replace(/æ/g, 'ae')
    .replace(/œ/g, 'oe')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .normalize('NFC');
}

/** Words of a text, folded; CJK characters are left in one piece. */
export function foldedWords(text: string): string[] {
  return foldSameLength(text).match(/[\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}'&+#./-]*/gu) ?? [];
}
