/** What a channel may ask of the store. */
import type { WorkspaceId } from '../domain/ids.ts';
import type { ChannelState } from '../messages/channel.ts';
import { commit } from './commit.ts';
import { getCursor } from './cursors.ts';
import { directConversations } from './direct-conversations.ts';
import type { Store } from './store.ts';

export const channelStateOf = (store: Store, workspace: WorkspaceId, channel: string): ChannelState => ({
  cursor: (source) => getCursor(store, workspace, source),
  moveCursor: async (source, value) => {
    await commit(store, { changes: [{ kind: 'cursorMoved', workspace, source, value }], tasks: [], messages: [] });
  },
  directConversations: () => directConversations(store, workspace, channel),
  secret: async () => undefined,
});
