/** The code of the second step of `erase`: follows from the person and the hour, so that nothing is kept for it. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { PersonId } from '../../domain/ids.ts';

const HOUR_MS = 3_600_000;
const VALID_HOURS = 24;
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 8;

function codeAt(key: Uint8Array, personId: PersonId, hour: number): string {
  const mac = createHmac('sha256', key).update(`erase\0${personId}\0${hour}`).digest();
  return Array.from({ length: LENGTH }, (_, at) => LETTERS.charAt((mac[at] ?? 0) & 31)).join('');
}

/** 40 bits; good for 24 hours and what is left of the hour, for this person only. */
export const eraseCode = (key: Uint8Array, personId: PersonId, now: number): string =>
  codeAt(key, personId, Math.floor(now / HOUR_MS));

export function isEraseCode(key: Uint8Array, personId: PersonId, code: string, now: number): boolean {
  const given = Buffer.from(code.toLowerCase());
  if (given.length !== LENGTH) return false;
  const hour = Math.floor(now / HOUR_MS);
  return Array.from({ length: VALID_HOURS + 1 }, (_, back) => Buffer.from(codeAt(key, personId, hour - back))).some((code) =>
    timingSafeEqual(code, given),
  );
}
