/** Mails to a mail server. The one question that matters after a failure: can the server have taken it? (rule O4) */
import { Readable } from 'node:stream';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { PermanentFailure, RetryLater } from '../../domain/errors.ts';
import type { Sent } from '../../messages/channel.ts';
import type { ComposedMail } from './compose-mail.ts';
import { createConcurrencyGate } from './concurrency-gate.ts';
import type { OutgoingMail } from './outgoing.ts';

export interface SmtpOutgoingOptions {
  /** `smtp(s)://user:password@host:port`. */
  url: string;
  /** The envelope sender: bounces come back to it. */
  from: string;
  /** How long the server may be silent. RFC 5321 allows it minutes after DATA; a lease does not. */
  silenceMs?: number;
}

const SILENCE_MS = 60_000;
const CONNECT_MS = 15_000;
const CONNECTIONS = 3;
const PIECE = 16 * 1024;
/** A wrong password is the operator's to mend, and the mail is not at fault. */
const LOGIN_REFUSED_MS = 15 * 60_000;

interface Attempt {
  /** All bytes were handed over, so the final dot may have arrived. Before that no server accepts anything. */
  handedOver: boolean;
}

/**
 * Sends by SMTP. Not nodemailer's pool: it reads a mail into its own buffers before DATA, so that after a failure nobody can tell
 * whether the end of the message was sent, and "uncertain" would have to be every broken connection.
 */
export function createSmtpOutgoing(options: SmtpOutgoingOptions): OutgoingMail {
  const gate = createConcurrencyGate(CONNECTIONS);
  const open = new Set<SMTPConnection>();
  return {
    idempotent: false,
    async send(mail, signal) {
      const leave = await gate.enter();
      try {
        if (signal.aborted) throw new RetryLater('sending was stopped before it began', { countsAsAttempt: false });
        return await attempt(mail, signal, options, open);
      } finally {
        leave();
      }
    },
    async close() {
      for (const connection of open) connection.close();
    },
  };
}

async function attempt(
  mail: ComposedMail,
  signal: AbortSignal,
  options: SmtpOutgoingOptions,
  open: Set<SMTPConnection>,
): Promise<Sent> {
  const settings = parseConnectionUrl(options.url);
  const silence = options.silenceMs ?? SILENCE_MS;
  const connection = new SMTPConnection({
    ...settings,
    socketTimeout: silence,
    greetingTimeout: silence,
    connectionTimeout: Math.min(CONNECT_MS, silence),
    logger: false,
  });
  const state: Attempt = { handedOver: false };
  open.add(connection);
  const failed = new Promise<never>((_, reject) => {
    connection.once('error', reject);
    // The reply that the server gave before it hung up is delivered first: it decides.
    connection.once('end', () => setImmediate(() => reject(new Error('connection ended'))));
    signal.addEventListener('abort', () => reject(new Error('aborted')), { once: true });
  });
  try {
    await Promise.race([failed, deliver(connection, mail, settings.auth, options.from, state)]);
    return { outcome: 'sent', message: mail.messageId };
  } catch (error) {
    return outcomeOf(error, state);
  } finally {
    open.delete(connection);
    connection.on('error', () => {});
    connection.close();
  }
}

type Login = ReturnType<typeof parseConnectionUrl>['auth'];

async function deliver(connection: SMTPConnection, mail: ComposedMail, auth: Login, from: string, state: Attempt): Promise<void> {
  await called((done) => connection.connect(done));
  if (auth !== undefined) await called((done) => connection.login(auth, done));
  // In pieces, so that it ends only when the socket took nearly all of it.
  const message = Readable.from(piecesOf(mail.raw), { objectMode: false });
  message.once('end', () => {
    state.handedOver = true;
  });
  await called((done) => connection.send({ from, to: [mail.to] }, message, done));
}

function* piecesOf(raw: Buffer): Generator<Buffer> {
  for (let at = 0; at < raw.length; at += PIECE) yield raw.subarray(at, at + PIECE);
}

function called(call: (done: (error?: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => call((error) => (error ? reject(error) : resolve())));
}

/** An answer of the server decides; without one it depends on whether the whole message was under way. */
function outcomeOf(error: unknown, state: Attempt): Sent {
  const code = numberIn(error, 'responseCode');
  const isLogin = error instanceof Error && 'code' in error && error.code === 'EAUTH';
  if (isLogin) throw new RetryLater('the mail server refused the login', { afterMs: LOGIN_REFUSED_MS, cause: error });
  if (code !== undefined && code >= 500) {
    throw new PermanentFailure(
      `the mail server refused the message (${code})`,
      'Check the address and what the mail server says about it.',
      { cause: error },
    );
  }
  if (code !== undefined) throw new RetryLater(`the mail server asks to try later (${code})`, { cause: error });
  if (state.handedOver)
    return { outcome: 'uncertain', reason: 'the connection broke after the message was sent, before the answer' };
  throw new RetryLater('the mail server could not be reached', { cause: error });
}

function numberIn(error: unknown, key: string): number | undefined {
  if (typeof error !== 'object' || error === null || !(key in error)) return undefined;
  const value: unknown = Reflect.get(error, key);
  return typeof value === 'number' ? value : undefined;
}
