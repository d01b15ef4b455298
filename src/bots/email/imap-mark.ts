/** Marks mails that are done: a keyword, or another folder (rule E6). */
import type { ImapFlow } from 'imapflow';
import { RetryLater } from '../../domain/errors.ts';
import { isThere, MARK } from './imap-folder.ts';
import type { MailLog } from './mail-source.ts';

export interface Marker {
  /** Again is harmless; a mail that has gone is no error. Throws RetryLater. */
  mark(uid: number, mark: 'done' | 'failed'): Promise<void>;
}

/** A full or busy mailbox refuses for hours: that must make no dead letters of mails that are answered. */
const REFUSED = { afterMs: 5 * 60_000, countsAsAttempt: false, giveUpAfterMs: 72 * 3_600_000 };
const FOLDERS = { done: 'Processed', failed: 'Failed' } as const;

/** For one connection; `warned` outlives it, so that a server without keywords is named once. */
export function createMarker(
  client: ImapFlow,
  after: 'flag' | 'move' | 'leave',
  warned: { keywords: boolean },
  log: MailLog,
): Marker {
  const made = new Set<string>();
  const flag = async (uid: number) => {
    if (!takesKeywords(client)) {
      if (!warned.keywords)
        log.warn({}, `mailbox: the server takes no keywords, so mails that were taken in are not marked with ${MARK}`);
      warned.keywords = true;
      return;
    }
    if (await client.messageFlagsAdd(String(uid), [MARK], { uid: true, silent: true })) return;
    if (await isThere(client, uid)) throw new RetryLater('the mailbox did not take the mark', REFUSED);
  };
  const move = async (uid: number, folder: string) => {
    if (!(await isThere(client, uid))) return;
    if (!made.has(folder)) await makeFolder(client, folder);
    made.add(folder);
    if (await moveMail(client, uid, folder)) return;
    made.delete(folder);
    if (await isThere(client, uid)) throw new RetryLater(`the mailbox did not move the mail to ${folder}`, REFUSED);
  };
  return {
    async mark(uid, mark) {
      if (after === 'flag') await flag(uid);
      if (after === 'move') await move(uid, FOLDERS[mark]);
    },
  };
}

export function takesKeywords(client: ImapFlow): boolean {
  const flags = client.mailbox === false ? undefined : client.mailbox.permanentFlags;
  return flags === undefined || flags.has('\\*') || flags.has(MARK);
}

async function makeFolder(client: ImapFlow, folder: string): Promise<void> {
  try {
    await client.mailboxCreate(folder);
  } catch (error) {
    // Not every server says ALREADYEXISTS; when it is not there after all, the move says so.
    if (!client.usable) throw error;
  }
}

async function moveMail(client: ImapFlow, uid: number, folder: string): Promise<boolean> {
  const options = { uid: true } as const;
  if (client.capabilities.has('MOVE')) return Boolean(await client.messageMove(String(uid), folder, options));
  const [known] = await client.fetchAll(String(uid), { uid: true, flags: true }, options);
  // Copied before, by a run that ended there: a second copy would be one too many.
  const copied = known?.flags?.has('\\Deleted') === true;
  if (!copied && !(await client.messageCopy(String(uid), folder, options))) return false;
  // Without UIDPLUS only EXPUNGE for the whole folder exists, and that would remove what people only marked.
  return client.capabilities.has('UIDPLUS')
    ? client.messageDelete(String(uid), { ...options })
    : client.messageFlagsAdd(String(uid), ['\\Deleted'], { ...options, silent: true });
}
