/** What an answer that proves an earlier message is answered with: that message's content (rule E10). */

import { serviceViewer } from '../../domain/people.ts';
import { getOutbox } from '../../store/outbox.ts';
import { submissionAnsweredBy } from '../../store/replies.ts';
import type { Store } from '../../store/store.ts';
import { getSubmission, type SubmissionView } from '../../store/submissions.ts';

/** The message whose files the reply tells about: the submission itself, or the one that it proved. */
export async function sourceOf(store: Store, submission: SubmissionView): Promise<SubmissionView> {
  if (submission.provenBy === null || submission.kind !== 'other') return submission;
  const message = await getOutbox(store, submission.workspace, submission.provenBy);
  const earlierId = message && submissionAnsweredBy(message);
  const earlier = earlierId && (await getSubmission(store, serviceViewer(submission.workspace), earlierId));
  // Only what this very answer proved: the same token cannot have let in anything else.
  const proven = earlier && earlier.provenBy === submission.provenBy && earlier.personId === submission.personId;
  return proven && (earlier.kind === 'resume' || earlier.kind === 'application') ? earlier : submission;
}
