/** Which part of an advertisement a heading begins. */
import { foldSameLength } from '../../../domain/fold-text.ts';
import { SECTION_PHRASES, type Section } from './section-headings.ts';

const CJK = /[\u3040-\u30ff\u3400-\u9fff]/;

interface Phrase {
  section: Section;
  words: string;
  /** The words between blanks, to be found as whole words. */
  padded: string;
  whole: boolean;
  rank: number;
  position: number;
}

const PHRASES: readonly Phrase[] = SECTION_PHRASES.flatMap(([section, phrases], rank) =>
  phrases.split('|').map((phrase) => {
    const words = plain(phrase.replace(/^=/, ''));
    return { section, rank, whole: phrase.startsWith('='), words, padded: ` ${words} ` };
  }),
).map((phrase, position) => ({ ...phrase, position }));

/** Phrases by their first word: of several hundred, three or four begin with a word of the heading. */
const BY_FIRST_WORD = Map.groupBy(PHRASES, (phrase) => phrase.words.slice(0, `${phrase.words} `.indexOf(' ')));

/** Those that begin with a word of the heading, in the order of the table. */
function phrasesNear(heading: string): Phrase[] {
  const near = [...new Set(heading.split(' '))].flatMap((word) => BY_FIRST_WORD.get(word) ?? []);
  return near.sort((a, b) => a.position - b.position);
}

/** Words only, so that `Skills & Experience:` and `skills experience` are alike. */
function plain(text: string): string {
  return foldSameLength(text)
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim();
}

/** `About Nimbus Ltd`, `Über die Firma X`: a name after the word for "about" is the employer's. */
const ABOUT_NAME = /^(?:about|uber|a propos de|a propos d'|sobre|su|over|o)\s\p{L}/u;

/**
 * The section, or undefined when the heading says nothing known.
 * @param text a heading of at most some ten words
 */
export function classifyHeading(text: string): Section | undefined {
  const heading = plain(text);
  if (heading === '' || heading.length > 120) return undefined;
  const padded = ` ${heading} `;
  const cjk = CJK.test(heading);
  const found = (cjk ? PHRASES : phrasesNear(heading)).filter((phrase) =>
    phrase.whole ? heading === phrase.words : cjk ? heading.includes(phrase.words) : padded.includes(phrase.padded),
  );
  const best = found.sort((a, b) => a.rank - b.rank || b.words.length - a.words.length)[0];
  const longest = found.reduce<Phrase | undefined>(
    (top, phrase) => (top === undefined || phrase.words.length > top.words.length ? phrase : top),
    undefined,
  );
  // "About the role" holds "the role", "what you will get" holds "you will": much longer words win, else the order of the table.
  const chosen = best && longest && longest.words.length >= best.words.length + 5 ? longest : best;
  if (chosen) return chosen.section;
  return ABOUT_NAME.test(heading) ? 'company' : undefined;
}
