import type { Clock } from '../../src/domain/clock.ts';

export interface ManualClock extends Clock {
  /** Moves on by so many milliseconds. */
  advance(ms: number): void;
}

/** Stands still until it is told to move. */
export function manualClock(start = '2026-03-02T09:00:00Z'): ManualClock {
  let at = new Date(start).getTime();
  return {
    now: () => new Date(at),
    advance(ms) {
      at += ms;
    },
  };
}
