/** One conversation with a mail server: connect, log in, send one mail after the other. */
import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { SmtpSettings } from './outgoing-smtp-settings.ts';

export type SmtpStage = 'connect' | 'login' | 'envelope' | 'message';

/** What was known when it failed. `message` and `text` may hold addresses: never logged. */
export class SmtpFailure extends Error {
  readonly stage: SmtpStage;
  /** All bytes were handed over, so the final dot may have arrived. Before that no server accepts anything. */
  readonly handedOver: boolean;
  /** The server's answer: 450, 550, … */
  readonly code: number | undefined;
  /** RFC 3463: 5.1.1 */
  readonly status: string | undefined;
  readonly text: string;
  /** `RCPT TO`, `MAIL FROM`, `DATA`, … */
  readonly command: string | undefined;
  /** TLS was refused because of who the server says that it is. */
  readonly certificate: boolean;
  /** ECONNREFUSED, ETIMEDOUT, …, without anything of the mail or the login. */
  readonly systemCode: string;
  constructor(stage: SmtpStage, handedOver: boolean, cause: unknown) {
    super(`mail was not sent: ${stage}`, { cause });
    this.name = 'SmtpFailure';
    this.stage = stage;
    this.handedOver = handedOver;
    const code = property(cause, 'responseCode');
    this.code = typeof code === 'number' && code >= 400 ? code : undefined;
    const response = property(cause, 'response');
    this.text = typeof response === 'string' ? response.slice(0, 2_000) : '';
    this.status = /^[45]\d\d[ -]([45]\.\d{1,3}\.\d{1,3})\b/.exec(this.text)?.[1];
    const command = property(cause, 'command');
    this.command = typeof command === 'string' ? command : undefined;
    const original = String(property(cause, 'originalCode') ?? property(cause, 'code') ?? 'no answer');
    this.systemCode = original;
    this.certificate = /^(?:CERT_|ERR_TLS_CERT|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_(?:VERIFY|GET_ISSUER))/.test(original);
  }
}

export interface SmtpMail {
  from: string;
  to: string;
  raw: Buffer;
}

export interface SmtpSession {
  /** Mails sent so far. */
  readonly sent: number;
  /** Neither side has closed it. */
  readonly open: boolean;
  /** Resolves when the server took it. Throws SmtpFailure; the session is closed then. */
  send(mail: SmtpMail, signal: AbortSignal): Promise<void>;
  close(): void;
}

export interface SmtpLimits {
  /** How long the server may be silent once it is being sent the message. RFC 5321 allows minutes; a lease and the next mail do not. */
  silenceMs: number;
  /** From the beginning until it says that the message may come: nothing is lost by giving up there. */
  setUpMs: number;
}

const PIECE = 16 * 1024;

/** Connects and logs in. Throws SmtpFailure. */
export async function openSmtpSession(settings: SmtpSettings, limits: SmtpLimits, signal: AbortSignal): Promise<SmtpSession> {
  const connection = connectionTo(settings, limits);
  const run = runnerOf(connection, signal, limits.setUpMs);
  try {
    await run('connect', (done) => connection.connect(done));
    const { auth } = settings;
    if (auth !== undefined) await run('login', (done) => connection.login({ ...auth }, done));
  } catch (error) {
    connection.close();
    throw error;
  }
  return sessionOn(connection, limits);
}

function connectionTo(settings: SmtpSettings, limits: SmtpLimits): SMTPConnection {
  const { host, port, secure, startTls, verifyCertificate } = settings;
  const connection = new SMTPConnection({
    host,
    port,
    secure,
    requireTLS: startTls === 'required',
    ignoreTLS: !secure && startTls === 'off',
    tls: { rejectUnauthorized: verifyCertificate },
    socketTimeout: limits.silenceMs,
    greetingTimeout: limits.setUpMs,
    connectionTimeout: limits.setUpMs,
    dnsTimeout: limits.setUpMs,
    socketCloseTimeout: 1_000,
    logger: false,
  });
  // Whatever comes when nobody waits for it must not end the process.
  connection.on('error', () => {});
  return connection;
}

function sessionOn(connection: SMTPConnection, limits: SmtpLimits): SmtpSession {
  let sent = 0;
  let open = true;
  connection.once('end', () => {
    open = false;
  });
  return {
    get sent() {
      return sent;
    },
    get open() {
      return open;
    },
    async send(mail, signal) {
      try {
        await sendOne(connection, mail, signal, limits);
        sent++;
      } catch (error) {
        open = false;
        connection.close();
        throw error;
      }
    },
    close() {
      open = false;
      // With QUIT where the server still listens; nobody waits for its answer.
      connection.quit();
      connection.close();
    },
  };
}

/** In pieces, so that the stream ends only when the socket took nearly all of it: before that no final dot can have been sent. */
async function sendOne(connection: SMTPConnection, mail: SmtpMail, signal: AbortSignal, limits: SmtpLimits): Promise<void> {
  const state = { begun: false, handedOver: false };
  const run = runnerOf(connection, signal, limits.setUpMs, state);
  function* pieces(): Generator<Buffer> {
    state.begun = true;
    for (let at = 0; at < mail.raw.length; at += PIECE) yield mail.raw.subarray(at, at + PIECE);
  }
  const message = Readable.from(pieces(), { objectMode: false });
  message.once('end', () => {
    state.handedOver = true;
  });
  await run('envelope', (done) => connection.send({ from: mail.from, to: [mail.to] }, message, done));
}

type Begin = (done: (error?: Error | null) => void) => void;

/** One call of the connection: it ends with its answer, with the connection, with the signal, or when setting up takes too long. */
function runnerOf(
  connection: SMTPConnection,
  signal: AbortSignal,
  setUpMs: number,
  state: { begun: boolean; handedOver: boolean } = { begun: false, handedOver: false },
): (stage: SmtpStage, begin: Begin) => Promise<void> {
  const until = performance.now() + setUpMs;
  return async (stage, begin) => {
    const ended = Promise.withResolvers<void>();
    const fail = (error: unknown) => ended.reject(new SmtpFailure(state.begun ? 'message' : stage, state.handedOver, error));
    // The reply that the server gave before it hung up is delivered first: it decides.
    const onEnd = () => setImmediate(fail, new Error('connection ended'));
    const onAbort = () => fail(new Error('aborted'));
    const timer = setTimeout(() => state.begun || fail(new Error('setting up took too long')), until - performance.now());
    connection.once('error', fail);
    connection.once('end', onEnd);
    signal.addEventListener('abort', onAbort, { once: true });
    try {
      begin((error) => (error ? fail(error) : ended.resolve()));
      await ended.promise;
    } finally {
      clearTimeout(timer);
      connection.off('error', fail);
      connection.off('end', onEnd);
      signal.removeEventListener('abort', onAbort);
    }
  };
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && key in value ? Reflect.get(value, key) : undefined;
}
