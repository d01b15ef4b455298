/** Reads of resumes, each through a viewer's eyes. Unknown and forbidden are both undefined. */
import { and, asc, desc, eq, gt, or } from 'drizzle-orm';
import type { BlobId, CandidateId, PersonId, ResumeId } from '../domain/ids.ts';
import type { Viewer } from '../domain/people.ts';
import type { Resume } from '../domain/resume.ts';
import type { VisibleResume } from './choose-current.ts';
import { candidateAccess, resumes, resumeVersions } from './schema/candidates.ts';
import { attachments, submissions } from './schema/submissions.ts';
import type { Store } from './store.ts';
import { accessOf, seesAll, visibleAttachment } from './viewer-conditions.ts';
import { currentForAnybody, visibleResumes } from './visible-resumes.ts';

export interface ResumeView {
  id: ResumeId;
  code: string;
  candidateId: CandidateId;
  /** The newest that the viewer may see. A number of the store's own: it does not count what they may see. */
  version: number;
  data: Resume;
  blobId: BlobId;
  /** When it last came to the viewer. Milliseconds. */
  createdAt: number;
  /** Empty, or the submission of the correction that made this version: a match of it belongs to the same audience. */
  audience: string;
}

export async function getResume(store: Store, viewer: Viewer, idOrCode: string): Promise<ResumeView | undefined> {
  const head = await visibleResume(store, viewer, idOrCode);
  return head && (await withData(store, viewer, [head]))[0];
}

/** The current one of the candidate, as far as the viewer may see: the owner's own files before others', then the last received. */
export async function currentResume(store: Store, viewer: Viewer, candidateId: CandidateId): Promise<ResumeView | undefined> {
  const [head] = (await visibleResumes(store, viewer, [candidateId])).get(candidateId) ?? [];
  return head && (await withData(store, viewer, [head]))[0];
}

/** Every resume of these candidates that the viewer may see, in its newest visible version; of each candidate the current one first. */
export async function resumesOfCandidates(
  store: Store,
  viewer: Viewer,
  candidateIds: readonly CandidateId[],
): Promise<ResumeView[]> {
  const visible = await visibleResumes(store, viewer, candidateIds);
  return withData(store, viewer, [...visible.values()].flat());
}

export async function getResumeVersion(
  store: Store,
  viewer: Viewer,
  resumeId: ResumeId,
  version: number,
): Promise<ResumeView | undefined> {
  const head = await visibleResume(store, viewer, resumeId);
  if (!head) return undefined;
  const rows = await store.db
    .select({ data: resumeVersions.data, audience: resumeVersions.audience })
    .from(resumeVersions)
    .where(
      and(
        eq(resumeVersions.workspace, viewer.workspace),
        eq(resumeVersions.resumeId, head.id),
        eq(resumeVersions.version, version),
      ),
    )
    .limit(1);
  const [row] = rows;
  if (!row || !(await mayHear(store, viewer, head.id, row.audience))) return undefined;
  return viewOf({ ...head, version, audience: row.audience }, row.data);
}

/**
 * What a person sent themselves, as far as they may see it, latest first: what `me` without a code means. What came unverified in their
 * name does not count.
 */
export async function resumesSentBy(store: Store, viewer: Viewer, personId: PersonId, limit: number): Promise<ResumeView[]> {
  const rows = await store.db
    .select({ resumeId: attachments.resumeId })
    .from(attachments)
    .innerJoin(submissions, eq(submissions.id, attachments.submissionId))
    .where(
      and(
        // Through the viewer's eyes: that somebody else sent the same bytes too is not theirs to know.
        visibleAttachment(store, viewer),
        eq(attachments.state, 'resume'),
        eq(submissions.personId, personId),
        eq(submissions.verified, true),
      ),
    )
    .orderBy(desc(submissions.receivedAt), asc(attachments.position))
    .limit(limit * 5);
  const ids = [...new Set(rows.flatMap(({ resumeId }) => (resumeId === null ? [] : [resumeId])))];
  const found: ResumeView[] = [];
  for (const id of ids) {
    const resume = found.length < limit ? await getResume(store, viewer, id) : undefined;
    if (resume) found.push(resume);
  }
  return found;
}

