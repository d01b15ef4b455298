/** The only reader of the environment. Every error names the variable and the fix; the command line then ends with 2. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { loadEnvFile } from 'node:process';
import { z } from 'zod';
import { readSmtpUrl } from './bots/email/outgoing-smtp-settings.ts';
import { type DiscordSettings, readDiscordSettings } from './discord-settings.ts';
import { ConfigError } from './domain/errors.ts';
import { type ImapSettings, readImapSettings } from './imap-settings.ts';
import { type ModelSettings, readModelSettings } from './model-settings.ts';
import { readSlackSettings, type SlackSettings } from './slack-settings.ts';

export interface ListenAddress {
  host: string;
  port: number;
}
export type MailTrust = 'local' | 'verify' | { authserv: string };

export interface Config {
  dataFolder: string;
  databaseUrl: string;
  mail: {
    listen: ListenAddress | 'off';
    trust: MailTrust;
    smtpUrl?: string;
    from: { name: string; address: string };
    postalAddress?: string;
    /** A mailbox to read; the listener is then off unless it is asked for. */
    imap?: ImapSettings;
    /** Signs what goes out. */
    dkim?: { selector: string; keyFile: string };
  };
  slack?: SlackSettings;
  discord?: DiscordSettings;
  /** A language model; undefined: everything works without. */
  model?: ModelSettings;
  http: {
    listen: ListenAddress | 'off';
    /** HTTP_LISTEN or PUBLIC_URL was set: an address that is taken is then an error. */
    askedFor: boolean;
    /** Without a slash at the end. Links to pages of ours are sent only when it is set. */
    publicUrl?: string;
  };
  people: {
    recruiters: readonly string[];
    admins: readonly string[];
    inboxReaders: readonly string[];
    digestTime: string;
    timeZone: string;
  };
  scores: { showFrom: number; storeFrom: number };
  retentionDays: number;
  /** False: the bytes of a file go as soon as it has been read. */
  keepOriginals: boolean;
  logLevel: string;
  /** SHORTLIST_NOW: the clock starts there and runs on. */
  startAt?: Date;
  /** Settings that are there but belong to a later release, for the start-up report. */
  later: readonly string[];
}

const LATER: Readonly<Record<string, string>> = {
  MASTER_KEY: 'encryption of the data',
  MASTER_KEY_FILE: 'encryption of the data',
};

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

const list = z
  .string()
  .optional()
  .transform((value) =>
    (value ?? '')
      .split(/[\s,;]+/)
      .map((part) => part.trim().toLowerCase())
      .filter(Boolean),
  );
const score = (fallback: number) => z.coerce.number().min(0).max(100).default(fallback);

const Environment = z.object({
  SMTP_LISTEN: z.string().optional(),
  MAIL_TRUST: z.string().optional(),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().default('Shortlist <jobs@shortlist.localhost>'),
  POSTAL_ADDRESS: z.string().optional(),
  IMAP_URL: z.string().optional(),
  IMAP_FOLDER: z.string().default('INBOX'),
  IMAP_AFTER: z.enum(['flag', 'move', 'leave']).default('flag'),
  IMAP_OAUTH: z.enum(['google', 'microsoft']).optional(),
  IMAP_OAUTH_CLIENT_ID: z.string().optional(),
  IMAP_OAUTH_CLIENT_SECRET: z.string().optional(),
  IMAP_OAUTH_REFRESH_TOKEN: z.string().optional(),
  DKIM_SELECTOR: z.string().optional(),
  DKIM_KEY_FILE: z.string().optional(),
  SLACK_BOT_TOKEN: z.string().optional(),
  SLACK_APP_TOKEN: z.string().optional(),
  SLACK_SIGNING_SECRET: z.string().optional(),
  SLACK_API_URL: z.string().optional(),
  DISCORD_TOKEN: z.string().optional(),
  DISCORD_APPLICATION_ID: z.string().optional(),
  DISCORD_GUILDS: z.string().optional(),
  DISCORD_API_URL: z.string().optional(),
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: z.string().optional(),
  OPENAI_MODEL: z.string().optional(),
  MODEL_DAILY_USD: z.string().optional(),
  MODEL_MONTHLY_USD: z.string().optional(),
  MODEL_PRICES: z.string().optional(),
  HTTP_LISTEN: z.string().optional(),
  PUBLIC_URL: z.string().optional(),
  KEEP_ORIGINALS: z.enum(['yes', 'no']).default('yes'),
  RECRUITERS: list,
  ADMINS: list,
  INBOX_READERS: list,
  DIGEST_TIME: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is not a time such as 07:30')
    .default('07:30'),
  TZ_DEFAULT: z.string().default('UTC').refine(isZone, 'is not a time zone such as Europe/Berlin'),
  SHOW_FROM: score(70),
  STORE_FROM: score(60),
  RETENTION_DAYS: z.coerce.number().int().min(1).default(365),
  DATABASE_URL: z.string().optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  SHORTLIST_NOW: z
    .string()
    .optional()
    .transform((value, context) => {
      if (!value) return undefined;
      const instant = new Date(value);
      if (Number.isNaN(instant.getTime()))
        context.addIssue({ code: 'custom', message: 'is not an instant such as 2026-11-01T09:00:00Z' });
      return instant;
    }),
});

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

