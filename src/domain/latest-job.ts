/** Which job is the latest: resumes are printed newest first or oldest first. */
import type { Resume, ResumeEducation, ResumeWork } from './resume.ts';

type Dated = Pick<ResumeWork & ResumeEducation, 'startDate' | 'endDate'>;

/** Held before ended, ended late before ended early, begun late before begun early; what has no date is last. */
function laterFirst(a: Dated, b: Dated): number {
  return descending(lastDay(a), lastDay(b)) || descending(a.startDate ?? '', b.startDate ?? '');
}

/** An end that is not there has not come, where there is a beginning. */
const lastDay = ({ startDate, endDate }: Dated): string => endDate ?? (startDate === undefined ? '' : '9999');
const descending = (a: string, b: string): number => (a < b ? 1 : a > b ? -1 : 0);

/** Equals in the order given. */
export const latestFirst = <T extends Dated>(entries: readonly T[]): T[] => [...entries].sort(laterFirst);

/** The title of the job that is held, or was last. */
export const latestTitle = ({ work }: Pick<Resume, 'work'>): string | undefined => work[latestOf(work)]?.position;

/** The place of the latest one; 0 where there is none. */
export function latestOf(entries: readonly Dated[]): number {
  const [latest] = latestFirst(entries);
  return latest === undefined ? 0 : entries.indexOf(latest);
}
