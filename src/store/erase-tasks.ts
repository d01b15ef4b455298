/** Work in the queue that names somebody: without its row it cannot complete, also when it is running just now. */
import { and, asc, eq, gt, inArray, ne } from 'drizzle-orm';
import type { Erasure } from '../domain/erasure.ts';
import { type Slice, takeRow } from './erase-slice.ts';
import { outbox, tasks } from './schema/delivery.ts';
import { attachments, submissions } from './schema/submissions.ts';

const ROWS_A_PAGE = 200;
/** Never its own; and a message on its way ends by itself: its file is looked for afterwards. */
const KEPT = new Set(['erase', 'deliverMessage']);

/** The last task looked at; undefined when there are no more. */
export async function takeTasks(slice: Slice, erasure: Erasure): Promise<{ after?: string }> {
  const { store, workspace } = slice;
  const { after } = erasure.progress;
  const rows = await store.db
    .select({ id: tasks.id, step: tasks.step, payload: tasks.payload })
    .from(tasks)
    .where(and(eq(tasks.workspace, workspace), after === undefined ? undefined : gt(tasks.id, after)))
    .orderBy(asc(tasks.id))
    .limit(ROWS_A_PAGE);
  const theirs = await idsOf(
    slice,
    erasure,
    rows.flatMap(({ payload }) => Object.values(payload).filter((value) => typeof value === 'string')),
  );
  for (const { id, step, payload } of rows)
    if (!KEPT.has(step) && Object.values(payload).some((value) => typeof value === 'string' && theirs.has(value)))
      takeRow(slice, tasks, { id });
  return rows.length < ROWS_A_PAGE ? {} : { after: rows.at(-1)?.id };
}

/** Which of these ids are the person, a message from them, a file or a resume of theirs. */
async function idsOf({ store, workspace }: Slice, { personId, scope }: Erasure, ids: readonly string[]): Promise<Set<string>> {
  const asked = [...new Set(ids)];
  const theirs = new Set<string>([...scope.resumeIds, ...scope.candidateIds]);
  if (personId === null || asked.length === 0) return theirs;
  theirs.add(personId);
  for (const table of [submissions, attachments]) {
    const rows = await store.db
      .select({ id: table.id })
      .from(table)
      .where(and(eq(table.workspace, workspace), eq(table.personId, personId), inArray(table.id, asked)));
    for (const { id } of rows) theirs.add(id);
  }
  return theirs;
}

/** Leases of what is under way besides the erasure: whatever it read before, it may still write. */
export async function workUnderWay(slice: Pick<Slice, 'store' | 'workspace'>): Promise<string[]> {
  const now = slice.store.clock.now().getTime();
  const rows = await slice.store.db
    .select({ token: tasks.leaseToken })
    .from(tasks)
    .where(
      and(
        eq(tasks.workspace, slice.workspace),
        eq(tasks.state, 'running'),
        ne(tasks.step, 'erase'),
        gt(tasks.leaseExpiresAt, now),
      ),
    );
  return rows.flatMap(({ token }) => (token === null ? [] : [token]));
}

/** A message of ours by its key. */
export async function sentRow(
  { store, workspace }: Slice,
  dedupeKey: string,
): Promise<{ id: string; state: string } | undefined> {
  const rows = await store.db
    .select({ id: outbox.id, state: outbox.state })
    .from(outbox)
    .where(and(eq(outbox.workspace, workspace), eq(outbox.dedupeKey, dedupeKey)))
    .limit(1);
  return rows[0];
}
