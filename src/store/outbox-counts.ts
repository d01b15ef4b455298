/** How mail going out fares, for operators. */
import { and, eq, gte, sql } from 'drizzle-orm';
import type { Viewer } from '../domain/people.ts';
import { outbox } from './schema/delivery.ts';
import type { Store } from './store.ts';
import { seesAll } from './viewer-conditions.ts';

/** Of messages made since then (milliseconds). `deferred` are those that wait now because the other side put them off. Only admins see them counted. */
export async function countOutboxSince(
  store: Store,
  viewer: Viewer,
  since: number,
): Promise<{ sent: number; failed: number; deferred: number }> {
  if (!seesAll(viewer)) return { sent: 0, failed: 0, deferred: 0 };
  const counted = (condition: ReturnType<typeof sql>) => sql<number>`cast(count(case when ${condition} then 1 end) as integer)`;
  const rows = await store.db
    .select({
      sent: counted(sql`${outbox.state} = 'sent'`),
      failed: counted(sql`${outbox.state} = 'failed'`),
      deferred: counted(sql`${outbox.state} = 'waiting' and ${outbox.deferredSince} is not null`),
    })
    .from(outbox)
    .where(and(eq(outbox.workspace, viewer.workspace), gte(outbox.createdAt, since)));
  return rows[0] ?? { sent: 0, failed: 0, deferred: 0 };
}
