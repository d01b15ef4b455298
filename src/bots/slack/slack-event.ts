/** What an event of Slack is to us. */
import type { CommandFace } from '../../commands/registry.ts';
import type { CommandInvocation, HomeOpened, IncomingMessage, ReactionChange } from '../../messages/channel.ts';
import type { SlackSelf } from './slack-self.ts';

export type SlackEvent =
  | { kind: 'message'; message: IncomingMessage }
  | { kind: 'reaction'; reaction: ReactionChange }
  /** `trigger` opens a form for a few seconds; `asksForm`: it is wanted whatever words came. */
  | { kind: 'command'; command: CommandInvocation; trigger?: string; asksForm: boolean; typed: boolean }
  | { kind: 'home'; opened: HomeOpened; conversation: string }
  /** Somebody else's message, pointed at: its files are looked at as in a shared place, and the one who pointed is told there. */
  | { kind: 'pointedAt'; message: IncomingMessage; responseUrl: string }
  /** A command from a workspace that the app was not set up for. */
  | { kind: 'elsewhere' }
  | { kind: 'nothing' };

export interface ReadContext {
  us: Pick<SlackSelf, 'user' | 'team'>;
  commands: readonly CommandFace[];
  /** That conversation is the person's own with us. */
  isOwn(channel: string): boolean;
  /** In ms since 1970, by the service's clock. */
  now: number;
}

export const NOTHING: SlackEvent = { kind: 'nothing' };
