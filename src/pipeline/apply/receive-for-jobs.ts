/** What follows for the jobs that a resume was sent to: an application each, and access for whoever looks after them (F1.8). Pure but for the reads. */
import type { Change } from '../../domain/changes.ts';
import type { NewTask } from '../../domain/steps.ts';
import { readersOf } from '../../store/selections.ts';
import type { Store } from '../../store/store.ts';
import type { SubmissionView } from '../../store/submissions.ts';
import { jobTargetsOf, openTargets } from './job-targets.ts';

interface ReadResume {
  candidateId: string;
  resumeId: string;
  /** Milliseconds. */
  at: number;
}

/** Undefined for mail to the bare inbox. What was sent to jobs is nobody's but theirs: the inbox's readers get no access by it. */
export async function receiveForJobs(
  store: Store,
  submission: SubmissionView,
  resume: ReadResume,
): Promise<{ changes: Change[]; tasks: NewTask[] } | undefined> {
  if (jobTargetsOf(submission).length === 0) return undefined;
  const postingIds = openTargets(submission);
  if (postingIds.length === 0) return { changes: [], tasks: [] };
  const tasks = [scoreTask(submission, resume.resumeId, postingIds)];
  if (submission.kind !== 'application') return { changes: [], tasks };
  const { workspace, personId, id: submissionId } = submission;
  const { candidateId, resumeId, at } = resume;
  const readers = new Set([...(await readersOf(store, workspace, postingIds)).values()].flat());
  readers.delete(personId);
  const received = postingIds.map((postingId): Change => {
    const id = applicationId(submission, postingId, candidateId);
    return {
      kind: 'applicationReceived',
      workspace,
      application: { id, postingId, candidateId, resumeId, personId, submissionId, at },
    };
  });
  const granted = [...readers].map(
    (reader): Change => ({
      kind: 'accessGranted',
      workspace,
      candidateId,
      personId: reader,
      submissionId,
      resumeId,
      reason: 'application',
      at,
    }),
  );
  return { changes: [...received, ...granted], tasks };
}

/** The same again is the same row; but what only claims to come from somebody must not put another resume into their application. */
function applicationId(submission: SubmissionView, postingId: string, candidateId: string): string {
  const { workspace, personId, verified, id } = submission;
  const base = `application:${workspace}:${postingId}:${candidateId}:${personId}`;
  return verified ? base : `${base}:${id}`;
}

/** Its id begins as those of matching, so that the answer waits for it as well. */
const scoreTask = (submission: SubmissionView, resumeId: string, postingIds: string[]): NewTask => ({
  id: `match:${submission.workspace}:${resumeId}:${submission.id}:jobs`,
  workspace: submission.workspace,
  step: 'scoreForJobs',
  payload: { resumeId, submissionId: submission.id, postingIds },
  priority: 2,
});
