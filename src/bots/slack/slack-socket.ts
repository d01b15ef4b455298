/** The socket that events come over, opened again and again (rule S8). An event is acknowledged after its commit (rule S1). */

import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { startWithin } from '../../domain/start-within.ts';
import { createSocket, type SlackAccount, type SlackApi } from './slack-api.ts';
import { readGoodbye, SlackGoodbye } from './slack-goodbye.ts';
import { sayWhyOut } from './slack-introduction.ts';
import type { SlackLog, SlackTimings } from './slack-log.ts';
import { setupFix, slackErrorCode } from './slack-problem.ts';
import { askWhoWeAre, type SlackSelf } from './slack-self.ts';
import type { TakeEvent } from './take-slack-event.ts';

export interface SocketOptions {
  account: SlackAccount;
  appToken: string;
  api: SlackApi;
  log: SlackLog;
  timings: SlackTimings;
  take: TakeEvent;
  onSelf(us: SlackSelf): void;
}

export interface SlackSocket {
  /** Resolves when connected, or when that takes too long or fails: it goes on in the background. */
  start(): Promise<void>;
  stop(): Promise<void>;
  isUp(): boolean;
}

const LONG_SESSION_MS = 10_000;

const Delivery = z.object({
  type: z.string(),
  body: z.unknown(),
  ack: z.function({ input: [z.unknown()], output: z.promise(z.void()) }),
});

export function createSlackSocket(options: SocketOptions): SlackSocket {
  const { account, appToken, api, log, timings, take, onSelf } = options;
  const stopping = new AbortController();
  const inHand = new Set<Promise<void>>();
  let up = false;
  let running: Promise<void> | undefined;

  async function deliver(args: unknown, us: SlackSelf): Promise<void> {
    const { type, body, ack } = Delivery.parse(args);
    await ack(await take(type, body, us));
  }

  function onEvent(args: unknown, us: SlackSelf): void {
    if (stopping.signal.aborted) return;
    const work: Promise<void> = deliver(args, us)
      .catch((error: unknown) =>
        log.warn({ error: slackErrorCode(error) }, 'an event was not acknowledged; Slack sends it again'),
      )
      .finally(() => inHand.delete(work));
    inHand.add(work);
  }

  /** One connection from greeting to end. */
  async function session(onUp: () => void): Promise<void> {
    const us = await askWhoWeAre(api);
    onSelf(us);
    const socket = createSocket(account, appToken, timings.pongWithinMs);
    let goodbye: SlackGoodbye | undefined;
    const ended = new Promise<void>((resolve) => socket.once('disconnected', () => resolve()));
    socket.on('slack_event', (args: unknown) => onEvent(args, us));
    socket.on('ws_message', (data: unknown) => {
      goodbye ??= readGoodbye(data);
    });
    const close = () => void socket.disconnect();
    const hello = new AbortController();
    const over = new AbortController();
    const late = delay(timings.helloWithinMs, undefined, { signal: hello.signal }).then(close, () => {});
    try {
      await socket.start();
      hello.abort();
      up = true;
      onUp();
      if (stopping.signal.aborted) close();
      stopping.signal.addEventListener('abort', () => void settled().then(close), { once: true, signal: over.signal });
      await ended;
    } catch (error) {
      throw goodbye ?? error;
    } finally {
      over.abort();
      hello.abort();
      up = false;
      await late;
    }
    if (goodbye) throw goodbye;
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
      const wait = needsSetup(problem) ? timings.setupRetryMs : pauseAfter(problem === undefined ? failures - 1 : failures);
      await delay(wait, undefined, { signal: stopping.signal }).catch(() => {});
    }
  }

  const pauseAfter = (failures: number): number => (failures <= 0 ? 0 : timings.retryMs * Math.min(30, 2 ** (failures - 1)));

  function say(problem: unknown): void {
    if (problem instanceof SlackGoodbye) log.error({ error: problem.reason, fix: problem.fix }, 'Slack closed the socket');
    else sayWhyOut(log, problem);
  }

  return {
    async start() {
      const started = startWithin(timings.startWithinMs, run);
      running = started.running;
      await started.begun;
    },
    async stop() {
      stopping.abort();
      await settled();
      await running;
    },
    isUp: () => up,
  };
}

const needsSetup = (problem: unknown): boolean =>
  problem instanceof SlackGoodbye ? problem.setup : setupFix(problem) !== undefined;
