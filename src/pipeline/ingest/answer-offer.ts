/**
 * The owner's yes or no to a newer file that somebody else sent (F1.6). A yes counts as if the owner had sent that very file with the
 * message that says it: the owner sees it through that message, so do those who read the inbox, and whoever sent it sees no change (A12).
 */
import type { Change } from '../../domain/changes.ts';
import type { Clock } from '../../domain/clock.ts';
import { UserError } from '../../domain/errors.ts';
import type { SubmissionId } from '../../domain/ids.ts';
import type { OfferAnswer, OfferState } from '../../domain/offer.ts';
import type { Person } from '../../domain/people.ts';
import type { NewTask } from '../../domain/steps.ts';
import type { Card } from '../../messages/card.ts';
import { buildNewerFileAnswered, type NewerFile } from '../../messages/newer-file-cards.ts';
import { inboxReadersOf, lastOwnWay, type OfferView } from '../../store/offers.ts';
import { currentResume } from '../../store/resumes.ts';
import type { Store } from '../../store/store.ts';
import { compareResumes, newsLines } from '../answer/compare-resumes.ts';
import { matchResumeTask } from '../match/match-steps.ts';

export interface OfferAnswered {
  changes: Change[];
  tasks: NewTask[];
  card: Card;
  state: OfferState;
}

const STATES = { use: 'used', decline: 'declined', undo: 'waiting' } as const satisfies Record<OfferAnswer, OfferState>;

/** Saying the same twice changes nothing. Throws UserError where a yes has no message of the owner's to be seen through. */
export async function answerOffer(
  { store, clock }: { store: Store; clock: Clock },
  owner: Person,
  offer: OfferView,
  answer: OfferAnswer,
  submissionId?: SubmissionId,
): Promise<OfferAnswered> {
  const state = STATES[answer];
  const card = buildNewerFileAnswered(await asNewerFile(store, owner, { ...offer, state }));
  if (offer.state === state) return { changes: [], tasks: [], card, state };
  const { workspace } = owner;
  const { resumeId, candidateId } = offer;
  const at = clock.now().getTime();
  const way = submissionId ?? (await lastOwnWay(store, workspace, owner.id, candidateId));
  if (way === undefined) throw new UserError('There is no message of yours to keep it by.', 'Answer by mail, Slack or Discord.');
  const ended: Change[] =
    offer.state === 'used' && offer.submissionId !== null
      ? [{ kind: 'accessEnded', workspace, resumeId, submissionId: offer.submissionId }]
      : [];
  const answered: Change = { kind: 'offerAnswered', workspace, resumeId, personId: owner.id, state, submissionId: way, at };
  if (answer !== 'use') return { changes: [answered, ...ended], tasks: [], card, state };
  const granted = (personId: string, reason: 'own' | 'inbox'): Change => ({
    kind: 'accessGranted',
    workspace,
    candidateId,
    personId,
    submissionId: way,
    resumeId,
    reason,
    at,
  });
  const readers = await inboxReadersOf(store, workspace, owner.id, candidateId);
  return {
    changes: [answered, granted(owner.id, 'own'), ...readers.filter((id) => id !== owner.id).map((id) => granted(id, 'inbox'))],
    // Its scores are those of the day it came.
    tasks: [{ ...matchResumeTask(workspace, { resumeId }, 4), id: `match:${workspace}:${resumeId}:accepted:${at}` }],
    card,
    state,
  };
}

/** As its owner is shown it, compared with what is current for them. */
export async function asNewerFile(store: Store, owner: Person, offer: OfferView): Promise<NewerFile> {
  const viewer = { workspace: owner.workspace, personId: owner.id, role: owner.role };
  const current = await currentResume(store, viewer, offer.candidateId);
  const isCurrent = current === undefined || current.id === offer.resumeId;
  return {
    candidateId: offer.candidateId,
    resumeCode: offer.code,
    fileName: offer.fileName,
    offeredAt: offer.offeredAt,
    state: offer.state,
    news: isCurrent ? [] : newsLines(compareResumes(current.data, offer.data), 'the one you had'),
  };
}
