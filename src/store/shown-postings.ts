/** What somebody was shown already, by digests and by answers: nothing comes twice unless it changed (F7.3). */
import { and, asc, eq, gte, isNull, lte, ne, or, sql } from 'drizzle-orm';
import type { CandidateId, MatchId, PersonId, PostingId } from '../domain/ids.ts';
import type { Viewer } from '../domain/people.ts';
import { outbox, outboxMatches } from './schema/delivery.ts';
import { digestItems, digests, matches } from './schema/matches.ts';
import { postingVersions } from './schema/postings.ts';
import type { Store } from './store.ts';
import { seesAll } from './viewer-conditions.ts';

export interface ShownPosting {
  matchId: MatchId;
  postingId: PostingId;
  postingVersion: number;
  candidateId: CandidateId;
}

const mayRead = (viewer: Viewer, personId: PersonId): boolean => viewer.personId === personId || seesAll(viewer);

/** By digests, also those on request, since then (milliseconds). What was never delivered was not shown. */
export async function shownPostings(store: Store, viewer: Viewer, personId: PersonId, sinceMs: number): Promise<ShownPosting[]> {
  if (!mayRead(viewer, personId)) return [];
  const { matchId, postingId, postingVersion, candidateId } = digestItems;
  return store.db
    .select({ matchId, postingId, postingVersion, candidateId })
    .from(digestItems)
    .innerJoin(digests, eq(digests.id, digestItems.digestId))
    .leftJoin(outbox, and(eq(outbox.workspace, digests.workspace), eq(outbox.id, digests.outboxId)))
    .where(
      and(
        eq(digests.workspace, viewer.workspace),
        eq(digests.personId, personId),
        gte(digests.createdAt, sinceMs),
        or(isNull(outbox.state), ne(outbox.state, 'failed')),
      ),
    )
    .orderBy(asc(digests.createdAt), asc(digestItems.number));
}

/**
 * By answers that listed it: the reply to a resume, `match`, `shortlist`. The version is the newest one that there was then: a message
 * does not name it.
 */
export async function listedPostings(store: Store, viewer: Viewer, personId: PersonId): Promise<ShownPosting[]> {
  if (!mayRead(viewer, personId)) return [];
  const then = store.db
    .select({ version: sql<number>`max(${postingVersions.version})` })
    .from(postingVersions)
    .where(
      and(
        eq(postingVersions.workspace, matches.workspace),
        eq(postingVersions.postingId, matches.postingId),
        lte(postingVersions.createdAt, outbox.createdAt),
      ),
    );
  const rows = await store.db
    .select({
      matchId: matches.id,
      postingId: matches.postingId,
      postingVersion: sql<number | null>`${then}`,
      candidateId: matches.candidateId,
    })
    .from(outbox)
    .innerJoin(outboxMatches, eq(outboxMatches.outboxId, outbox.id))
    .innerJoin(matches, and(eq(matches.workspace, outbox.workspace), eq(matches.id, outboxMatches.matchId)))
    .where(
      and(
        eq(outbox.workspace, viewer.workspace),
        eq(outbox.personId, personId),
        // Digests are read from their own rows.
        eq(outbox.bulk, false),
        ne(outbox.state, 'failed'),
      ),
    )
    .orderBy(asc(outbox.createdAt), asc(outboxMatches.number));
  return rows.map((row) => ({ ...row, postingVersion: row.postingVersion ?? 1 }));
}
