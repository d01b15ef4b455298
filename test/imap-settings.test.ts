import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';
import { ConfigError } from '../src/domain/errors.ts';

const mailOf = (environment: Record<string, string>) => readConfig({}, environment).mail;
const problem = (environment: Record<string, string>): ConfigError | undefined => {
  try {
    mailOf(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error;
  }
  return undefined;
};
const REMOTE = 'imaps://jobs%40example.com:p%40ss@imap.example.com';

describe('the settings of a mailbox', () => {
  it('decode user and password, and switch the listener off', () => {
    const mail = mailOf({ IMAP_URL: REMOTE });
    expect(mail.imap).toMatchObject({
      user: 'jobs@example.com',
      password: 'p@ss',
      port: 993,
      secure: true,
      folder: 'INBOX',
      after: 'flag',
    });
    expect(mail.listen).toBe('off');
  });

  it('E10: a mailbox is verified, also beside a loopback listener that is believed', () => {
    const mail = mailOf({ IMAP_URL: REMOTE, SMTP_LISTEN: '127.0.0.1:2525' });
    expect([mail.trust, mail.imap?.trust]).toEqual(['local', 'verify']);
    expect(mailOf({ IMAP_URL: 'imap://a:b@127.0.0.1' }).imap?.trust).toBe('verify');
  });

  it('E10: MAIL_TRUST=local is for a mailbox on this machine only', () => {
    expect(problem({ IMAP_URL: REMOTE, MAIL_TRUST: 'local' })?.variable).toBe('MAIL_TRUST');
    expect(mailOf({ IMAP_URL: 'imap://a:b@127.0.0.1', MAIL_TRUST: 'local' }).imap?.trust).toBe('local');
    expect(mailOf({ IMAP_URL: REMOTE, MAIL_TRUST: 'authserv:mx.example.com' }).imap?.trust).toEqual({
      authserv: 'mx.example.com',
    });
  });

  it('refuse a word for tls that they do not know, as those of mail out do', () => {
    expect(problem({ IMAP_URL: `${REMOTE}?tls=off` })?.message).toContain('tls=off is unknown');
    expect(mailOf({ IMAP_URL: `${REMOTE}?tls=insecure` }).imap?.anyCertificate).toBe(true);
  });

  it('E8: with IMAP_OAUTH the password may be missing, and each missing part is named', () => {
    const url = 'imaps://jobs%40example.com@imap.example.com';
    expect(problem({ IMAP_URL: url })?.variable).toBe('IMAP_URL');
    expect(problem({ IMAP_URL: url, IMAP_OAUTH: 'google' })?.variable).toBe('IMAP_OAUTH_CLIENT_ID');
  });
});
