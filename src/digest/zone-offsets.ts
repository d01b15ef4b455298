/**
 * Offsets of time zones from UTC, from Intl's data, with the changes of each year found once. Asking Intl takes 1 to 4 µs each time and a
 * tick asks for everybody; a year of a zone is found in some 0.4 ms and then answers in nanoseconds.
 */

const DAY = 86_400_000;
/** A span of the table. Its length means nothing: short enough to be found quickly, long enough to be found seldom. */
const SPAN = 366 * DAY;

interface OffsetChange {
  /** From this instant on … */
  from: number;
  /** … clocks there are so many milliseconds ahead of UTC. */
  offset: number;
}

/** Holds nothing but what Intl says: the same zone always has the same table. Bounded by zones times years asked for. */
const TABLES = new Map<string, Map<number, readonly OffsetChange[]>>();

/** Milliseconds that clocks of the zone are ahead of UTC at that instant. Throws RangeError for an unknown zone. */
export function offsetAt(instant: number, zone: string): number {
  let offset = 0;
  for (const change of changesAround(instant, zone)) {
    if (change.from > instant) break;
    offset = change.offset;
  }
  return offset;
}

function changesAround(instant: number, zone: string): readonly OffsetChange[] {
  const spans = TABLES.get(zone) ?? new Map<number, readonly OffsetChange[]>();
  const span = Math.floor(instant / SPAN);
  const known = spans.get(span) ?? findChanges(span * SPAN, zone);
  spans.set(span, known);
  TABLES.set(zone, spans);
  return known;
}

/** One look a day and a bisection where two days differ. No zone ever changed twice within a day. */
function findChanges(start: number, zone: string): OffsetChange[] {
  const read = offsetReader(zone);
  const found: OffsetChange[] = [{ from: start, offset: read(start) }];
  let offset = read(start);
  for (let day = start; day < start + SPAN; day += DAY) {
    const next = read(day + DAY);
    if (next === offset) continue;
    found.push({ from: bisect(day, day + DAY, (instant) => read(instant) === next), offset: next });
    offset = next;
  }
  return found;
}

/** The first whole second in (low, high] for which `after` holds; clocks change at seconds. */
function bisect(low: number, high: number, after: (instant: number) => boolean): number {
  let [before, from] = [low, high];
  while (from - before > 1000) {
    const middle = before + Math.floor((from - before) / 2000) * 1000;
    if (after(middle)) from = middle;
    else before = middle;
  }
  return from;
}

/** Reads `GMT`, `GMT+05:30`, `GMT-00:25:21`. */
function offsetReader(zone: string): (instant: number) => number {
  const formatter = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  return (instant) => {
    const [, sign = '+', hours = '0', minutes = '0', seconds = '0'] =
      /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(formatter.format(instant)) ?? [];
    const size = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
    return (sign === '-' ? -size : size) * 1000;
  };
}
