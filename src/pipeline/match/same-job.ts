/** Whether two readings speak of one job. */
import { foldWords } from '../../domain/fold-text.ts';
import type { ResumeWork } from '../../domain/resume.ts';
import { companyKey } from './same-company.ts';

/** The same employer, and the same title or the same beginning: a title may have been corrected, a promotion is a job of its own. */
export function isSameJob(a: ResumeWork, b: ResumeWork): boolean {
  if (companyKey(a.name ?? '') !== companyKey(b.name ?? '')) return false;
  const begins = a.startDate !== undefined && a.startDate.slice(0, 7) === b.startDate?.slice(0, 7);
  return (
    begins ||
    (foldWords(a.position ?? '') === foldWords(b.position ?? '') && a.startDate?.slice(0, 4) === b.startDate?.slice(0, 4))
  );
}
