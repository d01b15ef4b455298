/** A reaction or a button → feedback on the match that is meant; what is not ours or not theirs to see means nothing (rules O11, S12, A12). */
import type { ReactionChange } from '../messages/channel.ts';
import { MARK_UNANSWERED_AFTER_MS, markTask } from '../pipeline/answer/mark-task.ts';
import { findSent, type OutboxRow } from '../store/outbox.ts';
import { messageThatShowed } from '../store/shown-matches.ts';
import { believe } from './believe-sender.ts';
import { heardFrom } from './heard-from.ts';
import { type Met, meetSender } from './meet-sender.ts';
import {
  answerTask,
  cursorMoved,
  feedbackTask,
  type IntakeOptions,
  invocationDetail,
  submissionOf,
  type Taken,
} from './received-event.ts';
import { liftedByWriting } from './take-delivery-report.ts';

export async function receiveReaction(options: IntakeOptions, change: ReactionChange): Promise<Taken> {
  const { store, workspace } = options;
  const belief = await believe(store, workspace, change);
  const sender = { ...change.sender, channel: change.channel, verified: belief.verified };
  const met = await meetSender(store, workspace, sender, options.people);
  const sent = await reactedTo(options, change, met);
  const isTheirs = sent?.personId === met.person.id && change.automatic === undefined;
  // A button asks for an answer, also when there is none to give: its message may be gone.
  const counts = isTheirs || change.match !== undefined;
  // People who share the mailbox react to our messages among themselves (rule E6).
  if (change.sharedPlace && !counts) return { changes: cursorMoved(workspace, change.cursor), tasks: [] };
  const submission = { ...submissionOf(options, met, change), verified: belief.verified && belief.thread };
  const submissionId = submission.id;
  const { emoji, removed, match } = change;
  return {
    changes: [
      {
        kind: 'submissionReceived',
        submission: {
          ...submission,
          messageId: change.messageId,
          kind: 'feedback',
          text: emoji,
          automatic: change.automatic,
          repliesTo: isTheirs ? sent?.id : undefined,
          detail: { emoji, removed, ...(match === undefined ? {} : { match }), ...invocationDetail(change) },
        },
      },
      ...met.changes,
      ...liftedByWriting(workspace, { ...change, sender }, submission.receivedAt),
      ...cursorMoved(workspace, change.cursor),
      ...heardFrom(met, { ...change, sender }),
    ],
    // A reaction to somebody else's message is recorded as seen and means nothing (rules O11, S12).
    tasks: [
      ...(!counts ? [] : submission.verified ? [feedbackTask(workspace, submissionId)] : [answerTask(workspace, submissionId)]),
      ...markTask(submission, submission.receivedAt + (counts ? MARK_UNANSWERED_AFTER_MS : 0)),
    ],
  };
}

/** Of a button the message of ours that showed this match to this person: a private answer has no id that we know. */
async function reactedTo({ store, workspace }: IntakeOptions, change: ReactionChange, met: Met): Promise<OutboxRow | undefined> {
  const sent = await findSent(store, workspace, change.channel, [change.target]);
  if (change.match === undefined) return sent;
  return messageThatShowed(store, workspace, { personId: met.person.id, match: change.match, first: sent?.id });
}
