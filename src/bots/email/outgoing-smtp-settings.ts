/** SMTP_URL → how to reach the mail server. Encrypted unless the server is on this machine or the address says otherwise. */
import { ConfigError } from '../../domain/errors.ts';

export interface SmtpSettings {
  host: string;
  port: number;
  /** TLS from the first byte (smtps). */
  secure: boolean;
  /** For smtp: STARTTLS or nothing at all, STARTTLS where offered, never. */
  startTls: 'required' | 'offered' | 'off';
  /** False: any certificate will do (`?tls=insecure`, and on loopback, where nobody stands in between). */
  verifyCertificate: boolean;
  auth?: { user: string; pass: string };
  /** Rule O10: what the provider takes. */
  mailsPerMinute: number;
}

const EXAMPLE = 'Set SMTP_URL=smtps://user:password@mail.example.com:465 (percent-encode special characters in the password).';
const TLS_FIX =
  'Leave tls out of SMTP_URL, or use ?tls=insecure for a test server with a certificate of its own, or ?tls=off for one without TLS.';
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/;
const MAILS_PER_MINUTE = 30;
const SUBMISSION = 587;
const SUBMISSIONS = 465;

/** Throws ConfigError naming the fix. The password is percent-decoded. */
export function readSmtpUrl(value: string): SmtpSettings {
  const url = /^smtps?:\/\/[^/\s]+/i.test(value) && URL.canParse(value) ? new URL(value) : undefined;
  if (url === undefined || url.hostname === '')
    throw new ConfigError('SMTP_URL', 'is not an smtp:// or smtps:// address', EXAMPLE);
  const secure = url.protocol === 'smtps:';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const tls = tlsOf(url, secure);
  const loopback = LOOPBACK.test(host);
  return {
    host,
    port: Number(url.port) || (secure ? SUBMISSIONS : SUBMISSION),
    secure,
    startTls: secure || tls === 'off' ? 'off' : loopback && tls === undefined ? 'offered' : 'required',
    verifyCertificate: tls !== 'insecure' && !loopback,
    mailsPerMinute: rateOf(url),
    ...loginOf(url),
  };
}

function tlsOf(url: URL, secure: boolean): 'off' | 'insecure' | undefined {
  const unknown = [...url.searchParams.keys()].find((name) => name !== 'tls' && name !== 'rate');
  if (unknown !== undefined) throw new ConfigError('SMTP_URL', `does not know the option ${unknown}`, TLS_FIX);
  const tls = url.searchParams.get('tls');
  if (tls === null) return undefined;
  if (tls === 'insecure' || (tls === 'off' && !secure)) return tls;
  throw new ConfigError('SMTP_URL', secure && tls === 'off' ? 'smtps:// is always encrypted' : `tls=${tls} is unknown`, TLS_FIX);
}

function rateOf(url: URL): number {
  const rate = url.searchParams.get('rate') ?? String(MAILS_PER_MINUTE);
  if (/^[1-9]\d{0,4}$/.test(rate)) return Number(rate);
  throw new ConfigError(
    'SMTP_URL',
    `rate=${rate} is no number of mails a minute`,
    'Set it in SMTP_URL as ?rate=30, or leave it out for 30.',
  );
}

function loginOf(url: URL): { auth?: { user: string; pass: string } } {
  if (url.username === '') return {};
  try {
    return { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } };
  } catch {
    throw new ConfigError('SMTP_URL', 'has a % in the user or password that is not percent-encoded', EXAMPLE);
  }
}
