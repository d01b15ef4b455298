/** Which skill would lift how many of a candidate's matches (F7.2): counted, not guessed. */
import type { Score } from '../domain/match.ts';
import type { Posting } from '../domain/posting.ts';
import type { SkillCategory } from '../domain/taxonomy.ts';

export interface SuggestionMatch {
  score: Score;
  posting: Posting;
}

export interface SkillSuggestion {
  skill: string;
  name: string;
  /** In so many of the matches the skill is asked for and nothing in the resume answers it: with it the score is higher. */
  lifts: number;
  of: number;
}

/** One posting's wish is no advice. */
const LEAST_LIFTED = 2;
const SUGGESTIONS = 2;
/** A licence or a language is no skill one picks up on the side, and "team player" no advice. */
const NOT_SUGGESTED: ReadonlySet<SkillCategory> = new Set(['credential', 'soft', 'spoken-language']);

/** Ids of skills that the posting asks for and that the score found nothing for. */
function lackingSkills({ score, posting }: SuggestionMatch): Set<string> {
  const unanswered = new Set(
    score.evidence.filter((one) => one.factor === 'skills' && one.kind === 'none').map((one) => one.requirement),
  );
  const lacking = posting.requirements.filter((one) => one.kind !== 'context' && !one.credential && unanswered.has(one.text));
  return new Set(lacking.flatMap((one) => one.skills));
}

/** Best first, at most two. `skillOf` knows the dictionary; a skill that it does not know is not suggested. */
export function suggestSkills(
  matches: readonly SuggestionMatch[],
  skillOf: (id: string) => { name: string; category: SkillCategory } | undefined,
): SkillSuggestion[] {
  const lifts = new Map<string, number>();
  for (const match of matches) for (const skill of lackingSkills(match)) lifts.set(skill, (lifts.get(skill) ?? 0) + 1);
  return [...lifts]
    .flatMap(([skill, count]): SkillSuggestion[] => {
      const known = skillOf(skill);
      if (!known || NOT_SUGGESTED.has(known.category) || count < LEAST_LIFTED) return [];
      return [{ skill, name: known.name, lifts: count, of: matches.length }];
    })
    .sort((a, b) => b.lifts - a.lifts || (a.name < b.name ? -1 : 1))
    .slice(0, SUGGESTIONS);
}
