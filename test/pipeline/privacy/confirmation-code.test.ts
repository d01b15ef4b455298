import { describe, expect, it } from 'vitest';
import { eraseCode, isEraseCode } from '../../../src/pipeline/privacy/confirmation-code.ts';

const KEY = new Uint8Array(32).fill(7);
const NOW = Date.UTC(2026, 10, 10, 14, 5);
const HOUR = 3_600_000;

describe('the code of the second step of erase (A8)', () => {
  const code = eraseCode(KEY, 'ana', NOW);

  it('is good for a day, however it is written, and not much longer', () => {
    expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{8}$/);
    for (const later of [0, 1, 12, 24]) expect(isEraseCode(KEY, 'ana', code.toUpperCase(), NOW + later * HOUR)).toBe(true);
    expect(isEraseCode(KEY, 'ana', code, NOW + 25 * HOUR)).toBe(false);
    expect(isEraseCode(KEY, 'ana', code, NOW - HOUR)).toBe(false);
  });

  it('is good for one person and one service only', () => {
    expect(isEraseCode(KEY, 'ben', code, NOW)).toBe(false);
    expect(isEraseCode(new Uint8Array(32), 'ana', code, NOW)).toBe(false);
    for (const wrong of ['', '00000000', `${code}x`, code.slice(1), 'ÄÖÜ'])
      expect(isEraseCode(KEY, 'ana', wrong, NOW)).toBe(false);
  });
});
