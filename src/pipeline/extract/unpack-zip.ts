/** A zip of resumes → its files by pages, within caps (rule P2). Paths are labels and never places (zip-slip has no target). */
import type { ReadError } from '../../domain/read-error.ts';
import { asReadFailure, ReadFailure, readError } from './read-failure.ts';
import { MAX_ENTRIES, newBudget, type UnpackBudget, type ZipMember, zipMembers } from './read-zip.ts';
import { beginsAsZip, isZip } from './signed-format.ts';

/** A file, or why it could not be taken out. `path` as written in the zip; in a zip inside it `inner.zip!path`. */
export type ZippedFile = { path: string; bytes: Uint8Array } | { path: string; reason: ReadError };

export interface ZipPage {
  /** In the order of the directory: the same place is the same file for every page that is asked for. */
  files: ZippedFile[];
  /** Others follow. */
  more: boolean;
}

/** Which of the files: so many from this place on. */
export interface PageOfZip {
  from: number;
  count: number;
}

/** What packers and systems leave behind. */
const LITTER = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|\._|Thumbs\.db$|desktop\.ini$|~\$)/i;
/** Rule P2: zips inside a zip are opened, zips inside those are not. */
const DEEPEST = 1;
const WHOLE: PageOfZip = { from: 0, count: Number.POSITIVE_INFINITY };

/**
 * The first page inflates everything, so that a bomb is told before anything of the zip is taken in; the ones behind it inflate what is
 * theirs. Throws `ReadFailure`: damaged, encrypted (all of it), too_large (caps, bombs), empty.
 */
export async function unpackZip(bytes: Uint8Array, page: PageOfZip = WHOLE): Promise<ZipPage> {
  const walk = new ZipWalk(page);
  await walk.through(bytes, { prefix: '', depth: 0 });
  if (page.from === 0) walk.refuseIfUseless();
  return { files: walk.files, more: walk.found > page.from + page.count };
}

interface Place {
  prefix: string;
  depth: number;
}

class ZipWalk {
  readonly files: ZippedFile[] = [];
  /** Files come by, also those of other pages. */
  found = 0;
  private encrypted = 0;
  private readonly page: PageOfZip;
  private readonly budget: UnpackBudget = newBudget();

  constructor(page: PageOfZip) {
    this.page = page;
  }

  async through(bytes: Uint8Array, at: Place): Promise<void> {
    for await (const member of zipMembers(bytes)) {
      if (this.isOver()) return;
      if (!LITTER.test(member.path)) await this.take(member, at);
      if (this.found > MAX_ENTRIES) throw new ReadFailure('too_large');
    }
  }

  refuseIfUseless(): void {
    if (this.found === 0) throw new ReadFailure('empty', { message: 'The zip holds no files.' });
    if (this.encrypted === this.found) throw new ReadFailure('encrypted');
  }

  private async take(member: ZipMember, at: Place): Promise<void> {
    const path = at.prefix + member.path;
    if (member.encrypted) {
      this.encrypted++;
      return this.add({ path, reason: readError('encrypted') });
    }
    if (this.passesOver() && !(await mayBeZip(member))) return this.add({ path, bytes: NONE });
    const bytes = await this.readOrAdd(path, () => member.read(this.budget));
    if (!bytes) return;
    if (!isZip(bytes)) this.add({ path, bytes });
    else if (at.depth >= DEEPEST) this.add({ path, reason: readError('unsupported', TOO_DEEP) });
    else await this.readOrAdd(path, () => this.through(bytes, { prefix: `${path}!`, depth: at.depth + 1 }));
  }

  /** One damaged member does not spoil the others; a bomb does. */
  private async readOrAdd<T>(path: string, read: () => Promise<T>): Promise<T | undefined> {
    try {
      return await read();
    } catch (error) {
      const { readError: reason } = asReadFailure(error);
      if (reason.code === 'too_large') throw error;
      this.add({ path, reason });
      return undefined;
    }
  }

  private add(file: ZippedFile): void {
    const { from, count } = this.page;
    if (this.found >= from && this.found < from + count) this.files.push(file);
    this.found++;
  }

  /** It belongs to an earlier page, or is the one behind ours, which only says that there are more. */
  private passesOver(): boolean {
    const { from, count } = this.page;
    return from > 0 && (this.found < from || this.found >= from + count);
  }

  private isOver(): boolean {
    const { from, count } = this.page;
    return from > 0 && this.found > from + count;
  }
}

const NONE = new Uint8Array();

/** What does not begin as a zip is one file, whatever is in it. Where its beginning cannot be read alone, all of it has to be. */
async function mayBeZip(member: ZipMember): Promise<boolean> {
  const head = await member.head();
  return head === undefined || beginsAsZip(head);
}

const TOO_DEEP = {
  message: 'A zip inside a zip inside a zip is not opened.',
  fix: 'Send the files themselves.',
};
