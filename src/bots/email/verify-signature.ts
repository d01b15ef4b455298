/** Who signed a mail (DKIM), under conditions that leave nothing to whoever forwards or replays it (rule E10, decision 0015). */
import type { DKIMResult } from 'mailauth';
import { normalAddress } from './mail-address.ts';
import type { ResolveDns } from './mail-dns.ts';
import { type MailHeader, messageIdsOf, valuesOf } from './mail-header.ts';
import { domainOf, sameOrganisation } from './same-organisation.ts';

export interface SignatureCheck {
  raw: Uint8Array;
  header: MailHeader;
  /** The one well-formed From address. */
  from: string;
  resolve: ResolveDns;
  /** When the mail reached us. */
  receivedAt: Date;
}

/** What a believed signature covers beside the sender. */
export interface BelievedSignature {
  /** Header fields, lower case. */
  covers: ReadonlySet<string>;
}

/** A mail that stands for what somebody wants now, and not for what they wanted once. */
const OLDEST_MS = 7 * 86_400_000;
/** Clocks of senders run ahead. */
const AHEAD_MS = 15 * 60_000;
/** Each signature costs a look-up; honest mails carry one to three. */
const MOST_SIGNATURES = 8;
const LEAST_RSA_BITS = 1024;
/** From, and what the mail is recognised by: a field outside of the signature could have been put there by anybody. */
const ALWAYS = ['from', 'message-id', 'date'] as const;

/** The first signature of the sender's own organisation that holds, or undefined. Never rejects. */
export async function believedSignature(check: SignatureCheck): Promise<BelievedSignature | undefined> {
  if (!isRecent(check) || !hasSingleFields(check.header)) return undefined;
  const signatures = valuesOf(check.header, 'dkim-signature').length;
  if (signatures === 0 || signatures > MOST_SIGNATURES) return undefined;
  const { dkimVerify } = await import('mailauth/lib/dkim/verify.js');
  const verified = await dkimVerify(Buffer.from(check.raw), {
    resolver: ownKeysOnly(check),
    curTime: check.receivedAt,
    minBitLength: LEAST_RSA_BITS,
    strict: true,
  });
  // A second opinion on the header: what the two readers see differently was made to be seen differently.
  if (verified.fromFields !== 1 || verified.headerFrom.length !== 1) return undefined;
  if (normalAddress(verified.headerFrom[0] ?? '') !== check.from) return undefined;
  const seen = (verified.headers?.parsed ?? []).map((line) => line.key);
  if (DECISIVE.some((name) => seen.filter((key) => key === name).length > 1)) return undefined;
  for (const result of verified.results) if (await holds(result, check)) return { covers: coveredBy(result) };
  return undefined;
}

/** Fields of which a mail has one at most: with two, programs disagree about which one counts. */
const DECISIVE = ['from', 'subject', 'date', 'message-id', 'in-reply-to', 'reply-to', 'sender'];

function hasSingleFields(header: MailHeader): boolean {
  if (DECISIVE.some((name) => valuesOf(header, name).length > 1)) return false;
  // Without an id of its own a mail cannot be told from its replay: relaxed canonicalisation lets blanks in the body change.
  return messageIdsOf(header, 'message-id').length === 1;
}

/** By its own Date, which the signature covers. */
function isRecent({ header, receivedAt }: SignatureCheck): boolean {
  const date = Date.parse((valuesOf(header, 'date')[0] ?? '').replace(/\([^()]*\)/g, ' '));
  return isFresh(date, receivedAt);
}

function isFresh(time: number, receivedAt: Date): boolean {
  const age = receivedAt.getTime() - time;
  return age >= -AHEAD_MS && age <= OLDEST_MS;
}

async function holds(result: DKIMResult, check: SignatureCheck): Promise<boolean> {
  if (result.status.result !== 'pass' || result.status.testing === true) return false;
  // l= leaves the end of the body to anybody.
  if (result.canonBodyLengthLimited !== false) return false;
  if (result.signatureTimeValid === false) return false;
  if (result.signTime && !isFresh(Date.parse(result.signTime), check.receivedAt)) return false;
  if (!(await sameOrganisation(domainOf(check.from), (result.signingDomain ?? '').toLowerCase()))) return false;
  const covers = coveredBy(result);
  const hasSubject = valuesOf(check.header, 'subject').length > 0;
  return [...ALWAYS, ...(hasSubject ? ['subject'] : [])].every((name) => covers.has(name));
}

/** The names that mailauth joins with a colon; only fields that the mail has. */
function coveredBy(result: DKIMResult): Set<string> {
  const keys = result.signingHeaders?.keys ?? '';
  return new Set(keys.split(':').map((key) => key.trim().toLowerCase()));
}

/** Keys of other domains say nothing about this sender, so nobody is asked for them: a mail must not send us around the world. */
function ownKeysOnly({ from, resolve }: SignatureCheck): ResolveDns {
  return async (name, type) => {
    const [, domain = ''] = /\._domainkey\.(.+)$/.exec(name.toLowerCase()) ?? [];
    if (await sameOrganisation(domainOf(from), domain)) return resolve(name, type);
    throw Object.assign(new Error('not asked'), { code: 'ENOTFOUND' });
  };
}
