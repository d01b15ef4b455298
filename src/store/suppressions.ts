/** Reads of the addresses that nothing may be sent to (rule O7). */
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { SuppressionCause } from '../domain/delivery-changes.ts';
import type { WorkspaceId } from '../domain/ids.ts';
import type { Viewer } from '../domain/people.ts';
import { lookupHash } from './personal-columns.ts';
import { suppressions } from './schema/suppressions.ts';
import type { Store } from './store.ts';
import { seesAll } from './viewer-conditions.ts';

export interface Suppression {
  kind: SuppressionCause;
  status: string | null;
}

/** Why nothing may be sent there; a complaint before a bounce. Undefined for nearly everybody. */
export async function findSuppression(
  store: Store,
  workspace: WorkspaceId,
  channel: string,
  address: string,
): Promise<Suppression | undefined> {
  const hash = lookupHash(store.keys.lookup, workspace, `address:${channel}`, address);
  const rows = await store.db
    .select({ kind: suppressions.kind, status: suppressions.status })
    .from(suppressions)
    .where(
      and(
        eq(suppressions.workspace, workspace),
        eq(suppressions.channel, channel),
        eq(suppressions.addressLookup, hash),
        isNull(suppressions.liftedAt),
      ),
    );
  return rows.find((row) => row.kind === 'complaint') ?? rows[0];
}

/** How many addresses get nothing, by cause. Nobody's in particular: only admins see them counted. */
export async function countSuppressions(store: Store, viewer: Viewer): Promise<Record<SuppressionCause, number>> {
  const counts = { bounce: 0, complaint: 0 };
  if (!seesAll(viewer)) return counts;
  const rows = await store.db
    .select({ kind: suppressions.kind, count: sql<number>`cast(count(*) as integer)` })
    .from(suppressions)
    .where(and(eq(suppressions.workspace, viewer.workspace), isNull(suppressions.liftedAt)))
    .groupBy(suppressions.kind);
  for (const row of rows) counts[row.kind] = row.count;
  return counts;
}
