import type { ChannelEvents, ChannelState, IncomingMessage, ReactionChange } from '../../../src/messages/channel.ts';

/** Events that remember what they got. `beforeCommit` runs before each resolves: a wait is a slow database, a throw a full one. */
export interface RecordedEvents extends ChannelEvents {
  readonly messages: IncomingMessage[];
  readonly reactions: ReactionChange[];
  beforeCommit: () => Promise<void>;
}

export function recordedEvents(): RecordedEvents {
  const events: RecordedEvents = {
    messages: [],
    reactions: [],
    beforeCommit: async () => {},
    async messageReceived(message) {
      await events.beforeCommit();
      events.messages.push(message);
    },
    async reactionChanged(change) {
      await events.beforeCommit();
      events.reactions.push(change);
    },
    async commandInvoked() {
      throw new Error('mail invokes no commands');
    },
    async homeOpened() {},
    formOf: async () => undefined,
    suggest: async () => [],
  };
  return events;
}

export const NO_STATE: ChannelState = {
  cursor: async () => undefined,
  moveCursor: async () => {},
  directConversations: async () => [],
  secret: async () => undefined,
};

export const SILENT_LOG = { info: () => {}, warn: () => {}, error: () => {} };
