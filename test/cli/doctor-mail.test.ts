import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { publicKeyOf, readDkimKey } from '../../src/bots/email/outgoing-dkim.ts';
import { type AskTxt, checkDkimOf, checkDmarcOf, checkSpfOf, systemTxt } from '../../src/cli/doctor-dns.ts';
import { checkMailOut } from '../../src/cli/doctor-mail.ts';
import { readConfig } from '../../src/config.ts';
import { systemClock } from '../../src/domain/clock.ts';
import { checkForLeaks } from '../leak-check.ts';
import { scriptedSmtpServer } from '../servers/scripted-smtp-server.ts';

checkForLeaks();

/** A DNS of our own: what is not there does not exist. */
const dns =
  (zone: Record<string, string[]>): AskTxt =>
  async (name) => {
    const records = zone[name];
    return records ? { kind: 'records', records } : { kind: 'none' };
  };
const silent: AskTxt = async () => ({ kind: 'silent' });
const DOMAIN = 'shortlist.example.com';

describe('what the DNS says of the sending domain (O2)', () => {
  test.each([
    [['v=spf1 include:spf.provider.example.net -all'], true],
    [['google-site-verification=x', 'v=spf1 ip4:192.0.2.0/24 ~all'], true],
    [['v=spf1 include:spf.provider.example.net +all'], false],
    [['v=spf1 all'], false],
    [['v=spf1 -all', 'v=spf1 ~all'], false],
    [['v=spf10 -all'], false],
    [undefined, false],
  ])('SPF %j: %s', async (records, ok) => {
    const found = await checkSpfOf(DOMAIN, 'mail.example.net', dns(records ? { [DOMAIN]: records } : {}));
    expect(found.ok).toBe(ok);
    if (!ok) expect(found.fix).toBeTruthy();
  });

  test('SPF names the provider where it does', async () => {
    const found = await checkSpfOf(
      DOMAIN,
      'smtp.provider.example',
      dns({ [DOMAIN]: ['v=spf1 include:_spf.provider.example -all'] }),
    );
    expect(found.detail).toBe(`${DOMAIN} names provider.example`);
  });

  test.each([
    [['v=DKIM1; k=rsa; p=QUJD'], true],
    [['v=DKIM1; k=rsa; p=QU JD '], true],
    [['v=DKIM1; p=other'], false],
    [['v=DKIM1; p='], false],
    [undefined, false],
  ])('DKIM %j: %s', async (records, ok) => {
    const name = `s1._domainkey.${DOMAIN}`;
    const found = await checkDkimOf('s1', DOMAIN, 'QUJD', dns(records ? { [name]: records } : {}));
    expect(found.ok).toBe(ok);
    if (!ok) expect(found.fix).toContain(`${name}: v=DKIM1; k=rsa; p=QUJD`);
  });

  test.each([
    [{ [`_dmarc.${DOMAIN}`]: ['v=DMARC1; p=reject'] }, true],
    [{ '_dmarc.example.com': ['v=DMARC1; p=none; rua=mailto:a@example.com'] }, true],
    [{ [`_dmarc.${DOMAIN}`]: ['v=DMARC1; rua=mailto:a@example.com'] }, false],
    [{ '_dmarc.com': ['v=DMARC1; p=reject'] }, false],
    [{}, false],
  ])('DMARC %j: %s', async (zone, ok) => {
    const found = await checkDmarcOf(DOMAIN, dns(zone));
    expect(found.ok).toBe(ok);
    if (!ok) expect(found.fix).toBeTruthy();
  });

  test('where nobody answers nothing is said to be wrong', async () => {
    for (const found of [
      await checkSpfOf(DOMAIN, 'x.example', silent),
      await checkDkimOf('s1', DOMAIN, 'QUJD', silent),
      await checkDmarcOf(DOMAIN, silent),
    ])
      expect(found).toEqual({ ok: true, detail: 'could not be checked: no answer from the DNS' });
  });

  test('the resolver of this machine never throws, whatever it can reach', async () => {
    expect(['records', 'none', 'silent']).toContain((await systemTxt()('shortlist.invalid')).kind);
  });
});

describe('doctor about mail going out', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'doctor-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  async function look(environment: Record<string, string>, ask: AskTxt = dns({})) {
    const config = readConfig({ dataFolder: path.join(folder, 'data') }, environment);
    const found = await checkMailOut({ config, clock: systemClock }, ask);
    return new Map(found.map((one) => [one.check, one]));
  }
  function writeKey(): string {
    const file = path.join(folder, 'dkim.pem');
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }));
    return file;
  }

  test('as files nothing is looked up and nothing is wrong', async () => {
    const found = await look({}, async (name) => {
      throw new Error(`${name} was looked up`);
    });
    expect([...found.values()].every((one) => one.ok)).toBe(true);
    expect(found.get('suppressed addresses')?.detail).toMatch(/^0 after bounces/);
  });

  test('a server that answers, a key that is published and a domain in order are all well', async () => {
    const server = await scriptedSmtpServer();
    const file = writeKey();
    const key = publicKeyOf(readDkimKey({ selector: 's1', keyFile: file }, `jobs@${DOMAIN}`));
    const zone = {
      [DOMAIN]: ['v=spf1 ip4:192.0.2.1 -all'],
      [`s1._domainkey.${DOMAIN}`]: [`v=DKIM1; p=${key}`],
      [`_dmarc.${DOMAIN}`]: ['v=DMARC1; p=none'],
    };
    const settings = { SMTP_URL: server.url, MAIL_FROM: `Jobs <jobs@${DOMAIN}>`, DKIM_SELECTOR: 's1', DKIM_KEY_FILE: file };
    const found = await look(settings, dns(zone));
    expect([...found].filter(([, one]) => !one.ok)).toEqual([]);
    expect([...found.keys()]).toEqual(['mail out', 'dkim key', 'spf', 'dkim', 'dmarc', 'sent mail', 'suppressed addresses']);
    expect(found.get('mail out')?.detail).toContain('takes the login');
    expect(server.count('mail')).toBe(0);
    const unpublished = await look(settings, dns({}));
    for (const check of ['spf', 'dkim', 'dmarc'])
      expect(unpublished.get(check)).toMatchObject({ ok: false, fix: expect.any(String) });
    await server.close();
  });

  test.each([
    ['auth', '535 5.7.8 wrong', /refuses the login \(535\)/, /user and password/],
    ['connect', 'reset', /cannot be reached/, /host and port/],
  ] as const)('a server that fails at %s is told with its fix, never with the password', async (stage, fault, detail, fix) => {
    const server = await scriptedSmtpServer();
    server.failAt(stage, fault);
    const found = (await look({ SMTP_URL: server.url })).get('mail out');
    expect(found).toMatchObject({ ok: false, detail: expect.stringMatching(detail), fix: expect.stringMatching(fix) });
    expect(JSON.stringify(found)).not.toContain('word@');
    await server.close();
  });

  test('a key that cannot be read is one line, and its record is not looked up', async () => {
    const server = await scriptedSmtpServer();
    const found = await look({
      SMTP_URL: server.url,
      MAIL_FROM: `jobs@${DOMAIN}`,
      DKIM_SELECTOR: 's1',
      DKIM_KEY_FILE: path.join(folder, 'none.pem'),
    });
    expect(found.get('dkim key')).toMatchObject({ ok: false, fix: expect.stringContaining('openssl') });
    expect(found.has('dkim')).toBe(false);
    await server.close();
  });
});
