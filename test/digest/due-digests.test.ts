import { describe, expect, it } from 'vitest';
import { type DigestSubscriber, dueDate, dueDigests, LEAST_BETWEEN_MS } from '../../src/digest/due-digests.ts';
import { addDays, instantOf, localDate } from '../../src/digest/local-day.ts';

const at = (text: string): number => Date.parse(text);
const MINUTE = 60_000;

function subscriber(changes: Partial<DigestSubscriber['person']> = {}, last?: DigestSubscriber['last']): DigestSubscriber {
  return {
    person: { id: 'pers-1', workspace: 'default', timeZone: 'Europe/Berlin', digest: 'on', digestTime: '07:30', ...changes },
    last,
  };
}

interface Sent {
  date: string;
  at: number;
  zone: string;
}

const known = new Map<string, number>();
const remembered: typeof instantOf = (date, time, zone) => {
  const key = `${date} ${time} ${zone}`;
  const instant = known.get(key) ?? instantOf(date, time, zone);
  known.set(key, instant);
  return instant;
};

interface Run {
  from: number;
  to: number;
  stepMs?: number;
  /** Where the person is. */
  zone: (now: number) => string;
  time?: string;
  /** Whether the service runs. */
  up?: (now: number) => boolean;
}

/** Ticks every few minutes, as the service does, and keeps what was sent. */
function run(options: Run): Sent[] {
  const sent: Sent[] = [];
  for (let now = options.from; now < options.to; now += options.stepMs ?? 15 * MINUTE) {
    if (options.up && !options.up(now)) continue;
    const newest = sent.at(-1);
    const zone = options.zone(now);
    const last = newest && { localDate: newest.date, createdAt: newest.at, timeZone: newest.zone };
    const date = dueDate(subscriber({ timeZone: zone, digestTime: options.time ?? '07:30' }, last), now, remembered);
    if (date !== undefined) sent.push({ date, at: now, zone });
  }
  return sent;
}

describe('a digest is due', () => {
  it('from its local time on, never before', () => {
    expect(dueDate(subscriber(), at('2026-03-02T06:29:59Z'))).toBeUndefined();
    expect(dueDate(subscriber(), at('2026-03-02T06:30:00Z'))).toBe('2026-03-02');
  });

  it('once a local date', () => {
    const last = { localDate: '2026-03-02', createdAt: at('2026-03-02T06:30:00Z'), timeZone: 'Europe/Berlin' };
    expect(dueDate(subscriber({}, last), at('2026-03-02T06:31:00Z'))).toBeUndefined();
    expect(dueDate(subscriber({}, last), at('2026-03-02T22:59:00Z'))).toBeUndefined();
    expect(dueDate(subscriber({}, last), at('2026-03-03T06:30:00Z'))).toBe('2026-03-03');
  });

  it('late, once and for the same date, when the service was down at its time', () => {
    expect(dueDate(subscriber(), at('2026-03-02T14:05:00Z'))).toBe('2026-03-02');
    expect(dueDate(subscriber(), at('2026-03-02T22:59:00Z'))).toBe('2026-03-02');
  });

  it('for yesterday only shortly after midnight, when its time was late in the evening', () => {
    expect(dueDate(subscriber({ digestTime: '23:50' }), at('2026-03-02T23:10:00Z'))).toBe('2026-03-02');
    expect(dueDate(subscriber({ digestTime: '23:50' }), at('2026-03-03T03:00:00Z'))).toBeUndefined();
    expect(dueDate(subscriber(), at('2026-03-03T02:00:00Z'))).toBeUndefined();
  });

  it('not late from before it was switched on: then from the next day on', () => {
    const noon = subscriber({ digestPausedUntil: at('2026-03-02T11:00:00Z') });
    expect(dueDate(noon, at('2026-03-02T11:01:00Z'))).toBeUndefined();
    expect(dueDate(noon, at('2026-03-03T06:30:00Z'))).toBe('2026-03-03');
    expect(dueDate(subscriber({ digestPausedUntil: at('2026-03-02T06:00:00Z') }), at('2026-03-02T11:01:00Z'))).toBe('2026-03-02');
  });

  it.each(['off', 'unset'] as const)('never while it is %s', (digest) => {
    expect(dueDate(subscriber({ digest }), at('2026-03-02T12:00:00Z'))).toBeUndefined();
  });

  it('not before the end of a pause, and not late because of it', () => {
    const paused = subscriber({ digestPausedUntil: at('2026-03-04T12:00:00Z') });
    expect(dueDate(paused, at('2026-03-04T11:59:00Z'))).toBeUndefined();
    expect(dueDate(paused, at('2026-03-04T12:01:00Z'))).toBeUndefined();
    expect(dueDate(paused, at('2026-03-05T06:30:00Z'))).toBe('2026-03-05');
  });
});

describe('the tasks of a tick', () => {
  it('have an id that two schedulers share (C4) and carry ids only', () => {
    const now = at('2026-03-02T06:31:00Z');
    const later = subscriber({ id: 'pers-2', timeZone: 'America/New_York' });
    const tasks = dueDigests([subscriber(), later, subscriber({ id: 'pers-3', timeZone: 'Asia/Tokyo' })], now);
    expect(tasks).toEqual([
      {
        id: 'digest:pers-1:2026-03-02',
        workspace: 'default',
        step: 'sendDigest',
        payload: { personId: 'pers-1', localDate: '2026-03-02' },
        dueAt: now,
        priority: 6,
      },
      {
        id: 'digest:pers-3:2026-03-02',
        workspace: 'default',
        step: 'sendDigest',
        payload: { personId: 'pers-3', localDate: '2026-03-02' },
        dueAt: now,
        priority: 6,
      },
    ]);
  });
});

