/**
 * Messages with files of a watched channel, by conversations.history (rule S10): fifteen messages a call, on request, never in bulk. What
 * Slack tells as an event meanwhile has the same key and counts once.
 */
import { PermanentFailure } from '../../domain/errors.ts';
import type { IncomingMessage, PlaceMessages } from '../../messages/channel.ts';
import { readSlackMessage } from './read-slack-message.ts';
import type { SlackApi } from './slack-api.ts';
import { SLACK_LIMITS } from './slack-limits.ts';
import { retryableProblem, slackErrorCode } from './slack-problem.ts';
import type { SlackSelf } from './slack-self.ts';

const NOT_THERE = 'Invite the app into the channel (/invite @Shortlist), then name it as #channel or by its id (C0123ABCD).';
const ABSENT = new Set(['channel_not_found', 'not_in_channel', 'is_archived', 'missing_argument']);
const CHANNELS_A_CALL = 200;
const MOST_PAGES = 25;

/**
 * A position: all up to `since` is known; `cursor` leads to what is still to be read of the time after it, and `newest` was seen there.
 * Slack does not say from which end it hands out a long span; page by page everything comes either way.
 */
interface Position {
  since?: string;
  newest?: string;
  cursor?: string;
}

export async function readSlackPlace(
  api: SlackApi,
  us: SlackSelf,
  place: string,
  { after, limit }: { after?: string; limit: number },
): Promise<PlaceMessages> {
  const position = readPosition(after);
  const channel = await channelOf(api, place);
  const page = await historyOf(api, channel, position, Math.max(1, Math.min(limit, SLACK_LIMITS.history)));
  const stamps = page.messages.flatMap(({ ts }) => ts ?? []);
  const newest = [...stamps, position.newest ?? '', position.since ?? ''].reduce((a, b) => (Number(a) >= Number(b) ? a : b), '');
  // A place that is new to us begins with its latest messages: years of it are nobody's request.
  const more = page.cursor !== undefined && position.since !== undefined;
  const next: Position = more ? { since: position.since, newest, cursor: page.cursor } : { since: newest };
  return {
    messages: page.messages
      .flatMap((message) => readSlackMessage({ ...message, type: 'message', channel }, us.team, us.user) ?? [])
      .filter((message) => message.attachments.length > 0)
      .map(asBacklog)
      .reverse(),
    ...(newest === '' ? {} : { next: writePosition(next) }),
    more,
  };
}

/** Nobody waits for it, and in the channel nothing is said about what lies there since yesterday. */
function asBacklog({ publicPlace: _, ...message }: IncomingMessage): IncomingMessage {
  return { ...message, sharedPlace: true, backlog: true };
}

const writePosition = ({ since = '', newest = '', cursor = '' }: Position): string =>
  cursor === '' ? since : `${since} ${newest} ${cursor}`;

function readPosition(text: string | undefined): Position {
  const [since, newest, cursor] = (text ?? '').split(' ');
  return { since: since || undefined, newest: newest || undefined, cursor: cursor || undefined };
}

async function historyOf(api: SlackApi, channel: string, { since, cursor }: Position, limit: number) {
  try {
    const answer = await api.conversations.history({
      channel,
      limit,
      inclusive: false,
      ...(since === undefined ? {} : { oldest: since }),
      ...(cursor === undefined ? {} : { cursor }),
    });
    return { messages: answer.messages ?? [], cursor: answer.response_metadata?.next_cursor || undefined };
  } catch (error) {
    // Too old: the span is read from its beginning, and what is known by then counts once.
    if (cursor !== undefined && slackErrorCode(error) === 'invalid_cursor') return historyOf(api, channel, { since }, limit);
    throw placeProblem(error);
  }
}

/** `C0123ABCD`, or `#name` of a channel that the app is in. */
async function channelOf(api: SlackApi, place: string): Promise<string> {
  const id = /^[cg][a-z0-9]{2,20}$/i.test(place) && /\d/.test(place) ? place.toUpperCase() : undefined;
  if (id !== undefined) return id;
  const name = place.replace(/^#/, '').toLowerCase();
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer = await api.users
      .conversations({
        types: 'public_channel,private_channel',
        exclude_archived: true,
        limit: CHANNELS_A_CALL,
        ...(cursor === undefined ? {} : { cursor }),
      })
      .catch((error: unknown) => {
        throw placeProblem(error);
      });
    const found = answer.channels?.find((channel) => channel.name === name)?.id;
    if (found !== undefined) return found;
    cursor = answer.response_metadata?.next_cursor || undefined;
    if (cursor === undefined) break;
  }
  throw new PermanentFailure(`the app is in no channel #${name}`, NOT_THERE);
}

const placeProblem = (error: unknown): Error =>
  ABSENT.has(slackErrorCode(error))
    ? new PermanentFailure('the app cannot read that channel', NOT_THERE, { cause: error })
    : retryableProblem(error);
