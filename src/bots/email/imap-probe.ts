/** Opens the mailbox once and looks at what it can do. */
import type { ImapAccount } from './imap-account.ts';
import { openFolder } from './imap-connect.ts';
import { tokensOf } from './imap-mailbox.ts';
import { takesKeywords } from './imap-mark.ts';
import { type MailboxProblem, mailboxProblem } from './imap-problem.ts';
import { IMAP_TIMINGS } from './imap-timings.ts';

/** A probe fetches no mail. */
const MAX_BYTES = 1_000_000;

export async function probeMailbox(
  account: ImapAccount,
): Promise<{ mails: number; idle: boolean; keywords: boolean } | { problem: MailboxProblem }> {
  try {
    const { client, mailbox } = await openFolder({
      account,
      tokens: tokensOf(account),
      timings: IMAP_TIMINGS,
      maxBytes: MAX_BYTES,
    });
    const found = { mails: mailbox.exists, idle: client.capabilities.has('IDLE'), keywords: takesKeywords(client) };
    client.close();
    return found;
  } catch (error) {
    return { problem: mailboxProblem(error) };
  }
}
