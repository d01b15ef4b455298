/** Who looks after which posting: whoever posted it, and whoever selected it (F4.10). */
import { and, asc, desc, eq, inArray, isNull, or } from 'drizzle-orm';
import type { PersonId, PostingId, WorkspaceId } from '../domain/ids.ts';
import { postingSelections } from './schema/applications.ts';
import { persons } from './schema/people.ts';
import { postings } from './schema/postings.ts';
import type { Store } from './store.ts';

export interface Selection {
  postingId: PostingId;
  channel: string;
  /** Milliseconds. */
  at: number;
}

/** A person's jobs that they posted or selected and did not let go, latest first; one a job (where it was selected last). */
export async function selectionsOf(store: Store, workspace: WorkspaceId, personId: PersonId): Promise<Selection[]> {
  const rows = await store.db
    .select({ postingId: postingSelections.postingId, channel: postingSelections.channel, at: postingSelections.at })
    .from(postingSelections)
    .where(
      and(
        eq(postingSelections.workspace, workspace),
        eq(postingSelections.personId, personId),
        isNull(postingSelections.endedAt),
      ),
    )
    .orderBy(desc(postingSelections.at), desc(postingSelections.postingId));
  return [...Map.groupBy(rows, (row) => row.postingId).values()].flatMap(([first]) => (first ? [first] : []));
}

/** For the service: who reads applications to these postings. Only those who are still recruiters or admins; by posting, in the order of ids. */
export async function readersOf(
  store: Store,
  workspace: WorkspaceId,
  postingIds: readonly PostingId[],
): Promise<Map<PostingId, PersonId[]>> {
  const readers = new Map<PostingId, PersonId[]>(postingIds.map((id) => [id, []]));
  if (postingIds.length === 0) return readers;
  const selected = await store.db
    .select({ postingId: postingSelections.postingId, personId: postingSelections.personId })
    .from(postingSelections)
    .where(
      and(
        eq(postingSelections.workspace, workspace),
        inArray(postingSelections.postingId, [...postingIds]),
        isNull(postingSelections.endedAt),
      ),
    );
  const posted = await store.db
    .select({ postingId: postings.id, personId: postings.postedBy })
    .from(postings)
    .where(and(eq(postings.workspace, workspace), inArray(postings.id, [...postingIds])));
  const pairs = [...selected, ...posted].flatMap(({ postingId, personId }) =>
    personId === null ? [] : [{ postingId, personId }],
  );
  const may = await recruitersAmong(store, workspace, [...new Set(pairs.map((pair) => pair.personId))]);
  for (const id of may) {
    for (const [postingId, list] of readers)
      if (pairs.some((pair) => pair.postingId === postingId && pair.personId === id)) list.push(id);
  }
  return readers;
}

async function recruitersAmong(store: Store, workspace: WorkspaceId, ids: readonly PersonId[]): Promise<PersonId[]> {
  if (ids.length === 0) return [];
  const rows = await store.db
    .select({ id: persons.id })
    .from(persons)
    .where(
      and(
        eq(persons.workspace, workspace),
        inArray(persons.id, [...ids]),
        or(eq(persons.role, 'recruiter'), eq(persons.role, 'admin')),
      ),
    )
    .orderBy(asc(persons.id));
  return rows.map((row) => row.id);
}
