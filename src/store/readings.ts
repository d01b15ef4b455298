/** What was read of a candidate's files, without what people corrected. For the service's own steps: it goes to nobody. */
import { and, desc, eq } from 'drizzle-orm';
import type { CandidateId, WorkspaceId } from '../domain/ids.ts';
import type { Resume } from '../domain/resume.ts';
import { resumes, resumeVersions } from './schema/candidates.ts';
import type { Store } from './store.ts';

/** More files of one candidate are not looked at. */
const MOST_READINGS = 30;

/** The newest reading of each file, latest first. */
export async function readingsOf(store: Store, workspace: WorkspaceId, candidateId: CandidateId): Promise<Resume[]> {
  const { data, origin, createdAt, version } = resumeVersions;
  const rows = await store.db
    .select({ resumeId: resumes.id, data })
    .from(resumes)
    .innerJoin(
      resumeVersions,
      and(eq(resumeVersions.workspace, resumes.workspace), eq(resumeVersions.resumeId, resumes.id), eq(origin, 'parser')),
    )
    .where(and(eq(resumes.workspace, workspace), eq(resumes.candidateId, candidateId)))
    .orderBy(desc(createdAt), desc(version), desc(resumes.id))
    .limit(MOST_READINGS);
  return [...Map.groupBy(rows, (row) => row.resumeId).values()].flatMap(([first]) => (first ? [first.data] : []));
}
