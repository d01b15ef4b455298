/** Messages that belong together: a head and an item each after it, delivered in order. For the service's own steps. */
import { and, asc, eq, gt, lt } from 'drizzle-orm';
import type { OutboxId, WorkspaceId } from '../domain/ids.ts';
import type { Card } from '../messages/card.ts';
import { type OutboxState, outbox } from './schema/delivery.ts';
import type { Store } from './store.ts';

/** What waits for that message to be on its way. */
export async function followersOf(
  store: Store,
  workspace: WorkspaceId,
  outboxId: OutboxId,
): Promise<{ id: OutboxId; bulk: boolean }[]> {
  return store.db
    .select({ id: outbox.id, bulk: outbox.bulk })
    .from(outbox)
    .where(and(eq(outbox.workspace, workspace), eq(outbox.follows, outboxId), eq(outbox.state, 'waiting')))
    .orderBy(asc(outbox.id));
}

/** The cards of the items of a message, in their order; none of a message that was not split. */
export async function itemCardsOf(store: Store, workspace: WorkspaceId, head: { dedupeKey: string }): Promise<Card[]> {
  return (await itemsOfHead(store, workspace, head)).map((row) => row.card);
}

/** The items of a message, in their order. */
export async function itemsOfHead(
  store: Store,
  workspace: WorkspaceId,
  head: { dedupeKey: string },
): Promise<{ id: OutboxId; state: OutboxState; reason: string | null; card: Card }[]> {
  // `<key>/<number>`: the sign after the slash ends the range.
  const rows = await store.db
    .select({ id: outbox.id, state: outbox.state, reason: outbox.reason, card: outbox.card, dedupeKey: outbox.dedupeKey })
    .from(outbox)
    .where(
      and(
        eq(outbox.workspace, workspace),
        gt(outbox.dedupeKey, `${head.dedupeKey}/`),
        lt(outbox.dedupeKey, `${head.dedupeKey}0`),
      ),
    );
  // Made in one millisecond, they have neither times nor ids in an order: their numbers are it.
  const numberOf = ({ dedupeKey }: { dedupeKey: string }) => Number(dedupeKey.slice(head.dedupeKey.length + 1));
  return rows.sort((a, b) => numberOf(a) - numberOf(b)).map(({ id, state, reason, card }) => ({ id, state, reason, card }));
}
