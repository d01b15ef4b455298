/** Events over HTTP: signed, answered after the commit, and sent again by Slack when they are not (rules S1, S3). */
import { z } from 'zod';
import { type Clock, systemClock } from '../../domain/clock.ts';
import { ConfigError } from '../../domain/errors.ts';
import type { HookRequest, HookResponse, HttpHook } from '../../messages/http-hook.ts';
import type { SlackLog } from './slack-log.ts';
import { slackErrorCode } from './slack-problem.ts';
import type { SlackSelf } from './slack-self.ts';
import { isSignedBySlack } from './slack-signature.ts';
import type { TakeEvent } from './take-slack-event.ts';

/** Any of them takes anything: what a request is stands in it. Three, as people know them from the settings of Slack. */
export const SLACK_PATHS = ['/slack/events', '/slack/commands', '/slack/interactions'] as const;

export interface SlackHttpOptions {
  signingSecret: string;
  log: SlackLog;
  /** Undefined until Slack told us, and after the stop: requests are then refused, and Slack sends them again. */
  us(): SlackSelf | undefined;
  take: TakeEvent;
  /** Slack's timestamps are of this world, whatever day the service plays. */
  clock?: Clock;
}

export interface SlackHttp extends HttpHook {
  /** Resolves when everything that was taken is answered. */
  settled(): Promise<void>;
}

type Delivery = { kind: 'challenge'; challenge: string } | { kind: 'event'; type: string; body: unknown } | undefined;

/** Throws ConfigError: without a secret anybody could speak in Slack's name (rule S16). */
export function createSlackHttp({ signingSecret, log, us, take, clock = systemClock }: SlackHttpOptions): SlackHttp {
  if (signingSecret.trim() === '')
    throw new ConfigError('SLACK_SIGNING_SECRET', 'is empty', 'Copy it from "Basic Information" of the app.');
  const inHand = new Set<Promise<HookResponse>>();

  async function answer({ headers, body }: HookRequest): Promise<HookResponse> {
    const signed = { timestamp: headers['x-slack-request-timestamp'], signature: headers['x-slack-signature'], body };
    if (!isSignedBySlack(signingSecret, signed, clock.now().getTime() / 1000)) return { status: 401 };
    const delivery = readDelivery(headers['content-type'] ?? '', body);
    if (!delivery) return { status: 400 };
    if (delivery.kind === 'challenge') return { status: 200, body: { challenge: delivery.challenge } };
    const self = us();
    if (!self) return { status: 503 };
    try {
      return { status: 200, body: await take(delivery.type, delivery.body, self) };
    } catch (error) {
      const retry = Number(headers['x-slack-retry-num'] ?? 0);
      log.warn({ error: slackErrorCode(error), retry }, 'an event was not acknowledged; Slack sends it again');
      return { status: 500 };
    }
  }

  return {
    paths: SLACK_PATHS,
    async handle(request) {
      const work = answer(request);
      inHand.add(work);
      return work.finally(() => inHand.delete(work));
    },
    async settled() {
      while (inHand.size > 0) await Promise.all(inHand);
    },
  };
}

const Challenge = z.object({ type: z.literal('url_verification'), challenge: z.string() });

/** By what is in it, named as the socket names it. */
function readDelivery(type: string, body: string): Delivery {
  try {
    if (/^application\/json\b/i.test(type)) {
      const json: unknown = JSON.parse(body);
      const challenge = Challenge.safeParse(json);
      if (challenge.success) return { kind: 'challenge', challenge: challenge.data.challenge };
      return { kind: 'event', type: 'events_api', body: json };
    }
    const fields = new URLSearchParams(body);
    const payload = fields.get('payload');
    if (payload !== null) return { kind: 'event', type: 'interactive', body: JSON.parse(payload) };
    return fields.has('command') ? { kind: 'event', type: 'slash_commands', body: Object.fromEntries(fields) } : undefined;
  } catch {
    return undefined;
  }
}
