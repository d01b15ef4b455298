/** What a candidate is found by since somebody corrected an address or a number, and no longer when that is taken back (F1.6, F2.5). */
import type { Change } from '../../domain/changes.ts';
import type { Correction, CorrectionAuthor, ResumeCorrection } from '../../domain/correction.ts';
import { type Person, provenAddresses, serviceViewer } from '../../domain/people.ts';
import type { Resume } from '../../domain/resume.ts';
import { correctionsOfResume } from '../../store/corrections.ts';
import { identitiesOf, ownersOf } from '../../store/people.ts';
import { type ResumeView, resumesOfCandidates } from '../../store/resumes.ts';
import { resumeOfAudience } from '../../store/scored-versions.ts';
import type { Store } from '../../store/store.ts';
import { type Claim, claimsOf, namesAgree } from '../ingest/resolve-candidate.ts';

const FIELDS: Readonly<Record<string, Claim['field']>> = { 'basics.email': 'email', 'basics.phone': 'phone' };

interface Corrected {
  view: ResumeView;
  author: CorrectionAuthor;
  /** As it was read, and as it is now. */
  reading: Resume;
  resume: Resume;
  corrections: readonly ResumeCorrection[];
}

/**
 * Where nobody could take a stranger's files by it: what a recruiter says of somebody who is nobody's own; of oneself an address that is
 * proven, and a number beside the name that was read (names have to agree wherever a number finds somebody).
 */
export async function knownByFromNow(store: Store, person: Person, corrected: Corrected): Promise<Change[]> {
  const { view, author, reading, resume } = corrected;
  const fields = new Set(corrected.corrections.flatMap(({ path }) => FIELDS[path] ?? []));
  const claims = claimsOf(resume).filter(({ field }) => fields.has(field));
  if (claims.length === 0) return [];
  const { workspace, role } = person;
  const { candidateId } = view;
  const proven = author === 'candidate' ? provenAddresses(await identitiesOf(store, workspace, person.id)) : [];
  const isNobodys = role !== 'candidate' && (await ownersOf(store, workspace, candidateId)).length === 0;
  const isTheirs = ({ field, value }: Claim): boolean => {
    if (author !== 'candidate') return isNobodys;
    if (field === 'email') return proven.includes(value);
    return proven.length > 0 && reading.basics.name !== undefined && namesAgree(reading.basics.name, resume.basics.name);
  };
  return claims.filter(isTheirs).map((claim): Change => ({ kind: 'candidateLookupAdded', workspace, candidateId, ...claim }));
}

/** Unless a file of the candidate says it, or another correction in force. */
export async function knownNoMore(
  store: Store,
  workspace: string,
  { candidateId }: ResumeView,
  gone: readonly Correction[],
): Promise<Change[]> {
  const claims = claimedBy(gone);
  if (claims.length === 0) return [];
  const viewer = serviceViewer(workspace);
  const ids = new Set(gone.map((one) => one.id));
  const left: Claim[] = [];
  for (const { id } of await resumesOfCandidates(store, viewer, [candidateId])) {
    const reading = await resumeOfAudience(store, workspace, id, '');
    const others = (await correctionsOfResume(store, viewer, id)).filter((one) => !ids.has(one.id));
    left.push(...(reading ? claimsOf(reading.data) : []), ...claimedBy(others));
  }
  return claims
    .filter((claim) => !left.some(({ field, value }) => field === claim.field && value === claim.value))
    .map((claim): Change => ({ kind: 'candidateLookupRemoved', workspace, candidateId, ...claim }));
}

function claimedBy(corrections: readonly Correction[]): Claim[] {
  return corrections.flatMap(({ path, value }) => {
    const field = FIELDS[path];
    // A number counts beside a name; here only whether it is the same one does.
    return field === undefined ? [] : claimsOf(onlyWith(field, value));
  });
}

const onlyWith = (field: Claim['field'], value: string): Pick<Resume, 'basics'> => ({
  basics: { name: 'somebody', [field]: value, profiles: [] },
});
