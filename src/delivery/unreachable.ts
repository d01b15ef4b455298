/**
 * Whoever cannot be reached on one channel is written to on another of theirs (rule D5). The message itself goes there, not a copy: its
 * key, its numbers and the digest that it is stay what they are, and nothing is said twice.
 */
import type { Change } from '../domain/changes.ts';
import type { AddressGone } from '../domain/errors.ts';
import { choosePlace, UNREACHABLE_MS } from '../domain/place.ts';
import type { Card } from '../messages/card.ts';
import { channelName } from '../messages/channel-names.ts';
import type { OutboxRow } from '../store/outbox.ts';
import { itemsOfHead } from '../store/outbox-items.ts';
import { identityBehind, placesOf } from '../store/places.ts';
import type { Store } from '../store/store.ts';
import { BULK_PRIORITY, type StepResult } from '../tasks/queue.ts';

/** Before it is sent: undefined when its place is none that is known to be out of reach. */
export async function whenUnreachable(store: Store, message: OutboxRow, at: number): Promise<StepResult | undefined> {
  if (!message.private || message.channel === 'email') return undefined;
  const identity = await identityBehind(store, message);
  if ((identity?.unreachableUntil ?? 0) <= at) return undefined;
  return elsewhere(store, message, at, 'the recipient cannot be reached there just now', []);
}

/** The channel says that nobody can be reached there: known from now on, and the message goes on elsewhere if it can. */
export async function whenGone(store: Store, message: OutboxRow, error: AddressGone, at: number): Promise<StepResult> {
  const { workspace, channel, conversation: address } = message;
  if (channel === 'email') {
    const suppressed: Change = {
      kind: 'addressSuppressed',
      workspace,
      channel,
      address,
      cause: 'bounce',
      status: error.status,
      at,
    };
    return elsewhere(store, message, at, error.message, [suppressed]);
  }
  const identity = message.private ? await identityBehind(store, message) : undefined;
  const known: Change[] = identity
    ? [{ kind: 'identityUnreachable', workspace, identityId: identity.id, until: at + UNREACHABLE_MS }]
    : [];
  return elsewhere(store, message, at, error.message, known);
}

async function elsewhere(store: Store, message: OutboxRow, at: number, why: string, known: Change[]): Promise<StepResult> {
  const { workspace, id: outboxId, personId } = message;
  const here = await identityBehind(store, message);
  const places = message.private ? await placesOf(store, workspace, personId) : [];
  const place = choosePlace(
    places.filter(
      ({ identityId, channel, conversation }) =>
        channel !== message.channel || (identityId !== here?.id && conversation !== message.conversation),
    ),
    { now: at },
  );
  if (!place) {
    return { changes: [{ kind: 'messageFailed', workspace, outboxId, reason: why, at }, ...known], tasks: [], messages: [] };
  }
  const { channel, conversation } = place;
  const reason = `${ELSEWHERE}${message.channel}`;
  return {
    changes: [
      { kind: 'messageRerouted', workspace, outboxId, channel, conversation, reason },
      ...(await gathered(store, message)),
      ...known,
    ],
    tasks: [
      {
        id: `deliver:${outboxId}`,
        workspace,
        step: 'deliverMessage',
        payload: { outboxId },
        priority: message.bulk ? BULK_PRIORITY : 1,
      },
    ],
    messages: [],
  };
}

/** What a message that was to go elsewhere carries as its reason until it is sent. */
const ELSEWHERE = 'not reached: ';

/** A list that was to be a message a match is one message elsewhere: eight mails would be seven too many. */
async function gathered(store: Store, message: OutboxRow): Promise<Change[]> {
  const items = (await itemsOfHead(store, message.workspace, message)).filter((item) => item.state === 'waiting');
  if (items.length === 0) return [];
  const { workspace, id: outboxId } = message;
  return [{ kind: 'itemsGathered', workspace, outboxId, items: items.map((item) => item.id), reason: GATHERED }];
}

const GATHERED = 'sent with the message that it followed';

/** What a message keeps as its reason when it is put off on its way there: what it carries must not be lost with it. */
export const reasonToKeep = ({ reason }: OutboxRow, putOff: string): string => (reason?.startsWith(ELSEWHERE) ? reason : putOff);

/** With a word about why it comes here, when it was to go elsewhere, and with what was to follow it there. */
export async function saidWhy(store: Store, message: OutboxRow): Promise<Card> {
  const { card, reason } = message;
  if (!reason?.startsWith(ELSEWHERE)) return card;
  const text = unreachableNote(reason.slice(ELSEWHERE.length), message.channel);
  const items = (await itemsOfHead(store, message.workspace, message)).filter((item) => item.reason === GATHERED);
  return { ...card, blocks: [...card.blocks, ...items.flatMap((item) => item.card.blocks), { kind: 'note', text }] };
}

/** Why a message comes where it comes, and what ends that. */
function unreachableNote(from: string, to: string): string {
  const there = channelName(from);
  return (
    `This comes by ${channelName(to)}, because I cannot write to you on ${there}. ` +
    `Write to me there, or let me write you direct messages, and I use it again.`
  );
}
