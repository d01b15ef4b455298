/**
 * Letters that NFKD leaves whole but that people type without their mark (`Łódź`, `Søren`, `Straße`).
 * Umlauts fold to the plain vowel, not to `ue`: both spellings are rare inside one document and `ue` → `u` would break `blue`.
 */
const WHOLE_LETTERS: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};
/** Nothing to fold but case. */
export const ASCII = /^[\x00-\x7f]*$/;

/** Lower-case, compatibility forms and accents folded: the form in which words of all dictionaries are compared. */
export function foldText(text: string): string {
  const lower = text.toLowerCase();
  if (ASCII.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[ßæœøłđðþı]/g, (letter) => WHOLE_LETTERS[letter] ?? letter);
}
