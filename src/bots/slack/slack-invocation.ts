/** Where a command, a button or a form is answered: its response URL, where others read along; the person's own conversation with us has none. */
import type { ReadContext } from './slack-event.ts';

/** Slack gives thirty minutes; a minute less, so that nothing is sent in the last seconds. */
const LASTS_MS = 29 * 60_000;

export interface AnswerPlace {
  conversation: string;
  private: true;
  invocation?: string;
  invocationExpiresAt?: number;
}

/** `user` as conversation opens the direct conversation. An ephemeral message is answered by its URL wherever it stands. */
export function answerPlace(
  { user, channel, responseUrl }: { user: string; channel?: string; responseUrl?: string },
  { isOwn, now }: Pick<ReadContext, 'isOwn' | 'now'>,
): AnswerPlace {
  if (channel !== undefined && isOwn(channel)) return { conversation: channel, private: true };
  if (responseUrl === undefined) return { conversation: user, private: true };
  return { conversation: user, private: true, invocation: responseUrl, invocationExpiresAt: now + LASTS_MS };
}
