/** Cards on their way out: to a conversation, or as the answer to an interaction while it lasts. */
import { MessageFlags, type RawFile, type REST, Routes } from 'discord.js';
import { z } from 'zod';
import { InvocationOver, PermanentFailure, RetryLater } from '../../domain/errors.ts';
import type { Card, CardAttachment } from '../../messages/card.ts';
import type { ConversationId, InvocationId, SendOptions, Sent } from '../../messages/channel.ts';
import { messageIdOf, nonceOf, readConversation, readInvocation, readMessageId } from './discord-ids.ts';
import { DISCORD_LIMITS } from './discord-limits.ts';
import { discordErrorCode, discordProblem, hasCode, retryableProblem } from './discord-problem.ts';
import { cutText } from './discord-text.ts';
import { type DiscordRendering, renderDiscord } from './render-discord.ts';

export interface SenderOptions {
  api: REST;
  readBlob?(blob: string): Promise<Uint8Array>;
  application(): string | undefined;
}

export interface DiscordSender {
  toConversation(conversation: ConversationId, card: Card, options: SendOptions): Promise<Sent>;
  toInvocation(invocation: InvocationId, card: Card, options: SendOptions): Promise<Sent>;
  edit(message: string, card: Card): Promise<void>;
  /** The channel of the direct conversation with them. */
  openDirect(user: string): Promise<string>;
  /** An interaction waits for its first answer. */
  deferred(token: string): void;
}

/** Nobody is called by anything that a card holds (rule D7). */
const NO_MENTIONS = { allowed_mentions: { parse: [] } };
const NO_FILES: RawFile[] = [];
/** How long Discord certainly knows a nonce; it says "the past few minutes". */
const NONCE_LASTS_MS = 120_000;
const SOON_MS = 2_000;
const REMEMBERED = 2_000;
const Created = z.object({ id: z.string(), channel_id: z.string() });

export function createDiscordSender({ api, readBlob, application }: SenderOptions): DiscordSender {
  /** Key → when it was first sent without a clear answer, in ms of the process. */
  const doubtful = new Map<string, number>();
  const direct = new Map<string, string>();
  const waiting = new Set<string>();

  async function openDirect(user: string): Promise<string> {
    const known = direct.get(user);
    if (known !== undefined) return known;
    const answer = await api.post(Routes.userChannels(), { body: { recipient_id: user } }).catch((error: unknown) => {
      throw retryableProblem(error);
    });
    const { id } = z.object({ id: z.string() }).parse(answer);
    remember(direct, user, id);
    return id;
  }

  async function bodyOf(
    card: Card,
    { links }: Pick<SendOptions, 'links'>,
  ): Promise<{ body: DiscordRendering; files: RawFile[] }> {
    const rendering = renderDiscord(card, links);
    const files = readBlob ? await filesOf(card.attachments, readBlob) : NO_FILES;
    const attachments = card.attachments.slice(0, files.length).map(({ alternativeText }, id) => ({
      id,
      description: cutText(alternativeText, DISCORD_LIMITS.fileDescription),
    }));
    return { body: { ...rendering, ...NO_MENTIONS, ...(files.length > 0 ? { attachments } : {}) }, files };
  }

  /** Sent again with the same nonce it is the same message, for a while: what is in doubt is repeated then, and not later. */
  function afterDoubt(key: string, error: unknown): Sent {
    const reason = `Discord answered ${discordErrorCode(error)}`;
    const since = doubtful.get(key) ?? performance.now();
    remember(doubtful, key, since);
    if (performance.now() - since > NONCE_LASTS_MS) return { outcome: 'uncertain', reason };
    throw new RetryLater(reason, { afterMs: SOON_MS, countsAsAttempt: false });
  }

  async function toConversation(conversation: ConversationId, card: Card, options: SendOptions): Promise<Sent> {
    const place = readConversation(conversation);
    if (!place) throw new PermanentFailure('this is no conversation of Discord', 'Write to the bot in Discord once more.');
    const channel = 'channel' in place ? place.channel : await openDirect(place.user);
    const { body, files } = await bodyOf(card, options);
    try {
      const answer = await api.post(Routes.channelMessages(channel), {
        body: { ...body, nonce: nonceOf(options.dedupeKey), enforce_nonce: true, ...replyTo(channel, options) },
        files,
        signal: options.signal,
      });
      doubtful.delete(options.dedupeKey);
      return sentAs(answer);
    } catch (error) {
      const problem = discordProblem(error);
      if (problem === 'uncertain') return afterDoubt(options.dedupeKey, error);
      throw problem;
    }
  }

  async function toInvocation(invocation: InvocationId, card: Card, options: SendOptions): Promise<Sent> {
    const read = readInvocation(invocation);
    const app = application();
    if (!read) throw new InvocationOver('this is no interaction of Discord');
    if (app === undefined) throw new RetryLater('Discord is not connected yet', { afterMs: SOON_MS, countsAsAttempt: false });
    const { token, kind, ephemeral } = read;
    const { body, files } = await bodyOf(card, options);
    try {
      const original = kind === 'reply' && !waiting.has(token) ? await originalOf(api, app, token) : undefined;
      const first = kind === 'reply' && (original === undefined || original.isThinking);
      if (!first && options.maybeSent) return maybeThere(original, body.content);
      const answer = first
        ? await api.patch(Routes.webhookMessage(app, token), { body, files, auth: false, signal: options.signal })
        : await api.post(Routes.webhook(app, token), {
            body: { ...body, ...(ephemeral ? { flags: MessageFlags.Ephemeral } : {}) },
            files,
            auth: false,
            signal: options.signal,
          });
      waiting.delete(token);
      return sentAs(answer);
    } catch (error) {
      const problem = discordProblem(error);
      // Here no nonce tells that it was there already.
      if (problem === 'uncertain') return { outcome: 'uncertain', reason: `Discord answered ${discordErrorCode(error)}` };
      throw problem;
    }
  }

  async function edit(message: string, card: Card): Promise<void> {
    const place = readMessageId(message);
    if (!place) throw new PermanentFailure('this is no message of Discord', 'Send it anew.');
    const body = { ...renderDiscord(card), ...NO_MENTIONS };
    await api.patch(Routes.channelMessage(place.channel, place.message), { body }).catch((error: unknown) => {
      throw retryableProblem(error);
    });
  }

  return {
    toConversation,
    toInvocation,
    edit,
    openDirect,
    deferred(token) {
      waiting.add(token);
      const [oldest] = waiting;
      if (waiting.size > REMEMBERED && oldest !== undefined) waiting.delete(oldest);
    },
  };
}

