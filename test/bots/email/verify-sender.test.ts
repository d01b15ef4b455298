import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeMail } from './make-mail.ts';
import { readMessage } from './read-for-test.ts';
import { type MailWorld, makeMailWorld, type Signing } from './sign-mail.ts';

const NOW = new Date('2026-11-10T14:05:00Z');
const DATE = 'Tue, 10 Nov 2026 14:00:00 +0000';
let world: MailWorld;
beforeAll(() => {
  world = makeMailWorld(['example.org', 'mail.example.org', 'example.net', 'a.co.uk', 'b.co.uk'], {
    'example.org': 'v=spf1 ip4:192.0.2.7 -all',
    'bounces.example.org': 'v=spf1 ip4:192.0.2.7 -all',
    'example.net': 'v=spf1 ip4:198.51.100.9 -all',
    'slow.example': 'v=spf1 include:nowhere.example -all',
  });
});

const mail = (headers: Record<string, string> = {}, body = 'hello there') => makeMail({ Date: DATE, ...headers }, body);
const signed = (raw: Uint8Array, signing: Partial<Signing> = {}) => world.sign(raw, { signedAt: NOW, ...signing });
const read = (raw: Uint8Array, envelope?: { from: string; remoteAddress?: string }) =>
  readMessage(raw, {
    trust: 'verify',
    resolve: world.resolve,
    receivedAt: NOW,
    envelope: envelope && { ...envelope, to: [], helo: 'mx.example.org' },
  });
const verified = async (raw: Uint8Array) => (await read(raw)).sender.verified;
const replaced = (raw: Buffer, from: string, to: string) => {
  expect(raw.toString('latin1')).toContain(from);
  return Buffer.from(raw.toString('latin1').replace(from, to), 'latin1');
};

describe('a signature of the sender’s own organisation proves the sender (E10)', () => {
  test('of the very domain, of its parent, of a part of it', async () => {
    expect(await verified(await signed(mail()))).toBe(true);
    expect(await verified(await signed(mail({ From: 'ilse@mail.example.org' })))).toBe(true);
    expect(await verified(await signed(mail(), { domain: 'mail.example.org' }))).toBe(true);
  });

  test('simple canonicalisation as well', async () => {
    expect(await verified(await signed(mail(), { canonicalization: 'simple/simple' }))).toBe(true);
  });

  test('the one good signature among others', async () => {
    const list = await signed(await signed(mail()), { domain: 'example.net' });
    expect(await verified(list)).toBe(true);
  });

  test('its proof can be replayed, and covers the thread only when the signature does', async () => {
    const reply = { 'In-Reply-To': '<x@shortlist.example.net>' };
    const fields = ['From', 'Subject', 'Date', 'Message-ID'];
    expect((await read(await signed(mail(reply)))).proof).toEqual({ replayable: true, thread: true });
    expect((await read(await signed(mail(reply), { headers: fields }))).proof).toEqual({ replayable: true, thread: false });
    const references = { References: '<x@shortlist.example.net>' };
    expect((await read(await signed(mail(references), { headers: fields }))).proof?.thread).toBe(false);
    expect((await read(await signed(mail(), { headers: fields }))).proof?.thread).toBe(true);
  });
});

