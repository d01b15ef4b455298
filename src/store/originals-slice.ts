/** Original bytes where they are not kept (KEEP_ORIGINALS=no): of an answered message, and what was left waiting for too long. */
import { and, eq, inArray, isNotNull, lt, ne, or, type SQL } from 'drizzle-orm';
import type { BlobId, SubmissionId, WorkspaceId } from '../domain/ids.ts';
import { createSlice, type Slice, takeBytes } from './erase-slice.ts';
import { attachments, blobs, submissions } from './schema/submissions.ts';
import type { Store } from './store.ts';

/** Of another format, or pictures of text: an update may read them, so they wait; not longer than this. */
const UNREADABLE_WAIT_MS = 30 * 86_400_000;
/** Messages that nothing answered (a reaction to somebody else's message): their bytes go with the daily clean-up. */
const UNANSWERED_WAIT_MS = 86_400_000;
const MESSAGES_A_SLICE = 20;
const ROWS_LEFT_FOR_ONE = 4;

const mayBeReadYet = or(
  eq(attachments.state, 'waiting'),
  and(eq(attachments.state, 'failed'), inArray(attachments.errorCode, ['unsupported', 'no_text'])),
);

/** Empty while something of the message is still to be read or answered. */
export async function originalsOf(store: Store, workspace: WorkspaceId, submissionId: SubmissionId): Promise<Slice> {
  const slice = createSlice(store, workspace);
  const [message] = await store.db
    .select()
    .from(submissions)
    .where(and(eq(submissions.workspace, workspace), eq(submissions.id, submissionId)))
    .limit(1);
  if (!message) return slice;
  const waiting = await store.db
    .select({ id: attachments.id })
    .from(attachments)
    .where(and(eq(attachments.submissionId, submissionId), eq(attachments.state, 'waiting')))
    .limit(1);
  const done =
    message.answeredAt !== null || message.automatic !== null || message.kind === 'command' || message.kind === 'feedback';
  if (waiting.length === 0 && done) await takeOriginals(slice, message);
  return slice;
}

/** For the daily clean-up. A slice that took nothing means that nothing is left. */
export async function oldOriginals(store: Store, workspace: WorkspaceId): Promise<Slice> {
  const slice = createSlice(store, workspace);
  const now = store.clock.now().getTime();
  const left = await store.db
    .select()
    .from(submissions)
    .where(
      and(
        eq(submissions.workspace, workspace),
        lt(submissions.receivedAt, now - UNANSWERED_WAIT_MS),
        isNotNull(submissions.rawBlobId),
      ),
    )
    .limit(MESSAGES_A_SLICE);
  for (const message of left) if (!(await takeOriginals(slice, message))) return slice;
  const unreadable = await store.db
    .select({ blobId: attachments.blobId })
    .from(attachments)
    .innerJoin(submissions, eq(submissions.id, attachments.submissionId))
    .innerJoin(blobs, and(eq(blobs.workspace, attachments.workspace), eq(blobs.id, attachments.blobId)))
    .where(and(eq(attachments.workspace, workspace), lt(submissions.receivedAt, now - UNREADABLE_WAIT_MS), mayBeReadYet))
    .limit(MESSAGES_A_SLICE);
  for (const { blobId } of unreadable) takeBytes(slice, blobId);
  return slice;
}

/** True when all of them are in the slice. */
async function takeOriginals(slice: Slice, message: { id: SubmissionId; rawBlobId: BlobId | null }): Promise<boolean> {
  const { store, workspace } = slice;
  const files = await store.db
    .select({ blobId: attachments.blobId })
    .from(attachments)
    .innerJoin(blobs, and(eq(blobs.workspace, attachments.workspace), eq(blobs.id, attachments.blobId)))
    .where(eq(attachments.submissionId, message.id));
  for (const { blobId } of files) {
    if (slice.left < ROWS_LEFT_FOR_ONE) return false;
    if (!(await isWanted(slice, blobId))) takeBytes(slice, blobId);
  }
  if (message.rawBlobId === null) return true;
  if (!(await isWanted(slice, message.rawBlobId, message.id))) takeBytes(slice, message.rawBlobId);
  slice.changes.push({ kind: 'rawDropped', workspace, submissionId: message.id });
  return true;
}

/** The same bytes in another message may still wait. */
async function isWanted({ store, workspace }: Slice, blobId: BlobId, but = ''): Promise<boolean> {
  const files = await store.db
    .select({ id: attachments.id })
    .from(attachments)
    .where(and(eq(attachments.workspace, workspace), eq(attachments.blobId, blobId), mayBeReadYet))
    .limit(1);
  const same: SQL | undefined = and(eq(submissions.workspace, workspace), eq(submissions.rawBlobId, blobId));
  const raws = await store.db
    .select({ id: submissions.id })
    .from(submissions)
    .where(and(same, ne(submissions.id, but)))
    .limit(1);
  return files.length + raws.length > 0;
}
