import { describe, expect, it } from 'vitest';
import {
  addDays,
  describeLocal,
  instantOf,
  isLocalTime,
  isTimeZone,
  localDate,
  localTime,
  nextDigestAt,
} from '../../src/digest/local-day.ts';
import { changesOf, EVERY_DAY, FROM, randomFrom, shownThere, TO, ZONES } from './time-zones-to-walk.ts';

const iso = (instant: number): string => new Date(instant).toISOString().slice(0, 16);
const at = (text: string): number => Date.parse(text);

describe('the local date and time of an instant', () => {
  it.each([
    ['2026-03-02T23:30:00Z', 'UTC', '2026-03-02', '23:30'],
    ['2026-03-02T23:30:00Z', 'Europe/Berlin', '2026-03-03', '00:30'],
    ['2026-07-02T22:30:00Z', 'Europe/Berlin', '2026-07-03', '00:30'],
    ['2026-03-02T03:00:00Z', 'America/New_York', '2026-03-01', '22:00'],
    ['2026-03-02T11:00:00Z', 'Pacific/Kiritimati', '2026-03-03', '01:00'],
    ['2026-03-02T11:30:00Z', 'Pacific/Pago_Pago', '2026-03-02', '00:30'],
    ['2026-03-02T18:20:00Z', 'Asia/Kathmandu', '2026-03-03', '00:05'],
  ])('%s in %s is %s %s', (instant, zone, date, time) => {
    expect(localDate(at(instant), zone)).toBe(date);
    expect(localTime(at(instant), zone)).toBe(time);
  });

  it('reads in words for people', () => {
    expect(describeLocal(at('2026-03-03T06:30:00Z'), 'Europe/Berlin')).toBe('Tue 3 Mar, 07:30');
    expect(describeLocal(at('2026-03-31T22:30:00Z'), 'Europe/Berlin')).toBe('Wed 1 Apr, 00:30');
  });
});

describe('the instant of a local time (O5)', () => {
  it.each([
    ['2026-03-02', '07:30', 'UTC', '2026-03-02T07:30'],
    ['2026-01-15', '07:30', 'Europe/Berlin', '2026-01-15T06:30'],
    ['2026-07-15', '07:30', 'Europe/Berlin', '2026-07-15T05:30'],
    ['2026-07-15', '07:30', 'America/New_York', '2026-07-15T11:30'],
    ['2026-01-15', '23:45', 'Pacific/Kiritimati', '2026-01-15T09:45'],
    ['2026-01-15', '00:15', 'Pacific/Pago_Pago', '2026-01-15T11:15'],
    ['2026-01-15', '07:30', 'Australia/Lord_Howe', '2026-01-14T20:30'],
    // On the day of the change, on both sides of it.
    ['2026-03-29', '01:59', 'Europe/Berlin', '2026-03-29T00:59'],
    ['2026-03-29', '03:00', 'Europe/Berlin', '2026-03-29T01:00'],
    ['2026-03-29', '07:30', 'Europe/Berlin', '2026-03-29T05:30'],
    ['2026-10-25', '07:30', 'Europe/Berlin', '2026-10-25T06:30'],
  ])('%s %s in %s is %s', (date, time, zone, expected) => {
    expect(iso(instantOf(date, time, zone))).toBe(expected);
  });

  it.each([
    ['2026-03-29', '02:30', 'Europe/Berlin', '2026-03-29T01:00', '03:00'],
    ['2026-03-08', '02:30', 'America/New_York', '2026-03-08T07:00', '03:00'],
    // Half an hour only.
    ['2026-10-04', '02:10', 'Australia/Lord_Howe', '2026-10-03T15:30', '02:30'],
    // The hour after midnight.
    ['2026-03-29', '00:30', 'Asia/Beirut', '2026-03-28T22:00', '01:00'],
    // A whole day that never was.
    ['2011-12-30', '07:30', 'Pacific/Apia', '2011-12-30T10:00', '00:00'],
  ])('%s %s in %s does not exist and is the next valid instant', (date, time, zone, expected, clock) => {
    const instant = instantOf(date, time, zone);
    expect(iso(instant)).toBe(expected);
    expect(localTime(instant, zone)).toBe(clock);
  });

  it.each([
    ['2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30'],
    ['2026-11-01', '01:30', 'America/New_York', '2026-11-01T05:30'],
    ['2026-04-05', '01:40', 'Australia/Lord_Howe', '2026-04-04T14:40'],
    ['2026-10-25', '02:00', 'Europe/Berlin', '2026-10-25T00:00'],
    ['2026-10-25', '03:00', 'Europe/Berlin', '2026-10-25T02:00'],
  ])('%s %s in %s occurs twice and is the first', (date, time, zone, expected) => {
    expect(iso(instantOf(date, time, zone))).toBe(expected);
  });

  it('refuses what is no time and no zone', () => {
    expect(() => instantOf('2026-02-30', '25:00', 'UTC')).toThrow(RangeError);
    expect(() => instantOf('2026-02-20', '07:30', 'Mars/Olympus')).toThrow(RangeError);
  });
});

