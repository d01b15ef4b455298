/** Changes about what became of messages of ours. */
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Plan } from '#dialect';
import { type Applying, type ChangeOf, plainly } from './applying.ts';
import { type OutboxState, outbox, outboxMatches } from './schema/delivery.ts';

type Outcome = ChangeOf<'messageSent' | 'messageUncertain' | 'messageFailed' | 'messageDeferred'>;

/** A secret of the platform that nothing is answered by any more. */
const INVOCATION_OVER = { invocation: null, invocationExpiresAt: null };

/** Once it is known that a message arrived, a late doubt does not change that. */
const message = (change: Outcome, from: OutboxState[]) =>
  and(eq(outbox.workspace, change.workspace), eq(outbox.id, change.outboxId), inArray(outbox.state, from));

export function messageSent({ tx }: Applying, change: ChangeOf<'messageSent'>): Plan {
  const { platformMessageId, at, conversation } = change;
  const sent = { ...INVOCATION_OVER, state: 'sent', platformMessageId, sentAt: at, reason: null, conversation } as const;
  return plainly(
    tx
      .update(outbox)
      .set(sent)
      .where(message(change, ['waiting', 'uncertain', 'failed'])),
  );
}

export function messageUncertain({ tx }: Applying, change: ChangeOf<'messageUncertain'>): Plan {
  const { reason, platformMessageId } = change;
  return plainly(
    tx
      .update(outbox)
      .set({ ...INVOCATION_OVER, state: 'uncertain', reason, platformMessageId })
      .where(message(change, ['waiting'])),
  );
}

export function messageFailed({ tx }: Applying, change: ChangeOf<'messageFailed'>): Plan {
  const { reason } = change;
  return plainly(
    tx
      .update(outbox)
      .set({ ...INVOCATION_OVER, state: 'failed', reason })
      .where(message(change, ['waiting', 'uncertain'])),
  );
}

export function messageDeferred({ tx }: Applying, change: ChangeOf<'messageDeferred'>): Plan {
  const { reason, at } = change;
  return plainly(
    tx
      .update(outbox)
      .set({ reason, deferredSince: sql`coalesce(${outbox.deferredSince}, ${at})` })
      .where(message(change, ['waiting'])),
  );
}

export function messageRerouted({ tx }: Applying, change: ChangeOf<'messageRerouted'>): Plan {
  const { workspace, outboxId, channel, conversation, reason } = change;
  const waiting = and(eq(outbox.workspace, workspace), eq(outbox.id, outboxId), eq(outbox.state, 'waiting'));
  const elsewhere = { ...INVOCATION_OVER, inReplyTo: null, references: [], deferredSince: null };
  return plainly(
    tx
      .update(outbox)
      .set({ ...elsewhere, channel, conversation, reason })
      .where(waiting),
  );
}

export function itemsGathered({ tx }: Applying, change: ChangeOf<'itemsGathered'>): Plan {
  const { workspace, outboxId, items, reason } = change;
  const gathered = and(eq(outbox.workspace, workspace), inArray(outbox.id, [...items]), eq(outbox.state, 'waiting'));
  const theirs = and(eq(outboxMatches.workspace, workspace), inArray(outboxMatches.outboxId, [...items]));
  const numbered = tx.select({ number: outboxMatches.number }).from(outboxMatches).where(eq(outboxMatches.outboxId, outboxId));
  return plainly(
    tx.update(outbox).set({ state: 'failed', reason }).where(gathered),
    // The head of a list has all its numbers from the start: a second row of one would be refused.
    tx.delete(outboxMatches).where(and(theirs, inArray(outboxMatches.number, numbered))),
    tx.update(outboxMatches).set({ outboxId }).where(theirs),
  );
}
