/** Signs on a message that came in: 👀 while it is read, then what became of it. */
import type { SlackApi } from './slack-api.ts';
import { isDirect, readMessageId } from './slack-ids.ts';
import type { SlackLog } from './slack-log.ts';
import { retryableProblem, setupFix, slackErrorCode } from './slack-problem.ts';

export type SlackMark = 'seen' | 'done' | 'failed';
const SIGNS = { seen: 'eyes', done: 'white_check_mark', failed: 'warning' } as const satisfies Record<SlackMark, string>;
/** It is as it should be, or there is nothing left to mark. */
const HARMLESS = new Set([
  'already_reacted',
  'no_reaction',
  'message_not_found',
  'channel_not_found',
  'is_archived',
  'not_in_channel',
  'thread_locked',
  'too_many_reactions',
]);

/** Where others read, nobody is told that somebody's file failed. Throws RetryLater. */
export async function markSlack(api: SlackApi, log: SlackLog, location: string, mark: SlackMark): Promise<void> {
  const place = readMessageId(location);
  if (!place) return;
  const message = { channel: place.channel, timestamp: place.ts };
  if (mark !== 'failed' || isDirect(place.channel))
    await api.reactions.add({ ...message, name: SIGNS[mark] }).catch((error: unknown) => told(error, log));
  if (mark !== 'seen') await api.reactions.remove({ ...message, name: SIGNS.seen }).catch((error: unknown) => told(error, log));
}

function told(error: unknown, log: SlackLog): void {
  const fix = setupFix(error);
  if (fix !== undefined) log.error({ fix }, 'a message could not be marked');
  else if (!HARMLESS.has(slackErrorCode(error))) throw retryableProblem(error);
}
