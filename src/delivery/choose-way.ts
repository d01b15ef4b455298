/** Where a message goes: privately where it was asked for while that lasts, else into a conversation. */
import { InvocationOver } from '../domain/errors.ts';
import type { Identity } from '../domain/people.ts';
import type { Channel, ConversationId, Destination, Sent } from '../messages/channel.ts';
import type { OutboxRow } from '../store/outbox.ts';
import { identitiesOf } from '../store/people.ts';
import type { Store } from '../store/store.ts';

export interface Gone {
  sent: Sent;
  /** The direct conversation that it went to instead of its invocation, and whose it is. */
  instead?: { conversation: ConversationId; identityId: string };
}

/** Both ways are the recipient's own, so that what may be seen there is the same (rule A12). Throws what the channel throws. */
export async function sendItsWay(
  { store, now }: { store: Store; now: number },
  channel: Channel,
  message: OutboxRow,
  send: (to: Destination) => Promise<Sent>,
): Promise<Gone> {
  const { invocation, invocationExpiresAt } = message;
  if (invocation === null) return { sent: await send({ conversation: message.conversation }) };
  if (invocationExpiresAt === null || now < invocationExpiresAt) {
    try {
      return { sent: await send({ invocation, visibleTo: 'invoker' }) };
    } catch (error) {
      if (!(error instanceof InvocationOver)) throw error;
    }
  }
  const identity = identityFor(message, await identitiesOf(store, message.workspace, message.personId));
  if (!identity) return { sent: await send({ conversation: message.conversation }) };
  const conversation = await channel.openDirectConversation(identity);
  return { sent: await send({ conversation }), instead: { conversation, identityId: identity.id } };
}

/** Of several accounts on one platform the one that asked: it is where the answer was meant to go. */
function identityFor({ channel, conversation }: OutboxRow, identities: readonly Identity[]): Identity | undefined {
  const there = identities.filter((one) => one.channel === channel && one.verified);
  return there.find((one) => one.address === conversation || one.directConversation === conversation) ?? there.at(-1);
}
