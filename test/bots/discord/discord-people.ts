/** What people do in our own Discord: write, react, use commands, press buttons, fill in forms. Each as Discord tells it. */
import { isObject, listOf, textOf } from '../../servers/discord-message-rules.ts';
import type { DiscordServer } from '../../servers/discord-server.ts';
import { BOT, fileJson, messageJson, type WorldMessage } from '../../servers/discord-world.ts';

export type Answer = 'acknowledged' | 'refused';

export interface Written {
  text?: string;
  files?: { name: string; type?: string; bytes: Uint8Array | string; title?: string }[];
  /** `channel:message`. */
  inReplyTo?: string;
  /** Of the bot, by a mention. */
  mentions?: boolean;
  forwarded?: boolean;
}

const TAKEN_WITHIN_MS = 5_000;
const bytesOf = (bytes: Uint8Array | string) => (typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes);

/** It is there; the bot has not been told yet. */
export function writeMessage(discord: DiscordServer, user: string, channel: string, what: Written): WorldMessage {
  const { text = '', files = [], inReplyTo, mentions = false, forwarded = false } = what;
  if (!discord.users.has(user)) discord.users.set(user, {});
  const [replyChannel = '', replyMessage = ''] = (inReplyTo ?? '').split(':');
  const message: WorldMessage = {
    id: discord.next(),
    channel,
    author: user,
    body: {},
    content: mentions ? `<@${BOT}> ${text}` : text,
    files: files.map(({ name, type = 'text/plain', bytes, title }) => discord.addFile(name, type, bytesOf(bytes), title)),
    mentions: mentions ? [BOT] : [],
    ...(inReplyTo === undefined ? {} : { reference: { channel: replyChannel, message: replyMessage } }),
    forwarded,
    edited: false,
    shown: text,
    buttons: [],
    uploads: [],
    at: performance.now(),
  };
  discord.messages.push(message);
  return message;
}

/** Its number in the session, or undefined. */
export function tellMessage(discord: DiscordServer, message: WorldMessage): number | undefined {
  const guild = discord.channels.get(message.channel)?.guild;
  const told = { ...messageJson(discord, discord.root, message), ...(guild === undefined ? {} : { guild_id: guild }) };
  return discord.gateway.tell('MESSAGE_CREATE', told, guild === undefined ? 'direct' : 'guild');
}

const takenAt = async (discord: DiscordServer, sequence: number | undefined): Promise<Answer> =>
  sequence === undefined ? 'refused' : discord.gateway.taken(sequence, TAKEN_WITHIN_MS);

export async function says(discord: DiscordServer, user: string, channel: string, what: Written): Promise<WorldMessage> {
  const message = writeMessage(discord, user, channel, what);
  const answer = await takenAt(discord, tellMessage(discord, message));
  if (answer === 'refused') throw new Error('the bot did not take the message');
  return message;
}

/** In the direct conversation. */
export const saysDirectly = (discord: DiscordServer, user: string, what: Written): Promise<WorldMessage> =>
  says(discord, user, discord.directOf(user), what);

export const idOf = ({ channel, id }: Pick<WorldMessage, 'channel' | 'id'>): string => `${channel}:${id}`;

/** `emoji`: a sign, or the name of a custom one in colons. */
export function tellReaction(
  discord: DiscordServer,
  user: string,
  target: string,
  emoji: string,
  removed = false,
): number | undefined {
  const [channel = '', id = ''] = target.split(':');
  const guild = discord.channels.get(channel)?.guild;
  const author = discord.find(channel, id)?.author;
  const custom = /^:(.+):$/.exec(emoji)?.[1];
  return discord.gateway.tell(
    removed ? 'MESSAGE_REACTION_REMOVE' : 'MESSAGE_REACTION_ADD',
    {
      user_id: user,
      channel_id: channel,
      message_id: id,
      emoji: custom === undefined ? { id: null, name: emoji } : { id: '260000000000000001', name: custom },
      ...(removed ? {} : { message_author_id: author }),
      ...(guild === undefined ? {} : { guild_id: guild, ...(removed ? {} : { member: { user: { id: user } } }) }),
    },
    guild === undefined ? 'direct' : 'guild',
  );
}

