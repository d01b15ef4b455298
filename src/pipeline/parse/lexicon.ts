/** What layout decisions ask of the dictionaries. */
import type { Taxonomy } from '../../domain/taxonomy.ts';
import type { Line } from './line.ts';
import { organisationCue } from './organisation-cues.ts';
import { placeScore } from './place-cue.ts';
import { foldedWords } from './text-keys.ts';

export interface Lexicon {
  /** A word of the document or of the dictionaries, or one that is built like a word: a hyphen at a line's end may go. */
  knows(word: string): boolean;
  isPlace(text: string): boolean;
  /** A title, or what holds a word of a trade or of an organisation: a department, not a village. */
  isOfWork(text: string): boolean;
}

/** Where no dictionaries are at hand. */
export const NO_WORDS: Lexicon = { knows: () => false, isPlace: () => false, isOfWork: () => false };

/** Long words without a capital inside are broken words far more often than compounds: `develop-` `ment`. */
const COMMON_END =
  /(?:tion|tions|ment|ments|ing|ings|ity|ities|ness|ance|ence|able|ible|ate|ated|ations|ical|ized|ised|ship|ung|ungen|keit|heit|schaft|lich|lichen|ischen|ieren|ierung|ement|ements|ique|iques|teur|trice|ción|ciones|miento|idad|mente|ção|ções|zione|zioni|mento|ità|ering|heid|lijke|ości|anie|ania|ers|ies)$/u;

function isBuiltLikeAWord(word: string): boolean {
  return /^\p{L}\p{Ll}{6,}$/u.test(word) && COMMON_END.test(word);
}

/** So many words broken at the ends of lines: the page was set with hyphenation. Fewer, where one of them is known when put together. */
const MANY_BROKEN = 4;
const LEAST_BROKEN = 2;

/** Words as they are when the two pieces at the end of one line and the beginning of the next are put together, with the second piece. */
function brokenWords(lines: readonly Line[]): Map<string, string> {
  const broken = new Map<string, string>();
  lines.forEach((line, i) => {
    const next = lines[i + 1];
    const start = /(\p{L}{2,})-$/u.exec(line.text)?.[1];
    const end = next && !next.bullet && next.lane === line.lane ? /^(\p{Ll}{2,})/u.exec(next.text)?.[1] : undefined;
    if (start && end && !line.flow) broken.set(`${start}${end}`.toLowerCase(), end);
  });
  return broken;
}

/** The broken words of a page that was set with hyphenation, but for those whose second piece is a word (`cross-` `functional`). */
function hyphenated(lines: readonly Line[], knows: (word: string) => boolean): ReadonlySet<string> {
  const broken = brokenWords(lines);
  const sure = broken.size >= LEAST_BROKEN && [...broken.keys()].some(knows);
  if (!sure && broken.size < MANY_BROKEN) return new Set();
  return new Set([...broken].flatMap(([word, end]) => (knows(end) ? [] : [word])));
}

/** The text of a line without the pieces of words that break at either of its ends. */
function wholeWords({ text }: Line, above: Line | undefined): string {
  return (above?.text.endsWith('-') ? text.replace(/^\p{Ll}+/u, ' ') : text).replace(/-\s*$/, ' ');
}

/** Made once a document; the words are collected when first asked for. */
export function createLexicon(lines: readonly Line[], taxonomy: Taxonomy): Lexicon {
  let words: Set<string> | undefined;
  let broken: ReadonlySet<string> | undefined;
  const knows = (word: string): boolean => {
    words ??= new Set(lines.flatMap((line, i) => foldedWords(wholeWords(line, lines[i - 1]))));
    return words.has(word.toLowerCase()) || taxonomy.lookupSkill(word) !== undefined || isBuiltLikeAWord(word);
  };
  return {
    knows(word) {
      broken ??= hyphenated(lines, knows);
      return knows(word) || broken.has(word.toLowerCase());
    },
    isPlace: (text) => placeScore(text, taxonomy) > 0.7,
    isOfWork: (text) =>
      organisationCue(text) > 0 ||
      taxonomy.readTitle(text) !== undefined ||
      [text, ...text.split(' ')].some((word) => taxonomy.lookupSkill(word) !== undefined),
  };
}
