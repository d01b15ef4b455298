import { createDiscordChannel, type DiscordOptions } from '../../../src/bots/discord/create-discord-channel.ts';
import { systemClock } from '../../../src/domain/clock.ts';
import type { Channel } from '../../../src/messages/channel.ts';
import { CONTRACT_FACES } from '../../contracts/channel-harness.ts';
import type { DiscordServer } from '../../servers/discord-server.ts';
import { SILENT_LOG } from '../email/recorded-events.ts';

/** A channel that meets our own Discord, with short waits. */
export function openChannel(
  discord: DiscordServer,
  more: Partial<DiscordOptions> & { token?: string; guilds?: string[] } = {},
): Channel {
  const { token = discord.token, guilds = [], timings, ...options } = more;
  return createDiscordChannel({
    account: { token, guilds, apiUrl: discord.url },
    log: SILENT_LOG,
    clock: systemClock,
    faces: CONTRACT_FACES,
    ...options,
    timings: { retryMs: 10, ...timings },
  });
}

/** What the channel says to whoever runs the service. */
export function listeningLog() {
  const said: string[] = [];
  const say = (fields: object, message: string) => void said.push(`${message} ${JSON.stringify(fields)}`);
  return { said, log: { info: say, warn: say, error: say } };
}

export const sendOptions = (dedupeKey: string, more = {}) => ({ dedupeKey, signal: new AbortController().signal, ...more });
