/** F7.1, D5: where a digest goes. */
import { describe, expect, it } from 'vitest';
import { parseDigest } from '../../src/commands/parse-digest.ts';
import { digestSettingChanges, personAfter, undoCommand } from '../../src/digest/digest-settings.ts';
import type { Person } from '../../src/domain/people.ts';
import { choosePlace, type Place } from '../../src/domain/place.ts';
import { manualClock } from '../store/manual-clock.ts';

const mail: Place = { identityId: 'i1', channel: 'email', conversation: 'mirela@mail.example.org' };
const slack: Place = { identityId: 'i2', channel: 'slack', conversation: 'D555' };
const discord: Place = { identityId: 'i3', channel: 'discord', conversation: 'D777' };
const now = 1_000;

describe('the place of a digest', () => {
  it('is where they wish it, else where they last wrote, else mail', () => {
    const all = [mail, { ...slack, wroteAt: 5 }, { ...discord, wroteAt: 9 }];
    expect(choosePlace(all, { channel: 'slack', now })?.channel).toBe('slack');
    expect(choosePlace(all, { now })?.channel).toBe('discord');
    expect(choosePlace([mail, slack], { now })).toBe(mail);
    expect(choosePlace([slack], { now })).toBeUndefined();
    expect(choosePlace(all, { channel: 'teams', now })?.channel).toBe('discord');
  });

  it('is another one while it cannot be reached, and itself again afterwards (D5)', () => {
    const all = [mail, { ...discord, wroteAt: 9, unreachable: { since: 0, until: 2_000 } }];
    expect(choosePlace(all, { channel: 'discord', now })?.channel).toBe('email');
    expect(choosePlace(all, { channel: 'discord', now: 2_000 })?.channel).toBe('discord');
    expect(choosePlace(all.slice(1), { now })).toBeUndefined();
  });
});

describe('digest channel', () => {
  const person: Person = {
    id: 'p1',
    workspace: 'default',
    code: 'p12345678',
    role: 'candidate',
    timeZone: 'UTC',
    digest: 'off',
    digestTime: '07:30',
  };
  const clock = manualClock();

  it.each([
    ['channel mail', { kind: 'channel', channel: 'email', on: false }],
    ['channel Slack', { kind: 'channel', channel: 'slack', on: false }],
    ['channel any', { kind: 'channel', channel: undefined, on: false }],
    ['on discord', { kind: 'channel', channel: 'discord', on: true }],
    ['channel fax', undefined],
    ['channel', undefined],
    ['on the way', undefined],
    ['off slack', undefined],
  ])('digest %s', (words, expected) => {
    expect(parseDigest(words.split(' '))).toEqual(expected);
  });

  it('switches on where it is asked to, and can be taken back', () => {
    const changes = digestSettingChanges(person, { kind: 'channel', channel: 'discord', on: true }, clock);
    const after = personAfter(person, changes);
    expect(after).toMatchObject({ digest: 'on', digestChannel: 'discord' });
    expect(undoCommand(person, after, clock.now().getTime())).toBe('digest off');
    const moved = personAfter(after, digestSettingChanges(after, { kind: 'channel', channel: 'email', on: false }, clock));
    expect(undoCommand(after, moved, clock.now().getTime())).toBe('digest channel discord');
    const any = personAfter(moved, digestSettingChanges(moved, { kind: 'channel', channel: undefined, on: false }, clock));
    expect(any.digestChannel).toBeUndefined();
    expect(
      undoCommand(
        person,
        personAfter(person, digestSettingChanges(person, { kind: 'channel', channel: 'slack', on: false }, clock)),
        0,
      ),
    ).toBe('digest channel any');
    expect(digestSettingChanges(moved, { kind: 'channel', channel: 'email', on: false }, clock)).toEqual([]);
  });
});
