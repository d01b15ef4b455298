/** All files of a zip, a few at a time: for commands, which have no step to come back with. */
import type { ReadError } from '../../domain/read-error.ts';
import type { ZippedFile } from '../extract/unpack-zip.ts';
import type { ResumeReader } from './resume-reader.ts';

const AT_ONCE = 100;

/** The last thing given is the error of the archive itself, where it has one. */
export async function* filesOfZip(
  reader: Pick<ResumeReader, 'unpack'>,
  bytes: Uint8Array,
): AsyncGenerator<ZippedFile | { error: ReadError }> {
  for (let from = 0; ; ) {
    const page = await reader.unpack(bytes, { from, count: AT_ONCE });
    if ('error' in page) return yield page;
    yield* page.files;
    if (!page.more) return;
    from += page.files.length;
  }
}
