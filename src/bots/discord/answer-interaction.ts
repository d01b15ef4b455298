/** What somebody did with a command, a button or a form: answered within three seconds (rule D1), committed, then settled. */

import { setTimeout as delay } from 'node:timers/promises';
import { type APIInteractionResponse, InteractionResponseType, MessageFlags, type REST, Routes } from 'discord.js';
import type { CommandFace } from '../../commands/registry.ts';
import type { ChannelEvents, CommandInvocation } from '../../messages/channel.ts';
import { choicesOf, suggestCommands } from './discord-commands.ts';
import type { DiscordLog } from './discord-connection.ts';
import { modalOf } from './discord-forms.ts';
import { readInvocation } from './discord-ids.ts';
import { type DiscordInteraction, INTERACTION } from './discord-payloads.ts';
import { discordErrorCode, hasCode } from './discord-problem.ts';
import { type InteractionRead, isPublic, readInteraction } from './read-discord-interaction.ts';
import { type ReceiveOptions, receiveOnce } from './receive-files.ts';

export interface InteractionOptions {
  api: REST;
  events: ChannelEvents;
  faces: readonly CommandFace[];
  log: DiscordLog;
  files: ReceiveOptions;
  now(): number;
  /** Discord shows that we think about it: the first answer takes that place. */
  onDeferred(token: string): void;
}

/** Of Discord's three seconds; the rest belongs to the way there and to `deferReply`. */
const FORM_WITHIN_MS = 1_500;
const SUGGEST_WITHIN_MS = 2_000;
export const NOT_HERE =
  'Shortlist is not set up for this server. Whoever runs it can add the server to its settings. Nothing of what you sent was kept.';
const OLD_BUTTON = 'I do not know this any more. Try /shortlist for what I can do.';

/** True when something was committed. Rejects when it has to come again. */
export async function takeInteraction(options: InteractionOptions, raw: DiscordInteraction): Promise<boolean> {
  const read = readInteraction(raw, { faces: options.faces, now: options.now() });
  switch (read.kind) {
    case 'suggest':
      await suggest(options, raw, read);
      return false;
    case 'nothing':
      await say(options, raw, OLD_BUTTON);
      return false;
    case 'button':
      // An answer is a message of its own, seen by them alone: the card with the buttons stays as it is.
      await both(respond(options, raw, { type: InteractionResponseType.DeferredMessageUpdate }), () =>
        options.events.reactionChanged(read.reaction),
      );
      return true;
    case 'command':
      if (await openForm(options, raw, read)) return false;
      await both(defer(options, raw, read.command), async () => {
        const attachments = await receiveOnce(options.files, read.files);
        await options.events.commandInvoked({ ...read.command, ...(attachments.length > 0 ? { attachments } : {}) });
      });
      return true;
  }
}

/**
 * At the same time, the first response begun first. Killed between the two: committed and not deferred, the answer goes to the direct
 * conversation; deferred and not committed, the interaction comes again with the resumed session.
 */
async function both(responding: Promise<void>, commit: () => Promise<void>): Promise<void> {
  const [, committed] = await Promise.allSettled([responding, commit()]);
  if (committed.status === 'rejected') throw committed.reason;
}

async function defer(options: InteractionOptions, raw: DiscordInteraction, { invocation }: CommandInvocation): Promise<void> {
  await respond(options, raw, {
    type: InteractionResponseType.DeferredChannelMessageWithSource,
    ...(isPublic(raw) ? { data: { flags: MessageFlags.Ephemeral } } : {}),
  });
  const token = invocation === undefined ? undefined : readInvocation(invocation)?.token;
  if (token !== undefined) options.onDeferred(token);
}

/** True when a form was opened: it comes back as a command. */
async function openForm(
  options: InteractionOptions,
  raw: DiscordInteraction,
  { command, mayAskForm }: Extract<InteractionRead, { kind: 'command' }>,
): Promise<boolean> {
  const face = options.faces.find((one) => one.name === command.command || one.aliases?.includes(command.command));
  // A form cannot open another one.
  if (!mayAskForm || !face?.hasForm || raw.type === INTERACTION.modal) return false;
  const { channel, sender, words } = command;
  const form = await within(FORM_WITHIN_MS, options.events.formOf({ channel, sender, command: face.name, words }));
  const modal = form && modalOf(form);
  if (!modal) return false;
  await respond(options, raw, { type: InteractionResponseType.Modal, data: modal });
  return true;
}

async function suggest(
  options: InteractionOptions,
  raw: DiscordInteraction,
  { command, option, text }: Extract<InteractionRead, { kind: 'suggest' }>,
): Promise<void> {
  const address = raw.member?.user.id ?? raw.user?.id;
  const asked =
    command === undefined || address === undefined
      ? suggestCommands(options.faces, text)
      : await within(
          SUGGEST_WITHIN_MS,
          options.events.suggest({ channel: 'discord', sender: { address, verified: true }, command, option, text }),
        );
  await respond(options, raw, {
    type: InteractionResponseType.ApplicationCommandAutocompleteResult,
    data: { choices: choicesOf(asked ?? []) },
  });
}

/** Seen by them alone, nothing kept. */
export async function say(
  options: Pick<InteractionOptions, 'api' | 'log'>,
  raw: DiscordInteraction,
  content: string,
): Promise<void> {
  await respond(
    options,
    raw,
    raw.type === INTERACTION.autocomplete
      ? { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices: [] } }
      : {
          type: InteractionResponseType.ChannelMessageWithSource,
          data: { content, flags: MessageFlags.Ephemeral, allowed_mentions: { parse: [] } },
        },
  );
}

/** Never fails: what was not answered in time is answered in the direct conversation. Told again after a resume, it was answered before. */
async function respond(
  { api, log }: Pick<InteractionOptions, 'api' | 'log'>,
  { id, token }: DiscordInteraction,
  body: APIInteractionResponse,
): Promise<void> {
  await api.post(Routes.interactionCallback(id, token), { body, auth: false }).catch((error: unknown) => {
    if (!hasCode(error, 40060)) log.warn({ error: discordErrorCode(error) }, 'an interaction was not answered in time');
  });
}

/** Undefined when it takes too long or fails. */
async function within<T>(ms: number, work: Promise<T>): Promise<T | undefined> {
  const late = new AbortController();
  const result = await Promise.race([
    work.catch(() => undefined),
    delay(ms, undefined, { signal: late.signal }).catch(() => undefined),
  ]);
  late.abort();
  return result;
}
