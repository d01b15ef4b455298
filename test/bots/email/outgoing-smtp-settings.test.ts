import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, test } from 'vitest';
import { judgeFailure } from '../../../src/bots/email/outgoing-smtp-outcome.ts';
import { probeSmtp } from '../../../src/bots/email/outgoing-smtp-probe.ts';
import { openSmtpSession, SmtpFailure } from '../../../src/bots/email/outgoing-smtp-session.ts';
import { readSmtpUrl, type SmtpSettings } from '../../../src/bots/email/outgoing-smtp-settings.ts';
import { readConfig } from '../../../src/config.ts';
import { ConfigError } from '../../../src/domain/errors.ts';
import { checkForLeaks } from '../../leak-check.ts';
import { scriptedSmtpServer } from '../../servers/scripted-smtp-server.ts';

checkForLeaks();

describe('SMTP_URL', () => {
  test.each([
    ['smtp://mail.example.com', { port: 587, secure: false, startTls: 'required', verifyCertificate: true }],
    ['smtps://mail.example.com', { port: 465, secure: true, startTls: 'off', verifyCertificate: true }],
    ['smtp://mail.example.com:25?tls=off', { port: 25, secure: false, startTls: 'off' }],
    ['smtp://mail.example.com?tls=insecure', { startTls: 'required', verifyCertificate: false }],
    ['smtps://mail.example.com:4650/?tls=insecure', { port: 4650, secure: true, verifyCertificate: false }],
    ['smtp://mail.example.com?rate=120&tls=insecure', { mailsPerMinute: 120, verifyCertificate: false }],
    ['smtp://127.0.0.1:2525', { mailsPerMinute: 30, host: '127.0.0.1', startTls: 'offered', verifyCertificate: false }],
    ['smtp://[::1]:25', { host: '::1', startTls: 'offered' }],
    ['smtp://localhost:25?tls=insecure', { startTls: 'required', verifyCertificate: false }],
    ['smtp://ana%40example.com:p%40ss%2Fword@mail.example.com', { auth: { user: 'ana@example.com', pass: 'p@ss/word' } }],
  ] satisfies [string, Partial<SmtpSettings>][])('%s', (url, expected) => {
    expect(readSmtpUrl(url)).toMatchObject(expected);
  });

  test.each([
    'mail.example.com',
    'http://mail.example.com',
    'smtp://',
    'smtp://mail.example.com?tls=maybe',
    'smtps://mail.example.com?tls=off',
    'smtp://mail.example.com?starttls=no',
    'smtp://mail.example.com?rate=0',
    'smtp://mail.example.com?rate=fast',
    'smtp://user:100%@mail.example.com',
  ])('%s stops the start with the variable and the fix, and without the password', (url) => {
    const start = () => readConfig({}, { SMTP_URL: url });
    expect(start).toThrow(ConfigError);
    expect(start).toThrow(expect.objectContaining({ variable: 'SMTP_URL', fix: expect.stringContaining('SMTP_URL') }));
    expect(start).not.toThrow(/100%/);
  });
});

describe('encryption', () => {
  const servers: SMTPServer[] = [];
  afterEach(async () => {
    for (const server of servers.splice(0)) await new Promise<void>((resolve) => server.close(() => resolve()));
  });
  const LIMITS = { silenceMs: 2_000, setUpMs: 2_000 };
  const signal = new AbortController().signal;

  /** With a certificate that nobody signed; takes mail only after a login over TLS. */
  async function tlsServer(secure: boolean): Promise<{ port: number; secureLogins: boolean[] }> {
    const secureLogins: boolean[] = [];
    const server = new SMTPServer({
      secure,
      disableReverseLookup: true,
      logger: false,
      closeTimeout: 50,
      onAuth: (auth, session, done) => {
        secureLogins.push(session.secure);
        if (auth.password === 'word') done(null, { user: 'user' });
        else done(new Error('no'));
      },
    });
    server.on('error', () => {});
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    const address = server.server.address();
    return { port: typeof address === 'object' && address !== null ? address.port : 0, secureLogins };
  }

  test.each([
    ['STARTTLS where it is offered on loopback', false, (port: number) => `smtp://user:word@127.0.0.1:${port}`],
    ['STARTTLS of a test server', false, (port: number) => `smtp://user:word@127.0.0.1:${port}?tls=insecure`],
    ['TLS from the first byte', true, (port: number) => `smtps://user:word@127.0.0.1:${port}`],
  ])('%s, before the login', async (_, secure, urlOf) => {
    const { port, secureLogins } = await tlsServer(secure);
    const session = await openSmtpSession(readSmtpUrl(urlOf(port)), LIMITS, signal);
    session.close();
    expect(secureLogins).toEqual([true]);
  });

  test('a certificate that nobody signed is not trusted, and no password is said', async () => {
    const { port, secureLogins } = await tlsServer(false);
    const settings: SmtpSettings = {
      ...readSmtpUrl(`smtp://user:word@127.0.0.1:${port}`),
      startTls: 'required',
      verifyCertificate: true,
    };
    const failure = await openSmtpSession(settings, LIMITS, signal).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(SmtpFailure);
    expect(failure).toMatchObject({ certificate: true });
    expect(failure instanceof SmtpFailure && judgeFailure(failure)).toMatchObject({
      mail: 'later',
      reason: 'the certificate of the mail server is not valid',
    });
    expect(await probeSmtp(settings, 2_000)).toMatchObject({ ok: false, certificate: true });
    expect(secureLogins).toEqual([]);
  });

  test('a server without STARTTLS gets no password, when it is required', async () => {
    const server = await scriptedSmtpServer();
    const settings = readSmtpUrl(`${server.url}?tls=insecure`);
    expect(await probeSmtp(settings, 1_000)).toMatchObject({ ok: false, stage: 'connect' });
    expect(server.count('auth')).toBe(0);
    await server.close();
  });

  test('with ?tls=off STARTTLS is not asked for even where it is offered', async () => {
    const server = await scriptedSmtpServer();
    server.failAt('starttls', 'reset');
    expect(await probeSmtp(readSmtpUrl(`${server.url}?tls=off`), 1_000)).toEqual({ ok: true });
    expect(server.count('starttls')).toBe(0);
    await server.close();
  });
});
