/** Takes mails out of the folder of outgoing mail again: erasure and retention (rules A8, A9), whether or not mail leaves by SMTP now. */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { SentFiles } from '../../messages/sent-files.ts';
import { keyHashOf } from './compose-mail.ts';

export function createSentMailFiles(folder: string): SentFiles {
  return {
    async forget(dedupeKeys) {
      if (dedupeKeys.length === 0) return;
      const hashes = new Set(dedupeKeys.map(keyHashOf));
      for (const name of await readdir(folder).catch(() => [])) {
        const hash = /^(?:\d{8}T\d{9}Z-|\.)([0-9a-f]{32})\./.exec(name)?.[1];
        if (hash !== undefined && hashes.has(hash)) await rm(join(folder, name), { force: true });
      }
    },
  };
}
