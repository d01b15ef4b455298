/** For the doctor: does the token open what it should, and is the bot where it is said to be? Changes nothing in Discord. */
import { Routes } from 'discord.js';
import { z } from 'zod';
import { createDiscordApi, type DiscordAccount } from './discord-api.ts';
import { inviteUrl } from './discord-permissions.ts';
import { discordErrorCode, setupFix } from './discord-problem.ts';

export type DiscordProbe =
  | { error: string; fix: string }
  | {
      name: string;
      /** How many it is in. */
      guilds: number;
      /** Configured, and the bot is not there. */
      missing: string[];
      invite: string;
    };

const REACH = 'Check that this machine may connect to discord.com and gateway.discord.gg (port 443).';
const Application = z.object({ id: z.string(), name: z.string() });
const Guilds = z.array(z.object({ id: z.string() }));

export async function probeDiscord(account: DiscordAccount): Promise<DiscordProbe> {
  const api = createDiscordApi(account);
  try {
    const { id, name } = Application.parse(await api.get(Routes.currentApplication()));
    const guilds = Guilds.parse(await api.get(Routes.userGuilds()));
    const missing = account.guilds.filter((guild) => !guilds.some((one) => one.id === guild));
    return { name, guilds: guilds.length, missing, invite: inviteUrl(id) };
  } catch (error) {
    return { error: discordErrorCode(error), fix: setupFix(error) ?? REACH };
  }
}
