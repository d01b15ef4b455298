/** The socket that events come over, opened again and again (rule S8). An event is acknowledged after its commit (rule S1). */
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { createSocket, type SlackAccount, type SlackApi } from './slack-api.ts';
import { setupFix, slackErrorCode } from './slack-problem.ts';

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
}

export const SLACK_TIMINGS: SlackTimings = { retryMs: 2_000, helloWithinMs: 10_000, startWithinMs: 5_000 };

export interface SocketOptions {
  account: SlackAccount;
  api: SlackApi;
  log: SlackLog;
  timings: SlackTimings;
  /** Resolves after the commit, with what the acknowledgement carries. A rejection means: not acknowledged, Slack sends it again. */
  take(type: string, body: unknown, ourUser: string): Promise<object | undefined>;
}

export interface SlackSocket {
  /** Resolves when connected, or when that takes too long or fails: it goes on in the background. */
  start(): Promise<void>;
  stop(): Promise<void>;
  isUp(): boolean;
}

/** A token that is refused will be refused for a while. */
const SETUP_RETRY_MS = 5 * 60_000;
const LONG_SESSION_MS = 10_000;

const Delivery = z.object({
  type: z.string(),
  body: z.unknown(),
  ack: z.function({ input: [z.unknown()], output: z.promise(z.void()) }),
});

export function createSlackSocket({ account, api, log, timings, take }: SocketOptions): SlackSocket {
  const stopping = new AbortController();
  const inHand = new Set<Promise<void>>();
  let up = false;
  let running: Promise<void> | undefined;

  async function deliver(args: unknown, ourUser: string): Promise<void> {
    const { type, body, ack } = Delivery.parse(args);
    await ack(await take(type, body, ourUser));
  }

  function onEvent(args: unknown, ourUser: string): void {
    if (stopping.signal.aborted) return;
    const work: Promise<void> = deliver(args, ourUser)
      .catch((error: unknown) =>
        log.warn({ error: slackErrorCode(error) }, 'an event was not acknowledged; Slack sends it again'),
      )
      .finally(() => inHand.delete(work));
    inHand.add(work);
  }

  /** One connection from greeting to end. */
  async function session(onUp: () => void): Promise<void> {
    const { user_id: ourUser } = await api.auth.test();
    if (ourUser === undefined) throw new Error('auth.test names no user');
    const socket = createSocket(account);
    const ended = new Promise<void>((resolve) => socket.once('disconnected', () => resolve()));
    socket.on('slack_event', (args: unknown) => onEvent(args, ourUser));
    const close = () => void socket.disconnect();
    const hello = new AbortController();
    const late = delay(timings.helloWithinMs, undefined, { signal: hello.signal }).then(close, () => {});
    try {
      await socket.start();
      hello.abort();
      up = true;
      onUp();
      if (stopping.signal.aborted) close();
      stopping.signal.addEventListener('abort', () => void settled().then(close), { once: true });
      await ended;
    } finally {
      hello.abort();
      up = false;
      await late;
    }
  }

  const settled = async () => {
    while (inHand.size > 0) await Promise.all(inHand);
  };

  async function run(onFirst: () => void): Promise<void> {
    let failures = 0;
    while (!stopping.signal.aborted) {
      const since = performance.now();
      const problem = await session(onFirst).then(
        () => undefined,
        (error: unknown) => error ?? new Error('closed'),
      );
      onFirst();
      if (stopping.signal.aborted) return;
      const isFine = problem === undefined && performance.now() - since > LONG_SESSION_MS;
      failures = isFine ? 0 : failures + 1;
      if (problem !== undefined) say(problem);
      // Slack asks for a new connection now and then; the first time at once.
      const wait = setupFix(problem) !== undefined ? SETUP_RETRY_MS : pauseAfter(problem === undefined ? failures - 1 : failures);
      await delay(wait, undefined, { signal: stopping.signal }).catch(() => {});
    }
  }

  const pauseAfter = (failures: number): number => (failures <= 0 ? 0 : timings.retryMs * Math.min(30, 2 ** (failures - 1)));

  function say(problem: unknown): void {
    const fix = setupFix(problem);
    if (fix !== undefined) log.error({ error: slackErrorCode(problem), fix }, 'Slack does not let us in');
    else log.warn({ error: slackErrorCode(problem) }, 'Slack cannot be reached; trying again');
  }

  return {
    async start() {
      const waited = new AbortController();
      await new Promise<void>((resolve) => {
        running = run(resolve);
        delay(timings.startWithinMs, undefined, { signal: waited.signal }).then(resolve, () => {});
      });
      waited.abort();
    },
    async stop() {
      stopping.abort();
      await settled();
      await running;
    },
    isUp: () => up,
  };
}
