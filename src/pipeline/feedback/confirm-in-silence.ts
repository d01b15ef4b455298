/** When what somebody answered is taken without a word: two programs that answer each other must come to an end (rule E9). */
import { serviceViewer } from '../../domain/people.ts';
import type { OutboxRow } from '../../store/outbox.ts';
import { submissionAnsweredBy } from '../../store/replies.ts';
import type { Store } from '../../store/store.ts';
import { getSubmission } from '../../store/submissions.ts';
import type { ReadAnswer } from './read-answer.ts';

/**
 * True for mere words in answer to a confirmation of ours. Free text is a comment where a message lists one match, and its confirmation has
 * the same number: whoever answers every mail ("we got your message") would be confirmed for ever. Whoever says what can be undone or
 * corrected is told so.
 */
export async function confirmsInSilence(store: Store, answered: OutboxRow, read: ReadAnswer): Promise<boolean> {
  const { reactions, corrections, preferences, problems } = read;
  if (corrections.length + preferences.length + problems.length > 0) return false;
  if (!reactions.every(({ reaction }) => reaction.kind === 'given' && reaction.meaning === 'comment')) return false;
  const id = submissionAnsweredBy(answered);
  const before = id === undefined ? undefined : await getSubmission(store, serviceViewer(answered.workspace), id);
  return before?.kind === 'feedback';
}
