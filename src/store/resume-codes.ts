/** What people call resumes and their candidates by, for long lists: one query for two hundred, where views of each cost a dozen. */
import { and, eq, exists, inArray, sql } from 'drizzle-orm';
import type { ResumeId } from '../domain/ids.ts';
import type { Viewer } from '../domain/people.ts';
import { candidateAccess, candidates, resumes } from './schema/candidates.ts';
import type { Store } from './store.ts';
import { accessOf, seesAll } from './viewer-conditions.ts';

export interface ResumeCodes {
  resume: string;
  candidate: string;
}

/** So many ids one query carries. */
const IDS_A_QUERY = 200;

/** By id; those that are unknown or not the viewer's to see are missing. */
export async function codesOfResumes(
  store: Store,
  viewer: Viewer,
  ids: readonly ResumeId[],
): Promise<ReadonlyMap<ResumeId, ResumeCodes>> {
  const byAccess = exists(
    store.db
      .select({ one: sql`1` })
      .from(candidateAccess)
      .where(and(accessOf(viewer), eq(candidateAccess.resumeId, resumes.id))),
  );
  const codes = new Map<ResumeId, ResumeCodes>();
  for (let at = 0; at < ids.length; at += IDS_A_QUERY) {
    const rows = await store.db
      .select({ id: resumes.id, resume: resumes.code, candidate: candidates.code })
      .from(resumes)
      .innerJoin(candidates, eq(candidates.id, resumes.candidateId))
      .where(
        and(
          eq(resumes.workspace, viewer.workspace),
          inArray(resumes.id, ids.slice(at, at + IDS_A_QUERY)),
          seesAll(viewer) ? undefined : byAccess,
        ),
      );
    for (const { id, ...row } of rows) codes.set(id, row);
  }
  return codes;
}
