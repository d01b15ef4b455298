/** What Discord tells us, as far as we read it. Everything else of a payload is left alone. */
import { z } from 'zod';

const User = z.object({ id: z.string(), bot: z.boolean().optional(), system: z.boolean().optional() });

export const DiscordFile = z.object({
  id: z.string(),
  filename: z.string(),
  /** Of long names, as the sender wrote it, without its ending. */
  title: z.string().nullish(),
  content_type: z.string().nullish(),
  size: z.number().int().min(0),
  url: z.string(),
});
export type DiscordFile = z.infer<typeof DiscordFile>;

const Reference = z.object({ type: z.number().optional(), message_id: z.string().optional(), channel_id: z.string().optional() });

export const DiscordMessage = z.object({
  id: z.string(),
  channel_id: z.string(),
  guild_id: z.string().nullish(),
  type: z.number(),
  author: User,
  webhook_id: z.string().nullish(),
  content: z.string().default(''),
  attachments: z.array(DiscordFile).default([]),
  mentions: z.array(z.object({ id: z.string() })).default([]),
  message_reference: Reference.nullish(),
  referenced_message: z.object({ author: User }).nullish(),
  /** Of a forwarded message: what it held. */
  message_snapshots: z
    .array(z.object({ message: z.object({ content: z.string().default(''), attachments: z.array(DiscordFile).default([]) }) }))
    .nullish(),
});
export type DiscordMessage = z.infer<typeof DiscordMessage>;

export const DiscordReaction = z.object({
  user_id: z.string(),
  channel_id: z.string(),
  message_id: z.string(),
  guild_id: z.string().nullish(),
  /** Told with an addition only. */
  message_author_id: z.string().nullish(),
  member: z.object({ user: User }).nullish(),
  emoji: z.object({ id: z.string().nullish(), name: z.string().nullish() }),
});
export type DiscordReaction = z.infer<typeof DiscordReaction>;

const Value = z.union([z.string(), z.number(), z.boolean()]);
const Option = z.object({ name: z.string(), type: z.number(), value: Value.optional(), focused: z.boolean().optional() });
export type DiscordOption = z.infer<typeof Option>;

const Field = z.object({
  custom_id: z.string(),
  value: z.string().nullish(),
  values: z.array(z.string()).nullish(),
});
export type DiscordField = z.infer<typeof Field>;

const Resolved = z.object({
  attachments: z.record(z.string(), DiscordFile).optional(),
  messages: z
    .record(z.string(), z.object({ id: z.string(), channel_id: z.string(), attachments: z.array(DiscordFile).default([]) }))
    .optional(),
});

export const INTERACTION = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const;
export const COMMAND = { slash: 1, message: 3 } as const;

export const DiscordInteraction = z.object({
  id: z.string(),
  type: z.number(),
  token: z.string(),
  application_id: z.string(),
  guild_id: z.string().nullish(),
  channel_id: z.string().nullish(),
  /** In a server. */
  member: z.object({ user: User }).nullish(),
  /** In a direct conversation. */
  user: User.nullish(),
  message: z.object({ id: z.string(), channel_id: z.string() }).nullish(),
  data: z
    .object({
      name: z.string().optional(),
      type: z.number().optional(),
      options: z.array(Option).optional(),
      target_id: z.string().optional(),
      custom_id: z.string().optional(),
      /** Of a form: a label around each field, or a row with one. */
      components: z.array(z.object({ component: Field.nullish(), components: z.array(Field).nullish() })).optional(),
      resolved: Resolved.nullish(),
    })
    .optional(),
});
export type DiscordInteraction = z.infer<typeof DiscordInteraction>;
