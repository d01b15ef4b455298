/** Mails that could not be taken in: when to try again, and when the mails behind them have their turn (rule E6: none is lost, none blocks for ever). */
import type { ImapTimings } from './imap-timings.ts';

export interface Stuck {
  failed(uid: number): void;
  /** It is time to go on without the mail. */
  isHopeless(uid: number): boolean;
  done(uid: number): void;
}

export function createStuck(timings: ImapTimings): Stuck {
  const tries = new Map<number, { count: number; since: number }>();
  return {
    failed(uid) {
      const known = tries.get(uid) ?? { count: 0, since: performance.now() };
      tries.set(uid, { ...known, count: known.count + 1 });
    },
    isHopeless(uid) {
      const known = tries.get(uid);
      return known !== undefined && known.count >= timings.stuckTries && performance.now() - known.since >= timings.stuckAfter;
    },
    done(uid) {
      tries.delete(uid);
    },
  };
}