describe('over weeks of ticks', () => {
  const zones = [
    'UTC',
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'America/Santiago',
    'Asia/Beirut',
    'Africa/Casablanca',
    'Pacific/Chatham',
  ];
  const spans = [
    ['2026-02-12T00:00:00Z', '2026-02-18T00:00:00Z'],
    ['2026-03-05T00:00:00Z', '2026-03-11T00:00:00Z'],
    ['2026-03-26T00:00:00Z', '2026-04-08T00:00:00Z'],
    ['2026-09-03T00:00:00Z', '2026-09-09T00:00:00Z'],
    ['2026-09-24T00:00:00Z', '2026-10-07T00:00:00Z'],
    ['2026-10-22T00:00:00Z', '2026-11-04T00:00:00Z'],
  ] as const;

  it.each(
    zones.flatMap((zone) => ['07:30', '02:30', '00:15', '23:45'].map((time) => [zone, time] as const)),
  )('%s at %s: each date once, at its time, across every change of the clocks', (zone, time) => {
    for (const [from, to] of spans) {
      const sent = run({ from: at(from), to: at(to), zone: () => zone, time });
      const first = sent[0]?.date ?? '';
      // 0 missed, 0 doubled: the dates follow each other without a gap.
      expect(sent.map((one) => one.date)).toEqual(sent.map((_, index) => addDays(first, index)));
      for (const one of sent.slice(1)) expect(one.at - instantOf(one.date, time, zone)).toBeLessThan(15 * MINUTE);
      expect(sent.length).toBeGreaterThanOrEqual(Math.floor((at(to) - at(from)) / 86_400_000));
    }
  });

  it('a day that an island skipped has no digest, and the days around it have one each', () => {
    const sent = run({ from: at('2011-12-28T00:00:00Z'), to: at('2012-01-02T00:00:00Z'), zone: () => 'Pacific/Apia' });
    expect(sent.map((one) => one.date)).toEqual([
      '2011-12-27',
      '2011-12-28',
      '2011-12-29',
      '2011-12-31',
      '2012-01-01',
      '2012-01-02',
    ]);
  });

  it.each([
    ['America/Los_Angeles', 'Pacific/Auckland'],
    ['Pacific/Auckland', 'America/Los_Angeles'],
    ['Europe/Berlin', 'Pacific/Kiritimati'],
    ['Pacific/Kiritimati', 'Pacific/Pago_Pago'],
    ['Europe/London', 'America/New_York'],
    ['Asia/Tokyo', 'Europe/Berlin'],
  ])('a move from %s to %s, at any hour, never brings two within 12 h and no date twice, and then goes on daily', (from, to) => {
    for (let hour = 0; hour < 24; hour += 1) {
      const moved = at('2026-06-10T00:00:00Z') + hour * 3_600_000;
      const sent = run({
        from: at('2026-06-07T00:00:00Z'),
        to: at('2026-06-15T00:00:00Z'),
        stepMs: 15 * MINUTE,
        zone: (now) => (now < moved ? from : to),
      });
      const gaps = sent.slice(1).map((one, index) => one.at - (sent[index]?.at ?? 0));
      for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(LEAST_BETWEEN_MS);
      const dates = sent.map((one) => one.date);
      // Over the date line a date may be skipped whose time never struck for the person, or last for two days; never more.
      dates.slice(1).forEach((date, index) => {
        expect([addDays(dates[index] ?? '', 1), addDays(dates[index] ?? '', 2)]).toContain(date);
      });
      for (const gap of gaps) expect(gap).toBeLessThanOrEqual(50 * 3_600_000);
      expect(localDate(sent.at(-1)?.at ?? 0, to)).toBe(dates.at(-1));
    }
  });

  it('a late one in the evening does not push back the next morning’s', () => {
    const sent = run({
      from: at('2026-06-01T00:00:00Z'),
      to: at('2026-06-04T00:00:00Z'),
      zone: () => 'UTC',
      up: (now) => now < at('2026-06-02T06:00:00Z') || now > at('2026-06-02T22:00:00Z'),
    });
    expect(sent.map((one) => new Date(one.at).toISOString().slice(0, 16))).toEqual([
      '2026-06-01T07:30',
      '2026-06-02T22:15',
      '2026-06-03T07:30',
    ]);
  });

  it('a service that is down every other day sends each missed digest once, on the day it is back', () => {
    const up = (now: number) => Math.floor(now / (18 * 3_600_000)) % 2 === 0;
    const sent = run({ from: at('2026-06-01T00:00:00Z'), to: at('2026-06-20T00:00:00Z'), zone: () => 'UTC', up });
    expect(new Set(sent.map((one) => one.date)).size).toBe(sent.length);
    for (const one of sent) {
      expect(localDate(one.at, 'UTC')).toBe(one.date);
      expect(one.at).toBeGreaterThanOrEqual(instantOf(one.date, '07:30', 'UTC'));
    }
  });
});
