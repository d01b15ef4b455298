/** What a person's taste can be about, besides the parts of the score: a few plain traits of a posting or of a candidate. */
import type { CandidateFacts } from '../../domain/facts.ts';
import type { Posting } from '../../domain/posting.ts';

export type TraitKind =
  | 'workplace'
  | 'function'
  | 'company'
  | 'seniority'
  | 'skill'
  | 'pay'
  | 'employment'
  | 'level'
  | 'years'
  | 'title';

export interface Trait {
  /** `workplace:remote`; equal keys are the same trait. */
  key: string;
  kind: TraitKind;
  /** As an explanation says it, after `more` and `fewer`: `remote roles`, `candidates with Kubernetes`. */
  label: string;
  /** 0…1: how much of the kind's weight it has. */
  value: number;
}

/** Strength of a kind: what people choose by is told apart best; what most postings share (full-time) hardly counts. */
const STRENGTH = {
  workplace: 1,
  function: 1,
  company: 1,
  seniority: 0.7,
  skill: 1,
  pay: 0.3,
  employment: 0.5,
  level: 0.7,
  years: 0.5,
  title: 1,
} satisfies Record<TraitKind, number>;

/** The first requirements of a posting are the ones it is about. */
const SKILLS_COUNTED = 6;

const trait = (kind: TraitKind, what: string, label: string, share = 1): Trait => ({
  key: `${kind}:${what.toLowerCase()}`,
  kind,
  label,
  value: STRENGTH[kind] * share,
});

/** Together they have the weight of one trait: a posting with many requirements is not louder than one with few. */
function skillTraits(skills: readonly string[], label: (name: string) => string, nameOf: (skill: string) => string): Trait[] {
  const first = [...new Set(skills)].slice(0, SKILLS_COUNTED);
  return first.map((skill) => trait('skill', skill, label(nameOf(skill)), 1 / Math.sqrt(first.length)));
}

/** How a skill is called when no dictionary is at hand. */
const spelled = (skill: string): string => skill.replace(/-/g, ' ');

/** Traits of a job. `nameOf` gives the shown spelling of a skill's id. */
export function postingTraits(posting: Posting, nameOf: (skill: string) => string = spelled): Trait[] {
  const { company, employmentType, seniority } = posting;
  const skills = posting.requirements.filter((one) => one.kind === 'must').flatMap((one) => one.skills);
  return [
    trait('workplace', posting.workplace, `${posting.workplace === 'onsite' ? 'on-site' : posting.workplace} roles`),
    ...(posting.function ? [trait('function', posting.function, `${spelled(posting.function)} roles`)] : []),
    ...(company ? [trait('company', company, `roles at ${company}`)] : []),
    ...(seniority ? [trait('seniority', seniority, `${seniority} roles`)] : []),
    ...(employmentType ? [trait('employment', employmentType, `${employmentType} roles`)] : []),
    ...(posting.salary ? [trait('pay', 'known', 'roles that name their pay')] : []),
    ...skillTraits(skills, (name) => `roles with ${name}`, nameOf),
  ];
}

const YEAR_BANDS = [
  { from: 10, what: '10+', label: 'ten years or more' },
  { from: 5, what: '5-9', label: 'five to nine years' },
  { from: 2, what: '2-4', label: 'two to four years' },
  { from: 0, what: '0-1', label: 'less than two years' },
] as const;

/**
 * Traits of a candidate: level, years, latest occupation, skills in use. Never name, place, school or employer: the facts do not
 * hold them, and a taste must not learn what scoring may not see (rule A4).
 */
export function candidateTraits(facts: CandidateFacts, nameOf: (skill: string) => string = spelled): Trait[] {
  const years = facts.experienceMonths / 12;
  const band = YEAR_BANDS.find((one) => years >= one.from);
  const occupation = facts.roles[0]?.titleFacts?.function;
  const used = facts.skills
    .filter((use) => use.months > 0)
    .sort((a, b) => b.months - a.months || (a.skill < b.skill ? -1 : 1))
    .map((use) => use.skill);
  return [
    ...(facts.careerLevel ? [trait('level', facts.careerLevel, `${facts.careerLevel} candidates`)] : []),
    ...(band ? [trait('years', band.what, `candidates with ${band.label} of experience`)] : []),
    ...(occupation ? [trait('title', occupation, `candidates from ${spelled(occupation)}`)] : []),
    ...skillTraits(used, (name) => `candidates with ${name}`, nameOf),
  ];
}
