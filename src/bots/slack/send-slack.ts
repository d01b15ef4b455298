/** Cards on their way out: posted to a conversation, edited there, or given to whoever asked. */
import { PermanentFailure } from '../../domain/errors.ts';
import type { Card } from '../../messages/card.ts';
import type { Destination, MessageId, SendOptions, Sent } from '../../messages/channel.ts';
import type { OwnConversations } from './own-conversations.ts';
import { renderSlack } from './render-slack.ts';
import { respondSlack } from './respond-slack.ts';
import { isShared, messageIdOf, readConversation, readMessageId } from './slack-ids.ts';
import type { Pace } from './slack-pace.ts';
import { goneAddress, pauseOf, retryableProblem, slackErrorCode, slackProblem } from './slack-problem.ts';
import { showFiles, type UploadOptions, uploadFiles } from './slack-upload.ts';

export interface SendPorts extends UploadOptions {
  /** Of messages. */
  pace: Pace;
  /** Of edits, which Slack counts by themselves. */
  editPace: Pace;
  own: OwnConversations;
}

/** Escapes keep mentions out of the text; this keeps everything else out of it. */
const PLAIN = { mrkdwn: false, parse: 'none', link_names: false } as const;
const TOO_MUCH = new Set(['invalid_blocks', 'msg_blocks_too_long', 'msg_too_long', 'invalid_blocks_format']);

/** Throws RetryLater, PermanentFailure, AddressGone or InvocationOver. */
export async function sendSlack(ports: SendPorts, to: Destination, card: Card, options: SendOptions): Promise<Sent> {
  if ('invocation' in to) return respondSlack(ports, to.invocation, renderSlack(card, options.links), options);
  const channel = readConversation(to.conversation);
  if (channel === undefined)
    throw new PermanentFailure('this is no conversation of Slack', 'Write to the app in Slack once more.');
  const files = await uploadFiles(ports, card.attachments, options.signal);
  await ports.pace.turn(ports.own.placeOf(channel), options.signal);
  const sent = await post(ports, channel, card, options);
  const place = sent.outcome === 'sent' ? readMessageId(sent.message) : undefined;
  if (place) await showFiles(ports, files, place);
  return sent;
}

async function post({ api, pace, own }: SendPorts, channel: string, card: Card, options: SendOptions): Promise<Sent> {
  const { text, blocks } = renderSlack(card, options.links);
  const message = { channel, text, ...PLAIN, unfurl_links: false, unfurl_media: false, ...threadOf(channel, options) };
  try {
    const answer = await api.chat.postMessage({ ...message, blocks }).catch((error: unknown) => {
      // The ceiling that nobody documents: the words without their looks are better than nothing (rule S13).
      if (!TOO_MUCH.has(slackErrorCode(error))) throw error;
      return api.chat.postMessage(message);
    });
    // Sent to a person, it lies in their direct conversation.
    if (answer.ts === undefined || answer.channel === undefined)
      return { outcome: 'uncertain', reason: 'Slack named no message' };
    if (channel !== answer.channel) {
      own.learn(answer.channel, channel);
      pace.took(answer.channel);
    }
    return { outcome: 'sent', message: messageIdOf(answer.channel, answer.ts) };
  } catch (error) {
    // Whoever else wants to send would be refused as well (rule S9).
    pace.pause(pauseOf(error));
    // Slack says so of people who left, too; a channel that is gone is another matter.
    if (slackErrorCode(error) === 'channel_not_found' && !isShared(channel)) throw goneAddress(error);
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

/** Throws RetryLater when edits of that conversation come too fast, or PermanentFailure. */
export async function editSlack({ api, editPace }: SendPorts, message: MessageId, card: Card): Promise<void> {
  const place = readMessageId(message);
  if (!place) throw new PermanentFailure('this is no message of Slack', 'Send it anew.');
  await editPace.turn(place.channel, AbortSignal.timeout(EDIT_WITHIN_MS));
  await api.chat.update({ ...place, ...renderSlack(card), parse: 'none', link_names: false }).catch((error: unknown) => {
    editPace.pause(pauseOf(error));
    throw retryableProblem(error);
  });
}

const EDIT_WITHIN_MS = 30_000;
