/** Rule O5 as a property: one a person and local date, 0 missed, 0 doubled, none within 12 h after a change of zone. */
import { describe, expect, it } from 'vitest';
import type { DigestSetting } from '../../src/digest/digest-settings.ts';
import { type Person, WEEKDAYS } from '../../src/domain/people.ts';
import { brokenPromises, missed } from './check-schedule.ts';
import { type Plan, simulateSchedule } from './simulate-schedule.ts';
import { changesOf, EVERY_DAY, FROM, randomFrom, TO, ZONES } from './time-zones-to-walk.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const COARSE = 50 * 60_000;
const NEAR_DAYS = 3;
/** Times that fall into gaps and overlaps, and round midnight. */
const TIMES = ['07:30', '02:30', '00:00', '00:30', '01:59', '23:59', '23:30', '12:00'];
const ALWAYS_UP = [[], []];

const personIn = (timeZone: string, more: Partial<Person> = {}): Person => ({
  id: 'pers-1',
  workspace: 'default',
  code: 'p00000000',
  role: 'candidate',
  timeZone,
  digest: 'on',
  digestTime: '07:30',
  ...more,
});

const pick = <T>(random: () => number, from: readonly T[]): T => {
  const picked = from[Math.floor(random() * from.length)];
  if (picked === undefined) throw new Error('nothing to pick from');
  return picked;
};

/** One of each two or three settings moves somebody to another zone. */
function randomSetting(random: () => number): DigestSetting {
  const roll = random();
  if (roll < 0.4) return { kind: 'zone', zone: pick(random, ZONES) };
  if (roll < 0.65) return { kind: 'time', time: pick(random, TIMES) };
  if (roll < 0.75) return { kind: 'weekly', weekday: pick(random, WEEKDAYS) };
  if (roll < 0.85) return { kind: 'daily' };
  if (roll < 0.92) return { kind: 'pause', days: 1 + Math.floor(random() * 5) };
  return { kind: random() < 0.5 ? 'off' : 'on' };
}

const inOrder = <T extends { at: number }>(changes: T[]): T[] => changes.sort((a, b) => a.at - b.at);

function randomDowntimes(random: () => number, from: number, to: number): { from: number; to: number }[] {
  return Array.from({ length: Math.ceil(((to - from) / DAY) * 0.7) }, () => {
    const start = from + random() * (to - from);
    return { from: start, to: start + random() ** 3 * 40 * HOUR };
  });
}

function expectKept(plan: Plan, options: { complete?: boolean } = {}): number {
  const simulated = simulateSchedule(plan);
  const problems = [
    ...brokenPromises(simulated),
    ...(options.complete === false ? [] : missed(simulated).map((one) => `missed ${one}`)),
  ];
  const { timeZone, digestTime, digestWeekday } = plan.person;
  if (problems.length > 0)
    expect(problems, `${timeZone} ${digestTime} ${digestWeekday ?? ''} from ${new Date(plan.from).toISOString()}`).toEqual([]);
  return simulated.sent.length;
}

describe('digests near every change of the clocks, in every zone (O5)', () => {
  it('come once a date, at their time', () => {
    let windows = 0;
    let sent = 0;
    for (const [index, zone] of ZONES.entries()) {
      for (const [turn, change] of changesOf(zone, FROM, TO).entries()) {
        windows += 1;
        // Every time of day meets every kind of change over the zones; all of them at once would only take longer.
        for (const digestTime of [TIMES[0], TIMES[1 + ((index + turn) % (TIMES.length - 1))]]) {
          const random = randomFrom(index * 1000 + turn);
          const [from, to] = [change - NEAR_DAYS * DAY, change + NEAR_DAYS * DAY];
          const person = personIn(zone, { digestTime });
          sent += expectKept({ person, from, to, changes: [], downtimes: ALWAYS_UP, random, coarseMs: COARSE });
        }
      }
    }
    expect(windows).toBeGreaterThan(200);
    expect(sent).toBeGreaterThan(windows * 2 * (2 * NEAR_DAYS - 1));
  }, 600_000);
});

