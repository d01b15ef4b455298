import { otherForms } from './clean-title.ts';
import type { TitleIndex } from './load-titles.ts';
import type { FieldPiece, LevelPiece, TitlePiece } from './title-pieces.ts';
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

/** Lead as the last word of a title. */
const LEAD_WORDS = new Set(['lead', 'leader', 'head']);

/** Cuts one part of a title into the longest known phrases, from the left. */
export function parseTitlePart(index: TitleIndex, part: string): Stretch[] {
  const words = tokenizeWords(part);
  const folded = words.map((word) => knownForm(index, word.folded));
  const stretches: Stretch[] = [];
  for (let from = 0; from < words.length; ) {
    const count = phraseLength(index, folded, from);
    const entry = count === 0 ? readWord(index, folded[from] ?? '') : index.entry(phrase(folded, from, count));
    const end = words[from + Math.max(count, 1) - 1]?.end ?? 0;
    stretches.push({ link: false, ...entry, words: Math.max(count, 1), text: part.slice(words[from]?.start ?? 0, end) });
    from += Math.max(count, 1);
  }
  return withLeadAsHead(index, stretches);
}

/** `Design lead`: at the end and with no other head, the word is the head. */
function withLeadAsHead(index: TitleIndex, stretches: Stretch[]): Stretch[] {
  const last = stretches.at(-1);
  const isHead =
    last !== undefined && LEAD_WORDS.has(last.text.toLowerCase()) && stretches.some(({ field }) => field !== undefined);
  if (!isHead || stretches.some(({ title }) => title !== undefined)) return stretches;
  return [...stretches.slice(0, -1), { ...last, title: index.entry('team lead')?.title }];
}

/** Words of the longest phrase at a position; shorter where a longer title would be torn (`regional | sales executive`). */
function phraseLength(index: TitleIndex, words: readonly string[], from: number): number {
  const count = longestPhrase(index, words, from);
  if (count < 2 || index.entry(phrase(words, from, count))?.title !== undefined) return count;
  for (let shorter = 1; shorter < count; shorter++) {
    const next = longestPhrase(index, words, from + shorter);
    const tears = from + shorter + next > from + count && index.entry(phrase(words, from + shorter, next))?.title !== undefined;
    if (tears && index.entry(phrase(words, from, shorter)) !== undefined) return shorter;
  }
  return count;
}

function longestPhrase(index: TitleIndex, words: readonly string[], from: number): number {
  for (let count = Math.min(index.longest, words.length - from); count > 0; count--) {
    if (index.entry(phrase(words, from, count)) !== undefined) return count;
  }
  return 0;
}

function phrase(words: readonly string[], from: number, count: number): string {
  return words.slice(from, from + count).join(' ');
}

function readWord(index: TitleIndex, word: string): Pick<Stretch, 'title' | 'field' | 'level'> & { link: boolean } {
  if (LINKS.has(word)) return { link: true };
  // Known only inside longer phrases in this ending (`pâtissière`, from `ouvrière pâtissière`): its other ending may stand alone.
  const other = otherForms(word).find((form) => index.entry(form) !== undefined);
  return { link: false, ...(other === undefined ? readCompound(index, word) : index.entry(other)) };
}

/** The listed form of a word: as it stands, or with the ending of the other gender. */
function knownForm(index: TitleIndex, folded: string): string {
  if (index.vocabulary.has(folded)) return folded;
  return otherForms(folded).find((form) => index.vocabulary.has(form)) ?? folded;
}

/** `Maschinenbauingenieur`, `Vertriebsleiterin`: a known tail, and before it a field if it is known. */
function readCompound(index: TitleIndex, word: string): { title?: TitlePiece; field?: FieldPiece } {
  for (const form of [word, ...otherForms(word)]) {
    const found = tailOf(index, form);
    if (found === undefined) continue;
    const rest = form.slice(0, -found.tail.length);
    const field =
      index.entry(rest)?.field ?? index.entry(rest.replace(/[sn]$/, ''))?.field ?? index.entry(rest.replace(/en$/, ''))?.field;
    return field === undefined ? { title: found.piece } : { title: found.piece, field };
  }
  return {};
}

/** The longest known tail that leaves three letters before it. */
function tailOf({ tails, tailLengths }: TitleIndex, form: string): { tail: string; piece: TitlePiece } | undefined {
  for (const length of tailLengths) {
    if (form.length <= length + 2) continue;
    const tail = form.slice(-length);
    const piece = tails.get(tail);
    if (piece !== undefined) return { tail, piece };
  }
  return undefined;
}
