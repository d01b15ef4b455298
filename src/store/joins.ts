/** Two people who are becoming one (F8.2), and who somebody is that an old link names. */
import { and, asc, eq, gte, inArray, like, lt, type SQL } from 'drizzle-orm';
import type { PersonId, WorkspaceId } from '../domain/ids.ts';
import { STEP_PAYLOADS } from '../domain/steps.ts';
import { JOINED } from './apply-linking.ts';
import { getCursor } from './cursors.ts';
import { tasks } from './schema/delivery.ts';
import { cursors, persons } from './schema/people.ts';
import type { Store } from './store.ts';

const PREFIX = 'join:';
/** One a person that goes: a second yes is the same task. */
export const joinTaskId = (from: PersonId): string => `${PREFIX}${from}`;

/** Everybody of joins under way, both sides. Known by their tasks: a dead one counts too, until somebody retries it. */
export async function peopleBeingJoined(store: Store, workspace: WorkspaceId): Promise<Set<PersonId>> {
  return new Set((await joinsUnderWay(store, workspace)).flatMap(({ from, to }) => [from, to]));
}

/** Somebody's rows are on their way to this person; one that is dead waits for a retry, and keeps nobody. */
export async function isJoinedInto(store: Store, workspace: WorkspaceId, personId: PersonId): Promise<boolean> {
  return (await joinsUnderWay(store, workspace)).some(({ to, state }) => to === personId && state !== 'dead');
}

async function joinsUnderWay(store: Store, workspace: WorkspaceId) {
  const rows = await store.db
    .select({ payload: tasks.payload, state: tasks.state })
    .from(tasks)
    // A range of the primary key: the queue may hold a hundred thousand others.
    .where(and(eq(tasks.workspace, workspace), gte(tasks.id, PREFIX), lt(tasks.id, `${PREFIX}\u{10ffff}`)));
  return rows.flatMap(({ payload, state }) => {
    const read = STEP_PAYLOADS.joinPersons.safeParse(payload);
    return read.success ? [{ ...read.data, state }] : [];
  });
}

/** Whom an id means now: somebody who was joined to another person is that one. */
export async function livingPersonId(store: Store, workspace: WorkspaceId, id: PersonId): Promise<PersonId> {
  return (await getCursor(store, workspace, `${JOINED}${id}`)) ?? id;
}

/** Which of these ids were people that are others by now. */
export async function joinedAmong(store: Store, workspace: WorkspaceId, ids: readonly PersonId[]): Promise<PersonId[]> {
  const rows = await store.db
    .select({ source: cursors.source })
    .from(cursors)
    .where(and(eq(cursors.workspace, workspace), inArray(cursors.source, ['', ...ids.map((id) => `${JOINED}${id}`)])));
  return rows.map(({ source }) => source.slice(JOINED.length));
}

/** Rows that say that somebody is this person now. */
export const joinedTo = (workspace: WorkspaceId, personId: PersonId): SQL | undefined =>
  and(eq(cursors.workspace, workspace), like(cursors.source, `${JOINED}%`), eq(cursors.value, personId));

/** Who of the two came first: that one stays. */
export async function olderOf(store: Store, workspace: WorkspaceId, a: PersonId, b: PersonId): Promise<PersonId> {
  const rows = await store.db
    .select({ id: persons.id })
    .from(persons)
    .where(and(eq(persons.workspace, workspace), inArray(persons.id, [a, b])))
    .orderBy(asc(persons.createdAt), asc(persons.id))
    .limit(1);
  return rows[0]?.id ?? a;
}

/** Where pages of `openApplications` for this reader go on that have not been done yet. */
export async function openingsLeft(
  store: Store,
  workspace: WorkspaceId,
  postingId: string,
  personId: PersonId,
): Promise<(string | undefined)[]> {
  const prefix = `open:${workspace}:${postingId}:${personId}:`;
  const rows = await store.db
    .select({ payload: tasks.payload })
    .from(tasks)
    .where(and(eq(tasks.workspace, workspace), gte(tasks.id, prefix), lt(tasks.id, `${prefix}\u{10ffff}`)));
  return rows.flatMap(({ payload }) => {
    const read = STEP_PAYLOADS.openApplications.safeParse(payload);
    return read.success ? [read.data.after] : [];
  });
}
