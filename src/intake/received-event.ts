/** What all events share on their way to a submission: its row, its position, the tasks that answer it. */
import type { Change } from '../domain/changes.ts';
import { newCode, newId, type SubmissionId, type WorkspaceId } from '../domain/ids.ts';
import type { NewTask } from '../domain/steps.ts';
import type { CommandInvocation, IncomingMessage, ReactionChange } from '../messages/channel.ts';
import type { OutgoingMessage } from '../messages/outgoing.ts';
import type { Store } from '../store/store.ts';
import type { FileJudge } from './judge-files.ts';
import type { Met, PeopleDefaults } from './meet-sender.ts';
import type { SentMessage } from './route-message.ts';

export interface IntakeOptions {
  store: Store;
  workspace: WorkspaceId;
  people: PeopleDefaults;
  /** Looks into the files of shared places before anything is kept. */
  reader: FileJudge;
  /** A place where messages are marked and edited while one waits. */
  isChat?(channel: string): boolean;
  isCommand(line: string): boolean;
  /** The text means something as an answer to that message of ours. */
  isAnswer(text: string, to: SentMessage): boolean;
}

/** What an event becomes, in one commit. */
export interface Taken {
  changes: Change[];
  tasks: NewTask[];
  messages?: OutgoingMessage[];
}

/** After this time a submission is answered with what there is (F1.1). Also the retry time of an answer that waits for its parts. */
export const ANSWER_DEADLINE_MS = 10 * 60_000;

export const feedbackTask = (workspace: string, submissionId: SubmissionId): NewTask => ({
  id: `feedback:${submissionId}`,
  workspace,
  step: 'takeFeedback',
  payload: { submissionId },
  priority: 0,
});

export const commandTask = (workspace: string, submissionId: SubmissionId): NewTask => ({
  id: `command:${submissionId}`,
  workspace,
  step: 'runCommand',
  payload: { submissionId },
  priority: 0,
});

export const answerTask = (workspace: string, submissionId: SubmissionId): NewTask => ({
  id: `answer:${submissionId}`,
  workspace,
  step: 'answerSubmission',
  payload: { submissionId },
  priority: 1,
});

/** What every kind of event says of its submission. */
export function submissionOf(
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

export function cursorMoved(workspace: string, cursor: { source: string; value: string } | undefined): Change[] {
  return cursor ? [{ kind: 'cursorMoved', workspace, ...cursor }] : [];
}

/** Where the answer goes while that lasts (`detail.invocation`): a button, a command or a form used where others read. */
export const invocationDetail = ({
  invocation: id,
  invocationExpiresAt,
}: Pick<CommandInvocation, 'invocation' | 'invocationExpiresAt'>) =>
  id === undefined || invocationExpiresAt === undefined ? {} : { invocation: { id, expiresAt: invocationExpiresAt } };
