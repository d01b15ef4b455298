/** Events that fail each time in the same way: a mistake in our own code would otherwise be told again for ever and hold up all behind it. */

export interface Failures {
  /** True when the event has failed so often by a mistake of ours that it is left out. What passes by itself never counts. */
  isHopeless(event: string, error: unknown): boolean;
}

const TRIES = 5;
const REMEMBERED = 100;

export function createFailures(): Failures {
  const counts = new Map<string, number>();
  return {
    isHopeless(event, error) {
      if (!isMistake(error)) return false;
      const count = (counts.get(event) ?? 0) + 1;
      counts.delete(event);
      if (count >= TRIES) return true;
      counts.set(event, count);
      const oldest = counts.keys().next();
      if (counts.size > REMEMBERED && !oldest.done) counts.delete(oldest.value);
      return false;
    },
  };
}

/** `fetch` reports the network as a TypeError too, with its cause. */
const isMistake = (error: unknown): boolean =>
  (error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError) && error.cause === undefined;
