/** A message's id: `D024BE91L:1700000000.000100`. Slack knows messages by their conversation and time. */
import type { MessageId } from '../../messages/channel.ts';

const CONVERSATION = /^[CDGUW][A-Z0-9]{2,20}$/;

export const messageIdOf = (channel: string, ts: string): MessageId => `${channel}:${ts}`;

export function readMessageId(id: MessageId): { channel: string; ts: string } | undefined {
  const [, channel, ts] = /^([CDG][A-Z0-9]{2,20}):(\d+\.\d+)$/.exec(id) ?? [];
  return channel !== undefined && ts !== undefined ? { channel, ts } : undefined;
}

/** A channel's, a conversation's, or a person's (their direct conversation with us). Settings write them in small letters. */
export function readConversation(id: string): string | undefined {
  const upper = id.toUpperCase();
  return CONVERSATION.test(upper) ? upper : undefined;
}

export const isDirect = (channel: string): boolean => channel.startsWith('D');

/** Neither a person's conversation with us nor a person. */
export const isShared = (conversation: string): boolean => /^[CG]/.test(conversation);
