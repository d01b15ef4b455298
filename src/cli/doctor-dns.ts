/** What the DNS says about a domain that sends mail (rule O2). Judged by pure functions; asked through a port, so that tests need no network. */
import { Resolver } from 'node:dns/promises';

/** TXT records with their strings joined; `none` when the name has none, `silent` when nobody answered. */
export type TxtAnswer = { kind: 'records'; records: string[] } | { kind: 'none' } | { kind: 'silent' };
export type AskTxt = (name: string) => Promise<TxtAnswer>;

export interface DnsFinding {
  ok: boolean;
  detail: string;
  fix?: string;
}

const PATIENCE_MS = 2_500;
const NOTHING_THERE = new Set(['ENODATA', 'ENOTFOUND', 'NXDOMAIN']);

/**
 * The resolver of this machine. Machines without a network often have one that says of every name that it does not exist: such a "no" counts
 * only from a resolver that knows `com`.
 */
export function systemTxt(): AskTxt {
  const resolver = new Resolver({ timeout: PATIENCE_MS, tries: 1 });
  let knowsTheWorld: Promise<boolean> | undefined;
  const reallyNone = async (): Promise<TxtAnswer> => {
    knowsTheWorld ??= resolver.resolveSoa('com').then(
      () => true,
      () => false,
    );
    return { kind: (await knowsTheWorld) ? 'none' : 'silent' };
  };
  return async (name) => {
    try {
      const records = (await resolver.resolveTxt(name)).map((strings) => strings.join(''));
      return records.length > 0 ? { kind: 'records', records } : { kind: 'none' };
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      return NOTHING_THERE.has(code) ? reallyNone() : { kind: 'silent' };
    }
  };
}

const SILENT: DnsFinding = { ok: true, detail: 'could not be checked: no answer from the DNS' };

/** Exactly one record that does not let everybody send. */
export async function checkSpfOf(domain: string, smtpHost: string, ask: AskTxt): Promise<DnsFinding> {
  const answer = await ask(domain);
  if (answer.kind === 'silent') return SILENT;
  const records = answer.kind === 'none' ? [] : answer.records.filter((record) => /^v=spf1(?:\s|$)/i.test(record));
  const [record] = records;
  const example = `v=spf1 include:spf.your-mail-provider.example -all`;
  if (record === undefined)
    return { ok: false, detail: `${domain} has no SPF record`, fix: `Publish a TXT record at ${domain}: ${example}` };
  if (records.length > 1)
    return {
      ok: false,
      detail: `${domain} has ${records.length} SPF records: receivers take none of them`,
      fix: 'Merge them into one.',
    };
  if (/(?:^|\s)\+?all(?:\s|$)/i.test(record))
    return { ok: false, detail: `the SPF record of ${domain} lets everybody send`, fix: 'End it with -all or ~all.' };
  const provider = smtpHost.split('.').slice(-2).join('.');
  const named = record.toLowerCase().includes(provider);
  return {
    ok: true,
    detail: named ? `${domain} names ${provider}` : `${domain} has one; see that it includes your mail provider's servers`,
  };
}

/** The published key is ours. */
export async function checkDkimOf(selector: string, domain: string, publicKey: string, ask: AskTxt): Promise<DnsFinding> {
  const name = `${selector}._domainkey.${domain}`;
  const answer = await ask(name);
  if (answer.kind === 'silent') return SILENT;
  const fix = `Publish a TXT record at ${name}: v=DKIM1; k=rsa; p=${publicKey}`;
  const published = answer.kind === 'none' ? [] : answer.records.flatMap((record) => tagOf(record, 'p') ?? []);
  if (published.length === 0) return { ok: false, detail: `${name} has no key`, fix };
  if (!published.includes(publicKey)) return { ok: false, detail: `${name} has another key than DKIM_KEY_FILE`, fix };
  return { ok: true, detail: `${name} has our key` };
}

/** A policy of the domain or of one above it (RFC 9989 walks up the tree). */
export async function checkDmarcOf(domain: string, ask: AskTxt): Promise<DnsFinding> {
  const labels = domain.split('.');
  for (let from = 0; from <= labels.length - 2; from++) {
    const owner = labels.slice(from).join('.');
    const answer = await ask(`_dmarc.${owner}`);
    if (answer.kind === 'silent') return SILENT;
    const record = answer.kind === 'none' ? undefined : answer.records.find((one) => /^v=DMARC1(?:\s*;|$)/i.test(one));
    const policy = record && tagOf(record, 'p');
    if (policy) return { ok: true, detail: `${owner} says p=${policy}` };
    if (record)
      return { ok: false, detail: `the DMARC record of ${owner} has no p=`, fix: 'Add p=none, p=quarantine or p=reject.' };
  }
  const fix = `Publish a TXT record at _dmarc.${domain}: v=DMARC1; p=none; rua=mailto:postmaster@${domain}`;
  return { ok: false, detail: `${domain} has no DMARC record; large providers refuse daily mail without one`, fix };
}

/** The value of a tag of a list such as `v=DKIM1; p=…`, without white space. */
function tagOf(record: string, tag: string): string | undefined {
  for (const part of record.split(';')) {
    const [name = '', ...value] = part.split('=');
    if (name.trim().toLowerCase() === tag) return value.join('=').replace(/\s+/g, '');
  }
  return undefined;
}
