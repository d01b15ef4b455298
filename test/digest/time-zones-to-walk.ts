/** Which zones and years the tests of local time and of the schedule walk. */

/**
 * `ZONES=all YEARS=10` walks every day of all zones over so many years; without them it is every zone's days within three of each change
 * of its clocks in one year, and 2,000 random days.
 */
export const EVERY_DAY = process.env.ZONES === 'all';
const YEARS = Number(process.env.YEARS ?? 1);
/** The last years that tz data knows for certain, and the current one. */
const LAST_YEAR = 2026;
export const FROM = Date.UTC(LAST_YEAR - YEARS + 1, 0, 1);
export const TO = Date.UTC(LAST_YEAR + 1, 0, 1);
export const ZONES: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone')];

const HOUR = 3_600_000;
const FORMATTERS = new Map<string, Intl.DateTimeFormat>();

/** What the clock there shows, `YYYY-MM-DD HH:MM:SS`, asked of Intl and of nothing of ours. */
export function shownThere(instant: number, zone: string): string {
  const known = FORMATTERS.get(zone);
  const formatter =
    known ??
    new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  FORMATTERS.set(zone, formatter);
  return formatter.format(instant);
}

/** Milliseconds ahead of UTC, by `shownThere`. */
const aheadOfUtc = (instant: number, zone: string): number =>
  Date.parse(`${shownThere(instant, zone).replace(' ', 'T')}Z`) - Math.floor(instant / 1000) * 1000;

/** The instants at which clocks there change, found by looking every twelve hours and halving. */
export function changesOf(zone: string, from: number, to: number): number[] {
  const found: number[] = [];
  let before = aheadOfUtc(from, zone);
  for (let at = from; at < to; at += 12 * HOUR) {
    const after = aheadOfUtc(at + 12 * HOUR, zone);
    if (after === before) continue;
    let [low, high] = [at, at + 12 * HOUR];
    while (high - low > 1000) {
      const middle = low + Math.floor((high - low) / 2000) * 1000;
      if (aheadOfUtc(middle, zone) === before) low = middle;
      else high = middle;
    }
    found.push(high);
    before = after;
  }
  return found;
}

/** 0 ≤ x < 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
