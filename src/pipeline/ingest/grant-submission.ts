/** The step `grantSubmission`: somebody proved by an answer that an earlier message was theirs; what it brought becomes theirs to see. */
import type { Clock } from '../../domain/clock.ts';
import { RetryLater } from '../../domain/errors.ts';
import { serviceViewer } from '../../domain/people.ts';
import type { NewTask } from '../../domain/steps.ts';
import { getResume } from '../../store/resumes.ts';
import type { Store } from '../../store/store.ts';
import { type AttachmentView, attachmentsOf, getSubmission, type SubmissionView } from '../../store/submissions.ts';
import { NOTHING, type StepHandler } from '../../tasks/handlers.ts';
import { jobTargetsOf } from '../apply/job-targets.ts';
import { type Offered, offerToOwner } from './offer-newer.ts';
import { accessFor, accessGiven } from './read-attachment.ts';

export interface GrantOptions {
  store: Store;
  clock: Clock;
  inboxReaders: readonly string[];
}

/** Files still being read may have been loaded before the proof came: they are waited for, so that none is left out. */
const LOOK_AGAIN_MS = 2_000;
const NONE: Offered = { changes: [], messages: [] };
/** As long as an answer waits for its parts. What is read later finds the submission verified. */
const DEADLINE_MS = 10 * 60_000;

export function createGrantSubmission(options: GrantOptions): StepHandler<'grantSubmission'> {
  const { store, clock } = options;
  return async ({ workspace, payload }) => {
    const viewer = serviceViewer(workspace);
    const submission = await getSubmission(store, viewer, payload.submissionId);
    const reply = await getSubmission(store, viewer, payload.replyId);
    // Erased meanwhile: nothing is left to grant or to answer.
    if (!reply) return NOTHING;
    const next = nextTask(workspace, payload.next, reply.id);
    if (!submission?.verified || submission.personId !== reply.personId) return { ...NOTHING, tasks: [next] };
    const files = await attachmentsOf(store, viewer, submission.id);
    const now = clock.now().getTime();
    if (files.some((file) => file.state === 'waiting') && now < reply.receivedAt + DEADLINE_MS)
      throw new RetryLater('files of the proven message are still being read', {
        afterMs: LOOK_AGAIN_MS,
        countsAsAttempt: false,
      });
    const granted = await Promise.all(files.map((file) => grant(options, submission, file, now)));
    return {
      changes: granted.flatMap((one) => one.changes),
      tasks: [next],
      messages: granted.flatMap((one) => one.messages),
    };
  };
}

/** What reading the file would have granted, had its message been verified. */
async function grant(options: GrantOptions, submission: SubmissionView, file: AttachmentView, at: number): Promise<Offered> {
  const { workspace } = submission;
  const { resumeId, candidateId } = file;
  if (file.state !== 'resume' || resumeId === null || candidateId === null) return NONE;
  const resume = await getResume(options.store, serviceViewer(workspace), resumeId);
  if (!resume) return NONE;
  const access = await accessFor(
    options,
    submission,
    { resume: resume.data, candidateId },
    jobTargetsOf(submission).length === 0,
  );
  // An owner is asked only now: a file in somebody's name alone is no reason to write to them.
  const offered = await offerToOwner(options, submission, {
    resumeId,
    candidateId,
    code: resume.code,
    name: file.name,
    resume: resume.data,
  });
  const given = accessGiven(access, submission, { resumeId, candidateId, at });
  return { changes: [...offered.changes, ...given], messages: offered.messages };
}

function nextTask(workspace: string, step: 'answerSubmission' | 'runCommand' | 'takeFeedback', submissionId: string): NewTask {
  const name = { answerSubmission: 'answer', runCommand: 'command', takeFeedback: 'feedback' }[step];
  return { id: `${name}:${submissionId}`, workspace, step, payload: { submissionId }, priority: 0 };
}
