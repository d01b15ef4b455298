/** What channels call: each event becomes rows in one commit before its promise resolves (principle 2: commit, then acknowledge). */
import type { Change } from '../domain/changes.ts';
import { RetryLater } from '../domain/errors.ts';
import { newCode, newId, type SubmissionId, type WorkspaceId } from '../domain/ids.ts';
import type { NewTask } from '../domain/steps.ts';
import { companiesIn } from '../messages/card.ts';
import type { ChannelEvents, CommandInvocation, IncomingMessage, ReactionChange } from '../messages/channel.ts';
import type { JobTarget } from '../pipeline/apply/job-targets.ts';
import { commit } from '../store/commit.ts';
import { isBeingErased } from '../store/erasures.ts';
import { findSent } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';
import { eventSeen } from '../store/submissions.ts';
import { addressedJobs, kindForJobs } from './address-jobs.ts';
import { type Met, meetSender, type PeopleDefaults } from './meet-sender.ts';
import { postedJob } from './posted-job.ts';
import { type Route, routeMessage, type SentMessage } from './route-message.ts';
import { receiveAttachments } from './store-attachments.ts';
import { liftedByWriting, takeDeliveryReport } from './take-delivery-report.ts';

export interface IntakeOptions {
  store: Store;
  workspace: WorkspaceId;
  people: PeopleDefaults;
  isCommand(line: string): boolean;
  /** The text means something as an answer to that message of ours. */
  isAnswer(text: string, to: SentMessage): boolean;
}

/** After this time a submission is answered with what there is (F1.1). Also the retry time of an answer that waits for its parts. */
const ANSWER_DEADLINE_MS = 10 * 60_000;
/** Two mails of one new person at the same instant: the loser of the race reads again and finds the person. */
const RACES = 5;

export function createIntake(options: IntakeOptions): ChannelEvents {
  const { store, workspace } = options;

  async function once(
    { channel, eventKey, sender }: IncomingMessage | ReactionChange | CommandInvocation,
    build: () => Promise<{ changes: Change[]; tasks: NewTask[] }>,
  ): Promise<void> {
    for (let attempt = 0; attempt < RACES; attempt++) {
      if (await eventSeen(store, workspace, channel, eventKey)) return;
      if (await isBeingErased(store, workspace, sender.address)) throw new RetryLater('the sender is being erased just now');
      if ((await commit(store, { ...(await build()), messages: [] })) !== 'conflict') return;
    }
    throw new RetryLater('many messages at once; this one was not taken in');
  }

  return {
    messageReceived: (message) => once(message, () => receiveMessage(options, message)),
    reactionChanged: (change) => once(change, () => receiveReaction(options, change)),
    commandInvoked: (invocation) => once(invocation, () => receiveCommand(options, invocation)),
  };
}

async function receiveMessage(
  options: IntakeOptions,
  message: IncomingMessage,
): Promise<{ changes: Change[]; tasks: NewTask[] }> {
  const { store, workspace } = options;
  const reported = await takeDeliveryReport(options, message);
  if (reported) return reported;
  const met = await meetSender(store, workspace, { channel: message.channel, ...message.sender }, options.people);
  const repliesTo = await messageAnswered(options, message);
  const read =
    postedJob(message, met.person, repliesTo) ??
    routeMessage(message, {
      repliesTo,
      isCommand: options.isCommand,
      isFeedback: options.isAnswer,
    });
  const addressed = await addressedJobs(store, workspace, message, read);
  const kind = kindForJobs(read, addressed, { person: met.person, verified: message.sender.verified });
  const route: Route = { ...read, kind };
  const submission = submissionOf(options, met, message);
  const submissionId = submission.id;
  const files = await receiveAttachments(store, { workspace, submissionId, personId: met.person.id, message, route });
  const changes: Change[] = [
    {
      kind: 'submissionReceived',
      submission: {
        ...submission,
        messageId: message.messageId,
        references: message.references,
        kind: route.kind,
        subject: message.subject,
        text: message.text,
        automatic: message.automatic,
        repliesTo: route.repliesTo?.outboxId,
        rawBlobId: files.rawBlobId,
        postingId: addressed.targets.find((job) => job.open)?.postingId,
        remarks: [...message.remarks, ...addressed.remarks],
        detail: detailOf(route, addressed.targets),
      },
    },
    ...met.changes,
    ...liftedByWriting(workspace, message, submission.receivedAt),
    ...files.changes,
    ...cursorMoved(workspace, message.cursor),
  ];
  return { changes, tasks: [...files.tasks, ...nextTasks(options, message, route, submission)] };
}

