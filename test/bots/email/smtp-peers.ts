/** Real peers on loopback: a client that sends into the listener, a server that catches what the channel sends. */
import { Socket } from 'node:net';
import { createTransport } from 'nodemailer';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

/** Sends raw bytes by SMTP; resolves to the reply after DATA or to the code of the refusal. */
export async function sendRaw(
  port: number,
  raw: Uint8Array,
  envelope = { from: 'ilse@example.org', to: ['jobs@shortlist.example.net'] },
): Promise<string> {
  const transport = createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true });
  try {
    const sent = await transport.sendMail({ envelope, raw: Buffer.from(raw) });
    return sent.response;
  } catch (error) {
    if (error instanceof Error && 'response' in error && typeof error.response === 'string') return error.response;
    throw error;
  } finally {
    transport.close();
  }
}

/** A client that speaks line by line, to stop in the middle. */
export async function openSession(
  port: number,
): Promise<{ say(line: string): Promise<string>; write(text: string): void; closed: Promise<void>; end(): void }> {
  const socket = new Socket();
  let buffer = '';
  let waiting: ((line: string) => void) | undefined;
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  socket.on('error', () => {});
  const reply = () =>
    new Promise<string>((resolve) => {
      waiting = resolve;
      deliver();
    });
  const deliver = () => {
    const end = /^(?:\d{3}-.*\r\n)*\d{3} .*\r\n/.exec(buffer);
    if (end === null || waiting === undefined) return;
    buffer = buffer.slice(end[0].length);
    const resolve = waiting;
    waiting = undefined;
    resolve(end[0].trim());
  };
  socket.on('data', (chunk) => {
    buffer += chunk.toString('latin1');
    deliver();
  });
  await new Promise<void>((resolve) => socket.connect(port, '127.0.0.1', resolve));
  await reply();
  return {
    say(line) {
      socket.write(`${line}\r\n`);
      return reply();
    },
    write: (text) => socket.write(text),
    closed,
    end: () => socket.destroy(),
  };
}

export interface CaptureServer {
  url: string;
  /** What was accepted. */
  readonly mails: { from: string; to: string[]; raw: Buffer }[];
  /** Sessions that got as far as the end of DATA, accepted or not. */
  readonly dataEnds: number[];
  close(): Promise<void>;
}

/** Answer after DATA: accept, refuse with a code, never answer, or drop the connection. `connect` refuses before anything is said. */
export type CaptureBehaviour = 'accept' | number | 'hang' | 'drop' | { recipient: number } | { stopReading: true };

export async function captureServer(behaviour: CaptureBehaviour): Promise<CaptureServer> {
  const mails: CaptureServer['mails'] = [];
  const dataEnds: number[] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 50,
    onRcptTo: (_address, _session, done) =>
      done(typeof behaviour === 'object' && 'recipient' in behaviour ? refusal(behaviour.recipient) : null),
    onData: (stream, session, done) => {
      if (typeof behaviour === 'object' && 'stopReading' in behaviour) return;
      const chunks: Buffer[] = [];
      stream.on('error', () => {});
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        dataEnds.push(Date.now());
        if (behaviour === 'accept') {
          mails.push({ ...envelopeOf(session), raw: Buffer.concat(chunks) });
          done(null, 'OK');
        } else if (typeof behaviour === 'number') done(refusal(behaviour));
        else if (behaviour === 'drop') for (const connection of server.connections) connection._socket.destroy();
      });
    },
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    dataEnds,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const connection of server.connections) connection._socket.destroy();
      await closed;
    },
  };
}

function refusal(code: number): Error {
  return Object.assign(new Error('refused'), { responseCode: code });
}

function envelopeOf(session: SMTPServerSession): { from: string; to: string[] } {
  const { mailFrom, rcptTo } = session.envelope;
  return { from: mailFrom ? mailFrom.address : '', to: rcptTo.map((recipient) => recipient.address) };
}