describe('digests on random days (O5, C4)', () => {
  it('come once a date to people who move, change their minds and live with a service that stops, with two schedulers', () => {
    const random = randomFrom(20261121);
    let days = 0;
    let sent = 0;
    while (days < 2000) {
      const length = 5 + Math.floor(random() * 20);
      const from = FROM + random() * (TO - FROM);
      const to = from + length * DAY;
      const changes = inOrder(
        Array.from({ length: Math.floor(random() * 5) }, () => ({
          at: from + random() * (to - from),
          setting: randomSetting(random),
        })),
      );
      const downtimes = [randomDowntimes(random, from, to), randomDowntimes(random, from, to)];
      const weekday = random() < 0.2 ? pick(random, WEEKDAYS) : undefined;
      const person = personIn(pick(random, ZONES), { digestTime: pick(random, TIMES), digestWeekday: weekday });
      sent += expectKept({ person, from, to, changes, downtimes, random, coarseMs: COARSE });
      days += length;
    }
    expect(sent).toBeGreaterThan(800);
  }, 600_000);

  it('never double and never come early or too late when tasks fail and are tried again hours later', () => {
    const random = randomFrom(7);
    for (let round = 0; round < 150; round += 1) {
      const from = FROM + random() * (TO - FROM);
      const to = from + 12 * DAY;
      const changes = inOrder(
        Array.from({ length: Math.floor(random() * 4) }, () => ({
          at: from + random() * (to - from),
          setting: randomSetting(random),
        })),
      );
      const person = personIn(pick(random, ZONES), { digestTime: pick(random, TIMES) });
      const downtimes = [randomDowntimes(random, from, to), randomDowntimes(random, from, to)];
      expectKept({ person, from, to, changes, downtimes, random, coarseMs: COARSE, stuck: 0.4 }, { complete: false });
    }
  }, 600_000);
});

describe('weekly digests', () => {
  it.each(WEEKDAYS)('come each %s, also in the weeks in which the clocks change', (weekday) => {
    for (const zone of ['Europe/Berlin', 'America/Sao_Paulo', 'Australia/Lord_Howe', 'Pacific/Apia', 'Asia/Kathmandu']) {
      const person = personIn(zone, { digestWeekday: weekday, digestTime: '02:30' });
      const sent = expectKept({
        person,
        from: FROM,
        to: TO,
        changes: [],
        downtimes: ALWAYS_UP,
        random: randomFrom(1),
        coarseMs: 6 * HOUR,
      });
      expect(sent).toBeGreaterThanOrEqual(51 * Math.round((TO - FROM) / (365.25 * DAY)));
    }
  }, 600_000);
});

describe('islands that skipped a day', () => {
  it.each([
    ['Pacific/Apia', '2011-12-30'],
    ['Pacific/Fakaofo', '2011-12-30'],
    ['Pacific/Kwajalein', '1993-08-21'],
  ])('%s had no %s: no digest of it, one each of the days around', (zone, skipped) => {
    const middle = Date.parse(`${skipped}T12:00:00Z`);
    for (const digestTime of TIMES) {
      const plan = { person: personIn(zone, { digestTime }), from: middle - 4 * DAY, to: middle + 4 * DAY, changes: [] };
      const { sent } = simulateSchedule({ ...plan, downtimes: ALWAYS_UP, random: randomFrom(3), coarseMs: COARSE });
      expectKept({ ...plan, downtimes: ALWAYS_UP, random: randomFrom(3), coarseMs: COARSE });
      expect(sent.map((one) => one.date)).not.toContain(skipped);
      expect(sent.length).toBeGreaterThanOrEqual(6);
    }
  });
});

describe.runIf(EVERY_DAY)('every day of every zone (ZONES=all YEARS=10)', () => {
  it('has one digest, with two schedulers and a service that stops', () => {
    let sent = 0;
    for (const [index, zone] of ZONES.entries()) {
      const random = randomFrom(index);
      const person = personIn(zone, { digestTime: TIMES[index % TIMES.length] });
      const quarter = (TO - FROM) / 40;
      for (let from = FROM; from < TO; from += quarter) {
        const to = from + quarter + DAY;
        const downtimes = [randomDowntimes(random, from, to), randomDowntimes(random, from, to)];
        sent += expectKept({ person, from, to, changes: [], downtimes, random, coarseMs: 3 * HOUR });
      }
    }
    console.log(
      `${ZONES.length} zones, ${new Date(FROM).getUTCFullYear()} to ${new Date(TO).getUTCFullYear() - 1}: ${sent} digests, 0 missed, 0 doubled`,
    );
  }, 3_600_000);
});
