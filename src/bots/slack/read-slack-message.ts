/** A message of Slack → ours. The same whether Slack tells it as `message`, as `app_mention` or in a conversation's history. Pure. */
import { z } from 'zod';
import type { IncomingAttachment, IncomingMessage } from '../../messages/channel.ts';
import { isDirect, messageIdOf } from './slack-ids.ts';
import { plainSlackText } from './slack-text.ts';

export const SlackFile = z.object({
  id: z.string().regex(/^F[A-Z0-9]+$/),
  name: z.string().nullish(),
  mimetype: z.string().nullish(),
  size: z.number().int().min(0).nullish(),
  mode: z.string().nullish(),
});
export type SlackFile = z.infer<typeof SlackFile>;

const Message = z.object({
  type: z.enum(['message', 'app_mention']),
  subtype: z.string().optional(),
  channel: z.string(),
  user: z.string(),
  bot_id: z.string().nullish(),
  ts: z.string(),
  thread_ts: z.string().optional(),
  text: z.string().default(''),
  files: z.array(SlackFile).default([]),
});

/** Edits, joins and what programs say are no messages to us. */
const TAKEN_SUBTYPES: ReadonlySet<string | undefined> = new Set([undefined, 'file_share', 'thread_broadcast']);

/** Undefined for what is not for us: our own words, programs', and in channels whatever neither mentions us nor holds a file. */
export function readSlackMessage(event: unknown, team: string, ourUser: string): IncomingMessage | undefined {
  const read = Message.safeParse(event);
  if (!read.success) return undefined;
  const { type, subtype, channel, user, bot_id, ts, thread_ts: thread, text, files } = read.data;
  if (user === ourUser || bot_id != null || !TAKEN_SUBTYPES.has(subtype)) return undefined;
  const direct = isDirect(channel);
  // A mention in a direct conversation comes as `message` too; the words of others in a channel are not ours to read (rule S10).
  if (direct ? type !== 'message' : type === 'message' && files.length === 0) return undefined;
  const messageId = messageIdOf(channel, ts);
  const root = thread === undefined || thread === ts ? undefined : messageIdOf(channel, thread);
  return {
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
    text: plainSlackText(text, ourUser),
    attachments: attachmentsOf(files),
    remarks: [],
  };
}

/** Without those that were deleted. */
export const attachmentsOf = (files: readonly SlackFile[]): IncomingAttachment[] =>
  files.filter((file) => file.mode !== 'tombstone').map(attachmentOf);

const attachmentOf = ({ id, name, mimetype, size }: SlackFile): IncomingAttachment => ({
  // Files of Slack Connect come without a name until they are asked for (rule S5).
  name: name || 'file',
  type: mimetype || 'application/octet-stream',
  inline: false,
  embedded: false,
  depth: 0,
  content: { ref: id, size: size ?? 0 },
});
