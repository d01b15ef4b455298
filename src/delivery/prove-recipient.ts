/** The token in the address that a mail comes from: whose answer carries it has read that mail (rule E10). */
import { signReplyToken } from '../domain/signed-token.ts';
import type { OutboxRow } from '../store/outbox.ts';
import { findByAddress } from '../store/people.ts';
import type { Store } from '../store/store.ts';

/** Undefined where it would prove nothing new: another channel, or a sender whose provider vouched for them (unless `always`). */
export async function replyTokenFor(store: Store, message: OutboxRow, always: boolean): Promise<string | undefined> {
  const { workspace, channel, conversation } = message;
  if (channel !== 'email') return undefined;
  const known = always ? undefined : await findByAddress(store, workspace, channel, conversation);
  return known?.identity.verified ? undefined : signReplyToken(store.keys.links, message.id, conversation);
}
