import type { CandidateFacts } from '../../domain/facts.ts';
import type { Posting } from '../../domain/posting.ts';
import { LEVELS } from './read-level.ts';

/**
 * Conditions that the resume states and the posting breaks, as neutral phrases. "Only remote" is not among them: it makes the
 * location factor 0.
 */
export function brokenConditions(facts: CandidateFacts, posting: Posting): string[] {
  const broken: string[] = [];
  if (facts.conditions.includes('only-part-time') && posting.employmentType === 'full-time') {
    broken.push('full-time hours: the resume asks for part-time only');
  }
  const below = posting.seniority !== undefined && LEVELS.indexOf(posting.seniority) < LEVELS.indexOf('senior');
  if (facts.conditions.includes('only-senior') && below)
    broken.push(`level ${posting.seniority}: the resume asks for senior posts only`);
  return broken;
}
