/** The daily clean-up of the blob store: bytes whose commit never came. */
import { and, eq } from 'drizzle-orm';
import { blobs } from './schema/submissions.ts';
import type { Store } from './store.ts';

const DAY_MS = 24 * 3600_000;

/** Removes blobs older than a day that no row names; how many. A commit follows its bytes within seconds, so a day is safe. */
export function sweepOrphans(store: Store, olderThanMs: number = DAY_MS): Promise<number> {
  return store.blobs.sweepOrphans(async (workspace, id) => {
    const rows = await store.db
      .select({ id: blobs.id })
      .from(blobs)
      .where(and(eq(blobs.workspace, workspace), eq(blobs.id, id)))
      .limit(1);
    return rows.length > 0;
  }, olderThanMs);
}
