/** How our own Slack tells an app what people do: over the socket, or signed over HTTP and again when it is not answered. */
import { createHmac } from 'node:crypto';

export type Delivered = 'acknowledged' | 'refused';

export interface HttpTarget {
  /** Of the service, without a slash at the end. */
  url: string;
  secret: string;
}

/** How a request differs from a good one. */
export interface Tampering {
  timestamp?: number;
  signature?: string;
  /** Another body than the one that was signed. */
  body?: string;
}

const PATHS: Readonly<Record<string, string>> = {
  events_api: '/slack/events',
  slash_commands: '/slack/commands',
  interactive: '/slack/interactions',
};

/** The status, and what the answer carries. Rejects when nobody listens. */
export async function postSigned(
  { url, secret }: HttpTarget,
  type: string,
  payload: object,
  { retry = 0, withinMs = 3_000, tamper = {} }: { retry?: number; withinMs?: number; tamper?: Tampering } = {},
): Promise<{ status: number; answer: unknown }> {
  const body = bodyOf(type, payload);
  const timestamp = String(tamper.timestamp ?? Math.floor(Date.now() / 1000));
  const digest = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  const response = await fetch(`${url}${PATHS[type] ?? '/slack/events'}`, {
    method: 'POST',
    headers: {
      'content-type': type === 'events_api' ? 'application/json' : 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': tamper.signature ?? `v0=${digest}`,
      ...(retry > 0 ? { 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': 'http_timeout' } : {}),
    },
    body: tamper.body ?? body,
    signal: AbortSignal.timeout(withinMs),
  });
  const text = await response.text();
  return { status: response.status, answer: text === '' ? undefined : JSON.parse(text) };
}

function bodyOf(type: string, payload: object): string {
  if (type === 'events_api') return JSON.stringify(payload);
  if (type === 'interactive') return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  return new URLSearchParams(Object.entries(payload).map(([name, value]): [string, string] => [name, String(value)])).toString();
}
