/** Starting what may take for ever: it is waited for until it first knows how it stands, or for so long, and goes on by itself either way. */
import { setTimeout as delay } from 'node:timers/promises';

export interface Started {
  /** All of the run: there at once, so that whoever stops before the start is over can wait for it. */
  running: Promise<void>;
  /** Resolves at the first word of the run, or after the time given. */
  begun: Promise<void>;
}

/** `run` calls `onFirst` when it first knows how it stands, well or not. */
export function startWithin(withinMs: number, run: (onFirst: () => void) => Promise<void>): Started {
  const waited = new AbortController();
  const first = Promise.withResolvers<void>();
  const late = delay(withinMs, undefined, { signal: waited.signal }).catch(() => {});
  const running = run(first.resolve);
  return { running, begun: Promise.race([first.promise, late]).finally(() => waited.abort()) };
}
