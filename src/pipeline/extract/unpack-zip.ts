/** A zip of resumes → its members, within caps (rule P2). Paths are labels and never places (zip-slip has no target). */
import type { ReadError } from '../../domain/read-error.ts';
import { sniffFormat } from './file-format.ts';
import { asReadFailure, ReadFailure, readError } from './read-failure.ts';
import { MAX_ENTRIES, newBudget, type UnpackBudget, type ZipMember, zipMembers } from './read-zip.ts';

export interface UnpackedZip {
  /** `path` as written in the zip; in a zip inside it `inner.zip!path`. */
  members: ZipMember[];
  skipped: { path: string; reason: ReadError }[];
}

/** What packers and systems leave behind. */
const LITTER = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|\._|Thumbs\.db$|desktop\.ini$|~\$)/i;
/** Rule P2: zips inside a zip are opened, zips inside those are not. */
const DEEPEST = 1;

/** Throws `ReadFailure`: damaged, encrypted (all of it), too_large (caps, bombs), empty. */
export async function unpackZip(bytes: Uint8Array): Promise<UnpackedZip> {
  const result: UnpackedZip = { members: [], skipped: [] };
  await unpackInto(result, bytes, { prefix: '', depth: 0, budget: newBudget() });
  if (result.members.length > 0) return result;
  if (result.skipped.length === 0) throw new ReadFailure('empty', { message: 'The zip holds no files.' });
  if (result.skipped.every(({ reason }) => reason.code === 'encrypted')) throw new ReadFailure('encrypted');
  return result;
}

async function unpackInto(
  result: UnpackedZip,
  bytes: Uint8Array,
  at: { prefix: string; depth: number; budget: UnpackBudget },
): Promise<void> {
  for await (const member of zipMembers(bytes)) {
    if (LITTER.test(member.path)) continue;
    const path = at.prefix + member.path;
    if (member.encrypted) {
      result.skipped.push({ path, reason: readError('encrypted') });
      continue;
    }
    const content = await readOrSkip(result, path, () => member.read(at.budget));
    if (!content) continue;
    if (sniffFormat(content, path) === 'zip') await unpackInner(result, { path, bytes: content }, at);
    else result.members.push({ path, bytes: content });
    if (result.members.length + result.skipped.length > MAX_ENTRIES) throw new ReadFailure('too_large');
  }
}

async function unpackInner(result: UnpackedZip, inner: ZipMember, at: { depth: number; budget: UnpackBudget }): Promise<void> {
  if (at.depth >= DEEPEST) {
    result.skipped.push({
      path: inner.path,
      reason: readError('unsupported', {
        message: 'A zip inside a zip inside a zip is not opened.',
        fix: 'Send the files themselves.',
      }),
    });
    return;
  }
  const next = { prefix: `${inner.path}!`, depth: at.depth + 1, budget: at.budget };
  await readOrSkip(result, inner.path, () => unpackInto(result, inner.bytes, next));
}

/** One damaged member does not spoil the others; a bomb does. */
async function readOrSkip<T>(result: UnpackedZip, path: string, read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    const { readError: reason } = asReadFailure(error);
    if (reason.code === 'too_large') throw error;
    result.skipped.push({ path, reason });
    return undefined;
  }
}
