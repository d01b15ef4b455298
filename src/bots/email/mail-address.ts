/** Addresses of mails: who sent it, which of ours it went to. Parsed from the raw header, never from decoded words (RFC 2047, section 5). */
import { domainToASCII } from 'node:url';
import addressparser from 'nodemailer/lib/addressparser';
import { type MailHeader, valuesOf } from './mail-header.ts';

/** One plain mailbox: no quoting, no comments, a dot or a name after the @. */
const PLAIN_ADDRESS = /^[^\s@<>"(),:;\\[\]]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/;
/** Somebody who lists ten thousand recipients is not writing to us. */
const MOST_ADDRESSES = 500;

/** Lower case, domain in its ASCII form, so that one address has one spelling; `''` when it is no plain address. */
export function normalAddress(address: string): string {
  const trimmed = address.trim().toLowerCase();
  const at = trimmed.lastIndexOf('@');
  if (at < 1) return '';
  const normal = `${trimmed.slice(0, at)}@${domainToASCII(trimmed.slice(at + 1))}`;
  return PLAIN_ADDRESS.test(normal) ? normal : '';
}

/** The address without its plus part: `jobs+j4f7k2m9q@x` is `jobs@x`. */
function withoutPlus(address: string): string {
  return address.replace(/^([^+@]+)\+[^@]*@/, '$1@');
}

/** True for one of our addresses, with or without a plus part. */
export function isOurs(address: string, ourAddresses: readonly string[]): boolean {
  const base = withoutPlus(normalAddress(address));
  return base !== '' && ourAddresses.some((ours) => withoutPlus(normalAddress(ours)) === base);
}

/** The addresses of a header field (To, Cc, Delivered-To, …), normal form. */
export function addressesOf(header: MailHeader, name: string): string[] {
  return valuesOf(header, name)
    .flatMap((value) => addressparser(value.slice(0, 50_000), { flatten: true }))
    .slice(0, MOST_ADDRESSES)
    .map((mailbox) => normalAddress(mailbox.address))
    .filter((address) => address !== '');
}

export interface FromAddress {
  /** Normal form; `''` when there is none. */
  address: string;
  /** Undecoded. */
  name: string;
  /** Exactly one such field with exactly one plain address in it: anything else may name somebody it is not (rule E10). */
  wellFormed: boolean;
}

/** Who the From field (or another that names one person) says it is. */
export function fromOf(header: MailHeader, name: 'from' | 'reply-to' = 'from'): FromAddress {
  const values = valuesOf(header, name);
  const value = values[0]?.slice(0, 10_000) ?? '';
  const entries = addressparser(value);
  const first = addressparser(value, { flatten: true })[0];
  const address = normalAddress(first?.address ?? '');
  const single = values.length === 1 && entries.length === 1 && entries[0]?.group === undefined;
  // An @ outside of the address and the quoted name is how a second address hides from a parser.
  const unquoted = value.replace(/"(?:[^"\\]|\\.)*"/g, '');
  const isPlain = [...unquoted].filter((char) => char === '<').length <= 1 && !/[\0\r\n]/.test(value);
  const wellFormed = single && address !== '' && isPlain && unquoted.split('@').length === 2;
  return { address, name: first?.name ?? '', wellFormed };
}
