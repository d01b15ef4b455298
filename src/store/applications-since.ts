/** Applications that came to somebody's postings: counted for their digest (F7.2). */
import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { PostingId } from '../domain/ids.ts';
import type { Viewer } from '../domain/people.ts';
import { applications } from './schema/applications.ts';
import { candidateAccess } from './schema/candidates.ts';
import type { Store } from './store.ts';

export interface ApplicationCount {
  postingId: PostingId;
  /** Distinct candidates. */
  count: number;
}

/** Those that the viewer themselves got access to by an application since then (milliseconds); nobody else's, whatever their role. */
export async function applicationsSince(store: Store, viewer: Viewer, since: number): Promise<ApplicationCount[]> {
  if (viewer.personId === null) return [];
  const rows = await store.db
    .select({
      postingId: applications.postingId,
      count: sql<number>`cast(count(distinct ${candidateAccess.candidateId}) as integer)`,
    })
    .from(candidateAccess)
    .innerJoin(
      applications,
      and(
        eq(applications.workspace, candidateAccess.workspace),
        eq(applications.submissionId, candidateAccess.submissionId),
        eq(applications.candidateId, candidateAccess.candidateId),
        eq(applications.state, 'sent'),
      ),
    )
    .where(
      and(
        eq(candidateAccess.workspace, viewer.workspace),
        eq(candidateAccess.personId, viewer.personId),
        eq(candidateAccess.reason, 'application'),
        gt(candidateAccess.at, since),
      ),
    )
    .groupBy(applications.postingId)
    .orderBy(asc(applications.postingId));
  return rows;
}
