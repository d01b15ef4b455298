/** What our own Discord knows: servers, channels, people, messages, files. Ids are its long numbers, in order of time. */
import type { Value } from './discord-message-rules.ts';

export interface DiscordUser {
  /** Takes no direct messages from the bot (rule D5). */
  closed?: boolean;
}

export interface DiscordChannel {
  id: string;
  /** The person of a direct conversation. */
  user?: string;
  guild?: string;
}

export interface WorldFile {
  id: string;
  name: string;
  title?: string;
  type: string;
  bytes: Uint8Array;
  /** Addresses of before stop working (rule D3). */
  generation: number;
  gone?: boolean;
  /** So many requests fail with this first. */
  faults?: number[];
}

export interface WorldMessage {
  id: string;
  channel: string;
  author: string;
  /** What the bot sent, or what a person's client did. */
  body: Value;
  content: string;
  files: string[];
  mentions: string[];
  reference?: { channel: string; message: string };
  forwarded?: boolean;
  nonce?: string;
  /** Seen by this person only. */
  visibleTo?: string;
  loading?: boolean;
  edited: boolean;
  /** What a person reads of it. */
  shown: string;
  buttons: string[];
  uploads: { name: string; description: string; bytes: Uint8Array }[];
  at: number;
}

export const BOT = '200000000000000001';
export const APPLICATION = '210000000000000001';
export const BOT_TOKEN = 'discord-token-for-tests';
export const GUILD = '220000000000000001';
export const SHARED = '230000000000000001';

/** View, send, threads, embeds, files, history, reactions: bit positions of Discord's documentation. */
export const ALL_RIGHTS = (1n << 10n) | (1n << 11n) | (1n << 38n) | (1n << 14n) | (1n << 15n) | (1n << 16n) | (1n << 6n);

export interface DiscordWorld {
  users: Map<string, DiscordUser>;
  /** Server → rights of the bot there. */
  guilds: Map<string, bigint>;
  channels: Map<string, DiscordChannel>;
  messages: WorldMessage[];
  files: Map<string, WorldFile>;
  next(): string;
  /** The direct conversation of the bot and this person. */
  directOf(user: string): string;
  find(channel: string, message: string): WorldMessage | undefined;
  addFile(name: string, type: string, bytes: Uint8Array, title?: string): string;
}

export function createDiscordWorld(): DiscordWorld {
  let number = 0n;
  const world: DiscordWorld = {
    users: new Map(),
    guilds: new Map([[GUILD, ALL_RIGHTS]]),
    channels: new Map([[SHARED, { id: SHARED, guild: GUILD }]]),
    messages: [],
    files: new Map(),
    next: () => `${1_400_000_000_000_000_000n + ++number * 4_194_304n}`,
    directOf(user) {
      const id = `24${user.slice(2)}`;
      if (!world.channels.has(id)) world.channels.set(id, { id, user });
      return id;
    },
    find: (channel, message) => world.messages.find((one) => one.channel === channel && one.id === message),
    addFile(name, type, bytes, title) {
      const id = world.next();
      world.files.set(id, { id, name, type, bytes, title, generation: 0 });
      return id;
    },
  };
  return world;
}

const fileUrl = (root: string, file: WorldFile): string =>
  `${root}/attachments/${file.id}/${encodeURIComponent(file.name)}?ex=1&is=1&hm=${file.generation}`;

export const fileJson = (root: string, file: WorldFile): object => ({
  id: file.id,
  filename: file.name.replace(/[^\w.-]/g, '_'),
  ...(file.title === undefined ? {} : { title: file.title }),
  content_type: file.type,
  size: file.bytes.byteLength,
  url: fileUrl(root, file),
  proxy_url: fileUrl(root, file),
});

/** As the gateway tells it; by REST without the server. The content only where the bot may see it without the privileged intent (rule D2). */
export function messageJson(world: DiscordWorld, root: string, message: WorldMessage): Record<string, unknown> {
  const { id, channel, author, mentions, reference, forwarded, loading, visibleTo, body } = message;
  const direct = world.channels.get(channel)?.user !== undefined;
  const mayRead = direct || author === BOT || mentions.includes(BOT);
  const answered = reference && world.find(reference.channel, reference.message);
  const files = mayRead ? message.files.flatMap((file) => world.files.get(file) ?? []).map((file) => fileJson(root, file)) : [];
  const snapshot = forwarded ? [{ message: { content: message.content, attachments: files } }] : undefined;
  return {
    id,
    channel_id: channel,
    type: reference && !forwarded ? 19 : 0,
    author: { id: author, username: `user${author}`, ...(author === BOT ? { bot: true } : {}) },
    content: mayRead && !forwarded ? message.content : '',
    attachments: forwarded ? [] : files,
    embeds: author === BOT ? body.embeds : [],
    mentions: mentions.map((user) => ({ id: user })),
    flags: (loading ? 128 : 0) | (visibleTo === undefined ? 0 : 64),
    ...(reference
      ? {
          message_reference: { type: forwarded ? 1 : 0, channel_id: reference.channel, message_id: reference.message },
          ...(forwarded
            ? { message_snapshots: snapshot }
            : { referenced_message: answered ? { id: answered.id, author: { id: answered.author } } : null }),
        }
      : {}),
  };
}
