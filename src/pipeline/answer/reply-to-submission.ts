/** The one reply to a message, and the mark that it has one: the same for an answer, a command and a reaction. */
import { z } from 'zod';
import type { Change } from '../../domain/changes.ts';
import type { Clock } from '../../domain/clock.ts';
import { type MatchId, newId, type PostingId } from '../../domain/ids.ts';
import type { Person } from '../../domain/people.ts';
import type { Card } from '../../messages/card.ts';
import type { OutgoingMessage } from '../../messages/outgoing.ts';
import type { PrivacyNotice } from '../../messages/privacy-notice.ts';
import type { SubmissionView } from '../../store/submissions.ts';
import type { StepResult } from '../../tasks/queue.ts';
import { markTask } from './mark-task.ts';

export interface Reply {
  card: Card;
  /** Which match a number in the card means. */
  matches?: readonly { number: number; matchId: MatchId }[];
  /** What else was found out, and what follows. */
  changes?: readonly Change[];
  tasks?: StepResult['tasks'];
  /** The one job that it is about. */
  postingId?: PostingId;
  /** Something in the message was still unread. */
  partial?: boolean;
  /** The card told what everybody is told at first contact (rule A7). */
  noticed?: boolean;
  /** Help, an acknowledgement, a refusal (rule E9). */
  lastWord?: boolean;
  priority: 0 | 1;
}

/** Goes to the conversation and thread of the message; its key makes a second reply the same message (rules R3, O12). */
export function replyToSubmission(clock: Clock, submission: SubmissionView, reply: Reply): StepResult {
  const at = clock.now().getTime();
  const { workspace, id: submissionId, personId } = submission;
  const message: OutgoingMessage = {
    id: newId(clock),
    workspace,
    personId,
    channel: submission.channel,
    conversation: submission.conversation,
    private: submission.private,
    dedupeKey: `answer:${submissionId}`,
    card: reply.card,
    inReplyTo: submission.messageId ?? undefined,
    references: submission.references,
    subject: submission.subject ?? undefined,
    matches: [...(reply.matches ?? [])],
    postingId: reply.postingId,
    lastWord: reply.lastWord ?? false,
    // Whose mail proves nothing by itself proves the next one by answering this (rule E10). What is a last word has an address of its own
    // too: a program that answers it without naming it, under ever new subjects, is known by where it writes (rule E9).
    provable: !submission.verified || submission.provenBy !== null || reply.lastWord === true,
    invocation: invocationOf(submission),
    createdAt: at,
    priority: reply.priority,
  };
  const answered: Change = { kind: 'submissionAnswered', workspace, submissionId, at, partial: reply.partial ?? false };
  const noticed: Change[] = reply.noticed ? [{ kind: 'personNoticed', workspace, personId, at }] : [];
  const tasks = [...(reply.tasks ?? []), ...markTask(submission, at)];
  return { changes: [...(reply.changes ?? []), answered, ...noticed], tasks, messages: [message] };
}

const Invocation = z.object({ id: z.string(), expiresAt: z.number() });

/** Of a command, button or form that was used where others read: its answer goes there while that lasts. */
function invocationOf({ detail }: SubmissionView): OutgoingMessage['invocation'] {
  const read = Invocation.safeParse(detail?.invocation);
  return read.success ? read.data : undefined;
}

/** RETENTION_DAYS and KEEP_ORIGINALS. */
export interface KeepSettings {
  retentionDays: number;
  keepOriginals: boolean;
}

/** What somebody who never had an answer of ours is told with the first one (rule A7). */
export function firstContactNotice(person: Person, settings: KeepSettings): PrivacyNotice | undefined {
  if (person.noticedAt !== undefined) return undefined;
  return noticeOf(settings);
}

/** What everybody is told at first contact. */
export function noticeOf({ retentionDays, keepOriginals }: KeepSettings): PrivacyNotice {
  return { retentionDays, keepsOriginals: keepOriginals, howToErase: 'answer "erase"' };
}
