/** What a button of ours carries: the same text in every chat, so that a button of an old message still means something. */
import { isCode } from '../domain/ids.ts';

export type ButtonAction =
  /** A reaction to the match of that public code; `↩` takes back. Comes in as `ReactionChange { match, emoji, removed: false }`. */
  | { kind: 'feedback'; match: string; emoji: string }
  /** A command line. Comes in as `CommandInvocation`. */
  | { kind: 'command'; line: string }
  /** Opens the form of that command line (`ChannelEvents.formOf`); where there is none for the person, the command is run. */
  | { kind: 'form'; line: string };

/** Discord's `custom_id`; Slack's `value` may be longer. In UTF-16 units, which is never less than what Discord counts. */
const LONGEST_VALUE = 100;

/** Emoji and custom names in colons have no blanks; whatever else has is no emoji. */
const EMOJI = /^[^\s]{1,50}$/u;
const LINE = /^[^\r\n]+$/u;

/** Undefined where it does not fit: the card then says in words what the button would do. */
export function buttonValue(action: ButtonAction): string | undefined {
  const value =
    action.kind === 'feedback'
      ? `fb:${action.match}:${action.emoji}`
      : `${action.kind === 'command' ? 'cmd' : 'form'}:${action.line}`;
  return readButtonValue(value) && value;
}

/** Undefined for whatever no button of ours carries. Our own buttons only are no proof: the match is looked up as its viewer may see it. */
export function readButtonValue(value: string): ButtonAction | undefined {
  if (value.length > LONGEST_VALUE) return undefined;
  const [, kind = '', rest = ''] = /^(fb|cmd|form):(.+)$/su.exec(value) ?? [];
  if (kind === 'cmd' && LINE.test(rest)) return { kind: 'command', line: rest };
  if (kind === 'form' && LINE.test(rest)) return { kind: 'form', line: rest };
  if (kind !== 'fb') return undefined;
  const [, match = '', emoji = ''] = /^([a-z0-9]{9}):(.+)$/su.exec(rest) ?? [];
  return isCode(match, 'm') && EMOJI.test(emoji) ? { kind: 'feedback', match, emoji } : undefined;
}
