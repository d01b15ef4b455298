/** The step `deliverMessage`: outbox → channel. The one place that decides who may see what where (docs/architecture.md). */
import type { Change } from '../domain/changes.ts';
import type { Clock } from '../domain/clock.ts';
import { PermanentFailure, RetryLater } from '../domain/errors.ts';
import { signReplyToken } from '../domain/signed-token.ts';
import type { Channel } from '../messages/channel.ts';
import { canSeeAll } from '../store/access.ts';
import { getOutbox } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';
import type { StepHandler } from '../tasks/handlers.ts';
import type { StepResult } from '../tasks/queue.ts';

export interface DeliveryOptions {
  store: Store;
  clock: Clock;
  channel(name: string): Channel | undefined;
}

type Outgoing = NonNullable<Awaited<ReturnType<typeof getOutbox>>>;

/** A channel that is switched off may be switched on again: its messages wait without using up attempts. */
const CHANNEL_OFF_MS = 15 * 60_000;

export function createDeliverMessage(options: DeliveryOptions): StepHandler<'deliverMessage'> {
  const { store, clock } = options;
  return async (task, signal) => {
    const message = await getOutbox(store, task.workspace, task.payload.outboxId);
    if (message?.state !== 'waiting') return done([]);
    const at = clock.now().getTime();
    const refusal = await whyNotVisible(store, message);
    if (refusal) return done([{ kind: 'messageFailed', workspace: task.workspace, outboxId: message.id, reason: refusal, at }]);
    const channel = options.channel(message.channel);
    if (!channel)
      throw new RetryLater(`the channel ${message.channel} is switched off`, { afterMs: CHANNEL_OFF_MS, countsAsAttempt: false });
    // The process that held the lease may have ended after the server took the message: sending again could be a second copy (rule O4).
    if (task.leaseWasLost && !channel.capabilities.idempotentSend) {
      return done([
        {
          kind: 'messageUncertain',
          workspace: task.workspace,
          outboxId: message.id,
          reason: 'the service ended while it was being sent',
          at,
        },
      ]);
    }
    return done([await send(store, channel, message, signal, clock)]);
  };
}

const done = (changes: Change[]): StepResult => ({ changes, tasks: [], messages: [] });

/** A card that tells something about people goes only into a conversation that is private to somebody who may see them all. */
async function whyNotVisible(store: Store, message: Outgoing): Promise<string | undefined> {
  if (message.card.about.length === 0) return undefined;
  if (!message.private) return 'the card is about people and the conversation is not private';
  const allowed = await canSeeAll(store, message.workspace, message.personId, message.card.about);
  return allowed ? undefined : 'the recipient may not see everybody the card is about';
}

/** Signed for the address that it goes to: only who reads mail there can answer with it (rule E10). */
const replyTokenOf = (store: Store, message: Outgoing): string | undefined =>
  message.provable ? signReplyToken(store.keys.links, message.id, message.conversation) : undefined;

async function send(store: Store, channel: Channel, message: Outgoing, signal: AbortSignal, clock: Clock): Promise<Change> {
  const base = { workspace: message.workspace, outboxId: message.id, at: clock.now().getTime() };
  try {
    const sent = await channel.send({ conversation: message.conversation }, message.card, {
      dedupeKey: message.dedupeKey,
      inReplyTo: message.inReplyTo ?? undefined,
      references: message.references,
      subject: message.subject ?? undefined,
      bulk: message.bulk,
      replyToken: replyTokenOf(store, message),
      signal,
    });
    if (sent.outcome === 'uncertain') return { kind: 'messageUncertain', ...base, reason: sent.reason };
    return { kind: 'messageSent', ...base, platformMessageId: sent.message };
  } catch (error) {
    if (error instanceof PermanentFailure) return { kind: 'messageFailed', ...base, reason: error.message };
    throw error;
  }
}
