/** How often skills, companies and titles are named in what the viewer may see. Counted from the mentions each time, never kept as a number. */
import { and, asc, desc, eq, exists, min, sql } from 'drizzle-orm';
import type { Viewer } from '../domain/people.ts';
import { candidateAccess, termMentions } from './schema/candidates.ts';
import type { Store } from './store.ts';
import { accessOf, seesAll } from './viewer-conditions.ts';

export interface TermCount {
  term: string;
  /** Distinct candidates and resumes: the same resume twice counts once. */
  candidates: number;
  resumes: number;
  /** Milliseconds; only for those who see everything: when anybody first sent it would tell the others of it. */
  firstSeen?: number;
}

const DEFAULT_LIMIT = 50;

/** Most candidates first. */
export async function termCounts(
  store: Store,
  viewer: Viewer,
  kind: 'skill' | 'company' | 'title',
  options: { limit?: number } = {},
): Promise<TermCount[]> {
  const candidates = sql<number>`cast(count(distinct ${termMentions.candidateId}) as integer)`;
  const resumes = sql<number>`cast(count(distinct ${termMentions.resumeId}) as integer)`;
  const seen = store.db
    .select({ one: sql`1` })
    .from(candidateAccess)
    .where(and(accessOf(viewer), eq(candidateAccess.resumeId, termMentions.resumeId)));
  const rows = await store.db
    .select({ term: termMentions.term, candidates, resumes, firstSeen: min(termMentions.firstSeen) })
    .from(termMentions)
    .where(
      and(eq(termMentions.workspace, viewer.workspace), eq(termMentions.kind, kind), seesAll(viewer) ? undefined : exists(seen)),
    )
    .groupBy(termMentions.term)
    .orderBy(desc(candidates), desc(resumes), asc(termMentions.term))
    .limit(options.limit ?? DEFAULT_LIMIT);
  return rows.map(({ firstSeen, ...row }) => (seesAll(viewer) ? { ...row, firstSeen: firstSeen ?? undefined } : row));
}
