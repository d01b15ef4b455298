/** The store's side of a channel: positions, and where people and we talk alone. */
import { DEFAULT_WORKSPACE } from './domain/ids.ts';
import type { ChannelState } from './messages/channel.ts';
import { commit } from './store/commit.ts';
import { getCursor } from './store/cursors.ts';
import { directConversations } from './store/direct-conversations.ts';
import type { Store } from './store/store.ts';

/** What a channel may ask of the store. */
export function stateOf(store: Store, channel: string): ChannelState {
  return {
    cursor: (source) => getCursor(store, DEFAULT_WORKSPACE, source),
    moveCursor: async (source, value) => {
      await commit(store, {
        changes: [{ kind: 'cursorMoved', workspace: DEFAULT_WORKSPACE, source, value }],
        tasks: [],
        messages: [],
      });
    },
    directConversations: () => directConversations(store, DEFAULT_WORKSPACE, channel),
    secret: async () => undefined,
  };
}
