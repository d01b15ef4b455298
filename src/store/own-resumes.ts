/** Which resumes are a person's own to be shown: those that carry their verified address, and a candidate's those that they sent. */
import { and, eq, inArray } from 'drizzle-orm';
import type { CandidateId, PersonId, ResumeId, SubmissionId } from '../domain/ids.ts';
import type { Viewer } from '../domain/people.ts';
import { provenResumes } from './erasures.ts';
import { getPerson } from './people.ts';
import { candidateAccess, resumes } from './schema/candidates.ts';
import { submissions } from './schema/submissions.ts';
import type { Store } from './store.ts';
import { seesAll } from './viewer-conditions.ts';

export interface OwnResume {
  id: ResumeId;
  candidateId: CandidateId;
  /** Messages of corrections that the person may see. */
  audiences: SubmissionId[];
}

/**
 * A message that was not verified is nobody's. That somebody else sent the same bytes, or another resume of the same candidate, is not the
 * person's to know unless that resume carries their address (rule A12; docs/decisions/0020).
 */
export async function ownResumes(store: Store, viewer: Viewer, personId: PersonId): Promise<OwnResume[]> {
  if (viewer.personId !== personId && !seesAll(viewer)) return [];
  const { workspace } = viewer;
  const person = await getPerson(store, workspace, personId);
  if (!person) return [];
  const sent = await store.db
    .select({ resumeId: candidateAccess.resumeId, submissionId: candidateAccess.submissionId })
    .from(candidateAccess)
    .innerJoin(
      submissions,
      and(eq(submissions.id, candidateAccess.submissionId), eq(submissions.personId, personId), eq(submissions.verified, true)),
    )
    .where(and(eq(candidateAccess.workspace, workspace), eq(candidateAccess.personId, personId)));
  const proven = await provenResumes(store, workspace, person);
  const ids = new Set([...proven, ...(person.role === 'candidate' ? sent.map((row) => row.resumeId) : [])]);
  const rows = await store.db
    .select({ id: resumes.id, candidateId: resumes.candidateId })
    .from(resumes)
    .where(and(eq(resumes.workspace, workspace), inArray(resumes.id, [...ids])))
    .orderBy(resumes.id);
  return rows.map((row) => ({
    ...row,
    audiences: sent.filter((one) => one.resumeId === row.id).map((one) => one.submissionId),
  }));
}
