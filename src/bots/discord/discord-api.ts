/** Discord's REST API as this channel uses it: its limits kept by discord.js (rule D6), no retries of its own (the queue's affair). */
import { type RateLimitData, REST } from 'discord.js';
import { REQUESTS_A_SECOND } from './discord-limits.ts';

export interface DiscordAccount {
  token: string;
  /** Known from the token once connected. */
  applicationId?: string;
  /** Servers that are served; all that invited the bot when empty. */
  guilds: readonly string[];
  /** Another root of the API, without the version. */
  apiUrl?: string;
}

const CALL_WITHIN_MS = 15_000;
/** Waiting holds one of the worker's hands: a moment is cheaper than a task put back, more is not. */
const WAITS_AT_MOST_MS = 1_500;

export function createDiscordApi({ token, apiUrl }: Pick<DiscordAccount, 'token' | 'apiUrl'>): REST {
  const rest = new REST({
    version: '10',
    ...(apiUrl === undefined ? {} : { api: apiUrl }),
    retries: 0,
    timeout: CALL_WITHIN_MS,
    globalRequestsPerSecond: REQUESTS_A_SECOND,
    // The limit over all routes clears within the second.
    rejectOnRateLimit: ({ global, timeToReset, sublimitTimeout, retryAfter }: RateLimitData) =>
      Math.max(timeToReset, sublimitTimeout, global ? retryAfter : 0) > WAITS_AT_MOST_MS,
  });
  return rest.setToken(token);
}
