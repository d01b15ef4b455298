/** Where an answer goes (rule E14), and the address that our mails with a reply token come from (rule E10). */
import { addressesOf, isOurs, normalAddress } from './mail-address.ts';
import { type MailHeader, valuesOf } from './mail-header.ts';
import { domainOf, sameOrganisation } from './same-organisation.ts';

/**
 * The From address; or the one Reply-To when it is believed and belongs to the same organisation. Never Cc, To or a list: those are
 * people who did not ask.
 */
export async function replyAddressOf(header: MailHeader, from: string, believed: boolean): Promise<string> {
  const fields = valuesOf(header, 'reply-to');
  if (!believed || fields.length !== 1) return from;
  const addresses = addressesOf(header, 'reply-to');
  const [address = ''] = addresses;
  // What the parser makes of a garbled field is a guess.
  const plain = addresses.length === 1 && (fields[0] ?? '').replace(/"(?:[^"\\]|\\.)*"/g, '').split('@').length === 2;
  if (!plain || !(await sameOrganisation(domainOf(from), domainOf(address)))) return from;
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
