/** A mailbox source against the scripted server, with a memory for what is committed, and short delays. */
import { setTimeout as delay } from 'node:timers/promises';
import type { ImapAccount } from '../../../src/bots/email/imap-account.ts';
import { createImapSource, type ImapSource, type ImapSourceOptions } from '../../../src/bots/email/imap-source.ts';
import type { ImapTimings } from '../../../src/bots/email/imap-timings.ts';
import { readHeader, valuesOf } from '../../../src/bots/email/mail-header.ts';
import type { MailOrigin, TakeMail } from '../../../src/bots/email/mail-source.ts';
import { systemClock } from '../../../src/domain/clock.ts';
import type { ChannelState } from '../../../src/messages/channel.ts';
import { makeMail } from './make-mail.ts';

export const QUICK: Partial<ImapTimings> = {
  firstDelay: 10,
  longestDelay: 60,
  refusedDelay: 100,
  longestRefusedDelay: 200,
  connect: 300,
  open: 600,
  command: 1_000,
  ping: 60,
  pong: 800,
  poll: 400,
  retry: 20,
  stuckTries: 3,
  stuckAfter: 40,
  later: 250,
  drain: 500,
};

export interface Taken {
  subject: string;
  origin: MailOrigin;
  bytes: number;
}

export interface Reading {
  source: ImapSource;
  taken: Taken[];
  subjects(): string[];
  cursors: Map<string, string>;
  logged: { level: string; fields: Record<string, unknown>; message: string }[];
  /** Runs before a mail is taken: a throw refuses it. */
  onTake: (taken: Taken) => Promise<void>;
  /** Fails after ten seconds. */
  until(condition: () => boolean): Promise<void>;
}

/** What a store would keep; hand it to a second reading to go on where the first one stopped. */
export const newCursors = () => new Map<string, string>();

export async function startReading(
  port: number,
  options: {
    account?: Partial<ImapAccount>;
    timings?: Partial<ImapTimings>;
    cursors?: Map<string, string>;
    source?: Partial<ImapSourceOptions>;
  } = {},
): Promise<Reading> {
  const cursors = options.cursors ?? newCursors();
  const logged: Reading['logged'] = [];
  const log = (level: string) => (fields: Record<string, unknown>, message: string) =>
    void logged.push({ level, fields, message });
  const source = createImapSource({
    account: {
      host: '127.0.0.1',
      port,
      secure: false,
      anyCertificate: false,
      user: 'jobs',
      password: 'pw',
      folder: 'INBOX',
      after: 'flag',
      ...options.account,
    },
    trust: 'verify',
    maxBytes: 100_000,
    log: { info: log('info'), warn: log('warn'), error: log('error') },
    clock: systemClock,
    timings: { ...QUICK, ...options.timings },
    ...options.source,
  });
  const reading: Reading = {
    source,
    taken: [],
    subjects: () => reading.taken.map((one) => one.subject),
    cursors,
    logged,
    onTake: async () => {},
    until,
  };
  const take: TakeMail = async (raw, origin) => {
    const taken = { subject: valuesOf(readHeader(raw), 'subject')[0] ?? '', origin, bytes: raw.byteLength };
    await reading.onTake(taken);
    reading.taken.push(taken);
    if (origin.cursor) cursors.set(origin.cursor.source, origin.cursor.value);
  };
  await source.start(take, stateOf(cursors));
  return reading;
}

const stateOf = (cursors: Map<string, string>): ChannelState => ({
  cursor: async (name) => cursors.get(name),
  moveCursor: async (name, value) => void cursors.set(name, value),
  directConversations: async () => [],
  secret: async () => undefined,
});

export async function until(condition: () => boolean, withinMs = 10_000): Promise<void> {
  const end = performance.now() + withinMs;
  while (!condition()) {
    if (performance.now() > end) throw new Error('it did not happen in time');
    await delay(5);
  }
}

export const mailNamed = (subject: string): Buffer =>
  makeMail({ Subject: subject, 'Message-ID': `<${subject.replaceAll(' ', '-')}@example.org>` }, 'hello');
