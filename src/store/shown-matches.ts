/** Which message of ours showed somebody a match: a button counts only for what they were shown (rule A12). For the service's own steps. */
import { and, desc, eq, inArray } from 'drizzle-orm';
import type { OutboxId, PersonId, WorkspaceId } from '../domain/ids.ts';
import type { OutboxRow } from './outbox.ts';
import { outbox, outboxMatches } from './schema/delivery.ts';
import { matches } from './schema/matches.ts';
import type { Store } from './store.ts';

const LOOKED_AT = 20;

/**
 * `match` is its public code. `first`, when it is one of them, else the newest; undefined when none did. One on its way counts: its button
 * can be pressed before we have written down that it arrived.
 */
export async function messageThatShowed(
  store: Store,
  workspace: WorkspaceId,
  { personId, match, first }: { personId: PersonId; match: string; first?: OutboxId },
): Promise<OutboxRow | undefined> {
  const rows = await store.db
    .select({ message: outbox })
    .from(matches)
    .innerJoin(outboxMatches, eq(outboxMatches.matchId, matches.id))
    .innerJoin(outbox, eq(outbox.id, outboxMatches.outboxId))
    .where(
      and(
        eq(matches.workspace, workspace),
        eq(matches.code, match),
        eq(outbox.workspace, workspace),
        eq(outbox.personId, personId),
        inArray(outbox.state, ['waiting', 'sent', 'uncertain']),
      ),
    )
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .limit(LOOKED_AT);
  const found = rows.map((row) => row.message);
  return found.find((one) => one.id === first) ?? found[0];
}
