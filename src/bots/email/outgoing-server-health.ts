/** Whether it makes sense to try the mail server now. One for each server: a server that is down is asked by one mail at a time. */
import type { Clock } from '../../domain/clock.ts';

export interface ServerHealth {
  /** 0: try. Else how many milliseconds the server is left alone, and why. */
  rest(): { ms: number; reason: string };
  /** A try begins; what it returns must be called once with how it ended. */
  begin(): (outcome: Outcome) => void;
}

/** `unclear`: the server answered, so it works, though not this mail. `restMs` instead of the usual back-off. */
export type Outcome = { kind: 'works' } | { kind: 'fails'; reason: string; restMs?: number };

export interface Backoff {
  firstMs: number;
  longestMs: number;
}

/**
 * 2 s × 1.5 … 22 s, ± 10 %: with the 15 s that a try may take until DATA, the next mail goes within 45 s after the server is back.
 */
const BACKOFF: Backoff = { firstMs: 2_000, longestMs: 22_000 };
const GROWTH = 1.5;
const JITTER = 0.2;
/** While a single try asks a failing server, the others look again after this. */
const PROBE_MS = 2_000;

export function createServerHealth(clock: Clock, random: () => number = Math.random, backoff: Backoff = BACKOFF): ServerHealth {
  let failures = 0;
  let reason = '';
  let restUntil = 0;
  let trying = 0;

  function failed(outcome: Extract<Outcome, { kind: 'fails' }>): void {
    failures++;
    reason = outcome.reason;
    const plain = outcome.restMs ?? Math.min(backoff.longestMs, backoff.firstMs * GROWTH ** (failures - 1));
    restUntil = clock.now().getTime() + plain * (1 - JITTER / 2 + JITTER * random());
  }

  return {
    rest() {
      if (failures === 0) return { ms: 0, reason };
      const left = restUntil - clock.now().getTime();
      if (left > 0) return { ms: left, reason };
      return { ms: trying > 0 ? PROBE_MS : 0, reason };
    },
    begin() {
      trying++;
      let ended = false;
      return (outcome) => {
        if (ended) return;
        ended = true;
        trying--;
        if (outcome.kind === 'fails') failed(outcome);
        else failures = 0;
      };
    },
  };
}
