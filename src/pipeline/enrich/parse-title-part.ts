import { otherForms } from './clean-title.ts';
import type { FieldPiece, LevelPiece, TitleIndex, TitlePiece } from './load-titles.ts';
import { tokenizeWords } from './tokenize-words.ts';

/** One recognised or unknown stretch of a part of a title. */
export interface Stretch {
  words: number;
  title?: TitlePiece;
  field?: FieldPiece;
  level?: LevelPiece;
  /** A word such as `of` or `de`: what follows belongs to what stands before. */
  link: boolean;
  /** As written, for a look into the skill dictionary. */
  text: string;
}

const LINKS = new Set(
  (
    'of for the and in to with on as de du des la le les l d el los las en y et e di da do dos das del della delle dei a al der die das dem den fur ' +
    'im am und von vom zum zur mit van voor het w ds i z na och av'
  ).split(' '),
);

/** Cuts one part of a title into the longest known phrases, from the left. */
export function parseTitlePart(index: TitleIndex, part: string): Stretch[] {
  const words = tokenizeWords(part);
  const folded = words.map((word) => knownForm(index, word.folded));
  const stretches: Stretch[] = [];
  for (let from = 0; from < words.length; ) {
    const count = longestPhrase(index, folded, from);
    const stretch =
      count === 0
        ? readWord(index, folded[from] ?? '')
        : { words: count, link: false, ...index.entries.get(phrase(folded, from, count)) };
    const start = words[from]?.start ?? 0;
    const end = words[from + stretch.words - 1]?.end ?? start;
    stretches.push({ ...stretch, text: part.slice(start, end) });
    from += stretch.words;
  }
  return stretches;
}

function longestPhrase(index: TitleIndex, words: readonly string[], from: number): number {
  for (let count = Math.min(index.longest, words.length - from); count > 0; count--) {
    if (index.entries.has(phrase(words, from, count))) return count;
  }
  return 0;
}

function phrase(words: readonly string[], from: number, count: number): string {
  return words.slice(from, from + count).join(' ');
}

function readWord(index: TitleIndex, word: string): Omit<Stretch, 'text'> {
  if (LINKS.has(word)) return { words: 1, link: true };
  return { words: 1, link: false, ...readCompound(index, word) };
}

/** The listed form of a word: as it stands, or with the ending of the other gender. */
function knownForm(index: TitleIndex, folded: string): string {
  if (index.vocabulary.has(folded)) return folded;
  return otherForms(folded).find((form) => index.vocabulary.has(form)) ?? folded;
}

/** `Maschinenbauingenieur`, `Vertriebsleiterin`: a known tail, and before it a field if it is known. */
function readCompound(index: TitleIndex, word: string): { title?: TitlePiece; field?: FieldPiece } {
  for (const form of [word, ...otherForms(word)]) {
    const found = index.tails.find(({ tail }) => form.length > tail.length + 2 && form.endsWith(tail));
    if (found === undefined) continue;
    const rest = form.slice(0, -found.tail.length);
    const field =
      index.fields.get(rest) ?? index.fields.get(rest.replace(/[sn]$/, '')) ?? index.fields.get(rest.replace(/en$/, ''));
    return field === undefined ? { title: found.piece } : { title: found.piece, field };
  }
  return {};
}
