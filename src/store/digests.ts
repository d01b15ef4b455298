/** Reads of digests: everybody's own; admins see all. */
import { and, asc, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { CandidateId, DigestId, MatchId, OutboxId, PersonId, PostingId } from '../domain/ids.ts';
import type { Viewer } from '../domain/people.ts';
import { type OutboxState, outbox } from './schema/delivery.ts';
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

/** The digest of the latest day (not one on request); `sent`: of the latest day that had a message. */
export async function lastDigest(
  store: Store,
  viewer: Viewer,
  personId: PersonId,
  options: { sent?: boolean } = {},
): Promise<DigestView | undefined> {
  if (!mayRead(viewer, personId)) return undefined;
  const withMessage = options.sent ? isNotNull(digests.outboxId) : undefined;
  const rows = await store.db
    .select()
    .from(digests)
    .where(and(of(viewer, personId), eq(digests.onRequest, false), withMessage))
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

/** What became of a digest: its message's state; `quiet` when nothing was worth one, `answered` when it was the answer to a question. */
export type DigestDelivery = OutboxState | 'quiet' | 'answered';

export interface ArchivedDigest {
  localDate: string;
  onRequest: boolean;
  /** Milliseconds. */
  createdAt: number;
  items: number;
  outboxId: OutboxId | null;
  delivery: DigestDelivery;
  /** When it reached the other side. Milliseconds. */
  sentAt: number | null;
}

/** Newest first, quiet days too (F7.4). */
export async function archivedDigests(
  store: Store,
  viewer: Viewer,
  personId: PersonId,
  options: { limit: number; localDate?: string },
): Promise<ArchivedDigest[]> {
  if (!mayRead(viewer, personId)) return [];
  const items = store.db
    .select({ count: sql<number>`cast(count(*) as integer)` })
    .from(digestItems)
    .where(eq(digestItems.digestId, digests.id));
  const { localDate, onRequest, createdAt, outboxId } = digests;
  const rows = await store.db
    .select({
      localDate,
      onRequest,
      createdAt,
      outboxId,
      items: sql<number>`${items}`,
      state: outbox.state,
      sentAt: outbox.sentAt,
    })
    .from(digests)
    .leftJoin(outbox, and(eq(outbox.workspace, digests.workspace), eq(outbox.id, digests.outboxId)))
    .where(and(of(viewer, personId), options.localDate === undefined ? undefined : eq(digests.localDate, options.localDate)))
    .orderBy(desc(digests.createdAt), desc(digests.id))
    .limit(options.limit);
  return rows.map(({ state, ...row }) => ({ ...row, delivery: state ?? (row.onRequest ? 'answered' : 'quiet') }));
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
