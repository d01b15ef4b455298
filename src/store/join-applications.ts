/** How jobs looked after, applications, and what was told of them become somebody else's (F8.2). */
import { and, eq, inArray } from 'drizzle-orm';
import type { RowKey } from '../domain/row-key.ts';
import { dropRows, type JoinSlice, moveRows } from './join-moves.ts';
import { applicationNotices, applications, postingSelections } from './schema/applications.ts';

/** Who looks after a job in one of both looks after it. */
export async function joinSelections(slice: JoinSlice): Promise<void> {
  const { store, workspace, from, to } = slice;
  const of = (person: string) => and(eq(postingSelections.workspace, workspace), eq(postingSelections.personId, person));
  const rows = await store.db.select().from(postingSelections).where(of(from)).limit(slice.left);
  const theirs = await store.db
    .select()
    .from(postingSelections)
    .where(and(of(to), inArray(postingSelections.postingId, ['', ...rows.map((row) => row.postingId)])));
  for (const row of rows) {
    const { personId, postingId, channel, at, endedAt } = row;
    const key: RowKey = { workspace, personId, postingId, channel };
    const twin = theirs.find((one) => one.postingId === postingId && one.channel === channel);
    if (endedAt === null) slice.jobs.add(postingId);
    if (!twin) moveRows(slice, postingSelections, [key]);
    else {
      if (endedAt === null && twin.endedAt !== null)
        slice.changes.push({ kind: 'postingSelected', workspace, postingId, personId: to, channel, at });
      dropRows(slice, postingSelections, [key]);
    }
  }
}

/** Two applications of the same candidate to the same job are one: the newer. */
export async function joinOwnApplications(slice: JoinSlice): Promise<void> {
  const { store, workspace, from, to } = slice;
  const rows = await store.db
    .select()
    .from(applications)
    .where(and(eq(applications.workspace, workspace), eq(applications.personId, from)))
    .limit(slice.left);
  // The id names the applicant, so that the next one for the same job is the same row.
  const newIds = new Map(rows.map(({ id }) => [id, id.replaceAll(from, to)]));
  const twins = await store.db
    .select({ id: applications.id, updatedAt: applications.updatedAt })
    .from(applications)
    .where(and(eq(applications.workspace, workspace), inArray(applications.id, ['', ...newIds.values()])));
  for (const { id, updatedAt } of rows) {
    const newId = newIds.get(id) ?? id;
    const twin = twins.find((one) => one.id === newId && one.id !== id);
    const which = twin && (twin.updatedAt >= updatedAt ? 'newer' : 'older');
    slice.changes.push({ kind: 'applicationMoved', workspace, id, newId, to, ...(which ? { twin: which } : {}) });
    slice.left -= 1;
  }
}

/** Told to one of both is told. */
export async function joinNotices(slice: JoinSlice): Promise<void> {
  const { store, workspace, from, to } = slice;
  const of = (person: string) => and(eq(applicationNotices.workspace, workspace), eq(applicationNotices.personId, person));
  const rows = await store.db.select().from(applicationNotices).where(of(from)).limit(slice.left);
  const theirs = await store.db
    .select()
    .from(applicationNotices)
    .where(and(of(to), inArray(applicationNotices.applicationId, ['', ...rows.map((row) => row.applicationId)])));
  for (const { applicationId, personId, told, at } of rows) {
    const key: RowKey = { workspace, applicationId, personId };
    const twin = theirs.find((one) => one.applicationId === applicationId);
    if (!twin) moveRows(slice, applicationNotices, [key]);
    else {
      if (at > twin.at) slice.changes.push({ kind: 'applicationTold', workspace, applicationId, personId: to, told, at });
      dropRows(slice, applicationNotices, [key]);
    }
  }
}
