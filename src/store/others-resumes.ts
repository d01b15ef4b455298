/** Whether a candidate holds what somebody else brought: then it is not for a newcomer to own, nor to be joined by what anybody can write. */
import { and, eq, inArray, ne, or } from 'drizzle-orm';
import type { CandidateId, PersonId, ResumeId, WorkspaceId } from '../domain/ids.ts';
import { resumes, resumeVersions } from './schema/candidates.ts';
import { persons } from './schema/people.ts';
import { attachments, submissions } from './schema/submissions.ts';
import type { Store } from './store.ts';

export interface Claimant {
  personId: PersonId;
  /** Verified, lower case: a resume that carries one of them, as it was read, is the person's whoever sent it. */
  addresses: readonly string[];
  /** What came unverified in their name counts as somebody else's. */
  verified: boolean;
}

/** A resume of the candidate that carries none of the claimant's addresses and came by another message than theirs. For the service. */
export async function holdsOthersResumes(
  store: Store,
  workspace: WorkspaceId,
  candidateId: CandidateId,
  claimant: Claimant,
): Promise<boolean> {
  const read = await store.db
    .select({ id: resumes.id, data: resumeVersions.data })
    .from(resumes)
    .innerJoin(
      resumeVersions,
      and(
        eq(resumeVersions.workspace, resumes.workspace),
        eq(resumeVersions.resumeId, resumes.id),
        eq(resumeVersions.origin, 'parser'),
      ),
    )
    .where(and(eq(resumes.workspace, workspace), eq(resumes.candidateId, candidateId)));
  const proven = new Set(
    read.filter(({ data }) => claimant.addresses.includes(data.basics.email?.toLowerCase() ?? '')).map(({ id }) => id),
  );
  const others = [...new Set(read.map(({ id }) => id))].filter((id) => !proven.has(id));
  return others.length > 0 && (await broughtByOthers(store, workspace, others, claimant));
}

/** Whether a file of the candidate came in a message of somebody who is neither recruiter nor admin. For the service. */
export async function broughtByCandidates({ db }: Store, workspace: WorkspaceId, candidateId: CandidateId): Promise<boolean> {
  const rows = await db
    .select({ id: attachments.id })
    .from(resumes)
    .innerJoin(attachments, and(eq(attachments.workspace, resumes.workspace), eq(attachments.resumeId, resumes.id)))
    .innerJoin(submissions, eq(submissions.id, attachments.submissionId))
    .innerJoin(persons, eq(persons.id, submissions.personId))
    .where(and(eq(resumes.workspace, workspace), eq(resumes.candidateId, candidateId), eq(persons.role, 'candidate')))
    .limit(1);
  return rows.length > 0;
}

async function broughtByOthers(
  { db }: Store,
  workspace: WorkspaceId,
  ids: readonly ResumeId[],
  { personId, verified }: Claimant,
): Promise<boolean> {
  const notTheirs = ne(submissions.personId, personId);
  const rows = await db
    .select({ id: attachments.id })
    .from(attachments)
    .innerJoin(submissions, eq(submissions.id, attachments.submissionId))
    .where(
      and(
        eq(attachments.workspace, workspace),
        inArray(attachments.resumeId, [...ids]),
        verified ? or(notTheirs, eq(submissions.verified, false)) : notTheirs,
      ),
    )
    .limit(1);
  return rows.length > 0;
}