function remember<V>(map: Map<string, V>, key: string, value: V): void {
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > REMEMBERED && oldest !== undefined) map.delete(oldest);
}

interface Original {
  isThinking: boolean;
  content?: string;
  message?: string;
}

const Shown = z.object({ id: z.string(), channel_id: z.string(), flags: z.number().default(0), content: z.string().default('') });

/** Asked once a process does not know it: after a restart the first answer still belongs in the place of "is thinking". */
async function originalOf(api: REST, application: string, token: string): Promise<Original> {
  const answer = await api.get(Routes.webhookMessage(application, token), { auth: false }).catch((error: unknown) => {
    if (hasCode(error, 10008)) return undefined;
    throw error;
  });
  if (answer === undefined) return { isThinking: false };
  const { id, channel_id: channel, flags, content } = Shown.parse(answer);
  return { isThinking: (flags & MessageFlags.Loading) !== 0, content, message: messageIdOf(channel, id) };
}

/** Answers have no nonce: what stands in the first place tells whether it was this one; for what follows nothing does. */
function maybeThere({ content, message }: Partial<Original> = {}, ours: string): Sent {
  if (message !== undefined && content === ours) return { outcome: 'sent', message };
  return { outcome: 'uncertain', reason: 'the service ended while it was being sent' };
}

function sentAs(answer: unknown): Sent {
  const created = Created.safeParse(answer);
  if (!created.success) return { outcome: 'uncertain', reason: 'Discord named no message' };
  return { outcome: 'sent', message: messageIdOf(created.data.channel_id, created.data.id) };
}

/** A message that is gone meanwhile is no reason not to answer. */
function replyTo(channel: string, { inReplyTo }: SendOptions): object {
  const answered = inReplyTo === undefined ? undefined : readMessageId(inReplyTo);
  if (answered?.channel !== channel) return {};
  return { message_reference: { message_id: answered.message, fail_if_not_exists: false } };
}

async function filesOf(
  attachments: readonly CardAttachment[],
  readBlob: (blob: string) => Promise<Uint8Array>,
): Promise<RawFile[]> {
  const files: RawFile[] = [];
  for (const { name, type, blob } of attachments.slice(0, DISCORD_LIMITS.files))
    files.push({ name, contentType: type, data: Buffer.from(await readBlob(blob)) });
  return files;
}
