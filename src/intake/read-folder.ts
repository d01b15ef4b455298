/**
 * Files of a watched folder that are new or changed (F1.7). Known by when their inode last changed: a file that is copied in keeps its
 * old time of change with `cp -p`, but not that one. The content's hash decides in the end, so reading one twice is harmless.
 */
import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { lstat, open, readdir } from 'node:fs/promises';
import path from 'node:path';
import { PermanentFailure } from '../domain/errors.ts';

export interface FolderFile {
  name: string;
  /** SHA-256 of the bytes, hex. */
  hash: string;
  bytes: Uint8Array;
}

export interface FolderPage {
  files: FolderFile[];
  /** Where to go on. */
  next: string;
  more: boolean;
  /** Not read: over the cap, or gone or locked. */
  skipped: number;
}

interface Found {
  file: string;
  /** Milliseconds. */
  at: number;
  size: number;
}

const MOST_BYTES = 40 * 1024 * 1024;
const MOST_FILES = 20_000;
const MOST_DEPTH = 8;
/** Clocks of file systems are coarse, and a file may be written while the folder is walked: so much is looked at again. */
const OVERLAP_MS = 2_000;

/**
 * The next `limit` files after a position of an earlier page, oldest first. `again`: it goes on with a run, so nothing is looked at
 * twice. Links are not followed and nothing outside is read. Throws PermanentFailure for a folder that cannot be read.
 */
export async function readFolder(
  folder: string,
  options: { after: string | null; again: boolean; limit: number },
): Promise<FolderPage> {
  const [at = 0, name = ''] = positionOf(options.after);
  const from = options.again ? { at, file: name } : { at: at - OVERLAP_MS, file: '' };
  const found = (await walk(folder, folder, 0)).filter((one) => one.at > from.at || (one.at === from.at && one.file > from.file));
  found.sort((a, b) => a.at - b.at || (a.file < b.file ? -1 : 1));
  const page = found.slice(0, options.limit);
  const read = await Promise.all(page.filter((one) => one.size > 0 && one.size <= MOST_BYTES).map(readOne));
  const files = read.filter((file) => file !== undefined);
  const last = page.at(-1);
  return {
    files,
    next: last ? `${last.at}|${last.file}` : (options.after ?? '0|'),
    more: found.length > page.length,
    skipped: page.length - files.length,
  };
}

function positionOf(after: string | null): [number, string] {
  const [, at, file] = /^(\d+(?:\.\d+)?)\|(.*)$/s.exec(after ?? '') ?? [];
  return at === undefined ? [0, ''] : [Number(at), file ?? ''];
}

async function walk(root: string, folder: string, depth: number): Promise<Found[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (depth > 0) return [];
    throw unreadable(error);
  });
  const found: Found[] = [];
  for (const entry of entries) {
    const file = path.join(folder, entry.name);
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory() && depth < MOST_DEPTH) found.push(...(await walk(root, file, depth + 1)));
    else if (entry.isFile()) {
      const info = await lstat(file).catch(() => undefined);
      if (info?.isFile()) found.push({ file, at: info.ctimeMs, size: info.size });
    }
    if (found.length > MOST_FILES)
      throw new PermanentFailure(`there are more than ${MOST_FILES} files in it`, 'Watch a folder with fewer files.');
  }
  return found;
}

const unreadable = (error: unknown): PermanentFailure =>
  error instanceof Error && 'code' in error && error.code === 'EACCES'
    ? new PermanentFailure('this user may not read the folder', 'Give the user of the service the right to read it.')
    : new PermanentFailure('the folder is not there', 'Make it again, or "source remove" it.');

/** O_NOFOLLOW: what was a file when the folder was walked may be a link by now. */
async function readOne({ file }: Found): Promise<FolderFile | undefined> {
  const handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW).catch(() => undefined);
  if (!handle) return undefined;
  try {
    const info = await handle.stat();
    if (!info.isFile() || info.size > MOST_BYTES) return undefined;
    const bytes = new Uint8Array(await handle.readFile());
    return { name: path.basename(file), hash: createHash('sha256').update(bytes).digest('hex'), bytes };
  } catch {
    return undefined;
  } finally {
    await handle.close();
  }
}
