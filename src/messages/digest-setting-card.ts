/** What a person's digest is set to, after a change or when asked. */
import type { Person } from '../domain/people.ts';
import type { Card } from './card.ts';
import { digestSentence } from './digest-sentence.ts';

export interface DigestSettingInput {
  person: Person;
  /** It was just changed. */
  changed: boolean;
  now: Date;
}

export function buildDigestSettingCard({ person, changed, now }: DigestSettingInput): Card {
  const paused =
    person.digestPausedUntil !== undefined && person.digestPausedUntil > now.getTime()
      ? new Date(person.digestPausedUntil)
      : undefined;
  const state = digestSentence({ state: person.digest, time: person.digestTime, timeZone: person.timeZone });
  const pause = paused ? ` It is paused until ${paused.toISOString().slice(0, 10)}; "digest on" ends the pause.` : '';
  const text = `${changed ? 'Done. ' : ''}${state}${pause}`;
  return {
    about: [person.id],
    title: person.digest === 'on' ? (paused ? 'Your digest is paused' : 'Your digest is on') : 'Your digest is off',
    blocks: [
      { kind: 'text', text },
      {
        kind: 'commands',
        commands: [
          { command: 'digest now', does: 'one right away' },
          { command: 'digest time 08:15', does: 'another time of day' },
          { command: 'digest zone Europe/Berlin', does: 'your time zone' },
        ],
      },
    ],
    footer: [],
    attachments: [],
  };
}
