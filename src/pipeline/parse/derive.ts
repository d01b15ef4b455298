/** Facts that follow from the dated work and a date: months of experience, career level, profession. */
import { type MonthSpan, monthsCovered } from '../../domain/month-spans.ts';
import type { CareerLevel, DerivedFacts, ResumeEducation, ResumeWork } from '../../domain/resume.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';

/** Months since year 0. A year alone starts in January and ends in December. */
function monthNumber(iso: string, isEnd: boolean): number {
  const [year, month] = iso.split('-').map(Number);
  return (year ?? 0) * 12 + (month ?? (isEnd ? 12 : 1)) - 1;
}

/** First and last month of a job, both included; open jobs run to the month of `asOf`. */
function spanOf(work: ResumeWork, asOf: string): MonthSpan | undefined {
  if (!work.startDate) return undefined;
  const now = monthNumber(asOf.slice(0, 7), true);
  const first = monthNumber(work.startDate, false);
  const last = Math.min(work.endDate ? monthNumber(work.endDate, true) : now, now);
  return last >= first ? { first, last } : undefined;
}

/** Months worked, overlapping ones once. */
export function experienceMonths(work: readonly ResumeWork[], asOf: string): number {
  return monthsCovered(work.map((one) => spanOf(one, asOf)).filter((span) => span !== undefined));
}

function latestFirst(work: readonly ResumeWork[]): ResumeWork[] {
  return [...work].sort(
    (a, b) => (b.endDate ?? '9999').localeCompare(a.endDate ?? '9999') || (b.startDate ?? '').localeCompare(a.startDate ?? ''),
  );
}

/** Years alone make nobody senior: a driver of twenty years is a driver who works alone. */
function byYears(months: number): CareerLevel {
  return months < 24 ? 'junior' : 'mid';
}

function stillStudying(education: readonly ResumeEducation[], asOf: string): boolean {
  return education.some((e) => e.startDate && (!e.endDate || e.endDate.slice(0, 7) > asOf.slice(0, 7)));
}

/** What the latest title says; where they say nothing, what the years do. */
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
  const years = byYears(months);
  // Apprentices and interns of long ago, and juniors of many years, have outgrown the word.
  if (said === 'student') return months > 36 ? years : 'student';
  if (said === 'junior') return months >= 60 ? 'mid' : 'junior';
  return said ?? years;
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
