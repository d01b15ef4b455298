/** Whether a mail came straight from a server of the sender's organisation (SPF of MAIL FROM). Only the listener knows that. */
import { isIP } from 'node:net';
import { normalAddress } from './mail-address.ts';
import type { ResolveDns } from './mail-dns.ts';
import { domainOf, sameOrganisation } from './same-organisation.ts';

export interface PathCheck {
  /** The one well-formed From address. */
  from: string;
  /** MAIL FROM. */
  envelopeFrom: string | undefined;
  remoteAddress: string | undefined;
  helo: string | undefined;
  resolve: ResolveDns;
}

const WITHIN_MS = 5_000;

/** True when SPF passes for a MAIL FROM of the From's organisation. Never rejects. */
export async function cameFromOwnServer(check: PathCheck): Promise<boolean> {
  const { from, remoteAddress = '', helo, resolve } = check;
  const sender = normalAddress(check.envelopeFrom ?? '');
  // The null sender has only a HELO, which says nothing about a person.
  if (sender === '' || isIP(remoteAddress) === 0) return false;
  if (!(await sameOrganisation(domainOf(from), domainOf(sender)))) return false;
  const { spf } = await import('mailauth/lib/spf/index.js');
  const result = await spf({
    sender,
    ip: remoteAddress,
    helo,
    mta: 'shortlist',
    resolver: resolve,
    strict: true,
    maxElapsedTime: WITHIN_MS,
  });
  return result.status.result === 'pass';
}
