/** Whether the From address may be believed (rule E10), and what else of the header with it. */
import type { FromAddress } from './mail-address.ts';
import { type ResolveDns, resolveWithin } from './mail-dns.ts';
import { type MailHeader, valuesOf } from './mail-header.ts';
import { dmarcPassed } from './read-verdict.ts';
import { domainOf, sameOrganisation } from './same-organisation.ts';
import { cameFromOwnServer } from './verify-path.ts';
import { believedSignature } from './verify-signature.ts';

/**
 * `local`: the source is reached by trusted programs only. `{ authserv }`: our own mail server wrote Authentication-Results under that
 * id. `verify`: the mail's own signature, or the way it came, must prove it.
 */
export type MailTrust = 'local' | 'verify' | { authserv: string };

export interface TrustedMail {
  raw: Uint8Array;
  header: MailHeader;
  from: FromAddress;
  /** What SMTP knows; nothing for a mailbox. */
  envelope?: { from?: string; remoteAddress?: string; helo?: string };
}

export interface TrustOptions {
  trust: MailTrust;
  /** Asked in the mode `verify` only. Without it nobody is verified there. */
  resolve?: ResolveDns;
  /** When the mail reached us: signatures are judged as of then. */
  receivedAt: Date;
}

export interface SenderTrust {
  verified: boolean;
  /** The proof is in the bytes: whoever has them can send them again. */
  replayable: boolean;
  /** In-Reply-To and References are the sender's too. */
  thread: boolean;
  /** Reply-To is the sender's too. */
  replyTo: boolean;
}

const NOBODY: SenderTrust = { verified: false, replayable: false, thread: false, replyTo: false };
const EVERYTHING: SenderTrust = { verified: true, replayable: false, thread: true, replyTo: true };

/** Of one mail, for all questions together. */
const DNS_MS = 6_000;

/** Who may be believed about what. Never rejects: what cannot be checked is not verified. */
export async function trustSender(mail: TrustedMail, options: TrustOptions): Promise<SenderTrust> {
  const { trust } = options;
  if (!mail.from.wellFormed) return NOBODY;
  if (trust === 'local') return EVERYTHING;
  if (trust === 'verify') return verify(mail, options);
  if (!dmarcPassed(mail.header, mail.from.address, trust.authserv)) return NOBODY;
  return { verified: true, replayable: true, thread: true, replyTo: await isSignedByOwn(mail, 'reply-to') };
}

async function verify({ raw, header, from, envelope }: TrustedMail, { resolve, receivedAt }: TrustOptions): Promise<SenderTrust> {
  if (resolve === undefined) return NOBODY;
  const dns = resolveWithin(resolve, DNS_MS);
  const path = { from: from.address, envelopeFrom: envelope?.from, remoteAddress: envelope?.remoteAddress, helo: envelope?.helo };
  try {
    if (await cameFromOwnServer({ ...path, resolve: dns })) return EVERYTHING;
    const signature = await believedSignature({ raw, header, from: from.address, resolve: dns, receivedAt });
    if (signature === undefined) return NOBODY;
    const covers = (name: string) => valuesOf(header, name).length === 0 || signature.covers.has(name);
    // Some programs set References alone, and then its last id is what they answer.
    const thread = valuesOf(header, 'in-reply-to').length > 0 ? covers('in-reply-to') : covers('references');
    return { verified: true, replayable: true, thread, replyTo: covers('reply-to') };
  } catch {
    // A mail that breaks its verifier proves nothing.
    return NOBODY;
  }
}

/**
 * Where our mail server judged, it does not say which signature it believed: a field counts only when every signature of the sender's
 * organisation names it. A forger can add signatures, and cannot take the good one away.
 */
async function isSignedByOwn({ header, from }: TrustedMail, name: string): Promise<boolean> {
  let own = 0;
  for (const signature of valuesOf(header, 'dkim-signature').slice(0, 20)) {
    const tag = (key: string) =>
      new RegExp(`(?:^|;)\\s*${key}\\s*=\\s*([^;]*)`, 'i').exec(signature)?.[1]?.trim().toLowerCase() ?? '';
    if (!(await sameOrganisation(domainOf(from.address), tag('d')))) continue;
    own++;
    if (
      !tag('h')
        .split(/[\s:]+/)
        .includes(name)
    )
      return false;
  }
  return own > 0;
}
