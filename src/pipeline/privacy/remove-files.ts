/** The files of a slice, before its rows: bytes in the blob store, mails in the outbox folder. */
import { setTimeout as delay } from 'node:timers/promises';
import { RetryLater } from '../../domain/errors.ts';
import type { SentFiles } from '../../messages/sent-files.ts';
import type { Store } from '../../store/store.ts';

export interface SliceFiles {
  blobs: ReadonlySet<string>;
  /** Keys of messages. */
  messages: readonly string[];
}

/**
 * Bytes come before the row that names them (intake), so that bytes put a moment ago may belong to a row that nobody can see yet. A commit
 * follows its bytes within milliseconds.
 */
const COMMIT_FOLLOWS_WITHIN_MS = 1_000;

/** Builds the slice, once more when some of its bytes are that young, and removes its files. Throws RetryLater when somebody puts the same bytes just now. */
export async function withoutFiles<S extends SliceFiles>(
  { store, sent }: { store: Store; sent: SentFiles },
  workspace: string,
  build: () => Promise<S>,
): Promise<S> {
  let slice = await build();
  const youngest = Math.max(
    0,
    ...(await Promise.all([...slice.blobs].map((id) => store.blobs.touchedAt(workspace, id)))).map((at) => at ?? 0),
  );
  const wait = youngest + COMMIT_FOLLOWS_WITHIN_MS - Date.now();
  if (wait > 0) {
    await delay(Math.min(wait, COMMIT_FOLLOWS_WITHIN_MS));
    slice = await build();
  }
  const looked = Date.now();
  await sent.forget(slice.messages);
  for (const id of slice.blobs) {
    if (((await store.blobs.touchedAt(workspace, id)) ?? 0) > looked)
      throw new RetryLater('the same bytes arrive just now', { afterMs: COMMIT_FOLLOWS_WITHIN_MS, countsAsAttempt: false });
    await store.blobs.remove(workspace, id);
  }
  return slice;
}
