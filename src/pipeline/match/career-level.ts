/** The rung that somebody has reached, by the latest title and the months behind it: one rule for the card, for JSON and for scores (decision 0037). */
import { latestFirst } from '../../domain/latest-job.ts';
import type { CareerLevel, ResumeEducation } from '../../domain/resume.ts';
import type { Taxonomy, TitleFacts } from '../../domain/taxonomy.ts';
import { LEVELS } from './read-level.ts';

/** Occupations in which people of many years still do the work itself, without a step up that the word senior would name. */
const WITHOUT_LADDER: ReadonlySet<string> = new Set(
  'driving delivery warehouse labour cleaning care construction welding machining plumbing-hvac electrical-trade mechanical-trade carpentry painting-decorating food-service retail security agriculture landscaping craft textiles bakery beauty maritime rail'.split(
    ' ',
  ),
);

/** Ten years make somebody senior where the profession has such a step. */
function byYears(months: number, ladder: boolean): CareerLevel {
  if (months < 24) return 'junior';
  return months < 120 || !ladder ? 'mid' : 'senior';
}

/** Title and years say it together: a lead of six years is senior, a lead of seventeen a lead; the lower of two rungs where they meet between. */
function bothSay(title: CareerLevel, years: CareerLevel, months: number): CareerLevel {
  const known = months >= 200 && years === 'senior' ? 'lead' : years;
  const between = (LEVELS.indexOf(title) + LEVELS.indexOf(known)) / 2;
  const rung = title === 'senior' && months >= 60 ? Math.ceil(between) : Math.floor(between);
  return LEVELS[Math.max(2, rung)] ?? title;
}

function stillStudying(education: readonly ResumeEducation[], asOf: string): boolean {
  return education.some((e) => e.startDate && (!e.endDate || e.endDate.slice(0, 7) > asOf.slice(0, 7)));
}

export interface CareerSigns {
  /** Titles as scoring may see them (rule A4), with the dates of their jobs. */
  jobs: readonly { title: string; startDate?: string; endDate?: string }[];
  /** The headline, as scoring may see it. */
  label: string;
  /** Only its dates count. */
  education: readonly ResumeEducation[];
  /** All months of work. */
  months: number;
  asOf: string;
}

/** What the latest title and the years say together; undefined where there is neither work nor a school. */
export function careerLevelOf(
  { jobs, label, education, months, asOf }: CareerSigns,
  taxonomy: Taxonomy,
): CareerLevel | undefined {
  const studying = stillStudying(education, asOf);
  if (jobs.length === 0) return education.length > 0 ? 'student' : undefined;
  const [latest] = latestFirst(jobs);
  const titles = [latest?.title, label].map((title) => (title ? taxonomy.readTitle(title) : undefined));
  const read = <T>(of: (facts: TitleFacts) => T | undefined): T | undefined =>
    titles.map((facts) => facts && of(facts)).find((value) => value !== undefined);
  const said = read(({ level }) => level);
  const trade = read((facts) => facts.function || undefined);
  const years = byYears(months, !WITHOUT_LADDER.has(trade ?? ''));
  // Apprentices and interns of long ago, and juniors of many years, have outgrown the word.
  if (said === 'student') return months > 36 ? years : studying ? 'student' : 'junior';
  if (said === 'junior') return months >= 60 ? 'mid' : 'junior';
  if (said === undefined || said === 'mid') return years;
  return said === 'executive' && months >= 96 ? 'executive' : bothSay(said, years, months);
}
