/** Time as an argument: nothing outside this file and `main.ts` asks the system for it. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** Starts at `start` and runs on with the system's clock (the setting SHORTLIST_NOW). */
export function clockStartingAt(start: Date): Clock {
  const offset = start.getTime() - Date.now();
  return { now: () => new Date(Date.now() + offset) };
}

export interface AdjustableClock extends Clock {
  /** Jumps to an instant (never backwards) and runs on from there. */
  advanceTo(instant: Date): void;
}

/** A clock that its owner can set forward: the demo and tests hold it, nothing outside the process can reach it. */
export function adjustableClock(start: Date): AdjustableClock {
  let offset = start.getTime() - Date.now();
  return {
    now: () => new Date(Date.now() + offset),
    advanceTo(instant) {
      offset = Math.max(offset, instant.getTime() - Date.now());
    },
  };
}

/** `YYYY-MM-DD` in UTC: the shape of `asOf`. */
export function dateOf(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}
