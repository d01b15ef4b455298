/** What layout decisions ask of the dictionaries. */
import type { Taxonomy } from '../../domain/taxonomy.ts';
import type { Line } from './line.ts';
import { placeScore } from './place-cue.ts';
import { foldedWords } from './text-keys.ts';

export interface Lexicon {
  /** A word of the document or of the dictionaries, or one that is built like a word: a hyphen at a line's end may go. */
  knows(word: string): boolean;
  isPlace(text: string): boolean;
}

/** Long words without a capital inside are broken words far more often than compounds: `develop-` `ment`. */
const COMMON_END =
  /(?:tion|tions|ment|ments|ing|ings|ity|ities|ness|ance|ence|able|ible|ate|ated|ations|ical|ized|ised|ship|ung|ungen|keit|heit|schaft|lich|lichen|ischen|ieren|ierung|ement|ements|ique|iques|teur|trice|ción|ciones|miento|idad|mente|ção|ções|zione|zioni|mento|ità|ering|heid|lijke|ości|anie|ania|ers|ies)$/u;

function isBuiltLikeAWord(word: string): boolean {
  return /^\p{L}\p{Ll}{6,}$/u.test(word) && COMMON_END.test(word);
}

/** Made once a document; the words are collected when first asked for. */
export function createLexicon(lines: readonly Line[], taxonomy: Taxonomy): Lexicon {
  let words: Set<string> | undefined;
  return {
    knows(word) {
      words ??= new Set(lines.flatMap((line) => foldedWords(line.text.replace(/-\s*$/, ' '))));
      return words.has(word.toLowerCase()) || taxonomy.lookupSkill(word) !== undefined || isBuiltLikeAWord(word);
    },
    isPlace: (text) => placeScore(text, taxonomy) > 0.7,
  };
}
