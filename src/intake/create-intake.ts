/** What channels call: each event becomes rows in one commit before its promise resolves (principle 2: commit, then acknowledge). */

import type { Change } from '../domain/changes.ts';
import { RetryLater } from '../domain/errors.ts';
import type { SubmissionId } from '../domain/ids.ts';
import type { NewTask } from '../domain/steps.ts';
import { companiesIn } from '../messages/card.ts';
import type { ChannelEvents, CommandInvocation, IncomingMessage, ReactionChange } from '../messages/channel.ts';
import { MARK_UNANSWERED_AFTER_MS, markTask } from '../pipeline/answer/mark-task.ts';
import type { JobTarget } from '../pipeline/apply/job-targets.ts';
import { commit } from '../store/commit.ts';
import { isBeingErased } from '../store/erasures.ts';
import { findSent, getNumberedMatches, lastAnswerTo, type OutboxRow } from '../store/outbox.ts';
import { itemCardsOf } from '../store/outbox-items.ts';
import type { Store } from '../store/store.ts';
import { eventSeen } from '../store/submissions.ts';
import { BULK_PRIORITY } from '../tasks/queue.ts';
import { addressedJobs, kindForJobs } from './address-jobs.ts';
import { type Belief, believe, provenBy, tokenUsed } from './believe-sender.ts';
import { heardFrom } from './heard-from.ts';
import { markCopy } from './mark-copy.ts';
import { type Met, meetSender } from './meet-sender.ts';
import { postedJob } from './posted-job.ts';
import { publicReceipt } from './public-receipt.ts';
import { receiveCommand } from './receive-command.ts';
import { receiveHome } from './receive-home.ts';
import { receiveReaction } from './receive-reaction.ts';
import {
  ANSWER_DEADLINE_MS,
  answerTask,
  commandTask,
  cursorMoved,
  feedbackTask,
  type IntakeOptions,
  submissionOf,
  type Taken,
} from './received-event.ts';
import { type Route, routeMessage, type SentMessage } from './route-message.ts';
import { saidLast } from './said-last.ts';
import { isForService } from './shared-place.ts';
import { receiveAttachments } from './store-attachments.ts';
import { liftedByWriting, takeDeliveryReport } from './take-delivery-report.ts';
import { whileItWaits } from './while-it-waits.ts';

/** Two mails of one new person at the same instant: the loser of the race reads again and finds the person. */
const RACES = 5;

/** Forms and suggestions are answered without a commit (`commands/form-of.ts`, `commands/suggest.ts`). */
export function createIntake(options: IntakeOptions): Omit<ChannelEvents, 'formOf' | 'suggest'> {
  const { store, workspace } = options;

  async function once(event: IncomingMessage | ReactionChange | CommandInvocation, build: () => Promise<Taken>): Promise<void> {
    const { channel, eventKey, sender } = event;
    for (let attempt = 0; attempt < RACES; attempt++) {
      if (await eventSeen(store, workspace, channel, eventKey)) return markCopy(store, workspace, event);
      if (await isBeingErased(store, workspace, sender.address)) throw new RetryLater('the sender is being erased just now');
      const outcome = await commit(store, { messages: [], ...(await build()) });
      // Both routes at the same instant: the other one was first.
      if (outcome === 'duplicate') return markCopy(store, workspace, event);
      if (outcome !== 'conflict') return;
    }
    throw new RetryLater('many messages at once; this one was not taken in');
  }

  return {
    messageReceived: (message) => once(message, () => receiveMessage(options, message)),
    reactionChanged: (change) => once(change, () => receiveReaction(options, change)),
    commandInvoked: (invocation) => once(invocation, () => receiveCommand(options, invocation)),
    homeOpened: (opened) => receiveHome(options, opened),
  };
}

