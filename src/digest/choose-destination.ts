/** Where a person's digest goes (F7.1): where they wish it, else where they last wrote to us in private, else by mail. */
import type { Person } from '../domain/people.ts';
import { choosePlace, type Place, wished } from '../domain/place.ts';
import { channelName } from '../messages/channel-names.ts';
import { placesOf } from '../store/places.ts';
import type { Store } from '../store/store.ts';
import { findSuppression } from '../store/suppressions.ts';

export interface Destination {
  channel: string;
  conversation: string;
  /** Why it comes there and not where it should, said once. */
  note?: string;
}

/**
 * Undefined when there is no place that is private, proven to be theirs and in reach; or when they reported our mail as unwanted, which
 * no other channel gets round (rule O7). `last`: when their last digest was written. Milliseconds.
 */
export async function destinationOf(
  store: Store,
  person: Person,
  { now, last }: { now: number; last?: number },
): Promise<Destination | undefined> {
  const { workspace, digestChannel: channel } = person;
  const places = await placesOf(store, workspace, person.id);
  const chosen = choosePlace(places, { channel, now });
  const meant = wished(places, channel);
  if (!chosen || !meant) return undefined;
  const unwanted = await findSuppression(store, workspace, meant.channel, meant.conversation);
  // The day is a quiet one then: digests pause while nothing may be sent there, and go on by themselves.
  if (unwanted?.kind === 'complaint') return undefined;
  if (chosen.channel !== meant.channel && (await findSuppression(store, workspace, chosen.channel, chosen.conversation)))
    return undefined;
  const note = noteOf(meant, chosen, last);
  return { channel: chosen.channel, conversation: chosen.conversation, ...(note === undefined ? {} : { note }) };
}

/** With the first digest since it cannot be reached; later ones would only repeat it. */
function noteOf(meant: Place, chosen: Place, last: number | undefined): string | undefined {
  if (meant.channel === chosen.channel || meant.unreachable === undefined) return undefined;
  if (last !== undefined && last >= meant.unreachable.since) return undefined;
  const to = channelName(chosen.channel);
  const why = meant.channel === 'email' ? 'mail to you came back' : `I cannot write to you on ${channelName(meant.channel)}`;
  return `This digest comes by ${to}, because ${why}. Write to me there once, and it comes there again; "digest channel ${to.toLowerCase()}" keeps it here.`;
}
