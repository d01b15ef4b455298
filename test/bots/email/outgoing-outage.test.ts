import { afterEach, describe, expect, test } from 'vitest';
import type { ComposedMail } from '../../../src/bots/email/compose-mail.ts';
import type { OutgoingMail } from '../../../src/bots/email/outgoing.ts';
import { createSmtpOutgoing } from '../../../src/bots/email/outgoing-smtp.ts';
import { AddressGone, PermanentFailure, RetryLater } from '../../../src/domain/errors.ts';
import { checkForLeaks } from '../../leak-check.ts';
import {
  type ScriptedSmtpServer,
  type SmtpFault,
  type SmtpStage,
  scriptedSmtpServer,
} from '../../servers/scripted-smtp-server.ts';
import { manualClock } from '../../store/manual-clock.ts';
import { SILENT_LOG } from './recorded-events.ts';

checkForLeaks();

const SET_UP_MS = 250;
const signal = () => new AbortController().signal;
const mailOf = (key: string): ComposedMail => ({
  messageId: `<${key}@x.example>`,
  keyHash: key,
  to: 'ilse@example.org',
  bulk: false,
  raw: Buffer.from(`Subject: ${key}\r\n\r\nhello\r\n`),
});

const open: { server: ScriptedSmtpServer; outgoing: OutgoingMail }[] = [];
afterEach(async () => {
  for (const { server, outgoing } of open.splice(0)) {
    await outgoing.close();
    await server.close();
  }
});

async function setUp() {
  const server = await scriptedSmtpServer();
  const clock = manualClock();
  const outgoing = createSmtpOutgoing({
    url: server.url,
    from: 'jobs@shortlist.example.net',
    clock,
    log: SILENT_LOG,
    silenceMs: 2 * SET_UP_MS,
    setUpMs: SET_UP_MS,
  });
  open.push({ server, outgoing });
  return { server, clock, outgoing };
}

const failureOf = (sending: Promise<unknown>): Promise<unknown> => sending.then((sent) => sent).catch((error: unknown) => error);

/** As the queue does: comes back when it was told to. Gives the seconds that it took on the clock. */
async function sendUntilDone({ outgoing, clock }: Awaited<ReturnType<typeof setUp>>, mail: ComposedMail) {
  let waitedMs = 0;
  for (let tries = 1; tries <= 20; tries++) {
    const outcome = await failureOf(outgoing.send(mail, signal()));
    if (!(outcome instanceof RetryLater)) return { outcome, waitedMs, tries };
    clock.advance(outcome.afterMs ?? 0);
    waitedMs += outcome.afterMs ?? 0;
  }
  throw new Error('never done');
}

const BEFORE_DATA: readonly SmtpStage[] = ['connect', 'ehlo', 'starttls', 'auth', 'mail', 'rcpt', 'data'];
const OUTAGES = BEFORE_DATA.flatMap((stage) => (['reset', 'stall'] as const).map((fault) => [fault, stage] as const));

