import type { ChannelState } from '../../../src/messages/channel.ts';

/** A store's memory that outlives a channel: for tests that start it again. */
export function rememberedState(directConversations: readonly string[] = []): ChannelState & { cursors: Map<string, string> } {
  const cursors = new Map<string, string>();
  return {
    cursors,
    cursor: async (source) => cursors.get(source),
    moveCursor: async (source, value) => void cursors.set(source, value),
    directConversations: async () => [...directConversations],
    secret: async () => undefined,
  };
}
