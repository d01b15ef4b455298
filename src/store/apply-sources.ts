/** Changes about watched places (F1.7). */
import { and, eq } from 'drizzle-orm';
import type { Plan } from '#dialect';
import { type Applying, type ChangeOf, plainly } from './applying.ts';
import { sources } from './schema/people.ts';

/** Without "on conflict": the same place twice is a conflict, and whoever asked is told. */
export function sourceAdded({ tx }: Applying, { source }: ChangeOf<'sourceAdded'>): Plan {
  return plainly(tx.insert(sources).values(source));
}

export function sourceChanged({ tx }: Applying, change: ChangeOf<'sourceChanged'>): Plan {
  const { kind: _, workspace, sourceId, ...set } = change;
  if (Object.values(set).every((value) => value === undefined)) return [];
  return plainly(
    tx
      .update(sources)
      .set(set)
      .where(and(eq(sources.workspace, workspace), eq(sources.id, sourceId))),
  );
}

export function sourceRemoved({ tx }: Applying, { workspace, sourceId }: ChangeOf<'sourceRemoved'>): Plan {
  return plainly(tx.delete(sources).where(and(eq(sources.workspace, workspace), eq(sources.id, sourceId))));
}
