/** Somebody called the bot in a server that it is not set up for: they are told so, themselves alone, and nothing is kept. */
import { type REST, Routes } from 'discord.js';
import { z } from 'zod';
import { NOT_HERE } from './answer-interaction.ts';
import type { DiscordLog } from './discord-connection.ts';
import { discordErrorCode } from './discord-problem.ts';

export interface Strangers {
  tell(user: string, guild: string): Promise<void>;
}

/** Once is enough; a server full of them must not use up what Discord lets us send. */
const AGAIN_MS = 3_600_000;
const REMEMBERED = 1_000;

export function createStrangers(api: REST, log: DiscordLog): Strangers {
  const told = new Map<string, number>();
  return {
    async tell(user, guild) {
      const key = `${guild}:${user}`;
      const now = performance.now();
      if (now - (told.get(key) ?? Number.NEGATIVE_INFINITY) < AGAIN_MS) return;
      told.set(key, now);
      const [oldest] = told.keys();
      if (told.size > REMEMBERED && oldest !== undefined) told.delete(oldest);
      try {
        const { id } = z
          .object({ id: z.string() })
          .parse(await api.post(Routes.userChannels(), { body: { recipient_id: user } }));
        await api.post(Routes.channelMessages(id), { body: { content: NOT_HERE, allowed_mentions: { parse: [] } } });
      } catch (error) {
        log.warn({ error: discordErrorCode(error) }, 'somebody in a server that is not set up could not be told so');
      }
    },
  };
}
