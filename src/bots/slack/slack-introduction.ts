/** Over HTTP nobody opens a connection: who we are is asked once, again and again until Slack says so. */

import { setTimeout as delay } from 'node:timers/promises';
import { startWithin } from '../../domain/start-within.ts';
import type { SlackApi } from './slack-api.ts';
import type { SlackLog, SlackTimings } from './slack-log.ts';
import { setupFix, slackErrorCode } from './slack-problem.ts';
import { askWhoWeAre, type SlackSelf } from './slack-self.ts';

export interface IntroductionOptions {
  api: SlackApi;
  log: SlackLog;
  timings: SlackTimings;
  onSelf(us: SlackSelf): void;
}

export interface Introduction {
  /** Resolves when Slack knows us, or when that takes too long or fails: it goes on in the background. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

export function createIntroduction({ api, log, timings, onSelf }: IntroductionOptions): Introduction {
  const stopping = new AbortController();
  let running: Promise<void> | undefined;

  async function run(onFirst: () => void): Promise<void> {
    for (let failures = 1; !stopping.signal.aborted; failures++) {
      try {
        onSelf(await askWhoWeAre(api));
        return onFirst();
      } catch (problem) {
        sayWhyOut(log, problem);
        onFirst();
        const wait = setupFix(problem) === undefined ? timings.retryMs * Math.min(30, 2 ** (failures - 1)) : timings.setupRetryMs;
        await delay(wait, undefined, { signal: stopping.signal }).catch(() => {});
      }
    }
  }

  return {
    async start() {
      const started = startWithin(timings.startWithinMs, run);
      running = started.running;
      await started.begun;
    },
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

/** What an administrator does about it, or that it is tried again. */
export function sayWhyOut(log: SlackLog, problem: unknown): void {
  const fix = setupFix(problem);
  if (fix !== undefined) log.error({ error: slackErrorCode(problem), fix }, 'Slack does not let us in');
  else log.warn({ error: slackErrorCode(problem) }, 'Slack cannot be reached; trying again');
}
