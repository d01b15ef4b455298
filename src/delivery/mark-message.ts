/** The step `markMessage`: a message that is answered is marked where it lies (rule E6). The channel that is down is no failure. */
import type { Clock } from '../domain/clock.ts';
import { PermanentFailure, RetryLater } from '../domain/errors.ts';
import { serviceViewer } from '../domain/people.ts';
import type { Channel } from '../messages/channel.ts';
import { MARK_UNANSWERED_AFTER_MS } from '../pipeline/answer/mark-task.ts';
import type { Store } from '../store/store.ts';
import { type AttachmentView, attachmentsOf, getSubmission, type SubmissionView } from '../store/submissions.ts';
import { NOTHING, type StepHandler } from '../tasks/handlers.ts';
import type { StepResult } from '../tasks/queue.ts';

export interface MarkOptions {
  store: Store;
  clock: Clock;
  channel(name: string): Channel | undefined;
}

const CHANNEL_OFF_MS = 15 * 60_000;
const MARK_FIX = 'Look whether the mailbox is full or its rights forbid it, then retry the task.';
/** The answer brings the mark of its message forward, not that of a copy. */
const LOOK_AGAIN_MS = 15_000;

export function createMarkMessage(options: MarkOptions): StepHandler<'markMessage'> {
  const { store, clock } = options;
  return async (task) => {
    const viewer = serviceViewer(task.workspace);
    const submission = await getSubmission(store, viewer, task.payload.submissionId);
    const location = task.payload.location ?? submission?.location;
    if (!submission || !location) return NOTHING;
    if (task.payload.seen) return markSeen(options, submission, location);
    const wait = stillUnanswered(submission, clock.now().getTime());
    if (wait > 0)
      throw new RetryLater('it is not answered yet', { afterMs: Math.min(wait, LOOK_AGAIN_MS), countsAsAttempt: false });
    const channel = options.channel(submission.channel);
    if (!channel)
      throw new RetryLater(`the channel ${submission.channel} is switched off`, {
        afterMs: CHANNEL_OFF_MS,
        countsAsAttempt: false,
      });
    const mark = hasFailed(submission, await attachmentsOf(store, viewer, submission.id)) ? 'failed' : 'done';
    try {
      await channel.mark?.({ id: submission.messageId ?? undefined, location }, mark);
    } catch (error) {
      throw whenToGiveUp(error, clock.now().getTime() - submission.receivedAt);
    }
    return NOTHING;
  };
}

/** Nobody waits for it once the answer is there, and a channel that is down has no use for it later. */
async function markSeen({ channel }: MarkOptions, submission: SubmissionView, location: string): Promise<StepResult> {
  if (submission.answeredAt === null)
    await channel(submission.channel)?.mark?.({ id: submission.messageId ?? undefined, location }, 'seen');
  return NOTHING;
}

/** Refused again and again, for longer than what passes by itself lasts, it needs a person. */
function whenToGiveUp(error: unknown, sinceMs: number): unknown {
  if (!(error instanceof RetryLater) || error.giveUpAfterMs === undefined || sinceMs < error.giveUpAfterMs) return error;
  return new PermanentFailure(error.message, MARK_FIX, { cause: error });
}

function stillUnanswered(submission: SubmissionView, now: number): number {
  if (submission.automatic !== null || submission.answeredAt !== null) return 0;
  return submission.receivedAt + MARK_UNANSWERED_AFTER_MS - now;
}

/** Nothing in it could be read, and something should have been. */
function hasFailed(submission: SubmissionView, files: readonly AttachmentView[]): boolean {
  if (submission.detail?.problem !== undefined) return true;
  return files.some((file) => file.state === 'failed') && !files.some((file) => file.state === 'resume');
}
