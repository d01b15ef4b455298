/**
 * A newer file of an owned candidate that somebody else sent waits for the owner's yes (F1.6, DESIGN "who sees what"): here the owner is
 * asked. Only who has proven the address that the file carries is told of it: a name, a number or `me` prove nothing (docs/decisions/0033),
 * and whoever wrote somebody's name into a file of their own must not hear when the real one comes.
 */
import type { Change } from '../../domain/changes.ts';
import type { Clock } from '../../domain/clock.ts';
import { type CandidateId, newId, type ResumeId } from '../../domain/ids.ts';
import { type Person, provenAddresses } from '../../domain/people.ts';
import { choosePlace } from '../../domain/place.ts';
import type { Resume } from '../../domain/resume.ts';
import { buildNewerFileQuestion } from '../../messages/newer-file-cards.ts';
import type { OutgoingMessage } from '../../messages/outgoing.ts';
import { waysToResume } from '../../store/corrections.ts';
import { lastAskedAt, wasOffered } from '../../store/offers.ts';
import { identitiesOf, ownersOf } from '../../store/people.ts';
import { placesOf } from '../../store/places.ts';
import { currentResume } from '../../store/resumes.ts';
import type { Store } from '../../store/store.ts';
import type { SubmissionView } from '../../store/submissions.ts';
import { findSuppression } from '../../store/suppressions.ts';
import { compareResumes, isSame, newsLines } from '../answer/compare-resumes.ts';

export interface NewFile {
  resumeId: ResumeId;
  candidateId: CandidateId;
  code: string;
  name: string;
  resume: Resume;
}

export interface Offered {
  changes: Change[];
  messages: OutgoingMessage[];
}

/** Whoever sends file after file about somebody does not fill that person's inbox: the others wait, and `accept` lists them. */
const BETWEEN_QUESTIONS_MS = 24 * 60 * 60_000;

/** Nothing where nobody owns the candidate, the owner sent it, or the sender is not believed (a proof later brings it back here). */
export async function offerToOwner(
  { store, clock }: { store: Store; clock: Clock },
  submission: Pick<SubmissionView, 'workspace' | 'personId' | 'verified'>,
  file: NewFile,
): Promise<Offered> {
  const { workspace } = submission;
  const owner = submission.verified ? await ownerToAsk(store, submission, file) : undefined;
  if (!owner || (await wasOffered(store, workspace, file.resumeId))) return { changes: [], messages: [] };
  const { candidateId, resumeId, name } = file;
  const at = clock.now().getTime();
  const message = await question({ store, clock }, owner, file, at);
  const offer = { candidateId, resumeId, personId: owner.id, fileName: name, state: 'waiting' as const, offeredAt: at };
  return {
    changes: [{ kind: 'resumeOffered', workspace, offer: { ...offer, askedAt: message ? at : null, submissionId: null } }],
    messages: message ? [message] : [],
  };
}

async function ownerToAsk(
  store: Store,
  { workspace, personId }: Pick<SubmissionView, 'workspace' | 'personId'>,
  { candidateId, resumeId, resume }: NewFile,
): Promise<Person | undefined> {
  const owners = await ownersOf(store, workspace, candidateId);
  if (owners.some((owner) => owner.id === personId)) return undefined;
  for (const owner of owners) {
    const proven = provenAddresses(await identitiesOf(store, workspace, owner.id));
    if (!proven.includes(resume.basics.email?.toLowerCase() ?? '')) continue;
    const ways = await waysToResume(store, { workspace, personId: owner.id, role: owner.role }, owner.id, resumeId);
    // They sent the same bytes themselves: it is current already.
    return ways.some((way) => way.sent) ? undefined : owner;
  }
  return undefined;
}

/** Undefined where it waits in silence: they want no mail by themselves, cannot be reached, were asked today, or there is nothing to decide. */
async function question(
  { store, clock }: { store: Store; clock: Clock },
  owner: Person,
  file: NewFile,
  at: number,
): Promise<OutgoingMessage | undefined> {
  const { workspace } = owner;
  if (owner.digest !== 'on' || (owner.digestPausedUntil ?? 0) > at) return undefined;
  if (at - ((await lastAskedAt(store, workspace, owner.id)) ?? 0) < BETWEEN_QUESTIONS_MS) return undefined;
  const viewer = { workspace, personId: owner.id, role: owner.role };
  const current = await currentResume(store, viewer, file.candidateId);
  const news = current && compareResumes(current.data, file.resume);
  if (!news || isSame(news)) return undefined;
  const place = choosePlace(await placesOf(store, workspace, owner.id), { channel: owner.digestChannel, now: at });
  if (!place || (await findSuppression(store, workspace, place.channel, place.conversation))) return undefined;
  return {
    id: newId(clock),
    workspace,
    personId: owner.id,
    channel: place.channel,
    conversation: place.conversation,
    private: true,
    dedupeKey: questionKey(file.resumeId),
    card: buildNewerFileQuestion({
      candidateId: file.candidateId,
      resumeCode: file.code,
      fileName: file.name,
      offeredAt: at,
      state: 'waiting',
      news: newsLines(news, 'your current one'),
    }),
    // Its answer counts also from a mail server that proves nothing (rule E10).
    provable: true,
    matches: [],
    createdAt: at,
    priority: 5,
  };
}

const questionKey = (resumeId: ResumeId): string => `newer:${resumeId}`;

/** Which file a message of ours asked about; undefined for every other message. */
export const resumeAskedAbout = ({ dedupeKey }: { dedupeKey: string }): ResumeId | undefined =>
  /^newer:(.+)$/.exec(dedupeKey)?.[1];
