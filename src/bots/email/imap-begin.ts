/** Where reading begins on a new connection (rule E5). */
import type { ImapFlow, MailboxObject } from 'imapflow';
import type { ChannelState } from '../../messages/channel.ts';
import { factsOf, newestMarked, uidsAfter } from './imap-folder.ts';
import {
  afterLostState,
  afterNewValidity,
  type FolderState,
  type ImapPosition,
  positionValue,
  readPosition,
} from './imap-position.ts';
import type { MailLog } from './mail-source.ts';

/** The stored position, or the one that follows from what the folder looks like; stored before anything is read. */
export async function beginPosition(
  open: { client: ImapFlow; mailbox: MailboxObject },
  source: string,
  state: ChannelState,
  log: MailLog,
): Promise<ImapPosition> {
  const known = readPosition(await state.cursor(source));
  const folder = await folderState(open);
  if (known?.validity === folder.validity) return known;
  const position = known === undefined ? await firstPosition(open, folder, log) : afterNewValidity(known, folder);
  if (known !== undefined)
    log.warn({}, 'mailbox: the server numbered its mails anew (UIDVALIDITY); what is new since then is looked for');
  await state.moveCursor(source, positionValue(position));
  return position;
}

async function folderState({ client, mailbox }: { client: ImapFlow; mailbox: MailboxObject }): Promise<FolderState> {
  const validity = String(mailbox.uidValidity);
  // UIDNEXT may be missing in the answer to SELECT (RFC 3501, 6.3.1, leaves it to the server).
  const upTo = mailbox.uidNext > 0 ? mailbox.uidNext - 1 : ((await uidsAfter(client, 0)).at(-1) ?? 0);
  return { validity, upTo };
}

async function firstPosition(
  { client, mailbox }: { client: ImapFlow; mailbox: MailboxObject },
  folder: FolderState,
  log: MailLog,
): Promise<ImapPosition> {
  const marked = mailbox.exists > 0 ? await newestMarked(client) : undefined;
  if (marked !== undefined) {
    log.warn({}, 'mailbox: the position is lost, and mails carry our mark; what is new since then is looked for');
    return afterLostState(marked, folder);
  }
  if (mailbox.exists === 0) return { validity: folder.validity, last: folder.upTo, later: [] };
  log.info(
    { mails: mailbox.exists },
    'mailbox: the mails that were there before are left alone; to take them in: shortlist mailbox read-old --since 2026-01-31',
  );
  const newest = (await factsOfNewest(client))?.arrived;
  return { validity: folder.validity, last: folder.upTo, ...(newest === undefined ? {} : { from: newest }), later: [] };
}

async function factsOfNewest(client: ImapFlow) {
  const newest = await client.fetchOne('*', { uid: true });
  return newest ? factsOf(client, newest.uid) : undefined;
}