describe('a signature proves nothing (E10)', () => {
  const FIELDS = ['From', 'Subject', 'Date', 'Message-ID'];
  const cases: [string, () => Promise<Uint8Array>][] = [
    ['when there is none', async () => mail()],
    ['of another domain', () => signed(mail(), { domain: 'example.net' })],
    ['of another organisation under one public suffix', () => signed(mail({ From: 'ilse@a.co.uk' }), { domain: 'b.co.uk' })],
    ['made with a key that DNS does not know', () => signed(mail(), { wrongKey: true })],
    ['made with a short key', () => signed(mail(), { selector: 'weak' })],
    ['made with SHA-1', () => signed(mail(), { algorithm: 'rsa-sha1' })],
    ['of a key that is only being tried', () => signed(mail(), { selector: 'testing' })],
    ['of a key that was revoked', () => signed(mail(), { selector: 'revoked' })],
    ['without a key', () => signed(mail(), { selector: 'nobody' })],
    ['over a part of the body (l=)', () => signed(mail(), { maxBodyLength: 5 })],
    ['over none of the body (l=0)', () => signed(mail(), { maxBodyLength: 0 })],
    ['over the whole body by l=', () => signed(mail(), { maxBodyLength: 10_000 })],
    [
      'that has expired',
      () => signed(mail(), { signedAt: new Date('2026-11-09T00:00:00Z'), expiresAt: new Date('2026-11-10T00:00:00Z') }),
    ],
    ['made in the future', () => signed(mail(), { signedAt: new Date('2026-11-12T00:00:00Z') })],
    ['made long ago', () => signed(mail(), { signedAt: new Date('2026-10-12T00:00:00Z') })],
    ['of a mail that is long ago', () => signed(mail({ Date: 'Sun, 01 Nov 2026 14:00:00 +0000' }))],
    ['of a mail from the future', () => signed(mail({ Date: 'Wed, 11 Nov 2026 14:00:00 +0000' }))],
    ['of a mail with no date', () => signed(mail({ Date: '' }))],
    ['of a mail whose date is none', () => signed(mail({ Date: 'yesterday' }))],
    ['that leaves the date out', () => signed(mail(), { headers: FIELDS.filter((name) => name !== 'Date') })],
    ['that leaves the subject out', () => signed(mail(), { headers: FIELDS.filter((name) => name !== 'Subject') })],
    ['that leaves the message id out', () => signed(mail(), { headers: FIELDS.filter((name) => name !== 'Message-ID') })],
    ['of a mail without an id', () => signed(mail({ 'Message-ID': '' }))],
    ['with another body', async () => replaced(await signed(mail()), 'hello there', 'hello world')],
    ['with another subject', async () => replaced(await signed(mail()), 'Subject: Hello', 'Subject: stop')],
    ['with another From', async () => replaced(await signed(mail()), 'ilse@example.org', 'olga@example.org')],
    ['with a second From on top', async () => Buffer.concat([Buffer.from('From: olga@example.org\r\n'), await signed(mail())])],
    ['with a second subject on top', async () => Buffer.concat([Buffer.from('Subject: stop\r\n'), await signed(mail())])],
    [
      'with a second id on top',
      async () => Buffer.concat([Buffer.from('Message-ID: <m2@example.org>\r\n'), await signed(mail())]),
    ],
    ['with a second date on top', async () => Buffer.concat([Buffer.from(`Date: ${DATE}\r\n`), await signed(mail())])],
    [
      'with two answered messages',
      async () => Buffer.concat([Buffer.from('In-Reply-To: <y@z>\r\n'), await signed(mail({ 'In-Reply-To': '<x@z>' }))]),
    ],
    ['of two addresses', () => signed(mail({ From: 'ilse@example.org, olga@example.org' }))],
    ['of a group', () => signed(mail({ From: 'Friends: ilse@example.org;' }))],
    ['behind a bare carriage return', () => signed(mail({ Subject: 'Hello\rFrom: olga@example.org' }))],
    ['of a Sender that is not the From', () => signed(mail({ Sender: 'olga@example.net' }), { domain: 'example.net' })],
    [
      'of a Resent-From that is not the From',
      () => signed(mail({ 'Resent-From': 'olga@example.net' }), { domain: 'example.net' }),
    ],
    [
      'said to have passed by the mail itself',
      async () =>
        mail({ 'Authentication-Results': 'mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org' }),
    ],
    [
      'said to have passed by a chain (ARC)',
      async () => mail({ 'ARC-Authentication-Results': 'i=1; mx.example.org; dmarc=pass header.from=example.org' }),
    ],
    [
      'among more of them than anybody sends',
      async () => Buffer.concat([Buffer.from('DKIM-Signature: v=1; d=example.org\r\n'.repeat(9)), await signed(mail())]),
    ],
  ];
  test.each(cases)('%s', async (_, make) => {
    expect(await verified(await make())).toBe(false);
  });

  test('of strangers: their name servers are not even asked', async () => {
    world.asked.length = 0;
    await verified(await signed(mail(), { domain: 'example.net' }));
    expect(world.asked).toEqual([]);
  });

  test('when name servers fail, hang or answer nonsense; never an error', async () => {
    const raw = await signed(mail());
    const answers = [
      () => Promise.reject(new Error('broken')),
      () => Promise.resolve([]),
      () => Promise.resolve([['v=DKIM1; p=@@@']]),
      () => Promise.resolve(['']),
    ];
    for (const resolve of answers)
      expect((await readMessage(raw, { trust: 'verify', resolve, receivedAt: NOW })).sender.verified).toBe(false);
  });

  test('whatever single byte of the signed part is changed', async () => {
    const raw = await signed(mail({ 'In-Reply-To': '<x@shortlist.example.net>' }, '1👍\r\nthank you\r\n'));
    const start = raw.indexOf('From: ');
    const changed = fc.record({ at: fc.integer({ min: start, max: raw.length - 1 }), by: fc.integer({ min: 1, max: 255 }) });
    await fc.assert(
      fc.asyncProperty(changed, async ({ at, by }) => {
        const copy = Buffer.from(raw);
        copy[at] = (copy[at] ?? 0) ^ by;
        const message = await read(copy);
        // What the relaxed form folds away (blanks, the case of field names) leaves every word in its place.
        if (message.sender.verified)
          expect({ ...message, raw: 0, eventKey: 0, text: message.text.replace(/\s+/g, ' ') }).toEqual({
            ...(await read(raw)),
            raw: 0,
            eventKey: 0,
            text: (await read(raw)).text.replace(/\s+/g, ' '),
          });
      }),
      { numRuns: Number(process.env.RUNS ?? 300) },
    );
  });
});

