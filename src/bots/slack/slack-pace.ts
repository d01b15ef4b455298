/** Rule S9: one message a second and conversation, and none while Slack asks for a pause. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '../../domain/clock.ts';
import { RetryLater } from '../../domain/errors.ts';

export interface Pace {
  /** Resolves when the next message may go there; throws RetryLater when that is not soon. */
  turn(conversation: string, signal: AbortSignal): Promise<void>;
  /** A message went there under another name: a person's id, before their conversation was known. */
  took(conversation: string): void;
  /** Nothing goes anywhere for so long, in ms. */
  pause(ms: number): void;
}

/** Waiting holds one of the worker's hands: a second is cheaper than a task put back, more is not. */
const WAITS_AT_MOST = 2;
const REMEMBERED = 5_000;

/** `clock` is the one that tasks wait by: a pause is over for both at once. */
export function createPace(spacingMs: number, clock: Clock): Pace {
  /** Conversation → when the next one may go, in ms of the process. */
  const next = new Map<string, number>();
  /** In ms since 1970, by the clock. */
  let pausedUntil = 0;
  return {
    async turn(conversation, signal) {
      const now = performance.now();
      const pause = Math.max(0, pausedUntil - clock.now().getTime());
      const at = Math.max(now + pause, next.get(conversation) ?? 0);
      const wait = at - now;
      // A millisecond more: sums of these times are not exact.
      if (wait > WAITS_AT_MOST * spacingMs + 1)
        throw new RetryLater('many messages for one conversation', { afterMs: Math.ceil(wait), countsAsAttempt: false });
      next.delete(conversation);
      next.set(conversation, at + spacingMs);
      const oldest = next.keys().next();
      if (next.size > REMEMBERED && !oldest.done) next.delete(oldest.value);
      if (wait > 0) await delay(wait, undefined, { signal });
    },
    took(conversation) {
      next.set(conversation, performance.now() + spacingMs);
    },
    pause(ms) {
      if (ms > 0) pausedUntil = Math.max(pausedUntil, clock.now().getTime() + ms);
    },
  };
}
