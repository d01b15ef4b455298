import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMailThrottle } from '../../../src/bots/email/outgoing-throttle.ts';
import { manualClock } from '../../store/manual-clock.ts';

interface Waiting {
  key: string;
  bulk: boolean;
  at: number;
}

/** Everybody comes when told to, earliest first, answers before digests; gives when each went and how often it asked. */
function run(mails: Waiting[], perMinute = 30) {
  const clock = manualClock();
  const start = clock.now().getTime();
  const throttle = createMailThrottle(perMinute, clock);
  const queue = [...mails];
  const went: Waiting[] = [];
  let asked = 0;
  while (queue.length > 0) {
    queue.sort((a, b) => a.at - b.at || Number(a.bulk) - Number(b.bulk));
    const mail = queue.shift();
    if (!mail) break;
    const now = clock.now().getTime() - start;
    if (mail.at > now) clock.advance(mail.at - now);
    asked++;
    const wait = throttle.turn(mail.key, mail.bulk);
    const at = clock.now().getTime() - start;
    if (wait === 0) went.push({ ...mail, at });
    else queue.push({ ...mail, at: at + wait });
  }
  return { went, asked };
}

const most = (times: number[]): number =>
  Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + 60_000).length));

const mails = fc.array(fc.record({ bulk: fc.boolean(), at: fc.nat({ max: 300_000 }) }), { maxLength: 200 });

describe('the throttle (O10)', () => {
  test('no minute ever has more than the limit, whoever comes when, and everybody goes', () => {
    fc.assert(
      fc.property(mails, fc.integer({ min: 1, max: 40 }), (list, perMinute) => {
        const { went } = run(
          list.map((mail, index) => ({ ...mail, key: `k${index}` })),
          perMinute,
        );
        expect(went).toHaveLength(list.length);
        expect(most(went.map((mail) => mail.at))).toBeLessThanOrEqual(perMinute);
      }),
      { numRuns: 60 },
    );
  });

  test('five hundred digests of one morning go in 21 minutes and ask twice or so each', () => {
    const { went, asked } = run(Array.from({ length: 500 }, (_, index) => ({ key: `d${index}`, bulk: true, at: 0 })));
    expect(Math.max(...went.map((mail) => mail.at))).toBeLessThan(21 * 60_000);
    expect(asked).toBeLessThan(1_100);
  });

  test('an answer in the middle of it goes at once', () => {
    const digests = Array.from({ length: 500 }, (_, index) => ({ key: `d${index}`, bulk: true, at: 0 }));
    const answers = Array.from({ length: 12 }, (_, index) => ({ key: `a${index}`, bulk: false, at: 40_000 + index * 20_000 }));
    const { went } = run([...digests, ...answers]);
    for (const answer of answers) expect(went.find((mail) => mail.key === answer.key)?.at).toBe(answer.at);
  });

  test('a clock that is set back does not close it', () => {
    let now = Date.UTC(2026, 2, 2);
    const throttle = createMailThrottle(2, { now: () => new Date(now) });
    expect([throttle.turn('a', false), throttle.turn('b', false)]).toEqual([0, 0]);
    now -= 3_600_000;
    expect(throttle.turn('c', false)).toBe(0);
  });
});
