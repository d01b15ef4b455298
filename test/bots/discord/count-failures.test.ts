import { describe, expect, it } from 'vitest';
import { createFailures } from '../../../src/bots/discord/count-failures.ts';
import { RetryLater } from '../../../src/domain/errors.ts';

describe('events that fail again and again', () => {
  it('are left out when our own code fails on them for the fifth time, each event for itself', () => {
    const failures = createFailures();
    const said = Array.from({ length: 5 }, () => failures.isHopeless('s:1', new TypeError('x is undefined')));
    expect(said).toEqual([false, false, false, false, true]);
    expect(failures.isHopeless('s:2', new TypeError('x is undefined'))).toBe(false);
  });

  it.each([
    ['a full database', new RetryLater('many messages at once')],
    ['a disk', Object.assign(new Error('full'), { code: 'SQLITE_FULL' })],
    ['the network', new TypeError('fetch failed', { cause: new Error('ECONNRESET') })],
  ])('are never left out because of %s', (_, error) => {
    const failures = createFailures();
    expect(Array.from({ length: 50 }, () => failures.isHopeless('s:1', error)).includes(true)).toBe(false);
  });
});