describe('a mail that comes straight from a server of the sender’s organisation proves the sender (E10)', () => {
  const from = (envelopeFrom: string, remoteAddress?: string, headers = {}) =>
    read(mail(headers), { from: envelopeFrom, remoteAddress });

  test('MAIL FROM of the same organisation and a server that SPF names; nothing to replay', async () => {
    for (const envelope of ['ilse@example.org', 'b-17@bounces.example.org']) {
      const message = await from(envelope, '192.0.2.7');
      expect(message.sender.verified).toBe(true);
      expect(message.proof).toEqual({ replayable: false, thread: true });
    }
    expect((await from('ilse@example.org', '::ffff:192.0.2.7')).sender.verified).toBe(true);
  });

  test.each([
    ['another server', 'ilse@example.org', '192.0.2.8'],
    ['MAIL FROM of somebody else whose server it is', 'olga@example.net', '198.51.100.9'],
    ['a server that is not known', 'ilse@example.org', undefined],
    ['no address of a server', 'ilse@example.org', 'mx.example.org'],
    ['the null sender', '', '192.0.2.7'],
    ['a garbled sender', 'ilse@example.org@example.net', '192.0.2.7'],
    ['this machine', 'ilse@example.org', '127.0.0.1'],
  ])('not %s', async (_, envelopeFrom, remoteAddress) => {
    expect((await from(envelopeFrom, remoteAddress)).sender.verified).toBe(false);
  });

  test('not a double From', async () => {
    expect((await from('ilse@example.org', '192.0.2.7', { From: 'ilse@example.org, olga@example.org' })).sender.verified).toBe(
      false,
    );
  });

  test('not when the policy cannot be followed', async () => {
    expect((await from('ilse@slow.example', '192.0.2.7', { From: 'ilse@slow.example' })).sender.verified).toBe(false);
  });
});

describe('where the answer goes (E14)', () => {
  const goesTo = async (raw: Uint8Array) => (await read(raw)).conversation;
  const FIELDS = ['From', 'Subject', 'Date', 'Message-ID'];

  test('to the sender, never to Cc, To, Sender or a list', async () => {
    const headers = {
      Cc: 'olga@example.org',
      Sender: 'olga@example.org',
      'Mail-Followup-To': 'olga@example.org',
      'Resent-From': 'olga@example.org',
    };
    expect(await goesTo(await signed(mail(headers)))).toBe('ilse@example.org');
  });

  test('to a Reply-To of the same organisation that is signed', async () => {
    const headers = { 'Reply-To': 'Ilse <ilse@mail.example.org>' };
    expect(await goesTo(await signed(mail(headers)))).toBe('ilse@mail.example.org');
    expect(await goesTo(await signed(mail(headers), { headers: FIELDS }))).toBe('ilse@example.org');
    expect(await goesTo(mail(headers))).toBe('ilse@example.org');
  });

  test.each([
    'olga@example.net',
    'olga@example.org.example.net',
    'olga@example.org, olga@example.net',
    'olga@example.org <olga@example.net>',
    'Friends: olga@example.org;',
    'olga@example.org\r\nReply-To: ilse@example.org',
    '',
    'olga',
  ])('not to Reply-To: %j', async (replyTo) => {
    expect(await goesTo(await signed(mail({ 'Reply-To': replyTo })))).toBe('ilse@example.org');
  });
});
