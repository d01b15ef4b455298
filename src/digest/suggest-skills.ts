/** Which skill would lift how many of a candidate's matches (F7.2): scored again with it, not guessed. */
import type { CandidateFacts } from '../domain/facts.ts';
import type { Preferences, Score } from '../domain/match.ts';
import type { Posting } from '../domain/posting.ts';
import type { Skill, SkillCategory, Taxonomy } from '../domain/taxonomy.ts';
import { prepareCandidate } from '../pipeline/match/prepare-candidate.ts';
import type { PreparedPostings } from '../pipeline/match/prepared-postings.ts';
import { scorePair } from '../pipeline/match/score-match.ts';

export interface SuggestionMatch {
  score: Score;
  posting: { id: string; version: number; data: Posting };
}

export interface SkillSuggestion {
  skill: string;
  name: string;
  /** In so many of the matches the total is a point or more higher when the resume shows the skill. */
  lifts: number;
  of: number;
  /** The most that one of them gains, in whole points. */
  most: number;
}

/** The candidate total of a match as it is (`undefined`), and with a skill more. */
export type Rescore = (match: SuggestionMatch, skill: string | undefined) => number;

/** One posting's wish is no advice. */
const LEAST_LIFTED = 2;
const LEAST_POINTS = 1;
const SUGGESTIONS = 2;
/** Bounds of the work, in pairs and not in time, because the same data must give the same advice: some 200 at most, 10 to 30 ms. */
const TRIED_SKILLS = 4;
export const RESCORED_MATCHES = 40;
/** A licence or a language is no skill one picks up on the side, and "team player" no advice. */
const NOT_SUGGESTED: ReadonlySet<SkillCategory> = new Set(['credential', 'soft', 'spoken-language']);

/** Ids of skills that the posting asks for and that the score found nothing for. */
function lackingSkills({ score, posting }: SuggestionMatch): Set<string> {
  const unanswered = new Set(
    score.evidence.filter((one) => one.factor === 'skills' && one.kind === 'none').map((one) => one.requirement),
  );
  const lacking = posting.data.requirements.filter(
    (one) => one.kind !== 'context' && !one.credential && unanswered.has(one.text),
  );
  return new Set(lacking.flatMap((one) => one.skills));
}

/** Best first, at most two. `skillOf` knows the dictionary; a skill that it does not know is not suggested. */
export function suggestSkills(
  matches: readonly SuggestionMatch[],
  skillOf: (id: string) => Pick<Skill, 'name' | 'category'> | undefined,
  rescore: Rescore,
): SkillSuggestion[] {
  const lacking = new Map<string, SuggestionMatch[]>();
  for (const match of matches)
    for (const skill of lackingSkills(match)) lacking.set(skill, [...(lacking.get(skill) ?? []), match]);
  const base = new Map<SuggestionMatch, number>();
  const before = (match: SuggestionMatch): number => {
    const known = base.get(match) ?? rescore(match, undefined);
    base.set(match, known);
    return known;
  };
  return [...lacking]
    .flatMap(([skill, those]) => {
      const known = skillOf(skill);
      return known && !NOT_SUGGESTED.has(known.category) && those.length >= LEAST_LIFTED
        ? [{ skill, name: known.name, those }]
        : [];
    })
    .sort((a, b) => b.those.length - a.those.length || (a.name < b.name ? -1 : 1))
    .slice(0, TRIED_SKILLS)
    .map(({ skill, name, those }): SkillSuggestion => {
      const gains = those.map((match) => rescore(match, skill) - before(match)).filter((gain) => gain >= LEAST_POINTS);
      return { skill, name, lifts: gains.length, of: matches.length, most: Math.floor(Math.max(0, ...gains)) };
    })
    .filter((one) => one.lifts >= LEAST_LIFTED)
    .sort((a, b) => b.lifts - a.lifts || b.most - a.most || (a.name < b.name ? -1 : 1))
    .slice(0, SUGGESTIONS);
}

/** Scores as of the facts' date, with a skill that is only listed: what somebody could write into their resume today. */
export function createRescore(
  facts: CandidateFacts,
  options: { taxonomy: Taxonomy; prepared: PreparedPostings; preferences?: Preferences },
): Rescore {
  const { taxonomy, prepared, preferences } = options;
  const candidates = new Map<string | undefined, ReturnType<typeof prepareCandidate>>();
  return ({ posting }, skill) => {
    const candidate = candidates.get(skill) ?? prepareCandidate(withSkill(facts, skill, taxonomy), taxonomy);
    candidates.set(skill, candidate);
    return scorePair(candidate, prepared.get(posting), { taxonomy, preferences, asOf: facts.asOf }).totals.candidate;
  };
}

function withSkill(facts: CandidateFacts, skill: string | undefined, taxonomy: Taxonomy): CandidateFacts {
  if (skill === undefined) return facts;
  const name = taxonomy.skill(skill)?.name ?? skill;
  return {
    ...facts,
    skills: [...facts.skills, { skill, surface: name, exact: true, months: 0, line: name }],
    listedSkills: [...facts.listedSkills, skill],
  };
}
