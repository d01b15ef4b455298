/** What channels call: each event becomes rows in one commit before its promise resolves (principle 2: commit, then acknowledge). */

import type { Change } from '../domain/changes.ts';
import { RetryLater } from '../domain/errors.ts';
import { newCode, newId, type SubmissionId, type WorkspaceId } from '../domain/ids.ts';
import type { NewTask } from '../domain/steps.ts';
import type { ChannelEvents, CommandInvocation, IncomingMessage, ReactionChange } from '../messages/channel.ts';
import { MARK_UNANSWERED_AFTER_MS, markTask } from '../pipeline/answer/mark-task.ts';
import type { ParsedReaction } from '../pipeline/feedback/read-reactions.ts';
import { commit } from '../store/commit.ts';
import { findSent } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';
import { eventSeen } from '../store/submissions.ts';
import { BULK_PRIORITY } from '../tasks/queue.ts';
import type { FileJudge } from './judge-files.ts';
import { type Met, meetSender, type PeopleDefaults } from './meet-sender.ts';
import { type Route, routeMessage, type SentMessage } from './route-message.ts';
import { isForService } from './shared-place.ts';
import { receiveAttachments } from './store-attachments.ts';

export interface IntakeOptions {
  store: Store;
  workspace: WorkspaceId;
  people: PeopleDefaults;
  /** Looks into the files of shared places before anything is kept. */
  reader: FileJudge;
  isCommand(line: string): boolean;
  readReaction(text: string, matches: SentMessage['matches']): ParsedReaction | undefined;
}

/** After this time a submission is answered with what there is (F1.1). Also the retry time of an answer that waits for its parts. */
const ANSWER_DEADLINE_MS = 10 * 60_000;
/** Two mails of one new person at the same instant: the loser of the race reads again and finds the person. */
const RACES = 5;

export function createIntake(options: IntakeOptions): ChannelEvents {
  const { store, workspace } = options;

  async function once(
    channel: string,
    eventKey: string,
    build: () => Promise<{ changes: Change[]; tasks: NewTask[] }>,
  ): Promise<void> {
    for (let attempt = 0; attempt < RACES; attempt++) {
      if (await eventSeen(store, workspace, channel, eventKey)) return;
      if ((await commit(store, { ...(await build()), messages: [] })) !== 'conflict') return;
    }
    throw new RetryLater('many messages at once; this one was not taken in');
  }

  return {
    messageReceived: (message) => once(message.channel, message.eventKey, () => receiveMessage(options, message)),
    reactionChanged: (change) => once(change.channel, change.eventKey, () => receiveReaction(options, change)),
    commandInvoked: (invocation) => once(invocation.channel, invocation.eventKey, () => receiveCommand(options, invocation)),
  };
}

async function receiveMessage(
  options: IntakeOptions,
  message: IncomingMessage,
): Promise<{ changes: Change[]; tasks: NewTask[] }> {
  const { store, workspace } = options;
  const repliesTo = await messageAnswered(options, message);
  const route = routeMessage(message, {
    repliesTo,
    isCommand: options.isCommand,
    isFeedback: (text, to) => options.readReaction(text, to.matches) !== undefined,
  });
  if (message.sharedPlace && !(await isForService(options, message, route)))
    return { changes: cursorMoved(workspace, message.cursor), tasks: [] };
  const met = await meetSender(store, workspace, { channel: message.channel, ...message.sender }, options.people);
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
        remarks: message.remarks,
        detail: detailOf(message, route),
      },
    },
    ...met.changes,
    ...files.changes,
    ...cursorMoved(workspace, message.cursor),
  ];
  const next = nextTasks(options, message, route, submission);
  // The answer brings it forward; what is never answered is marked all the same.
  const mark = markTask(submission, submission.receivedAt + (next.length === 0 ? 0 : MARK_UNANSWERED_AFTER_MS));
  const tasks = [...files.tasks, ...next, ...mark];
  return { changes, tasks: message.backlog ? tasks.map((task) => ({ ...task, priority: BULK_PRIORITY })) : tasks };
}

function detailOf(message: IncomingMessage, route: Route): Readonly<Record<string, unknown>> | undefined {
  if (message.problem) return { problem: message.problem };
  return route.command === undefined ? undefined : { command: route.command };
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
  const dueAt = route.kind === 'resume' ? receivedAt + ANSWER_DEADLINE_MS : receivedAt;
  return [{ id: `answer:${submissionId}`, workspace, step: 'answerSubmission', payload: { submissionId }, priority: 1, dueAt }];
}

async function messageAnswered(options: IntakeOptions, message: IncomingMessage): Promise<SentMessage | undefined> {
  if (message.inReplyTo.length === 0) return undefined;
  const sent = await findSent(options.store, options.workspace, message.channel, message.inReplyTo);
  return sent && { outboxId: sent.id, matches: sent.matches };
}

async function receiveReaction(options: IntakeOptions, change: ReactionChange): Promise<{ changes: Change[]; tasks: NewTask[] }> {
  const { store, workspace } = options;
  const sent = await findSent(store, workspace, change.channel, [change.target]);
  if (change.sharedPlace && (sent === undefined || change.automatic !== undefined))
    return { changes: cursorMoved(workspace, change.cursor), tasks: [] };
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
      ...cursorMoved(workspace, change.cursor),
    ],
    // A reaction to somebody else's message is recorded as seen and means nothing (rules O11, S12).
    tasks: counts
      ? [
          { id: `feedback:${submissionId}`, workspace, step: 'takeFeedback', payload: { submissionId }, priority: 0 },
          ...markTask(submission, submission.receivedAt + MARK_UNANSWERED_AFTER_MS),
        ]
      : markTask(submission, submission.receivedAt),
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
    location: 'location' in event ? event.location : undefined,
    references: [],
    remarks: [],
    receivedAt: store.clock.now().getTime(),
  };
}

function cursorMoved(workspace: string, cursor: { source: string; value: string } | undefined): Change[] {
  return cursor ? [{ kind: 'cursorMoved', workspace, ...cursor }] : [];
}
