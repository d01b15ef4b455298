/** Postings that somebody liked, saved or applied to, with when they last changed: what a digest tells "since the last one" (F7.2). */
import { and, asc, desc, eq, inArray, isNull, lte, sql } from 'drizzle-orm';
import type { PostingStatus } from '../domain/changes.ts';
import type { PostingId, WorkspaceId } from '../domain/ids.ts';
import type { Viewer } from '../domain/people.ts';
import type { Posting } from '../domain/posting.ts';
import { feedback, matches } from './schema/matches.ts';
import { postings, postingVersions } from './schema/postings.ts';
import type { Store } from './store.ts';
import { visibleMatch } from './viewer-conditions.ts';

export interface LikedPosting {
  postingId: PostingId;
  status: PostingStatus;
  version: number;
  /** Milliseconds. */
  likedAt: number;
  /** When it was closed, or its newest version saved. Milliseconds. */
  changedAt: number;
}

/** The viewer's own, in order of their ids; nothing for the operator, who likes nothing. */
export async function likedPostings(store: Store, viewer: Viewer): Promise<LikedPosting[]> {
  if (viewer.personId === null) return [];
  const likedAt = sql<number>`max(${feedback.createdAt})`;
  const { id: postingId, status, version, updatedAt: changedAt } = postings;
  const rows = await store.db
    .select({ postingId, status, version, likedAt, changedAt })
    .from(feedback)
    .innerJoin(matches, and(eq(matches.workspace, feedback.workspace), eq(matches.id, feedback.matchId)))
    .innerJoin(postings, and(eq(postings.workspace, matches.workspace), eq(postings.id, matches.postingId)))
    .where(
      and(
        eq(feedback.workspace, viewer.workspace),
        eq(feedback.personId, viewer.personId),
        inArray(feedback.meaning, ['interested', 'saved', 'applied']),
        isNull(feedback.retractedAt),
        visibleMatch(store, viewer),
      ),
    )
    .groupBy(postings.id)
    .orderBy(asc(postings.id));
  return rows.map((row) => ({ ...row, likedAt: Number(row.likedAt) }));
}

/** The version that there was at that instant (milliseconds), and the newest one. */
export async function postingThenAndNow(
  store: Store,
  workspace: WorkspaceId,
  postingId: PostingId,
  then: number,
): Promise<{ before?: Posting; after?: Posting }> {
  const versions = (before?: number) =>
    store.db
      .select({ data: postingVersions.data })
      .from(postingVersions)
      .where(
        and(
          eq(postingVersions.workspace, workspace),
          eq(postingVersions.postingId, postingId),
          before === undefined ? undefined : lte(postingVersions.createdAt, before),
        ),
      )
      .orderBy(desc(postingVersions.version))
      .limit(1);
  return { before: (await versions(then))[0]?.data, after: (await versions())[0]?.data };
}