const FIXES: Readonly<Record<string, string>> = {
  IMAP_AFTER: 'Set IMAP_AFTER to flag (a keyword marks what was taken in), move (a mailbox of its own) or leave.',
  IMAP_OAUTH: 'Set IMAP_OAUTH to google or microsoft, or leave it out for a password in IMAP_URL.',
  KEEP_ORIGINALS: 'Set KEEP_ORIGINALS to yes or no.',
  DIGEST_TIME: 'Set DIGEST_TIME to hours and minutes, for example DIGEST_TIME=07:30.',
  TZ_DEFAULT: 'Set TZ_DEFAULT to an IANA name, for example TZ_DEFAULT=Europe/Berlin.',
  SHOW_FROM: 'Set SHOW_FROM to a score from 0 to 100 (default 70).',
  STORE_FROM: 'Set STORE_FROM to a score from 0 to 100 (default 60).',
  RETENTION_DAYS: 'Set RETENTION_DAYS to a number of days (default 365).',
  LOG_LEVEL: 'Set LOG_LEVEL to trace, debug, info, warn, error, fatal or silent.',
  SHORTLIST_NOW: 'Set SHORTLIST_NOW to an instant, for example SHORTLIST_NOW=2026-11-01T09:00:00Z, or leave it out.',
};

export interface ConfigOverrides {
  dataFolder?: string;
  databaseUrl?: string;
}

/**
 * Reads `.env` of the current folder, when there is one, into the environment; what is set already wins. Throws ConfigError: Node skips
 * lines that it does not understand, so a file in another encoding would be settings that silently do not count.
 */
export function loadDotEnv(folder: string = process.cwd()): void {
  const file = path.join(folder, '.env');
  if (!existsSync(file)) return;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(withoutNul(readFileSync(file)));
    loadEnvFile(file);
  } catch {
    throw new ConfigError(
      '.env',
      `${file} is not a text file in UTF-8 that can be read`,
      'Save it as UTF-8, or begin again with: cp .env.example .env',
    );
  }
}

/** UTF-16 text is valid UTF-8 with a NUL at every other place. */
function withoutNul(bytes: Buffer): Buffer {
  if (bytes.includes(0)) throw new TypeError('binary');
  return bytes;
}

/** Throws ConfigError. Empty values count as not set, as in most .env files. */
export function readConfig(
  overrides: ConfigOverrides = {},
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Config {
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = Environment.safeParse(present);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const variable = String(issue?.path[0] ?? 'environment');
    throw new ConfigError(variable, issue?.message ?? 'is wrong', FIXES[variable] ?? `See ${variable} in .env.example.`);
  }
  const env = parsed.data;
  const dataFolder = path.resolve(overrides.dataFolder ?? 'data');
  const listen = env.SMTP_LISTEN === undefined && env.IMAP_URL !== undefined ? 'off' : smtpListen(env.SMTP_LISTEN);
  const trust = mailTrust(env.MAIL_TRUST, listen);
  return {
    dataFolder,
    databaseUrl: databaseUrl(overrides.databaseUrl ?? env.DATABASE_URL, dataFolder),
    mail: {
      listen,
      trust,
      smtpUrl: smtpUrl(env.SMTP_URL),
      from: mailFrom(env.MAIL_FROM),
      postalAddress: env.POSTAL_ADDRESS,
      imap: readImapSettings(env, trust),
      dkim: dkimSettings(env),
    },
    slack: readSlackSettings(env),
    discord: readDiscordSettings(env),
    model: readModelSettings(env),
    http: {
      listen: listenAddress('HTTP_LISTEN', env.HTTP_LISTEN ?? '127.0.0.1:8080', '127.0.0.1:8080'),
      askedFor: env.HTTP_LISTEN !== undefined || env.PUBLIC_URL !== undefined,
      publicUrl: publicUrl(env.PUBLIC_URL),
    },
    people: {
      recruiters: env.RECRUITERS,
      admins: env.ADMINS,
      inboxReaders: env.INBOX_READERS,
      digestTime: env.DIGEST_TIME,
      timeZone: env.TZ_DEFAULT,
    },
    scores: { showFrom: env.SHOW_FROM, storeFrom: env.STORE_FROM },
    retentionDays: env.RETENTION_DAYS,
    keepOriginals: env.KEEP_ORIGINALS === 'yes',
    logLevel: env.LOG_LEVEL,
    startAt: env.SHORTLIST_NOW,
    later: Object.keys(LATER).filter((name) => name in present),
  };
}

