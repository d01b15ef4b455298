/** Slack's Web API as this channel uses it: no retries of its own (the queue's affair) and a logger that says nothing (rule P9). */
import { SocketModeReceiver, webApi } from '@slack/bolt';

export interface SlackAccount {
  botToken: string;
  /** Events come over a socket that we open (Socket Mode). */
  appToken?: string;
  /** Events come over HTTP, signed with it. */
  signingSecret?: string;
  apiUrl?: string;
}

export type SlackApi = webApi.WebClient;

const CALL_WITHIN_MS = 15_000;

/** Its own logger writes whole payloads: people's messages, and tokens in errors. */
const SILENT = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => webApi.LogLevel.ERROR,
  setName: () => {},
};

const clientOptions = ({ apiUrl }: SlackAccount) => ({
  ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  timeout: CALL_WITHIN_MS,
  logger: SILENT,
});

export const createSlackApi = (account: SlackAccount, token = account.botToken): SlackApi =>
  new webApi.WebClient(token, clientOptions(account));

/**
 * One connection, without reconnecting: the client's own way back leaves rejections to nobody, which ends the process, and gives up after
 * some errors. Bolt's App is left out because it acknowledges before anything is stored (rule S1).
 */
export const createSocket = (account: SlackAccount, appToken: string, pongWithinMs: number): SocketModeReceiver['client'] =>
  new SocketModeReceiver({
    appToken,
    autoReconnectEnabled: false,
    clientPingTimeout: pongWithinMs,
    logger: SILENT,
    installerOptions: { clientOptions: clientOptions(account) },
  }).client;
