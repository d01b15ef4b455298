/** Reads of messages of ours, for the service's own steps. */
import { and, asc, desc, eq, gt, inArray, isNull, type SQL } from 'drizzle-orm';
import type { MatchId, OutboxId, PersonId, WorkspaceId } from '../domain/ids.ts';
import type { MessageId } from '../messages/channel.ts';
import { outbox, outboxMatches } from './schema/delivery.ts';
import type { Store } from './store.ts';

/** Every column; what is not known is null. */
export type OutboxRow = typeof outbox.$inferSelect;
export interface NumberedMatch {
  number: number;
  matchId: MatchId;
}

/** With what each of its numbers means. */
export type SentWithNumbers = OutboxRow & { matches: NumberedMatch[] };

export async function getOutbox(store: Store, workspace: WorkspaceId, id: OutboxId): Promise<OutboxRow | undefined> {
  const rows = await store.db
    .select()
    .from(outbox)
    .where(and(eq(outbox.workspace, workspace), eq(outbox.id, id)))
    .limit(1);
  return rows[0];
}

export async function findByKey(store: Store, workspace: WorkspaceId, dedupeKey: string): Promise<OutboxRow | undefined> {
  const rows = await store.db
    .select()
    .from(outbox)
    .where(and(eq(outbox.workspace, workspace), eq(outbox.dedupeKey, dedupeKey)))
    .limit(1);
  return rows[0];
}

/** Which match each number of the message means, in order of the numbers. */
export async function getNumberedMatches(store: Store, workspace: WorkspaceId, outboxId: OutboxId): Promise<NumberedMatch[]> {
  return store.db
    .select({ number: outboxMatches.number, matchId: outboxMatches.matchId })
    .from(outboxMatches)
    .where(and(eq(outboxMatches.workspace, workspace), eq(outboxMatches.outboxId, outboxId)))
    .orderBy(asc(outboxMatches.number));
}

/** The first of these platform ids (nearest first) that is a message of ours, with its numbers. */
export async function findSent(
  store: Store,
  workspace: WorkspaceId,
  channel: string,
  platformMessageIds: readonly string[],
): Promise<SentWithNumbers | undefined> {
  // A thread can be long; what is answered stands at its beginning.
  const asked = platformMessageIds.slice(0, 100);
  if (asked.length === 0) return undefined;
  const rows = await store.db
    .select()
    .from(outbox)
    .where(and(eq(outbox.workspace, workspace), eq(outbox.channel, channel), inArray(outbox.platformMessageId, asked)));
  const [first] = rows.sort((a, b) => asked.indexOf(a.platformMessageId ?? '') - asked.indexOf(b.platformMessageId ?? ''));
  return first && { ...first, matches: await getNumberedMatches(store, workspace, first.id) };
}

/**
 * The last message that reached (or may have reached) the person there and had numbers: what `why 2` means without a message replied to.
 * Where each match is a message of its own, the head has all the numbers.
 */
export async function lastSentTo(
  store: Store,
  workspace: WorkspaceId,
  personId: PersonId,
  channel: string,
): Promise<SentWithNumbers | undefined> {
  const rows = await store.db
    .select({ message: outbox })
    .from(outbox)
    .innerJoin(outboxMatches, eq(outboxMatches.outboxId, outbox.id))
    .where(
      and(
        eq(outbox.workspace, workspace),
        eq(outbox.personId, personId),
        eq(outbox.channel, channel),
        inArray(outbox.state, ['sent', 'uncertain']),
        isNull(outbox.follows),
      ),
    )
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .limit(1);
  const message = rows[0]?.message;
  return message && { ...message, matches: await getNumberedMatches(store, workspace, message.id) };
}

/** What has not left yet of a person's messages on a channel; the first hundred. */
export async function waitingMessages(
  store: Store,
  workspace: WorkspaceId,
  personId: PersonId,
  channel: string,
): Promise<{ id: OutboxId; conversation: string }[]> {
  const theirs = and(eq(outbox.workspace, workspace), eq(outbox.personId, personId), eq(outbox.channel, channel));
  return store.db
    .select({ id: outbox.id, conversation: outbox.conversation })
    .from(outbox)
    .where(and(theirs, eq(outbox.state, 'waiting')))
    .limit(100);
}

/** The newest message that reached the person there since then, help and refusals apart; of a list its head. */
export const lastTold = (
  store: Store,
  workspace: WorkspaceId,
  { personId, channel, since }: { personId: PersonId; channel: string; since: number },
): Promise<SentWithNumbers | undefined> =>
  newestPrivate(store, workspace, { personId, channel }, and(gt(outbox.createdAt, since), eq(outbox.lastWord, false)));

/**
 * Which message of ours an answer in a platform's thread means, when somebody else's message began the thread (Slack): the last one that
 * went to the person in answer to `root`, not one of its items.
 */
export const lastAnswerTo = (
  store: Store,
  workspace: WorkspaceId,
  { personId, channel, root }: { personId: PersonId; channel: string; root: MessageId },
): Promise<SentWithNumbers | undefined> => newestPrivate(store, workspace, { personId, channel }, eq(outbox.inReplyTo, root));

async function newestPrivate(
  store: Store,
  workspace: WorkspaceId,
  { personId, channel }: { personId: PersonId; channel: string },
  which: SQL | undefined,
): Promise<SentWithNumbers | undefined> {
  const [message] = await store.db
    .select()
    .from(outbox)
    .where(
      and(
        eq(outbox.workspace, workspace),
        eq(outbox.personId, personId),
        eq(outbox.channel, channel),
        which,
        eq(outbox.private, true),
        isNull(outbox.follows),
        inArray(outbox.state, ['sent', 'uncertain']),
      ),
    )
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .limit(1);
  return message && { ...message, matches: await getNumberedMatches(store, workspace, message.id) };
}
