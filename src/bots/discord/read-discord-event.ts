/** What people write and react with in Discord → events of ours. Pure. What is not for us is undefined. */
import type { IncomingMessage, ReactionChange } from '../../messages/channel.ts';
import { conversationWith, fileRefOf, messageIdOf } from './discord-ids.ts';
import type { DiscordFile, DiscordMessage, DiscordReaction } from './discord-payloads.ts';
import { plainDiscordText } from './discord-text.ts';

export interface FileGiven {
  file: DiscordFile;
  /** Where it is asked for again; undefined for a file that belongs to no message. */
  ref?: string;
}

export interface MessageRead {
  /** Without its files. */
  message: IncomingMessage;
  files: FileGiven[];
}

/** Plain messages and replies; joins, pins and what programs answer are no messages to us. */
const TAKEN_TYPES: ReadonlySet<number> = new Set([0, 19]);
const FORWARD = 1;

export const cursorSource = (channel: string): string => `discord:${channel}`;

/** `watched`: the channel is read on request (F1.7), whether or not a message mentions us. */
export function readMessage(raw: DiscordMessage, ourUser: string, { watched = false } = {}): MessageRead | undefined {
  const { id, channel_id: channel, author } = raw;
  const direct = raw.guild_id == null;
  const byProgram = author.bot === true || author.system === true || raw.webhook_id != null;
  if (author.id === ourUser || byProgram || !TAKEN_TYPES.has(raw.type)) return undefined;
  if (!direct && !watched && !isToUs(raw, ourUser)) return undefined;
  const messageId = messageIdOf(channel, id);
  const forwarded = (raw.message_snapshots ?? []).map((snapshot) => snapshot.message);
  const files = [...raw.attachments, ...forwarded.flatMap((message) => message.attachments)];
  const answered = answeredBy(raw);
  return {
    files: files.map((file) => ({ file, ref: fileRefOf(channel, id, file.id) })),
    message: {
      channel: 'discord',
      eventKey: `message:${id}`,
      cursor: { source: cursorSource(channel), value: id },
      // What is written in a server is answered in the direct conversation: nothing about a person is said where others read (A12).
      conversation: direct ? channel : conversationWith(author.id),
      private: true,
      ...(direct ? {} : { publicPlace: { conversation: channel, inReplyTo: messageId } }),
      sharedPlace: !direct && files.length > 0,
      location: files.length > 0 ? messageId : undefined,
      sender: { address: author.id, verified: true },
      messageId,
      inReplyTo: answered,
      references: answered,
      recipients: [ourUser],
      text: plainDiscordText([raw.content, ...forwarded.map((message) => message.content)].join('\n'), ourUser),
      attachments: [],
      remarks: [],
    },
  };
}

/** Discord gives the content of others' messages only with a privileged intent (rule D2): these two come without. */
const isToUs = ({ mentions, referenced_message: answered }: DiscordMessage, ourUser: string): boolean =>
  mentions.some((user) => user.id === ourUser) || answered?.author.id === ourUser;

function answeredBy({ message_reference: reference, channel_id: channel }: DiscordMessage): string[] {
  if (reference?.message_id === undefined || reference.type === FORWARD) return [];
  return [messageIdOf(reference.channel_id ?? channel, reference.message_id)];
}

/** Skin tones, and the sign that asks for the coloured look. */
const TONES = /[\u{1f3fb}-\u{1f3ff}\ufe0f]/gu;

/** A custom emoji by its name: `:thumbsup:`. */
const emojiOf = ({ id, name }: DiscordReaction['emoji']): string =>
  id == null ? (name ?? '').replace(TONES, '') : `:${name ?? ''}:`;

/** `key` tells this event from every other: Discord numbers reactions by the session alone. */
export function readReaction(raw: DiscordReaction, removed: boolean, key: string, ourUser: string): ReactionChange | undefined {
  const { user_id: user, channel_id: channel, message_author_id: author } = raw;
  // Others' messages are none of our business and leave no trace (S12); a removal does not say whose message it was.
  if (user === ourUser || raw.member?.user.bot === true || (author != null && author !== ourUser)) return undefined;
  const emoji = emojiOf(raw.emoji);
  if (emoji === '' || emoji === '::') return undefined;
  return {
    channel: 'discord',
    eventKey: `reaction:${key}`,
    conversation: raw.guild_id == null ? channel : conversationWith(user),
    private: true,
    // Intake keeps nothing of one that is not to a message of ours.
    sharedPlace: true,
    sender: { address: user, verified: true },
    target: messageIdOf(channel, raw.message_id),
    emoji,
    removed,
  };
}
