/** Matches of a candidate without their scores' parts: thousands are looked through, a hundred are read. */
import { and, asc, desc, eq, gte, inArray } from 'drizzle-orm';
import type { CandidateId, MatchId, PostingId, ResumeId } from '../domain/ids.ts';
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
  resumeId: ResumeId;
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
    .select({ id, candidateId: matches.candidateId, resumeId: matches.resumeId, postingId, postingVersion, candidateTotal })
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

/**
 * Whole rows of these, best candidate total first; what the viewer may not see is left out. By their resumes, which the heads name:
 * given nothing but a list of ids and a workspace, SQLite walks all matches of the workspace (100 ms for 20,000).
 */
export async function matchesWithIds(
  store: Store,
  viewer: Viewer,
  heads: readonly Pick<MatchHead, 'id' | 'resumeId'>[],
): Promise<MatchRow[]> {
  const found: MatchRow[] = [];
  for (const [resumeId, those] of Map.groupBy(heads, (head) => head.resumeId)) {
    const ids = those.map((head) => head.id);
    const rows = await store.db
      .select(MATCH_COLUMNS)
      .from(matches)
      .where(and(visibleMatch(store, viewer), eq(matches.resumeId, resumeId), inArray(matches.id, ids)));
    found.push(...rows);
  }
  return found.sort((a, b) => b.candidateTotal - a.candidateTotal || (a.id < b.id ? -1 : 1));
}
