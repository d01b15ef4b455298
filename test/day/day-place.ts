/** What the scripted day does on a channel, the same on each; a person here has one address there. */
import type { DayPerson } from './day-people.ts';

export type Way =
  /** In the direct conversation; mail: an attachment. */
  | 'direct'
  /** Where others read, with a mention of the bot. */
  | 'mention'
  /** Where others read, without a mention (Slack). */
  | 'channel'
  /** As the file of a command or of its form. */
  | 'command'
  /** From the menu of a message. */
  | 'shortcut';

export interface Sent {
  person: DayPerson;
  way: Way;
  file: { name: string; bytes: Uint8Array };
  /** Tells it again, out of order, from behind an address that has expired: whatever the platform is known for. */
  twisted: boolean;
  /** The platform shows a login page in its place, or it is gone: there is nothing to read. */
  unreadable?: boolean;
}

/** A message of ours that one person alone sees. */
export interface Received {
  /** Reactions name it; undefined for what has no reactions (private answers in a shared channel). */
  id?: string;
  text: string;
  /** Values of its buttons. */
  buttons: string[];
}

export interface DayPlace {
  ways: readonly Way[];
  /** Each resolves when the platform knows that it was taken, however often it had to tell. */
  send(sent: Sent): Promise<void>;
  command(person: DayPerson, line: string): Promise<void>;
  react(person: DayPerson, to: Received, emoji: string, removed: boolean): Promise<void>;
  press(person: DayPerson, on: Received, value: string): Promise<void>;
  receivedBy(person: DayPerson): Promise<Received[]>;
  /** What everybody reads in shared channels. */
  shared(): string[];
  /** How many messages of ours there are, private answers included. */
  written(): Promise<number>;
  /** What the platform refused, for whatever reason: limits, mentions, rights. */
  refusals(): string[];
  close(): Promise<void>;
}

/** As platforms do: again until it was taken. */
export async function untilTaken(tell: () => Promise<'acknowledged' | 'refused'>, pause: () => Promise<void>): Promise<void> {
  while ((await tell()) !== 'acknowledged') await pause();
}
