/** One connection to the mailbox, up to its open folder. Each is a new client: imapflow reconnects nothing (rule E2). */
import { ImapFlow, type MailboxObject } from 'imapflow';
import type { ImapAccount } from './imap-account.ts';
import { FolderMissing } from './imap-problem.ts';
import type { ImapTimings } from './imap-timings.ts';
import type { TokenSource } from './oauth-tokens.ts';

export interface ConnectOptions {
  account: ImapAccount;
  /** With `account.oauth`. */
  tokens?: TokenSource;
  timings: ImapTimings;
  /** Of one mail; a literal that is much longer ends the connection (rule E11). */
  maxBytes: number;
  /** Told how to end it, before it is open. */
  onClient?(close: () => void): void;
  /** Told once when the connection has ended, for whatever reason. */
  onClose?(): void;
  /** Told when the number of mails in the folder changed. */
  onExists?(): void;
}

export interface OpenFolder {
  client: ImapFlow;
  mailbox: MailboxObject;
}

const LOOPBACK = /^(?:127(?:\.\d+){3}|::1|localhost)$/;
const isLoopback = (host: string): boolean => LOOPBACK.test(host);

const HEADROOM_BYTES = 1_000_000;
/** Of one line: a SEARCH over a large mailbox is one line with every UID. */
const LONGEST_LINE_BYTES = 16_000_000;

/** Rejects with what `mailboxProblem` explains; then nothing is left open. */
export async function openFolder(options: ConnectOptions): Promise<OpenFolder> {
  const accessToken = options.tokens === undefined ? undefined : await options.tokens.accessToken();
  const client = newClient(options, accessToken);
  options.onClient?.(() => client.close());
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(Object.assign(new Error('the mailbox did not open in time'), { code: 'OPEN_TIMEOUT' })),
      options.timings.open,
    );
  });
  try {
    const mailbox = await Promise.race([connectAndSelect(client, options.account.folder), late]);
    return { client, mailbox };
  } catch (error) {
    // Without it a client that failed keeps its timers and sockets (and the process).
    client.close();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

async function connectAndSelect(client: ImapFlow, folder: string): Promise<MailboxObject> {
  await client.connect();
  try {
    // The lock is kept for the connection's whole life: a silent folder under a lock is no dead connection for imapflow.
    await client.getMailboxLock(folder);
  } catch (error) {
    throw error instanceof Error && 'mailboxMissing' in error && error.mailboxMissing === true ? new FolderMissing() : error;
  }
  if (client.mailbox === false) throw Object.assign(new Error('the folder was closed'), { code: 'NoConnection' });
  return client.mailbox;
}

function newClient(options: ConnectOptions, accessToken: string | undefined): ImapFlow {
  const { account, timings, maxBytes } = options;
  const client = new ImapFlow({
    host: account.host,
    port: account.port,
    secure: account.secure,
    // Without TLS only to this machine: a password must not cross a network in the clear.
    ...(account.secure || isLoopback(account.host) ? {} : { doSTARTTLS: true }),
    auth: { user: account.user, ...(accessToken === undefined ? { pass: account.password } : { accessToken }) },
    tls: { rejectUnauthorized: !account.anyCertificate },
    logger: false,
    disableAutoIdle: true,
    maxIdleTime: timings.idle,
    connectionTimeout: timings.connect,
    greetingTimeout: timings.connect,
    socketTimeout: timings.command,
    maxLiteralSize: maxBytes + HEADROOM_BYTES,
    maxResponseSize: maxBytes + 2 * HEADROOM_BYTES,
    maxLineLength: LONGEST_LINE_BYTES,
    maxLockHoldTime: false,
    // Compressed answers would have to be unpacked before their size can be limited.
    disableCompression: true,
    clientInfo: { name: 'Shortlist' },
  });
  // Before connect(): a reset at any stage of the handshake is an `error` event, which nobody's would end the process (rule E1).
  client.on('error', () => client.close());
  client.once('close', () => options.onClose?.());
  client.on('exists', () => options.onExists?.());
  return client;
}
