/** The part of `shortlist doctor` that looks at mail going out (rule O2). */
import { publicKeyOf, readDkimKey } from '../bots/email/outgoing-dkim.ts';
import { probeSmtp, type SmtpProbe } from '../bots/email/outgoing-smtp-probe.ts';
import { readSmtpUrl } from '../bots/email/outgoing-smtp-settings.ts';
import type { Config } from '../config.ts';
import type { Clock } from '../domain/clock.ts';
import { ConfigError } from '../domain/errors.ts';
import { DEFAULT_WORKSPACE } from '../domain/ids.ts';
import { serviceViewer } from '../domain/people.ts';
import { countOutboxSince } from '../store/outbox-counts.ts';
import { openStore } from '../store/store.ts';
import { countSuppressions } from '../store/suppressions.ts';
import { type AskTxt, checkDkimOf, checkDmarcOf, checkSpfOf, systemTxt } from './doctor-dns.ts';

export interface MailFinding {
  check: string;
  ok: boolean;
  detail: string;
  fix?: string;
}

interface Looked {
  config: Config;
  clock: Clock;
}

/** Every check of mail going out, in the order of the way that a mail goes. */
export async function checkMailOut({ config, clock }: Looked, ask: AskTxt = systemTxt()): Promise<MailFinding[]> {
  return [await checkServer(config), checkKey(config), ...(await checkDomain(config, ask)), ...(await checkSent(config, clock))];
}

async function checkServer({ mail, dataFolder }: Config): Promise<MailFinding> {
  if (mail.smtpUrl === undefined)
    return { check: 'mail out', ok: true, detail: `as files in ${dataFolder}/outbox (SMTP_URL sends them)` };
  const settings = readSmtpUrl(mail.smtpUrl);
  const where = `${settings.host}:${settings.port}`;
  const probe = await probeSmtp(settings);
  if (probe.ok) return { check: 'mail out', ok: true, detail: `${where} answers${settings.auth ? ' and takes the login' : ''}` };
  return { check: 'mail out', ok: false, ...problemOf(probe, where) };
}

function problemOf(probe: Exclude<SmtpProbe, { ok: true }>, where: string): { detail: string; fix: string } {
  const said = probe.code === undefined ? probe.error : String(probe.code);
  if (probe.certificate)
    return {
      detail: `${where} has a certificate that is not valid for it`,
      fix: 'Use the host name of the certificate in SMTP_URL; for a test server with its own certificate add ?tls=insecure.',
    };
  if (probe.stage === 'login')
    return {
      detail: `${where} refuses the login (${said})`,
      fix: 'Check user and password in SMTP_URL; percent-encode special characters.',
    };
  return {
    detail: `${where} cannot be reached (${said})`,
    fix: 'Check host and port in SMTP_URL, and that this machine may connect there. A server without STARTTLS needs smtps:// or ?tls=off.',
  };
}

function checkKey({ mail }: Config): MailFinding {
  if (!mail.dkim)
    return {
      check: 'dkim key',
      ok: true,
      detail: 'none: mails leave unsigned, unless your provider signs (DKIM_SELECTOR, DKIM_KEY_FILE)',
    };
  try {
    readDkimKey(mail.dkim, mail.from.address);
    return { check: 'dkim key', ok: true, detail: `${mail.dkim.keyFile} can sign` };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return { check: 'dkim key', ok: false, detail: error.message, fix: error.fix };
  }
}

const NOT_PUBLIC = /(?:^|\.)(?:localhost|local|test|invalid|example|internal|lan|home|arpa)$/;

async function checkDomain({ mail }: Config, ask: AskTxt): Promise<MailFinding[]> {
  const domain = mail.from.address.slice(mail.from.address.lastIndexOf('@') + 1);
  const nothing = (detail: string) => [{ check: 'sending domain', ok: true, detail }];
  if (mail.smtpUrl === undefined) return nothing('nothing to check while mails are written as files');
  if (NOT_PUBLIC.test(domain) || !domain.includes('.'))
    return nothing(`${domain} (MAIL_FROM) is not a public domain: nothing to look up`);
  const findings: MailFinding[] = [{ check: 'spf', ...(await checkSpfOf(domain, readSmtpUrl(mail.smtpUrl).host, ask)) }];
  const key = publicKeyIn(mail);
  if (mail.dkim && key !== undefined)
    findings.push({ check: 'dkim', ...(await checkDkimOf(mail.dkim.selector, domain, key, ask)) });
  return [...findings, { check: 'dmarc', ...(await checkDmarcOf(domain, ask)) }];
}

/** A key that cannot be read has its own line. */
function publicKeyIn({ dkim, from }: Config['mail']): string | undefined {
  try {
    return dkim && publicKeyOf(readDkimKey(dkim, from.address));
  } catch {
    return undefined;
  }
}

const WEEK_MS = 7 * 86_400_000;
/** A few bounces are every day's; more says that something is wrong with us. */
const FAILED_SHARE = 0.05;
const FAILED_FEW = 3;

async function checkSent(config: Config, clock: Clock): Promise<MailFinding[]> {
  const store = await openStore({ file: config.databaseUrl, dataFolder: config.dataFolder, clock });
  try {
    const all = serviceViewer(DEFAULT_WORKSPACE);
    const { bounce, complaint } = await countSuppressions(store, all);
    const { sent, failed, deferred } = await countOutboxSince(store, all, clock.now().getTime() - WEEK_MS);
    return [
      {
        check: 'sent mail',
        ok: failed <= Math.max(FAILED_FEW, (sent + failed) * FAILED_SHARE),
        detail: `last 7 days: ${sent} sent, ${failed} failed, ${deferred} put off by the mail server`,
        fix: 'Look for "a mail was not taken by the mail server" in the log: status 5.7.x is about your domain or what mails contain, 5.1.x about addresses.',
      },
      {
        check: 'suppressed addresses',
        ok: true,
        detail: `${bounce} after bounces (until they write again), ${complaint} after complaints (until "digest on")`,
      },
    ];
  } finally {
    await store.close();
  }
}
