/** Why a message must not go out: somebody would see what they may not, or its address is one that nothing is sent to. */
import { canSeeAll } from '../store/access.ts';
import type { OutboxRow } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';
import { findSuppression } from '../store/suppressions.ts';

/** A reason in words, or undefined when it may go. */
export async function whyNotSent(store: Store, message: OutboxRow): Promise<string | undefined> {
  return (await whyNotVisible(store, message)) ?? (await whySuppressed(store, message));
}

/** A card that tells something about people goes only into a conversation that is private to somebody who may see them all. */
async function whyNotVisible(store: Store, message: OutboxRow): Promise<string | undefined> {
  if (message.card.about.length === 0) return undefined;
  if (!message.private) return 'the card is about people and the conversation is not private';
  const allowed = await canSeeAll(store, message.workspace, message.personId, message.card.about);
  return allowed ? undefined : 'the recipient may not see everybody the card is about';
}

/** Rule O7: no sends to suppressed addresses, answers included. */
async function whySuppressed(store: Store, message: OutboxRow): Promise<string | undefined> {
  const { workspace, channel, conversation } = message;
  const suppressed = await findSuppression(store, workspace, channel, conversation);
  if (suppressed === undefined) return undefined;
  if (suppressed.kind === 'complaint') return 'the recipient reported earlier mail as unwanted';
  return `earlier mail to this address came back${suppressed.status === null ? '' : ` (${suppressed.status})`}`;
}
