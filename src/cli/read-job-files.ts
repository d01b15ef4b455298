/** `shortlist jobs read`: one posting a line; what cannot be read is reported with its position and the rest goes on. */
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { createTaxonomy } from '../pipeline/enrich/create-taxonomy.ts';
import { readPostings } from '../pipeline/postings/read-postings.ts';
import { expandFiles } from './open-files.ts';
import type { Settings } from './settings.ts';

export async function readJobFiles({ terminal }: Settings, paths: string[]): Promise<void> {
  const taxonomy = createTaxonomy();
  for (const file of await expandFiles(paths, { folders: false })) {
    let read = 0;
    for await (const item of readPostings(createReadStream(file), taxonomy, { name: path.basename(file) })) {
      if ('error' in item) {
        terminal.failed();
        terminal.value({ file, error: item.error });
        terminal.note(`${file}: ${item.error.message}${item.error.position ? ` (at ${item.error.position})` : ''}`);
        continue;
      }
      read += 1;
      terminal.value({ file, posting: item.posting });
      if (!terminal.json)
        terminal.say(
          `${item.posting.title}${item.posting.company ? `, ${item.posting.company}` : ''}${item.closed ? ' [closed]' : ''}`,
        );
    }
    terminal.note(`${file}: ${read} postings`);
  }
}
