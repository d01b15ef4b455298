/** The step `deliverMessage`: outbox → channel. The one place that decides who may see what where (docs/architecture.md). */
import type { Change } from '../domain/changes.ts';
import type { Clock } from '../domain/clock.ts';
import { AddressGone, PermanentFailure, RetryLater } from '../domain/errors.ts';
import { signReplyToken } from '../domain/signed-token.ts';
import type { NewTask } from '../domain/steps.ts';
import type { Channel, MessageLinks, SendOptions } from '../messages/channel.ts';
import { getOutbox, type OutboxRow } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';
import type { StepHandler } from '../tasks/handlers.ts';
import { BULK_PRIORITY, type StepResult } from '../tasks/queue.ts';
import { sendItsWay } from './choose-way.ts';
import { thenNext } from './next-in-line.ts';
import { whyNotSent } from './refuse-message.ts';
import { reasonToKeep, saidWhy, whenGone, whenUnreachable } from './unreachable.ts';

export interface DeliveryOptions {
  store: Store;
  clock: Clock;
  channel(name: string): Channel | undefined;
  /** Signed pages for a message, when there is an address to reach them. */
  links?(message: OutboxRow): Promise<MessageLinks | undefined>;
}

/** A channel that is switched off may be switched on again: its messages wait without using up attempts. */
const CHANNEL_OFF_MS = 15 * 60_000;
/** A channel that says "later" without a time. */
const LATER_MS = 60_000;

export function createDeliverMessage(options: DeliveryOptions): StepHandler<'deliverMessage'> {
  const { store, clock } = options;
  return async (task, signal) => {
    const { workspace, payload } = task;
    const message = await getOutbox(store, workspace, payload.outboxId);
    const end = (result: StepResult) => thenNext(store, message ?? { workspace, id: payload.outboxId }, result);
    if (message?.state !== 'waiting') return end(done([]));
    const at = clock.now().getTime();
    const refusal = await whyNotSent(store, message);
    if (refusal) return end(done([{ kind: 'messageFailed', workspace, outboxId: message.id, reason: refusal, at }]));
    const elsewhere = await whenUnreachable(store, message, at);
    if (elsewhere) return end(elsewhere);
    const channel = options.channel(message.channel);
    if (!channel)
      throw new RetryLater(`the channel ${message.channel} is switched off`, { afterMs: CHANNEL_OFF_MS, countsAsAttempt: false });
    // The process that held the lease may have ended after the server took the message: sending again could be a second copy (rule O4).
    if (task.leaseWasLost && !channel.capabilities.idempotentSend) {
      return end(done([uncertain(channel, message, 'the service ended while it was being sent', at)]));
    }
    return end(await send(options, channel, message, { maybeSent: task.leaseWasLost, signal }));
  };
}

const done = (changes: Change[]): StepResult => ({ changes, tasks: [], messages: [] });

/** Signed for the address that it goes to: only who reads mail there can answer with it (rule E10). */
const replyTokenOf = (store: Store, message: OutboxRow): string | undefined =>
  message.provable ? signReplyToken(store.keys.links, message.id, message.conversation) : undefined;

type Attempt = Pick<SendOptions, 'maybeSent' | 'signal'>;

const sendOptions = async (options: DeliveryOptions, message: OutboxRow, attempt: Attempt): Promise<SendOptions> => ({
  dedupeKey: message.dedupeKey,
  inReplyTo: message.inReplyTo ?? undefined,
  references: message.references,
  subject: message.subject ?? undefined,
  bulk: message.bulk,
  links: await options.links?.(message),
  replyToken: replyTokenOf(options.store, message),
  ...attempt,
});

async function send(options: DeliveryOptions, channel: Channel, message: OutboxRow, attempt: Attempt): Promise<StepResult> {
  const base = { workspace: message.workspace, outboxId: message.id, at: options.clock.now().getTime() };
  try {
    const sending = await sendOptions(options, message, attempt);
    const card = await saidWhy(options.store, message);
    const way = { store: options.store, now: base.at };
    const { sent, instead } = await sendItsWay(way, channel, message, (to) => channel.send(to, card, sending));
    const seen: Change[] = instead ? [{ kind: 'directConversationSeen', workspace: base.workspace, ...instead }] : [];
    if (sent.outcome === 'uncertain') return done([uncertain(channel, message, sent.reason, base.at), ...seen]);
    const { conversation } = instead ?? {};
    return done([{ kind: 'messageSent', ...base, platformMessageId: sent.message, conversation }, ...seen]);
  } catch (error) {
    if (error instanceof RetryLater) return later(message, error, options.clock.now().getTime());
    if (!(error instanceof PermanentFailure)) throw error;
    if (error instanceof AddressGone) return whenGone(options.store, message, error, base.at);
    return done([{ kind: 'messageFailed', ...base, reason: error.message }]);
  }
}

/** It may have gone out: what is said about it later finds it by the id that it has then. */
const uncertain = (channel: Channel, message: OutboxRow, reason: string, at: number): Change => ({
  kind: 'messageUncertain',
  workspace: message.workspace,
  outboxId: message.id,
  reason,
  at,
  platformMessageId: channel.messageIdOf?.(message.dedupeKey),
});

/**
 * Put off by the other side: from the first time on it has so long, however often it is tried (rule O7). The time has to be kept with the
 * message, so the task asks for itself again instead of being retried. Anything else is the queue's affair.
 */
function later(message: OutboxRow, error: RetryLater, at: number): StepResult {
  const { giveUpAfterMs, afterMs = LATER_MS } = error;
  if (giveUpAfterMs === undefined) throw error;
  const base = { workspace: message.workspace, outboxId: message.id, reason: error.message, at };
  if (at - (message.deferredSince ?? at) >= giveUpAfterMs) return done([{ kind: 'messageFailed', ...base }]);
  const deferred: Change = { kind: 'messageDeferred', ...base, reason: reasonToKeep(message, error.message) };
  const again: NewTask = {
    id: `deliver:${message.id}`,
    workspace: message.workspace,
    step: 'deliverMessage',
    payload: { outboxId: message.id },
    dueAt: at + afterMs,
    priority: message.bulk ? BULK_PRIORITY : 1,
  };
  return { ...done([deferred]), tasks: [again] };
}
