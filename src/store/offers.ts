/** Reads of newer files that wait for an owner's yes. Each through the owner's eyes: to everybody else they do not exist (rule A12). */
import { and, asc, desc, eq, max } from 'drizzle-orm';
import type { CandidateId, PersonId, ResumeId, SubmissionId, WorkspaceId } from '../domain/ids.ts';
import type { ResumeOffer } from '../domain/offer.ts';
import { type Person, provenAddresses, type Viewer } from '../domain/people.ts';
import type { Resume } from '../domain/resume.ts';
import { getPerson, identitiesOf } from './people.ts';
import { candidateAccess, resumes, resumeVersions } from './schema/candidates.ts';
import { resumeOffers } from './schema/offers.ts';
import { submissions } from './schema/submissions.ts';
import type { Store } from './store.ts';

/** With what was read of it: the file carries the owner's proven address, so it is theirs to hear of (as in an export). */
export interface OfferView extends ResumeOffer {
  code: string;
  data: Resume;
  answeredAt: number | null;
}

const MOST_SHOWN = 50;

/** Latest first. Empty for who has no own candidate, and for files whose address is not proven any more. */
export async function offersTo(store: Store, viewer: Viewer): Promise<OfferView[]> {
  if (viewer.personId === null) return [];
  const { workspace, personId } = viewer;
  const person = await getPerson(store, workspace, personId);
  if (person?.ownCandidateId === undefined) return [];
  const rows = await store.db
    .select({ offer: resumeOffers, code: resumes.code, data: resumeVersions.data })
    .from(resumeOffers)
    .innerJoin(resumes, and(eq(resumes.workspace, workspace), eq(resumes.id, resumeOffers.resumeId)))
    .innerJoin(
      resumeVersions,
      and(eq(resumeVersions.workspace, workspace), eq(resumeVersions.resumeId, resumes.id), eq(resumeVersions.origin, 'parser')),
    )
    .where(
      and(
        eq(resumeOffers.workspace, workspace),
        eq(resumeOffers.personId, personId),
        eq(resumeOffers.candidateId, person.ownCandidateId),
      ),
    )
    .orderBy(desc(resumeOffers.offeredAt), asc(resumeOffers.resumeId), desc(resumeVersions.version))
    .limit(MOST_SHOWN);
  const newest = [...Map.groupBy(rows, (row) => row.offer.resumeId).values()].flatMap(([first]) => (first ? [first] : []));
  const proven = await provenOf(store, person);
  return newest
    .filter(({ data }) => proven.includes(data.basics.email?.toLowerCase() ?? ''))
    .map(({ offer: { workspace: _, ...offer }, code, data }) => ({ ...offer, code, data }));
}

const provenOf = async (store: Store, person: Person): Promise<string[]> =>
  provenAddresses(await identitiesOf(store, person.workspace, person.id));

/** By the public code of the resume; unknown and somebody else's are both undefined. */
export async function offerByCode(store: Store, viewer: Viewer, code: string): Promise<OfferView | undefined> {
  return (await offersTo(store, viewer)).find((offer) => offer.code === code);
}

/** When the owner was asked last about any file. For the service. */
export async function lastAskedAt(store: Store, workspace: WorkspaceId, personId: PersonId): Promise<number | undefined> {
  const rows = await store.db
    .select({ at: max(resumeOffers.askedAt) })
    .from(resumeOffers)
    .where(and(eq(resumeOffers.workspace, workspace), eq(resumeOffers.personId, personId)));
  return rows[0]?.at ?? undefined;
}

/** The last message of the owner that brought a file of their own candidate: by it a yes is seen that no message said (the terminal). */
export async function lastOwnWay(
  store: Store,
  workspace: WorkspaceId,
  personId: PersonId,
  candidateId: CandidateId,
): Promise<SubmissionId | undefined> {
  const rows = await store.db
    .select({ submissionId: candidateAccess.submissionId })
    .from(candidateAccess)
    .innerJoin(submissions, eq(submissions.id, candidateAccess.submissionId))
    .where(
      and(
        eq(candidateAccess.workspace, workspace),
        eq(candidateAccess.personId, personId),
        eq(candidateAccess.candidateId, candidateId),
        eq(submissions.personId, personId),
        eq(submissions.verified, true),
      ),
    )
    .orderBy(desc(candidateAccess.at), asc(candidateAccess.submissionId))
    .limit(1);
  return rows[0]?.submissionId;
}

/** Who reads the inbox and has the owner's own files by it: a file that the owner takes as theirs is one more of those. For the service. */
export async function inboxReadersOf(
  store: Store,
  workspace: WorkspaceId,
  personId: PersonId,
  candidateId: CandidateId,
): Promise<PersonId[]> {
  const rows = await store.db
    .selectDistinct({ personId: candidateAccess.personId })
    .from(candidateAccess)
    .innerJoin(submissions, eq(submissions.id, candidateAccess.submissionId))
    .where(
      and(
        eq(candidateAccess.workspace, workspace),
        eq(candidateAccess.candidateId, candidateId),
        eq(candidateAccess.reason, 'inbox'),
        eq(submissions.personId, personId),
        eq(submissions.verified, true),
      ),
    );
  return rows.map((row) => row.personId);
}

/** Whether that file was offered to anybody before. For the service. */
export async function wasOffered(store: Store, workspace: WorkspaceId, resumeId: ResumeId): Promise<boolean> {
  const rows = await store.db
    .select({ resumeId: resumeOffers.resumeId })
    .from(resumeOffers)
    .where(and(eq(resumeOffers.workspace, workspace), eq(resumeOffers.resumeId, resumeId)))
    .limit(1);
  return rows.length > 0;
}
