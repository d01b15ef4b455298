/** What a profile in sentences may say: facts alone, nothing that tells age, origin, sex, family, name or school (rule A4). */
import type { CandidateFacts, SkillUse } from '../../domain/facts.ts';
import { foldText } from '../../domain/fold-text.ts';
import { latestOf } from '../../domain/latest-job.ts';
import type { Evidence } from '../../domain/match.ts';
import { type MonthSpan, spanOf } from '../../domain/month-spans.ts';
import type { Resume, ResumeWork } from '../../domain/resume.ts';
import type { SkillCategory, Taxonomy } from '../../domain/taxonomy.ts';
import { careerGaps } from '../match/career-stretches.ts';
import { readFacts } from '../match/read-facts.ts';

export interface ProseSkill {
  name: string;
  months: number;
  /** `YYYY-MM`. */
  lastUsed?: string;
}
export interface ProseJob {
  title?: string;
  company?: string;
  start?: string;
  end?: string;
  months: number;
}
export interface ProseFacts {
  experienceMonths: number;
  jobs: ProseJob[];
  /** The job that is held, or the last one. */
  latest?: ProseJob & { current: boolean };
  longest?: ProseJob;
  /** With dated use, longest first. */
  skills: ProseSkill[];
  /** Named, and in no dated job. */
  listedOnly: string[];
  /** The most people led at once. */
  teamSize: number;
  degrees: string[];
  /** Held, and neither expired nor planned. */
  credentials: string[];
  expired: string[];
  languages: string[];
  /** Lines about what was done in jobs, and those of them with a figure. */
  lines: number;
  linesWithFigures: number;
  undatedJobs: number;
  jobsWithoutLines: number;
  /** Stretches without a dated job between two of them, half a year or longer. Months, both ends inside. */
  gaps: MonthSpan[];
  reachable: boolean;
  /** Skills that several of the best jobs ask for and that the resume does not show. */
  asked: { name: string; jobs: number; of: number }[];
}

const LEAST_JOBS_ASKING = 2;
const LEAST_STEM = 4;
const LONGEST_ENDING = 3;
/** Nobody needs to be told that they work in a team, and a language is in a list of its own. */
const NO_STRENGTH: ReadonlySet<SkillCategory> = new Set(['soft', 'spoken-language', 'credential']);

/** `matches`: what the scores of the best open jobs are made of, a list a job. Pure. */
export function readProseFacts(
  resume: Resume,
  taxonomy: Taxonomy,
  asOf: string,
  matches: readonly (readonly Evidence[])[] = [],
): ProseFacts {
  const facts = readFacts(resume, taxonomy, asOf);
  const jobs = resume.work.map((work) => jobOf(work, asOf));
  const dated = jobs.filter((job) => job.months > 0);
  // One that is to begin later is no work yet.
  const begun = resume.work.filter(
    ({ startDate }) => startDate === undefined || startDate.slice(0, 7) <= asOf.slice(0, startDate.slice(0, 7).length),
  );
  const last = begun[latestOf(begun)];
  const first = last && jobOf(last, asOf);
  const named = dated.filter((job) => job.title !== undefined || job.company !== undefined);
  const lines = resume.work.flatMap((work) => [...(work.highlights ?? []), ...(work.summary ? [work.summary] : [])]);
  return {
    experienceMonths: facts.experienceMonths,
    jobs,
    ...(first && { latest: { ...first, current: first.start !== undefined && first.end === undefined } }),
    ...(named.length > 0 && { longest: named.reduce((a, b) => (b.months > a.months ? b : a)) }),
    ...skillsOf(facts, taxonomy, wordsAtWork(resume, taxonomy)),
    teamSize: Math.max(0, ...facts.roles.map((role) => role.teamSize ?? 0)),
    degrees: resume.education.flatMap((entry) => degreeOf(entry.studyType, entry.area)),
    ...credentialsOf(resume, facts),
    languages: [...new Map(resume.languages.map(({ language }) => [foldText(language), language])).values()].filter(
      (name) => name !== '',
    ),
    lines: lines.length,
    linesWithFigures: lines.filter((line) => /\d/.test(line.replace(/\b(?:19|20)\d{2}\b/g, ''))).length,
    undatedJobs: resume.work.filter((work) => work.startDate === undefined && work.endDate === undefined).length,
    jobsWithoutLines: resume.work.filter((work) => !work.summary && (work.highlights ?? []).length === 0).length,
    gaps: careerGaps(resume.work, asOf),
    reachable: Boolean(resume.basics.email ?? resume.basics.phone),
    asked: askedFor(facts, taxonomy, matches),
  };
}

