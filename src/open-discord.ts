/** Discord, when it is on. Its library is imported only then: six tenths of a second of the start. */
import type { DiscordTimings } from './bots/discord/discord-connection.ts';
import { commandFaces } from './commands/command-faces.ts';
import type { Config } from './config.ts';
import type { Clock } from './domain/clock.ts';
import { DEFAULT_WORKSPACE } from './domain/ids.ts';
import type { Log } from './log.ts';
import type { Channel } from './messages/channel.ts';
import type { Store } from './store/store.ts';

export async function openDiscord(
  { config, clock, log, store }: { config: Config; clock: Clock; log: Log; store: Store },
  timings: Partial<DiscordTimings> | undefined,
): Promise<Channel | undefined> {
  if (!config.discord) return undefined;
  const { createDiscordChannel } = await import('./bots/discord/create-discord-channel.ts');
  const readBlob = (blob: string) => store.blobs.get(DEFAULT_WORKSPACE, blob);
  return createDiscordChannel({ account: config.discord, log, clock, faces: commandFaces(), readBlob, timings });
}
