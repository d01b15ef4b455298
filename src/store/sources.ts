/** Reads of watched places (F1.7): everybody's own; admins see all. */
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { WorkspaceId } from '../domain/ids.ts';
import type { Viewer } from '../domain/people.ts';
import type { Source } from '../domain/source.ts';
import { sources } from './schema/people.ts';
import type { Store } from './store.ts';
import { seesAll } from './viewer-conditions.ts';

const visible = (viewer: Viewer) =>
  and(eq(sources.workspace, viewer.workspace), seesAll(viewer) ? undefined : eq(sources.personId, viewer.personId ?? ''));

/** By name. */
export async function listSources(store: Store, viewer: Viewer): Promise<Source[]> {
  return store.db.select().from(sources).where(visible(viewer)).orderBy(asc(sources.name));
}

/** By name; unknown and forbidden are both undefined. */
export async function getSource(store: Store, viewer: Viewer, name: string): Promise<Source | undefined> {
  const rows = await store.db
    .select()
    .from(sources)
    .where(and(visible(viewer), eq(sources.name, name)))
    .limit(1);
  return rows[0];
}

/** For the step that reads it. */
export async function sourceById(store: Store, workspace: WorkspaceId, id: string): Promise<Source | undefined> {
  const rows = await store.db
    .select()
    .from(sources)
    .where(and(eq(sources.workspace, workspace), eq(sources.id, id)))
    .limit(1);
  return rows[0];
}

/** For the tick: those that have a schedule and are not paused. */
export async function scheduledSources(store: Store, workspace: WorkspaceId): Promise<Source[]> {
  const scheduled = inArray(sources.schedule, ['hourly', 'daily', 'weekly']);
  return store.db
    .select()
    .from(sources)
    .where(and(eq(sources.workspace, workspace), eq(sources.paused, false), scheduled))
    .orderBy(asc(sources.id));
}

/** Whether a name, or a place, is taken by any source of the workspace. */
export async function sourceTaken(
  store: Store,
  workspace: WorkspaceId,
  what: { name: string } | { channel: string; place: string },
): Promise<boolean> {
  const same =
    'name' in what ? eq(sources.name, what.name) : and(eq(sources.channel, what.channel), eq(sources.place, what.place));
  const rows = await store.db
    .select({ id: sources.id })
    .from(sources)
    .where(and(eq(sources.workspace, workspace), same))
    .limit(1);
  return rows.length > 0;
}
