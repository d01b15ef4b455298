import { coverRequirement, type Pair } from './cover-requirement.ts';
import type { Answer } from './cover-skill.ts';
import type { PreparedRequirement } from './prepare-posting.ts';
import { MUST_SHARE, NICE_SHARE } from './weights.ts';

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

/** Weighted mean in the order of the posting, with a weight that nothing covers; undefined without members. */
function coverage(covered: readonly CoveredRequirement[], uncovered = 0): number | undefined {
  if (covered.length === 0) return undefined;
  let sum = 0;
  let weights = uncovered;
  for (const { wanted, answer } of covered) {
    sum += wanted.weight * answer.value;
    weights += wanted.weight;
  }
  return weights > 0 ? sum / weights : undefined;
}

/** What one of the conditions that the resume states costs when the posting breaks it: as much as a must-have that is not covered. */
const CONDITION_WEIGHT = 1.5;

/** 0.8 · must + 0.2 · nice coverage; a part without requirements drops out. `broken`: conditions of the resume that the posting breaks. */
export function scoreSkills(pair: Pair, broken: readonly string[]): SkillsPart {
  const covered = pair.posting.requirements.map((wanted) => ({ wanted, answer: coverRequirement(pair, wanted) }));
  const musts = coverage(
    covered.filter(({ wanted }) => wanted.requirement.kind === 'must'),
    broken.length * CONDITION_WEIGHT,
  );
  const must = musts ?? (broken.length > 0 ? 0 : undefined);
  const nice = coverage(covered.filter(({ wanted }) => wanted.requirement.kind !== 'must'));
  const value = must === undefined ? (nice ?? null) : nice === undefined ? must : MUST_SHARE * must + NICE_SHARE * nice;
  return { value, must: must ?? 1, covered };
}
