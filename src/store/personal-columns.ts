/** Columns about people: `personal` holds text or JSON about a human, `lookup` is the only way to search by address, phone or name. */
import { createHmac } from 'node:crypto';
import { personalColumn, text } from '#dialect';
import { foldWords } from '../domain/fold-text.ts';
import { plainCodec } from './personal.ts';

export const personal = <T>(name: string) => personalColumn<T>(name, plainCodec);

/** A keyed hash, see `lookupHash`. */
export const lookup = (name: string) => text(name);

/** What a human is looked up by. `address` is an identity's, together with its channel. */
export type LookupField = 'email' | 'phone' | 'name' | 'link-code' | `address:${string}`;

/** HMAC-SHA-256 of the normalised value under the workspace's key, as hex. Without the key nobody can test a guess. */
export function lookupHash(key: Uint8Array, workspace: string, field: LookupField, value: string): string {
  return createHmac('sha256', key)
    .update(`${workspace}\0${field}\0${normaliseForLookup(field, value)}`)
    .digest('hex');
}

/** What is left of an event that was erased (see `erasedEvents`). */
export const eventHash = (key: Uint8Array, workspace: string, channel: string, eventKey: string): string =>
  createHmac('sha256', key).update(`${workspace}\0event\0${channel}\0${eventKey}`).digest('hex');

/** Of what a language model is sent: the same content is asked once. */
export const contentHash = (key: Uint8Array, workspace: string, content: string): string =>
  createHmac('sha256', key).update(`${workspace}\0model\0${content}`).digest('hex');

/**
 * Names: case, width, accents, spaces and punctuation around do not count. Phones: digits only. Addresses: only case, because
 * `josé@` and `jose@` are two mailboxes, and whoever owns one must not be taken for the other.
 */
function normaliseForLookup(field: LookupField, value: string): string {
  if (field === 'name') return foldWords(value);
  if (field === 'phone') return value.normalize('NFKC').replace(/[^\p{Nd}+]/gu, '');
  return value.normalize('NFC').toLowerCase().trim();
}
