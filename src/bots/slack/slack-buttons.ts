/** Buttons beneath what they are about: the same as a reaction, or as a command written out. */
import { buttonValue } from '../../messages/button-values.ts';
import type { CardCommand, CardItem } from '../../messages/card.ts';
import { SLACK_LIMITS } from './slack-limits.ts';
import { cutText } from './slack-text.ts';

export interface SlackButton {
  type: 'button';
  text: { type: 'plain_text'; text: string; emoji: true };
  /** One of a kind in its row. */
  action_id: string;
  value: string;
  /** Read aloud instead of the text. */
  accessibility_label?: string;
}
export interface ButtonRow {
  type: 'actions';
  elements: SlackButton[];
}

const MEANINGS = [
  { emoji: '👍', words: 'Interested' },
  { emoji: '👎', words: 'Not for me' },
  { emoji: '⭐', words: 'Save' },
  { emoji: '✅', words: 'Applied' },
] as const;
const MOST_COMMANDS = 5;

/** All that one can say about the one match of a message. */
export function fullRow({ code }: CardItem): ButtonRow | undefined {
  if (code === undefined) return undefined;
  return row([
    ...MEANINGS.map(({ emoji, words }) => ({ label: `${emoji} ${words}`, value: feedback(code, emoji) })),
    { label: 'Why?', value: why(code) },
  ]);
}

/** Of one match among several: its number is in the label. `short`: as little as makes sense. */
export function numberedRow({ code, number }: CardItem, short: boolean): ButtonRow | undefined {
  if (code === undefined) return undefined;
  const meanings = short ? MEANINGS.slice(0, 2) : MEANINGS;
  return row([
    ...meanings.map(({ emoji, words }) => ({
      label: `${number} ${emoji}`,
      value: feedback(code, emoji),
      spoken: `Number ${number}: ${words}`,
    })),
    ...(short ? [] : [{ label: `Why ${number}?`, value: why(code) }]),
  ]);
}

/**
 * Undefined when some of them need words of the person: half of a list as buttons would hide the other half. `there`: what other buttons
 * of the message carry already.
 */
export function commandRow(commands: readonly CardCommand[], there: ReadonlySet<string>): ButtonRow | undefined {
  if (commands.length > MOST_COMMANDS || commands.some(({ command }) => !isWhole(command))) return undefined;
  return row(
    commands.flatMap(({ command, does, form }) => {
      const value = buttonValue({ kind: form ? 'form' : 'command', line: command });
      return value === undefined || there.has(value)
        ? []
        : [{ label: form ? does : command, value, spoken: `${command}: ${does}` }];
    }),
  );
}

const feedback = (match: string, emoji: string) => buttonValue({ kind: 'feedback', match, emoji });
const why = (code: string) => buttonValue({ kind: 'command', line: `why ${code}` });

/** Nothing in it stands for something else, such as `<job>`. */
const isWhole = (command: string): boolean => /^[\p{L}\p{N} .:@+-]+$/u.test(command) && command.length <= 40;

function row(buttons: readonly { label: string; value: string | undefined; spoken?: string }[]): ButtonRow | undefined {
  const elements = buttons.flatMap(({ label, value, spoken }, index): SlackButton[] =>
    value === undefined
      ? []
      : [
          {
            type: 'button',
            text: { type: 'plain_text', text: cutText(label, SLACK_LIMITS.buttonText), emoji: true },
            action_id: `b${index}`,
            value,
            ...(spoken === undefined ? {} : { accessibility_label: cutText(spoken, SLACK_LIMITS.buttonText) }),
          },
        ],
  );
  return elements.length === 0 ? undefined : { type: 'actions', elements: elements.slice(0, SLACK_LIMITS.actionElements) };
}
