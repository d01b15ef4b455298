/** The step `showProgress`: one message says how far the files of a submission are, and is edited until all are read (F1.3). */
import type { Clock } from '../domain/clock.ts';
import { PermanentFailure } from '../domain/errors.ts';
import { newId } from '../domain/ids.ts';
import { serviceViewer } from '../domain/people.ts';
import type { Channel } from '../messages/channel.ts';
import type { OutgoingMessage } from '../messages/outgoing.ts';
import { buildProgressCard, type Progress, progressLine } from '../messages/progress-card.ts';
import { progressTask } from '../pipeline/answer/progress-task.ts';
import { findByKey } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';
import { type AttachmentView, attachmentsOf, getSubmission, type SubmissionView } from '../store/submissions.ts';
import { NOTHING, type StepHandler } from '../tasks/handlers.ts';
import type { StepResult } from '../tasks/queue.ts';

export interface ProgressOptions {
  store: Store;
  clock: Clock;
  channel(name: string): Channel | undefined;
}

/** Fewer are read before a count helps anybody. */
const FROM_FILES = 3;
/** A file that is never read must not keep the message alive for ever. */
const GIVE_UP_AFTER_MS = 3_600_000;

export function createShowProgress({ store, clock, channel }: ProgressOptions): StepHandler<'showProgress'> {
  return async ({ workspace, payload: { submissionId, shown } }) => {
    const viewer = serviceViewer(workspace);
    const submission = await getSubmission(store, viewer, submissionId);
    const now = clock.now().getTime();
    if (!submission?.private || submission.receivedAt + GIVE_UP_AFTER_MS < now) return NOTHING;
    const progress = countOf(await attachmentsOf(store, viewer, submissionId));
    const finished = progress.done + progress.failed >= progress.total;
    const again = (line: string | undefined): StepResult => ({ ...NOTHING, tasks: [progressTask(submission, now, line)] });
    const line = progressLine(progress);
    const message = await findByKey(store, workspace, `progress:${submissionId}`);
    if (!message) {
      // Read before anybody could look.
      if (finished) return NOTHING;
      // A zip that is not opened yet is one file.
      if (progress.total < FROM_FILES) return again(undefined);
      return { ...again(line), messages: [messageOf(submission, progress, clock)] };
    }
    if (message.state === 'waiting') return again(shown);
    if (message.state !== 'sent' || message.platformMessageId === null) return NOTHING;
    if (line !== shown) {
      try {
        await channel(submission.channel)?.edit?.(message.platformMessageId, buildProgressCard(progress, submission.code));
      } catch (error) {
        // They deleted it, or it cannot be edited: the report comes all the same.
        if (error instanceof PermanentFailure) return NOTHING;
        throw error;
      }
    }
    return finished ? NOTHING : again(line);
  };
}

/** Of the files themselves: a zip that was opened is not one of them. */
function countOf(attachments: readonly AttachmentView[]): Progress {
  const files = attachments.filter(({ state }) => state !== 'ignored' && state !== 'unpacked');
  const failed = files.filter(({ state }) => state === 'failed').length;
  const waiting = files.filter(({ state }) => state === 'waiting').length;
  return { total: files.length, done: files.length - failed - waiting, failed };
}

function messageOf(submission: SubmissionView, progress: Progress, clock: Clock): OutgoingMessage {
  const { workspace, personId, channel, conversation, id, messageId, references } = submission;
  return {
    id: newId(clock),
    workspace,
    personId,
    channel,
    conversation,
    private: true,
    dedupeKey: `progress:${id}`,
    card: buildProgressCard(progress, submission.code),
    inReplyTo: messageId ?? undefined,
    references,
    lastWord: true,
    matches: [],
    createdAt: clock.now().getTime(),
    priority: 0,
  };
}
