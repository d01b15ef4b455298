/** Stretches without a dated job, and with two of them at a time: facts, never a judgement (F2.2). */
import { type MonthSpan, spanOf, unionOf } from '../../domain/month-spans.ts';
import type { ResumeWork } from '../../domain/resume.ts';

/** Nobody has to account for less. */
const LEAST_GAP = 6;
/** Last and first weeks of two jobs that follow each other share a month. */
const LEAST_OVERLAP = 2;
/** No career has more jobs; of more, only these are compared. */
const MOST_JOBS = 60;

interface DatedJob extends MonthSpan {
  /** Place in the list. */
  at: number;
}

/** undefined where a bare year stands for its middle: stretches between two of them would be made up. */
function datedJobs(work: readonly ResumeWork[], asOf: string): DatedJob[] | undefined {
  const exact = (date: string | undefined): boolean => date === undefined || date.length > 4;
  const dated = work.flatMap(({ startDate, endDate }, at) => {
    const span = spanOf(startDate, endDate, asOf);
    return span ? [{ ...span, at, exact: exact(startDate) && exact(endDate) }] : [];
  });
  return dated.some((job) => !job.exact) ? undefined : dated.slice(0, MOST_JOBS);
}

/** Between two dated jobs, half a year or longer; both ends inside. */
export function careerGaps(work: readonly ResumeWork[], asOf: string): MonthSpan[] {
  const union = unionOf(datedJobs(work, asOf) ?? []);
  return union.slice(1).flatMap((span, at) => {
    const before = union[at];
    const gap = before && { first: before.last + 1, last: span.first - 1 };
    return gap && gap.last - gap.first + 1 >= LEAST_GAP ? [gap] : [];
  });
}

/** Two jobs at a time, with their places in the list. */
export function careerOverlaps(work: readonly ResumeWork[], asOf: string): (MonthSpan & { jobs: [number, number] })[] {
  const dated = datedJobs(work, asOf) ?? [];
  return dated.flatMap((one, at) =>
    dated.slice(at + 1).flatMap((other) => {
      const both = { first: Math.max(one.first, other.first), last: Math.min(one.last, other.last) };
      const jobs: [number, number] = [one.at, other.at];
      return both.last - both.first + 1 >= LEAST_OVERLAP ? [{ ...both, jobs }] : [];
    }),
  );
}
