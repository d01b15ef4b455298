/** What went wrong with the mailbox, as a code for logs and a sentence for whoever can repair it. */
import { TokenRefused } from './oauth-tokens.ts';

export interface MailboxProblem {
  /** Asking again soon would be refused again, and may lock the account. */
  refused: boolean;
  reason: string;
  fix: string;
}

/** The folder of the settings is not there. */
export class FolderMissing extends Error {
  constructor() {
    super('the folder does not exist');
    this.name = 'FolderMissing';
  }
}

const LOGIN_FIX =
  'Check user and password in IMAP_URL (percent-encode special characters: @ is %40). Gmail and Microsoft want IMAP_OAUTH, Gmail also takes an app password.';
const FOLDER_FIX = 'Set IMAP_FOLDER to a folder of that mailbox, spelled as the server spells it.';
const CERTIFICATE_FIX =
  "The server's certificate is not trusted here. Use the host name that it was made for; for a test server of your own add ?tls=insecure to IMAP_URL.";
const REACH_FIX = 'Check host and port in IMAP_URL and the network; it is tried again by itself.';

/** RFC 5530: the server says itself that it is not the credentials. */
const PASSING = new Set(['UNAVAILABLE', 'INUSE', 'LIMIT', 'CONTACTADMIN', 'SERVERBUG']);
const CERTIFICATE = /CERT|ALTNAME|ISSUER|SIGNATURE|SELF_SIGNED/;

export function mailboxProblem(error: unknown): MailboxProblem {
  if (error instanceof TokenRefused) return { refused: true, reason: error.message, fix: error.fix };
  if (error instanceof FolderMissing) return { refused: true, reason: error.message, fix: FOLDER_FIX };
  const code = textOf(error, 'code') ?? (error instanceof Error ? error.name : 'unknown');
  if (isRefusedLogin(error)) return { refused: true, reason: 'the login was refused', fix: LOGIN_FIX };
  if (CERTIFICATE.test(code)) return { refused: true, reason: `the certificate is not trusted (${code})`, fix: CERTIFICATE_FIX };
  return { refused: false, reason: code, fix: REACH_FIX };
}

function isRefusedLogin(error: unknown): boolean {
  if (!(error instanceof Error) || !('authenticationFailed' in error) || error.authenticationFailed !== true) return false;
  return !PASSING.has(textOf(error, 'serverResponseCode') ?? '');
}

function textOf(error: unknown, field: 'code' | 'serverResponseCode'): string | undefined {
  const value: unknown = error instanceof Error && field in error ? Reflect.get(error, field) : undefined;
  return typeof value === 'string' ? value : undefined;
}
