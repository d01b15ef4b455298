import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { DOVECOT_PASSWORD, type Dovecot, startDovecot, whyNoDovecot } from '../../servers/dovecot.ts';
import { mailboxContents } from '../../servers/mailbox-contents.ts';
import { mailNamed, type Reading, startReading, until } from './imap-reading.ts';

const reason = whyNoDovecot();
const SLOWER = { ping: 1_000, pong: 5_000, connect: 5_000, open: 10_000, command: 10_000 };

let dovecot: Dovecot;
let reading: Reading | undefined;

const contents = (user: string) => mailboxContents(dovecot.imapPort, user, DOVECOT_PASSWORD);
const begin = async (user: string, after: 'flag' | 'move') => {
  reading = await startReading(dovecot.imapPort, {
    account: { user, password: DOVECOT_PASSWORD, after, anyCertificate: true },
    timings: SLOWER,
  });
  await until(() => reading?.source.status().connected === true);
  return reading;
};

describe.skipIf(reason !== undefined)(`a mailbox on Dovecot${reason === undefined ? '' : ` (skipped: ${reason})`}`, () => {
  beforeAll(async () => {
    dovecot = await startDovecot();
  });
  afterAll(async () => {
    await dovecot.stop();
  });
  afterEach(async () => {
    await reading?.source.stop();
    reading = undefined;
  });

  it('E3: a mail delivered by LMTP is taken in over STARTTLS, told by IDLE', async () => {
    const { taken, subjects } = await begin('idle@example.org', 'flag');
    await dovecot.deliver(mailNamed('hello'), 'idle@example.org');
    await until(() => taken.length === 1);
    expect(subjects()).toEqual(['hello']);
  });

  it('E6: flag leaves the mail unread in its place, with the keyword', async () => {
    const { taken, source } = await begin('flag@example.org', 'flag');
    await dovecot.deliver(mailNamed('mine'), 'flag@example.org');
    await dovecot.deliver(mailNamed('theirs'), 'flag@example.org');
    await until(() => taken.length === 2);
    await source.mark(taken[0]?.origin.location ?? '', 'done');
    expect(await contents('flag@example.org')).toEqual({ INBOX: ['mine $Shortlist', 'theirs'] });
  });

  it('E6: move takes done mails to Processed and failed ones to Failed', async () => {
    const { taken, source } = await begin('move@example.org', 'move');
    await dovecot.deliver(mailNamed('good'), 'move@example.org');
    await dovecot.deliver(mailNamed('bad'), 'move@example.org');
    await until(() => taken.length === 2);
    await source.mark(taken[0]?.origin.location ?? '', 'done');
    await source.mark(taken[1]?.origin.location ?? '', 'failed');
    expect(await contents('move@example.org')).toEqual({ INBOX: [], Processed: ['good'], Failed: ['bad'] });
  });

  it('refuses a wrong password with the fix', async () => {
    reading = await startReading(dovecot.imapPort, {
      account: { user: 'x@example.org', password: 'wrong', anyCertificate: true },
      timings: SLOWER,
    });
    await until(() => reading?.source.status().lastError !== undefined);
    expect(reading.source.status().lastError?.fix).toContain('password in IMAP_URL');
  });
});
