/** Commands, buttons and forms of Discord → events of ours. Pure. */
import type { CommandFace } from '../../commands/registry.ts';
import { readButtonValue } from '../../messages/button-values.ts';
import type { CommandInvocation, ReactionChange } from '../../messages/channel.ts';
import { ADD_TO_PIPELINE, LINE_OPTION, MAIN_COMMAND, RESUME_COMMAND } from './discord-commands.ts';
import { readFormFields, readFormId } from './discord-forms.ts';
import { conversationWith, fileRefOf, invocationIdOf, messageIdOf } from './discord-ids.ts';
import { COMMAND, type DiscordInteraction, type DiscordOption, INTERACTION } from './discord-payloads.ts';
import type { FileGiven } from './read-discord-event.ts';

export type InteractionRead =
  /** A form is opened instead when there is one and nothing was said with the command. */
  | { kind: 'command'; command: CommandInvocation; files: FileGiven[]; mayAskForm: boolean }
  | { kind: 'button'; reaction: ReactionChange }
  /** Without a command: the line of `/shortlist` itself. */
  | { kind: 'suggest'; command?: string; option: string; text: string }
  | { kind: 'nothing' };

const NOTHING: InteractionRead = { kind: 'nothing' };
/** Discord takes answers for fifteen minutes (rule D1); the last of them belongs to the way there. */
const ANSWERED_WITHIN_MS = 14.5 * 60_000;

export interface InteractionContext {
  faces: readonly CommandFace[];
  /** In ms since 1970. */
  now: number;
}

const userOf = ({ member, user }: DiscordInteraction): string | undefined => member?.user.id ?? user?.id;

/** Nobody but the person reads the direct conversation, so that nothing there needs to be hidden or to vanish. */
export const isPublic = ({ guild_id: guild }: DiscordInteraction): boolean => guild != null;

export function readInteraction(raw: DiscordInteraction, context: InteractionContext): InteractionRead {
  const user = userOf(raw);
  if (user === undefined) return NOTHING;
  switch (raw.type) {
    case INTERACTION.command:
      return raw.data?.type === COMMAND.message ? readMessageCommand(raw, user, context) : readSlashCommand(raw, user, context);
    case INTERACTION.component:
      return readButton(raw, user, context);
    case INTERACTION.modal:
      return readForm(raw, user, context);
    case INTERACTION.autocomplete:
      return readSuggestion(raw, context);
    default:
      return NOTHING;
  }
}

function base(raw: DiscordInteraction, user: string, { now }: InteractionContext, kind: 'reply' | 'update') {
  const ephemeral = isPublic(raw) || kind === 'update';
  return {
    channel: 'discord',
    eventKey: `interaction:${raw.id}`,
    invocation: invocationIdOf({ kind, ephemeral, token: raw.token }),
    invocationExpiresAt: now + ANSWERED_WITHIN_MS,
    conversation: isPublic(raw) || raw.channel_id == null ? conversationWith(user) : raw.channel_id,
    private: true,
    sender: { address: user, verified: true },
  };
}

function commandOf(
  raw: DiscordInteraction,
  user: string,
  context: InteractionContext,
  line: { command: string; words?: readonly string[]; options?: Readonly<Record<string, string>> },
): CommandInvocation {
  const { command, words = [], options = {} } = line;
  const messageId = raw.message ? messageIdOf(raw.message.channel_id, raw.message.id) : undefined;
  return { ...base(raw, user, context, 'reply'), command, words, options, ...(messageId === undefined ? {} : { messageId }) };
}

const FILE_OPTION = 11;
const wordsOf = (line: string): string[] => line.trim().replace(/^\//, '').split(/\s+/).filter(Boolean);

/** `/shortlist command:match 3`, or a command under its own name with typed options. */
function readSlashCommand(raw: DiscordInteraction, user: string, context: InteractionContext): InteractionRead {
  const { name = '', options: given = [], resolved } = raw.data ?? {};
  if (name === MAIN_COMMAND) {
    const [command = 'help', ...words] = wordsOf(textOf(given.find((option) => option.name === LINE_OPTION)));
    const read = commandOf(raw, user, context, { command, words });
    return { kind: 'command', command: read, files: [], mayAskForm: words.length === 0 };
  }
  const face = context.faces.find((one) => one.slash === name);
  if (!face) return NOTHING;
  const options: Record<string, string> = {};
  const files: FileGiven[] = [];
  for (const option of given) {
    const file = option.type === FILE_OPTION ? resolved?.attachments?.[textOf(option)] : undefined;
    if (file) files.push({ file });
    else options[option.name] = textOf(option);
  }
  const command = commandOf(raw, user, context, { command: face.name, options });
  return { kind: 'command', command, files, mayAskForm: given.length === 0 };
}

const textOf = (option: DiscordOption | undefined): string => (option?.value === undefined ? '' : String(option.value));

/** A right-click on somebody's message: its files. */
function readMessageCommand(raw: DiscordInteraction, user: string, context: InteractionContext): InteractionRead {
  const { name, target_id: target = '', resolved } = raw.data ?? {};
  const message = resolved?.messages?.[target];
  if (name !== ADD_TO_PIPELINE || !message) return NOTHING;
  const files = message.attachments.map((file) => ({ file, ref: fileRefOf(message.channel_id, message.id, file.id) }));
  const command = commandOf(raw, user, context, { command: RESUME_COMMAND });
  return {
    kind: 'command',
    command: { ...command, messageId: messageIdOf(message.channel_id, message.id), sharedPlace: isPublic(raw) },
    files,
    mayAskForm: false,
  };
}

function readButton(raw: DiscordInteraction, user: string, context: InteractionContext): InteractionRead {
  const action = readButtonValue(raw.data?.custom_id ?? '');
  if (action?.kind === 'command' || action?.kind === 'form') {
    const [command = 'help', ...words] = wordsOf(action.line);
    const mayAskForm = action.kind === 'form' || words.length === 0;
    return { kind: 'command', command: commandOf(raw, user, context, { command, words }), files: [], mayAskForm };
  }
  if (action?.kind !== 'feedback' || !raw.message) return NOTHING;
  return {
    kind: 'button',
    reaction: {
      ...base(raw, user, context, 'update'),
      target: messageIdOf(raw.message.channel_id, raw.message.id),
      emoji: action.emoji,
      removed: false,
      match: action.match,
    },
  };
}

function readForm(raw: DiscordInteraction, user: string, context: InteractionContext): InteractionRead {
  const form = readFormId(raw.data?.custom_id ?? '');
  if (!form) return NOTHING;
  const { options, fileIds } = readFormFields(raw.data?.components ?? []);
  const attachments = raw.data?.resolved?.attachments ?? {};
  const files = fileIds.flatMap((id) => (attachments[id] ? [{ file: attachments[id] }] : []));
  return { kind: 'command', command: commandOf(raw, user, context, { ...form, options }), files, mayAskForm: false };
}

function readSuggestion(raw: DiscordInteraction, { faces }: InteractionContext): InteractionRead {
  const { name = '', options = [] } = raw.data ?? {};
  const focused = options.find((option) => option.focused === true);
  if (!focused) return NOTHING;
  const asked = { kind: 'suggest' as const, option: focused.name, text: textOf(focused) };
  if (name === MAIN_COMMAND) return asked;
  const command = faces.find((one) => one.slash === name)?.name;
  return command === undefined ? NOTHING : { ...asked, command };
}
