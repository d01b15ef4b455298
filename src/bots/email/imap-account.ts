/** The mailbox to read, as the settings name it. */
import type { OAuthProvider } from './oauth-providers.ts';

export interface ImapAccount {
  host: string;
  port: number;
  secure: boolean;
  /** A test server's self-signed certificate is taken. */
  anyCertificate: boolean;
  user: string;
  /** Empty with `oauth`. */
  password: string;
  folder: string;
  /** `move` is for a mailbox of its own; in the others people read as well (rules E6, E13). */
  after: 'flag' | 'move' | 'leave';
  oauth?: { provider: OAuthProvider; clientId: string; clientSecret: string; refreshToken: string };
}

/** What others may show of the mailbox: the doctor, health pages. */
export interface MailboxStatus {
  connected: boolean;
  /** A code and what to do, as the log has it; gone when the connection stands again. */
  lastError?: { reason: string; fix: string };
  /** When the last mail was taken in or left alone. */
  lastMailAt?: Date;
}
