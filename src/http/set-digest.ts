/** What the page of a digest can change, and how the digest stands. */
import { digestSettingChanges } from '../digest/digest-settings.ts';
import { localDate, weekdayOf } from '../digest/local-day.ts';
import type { Change } from '../domain/changes.ts';
import type { Clock } from '../domain/clock.ts';
import type { Person } from '../domain/people.ts';

export type DigestChoice = 'stop' | 'pause' | 'weekly' | 'daily' | 'on';

const WEEK_DAYS = 7;
/** Two taps in a row are one pause. */
const SAME_PAUSE_MS = 60 * 60_000;

/** Still to come, in milliseconds, or undefined. */
export function pausedUntil(person: Person, now: number): number | undefined {
  const until = person.digestPausedUntil;
  return person.digest === 'on' && until !== undefined && until > now ? until : undefined;
}

/** Empty when it is so already: the same choice again changes nothing. */
export function digestChanges(person: Person, choice: DigestChoice, clock: Clock): Change[] {
  const now = clock.now().getTime();
  const paused = pausedUntil(person, now);
  if (choice === 'stop') return digestSettingChanges(person, { kind: 'off' }, clock);
  if (choice === 'daily') return digestSettingChanges(person, { kind: 'daily' }, clock);
  if (choice === 'weekly') {
    // The day of the choice: a mail a week from the mail that was too much.
    const weekday = weekdayOf(localDate(now, person.timeZone));
    return person.digestWeekday === undefined ? digestSettingChanges(person, { kind: 'weekly', weekday }, clock) : [];
  }
  if (choice === 'on') return digestSettingChanges(person, { kind: 'on' }, clock);
  const again = paused !== undefined && Math.abs(now + WEEK_DAYS * 86_400_000 - paused) < SAME_PAUSE_MS;
  return again ? [] : digestSettingChanges(person, { kind: 'pause', days: WEEK_DAYS }, clock);
}
