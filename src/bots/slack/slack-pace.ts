/** Rule S9: one message a second and conversation. */
import { setTimeout as delay } from 'node:timers/promises';
import { RetryLater } from '../../domain/errors.ts';

export interface Pace {
  /** Resolves when the next message may go there; throws RetryLater when that is not soon. */
  turn(conversation: string, signal: AbortSignal): Promise<void>;
}

/** Waiting holds one of the worker's hands: a second is cheaper than a task put back, more is not. */
const WAITS_AT_MOST = 2;
const REMEMBERED = 5_000;

export function createPace(spacingMs: number): Pace {
  /** Conversation → when the next one may go, in ms of the process. */
  const next = new Map<string, number>();
  return {
    async turn(conversation, signal) {
      const now = performance.now();
      const at = Math.max(now, next.get(conversation) ?? 0);
      const wait = at - now;
      if (wait > WAITS_AT_MOST * spacingMs)
        throw new RetryLater('many messages for one conversation', { afterMs: Math.ceil(wait), countsAsAttempt: false });
      next.delete(conversation);
      next.set(conversation, at + spacingMs);
      const oldest = next.keys().next();
      if (next.size > REMEMBERED && !oldest.done) next.delete(oldest.value);
      if (wait > 0) await delay(wait, undefined, { signal });
    },
  };
}
