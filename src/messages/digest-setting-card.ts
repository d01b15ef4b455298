/** What a person's digest is set to, after a change or when asked: what holds now, when the next one comes, how to go back. */
import type { Person } from '../domain/people.ts';
import type { Card, CardBlock } from './card.ts';
import { channelName } from './channel-names.ts';
import { describeRhythm, digestSentence } from './digest-sentence.ts';

export interface DigestSettingInput {
  person: Person;
  /** It was just changed; `unchanged`: it was asked to be what it is already. */
  outcome: 'shown' | 'changed' | 'unchanged';
  /** `Tue 3 Mar, 07:30`, in their zone; undefined while it is off. */
  next?: string;
  /** `Tue 10 Mar, 07:30`: paused, and nothing comes before it. */
  pausedUntil?: string;
  /** `14:05`: the clock in their zone now, so that a wrong zone is seen at once. */
  localTime: string;
  /** The command that takes the change back. */
  undo?: string;
}

function titleOf({ person, pausedUntil }: DigestSettingInput): string {
  if (person.digest !== 'on') return 'Your digest is off';
  return pausedUntil === undefined ? 'Your digest is on' : 'Your digest is paused';
}

function sentenceOf(input: DigestSettingInput): string {
  const { person, outcome, pausedUntil } = input;
  const { digest: state, digestTime: time, timeZone, digestWeekday: weekday } = person;
  const said = { shown: '', changed: 'Done. ', unchanged: 'That is how it was already. ' }[outcome];
  const pause = pausedUntil === undefined ? '' : ` It is paused until ${pausedUntil}; "digest resume" ends the pause.`;
  return `${said}${digestSentence({ state, time, timeZone, weekday })}${pause}`;
}

function factsOf({ person, next, localTime }: DigestSettingInput): CardBlock {
  return {
    kind: 'facts',
    facts: [
      { label: 'How often', value: describeRhythm(person.digestWeekday) },
      { label: 'At', value: `${person.digestTime} (${person.timeZone})`, note: `it is ${localTime} there now` },
      ...(person.digestChannel === undefined ? [] : [{ label: 'By', value: channelName(person.digestChannel) }]),
      { label: 'Next', value: next ?? 'none: it is off' },
    ],
  };
}

function commandsOf({ person, undo, pausedUntil }: DigestSettingInput): CardBlock {
  const on = person.digest === 'on';
  const undoing = undo === undefined ? [] : [{ command: undo, does: 'takes this back' }];
  const others = [
    { command: 'digest now', does: 'one right away' },
    on ? { command: 'digest off', does: 'no more digests' } : { command: 'digest on', does: 'switches it on' },
    ...(on && pausedUntil === undefined ? [{ command: 'digest pause 2w', does: 'two weeks without' }] : []),
    ...(on && pausedUntil !== undefined ? [{ command: 'digest resume', does: 'ends the pause' }] : []),
    person.digestWeekday === undefined
      ? { command: 'digest weekly mon', does: 'once a week, on Mondays' }
      : { command: 'digest daily', does: 'every day' },
    { command: 'digest time 08:15', does: 'another time of day' },
    { command: 'digest zone Berlin', does: 'your time zone' },
    { command: 'digest channel mail', does: 'by mail; or slack, or discord' },
    { command: 'digest archive', does: 'what was sent' },
  ];
  return { kind: 'commands', commands: [...undoing, ...others.filter((one) => one.command !== undo)] };
}

export function buildDigestSettingCard(input: DigestSettingInput): Card {
  return {
    about: [input.person.id],
    title: titleOf(input),
    blocks: [{ kind: 'text', text: sentenceOf(input) }, factsOf(input), commandsOf(input)],
    footer: [],
    attachments: [],
  };
}
