/** Keys of lines and headings for look-ups. */
import { foldSameLength, foldText } from '../../domain/fold-text.ts';

/** Lower-case letters and digits without accents, spaces or punctuation (`E x p é r i e n c e` → `experience`). */
export function squeezeText(text: string): string {
  return foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .normalize('NFC');
}

/** Words of a text, folded; CJK characters are left in one piece. */
export function foldedWords(text: string): string[] {
  return foldSameLength(text).match(/[\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}'&+#./-]*/gu) ?? [];
}
