/** Reads of digests: everybody's own; admins see all. */
import { and, asc, desc, eq, gte, inArray, sql } from 'drizzle-orm';
import type { CandidateId, DigestId, MatchId, OutboxId, PersonId, PostingId } from '../domain/ids.ts';
import type { Viewer } from '../domain/people.ts';
import { digestItems, digests } from './schema/matches.ts';
import { persons } from './schema/people.ts';
import type { Store } from './store.ts';
import { seesAll } from './viewer-conditions.ts';

export interface DigestItem {
  number: number;
  matchId: MatchId;
  postingId: PostingId;
  postingVersion: number;
  candidateId: CandidateId;
}

export interface DigestView {
  id: DigestId;
  personId: PersonId;
  /** `YYYY-MM-DD`, the person's. */
  localDate: string;
  /** The person's zone when it was written. */
  timeZone: string;
  /** `digest now`: a reply, not the day's digest. */
  onRequest: boolean;
  outboxId: OutboxId | null;
  /** Milliseconds. */
  createdAt: number;
  items: DigestItem[];
}

const mayRead = (viewer: Viewer, personId: PersonId): boolean => viewer.personId === personId || seesAll(viewer);

const of = (viewer: Viewer, personId: PersonId) => and(eq(digests.workspace, viewer.workspace), eq(digests.personId, personId));

/** The day's digest (not one on request); undefined when there was none. */
export async function digestOf(
  store: Store,
  viewer: Viewer,
  personId: PersonId,
  localDate: string,
): Promise<DigestView | undefined> {
  if (!mayRead(viewer, personId)) return undefined;
  const rows = await store.db
    .select()
    .from(digests)
    .where(and(of(viewer, personId), eq(digests.localDate, localDate), eq(digests.onRequest, false)))
    .limit(1);
  return (await withItems(store, rows))[0];
}

/** The digest of the latest day (not one on request). */
export async function lastDigest(store: Store, viewer: Viewer, personId: PersonId): Promise<DigestView | undefined> {
  if (!mayRead(viewer, personId)) return undefined;
  const rows = await store.db
    .select()
    .from(digests)
    .where(and(of(viewer, personId), eq(digests.onRequest, false)))
    .orderBy(desc(digests.localDate))
    .limit(1);
  return (await withItems(store, rows))[0];
}

export type LastDigest = Pick<DigestView, 'personId' | 'localDate' | 'timeZone' | 'createdAt'>;

/** `lastDigest` of many at once, without items; whoever had none is missing. One look into the index of the daily ones a person. */
export async function lastDigests(
  store: Store,
  viewer: Viewer,
  personIds: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, LastDigest>> {
  const wanted = personIds.filter((personId) => mayRead(viewer, personId));
  const newest = store.db
    .select({ id: digests.id })
    .from(digests)
    .where(and(eq(digests.workspace, viewer.workspace), eq(digests.personId, persons.id), eq(digests.onRequest, false)))
    .orderBy(desc(digests.localDate))
    .limit(1);
  const ids = store.db
    .select({ id: sql<string>`${newest}` })
    .from(persons)
    .where(and(eq(persons.workspace, viewer.workspace), inArray(persons.id, wanted)));
  const { personId, localDate, timeZone, createdAt } = digests;
  const rows = await store.db.select({ personId, localDate, timeZone, createdAt }).from(digests).where(inArray(digests.id, ids));
  return new Map(rows.map((row) => [row.personId, row]));
}

/** What digests (also those on request) showed since then: nothing is shown twice unless it changed (F7.3). */
export async function shownPostings(
  store: Store,
  viewer: Viewer,
  personId: PersonId,
  sinceMs: number,
): Promise<Omit<DigestItem, 'number'>[]> {
  if (!mayRead(viewer, personId)) return [];
  return store.db
    .select({
      matchId: digestItems.matchId,
      postingId: digestItems.postingId,
      postingVersion: digestItems.postingVersion,
      candidateId: digestItems.candidateId,
    })
    .from(digestItems)
    .innerJoin(digests, eq(digests.id, digestItems.digestId))
    .where(and(of(viewer, personId), gte(digests.createdAt, sinceMs)))
    .orderBy(asc(digests.createdAt), asc(digestItems.number));
}

async function withItems(store: Store, rows: (typeof digests.$inferSelect)[]): Promise<DigestView[]> {
  if (rows.length === 0) return [];
  const items = await store.db
    .select()
    .from(digestItems)
    .where(
      inArray(
        digestItems.digestId,
        rows.map((row) => row.id),
      ),
    )
    .orderBy(asc(digestItems.number));
  return rows.map(({ id, personId, localDate, timeZone, onRequest, outboxId, createdAt }) => ({
    id,
    personId,
    localDate,
    timeZone,
    onRequest,
    outboxId,
    createdAt,
    items: items
      .filter((item) => item.digestId === id)
      .map(({ number, matchId, postingId, postingVersion, candidateId }) => ({
        number,
        matchId,
        postingId,
        postingVersion,
        candidateId,
      })),
  }));
}
