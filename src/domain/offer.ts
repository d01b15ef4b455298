/** A newer resume of somebody's own candidate that another person sent: it is current only with the owner's yes (F1.6). */
import type { CandidateId, PersonId, ResumeId, SubmissionId } from './ids.ts';

export type OfferState = 'waiting' | 'used' | 'declined';

/** What an owner says of one; `undo` makes it wait again. */
export type OfferAnswer = 'use' | 'decline' | 'undo';

export interface ResumeOffer {
  resumeId: ResumeId;
  candidateId: CandidateId;
  /** The owner, who has proven the address that the file carries. */
  personId: PersonId;
  fileName: string;
  state: OfferState;
  /** When the file came. Milliseconds, as all times here. */
  offeredAt: number;
  askedAt: number | null;
  /** The owner's message that answered last, or the one by which a yes is seen. */
  submissionId: SubmissionId | null;
}
