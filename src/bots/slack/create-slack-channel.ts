/** Slack as a channel: Socket Mode in, the Web API out. Loaded only when SLACK_BOT_TOKEN is set. */
import { PermanentFailure, RetryLater } from '../../domain/errors.ts';
import type { Card } from '../../messages/card.ts';
import type { Channel, ChannelEvents, IncomingMessage, MessageId, SendOptions, Sent } from '../../messages/channel.ts';
import { fetchSlackFile } from './fetch-slack-file.ts';
import { readSlackEvent } from './read-slack-event.ts';
import { renderSlack } from './render-slack.ts';
import { createSlackApi, type SlackAccount, type SlackApi } from './slack-api.ts';
import { isDirect, messageIdOf, readConversation, readMessageId } from './slack-ids.ts';
import { createPace } from './slack-pace.ts';
import { retryableProblem, setupFix, slackErrorCode, slackProblem } from './slack-problem.ts';
import { readProfileAddress } from './slack-profile.ts';
import { createSlackSocket, SLACK_TIMINGS, type SlackLog, type SlackSocket, type SlackTimings } from './slack-socket.ts';

export interface SlackOptions {
  account: SlackAccount;
  log: SlackLog;
  timings?: Partial<SlackTimings>;
  /** Between two messages of one conversation (rule S9). */
  spacingMs?: number;
}

const SPACING_MS = 1_000;
/** Of one file of a shared channel, which is looked at before it is taken in. */
const SHARED_MAX_BYTES = 20 * 1024 * 1024;
const MOST_SHARED_FILES = 5;
const ANSWER_COMES = 'The answer comes in a direct message.';

export function createSlackChannel({ account, log, timings, spacingMs = SPACING_MS }: SlackOptions): Channel {
  const api = createSlackApi(account);
  const pace = createPace(spacingMs);
  const files = {
    api,
    ...account,
    onSetupProblem: (fix: string) => log.error({ fix }, 'a file of Slack could not be fetched'),
  };
  let socket: SlackSocket | undefined;
  return {
    name: 'slack',
    capabilities: {
      reactions: true,
      editing: true,
      threads: true,
      privateReplies: true,
      files: false,
      forms: false,
      itemMessages: false,
      home: false,
      idempotentSend: false,
    },
    async start(events) {
      const take = (type: string, body: unknown, ourUser: string) => takeEvent(events, { type, body, ourUser }, withBytes);
      socket = createSlackSocket({ account, api, log, timings: { ...SLACK_TIMINGS, ...timings }, take });
      await socket.start();
    },
    async stop() {
      await socket?.stop();
    },
    isUp: () => socket?.isUp() ?? false,
    async send(to, card, options) {
      if (!('conversation' in to))
        throw new PermanentFailure('an invocation was answered already', 'Send the card to a conversation.');
      const channel = readConversation(to.conversation);
      if (channel === undefined)
        throw new PermanentFailure('this is no conversation of Slack', 'Write to the app in Slack once more.');
      await pace.turn(channel, options.signal);
      return post(api, channel, card, options);
    },
    edit: (message, card) => edit(api, message, card),
    mark: ({ location }, mark) => (location === undefined ? Promise.resolve() : addMark(api, location, mark, log)),
    async openDirectConversation({ address }) {
      const answer = await api.conversations.open({ users: address.toUpperCase() }).catch((error: unknown) => {
        throw retryableProblem(error);
      });
      const id = answer.channel?.id;
      if (id === undefined) throw new RetryLater('Slack opened no conversation');
      return id;
    },
    profileAddress: ({ address }) => readProfileAddress(api, address),
    fetchAttachment: (ref, options) => fetchSlackFile(files, ref, options),
  };

  /** What lies in a shared channel is looked at before anything of it is kept (rule A7): its bytes come with it. */
  async function withBytes(message: IncomingMessage): Promise<IncomingMessage> {
    if (message.sharedPlace !== true) return message;
    const signal = AbortSignal.timeout(60_000);
    const attachments: IncomingMessage['attachments'] = [];
    for (const attachment of message.attachments.slice(0, MOST_SHARED_FILES)) {
      if ('bytes' in attachment.content) continue;
      const bytes = await collect(fetchSlackFile(files, attachment.content.ref, { maxBytes: SHARED_MAX_BYTES, signal })).catch(
        (error: unknown) => {
          // Gone, too large, not given: nobody can say that it is a resume, so it is left alone.
          if (error instanceof PermanentFailure) return undefined;
          throw error;
        },
      );
      if (bytes) attachments.push({ ...attachment, content: { bytes } });
    }
    return { ...message, attachments };
  }
}

