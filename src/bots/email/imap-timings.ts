/** Every delay of the mailbox in one place: tests bring shorter ones and their own jitter. Milliseconds. */
export interface ImapTimings {
  /** Back-off between the starts of two attempts: 2 s × 1.5 up to 30 s (rule E2). */
  firstDelay: number;
  longestDelay: number;
  /** After a login that was refused more than `quickRefusals` times: providers lock out who asks too often. */
  refusedDelay: number;
  longestRefusedDelay: number;
  quickRefusals: number;
  /** For TCP and TLS, and again for the greeting. */
  connect: number;
  /** For all of it up to the open folder. Below `longestDelay`, or a stalled attempt would cost more than the back-off. */
  open: number;
  /** A command without a byte in answer for so long is dead. With the first delay after it below the 45 s of rule E2. */
  command: number;
  /** IDLE is renewed after that (rule E3). */
  idle: number;
  /** While idle the server is asked for a sign of life that often: IDLE dies silently, and next mail is due 45 s after its return (rule E2). */
  ping: number;
  pong: number;
  /** New UIDs are asked for at least that often, whatever IDLE said (rule E3). */
  poll: number;
  /** Between two tries of a mail that could not be taken in; after `stuckTries` and `stuckAfter` the next one has its turn. */
  retry: number;
  stuckTries: number;
  stuckAfter: number;
  /** Between two tries of the mails that were left for later. */
  later: number;
  /** What is being taken in when the service stops may end within that. */
  drain: number;
  /** 0…1, for the jitter. */
  random(): number;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

export const IMAP_TIMINGS: ImapTimings = {
  firstDelay: 2 * SECOND,
  longestDelay: 30 * SECOND,
  refusedDelay: MINUTE,
  longestRefusedDelay: 5 * MINUTE,
  quickRefusals: 2,
  connect: 10 * SECOND,
  open: 25 * SECOND,
  command: 35 * SECOND,
  idle: 5 * MINUTE,
  ping: 20 * SECOND,
  pong: 12 * SECOND,
  poll: 10 * MINUTE,
  retry: 5 * SECOND,
  stuckTries: 5,
  stuckAfter: 5 * MINUTE,
  later: 15 * MINUTE,
  drain: 5 * SECOND,
  random: Math.random,
};

const GROWTH = 1.5;
/** Downwards only: the longest delay is a promise. */
const JITTER = 0.2;

/** How long after its start a failed attempt is followed by the next one. `failures` counts from 1. */
export function reconnectDelay(timings: ImapTimings, failures: number): number {
  return grown(timings, timings.firstDelay, timings.longestDelay, failures);
}

/** The same after refused logins. `refusals` counts from 1. */
export function refusedDelay(timings: ImapTimings, refusals: number): number {
  if (refusals <= timings.quickRefusals) return reconnectDelay(timings, refusals);
  return grown(timings, timings.refusedDelay, timings.longestRefusedDelay, refusals - timings.quickRefusals);
}

function grown(timings: ImapTimings, first: number, longest: number, count: number): number {
  // The exponent is capped: 1.5 ** 2000 is Infinity, which a timer takes for 1 ms.
  const plain = Math.min(longest, first * GROWTH ** Math.min(count - 1, 50));
  return plain * (1 - JITTER * timings.random());
}
