/** How far each source of messages was read. */
import { and, eq } from 'drizzle-orm';
import type { WorkspaceId } from '../domain/ids.ts';
import { cursors } from './schema/people.ts';
import type { Store } from './store.ts';

/** As `cursorMoved` left it; undefined for a source that was never read. */
export async function getCursor(store: Store, workspace: WorkspaceId, source: string): Promise<string | undefined> {
  const rows = await store.db
    .select({ value: cursors.value })
    .from(cursors)
    .where(and(eq(cursors.workspace, workspace), eq(cursors.source, source)))
    .limit(1);
  return rows[0]?.value;
}
