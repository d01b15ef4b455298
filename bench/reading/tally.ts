/** Counts of right, wrong and missed values by field, and what follows from them. */
import { FIELDS, type Field, type ResumeScore } from './score-resume.ts';

export interface Counts {
  right: number;
  wrong: number;
  missed: number;
}
export type Tally = Map<Field, Counts>;

export function tallyOf(scores: readonly ResumeScore[]): Tally {
  const tally: Tally = new Map(FIELDS.map((field) => [field, { right: 0, wrong: 0, missed: 0 }]));
  for (const score of scores) {
    for (const { field, right } of score.judged) {
      const counts = tally.get(field);
      if (counts) counts[right ? 'right' : 'wrong']++;
    }
    for (const field of score.missed) {
      const counts = tally.get(field);
      if (counts) counts.missed++;
    }
  }
  return tally;
}

export const precision = ({ right, wrong }: Counts): number => right / (right + wrong);
export const recall = ({ right, missed }: Counts): number => right / (right + missed);
/** NaN where there is nothing to find and nothing was found. */
export const f1 = ({ right, wrong, missed }: Counts): number => (2 * right) / (2 * right + wrong + missed);

/** Mean over the fields that have anything to say. */
export function overall(tally: Tally): number {
  const values = [...tally.values()].map(f1).filter((value) => !Number.isNaN(value));
  return values.reduce((a, b) => a + b, 0) / values.length;
}
