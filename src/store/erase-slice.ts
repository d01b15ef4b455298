/**
 * What one transaction of an erasure or of retention takes away: at most so many rows (rule R1), and the files that go before it. Files
 * go first: killed in between, rows name bytes that are not there, and the next run takes these rows; the other way round bytes
 * would lie there that nothing names.
 */
import { and, eq, gt, inArray, notInArray, type SQL } from 'drizzle-orm';
import { type AnyTable, keyColumns, tableName } from '#dialect';
import type { Change } from '../domain/changes.ts';
import { RetryLater } from '../domain/errors.ts';
import { type BlobId, NOT_FETCHED, type PersonId, type WorkspaceId } from '../domain/ids.ts';
import type { RowKey } from '../domain/row-key.ts';
import { eventHash } from './personal-columns.ts';
import { resumes } from './schema/candidates.ts';
import { outbox, outboxMatches, tasks } from './schema/delivery.ts';
import { attachments, blobs, submissions } from './schema/submissions.ts';
import { deliveryReports } from './schema/suppressions.ts';
import type { Store } from './store.ts';

/** Deleting with zeros takes about 50 µs a row: 150 stay below the 20 ms of rule R1 (docs/decisions/0020). */
const ROWS_A_SLICE = 150;
/** An attachment or message may bring that many further rows with it. */
const ROWS_EACH = 6;

export interface Slice {
  readonly store: Store;
  readonly workspace: WorkspaceId;
  /** Whose rows go, when they are one person's. */
  readonly personId: PersonId | null;
  readonly changes: Change[];
  /** Bytes to remove before the changes are committed. */
  readonly blobs: Set<BlobId>;
  /** Keys of messages whose files in the outbox folder go before the changes are committed. */
  readonly messages: string[];
  /** Rows that still fit. */
  left: number;
}

export const createSlice = (store: Store, workspace: WorkspaceId, personId: PersonId | null = null): Slice => ({
  store,
  workspace,
  personId,
  changes: [],
  blobs: new Set(),
  messages: [],
  left: ROWS_A_SLICE,
});

/** A hundred look-ups one after the other took 130 ms in which no mail could be acknowledged: SQLite answers without a turn between. */
const othersTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Takes the rows that fit; true when there are no more. Asking again costs one empty read. */
export async function takeRows(slice: Slice, table: AnyTable, where: SQL | undefined): Promise<boolean> {
  if (slice.left <= 0) return false;
  await othersTurn();
  const limit = slice.left;
  const keys = await slice.store.db.select(keyColumns(table)).from(table).where(where).limit(limit);
  takeKeys(slice, table, keys.map(rowKey));
  return keys.length < limit;
}

function takeKeys(slice: Slice, table: AnyTable, keys: readonly RowKey[]): void {
  if (keys.length === 0) return;
  slice.changes.push({ kind: 'rowsErased', workspace: slice.workspace, table: tableName(table), keys });
  slice.left -= keys.length;
}

function rowKey(row: Readonly<Record<string, unknown>>): RowKey {
  const key: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(row)) {
    if (typeof value !== 'string' && typeof value !== 'number') throw new TypeError(`no key: ${name}`);
    key[name] = value;
  }
  return key;
}

/** One row whose key is known. */
export const takeRow = (slice: Slice, table: AnyTable, key: RowKey): void => takeKeys(slice, table, [key]);

/** Ids of rows of the table that are in the slice; never empty, so that it can be asked for in a condition. */
export const taken = (slice: Slice, table: AnyTable): string[] => ['', ...takenIds(slice, table)];

const takenIds = (slice: Slice, table: AnyTable): string[] =>
  slice.changes.flatMap((change) =>
    change.kind === 'rowsErased' && change.table === tableName(table) ? change.keys.map((key) => String(key.id)) : [],
  );

/** Bytes that hold what is erased, whoever else names them: a message as it came, a zip. */
export function takeBytes(slice: Slice, blobId: BlobId): void {
  // A file that was never fetched has no bytes here.
  if (blobId === NOT_FETCHED || slice.blobs.has(blobId)) return;
  slice.blobs.add(blobId);
  takeRow(slice, blobs, { workspace: slice.workspace, id: blobId });
}

/** Bytes that only rows of this slice name; the same bytes of somebody else stay, and are nobody's in particular from then on. */
export async function takeUnneededBytes(slice: Slice, blobId: BlobId): Promise<void> {
  const { workspace, personId } = slice;
  if (slice.blobs.has(blobId)) return;
  await othersTurn();
  if (!(await isNeeded(slice, blobId))) takeBytes(slice, blobId);
  else if (personId !== null) slice.changes.push({ kind: 'blobReleased', workspace, blobId, personId });
}

