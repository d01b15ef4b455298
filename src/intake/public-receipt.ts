/** What everybody in a shared place sees of a message that was taken in there: that it was (rules A7, A12). */
import { newId } from '../domain/ids.ts';
import type { IncomingMessage } from '../messages/channel.ts';
import type { OutgoingMessage } from '../messages/outgoing.ts';
import { buildPublicReceipt } from '../messages/receipt-card.ts';
import type { Store } from '../store/store.ts';

/** None for a message that nobody else saw, or that gets no answer. */
export function publicReceipt(
  store: Store,
  { publicPlace, channel, automatic }: IncomingMessage,
  submission: { id: string; workspace: string; personId: string; receivedAt: number },
): OutgoingMessage[] {
  if (publicPlace === undefined || automatic !== undefined) return [];
  const { id, workspace, personId, receivedAt } = submission;
  return [
    {
      id: newId(store.clock),
      workspace,
      personId,
      channel,
      conversation: publicPlace.conversation,
      private: false,
      dedupeKey: `receipt:${id}`,
      card: buildPublicReceipt(),
      inReplyTo: publicPlace.inReplyTo,
      matches: [],
      lastWord: true,
      createdAt: receivedAt,
      priority: 1,
    },
  ];
}
