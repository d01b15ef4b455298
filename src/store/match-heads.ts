/** Matches of a candidate without their scores' parts: thousands are looked through, a hundred are read. */
import { and, asc, desc, eq, gte, inArray } from 'drizzle-orm';
import type { CandidateId, MatchId, PostingId } from '../domain/ids.ts';
import type { Viewer } from '../domain/people.ts';
import { MATCH_COLUMNS, type MatchRow } from './matches.ts';
import { matches } from './schema/matches.ts';
import { postings } from './schema/postings.ts';
import type { Store } from './store.ts';
import { visibleMatch } from './viewer-conditions.ts';
import { visibleResumes } from './visible-resumes.ts';

export interface MatchHead {
  id: MatchId;
  candidateId: CandidateId;
  postingId: PostingId;
  postingVersion: number;
  candidateTotal: number;
}

/** Open postings for the candidate's current resume (as the viewer may see it), best candidate total first. */
export async function matchHeads(
  store: Store,
  viewer: Viewer,
  candidateId: CandidateId,
  options: { minScore: number; limit: number },
): Promise<MatchHead[]> {
  const [current] = (await visibleResumes(store, viewer, [candidateId])).get(candidateId) ?? [];
  if (!current) return [];
  const { id, postingId, postingVersion, candidateTotal } = matches;
  return store.db
    .select({ id, candidateId: matches.candidateId, postingId, postingVersion, candidateTotal })
    .from(matches)
    .innerJoin(postings, and(eq(postings.id, matches.postingId), eq(postings.status, 'approved')))
    .where(
      and(
        eq(matches.workspace, viewer.workspace),
        eq(matches.resumeId, current.id),
        eq(matches.audience, current.audience),
        eq(matches.dropped, false),
        gte(candidateTotal, options.minScore),
      ),
    )
    .orderBy(desc(candidateTotal), asc(id))
    .limit(options.limit);
}

/** Whole rows of these, best candidate total first; what the viewer may not see is left out. */
export async function matchesWithIds(store: Store, viewer: Viewer, ids: readonly MatchId[]): Promise<MatchRow[]> {
  if (ids.length === 0) return [];
  return store.db
    .select(MATCH_COLUMNS)
    .from(matches)
    .where(and(visibleMatch(store, viewer), inArray(matches.id, [...ids])))
    .orderBy(desc(matches.candidateTotal), asc(matches.id));
}
