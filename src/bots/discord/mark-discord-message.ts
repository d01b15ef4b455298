/** A sign on the message that somebody sent. Missed by nobody where it cannot be set: the answer says more. */
import { type REST, Routes } from 'discord.js';
import type { DiscordLog } from './discord-connection.ts';
import { readMessageId } from './discord-ids.ts';
import { discordErrorCode, hasCode, retryableProblem, setupFix } from './discord-problem.ts';

const MARKS = { seen: '👀', done: '✅', failed: '⚠️' } as const;
/** Gone, left, not let, blocked by them, no such reaction. */
const HARMLESS = [10003, 10008, 10014, 50001, 50013, 90001];

/** `failed` is nobody's business in a server: there it is left out. */
export async function markDiscordMessage(
  { api, log, isShared }: { api: REST; log: DiscordLog; isShared(channel: string): boolean },
  location: string,
  mark: keyof typeof MARKS,
): Promise<void> {
  const place = readMessageId(location);
  if (!place || (mark === 'failed' && isShared(place.channel))) return;
  const route = (sign: string) => Routes.channelMessageOwnReaction(place.channel, place.message, encodeURIComponent(sign));
  const quietly = (error: unknown) => {
    const fix = setupFix(error);
    if (fix !== undefined) log.error({ error: discordErrorCode(error), fix }, 'a message could not be marked');
    else if (!hasCode(error, ...HARMLESS)) throw retryableProblem(error);
  };
  await api.put(route(MARKS[mark])).catch(quietly);
  if (mark !== 'seen') await api.delete(route(MARKS.seen)).catch(quietly);
}
