/** Discord's numbers in our terms. A message is named with its channel: Discord finds it only there. */
import { createHash } from 'node:crypto';
import type { ConversationId, InvocationId, MessageId } from '../../messages/channel.ts';
import { DISCORD_LIMITS } from './discord-limits.ts';

const SNOWFLAKE = /^\d{5,20}$/;

export const isSnowflake = (id: string): boolean => SNOWFLAKE.test(id);

export const messageIdOf = (channel: string, message: string): MessageId => `${channel}:${message}`;

export function readMessageId(id: MessageId): { channel: string; message: string } | undefined {
  const [, channel, message] = /^(\d{5,20}):(\d{5,20})$/.exec(id) ?? [];
  return channel !== undefined && message !== undefined ? { channel, message } : undefined;
}

/** Numbers grow with time; as text they do not compare. */
export const isLater = (id: string, than: string): boolean => BigInt(id) > BigInt(than);

/** A person's direct conversation before anybody has opened it. */
export const conversationWith = (user: string): ConversationId => `user:${user}`;

export type Place = { channel: string } | { user: string };

export function readConversation(id: ConversationId): Place | undefined {
  const [, kind, number] = /^(user:)?(\d{5,20})$/.exec(id) ?? [];
  if (number === undefined) return undefined;
  return kind === undefined ? { channel: number } : { user: number };
}

/** A file of a message; a file of a form or command belongs to none and cannot be asked for again. */
export const fileRefOf = (channel: string, message: string, file: string): string => `${channel}:${message}:${file}`;

export function readFileRef(ref: string): { channel: string; message: string; file: string } | undefined {
  const [, channel, message, file] = /^(\d{5,20}):(\d{5,20}):(\d{5,20})$/.exec(ref) ?? [];
  return channel !== undefined && message !== undefined && file !== undefined ? { channel, message, file } : undefined;
}

export interface Invocation {
  /** `reply`: the first answer takes the place of "is thinking". `update`: nothing shows that we think, each answer is a message. */
  kind: 'reply' | 'update';
  /** Only who used it sees the answers. */
  ephemeral: boolean;
  token: string;
}

/** A secret: whoever has it can answer. */
export const invocationIdOf = ({ kind, ephemeral, token }: Invocation): InvocationId =>
  `${kind === 'reply' ? 'r' : 'u'}${ephemeral ? 'e' : 'p'}:${token}`;

export function readInvocation(id: InvocationId): Invocation | undefined {
  const [, kind, who, token] = /^([ru])([ep]):([\w.~-]{1,400})$/.exec(id) ?? [];
  if (token === undefined) return undefined;
  return { kind: kind === 'r' ? 'reply' : 'update', ephemeral: who === 'e', token };
}

/** The same key is the same nonce: Discord takes a second message with it for the first one, for some minutes (rule D8). */
export const nonceOf = (dedupeKey: string): string =>
  createHash('sha256').update(dedupeKey).digest('base64url').slice(0, DISCORD_LIMITS.nonce);
