import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { composeMail } from '../../../src/bots/email/compose-mail.ts';
import { createEmailChannel } from '../../../src/bots/email/create-email-channel.ts';
import { type DkimKey, publicKeyOf, readDkimKey, signMail } from '../../../src/bots/email/outgoing-dkim.ts';
import { systemClock } from '../../../src/domain/clock.ts';
import { ConfigError } from '../../../src/domain/errors.ts';
import type { SendOptions } from '../../../src/messages/channel.ts';
import { CONTRACT_CARD } from '../../contracts/contract-cards.ts';
import { checkForLeaks } from '../../leak-check.ts';
import { scriptedSmtpServer } from '../../servers/scripted-smtp-server.ts';
import { makeCard } from './make-card.ts';
import { SILENT_LOG } from './recorded-events.ts';

checkForLeaks();

const FROM = 'jobs@shortlist.example.net';
let folder = '';
let key: DkimKey;
const write = (name: string, content: string): string => {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dkim-'));
  key = readDkimKey({ selector: 's1', keyFile: write('good.pem', pem(2048)) }, FROM);
});
afterAll(() => rmSync(folder, { recursive: true }));

function pem(modulusLength: number): string {
  return generateKeyPairSync('rsa', { modulusLength }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** As a receiver sees it, with a DNS of our own. */
async function verify(raw: Buffer) {
  const resolver = async (name: string) => {
    expect(name).toBe('s1._domainkey.shortlist.example.net');
    return [[`v=DKIM1; k=rsa; p=${publicKeyOf(key)}`]];
  };
  const { results } = await dkimVerify(raw, { resolver });
  return results;
}
const resultOf = async (raw: Buffer) => (await verify(raw)).map((one) => one.status.result);

async function digest(change: Partial<SendOptions> = {}): Promise<Buffer> {
  const send: SendOptions = {
    dedupeKey: 'digest:p1:2026-03-02',
    bulk: true,
    inReplyTo: '<a@example.org>',
    references: ['<a@example.org>'],
    subject: 'Grüße   aus Köln',
    links: { unsubscribe: 'https://shortlist.example.net/u/abc' },
    signal: new AbortController().signal,
    ...change,
  };
  const options = { from: { name: 'Bewerbungen für Köln', address: FROM }, clock: systemClock };
  return (await composeMail('ilse@example.org', makeCard(), send, options)).raw;
}

describe('DKIM', () => {
  test('what we send verifies, in the name of the domain of MAIL_FROM', async () => {
    const [result] = await verify(signMail(await digest(), key));
    expect(result?.status.result).toBe('pass');
    expect(result?.signingDomain).toBe('shortlist.example.net');
  });

  test('the unsubscribe fields are covered, and those that are not there as absent (O1)', async () => {
    const signed = signMail(await digest(), key).toString('latin1');
    const names = (/h=([^;]+);/.exec(signed)?.[1] ?? '').replace(/\s+/g, '').toLowerCase().split(':');
    for (const name of ['from', 'subject', 'list-unsubscribe', 'list-unsubscribe-post', 'auto-submitted'])
      expect(names.filter((one) => one === name)).toHaveLength(2);
    for (const name of ['date', 'message-id', 'to', 'in-reply-to', 'references', 'reply-to'])
      expect(names.filter((one) => one === name)).toHaveLength(1);
  });

  test.each([
    ['another text', (mail: string) => mail.replace('Pressure', 'Pleasure')],
    ['another link to unsubscribe', (mail: string) => mail.replace('/u/abc', '/u/abd')],
    ['a second subject above ours', (mail: string) => `Subject: You won\r\n${mail}`],
    ['a second sender above ours', (mail: string) => `From: Bank <bank@example.org>\r\n${mail}`],
    ['a Reply-To', (mail: string) => `Reply-To: thief@example.org\r\n${mail}`],
    ['another subject', (mail: string) => mail.replace(/^Subject: .*$/m, 'Subject: x')],
  ])('%s breaks it', async (_, change) => {
    const signed = signMail(await digest(), key).toString('latin1');
    const changed = change(signed);
    expect(changed).not.toBe(signed);
    expect(await resultOf(Buffer.from(changed, 'latin1'))).not.toContain('pass');
  });

  test('trace fields above, folding and trailing spaces on the way leave it valid', async () => {
    const signed = signMail(await digest(), key).toString('latin1');
    const travelled = `Received: from a by b;\r\n\tMon, 2 Mar 2026 09:00:00 +0000\r\n${signed.replace(/^To: /m, 'To:\r\n  ')}\r\n\r\n`;
    expect(await resultOf(Buffer.from(travelled, 'latin1'))).toEqual(['pass']);
  });

  test('an empty body and a header alone are signed as well', async () => {
    for (const raw of ['From: a@b.example\r\nSubject: x\r\n\r\n', 'From: a@b.example\r\nSubject: x\r\n\r\n\r\n\r\n'])
      expect(await resultOf(signMail(Buffer.from(raw), key))).toEqual(['pass']);
  });

  test('the channel signs what it hands to the server', async () => {
    const server = await scriptedSmtpServer();
    const channel = createEmailChannel({
      listen: 'off',
      trust: 'local',
      from: { name: 'Shortlist', address: FROM },
      outgoing: { kind: 'smtp', url: server.url },
      dkim: { selector: 's1', keyFile: join(folder, 'good.pem') },
      ourAddresses: [],
      log: SILENT_LOG,
      clock: systemClock,
    });
    const options = { dedupeKey: 'answer:1', signal: new AbortController().signal };
    await channel.send({ conversation: 'ilse@example.org' }, CONTRACT_CARD, options);
    await channel.stop();
    await server.close();
    expect(await resultOf(Buffer.from(server.taken[0]?.raw ?? '', 'latin1'))).toEqual(['pass']);
  });
});

describe('a key that cannot sign stops the start and says what to do', () => {
  test.each([
    ['no file', () => join(folder, 'nowhere.pem'), /does not exist/],
    ['no key', () => write('text.pem', 'hello'), /no private key/],
    ['a public key', () => write('public.pem', publicPem()), /no private key/],
    ['a short key', () => write('short.pem', pem(512)), /512 bits/],
    ['a key that is not RSA', () => write('ed.pem', ed25519Pem()), /ed25519/],
    ['a key with a passphrase', () => write('locked.pem', lockedPem()), /passphrase/],
    ['a folder', () => folder, /cannot be read/],
  ])('%s', (_, keyFile, words) => {
    const start = () =>
      createEmailChannel({
        listen: 'off',
        trust: 'local',
        from: { name: 'Shortlist', address: FROM },
        outgoing: { kind: 'folder', folder },
        dkim: { selector: 's1', keyFile: keyFile() },
        ourAddresses: [],
        log: SILENT_LOG,
        clock: systemClock,
      });
    expect(start).toThrow(ConfigError);
    expect(start).toThrow(words);
    expect(start).toThrow(expect.objectContaining({ variable: 'DKIM_KEY_FILE', fix: expect.stringContaining('openssl genrsa') }));
  });
});

const publicPem = () =>
  generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({ type: 'spki', format: 'pem' }).toString();
const ed25519Pem = () => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const lockedPem = () =>
  generateKeyPairSync('rsa', { modulusLength: 1024 })
    .privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'secret' })
    .toString();
