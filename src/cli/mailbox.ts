/** `shortlist mailbox read-old`: leaves the wish in the database; the service, which holds the connection, does it. */
import { imapSourceName, oldMailSourceName } from '../bots/email/imap-location.ts';
import { oldMailRequestValue, readOldMailRequest } from '../bots/email/imap-old-mails.ts';
import { ConfigError, UserError } from '../domain/errors.ts';
import { DEFAULT_WORKSPACE } from '../domain/ids.ts';
import { commit } from '../store/commit.ts';
import { getCursor } from '../store/cursors.ts';
import { openStore } from '../store/store.ts';
import type { Settings } from './settings.ts';

/** Throws ConfigError without a mailbox, UserError for a date that is none. */
export async function readOldMails(
  { config, clock, terminal }: Settings,
  { since, answer }: { since?: string; answer: boolean },
): Promise<void> {
  const { imap } = config.mail;
  if (!imap) throw new ConfigError('IMAP_URL', 'is not set', 'Set IMAP_URL=imaps://user:password@imap.example.com:993.');
  const value = oldMailRequestValue({ since, answer });
  if (readOldMailRequest(value) === undefined)
    throw new UserError(`${since} is not a date.`, 'Write it as YYYY-MM-DD, for example --since 2026-01-31.');
  const store = await openStore({ file: config.databaseUrl, dataFolder: config.dataFolder, clock });
  try {
    const source = oldMailSourceName(imapSourceName(imap));
    const before = readOldMailRequest(await getCursor(store, DEFAULT_WORKSPACE, source));
    await commit(store, {
      changes: [{ kind: 'cursorMoved', workspace: DEFAULT_WORKSPACE, source, value }],
      tasks: [],
      messages: [],
    });
    terminal.value({
      mailbox: imap.folder,
      since: since ?? null,
      answer,
      replaced: before !== undefined && before.finished !== true,
    });
    if (!terminal.json)
      terminal.say(
        `The running service takes them in within half a minute, behind new mail; mails it knows are skipped.${answer ? '' : ' Their senders get no mail.'}`,
      );
  } finally {
    await store.close();
  }
}
