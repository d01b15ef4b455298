/** Which versions of a resume are scored: the newest of every audience. For the service's own steps; nothing of it goes to a person. */
import { and, desc, eq, inArray } from 'drizzle-orm';
import type { ResumeId, SubmissionId } from '../domain/ids.ts';
import { serviceViewer, type Viewer } from '../domain/people.ts';
import { getResume, getResumeVersion, type ResumeView } from './resumes.ts';
import { resumeVersions } from './schema/candidates.ts';
import type { Store } from './store.ts';

/** The newest version that this audience was given; `''` is what everybody sees who may see the resume. */
export async function resumeOfAudience(
  store: Store,
  workspace: Viewer['workspace'],
  resumeId: ResumeId,
  audience: SubmissionId | '',
): Promise<ResumeView | undefined> {
  const rows = await store.db
    .select({ version: resumeVersions.version })
    .from(resumeVersions)
    .where(
      and(eq(resumeVersions.workspace, workspace), eq(resumeVersions.resumeId, resumeId), eq(resumeVersions.audience, audience)),
    )
    .orderBy(desc(resumeVersions.version))
    .limit(1);
  return rows[0] && getResumeVersion(store, serviceViewer(workspace), resumeId, rows[0].version);
}

/** The number that the next version of a resume gets. */
export async function nextVersion(store: Store, workspace: Viewer['workspace'], resumeId: ResumeId): Promise<number> {
  return ((await getResume(store, serviceViewer(workspace), resumeId))?.version ?? 0) + 1;
}

/** Each resume in the newest version of each audience, in the order given, its common version first. */
export async function inEveryAudience(
  store: Store,
  workspace: Viewer['workspace'],
  resumes: readonly ResumeView[],
): Promise<ResumeView[]> {
  if (resumes.length === 0) return [];
  const ids = resumes.map((resume) => resume.id);
  const rows = await store.db
    .selectDistinct({ resumeId: resumeVersions.resumeId, audience: resumeVersions.audience })
    .from(resumeVersions)
    .where(and(eq(resumeVersions.workspace, workspace), inArray(resumeVersions.resumeId, ids)));
  const audiences = Map.groupBy(rows, (row) => row.resumeId);
  const found: ResumeView[] = [];
  for (const resume of resumes) {
    const all = (audiences.get(resume.id) ?? []).map((row) => row.audience).sort();
    // Nearly every resume has no corrections: its newest version is at hand.
    if (all.length <= 1) found.push(resume);
    else
      for (const audience of all) {
        const view = await resumeOfAudience(store, workspace, resume.id, audience);
        if (view) found.push(view);
      }
  }
  return found;
}
