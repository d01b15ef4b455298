/** Where somebody can be written to, and which of these places a message goes to (F7.1, rule D5). Pure. */
import type { IdentityId } from './ids.ts';

/** A private conversation with a proven address of a person. */
export interface Place {
  identityId: IdentityId;
  channel: string;
  /** In the channel's own terms; mail: the address. */
  conversation: string;
  /** Nothing is sent there for so long; undefined when nothing is known against it. Milliseconds, `until` may be Infinity. */
  unreachable?: { since: number; until: number };
  /** When they last wrote from there, of the messages looked through. */
  wroteAt?: number;
}

/** Where they wish it, else where they last wrote, else by mail: of those that can be reached. */
export function choosePlace(places: readonly Place[], wish: { channel?: string; now: number }): Place | undefined {
  const reachable = places.filter((place) => (place.unreachable?.until ?? 0) <= wish.now);
  return wished(reachable, wish.channel);
}

/** The same, whether it can be reached or not. */
export function wished(places: readonly Place[], channel: string | undefined): Place | undefined {
  const newest = places.toSorted((a, b) => (b.wroteAt ?? 0) - (a.wroteAt ?? 0));
  return (
    newest.find((place) => place.channel === channel) ??
    newest.find((place) => place.wroteAt !== undefined) ??
    newest.find((place) => place.channel === 'email')
  );
}

/** Rule D5: so long nothing is sent to somebody who cannot be reached. */
export const UNREACHABLE_MS = 7 * 86_400_000;
