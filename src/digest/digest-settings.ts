/** What a person may set of their digest, as changes (F7.1). Pure: commands, one-click links and pages all go through here. */
import type { Change } from '../domain/changes.ts';
import type { Clock } from '../domain/clock.ts';
import { UserError } from '../domain/errors.ts';
import type { Person, Weekday } from '../domain/people.ts';
import { channelName } from '../messages/channel-names.ts';
import { instantOf, type LocalDate, localDate } from './local-day.ts';

export type DigestSetting =
  | { kind: 'on' | 'off' | 'daily' }
  | { kind: 'weekly'; weekday: Weekday }
  | { kind: 'pause'; days: number }
  /** Nothing before that local date. */
  | { kind: 'pauseUntil'; date: LocalDate }
  /** `HH:MM`, local. */
  | { kind: 'time'; time: string }
  /** A name of the time zone database. */
  | { kind: 'zone'; zone: string }
  /** Where it goes, a name of the service's; undefined: where they last wrote. `on`: switched on with it. */
  | { kind: 'channel'; channel: string | undefined; on: boolean };

type SettingsChange = Extract<Change, { kind: 'personSettingsChanged' }>;
type Settings = Pick<
  SettingsChange,
  'digest' | 'digestTime' | 'digestWeekday' | 'digestPausedUntil' | 'timeZone' | 'digestChannel'
>;

const DAY = 86_400_000;
const LONGEST_PAUSE_DAYS = 366;

const isPaused = (person: Person, now: number): boolean => (person.digestPausedUntil ?? 0) > now;

/** Not before now: switched on, or set to the morning, in the afternoon, the next one comes tomorrow. A pause stays one. */
const fromNow = (person: Person, now: number): number => Math.max(now, person.digestPausedUntil ?? 0);

function switchedOn(person: Person, now: number): Settings {
  // On already: else an "on" in the minute of the digest would take it away.
  return person.digest === 'on' && !isPaused(person, now) ? {} : { digest: 'on', digestPausedUntil: now };
}

function rhythm(person: Person, weekday: Weekday | undefined, now: number): Settings {
  const on: Settings = person.digest === 'on' ? {} : switchedOn(person, now);
  if (person.digestWeekday === weekday) return on;
  return { digestPausedUntil: fromNow(person, now), ...on, digestWeekday: weekday ?? null };
}

function pausedUntil(person: Person, until: number, now: number): Settings {
  if (until <= now) throw new UserError('That day is over already.', 'Name a day to come, for example: digest pause 2w');
  if (until > now + LONGEST_PAUSE_DAYS * DAY)
    throw new UserError('A pause lasts a year at most.', 'To have none at all: digest off');
  return person.digest === 'on' ? { digestPausedUntil: until } : {};
}

function settingsOf(person: Person, setting: DigestSetting, now: number): Settings {
  switch (setting.kind) {
    case 'on':
      return switchedOn(person, now);
    case 'off':
      return person.digest === 'off' ? {} : { digest: 'off', digestPausedUntil: null };
    case 'daily':
      return rhythm(person, undefined, now);
    case 'weekly':
      return rhythm(person, setting.weekday, now);
    case 'pause':
      return pausedUntil(person, now + setting.days * DAY, now);
    case 'pauseUntil':
      return pausedUntil(person, instantOf(setting.date, '00:00', person.timeZone), now);
    case 'time':
      return setting.time === person.digestTime ? {} : { digestTime: setting.time, digestPausedUntil: fromNow(person, now) };
    case 'channel':
      return {
        ...(setting.on ? switchedOn(person, now) : {}),
        ...(setting.channel === person.digestChannel ? {} : { digestChannel: setting.channel ?? null }),
      };
    case 'zone':
      return setting.zone === person.timeZone ? {} : { timeZone: setting.zone, digestPausedUntil: fromNow(person, now) };
  }
}

/**
 * None when it is set so already, or when a digest that is off is to be paused. Throws UserError for a pause into the past or for more
 * than a year.
 */
export function digestSettingChanges(person: Person, setting: DigestSetting, clock: Clock): Change[] {
  const settings = settingsOf(person, setting, clock.now().getTime());
  if (Object.keys(settings).length === 0) return [];
  return [{ kind: 'personSettingsChanged', workspace: person.workspace, personId: person.id, ...settings }];
}

/** The person as the store will have them after these changes. */
export function personAfter(person: Person, changes: readonly Change[]): Person {
  const after = { ...person };
  for (const change of changes) {
    if (change.kind !== 'personSettingsChanged') continue;
    const { digest, digestTime, digestWeekday, digestPausedUntil, timeZone, digestChannel } = change;
    after.digest = digest ?? after.digest;
    after.digestTime = digestTime ?? after.digestTime;
    after.timeZone = timeZone ?? after.timeZone;
    if (digestChannel !== undefined) after.digestChannel = digestChannel ?? undefined;
    if (digestWeekday !== undefined) after.digestWeekday = digestWeekday ?? undefined;
    if (digestPausedUntil !== undefined) after.digestPausedUntil = digestPausedUntil ?? undefined;
  }
  return after;
}

/** The command that brings back what held before; undefined where nothing was changed. */
export function undoCommand(before: Person, after: Person, now: number): string | undefined {
  if (after.digest !== before.digest) return before.digest === 'on' ? 'digest on' : 'digest off';
  if (after.digestChannel !== before.digestChannel)
    return `digest channel ${before.digestChannel === undefined ? 'any' : channelName(before.digestChannel).toLowerCase()}`;
  if (after.timeZone !== before.timeZone) return `digest zone ${before.timeZone}`;
  if (after.digestTime !== before.digestTime) return `digest time ${before.digestTime}`;
  if (after.digestWeekday !== before.digestWeekday)
    return before.digestWeekday === undefined ? 'digest daily' : `digest weekly ${before.digestWeekday}`;
  const was = before.digestPausedUntil ?? 0;
  if (was > now && was !== after.digestPausedUntil) return `digest pause until ${localDate(was, before.timeZone)}`;
  return isPaused(after, now) && was !== after.digestPausedUntil ? 'digest resume' : undefined;
}