function detailOf({ command }: Route, jobs: readonly JobTarget[]): Record<string, unknown> | undefined {
  return command === undefined && jobs.length === 0
    ? undefined
    : { ...(command === undefined ? {} : { command }), ...(jobs.length === 0 ? {} : { jobs }) };
}

/** An automatic message gets no answer of any kind; its resumes are still read (rule E9). */
function nextTasks(
  { workspace }: IntakeOptions,
  message: IncomingMessage,
  route: Route,
  { id: submissionId, receivedAt }: { id: SubmissionId; receivedAt: number },
): NewTask[] {
  if (message.automatic !== undefined) return [];
  if (route.kind === 'command' && message.sender.verified)
    return [{ id: `command:${submissionId}`, workspace, step: 'runCommand', payload: { submissionId }, priority: 0 }];
  if (route.kind === 'feedback')
    return [{ id: `feedback:${submissionId}`, workspace, step: 'takeFeedback', payload: { submissionId }, priority: 0 }];
  // Resumes are answered when their last part wakes this task; everything else at once.
  const dueAt = route.kind === 'resume' || route.kind === 'application' ? receivedAt + ANSWER_DEADLINE_MS : receivedAt;
  return [{ id: `answer:${submissionId}`, workspace, step: 'answerSubmission', payload: { submissionId }, priority: 1, dueAt }];
}

async function messageAnswered(options: IntakeOptions, message: IncomingMessage): Promise<SentMessage | undefined> {
  if (message.inReplyTo.length === 0) return undefined;
  const sent = await findSent(options.store, options.workspace, message.channel, message.inReplyTo);
  return (
    sent && {
      outboxId: sent.id,
      matches: sent.matches,
      companies: companiesIn(sent.card),
      postingId: sent.postingId ?? undefined,
    }
  );
}

async function receiveReaction(options: IntakeOptions, change: ReactionChange): Promise<{ changes: Change[]; tasks: NewTask[] }> {
  const { store, workspace } = options;
  const sent = await findSent(store, workspace, change.channel, [change.target]);
  const met = await meetSender(store, workspace, { channel: change.channel, ...change.sender }, options.people);
  const submission = submissionOf(options, met, change);
  const submissionId = submission.id;
  const counts = sent !== undefined && change.automatic === undefined;
  return {
    changes: [
      {
        kind: 'submissionReceived',
        submission: {
          ...submission,
          messageId: change.messageId,
          kind: 'feedback',
          text: change.emoji,
          automatic: change.automatic,
          repliesTo: sent?.id,
          detail: { emoji: change.emoji, removed: change.removed },
        },
      },
      ...met.changes,
      ...liftedByWriting(workspace, change, submission.receivedAt),
      ...cursorMoved(workspace, change.cursor),
    ],
    // A reaction to somebody else's message is recorded as seen and means nothing (rules O11, S12).
    tasks: counts
      ? [{ id: `feedback:${submissionId}`, workspace, step: 'takeFeedback', payload: { submissionId }, priority: 0 }]
      : [],
  };
}

async function receiveCommand(
  options: IntakeOptions,
  invocation: CommandInvocation,
): Promise<{ changes: Change[]; tasks: NewTask[] }> {
  const { store, workspace } = options;
  const met = await meetSender(store, workspace, { channel: invocation.channel, ...invocation.sender }, options.people);
  const submission = submissionOf(options, met, invocation);
  const submissionId = submission.id;
  const command = [invocation.command, ...invocation.words].join(' ');
  return {
    changes: [
      {
        kind: 'submissionReceived',
        submission: {
          ...submission,
          kind: 'command',
          text: command,
          detail: { command, invocation: invocation.invocation, options: invocation.options },
        },
      },
      ...met.changes,
    ],
    tasks: [{ id: `command:${submissionId}`, workspace, step: 'runCommand', payload: { submissionId }, priority: 0 }],
  };
}

/** What every kind of event says of its submission. */
function submissionOf(
  { store, workspace }: IntakeOptions,
  met: Met,
  event: IncomingMessage | ReactionChange | CommandInvocation,
) {
  const { channel, conversation, eventKey } = event;
  return {
    id: newId(store.clock),
    workspace,
    code: newCode('s'),
    personId: met.person.id,
    identityId: met.identity.id,
    channel,
    conversation,
    private: event.private,
    eventKey,
    verified: event.sender.verified,
    references: [],
    remarks: [],
    receivedAt: store.clock.now().getTime(),
  };
}

function cursorMoved(workspace: string, cursor: { source: string; value: string } | undefined): Change[] {
  return cursor ? [{ kind: 'cursorMoved', workspace, ...cursor }] : [];
}
