import type { CareerLevel } from '../../domain/resume.ts';
import type { Pair } from './cover-requirement.ts';
import type { PreparedCandidate } from './prepare-candidate.ts';
import { LEVELS, levelOfMonths } from './read-level.ts';
import { type RoleRelevance, relevantMonths } from './relevant-months.ts';

const YEARS_SHARE = 0.5;
const TITLE_SHARE = 0.3;
const LEVEL_SHARE = 0.2;
/** exp(−Δ²/2.9): 0.71 one rung off, 0.25 two off. */
const LEVEL_SPREAD = 2.9;
/** A role counts for the level in this line of work from here on. */
const ALIKE = 0.5;
/** A title of long ago says less about what somebody does now. */
const OLD_TITLE_MONTHS = 60;
const OLD_TITLE_FACTOR = 0.6;

export interface ExperiencePart {
  /** null when the posting names neither years nor a readable title nor a level. */
  value: number | null;
  /** Years weighted by relevance. */
  years: number;
  level?: CareerLevel;
  /** The likest title, 0…1, and the role that has it. */
  title: { value: number; line?: string };
}

/**
 * The level in the posting's line of work: the highest of the alike-titled roles of the last five years; months of such work where
 * titles are silent. Somebody new to the trade is junior in it whatever they were before. Titles only, never skills: one more skill
 * must not make somebody "too senior" for a posting (the score would fall).
 */
function levelFor(roles: readonly RoleRelevance[], candidate: PreparedCandidate): CareerLevel | undefined {
  const alike = roles.filter(({ title }) => title >= ALIKE);
  const recent = alike.filter(({ role }) => candidate.today - role.span.last <= OLD_TITLE_MONTHS);
  if (recent.length === 0) return candidate.facts.careerLevel;
  let told = -1;
  for (const { role } of recent) told = Math.max(told, role.facts.level ? LEVELS.indexOf(role.facts.level) : -1);
  const byMonths = LEVELS.indexOf(
    levelOfMonths(relevantMonths(alike.map(({ role, title }) => ({ role, title, worth: 1, relevance: title })))),
  );
  return LEVELS[told >= 0 ? Math.max(told, Math.min(byMonths, LEVELS.indexOf('mid'))) : byMonths];
}

/** The role whose title is most like the posting's; a title of long ago counts less. */
function bestTitle(roles: readonly RoleRelevance[], candidate: PreparedCandidate): { value: number; line?: string } {
  let best: { value: number; line?: string } = { value: 0 };
  for (const { role, title } of roles) {
    const old = candidate.today - role.span.last > OLD_TITLE_MONTHS;
    const value = title * (old ? OLD_TITLE_FACTOR : 1);
    if (value > best.value) best = { value, line: role.facts.title };
  }
  return best;
}

/** 0.5 · min(1, (y + 0.5) / (ymin + 0.5)) + 0.3 · title similarity + 0.2 · exp(−Δ² / 2.9); silent parts drop out. */
export function scoreExperience(pair: Pair): ExperiencePart {
  const { posting } = pair.posting;
  const years = pair.months / 12;
  const level = levelFor(pair.roles, pair.candidate);
  const best = bestTitle(pair.roles, pair.candidate);
  let sum = 0;
  let shares = 0;
  if (posting.minYears !== undefined) {
    sum += YEARS_SHARE * Math.min(1, (years + 0.5) / (posting.minYears + 0.5));
    shares += YEARS_SHARE;
  }
  if (pair.posting.title) {
    sum += TITLE_SHARE * best.value;
    shares += TITLE_SHARE;
  }
  if (posting.seniority && level) {
    const distance = LEVELS.indexOf(level) - LEVELS.indexOf(posting.seniority);
    sum += LEVEL_SHARE * Math.exp(-(distance * distance) / LEVEL_SPREAD);
    shares += LEVEL_SHARE;
  }
  return { value: shares > 0 ? sum / shares : null, years, ...(level && { level }), title: best };
}
