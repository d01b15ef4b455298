/** Facts that follow from the dated work and a date: months of experience, career level, profession. */
import { latestFirst } from '../../domain/latest-job.ts';
import { monthsCovered, spanOf } from '../../domain/month-spans.ts';
import type { CareerLevel, DerivedFacts, ResumeEducation, ResumeWork } from '../../domain/resume.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';

/** Months worked, overlapping ones once, as scores and prose count them. */
export function experienceMonths(work: readonly ResumeWork[], asOf: string): number {
  return monthsCovered(
    work.map(({ startDate, endDate }) => spanOf(startDate, endDate, asOf)).filter((span) => span !== undefined),
  );
}

const RUNGS: readonly CareerLevel[] = ['student', 'junior', 'mid', 'senior', 'lead', 'executive'];
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
  const between = (RUNGS.indexOf(title) + RUNGS.indexOf(known)) / 2;
  const rung = title === 'senior' && months >= 60 ? Math.ceil(between) : Math.floor(between);
  return RUNGS[Math.max(2, rung)] ?? title;
}

function stillStudying(education: readonly ResumeEducation[], asOf: string): boolean {
  return education.some((e) => e.startDate && (!e.endDate || e.endDate.slice(0, 7) > asOf.slice(0, 7)));
}

/** What the latest title and the years say together. */
function careerLevel(
  work: readonly ResumeWork[],
  education: readonly ResumeEducation[],
  label: string | undefined,
  months: number,
  asOf: string,
  taxonomy: Taxonomy,
): CareerLevel | undefined {
  if (work.length === 0)
    return education.length === 0 && !label
      ? undefined
      : stillStudying(education, asOf) || education.length > 0
        ? 'student'
        : undefined;
  const [latest] = latestFirst(work);
  const said = [latest?.position, label]
    .map((title) => (title ? taxonomy.readTitle(title)?.level : undefined))
    .find((level) => level !== undefined);
  const trade = [latest?.position, label].map((title) => (title ? taxonomy.readTitle(title)?.function : undefined)).find(Boolean);
  const years = byYears(months, !WITHOUT_LADDER.has(trade ?? ''));
  // Apprentices and interns of long ago, and juniors of many years, have outgrown the word.
  if (said === 'student') return months > 36 ? years : stillStudying(education, asOf) ? 'student' : 'junior';
  if (said === 'junior') return months >= 60 ? 'mid' : 'junior';
  if (said === undefined || said === 'mid') return years;
  return said === 'executive' && months >= 96 ? 'executive' : bothSay(said, years, months);
}

/** Derived facts. `asOf` is `YYYY-MM-DD`. */
export function deriveFacts(
  work: readonly ResumeWork[],
  education: readonly ResumeEducation[],
  label: string | undefined,
  asOf: string,
  taxonomy: Taxonomy,
): DerivedFacts {
  const months = experienceMonths(work, asOf);
  const titles = [...latestFirst(work).map((w) => w.position), label].filter((t) => t !== undefined);
  const profession = titles.map((title) => taxonomy.readTitle(title)).find((facts) => facts && facts.coverage >= 0.4)?.title;
  return {
    experienceMonths: months,
    careerLevel: careerLevel(work, education, label, months, asOf, taxonomy),
    ...(profession ? { profession } : {}),
  };
}
