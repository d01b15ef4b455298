/** What the answer should have been (F6.1): `ideal: …`, `2 ideal: …`, `the list should have shown …`. */
import type { NumberedReaction } from './read-reactions.ts';

const LONGEST = 4_000;
const NUMBER = String.raw`(?:(?:number |nr\.? ?|no\. ?|#)?(\d{1,2})\s?[:.)–—-]?\s?)?`;
const LABEL = new RegExp(
  String.raw`^${NUMBER}(?:ideal|ideal answer|better answer|expected|expected answer)\s?[:=]\s?([\s\S]+)$`,
  'iu',
);
/** The noun must be of an answer: `it should be fine` says nothing about what I wrote. */
const SENTENCE = new RegExp(
  String.raw`^${NUMBER}(?:the|your|my|a) (?:ideal |right |correct |better |best )?(?:answer|match|list|score|result|order|ranking|summary) (?:should have|should|ought to have|would have|would be|is) [\s\S]+$`,
  'iu',
);
const PLACED = /^(?:number |nr\.? ?|no\. ?|#)?(\d{1,2}) should (?:have been|be|not have been|not be|come|have come) [\s\S]+$/iu;

/** The text is kept whole where it is a sentence, without its label where it has one. */
export function readIdeal(text: string): NumberedReaction | undefined {
  const plain = text.trim();
  if (plain === '' || plain.length > LONGEST) return undefined;
  const labelled = LABEL.exec(plain);
  if (labelled) return idealOf(labelled[1], labelled[2] ?? '');
  const sentence = PLACED.exec(plain) ?? SENTENCE.exec(plain);
  return sentence ? idealOf(sentence[1], plain) : undefined;
}

const idealOf = (number: string | undefined, comment: string): NumberedReaction => ({
  number: number === undefined ? undefined : Number(number),
  reaction: { kind: 'given', meaning: 'ideal', comment: comment.trim() },
});
