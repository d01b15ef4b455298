/** Where a mail lies, as the submission keeps it: enough to find it in this mailbox, and to know that it is another one. */
import { createHash } from 'node:crypto';
import type { ImapAccount } from './imap-account.ts';

/** `imap:<user>@<host>/<folder>`: the name of the cursor. */
export const imapSourceName = ({ user, host, folder }: Pick<ImapAccount, 'user' | 'host' | 'folder'>): string =>
  `imap:${user}@${host}/${folder}`;

/** Where the terminal leaves the request to read what was there before the first start, and how far it came. */
export const oldMailSourceName = (source: string): string => `old:${source}`;

/** The mailbox as a fingerprint: a UID of another mailbox must never be flagged or moved, and rows need no user name. */
const fingerprint = (source: string): string => createHash('sha256').update(source).digest('hex').slice(0, 16);

export const locationOf = (source: string, validity: string, uid: number): string =>
  `imap:${fingerprint(source)}:${validity}:${uid}`;

/** Undefined for a place in another mailbox. */
export function readLocation(source: string, location: string): { validity: string; uid: number } | undefined {
  const [, mailbox, validity = '', uid] = /^imap:([0-9a-f]{16}):(\d+):(\d+)$/.exec(location) ?? [];
  return mailbox === fingerprint(source) ? { validity, uid: Number(uid) } : undefined;
}
