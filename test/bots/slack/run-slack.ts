/** A channel on our own Slack, and all that it told us. */
import { afterEach, beforeEach } from 'vitest';
import { createSlackChannel, type SlackChannel, type SlackOptions } from '../../../src/bots/slack/create-slack-channel.ts';
import type { Card } from '../../../src/messages/card.ts';
import type {
  ChannelEvents,
  CommandInvocation,
  Form,
  HomeOpened,
  IncomingMessage,
  ReactionChange,
  SendOptions,
} from '../../../src/messages/channel.ts';
import { CONTRACT_FACES } from '../../contracts/channel-harness.ts';
import { checkForLeaks } from '../../leak-check.ts';
import { APP_TOKEN, BOT_TOKEN, type SlackServer, startSlack } from '../../servers/slack-server.ts';
import { NO_STATE } from '../email/recorded-events.ts';

export const ILSE = 'U0ILSE';
export const OTTO = 'U0OTTO';

export interface Told extends ChannelEvents {
  messages: IncomingMessage[];
  reactions: ReactionChange[];
  commands: CommandInvocation[];
  homes: HomeOpened[];
  form: Form | undefined;
  beforeCommit: () => Promise<void>;
}

export interface RunningSlack {
  slack: SlackServer;
  told: Told;
  /** What the log said, as JSON. */
  said: string[];
  /** Started, and stopped after the test. */
  open(more?: Partial<SlackOptions>): Promise<SlackChannel>;
}

export const cardOf = (more: Partial<Card> = {}): Card => ({
  about: [],
  title: 'Hello',
  blocks: [],
  footer: [],
  attachments: [],
  ...more,
});

export const optionsOf = (dedupeKey: string, more: Partial<SendOptions> = {}): SendOptions => ({
  dedupeKey,
  signal: new AbortController().signal,
  ...more,
});

/** Call it at the top of a test file; what it gives is filled before each test. */
export function useSlack(): RunningSlack {
  checkForLeaks();
  let opened: SlackChannel[] = [];
  const running: Partial<RunningSlack> = {};
  beforeEach(async () => {
    const slack = await startSlack({ spacingMs: 20, ackWithinMs: 2_000 });
    slack.users.set(ILSE, {});
    slack.users.set(OTTO, {});
    opened = [];
    const said: string[] = [];
    const say = (fields: object, message: string) => void said.push(JSON.stringify({ ...fields, message }));
    const told = recorded();
    Object.assign(running, {
      slack,
      told,
      said,
      async open(more: Partial<SlackOptions> = {}) {
        const channel = createSlackChannel({
          account: { botToken: BOT_TOKEN, appToken: APP_TOKEN, apiUrl: slack.url },
          log: { info: () => {}, warn: say, error: say },
          commands: CONTRACT_FACES,
          spacingMs: 80,
          timings: { retryMs: 5 },
          ...more,
        });
        opened.push(channel);
        await channel.start(told, NO_STATE);
        return channel;
      },
    });
  });
  afterEach(async () => {
    await Promise.all(opened.map((channel) => channel.stop()));
    await running.slack?.close();
  });
  return given(running);
}

/** Each part as it is when it is asked for. */
function given(running: Partial<RunningSlack>): RunningSlack {
  const now = <K extends keyof RunningSlack>(name: K): RunningSlack[K] => {
    const value = running[name];
    if (value === undefined) throw new Error('no test is running');
    return value;
  };
  return {
    get slack() {
      return now('slack');
    },
    get told() {
      return now('told');
    },
    get said() {
      return now('said');
    },
    open: (more) => now('open')(more),
  };
}

function recorded(): Told {
  const keep =
    <T>(list: T[]) =>
    async (one: T): Promise<void> => {
      await told.beforeCommit();
      list.push(one);
    };
  const told: Told = {
    messages: [],
    reactions: [],
    commands: [],
    homes: [],
    form: undefined,
    beforeCommit: async () => {},
    messageReceived: (message) => keep(told.messages)(message),
    reactionChanged: (change) => keep(told.reactions)(change),
    commandInvoked: (command) => keep(told.commands)(command),
    homeOpened: (home) => keep(told.homes)(home),
    formOf: async () => told.form,
    suggest: async () => [],
  };
  return told;
}
