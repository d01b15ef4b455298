/** The step `fetchAttachment`: the message was acknowledged with the id of its file; here come the bytes, and who it is from (rules S1, S2). */

import type { Change } from '../domain/changes.ts';
import type { Clock } from '../domain/clock.ts';
import { PermanentFailure, RetryLater } from '../domain/errors.ts';
import { NOT_FETCHED } from '../domain/ids.ts';
import { serviceViewer } from '../domain/people.ts';
import type { Channel } from '../messages/channel.ts';
import { wakeAnswer } from '../pipeline/ingest/wake-answer.ts';
import { identitiesOf } from '../store/people.ts';
import type { Store } from '../store/store.ts';
import { type AttachmentView, getAttachment, getSubmission, type SubmissionView } from '../store/submissions.ts';
import { NOTHING, type StepHandler } from '../tasks/handlers.ts';
import type { StepResult } from '../tasks/queue.ts';

export interface FetchOptions {
  store: Store;
  clock: Clock;
  channel(name: string): Channel | undefined;
}

/** As for a mail (rule E11). */
const MAX_BYTES = 40 * 1024 * 1024;
const CHANNEL_OFF_MS = 15 * 60_000;

export function createFetchAttachment(options: FetchOptions): StepHandler<'fetchAttachment'> {
  const { store } = options;
  return async (task, signal) => {
    const viewer = serviceViewer(task.workspace);
    const attachment = await getAttachment(store, viewer, task.payload.attachmentId);
    const submission = attachment && (await getSubmission(store, viewer, attachment.submissionId));
    if (!attachment || !submission || !isWanted(submission, attachment) || attachment.ref === null) return NOTHING;
    if (attachment.blobId !== NOT_FETCHED) return goOn(submission, attachment, []);
    const channel = options.channel(submission.channel);
    if (!channel)
      throw new RetryLater(`the channel ${submission.channel} is switched off`, {
        afterMs: CHANNEL_OFF_MS,
        countsAsAttempt: false,
      });
    try {
      const bytes = await collect(channel.fetchAttachment(attachment.ref, { maxBytes: MAX_BYTES, signal }));
      return await fetched(options, channel, submission, attachment, bytes);
    } catch (error) {
      if (error instanceof PermanentFailure) return notFetched(submission, attachment, error);
      throw error;
    }
  };
}

async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

async function fetched(
  { store, clock }: FetchOptions,
  channel: Channel,
  submission: SubmissionView,
  attachment: AttachmentView,
  bytes: Uint8Array,
): Promise<StepResult> {
  const { workspace, personId } = submission;
  const size = bytes.byteLength;
  // Bytes before the commit that names them, as in intake: a blob without a row is swept.
  const blobId = await store.blobs.put(workspace, bytes);
  return goOn(submission, attachment, [
    { kind: 'blobStored', workspace, blobId, size, personId, createdAt: clock.now().getTime() },
    { kind: 'attachmentFetched', workspace, attachmentId: attachment.id, blobId, size },
    ...(await profileOf(store, channel, submission)),
  ]);
}

/** Asked before the resume is read: whether it is the sender's own depends on it. */
async function profileOf(store: Store, channel: Channel, submission: SubmissionView): Promise<Change[]> {
  const { workspace, personId, identityId, verified } = submission;
  const identity = (await identitiesOf(store, workspace, personId)).find((one) => one.id === identityId);
  if (!verified || !identity) return [];
  const address = await channel.profileAddress?.({ address: identity.address });
  if (address === undefined || address === identity.profileAddress) return [];
  return [{ kind: 'profileAddressSeen', workspace, identityId, address }];
}

/** To be read, or what a command came with (`job post` with the ad as a file): that one is for the command alone. */
const isWanted = ({ kind }: SubmissionView, { state }: AttachmentView): boolean =>
  state === 'waiting' || (state === 'ignored' && kind === 'command');

const goOn = (submission: SubmissionView, { id, workspace, state }: AttachmentView, changes: Change[]): StepResult => ({
  changes,
  tasks:
    state === 'ignored'
      ? [{ id: `command:${submission.id}`, workspace, step: 'runCommand', payload: { submissionId: submission.id }, priority: 0 }]
      : [{ id: `read:${id}`, workspace, step: 'readAttachment', payload: { attachmentId: id } }],
  messages: [],
});

/** The sender is told with the answer, as of a file that cannot be read. */
function notFetched(submission: SubmissionView, attachment: AttachmentView, { message, fix }: PermanentFailure): StepResult {
  if (attachment.state === 'ignored') return goOn(submission, attachment, []);
  const { workspace } = submission;
  const error = { code: 'unsupported' as const, message: `It could not be fetched: ${message}.`, fix };
  return {
    changes: [{ kind: 'attachmentRead', workspace, attachmentId: attachment.id, state: 'failed', error }],
    tasks: wakeAnswer(submission),
    messages: [],
  };
}
