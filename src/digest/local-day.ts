/** Local dates and times of people (rule O5), over Intl's time zone data. Instants are milliseconds since 1970, UTC. */

/** `YYYY-MM-DD` in somebody's zone. */
export type LocalDate = string;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Making a formatter takes some 50 µs and reading with it 1 µs. Holds no state besides: the same zone always gives the same one. */
const FORMATTERS = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = FORMATTERS.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  FORMATTERS.set(zone, made);
  return made;
}

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
function wallClock(instant: number, zone: string): number {
  const parts = new Map(
    formatterOf(zone)
      .formatToParts(instant)
      .map((part) => [part.type, Number(part.value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}

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
  const offsetAt = (hours: number) => wallClock(wanted + hours * HOUR, zone) - (wanted + hours * HOUR);
  // Nearly always nothing changes around the day, and two looks are enough.
  const [earlier, later] = [offsetAt(-26), offsetAt(26)];
  if (earlier === later && wallClock(wanted - later, zone) === wanted) return wanted - later;
  // Offsets reach from −12 to +14 hours, and Samoa once jumped by 24: these samples see both sides of any change near the time.
  const offsets = [earlier, later, ...[-38, -14, -7, 0, 7, 14, 38].map(offsetAt)];
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

export interface DigestClock {
  timeZone: string;
  /** `HH:MM`, local. */
  digestTime: string;
  /** Nothing before it. Milliseconds. */
  digestPausedUntil?: number;
}

/** When the next digest of these settings is due, strictly after `now`; what is already late is not counted. */
export function nextDigestAt(settings: DigestClock, now: number): number {
  const from = Math.max(now, settings.digestPausedUntil ?? 0);
  const today = localDate(from, settings.timeZone);
  // Yesterday's can still be ahead when its time fell into a gap over midnight.
  const instants = [-1, 0, 1, 2].map((days) => instantOf(addDays(today, days), settings.digestTime, settings.timeZone));
  return instants.find((instant) => instant > now && instant >= from) ?? from + DAY;
}

/** `Tue 3 Mar, 07:30`: for people, in their zone. */
export function describeLocal(instant: number, zone: string): string {
  const wall = new Date(wallClock(instant, zone)).toUTCString();
  const [, weekday = '', day = '', month = ''] = /^(\w+), 0?(\d+) (\w+)/.exec(wall) ?? [];
  return `${weekday} ${day} ${month}, ${localTime(instant, zone)}`;
}
