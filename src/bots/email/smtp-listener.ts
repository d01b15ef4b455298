/** The built-in listener: SMTP on a trusted address, no login. A 250 after DATA means: it is in the database (principle 2). */
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { errorName } from '../../domain/error-name.ts';
import { isStorageFull, STORAGE_FULL_FIX } from '../../domain/storage-full.ts';
import { createConcurrencyGate } from './concurrency-gate.ts';
import type { MailLog, MailSource, TakeMail } from './mail-source.ts';
import type { MailEnvelope } from './read-mail.ts';

export interface SmtpListenerOptions {
  host: string;
  /** 0 takes a free one; `onListening` tells which. */
  port: number;
  /** Larger mails are refused with 552. */
  maxBytes: number;
  log: MailLog;
  onListening?(address: { host: string; port: number }): void;
}

/** Each mail being read is in memory as a whole, up to 40 MB. */
const READ_AT_ONCE = 20;
const MOST_CLIENTS = 200;
const IDLE_MS = 60_000;
/** What is left when the service stops: a client that gets no 250 sends again. */
const DRAIN_MS = 5_000;

class SmtpRefusal extends Error {
  readonly responseCode: number;
  constructor(responseCode: number, message: string) {
    super(message);
    this.responseCode = responseCode;
  }
}

/** Listens for mail. `start` rejects when the address cannot be bound (EADDRINUSE, EACCES). */
export function createSmtpListener(options: SmtpListenerOptions): MailSource {
  const inFlight = new Map<string, Promise<unknown>>();
  let server: SMTPServer | undefined;
  let stopping: Promise<void> | undefined;
  return {
    async start(take) {
      const gate = createConcurrencyGate(READ_AT_ONCE);
      const started = newServer(options, (stream, session, answer) => {
        if (stopping !== undefined) return answer(new SmtpRefusal(421, 'Shutting down, try again'));
        const work = receive(stream, session, { take, gate, maxBytes: options.maxBytes });
        const answered = work.then(() => answer(null)).catch((error: unknown) => answer(refusalOf(error, options.log)));
        inFlight.set(
          session.id,
          answered.finally(() => inFlight.delete(session.id)),
        );
      });
      const address = await listen(started, options);
      server = started;
      options.onListening?.(address);
    },
    stop() {
      stopping ??= server === undefined ? Promise.resolve() : drain(server, inFlight);
      return stopping;
    },
  };
}

type OnData = (stream: SMTPServerDataStream, session: SMTPServerSession, answer: (error: Error | null) => void) => void;

function newServer(options: SmtpListenerOptions, onData: OnData): SMTPServer {
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    authOptional: true,
    size: options.maxBytes,
    maxClients: MOST_CLIENTS,
    socketTimeout: IDLE_MS,
    closeTimeout: DRAIN_MS + 1_000,
    disableReverseLookup: true,
    logger: false,
    banner: 'Shortlist',
    onData: (stream, session, callback) =>
      onData(stream, session, (error) => (error === null ? callback(null, 'OK: taken in') : callback(error))),
  });
  // A reset connection is the client's affair; without a listener it would end the process.
  server.on('error', (error) => {
    // What `listen` refuses is told to whoever started it.
    if ('syscall' in error && error.syscall === 'listen') return;
    options.log.warn({ code: 'code' in error ? error.code : undefined }, 'mail listener: connection failed');
  });
  return server;
}

async function listen(server: SMTPServer, options: SmtpListenerOptions): Promise<{ host: string; port: number }> {
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(options.port, options.host, () => {
      server.server.removeListener('error', reject);
      resolve();
    });
  });
  const address: string | AddressInfo | null = server.server.address();
  return { host: options.host, port: typeof address === 'object' && address !== null ? address.port : options.port };
}

interface Receiving {
  take: TakeMail;
  gate: { enter(): Promise<() => void> };
  maxBytes: number;
}

async function receive(stream: SMTPServerDataStream, session: SMTPServerSession, receiving: Receiving): Promise<void> {
  const leave = await receiving.gate.enter();
  try {
    const raw = await readAll(stream, receiving.maxBytes);
    if (raw === undefined) throw new SmtpRefusal(552, tooLarge(receiving.maxBytes));
    await receiving.take(raw, { envelope: envelopeOf(session) });
  } finally {
    leave();
  }
}

const tooLarge = (maxBytes: number): string =>
  `Message is larger than ${Math.floor(maxBytes / 1_048_576)} MB: please send its files in several messages`;

/** Reads to the end even when it is too much: the answer can be given only then. Rejects when the client goes away in the middle. */
async function readAll(stream: SMTPServerDataStream, maxBytes: number): Promise<Uint8Array | undefined> {
  let chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    if (!Buffer.isBuffer(chunk)) continue;
    size += chunk.length;
    if (size > maxBytes) chunks = [];
    else chunks.push(chunk);
  }
  return size > maxBytes ? undefined : Buffer.concat(chunks);
}

function envelopeOf(session: SMTPServerSession): MailEnvelope {
  const { mailFrom, rcptTo } = session.envelope;
  return {
    from: mailFrom ? mailFrom.address : '',
    to: rcptTo.map((recipient) => recipient.address),
    remoteAddress: session.remoteAddress,
    // What the client called itself is said by SMTP, not checked by anybody.
    helo: session.hostNameAppearsAs || undefined,
  };
}

function refusalOf(error: unknown, log: MailLog): SmtpRefusal {
  if (error instanceof SmtpRefusal) return error;
  if (isStorageFull(error)) {
    log.error({ error: errorName(error) }, STORAGE_FULL_FIX);
    return new SmtpRefusal(452, 'Insufficient system storage, try again later');
  }
  log.warn({ error: errorName(error) }, 'mail not taken in: the sender is told to try again');
  return new SmtpRefusal(451, 'Not taken in, try again later');
}

async function drain(server: SMTPServer, inFlight: ReadonlyMap<string, Promise<unknown>>): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  for (const connection of server.connections) {
    if (!inFlight.has(connection.id)) connection.close();
  }
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, DRAIN_MS);
  });
  await Promise.race([Promise.all(inFlight.values()), deadline]);
  clearTimeout(timer);
  // A moment for the answers just written: `close` ends the sockets after what is buffered.
  for (const connection of server.connections) connection.close();
  await closed;
}
