/** Pure: from what a viewer received to what they see. Everything that could tell of other people's submissions stays out of the input. */
import type { BlobId, CandidateId, PersonId, ResumeId, SubmissionId } from '../domain/ids.ts';

export interface ResumeHead {
  id: ResumeId;
  candidateId: CandidateId;
  code: string;
  blobId: BlobId;
  /** When the bytes were first seen, whoever sent them. Milliseconds. */
  createdAt: number;
}
export interface VersionHead {
  resumeId: ResumeId;
  version: number;
  /** Empty: for everybody who may see the resume; else for those who have access by that submission. */
  audience: SubmissionId | '';
}
/** An access row. */
export interface Receipt {
  personId: PersonId;
  candidateId: CandidateId;
  resumeId: ResumeId;
  submissionId: SubmissionId;
  at: number;
  /** A verified submission of the person whose own candidate it is. */
  fromOwner: boolean;
}
export interface VisibleResume extends ResumeHead {
  version: number;
  audience: SubmissionId | '';
  /** How many versions of it can be seen. */
  versions: number;
  /** When it last came to the viewer. Milliseconds. */
  receivedAt: number;
  fromOwner: boolean;
}

/**
 * The newest visible version of each resume; of each candidate the current resume first: files of the owner before files of others
 * (a newer file by somebody else waits for the owner's yes), then what came last. Times and owner's files are those that came to
 * this viewer: when the bytes were first seen by anybody would tell that somebody else sent them.
 */
export function chooseCurrent(
  facts: { resumes: readonly ResumeHead[]; versions: readonly VersionHead[]; receipts: readonly Receipt[] },
  seesAll: boolean,
): VisibleResume[] {
  const received = Map.groupBy(facts.receipts, (receipt) => receipt.resumeId);
  const versionsOf = Map.groupBy(facts.versions, (version) => version.resumeId);
  const visible = facts.resumes.flatMap((resume) => {
    const receipts = received.get(resume.id) ?? [];
    const by = new Set(receipts.map((receipt) => receipt.submissionId));
    const versions = (versionsOf.get(resume.id) ?? []).filter(({ audience }) => seesAll || audience === '' || by.has(audience));
    const newest = versions.reduce<VersionHead | undefined>((a, b) => (a && a.version > b.version ? a : b), undefined);
    if (!newest) return [];
    const receivedAt = receipts.length > 0 ? Math.max(...receipts.map((receipt) => receipt.at)) : resume.createdAt;
    const fromOwner = receipts.some((receipt) => receipt.fromOwner);
    const { version, audience } = newest;
    return [{ ...resume, version, audience, versions: versions.length, receivedAt, fromOwner }];
  });
  return visible.sort(
    (a, b) => Number(b.fromOwner) - Number(a.fromOwner) || b.receivedAt - a.receivedAt || (a.id < b.id ? -1 : 1),
  );
}
