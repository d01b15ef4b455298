/** What a channel may ask of the store. */
import type { WorkspaceId } from '../domain/ids.ts';
import type { ChannelState } from '../messages/channel.ts';
import { commit } from './commit.ts';
import { getCursor } from './cursors.ts';
import { recentDirectConversations } from './places.ts';
import type { Store } from './store.ts';

const RECENT_MS = 90 * 86_400_000;

export const channelStateOf = (store: Store, workspace: WorkspaceId, channel: string): ChannelState => ({
  cursor: (source) => getCursor(store, workspace, source),
  moveCursor: async (source, value) => {
    await commit(store, { changes: [{ kind: 'cursorMoved', workspace, source, value }], tasks: [], messages: [] });
  },
  directConversations: () => recentDirectConversations(store, workspace, channel, store.clock.now().getTime() - RECENT_MS),
  secret: async () => undefined,
});
