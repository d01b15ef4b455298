/** Keys of lines and headings for look-ups. */
import { ASCII, foldSameLength, foldText } from '../../domain/fold-text.ts';

/** Lower-case letters and digits without accents, spaces or punctuation (`E x p é r i e n c e` → `experience`). */
export function squeezeText(text: string): string {
  const folded = foldText(text);
  if (ASCII.test(folded)) return folded.replace(/[^a-z0-9]+/g, '');
  return folded.replace(/[^\p{L}\p{N}]+/gu, '').normalize('NFC');
}

/** The keys of a list of words with a semicolon between them. */
export const keysOf = (words: string): ReadonlySet<string> => new Set(words.split(';').map(squeezeText));

/** Words of a text, folded; CJK characters are left in one piece. */
export function foldedWords(text: string): string[] {
  return foldSameLength(text).match(/[\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}'&+#./-]*/gu) ?? [];
}
