/** Where an answer goes (rule E14), and the address that our mails with a reply token come from (rule E10). */
import { fromOf, isOurs, normalAddress } from './mail-address.ts';
import type { MailHeader } from './mail-header.ts';
import { domainOf, sameOrganisation } from './same-organisation.ts';

/**
 * The From address; or the one Reply-To when it is believed and belongs to the same organisation. Never Cc, To or a list: those are
 * people who did not ask.
 */
export async function replyAddressOf(header: MailHeader, from: string, believed: boolean): Promise<string> {
  if (!believed) return from;
  const { address, wellFormed } = fromOf(header, 'reply-to');
  if (!wellFormed || !(await sameOrganisation(domainOf(from), domainOf(address)))) return from;
  return address;
}

/** RFC 5321, section 4.5.3.1.1. */
const LONGEST_LOCAL_PART = 64;

/** `jobs@x` with a token is `jobs+x…@x`. An address too long for that stays as it is: then no answer proves anything. */
export function withReplyToken(address: string, token: string | undefined): string {
  if (token === undefined) return address;
  const at = address.lastIndexOf('@');
  const local = `${address.slice(0, at).replace(/\+.*$/, '')}+${token}`;
  const full = `${local}${address.slice(at)}`;
  return local.length <= LONGEST_LOCAL_PART && isOurs(full, [address]) ? normalAddress(full) : address;
}
