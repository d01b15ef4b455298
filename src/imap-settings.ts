/** The settings of the mailbox that is read, out of the environment that config.ts read. */
import type { MailTrust } from './config.ts';
import { ConfigError } from './domain/errors.ts';

/** Of `IMAP_AFTER`: what happens to a mail that was taken in. `move` is for a mailbox of its own; the others are shared with people. */
export type ImapAfter = 'flag' | 'move' | 'leave';

export interface ImapSettings {
  host: string;
  port: number;
  secure: boolean;
  /** `?tls=insecure`: a test server's self-signed certificate is taken. */
  anyCertificate: boolean;
  user: string;
  /** Empty when `oauth` is set. */
  password: string;
  folder: string;
  after: ImapAfter;
  /** Whose sender addresses to believe: nobody vouches for a mailbox by itself, so `verify` unless MAIL_TRUST says otherwise. */
  trust: MailTrust;
  oauth?: { provider: 'google' | 'microsoft'; clientId: string; clientSecret: string; refreshToken: string };
}

export interface ImapEnvironment {
  MAIL_TRUST?: string;
  IMAP_URL?: string;
  IMAP_FOLDER: string;
  IMAP_AFTER: ImapAfter;
  IMAP_OAUTH?: 'google' | 'microsoft';
  IMAP_OAUTH_CLIENT_ID?: string;
  IMAP_OAUTH_CLIENT_SECRET?: string;
  IMAP_OAUTH_REFRESH_TOKEN?: string;
}

const EXAMPLE =
  'Set IMAP_URL=imaps://user:password@imap.example.com:993 (percent-encode special characters such as @ in user and password).';
const PORTS: Readonly<Record<string, number>> = { 'imap:': 143, 'imaps:': 993 };

/** Undefined without IMAP_URL. `trust` is what MAIL_TRUST means for the listener. Throws ConfigError. */
export function readImapSettings(env: ImapEnvironment, trust: MailTrust): ImapSettings | undefined {
  if (env.IMAP_URL === undefined) return undefined;
  const url = URL.canParse(env.IMAP_URL) ? new URL(env.IMAP_URL) : undefined;
  const standardPort = url && PORTS[url.protocol];
  if (!url?.hostname || standardPort === undefined)
    throw new ConfigError('IMAP_URL', 'is not an imap:// or imaps:// address', EXAMPLE);
  const tls = url.searchParams.get('tls');
  if (tls !== null && tls !== 'insecure')
    throw new ConfigError(
      'IMAP_URL',
      `tls=${tls} is unknown`,
      'Leave tls out of IMAP_URL, or use ?tls=insecure for a test server with a certificate of its own. imap:// always asks for STARTTLS.',
    );
  const oauth = oauthSettings(env);
  const user = decoded(url.username);
  const password = decoded(url.password);
  if (user === '' || (password === '' && oauth === undefined))
    throw new ConfigError(
      'IMAP_URL',
      'names no user and password',
      oauth === undefined ? EXAMPLE : 'Put the user into IMAP_URL=imaps://user%40example.com@host:993.',
    );
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return {
    host,
    port: Number(url.port) || standardPort,
    secure: url.protocol === 'imaps:',
    anyCertificate: tls === 'insecure',
    user,
    password,
    folder: env.IMAP_FOLDER,
    after: env.IMAP_AFTER,
    trust: mailboxTrust(env.MAIL_TRUST, trust, host),
    ...(oauth === undefined ? {} : { oauth }),
  };
}

const LOOPBACK = /^(?:127(?:\.\d+){3}|::1|localhost)$/;

/** Anybody can write to a mailbox: `local` only for one on this machine (tests, a server that checks before it delivers). */
function mailboxTrust(said: string | undefined, trust: MailTrust, host: string): MailTrust {
  if (said === undefined) return 'verify';
  if (trust !== 'local' || LOOPBACK.test(host)) return trust;
  throw new ConfigError(
    'MAIL_TRUST',
    `local would believe anybody who writes to the mailbox at ${host}`,
    'Use MAIL_TRUST=verify or authserv:<id>. Without MAIL_TRUST a listener on 127.0.0.1 is believed and the mailbox is verified.',
  );
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new ConfigError('IMAP_URL', 'has a % that encodes nothing', EXAMPLE);
  }
}

function oauthSettings(env: ImapEnvironment): ImapSettings['oauth'] {
  if (env.IMAP_OAUTH === undefined) return undefined;
  const needed = ['IMAP_OAUTH_CLIENT_ID', 'IMAP_OAUTH_CLIENT_SECRET', 'IMAP_OAUTH_REFRESH_TOKEN'] as const;
  const [clientId, clientSecret, refreshToken] = needed.map((name) => {
    const value = env[name];
    if (value === undefined)
      throw new ConfigError(
        name,
        `is needed with IMAP_OAUTH=${env.IMAP_OAUTH}`,
        `Set ${name}, or use a password in IMAP_URL and leave IMAP_OAUTH out.`,
      );
    return value;
  });
  return {
    provider: env.IMAP_OAUTH,
    clientId: clientId ?? '',
    clientSecret: clientSecret ?? '',
    refreshToken: refreshToken ?? '',
  };
}
