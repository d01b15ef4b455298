/** What Slack sends → events of ours. Pure. What is not for us is `nothing`, and is acknowledged all the same (rule S4). */
import { z } from 'zod';
import type { CommandInvocation, IncomingAttachment, IncomingMessage, ReactionChange } from '../../messages/channel.ts';
import { emojiOf } from './slack-emoji.ts';
import { isDirect, messageIdOf } from './slack-ids.ts';
import { plainSlackText } from './slack-text.ts';

export type SlackEvent =
  | { kind: 'message'; message: IncomingMessage }
  | { kind: 'reaction'; reaction: ReactionChange }
  | { kind: 'command'; command: CommandInvocation }
  | { kind: 'nothing' };

const File = z.object({
  id: z.string().regex(/^F[A-Z0-9]+$/),
  name: z.string().nullish(),
  mimetype: z.string().nullish(),
  size: z.number().int().min(0).nullish(),
  mode: z.string().nullish(),
});
type File = z.infer<typeof File>;

const Message = z.object({
  type: z.enum(['message', 'app_mention']),
  subtype: z.string().optional(),
  channel: z.string(),
  channel_type: z.string().optional(),
  user: z.string(),
  bot_id: z.string().nullish(),
  ts: z.string(),
  thread_ts: z.string().optional(),
  text: z.string().default(''),
  files: z.array(File).default([]),
});
type Message = z.infer<typeof Message>;

const Reaction = z.object({
  type: z.enum(['reaction_added', 'reaction_removed']),
  user: z.string(),
  reaction: z.string(),
  item_user: z.string().optional(),
  item: z.object({ type: z.literal('message'), channel: z.string(), ts: z.string() }),
});

const Envelope = z.object({ team_id: z.string(), event_id: z.string(), event: z.unknown() });

const Command = z.object({
  team_id: z.string(),
  trigger_id: z.string(),
  user_id: z.string(),
  command: z.string(),
  text: z.string().default(''),
});

const NOTHING: SlackEvent = { kind: 'nothing' };

/** `type` and `body` as the socket gives them; `ourUser` is the user id of the bot. */
export function readSlackEvent(type: string, body: unknown, ourUser: string): SlackEvent {
  if (type === 'slash_commands') return readCommand(body);
  const envelope = Envelope.safeParse(body);
  if (type !== 'events_api' || !envelope.success) return NOTHING;
  const { team_id: team, event_id: eventId, event } = envelope.data;
  const reaction = Reaction.safeParse(event);
  if (reaction.success) return readReaction(reaction.data, `${team}:${eventId}`, ourUser);
  const message = Message.safeParse(event);
  return message.success ? readMessage(message.data, team, ourUser) : NOTHING;
}

/** Edits, joins and what programs say are no messages to us. */
const TAKEN_SUBTYPES: ReadonlySet<string | undefined> = new Set([undefined, 'file_share', 'thread_broadcast']);

function readMessage(message: Message, team: string, ourUser: string): SlackEvent {
  const { channel, user, ts, thread_ts: thread, files } = message;
  const direct = isDirect(channel);
  const isOurs = user === ourUser || message.bot_id != null || !TAKEN_SUBTYPES.has(message.subtype);
  // In channels only what mentions us is ours to read; in a direct conversation everything comes as `message` (rule S10).
  if (isOurs || direct !== (message.type === 'message')) return NOTHING;
  const messageId = messageIdOf(channel, ts);
  const root = thread === undefined || thread === ts ? undefined : messageIdOf(channel, thread);
  return {
    kind: 'message',
    message: {
      channel: 'slack',
      // Not Slack's event id: `message` and `app_mention` tell the same message under two (rules S3, S4).
      eventKey: `message:${team}:${messageId}`,
      // A channel's messages are answered in the direct conversation: nothing about a person is said where others read (rule A12).
      conversation: direct ? channel : user,
      private: true,
      ...(direct ? {} : { publicPlace: { conversation: channel, inReplyTo: root ?? messageId } }),
      sharedPlace: !direct && files.length > 0,
      location: files.length > 0 ? messageId : undefined,
      sender: { address: user, verified: true },
      messageId,
      inReplyTo: root === undefined ? [] : [root],
      references: root === undefined ? [] : [root],
      ...(root === undefined ? {} : { threadRoot: root }),
      recipients: [ourUser],
      text: plainSlackText(message.text, ourUser),
      attachments: files.filter((file) => file.mode !== 'tombstone').map(attachmentOf),
      remarks: [],
    },
  };
}

const attachmentOf = ({ id, name, mimetype, size }: File): IncomingAttachment => ({
  // Files of Slack Connect come without a name until they are asked for (rule S5).
  name: name || 'file',
  type: mimetype || 'application/octet-stream',
  inline: false,
  embedded: false,
  depth: 0,
  content: { ref: id, size: size ?? 0 },
});

/** Only on messages of ours (rule S12): others' are none of our business and leave no trace. */
function readReaction(
  { type, user, reaction, item, item_user }: z.infer<typeof Reaction>,
  key: string,
  ourUser: string,
): SlackEvent {
  if (item_user !== ourUser || user === ourUser) return NOTHING;
  return {
    kind: 'reaction',
    reaction: {
      channel: 'slack',
      eventKey: `event:${key}`,
      conversation: isDirect(item.channel) ? item.channel : user,
      private: true,
      sender: { address: user, verified: true },
      target: messageIdOf(item.channel, item.ts),
      emoji: emojiOf(reaction),
      removed: type === 'reaction_removed',
    },
  };
}

/** `/shortlist match`, or a command under its own name: `/match`. Answered in the direct conversation, wherever it was typed. */
function readCommand(body: unknown): SlackEvent {
  const read = Command.safeParse(body);
  if (!read.success) return NOTHING;
  const { team_id: team, trigger_id: invocation, user_id: user, command, text } = read.data;
  const own = command === '/shortlist' ? [] : [command.slice(1)];
  const [name = 'help', ...words] = [...own, ...plainSlackText(text, '').split(/\s+/).filter(Boolean)];
  return {
    kind: 'command',
    command: {
      channel: 'slack',
      eventKey: `command:${team}:${invocation}`,
      invocation,
      conversation: user,
      private: true,
      sender: { address: user, verified: true },
      command: name,
      words,
      options: {},
    },
  };
}
