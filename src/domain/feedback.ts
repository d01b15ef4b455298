import type { MatchId, OutboxId, PersonId, SubmissionId } from './ids.ts';

/** What a reaction means (F6.1). `rating` carries 1–5, `comment` carries text, and so does `ideal`: what the answer should have been. */
export type Meaning = 'interested' | 'not-interested' | 'saved' | 'applied' | 'rating' | 'comment' | 'ideal';

export interface Feedback {
  id: string;
  personId: PersonId;
  matchId: MatchId;
  meaning: Meaning;
  rating?: number;
  comment?: string;
  /** The message of ours that was answered. */
  outboxId?: OutboxId;
  submissionId?: SubmissionId;
  createdAt: number;
  retractedAt?: number;
}

/** Yes and no about one match exclude each other: what a newer one takes the place of. */
export const REPLACED_BY: Partial<Record<Meaning, readonly Meaning[]>> = {
  interested: ['not-interested'],
  'not-interested': ['interested', 'saved'],
  saved: ['not-interested'],
  applied: ['not-interested'],
  rating: ['rating'],
  ideal: ['ideal'],
};