/** What a setting that is not read yet would switch on. */
export const laterFeature = (name: string): string => LATER[name] ?? name;

const smtpListen = (value: string | undefined) => listenAddress('SMTP_LISTEN', value ?? '127.0.0.1:2525', '127.0.0.1:2525');

function listenAddress(variable: string, value: string, example: string): ListenAddress | 'off' {
  if (value === 'off') return 'off';
  const [, host, port] = /^(?:\[?([^\]]+)\]?:)?(\d{1,5})$/.exec(value) ?? [];
  if (!port || Number(port) > 65_535) {
    throw new ConfigError(
      variable,
      `${value} is not host:port`,
      `Set ${variable}=${example}, another address and port, or ${variable}=off.`,
    );
  }
  return { host: host ?? '127.0.0.1', port: Number(port) };
}

function publicUrl(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '' && url.username === '')
    return url.href.replace(/\/+$/, '');
  throw new ConfigError(
    'PUBLIC_URL',
    `${value} is not an http:// or https:// address`,
    'Set PUBLIC_URL to the address under which people reach HTTP_LISTEN, for example PUBLIC_URL=https://shortlist.example.com.',
  );
}

function dkimSettings(env: { DKIM_SELECTOR?: string; DKIM_KEY_FILE?: string }): Config['mail']['dkim'] {
  const { DKIM_SELECTOR: selector, DKIM_KEY_FILE: keyFile } = env;
  if (selector === undefined && keyFile === undefined) return undefined;
  if (selector !== undefined && keyFile !== undefined && /^[a-z0-9][a-z0-9._-]*$/i.test(selector)) return { selector, keyFile };
  throw new ConfigError(
    selector === undefined ? 'DKIM_SELECTOR' : 'DKIM_KEY_FILE',
    'DKIM needs a selector and a key file',
    'Set both DKIM_SELECTOR=s1 and DKIM_KEY_FILE=/path/to/private-key.pem, or neither.',
  );
}

function mailTrust(value: string | undefined, listen: ListenAddress | 'off'): MailTrust {
  const loopback = listen !== 'off' && LOOPBACK.has(listen.host);
  if (value === undefined) return loopback ? 'local' : 'verify';
  if (value === 'local') {
    if (listen === 'off' || loopback) return 'local';
    throw new ConfigError(
      'MAIL_TRUST',
      `local would believe anybody who can reach ${listen.host}`,
      'Use MAIL_TRUST=verify, or listen on 127.0.0.1.',
    );
  }
  if (value === 'verify') return 'verify';
  const authserv = /^authserv:(\S+)$/.exec(value)?.[1];
  if (authserv) return { authserv };
  throw new ConfigError(
    'MAIL_TRUST',
    `${value} is none of local, verify, authserv:<id>`,
    'Set MAIL_TRUST=local (loopback only), verify, or authserv:mx.example.com.',
  );
}

function smtpUrl(value: string | undefined): string | undefined {
  if (value !== undefined) readSmtpUrl(value);
  return value;
}

function mailFrom(value: string): { name: string; address: string } {
  const [, name, address] = /^\s*(?:"?([^"<>]*?)"?\s*<)?([^\s<>@"]+@[^\s<>@"]+)>?\s*$/.exec(value) ?? [];
  if (!address)
    throw new ConfigError('MAIL_FROM', `${value} holds no mail address`, 'Set MAIL_FROM="Shortlist <jobs@your-domain.example>".');
  return { name: name?.trim() || 'Shortlist', address: address.toLowerCase() };
}

function databaseUrl(value: string | undefined, dataFolder: string): string {
  if (value === undefined) return `file:${path.join(dataFolder, 'shortlist.db')}`;
  if (/^(file:|postgres(ql)?:\/\/)/.test(value)) return value;
  throw new ConfigError(
    'DATABASE_URL',
    'is neither file:… nor postgres://…',
    'Set DATABASE_URL=file:./data/shortlist.db or leave it out.',
  );
}
