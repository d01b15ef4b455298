/** Which resumes of which candidates a viewer may see, which version of each, and which one is current for them. */
import { and, eq, inArray } from 'drizzle-orm';
import type { CandidateId, PersonId, ResumeId, SubmissionId, WorkspaceId } from '../domain/ids.ts';
import { serviceViewer, type Viewer } from '../domain/people.ts';
import { chooseCurrent, type Receipt, type ResumeHead, type VersionHead, type VisibleResume } from './choose-current.ts';
import { candidateAccess, resumes, resumeVersions } from './schema/candidates.ts';
import { persons } from './schema/people.ts';
import { submissions } from './schema/submissions.ts';
import type { Store } from './store.ts';
import { accessOf, seesAll } from './viewer-conditions.ts';

/** So many ids one query carries. */
const IDS_A_QUERY = 200;

/** All that can be seen of these candidates; of each candidate the current resume first. */
export async function visibleResumes(
  store: Store,
  viewer: Viewer,
  candidateIds: readonly CandidateId[],
): Promise<Map<CandidateId, VisibleResume[]>> {
  const found = new Map<CandidateId, VisibleResume[]>();
  for (let at = 0; at < candidateIds.length; at += IDS_A_QUERY) {
    const facts = await loadFacts(store, viewer, candidateIds.slice(at, at + IDS_A_QUERY));
    for (const resume of chooseCurrent(facts, seesAll(viewer))) {
      const list = found.get(resume.candidateId);
      if (list) list.push(resume);
      else found.set(resume.candidateId, [resume]);
    }
  }
  return found;
}

/**
 * Resumes that are current for at least one person with access to these candidates (few enough for one query). One load for all of
 * them: asking in each person's name took a query a person.
 */
export async function currentForAnybody(
  store: Store,
  workspace: WorkspaceId,
  candidateIds: readonly CandidateId[],
): Promise<Set<ResumeId>> {
  const current = new Set<ResumeId>();
  if (candidateIds.length === 0) return current;
  const { resumes: all, versions, receipts } = await loadFacts(store, serviceViewer(workspace), candidateIds);
  for (const theirs of Map.groupBy(receipts, (receipt) => receipt.personId).values()) {
    const received = new Set(theirs.map((receipt) => receipt.resumeId));
    const seen = chooseCurrent({ resumes: all.filter(({ id }) => received.has(id)), versions, receipts: theirs }, false);
    for (const [first] of Map.groupBy(seen, (resume) => resume.candidateId).values()) if (first) current.add(first.id);
  }
  return current;
}

interface Facts {
  resumes: ResumeHead[];
  versions: VersionHead[];
  receipts: Receipt[];
}

/** `receipts` are those of the viewer; an admin's are everybody's. */
async function loadFacts(store: Store, viewer: Viewer, candidateIds: readonly CandidateId[]): Promise<Facts> {
  const receipts = await receiptsOf(store, viewer, candidateIds);
  const heads = await store.db
    .select({
      id: resumes.id,
      candidateId: resumes.candidateId,
      code: resumes.code,
      blobId: resumes.blobId,
      createdAt: resumes.createdAt,
    })
    .from(resumes)
    .where(and(eq(resumes.workspace, viewer.workspace), inArray(resumes.candidateId, [...candidateIds])));
  const seen = new Set(receipts.map((receipt) => receipt.resumeId));
  const visible = heads.filter((head) => seesAll(viewer) || seen.has(head.id));
  return {
    resumes: visible,
    receipts,
    versions: await versionsOf(
      store,
      viewer,
      visible.map((head) => head.id),
    ),
  };
}

async function receiptsOf(store: Store, viewer: Viewer, candidateIds: readonly CandidateId[]): Promise<Receipt[]> {
  const theirs = seesAll(viewer) ? eq(candidateAccess.workspace, viewer.workspace) : accessOf(viewer);
  const rows = await store.db
    .select({
      candidateId: candidateAccess.candidateId,
      personId: candidateAccess.personId,
      resumeId: candidateAccess.resumeId,
      submissionId: candidateAccess.submissionId,
      at: candidateAccess.at,
      senderId: submissions.personId,
      verified: submissions.verified,
    })
    .from(candidateAccess)
    .leftJoin(submissions, eq(submissions.id, candidateAccess.submissionId))
    .where(and(theirs, inArray(candidateAccess.candidateId, [...candidateIds])));
  const owners = await ownersByCandidate(store, viewer, candidateIds);
  return rows.map(({ senderId, verified, ...row }) => ({
    ...row,
    fromOwner: verified === true && senderId !== null && (owners.get(row.candidateId)?.has(senderId) ?? false),
  }));
}

async function ownersByCandidate(
  store: Store,
  viewer: Viewer,
  candidateIds: readonly CandidateId[],
): Promise<Map<CandidateId, Set<PersonId>>> {
  const rows = await store.db
    .select({ personId: persons.id, candidateId: persons.ownCandidateId })
    .from(persons)
    .where(and(eq(persons.workspace, viewer.workspace), inArray(persons.ownCandidateId, [...candidateIds])));
  const owners = new Map<CandidateId, Set<PersonId>>();
  for (const { personId, candidateId } of rows) {
    if (candidateId !== null) owners.set(candidateId, (owners.get(candidateId) ?? new Set()).add(personId));
  }
  return owners;
}

async function versionsOf(store: Store, viewer: Viewer, resumeIds: readonly ResumeId[]): Promise<VersionHead[]> {
  if (resumeIds.length === 0) return [];
  const rows: { resumeId: ResumeId; version: number; audience: SubmissionId | '' }[] = [];
  for (let at = 0; at < resumeIds.length; at += IDS_A_QUERY) {
    rows.push(
      ...(await store.db
        .select({ resumeId: resumeVersions.resumeId, version: resumeVersions.version, audience: resumeVersions.audience })
        .from(resumeVersions)
        .where(
          and(
            eq(resumeVersions.workspace, viewer.workspace),
            inArray(resumeVersions.resumeId, resumeIds.slice(at, at + IDS_A_QUERY)),
          ),
        )),
    );
  }
  return rows;
}
