/** Which digests are due now (rule O5). The cron library is only a tick: everything is decided from the settings, the clock and the last digest. */
import type { Person } from '../domain/people.ts';
import type { NewTask } from '../domain/steps.ts';
import { addDays, instantOf, isDigestDay, isRealDay, type LocalDate, localDate, nextDigestAt } from './local-day.ts';

export interface DigestSubscriber {
  person: Pick<Person, 'id' | 'workspace' | 'timeZone' | 'digest' | 'digestTime' | 'digestWeekday' | 'digestPausedUntil'>;
  /** The newest digest by schedule (not on request), whether or not there was anything to send. */
  last?: {
    localDate: LocalDate;
    createdAt: number;
    /** The person's zone then. */
    timeZone: string;
  };
}

const HOUR = 3_600_000;

/** After a change of zone no two within 12 h. What is held back by it comes when they are over. */
export const LEAST_BETWEEN_MS = 12 * HOUR;

/** Down over midnight: yesterday's may still go out so long after its time. Later than that, today's brings the same. */
const LATE_OVER_MIDNIGHT_MS = 3 * HOUR;

/** The local date whose digest is due, or undefined. */
export function dueDate(
  { person, last }: DigestSubscriber,
  now: number,
  at: typeof instantOf = instantOf,
): LocalDate | undefined {
  if (person.digest !== 'on' || now < (person.digestPausedUntil ?? 0)) return undefined;
  if (last && isTooSoon(person, last, now, at)) return undefined;
  const today = localDate(now, person.timeZone);
  const wanted = [today, dayBefore(today, person.timeZone, at)].filter(
    (date) => (last === undefined || last.localDate < date) && isDigestDay(person, date),
  );
  return wanted.find((date) => {
    const due = at(date, person.digestTime, person.timeZone);
    // A pause that ended after the time of the day skips that day: "nothing until" is no "later".
    if (due > now || due < (person.digestPausedUntil ?? 0)) return false;
    return date === today || now - due <= LATE_OVER_MIDNIGHT_MS;
  });
}

/** Of the calendar there: where an island skipped a date, the one before it. */
function dayBefore(date: LocalDate, zone: string, at: typeof instantOf): LocalDate {
  const before = addDays(date, -1);
  return isRealDay(before, zone, at) ? before : addDays(date, -2);
}

/**
 * In one zone the time of day keeps digests apart: one that went out late must not push the next one back. After a move, one that was
 * held back is left out when it would come within 12 h before the next.
 */
function isTooSoon(
  person: DigestSubscriber['person'],
  last: NonNullable<DigestSubscriber['last']>,
  now: number,
  at: typeof instantOf,
): boolean {
  if (last.timeZone === person.timeZone) return false;
  if (now - last.createdAt < LEAST_BETWEEN_MS) return true;
  return nextDigestAt(person, now, at) - now < LEAST_BETWEEN_MS;
}

/**
 * Whether the digest of a task is still the one to send. Between the tick and the step hours may lie (a stop, a failure tried again): then
 * another date may be due, the zone may be another one, and two would follow each other at once. What is due is said by the next tick.
 */
export function isStillDue(subscriber: DigestSubscriber, date: LocalDate, now: number): boolean {
  return dueDate(subscriber, now) === date;
}

/** The id collides for two schedulers at once (rule C4); a digest that is done is known by its row, not by its task. */
function digestTaskId(personId: string, date: LocalDate): string {
  return `digest:${personId}:${date}`;
}

/** `instantOf` with a memory, for one tick: thousands of people share a few zones and times. */
export function rememberInstants(): typeof instantOf {
  const instants = new Map<string, number>();
  return (date, time, zone) => {
    const key = `${date} ${time} ${zone}`;
    const instant = instants.get(key) ?? instantOf(date, time, zone);
    instants.set(key, instant);
    return instant;
  };
}

/** The tasks of all digests due now, in the order given. Harmless to add again. */
export function dueDigests(subscribers: readonly DigestSubscriber[], now: number, at = rememberInstants()): NewTask[] {
  return subscribers.flatMap((subscriber): NewTask[] => {
    const date = dueDate(subscriber, now, at);
    if (date === undefined) return [];
    const { id: personId, workspace } = subscriber.person;
    return [
      {
        id: digestTaskId(personId, date),
        workspace,
        step: 'sendDigest',
        payload: { personId, localDate: date },
        dueAt: now,
        priority: 6,
      },
    ];
  });
}
