/** The settings of a digest as a form (F7.1). */
import type { DigestSetting } from '../digest/digest-settings.ts';
import { UserError } from '../domain/errors.ts';
import { type Person, WEEKDAYS } from '../domain/people.ts';
import type { Choice, Form } from '../messages/channel.ts';
import { findTimeZone } from './find-time-zone.ts';
import { parseDigest } from './parse-digest.ts';
import type { CommandContext, FormContext } from './registry.ts';

const STATES: readonly Choice[] = [
  { name: 'On', value: 'on' },
  { name: 'Off', value: 'off' },
];
const DAY_NAMES = {
  mon: 'Mondays',
  tue: 'Tuesdays',
  wed: 'Wednesdays',
  thu: 'Thursdays',
  fri: 'Fridays',
  sat: 'Saturdays',
  sun: 'Sundays',
};
const RHYTHMS: readonly Choice[] = [
  { name: 'Every day', value: 'daily' },
  ...WEEKDAYS.map((day) => ({ name: `Once a week, on ${DAY_NAMES[day]}`, value: day })),
];

export async function digestForm({ person }: FormContext): Promise<Omit<Form, 'command'> | undefined> {
  if (!person) return undefined;
  const { digest, digestWeekday, digestTime, timeZone } = person;
  return {
    words: [],
    title: 'Your digest',
    submit: 'Save',
    fields: [
      { name: 'state', label: 'Digest', kind: 'choice', value: digest === 'on' ? 'on' : 'off', required: true, choices: STATES },
      { name: 'rhythm', label: 'How often', kind: 'choice', value: digestWeekday ?? 'daily', required: true, choices: RHYTHMS },
      { name: 'clock', label: 'At what time', hint: '08:15', kind: 'line', value: digestTime, required: true },
      {
        name: 'place',
        label: 'Your time zone or city',
        hint: 'Europe/Berlin, or Leeds',
        kind: 'line',
        value: timeZone,
        required: true,
      },
    ],
  };
}

/** In the order in which they hold together: a rhythm would switch on what is to be off. Throws UserError for a time or place that is none. */
export function digestSettingsIn(
  { state, rhythm, clock: time, place }: Readonly<Record<string, string>>,
  person: Person,
  { taxonomy, clock }: Pick<CommandContext, 'taxonomy' | 'clock'>,
): DigestSetting[] {
  const settings: DigestSetting[] = [];
  if (place?.trim() && place.trim() !== person.timeZone)
    settings.push({ kind: 'zone', zone: findTimeZone(place, taxonomy, clock.now().getTime()) });
  if (time?.trim()) settings.push(timeIn(time));
  if (state === 'off') return [...settings, { kind: 'off' }];
  const weekday = WEEKDAYS.find((day) => day === rhythm);
  if (weekday) settings.push({ kind: 'weekly', weekday });
  else if (rhythm === 'daily') settings.push({ kind: 'daily' });
  return state === 'on' ? [...settings, { kind: 'on' }] : settings;
}

function timeIn(text: string): DigestSetting {
  const read = parseDigest(['time', ...text.trim().split(/\s+/)]);
  if (read?.kind === 'time') return read;
  throw new UserError(`"${text.slice(0, 20)}" is no time of day.`, 'Write it as 08:15, or 7 pm.');
}