describe('a mail server that fails', () => {
  test.each(
    OUTAGES,
  )('%s at %s: nothing was taken, no attempt is used up, and the mail goes once when the server is back (O4, O7)', async (fault, stage) => {
    const peers = await setUp();
    peers.server.failAt(stage, fault);
    for (let round = 0; round < 4; round++) {
      const failure = await failureOf(peers.outgoing.send(mailOf('a1'), signal()));
      expect(failure).toBeInstanceOf(RetryLater);
      expect(failure).toMatchObject({ countsAsAttempt: false, giveUpAfterMs: 72 * 3_600_000 });
      peers.clock.advance(failure instanceof RetryLater ? (failure.afterMs ?? 0) : 0);
    }
    expect(peers.server.count(stage)).toBeGreaterThanOrEqual(4);
    peers.server.heal();
    expect(await sendUntilDone(peers, mailOf('a1'))).toMatchObject({ outcome: { outcome: 'sent' } });
    expect(peers.server.taken).toHaveLength(1);
  });

  test.each([
    'reset',
    'stall',
    'lost answer',
  ] satisfies SmtpFault[])('%s after the final dot is uncertain, and the next mail goes (O4)', async (fault) => {
    const peers = await setUp();
    peers.server.failAt('dot', fault);
    expect(await failureOf(peers.outgoing.send(mailOf('a1'), signal()))).toMatchObject({ outcome: 'uncertain' });
    peers.server.heal();
    const next = await sendUntilDone(peers, mailOf('b2'));
    expect(next.outcome).toMatchObject({ outcome: 'sent' });
    expect(next.waitedMs).toBeLessThan(45_000);
    expect(peers.server.taken.filter((mail) => mail.raw.startsWith('Subject: b2'))).toHaveLength(1);
    expect(peers.server.taken.length).toBe(fault === 'lost answer' ? 2 : 1);
  });

  test('however long it was away, the next mail goes within 45 s of its return, the try that still hangs included', async () => {
    const peers = await setUp();
    peers.server.failAt('connect', 'reset');
    let longest = 0;
    for (let round = 0; round < 40; round++) {
      const failure = await failureOf(peers.outgoing.send(mailOf('a1'), signal()));
      const afterMs = failure instanceof RetryLater ? (failure.afterMs ?? 0) : 0;
      longest = Math.max(longest, afterMs);
      peers.clock.advance(afterMs);
    }
    const SET_UP_DEFAULT_MS = 15_000;
    expect(longest + SET_UP_DEFAULT_MS).toBeLessThan(45_000);
    expect(longest).toBeGreaterThan(15_000);
  });

  test('while it rests nobody connects, and when it may have come back one mail asks for all', async () => {
    const { server, clock, outgoing } = await setUp();
    server.failAt('ehlo', 'reset');
    await failureOf(outgoing.send(mailOf('a1'), signal()));
    const connections = server.count('connect');
    for (let mail = 0; mail < 10; mail++) await failureOf(outgoing.send(mailOf(`k${mail}`), signal()));
    expect(server.count('connect')).toBe(connections);
    clock.advance(60_000);
    await Promise.all(Array.from({ length: 5 }, (_, mail) => failureOf(outgoing.send(mailOf(`m${mail}`), signal()))));
    expect(server.count('connect')).toBe(connections + 1);
  });

  test('mails that wait for it come back one after the other', async () => {
    const { server, outgoing } = await setUp();
    server.failAt('connect', 'reset');
    const waits: number[] = [];
    for (let mail = 0; mail < 20; mail++) {
      const failure = await failureOf(outgoing.send(mailOf(`k${mail}`), signal()));
      waits.push(failure instanceof RetryLater ? (failure.afterMs ?? 0) : 0);
    }
    for (const [at, wait] of waits.entries()) if (at > 1) expect(wait - (waits[at - 1] ?? 0)).toBeGreaterThanOrEqual(1_900);
  });

  test.each([
    ['421 4.7.0 too many connections', 'connect'],
    ['421 4.3.2 shutting down', 'mail'],
    ['421 4.7.0 too many mails on this connection', 'rcpt'],
    ['421 4.3.2 shutting down', 'data'],
    ['421 4.3.2 shutting down', 'dot'],
    ['452 4.3.1 disk full', 'mail'],
    ['451 4.7.1 slow down', 'mail'],
    ['450 4.7.1 too many messages', 'data'],
    ['452 4.3.1 disk full', 'rcpt'],
    ['452 4.3.1 disk full', 'dot'],
    ['454 4.7.0 try the login later', 'auth'],
  ] satisfies [
    string,
    SmtpStage,
  ][])('%s at %s: the server is left alone for everybody, without an attempt', async (reply, stage) => {
    const peers = await setUp();
    peers.server.failAt(stage, reply);
    expect(await failureOf(peers.outgoing.send(mailOf('a1'), signal()))).toMatchObject({
      name: 'RetryLater',
      countsAsAttempt: false,
    });
    const connections = peers.server.count('connect');
    expect(await failureOf(peers.outgoing.send(mailOf('b2'), signal()))).toBeInstanceOf(RetryLater);
    expect(peers.server.count('connect')).toBe(connections);
    peers.server.heal();
    const done = await sendUntilDone(peers, mailOf('a1'));
    expect(done.waitedMs).toBeLessThan(45_000);
    expect(peers.server.taken).toHaveLength(1);
  });

  test.each([
    '450 4.2.0 greylisted',
    '452 4.2.2 mailbox full',
    '451 4.7.1 come back in five minutes',
  ])('%s for one recipient delays that mail alone', async (reply) => {
    const { server, outgoing } = await setUp();
    server.failAt('rcpt', reply);
    expect(await failureOf(outgoing.send(mailOf('a1'), signal()))).toMatchObject({ afterMs: 360_000, countsAsAttempt: false });
    server.heal();
    expect(await failureOf(outgoing.send(mailOf('b2'), signal()))).toMatchObject({ outcome: 'sent' });
  });

  test.each([
    ['550 5.1.1 no such user', 'rcpt', true],
    ['550 5.1.10 null MX', 'rcpt', true],
    ['550 User unknown', 'rcpt', true],
    ['550 5.0.0 <ilse@example.org>: recipient does not exist', 'rcpt', true],
    ['553 sorry, no mailbox here by that name', 'rcpt', true],
    ['550 5.7.1 blocked for policy reasons', 'rcpt', false],
    ['554 5.7.1 user unknown to the blocklist team', 'rcpt', false],
    ['550 5.1.8 bad sender', 'rcpt', false],
    ['550 spam', 'rcpt', false],
    ['554 5.7.1 content rejected', 'dot', false],
    ['550 5.1.1 said too late to be about one recipient', 'dot', false],
    ['552 5.3.4 too large', 'mail', false],
  ] satisfies [
    string,
    SmtpStage,
    boolean,
  ][])('%s at %s: the address is gone: %s; the next mail goes at once', async (reply, stage, gone) => {
    const { server, outgoing } = await setUp();
    server.failAt(stage, reply);
    const failure = await failureOf(outgoing.send(mailOf('a1'), signal()));
    expect(failure).toBeInstanceOf(PermanentFailure);
    expect(failure instanceof AddressGone).toBe(gone);
    // Nobody's address reaches logs, tasks or outbox reasons by way of what a server says.
    expect(failure instanceof Error ? failure.message : '').not.toMatch(/ilse|user/i);
    server.heal();
    expect(await failureOf(outgoing.send(mailOf('b2'), signal()))).toMatchObject({ outcome: 'sent' });
  });

  test('a refused login waits for minutes, not seconds, and is nobody’s attempt', async () => {
    const { server, outgoing } = await setUp();
    server.failAt('auth', '535 5.7.8 wrong');
    const failure = await failureOf(outgoing.send(mailOf('a1'), signal()));
    expect(failure).toMatchObject({ name: 'RetryLater', countsAsAttempt: false });
    expect(failure instanceof RetryLater && (failure.afterMs ?? 0)).toBeGreaterThan(240_000);
  });

  test('a service that stops lets the mail under way arrive instead of leaving it uncertain (R4)', async () => {
    const { server, outgoing } = await setUp();
    server.failAt('dot', 'slow');
    const sending = outgoing.send(mailOf('a1'), signal());
    await expect.poll(() => server.count('dot')).toBe(1);
    await outgoing.close();
    expect(await sending).toMatchObject({ outcome: 'sent' });
  });

  test('mails in a row share a login, and a connection that the server ended meanwhile is no failure', async () => {
    const { server, outgoing } = await setUp();
    for (const key of ['a1', 'b2', 'c3']) await outgoing.send(mailOf(key), signal());
    expect(server.count('auth')).toBe(1);
    for (const fault of ['421 4.4.2 idle too long', 'reset']) {
      server.failAt('mail', fault, 1);
      expect(await failureOf(outgoing.send(mailOf(`after ${fault}`), signal()))).toMatchObject({ outcome: 'sent' });
    }
    expect(server.count('mail')).toBe(7);
    expect(server.taken).toHaveLength(5);
  });
});
