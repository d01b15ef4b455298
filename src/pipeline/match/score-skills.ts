import { coverRequirement, type Pair } from './cover-requirement.ts';
import type { Answer } from './cover-skill.ts';
import type { PreparedRequirement } from './prepare-posting.ts';
import { MUST_SHARE, NICE_SHARE, UNREAD_IDF } from './weights.ts';

export interface CoveredRequirement {
  wanted: PreparedRequirement;
  answer: Answer;
}
export interface SkillsPart {
  /** null when the posting asks for nothing that can be read. */
  value: number | null;
  /** Must-have coverage 0…1 for the gate; 1 when nothing is a must. */
  must: number;
  covered: CoveredRequirement[];
}

/** What no line of a posting says and each posting asks for. */
interface Unwritten {
  /** Likeness of the candidate's best title to the posting's, 0…1; undefined when the posting's title cannot be read. */
  lineOfWork: number | undefined;
  /** Conditions of the resume that the posting breaks. */
  broken: readonly string[];
}

/** Weighted mean of requirements in the order of the posting, then of the unwritten ones; undefined without requirements. */
function coverage(covered: readonly CoveredRequirement[], unwritten: readonly number[] = []): number | undefined {
  if (covered.length === 0) return undefined;
  let sum = 0;
  let weights = 0;
  for (const { wanted, answer } of covered) {
    sum += wanted.weight * answer.value;
    weights += wanted.weight;
  }
  for (const value of unwritten) {
    sum += UNREAD_IDF * value;
    weights += UNREAD_IDF;
  }
  return weights > 0 ? sum / weights : undefined;
}

/**
 * 0.8 · must + 0.2 · nice coverage; a part without requirements drops out. The line of work is one must-have more: an advertisement
 * for a nurse asks for a nurse, and whoever tests React screens all day is no developer of them however many words agree.
 */
export function scoreSkills(pair: Pair, { lineOfWork, broken }: Unwritten): SkillsPart {
  const covered = pair.posting.requirements.map((wanted) => ({ wanted, answer: coverRequirement(pair, wanted) }));
  const unwritten = [...(lineOfWork === undefined ? [] : [lineOfWork]), ...broken.map(() => 0)];
  const musts = coverage(
    covered.filter(({ wanted }) => wanted.requirement.kind === 'must'),
    unwritten,
  );
  const must = musts ?? (broken.length > 0 ? 0 : undefined);
  const nice = coverage(covered.filter(({ wanted }) => wanted.requirement.kind !== 'must'));
  const value = must === undefined ? (nice ?? null) : nice === undefined ? must : MUST_SHARE * must + NICE_SHARE * nice;
  return { value, must: must ?? 1, covered };
}
