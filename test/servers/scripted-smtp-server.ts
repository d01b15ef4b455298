/** A mail server on loopback that fails as it is told: at any stage, by a reset, by silence or with a reply. Written on plain sockets, because no honest server library hangs up in the middle of a command. */
import { createServer, type Socket } from 'node:net';

export type SmtpStage = 'connect' | 'ehlo' | 'starttls' | 'auth' | 'mail' | 'rcpt' | 'data' | 'dot';
/** `slow`: the usual answer after a moment. `reset`: the connection breaks there. `stall`: no answer, ever. Text: that reply. `lost answer` (dot only): the mail is taken, and the connection breaks. */
export type SmtpFault = 'slow' | 'reset' | 'stall' | 'lost answer' | (string & {});

export interface ScriptedSmtpServer {
  readonly port: number;
  /** With a login, so that there is a stage for it. */
  readonly url: string;
  /** What the server took and is answerable for, in order. */
  readonly taken: { to: string; raw: string }[];
  /** How often somebody got to a stage. */
  count(stage: SmtpStage): number;
  /** From now on, on every connection, for ever or so often. */
  failAt(stage: SmtpStage, fault: SmtpFault, times?: number): void;
  heal(): void;
  /** Every open connection is cut; new ones are refused until `comeBack`. */
  die(): Promise<void>;
  comeBack(): Promise<void>;
  close(): Promise<void>;
}

const ORDER: Readonly<Record<string, SmtpStage>> = {
  EHLO: 'ehlo',
  HELO: 'ehlo',
  STARTTLS: 'starttls',
  AUTH: 'auth',
  MAIL: 'mail',
  RCPT: 'rcpt',
  DATA: 'data',
};

const SLOW_MS = 200;
const BEFORE_MAIL = new Set<SmtpStage>(['connect', 'ehlo', 'starttls', 'auth']);

const GOOD: Readonly<Record<SmtpStage, string>> = {
  connect: '220 mail.example.test ESMTP',
  ehlo: '250-mail.example.test\r\n250 AUTH PLAIN',
  starttls: '220 go ahead',
  auth: '235 2.7.0 welcome',
  mail: '250 2.1.0 ok',
  rcpt: '250 2.1.5 ok',
  data: '354 go on',
  dot: '250 2.0.0 taken',
};

export async function scriptedSmtpServer(): Promise<ScriptedSmtpServer> {
  const faults = new Map<SmtpStage, SmtpFault>();
  const counts = new Map<SmtpStage, number>();
  const left = new Map<SmtpStage, number>();
  const sockets = new Set<Socket>();
  const taken: ScriptedSmtpServer['taken'] = [];

  /** True when the conversation goes on. */
  function reach(socket: Socket, stage: SmtpStage, take: () => void = () => {}): boolean {
    counts.set(stage, (counts.get(stage) ?? 0) + 1);
    const fault = faults.get(stage);
    const more = (left.get(stage) ?? 0) - 1;
    left.set(stage, more);
    if (more <= 0) faults.delete(stage);
    if (fault === undefined || fault === 'lost answer' || fault === 'slow') take();
    if (fault === 'reset' || fault === 'lost answer') socket.resetAndDestroy();
    else if (fault === 'slow') setTimeout(() => socket.write(`${GOOD[stage]}\r\n`), SLOW_MS);
    else if (fault !== 'stall') socket.write(`${fault ?? (stage === 'ehlo' ? greetingOf(faults) : GOOD[stage])}\r\n`);
    return fault === undefined;
  }

  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    const conversation = { to: '', raw: '', inData: false };
    let buffer = '';
    socket.on('data', (chunk) => {
      buffer += chunk.toString('latin1');
      for (let end = buffer.indexOf('\r\n'); end >= 0 && !socket.destroyed; end = buffer.indexOf('\r\n')) {
        const line = buffer.slice(0, end);
        buffer = buffer.slice(end + 2);
        hear(socket, conversation, line);
      }
    });
    reach(socket, 'connect');
  });

  function hear(socket: Socket, conversation: { to: string; raw: string; inData: boolean }, line: string): void {
    if (conversation.inData) {
      if (line !== '.') {
        conversation.raw += `${line.replace(/^\./, '')}\r\n`;
        return;
      }
      conversation.inData = false;
      reach(socket, 'dot', () => taken.push({ to: conversation.to, raw: conversation.raw }));
      return;
    }
    const word = line.split(/[ :]/)[0]?.toUpperCase() ?? '';
    if (word === 'QUIT') socket.end('221 bye\r\n');
    const stage = ORDER[word];
    if (stage === undefined) return;
    if (stage === 'rcpt') conversation.to = /<(.*?)>/.exec(line)?.[1] ?? '';
    if (reach(socket, stage) && stage === 'data') Object.assign(conversation, { inData: true, raw: '' });
  }

  const listen = (at: number) => new Promise<void>((resolve) => server.listen(at, '127.0.0.1', () => resolve()));
  const stop = async () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const socket of sockets) socket.resetAndDestroy();
    await closed;
  };
  await listen(0);
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    port,
    url: `smtp://user:word@127.0.0.1:${port}`,
    taken,
    count: (stage) => counts.get(stage) ?? 0,
    failAt(stage, fault, times = Number.POSITIVE_INFINITY) {
      faults.set(stage, fault);
      left.set(stage, times);
      // Who is down for new conversations has no old ones either.
      if (BEFORE_MAIL.has(stage)) for (const socket of sockets) socket.resetAndDestroy();
    },
    heal: () => faults.clear(),
    die: stop,
    comeBack: () => listen(port),
    close: stop,
  };
}

/** STARTTLS is offered only where it is to fail: a certificate would make the server no more truthful. */
const greetingOf = (faults: ReadonlyMap<SmtpStage, SmtpFault>): string =>
  faults.has('starttls') ? '250-mail.example.test\r\n250-STARTTLS\r\n250 AUTH PLAIN' : GOOD.ehlo;
