/** Slack as a channel: events over a socket or over HTTP, the Web API out. Loaded only when SLACK_BOT_TOKEN is set. */
import type { CommandFace } from '../../commands/registry.ts';
import { type Clock, systemClock } from '../../domain/clock.ts';
import { RetryLater } from '../../domain/errors.ts';
import type { BlobId } from '../../domain/ids.ts';
import type { Channel } from '../../messages/channel.ts';
import type { HttpHook } from '../../messages/http-hook.ts';
import { withAllBytes } from './fetch-shared-files.ts';
import { fetchSlackFile } from './fetch-slack-file.ts';
import { markSlack } from './mark-slack.ts';
import { createOwnConversations } from './own-conversations.ts';
import { publishSlackHome } from './publish-slack-home.ts';
import { readSlackPlace } from './read-slack-place.ts';
import { editSlack, type SendPorts, sendSlack } from './send-slack.ts';
import { createSlackApi, type SlackAccount } from './slack-api.ts';
import { createSlackHttp } from './slack-http.ts';
import { createIntroduction } from './slack-introduction.ts';
import { SLACK_TIMINGS, type SlackLog, type SlackTimings } from './slack-log.ts';
import { createPace } from './slack-pace.ts';
import { retryableProblem } from './slack-problem.ts';
import { readProfileAddress } from './slack-profile.ts';
import { type SlackSelf, scopeFix } from './slack-self.ts';
import { createSlackSocket } from './slack-socket.ts';
import { createTakeEvent, type TakeEvent } from './take-slack-event.ts';

export interface SlackOptions {
  account: SlackAccount;
  log: SlackLog;
  /** Whose slash commands and forms there are. */
  commands?: readonly CommandFace[];
  /** The service's: by it an answer place is over. */
  clock?: Clock;
  /** Files of cards; without it they are described in words. */
  readBlob?(blob: BlobId, signal: AbortSignal): Promise<Uint8Array>;
  timings?: Partial<SlackTimings>;
  /** Between two messages of one conversation (rule S9). */
  spacingMs?: number;
}

export interface SlackChannel extends Channel {
  /** Where Slack posts its events; undefined without a signing secret. */
  readonly http?: HttpHook;
}

const SPACING_MS = 1_000;
/** chat.update may be called about fifty times a minute. */
const EDIT_SPACING = 1.2;

/** Throws ConfigError for a signing secret that is empty (rule S16). */
export function createSlackChannel(options: SlackOptions): SlackChannel {
  const { account, log, commands = [], clock = systemClock, readBlob, spacingMs = SPACING_MS } = options;
  const { appToken, signingSecret, apiUrl } = account;
  const timings = { ...SLACK_TIMINGS, ...options.timings };
  const api = createSlackApi(account);
  const own = createOwnConversations();
  const onSetupProblem = (fix: string) => log.error({ fix }, 'a file of Slack could not be fetched');
  const files = { api, ...account, onSetupProblem };
  const pace = createPace(spacingMs, clock);
  const ports: SendPorts = { api, log, apiUrl, readBlob, own, pace, editPace: createPace(spacingMs * EDIT_SPACING, clock) };
  let us: SlackSelf | undefined;
  let taking: TakeEvent | undefined;

  const take: TakeEvent = async (...event) => {
    if (!taking) throw new Error('the channel was not started');
    return taking(...event);
  };
  const onSelf = (self: SlackSelf) => {
    if (us === undefined && self.missingScopes.length > 0)
      log.error({ missing: self.missingScopes, fix: scopeFix(self.missingScopes) }, 'the app of Slack lacks scopes');
    us = self;
  };
  const http =
    signingSecret === undefined
      ? undefined
      : createSlackHttp({ signingSecret, log, take, us: () => (taking === undefined ? undefined : us) });
  const socket = appToken === undefined ? undefined : createSlackSocket({ account, appToken, api, log, timings, take, onSelf });
  const link = socket ?? createIntroduction({ api, log, timings, onSelf });

  return {
    name: 'slack',
    capabilities: {
      reactions: true,
      editing: true,
      threads: true,
      privateReplies: true,
      files: true,
      forms: true,
      itemMessages: true,
      home: true,
      idempotentSend: false,
    },
    http,
    async start(events, state) {
      // Unknown ones are answered privately where they are: no reason not to start.
      await own.load(state).catch(() => {});
      taking = createTakeEvent({ events, api, files, commands, own, clock, log });
      await link.start();
    },
    async stop() {
      await link.stop();
      // From here on events over HTTP are refused; those that were taken are committed and answered.
      us = undefined;
      await http?.settled();
    },
    isUp: () => (socket ? socket.isUp() : us !== undefined),
    send: (to, card, sendOptions) => sendSlack(ports, to, card, sendOptions),
    edit: (message, card) => editSlack(ports, message, card),
    mark: ({ location }, mark) => (location === undefined ? Promise.resolve() : markSlack(api, log, location, mark)),
    async openDirectConversation({ address }) {
      const user = address.toUpperCase();
      const answer = await api.conversations.open({ users: user }).catch((error: unknown) => {
        throw retryableProblem(error);
      });
      const id = answer.channel?.id;
      if (id === undefined) throw new RetryLater('Slack opened no conversation');
      own.learn(id, user);
      return id;
    },
    publishHome: ({ address }, home) => publishSlackHome(api, address.toUpperCase(), home),
    async readPlace(place, { after, limit }) {
      if (us === undefined) throw new RetryLater('Slack cannot be reached', { countsAsAttempt: false });
      const found = await readSlackPlace(api, us, place, { after, limit });
      return { ...found, messages: await withAllBytes(files, found.messages) };
    },
    profileAddress: ({ address }) => readProfileAddress(api, address),
    fetchAttachment: (ref, fetchOptions) => fetchSlackFile(files, ref, fetchOptions),
  };
}
