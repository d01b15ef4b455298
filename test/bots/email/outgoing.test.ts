import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ComposedMail } from '../../../src/bots/email/compose-mail.ts';
import { createFolderOutgoing } from '../../../src/bots/email/outgoing-folder.ts';
import { createSmtpOutgoing } from '../../../src/bots/email/outgoing-smtp.ts';
import { systemClock } from '../../../src/domain/clock.ts';
import { PermanentFailure, RetryLater } from '../../../src/domain/errors.ts';
import { checkForLeaks } from '../../leak-check.ts';
import { SILENT_LOG } from './recorded-events.ts';
import { type CaptureBehaviour, type CaptureServer, captureServer } from './smtp-peers.ts';

checkForLeaks();

const signal = () => new AbortController().signal;
const mailOf = (key: string, raw = `Subject: ${key}\r\n\r\n.hello\r\n`): ComposedMail => ({
  messageId: `<${key}@x.example>`,
  keyHash: key.padEnd(32, '0'),
  to: 'ilse@example.org',
  bulk: false,
  raw: Buffer.from(raw),
});

describe('mails into a folder', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'outgoing-'));
  });
  afterEach(() => {
    chmodSync(folder, 0o700);
    rmSync(folder, { recursive: true });
  });
  const clock = { now: () => new Date('2025-11-20T10:00:00.123Z') };

  test('each mail is one file, named by time and key, readable by nobody else, no draft left', async () => {
    const outgoing = createFolderOutgoing(join(folder, 'deep', 'out'), clock);
    expect(await outgoing.send(mailOf('a1'), signal())).toEqual({ outcome: 'sent', message: '<a1@x.example>' });
    const names = readdirSync(join(folder, 'deep', 'out'));
    expect(names).toEqual([`20251120T100000123Z-a1${'0'.repeat(30)}.eml`]);
    expect(readFileSync(join(folder, 'deep', 'out', names[0] ?? ''), 'utf8')).toBe('Subject: a1\r\n\r\n.hello\r\n');
  });

  test('the same key is one mail, in this process, in the next one, and at the same time', async () => {
    const outgoing = createFolderOutgoing(folder, clock);
    await outgoing.send(mailOf('a1'), signal());
    await outgoing.send(mailOf('a1'), signal());
    const later = createFolderOutgoing(folder, { now: () => new Date('2025-11-21T10:00:00Z') });
    await Promise.all([later.send(mailOf('a1'), signal()), later.send(mailOf('b2'), signal())]);
    expect(readdirSync(folder)).toHaveLength(2);
  });

  test('a mail whose file was taken away is written again', async () => {
    const outgoing = createFolderOutgoing(folder, clock);
    await outgoing.send(mailOf('a1'), signal());
    for (const name of readdirSync(folder)) unlinkSync(join(folder, name));
    await outgoing.send(mailOf('a1'), signal());
    expect(readdirSync(folder)).toHaveLength(1);
  });

  test('a folder that cannot be written is "later", and works when it can', async () => {
    const blocked = join(folder, 'file');
    writeFileSync(blocked, '');
    const outgoing = createFolderOutgoing(blocked, clock);
    await expect(outgoing.send(mailOf('a1'), signal())).rejects.toThrow(RetryLater);
    unlinkSync(blocked);
    expect(await outgoing.send(mailOf('a1'), signal())).toMatchObject({ outcome: 'sent' });
  });
});

