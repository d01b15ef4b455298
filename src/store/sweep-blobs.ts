/** Removes files of the blob store that nothing names: bytes come before their row, so a crash between the two leaves them. */
import { readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { BlobId, WorkspaceId } from '../domain/ids.ts';

/** Resolves to the number of files removed. `folder` holds `w-<workspace>/<two digits>/<id>`. */
export async function sweepBlobs(
  folder: string,
  isKnown: (workspace: WorkspaceId, id: BlobId) => Promise<boolean>,
  olderThanMs: number,
): Promise<number> {
  let removed = 0;
  for (const name of await namesIn(folder)) {
    if (!name.startsWith('w-')) continue;
    const workspace = decodeURIComponent(name.slice(2));
    for (const part of await namesIn(path.join(folder, name))) {
      const inside = path.join(folder, name, part);
      for (const file of await namesIn(inside)) {
        const orphan = file.startsWith('.') || !(await isKnown(workspace, file));
        if (orphan && (await removeOld(path.join(inside, file), olderThanMs))) removed += 1;
      }
    }
  }
  return removed;
}

/**
 * Looking first and removing then would lose a file that is put again in between. So it is taken away under another name, looked at
 * once more, and put back when somebody touched it: `put` either touched it before (seen here) or finds nothing and writes it anew.
 */
async function removeOld(file: string, olderThanMs: number): Promise<boolean> {
  if (!(await isOld(file, olderThanMs))) return false;
  const aside = path.join(path.dirname(file), `.swept-${path.basename(file)}`);
  try {
    await rename(file, aside);
  } catch {
    // Another sweeper was faster.
    return false;
  }
  if (await isOld(aside, olderThanMs)) {
    await rm(aside, { force: true });
    return true;
  }
  await rename(aside, file);
  return false;
}

async function isOld(file: string, olderThanMs: number): Promise<boolean> {
  const found = await stat(file).catch(() => undefined);
  return found !== undefined && Date.now() - found.mtimeMs > olderThanMs;
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}
