/**
 * Which candidate a new resume joins, and whether it makes that candidate the sender's own (F1.6, rule A12). Anybody can write somebody's
 * name, number or address into a file: none of them may make a stranger the owner of what others brought (docs/decisions/0020).
 */
import { fullNameOf } from '../../domain/full-name.ts';
import type { CandidateId, PersonId, ResumeId, WorkspaceId } from '../../domain/ids.ts';
import { type Person, provenAddresses, serviceViewer } from '../../domain/people.ts';
import type { Resume } from '../../domain/resume.ts';
import { canSee } from '../../store/access.ts';
import { candidatesByLookup } from '../../store/candidates.ts';
import { broughtByCandidates, holdsOthersResumes } from '../../store/others-resumes.ts';
import { getPerson, identitiesOf, ownersOf } from '../../store/people.ts';
import { readingsOf } from '../../store/readings.ts';
import { withData } from '../../store/resumes.ts';
import type { Store } from '../../store/store.ts';
import { visibleResumes } from '../../store/visible-resumes.ts';
import { type Claim, claimsOf, newCandidateId, sameCandidate } from './resolve-candidate.ts';
import { weighEvidence, weighFacts } from './weigh-evidence.ts';

interface Message {
  workspace: WorkspaceId;
  personId: PersonId;
  verified: boolean;
  automatic: string | null;
}

interface Sender {
  message: Message;
  person: Person | undefined;
  /** Verified, lower case. */
  addresses: readonly string[];
  /** The resume carries one of them, and the message that brought it is really theirs. */
  names: boolean;
}

async function senderOf(store: Store, message: Message, resume: Resume): Promise<Sender> {
  const { workspace, personId, verified, automatic } = message;
  const addresses = provenAddresses(await identitiesOf(store, workspace, personId));
  const names = verified && automatic === null && addresses.includes(resume.basics.email?.toLowerCase() ?? '');
  return { message, person: await getPerson(store, workspace, personId), addresses, names };
}

/** The candidate that it joins, else a new one's id. */
export async function candidateFor(store: Store, message: Message, resumeId: ResumeId, resume: Resume): Promise<CandidateId> {
  const { workspace } = message;
  const sender = await senderOf(store, message, resume);
  const byAddress = new Set<CandidateId>();
  for (const claim of claimsOf(resume)) {
    for (const candidateId of await candidatesByLookup(store, workspace, claim.field, claim.value)) {
      if (!(await mayJoin(store, sender, claim, candidateId, resume))) continue;
      if (await hasSuchName(store, sender, claim, candidateId, resume)) return candidateId;
      if (claim.field === 'email') byAddress.add(candidateId);
    }
  }
  const same =
    (await candidateByAddress(store, workspace, byAddress, resume)) ?? (await candidateByEvidence(store, sender, resume));
  if (same !== undefined) return same;
  const fresh = newCandidateId(store.keys.lookup, workspace, resumeId, resume);
  // Known by the same words and not to be joined: one of the sender's, so that their next file finds it again.
  const isTaken = (await visibleResumes(store, serviceViewer(workspace), [fresh])).size > 0;
  return isTaken ? newCandidateId(store.keys.lookup, workspace, resumeId, resume, message.personId) : fresh;
}

/** Resumes whose names are read at once: nearly always the first agrees, and people send dozens. */
const NAMES_AT_ONCE = 4;

/** Whether a resume of the candidate names the same person. */
async function hasSuchName(
  store: Store,
  sender: Sender,
  { field }: Claim,
  candidateId: CandidateId,
  resume: Resume,
): Promise<boolean> {
  const viewer = serviceViewer(sender.message.workspace);
  const byAddress = field === 'email';
  const own = byAddress && sender.names && sender.person?.ownCandidateId === candidateId;
  const heads = (await visibleResumes(store, viewer, [candidateId])).get(candidateId) ?? [];
  for (let at = 0; at < heads.length; at += NAMES_AT_ONCE) {
    const rows = await withData(store, viewer, heads.slice(at, at + NAMES_AT_ONCE));
    const known = rows.map(({ data: { basics } }) => ({
      candidateId,
      names: basics.name ? [basics.name] : [],
      byAddress,
      own,
    }));
    if (sameCandidate(resume, known) !== undefined) return true;
  }
  return false;
}

