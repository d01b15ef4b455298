import { describe, expect, it } from 'vitest';
import { setDigest, showDigest } from '../../src/commands/digest.ts';
import type { CommandContext } from '../../src/commands/registry.ts';
import { dueDate } from '../../src/digest/due-digests.ts';
import type { Person } from '../../src/domain/people.ts';

const NOON = new Date('2026-03-02T12:00:00Z');
const PERSON: Person = {
  id: 'p',
  workspace: 'default',
  code: 'p00000000',
  role: 'candidate',
  timeZone: 'UTC',
  digest: 'off',
  digestTime: '07:30',
};
// Only the clock is asked for.
const context = { clock: { now: () => NOON } } as CommandContext;

/** The person after the command, as the store would have them. */
function personAfter(person: Person, args: Parameters<typeof setDigest>[2]): Person {
  const [change] = setDigest(context, person, args).changes ?? [];
  if (change?.kind !== 'personSettingsChanged') return person;
  const { digest = person.digest, digestTime = person.digestTime, timeZone = person.timeZone } = change;
  return { ...person, digest, digestTime, timeZone, digestPausedUntil: change.digestPausedUntil ?? person.digestPausedUntil };
}
const at = (instant: string) => new Date(instant).getTime();

describe('digest settings', () => {
  it.each([
    ['switched on at noon', personAfter(PERSON, { kind: 'on' }), '2026-03-03T07:30:00Z'],
    [
      'set to the morning at noon',
      personAfter({ ...PERSON, digest: 'on' }, { kind: 'time', time: '08:15' }),
      '2026-03-03T08:15:00Z',
    ],
    [
      'moved to a zone where it is past',
      personAfter({ ...PERSON, digest: 'on' }, { kind: 'zone', zone: 'Asia/Tokyo' }),
      '2026-03-02T22:30:00Z',
    ],
  ])('%s: the first one is not a late one of today', (_what, person, next) => {
    expect(dueDate({ person }, NOON.getTime() + 60_000)).toBeUndefined();
    expect(dueDate({ person }, at(next) - 1000)).toBeUndefined();
    expect(dueDate({ person }, at(next))).toBeDefined();
  });

  it('a pause of three days holds back three digests', () => {
    const person = personAfter({ ...PERSON, digest: 'on' }, { kind: 'pause', days: 3 });
    expect(dueDate({ person }, at('2026-03-05T07:30:00Z'))).toBeUndefined();
    expect(dueDate({ person }, at('2026-03-06T07:30:00Z'))).toBe('2026-03-06');
  });

  it('asking shows the settings and changes nothing', () => {
    expect(showDigest(context, PERSON).changes).toEqual([]);
  });
});
