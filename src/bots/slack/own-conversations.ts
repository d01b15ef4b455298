/** Which conversations are somebody's own with us. A `D…` of a command may just as well be one between two other people. */
import type { ChannelState } from '../../messages/channel.ts';
import { isDirect } from './slack-ids.ts';

export interface OwnConversations {
  load(state: Pick<ChannelState, 'directConversations'>): Promise<void>;
  /** Messages of direct conversations come from our own alone. */
  learn(channel: string, user?: string): void;
  isOwn(channel: string): boolean;
  /** The conversation that a message to this person lands in, as far as it is known; else what was given. */
  placeOf(userOrChannel: string): string;
}

const REMEMBERED = 10_000;

export function createOwnConversations(): OwnConversations {
  const own = new Set<string>();
  const byUser = new Map<string, string>();
  return {
    async load(state) {
      for (const channel of await state.directConversations())
        if (isDirect(channel.toUpperCase())) own.add(channel.toUpperCase());
    },
    learn(channel, user) {
      if (!isDirect(channel)) return;
      own.add(channel);
      if (user !== undefined) byUser.set(user, channel);
      for (const known of [own, byUser]) {
        const [oldest] = known.keys();
        if (known.size > REMEMBERED && oldest !== undefined) known.delete(oldest);
      }
    },
    isOwn: (channel) => own.has(channel),
    placeOf: (id) => byUser.get(id) ?? id,
  };
}