async function takeEvent(
  events: ChannelEvents,
  { type, body, ourUser }: { type: string; body: unknown; ourUser: string },
  withBytes: (message: IncomingMessage) => Promise<IncomingMessage>,
): Promise<object | undefined> {
  const event = readSlackEvent(type, body, ourUser);
  if (event.kind === 'message') await events.messageReceived(await withBytes(event.message));
  if (event.kind === 'reaction') await events.reactionChanged(event.reaction);
  if (event.kind !== 'command') return undefined;
  await events.commandInvoked(event.command);
  return { response_type: 'ephemeral', text: ANSWER_COMES };
}

async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

async function post(api: SlackApi, channel: string, card: Card, options: SendOptions): Promise<Sent> {
  try {
    const answer = await api.chat.postMessage({
      channel,
      ...renderSlack(card, options.links),
      // Escapes keep mentions out of the text; this keeps everything else out of it.
      mrkdwn: false,
      parse: 'none',
      link_names: false,
      unfurl_links: false,
      unfurl_media: false,
      ...threadOf(channel, options),
    });
    // Sent to a person, it lies in their direct conversation.
    if (answer.ts === undefined || answer.channel === undefined)
      return { outcome: 'uncertain', reason: 'Slack named no message' };
    return { outcome: 'sent', message: messageIdOf(answer.channel, answer.ts) };
  } catch (error) {
    const problem = slackProblem(error);
    if (problem === 'uncertain') return { outcome: 'uncertain', reason: `Slack answered ${slackErrorCode(error)}` };
    throw problem;
  }
}

/** A thread is named by its first message; what was written elsewhere has no thread here. */
function threadOf(channel: string, { references = [], inReplyTo }: SendOptions): { thread_ts?: string } {
  const known = [...references, ...(inReplyTo === undefined ? [] : [inReplyTo])].flatMap((id) => readMessageId(id) ?? []);
  const root = known.find((message) => message.channel === channel);
  return root ? { thread_ts: root.ts } : {};
}

async function edit(api: SlackApi, message: MessageId, card: Card): Promise<void> {
  const place = readMessageId(message);
  if (!place) throw new PermanentFailure('this is no message of Slack', 'Send it anew.');
  await api.chat.update({ ...place, ...renderSlack(card) }).catch((error: unknown) => {
    throw retryableProblem(error);
  });
}

const MARKS = { seen: 'eyes', done: 'white_check_mark', failed: 'warning' } as const;
const HARMLESS = new Set(['already_reacted', 'message_not_found', 'channel_not_found', 'is_archived', 'not_in_channel']);

/** A sign on the message. Where nobody but its sender reads it, the answer says more; it is missed by nobody when it cannot be set. */
async function addMark(api: SlackApi, location: string, mark: keyof typeof MARKS, log: SlackLog): Promise<void> {
  const place = readMessageId(location);
  if (!place || (mark === 'failed' && !isDirect(place.channel))) return;
  await api.reactions.add({ channel: place.channel, timestamp: place.ts, name: MARKS[mark] }).catch((error: unknown) => {
    const fix = setupFix(error);
    if (fix !== undefined) log.error({ fix }, 'a message could not be marked');
    else if (!HARMLESS.has(slackErrorCode(error))) throw retryableProblem(error);
  });
}
