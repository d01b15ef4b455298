import type { CandidateFacts } from '../../domain/facts.ts';
import { FACTORS, type Factor, type Parts, type Preferences, type Preset, type Score } from '../../domain/match.ts';
import type { Posting } from '../../domain/posting.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { brokenConditions } from './broken-conditions.ts';
import { pairUp } from './cover-requirement.ts';
import { findVetoes } from './find-vetoes.ts';
import { listEvidence } from './list-evidence.ts';
import { type PreparedCandidate, prepareCandidate } from './prepare-candidate.ts';
import { type PreparedPosting, preparePosting } from './prepare-posting.ts';
import { scoreEducation } from './score-education.ts';
import { scoreExperience } from './score-experience.ts';
import { scoreLocation } from './score-location.ts';
import { scorePreferences, wishesMet } from './score-preferences.ts';
import { scoreSalary } from './score-salary.ts';
import { type CoveredRequirement, scoreSkills } from './score-skills.ts';
import { GATE_FLOOR, PRESET_WEIGHTS } from './weights.ts';
import { withWishes } from './wished-facts.ts';

export interface ScoreOptions {
  taxonomy: Taxonomy;
  preferences?: Preferences;
  /** `YYYY-MM-DD`; the date that the facts were read as of. */
  asOf: string;
}

/** Changes when the formula or a dictionary changes: a stored score of another version is not comparable. */
export function scoreVersionOf(taxonomy: Taxonomy): string {
  return `s2-${taxonomy.version}`;
}

/** A requirement is met from here on, missing below. */
const MET_FROM = 0.5;

function round2(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Weighted sum over the factors that speak, in the order of FACTORS; undefined when all weights are silent. */
function weighted(preset: Preset, parts: Parts, of: (factor: Factor, value: number) => number): number | undefined {
  let sum = 0;
  let weights = 0;
  for (const factor of FACTORS) {
    const value = parts[factor];
    const weight = PRESET_WEIGHTS[preset][factor];
    if (value === null || weight === 0) continue;
    sum += weight * of(factor, value);
    weights += weight;
  }
  return weights > 0 ? sum / weights : undefined;
}

/** 100 · g · Σ w·s / Σ w with g = 0.6 + 0.4 · must-have coverage; one rounding. */
function total(preset: Preset, parts: Parts, must: number): number {
  const gate = GATE_FLOOR + (1 - GATE_FLOOR) * must;
  return round2(100 * gate * (weighted(preset, parts, (_, value) => value) ?? 0));
}

function confidenceOf(parts: Parts, facts: CandidateFacts, posting: Posting): number {
  const resume: Partial<Record<Factor, number>> = facts.confidence;
  // Pay and wishes are the person's own words: only the posting can be unsure of its side.
  return round2(weighted('recruiter', parts, (factor) => Math.min(resume[factor] ?? 1, posting.confidence)) ?? 0);
}

function textsOf(covered: readonly CoveredRequirement[], wanted: (requirement: CoveredRequirement) => boolean): string[] {
  return [...new Set(covered.filter(wanted).map(({ wanted: { requirement } }) => requirement.text))];
}

/** Scores one prepared pair. Pure: same inputs, same bytes (rule A3). */
export function scorePair(prepared: PreparedCandidate, posting: PreparedPosting, options: ScoreOptions): Score {
  const { taxonomy, preferences, asOf } = options;
  if (prepared.facts.asOf !== asOf) throw new RangeError(`facts as of ${prepared.facts.asOf} cannot be scored as of ${asOf}`);
  const candidate = { ...prepared, facts: withWishes(prepared.facts, preferences) };
  const pair = pairUp(candidate, posting, taxonomy);
  const broken = brokenConditions(candidate.facts, posting.posting);
  const experience = scoreExperience(pair);
  const skills = scoreSkills(pair, { lineOfWork: posting.title && experience.title.value, broken });
  const education = scoreEducation(candidate, posting, experience.years, taxonomy);
  const location = scoreLocation(candidate.facts, posting);
  const salary = scoreSalary(posting.posting.salary, preferences?.salary);
  const wishes = preferences ? wishesMet(preferences, posting, taxonomy) : [];
  const parts: Parts = {
    skills: skills.value,
    experience: experience.value,
    education: education.value,
    location: location.value,
    salary: salary.value,
    preferences: scorePreferences(wishes),
  };
  const asked = skills.covered.filter(({ wanted }) => wanted.requirement.kind !== 'context');
  return {
    scoreVersion: scoreVersionOf(taxonomy),
    asOf,
    parts,
    totals: { recruiter: total('recruiter', parts, skills.must), candidate: total('candidate', parts, skills.must) },
    confidence: confidenceOf(parts, candidate.facts, posting.posting),
    met: textsOf(asked, ({ answer }) => answer.value >= MET_FROM),
    missing: [
      ...textsOf(asked, ({ wanted, answer }) => wanted.requirement.kind === 'must' && answer.value < MET_FROM),
      ...broken,
    ],
    vetoes: findVetoes(pair, skills.covered, preferences, salary.farBelow),
    evidence: listEvidence(posting, { skills, experience, education, location }),
  };
}

/**
 * The score of a candidate's facts against a posting (0…100 by preset, see docs/decisions/0007). Prepares both sides each time: use
 * `prepareCandidate`, `preparePosting` and `scorePair` for many pairs. Throws RangeError when the facts are of another date.
 */
export function scoreMatch(facts: CandidateFacts, posting: Posting, options: ScoreOptions): Score {
  return scorePair(prepareCandidate(facts, options.taxonomy), preparePosting(posting, options.taxonomy), options);
}
