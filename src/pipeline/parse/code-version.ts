/** Which code read a resume: a file that comes again after an update is read anew, and a score's inputs name what read them. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

/** All that turns bytes into a resume and the facts derived from it, with the words and dates of `domain`; the dictionaries have a version of their own. */
const ROOMS = ['../extract/', '../parse/', '../enrich/', '../match/', '../postings/enrich/', '../../domain/'].map(
  (room) => new URL(room, import.meta.url),
);

/** 8 hex digits over the sources, in sorted order: nobody has to remember to raise a number. */
function hashOfSources(): string {
  const hash = createHash('sha256');
  for (const room of ROOMS)
    for (const name of readdirSync(room)
      .filter((file) => file.endsWith('.ts'))
      .sort())
      hash.update(`${name}\0`).update(readFileSync(new URL(name, room)));
  return hash.digest('hex').slice(0, 8);
}

/** Once a process that reads files. */
export const CODE_VERSION = hashOfSources();
