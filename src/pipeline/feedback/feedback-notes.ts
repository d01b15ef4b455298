/** What the reader said about a match before, as notes beside it in a list. */
import type { Feedback } from '../../domain/feedback.ts';

const WORDS = {
  interested: 'you said: interested',
  'not-interested': 'you said: not for me',
  saved: 'you saved it',
  applied: 'you applied',
  rating: 'you rated it',
  comment: 'you commented',
  ideal: 'you said what it should have been',
} as const;

export function feedbackNotes(given: readonly Feedback[] | undefined): string[] {
  return (given ?? []).map((one) => (one.meaning === 'rating' ? `${WORDS.rating} ${one.rating} of 5` : WORDS[one.meaning]));
}