function jobOf({ position, name, startDate, endDate }: ResumeWork, asOf: string): ProseJob {
  const span = spanOf(startDate, endDate, asOf);
  return {
    title: position,
    company: name,
    start: startDate,
    end: endDate,
    months: span ? span.last - span.first + 1 : 0,
  };
}

const degreeOf = (studyType: string | undefined, area: string | undefined): string[] =>
  studyType === undefined ? [] : [area && !studyType.includes(area) ? `${studyType}, ${area}` : studyType];

/** Stems of what titles and lines of dated jobs say. */
function wordsAtWork({ work }: Resume, taxonomy: Taxonomy): ReadonlySet<string> {
  const dated = work.filter((job) => job.startDate !== undefined || job.endDate !== undefined);
  const texts = dated.flatMap(({ position = '', summary = '', highlights = [] }) => [position, summary, ...highlights]);
  return new Set(texts.flatMap((text) => taxonomy.contentWords(text)));
}

/** `Welding` is what a Welder does, who welded: the same stem, or one with an ending more. */
function isShown(skill: string, atWork: ReadonlySet<string>, taxonomy: Taxonomy): boolean {
  const stems = taxonomy.contentWords(skill);
  const alike = (one: string, other: string): boolean =>
    one === other || (one.length >= LEAST_STEM && other.startsWith(one) && other.length - one.length <= LONGEST_ENDING);
  return stems.length > 0 && stems.every((stem) => [...atWork].some((word) => alike(stem, word) || alike(word, stem)));
}

function skillsOf(
  facts: CandidateFacts,
  taxonomy: Taxonomy,
  atWork: ReadonlySet<string>,
): { skills: ProseSkill[]; listedOnly: string[] } {
  const telling = facts.skills.filter(({ skill }) => !NO_STRENGTH.has(taxonomy.skill(skill)?.category ?? 'soft'));
  const nameOf = (use: SkillUse): string => taxonomy.skill(use.skill)?.name ?? use.surface;
  const skills = telling
    .filter((use) => use.months > 0)
    .sort((a, b) => b.months - a.months || (nameOf(a) < nameOf(b) ? -1 : 1))
    .map((use) => ({ name: nameOf(use), months: use.months, lastUsed: use.lastUsed }));
  return { skills, listedOnly: telling.filter((use) => use.months === 0 && !isShown(nameOf(use), atWork, taxonomy)).map(nameOf) };
}

function credentialsOf(resume: Resume, facts: CandidateFacts): { credentials: string[]; expired: string[] } {
  const names = resume.certificates.map((one) => one.name);
  const factsOf = (name: string) => facts.credentials.find((one) => one.text.includes(name));
  return {
    credentials: names.filter((name) => !factsOf(name)?.expired && !factsOf(name)?.planned),
    expired: names.filter((name) => factsOf(name)?.expired),
  };
}

function askedFor(facts: CandidateFacts, taxonomy: Taxonomy, matches: readonly (readonly Evidence[])[]): ProseFacts['asked'] {
  const has = new Set(facts.skills.map((use) => use.skill));
  const jobs = new Map<string, number>();
  for (const evidence of matches) {
    const lacking = evidence
      .filter((one) => one.factor === 'skills' && one.kind === 'none')
      .flatMap((one) => taxonomy.findSkills(one.requirement))
      .filter(({ skill }) => !NO_STRENGTH.has(skill.category) && !has.has(skill.id));
    for (const name of new Set(lacking.map(({ skill }) => skill.name))) jobs.set(name, (jobs.get(name) ?? 0) + 1);
  }
  return [...jobs]
    .filter(([, count]) => count >= LEAST_JOBS_ASKING)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, 2)
    .map(([name, count]) => ({ name, jobs: count, of: matches.length }));
}
