/** Which jobs a message was sent to, as intake found out when it came: kept with the submission, so that later closing changes nothing. */
import { z } from 'zod';
import { isCode, type PostingId } from '../../domain/ids.ts';

const JobTarget = z.object({
  code: z.string().refine((code) => isCode(code, 'j')),
  postingId: z.string().min(1),
  open: z.boolean(),
});
export type JobTarget = z.infer<typeof JobTarget>;

const Detail = z.object({ jobs: z.array(JobTarget) });

interface Submission {
  detail: Readonly<Record<string, unknown>> | null;
}

/** None for mail to the bare inbox. */
export function jobTargetsOf(submission: Submission): JobTarget[] {
  const read = Detail.safeParse(submission.detail);
  return read.success ? read.data.jobs : [];
}

export const openTargets = (submission: Submission): PostingId[] =>
  jobTargetsOf(submission).flatMap((job) => (job.open ? [job.postingId] : []));
