import { describe, expect, test } from 'vitest';
import type { MailTrust } from '../../../src/bots/email/trust-sender.ts';
import { makeMail } from './make-mail.ts';
import { readMessage } from './read-for-test.ts';

const senderOf = async (headers: Record<string, string>, trust: MailTrust) =>
  (await readMessage(makeMail(headers, 'hello'), { trust })).sender;

describe('a trusted local listener believes one plain From, nothing else (E10)', () => {
  test.each([
    'ilse@example.org',
    'Ilse <ilse@example.org>',
    '"Wanderstein, Ilse" <ilse@example.org>',
    '"ilse@example.org" <ilse@example.org>',
    '=?utf-8?Q?Ils=C3=A9?= <ilse@example.org>',
    '<ilse+cv@sub.example.org>',
  ])('%s', async (From) => {
    expect((await senderOf({ From }, 'local')).verified).toBe(true);
  });

  test.each([
    'ilse@example.org, admin@shortlist.example.net',
    'ilse@example.org\r\nFrom: admin@shortlist.example.net',
    'admin@shortlist.example.net <ilse@example.org>',
    'ilse@example.org <admin@shortlist.example.net',
    'Ilse: ilse@example.org, admin@example.org;',
    'ilse@@example.org',
    'ilse@example.org(admin@shortlist.example.net)',
    '=?utf-8?B?QWRtaW4gPGFkbWluQHNob3J0bGlzdC5leGFtcGxlLm5ldD4=?=',
    '"ilse example.org"',
    'ilse',
  ])('not %j', async (From) => {
    expect((await senderOf({ From }, 'local')).verified).toBe(false);
  });

  test("an address hidden in an encoded word is nobody's address", async () => {
    const hidden = await senderOf({ From: '=?utf-8?B?QWRtaW4gPGFkbWluQHNob3J0bGlzdC5leGFtcGxlLm5ldD4=?=' }, 'local');
    expect(hidden.address).toBe('');
  });
});

describe("our mail server's verdict is believed, anybody else's is not (E10)", () => {
  const trust = { authserv: 'mx.shortlist.example.net' };
  const verdict = (value: string) => ({ 'Authentication-Results': value });

  test.each([
    'mx.shortlist.example.net; dmarc=pass (p=reject) header.from=example.org',
    'mx.shortlist.example.net 1; spf=fail; dkim=pass header.d=x.example; dmarc=pass header.from=example.org',
    'mx.shortlist.example.net; dmarc=pass header.from=ilse@example.org',
  ])('pass: %s', async (value) => {
    expect((await senderOf(verdict(value), trust)).verified).toBe(true);
  });

  test.each([
    'mx.other.example; dmarc=pass header.from=example.org',
    'mx.shortlist.example.net; dmarc=fail header.from=example.org',
    'mx.shortlist.example.net; dmarc=pass header.from=evil.example',
    'mx.shortlist.example.net; dmarc=pass',
    'mx.shortlist.example.net; spf=pass smtp.mailfrom=example.org; dkim=pass header.d=example.org',
    'mx.shortlist.example.net; dkim=fail reason="; dmarc=pass header.from=example.org" header.d=x (dmarc=pass header.from=example.org)',
    'mx.shortlist.example.net (; dmarc=pass header.from=example.org)',
    'MX.shortlist.example.net; dmarc=pass header.from=example.org',
    'mx.shortlist.example.net. ; dmarc=pass header.from=example.org',
    'mx.shortlist.example.net 2; dmarc=pass header.from=example.org',
    'mx.shortlist.example.net1; dmarc=pass header.from=example.org',
    'mx.shortlist.example.net.evil.example; dmarc=pass header.from=example.org',
    '(mx) mx.shortlist.example.net; dmarc=pass header.from=example.org',
    '"mx.shortlist.example.net"; dmarc=pass header.from=example.org',
    'mx.sh\u043ertlist.example.net; dmarc=pass header.from=example.org',
    'mx.shortlist.example.net; dmarc=pass-through header.from=example.org',
    'mx.shortlist.example.net; dmarc=pass header.from=example.org header.from=evil.example',
    'mx.shortlist.example.net; dmarc=pass header.from=example.org; dmarc=fail header.from=example.org',
    'mx.shortlist.example.net; xdmarc=pass header.from=example.org',
    'mx.shortlist.example.net; dmarc=pass x-header.from=example.org',
    'mx.other.example; dmarc=fail\r\nAuthentication-Results: mx.shortlist.example.net; dmarc=pass header.from=example.org',
    'mx.shortlist.example.net; dmarc=pass header.from=example.org\r\nAuthentication-Results: mx.shortlist.example.net; dmarc=pass header.from=example.org',
    '',
  ])('no pass: %s', async (value) => {
    expect((await senderOf(verdict(value), trust)).verified).toBe(false);
  });

  test('of two verdicts in our name the topmost counts: the lower one came with the mail', async () => {
    const forged =
      'mx.shortlist.example.net; dmarc=fail header.from=example.org\r\nAuthentication-Results: mx.shortlist.example.net; dmarc=pass header.from=example.org';
    expect((await senderOf(verdict(forged), trust)).verified).toBe(false);
  });

  test('a second filter of ours that says nothing of DMARC does no harm', async () => {
    const two =
      'mx.shortlist.example.net;\r\n\tdmarc=pass (p=none)\r\n\theader.from=example.org\r\nAuthentication-Results: mx.shortlist.example.net; dkim=pass header.d=example.org';
    expect((await senderOf(verdict(two), trust)).verified).toBe(true);
  });

  test('without name servers nobody is believed', async () => {
    expect((await senderOf({}, 'verify')).verified).toBe(false);
  });
});
