/** A person's name as it is compared: words without titles, initials, accents, case and order. */
import { foldText } from './fold-text.ts';

const HONORIFIC = /^(?:(?:dr|prof|mr|mrs|ms|mx|herr|frau|ing|dipl|mag|jur|med|rer|nat|phil|m|mme|sr|sra)\.?\s+)+/;

/** One sign may be a whole word of a name there; elsewhere it is an initial. */
const IDEOGRAPH = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+$/u;

/** Sorted. */
export function nameWords(name: string): string[] {
  return foldText(name)
    .normalize('NFKC')
    .replace(HONORIFIC, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .filter((word) => word.length > 1 || IDEOGRAPH.test(word))
    .sort();
}

export interface FullName {
  /** The same for all spellings of one full name: what it is looked up by. */
  key: string;
  /** One word alone, or a name of signs without words: many more people are called so. */
  mononym: boolean;
}

/** Undefined where nothing of a name is there. */
export function fullNameOf(name: string | undefined): FullName | undefined {
  const words = nameWords(name ?? '');
  if (words.length === 0) return undefined;
  // 李 明 and 李明 are one name; which of the signs is the family's cannot be told when they stand together.
  if (words.every((word) => IDEOGRAPH.test(word))) return { key: [...words.join('')].sort().join(''), mononym: true };
  return { key: words.join(' '), mononym: words.length < 2 };
}
