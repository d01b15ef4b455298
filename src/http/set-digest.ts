/** What the page of a digest can change, and how the digest stands. */
import type { Change } from '../domain/changes.ts';
import type { Person } from '../domain/people.ts';

export type DigestChoice = 'stop' | 'pause' | 'on';

const WEEK_MS = 7 * 86_400_000;
/** Two taps in a row are one pause. */
const SAME_PAUSE_MS = 60 * 60_000;

/** Still to come, in milliseconds, or undefined. */
export function pausedUntil(person: Person, now: number): number | undefined {
  const until = person.digestPausedUntil;
  return person.digest === 'on' && until !== undefined && until > now ? until : undefined;
}

/** Empty when it is so already: the same choice again changes nothing. */
export function digestChanges(person: Person, choice: DigestChoice, now: number): Change[] {
  const base = { kind: 'personSettingsChanged', workspace: person.workspace, personId: person.id } as const;
  const paused = pausedUntil(person, now);
  if (choice === 'stop') return person.digest === 'off' ? [] : [{ ...base, digest: 'off' }];
  if (choice === 'pause') {
    const until = now + WEEK_MS;
    const same = paused !== undefined && Math.abs(until - paused) < SAME_PAUSE_MS;
    return person.digest !== 'on' || same ? [] : [{ ...base, digestPausedUntil: until }];
  }
  // Not before now: switched on in the afternoon, the next one comes tomorrow.
  return person.digest === 'on' && paused === undefined ? [] : [{ ...base, digest: 'on', digestPausedUntil: now }];
}
