/** When a message gets no answer although a person may have written it: two programs that answer each other must come to an end (rule E9). */
import { repliesSince, threadHasLastWord } from '../../store/replies.ts';
import type { Store } from '../../store/store.ts';
import type { AttachmentView, SubmissionView } from '../../store/submissions.ts';

const HOUR_MS = 3_600_000;
/**
 * Help, acknowledgements and refusals that one sender gets in an hour to mails that belong to no thread of ours. Those messages come
 * from an address of their own each, so that a program which only answers the From is known by it; this is for the rest. Enough for
 * somebody who is learning the commands.
 */
const MOST_UNTHREADED = 5;

/**
 * True for a message that asks for nothing we know, when its thread had our help, acknowledgement or refusal before, or when its sender
 * had some of those within the hour (a program that sets neither In-Reply-To nor References looks like a new writer each time).
 */
export async function staysSilent(
  store: Store,
  submission: SubmissionView,
  attachments: readonly AttachmentView[],
  now: number,
): Promise<boolean> {
  if (asksForSomething(submission, attachments)) return false;
  const { workspace, personId, channel } = submission;
  if (await threadHasLastWord(store, workspace, submission)) return true;
  if (submission.repliesTo !== null) return false;
  return (await repliesSince(store, workspace, { personId, channel, lastWordOnly: true }, now - HOUR_MS)) >= MOST_UNTHREADED;
}

/** A resume, a file that somebody wants read, a command, a reaction. The pictures of a signature are nothing. */
export function asksForSomething(submission: SubmissionView, attachments: readonly AttachmentView[]): boolean {
  if (submission.kind === 'command' || submission.kind === 'feedback') return true;
  return attachments.some(
    (file) => file.state === 'resume' || file.state === 'waiting' || (file.state === 'failed' && !file.type.startsWith('image/')),
  );
}