describe('mails to a server', () => {
  const servers: CaptureServer[] = [];
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.close()));
  });
  const outgoingTo = (url: string, silenceMs = 400) =>
    createSmtpOutgoing({
      url: `${url}?rate=1000`,
      from: 'jobs@shortlist.example.net',
      silenceMs,
      clock: systemClock,
      log: SILENT_LOG,
    });
  async function setUp(behaviour: CaptureBehaviour) {
    const server = await captureServer(behaviour);
    servers.push(server);
    return { server, outgoing: outgoingTo(server.url) };
  }

  test('an accepted mail is sent, its bytes unchanged, bounces to our address', async () => {
    const { server, outgoing } = await setUp('accept');
    expect(await outgoing.send(mailOf('a1'), signal())).toEqual({ outcome: 'sent', message: '<a1@x.example>' });
    expect(server.mails).toMatchObject([{ from: 'jobs@shortlist.example.net', to: ['ilse@example.org'] }]);
    expect(server.mails[0]?.raw.toString()).toBe('Subject: a1\r\n\r\n.hello\r\n');
  });

  test('forty mails at once all arrive', async () => {
    const { server, outgoing } = await setUp('accept');
    await Promise.all(Array.from({ length: 40 }, (_, index) => outgoing.send(mailOf(`k${index}`), signal())));
    expect(new Set(server.mails.map((mail) => mail.raw.toString())).size).toBe(40);
  });

  test.each([
    ['450 after DATA', 450],
    ['421 after DATA', 421],
    ['452 for the recipient', { recipient: 452 }],
  ] satisfies [string, CaptureBehaviour][])('%s is "later"', async (_, behaviour) => {
    const { outgoing } = await setUp(behaviour);
    await expect(outgoing.send(mailOf('a1'), signal())).rejects.toThrow(RetryLater);
  });

  test.each([
    ['550 after DATA', 550],
    ['552 after DATA', 552],
    ['550 for the recipient', { recipient: 550 }],
  ] satisfies [string, CaptureBehaviour][])('%s is for good, with a fix', async (_, behaviour) => {
    const { outgoing } = await setUp(behaviour);
    const failure = await outgoing.send(mailOf('a1'), signal()).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(PermanentFailure);
    expect(failure instanceof PermanentFailure && failure.fix).not.toBe('');
  });

  test('silence after the whole mail was sent is uncertain, never a second try (O4)', async () => {
    const { server, outgoing } = await setUp('hang');
    expect(await outgoing.send(mailOf('a1'), signal())).toMatchObject({ outcome: 'uncertain' });
    expect(server.dataEnds).toHaveLength(1);
  });

  test('a connection dropped after the whole mail was sent is uncertain', async () => {
    const { outgoing } = await setUp('drop');
    expect(await outgoing.send(mailOf('a1'), signal())).toMatchObject({ outcome: 'uncertain' });
  });

  test('a server that stops reading in the middle has not taken the mail: later', async () => {
    const { server, outgoing } = await setUp({ stopReading: true });
    const large = mailOf('a1', `Subject: large\r\n\r\n${'x'.repeat(70).concat('\r\n').repeat(400_000)}`);
    await expect(outgoing.send(large, signal())).rejects.toThrow(RetryLater);
    expect(server.dataEnds).toEqual([]);
  });

  test('no server is "later"', async () => {
    const { server, outgoing } = await setUp('accept');
    await server.close();
    await expect(outgoing.send(mailOf('a1'), signal())).rejects.toThrow(RetryLater);
  });

  test('stopping before it began is "later" without an attempt, while the server is silent it is uncertain', async () => {
    const { server } = await setUp('hang');
    const patient = outgoingTo(server.url, 60_000);
    const aborted = new AbortController();
    aborted.abort();
    await expect(patient.send(mailOf('a1'), aborted.signal)).rejects.toMatchObject({
      name: 'RetryLater',
      countsAsAttempt: false,
    });
    const controller = new AbortController();
    const sending = patient.send(mailOf('a1'), controller.signal);
    await expect.poll(() => server.dataEnds.length).toBe(1);
    controller.abort();
    expect(await sending).toMatchObject({ outcome: 'uncertain' });
  });

  test("a refused login is the operator's affair: the mail waits", async () => {
    const { server } = await setUp('accept');
    const outgoing = outgoingTo(server.url.replace('smtp://', 'smtp://user:wrong@'));
    await expect(outgoing.send(mailOf('a1'), signal())).rejects.toThrow(RetryLater);
    expect(server.mails).toEqual([]);
  });
});
