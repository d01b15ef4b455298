/**
 * Signed tokens for people whose provider or browser proves nothing: links in messages, and the part after the plus of the address
 * that a message comes from. A token says what it is for and until when; it opens exactly that, for exactly that person.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

const id = z.string().min(1).max(100);

/** What a link may be for. The page shows it, a POST does it. */
const LinkSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unsubscribe'), workspace: id, personId: id }),
  z.object({ kind: z.literal('feedback'), workspace: id, personId: id, outboxId: id, number: z.number().int().min(1).max(1000) }),
  z.object({ kind: z.literal('correct'), workspace: id, personId: id, resumeId: id, submissionId: id }),
]);

export type Link = z.infer<typeof LinkSchema>;

const Envelope = z.tuple([LinkSchema, z.number().int()]);
const LINK_MAC_BYTES = 16;
const REPLY_MAC_BYTES = 10;
const BASE32 = '0123456789abcdefghjkmnpqrstvwxyz';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const macOf = (key: Uint8Array, purpose: string, content: string | Uint8Array, bytes: number): Buffer =>
  createHmac('sha256', key).update(`${purpose}\0`).update(content).digest().subarray(0, bytes);

/** The token of a link, safe in a path segment. `expiresAt` in milliseconds. */
export function signLink(key: Uint8Array, link: Link, expiresAt: number): string {
  const content = Buffer.from(JSON.stringify([link, expiresAt]));
  return `${content.toString('base64url')}.${macOf(key, 'link', content, LINK_MAC_BYTES).toString('base64url')}`;
}

/** What a link is for; undefined for anything that we did not sign, or whose time is over. */
export function readLink(key: Uint8Array, token: string, now: number): Link | undefined {
  const [, content = '', mac = ''] = /^([\w-]{1,2000})\.([\w-]{22})$/.exec(token) ?? [];
  const bytes = Buffer.from(content, 'base64url');
  const expected = macOf(key, 'link', bytes, LINK_MAC_BYTES);
  const given = Buffer.from(mac, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  const parsed = Envelope.safeParse(JSON.parse(bytes.toString('utf8')));
  return parsed.success && now < parsed.data[1] ? parsed.data[0] : undefined;
}

/**
 * The plus part of the address that a message of ours comes from: `x` and 42 characters, safe where case is folded. Whoever answers to
 * it has read a mail that went to `address` only. The store decides how long and how often it counts.
 */
export function signReplyToken(key: Uint8Array, outboxId: string, address: string): string {
  const bytes = uuidBytes(outboxId);
  return `x${toBase32(Buffer.concat([bytes, replyMac(key, bytes, address)]))}`;
}

/** The message of ours whose token it is, when it was signed for that address; else undefined. */
export function readReplyToken(key: Uint8Array, token: string, address: string): string | undefined {
  const bytes = replyTokenBytes(token);
  if (!bytes || !timingSafeEqual(bytes.subarray(16), replyMac(key, bytes.subarray(0, 16), address))) return undefined;
  return messageNamedIn(token);
}

/** The message that a token names, whether or not we signed it: who looks it up has yet to check it for the address it went to. */
export function messageNamedIn(token: string): string | undefined {
  const hex = replyTokenBytes(token)?.toString('hex', 0, 16);
  if (hex === undefined) return undefined;
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

function replyTokenBytes(token: string): Buffer | undefined {
  const bytes = /^x[0-9a-hjkmnp-tv-z]{42}$/.test(token) ? fromBase32(token.slice(1)) : Buffer.alloc(0);
  return bytes.length === 16 + REPLY_MAC_BYTES ? bytes : undefined;
}

const replyMac = (key: Uint8Array, message: Uint8Array, address: string): Buffer =>
  macOf(key, `reply\0${address.normalize('NFC').toLowerCase().trim()}`, message, REPLY_MAC_BYTES);

function uuidBytes(uuid: string): Buffer {
  if (!UUID.test(uuid)) throw new RangeError('only messages with a UUID have a reply token');
  return Buffer.from(uuid.replaceAll('-', ''), 'hex');
}

/** 26 bytes are 208 bits: 42 characters, of which the last has two bits to spare. */
function toBase32(bytes: Uint8Array): string {
  let out = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffff;
    bits += 8;
    for (; bits >= 5; bits -= 5) out += BASE32.charAt((held >> (bits - 5)) & 31);
  }
  return bits > 0 ? out + BASE32.charAt((held << (5 - bits)) & 31) : out;
}

function fromBase32(text: string): Buffer {
  const out: number[] = [];
  let held = 0;
  let bits = 0;
  for (const char of text) {
    held = ((held << 5) | BASE32.indexOf(char)) & 0xffff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      out.push((held >> bits) & 255);
    }
  }
  return Buffer.from(out);
}
