/** Messages of a channel behind a position, oldest first. Without the privileged intent (D2) Discord leaves content and files out of those that neither mention us nor are ours to read. */
import { makeURLSearchParams, type REST, Routes } from 'discord.js';
import { isLater } from './discord-ids.ts';
import { DiscordMessage } from './discord-payloads.ts';

export interface Page {
  messages: DiscordMessage[];
  /** The last one read, also of what is no message to us. */
  next: string | undefined;
  more: boolean;
}

export type ReadPage = (
  channel: string,
  options: { after: string; guild: string | undefined; limit?: number; signal?: AbortSignal },
) => Promise<Page>;

const PAGE = 100;

export const createReadPage =
  (api: REST): ReadPage =>
  async (channel, { after, guild, limit = PAGE, signal }) => {
    const query = makeURLSearchParams({ after, limit: Math.min(limit, PAGE) });
    const answer = await api.get(Routes.channelMessages(channel), { query, ...(signal ? { signal } : {}) });
    const raw: unknown[] = Array.isArray(answer) ? answer : [];
    // Here messages come without their server.
    const messages = raw.flatMap((one) => {
      const read = DiscordMessage.safeParse(one);
      return read.success ? [{ ...read.data, guild_id: guild }] : [];
    });
    messages.sort((one, other) => (isLater(one.id, other.id) ? 1 : -1));
    return { messages, next: messages.at(-1)?.id, more: raw.length >= Math.min(limit, PAGE) };
  };
