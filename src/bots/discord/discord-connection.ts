/** The gateway, connected again and again. Starting never fails; what is refused is said once in a while and tried again seldom (rule D6). */

import { setTimeout as delay } from 'node:timers/promises';
import { type REST, Routes } from 'discord.js';
import { z } from 'zod';
import { startWithin } from '../../domain/start-within.ts';
import { createFailures } from './count-failures.ts';
import { type GatewayConnection, type GatewayEvent, openGateway } from './discord-gateway.ts';
import { discordErrorCode, setupFix, TOKEN_FIX } from './discord-problem.ts';
import type { SessionStore } from './session-store.ts';

export interface DiscordLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface DiscordTimings {
  /** Before the first new try after a failure; doubles up to thirty times as much. */
  retryMs: number;
  /** Between connecting and being ready. */
  helloWithinMs: number;
  /** How long `start` waits for the first connection. */
  startWithinMs: number;
  /** What is refused (a token, an intent) is refused for a while. */
  setupRetryMs: number;
}

export const DISCORD_TIMINGS: DiscordTimings = {
  retryMs: 2_000,
  helloWithinMs: 30_000,
  startWithinMs: 5_000,
  setupRetryMs: 5 * 60_000,
};

export interface ConnectionOptions {
  api: REST;
  token: string;
  log: DiscordLog;
  timings: DiscordTimings;
  sessions: SessionStore;
  /** Resolves after the commit, with whether there was one. A rejection means: it comes again. */
  take(event: GatewayEvent): Promise<boolean>;
}

export interface DiscordConnection {
  /** Resolves when connected, or when that takes too long or fails: it goes on in the background. */
  start(): Promise<void>;
  /** Resolves when what is in hand is committed or given up. */
  stop(): Promise<void>;
  isUp(): boolean;
}

const CLOSE_FIXES: Readonly<Record<number, string>> = {
  4004: TOKEN_FIX,
  4013: 'This version asks Discord for events that it does not know: update Shortlist.',
  4014: 'Discord refuses the events that were asked for: update Shortlist; it needs no privileged intents.',
};
const LONG_SESSION_MS = 10_000;

export function createDiscordConnection({ api, token, log, timings, sessions, take }: ConnectionOptions): DiscordConnection {
  const stopping = new AbortController();
  const inHand = new Set<Promise<void>>();
  const failures = createFailures();
  let up = false;
  let wasUp = false;
  let running: Promise<void> | undefined;

  function onEvent(event: GatewayEvent, connection: GatewayConnection): void {
    const work: Promise<void> = take(event)
      .then(
        (hasCommitted) => {
          event.ticket.done();
          sessions.changed(hasCommitted);
        },
        (error: unknown) => {
          if (failures.isHopeless(`${event.session.id}:${event.sequence}`, error)) {
            log.error({ error: discordErrorCode(error), event: event.type }, 'an event can never be taken in and is left out');
            return event.ticket.done();
          }
          // Closed in the same turn: nothing may move the position past it.
          event.ticket.failed();
          connection.close();
          log.warn({ error: discordErrorCode(error) }, 'an event could not be taken in; Discord tells it again');
        },
      )
      .finally(() => inHand.delete(work));
    inHand.add(work);
  }

  const settled = async () => {
    while (inHand.size > 0) await Promise.all(inHand);
  };

  /** One connection. The code that it ended with. */
  async function session(onUp: () => void): Promise<number> {
    wasUp = false;
    const gateway = await findGateway();
    const connection = openGateway({
      url: gateway,
      token,
      session: sessions.current(),
      positions: sessions.positions,
      helloWithinMs: timings.helloWithinMs,
      onSession: (next) => sessions.replace(next),
      onUp() {
        up = true;
        wasUp = true;
        onUp();
      },
      onEvent: (event) => onEvent(event, connection),
    });
    const close = () => connection.close();
    stopping.signal.addEventListener('abort', close, { once: true });
    if (stopping.signal.aborted) close();
    const code = await connection.ended;
    stopping.signal.removeEventListener('abort', close);
    up = false;
    return code;
  }

  /** A token that was refused is forgotten by the library; each try gives it another chance. */
  async function findGateway(): Promise<string> {
    const answer = await api.setToken(token).get(Routes.gatewayBot(), { signal: stopping.signal });
    return z.object({ url: z.url() }).parse(answer).url;
  }

  async function run(onFirst: () => void): Promise<void> {
    let failures = 0;
    while (!stopping.signal.aborted) {
      const since = performance.now();
      const ended = await session(onFirst).catch((error: unknown) => error ?? new Error('closed'));
      // What failed comes again with the resume, and not beside what is still in hand.
      await settled();
      if (stopping.signal.aborted) return onFirst();
      failures = performance.now() - since > LONG_SESSION_MS ? 0 : failures + 1;
      const setupMs = say(ended);
      // A session of before that is over is no failure yet: the next try begins a new one.
      if (setupMs !== undefined || typeof ended !== 'number' || failures > 1) onFirst();
      await delay(setupMs ?? pauseAfter(failures - 1), undefined, { signal: stopping.signal }).catch(() => {});
    }
  }

  const pauseAfter = (failures: number): number => (failures <= 0 ? 0 : timings.retryMs * Math.min(30, 2 ** (failures - 1)));

  /** How long to wait when it is an administrator's affair. */
  function say(ended: unknown): number | undefined {
    const fix = typeof ended === 'number' ? CLOSE_FIXES[ended] : setupFix(ended);
    if (fix !== undefined) {
      log.error({ error: typeof ended === 'number' ? ended : discordErrorCode(ended), fix }, 'Discord does not let us in');
      return timings.setupRetryMs;
    }
    if (typeof ended !== 'number') log.warn({ error: discordErrorCode(ended) }, 'Discord cannot be reached; trying again');
    else if (!wasUp) log.warn({ error: ended }, 'the gateway of Discord ended the connection; trying again');
    return undefined;
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
      await sessions.save();
    },
    isUp: () => up,
  };
}