async function isNeeded(slice: Slice, blobId: BlobId): Promise<boolean> {
  const { db } = slice.store;
  const files = await db
    .select({ id: attachments.id })
    .from(attachments)
    .where(
      and(
        eq(attachments.workspace, slice.workspace),
        eq(attachments.blobId, blobId),
        notInArray(attachments.id, taken(slice, attachments)),
      ),
    )
    .limit(1);
  if (files.length > 0) return true;
  const dropped = slice.changes.flatMap((change) =>
    change.kind === 'rawDropped' || change.kind === 'submissionRedacted' ? [change.submissionId] : [],
  );
  const raws = await db
    .select({ id: submissions.id })
    .from(submissions)
    .where(
      and(
        eq(submissions.workspace, slice.workspace),
        eq(submissions.rawBlobId, blobId),
        notInArray(submissions.id, [...taken(slice, submissions), ...dropped]),
      ),
    )
    .limit(1);
  if (raws.length > 0) return true;
  const read = await db
    .select({ id: resumes.id })
    .from(resumes)
    .where(and(eq(resumes.workspace, slice.workspace), eq(resumes.blobId, blobId), notInArray(resumes.id, taken(slice, resumes))))
    .limit(1);
  return read.length > 0;
}

/** Files of messages and their bytes; true when there are no more. */
export async function takeAttachments(slice: Slice, where: SQL | undefined): Promise<boolean> {
  const limit = Math.floor(slice.left / 2);
  if (limit < 1) return false;
  const rows = await slice.store.db
    .select({ id: attachments.id, blobId: attachments.blobId })
    .from(attachments)
    .where(and(eq(attachments.workspace, slice.workspace), where))
    .limit(limit);
  takeKeys(
    slice,
    attachments,
    rows.map(({ id }) => ({ id })),
  );
  for (const { blobId } of rows) await takeUnneededBytes(slice, blobId);
  return rows.length < limit;
}

/** Messages that came in, as whole; each leaves its tombstone. Their files must have been taken before. */
export async function takeSubmissions(slice: Slice, where: SQL | undefined): Promise<boolean> {
  const limit = Math.floor(slice.left / ROWS_EACH);
  if (limit < 1) return false;
  const { store, workspace } = slice;
  const at = store.clock.now().getTime();
  const { id, channel, eventKey, rawBlobId } = submissions;
  const rows = await store.db
    .select({ id, channel, eventKey, rawBlobId })
    .from(submissions)
    .where(and(eq(submissions.workspace, workspace), where))
    .limit(limit);
  for (const row of rows) {
    takeRow(slice, submissions, { id: row.id });
    const event = eventHash(store.keys.lookup, workspace, row.channel, row.eventKey);
    slice.changes.push({ kind: 'eventForgotten', workspace, event, at });
    slice.left -= 1;
    if (row.rawBlobId !== null) await takeUnneededBytes(slice, row.rawBlobId);
  }
  return rows.length < limit;
}

/**
 * Messages of ours with their numbers and their files in the outbox folder. Throws RetryLater while one of them is on its way: its file
 * would be written after this.
 */
export async function takeMessages(slice: Slice, where: SQL | undefined): Promise<boolean> {
  const { store, workspace } = slice;
  const limit = Math.floor(slice.left / ROWS_EACH);
  if (limit < 1) return false;
  const { id, dedupeKey, state } = outbox;
  const rows = await store.db
    .select({ id, dedupeKey, state })
    .from(outbox)
    .where(and(eq(outbox.workspace, workspace), where))
    .limit(limit);
  if (rows.length === 0) return true;
  if (await areLeaving(slice, rows)) return false;
  const ids = rows.map((row) => row.id);
  const deliveries = ids.map((outboxId) => `deliver:${outboxId}`);
  if (!(await takeRows(slice, outboxMatches, inArray(outboxMatches.outboxId, ids)))) return false;
  if (!(await takeRows(slice, deliveryReports, inArray(deliveryReports.outboxId, ids)))) return false;
  if (!(await takeRows(slice, tasks, inArray(tasks.id, deliveries)))) return false;
  slice.messages.push(...rows.map((row) => row.dedupeKey));
  takeKeys(
    slice,
    outbox,
    rows.map((row) => ({ id: row.id })),
  );
  return rows.length < limit;
}

const SENDING_MS = 300;

/**
 * True when the slice must end before these can be taken: what waits is marked as failed first, so that nobody begins to send it.
 * Throws RetryLater while one is being sent. A lease that ran out is no work: its process is gone, or its token is worth nothing.
 */
export async function areLeaving(slice: Slice, messages: readonly { id: string; state: string }[]): Promise<boolean> {
  const { store, workspace } = slice;
  const at = store.clock.now().getTime();
  const waiting = messages.filter((message) => message.state === 'waiting');
  for (const { id } of waiting) slice.changes.push({ kind: 'messageFailed', workspace, outboxId: id, reason: 'erased', at });
  if (waiting.length > 0) return true;
  const ids = messages.map(({ id }) => `deliver:${id}`);
  const sending = await store.db
    .select({ id: tasks.id })
    .from(tasks)
    .where(and(inArray(tasks.id, ['', ...ids]), eq(tasks.state, 'running'), gt(tasks.leaseExpiresAt, at)))
    .limit(1);
  if (sending.length > 0) throw new RetryLater('a message is on its way', { afterMs: SENDING_MS, countsAsAttempt: false });
  return false;
}
