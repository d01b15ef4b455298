/** Local dates and times of people (rule O5), over Intl's time zone data. Instants are milliseconds since 1970, UTC. */
import { WEEKDAYS, type Weekday } from '../domain/people.ts';
import { offsetAt } from './zone-offsets.ts';

/** `YYYY-MM-DD` in somebody's zone. */
export type LocalDate = string;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** True for a name of the time zone database (`Europe/Berlin`, `UTC`), case aside. Offsets (`+02:00`) are none: they know no summer. */
export function isTimeZone(zone: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+\-/]*$/.test(zone) || zone.length > 64) return false;
  try {
    // Not through the cache: what people type must not fill it.
    return new Intl.DateTimeFormat('en-US', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** True for `HH:MM`, 00:00 … 23:59. */
export function isLocalTime(time: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time);
}

/** The zone's clock at that instant, as if it were UTC: for arithmetic on wall time. */
const wallClock = (instant: number, zone: string): number => instant + offsetAt(instant, zone);

/** The date that a calendar on the wall there shows. Throws RangeError for an unknown zone. */
export function localDate(instant: number, zone: string): LocalDate {
  return new Date(wallClock(instant, zone)).toISOString().slice(0, 10);
}

/** `HH:MM` of the clock there. */
export function localTime(instant: number, zone: string): string {
  return new Date(wallClock(instant, zone)).toISOString().slice(11, 16);
}

/** The calendar's next (or, with −1, previous) day; of the calendar only, no zone is involved. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/**
 * The first instant at which the clock there shows that time or later: a time that occurs twice is its first occurrence, and one that
 * is skipped is the moment after the gap (02:30 becomes 03:00, a day that an island skipped becomes the midnight after it).
 */
export function instantOf(date: LocalDate, time: string, zone: string): number {
  const wanted = Date.parse(`${date}T${time}:00Z`);
  if (Number.isNaN(wanted)) throw new RangeError(`Not a local time: ${date} ${time}`);
  const offsetIn = (hours: number) => offsetAt(wanted + hours * HOUR, zone);
  // Nearly always nothing changes around the day, and two looks are enough.
  const [earlier, later] = [offsetIn(-26), offsetIn(26)];
  if (earlier === later && wallClock(wanted - later, zone) === wanted) return wanted - later;
  // Offsets reach from −12 to +14 hours, and Samoa once jumped by 24: these samples see both sides of any change near the time.
  const offsets = [earlier, later, ...[-38, -14, -7, 0, 7, 14, 38].map(offsetIn)];
  const hits = offsets.map((offset) => wanted - offset).filter((instant) => wallClock(instant, zone) === wanted);
  return hits.length > 0 ? Math.min(...hits) : endOfGap(wanted, Math.max(...offsets), Math.min(...offsets), zone);
}

/** Bisects for the change between the two offsets: before it the clock shows less than wanted, after it more. */
function endOfGap(wanted: number, largest: number, smallest: number, zone: string): number {
  let before = wanted - largest - 1;
  let after = wanted - smallest;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (wallClock(middle, zone) >= wanted) after = middle;
    else before = middle;
  }
  return after;
}

/** The day of the week of a date; of the calendar only. */
export function weekdayOf(date: LocalDate): Weekday {
  return WEEKDAYS[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7] ?? 'mon';
}

/** Samoa had no 30 December 2011: a day without a noon is none. */
export function isRealDay(date: LocalDate, zone: string, at: typeof instantOf = instantOf): boolean {
  return localDate(at(date, '12:00', zone), zone) === date;
}

export interface DigestClock {
  timeZone: string;
  /** `HH:MM`, local. */
  digestTime: string;
  /** Weekly, on that day; every day without it. */
  digestWeekday?: Weekday;
  /** Nothing before it. Milliseconds. */
  digestPausedUntil?: number;
}

/** True when the settings want a digest of that date. */
export function isDigestDay({ digestWeekday }: Pick<DigestClock, 'digestWeekday'>, date: LocalDate): boolean {
  return digestWeekday === undefined || weekdayOf(date) === digestWeekday;
}

/** Two weeks, because a calendar may skip the day of one, from yesterday on, whose time may have fallen into a gap over midnight. */
const LOOKED_AT = [-1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14];

/** When the next digest of these settings is due, strictly after `now`; what is already late is not counted. */
export function nextDigestAt(settings: DigestClock, now: number, at: typeof instantOf = instantOf): number {
  const { timeZone, digestTime } = settings;
  const from = Math.max(now, settings.digestPausedUntil ?? 0);
  const today = localDate(from, timeZone);
  for (const days of LOOKED_AT) {
    const date = addDays(today, days);
    if (!isDigestDay(settings, date)) continue;
    const instant = at(date, digestTime, timeZone);
    if (instant > now && instant >= from && isRealDay(date, timeZone, at)) return instant;
  }
  return from + DAY;
}

/** `Tue 3 Mar, 07:30`: for people, in their zone. */
export function describeLocal(instant: number, zone: string): string {
  const wall = new Date(wallClock(instant, zone)).toUTCString();
  const [, weekday = '', day = '', month = ''] = /^(\w+), 0?(\d+) (\w+)/.exec(wall) ?? [];
  return `${weekday} ${day} ${month}, ${localTime(instant, zone)}`;
}
