/** Facts that follow from the dated work and a date: months of experience, career level, profession. */
import type { CareerLevel, DerivedFacts, ResumeEducation, ResumeWork } from '../../domain/resume.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';

/** Months since year 0. A year alone starts in January and ends in December. */
function monthNumber(iso: string, isEnd: boolean): number {
  const [year, month] = iso.split('-').map(Number);
  return (year ?? 0) * 12 + (month ?? (isEnd ? 12 : 1)) - 1;
}

/** First and last month of a job, both included; open jobs run to the month of `asOf`. */
function interval(work: ResumeWork, asOf: string): [number, number] | undefined {
  if (!work.startDate) return undefined;
  const now = monthNumber(asOf.slice(0, 7), true);
  const start = monthNumber(work.startDate, false);
  // The month of `asOf` has only begun when it is its first day.
  const last = asOf.endsWith('-01') ? now - 1 : now;
  const end = work.endDate ? monthNumber(work.endDate, true) : last;
  return end >= start ? [start, Math.min(end, now)] : undefined;
}

/** Union of the months worked. */
export function experienceMonths(work: readonly ResumeWork[], asOf: string): number {
  const intervals = work
    .map((w) => interval(w, asOf))
    .filter((i) => i !== undefined)
    .sort((a, b) => a[0] - b[0]);
  let months = 0;
  let covered = Number.NEGATIVE_INFINITY;
  for (const [start, end] of intervals) {
    const from = Math.max(start, covered + 1);
    if (end >= from) months += end - from + 1;
    covered = Math.max(covered, end);
  }
  return months;
}

const LADDER: readonly CareerLevel[] = ['student', 'junior', 'mid', 'senior', 'lead', 'executive'];

function latestFirst(work: readonly ResumeWork[]): ResumeWork[] {
  return [...work].sort(
    (a, b) => (b.endDate ?? '9999').localeCompare(a.endDate ?? '9999') || (b.startDate ?? '').localeCompare(a.startDate ?? ''),
  );
}

function byYears(months: number): CareerLevel {
  if (months < 24) return 'junior';
  return months < 96 ? 'mid' : 'senior';
}

function stillStudying(education: readonly ResumeEducation[], asOf: string): boolean {
  return education.some((e) => e.startDate && (!e.endDate || e.endDate.slice(0, 7) > asOf.slice(0, 7)));
}

/** What the latest titles say; where they say nothing, what the years do. */
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
  const latest = latestFirst(work).slice(0, 2);
  const said = latest
    .map((w) => (w.position ? taxonomy.readTitle(w.position)?.level : undefined))
    .find((level) => level !== undefined);
  const labelled = label ? taxonomy.readTitle(label)?.level : undefined;
  const level = (latest[0]?.position ? taxonomy.readTitle(latest[0].position)?.level : undefined) ?? labelled ?? said;
  const years = byYears(months);
  if (level === 'student') return months > 30 ? years : 'student';
  if (!level) return years;
  // `Senior` and above say more than years do; `junior` and `mid` less than many years.
  return level === 'junior' && months >= 60
    ? 'mid'
    : level === 'mid' && LADDER.indexOf(years) > LADDER.indexOf('mid')
      ? years
      : level;
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
