import { describe, expect, it } from 'vitest';
import { setDigest, showDigest } from '../../src/commands/digest.ts';
import { type DigestSetting, digestSettingChanges, personAfter, undoCommand } from '../../src/digest/digest-settings.ts';
import { dueDate } from '../../src/digest/due-digests.ts';
import { digestOnByDefault } from '../../src/domain/digest-defaults.ts';
import type { Person } from '../../src/domain/people.ts';
import { textOf } from '../messages/cards/made-up.ts';

const NOON = new Date('2026-03-02T12:00:00Z');
const clock = { now: () => NOON };
const at = (instant: string): number => Date.parse(instant);
const ON: Person = {
  id: 'p',
  workspace: 'default',
  code: 'p00000000',
  role: 'candidate',
  timeZone: 'Europe/Berlin',
  digest: 'on',
  digestTime: '07:30',
};
const OFF: Person = { ...ON, digest: 'off' };
const set = (person: Person, setting: DigestSetting): Person => personAfter(person, digestSettingChanges(person, setting, clock));

describe('a setting of the digest', () => {
  it.each<[string, Person, DigestSetting, string]>([
    ['on', OFF, { kind: 'on' }, 'digest off'],
    ['off', ON, { kind: 'off' }, 'digest on'],
    ['another time', ON, { kind: 'time', time: '08:15' }, 'digest time 07:30'],
    ['another zone', ON, { kind: 'zone', zone: 'Asia/Tokyo' }, 'digest zone Europe/Berlin'],
    ['weekly', ON, { kind: 'weekly', weekday: 'fri' }, 'digest daily'],
    ['daily', { ...ON, digestWeekday: 'fri' }, { kind: 'daily' }, 'digest weekly fri'],
    ['a pause', ON, { kind: 'pause', days: 3 }, 'digest resume'],
  ])('%s says what holds now, when the next one comes and how to take it back', (_what, before, setting, undo) => {
    const result = setDigest({ clock }, before, setting);
    const now = set(before, setting);
    expect(undoCommand(before, now, NOON.getTime())).toBe(undo);
    expect(textOf(result.card)).toContain(`> ${undo}: takes this back`);
    expect(textOf(result.card)).toMatch(now.digest === 'on' ? /Next: \w{3} \d+ Mar, \d\d:\d\d/ : /Next: none: it is off/);
  });

  it.each<[Person, DigestSetting]>([
    [ON, { kind: 'on' }],
    [OFF, { kind: 'off' }],
    [ON, { kind: 'time', time: '07:30' }],
    [ON, { kind: 'zone', zone: 'Europe/Berlin' }],
    [ON, { kind: 'daily' }],
    [
      { ...ON, digestWeekday: 'tue' },
      { kind: 'weekly', weekday: 'tue' },
    ],
    [OFF, { kind: 'pause', days: 3 }],
  ])('that holds already changes nothing: %j %j', (person, setting) => {
    expect(digestSettingChanges(person, setting, clock)).toEqual([]);
    expect(textOf(setDigest({ clock }, person, setting).card)).toContain('That is how it was already.');
  });

  it('"on" in the minute of the digest does not take the digest of the day away', () => {
    const due = at('2026-03-02T06:30:20Z');
    const person = personAfter(ON, digestSettingChanges(ON, { kind: 'on' }, { now: () => new Date(due) }));
    expect(dueDate({ person }, due + 40_000)).toBe('2026-03-02');
  });

  it('weekly switches on what was off, and comes on that local day only', () => {
    const person = set(OFF, { kind: 'weekly', weekday: 'wed' });
    expect(person).toMatchObject({ digest: 'on', digestWeekday: 'wed' });
    expect(dueDate({ person }, at('2026-03-03T06:31:00Z'))).toBeUndefined();
    expect(dueDate({ person }, at('2026-03-04T06:31:00Z'))).toBe('2026-03-04');
    expect(dueDate({ person }, at('2026-03-05T06:31:00Z'))).toBeUndefined();
    expect(textOf(showDigest({ clock }, person).card)).toMatch(
      /weekly digest comes every Wednesday at 07:30.*Next: Wed 4 Mar, 07:30/s,
    );
  });

  it('a pause until a date ends with that date, where the person is', () => {
    const person = set({ ...ON, timeZone: 'Pacific/Auckland' }, { kind: 'pauseUntil', date: '2026-03-10' });
    expect(dueDate({ person }, at('2026-03-08T18:31:00Z'))).toBeUndefined();
    expect(dueDate({ person }, at('2026-03-09T18:31:00Z'))).toBe('2026-03-10');
    expect(textOf(showDigest({ clock }, person).card)).toContain(
      'paused until Tue 10 Mar, 00:00; "digest resume" ends the pause',
    );
  });

  it('a pause into the past or for years is refused with what to do', () => {
    expect(() => set(ON, { kind: 'pauseUntil', date: '2026-03-01' })).toThrow(/over already/);
    expect(() => set(ON, { kind: 'pauseUntil', date: '2028-03-01' })).toThrow(/a year at most/);
  });

  it('shows the clock of the zone, so that a wrong one is seen at once', () => {
    expect(textOf(setDigest({ clock }, ON, { kind: 'zone', zone: 'Asia/Tokyo' }).card)).toContain('it is 21:00 there now');
  });
});

describe('on by itself (F7.1)', () => {
  const unset = { id: 'p', workspace: 'default', digest: 'unset' as const };
  const from = { channel: 'email', verified: true, at: 5 };

  it('from the first own resume or selected job on, and not for what lies before', () => {
    expect(digestOnByDefault(unset, from)).toEqual([
      { kind: 'personSettingsChanged', workspace: 'default', personId: 'p', digest: 'on', digestPausedUntil: 5 },
    ]);
  });

  it('not for unverified senders, not on Discord, and never against what somebody said', () => {
    expect(digestOnByDefault(unset, { ...from, verified: false })).toEqual([]);
    expect(digestOnByDefault(unset, { ...from, channel: 'discord' })).toEqual([]);
    expect(digestOnByDefault({ ...unset, digest: 'off' }, from)).toEqual([]);
    expect(digestOnByDefault({ ...unset, digest: 'on' }, from)).toEqual([]);
  });
});
