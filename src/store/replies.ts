/** Reads of what was answered to whom: bounds, threads and proofs (rules E9, E10). For the service's own steps. */
import { and, count, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm';
import type { OutboxId, PersonId, SubmissionId, WorkspaceId } from '../domain/ids.ts';
import { outbox } from './schema/delivery.ts';
import { submissions } from './schema/submissions.ts';
import type { Store } from './store.ts';

interface RepliesTo {
  personId: PersonId;
  channel: string;
  lastWordOnly?: boolean;
  /** Without the acknowledgements of mails that only claimed to be theirs. */
  verifiedOnly?: boolean;
}

/** Messages to the person on that channel since then that answer something, whatever became of them; digests are none. */
export async function repliesSince(store: Store, workspace: WorkspaceId, to: RepliesTo, since: number): Promise<number> {
  // `answer:` is seven characters; what answers in another way answers somebody verified.
  const answered = and(eq(submissions.workspace, outbox.workspace), eq(submissions.id, sql`substr(${outbox.dedupeKey}, 8)`));
  const [row] = await store.db
    .select({ replies: count() })
    .from(outbox)
    .leftJoin(submissions, answered)
    .where(
      and(
        eq(outbox.workspace, workspace),
        eq(outbox.personId, to.personId),
        gt(outbox.createdAt, since),
        eq(outbox.channel, to.channel),
        eq(outbox.bulk, false),
        // The items of a list belong to one answer.
        isNull(outbox.follows),
        to.lastWordOnly ? eq(outbox.lastWord, true) : undefined,
        to.verifiedOnly ? or(isNull(submissions.id), eq(submissions.verified, true)) : undefined,
      ),
    );
  return row?.replies ?? 0;
}

/** Whether the message answers one whose sender was verified; also of what answers none. */
export async function answersVerified(store: Store, workspace: WorkspaceId, message: { dedupeKey: string }): Promise<boolean> {
  const id = submissionAnsweredBy(message);
  if (id === undefined) return true;
  const rows = await store.db
    .select({ verified: submissions.verified })
    .from(submissions)
    .where(and(eq(submissions.workspace, workspace), eq(submissions.id, id)))
    .limit(1);
  return rows[0]?.verified ?? true;
}

/** Whether a message with that id was taken in before, whoever sent it. */
export async function messageIdSeen(store: Store, workspace: WorkspaceId, channel: string, messageId: string): Promise<boolean> {
  const rows = await store.db
    .select({ id: submissions.id })
    .from(submissions)
    .where(and(eq(submissions.workspace, workspace), eq(submissions.channel, channel), eq(submissions.messageId, messageId)))
    .limit(1);
  return rows.length > 0;
}

/**
 * The submission that a message of ours answers, by its key: `answer:<submission>`, `answer:<submission>:rest`, `again:<submission>:<time>`,
 * each with `/<number>` for an item of it. Undefined for digests and the like.
 */
export function submissionAnsweredBy(message: { dedupeKey: string }): SubmissionId | undefined {
  return /^(?:answer|again):([^:/]+)/.exec(message.dedupeKey)?.[1];
}

/** How far back a thread is followed by its answers. */
const LONGEST_CHAIN = 20;
const MOST_REFERENCES = 100;

/** Whether help, an acknowledgement or a refusal of ours stands in the thread: by what the message names, and by what those messages answered. */
export async function threadHasLastWord(
  store: Store,
  workspace: WorkspaceId,
  thread: { channel: string; references: readonly string[]; repliesTo: OutboxId | null },
): Promise<boolean> {
  const named = thread.references.slice(-MOST_REFERENCES);
  if (named.length > 0) {
    const ours = and(
      eq(outbox.workspace, workspace),
      eq(outbox.channel, thread.channel),
      inArray(outbox.platformMessageId, named),
    );
    const rows = await store.db
      .select({ id: outbox.id })
      .from(outbox)
      .where(and(ours, eq(outbox.lastWord, true)))
      .limit(1);
    if (rows.length > 0) return true;
  }
  let next = thread.repliesTo;
  for (let step = 0; step < LONGEST_CHAIN && next !== null; step++) {
    const [message] = await store.db
      .select({ lastWord: outbox.lastWord, dedupeKey: outbox.dedupeKey })
      .from(outbox)
      .where(and(eq(outbox.workspace, workspace), eq(outbox.id, next)))
      .limit(1);
    if (message?.lastWord) return true;
    next = message ? await answeredIn(store, workspace, submissionAnsweredBy(message)) : null;
  }
  return false;
}

/** The message of ours that a submission answered. */
async function answeredIn(store: Store, workspace: WorkspaceId, id: SubmissionId | undefined): Promise<OutboxId | null> {
  if (id === undefined) return null;
  const [row] = await store.db
    .select({ repliesTo: submissions.repliesTo })
    .from(submissions)
    .where(and(eq(submissions.workspace, workspace), eq(submissions.id, id)))
    .limit(1);
  return row?.repliesTo ?? null;
}
