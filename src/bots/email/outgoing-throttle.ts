/** At most so many mails a minute to one provider (rule O10), and answers before digests. */
import type { Clock } from '../../domain/clock.ts';

export interface MailThrottle {
  /**
   * 0: send now, it is counted. Else how many milliseconds to stay away. Whoever is sent away gets a time of their own, one after the
   * other, so that a thousand digests do not come back at once; who comes back at that time is not sent to the end again.
   */
  turn(key: string, bulk: boolean): number;
  /** A time of its own for a mail that cannot go now because the server rests; not before `restMs` from now. */
  later(key: string, bulk: boolean, restMs: number): number;
}

const MINUTE_MS = 60_000;
/** What bulk may use of the minute: the rest stays free for answers, whatever the length of the queue of digests. */
const BULK_SHARE = 0.8;
/** A time that was given and not used (the message was erased, another process took it) is forgotten. */
const FORGET_MS = 10 * MINUTE_MS;

interface Lane {
  most: number;
  lastGiven: number;
  given: Map<string, number>;
}

/**
 * Counts what went in the last 60 seconds, so that no minute ever has more than the limit: a bucket that refills while it empties would
 * let nearly twice as many through in its first minute. What went before a restart is not remembered.
 */
export function createMailThrottle(perMinute: number, clock: Clock): MailThrottle {
  const went: { at: number; bulk: boolean }[] = [];
  const lanes = {
    bulk: newLane(Math.max(1, Math.floor(perMinute * BULK_SHARE))),
    answers: newLane(perMinute),
  };

  /** When the window has room again; 0 for now. */
  function freeIn(now: number, bulk: boolean): number {
    // A clock that was set back must not close the window for longer than it is.
    for (let first = went[0]; first && (first.at <= now - MINUTE_MS || first.at > now); first = went[0]) went.shift();
    const all = waitFor(went, perMinute, now);
    if (!bulk) return all;
    const others = went.filter((one) => one.bulk);
    return Math.max(all, waitFor(others, lanes.bulk.most, now));
  }

  function give(lane: Lane, key: string, now: number, from: number): number {
    forget(lane, now);
    lane.lastGiven = Math.max(from, lane.lastGiven + MINUTE_MS / lane.most);
    lane.given.set(key, lane.lastGiven);
    return Math.ceil(lane.lastGiven - now);
  }

  return {
    turn(key, bulk) {
      const now = clock.now().getTime();
      const lane = bulk ? lanes.bulk : lanes.answers;
      const free = freeIn(now, bulk);
      const mine = lane.given.get(key);
      if (free === 0) {
        lane.given.delete(key);
        went.push({ at: now, bulk });
        return 0;
      }
      if (mine === undefined) return give(lane, key, now, now + free);
      return Math.ceil(Math.max(free, mine - now));
    },
    later(key, bulk, restMs) {
      const now = clock.now().getTime();
      return give(bulk ? lanes.bulk : lanes.answers, key, now, now + restMs);
    },
  };
}

const newLane = (most: number): Lane => ({ most, lastGiven: 0, given: new Map() });

/** Until fewer than `most` of these lie in the last minute. */
function waitFor(sent: readonly { at: number }[], most: number, now: number): number {
  const oldest = sent.at(-most);
  return oldest === undefined ? 0 : Math.max(0, oldest.at + MINUTE_MS - now);
}

/** Times are given in order, so the oldest stand first. */
function forget(lane: Lane, now: number): void {
  for (const [key, at] of lane.given) {
    if (at > now - FORGET_MS) return;
    lane.given.delete(key);
  }
}