/** The same address and the same career under another name: it was misread once, or has changed. */
async function candidateByAddress(
  store: Store,
  workspace: WorkspaceId,
  byAddress: ReadonlySet<CandidateId>,
  resume: Resume,
): Promise<CandidateId | undefined> {
  for (const candidateId of byAddress)
    for (const reading of await readingsOf(store, workspace, candidateId)) {
      const { points, needed } = weighFacts(resume, reading);
      if (points >= needed) return candidateId;
    }
  return undefined;
}

/**
 * An address joins, unless that would give the sender what others brought. A phone number with a name joins where the sender is a
 * recruiter or admin (not into somebody's own candidate under another address), else only what the sender brought or sees already.
 */
async function mayJoin(
  store: Store,
  sender: Sender,
  { field }: Claim,
  candidateId: CandidateId,
  resume: Resume,
): Promise<boolean> {
  const { workspace, personId, verified } = sender.message;
  const { person, names } = sender;
  if (names && person?.role === 'candidate' && !(await mayOwn(store, sender, candidateId))) return false;
  if (field === 'email') return true;
  if (verified && person && person.role !== 'candidate')
    return resume.basics.email === undefined || (await ownersOf(store, workspace, candidateId)).length === 0;
  if (verified && (await canSee(store, { workspace, personId, role: 'candidate' }, candidateId))) return true;
  return !(await holdsOthersResumes(store, workspace, candidateId, { personId, addresses: [], verified: false }));
}

/** So many candidates of one name are compared; a file of a more common one makes a candidate of its own. */
const MOST_NAMESAKES = 100;

/** The one of the same full name with the most evidence, when it is enough. As it was read: what people corrected is no evidence. */
async function candidateByEvidence(store: Store, sender: Sender, resume: Resume): Promise<CandidateId | undefined> {
  const { workspace } = sender.message;
  const name = fullNameOf(resume.basics.name);
  if (!name || !sender.message.verified) return undefined;
  const namesakes = (await candidatesByLookup(store, workspace, 'name', name.key)).slice(0, MOST_NAMESAKES);
  let best: { candidateId: CandidateId; points: number } | undefined;
  for (const candidateId of namesakes) {
    if (!(await mayJoinByEvidence(store, sender, candidateId))) continue;
    for (const known of await readingsOf(store, workspace, candidateId)) {
      const evidence = weighEvidence(resume, known);
      if (evidence && evidence.points >= evidence.needed && evidence.points > (best?.points ?? 0))
        best = { candidateId, points: evidence.points };
    }
  }
  return best?.candidateId;
}

/**
 * A name and employers are known to everybody who reads a profile, so they join less than a number does: never into somebody's own
 * candidate but by their own hand, never for whoever is not verified.
 */
async function mayJoinByEvidence(store: Store, sender: Sender, candidateId: CandidateId): Promise<boolean> {
  const { workspace, personId } = sender.message;
  const { person, names } = sender;
  if (!person) return false;
  if (names && person.role === 'candidate' && !(await mayOwn(store, sender, candidateId))) return false;
  const owners = await ownersOf(store, workspace, candidateId);
  if (owners.length > 0) return owners.some((owner) => owner.id === personId);
  // Whoever sent it may still say "me": then it must not hold what a recruiter brought for the look of a name.
  if (person.role !== 'candidate') return !(await broughtByCandidates(store, workspace, candidateId));
  return !(await holdsOthersResumes(store, workspace, candidateId, { personId, addresses: [], verified: true }));
}

async function mayOwn(store: Store, { message, person, addresses }: Sender, candidateId: CandidateId): Promise<boolean> {
  if (person?.ownCandidateId === candidateId) return true;
  const { workspace, personId } = message;
  return !(await holdsOthersResumes(store, workspace, candidateId, { personId, addresses, verified: true }));
}

/** Whether this resume makes the candidate the sender's own; `person` is the sender. */
export async function ownershipOf(
  store: Store,
  message: Message,
  resume: Resume,
  candidateId: CandidateId,
): Promise<{ own: boolean; person: Person | undefined }> {
  const sender = await senderOf(store, message, resume);
  const own = sender.names && (await mayOwn(store, sender, candidateId));
  return { own, person: sender.person };
}