export const reacts = (discord: DiscordServer, user: string, target: string, emoji: string, removed = false): Promise<Answer> =>
  takenAt(discord, tellReaction(discord, user, target, emoji, removed));

export interface Used {
  user: string;
  channel: string;
  /** The same number is the same interaction, told again. */
  id?: string;
}

/** A command under its own name where it has one, else `/shortlist`. */
export function usesCommand(
  discord: DiscordServer,
  {
    command,
    options = {},
    files = {},
    ...used
  }: Used & {
    command: string;
    options?: Readonly<Record<string, string | number>>;
    files?: Readonly<Record<string, { name: string; bytes: Uint8Array | string }>>;
  },
) {
  const registered = [...discord.commands.values()].flat();
  const own = registered.some((one) => one.name === command);
  const attachments: Record<string, object> = {};
  const given: object[] = Object.entries(options).map(([name, value]) => ({
    name,
    type: typeof value === 'number' ? 4 : 3,
    value,
  }));
  for (const [name, { name: fileName, bytes }] of Object.entries(files)) {
    const file = discord.files.get(discord.addFile(fileName, 'application/pdf', bytesOf(bytes)));
    if (!file) continue;
    attachments[file.id] = fileJson(discord.root, file);
    given.push({ name, type: 11, value: file.id });
  }
  const line = [command, ...Object.values(options)].join(' ');
  const data = own
    ? { name: command, type: 1, options: given, resolved: { attachments } }
    : { name: 'shortlist', type: 1, options: [{ name: 'command', type: 3, value: line }] };
  return discord.interactions.begin({ ...used, type: 2, data });
}

export function usesOnMessage(discord: DiscordServer, used: Used & { name: string; message: WorldMessage }) {
  const { message, name, ...who } = used;
  const files = message.files.flatMap((id) => discord.files.get(id) ?? []).map((file) => fileJson(discord.root, file));
  const target = { ...messageJson(discord, discord.root, message), content: message.content, attachments: files };
  const data = { name, type: 3, target_id: message.id, resolved: { messages: { [message.id]: target } } };
  return discord.interactions.begin({ ...who, type: 2, data });
}

export function presses(discord: DiscordServer, used: Used & { target: string; value: string }) {
  const { target, value, ...who } = used;
  const [, source = ''] = target.split(':');
  return discord.interactions.begin({ ...who, type: 3, source, data: { component_type: 2, custom_id: value } });
}

export function types(discord: DiscordServer, used: Used & { command: string; option: string; text: string }) {
  const { command, option, text, ...who } = used;
  const data = { name: command, type: 1, options: [{ name: option, type: 3, value: text, focused: true }] };
  return discord.interactions.begin({ ...who, type: 4, data });
}

/** What the opened form asks for, by label. */
export const labelsOf = (modal: unknown): string[] =>
  isObject(modal) ? listOf(modal.components).map((one) => textOf(one.label)) : [];

export function fillsForm(
  discord: DiscordServer,
  used: Used & {
    modal: unknown;
    fields: Readonly<Record<string, string>>;
    files?: { name: string; bytes: Uint8Array | string }[];
  },
) {
  const { modal, fields, files = [], ...who } = used;
  const uploaded = files.flatMap(
    ({ name, bytes }) => discord.files.get(discord.addFile(name, 'application/pdf', bytesOf(bytes))) ?? [],
  );
  const asked = isObject(modal) ? listOf(modal.components) : [];
  const components = asked.map(({ component }) => {
    const { type, custom_id: id = '' } = isObject(component) ? component : {};
    const value = fields[textOf(id)] ?? '';
    if (type === 19) return { type: 18, component: { type, custom_id: id, values: uploaded.map((file) => file.id) } };
    return {
      type: 18,
      component: { type, custom_id: id, ...(type === 3 ? { values: value === '' ? [] : [value] } : { value }) },
    };
  });
  const attachments = Object.fromEntries(uploaded.map((file) => [file.id, fileJson(discord.root, file)]));
  const data = { custom_id: isObject(modal) ? modal.custom_id : '', components, resolved: { attachments } };
  return discord.interactions.begin({ ...who, type: 5, data });
}