async function receiveMessage(options: IntakeOptions, message: IncomingMessage): Promise<Taken> {
  const { store, workspace } = options;
  const reported = await takeDeliveryReport(options, message);
  if (reported) return reported;
  const belief = await believe(store, workspace, message);
  const sender = { ...message.sender, channel: message.channel, verified: belief.verified };
  const met = await meetSender(store, workspace, sender, options.people);
  const repliesTo = await messageAnswered(options, message, met, belief);
  const posted = postedJob({ ...message, sender }, met.person, repliesTo);
  const routeWith = (to: SentMessage | undefined) =>
    routeMessage(message, {
      repliesTo: to,
      isCommand: options.isCommand,
      // There is nothing in an acknowledgement or in help to react to: a "yes" to those is no 👍.
      isFeedback: (text, sent) => sent.canBeReactedTo !== false && options.isAnswer(text, sent),
    });
  const below = repliesTo || posted ? undefined : await saidLast(store, workspace, met.person.id, message);
  const spoken = below && routeWith(await sentMessage(store, below, below.matches));
  const read = posted ?? (spoken?.kind === 'feedback' ? spoken : routeWith(repliesTo));
  const addressed = await addressedJobs(store, workspace, message, read);
  const meant = message.automatic === undefined && (posted !== undefined || addressed.targets.length > 0);
  if (message.sharedPlace && !meant && !(await isForService(options, message, read)))
    return { changes: cursorMoved(workspace, message.cursor), tasks: [] };
  const kind = kindForJobs(read, addressed, { person: met.person, verified: belief.verified });
  const route: Route = { ...read, kind };
  // A resume is believed by its sender alone; what answers or commands needs the thread as well.
  const verified = belief.verified && (belief.thread || isResume(route));
  const submission = { ...submissionOf(options, met, message), verified, provenBy: belief.token?.id };
  const submissionId = submission.id;
  const earlier = await provenBy(store, belief, message);
  const files = await receiveAttachments(store, { workspace, submissionId, personId: met.person.id, message, route });
  const changes: Change[] = [
    {
      kind: 'submissionReceived',
      submission: {
        ...submission,
        messageId: message.messageId,
        // Some programs name what they answer there alone; threads are followed by both (rule E9).
        references: [...new Set([...message.references, ...message.inReplyTo])],
        kind: route.kind,
        subject: message.subject,
        text: message.text,
        automatic: message.automatic,
        repliesTo: route.repliesTo?.outboxId,
        rawBlobId: files.rawBlobId,
        postingId: addressed.targets.find((job) => job.open)?.postingId,
        remarks: [...message.remarks, ...addressed.remarks],
        detail: detailOf(message, route, addressed.targets),
      },
    },
    ...met.changes,
    ...heardFrom(met, { ...message, sender }),
    ...liftedByWriting(workspace, { ...message, sender }, submission.receivedAt),
    ...files.changes,
    ...tokenUsed(workspace, belief, earlier, submission.receivedAt),
    ...cursorMoved(workspace, message.cursor),
  ];
  const answering = belief.stray && route.kind === 'other' ? [] : nextTasks(options, message, route, submission);
  const next = earlier ? afterGrant(earlier, answering) : answering;
  // The answer brings it forward; what is never answered is marked all the same.
  const mark = markTask(submission, submission.receivedAt + (next.length === 0 ? 0 : MARK_UNANSWERED_AFTER_MS));
  const shown = isResume(route) ? whileItWaits(options, message, route, submission) : [];
  const tasks = [...files.tasks, ...next, ...shown, ...mark];
  const messages = publicReceipt(store, message, submission);
  return { changes, messages, tasks: message.backlog ? tasks.map((task) => ({ ...task, priority: BULK_PRIORITY })) : tasks };
}

const isResume = ({ kind }: Route): boolean => kind === 'resume' || kind === 'application';

function detailOf(
  { problem, publicPlace }: IncomingMessage,
  { command }: Route,
  jobs: readonly JobTarget[],
): Record<string, unknown> | undefined {
  const detail = {
    ...(problem === undefined ? {} : { problem }),
    ...(command === undefined || problem !== undefined ? {} : { command }),
    ...(jobs.length === 0 ? {} : { jobs }),
    // It is answered in private, and what it says is no secret (`link`).
    ...(publicPlace === undefined ? {} : { overheard: true }),
  };
  return Object.keys(detail).length === 0 ? undefined : detail;
}

/** An automatic message gets no answer of any kind; its resumes are still read (rule E9). */
function nextTasks(
  { workspace }: IntakeOptions,
  message: IncomingMessage,
  route: Route,
  { id: submissionId, receivedAt, verified }: { id: SubmissionId; receivedAt: number; verified: boolean },
): NewTask[] {
  if (message.automatic !== undefined) return [];
  if (route.kind === 'command' && verified) return [commandTask(workspace, submissionId)];
  if (route.kind === 'feedback' && verified) return [feedbackTask(workspace, submissionId)];
  // Resumes are answered when their last part wakes this task; everything else at once.
  const dueAt = isResume(route) ? receivedAt + ANSWER_DEADLINE_MS : receivedAt;
  return [{ ...answerTask(workspace, submissionId), dueAt }];
}

/** What this message proves is granted first; the task that answers it follows from there. */
function afterGrant({ id: submissionId }: { id: SubmissionId }, next: readonly NewTask[]): NewTask[] {
  return next.map((task) => {
    const { step, workspace } = task;
    if (step !== 'answerSubmission' && step !== 'runCommand' && step !== 'takeFeedback') return task;
    const replyId = task.payload.submissionId;
    return {
      id: `grant:${submissionId}`,
      workspace,
      step: 'grantSubmission',
      payload: { submissionId, replyId, next: step },
      priority: 0,
    };
  });
}

/** Only what went to this very person: another's message is as good as unknown (rules O11, A12). */
async function messageAnswered(
  options: IntakeOptions,
  message: IncomingMessage,
  met: Met,
  belief: Belief,
): Promise<SentMessage | undefined> {
  const sent = await findSent(options.store, options.workspace, message.channel, message.inReplyTo);
  const { store, workspace } = options;
  if (sent?.personId === met.person.id) return sentMessage(store, sent, sent.matches);
  const { threadRoot: root, channel } = message;
  const inThread = root && (await lastAnswerTo(store, workspace, { personId: met.person.id, channel, root }));
  if (inThread) return sentMessage(store, inThread, inThread.matches);
  // A program that names no message it answers still writes to the address that ours came from.
  const { answered } = belief;
  return answered && sentMessage(store, answered, await getNumberedMatches(store, workspace, answered.id));
}

async function sentMessage(store: Store, sent: OutboxRow, matches: SentMessage['matches']): Promise<SentMessage> {
  const { id, lastWord, card, postingId, workspace } = sent;
  return {
    outboxId: id,
    matches,
    canBeReactedTo: !lastWord || matches.length > 0,
    companies: companiesIn(card, ...(await itemCardsOf(store, workspace, sent))),
    postingId: postingId ?? undefined,
  };
}
