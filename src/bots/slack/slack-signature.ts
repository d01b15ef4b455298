/** Whether a request over HTTP is Slack's. https://docs.slack.dev/authentication/verifying-requests-from-slack */
import { createHmac, timingSafeEqual } from 'node:crypto';

/** An older request may be somebody's copy. */
const FRESH_SECONDS = 5 * 60;

export interface SignedRequest {
  timestamp: string | undefined;
  signature: string | undefined;
  /** The bytes as they came, as text: parsed and written again they would have another signature. */
  body: string;
}

export function isSignedBySlack(
  secret: string,
  { timestamp = '', signature = '', body }: SignedRequest,
  nowSeconds: number,
): boolean {
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(nowSeconds - Number(timestamp)) > FRESH_SECONDS) return false;
  const expected = Buffer.from(`v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`);
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
