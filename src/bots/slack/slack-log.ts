/** What the parts of this channel are told and given: where to say what is wrong, and how long to wait. */

export interface SlackLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface SlackTimings {
  /** Before the first new try after a failure; doubles up to thirty times as much. */
  retryMs: number;
  /** Between greeting and giving up on a connection. */
  helloWithinMs: number;
  /** How long `start` waits for the first connection. */
  startWithinMs: number;
  /** A ping that is not answered for so long means that nobody is there any more. */
  pongWithinMs: number;
  /** After something that a person has to repair: a token that is refused will be refused for a while. */
  setupRetryMs: number;
}

export const SLACK_TIMINGS: SlackTimings = {
  retryMs: 2_000,
  helloWithinMs: 10_000,
  startWithinMs: 5_000,
  pongWithinMs: 5_000,
  setupRetryMs: 5 * 60_000,
};