/** A correction is heard by whoever has access by the submission that brought it. */
async function mayHear(store: Store, viewer: Viewer, resumeId: ResumeId, audience: string): Promise<boolean> {
  if (audience === '' || seesAll(viewer)) return true;
  const rows = await store.db
    .select({ at: candidateAccess.at })
    .from(candidateAccess)
    .where(and(accessOf(viewer), eq(candidateAccess.resumeId, resumeId), eq(candidateAccess.submissionId, audience)))
    .limit(1);
  return rows.length > 0;
}

/**
 * Current resumes of all candidates in order of their ids; the next page begins after the last id of this one, and a page shorter
 * than `limit` is the last. For a viewer: what is current for them. For the service: what is current for anybody, because each
 * of these is scored.
 */
export async function resumesPage(
  store: Store,
  viewer: Viewer,
  after: ResumeId | undefined,
  limit: number,
): Promise<ResumeView[]> {
  const page: VisibleResume[] = [];
  let from = after;
  while (page.length < limit) {
    const rows = await store.db
      .select({ id: resumes.id, candidateId: resumes.candidateId })
      .from(resumes)
      .where(and(eq(resumes.workspace, viewer.workspace), from === undefined ? undefined : gt(resumes.id, from)))
      .orderBy(asc(resumes.id))
      .limit(limit);
    page.push(...(await currentAmong(store, viewer, rows)));
    from = rows.at(-1)?.id;
    if (rows.length < limit) break;
  }
  return withData(store, viewer, page.slice(0, limit));
}

async function currentAmong(
  store: Store,
  viewer: Viewer,
  rows: readonly { id: ResumeId; candidateId: CandidateId }[],
): Promise<VisibleResume[]> {
  const candidateIds = [...new Set(rows.map((row) => row.candidateId))];
  const visible = await visibleResumes(store, viewer, candidateIds);
  const wanted = seesAll(viewer) ? await currentForAnybody(store, viewer.workspace, candidateIds) : undefined;
  return rows.flatMap(({ id, candidateId }) => {
    const [first, ...others] = visible.get(candidateId) ?? [];
    const all = first ? [first, ...(wanted ? others.filter((resume) => wanted.has(resume.id)) : [])] : [];
    return all.filter((resume) => resume.id === id);
  });
}

async function visibleResume(store: Store, viewer: Viewer, idOrCode: string): Promise<VisibleResume | undefined> {
  const rows = await store.db
    .select({ id: resumes.id, candidateId: resumes.candidateId })
    .from(resumes)
    .where(and(eq(resumes.workspace, viewer.workspace), or(eq(resumes.id, idOrCode), eq(resumes.code, idOrCode))))
    .limit(1);
  const [row] = rows;
  if (!row) return undefined;
  const visible = (await visibleResumes(store, viewer, [row.candidateId])).get(row.candidateId);
  return visible?.find((resume) => resume.id === row.id);
}

/** The data of these versions, in the order of the heads. Resumes are a few kB each: read 50 at a time. */
export async function withData(store: Store, viewer: Viewer, heads: readonly VisibleResume[]): Promise<ResumeView[]> {
  const views: ResumeView[] = [];
  for (let at = 0; at < heads.length; at += 50) {
    const part = heads.slice(at, at + 50);
    const rows = await store.db
      .select({ resumeId: resumeVersions.resumeId, version: resumeVersions.version, data: resumeVersions.data })
      .from(resumeVersions)
      .where(
        and(
          eq(resumeVersions.workspace, viewer.workspace),
          or(...part.map(({ id, version }) => and(eq(resumeVersions.resumeId, id), eq(resumeVersions.version, version)))),
        ),
      );
    const data = new Map(rows.map((row) => [row.resumeId, row.data]));
    for (const head of part) {
      const found = data.get(head.id);
      if (found) views.push(viewOf(head, found));
    }
  }
  return views;
}

const viewOf = (head: VisibleResume, data: Resume): ResumeView => ({
  id: head.id,
  code: head.code,
  candidateId: head.candidateId,
  version: head.version,
  data,
  blobId: head.blobId,
  createdAt: head.receivedAt,
  audience: head.audience,
});
