/** Columns about people: `personal` holds text or JSON about a human, `lookup` is the only way to search by address, phone or name. */
import { createHmac } from 'node:crypto';
import { personalColumn, text } from '#dialect';
import { plainCodec } from './personal.ts';

export const personal = <T>(name: string) => personalColumn<T>(name, plainCodec);

/** A keyed hash, see `lookupHash`. */
export const lookup = (name: string) => text(name);

/** HMAC-SHA-256 of the normalised value under the workspace's key, as hex. Without the key nobody can test a guess. */
export function lookupHash(key: Uint8Array, workspace: string, field: string, value: string): string {
  return createHmac('sha256', key)
    .update(`${workspace}\0${field}\0${normaliseForLookup(value)}`)
    .digest('hex');
}

/** Case, width, accents, spaces and punctuation around do not count. */
export function normaliseForLookup(value: string): string {
  return value.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}
