/** Bytes of files, each under an id that only this workspace's key can make of them. */
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import type { BlobId, WorkspaceId } from '../domain/ids.ts';
import { sweepBlobs } from './sweep-blobs.ts';
import { syncFolder } from './sync-folder.ts';

export interface BlobStore {
  /** HMAC(key, workspace, SHA-256 of the bytes) as hex: the same bytes in two workspaces are two blobs. */
  idOf(workspace: WorkspaceId, bytes: Uint8Array): BlobId;
  /** On disk when this resolves; the same bytes again change nothing. Rejects when the disk refuses: then nobody acknowledges. */
  put(workspace: WorkspaceId, bytes: Uint8Array): Promise<BlobId>;
  /** Rejects with ENOENT for what is not there. */
  get(workspace: WorkspaceId, id: BlobId): Promise<Uint8Array>;
  /** When somebody last put these bytes, in milliseconds of the system's clock; undefined when they are not there. */
  touchedAt(workspace: WorkspaceId, id: BlobId): Promise<number | undefined>;
  /** What is not there is removed already. */
  remove(workspace: WorkspaceId, id: BlobId): Promise<void>;
  /** Removes what no row knows and nobody put for that long; how many. Also what a crash left half written. */
  sweepOrphans(isKnown: (workspace: WorkspaceId, id: BlobId) => Promise<boolean>, olderThanMs: number): Promise<number>;
}

/** Files `<folder>/w-<workspace>/<first two of the id>/<id>`. `key` is the workspace keys' `blob`. */
export function createFileBlobStore(folder: string, key: Uint8Array): BlobStore {
  const idOf: BlobStore['idOf'] = (workspace, bytes) => {
    const content = createHash('sha256').update(bytes).digest();
    return createHmac('sha256', key).update(`${workspace}\0`).update(content).digest('hex');
  };
  return {
    idOf,
    async put(workspace, bytes) {
      const id = idOf(workspace, bytes);
      const file = fileOf(folder, workspace, id);
      // Touching it keeps the sweeper away until the row is there.
      if (!(await touch(file))) await write(file, bytes);
      // Also for a file that was there: the process that wrote it may have died before this line.
      await syncFolder(path.dirname(file));
      return id;
    },
    get: async (workspace, id) => readFile(fileOf(folder, workspace, id)),
    touchedAt: (workspace, id) =>
      stat(fileOf(folder, workspace, id)).then(
        (found) => found.mtimeMs,
        () => undefined,
      ),
    async remove(workspace, id) {
      const file = fileOf(folder, workspace, id);
      await rm(file, { force: true });
    },
    sweepOrphans: (isKnown, olderThanMs) => sweepBlobs(folder, isKnown, olderThanMs),
  };
}

/** Ids come from rows, yet a path is made of them: anything but 64 hex digits is refused. */
function fileOf(folder: string, workspace: WorkspaceId, id: BlobId): string {
  if (!/^[0-9a-f]{64}$/.test(id)) throw new Error('not the id of a blob');
  // `w-` because a workspace may be called `..`.
  return path.join(folder, `w-${encodeURIComponent(workspace)}`, id.slice(0, 2), id);
}

async function touch(file: string): Promise<boolean> {
  const now = new Date();
  try {
    await utimes(file, now, now);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}

async function write(file: string, bytes: Uint8Array): Promise<void> {
  const folder = path.dirname(file);
  await makeFolder(folder);
  const draft = path.join(folder, `.draft-${randomBytes(8).toString('hex')}`);
  try {
    const handle = await open(draft, 'wx', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** A new folder is an entry of its parent, so each level that had to be made is synced into the one above. */
async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let at = folder; at.length >= first.length; at = path.dirname(at)) await syncFolder(path.dirname(at));
}
