/** The mailbox of the settings as a source: which login, whose senders are believed. */
import type { Clock } from '../../domain/clock.ts';
import type { ImapAccount } from './imap-account.ts';
import { createImapSource, type ImapSource } from './imap-source.ts';
import type { ImapTimings } from './imap-timings.ts';
import type { MailLog } from './mail-source.ts';
import { OAUTH_ENDPOINTS } from './oauth-providers.ts';
import { createRefreshTokenSource, type TokenSource } from './oauth-tokens.ts';
import type { MailTrust } from './trust-sender.ts';

export interface MailboxOptions {
  account: ImapAccount;
  trust: MailTrust;
  timings?: Partial<ImapTimings>;
}

export function createMailbox(options: MailboxOptions, shared: { maxBytes: number; log: MailLog; clock: Clock }): ImapSource {
  const { account, trust, timings } = options;
  return createImapSource({ ...shared, account, trust, timings, tokens: tokensOf(account) });
}

/** Undefined for a login by password. */
export function tokensOf({ oauth }: ImapAccount): TokenSource | undefined {
  return oauth && createRefreshTokenSource({ ...oauth, endpoint: OAUTH_ENDPOINTS[oauth.provider] });
}