/** ZONES=all walks every zone; else each twentieth one, and the odd ones. */
function zonesToWalk(): readonly string[] {
  const odd = [
    'Australia/Lord_Howe',
    'Africa/Casablanca',
    'Antarctica/Troll',
    'America/Havana',
    'Asia/Beirut',
    'Africa/Cairo',
    'America/Nuuk',
    'Pacific/Chatham',
  ];
  return EVERY_DAY ? ZONES : [...new Set([...ZONES.filter((_, index) => index % 20 === 0), ...odd])];
}

describe('the table of offsets', () => {
  it('says what Intl says: at any time, and to the second around every change of the clocks of every zone', () => {
    const random = randomFrom(5);
    for (const zone of ZONES) {
      const changes = changesOf(zone, FROM, TO);
      const near = changes.flatMap((change) => [-3 * 86_400_000, -1000, -1, 0, 1, 1000, 3 * 86_400_000].map((by) => change + by));
      const anywhere = Array.from({ length: 10 }, () =>
        Math.floor(Date.UTC(1975, 0, 1) + random() * (TO - Date.UTC(1975, 0, 1))),
      );
      for (const instant of [...near, ...anywhere]) {
        const shown = `${localDate(instant, zone)} ${localTime(instant, zone)}`;
        expect(shown, `${zone} at ${iso(instant)}`).toBe(shownThere(instant, zone).slice(0, 16));
      }
    }
  }, 300_000);
});

describe('near every change of the clocks, in many zones', () => {
  it('each quarter of an hour of the day has one instant: the first minute at which the clock there is not before it', () => {
    let changes = 0;
    for (const zone of zonesToWalk()) {
      for (const transition of changesOf(zone, FROM, TO)) {
        changes += 1;
        const date = localDate(transition, zone);
        for (let quarter = 0; quarter < 96; quarter += 1) {
          const time = `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`;
          const instant = instantOf(date, time, zone);
          const shows = `${localDate(instant, zone)} ${localTime(instant, zone)}`;
          // Not before the time; and a minute earlier it was before it, or the time is the first minute after a gap.
          expect(shows >= `${date} ${time}`, `${zone} ${date} ${time}: ${shows}`).toBe(true);
          const before = `${localDate(instant - 60_000, zone)} ${localTime(instant - 60_000, zone)}`;
          expect(before < `${date} ${time}`, `${zone} ${date} ${time}: a minute before it was ${before}`).toBe(true);
        }
      }
    }
    expect(changes).toBeGreaterThan(15);
  }, 1_800_000);
});

describe('names of zones and times', () => {
  it.each(['UTC', 'Europe/Berlin', 'America/Argentina/Ushuaia', 'Etc/GMT+5', 'europe/berlin'])('takes %s as a zone', (zone) =>
    expect(isTimeZone(zone)).toBe(true));
  it.each(['', 'Berlin', 'Mars/Olympus', '+02:00', '../etc', 'a'.repeat(100)])('refuses %j as a zone', (zone) =>
    expect(isTimeZone(zone)).toBe(false));
  it.each(['00:00', '07:30', '23:59'])('takes %s as a time', (time) => expect(isLocalTime(time)).toBe(true));
  it.each(['7:30', '24:00', '07:60', '0730', ''])('refuses %j as a time', (time) => expect(isLocalTime(time)).toBe(false));
});

describe('the next digest', () => {
  const berlin = { timeZone: 'Europe/Berlin', digestTime: '07:30' };

  it.each([
    ['2026-03-02T05:00:00Z', '2026-03-02T06:30'],
    ['2026-03-02T06:30:00Z', '2026-03-03T06:30'],
    ['2026-03-02T23:30:00Z', '2026-03-03T06:30'],
    ['2026-03-28T12:00:00Z', '2026-03-29T05:30'],
  ])('after %s comes at %s', (now, expected) => {
    expect(iso(nextDigestAt(berlin, at(now)))).toBe(expected);
  });

  it('waits for the end of a pause', () => {
    const paused = { ...berlin, digestPausedUntil: at('2026-03-10T12:00:00Z') };
    expect(iso(nextDigestAt(paused, at('2026-03-02T05:00:00Z')))).toBe('2026-03-11T06:30');
  });
});

it('counts days by the calendar', () => {
  expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
});
